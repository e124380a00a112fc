"""Two walks over Gaussians, by gradient descent and by natural gradient, in any coordinates.

geometry_runs    both walks in the plane of (μ, σ), their losses, and when they arrive
"""

from typing import NamedTuple

import jax
import jax.numpy as jnp
from jaxtyping import Array, Float

from optcourse import gaussians
from optcourse.experiments.natural_gradient import gaussians as measured
from optcourse.experiments.run import first_below

STEPS = 40
TOLERANCE = 1e-3  # a run has arrived where its loss is below this


class GeometryRuns(NamedTuple):
    """Of gradient descent, then of natural gradient; not a number after a step to no Gaussian.

    paths: points (μ, σ); arrival_steps: infinity for never.
    """

    paths: Float[Array, "2 rows 2"]
    losses: Float[Array, "2 rows"]
    arrival_steps: Float[Array, "2"]


@jax.jit
def geometry_runs(power, start, descent_rate, natural_rate) -> GeometryRuns:
    """STEPS steps of both from start (μ, σ), in the coordinates u = σᵖ, p the power."""
    coordinates, loss = measured.fit_problem(gaussians.power_coordinates(power))
    w = coordinates.from_mean_std(*start)
    rules = (
        lambda w, g: descent_rate * g,
        lambda w, g: natural_rate * g / jnp.diagonal(coordinates.fisher(w)),  # F is diagonal
    )
    paths = [_descend(loss, w, rule) for rule in rules]
    losses = jnp.stack([jax.vmap(loss)(path) for path in paths])
    return GeometryRuns(
        paths=jnp.stack([measured.mean_and_std(coordinates, path) for path in paths]),
        losses=losses,
        arrival_steps=jnp.stack([first_below(each, TOLERANCE) for each in losses]),
    )


def _descend(loss, w, rule) -> Float[Array, "rows 2"]:
    step = lambda w, _: (w - rule(w, jax.grad(loss)(w)), w)
    end, path = jax.lax.scan(step, w, length=STEPS)
    return jnp.vstack([path, end])
