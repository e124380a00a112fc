"""Exercise: the Fisher matrix two ways, as the mean of s sᵀ and as the Hessian of a divergence, for any model."""

import numpy as np
from optcourse.homework.exercise import Exercise, Property, close
from optcourse.homework.given import Given

FINE = 3e-3
FEATURES, CLASSES = 2, 3


def fisher(model, w, inputs):
    """The matrix by either way, in NumPy for the one model that is asked about."""
    F = mean_over(inputs, lambda J, p, *_: J.T @ metric(p) @ J, w)
    return F, F


def metric(p) -> np.ndarray:
    """diag p - p pᵀ: the mean of (e_z - p) (e_z - p)ᵀ     (6.12)."""
    return np.diag(p) - np.outer(p, p)


def parts(w, x) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """(J, p, second): derivatives of the logits by w (classes, P), probabilities, and logits'' along each class."""
    u = x @ np.asarray(w, float).reshape(FEATURES, CLASSES)
    J = np.einsum("c,f,ck->cfk", 1 + u**2, x, np.eye(CLASSES)).reshape(CLASSES, -1)
    logits = u + u**3 / 3
    e = np.exp(logits - np.max(logits))
    return J, e / np.sum(e), 2 * u


def mean_over(inputs, matrix, w) -> np.ndarray:
    """The mean of matrix(J, p, second, x) over the inputs."""
    xs = np.asarray(inputs, float)
    return np.mean([matrix(*parts(w, x), x) for x in xs], axis=0)


def second_term(residual, second, x) -> np.ndarray:
    """Σ_c residual_c ∇² logit_c, the second term of (6.18)."""
    blocks = np.einsum("c,ck,f,g->fcgk", residual * second, np.eye(CLASSES), x, x)
    return blocks.reshape(FEATURES * CLASSES, -1)


def weights(random) -> np.ndarray:
    return random.uniform(0.3, 1, size=FEATURES * CLASSES) * random.choice([-1, 1], size=FEATURES * CLASSES)


def call(random) -> tuple:
    """A model, its weights and two inputs; every class is possible and none is sure."""
    while True:
        w, inputs = weights(random), random.normal(size=(2, FEATURES))
        p = np.stack([parts(w, x)[1] for x in inputs])
        if np.min(p) > 0.03 and np.max(p) < 0.8:
            return Given("bent_logits"), w, inputs


def twice(x) -> np.ndarray:
    """A batch of this input and itself, so that all questions have one shape: JAX compiles for each."""
    return np.stack([x, x])


def of_one_input(random):
    """One input, twice, where the Hessian of a loss is clearly another matrix."""
    while True:
        model, w, inputs = call(random)
        question = model, w, twice(inputs[0])
        if not close(curvature_of_the_loss(*question)[1], fisher(*question)[1], 0.1):
            return [question]


def together_and_alone(random):
    """Two inputs that have clearly other scores, and each of them twice."""
    while True:
        model, w, inputs = call(random)
        if not close(averaged_scores_first(model, w, inputs)[0], fisher(model, w, inputs)[0], 0.1):
            return [(model, w, inputs), *((model, w, twice(x)) for x in inputs)]


def almost_impossible(random):
    """One class is out of the question: its logit is about 200 behind."""
    while True:
        w = weights(random).reshape(FEATURES, CLASSES)
        x = random.normal(size=FEATURES)
        w[:, 0] -= (x @ w[:, 0] + 8.5) * x / (x @ x)
        p = parts(w, x)[1]
        if np.min(p[1:]) > 0.2:
            return [(Given("bent_logits"), w.ravel(), twice(x))]


def agrees(calls, answers, expected):
    return close(answers[0], expected[0], FINE)


def means(calls, answers, expected):
    """Both matrices of two inputs are the means of those of one."""
    both, *alone = answers
    return all(close(both[k], np.mean([each[k] for each in alone], axis=0), FINE) for k in (0, 1))


def of_the_right_order(calls, answers, expected):
    """Neither NaN, which is no answer, nor what is left when it is replaced: within a factor of 30."""
    sizes = [np.linalg.norm(came) / np.linalg.norm(right) for came, right in zip(answers[0], expected[0])]
    return all(1 / 30 <= size <= 30 for size in sizes)


def replaced(name, first=None, second=None):
    """The right matrices but for one, the mean of the function given, under this name."""

    def function(model, w, inputs):
        right = fisher(model, w, inputs)[0]
        return tuple(right if matrix is None else mean_over(inputs, matrix, w) for matrix in (first, second))

    function.__name__ = name
    return function


def score_rows(J, p):
    return (np.eye(CLASSES) - p) @ J


def of_the_loss_at_the_likeliest(J, p, second, x):
    return J.T @ metric(p) @ J + second_term(p - np.eye(CLASSES)[np.argmax(p)], second, x)


curvature_of_the_loss = replaced("curvature_of_the_loss", second=of_the_loss_at_the_likeliest)


def averaged_scores_first(model, w, inputs):
    """Rows √p_z s_z, averaged over the inputs before they are multiplied."""
    rows = np.mean([_root_rows(w, x) for x in np.asarray(inputs, float)], axis=0)
    return rows.T @ rows, fisher(model, w, inputs)[1]


def _root_rows(w, x):
    J, p, _ = parts(w, x)
    return np.sqrt(p)[:, None] * score_rows(J, p)


EXERCISE = Exercise(
    name="fisher",
    points=2,
    solution=fisher,
    properties=(
        Property(
            "mean over inputs",
            words="both matrices of two inputs are the means of those of the one and of the other",
            hint="Add over the classes, and take the mean over the inputs, of matrices: "
            "multiply s with sᵀ first, then average. Nothing else mixes inputs: the softmax is along the last axis.",
            case=together_and_alone,
            holds=means,
            cases=2,
        ),
        Property(
            "mean of s sᵀ",
            words="the first matrix is the mean of s_z s_zᵀ over the classes z, with the model's probabilities",
            hint="`jax.jacobian` of the log-probabilities by w holds all scores, shape (n, classes, P). "
            "Multiply each with itself, weigh class z with p_z, add over the classes, divide by the number of inputs.",
            case=of_one_input,
            holds=agrees,
            measure="first matrix",
            cases=2,
        ),
        Property(
            "Hessian of KL",
            words="the second matrix is the Hessian of KL(w ‖ v) by v, at v = w",
            hint="`jax.hessian(divergence)(w)`, where divergence is a function of v alone: the p and the log p of "
            "the model at w stand still. Add over the classes, and average over the inputs alone.",
            case=of_one_input,
            holds=agrees,
            measure="second matrix",
            cases=2,
        ),
        Property(
            "impossible class",
            words="both are finite where a class has no chance: its probability is exactly 0",
            hint="The logarithm of 0 is minus infinity, and 0 times that is NaN. Use `jax.nn.log_softmax`, "
            "which never takes the logarithm of a rounded probability.",
            case=almost_impossible,
            holds=of_the_right_order,
            cases=2,
        ),
    ),
    explanation="Either direction of KL gives this Hessian: the two differ in third order only. The Hessian of a loss"
    " is another matrix, unless the logits are linear in the weights.",
)
