"""Dragging what computes in the page: python benchmarks/drags.py [--rounds 1] [--explorers a.b,c.d]

Each explorer as a page of its own, without a kernel, in Chromium; a hand drags each slider and each
point to and fro. The table has the control with the fewest frames in a slow page:

    frames   new pictures a second in the drag: one counts when its pixels differ
    p50      from a single move to its picture (ms)
    p95

and the same, where the page's processor is four times slower. Medians over the rounds.
"""

import os
import random
import tempfile
from pathlib import Path

import numpy as np
from compiled import asked, explorers
from hand import HERTZ, SWING, Hand, browser_tests, chromium, new_page, throttled
from rounds import aligned
from tqdm import tqdm

from optcourse.explorers.controls import Point, Slider

ROUNDS, SLOWER = 1, 4
ARRIVAL = 2500  # ms in which runs are drawn, and the page begins to compute


def hands(page, explorer) -> dict[str, Hand]:
    """{control: Hand} of what can be dragged."""
    cell, width, found = page.locator(".oc-explorer"), explorer.size[0], {}
    for control in explorer.own_controls:
        grip = cell.get_by_role("slider", name=control.label, exact=True)
        if isinstance(control, Point):
            left, _, right, _ = control.box()
            track, span = page.locator(".oc-stage"), (left / width, right / width)
            found[control.name] = Hand(page, cell, grip, track, span)
        elif isinstance(control, Slider):
            swing = min(SWING, len(control.grid) / HERTZ)
            found[control.name] = Hand(page, cell, grip, grip, swing=swing)
    return found


def measure(hand: Hand, pause: random.Random) -> dict:
    """{"frames", "p50", "p95"}, and the same of a slower page: (its times, name)."""
    measured = {}
    for times in (1, SLOWER):
        with throttled(hand.page, times), hand.held() as to:
            to(0.9)
            hand.settle()
            delays = hand.single_moves(to, pause)
            measured[times, "frames"], _ = hand.drag(to)
        measured[times, "p50"], measured[times, "p95"] = np.percentile(delays, [50, 95])
    return measured


def row(name: str, rounds: list[dict]) -> list[str]:
    """Of the slowest control. rounds: {control: numbers}, one for each round."""
    medians = {
        control: {key: np.median([each[control][key] for each in rounds]) for key in numbers}
        for control, numbers in rounds[0].items()
    }
    control = min(medians, key=lambda control: medians[control][SLOWER, "frames"])
    return [name, control, *(f"{number:.0f}" for number in medians[control].values())]


def main() -> None:
    options = asked("Drag compiled explorers in Chromium.", ROUNDS)
    tests, pause, before = browser_tests(), random.Random(0), os.getloadavg()[0]
    path = chromium(tests)
    print("Dragging explorers in Chromium (a minute or more for each).", flush=True)
    slow = f"slower {SLOWER} times: "
    rows = [["", "drags", "frames", "p50", "p95", f"{slow}frames", "p50", "p95"]]
    with tempfile.TemporaryDirectory() as folder, new_page(tests, path) as page:
        for name, explorer in tqdm(explorers(options.explorers).items(), unit="explorer"):
            page.goto(explorer.to_html(Path(folder) / f"{name}.html").as_uri())
            page.locator(".oc-stage[data-painted]").wait_for()
            page.wait_for_timeout(ARRIVAL)
            everyone = hands(page, explorer)
            if not everyone:
                rows.append([name, "nothing", *(len(rows[0]) - 2) * [""]])
                continue
            rounds = [
                {control: measure(hand, pause) for control, hand in everyone.items()}
                for _ in range(options.rounds)
            ]
            rows.append(row(name, rounds))
    print(aligned(rows))
    load = f"load {before:.1f} before and {os.getloadavg()[0]:.1f} after"
    print(f"{options.rounds} rounds, {os.cpu_count()} cores, {load}.")


if __name__ == "__main__":
    main()
