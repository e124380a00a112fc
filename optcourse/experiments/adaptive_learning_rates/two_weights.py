"""One learning rate against one for each coordinate, on losses of two weights.

    race                  five methods, each at its best rate in a ravine
    sweep_rates           relative losses, of every method with every learning rate
    steps_against_kappa   the same rates for every ravine: how many steps do they take?
    ravine_rotation       a ravine that is turned, every method at its best rate: its table,
                          read_rotation
    noisy_ravine_runs     of a rate that grows until it is too large

The ravine is L = ½ (x² + κ y²), turned by an angle.
"""

from functools import partial
from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import Array, Float, Key, PRNGKeyArray

from optcourse import landscapes, linalg, optimizers
from optcourse.experiments import data, table
from optcourse.experiments.run import first_below, run, steps_until

METHODS = ("gradient_descent", "momentum", "adagrad", "adagrad_rms", "rmsprop", "adam")
RACERS = tuple(name for name in METHODS if name != "adagrad_rms")
SHARED_RATE_METHODS = METHODS[:2]  # one rate for all coordinates: what they bear depends on κ
FIXED_RATES = {"adagrad": 0.5, "adagrad_rms": 0.02, "rmsprop": 0.01, "adam": 0.02}  # for every κ
TARGET_LOSS = 5e-5  # the loss when |x|, 1 at the start, is 0.01 and y is 0
ROTATION_SETTINGS = {
    "kappa": 1e4,
    "angles": [0, 1, 5, 15, 45],
    "seeds": 5,
    "rates": 81,
    "lowest": 1e-5,  # rate searched for the methods that divide by the size of their gradients
    "most": 100_000,
    "target": TARGET_LOSS,
}


def rates(method: str, kappa, count: int, lowest=1e-3) -> Float[Array, " count"]:
    """The grid of learning rates: up to the edge of stability, or from `lowest` to 4."""
    if method in SHARED_RATE_METHODS:
        beta = 0.9 if method == "momentum" else 0.0
        return jnp.geomspace(0.02, 0.99, count) * 2 * (1 + beta) / kappa
    return jnp.geomspace(lowest, 4, count)


class Race(NamedTuple):
    """For each racer, at its best rate: path, rate, steps.

    steps: until the loss is below 5e-5 for the first time; infinity if it never is.
    """

    path: Float[Array, "racers t 2"]
    rate: Float[Array, " racers"]
    steps: Float[Array, " racers"]


def race(kappa, angle, start, steps: int = 400) -> Race:
    """Every racer from one start, each at the best of 24 rates: fewest steps, or lowest end."""
    loss = landscapes.quadratic(kappa, angle).loss
    return data.stack([_best_run(name, kappa, loss, start, steps) for name in RACERS])


def _best_run(name, kappa, loss, start, steps) -> Race:
    grid, make = rates(name, kappa, 24), optimizers.ALL[name]
    curves = jax.vmap(lambda rate: _losses(make(rate), loss, start, steps))(grid)
    counts = jax.vmap(partial(first_below, target=TARGET_LOSS))(curves)
    ends = jnp.nan_to_num(curves[:, -1], nan=jnp.inf)
    best = jnp.argmin(jnp.where(jnp.any(jnp.isfinite(counts)), counts, ends))
    path = run(make(grid[best]), loss, start, steps).path
    return Race(path, grid[best], counts[best])


def sweep_rates(loss, w, rates, steps: int, methods=METHODS) -> Float[Array, "methods rates t"]:
    """The loss relative to the first after t = 0 to `steps` steps: each method with each rate."""

    def sweep(make):
        return jax.vmap(lambda rate: _losses(make(rate), loss, w, steps))(jnp.asarray(rates))

    return jnp.stack([sweep(optimizers.ALL[name]) for name in methods]) / loss(w)


def _losses(optimizer, loss, w, steps):
    return run(optimizer, loss, w, steps, record=lambda w, state: None).loss


def steps_to_target(
    optimizer, loss, start, target=TARGET_LOSS, max_steps: int = 100_000
) -> Float[Array, ""]:
    """Steps until the loss is below target for the first time; infinity beyond `max_steps`."""
    return steps_until(optimizer, loss, start, lambda w: loss(w) < target, max_steps)


