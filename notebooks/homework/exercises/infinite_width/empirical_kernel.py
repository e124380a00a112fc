"""Exercise: the tangent kernel of a network that exists, from its gradients by the weights."""

import jax
import numpy as np

from optcourse.homework.exercise import Exercise, Property, close
from optcourse.homework.given import Given

TOLERANCE = 2e-3


def empirical_kernel(f, w, x, y):
    """⟨∇_w f(w, xᵢ), ∇_w f(w, yⱼ)⟩ for all pairs of rows."""
    return gradients(f, w, x) @ gradients(f, w, y).T


def gradients(f, w, rows) -> np.ndarray:
    """A row for each input, as long as all weights together."""
    J = jax.jacobian(lambda w: f(w, rows))(w)
    return np.hstack([np.reshape(part, (len(rows), -1)) for part in jax.tree.leaves(J)])


N, INPUTS, UNITS = 3, 4, 2  # each new shape costs the time to compile it


def committee(random) -> tuple[np.ndarray, np.ndarray]:
    """Its weights, and inputs."""
    return random.normal(size=(INPUTS, UNITS)) / INPUTS**0.5, random.normal(size=(N, INPUTS))


def of_one_array(random):
    """Rows with themselves, and a network whose weights are one array."""
    W, x = committee(random)
    return [(Given("committee"), W, x, x)]


def of_several_arrays(random):
    """Rows with themselves, and networks whose weights are a matrix and one to three vectors."""
    W, x = committee(random)
    b, v = random.normal(size=UNITS) / 2, random.normal(size=UNITS)
    weights = {"relus": (W, v), "two_layers": (W, b, v), "waves": (W, b, v, random.normal(size=1))}
    return [(Given(name), w, x, x) for name, w in weights.items()]


def with_other_rows(random):
    """Rows with others, more and as many, and one row with several; the weights are a matrix in a tuple."""
    W, x = committee(random)
    more, others = (random.normal(size=(rows, INPUTS)) for rows in (N + 2, N))
    return [(Given("committee_in_a_tuple"), (W,), *pair) for pair in ((x, more), (x, others), (x[:1], more))]


def right(calls, answers, expected):
    return all(close(*pair, TOLERANCE) for pair in zip(answers, expected))


EXERCISE = Exercise(
    name="empirical_kernel",
    points=3,
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
            case=of_several_arrays,
            holds=right,
            cases=2,
        ),
        Property(
            "other rows",
            statement="entry (i, j) belongs to row i of x and row j of y, also where these are others",
            hint="Of 3 rows x and 5 rows y the answer has the shape (3, 5), and (1, 5) of a single row x. "
            "Which of the two gradients stands first?",
            case=with_other_rows,
            holds=right,
            cases=2,
        ),
    ),
    explanation="No width is in it, and no start: this is the kernel of any network, at any weights. "
    "What a wide one has to itself is that it hardly moves.",
)
