"""One learning rate against one for each coordinate, on losses of two weights.

    race                   every method at its best rate in a ravine, for the explorer
    sweep_of_rates         what is left of the loss, for every method and learning rate
    steps_against_kappa    the same rates for every ravine: how many steps do they take?
    rotation               a ravine that is turned, every method at its best rate; writes a table
    regression             a line through ten points: the error surface on which no single rate is right
    step_lengths           how the length of a step follows the size of the gradient, and how late
    late_bursts            a rate that grows until it is too large

The ravine is L = ½ (x² + κ y²), turned by an angle.
"""

from functools import partial
from itertools import product
from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import Array, Float, Key, PRNGKeyArray

from optcourse import landscapes, linalg, losses, models, optimizers
from optcourse.experiments import data, table
from optcourse.experiments.run import run, steps_until
from optcourse.optimizers import Optimizer

METHODS = ("gradient_descent", "momentum", "adagrad", "adagrad_rms", "rmsprop", "adam")
SHARED_RATE = METHODS[:2]  # one rate for all coordinates: what they bear depends on κ
FIXED_RATES = {
    "adagrad": 0.5,
    "adagrad_rms": 0.02,
    "rmsprop": 0.01,
    "adam": 0.02,
}  # the same for every κ
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
    """The grid searched for the best learning rate: up to the edge of stability, or from `lowest` to 4."""
    if method in SHARED_RATE:
        beta = 0.9 if method == "momentum" else 0.0
        return jnp.geomspace(0.02, 0.99, count) * 2 * (1 + beta) / kappa
    return jnp.geomspace(lowest, 4, count)


class Race(NamedTuple):
    """For each method, at its best rate: path (methods, steps + 1, 2), share of the first loss left, rate, steps.

    steps: the first step from which on less than a hundred-thousandth of the first loss is left; inf if there is none
    """

    path: Float[Array, "methods t 2"]
    left: Float[Array, "methods t"]
    rate: Float[Array, " methods"]
    steps: Float[Array, " methods"]


def race(kappa, angle, start, steps: int = 400, target=1e-5) -> Race:
    """Every method from the same start, each at the best of 24 learning rates: the fewest steps, or the lowest end."""
    surface = landscapes.quadratic(kappa, angle)
    return Race(
        *map(
            jnp.stack,
            zip(*(_best_run(name, kappa, surface.loss, start, steps, target) for name in METHODS)),
        )
    )


def _best_run(name, kappa, loss, start, steps, target):
    grid, first = rates(name, kappa, 24), loss(start)
    make = optimizers.ALL[name]
    lost = (
        jax.vmap(
            lambda rate: run(make(rate), loss, start, steps, record=lambda w, state: None).loss
        )(grid)
        / first
    )
    counts = jax.vmap(partial(steps_to_stay_below, target=target))(lost)
    ends = jnp.nan_to_num(lost[:, -1], nan=jnp.inf)
    best = jnp.argmin(jnp.where(jnp.any(jnp.isfinite(counts)), counts, ends))
    trajectory = run(make(grid[best]), loss, start, steps)
    return trajectory.path, trajectory.loss / first, grid[best], counts[best]


def sweep_rates(loss, w, rates, steps: int) -> Float[Array, "methods rates t"]:
    """The share of the first loss that is left after t = 0 to `steps` steps, of every method with every rate."""
    losses_of = lambda make, rate: (
        run(make(rate), loss, w, steps, record=lambda w, state: None).loss
    )
    swept = [
        jax.vmap(partial(losses_of, optimizers.ALL[name]))(jnp.asarray(rates)) for name in METHODS
    ]
    return jnp.stack(swept) / loss(w)


def small_digits_problem(examples: int = 100, seed: int = 0):
    """(loss, w): a network small enough to train hundreds of times at once; 8 components of 100 digits, 124 weights."""
    digit_key, init_key = jax.random.split(jax.random.key(seed))
    network = models.mlp((8, 6, 10))
    inputs, labels = data.digits(examples, digit_key)
    inputs = data.pca(inputs, 8)
    return lambda w: losses.cross_entropy(network.apply(w, inputs), labels), network.init(init_key)


