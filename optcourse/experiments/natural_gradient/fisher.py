"""The Fisher matrix by numbers: why its scores are weighted by the model's own probabilities, and what others do.

    problem, weights           softmax regression on digits; three ways to weight the classes: model, data, uniform
    mean_scores, ratios        the length of the mean score (6.6); KL(w ‖ w + d) over its quadratic (6.8)
    remainders, unlikeness     what (6.8) leaves; how far the empirical matrix (6.16) lies from F
    bartlett                   the three moments of one coin
    mean_estimation, cycle     steps with the empirical matrix towards a mean; where they jump to and fro for ever
    regression_steps           such steps for a straight line, beside Newton's
    digits_steps               such steps for the digits, where they do well; `settled` counts them

Everything is computed in float64. Sources: Bartlett (1953); Kunstner, Balles and Hennig (2019).
"""

from functools import cache, partial
from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import Array, Float, Int, PyTree

from optcourse import fisher, losses, models, trees
from optcourse.checks import require_positive
from optcourse.experiments import data
from optcourse.experiments.run import run
from optcourse.optimizers import natural_gradient

WEIGHTINGS = "model", "data", "uniform"
EXAMPLES, DIRECTIONS = 500, 5
NETWORK = models.mlp((16, 10))  # one layer: softmax regression, 170 parameters
STEP_LENGTHS = 10 ** np.linspace(-3, 1, 17)  # lengths of the move d
WEIGHT_DECAY = 1e-3  # of the weights on the digits, so that there is an optimum; the damping, too
START = -20.0  # of the mean, whose optimum is 0


class DigitsProblem(NamedTuple):
    """Random weights, and 500 digits of 4 x 4 pixels with their labels."""

    w: PyTree
    inputs: Float[Array, "n 16"]
    labels: Int[Array, " n"]


def digits_problem(seed: int) -> DigitsProblem:
    """Weights N(0, 1/16), biases 0, and digits whose pixels are means of 2 x 2."""
    digit_key, w_key = jax.random.split(jax.random.key(seed))
    images, labels = data.digits(EXAMPLES, digit_key, image=True)
    pooled = images.reshape(EXAMPLES, 4, 2, 4, 2).mean(axis=(2, 4)).reshape(EXAMPLES, 16)
    return DigitsProblem(NETWORK.init(w_key), pooled, labels)


def class_weights(at: DigitsProblem, weighting: str) -> Float[Array, "n classes"]:
    """The probabilities q of the classes at each input: the model's own, 1 for the observed label, or all the same."""
    _check_choice("weighting", weighting, WEIGHTINGS)
    p = losses.softmax(NETWORK.apply(at.w, at.inputs))
    return {"model": p, "data": losses.one_hot(at.labels, 10), "uniform": jnp.full_like(p, 0.1)}[
        weighting
    ]


def score_second_moment(at: DigitsProblem, weighting: str) -> Float[Array, "P P"]:
    """The mean over x of Σ_z q_z s_z s_zᵀ: F for "model"     (6.12), the empirical matrix for "data"     (6.16)."""
    R = fisher.weighted_scores(NETWORK.apply, at.w, at.inputs, class_weights(at, weighting))
    return R.T @ R / EXAMPLES


def mean_score_norms(seed: int) -> dict[str, float]:
    """{weighting: ‖mean over x of Σ_z q_z s_z‖}: zero for the model's own     (6.6)."""
    with jax.enable_x64(True):
        at = digits_problem(seed)
        mean = lambda q: fisher.mean_score(NETWORK.apply, at.w, at.inputs, q)
        return {name: float(jnp.linalg.norm(mean(class_weights(at, name)))) for name in WEIGHTINGS}


# The divergence beside a quadratic


def kl_ratios(seed: int, sizes=STEP_LENGTHS) -> dict[str, np.ndarray]:
    """{weighting: KL(w ‖ w + d) / ½ dᵀ M d}, (5 random directions, sizes of d), M the weighting's second moment."""
    with jax.enable_x64(True):
        at, e = digits_problem(seed), _directions(seed)
        divergence = _divergences(at, e, jnp.asarray(sizes))
        quadratic = {
            name: _quadratic_forms(score_second_moment(at, name), e) for name in WEIGHTINGS
        }
        return {
            name: np.asarray(divergence / (q[:, None] * sizes**2)) for name, q in quadratic.items()
        }


