"""Our explorer beside `interact`: python benchmarks/explorer.py [--rounds 7] [--layout none]

All show lesson 00's descent, a contour plot with 100 steps and their losses, and a slider for the
learning rate:

    interact   matplotlib redraws the figure for every value (ipywidgets.interact, pyplot)
    live       ours, as where nothing is compiled: the kernel computes, the browser paints
    baked      ours: every position of the slider is in the table, and no kernel is asked
    computed   ours, as it is: the page computes

One JupyterLab, one page of Chromium, one kernel; the mouse moves all four sliders alike. A round
measures each of them once, in rotating order; the tables show medians over the rounds, and the
median of each round's ratio; the second is of a page whose processor is four times slower.
`interact` is spared what a redraw need not do: the heights of the contours are computed once, and
the descent is compiled.
"""

import argparse
import contextlib
import os
import random
import sys
import tempfile
from pathlib import Path

import numpy as np
from hand import HERE, MOVES, Hand, browser_tests, chromium, new_page, throttled
from rounds import aligned
from tqdm import tqdm

NAMES = ["interact", "live", "baked", "computed"]
LARGER_IS_BETTER = "frames a second in a drag"
VALUES = 201  # positions of the slider, from 0.01 to 1
SLOWER = 4
GRIP = {"interact": ".noUi-handle"}
TRACK = {"interact": ".noUi-base"}
OURS = "input[type=range]"


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
    explorer = computed()
    explorer.program = {}
    return explorer


def baked():
    return live().bake(learning_rate=VALUES)


def computed():
    from optcourse.explorers.start_here import descent

    return descent("bowl")


# --- One contestant on the page


class Contestant(Hand):
    """A cell of the notebook, and its slider in the hand."""

    def __init__(self, page, index: int, name: str):
        cell = page.locator(".jp-CodeCell").nth(index)
        grip, track = (cell.locator(kind.get(name, OURS)).first for kind in (GRIP, TRACK))
        cell.locator(".jp-OutputArea-output img, .oc-stage canvas").first.wait_for()
        super().__init__(page, cell, grip, track)

    def measure(self, pause: random.Random) -> dict:
        with self.held() as to:
            to(0.9)
            self.settle()
            before = self.page.evaluate("benchmark.kernelSeconds()")
            delays = self.single_moves(to, pause)
            spent = 1000 * (self.page.evaluate("benchmark.kernelSeconds()") - before)
        with self.held() as to:
            frames, lag = self.drag(to)
        return {
            "a move to its picture, p50 (ms)": float(np.percentile(delays, 50)),
            "a move to its picture, p95 (ms)": float(np.percentile(delays, 95)),
            "kernel time for a move (ms)": spent / MOVES,
            LARGER_IS_BETTER: frames,
            "lag after the last move (ms)": lag,
        }


# --- Numbers


def ratio(measure: str, theirs: float, ours: float) -> float:
    """How many times better ours is."""
    return ours / theirs if measure == LARGER_IS_BETTER else theirs / ours


def summary(rounds: list[dict]) -> list[list[str]]:
    """The rows of the table. rounds: {contestant: {measure: number}}, one for each round."""
    ours = list(rounds[0])[1:]
    rows = [["", "interact", *(word for name in ours for word in (name, "ratio"))]]
    for measure in rounds[0]["interact"]:
        row = [measure, f"{np.median([numbers['interact'][measure] for numbers in rounds]):.1f}"]
        for name in ours:
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


@contextlib.contextmanager
def contestants(tests, path: str, layout: str):
    """{name: Contestant}, in one notebook; afterwards lab, kernel, browser and files are gone."""
    with contextlib.ExitStack() as stack:
        temporary = tempfile.TemporaryDirectory(prefix="optcourse-", ignore_cleanup_errors=True)
        folder = Path(stack.enter_context(temporary))
        lab = stack.enter_context(
            tests.running(tests.Lab(folder, tests.BY_COURSE, folder / "none"))
        )
        settings = folder / "jupyterlab_settings_dir" / "@jupyterlab" / "notebook-extension"
        settings.mkdir(parents=True)
        # all cells stay alive
        (settings / "tracker.jupyterlab-settings").write_text('{"windowingMode": "none"}')
        start = f"import sys; sys.path.insert(0, {str(HERE)!r})\n"
        start += f"from explorer import {', '.join(NAMES)}"
        calls = [f"interact({layout!r})", *(f"{name}()" for name in NAMES[1:])]
        lab.write("benchmark.ipynb", start, *calls)
        page = stack.enter_context(new_page(tests, path))
        notebook = tests.Notebook.open(page, lab.address("lab/tree/benchmark.ipynb"))
        notebook.run_all()
        notebook.wait_until_idle()
        yield {name: Contestant(page, index, name) for index, name in enumerate(NAMES, 1)}


def measure(everyone: dict, rounds: int) -> list[dict]:
    """Each contestant once a round, in rotating order; a first round is a warm-up, not counted."""
    pause, measured = random.Random(0), []
    with tqdm(total=(rounds + 1) * len(NAMES), unit="turn") as progress:
        for number in range(rounds + 1):
            turn = number % len(NAMES)
            times = {}
            for name in NAMES[turn:] + NAMES[:turn]:
                progress.set_description(f"{name}, round {number}")
                times[name] = everyone[name].measure(pause)
                progress.update()
            measured.append({name: times[name] for name in NAMES})
    return measured[1:]


def asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description="Compare our explorer with ipywidgets.interact, in Chromium."
    )
    words = "how often each is measured (default: 7)"
    parser.add_argument("--rounds", type=int, default=7, help=words)
    words = "interact's layout: as ours (constrained), or none at all, which is quicker (none)"
    layouts = {"choices": ["constrained", "none"], "default": "constrained"}
    parser.add_argument("--layout", **layouts, help=words)
    options = parser.parse_args()
    if options.rounds < 1:
        sys.exit(f"--rounds {options.rounds}: measure each at least once.")
    return options


def main() -> None:
    options, tests = asked(), browser_tests()
    path = chromium(tests)
    print("Comparing explorers in Chromium (about fifteen minutes).", flush=True)
    before = os.getloadavg()[0]
    with contestants(tests, path, options.layout) as everyone:
        page = everyone["computed"].page
        for times in (1, SLOWER):
            with throttled(page, times):
                measured = measure(everyone, options.rounds)
            print(f"The page's processor {times} times slower:" if times > 1 else "")
            print(aligned(summary(measured)), flush=True)
    load = f"load {before:.1f} before and {os.getloadavg()[0]:.1f} after"
    machine = f"{options.rounds} rounds, {os.cpu_count()} cores, {load}"
    print(f"{machine}; interact's layout: {options.layout}.")


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit("Interrupted: nothing was measured to the end.")
