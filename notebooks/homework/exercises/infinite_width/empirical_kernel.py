"""Exercise: the tangent kernel of a network that exists, from its gradients by the weights."""

import jax
import numpy as np
from jax.flatten_util import ravel_pytree

from optcourse.homework.exercise import Exercise, Property, close
from optcourse.homework.given import Given

TOLERANCE = 2e-3


def empirical_kernel(f, w, x, y):
    """⟨∇_w f(w, xᵢ), ∇_w f(w, yⱼ)⟩ for all pairs of rows."""
    flat, shaped = ravel_pytree(w)

    def gradients(rows):
        J = jax.jacobian(lambda flat: f(shaped(flat), rows))(flat)
        return np.asarray(J, float)

    return gradients(x) @ gradients(y).T


def of_one_array(random):
    """Rows with themselves, and a network whose weights are one array."""
    x = random.normal(size=(3, 5))
    return [(Given("sine_wave"), random.normal(size=5), x, x)]


def of_three_arrays(random):
    """Rows with themselves, and a network whose weights are a matrix and two vectors."""
    n, d, h = 4, 3, 5
    x, W = random.normal(size=(n, d)), random.normal(size=(d, h)) / d**0.5
    w = W, random.normal(size=h) / 2, random.normal(size=h)
    return [(Given("two_layers"), w, x, x)]


def with_other_rows(random):
    """Rows with others, of another number and of the same; the weights are a matrix in a tuple."""
    n, d, h = 3, 4, 2
    w, x = (random.normal(size=(d, h)) / d**0.5,), random.normal(size=(n, d))
    return [(Given("committee"), w, x, random.normal(size=(m, d))) for m in (n + 2, n)]


def right(calls, answers, expected):
    return all(close(*pair, TOLERANCE) for pair in zip(answers, expected))


EXERCISE = Exercise(
    name="empirical_kernel",
    points=2,
    solution=empirical_kernel,
    properties=(
        Property(
            "one array",
            statement="where the weights are one array, it holds the inner product of any two gradients by it",
            hint="One gradient for each row, by the *weights*, at w. `jax.jacobian` of a function of w that returns "
            "all outputs has them all. Where the weights are one array, it is no tuple to loop over: "
            "`jax.tree.leaves` makes a list of both.",
            case=of_one_array,
            holds=right,
            cases=2,
        ),
        Property(
            "all arrays",
            statement="where the weights are several arrays, the gradients by all of them count",
            hint="The gradient is as long as all weights together: add what each array gives. "
            "`jax.flatten_util.ravel_pytree` makes one vector of several arrays.",
            case=of_three_arrays,
            holds=right,
            cases=2,
        ),
        Property(
            "other rows",
            statement="entry (i, j) belongs to row i of x and row j of y, also where these are others",
            hint="Of 3 rows x and 5 rows y the answer has the shape (3, 5). Which of the two gradients stands first?",
            case=with_other_rows,
            holds=right,
            cases=2,
        ),
    ),
    explanation="No width is in it, and no start: this is the kernel of any network, at any weights. "
    "What a wide one has to itself is that it hardly moves.",
)
