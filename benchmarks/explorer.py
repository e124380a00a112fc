"""Our explorer beside `interact`: python benchmarks/explorer.py [--rounds 7] [--layout none]

Both show lesson 00's descent, a contour plot with 100 steps and their losses, and a slider for the
learning rate:

    interact   matplotlib redraws the figure for every value (ipywidgets.interact, pyplot)
    live       ours: the kernel computes, the browser paints what moves
    baked      ours: every position of the slider is in the table, and no kernel is asked

One JupyterLab, one page of Chromium, one kernel; the mouse moves all three sliders alike. A round
measures each of them once, in rotating order; the table shows medians over the rounds, and the
median of each round's ratio. A picture counts from the end of the browser's frame that shows it.
`interact` is spared what a redraw need not do: the heights of the contours are computed once, and
the descent is compiled.
"""

import argparse
import contextlib
import importlib.util
import os
import random
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
from rounds import aligned
from tqdm import tqdm

HERE = Path(__file__).resolve().parent
NAMES = ["interact", "live", "baked"]
LARGER_IS_BETTER = "frames a second in a drag"
VALUES = 201  # positions of the slider, from 0.01 to 1
MOVES = 20  # single moves in a round
SECONDS = 3.0  # a drag
HERTZ = 60  # moves of the mouse a second, at most: each waits until the page took the last one
SWEEP = 0.75  # seconds from one end of the slider to the other
GRIP = {"interact": ".noUi-handle", "live": "input[type=range]", "baked": "input[type=range]"}
TRACK = {**GRIP, "interact": ".noUi-base"}
LONGEST = 30_000  # ms to wait for a picture
QUIET = 800  # ms without a new picture, and an idle kernel: nothing more will come


# --- The contestants, called in the cells of the notebook


def interact(layout):
    """The figure of `live`, redrawn: the same artists. layout: as of plt.subplots."""
    import ipywidgets
    import jax
    import matplotlib.pyplot as plt

    from optcourse import landscapes, optimizers
    from optcourse.experiments.run import run
    from optcourse.explorers.start_here import FLOOR
    from optcourse.figures import landscapes as draw
    from optcourse.figures import style

    bowl = landscapes.ALL["bowl"]
    heights = draw.loss_grid(bowl)
    draw.loss_grid = lambda *_: heights
    descend = jax.jit(
        lambda rate: run(optimizers.gradient_descent(rate), bowl.loss, bowl.start, 100)
    )

    def redraw(learning_rate):
        trajectory = descend(learning_rate)
        _, (left, right) = plt.subplots(1, 2, figsize=(8.4, 3.9), layout=layout)
        style.despine(left)
        style.despine(right)
        draw.contours(left, bowl)
        draw.critical_points(left, bowl)
        descent = style.OPTIMIZERS["gradient_descent"]
        left.plot(
            *np.asarray(trajectory.path).T, marker=".", linewidth=1.6, markersize=5, **descent
        )
        left.plot(*bowl.start, linestyle="none", **style.START)
        right.plot(np.maximum(trajectory.loss, FLOOR), linewidth=2, **descent)
        right.set(xlim=(0, 100), ylim=(FLOOR, 1e3), yscale="log", xlabel="step t", ylabel="loss")
        plt.show()

    rate = ipywidgets.FloatLogSlider(value=0.05, min=-2, max=0, step=2 / (VALUES - 1))
    ipywidgets.interact(redraw, learning_rate=rate)


def live():
    from optcourse.explorers.start_here import descent

    return descent("bowl")


def baked():
    return live().bake(learning_rate=VALUES)


# --- One contestant on the page


