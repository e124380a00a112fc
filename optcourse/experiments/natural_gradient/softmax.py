"""Digits by softmax regression: gradient descent and natural gradient, counted in steps and in processor time.

    problem, path, steps_to      one run: the data, the loss on the way, when it is close
    steps_and_seconds            the experiment: both methods for images of 3 x 3 to 8 x 8 pixels; its table
    other_units                  the same loss with the features in other units: what both methods make of it

The loss is L = cross-entropy + ridge ‖w‖² / 2. In softmax regression the Fisher matrix is the Hessian of the
cross-entropy, so with a damping equal to the ridge, natural gradient is Newton's method.
"""

import time
from functools import cache, partial
from itertools import product

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import Array, Float

from optcourse import fisher, losses
from optcourse.experiments import data, table
from optcourse.experiments.run import run
from optcourse.experiments.timing import check_threads, time_interleaved
from optcourse.optimizers import gradient_descent, natural_gradient
from optcourse.programs import jit_per_function

EXAMPLES, CLASSES, SEEDS = 500, 10, 5
RIDGE = DAMPING = 1e-3
TOLERANCE = 1e-3  # how close to the least loss is close enough
SIDES = (3, 4, 5, 6, 7, 8)  # of the images in pixels
MAX_STEPS = {"gradient descent": 1500, "natural gradient": 12}  # steps
RATE_FACTORS = tuple(
    2.0 ** (k / 2) for k in range(-4, 5)
)  # learning rates of gradient descent, in units of 1 / λ_max
ROUNDS = 9
SETTINGS = {
    "examples": EXAMPLES,
    "ridge": RIDGE,
    "damping": DAMPING,
    "near": TOLERANCE,
    "factors": RATE_FACTORS,
    "most": MAX_STEPS,
    "rounds": ROUNDS,
}


def parameter_count(side: int) -> int:
    """P: ten classes, each with a weight for every pixel and one for the constant 1."""
    return CLASSES * (side**2 + 1)


def image_side(parameters: int) -> int:
    """The side of the images, in pixels, of a problem with so many parameters."""
    return round((parameters / CLASSES - 1) ** 0.5)


def model(
    w: Float[Array, "features classes"], inputs: Float[Array, "n features"]
) -> Float[Array, "n classes"]:
    """Logits x·w: linear, so that softmax regression is convex."""
    return inputs @ w


def loss(w, examples, ridge=RIDGE) -> Float[Array, ""]:
    """Cross-entropy + ridge ‖w‖² / 2."""
    return losses.cross_entropy(model(w, examples.inputs), examples.labels) + ridge / 2 * jnp.sum(
        w**2
    )


def digits_data(side: int, seed: int, spread=0.0) -> data.Data:
    """500 digits as images of side x side pixels and a constant 1, each feature times 10^U(-spread, spread)."""
    digit_key, unit_key = jax.random.split(jax.random.key(seed))
    images, labels = data.digits(EXAMPLES, digit_key, image=True)
    pixels = jax.image.resize(images[..., 0], (EXAMPLES, side, side), "linear").reshape(
        EXAMPLES, -1
    )
    features = jnp.concatenate([pixels, jnp.ones((EXAMPLES, 1))], axis=1)
    power = jax.random.uniform(
        unit_key, (features.shape[1],), jnp.float32, -1.0, 1.0
    )  # the same in float64
    return data.Data(features * 10 ** (spread * power).astype(features.dtype), labels)


def initial_weights(examples) -> Float[Array, "features classes"]:
    """Zero weights: all classes equally probable."""
    return jnp.zeros((examples.inputs.shape[1], CLASSES))


def largest_curvature(examples, ridge=RIDGE) -> float:
    """λ_max of the Hessian at the start, where every class has probability 1/10."""
    x = np.asarray(examples.inputs, float)
    return float(np.linalg.eigvalsh(x.T @ x / len(x))[-1]) / CLASSES + ridge


# Runs


@partial(jax.jit, static_argnames="steps")
def descent_losses(
    examples, learning_rate, ridge=RIDGE, steps: int = MAX_STEPS["gradient descent"]
) -> Float[Array, " t"]:
    """The loss before each step of gradient descent, and after the last."""
    return _losses(gradient_descent(learning_rate), examples, ridge, steps)


def natural_losses(
    examples,
    learning_rate=1.0,
    damping=DAMPING,
    ridge=RIDGE,
    steps: int = MAX_STEPS["natural gradient"],
    direction=fisher.natural_direction,
) -> Float[Array, " t"]:
    """The loss before each step of natural gradient, and after the last."""
    return _natural_losses(direction, examples, learning_rate, damping, ridge, steps)


@partial(jit_per_function, static_argnames="steps")
def _natural_losses(direction, examples, learning_rate, damping, ridge, steps):
    return _losses(
        natural_gradient(learning_rate, model, examples.inputs, damping, direction),
        examples,
        ridge,
        steps,
    )


def _losses(optimizer, examples, ridge, steps):
    of_w = lambda w: loss(w, examples, ridge)
    return run(optimizer, of_w, initial_weights(examples), steps, record=lambda w, state: None).loss


def first_below(target, path) -> float:
    """The first step at which the loss is at most `target`, infinity where it never is."""
    there = np.asarray(path) <= target
    return float(np.argmax(there)) if there.any() else np.inf


