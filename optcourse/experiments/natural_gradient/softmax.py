"""Digits by softmax regression: gradient descent and natural gradient, in steps and processor time.

    digits_data, loss               the problem, of images of side x side pixels
    descent_losses, natural_losses  one run of each method: the loss on the way
    best_rate                       of gradient descent, and the steps it takes
    softmax_costs                   the experiment: images of 3 x 3 to 8 x 8 pixels; its table
    read_time_ratios                from the table: time to the target, relative to descent
    read_step_times                 from the table: the time of one step

The loss is L = cross-entropy + ridge ‖w‖² / 2. In softmax regression the Fisher matrix is the
Hessian of the cross-entropy, so with a damping equal to the ridge, natural gradient is Newton's
method.
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
from optcourse.experiments.run import first_below, run, take_steps
from optcourse.experiments.timing import check_threads, time_interleaved
from optcourse.optimizers import gradient_descent, natural_gradient
from optcourse.programs import jit_per_function

EXAMPLES, CLASSES, SEEDS = 500, 10, 5
RIDGE = DAMPING = 1e-3
TOLERANCE = 1e-3  # how close to the least loss is close enough
SIDES = (3, 4, 5, 6, 7, 8)  # of the images in pixels
MAX_STEPS = {"gradient descent": 1500, "natural gradient": 12}
RATE_FACTORS = tuple(2.0 ** (k / 2) for k in range(-4, 5))  # learning rates, in units of 1 / λ_max
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
    data_loss = losses.cross_entropy(model(w, examples.inputs), examples.labels)
    return data_loss + ridge / 2 * jnp.sum(w**2)


def digit_images(seed: int) -> tuple:
    """(images (500, 8, 8), labels, a key for what else is random)."""
    digit_key, key = jax.random.split(jax.random.key(seed))
    images, labels = data.digits(EXAMPLES, digit_key, image=True)
    return images[..., 0], labels, key


def digits_data(side: int, seed: int, log_scale_range=0.0) -> data.Data:
    """500 digits of side x side pixels and a constant 1: inputs (500, side² + 1), labels.

    Each feature is multiplied by its own 10^U(-log_scale_range, log_scale_range).
    """
    images, labels, key = digit_images(seed)
    pixels = jax.image.resize(images, (EXAMPLES, side, side), "linear")
    constant = jnp.ones((EXAMPLES, 1))
    features = jnp.concatenate([pixels.reshape(EXAMPLES, -1), constant], axis=1)
    # Drawn in float32, so that a problem is the same in float64.
    power = jax.random.uniform(key, (side**2 + 1,), jnp.float32, -1.0, 1.0)
    scales = 10 ** (log_scale_range * power).astype(features.dtype)
    return data.Data(features * scales, labels)


def initial_weights(examples) -> Float[Array, "features classes"]:
    """Zero weights: all classes equally probable."""
    return jnp.zeros((examples.inputs.shape[1], CLASSES))


def largest_curvature(examples, ridge=RIDGE) -> float:
    """λ_max of the Hessian at the start, where every class has probability 1/10."""
    x = np.asarray(examples.inputs, float)
    eigenvalues = np.linalg.eigvalsh(x.T @ x / len(x))
    return float(eigenvalues[-1]) / CLASSES + ridge


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
    optimizer = natural_gradient(learning_rate, model, examples.inputs, damping, direction)
    return _losses(optimizer, examples, ridge, steps)


def _losses(optimizer, examples, ridge, steps):
    w = initial_weights(examples)
    of_w = lambda w: loss(w, examples, ridge)
    return run(optimizer, of_w, w, steps, record=lambda w, state: None).loss


def least_loss(examples) -> float:
    """The minimum: where Newton's method ends; in half steps, because whole ones may overshoot."""
    return float(jnp.min(natural_losses(examples, 0.5, steps=40)))


def best_rate(examples, target, ridge=RIDGE) -> tuple[float, float]:
    """(learning rate of gradient descent, its steps to the target): the best of nine."""
    rates = np.array(RATE_FACTORS) / largest_curvature(examples, ridge)
    curves = [descent_losses(examples, rate, ridge) for rate in rates]
    steps = [float(first_below(curve, target)) for curve in curves]
    return float(rates[np.argmin(steps)]), min(steps)