class Contestant:
    """A cell of the notebook, and its slider in the hand."""

    def __init__(self, page, index: int, name: str):
        self.page, self.cell = page, page.locator(".jp-CodeCell").nth(index)
        self.grip, self.track = (
            self.cell.locator(GRIP[name]).first,
            self.cell.locator(TRACK[name]).first,
        )
        self.grip.wait_for()
        self.cell.locator(".jp-OutputArea-output img, .oc-stage canvas").first.wait_for()
        self.ask("watch")

    def ask(self, question: str, *given):
        """A function of explorer.js, on this cell."""
        return self.cell.evaluate(
            "(cell, [question, given]) => benchmark[question](cell, given)", [question, given]
        )

    @contextlib.contextmanager
    def held(self):
        """The mouse holds the slider; gives a function that moves it to a share of its way."""
        self.track.scroll_into_view_if_needed()
        elements = [element.element_handle() for element in (self.grip, self.track)]
        places = self.page.evaluate("elements => benchmark.places(elements)", elements)
        left, right, y = places["left"], places["right"], places["y"]
        self.page.mouse.move(places["at"], y)
        self.page.mouse.down()
        yield lambda share: self.page.mouse.move(left + share * (right - left), y)
        self.page.mouse.up()

    def settle(self):
        self.ask("settle", QUIET, LONGEST)

    def clear(self):
        self.cell.evaluate("cell => { cell.notes.moved.length = cell.notes.seen.length = 0; }")

    def watched(self) -> tuple[list, list]:
        return tuple(self.cell.evaluate("cell => [cell.notes.moved, cell.notes.seen]"))

    def measure(self, pause: random.Random) -> dict:
        with self.held() as to:
            to(0.1)
            self.settle()
            moves = self.single_moves(to, pause)
        with self.held() as to:
            return {**moves, **self.drag(to)}

    def single_moves(self, to, pause) -> dict:
        """Milliseconds from a move to its picture, and of the kernel's time."""
        self.clear()
        before = self.page.evaluate("benchmark.kernelSeconds()")
        for count, share in enumerate(np.linspace(0.14, 0.9, MOVES)):
            to(share)
            self.ask("picture", count, LONGEST)
            self.page.wait_for_timeout(pause.uniform(80, 120))
        spent = 1000 * (self.page.evaluate("benchmark.kernelSeconds()") - before)
        delays = waits(*self.watched())
        return {
            "a move to its picture, p50 (ms)": float(np.percentile(delays, 50)),
            "a move to its picture, p95 (ms)": float(np.percentile(delays, 95)),
            "kernel time for a move (ms)": spent / MOVES,
        }

    def drag(self, to) -> dict:
        """Frames a second while the mouse sweeps to and fro, and how late the last picture is."""
        self.settle()
        self.clear()
        start = time.perf_counter()
        while (now := time.perf_counter() - start) < SECONDS:
            to(sweep(now))
            time.sleep(max(0.0, now + 1 / HERTZ - (time.perf_counter() - start)))
        to(0.5)
        self.settle()
        moved, seen = self.watched()
        return {
            LARGER_IS_BETTER: rate(moved, seen),
            "lag after the last move (ms)": seen[-1] - moved[-1],
        }


# --- Numbers


def sweep(seconds: float) -> float:
    """Where the hand is: to and fro between 0.1 and 0.9 of the slider."""
    return 0.1 + 0.8 * abs((seconds / SWEEP + 1) % 2 - 1)


def rate(moved: list, seen: list) -> float:
    """Pictures a second from the first move to the last; both in ms."""
    during = [time for time in seen if moved[0] <= time <= moved[-1]]
    return 1000 * len(during) / (moved[-1] - moved[0])


def waits(moved: list, seen: list) -> np.ndarray:
    """From each move to the first picture after it, in ms."""
    moved, seen = np.asarray(moved), np.asarray(seen)
    return seen[np.searchsorted(seen, moved)] - moved


def ratio(measure: str, theirs: float, ours: float) -> float:
    """How many times better ours is."""
    return ours / theirs if measure == LARGER_IS_BETTER else theirs / ours


