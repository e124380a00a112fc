"""Jobs by the workers of a Dask cluster: all of them, few at a time; and what is wrong with a cluster, soon."""

import socket
import sys
import time

import pytest

from optcourse.experiments import cluster


def test_in_turn_the_jobs_are_done_when_they_are_asked_for():
    done = []
    results = cluster.in_turn(lambda x, y: done.append(x) or x * y, ((x, (x, 10)) for x in range(3)))
    assert next(results) == (0, 0) and done == [0]
    assert list(results) == [(1, 10), (2, 20)]


def test_workers_share_the_jobs(scheduler_address):
    def who_and_what(x, y):
        from distributed import get_worker

        time.sleep(0.02)  # long enough that one worker alone does not take all
        return get_worker().address, x * y

    with cluster.by_workers(scheduler_address) as results:
        found = dict(results(who_and_what, ((x, (x, 10)) for x in range(8))))
        assert dict(results(who_and_what, [])) == {}
    assert {name: product for name, (_, product) in found.items()} == {x: 10 * x for x in range(8)}
    assert len({worker for worker, _ in found.values()}) == 2


def test_few_jobs_are_under_way_at_a_time(scheduler_address):
    ahead, taken, received = [], 0, 0

    def jobs():
        nonlocal taken
        for x in range(20):
            taken += 1
            ahead.append(taken - received)
            yield x, (x,)

    with cluster.by_workers(scheduler_address) as results:
        for _ in results(abs, jobs()):
            received += 1
    assert received == 20 and max(ahead) == 2 * cluster.JOBS_PER_THREAD


def test_an_error_of_a_job_is_an_error_here(scheduler_address):
    with cluster.by_workers(scheduler_address) as results, pytest.raises(ZeroDivisionError):
        list(results(divmod, [("one", (1, 0))]))


@pytest.mark.parametrize("address", ["nonsense", "http://127.0.0.1:1", "127.0.0.1:x", ""])
def test_what_is_no_address_is_named(address):
    with pytest.raises(ValueError, match=rf"'{address}' is no address of Dask .*: start one with `dask scheduler`"):
        cluster.by_workers(address).__enter__()


def test_where_nobody_answers_or_something_else_listens_it_is_said_soon(monkeypatch):
    monkeypatch.setattr(cluster, "SECONDS", 0.3)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        for address in (f"127.0.0.1:{port}", "tcp://127.0.0.1:1"):
            start = time.monotonic()
            with pytest.raises(ConnectionError, match=f"no Dask scheduler answers at {address}: start one with"):
                cluster.by_workers(address).__enter__()
            assert time.monotonic() - start < 5


def test_a_scheduler_without_workers_is_named(local_cluster, monkeypatch):
    monkeypatch.setattr(cluster, "SECONDS", 0.3)
    with local_cluster(0) as empty:
        remedy = f"`dask worker {empty.scheduler_address} --nthreads 1`"
        with pytest.raises(ConnectionError, match=f"has no worker: start some with {remedy}"):
            cluster.by_workers(empty.scheduler_address).__enter__()


def test_workers_without_the_package_are_named(scheduler_address, monkeypatch):
    def absent():
        raise ModuleNotFoundError("No module named 'optcourse'")

    monkeypatch.setattr(cluster, "_nothing", absent)
    with pytest.raises(ConnectionError, match=r"lacks this package: install what is installed here"):
        cluster.by_workers(scheduler_address).__enter__()


def test_without_dask_a_sentence_says_how_to_get_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)  # as if it were not installed
    with pytest.raises(ValueError, match=r"distributed is not installed, .*: \S+ -m pip install distributed"):
        cluster.by_workers("127.0.0.1:8786").__enter__()
