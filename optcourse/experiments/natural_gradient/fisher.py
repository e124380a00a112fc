"""The Fisher matrix by numbers: why its scores are weighted by the model's own probabilities.

    digits_problem          softmax regression on digits
    class_weights           three ways to weight the classes: "model", "data", "uniform"
    mean_score_norms        the norm of the mean score under each     (6.3)
    kl_ratios               KL(w ‖ w + d) over its quadratic under each     (6.4)
    bartlett_identities     the three moments of one coin
    empirical_fisher_path   steps with the empirical Fisher matrix towards a mean
    limit_cycle             where they jump to and fro for ever

Everything is computed in float64. Sources: Bartlett (1953); Kunstner, Balles and Hennig (2019).
"""

from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import Array, Float, Int, PyTree

from optcourse import fisher, losses, models, scores, trees
from optcourse.checks import require_positive
from optcourse.experiments.natural_gradient.softmax import EXAMPLES, digit_images

WEIGHTINGS = "model", "data", "uniform"
DIRECTIONS = 5
NETWORK = models.mlp((16, 10))  # one layer: softmax regression, 170 parameters
STEP_LENGTHS = 10 ** np.linspace(-3, 1, 17)  # lengths of the move d
START = -20.0  # of the mean, whose optimum is 0


class DigitsProblem(NamedTuple):
    """Random weights, and 500 digits of 4 x 4 pixels with their labels."""

    w: PyTree
    inputs: Float[Array, "n 16"]
    labels: Int[Array, " n"]


def digits_problem(seed: int) -> DigitsProblem:
    """Weights N(0, 1/16), biases 0, and digits whose pixels are means of 2 x 2."""
    images, labels, w_key = digit_images(seed)
    pooled = images.reshape(EXAMPLES, 4, 2, 4, 2).mean(axis=(2, 4))
    return DigitsProblem(NETWORK.init(w_key), pooled.reshape(EXAMPLES, 16), labels)


def class_weights(problem: DigitsProblem, weighting: str) -> Float[Array, "n classes"]:
    """Class probabilities q at each input: the model's own, 1 for the label, or all the same."""
    if weighting not in WEIGHTINGS:
        names = ", ".join(map(repr, WEIGHTINGS))
        raise ValueError(f"weighting = {weighting!r}: choose one of {names}")
    p = losses.softmax(NETWORK.apply(problem.w, problem.inputs))
    observed = losses.one_hot(problem.labels, 10)
    uniform = jnp.full_like(p, 0.1)
    return {"model": p, "data": observed, "uniform": uniform}[weighting]


def score_second_moment(problem: DigitsProblem, weighting: str) -> Float[Array, "P P"]:
    """Mean of Σ_z q_z s_z s_zᵀ over x: F for "model"     (6.7), empirical for "data"."""
    q = class_weights(problem, weighting)
    R = scores.second_moment_root(NETWORK.apply, problem.w, problem.inputs, q)
    return R.T @ R / EXAMPLES


def mean_score_norms(seed: int) -> dict[str, float]:
    """{weighting: ‖mean over x of Σ_z q_z s_z‖}: zero for the model's own     (6.3)."""
    norms = {}
    with jax.enable_x64(True):
        problem = digits_problem(seed)
        for name in WEIGHTINGS:
            q = class_weights(problem, name)
            mean = scores.mean_score(NETWORK.apply, problem.w, problem.inputs, q)
            norms[name] = float(jnp.linalg.norm(mean))
    return norms


# The divergence beside a quadratic


def kl_ratios(seed: int, lengths=STEP_LENGTHS) -> dict[str, np.ndarray]:
    """KL(w ‖ w + d) over its quadratic ½ dᵀ M d, for each weighting of the classes in M     (6.4).

    {weighting: (5 random directions of d, lengths of d)}; M is the second moment of the scores
    under that weighting.
    """
    ratios = {}
    with jax.enable_x64(True):
        problem, e = digits_problem(seed), random_directions(seed)
        kl = kl_along(problem, e, jnp.asarray(lengths))
        for name in WEIGHTINGS:
            M = score_second_moment(problem, name)
            quadratic = half_quadratic(M, e)[:, None] * lengths**2
            ratios[name] = np.asarray(kl / quadratic)
    return ratios


def random_directions(seed) -> Float[Array, "5 P"]:
    """Five random directions of length 1."""
    key = jax.random.key(1000 + seed)
    e = jax.random.normal(key, (DIRECTIONS, 170))
    return e / jnp.linalg.norm(e, axis=1, keepdims=True)


def half_quadratic(M, e) -> Float[Array, " directions"]:
    """½ eᵀ M e of each row e."""
    return jnp.einsum("ki,ij,kj->k", e, M, e) / 2


@jax.jit
def kl_along(problem: DigitsProblem, e, lengths) -> Float[Array, "directions lengths"]:
    """KL(w ‖ w + length · direction), the mean over the digits."""
    vector, unflatten = trees.flatten(problem.w)
    logits = NETWORK.apply(problem.w, problem.inputs)

    def kl(direction, length):
        moved = NETWORK.apply(unflatten(vector + length * direction), problem.inputs)
        return jnp.mean(fisher.categorical_kl(logits, moved))

    over_lengths = jax.vmap(kl, in_axes=(None, 0))
    return jax.vmap(over_lengths, in_axes=(0, None))(e, lengths)


# One coin


def bartlett_identities(p, q) -> dict[str, float]:
    """E[s], E[s²] and -E[s'] of a coin's log-odds, whose model says p, with heads weighted by q.

    Only q = p makes the first zero and the other two the same     (6.3).
    """
    for name, value in (("p", p), ("q", q)):
        if not 0 <= value <= 1:
            raise ValueError(f"{name} = {value}: give a probability, between 0 and 1")
    with jax.enable_x64(True):
        log_p = lambda w: jax.nn.log_sigmoid(jnp.array([-w, w]))  # tails, heads
        score = jax.jacfwd(log_p)
        w = jnp.log(p / (1 - p))
        s, slope = score(w), jax.jacfwd(score)(w)
        q = jnp.array([1 - q, q])
        return {
            "E[s]": float(q @ s),
            "E[s²]": float(q @ s**2),
            "-E[s']": float(-q @ slope),
        }


# The empirical Fisher matrix as a step


def empirical_fisher_path(variance, steps: int, start=START, rate=1.0) -> np.ndarray:
    """Natural gradient with the empirical Fisher matrix: the path of θ, steps + 1 values.

    The model is N(θ, 1), the data have the mean 0. θ <- θ - η θ / (v + θ²): the mean of the scores
    z - θ is -θ, the mean of their squares v + θ²
    """
    require_positive(variance=variance)
    path = np.full(steps + 1, start)
    for t in range(steps):
        theta = path[t]
        empirical_fisher = variance + theta**2
        path[t + 1] = theta - rate * theta / empirical_fisher
    return path


class LimitCycle(NamedTuple):
    """A cycle of steps with the empirical Fisher matrix: θ = amplitude, -amplitude, ... for ever.

    stable: whether what starts near is drawn in.
    """

    amplitude: float
    stable: bool


def limit_cycle(variance, rate=1.0) -> LimitCycle | None:
    """The cycle θ² = η/2 - v of `empirical_fisher_path`: stable for v > η/4, none for v >= η/2."""
    if variance >= rate / 2:
        return None
    amplitude = (rate / 2 - variance) ** 0.5
    return LimitCycle(amplitude, stable=variance > rate / 4)