def steps_against_kappa(
    kappas, key: PRNGKeyArray, seeds: int = 5, max_steps: int = 600_000
) -> dict[str, np.ndarray]:
    """Steps to a loss of 5e-5 from near (1, 1): {method: (kappas, seeds)}, in float64.

    The rate is 1 / κ for gradient descent and momentum 0.9; for the others see FIXED_RATES.
    """
    with jax.enable_x64(True):
        keys = jax.random.split(key, seeds)
        near_one = lambda k: 1 + 0.1 * jax.random.uniform(k, (2,), float, -1, 1)
        starts = jax.vmap(near_one)(keys)
        steps = lambda name, kappa: _steps_on_axes(name, float(kappa), starts, max_steps)
        return {name: np.stack([steps(name, kappa) for kappa in kappas]) for name in METHODS}


@partial(jax.jit, static_argnames=("name", "max_steps"))
def _steps_on_axes(name, kappa, starts, max_steps):
    optimizer = optimizers.ALL[name](FIXED_RATES.get(name, 1 / kappa))
    loss = landscapes.quadratic(kappa).loss
    steps = lambda start: steps_to_target(optimizer, loss, start, max_steps=max_steps)
    return jax.vmap(steps)(starts)


def ravine_rotation() -> table.Table:
    """Steps down a ravine, κ = 10 000, that is turned, at each method's best rate (4 minutes)."""
    angles, seeds = ROTATION_SETTINGS["angles"], range(ROTATION_SETTINGS["seeds"])
    jobs = table.grid(method=METHODS, angle=angles, seed=seeds)
    return table.fill("ravine_rotation", ROTATION_SETTINGS, jobs, best_steps)


def best_steps(method: str, angle, seed: int, kappa=ROTATION_SETTINGS["kappa"]) -> dict:
    """The fewest steps to a loss of 5e-5 over 81 rates, and the best rate.

    The start, at distance √2, is rotated with the ravine.
    """
    with jax.enable_x64(True):
        direction = jax.random.uniform(jax.random.key(seed), (), float, 0, 2 * np.pi)
        start = 2**0.5 * jnp.array([jnp.cos(direction), jnp.sin(direction)])
        grid = rates(method, kappa, ROTATION_SETTINGS["rates"], ROTATION_SETTINGS["lowest"])
        counts = _rotated_steps(method, kappa, jnp.deg2rad(float(angle)), start, grid)
    best = int(np.argmin(counts))
    return {"rate": float(grid[best]), "steps": float(counts[best])}


@partial(jax.jit, static_argnames="method")
def _rotated_steps(method, kappa, angle, start, grid):
    loss, start = landscapes.quadratic(kappa, angle).loss, linalg.rotation(angle) @ start
    make, most = optimizers.ALL[method], ROTATION_SETTINGS["most"]
    return jax.vmap(lambda rate: steps_to_target(make(rate), loss, start, max_steps=most))(grid)


def read_rotation() -> dict[str, np.ndarray]:
    """From the table, for each racer: the steps at its best rate, (angles, seeds)."""
    rows = table.read("ravine_rotation")
    steps = lambda name, angle: rows.where(method=name, angle=angle).columns["steps"]
    angles = ROTATION_SETTINGS["angles"]
    return {name: np.stack([steps(name, angle) for angle in angles]) for name in RACERS}


def noisy_ravine_runs(
    optimizer, keys: Key[Array, " k"], kappa=1000.0, steps=1500, noise=1e-4
) -> Float[Array, "k t 2"]:
    """Runs down a long ravine from (100, 1), one a key, with noise of size noise · κ along y.

    It stands for the noise of real gradients: without it y would fall to 1e-100, and a growing rate
    would need hundreds of steps to bring it back.
    """
    surface, start = landscapes.quadratic(kappa), jnp.array([100.0, 1.0])
    loss = lambda w, z: surface.loss(w) + noise * kappa * z * w[1]
    one = lambda key: run(optimizer, loss, start, steps, jax.random.normal(key, (steps,))).path
    return jax.vmap(one)(keys)


def burst_step(y, lower=0.01, upper=0.1) -> float:
    """The step at which |y| (t,), once below `lower`, is above `upper` again; infinity if never."""
    size = np.abs(np.asarray(y))
    was_below = np.maximum.accumulate(size < lower)
    bursts = np.flatnonzero(was_below & (size > upper))
    return float(bursts[0]) if len(bursts) else float("inf")