def kl_remainders(seed: int, sizes=STEP_LENGTHS) -> np.ndarray:
    """|KL(w ‖ w + d) - ½ dᵀ F d|, (5 random directions, sizes of d): what (6.8) leaves, of order ‖d‖³."""
    with jax.enable_x64(True):
        at, e = digits_problem(seed), _directions(seed)
        quadratic = _quadratic_forms(score_second_moment(at, "model"), e)[:, None] * sizes**2
        return np.abs(_divergences(at, e, jnp.asarray(sizes)) - quadratic)


def _directions(seed) -> Float[Array, "5 P"]:
    e = jax.random.normal(jax.random.key(1000 + seed), (DIRECTIONS, 170))
    return e / jnp.linalg.norm(e, axis=1, keepdims=True)


def _quadratic_forms(M, e) -> Float[Array, " directions"]:
    return jnp.einsum("ki,ij,kj->k", e, M, e) / 2


@jax.jit
def _divergences(at, e, sizes) -> Float[Array, "directions sizes"]:
    vector, unflatten = trees.flatten(at.w)
    logits = NETWORK.apply(at.w, at.inputs)
    moved = lambda d: NETWORK.apply(unflatten(vector + d), at.inputs)
    divergence = lambda e, size: jnp.mean(fisher.categorical_kl(logits, moved(size * e)))
    return jax.vmap(lambda e: jax.vmap(lambda size: divergence(e, size))(sizes))(e)


class MatrixComparison(NamedTuple):
    """‖E - F‖ / ‖F‖ and the cosine between E and F, as vectors of their entries."""

    distance: float
    cosine: float


def compare_matrices(seed: int, trained: bool = False) -> MatrixComparison:
    """Of the empirical matrix E and F, at random weights or at those that fit the digits best."""
    with jax.enable_x64(True):
        at = digits_problem(seed)
        at = at._replace(w=_fit(seed)[0]) if trained else at
        E, F = score_second_moment(at, "data"), score_second_moment(at, "model")
        norm = jnp.linalg.norm
        return MatrixComparison(
            float(norm(E - F) / norm(F)), float(jnp.vdot(E, F) / norm(E) / norm(F))
        )


# One coin


def bartlett(p, q) -> dict[str, float]:
    """E[s], E[s²] and -E[s'] of a coin's log-odds, whose model says p, with heads weighted by q.

    Only q = p makes the first zero and the other two the same     (6.7).
    """
    for name, value in (("p", p), ("q", q)):
        if not 0 <= value <= 1:
            raise ValueError(f"{name} = {value}: give a probability, between 0 and 1")
    with jax.enable_x64(True):
        log_p = lambda w: jax.nn.log_sigmoid(jnp.array([-w, w]))  # tails, heads
        w, q = jnp.log(p / (1 - p)), jnp.array([1 - q, q])
        s, slope = jax.jacfwd(log_p)(w), jax.jacfwd(jax.jacfwd(log_p))(w)
        return {"E[s]": float(q @ s), "E[s²]": float(q @ s**2), "-E[s']": float(-q @ slope)}


# The empirical matrix as a step


def mean_estimation(variance, steps: int, start=START, rate=1.0) -> np.ndarray:
    """θ from the start, steps + 1 of them: the model N(θ, 1), data of mean 0, steps with the empirical matrix.

    θ <- θ - η θ / (v + θ²): the mean of the scores z - θ is -θ, the mean of their squares v + θ²     (6.16)
    """
    require_positive(variance=variance)
    path = np.full(steps + 1, start)
    for t in range(steps):
        path[t + 1] = path[t] - rate * path[t] / (variance + path[t] ** 2)  # (6.16)
    return path


def steps_to_stay_below(distances, tolerance=1e-3) -> float:
    """The step from which all distances are below the tolerance; infinity where the last is not. A NaN is not below."""
    late = np.flatnonzero(~(np.asarray(distances) < tolerance))
    if len(late) == 0:
        return 0.0
    return float(late[-1] + 1) if late[-1] + 1 < len(distances) else np.inf


class LimitCycle(NamedTuple):
    """θ jumps between -size and size for ever; stable: what starts near is drawn in."""

    size: float
    stable: bool