def summary(rounds: list[dict]) -> list[list[str]]:
    """The rows of the table. rounds: {contestant: {measure: number}}, one for each round."""
    rows = [["", "interact", "live", "ratio", "baked", "ratio"]]
    for measure in rounds[0]["interact"]:
        row = [measure, f"{np.median([numbers['interact'][measure] for numbers in rounds]):.1f}"]
        for name in ("live", "baked"):
            ratios = [
                ratio(measure, numbers["interact"][measure], numbers[name][measure])
                for numbers in rounds
            ]
            row += [
                f"{np.median([numbers[name][measure] for numbers in rounds]):.1f}",
                f"{np.median(ratios):.1f}x",
            ]
        rows.append(row)
    return rows


# --- The run


def browser_tests():
    """The lab and the browser of tests/browser."""
    path = HERE.parent / "tests" / "browser" / "conftest.py"
    spec = importlib.util.spec_from_file_location("browser_tests", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@contextlib.contextmanager
def contestants(tests, chromium: str, layout: str):
    """{name: Contestant}, in one notebook; afterwards lab, kernel, browser and files are gone."""
    with contextlib.ExitStack() as stack:
        folder = Path(
            stack.enter_context(
                tempfile.TemporaryDirectory(prefix="optcourse-", ignore_cleanup_errors=True)
            )
        )
        lab = tests.Lab(folder)
        stack.callback(lab.close)
        lab.wait()
        settings = folder / "jupyterlab_settings_dir" / "@jupyterlab" / "notebook-extension"
        settings.mkdir(parents=True)
        # all cells stay alive
        (settings / "tracker.jupyterlab-settings").write_text('{"windowingMode": "none"}')
        path = f"import sys; sys.path.insert(0, {str(HERE)!r})"
        start = f"{path}\nfrom explorer import {', '.join(NAMES)}"
        lab.write("benchmark.ipynb", start, f"interact({layout!r})", "live()", "baked()")
        playwright = stack.enter_context(tests.sync_playwright())
        browser = playwright.chromium.launch(executable_path=chromium, args=tests.ARGUMENTS)
        page = browser.new_page(viewport={"width": 1200, "height": 900})
        page.add_init_script(path=HERE / "explorer.js")
        notebook = tests.Notebook.open(page, lab.address("lab/tree/benchmark.ipynb"))
        notebook.run_all()
        notebook.wait_until_idle()
        yield {name: Contestant(page, index, name) for index, name in enumerate(NAMES, 1)}


def measure(everyone: dict, rounds: int) -> list[dict]:
    """Each contestant once a round, in rotating order; a first round is a warm-up, not counted."""
    pause, measured = random.Random(0), []
    with tqdm(total=(rounds + 1) * len(NAMES), unit="turn") as progress:
        for number in range(rounds + 1):
            turn = {}
            for name in NAMES[number % 3 :] + NAMES[: number % 3]:
                progress.set_description(f"{name}, round {number}")
                turn[name] = everyone[name].measure(pause)
                progress.update()
            measured.append(turn)
    return measured[1:]


def main() -> None:
    parser = argparse.ArgumentParser(
        description="Compare our explorer with ipywidgets.interact, in Chromium."
    )
    parser.add_argument(
        "--rounds", type=int, default=7, help="how often each is measured (default: 7)"
    )
    words = "interact's layout: as ours (constrained), or none at all, which is quicker (none)"
    parser.add_argument(
        "--layout", choices=["constrained", "none"], default="constrained", help=words
    )
    options = parser.parse_args()
    if options.rounds < 1:
        sys.exit(f"--rounds {options.rounds}: measure each at least once.")
    tests = browser_tests()
    if (chromium := tests.chromium()) is None:
        sys.exit(f"The benchmark needs Chromium: put one of {', '.join(tests.NAMES)} on the PATH.")
    print("Comparing explorers in Chromium (about five minutes).", flush=True)
    before = os.getloadavg()[0]
    with contestants(tests, chromium, options.layout) as everyone:
        measured = measure(everyone, options.rounds)
    print(aligned(summary(measured)))
    load = f"load {before:.1f} before and {os.getloadavg()[0]:.1f} after"
    machine = f"{options.rounds} rounds, {os.cpu_count()} cores, {load}"
    print(f"{machine}; interact's layout: {options.layout}.")


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit("Interrupted: nothing was measured to the end.")
