"""A small network with two targets that cannot both be met: its weight scales a bump, or moves it.

    f(x) = θ₁ φ(x + 1) + θ₂ φ(x - 1)     "amplitude": convex in θ, and so is the front
    f(x) = φ(x - θ)                      "location":  concave, and convex near its ends

The targets are φ(x + 1) and φ(x - 1), with φ(x) = exp(-x² / 2w²), w = 0.6. Each loss is the squared
distance of f to its target, in units of 2 ‖φ‖²; for the second model, with its target at a, it is
1 - exp(-(θ - a)² / 4w²).
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
    """φ(x - center) at the inputs x."""
    # No constant of the module: an array that a function closes over keeps its first precision.
    x = jnp.linspace(-5, 5, 201)
    return jnp.exp(-((x - center) ** 2) / (2 * WIDTH**2))


def _amplitude(theta):
    left, right = TARGETS
    return theta[0] * bump(left) + theta[1] * bump(right)


MODELS = {"amplitude": _amplitude, "location": lambda theta: bump(theta[0])}


def losses(model: Callable, theta) -> Float[Array, "2"]:
    """(L₁, L₂): the squared distances of the outputs to both targets."""
    unit = 2 * jnp.sum(bump(0.0) ** 2)
    errors = [model(theta) - bump(center) for center in TARGETS]
    return jnp.stack([jnp.sum(error**2) for error in errors]) / unit


def front(name: str, n: int = 101) -> Float[Array, "n 2"]:
    """n points of a model's front, from the first target to the second."""
    s = jnp.linspace(0, 1, n)
    if name == "amplitude":
        theta = jnp.stack([1 - s, s], axis=1)
    else:
        theta = 2 * s[:, None] - 1
    return jax.vmap(partial(losses, MODELS[name]))(theta)


class SweepResult(NamedTuple):
    """alphas (m,), and losses (m, starts, 2): both losses at the end of each run."""

    alphas: Array
    losses: Array


@partial(jax.jit, static_argnames=("name", "runs"))
def sweep_weights(name: str, key: PRNGKeyArray, runs: int = 32) -> SweepResult:
    """Gradient descent on L₁ + α L₂: 21 weights from 0.2 to 5, the same random starts for each."""
    model, alphas = MODELS[name], jnp.geomspace(0.2, 5.0, 21)
    weights = 2 if name == "amplitude" else 1
    starts = jax.random.uniform(key, (runs, weights), minval=-1.0, maxval=1.0)

    def final_losses(alpha, start):
        scalarization = jnp.stack([jnp.ones_like(alpha), alpha])
        loss = lambda theta: losses(model, theta) @ scalarization
        end = run(gradient_descent(RATE), loss, start, STEPS).end
        return losses(model, end)

    over_starts = jax.vmap(final_losses, in_axes=(None, 0))
    over_alphas = jax.vmap(over_starts, in_axes=(0, None))
    return SweepResult(alphas, over_alphas(alphas, starts))


def balanced_fraction(result: SweepResult) -> float:
    """The fraction of runs that end with L₁ between 0.2 and 0.8 of L₁ + L₂."""
    first, second = np.moveaxis(np.asarray(result.losses), -1, 0)
    fraction = first / (first + second)
    return float(np.mean((fraction > 0.2) & (fraction < 0.8)))


def widest_gap(result: SweepResult) -> float:
    """The widest interval of L₁, between its least and its largest, in which no run ends."""
    first = np.asarray(result.losses)[..., 0]
    gaps = np.diff(np.sort(first, axis=None))
    return float(np.max(gaps))
