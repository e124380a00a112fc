"""The kernels of convolutional networks on CIFAR-10, block by block, for those who have the files.

cntk           the study: a row for each depth, with and without pooling
measure        one row
kernel_matrix  both kernels of the images with the training images, from blocks on disk
blocks         which blocks there are
block_kernels  one block, its pairs spread over all devices

A block that is on disk is not computed again, so an interrupted run goes on where it stopped. Few
blocks are in memory at a time (one, or two a thread of a Dask cluster), until the end, where
regression needs both matrices. On one core a pair of images takes 0.1 ms a layer without pooling,
and 50 ms with it.
"""

import os
from contextlib import nullcontext
from functools import lru_cache, partial
from pathlib import Path
from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from jax.sharding import AxisType, PartitionSpec

from optcourse import kernels, losses
from optcourse.experiments import cluster, data, table
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


def cntk(folder, settings=SETTINGS, tables=table.FOLDER, dask: str | None = None) -> table.Table:
    """Kernels of convolutional networks on CIFAR-10, from its files (pooled, days on a CPU).

    dask: the address of a scheduler, such as tcp://10.0.0.1:8786, whose workers compute the blocks;
    files are read and written here alone. Without it this machine computes them.
    """
    images = read_images(folder, settings)
    rows = table.grid(pooling=settings["pooling"], depth=settings["depths"])
    blocks_folder = Path(folder) / "cntk_blocks"
    alone = nullcontext(cluster.in_turn)
    with alone if dask is None else cluster.by_workers(dask) as results:
        row = partial(measure, images, settings["block"], blocks_folder, results=results)
        return table.fill("cntk", settings, rows, row, tables)


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


def measure(
    images: Images, block: int, folder: Path, pooling: int, depth: int, results=cluster.in_turn
) -> dict:
    """A table row: the accuracy of both kernels on the test images."""
    with jax.enable_x64(True):
        found = kernel_matrix(images, block, folder, bool(pooling), depth, results)
        scores = {name: _accuracy(each, images) for name, each in found._asdict().items()}
    return {"cntk": scores["tangent"], "cnn_gp": scores["covariance"]}


def _accuracy(kernel, images: Images) -> float:
    n = images.train
    labels = jnp.asarray(images.labels)
    targets = jax.nn.one_hot(labels[:n], CLASSES, dtype=kernel.dtype) - 1 / CLASSES
    K, k = jnp.asarray(kernel[:n]), jnp.asarray(kernel[n:])
    outputs = regression(k, K, targets, RIDGE * float(np.mean(np.diag(kernel))))
    return float(losses.accuracy(outputs, labels[n:]))


def kernel_matrix(
    images: Images, block: int, folder: Path, pooling: bool, depth: int, results=cluster.in_turn
) -> kernels.Kernels:
    """Kernels (all images, training images), in float64, from blocks of block x block pairs.

    Blocks that the folder lacks are computed first, by `results`: called as `cluster.in_turn`.
    """
    from tqdm import tqdm

    total, n = len(images.pixels), images.train
    top = "pooled" if pooling else "flat"
    name = f"{top}_depth{depth}_train{n}_test{total - n}_block{block}"
    files = {place: folder / name / _file_name(place) for place in blocks(total, n, block)}
    missing = [place for place, file in files.items() if not file.exists()]
    jobs = ((place, (*_block(images, place, block), depth, pooling)) for place in missing)
    computed = results(block_kernels, jobs)
    done = len(files) - len(missing)
    for place, found in tqdm(computed, desc=name, total=len(files), initial=done):
        _write(files[place], found)
    return _from_blocks(images, files)


def _file_name(place):
    row, column = place
    return f"{row}_{column}.npy"


def _block(images, place, size):
    """Images of the rows, and of the columns, of the block at that place."""
    row, column = place
    training = images.pixels[: images.train]
    return images.pixels[row : row + size], training[column : column + size]


def _from_blocks(images, files) -> kernels.Kernels:
    """Both matrices; above the diagonal of the training images by symmetry."""
    total, n = len(images.pixels), images.train
    both = np.zeros((2, total, n))
    for (row, column), file in files.items():
        block = np.load(file, allow_pickle=False)
        _, rows, columns = block.shape
        both[:, row : row + rows, column : column + columns] = block
    lower = np.tril(both[:, :n])
    both[:, :n] = lower + np.tril(lower, -1).swapaxes(1, 2)
    return kernels.Kernels(*both)


def blocks(total: int, n: int, size: int) -> list[tuple[int, int]]:
    """(first row, first column) of each block: those above the diagonal follow by symmetry."""
    rows, columns = range(0, total, size), range(0, n, size)
    return [(row, column) for row in rows for column in columns if column <= row]


def block_kernels(x, y, depth: int, pooling: bool) -> np.ndarray:
    """Both kernels of a block, (2, images x, images y), in float64, wherever it is computed.

    Its pairs are shared out over the devices.
    """
    rows, columns = np.indices((len(x), len(y))).reshape(2, -1)
    count = rows.size
    padded = count + -count % len(jax.devices())  # as many for each device: some pairs twice
    pairs = np.resize(rows, padded), np.resize(columns, padded)
    with jax.enable_x64(True):
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


def _write(path: Path, array):
    """Whole, or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(f".{os.getpid()}.tmp")
    with unfinished.open("wb") as file:
        np.save(file, array)
    os.replace(unfinished, path)
