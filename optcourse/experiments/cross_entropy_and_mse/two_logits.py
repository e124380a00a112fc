"""How long both losses keep a network that is sure of the wrong class, counted in steps on the plane of two logits.

    steps_until_right   of any optimizer, from logits (-a, a, -1000), in float64 or float32
    flat_share          how much of the wrong half of the plane is nearly flat
    first_gradient      of a digits network: its length under each loss
    regression          digits read by least squares, onto one-hot vectors and onto the digit as a number

A start is right once the right class has probability 0.9.
"""

from functools import partial

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import Array, Float

from optcourse import cross_entropy, trees
from optcourse.experiments.cross_entropy_and_mse import digits
from optcourse.experiments.run import steps_until
from optcourse.optimizers.base import Optimizer
from optcourse.programs import jit_per_function

TARGET_LEAD = -np.log(9)  # the lead d of the wrong class at which the right one has probability 0.9


def steps_until_right(
    optimizer: Optimizer, loss: str, starts, most: int = 300_000, bits: int = 64
) -> np.ndarray:
    """Steps until the right class has probability 0.9, from the logits (-a, a, -1000); infinity beyond `most`.

    loss: "cross_entropy" or "mse"; starts: (m,) numbers a; bits: 64 or 32, the precision of the numbers.
    """
    if loss not in cross_entropy.SURFACES:
        raise ValueError(
            f"loss = {loss!r}: choose one of {', '.join(map(repr, cross_entropy.SURFACES))}"
        )
    if bits not in (32, 64):
        raise ValueError(f"bits = {bits}: choose 32 or 64")
    with jax.enable_x64(bits == 64):
        a = jnp.asarray(starts, float)
        return np.asarray(_steps_until_right(optimizer, loss, most, jnp.stack([-a, a], axis=1)))


@partial(jit_per_function, static_argnames=("loss", "most"))
def _steps_until_right(optimizer, loss, most, starts):
    right = lambda w: w[1] - w[0] <= TARGET_LEAD
    surface = cross_entropy.SURFACES[loss].loss
    return jax.vmap(lambda start: steps_until(optimizer, surface, start, right, most))(starts)


def flat_fraction(threshold=1e-3, points: int = 2001) -> dict:
    """For each loss the share of the wrong half, y₂ > y₁ in [-10, 10]², whose gradient is shorter than `threshold`."""
    grid = np.linspace(-10, 10, points)
    d = grid[:, None] - grid
    lengths = cross_entropy.gradient_norms(jnp.asarray(d[d > 0]))
    return {
        name: float(np.mean(np.asarray(length) < threshold)) for name, length in lengths.items()
    }


def initial_gradient_norms(start: str, seed: int) -> dict:
    """Length of the gradient of a digits network before its first step, for each loss. start: as in `digits`."""
    at = digits.digits_problem(start, seed)
    return {name: float(_gradient_norm(name, at.train, at.w)) for name in digits.LOSSES}


@partial(jax.jit, static_argnums=0)
def _gradient_norm(loss, examples, w) -> Float[Array, ""]:
    of = lambda w: digits.LOSSES[loss](digits.NETWORK.apply(w, examples.inputs), examples.labels)
    return trees.norm(jax.grad(of)(w))


def least_squares_accuracies(seeds: int = 5) -> dict:
    """Accuracy (seeds,) on 1000 digits of linear least squares on 500 others, for two ways to write the target."""
    accuracies = [_least_squares_accuracy(seed) for seed in range(seeds)]
    return {name: np.array([accuracy[name] for accuracy in accuracies]) for name in accuracies[0]}


def _least_squares_accuracy(seed) -> dict:
    at = digits.digits_problem("bias 0", seed)
    train, test = (
        np.column_stack([part.inputs, np.ones(len(part.labels))]) for part in (at.train, at.test)
    )
    labels, truth = np.asarray(at.train.labels), np.asarray(at.test.labels)
    fit = lambda targets: (
        test @ np.linalg.lstsq(train, targets, rcond=1e-6)[0]
    )  # some pixels never differ
    one_hot, number = fit(np.eye(10)[labels]).argmax(axis=1), fit(labels.astype(float)).round()
    return {
        "one-hot vectors": np.mean(one_hot == truth),
        "the digit as a number": np.mean(number == truth),
    }