def least_loss(examples) -> float:
    """The minimum: where Newton's method ends; in half steps, because whole ones may overshoot."""
    return float(jnp.min(natural_losses(examples, 0.5, steps=40)))


def best_rate(examples, target, ridge=RIDGE) -> tuple[float, float]:
    """(learning rate of gradient descent, its steps to the target): the best of nine."""
    rates = np.array(RATE_FACTORS) / largest_curvature(examples, ridge)
    steps = [first_below(target, descent_losses(examples, rate, ridge)) for rate in rates]
    return float(rates[np.argmin(steps)]), float(min(steps))


def closed_form_direction(model, w, inputs, gradient, damping):
    """(F + λ I)⁻¹ g with F of softmax regression written out: 1/n Σ x xᵀ ⊗ (diag p - p pᵀ)     (6.12), one product."""
    n, features = inputs.shape
    p = losses.softmax(model(w, inputs))
    metric = p[:, :, None] * jnp.eye(CLASSES) - p[:, :, None] * p[:, None, :]
    weighted = (inputs[:, None, :, None] * metric[:, :, None, :]).reshape(
        n, -1
    )  # (n, class · feature · class)
    F = (inputs.T @ weighted).reshape(features * CLASSES, -1) / n
    damped = F + damping * jnp.eye(len(F))
    return jax.scipy.linalg.solve(damped, gradient.ravel(), assume_a="pos").reshape(
        w.shape
    )  # (6.14)


# Steps and seconds


DIRECTIONS = {"conjugate gradients": fisher.natural_direction, "closed form": closed_form_direction}
METHODS = ("gradient descent", *DIRECTIONS)


def steps_and_seconds() -> table.Table:
    """Steps and processor time of gradient descent and natural gradient on 500 digits, by size (5 minutes)."""
    check_threads()
    jobs = [
        {"parameters": parameter_count(side), "seed": seed}
        for side, seed in product(SIDES, range(SEEDS))
    ]
    return table.fill("steps_and_seconds", SETTINGS, jobs, timing_row)


def timing_row(parameters: int, seed: int) -> dict:
    """Steps to within 0.001 of the least loss, the best rate of gradient descent, milliseconds of processor time."""
    with jax.enable_x64(True):
        examples = digits_data(image_side(parameters), seed)
        target = least_loss(examples) + TOLERANCE
        rate, steps = best_rate(examples, target)
        natural = first_below(target, natural_losses(examples))
        taken = {name: int(natural if name in DIRECTIONS else steps) for name in METHODS}
        spent = processor_time(examples, rate, taken)
    milliseconds = {f"{name.replace(' ', '_')}_ms": 1000 * spent[name] for name in METHODS}
    return {"rate": rate, "descent": int(steps), "natural": int(natural), **milliseconds}


def processor_time(examples, rate: float, steps: dict[str, int]) -> dict[str, float]:
    """Seconds of all cores together for so many compiled steps of each method: medians of rounds that take turns."""
    calls = {name: partial(_take_steps, name, examples, rate, steps[name]) for name in METHODS}
    return {
        name: float(np.median(times))
        for name, times in time_interleaved(calls, ROUNDS, time.process_time).items()
    }


def read_time_ratios(way: str) -> np.ndarray:
    """(sizes, seeds): the time natural gradient takes to arrive over that of gradient descent; way: of DIRECTIONS."""
    rows = table.read("steps_and_seconds").columns
    ratio = rows[f"{way.replace(' ', '_')}_ms"] / rows["gradient_descent_ms"]
    return ratio.reshape(len(SIDES), SEEDS)


@cache
def read_step_times(parameters: int, way="conjugate gradients") -> dict[str, float]:
    """Processor time of a step of both methods, the median over the seeds of the table; way: one of DIRECTIONS."""
    rows = table.read("steps_and_seconds").columns
    mine = rows["parameters"] == parameters
    descent = rows["gradient_descent_ms"][mine] / rows["descent"][mine]
    natural = rows[f"{way.replace(' ', '_')}_ms"][mine] / rows["natural"][mine]
    return {
        name: 1000 * float(np.median(each))
        for name, each in zip(("gradient_descent", "natural_gradient"), (descent, natural))
    }


@partial(jax.jit, static_argnums=0)
def _take_steps(name, examples, rate, steps):
    optimizer = gradient_descent(rate)
    if name in DIRECTIONS:
        optimizer = natural_gradient(1.0, model, examples.inputs, DAMPING, DIRECTIONS[name])
    of_w = lambda w: loss(w, examples)
    step = lambda t, carry: optimizer.step(of_w, *carry)[:2]
    w = initial_weights(examples)
    return jax.lax.fori_loop(0, steps, step, (w, optimizer.init(w)))[0]


# Other units


def compare_rescaled_features(
    seed: int, spread: float, target=0.5, side: int = 4
) -> tuple[float, np.ndarray]:
    """(steps of gradient descent at its best rate to the target, losses of natural gradient), with no ridge.

    The loss is the same function, of coordinates in other units: each feature is multiplied by 10^U(-spread, spread).
    """
    with jax.enable_x64(True):
        examples = digits_data(side, seed, spread)
        steps = best_rate(examples, target, ridge=0.0)[1]
        options = {"damping": 1e-10, "ridge": 0.0, "steps": 5, "direction": fisher.dense_direction}
        return steps, np.asarray(natural_losses(examples, **options))
