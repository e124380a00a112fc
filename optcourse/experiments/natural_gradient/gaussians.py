"""What the choice of coordinates does to a descent on Gaussians: how many steps, along which curve.

step_divergences   the same small change of u, at three deviations, in four coordinates
steps_to_fit       steps to KL < 1e-6 at every learning rate, from five starts
best_rate          the learning rate whose worst start takes the fewest steps
flow_curves        gradient flows in the plane of (μ, σ)
"""

from functools import partial
from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import Array, Float

from optcourse import gaussians
from optcourse.experiments.run import steps_until
from optcourse.optimizers import gradient_descent

TARGET = 1.0, 2.0  # mean and deviation
STARTS = ((0.0, 4.0), (-1.0, 3.0), (2.5, 1.5), (0.0, 1.0), (2.0, 0.7))
RATES = 10 ** np.linspace(-3, 1, 161)  # with 1 among them
TOLERANCE, MAX_STEPS = 1e-6, 2000


def named_problem(name: str):
    """(coordinates, loss) for coordinates of this name: the KL divergence of the target."""
    return fit_problem(gaussians.ALL[name])


def fit_problem(coordinates: gaussians.Coordinates):
    """(coordinates, loss): the loss is the KL divergence of the target from the model."""
    return coordinates, gaussians.kl_loss(coordinates, *TARGET)


def starts(coordinates: gaussians.Coordinates) -> Float[Array, "5 2"]:
    """The five starts in these coordinates."""
    return jnp.stack([coordinates.from_mean_std(*start) for start in STARTS])


def step_divergences(deviations, change=0.1) -> dict[str, np.ndarray]:
    """{name: KL(w ‖ w + (0, change)) at each deviation}: equal steps, unequal divergences."""
    divergences = {}
    for name, coordinates in gaussians.ALL.items():
        kl_of_step = []
        for std in deviations:
            w = coordinates.from_mean_std(0.0, std)
            moved = w.at[1].add(change)
            kl_of_step.append(gaussians.kl(coordinates, w, moved))
        divergences[name] = np.array(kl_of_step)
    return divergences


def steps_to_fit(name: str, natural: bool, rates=RATES) -> np.ndarray:
    """Steps until KL < 1e-6, (rates, starts): infinity beyond MAX_STEPS. Computed in float64."""
    with jax.enable_x64(True):
        rates = jnp.asarray(rates, jnp.float64)
        return np.asarray(_steps_to_fit(gaussians.POWERS[name], natural, rates))


@partial(jax.jit, static_argnames="natural")
def _steps_to_fit(power, natural, rates):
    # The power is traced: compiled once for all four coordinates.
    coordinates, loss = fit_problem(gaussians.power_coordinates(power))
    converged = lambda w: loss(w) < TOLERANCE

    def count(rate, w):
        optimizer = gradient_descent(rate)
        if natural:
            optimizer = gaussians.natural_gradient(coordinates, rate)
        return steps_until(optimizer, loss, w, converged, MAX_STEPS)

    over_starts = jax.vmap(count, in_axes=(None, 0))
    return jax.vmap(over_starts, in_axes=(0, None))(rates, starts(coordinates))


class BestRate(NamedTuple):
    """The learning rate whose worst start takes the fewest steps, and the steps of each start."""

    rate: float
    steps: np.ndarray


def best_rate(name: str, natural: bool) -> BestRate:
    """The one of RATES whose worst of five starts takes the fewest steps."""
    steps = steps_to_fit(name, natural)
    row = np.argmin(steps.max(axis=1))
    return BestRate(float(RATES[row]), steps[row])


def flow_curves(name: str, natural: bool, time=3.0, steps=3000) -> np.ndarray:
    """Flows from the five starts as points (μ, σ): (starts, steps + 1, 2). Computed in float64."""
    with jax.enable_x64(True):
        return np.asarray(_flow_curves(gaussians.POWERS[name], natural, time, steps))


@partial(jax.jit, static_argnames=("natural", "steps"))
def _flow_curves(power, natural, time, steps):
    coordinates, loss = fit_problem(gaussians.power_coordinates(power))
    flow = lambda w: gaussians.gradient_flow(coordinates, loss, w, time, steps, natural)
    return mean_and_std(coordinates, jax.vmap(flow)(starts(coordinates)))


def mean_and_std(coordinates, path) -> Float[Array, "*rows 2"]:
    """Rows w as rows (μ, σ), so that paths in any coordinates share one picture."""
    mean, std = coordinates.to_mean_std(jnp.moveaxis(path, -1, 0))
    return jnp.stack([mean, std], axis=-1)
