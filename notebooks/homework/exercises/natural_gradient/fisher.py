"""Exercise: the Fisher matrix two ways, as the mean of s sᵀ and as the Hessian of a divergence, for any model."""

from functools import partial

import jax
import jax.numpy as jnp
import numpy as np

from optcourse.homework.exercise import Exercise, Property, close
from optcourse.homework.given import Given
from optcourse.homework.given.natural_gradient import cubic_logits

FINE = 3e-3
FEATURES, CLASSES, INPUTS = 2, 3, 3  # one shape, for JAX compiles each


@partial(jax.jit, static_argnums=0)
def fisher(model, w, inputs):
    """Σ_z p_z s_z s_zᵀ (6.3), and the Hessian by v of Σ_z p_z (log p_z - log q_z) (6.4): means over the inputs."""

    def log_p(v):
        return jax.nn.log_softmax(model(v, inputs))

    def divergence(v):
        return jnp.sum(p * (log_p(w) - log_p(v))) / len(inputs)

    p, s = jnp.exp(log_p(w)), jax.jacobian(log_p)(w)
    return jnp.einsum("nz,nzi,nzj->ij", p, s, s) / len(inputs), jax.hessian(divergence)(w)


def drawn(random, wanted) -> tuple[np.ndarray, np.ndarray]:
    """Weights, and inputs where the sorted probabilities are as wanted."""
    while True:
        w = random.uniform(0.3, 1, FEATURES * CLASSES) * random.choice([-1, 1], FEATURES * CLASSES)
        inputs = random.normal(size=(INPUTS, FEATURES))
        if wanted(np.sort(jax.nn.softmax(cubic_logits(jnp.asarray(w), jnp.asarray(inputs))), axis=1)):
            return w, inputs


def unsure(p) -> bool:
    """Every class is possible and none is sure."""
    return bool(np.min(p) > 0.03 and np.max(p) < 0.8)


def almost_sure(p) -> bool:
    """All but one class of the first input have little chance, and not none; so the matrix is small."""
    return bool(np.all((p[0, :-1] > 1e-3) & (p[0, :-1] < 1e-2)))


def alike(inputs, which=0) -> np.ndarray:
    """A batch of the same shape, of one of its inputs alone."""
    return np.repeat(inputs[which : which + 1], len(inputs), axis=0)


def together_and_alone(random):
    """Three inputs, and each of them three times."""
    w, inputs = drawn(random, unsure)
    return [(Given("bent_logits"), w, batch) for batch in (inputs, *(alike(inputs, each) for each in range(3)))]


def of_one_input(random):
    """Three times; then another, where one class is almost sure."""
    found = drawn(random, unsure), drawn(random, almost_sure)
    return [(Given("bent_logits"), w, alike(inputs)) for w, inputs in found]


def with_an_impossible_class(random):
    """The logit of one class is about 25 behind, then about 200, where its probability is 0 in single precision."""
    w, inputs = drawn(random, unsure)
    W, x = w.reshape(FEATURES, CLASSES), inputs[0]
    ahead = [W - np.outer((x @ W[:, 0] + u) * x / (x @ x), [1, 0, 0]) for u in (4, 8.5)]
    return [(Given("bent_logits"), each.ravel(), alike(inputs)) for each in ahead]


def differentiated_once(random):
    w, inputs = drawn(random, unsure)
    return [(Given("once_differentiable"), w, alike(inputs))]


def agree(calls, answers, expected):
    return all(close(answer, right, FINE) for answer, right in zip(answers, expected))


def means(calls, answers, expected):
    """Both matrices of the batch are the means of those of one input."""
    batch, *alone = answers
    return all(close(batch[k], np.mean([each[k] for each in alone], axis=0), FINE) for k in (0, 1))


def like_each_other(calls, answers, expected):
    """e^-25 or 0: both matrices are the same."""
    possible, impossible = answers
    return all(close(after, before, FINE) for after, before in zip(impossible, possible))


def used_where_they_belong(calls, answers, expected):
    """Second derivatives are in the second matrix alone: all is finite in the first, and not in the second."""
    (first, second), (all_of_them, _) = answers[0], expected[0]
    return bool(first == all_of_them > second)


EXERCISE = Exercise(
    name="fisher",
    points=2,
    solution=fisher,
    properties=(
        Property(
            "mean over inputs",
            statement="both matrices of three inputs are the means of those of one at a time",
            hint="Add over the classes, and take the mean over the inputs, of matrices: "
            "multiply s with sᵀ first, then average. Nothing else mixes inputs: the softmax is along the last axis.",
            case=together_and_alone,
            holds=means,
            cases=1,
        ),
        Property(
            "mean of s sᵀ",
            statement="the first matrix is the mean of s_z s_zᵀ over the classes z, with the model's probabilities",
            hint="`jax.jacobian` of the log-probabilities by w holds all scores, shape (n, classes, P). "
            "Multiply each with itself, weigh class z with p_z, add over the classes, divide by the number of inputs. "
            "Where one class is almost sure the matrix is small: add nothing to a probability.",
            case=of_one_input,
            holds=agree,
            measure="first matrix",
            cases=1,
        ),
        Property(
            "Hessian of KL",
            statement="the second matrix is the Hessian of KL(w ‖ v) by v, at v = w",
            hint="`jax.hessian(divergence)(w)`, where divergence is a function of v alone: the p and the log p of "
            "the model at w stand still. Add over the classes, and average over the inputs alone.",
            case=of_one_input,
            holds=agree,
            measure="second matrix",
            cases=1,
        ),
        Property(
            "impossible class",
            statement="a class that has no chance does no harm, although its probability is exactly 0",
            hint="The logarithm of 0 is minus infinity, and 0 times that is NaN. Use `jax.nn.log_softmax`, "
            "which never takes the logarithm of a rounded probability.",
            case=with_an_impossible_class,
            holds=like_each_other,
            cases=1,
        ),
        Property(
            "two ways",
            statement="second derivatives of the model are in the second matrix, and not in the first",
            hint="Those of this model are NaN. The scores need none, so the first matrix is finite; "
            "the Hessian of a divergence goes through them. If both are finite, or neither, one way was taken twice.",
            case=differentiated_once,
            holds=used_where_they_belong,
            measure="finite entries",
            cases=1,
        ),
    ),
    explanation="Either direction of KL gives this Hessian: the two differ in third order only. The Hessian of a loss"
    " is another matrix, unless the logits are linear in the weights.",
)
