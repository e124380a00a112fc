"""How a study takes a time or counts operations, so that all do it in one way.

count_flops        floating-point operations of one call, as the compiler counts them
check_threads      before a time is taken
time_interleaved   seconds of several calls that take turns
"""

import time
from collections.abc import Callable

import jax
import numpy as np

from optcourse.experiments import table


def count_flops(function, *arguments) -> float:
    """Floating-point operations of one call, as the compiler counts them; of a loop it counts one turn."""
    return float(jax.jit(function).lower(*arguments).compile().cost_analysis()["flops"])


def check_threads() -> None:
    """RuntimeError unless BLAS has one thread: idle ones wait in a loop, and their waiting counts as time."""
    if (threads := table.blas_threads()) != "1":
        raise RuntimeError(f"{table.BLAS_THREADS} is {threads}: set it to 1 before Python starts")


def time_interleaved(
    calls: dict[str, Callable], rounds: int, clock: Callable = time.perf_counter
) -> dict[str, np.ndarray]:
    """Seconds of each call in each round, one after the other, after a first call that is not counted.

    clock: time.process_time for the time of all cores together.
    """
    for call in calls.values():
        jax.block_until_ready(call())
    seconds = {name: [] for name in calls}
    for _ in range(rounds):
        for name, call in calls.items():
            began = clock()
            jax.block_until_ready(call())
            seconds[name].append(clock() - began)
    return {name: np.array(times) for name, times in seconds.items()}
