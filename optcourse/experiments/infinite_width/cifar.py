"""The kernels of convolutional networks on CIFAR-10, block by block, for those who have the files.

cntk           the study: a row for each depth, with and without pooling
measure        one row
kernel_matrix  both kernels of the images with the training images, from blocks on disk
blocks         which blocks there are
block_kernels  one block, its pairs spread over all devices

A block that is on disk is not computed again, so an interrupted run goes on where it stopped; one
block is in memory at a time, until the end, where regression needs both matrices. On one core a
pair of images takes 0.1 ms a layer without pooling, and 50 ms with it.
"""

import os
from functools import lru_cache, partial
from pathlib import Path
from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from jax.sharding import AxisType, PartitionSpec

from optcourse import kernels, losses
from optcourse.experiments import data, table
from optcourse.kernel_regression import regression

CLASSES = 10
RIDGE = 1e-4  # of the mean of the kernel's diagonal
SETTINGS = {"train": 200, "test": 200, "depths": [2, 5, 10], "pooling": [0, 1], "block": 50}
DISTRIBUTED = "pairs"  # the one axis of the mesh of devices


class Images(NamedTuple):
    """The first images of the training and of the test file, one after the other, and labels."""

    pixels: np.ndarray
    labels: np.ndarray
    train: int


def cntk(folder, settings=SETTINGS, tables=table.FOLDER) -> table.Table:
    """Kernels of convolutional networks on CIFAR-10, from its files (pooled, days on a CPU)."""
    images = read_images(folder, settings)
    jobs = table.grid(pooling=settings["pooling"], depth=settings["depths"])
    row = partial(measure, images, settings["block"], Path(folder) / "cntk_blocks")
    return table.fill("cntk", settings, jobs, row, tables)


def read_images(folder, settings) -> Images:
    """As many images as the settings say; ValueError where the files have fewer."""
    parts = []
    for name in ("train", "test"):
        part = data.cifar10(folder, name == "train", image=True)
        wanted, found = settings[name], len(part.labels)
        if not 1 <= wanted <= found:
            raise ValueError(f"{name} = {wanted}: {folder} has {found} of them, choose no more")
        parts.append(data.take(part, jnp.arange(wanted)))
    pixels, labels = (np.concatenate(each) for each in zip(*parts))
    return Images(pixels.astype(float), labels, settings["train"])


def measure(images: Images, block: int, folder: Path, pooling: int, depth: int) -> dict:
    """A table row: the accuracy of both kernels on the test images."""
    with jax.enable_x64(True):
        found = kernel_matrix(images, block, folder, bool(pooling), depth)
        scores = {name: _accuracy(each, images) for name, each in found._asdict().items()}
    return {"cntk": scores["tangent"], "cnn_gp": scores["covariance"]}


def _accuracy(kernel, images: Images) -> float:
    n = images.train
    labels = jnp.asarray(images.labels)
    targets = jax.nn.one_hot(labels[:n], CLASSES, dtype=kernel.dtype) - 1 / CLASSES
    K, k = jnp.asarray(kernel[:n]), jnp.asarray(kernel[n:])
    outputs = regression(k, K, targets, RIDGE * float(np.mean(np.diag(kernel))))
    return float(losses.accuracy(outputs, labels[n:]))


def kernel_matrix(images: Images, block: int, folder: Path, pooling: bool, depth: int):
    """Kernels (all images, training images), in float64; what of it is on disk is read there."""
    from tqdm import tqdm

    total, n = len(images.pixels), images.train
    full = kernels.Kernels(*(np.zeros((total, n)) for _ in kernels.Kernels._fields))
    top = "pooled" if pooling else "flat"
    name = f"{top}_depth{depth}_train{n}_test{total - n}_block{block}"
    for first, second in tqdm(blocks(total, n, block), desc=name):
        x, y = images.pixels[first : first + block], images.pixels[:n][second : second + block]
        path = folder / name / f"{first}_{second}.npy"
        part = _on_disk(path, partial(block_kernels, x, y, depth, pooling))
        for whole, each in zip(full, part):
            whole[first : first + len(x), second : second + len(y)] = each
    for whole in full:
        lower = np.tril(whole[:n])
        whole[:n] = lower + np.tril(lower, -1).T
    return full


def blocks(total: int, n: int, size: int) -> list[tuple[int, int]]:
    """(first row, first column) of each block: those above the diagonal follow by symmetry."""
    rows, columns = range(0, total, size), range(0, n, size)
    return [(row, column) for row in rows for column in columns if column <= row]


def block_kernels(x, y, depth: int, pooling: bool) -> np.ndarray:
    """Both kernels of a block, (2, images x, images y), its pairs shared out over the devices."""
    rows, columns = np.indices((len(x), len(y))).reshape(2, -1)
    count = rows.size
    padded = count + -count % len(jax.devices())  # as many for each device: some pairs twice
    pairs = np.resize(rows, padded), np.resize(columns, padded)
    found = _program(depth, pooling)(x, y, *pairs)
    return np.stack([np.asarray(each)[:count].reshape(len(x), len(y)) for each in found])


@lru_cache(maxsize=4)
def _program(depth, pooling):
    devices = (len(jax.devices()),)
    mesh = jax.make_mesh(devices, (DISTRIBUTED,), axis_types=(AxisType.Auto,))
    whole, shared = PartitionSpec(), PartitionSpec(DISTRIBUTED)
    of_pairs = partial(kernels.kernels_of_pairs, depth=depth, pooling=pooling)
    distributed = jax.shard_map(
        of_pairs,
        mesh=mesh,
        in_specs=(whole, whole, shared, shared),
        out_specs=shared,
    )
    return jax.jit(distributed)


def _on_disk(path: Path, compute) -> np.ndarray:
    """The array in that file, which is computed and written whole if it is not there."""
    if path.exists():
        return np.load(path, allow_pickle=False)
    path.parent.mkdir(parents=True, exist_ok=True)
    array = compute()
    unfinished = path.with_suffix(f".{os.getpid()}.tmp")
    with unfinished.open("wb") as file:
        np.save(file, array)
    os.replace(unfinished, path)
    return array
