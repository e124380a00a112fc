"""Kernels on CIFAR-10 in files of a few images: block by block, resumed, on several devices; bad input named."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from optcourse import __main__ as command_line
from optcourse import kernels
from optcourse.experiments.infinite_width import cifar

FEW = {"train": 5, "test": 2, "depths": [1, 2], "pooling": [0], "block": 2}
ROOT = Path(__file__).resolve().parents[3]


def some_images(n, train):
    rng = np.random.default_rng(0)
    return cifar.Images(rng.normal(size=(n, 4, 4, 1)), rng.integers(0, 10, n), train)


@pytest.mark.parametrize("block", [1, 2, 3, 100])
def test_blocks_of_any_size_make_the_same_matrix(block, tmp_path, float64):
    images = some_images(7, 5)
    found = cifar.kernel_matrix(images, block, tmp_path, True, 2)
    expected = kernels.convolutional_kernels(images.pixels, images.pixels[:5], 2, True)
    np.testing.assert_allclose(found.tangent, expected.tangent, atol=1e-13)
    np.testing.assert_allclose(found.covariance, expected.covariance, atol=1e-13)


def test_an_interrupted_run_goes_on_with_the_blocks_that_are_missing(tmp_path, float64, monkeypatch):
    images, computed = some_images(7, 5), []
    compute = cifar.block_kernels

    def counted(*arguments):
        computed.append(arguments)
        if len(computed) == 4:
            raise KeyboardInterrupt
        return compute(*arguments)

    monkeypatch.setattr(cifar, "block_kernels", counted)
    with pytest.raises(KeyboardInterrupt):
        cifar.kernel_matrix(images, 2, tmp_path, False, 1)
    found = cifar.kernel_matrix(images, 2, tmp_path, False, 1)
    assert len(computed) == 1 + len(cifar.blocks(7, 5, 2)) == 10  # one was interrupted, none done twice
    again = cifar.kernel_matrix(images, 2, tmp_path, False, 1)
    assert len(computed) == 10
    np.testing.assert_array_equal(found.tangent, again.tangent)
    assert not list(tmp_path.rglob("*.tmp"))


def test_the_blocks_are_those_on_and_below_the_diagonal():
    assert cifar.blocks(5, 3, 2) == [(0, 0), (2, 0), (2, 2), (4, 0), (4, 2)]


def test_files_are_read_and_a_row_is_written_for_each_depth(cifar_folder, tmp_path_factory):
    tables = tmp_path_factory.mktemp("tables")
    found = cifar.cntk(cifar_folder, FEW, tables)
    assert found.columns["depth"].tolist() == [1, 2]
    assert np.all((0 <= found.columns["cntk"]) & (found.columns["cnn_gp"] <= 1))
    images = cifar.read_images(cifar_folder, FEW)
    assert images.pixels.shape == (7, 32, 32, 3) and images.labels.shape == (7,)
    np.testing.assert_allclose(images.pixels[5:], cifar.data.cifar10(cifar_folder, False, image=True).inputs)


def test_training_images_are_recognized_with_their_own_labels(tmp_path):
    images = some_images(12, 6)
    copies = images._replace(pixels=np.tile(images.pixels[:6], (2, 1, 1, 1)), labels=np.tile(images.labels[:6], 2))
    assert cifar.measure(copies, 4, tmp_path, 0, 2) == {"cntk": 1.0, "cnn_gp": 1.0}


def test_the_workers_of_a_cluster_compute_the_missing_blocks_in_float64(
    scheduler_address, cifar_folder, tmp_path_factory, monkeypatch
):
    """In their threads float64 is off until a block asks for it."""
    few = FEW | {"train": 4, "depths": [1]}  # blocks of one shape: compiled once
    tables = [tmp_path_factory.mktemp(name) for name in ("here", "there")]
    alone = cifar.cntk(cifar_folder, few, tables[0])
    first, *others = sorted(cifar_folder.rglob("cntk_blocks/*/*.npy"))
    expected, written = [np.load(path) for path in others], first.stat().st_mtime_ns
    for path in others:
        path.unlink()
    monkeypatch.setattr(cifar.cluster, "in_turn", None)  # this machine computes none
    shared = cifar.cntk(cifar_folder, few, tables[1], scheduler_address)
    assert first.stat().st_mtime_ns == written
    for path, block in zip(others, expected):
        np.testing.assert_allclose(np.load(path), block, rtol=1e-12)
    assert shared.columns["cntk"].tolist() == alone.columns["cntk"].tolist()


SCRIPT = """
import jax, numpy as np
from optcourse import kernels
from optcourse.experiments.infinite_width import cifar
jax.config.update("jax_enable_x64", True)
assert len(jax.devices()) == 3
x = np.random.default_rng(0).normal(size=(5, 4, 4, 1))
found = cifar.block_kernels(x[:2], x[2:], 2, True)
np.testing.assert_allclose(found, kernels.convolutional_kernels(x[:2], x[2:], 2, True), atol=1e-13)
program = cifar._program(2, True)
rows, columns = np.zeros((2, 6), int)
assert len(program(x, x, rows, columns).tangent.sharding.device_set) == 3
"""


def test_the_pairs_of_a_block_are_shared_out_over_several_devices():
    flags = {"XLA_FLAGS": "--xla_force_host_platform_device_count=3", "JAX_PLATFORMS": "cpu", "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", SCRIPT], env=os.environ | flags, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_too_few_images_and_missing_files_are_one_sentence(cifar_folder, capsys):
    with pytest.raises(ValueError, match=r"train = 11: .* has 10 of them, choose no more"):
        cifar.read_images(cifar_folder, FEW | {"train": 11})
    (cifar_folder / "data_batch_3.bin").unlink()
    assert command_line.main(["experiment", "cntk", "--data", str(cifar_folder)]) == 2
    assert "data_batch_3.bin is absent" in capsys.readouterr().err