def limit_cycle(variance, rate=1.0) -> LimitCycle | None:
    """The cycle of two points, θ² = η/2 - v: none for v >= η/2, where the optimum attracts; stable for v > η/4."""
    return (
        LimitCycle((rate / 2 - variance) ** 0.5, variance > rate / 4)
        if variance < rate / 2
        else None
    )


class StepComparison(NamedTuple):
    """Of steps with the empirical matrix from many w: the cosine to Newton's; their length over the best along them."""

    cosine: np.ndarray
    length: np.ndarray


def compare_regression_steps(truth: str, seed: int, distance=2.0) -> StepComparison:
    """From 24 points around the best line through 500 points, on a circle of radius `distance`.

    The model is N(a + b t, 1), so F is the Hessian and its step ends at the best line. truth: the data are "right"
    (a line and noise of variance 1), "quiet" (noise of variance 0.04), or a "curve" (1 + t + t², no noise).
    """
    X, y = _regression_data(truth, seed)
    best, F = np.linalg.lstsq(X, y)[0], X.T @ X / len(X)
    angles = np.linspace(0, 2 * np.pi, 24, endpoint=False)
    ways = [
        distance * np.array([np.cos(angle), np.sin(angle)]) for angle in angles
    ]  # w - best: Newton's step
    cosines, lengths = zip(*(_compare_with_newton(X, y, best, way, F) for way in ways))
    return StepComparison(np.array(cosines), np.array(lengths))


def _regression_data(truth, seed):
    random = np.random.default_rng(seed)
    t, noise = random.uniform(-2, 2, EXAMPLES), random.normal(size=EXAMPLES)
    targets = {"right": 1 + t + noise, "quiet": 1 + t + 0.2 * noise, "curve": 1 + t + t**2}
    _check_choice("truth", truth, targets)
    return np.column_stack([np.ones_like(t), t]), targets[truth]


def _compare_with_newton(X, y, best, way, F):
    scores = (y - X @ (best + way))[:, None] * X
    g, E = -scores.mean(axis=0), scores.T @ scores / len(X)  # (6.16)
    d = np.linalg.solve(E, g)
    return d @ way / np.linalg.norm(d) / np.linalg.norm(way), d @ F @ d / (g @ d)


def steps_to_fit_digits(direction: str, rate, seed: int, most: int = 20) -> float:
    """Steps from w = 0 until the loss stays within 0.001 of its minimum; infinity where it does not in `most`.

    direction: "model" (F) or "data" (the empirical matrix). The loss is cross-entropy + DECAY ‖w‖²/2; the matrix is
    damped by as much, so that a whole step with F is Newton's.
    """
    _check_choice("direction", direction, WEIGHTINGS[:2])
    with jax.enable_x64(True):
        loss = _descend(digits_problem(seed), direction, rate, most).loss
        return steps_to_stay_below(loss - _fit(seed)[1])


@cache
def _fit(seed):
    """(w, loss) at the minimum, by Newton's steps from w = 0."""
    found = _descend(digits_problem(seed), "model", 1.0, 6)
    return found.end, found.loss[-1]


def _empirical_direction(labels):
    """The direction of `natural_gradient` with the empirical matrix in the place of F."""

    def direction(model, w, inputs, gradient, damping):
        g, unflatten = trees.flatten(gradient)
        E = fisher.empirical(model, w, inputs, labels)
        return unflatten(jnp.linalg.solve(E + damping * jnp.eye(g.size), g))

    return direction


@partial(jax.jit, static_argnums=(1, 3))
def _descend(at, direction, rate, steps):
    apply = NETWORK.apply
    loss = lambda w: (
        losses.cross_entropy(apply(w, at.inputs), at.labels) + WEIGHT_DECAY / 2 * trees.dot(w, w)
    )
    way = fisher.dense_direction if direction == "model" else _empirical_direction(at.labels)
    optimizer = natural_gradient(rate, apply, at.inputs, WEIGHT_DECAY, direction=way)
    return run(optimizer, loss, trees.zeros_like(at.w), steps, record=lambda w, state: None)


def _check_choice(name, value, choices):
    if value not in choices:
        raise ValueError(f"{name} = {value!r}: choose one of {', '.join(map(repr, choices))}")
