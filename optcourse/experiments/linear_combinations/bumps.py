"""One small network with two targets that cannot both be met: its weight scales a bump, or moves it.

    f(x) = θ₁ φ(x + 1) + θ₂ φ(x - 1)     "amplitude": convex in θ, and so is the front
    f(x) = φ(x - θ)                      "location":  concave between the targets, convex near its ends

The targets are φ(x + 1) and φ(x - 1), with φ(x) = exp(-x² / 2w²), w = 0.6. Each loss is the squared distance of f to
its target, in units of 2 ‖φ‖²; for the second model, with its target at a, it is 1 - exp(-(θ - a)² / 4w²)     (7.14).
"""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import Array, Float, PRNGKeyArray

from optcourse.experiments.run import run
from optcourse.optimizers import gradient_descent

WIDTH, TARGETS = 0.6, (-1.0, 1.0)
RATE, STEPS = 0.1, 1000


def bump(center) -> Float[Array, "201"]:
    """φ(x - center) at the inputs x.

    x is no constant of the module: a NumPy array that a function closes over keeps, in JAX's caches, the precision in
    which it was first compiled.
    """
    x = jnp.linspace(-5, 5, 201)
    return jnp.exp(-((x - center) ** 2) / (2 * WIDTH**2))


MODELS = {
    "amplitude": lambda theta: theta[0] * bump(TARGETS[0]) + theta[1] * bump(TARGETS[1]),
    "location": lambda theta: bump(theta[0]),
}


def losses(model: Callable, theta) -> Float[Array, "2"]:
    """(L₁, L₂): the distance of the outputs to either target."""
    unit = 2 * jnp.sum(bump(0.0) ** 2)
    return jnp.stack([jnp.sum((model(theta) - bump(a)) ** 2) for a in TARGETS]) / unit


def front(name: str, n: int = 101) -> Float[Array, "n 2"]:
    """n points of a model's front, from the first target to the second."""
    part = jnp.linspace(0, 1, n)
    thetas = {"amplitude": jnp.stack([1 - part, part], axis=1), "location": 2 * part[:, None] - 1}
    return jax.vmap(lambda theta: losses(MODELS[name], theta))(thetas[name])


class SweepResult(NamedTuple):
    """alphas (m,) and the losses (m, starts, 2) at which their runs end."""

    alphas: Array
    losses: Array


@partial(jax.jit, static_argnames=("name", "runs"))
def sweep_weights(name: str, key: PRNGKeyArray, runs: int = 32) -> SweepResult:
    """Gradient descent on L₁ + α L₂ for 21 weights from 0.2 to 5, the same random starts for each."""
    model, alphas = MODELS[name], jnp.geomspace(0.2, 5.0, 21)
    starts = jax.random.uniform(
        key, (runs, 2 if name == "amplitude" else 1), minval=-1.0, maxval=1.0
    )

    def end(alpha, start):
        loss = lambda theta: losses(model, theta) @ jnp.stack([jnp.ones_like(alpha), alpha])
        return losses(model, run(gradient_descent(RATE), loss, start, STEPS).end)

    return SweepResult(alphas, jax.vmap(jax.vmap(end, (None, 0)), (0, None))(alphas, starts))


def balanced_fraction(reached: SweepResult) -> float:
    """The share of runs that end with the first loss between a fifth and four fifths of the sum."""
    first, second = np.moveaxis(np.asarray(reached.losses), -1, 0)
    share = first / (first + second)
    return float(np.mean((share > 0.2) & (share < 0.8)))


def widest_gap(reached: SweepResult) -> float:
    """The widest stretch of first losses, from the smallest to the largest reached, in which no run ends."""
    first = np.sort(np.asarray(reached.losses)[..., 0], axis=None)
    return float(np.max(np.diff(first)))