def closed_form_direction(model, w, inputs, gradient, damping):
    """(F + λ I)⁻¹ g, F = 1/n Σ x xᵀ ⊗ (diag p - p pᵀ)     (6.7) of softmax regression."""
    n, features = inputs.shape
    p = losses.softmax(model(w, inputs))[:, :, None]
    metric = p * jnp.eye(CLASSES) - p * jnp.swapaxes(p, 1, 2)  # diag p - p pᵀ
    x, P = inputs[:, None, :, None], features * CLASSES
    weighted = x * metric[:, :, None, :]  # (n, class, feature, class)
    F = inputs.T @ weighted.reshape(n, -1) / n
    damped = F.reshape(P, P) + damping * jnp.eye(P)
    d = jax.scipy.linalg.solve(damped, gradient.ravel(), assume_a="pos")  # (6.7)
    return d.reshape(w.shape)


# Steps and seconds


DIRECTIONS = {"conjugate gradients": fisher.natural_direction, "closed form": closed_form_direction}
METHODS = ("gradient descent", *DIRECTIONS)


def softmax_costs() -> table.Table:
    """Steps and processor time of gradient descent and natural gradient, by size (5 minutes)."""
    check_threads()
    sizes = product(map(parameter_count, SIDES), range(SEEDS))
    jobs = [{"parameters": parameters, "seed": seed} for parameters, seed in sizes]
    return table.fill("softmax_costs", SETTINGS, jobs, timing_row)


def timing_row(parameters: int, seed: int) -> dict:
    """A table row: steps to within 0.001 of the least loss, descent's best rate, and times."""
    with jax.enable_x64(True):
        examples = digits_data(image_side(parameters), seed)
        target = least_loss(examples) + TOLERANCE
        rate, descent = best_rate(examples, target)
        natural = int(first_below(natural_losses(examples), target))
        steps = dict.fromkeys(METHODS, natural) | {"gradient descent": int(descent)}
        seconds = processor_time(examples, rate, steps)
    row = {"rate": rate, "descent": int(descent), "natural": natural}
    return row | {_column(name): 1000 * seconds[name] for name in METHODS}


def processor_time(examples, rate: float, steps: dict[str, int]) -> dict[str, float]:
    """{method: median seconds, of all cores together, that so many compiled steps take}."""
    calls = {name: partial(_take_steps, name, examples, rate, steps[name]) for name in METHODS}
    seconds = time_interleaved(calls, ROUNDS, time.process_time)
    return {name: float(np.median(seconds[name])) for name in METHODS}


def read_time_ratios(direction: str) -> np.ndarray:
    """(sizes, seeds): time to the target with one of DIRECTIONS over that of gradient descent."""
    columns = table.read("softmax_costs").columns
    ratio = columns[_column(direction)] / columns[_column("gradient descent")]
    return ratio.reshape(len(SIDES), SEEDS)


@cache
def read_step_times(parameters: int, direction="conjugate gradients") -> dict[str, float]:
    """Microseconds of processor time of a step of both methods: the median over the seeds."""
    columns = table.read("softmax_costs").where(parameters=parameters).columns
    descent = columns[_column("gradient descent")] / columns["descent"]
    natural = columns[_column(direction)] / columns["natural"]
    return {
        "gradient_descent": 1000 * float(np.median(descent)),
        "natural_gradient": 1000 * float(np.median(natural)),
    }


def _column(method) -> str:
    return f"{method.replace(' ', '_')}_ms"


@partial(jax.jit, static_argnums=0)
def _take_steps(name, examples, rate, steps):
    optimizer = gradient_descent(rate)
    if name in DIRECTIONS:
        optimizer = natural_gradient(1.0, model, examples.inputs, DAMPING, DIRECTIONS[name])
    return take_steps(optimizer, lambda w: loss(w, examples), initial_weights(examples), steps)
