"""Data that need no download: scikit-learn's digits, and points drawn from a key. And batches.

    digits, two_blobs     -> Data(inputs, labels)
    split, pca, batches, flip_labels   what is done to them
    digits_problem        a seed's digits, split, its network, and keys for what else is random
    mnist, cifar10        readers for those who have the files

Inputs lie in [0, 1]: (n, features), or (n, height, width, channels) with image=True. Labels are
whole numbers.
"""

import gzip
from pathlib import Path
from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import Array, Float, Int, Integer, Key, PRNGKeyArray, PyTree

CIFAR_RECORD = 1 + 32 * 32 * 3  # bytes: the label, then the red, green and blue planes


class Data(NamedTuple):
    """inputs (n, ...) and labels (n,), row by row."""

    inputs: Float[Array, "n ..."]
    labels: Integer[Array, " n"]


def digits(n: int | None = None, key: PRNGKeyArray | None = None, image: bool = False) -> Data:
    """The 1797 handwritten digits of 8 x 8 pixels: all or n, shuffled by `key` or as stored."""
    from sklearn.datasets import load_digits  # here: half a second that only its users pay

    pixels, labels = load_digits(return_X_y=True)
    if n is not None and not 1 <= n <= len(labels):
        raise ValueError(
            f"n = {n} digits asked for: there are {len(labels)}, choose 1 <= n <= {len(labels)}"
        )
    rows = np.arange(len(labels))
    if key is not None:
        rows = np.asarray(jax.random.permutation(key, len(labels)))
    rows = rows[:n]
    images = pixels[rows].reshape(-1, 8, 8, 1) / 16
    return _data(images, labels[rows], image)


def two_blobs(key: PRNGKeyArray, n: int, distance=3.0) -> Data:
    """n points of the plane from two round Gaussians, classes 0 and 1, `distance` apart."""
    label_key, noise_key = jax.random.split(key)
    labels = jax.random.bernoulli(label_key, shape=(n,)).astype(int)
    centers = jnp.array([[-distance / 2, 0.0], [distance / 2, 0.0]])
    return Data(centers[labels] + jax.random.normal(noise_key, (n, 2)), labels)


def split(data: Data, train: int, key: PRNGKeyArray | None = None) -> tuple[Data, Data]:
    """(the first `train` rows, the rest), shuffled by `key` before or left in order."""
    n = _row_count(data)
    if not 1 <= train < n:
        raise ValueError(
            f"train = {train} of {n} rows: choose 1 <= train < {n}, "
            "so that some are left to test on"
        )
    rows = jnp.arange(n) if key is None else jax.random.permutation(key, n)
    return take(data, rows[:train]), take(data, rows[train:])


def flip_labels(
    key: PRNGKeyArray, labels: Integer[Array, " n"], share: float, classes: int
) -> Integer[Array, " n"]:
    """The labels, of which exactly the rounded share n is replaced, each by one of the others."""
    which, what = jax.random.split(key)
    n = len(labels)
    flipped = jax.random.permutation(which, n) < round(share * n)
    wrong = (labels + jax.random.randint(what, (n,), 1, classes)) % classes
    return jnp.where(flipped, wrong, labels)


def take(data: PyTree, rows: Int[Array, "..."]) -> PyTree:
    """The given rows of every array in `data`."""
    return jax.tree.map(lambda x: x[rows], data)


class DigitsProblem(NamedTuple):
    """Digits to train on, others to test on, a network's initial weights, and two more keys."""

    train: Data
    test: Data
    w: PyTree
    keys: Key[Array, "2"]


def digits_problem(seed: int, network, train: int, test: int | None = None) -> DigitsProblem:
    """`train` shuffled digits, the `test` next ones (or all others), and network.init(key)."""
    digit_key, init_key, *keys = jax.random.split(jax.random.key(seed), 4)
    known, unknown = split(digits(), train, digit_key)
    unknown = Data(unknown.inputs[:test], unknown.labels[:test])
    return DigitsProblem(known, unknown, network.init(init_key), jnp.stack(keys))


def stack(problems) -> PyTree:
    """Several problems of the same shapes as one, with a leading axis in each of its arrays."""
    return jax.tree.map(lambda *parts: jnp.stack(parts), *problems)


def pca(inputs: Float[Array, "n features"], k: int) -> Float[Array, "n k"]:
    """Coordinates along the k directions of largest variance, centered.

    The sign of each direction is chosen so that its largest entry is positive.
    """
    if not 1 <= k <= min(inputs.shape):
        raise ValueError(
            f"k = {k} components of inputs {inputs.shape}: choose 1 <= k <= {min(inputs.shape)}"
        )
    x = np.asarray(inputs, float)
    x = x - x.mean(axis=0)
    directions = np.linalg.svd(x, full_matrices=False)[2][:k]
    largest = np.argmax(np.abs(directions), axis=1)
    signs = np.sign(directions[np.arange(k), largest])  # LAPACK's own are arbitrary
    return jnp.asarray(x @ (directions.T * signs))


