"""Two walks over Gaussians: Euclidean steps to a circle of parameters, natural ones to a region.

geometry_runs    both walks, and what surrounds their start, as numbers
"""

from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import Array, Float

from optcourse import gaussians, steepest
from optcourse.experiments.natural_gradient import gaussians as measured
from optcourse.experiments.run import first_below

STEPS = 40
TOLERANCE = 1e-3  # a run has arrived where its divergence from the target is below this
PIXELS = 48  # of the loss around the start
STEP_FRACTIONS = np.append(0.0, np.geomspace(1e-3, 1, 60))  # of a step: as far as the loss falls
ANGLES = 90  # tried around a region, before Newton's method: 720 take three times as long


class GeometryRuns(NamedTuple):
    """Runs of the Euclidean steps, then of the natural ones; points of the plane are (μ, σ).

    In the plane: paths (2, STEPS + 1, 2), and regions (2, n, 2) around their points at `step`;
    losses (2, STEPS + 1), and arrival_steps (2,). In the coordinates, relative to the start:
    full_steps (2, 2) to the edges of the regions, boundaries (2, n, 2), these edges, and
    first_steps (2, 2), shorter where the loss rises before. step_divergences (2,): KL of each full
    step; local_loss: the loss around the start, `scale` to each side.
    """

    paths: Array
    regions: Array
    losses: Array
    arrival_steps: Array
    full_steps: Array
    boundaries: Array
    first_steps: Array
    step_divergences: Array
    local_loss: Array
    scale: Array


@jax.jit
def geometry_runs(power, start, radius, divergence, step) -> GeometryRuns:
    """From start (μ, σ) in u = σᵖ, p the power: circles of this radius, regions KL ≤ divergence."""
    coordinates, loss = measured.fit_problem(gaussians.power_coordinates(power))
    w = coordinates.from_mean_std(*start)
    rules = (
        lambda w, g: steepest.euclidean_step(g, radius),
        lambda w, g: steepest.kl_step(coordinates, w, g, divergence, ANGLES),
    )
    circle = lambda w: w + radius * _unit_circle()
    region = lambda w: steepest.kl_contour(coordinates, w, divergence)
    paths = [_descend(loss, w, rule) for rule in rules]
    losses = jnp.stack([jax.vmap(loss)(path) for path in paths])
    steps = jnp.stack([rule(w, jax.grad(loss)(w)) for rule in rules])
    boundaries = jnp.stack([circle(w), region(w)]) - w
    scale = 1.15 * jnp.max(jnp.abs(boundaries))
    regions = jnp.stack([circle(paths[0][step]), region(paths[1][step])])
    return GeometryRuns(
        paths=jnp.stack([measured.mean_and_std(coordinates, path) for path in paths]),
        regions=measured.mean_and_std(coordinates, regions),
        losses=losses,
        arrival_steps=jnp.stack([first_below(each, TOLERANCE) for each in losses]),
        full_steps=steps,
        boundaries=boundaries,
        first_steps=jnp.stack([path[1] for path in paths]) - w,
        step_divergences=jnp.stack([gaussians.kl(coordinates, w, w + d) for d in steps]),
        local_loss=_local_loss(loss, w, scale),
        scale=scale,
    )


def _descend(loss, w, rule) -> Float[Array, "rows 2"]:
    """STEPS steps by a rule (w, g) -> d to a region's edge, or less far where the loss rises."""
    fractions = jnp.asarray(STEP_FRACTIONS, float)

    def visit(w, _):
        # Where the gradient is zero no direction is steepest.
        d = jnp.nan_to_num(rule(w, jax.grad(loss)(w)))
        losses = jax.vmap(lambda fraction: loss(w + fraction * d))(fractions)
        return w + fractions[jnp.nanargmin(losses)] * d, w

    end, path = jax.lax.scan(visit, w, length=STEPS)
    return jnp.vstack([path, end])


def _unit_circle():
    angles = jnp.linspace(0, 2 * jnp.pi, 200)
    return jnp.stack([jnp.cos(angles), jnp.sin(angles)], axis=1)


def _local_loss(loss, w, scale):
    """The loss around w from 0 to 1, which a fifth of the picture exceeds; NaN: no Gaussian."""
    side = jnp.linspace(-1, 1, PIXELS) * scale
    x, y = jnp.meshgrid(side, side)
    values = jax.vmap(jax.vmap(loss))(w + jnp.stack([x, y], axis=-1))
    some = values[::4, ::4]  # a sixteenth sorts in a fortieth of the time
    low, high = jnp.nanmin(values), jnp.nanquantile(some, 0.8)
    return jnp.clip((values - low) / (high - low), 0, 1)
