"""How long both losses keep a network sure of the wrong class: steps on the plane of two logits.

    steps_until_right          of any optimizer, from logits (-a, a, -1000), in float64
    flat_fraction              how much of the wrong half of the plane is nearly flat
    least_squares_accuracies   digits read by least squares, onto one-hot vectors or onto the number

A start is right once the right class has probability 0.9.
"""

from functools import partial

import jax
import jax.numpy as jnp
import numpy as np

from optcourse import cross_entropy
from optcourse.experiments.cross_entropy_and_mse import digits
from optcourse.experiments.run import steps_until
from optcourse.optimizers.base import Optimizer
from optcourse.programs import jit_per_function

TARGET_LEAD = -np.log(9)  # lead d of the wrong class at which the right one has probability 0.9


def steps_until_right(
    optimizer: Optimizer, loss: str, starts, max_steps: int = 300_000
) -> np.ndarray:
    """Steps from (-a, a, -1000) until the right class has probability 0.9, or infinity.

    loss: "cross_entropy" or "mse"; starts: (m,) numbers a. It runs in float64.
    """
    if loss not in cross_entropy.SURFACES:
        names = ", ".join(map(repr, cross_entropy.SURFACES))
        raise ValueError(f"loss = {loss!r}: choose one of {names}")
    with jax.enable_x64(True):
        a = jnp.asarray(starts, float)
        w = jnp.stack([-a, a], axis=1)
        return np.asarray(_steps_until_right(optimizer, loss, max_steps, w))


@partial(jit_per_function, static_argnames=("loss", "max_steps"))
def _steps_until_right(optimizer, loss, max_steps, starts):
    right = lambda w: w[1] - w[0] <= TARGET_LEAD
    surface = cross_entropy.SURFACES[loss].loss
    count = lambda start: steps_until(optimizer, surface, start, right, max_steps)
    return jax.vmap(count)(starts)


def flat_fraction(threshold=1e-3, points: int = 2001) -> dict:
    """{loss: fraction of the half y₂ > y₁ of [-10, 10]² whose gradients are below `threshold`}."""
    grid = np.linspace(-10, 10, points)
    d = grid[:, None] - grid
    norms = cross_entropy.gradient_norms(jnp.asarray(d[d > 0]))
    fractions = {}
    for loss, norm in norms.items():
        flat = np.asarray(norm) < threshold
        fractions[loss] = float(np.mean(flat))
    return fractions


def least_squares_accuracies(seeds: int = 5) -> dict:
    """{target: accuracy (seeds,) on 1000 digits of linear least squares on 500 others}."""
    accuracies = [_least_squares_accuracy(seed) for seed in range(seeds)]
    return {name: np.array([accuracy[name] for accuracy in accuracies]) for name in accuracies[0]}


def _least_squares_accuracy(seed) -> dict:
    problem = digits.digits_problem("bias 0", seed)
    train, labels = _with_constant(problem.train)
    test, truth = _with_constant(problem.test)

    def predict(targets):
        # Some pixels never differ: without rcond they would have weights of any size.
        w, *_ = np.linalg.lstsq(train, targets, rcond=1e-6)
        return test @ w

    one_hot = predict(np.eye(10)[labels]).argmax(axis=1)
    number = predict(labels.astype(float)).round()
    return {
        "one-hot vectors": np.mean(one_hot == truth),
        "the digit as a number": np.mean(number == truth),
    }


def _with_constant(examples):
    """(inputs with a column of ones, labels)."""
    labels = np.asarray(examples.labels)
    return np.column_stack([examples.inputs, np.ones(len(labels))]), labels
