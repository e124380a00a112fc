"""Kernels of images on a hundred digits, in place and moved about: what pooling is worth.

rolled_digits      the study: a row for each shift and set of digits, a column for each method
measure            one row
squared_loss_row   of a second table: a finite network on the loss that kernels have
depth_row          of a third: kernels of rolled digits, pooled, with fewer and with more layers
framed_row         of a fourth: the pooled kernel of digits in a black frame, where none is cut
images             the digits of a seed, each rolled at random by up to that many pixels both ways
read_rolled        the accuracies of a method, one number a seed; of the others, read_squared_loss,
                   read_depths and read_framed

A kernel regresses on ten columns, 0.9 for the class and -0.1 elsewhere. RBF and Laplace have the
width and the ridge that are best on the *test* digits, which is more than they deserve; the kernels
of networks have one ridge, and nothing to choose but their depth.
"""

from functools import cache, partial
from itertools import product

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import Array, Float

from optcourse import kernels, losses, models
from optcourse.experiments import data, table
from optcourse.experiments.infinite_width import problems
from optcourse.experiments.run import take_steps
from optcourse.kernel_regression import regression
from optcourse.optimizers import adam

SHIFTS = (0, 3)
DEPTHS = (2,)
TRAIN, TEST, CLASSES = 100, 140, 10
RIDGES = (1e-4, 1e-2)  # of the mean of the kernel's diagonal; the first for networks' kernels
WIDTHS = (0.5, 1.0, 2.0, 4.0)  # of the median distance of two training digits
CHANNELS = (1, 32, 32)
RATE, STEPS = 1e-2, 300  # of Adam, all training digits at once
SETTINGS = {
    "train": TRAIN,
    "test": TEST,
    "depths": DEPTHS,
    "ridges": RIDGES,
    "widths": WIDTHS,
    "channels": CHANNELS,
    "learning_rate": RATE,
    "steps": STEPS,
}
SQUARED_LOSS = {
    "train": TRAIN,
    "test": TEST,
    "channels": CHANNELS,
    "learning_rate": 3e-3,
    "steps": 900,
}
OTHER_DEPTHS = {"train": TRAIN, "test": TEST, "shift": SHIFTS[1], "ridge": RIDGES[0]}
FRAMED = {"train": TRAIN, "test": TEST, "depth": DEPTHS[0], "ridge": RIDGES[0]}


def rolled_digits() -> table.Table:
    """Accuracy of kernels with and without pooling on a hundred rolled digits (15 minutes)."""
    seeds = range(problems.SEEDS)
    rows = partial(table.fill, "rolled_digits.squared_loss", SQUARED_LOSS)
    rows(table.grid(shift=SHIFTS[1:], seed=seeds), squared_loss_row)
    rows = partial(table.fill, "rolled_digits.depths", OTHER_DEPTHS)
    rows(table.grid(depth=(1, 3), seed=seeds), depth_row)
    table.fill("rolled_digits.framed", FRAMED, table.grid(seed=seeds), framed_row)
    return table.fill("rolled_digits", SETTINGS, table.grid(shift=SHIFTS, seed=seeds), measure)


def measure(shift: int, seed: int) -> dict:
    """A table row: the accuracy of each method on the test digits."""
    train, test = images(shift, seed)
    accuracies = {}
    with jax.enable_x64(True):
        x, others = (np.asarray(part.inputs, float) for part in (train, test))
        for depth, pooling in product(DEPTHS, (True, False)):
            found = image_kernels(x, others, depth, pooling)
            for name, (k, K) in found.items():
                accuracies[name] = kernel_accuracy(k, K, train, test, RIDGES[0])
        for name, candidates in plain_kernels(x, others).items():
            tries = product(candidates, RIDGES)
            accuracies[name] = max(kernel_accuracy(k, K, train, test, r) for (k, K), r in tries)
    accuracies["finite_cnn"] = network_accuracy(seed, train, test)
    return {name: float(each) for name, each in accuracies.items()}


def depth_row(depth: int, seed: int) -> dict:
    """A row of the third table: both kernels of this depth, pooled, on rolled digits."""
    train, test = images(OTHER_DEPTHS["shift"], seed)
    with jax.enable_x64(True):
        x, others = (np.asarray(part.inputs, float) for part in (train, test))
        found = image_kernels(x, others, depth, pooling=True).values()
        tangent, covariance = (kernel_accuracy(*each, train, test, RIDGES[0]) for each in found)
    return {"cntk_pooled": float(tangent), "cnn_gp_pooled": float(covariance)}


def framed_row(seed: int) -> dict:
    """A row of the fourth table: the pooled CNTK of digits in place, in a black frame.

    The frame is as wide as the layers of windows reach. In a wider one a digit may be rolled
    without being cut, and every kernel is the same, but for one factor in all of them.
    """
    train, test = images(0, seed)
    depth = FRAMED["depth"]
    sides = ((0, 0), (depth, depth), (depth, depth), (0, 0))
    with jax.enable_x64(True):
        x, others = (np.pad(np.asarray(part.inputs, float), sides) for part in (train, test))
        K, k = kernels.cntk(x, x, depth), kernels.cntk(others, x, depth)
        accuracy = kernel_accuracy(k, K, train, test, FRAMED["ridge"])
    return {"cntk_pooled": float(accuracy)}


