"""A hand for benchmarks in Chromium: it moves a held control, and notes when new pictures show.

    Hand        of one control: single moves, and a drag
    throttled   the page's processor, so many times slower
    chromium    the browser of tests/browser, for one benchmark

A picture counts from the end of the browser's frame that shows it.
"""

import contextlib
import importlib.util
import random
import sys
import time
from pathlib import Path

import numpy as np

HERE = Path(__file__).resolve().parent
MOVES = 20  # single moves
SECONDS = 3.0  # a drag
HERTZ = 60  # moves of the mouse a second, at most: each waits until the page took the last one
SWING = 0.75  # seconds from one end of the control to the other
LONGEST = 30_000  # ms to wait for a picture
QUIET = 800  # ms without a new picture, and an idle kernel: nothing more will come


class Hand:
    """A control under `cell`: what is seized, and along which part of which element it moves.

    swing: seconds from one end to the other in a drag; a slider of few values needs a short one,
    for each move is to bring another value.
    """

    def __init__(self, page, cell, grip, track, span=(0.0, 1.0), swing=SWING):
        self.page, self.cell, self.grip, self.track = page, cell, grip, track
        self.span, self.swing = span, swing
        self.grip.wait_for()
        self.ask("watch")

    def ask(self, question: str, *given):
        """A function of hand.js, on this cell."""
        script = "(cell, [question, given]) => benchmark[question](cell, given)"
        return self.cell.evaluate(script, [question, given])

    @contextlib.contextmanager
    def held(self):
        """The mouse holds the control; gives a function that moves it to a share of its way."""
        self.track.scroll_into_view_if_needed()
        elements = [element.element_handle() for element in (self.grip, self.track)]
        given = [*elements, list(self.span)]
        places = self.page.evaluate("given => benchmark.places(given)", given)
        left, right, y = places["left"], places["right"], places["y"]
        self.page.mouse.move(places["at"], y)
        self.page.mouse.down()
        yield lambda share: self.page.mouse.move(left + share * (right - left), y)
        self.page.mouse.up()

    def settle(self):
        self.ask("settle", QUIET, LONGEST)

    def single_moves(self, to, pause: random.Random) -> np.ndarray:
        """Milliseconds from a move to its picture."""
        self.ask("clear")
        for count in range(MOVES):
            to(0.14 + 0.38 * (count % 2) + 0.018 * count)  # far enough for another value
            self.ask("picture", count, LONGEST)
            self.page.wait_for_timeout(pause.uniform(80, 120))
        return waits(*self.ask("watched")[:2])

    def drag(self, to) -> tuple[float, float]:
        """New pictures a second while the mouse sweeps to and fro, and how late the last one is."""
        self.settle()
        self.ask("clear")
        self._sweep(to, SECONDS)
        self.settle()
        moved, seen, _ = self.ask("watched")
        self.ask("clear", "compare")  # apart, for it takes time
        self._sweep(to, SECONDS / 2)
        self.settle()
        _, painted, same = self.ask("watched")
        return rate(moved, seen) * (1 - same / len(painted)), seen[-1] - moved[-1]

    def _sweep(self, to, seconds: float):
        start = time.perf_counter()
        while (now := time.perf_counter() - start) < seconds:
            to(sweep(now / self.swing))
            time.sleep(max(0.0, now + 1 / HERTZ - (time.perf_counter() - start)))
        to(0.5)


def sweep(swings: float) -> float:
    """Where the hand is after so many: to and fro between 0.1 and 0.9 of the control."""
    return 0.1 + 0.8 * abs((swings + 1) % 2 - 1)


def rate(moved: list, seen: list) -> float:
    """Pictures a second from the first move to the last; both in ms."""
    during = [time for time in seen if moved[0] <= time <= moved[-1]]
    return 1000 * len(during) / (moved[-1] - moved[0])


def waits(moved: list, seen: list) -> np.ndarray:
    """From each move to the first picture after it, in ms."""
    moved, seen = np.asarray(moved), np.asarray(seen)
    return seen[np.searchsorted(seen, moved)] - moved


@contextlib.contextmanager
def throttled(page, times: int):
    """The page computes so many times slower; kernels and the browser's other processes do not."""
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": times})
    yield
    session.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    session.detach()


def browser_tests():
    """The lab and the browser of tests/browser."""
    path = HERE.parent / "tests" / "browser" / "conftest.py"
    spec = importlib.util.spec_from_file_location("browser_tests", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def chromium(tests) -> str:
    """Where it is; without it a benchmark ends."""
    if (path := tests.chromium()) is None:
        sys.exit(f"The benchmark needs Chromium: put one of {', '.join(tests.NAMES)} on the PATH.")
    return path


@contextlib.contextmanager
def new_page(tests, path: str):
    """A window of Chromium that knows hand.js."""
    with tests.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=tests.ARGUMENTS)
        page = browser.new_page(viewport={"width": 1200, "height": 900})
        page.set_default_timeout(2 * LONGEST)
        page.add_init_script(path=HERE / "hand.js")
        yield page
        browser.close()
