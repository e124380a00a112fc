"""What the choice of coordinates does to a descent on Gaussians: how many steps, along which curve, how far a step.

divergences_of_a_step   the same small change of u, at three deviations, in four coordinates
steps_to_fit            steps to KL < 1e-6 at every learning rate, from five starts; `best` takes the worst start
curves, apart           a flow in the plane of (μ, σ), and how far two such curves lie apart
distance_to_flow        between natural gradient descent and its flow, against the step
affine_paths            natural gradient descent in coordinates v with w = A v + b
"""

from functools import partial
from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import Array, Float

from optcourse import gaussians
from optcourse.experiments.run import run, steps_until
from optcourse.optimizers import gradient_descent

TARGET = 1.0, 2.0  # mean and deviation
STARTS = ((0.0, 4.0), (-1.0, 3.0), (2.5, 1.5), (0.0, 1.0), (2.0, 0.7))
RATES = 10 ** np.linspace(-3, 1, 161)  # with 1 among them
TOLERANCE, MAX_STEPS = 1e-6, 2000


def named_problem(name: str):
    """(coordinates, loss): those of this name, and the divergence of the target from the model."""
    return fit_problem(gaussians.ALL[name])


def fit_problem(coordinates: gaussians.Coordinates):
    """(coordinates, loss): the divergence of the target from the model."""
    return coordinates, gaussians.kl_loss(coordinates, *TARGET)


def starts(name: str) -> Float[Array, "5 2"]:
    """The five starts in these coordinates."""
    return _starts(gaussians.ALL[name])


def _starts(coordinates):
    return jnp.stack([coordinates.point(*start) for start in STARTS])


def step_divergences(deviations, change=0.1) -> dict[str, np.ndarray]:
    """{name: KL(w ‖ w + (0, change)) at each deviation}: how far a step goes that looks the same."""
    moved = {}
    for name, coordinates in gaussians.ALL.items():
        here = [coordinates.point(0.0, std) for std in deviations]
        there = [w.at[1].add(change) for w in here]
        moved[name] = np.array([gaussians.kl(coordinates, *pair) for pair in zip(here, there)])
    return moved


def steps_to_fit(name: str, natural: bool, rates=RATES) -> np.ndarray:
    """Steps until KL < 1e-6, (rates, starts): infinity where MOST are not enough. Computed in float64."""
    with jax.enable_x64(True):
        return np.asarray(
            _steps_to_fit(gaussians.POWERS[name], natural, jnp.asarray(rates, jnp.float64))
        )


@partial(jax.jit, static_argnames="natural")
def _steps_to_fit(power, natural, rates):
    coordinates, loss = fit_problem(
        gaussians.power_coordinates(power)
    )  # traced: compiled once for all four

    def count(rate, w):
        optimizer = (
            gaussians.natural_gradient(coordinates, rate) if natural else gradient_descent(rate)
        )
        return steps_until(optimizer, loss, w, lambda w: loss(w) < TOLERANCE, MAX_STEPS)

    return jax.vmap(jax.vmap(count, in_axes=(None, 0)), in_axes=(0, None))(
        rates, _starts(coordinates)
    )


class BestRate(NamedTuple):
    """The learning rate whose worst start takes the fewest steps, and the steps of each start with it."""

    rate: float
    steps: np.ndarray


def best_rate(name: str, natural: bool) -> BestRate:
    """One learning rate for all five starts, tuned."""
    steps = steps_to_fit(name, natural)
    row = np.argmin(steps.max(axis=1))
    return BestRate(float(RATES[row]), steps[row])


def flow_curves(name: str, natural: bool, time=3.0, steps=3000) -> np.ndarray:
    """The flows from the five starts as points (μ, σ): (starts, steps + 1, 2). Computed in float64."""
    with jax.enable_x64(True):
        return np.asarray(_flow_curves(gaussians.POWERS[name], natural, time, steps))


@partial(jax.jit, static_argnames=("natural", "steps"))
def _flow_curves(power, natural, time, steps):
    coordinates, loss = fit_problem(gaussians.power_coordinates(power))
    paths = jax.vmap(lambda w: gaussians.gradient_flow(coordinates, loss, w, time, steps, natural))(
        _starts(coordinates)
    )
    return mean_and_std(coordinates, paths)


def mean_and_std(coordinates, path) -> Float[Array, "*rows 2"]:
    """Rows w as rows (μ, σ), so that paths in any coordinates share one picture."""
    return jnp.stack(coordinates.gaussian(jnp.moveaxis(path, -1, 0)), axis=-1)


def curve_distance(first: np.ndarray, second: np.ndarray) -> float:
    """How far two curves (n, 2) differ as sets: 0 if one is a part of the other, whatever their speeds.

    The largest distance of a point of one from the other, for that curve of the two for which it is smaller.
    """
    return min(_directed_hausdorff(first, second), _directed_hausdorff(second, first))


def _directed_hausdorff(points, curve):
    a, d = curve[:-1], np.diff(curve, axis=0)
    along = np.einsum("nij,ij->ni", points[:, None] - a, d) / np.maximum(
        np.sum(d**2, axis=1), 1e-300
    )
    nearest = a + np.clip(along, 0, 1)[..., None] * d
    return float(np.max(np.min(np.linalg.norm(points[:, None] - nearest, axis=-1), axis=1)))


def distance_to_flow(name: str, rates, time=2.0) -> np.ndarray:
    """The largest distance in (μ, σ) between descent with a learning rate and the flow, (rates, starts), in float64."""
    found = []
    with jax.enable_x64(True):
        for rate in rates:
            steps = round(time / rate)
            found.append(
                np.asarray(_distance_to_flow(gaussians.POWERS[name], steps, jnp.float64(rate)))
            )
    return np.array(found)


@partial(jax.jit, static_argnames="steps")
def _distance_to_flow(power, steps, rate):
    coordinates, loss = fit_problem(gaussians.power_coordinates(power))
    fine = 8 * max(1, 400 // (8 * steps))  # steps of the flow for each of the descent's

    def one(w):
        descent = run(gaussians.natural_gradient(coordinates, rate), loss, w, steps).path
        exact = gaussians.gradient_flow(coordinates, loss, w, rate * steps, fine * steps)[::fine]
        return jnp.max(
            jnp.linalg.norm(
                mean_and_std(coordinates, descent) - mean_and_std(coordinates, exact), axis=1
            )
        )

    return jax.vmap(one)(_starts(coordinates))


def affine_losses(name: str, key, rate=0.2, steps=30) -> tuple[np.ndarray, np.ndarray]:
    """Losses of natural gradient descent (starts, steps + 1): in w, and in v with w = A v + b, drawn from the key.

    Computed in float64.
    """
    with jax.enable_x64(True):
        for_matrix, for_shift = jax.random.split(key)
        drawn = jax.random.normal(for_matrix, (2, 2)), jax.random.normal(for_shift, (2,))
        both = (jnp.eye(2), jnp.zeros(2)), drawn
        return tuple(
            np.asarray(_losses(gaussians.POWERS[name], *change, rate, steps)) for change in both
        )


@partial(jax.jit, static_argnames="steps")
def _losses(power, matrix, shift, rate, steps):
    coordinates, loss = fit_problem(
        gaussians.affine_coordinates(gaussians.power_coordinates(power), matrix, shift)
    )
    descent = gaussians.natural_gradient(coordinates, rate)
    return jax.vmap(lambda w: run(descent, loss, w, steps).loss)(_starts(coordinates))
