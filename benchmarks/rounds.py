"""What the benchmarks without a browser share: contestants in turns, and the table of times.

    peer      the library to compare with; where it is not installed, the benchmark is left out
    agree     all answers are ours, or nothing is timed
    measure   each contestant once a round, in rotating order
    summary   medians, and the median and the quartiles of each round's ratio

A contestant is a function without arguments that returns a NumPy array; the first one is ours.
"""

import argparse
import importlib
import os
import platform
import sys
import time
import warnings
from collections.abc import Callable
from importlib.metadata import version

import numpy as np
from tqdm import tqdm

ROUNDS = 11
SHORTEST = 0.05  # seconds: quicker contestants are called more often in their turn
INSTALL = f"{sys.executable} -m pip install torch curvlinops-for-pytorch optax cvxpy scs"


def peer(module: str):
    """The module, or the end of this benchmark, without an error."""
    try:
        warnings.filterwarnings("ignore", module=module)  # what it says about its own insides
        return importlib.import_module(module)
    except ModuleNotFoundError as error:
        print(
            f"Left out: {sys.argv[0]} needs {error.name}, which comes with  {INSTALL}\n", flush=True
        )
        sys.exit()


def agree(answers: dict[str, np.ndarray], tolerance: float) -> None:
    """End the benchmark where an answer is not ours, up to a share of our largest number.

    An answer may have fewer rows than ours: then it is for the first ones.
    """
    ours = next(iter(answers.values()))
    for name, answer in answers.items():
        error = np.max(np.abs(answer - ours[: len(answer)])) / np.max(np.abs(ours))
        if not error <= tolerance:
            difference = f"differs from ours by {error:.1e}, more than {tolerance:.0e}"
            sys.exit(f"{name} {difference}: nothing was timed.")


def measure(
    contestants: dict[str, Callable], rounds: int, scales: dict[str, float] | None = None
) -> list[dict]:
    """[{name: seconds of a call}], one a round. scales: for those that do a part of the work."""
    names, scales = list(contestants), scales or {}
    calls = {name: max(1, round(SHORTEST / seconds(contestants[name], 1))) for name in names}
    measured = []
    with tqdm(total=rounds * len(names), unit="turn", leave=False) as progress:
        for number in range(rounds):
            turn = number % len(names)
            times = {}
            for name in names[turn:] + names[:turn]:
                progress.set_description(f"{name}, round {number + 1}")
                times[name] = scales.get(name, 1) * seconds(contestants[name], calls[name])
                progress.update()
            measured.append({name: times[name] for name in names})
    return measured


def seconds(call: Callable, times: int) -> float:
    """The mean over so many calls."""
    start = time.perf_counter()
    for _ in range(times):
        call()
    return (time.perf_counter() - start) / times


def summary(measured: list[dict]) -> list[list[str]]:
    """The rows of the table: how many times longer than ours, the first, each takes."""
    ours = next(iter(measured[0]))
    rows = [["", "ms", "ratio", "quartiles"]]
    for name in measured[0]:
        ratios = [times[name] / times[ours] for times in measured]
        low, middle, high = np.percentile(ratios, [25, 50, 75])
        milliseconds = 1000 * np.median([times[name] for times in measured])
        rows.append([name, f"{milliseconds:.3g}", f"{middle:.3g}x", f"{low:.3g} to {high:.3g}"])
    rows[1][2:] = ["", ""]
    return rows


def aligned(rows: list[list[str]]) -> str:
    """A table in plain text: the first column to the left, numbers to the right."""
    widths = [max(map(len, column)) for column in zip(*rows)]
    lines = [[first.ljust(widths[0]), *map(str.rjust, rest, widths[1:])] for first, *rest in rows]
    return "\n".join("  ".join(line).rstrip() for line in lines)


def machine(*packages: str) -> str:
    """Cores, load and versions, for the line below a table."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    versions = ", ".join(f"{package} {version(package)}" for package in packages)
    return f"{cores} cores of {platform.machine()}, load {os.getloadavg()[0]:.1f}; {versions}"


def asked() -> int:
    """--rounds, from the command line."""
    parser = argparse.ArgumentParser()
    parser.add_argument(
        "--rounds", type=int, default=ROUNDS, help=f"how often each is measured (default: {ROUNDS})"
    )
    rounds = parser.parse_args().rounds
    if rounds < 1:
        sys.exit(f"--rounds {rounds}: measure each at least once.")
    return rounds


def compare(
    title: str, contestants: dict[str, Callable], tolerance: float, packages=(), scales=None
) -> None:
    """Warm everyone up, hold their answers against ours, measure, and print the table."""
    rounds = asked()
    print(f"{title}: compiling and comparing the answers.", flush=True)
    agree({name: call() for name, call in contestants.items()}, tolerance)
    measured = measure(contestants, rounds, scales)
    print(aligned(summary(measured)))
    print(f"{rounds} rounds, {machine('jax', *packages)}.\n", flush=True)
