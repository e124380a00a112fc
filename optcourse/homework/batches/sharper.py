"""Exercise: other weights for the same ReLU network, ten times as sharp, after Dinh et al. (2017)."""

import jax
import jax.numpy as jnp
import numpy as np
from jax.flatten_util import ravel_pytree

from optcourse.homework.exercise import Exercise, Property, close

INPUTS, HIDDEN, ROWS = 3, 5, 20
TIMES = 10
SHOWN = np.random.default_rng(0).normal(size=(6, INPUTS))  # inputs at which the functions are compared
TRAINING = np.random.default_rng(1).normal(size=(ROWS, INPUTS))


def sharper(W1, b1, W2, b2):
    """(c W1, c b1, W2 / c, b2): the same function (2.9)."""
    c = 30.0
    return c * W1, c * b1, W2 / c, b2


def network(random):
    """Weights with biases that matter."""
    signs = random.choice([-1, 1], HIDDEN)
    first = random.normal(size=(INPUTS, HIDDEN)), signs * random.uniform(0.3, 1, HIDDEN)
    return [(*first, random.normal(size=(HIDDEN, 1)), random.normal(size=1))]


@jax.jit
def outputs(w, inputs):
    W1, b1, W2, b2 = w
    return (jax.nn.relu(inputs @ W1 + b1) @ W2 + b2)[:, 0]


@jax.jit
def sharpness(w):
    """λ_max of a loss whose targets are the sines of the first input."""
    flat, shaped = ravel_pytree(w)
    loss = lambda v: jnp.mean((outputs(shaped(v), TRAINING) - jnp.sin(TRAINING[:, 0])) ** 2)  # noqa: E731
    return jnp.linalg.eigvalsh(jax.hessian(loss)(flat))[-1]


def weights(function, *before) -> tuple:
    """The four arrays that the function gives; ValueError where they do not fit."""
    after = function(*before)
    if not isinstance(after, tuple | list) or len(after) != len(before):
        raise ValueError("return four arrays: W1, b1, W2 and b2")
    after = tuple(jnp.asarray(each, float) for each in after)
    for name, new, old in zip(("W1", "b1", "W2", "b2"), after, before):
        if new.shape != old.shape:
            raise ValueError(f"{name} has the shape {new.shape}, and had {old.shape}: keep it")
    return after


def computes(function, *before):
    return outputs(weights(function, *before), SHOWN)


def is_sharper_by(function, *before):
    return sharpness(weights(function, *before)) / sharpness(tuple(jnp.asarray(each, float) for each in before))


EXERCISE = Exercise(
    name="sharper",
    points=1,
    solution=sharper,
    properties=(
        Property(
            "same outputs",
            words="the network computes what it did",
            hint="relu(c z) = c relu(z) for c > 0, and z is x W1 + b1. What has to be divided by c then, and what not?",
            case=network,
            holds=lambda calls, answers, expected: close(*answers, *expected, 1e-3),
            measure=computes,
        ),
        Property(
            "ten times sharper",
            words=f"its largest curvature is at least {TIMES} times what it was",
            hint="Take a larger c in (2.9): only once c is large does the largest curvature grow like its square.",
            case=network,
            holds=lambda calls, answers, expected: answers[0] >= TIMES,
            measure=is_sharper_by,
            unit="times",
            revealed=False,
        ),
    ),
    because="A c below 1 does it too, by the other layer. The flattest of all these networks lies in between.",
)
