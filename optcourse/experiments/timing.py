"""How a study takes a time or counts operations, so that all do it in one way.

count_flops        floating-point operations of one call, as the compiler counts them
check_threads      before a time is taken
time_interleaved   seconds of several calls that take turns
fastest            seconds of the fastest call of many
"""

import time
from collections.abc import Callable

import jax
import numpy as np

from optcourse.experiments import table


def count_flops(function, *arguments) -> float:
    """Floating-point operations of one call, as the compiler counts them: of a loop, one turn."""
    program = jax.jit(function).lower(*arguments).compile()
    return float(program.cost_analysis()["flops"])


def check_threads() -> None:
    """RuntimeError unless BLAS has one thread: idle ones wait in a loop, which counts as time."""
    if (threads := table.blas_threads()) != "1":
        raise RuntimeError(f"{table.BLAS_THREADS} is {threads}: set it to 1 before Python starts")


def time_interleaved(
    calls: dict[str, Callable], rounds: int, clock: Callable = time.perf_counter, limit=np.inf
) -> dict[str, np.ndarray]:
    """Seconds of each call in each round: the calls take turns, after one that is not counted.

    clock: time.process_time for the time of all cores together. limit: seconds after which no
    fourth or later round begins.
    """
    for call in calls.values():
        jax.block_until_ready(call())
    times = []
    while len(times) < rounds and (len(times) < 3 or np.sum(times) < limit):
        times.append([_seconds(call, clock) for call in calls.values()])
    return dict(zip(calls, np.transpose(times)))


def fastest(call: Callable, repeats: int, limit=np.inf) -> float:
    """Seconds of the fastest of `repeats` calls: what else the machine does can only add."""
    return float(np.min(time_interleaved({"call": call}, repeats, limit=limit)["call"]))


def _seconds(call, clock) -> float:
    began = clock()
    jax.block_until_ready(call())
    return clock() - began