def steps_to_stay_below(loss: Float[Array, " t"], target) -> Float[Array, ""]:
    """The first row from which on the loss stays below target; infinity if it is not below at the end."""
    above = ~(loss < target)  # a NaN is not below
    last = loss.shape[0] - 1 - jnp.argmax(above[::-1])
    return jnp.where(above[-1], jnp.inf, jnp.where(jnp.any(above), last + 1.0, 0.0))


def steps_to_target(
    optimizer, loss, start, target=TARGET_LOSS, most: int = 100_000
) -> Float[Array, ""]:
    """Steps until the loss is below target for the first time; infinity if `most` are not enough."""
    return steps_until(optimizer, loss, start, lambda w: loss(w) < target, most)


def steps_against_kappa(
    kappas, key: PRNGKeyArray, seeds: int = 5, most: int = 600_000
) -> dict[str, np.ndarray]:
    """Steps to a loss of 5e-5 from points with |x| = |y| = 1 up to 10 %: {method: (kappas, seeds)}, in float64.

    Gradient descent gets the rate 1 / κ, momentum 0.9 the same; the others one rate each for every κ, see FIXED.
    """
    with jax.enable_x64(True):
        keys = jax.random.split(key, seeds)
        starts = jax.vmap(lambda k: 1 + 0.1 * jax.random.uniform(k, (2,), float, -1, 1))(keys)
        over = lambda name: [_steps_on_axes(name, float(kappa), starts, most) for kappa in kappas]
        return {name: np.stack(over(name)) for name in METHODS}


@partial(jax.jit, static_argnames=("name", "most"))
def _steps_on_axes(name, kappa, starts, most):
    optimizer = optimizers.ALL[name](FIXED_RATES.get(name, 1 / kappa))
    loss = landscapes.quadratic(kappa).loss
    return jax.vmap(lambda start: steps_to_target(optimizer, loss, start, most=most))(starts)


def rotation() -> table.Table:
    """Steps down a ravine with κ = 10 000 that is turned by some angle, each method at its best rate (4 minutes)."""
    jobs = [
        {"method": method, "angle": angle, "seed": seed}
        for method, angle, seed in product(
            METHODS, ROTATION_SETTINGS["angles"], range(ROTATION_SETTINGS["seeds"])
        )
    ]
    return table.fill("rotation", ROTATION_SETTINGS, jobs, best_steps)


def best_steps(method: str, angle, seed: int, kappa=ROTATION_SETTINGS["kappa"]) -> dict:
    """The fewest steps to a loss of 5e-5 over 81 rates, and the best rate. The start, at √2, is turned along."""
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
    make = optimizers.ALL[method]
    return jax.vmap(
        lambda rate: steps_to_target(make(rate), loss, start, most=ROTATION_SETTINGS["most"])
    )(grid)


class Regression(NamedTuple):
    """A line y = b + s x through ten points as a loss of w = (b, s); its minimum, and its curvatures, ascending.

    The loss is the mean of (X w - y)²; the rows of X are (1, x).
    """

    X: Float[Array, "10 2"]
    y: Float[Array, "10"]
    best: Float[Array, "2"]
    curvatures: Float[Array, "2"]

    def loss(self, w):
        return jnp.mean((self.X @ w - self.y) ** 2)


def regression(key: PRNGKeyArray) -> Regression:
    """Ten points, x between 25 and 600, scattered by 100 around the line y = -188 + 2.67 x."""
    x_key, noise_key = jax.random.split(key)
    x = jax.random.uniform(x_key, (10,), float, 25, 600)
    y = -188 + 2.67 * x + 100 * jax.random.normal(noise_key, (10,))
    X = jnp.stack([jnp.ones(10), x], axis=1)
    return Regression(X, y, jnp.linalg.lstsq(X, y)[0], jnp.linalg.eigvalsh(2 * X.T @ X / 10))


REGRESSION_START = np.array([-120.0, -4.0])
RATE_FRACTIONS = {
    "descent at 99 %": 0.99,
    "descent at 10 %": 0.1,
    "descent at 101 %": 1.01,
}  # of 2 / λ_max


