"""Exercise: the way out of a saddle and the loss that the model promises there (1.5)."""

import jax
import jax.numpy as jnp
import numpy as np

from optcourse.homework.arguments import Loss
from optcourse.homework.exercise import Exercise, Property, parallel


def escape(loss, w, s):
    """(u, L(w) + ½ λ s²): the unit eigenvector of the lowest eigenvalue λ of H."""
    eigenvalues, directions = jnp.linalg.eigh(jax.hessian(loss)(w))
    return directions[:, 0], loss(w) + eigenvalues[0] * s**2 / 2  # (1.5)


def saddle(random) -> tuple[Loss, np.ndarray]:
    """A saddle of 4 weights, turned by chance: one clearly lowest eigenvalue, the largest in size another one."""
    curvatures = [*random.uniform(3, 4, 2), random.uniform(-2.5, -2), random.uniform(-1, -0.5)]
    center = random.uniform(-1, 1, len(curvatures))
    directions = turned_for_a_late_lowest(random, curvatures)
    settings = {"curvatures": [float(c) for c in curvatures], "height": float(random.uniform(0.5, 2))}
    return Loss("hills", center=center.tolist(), directions=directions.tolist(), **settings), center


def turned_for_a_late_lowest(random, curvatures) -> np.ndarray:
    """Eigenvectors in the columns, such that `eig`, which does not sort, does not find the lowest first."""
    while True:
        directions = np.linalg.qr(random.normal(size=(len(curvatures),) * 2))[0]
        found = np.linalg.eig((directions * curvatures @ directions.T).astype(np.float32))[0]
        if np.argmin(found.real) > 0:
            return directions


def with_steps(*steps):
    """A case for `Property`: one saddle, a call for each step."""

    def case(random):
        loss, w = saddle(random)
        return [(loss, w, s) for s in steps]

    return case


def change(call, answer) -> float:
    """The change of the loss that an answer promises."""
    loss, w, _ = call
    return float(answer[1]) - float(loss(w))


def promises(calls, answers, expected):
    """The promised change, within 2 % of the right one."""
    right = change(calls[0], expected[0])
    return abs(change(calls[0], answers[0]) - right) <= 0.02 * abs(right)


def quadruples(calls, answers, expected):
    once, twice = (change(*pair) for pair in zip(calls, answers))
    return abs(twice - 4 * once) <= 0.02 * abs(4 * once) and abs(once) > 1e-6


# Plausible and wrong


def the_step_itself(loss, w, s):
    u, predicted = escape(loss, w, s)
    return s * u, predicted


def a_row_for_a_column(loss, w, s):
    eigenvalues, directions = jnp.linalg.eigh(jax.hessian(loss)(w))
    return directions[0], loss(w) + eigenvalues[0] * s**2 / 2


def without_the_half(loss, w, s):
    u, predicted = escape(loss, w, s)
    return u, loss(w) + 2 * (predicted - loss(w))


def linear_in_the_step(loss, w, s):
    eigenvalue = jnp.linalg.eigvalsh(jax.hessian(loss)(w))[0]
    return escape(loss, w, s)[0], loss(w) + eigenvalue * s / 2


def the_largest(loss, w, s):
    eigenvalues, directions = jnp.linalg.eigh(jax.hessian(loss)(w))
    largest = jnp.argmax(jnp.abs(eigenvalues))
    return directions[:, largest], loss(w) + eigenvalues[largest] * s**2 / 2


def the_first_unsorted(loss, w, s):
    eigenvalues, directions = np.linalg.eig(jax.hessian(loss)(w))
    return directions[:, 0].real, loss(w) + eigenvalues[0].real * s**2 / 2


def the_lowest_beside_the_first_unsorted(loss, w, s):
    return the_first_unsorted(loss, w, s)[0], escape(loss, w, s)[1]


def always_the_same(loss, w, s):
    first, center = saddle(np.random.default_rng([1, 1]))
    return escape(first, center, s)[0], escape(loss, w, s)[1]


def the_true_loss(loss, w, s):
    u, _ = escape(loss, w, s)
    return u, loss(w + s * u)


EXERCISE = Exercise(
    name="escape",
    points=2,
    solution=escape,
    properties=(
        Property(
            words="the direction has length 1",
            hint="Return the unit eigenvector u itself, not the step s u.",
            case=with_steps(0.3),
            holds=lambda calls, answers, expected: abs(np.linalg.norm(answers[0][0]) - 1) < 1e-3,
            mutant=the_step_itself,
        ),
        Property(
            words="along no other direction does the loss curve down more",
            hint="`jnp.linalg.eigh` sorts the eigenvalues in ascending order; eigenvector i is *column* i.",
            case=with_steps(0.3),
            holds=lambda calls, answers, expected: parallel(answers[0][0], expected[0][0]),
            mutant=a_row_for_a_column,
        ),
        Property(
            words="the loss at a step of length 1 is the one that (1.5) promises",
            hint="Put your line beside (1.5), term by term: the loss at w, the factor, λ, and the power of s.",
            case=with_steps(1.0),
            holds=promises,
            mutant=without_the_half,
        ),
        Property(
            words="twice the step promises four times the change",
            hint="In (1.5) the step is squared.",
            case=with_steps(0.2, 0.4),
            holds=quadruples,
            mutant=linear_in_the_step,
        ),
    ),
    because="Without the half, the promised fall would be twice the true one, however small the step.",
    mutants=(
        the_largest,
        the_true_loss,
        the_first_unsorted,
        the_lowest_beside_the_first_unsorted,
        always_the_same,
    ),
)