def batches(key: PRNGKeyArray, data: PyTree, batch_size: int, epochs: int = 1) -> PyTree:
    """Batches for run(batches=...): one leading row a step, epochs * (n // batch_size) of them.

    Each epoch is shuffled anew; the rows left over from a whole number of batches sit that epoch
    out. `data` is any pytree of arrays with n rows: to save memory pass jnp.arange(n) and let the
    loss look its rows up.
    """
    n = _row_count(data)
    if not 1 <= batch_size <= n:
        raise ValueError(f"batch_size = {batch_size} of {n} rows: choose 1 <= batch_size <= {n}")
    keys = jax.random.split(key, epochs)
    shuffles = jax.vmap(lambda k: jax.random.permutation(k, n))(keys)
    whole = n // batch_size
    rows = shuffles[:, : whole * batch_size]
    return take(data, rows.reshape(epochs * whole, batch_size))


def mnist(folder, train: bool = True, image: bool = False) -> Data:
    """MNIST from its four IDX files in `folder`, gzipped or not: train-images-idx3-ubyte.gz, ..."""
    part = "train" if train else "t10k"
    pixels = _idx(folder, f"{part}-images-idx3-ubyte")
    labels = _idx(folder, f"{part}-labels-idx1-ubyte")
    if len(pixels) != len(labels):
        raise ValueError(
            f"{folder} holds {len(pixels)} {part} images but {len(labels)} labels: "
            "fetch both files again"
        )
    return _data(pixels[..., None] / 255, labels, image)


def cifar10(folder, train: bool = True, image: bool = False) -> Data:
    """CIFAR-10 from its binary version in `folder`: data_batch_1.bin to 5, and test_batch.bin.

    The "python version" of the same data is not read: it is pickled, and unpickling a file can run
    anything.
    """
    names = [f"data_batch_{i}.bin" for i in range(1, 6)] if train else ["test_batch.bin"]
    records = np.concatenate([_cifar_records(Path(folder) / name) for name in names])
    planes = records[:, 1:].reshape(-1, 3, 32, 32)
    return _data(planes.transpose(0, 2, 3, 1) / 255, records[:, 0], image)


def _row_count(data) -> int:
    found = sorted({len(x) for x in jax.tree.leaves(data)})
    if len(found) != 1:
        raise ValueError(f"data holds arrays of {found} rows: give each as many, one an example")
    return found[0]


def _data(images, labels, image) -> Data:
    inputs = images if image else images.reshape(len(images), -1)
    return Data(jnp.asarray(inputs, float), jnp.asarray(labels, int))


def _idx(folder, name) -> np.ndarray:
    """One IDX file: two zero bytes, the type (8: bytes), the number of axes, lengths, entries."""
    plain, packed = Path(folder) / name, Path(folder) / f"{name}.gz"
    path = packed if packed.exists() else plain
    if not path.exists():
        raise FileNotFoundError(f"{packed} is absent: put the four MNIST files into that folder")
    try:
        raw = path.read_bytes()
        if path == packed:
            raw = gzip.decompress(raw)
    except (EOFError, OSError, gzip.zlib.error) as error:
        raise ValueError(f"{path} cannot be unpacked ({error}): fetch the file again") from error
    axes = raw[3] if raw[:3] == b"\0\0\x08" and len(raw) > 3 else 0
    start = 4 + 4 * axes
    shape = np.frombuffer(raw[4:start], ">u4") if len(raw) >= start else []
    if axes == 0 or len(raw) != start + np.prod(shape, dtype=object):
        raise ValueError(f"{path} is truncated or no IDX file of bytes: fetch the file again")
    return np.frombuffer(raw, np.uint8, offset=start).reshape(shape)


def _cifar_records(path) -> np.ndarray:
    if not path.exists():
        raise FileNotFoundError(
            f"{path} is absent: unpack CIFAR-10's *binary* version into that folder"
        )
    raw = np.frombuffer(path.read_bytes(), np.uint8)
    if raw.size == 0 or raw.size % CIFAR_RECORD or raw[::CIFAR_RECORD].max() > 9:
        raise ValueError(
            f"{path} is truncated or not CIFAR-10's binary version: fetch the file again"
        )
    return raw.reshape(-1, CIFAR_RECORD)