def regression_errors(key: PRNGKeyArray, steps: int = 100_000) -> dict[str, float]:
    """κ, and the share of the intercept's first error that some methods have left after so many steps (float64).

    Gradient descent runs at 99 % and at 10 % of its largest stable rate 2 / λ_max, and 1 % beyond it.
    """
    with jax.enable_x64(True):
        problem = regression(key)
        errors = _regression_ends(problem, steps)[:, 0] - problem.best[0]
        left = np.abs(errors / (REGRESSION_START[0] - problem.best[0])).tolist()
        kappa = float(problem.curvatures[1] / problem.curvatures[0])
    return {"kappa": kappa, **dict(zip((*RATE_FRACTIONS, "Adam", "RMSProp"), left))}


@partial(jax.jit, static_argnames="steps")
def _regression_ends(problem: Regression, steps):
    descents = [
        optimizers.gradient_descent(share * 2 / problem.curvatures[1])
        for share in RATE_FRACTIONS.values()
    ]
    methods = [*descents, optimizers.adam(0.5), optimizers.rmsprop(0.05)]
    end = lambda each: (
        run(each, problem.loss, REGRESSION_START, steps, record=lambda w, state: None).end
    )
    return jnp.stack([end(each) for each in methods])


STEP_LENGTH_METHODS = {  # the methods whose steps are compared when gradients change their size
    "Adagrad, sum": optimizers.adagrad,
    "Adagrad, mean": optimizers.adagrad_rms,
    "RMSProp, α = 0.9": optimizers.rmsprop,
    "RMSProp, α = 0.99": partial(optimizers.rmsprop, alpha=0.99),
    "Adam": optimizers.adam,
}


def rmsprop_with_alpha_schedule(learning_rate, alpha) -> Optimizer:
    """RMSProp whose α is a function of the step t."""
    init = optimizers.rmsprop(learning_rate).init
    step = lambda loss, w, state: optimizers.rmsprop(learning_rate, alpha(state.t)).step(
        loss, w, state
    )
    return Optimizer(init, step)


def step_lengths(sizes: Float[np.ndarray, " t"], makes=None) -> dict:
    """Length of each step, in learning rates, when the gradients are these numbers, one after the other (float64).

    makes: {name: factory of a learning rate}; by default those of LAG.
    """
    with jax.enable_x64(True):
        slope = lambda w, size: -size * w
        path = lambda make: run(make(1.0), slope, 0.0, len(sizes), jnp.asarray(sizes, float)).path
        return {
            name: np.diff(np.asarray(path(make)))
            for name, make in (makes or STEP_LENGTH_METHODS).items()
        }


def recovery_time(lengths: Float[np.ndarray, " t"], change: int) -> float:
    """How many steps after `change` it takes until steps are, for good, half a learning rate long; inf if never."""
    short = np.flatnonzero(lengths[change:] < 0.5)
    if len(short) and short[-1] == len(lengths) - change - 1:
        return float("inf")
    return float(short[-1] + 1) if len(short) else 0.0


def noisy_ravine_runs(
    optimizer, keys: Key[Array, " k"], kappa=1000.0, steps=1500, noise=1e-4
) -> Float[Array, "k t 2"]:
    """Runs down a long ravine from (100, 1), one for each key; the steep gradient carries noise of size noise · κ.

    The noise stands for what real gradients have: without it y would fall to 1e-100, and a growing rate would need
    hundreds of steps to bring it back.
    """
    surface, start = landscapes.quadratic(kappa), jnp.array([100.0, 1.0])
    loss = lambda w, z: surface.loss(w) + noise * kappa * z * w[1]
    one = lambda key: run(optimizer, loss, start, steps, jax.random.normal(key, (steps,))).path
    return jax.vmap(one)(keys)


def first_burst(y, quiet=0.01, loud=0.1) -> float:
    """The step at which |y| (t,), once below `quiet`, is above `loud` again; infinity if never."""
    y = np.asarray(y)
    calm = np.argmax(np.abs(y) < quiet)
    later = np.flatnonzero(np.abs(y[calm:]) > loud)
    return float(calm + later[0]) if np.any(np.abs(y) < quiet) and len(later) else float("inf")
