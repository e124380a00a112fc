"""Jobs that need no other's result, in turn on this machine or by the workers of a Dask cluster.

in_turn(compute, jobs)                (name, compute(*arguments)) of each job (name, arguments)
by_workers(address) -> the same       in the order in which the workers end, whichever job that is

An experiment takes such a function, and sees no cluster. Workers read and write no file: arguments
travel to them, results come back. Few jobs are under way at a time, so that memory stays bounded,
and a worker that joins late gets its share.
"""

import asyncio
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial

SECONDS = 10.0  # until a scheduler must have answered, and until it must have a worker
JOBS_PER_THREAD = 2  # one that is computed, one that waits: so no thread waits for this machine


def in_turn(compute: Callable, jobs: Iterable) -> Iterator:
    """(name, compute(*arguments)) of each job (name, arguments), one after the other."""
    for name, arguments in jobs:
        yield name, compute(*arguments)


@contextmanager
def by_workers(address: str) -> Iterator[Callable]:
    """A function as `in_turn` that sends the jobs to the Dask scheduler at that address.

    Scheduler and workers need this package, in the same version; give a worker one thread if
    `compute` uses several cores by itself. What a lost worker had is computed by others. Raises
    ValueError for what is no address or where Dask is not installed, ConnectionError where no
    scheduler answers, or where it lacks a worker or the package.
    """
    try:
        from distributed import Client
    except ModuleNotFoundError as error:
        command = f"{sys.executable} -m pip install distributed"
        raise ValueError(f"{error.name} is not installed, and Dask needs it: {command}") from error
    _check_scheduler(address)
    with Client(address, timeout=SECONDS, set_as_default=False) as client:
        _check_workers(client, address)
        yield partial(_as_completed, client)


def _as_completed(client, compute, jobs) -> Iterator:
    from distributed import as_completed

    jobs, names = iter(jobs), {}
    completed = as_completed(with_results=True, loop=client.loop)

    def submit_some():
        threads = sum(client.nthreads().values())
        while len(names) < max(1, JOBS_PER_THREAD * threads):
            job = next(jobs, None)
            if job is None:
                return
            name, arguments = job
            future = client.submit(compute, *arguments, pure=False)
            names[future] = name
            completed.add(future)

    submit_some()
    for future, result in completed:
        yield names.pop(future), result
        submit_some()


def _check_scheduler(address):
    """Before there is a client: one that fails to connect may wait for ever."""
    from distributed.comm import connect, resolve_address

    async def answer():
        connection = await asyncio.wait_for(connect(address), SECONDS)
        await connection.close()

    remedy = "start one with `dask scheduler`, which prints its address"
    try:
        resolve_address(address)
        with ThreadPoolExecutor(1) as thread:  # a notebook has a loop of its own
            thread.submit(asyncio.run, answer()).result()
    except ValueError as error:
        raise ValueError(f"{address!r} is no address of Dask ({error}): {remedy}") from error
    except OSError as error:
        raise ConnectionError(f"no Dask scheduler answers at {address}: {remedy}") from error


def _check_workers(client, address):
    try:
        client.wait_for_workers(1, timeout=SECONDS)
    except TimeoutError as error:
        remedy = f"start some with `dask worker {address} --nthreads 1`"
        raise ConnectionError(f"the scheduler at {address} has no worker: {remedy}") from error
    try:
        client.submit(_nothing, pure=False).result()
    except (RuntimeError, ModuleNotFoundError) as error:
        remedy = "install what is installed here, in the same versions"
        raise ConnectionError(f"the cluster at {address} lacks this package: {remedy}") from error


def _nothing():
    """Whoever cannot import this module cannot do this either."""