def images(shift: int, seed: int) -> tuple[data.Data, data.Data]:
    """(digits to train on, to test on), each image rolled by up to `shift` pixels both ways."""
    digit_key, roll_key = jax.random.split(jax.random.key(seed))
    some = data.digits(TRAIN + TEST, digit_key, image=True)
    shifts = jax.random.randint(roll_key, (TRAIN + TEST, 2), -shift, shift + 1)
    rolled = jax.vmap(partial(jnp.roll, axis=(0, 1)))(some.inputs, shifts)
    return data.split(some._replace(inputs=rolled), TRAIN)


def image_kernels(x, others, depth: int, pooling: bool) -> dict:
    """{method: (k, K)} of the two kernels of convolutional networks."""
    K = kernels.convolutional_kernels(x, x, depth, pooling)
    k = kernels.convolutional_kernels(others, x, depth, pooling)
    top = "pooled" if pooling else "flat"
    return {
        f"cntk_{top}_{depth}": (k.tangent, K.tangent),
        f"cnn_gp_{top}_{depth}": (k.covariance, K.covariance),
    }


def plain_kernels(x, others) -> dict[str, list]:
    """{method: [(k, K), ...]} of kernels that see pixels: RBF and Laplace at each width, linear."""
    x, others = (rows.reshape(len(rows), -1) for rows in (x, others))
    here, there = _distances(x, x), _distances(others, x)
    median = np.median(here[np.triu_indices(len(x), 1)])
    widths = [share * median for share in WIDTHS]
    rbf = lambda distance, width: np.exp(-((distance / width) ** 2) / 2)
    laplace = lambda distance, width: np.exp(-distance / width)
    return {
        "rbf": [(rbf(there, width), rbf(here, width)) for width in widths],
        "laplace": [(laplace(there, width), laplace(here, width)) for width in widths],
        "linear": [(others @ x.T, x @ x.T)],
    }


def _distances(x, y):
    return np.linalg.norm(x[:, None] - y, axis=-1)


def kernel_accuracy(k, K, train, test, ridge) -> Float[Array, ""]:
    """Share of test digits whose largest output is right; ridge: in units of K's mean diagonal."""
    K = jnp.asarray(K)
    targets = jax.nn.one_hot(train.labels, CLASSES, dtype=K.dtype) - 1 / CLASSES
    outputs = regression(jnp.asarray(k), K, targets, ridge * float(jnp.mean(jnp.diag(K))))
    return losses.accuracy(outputs, test.labels)


@jax.jit
def network_accuracy(seed, train, test) -> Float[Array, ""]:
    """The same of a convolutional network, trained by Adam on cross-entropy."""
    loss = lambda w: losses.cross_entropy(network_outputs(w, train.inputs), train.labels)
    return _accuracy_after(loss, seed, RATE, STEPS, test)[1]


def squared_loss_row(shift: int, seed: int) -> dict:
    """A row of the second table: that network on the kernels' own loss, and for longer."""
    loss, accuracy = _squared_loss_accuracy(seed, *images(shift, seed))
    return {"train_loss": float(loss), "finite_cnn": float(accuracy)}


@jax.jit
def _squared_loss_accuracy(seed, train, test):
    targets = jax.nn.one_hot(train.labels, CLASSES) - 1 / CLASSES
    loss = lambda w: losses.mse(network_outputs(w, train.inputs), targets)
    return _accuracy_after(loss, seed, SQUARED_LOSS["learning_rate"], SQUARED_LOSS["steps"], test)


def _accuracy_after(loss, seed, rate, steps, test):
    """(loss, share of right answers) after so many steps of Adam."""
    w = models.cnn(CHANNELS, CLASSES).init(jax.random.key(seed))
    end = take_steps(adam(rate), loss, w, steps)
    return loss(end), losses.accuracy(network_outputs(end, test.inputs), test.labels)


def network_outputs(w, inputs) -> Float[Array, "n classes"]:
    """What models.cnn gives, by products of matrices: ten times as fast where XLA has a CPU."""
    h = inputs
    for layer in w[:-1]:
        filters = layer.weight.reshape(-1, layer.weight.shape[-1])
        h = jax.nn.relu(_windows(h) @ filters + layer.bias)
    return jnp.mean(h, axis=(1, 2)) @ w[-1].weight + w[-1].bias


def _windows(images):
    """The nine pixels of each window side by side, (n, height, width, 9 channels)."""
    _, height, width, _ = images.shape
    padded = jnp.pad(images, ((0, 0), (1, 1), (1, 1), (0, 0)))
    corners = product(range(3), range(3))
    shifted = [padded[:, i : i + height, j : j + width] for i, j in corners]
    return jnp.concatenate(shifted, axis=-1)


@cache
def read_rolled(method: str, shift: int) -> np.ndarray:
    """(seeds,): the accuracies of one method, a column of the table."""
    return table.read("rolled_digits").where(shift=shift).columns[method]


@cache
def read_squared_loss() -> np.ndarray:
    """(seeds,): the accuracies on rolled digits of a finite network, trained on squared loss."""
    return table.read("rolled_digits.squared_loss").where(shift=SHIFTS[1]).columns["finite_cnn"]


@cache
def read_depths(method: str) -> dict[int, np.ndarray]:
    """{depth: (seeds,)} of `cntk_pooled` or `cnn_gp_pooled` on rolled digits."""
    by_depth = {DEPTHS[0]: read_rolled(f"{method}_{DEPTHS[0]}", SHIFTS[1])}
    for depth, rows in table.read("rolled_digits.depths").by("depth").items():
        by_depth[depth] = rows.columns[method]
    return dict(sorted(by_depth.items()))


@cache
def read_framed() -> np.ndarray:
    """(seeds,): the accuracies of the pooled CNTK on digits in a black frame, moved or not."""
    return table.read("rolled_digits.framed").columns["cntk_pooled"]
