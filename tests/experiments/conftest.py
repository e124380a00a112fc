"""What tests of several studies share: CIFAR-10's files, of two images each."""

import numpy as np
import pytest


@pytest.fixture
def cifar_folder(tmp_path):
    rng = np.random.default_rng(0)
    for name in (*(f"data_batch_{i}.bin" for i in range(1, 6)), "test_batch.bin"):
        records = rng.integers(0, 256, (2, 3073), np.uint8)
        records[:, 0] %= 10
        (tmp_path / name).write_bytes(records.tobytes())
    return tmp_path


@pytest.fixture(scope="module")
def local_cluster():
    """workers -> a Dask cluster of so many threads in this process, spoken to as if they were elsewhere."""
    from distributed import LocalCluster

    where = {"processes": False, "protocol": "tcp", "host": "127.0.0.1", "dashboard_address": "127.0.0.1:0"}
    return lambda workers: LocalCluster(n_workers=workers, threads_per_worker=1, **where)


@pytest.fixture(scope="module")
def scheduler_address(local_cluster):
    with local_cluster(2) as cluster:
        yield cluster.scheduler_address
