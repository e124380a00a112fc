"""Exercise: the way out of a saddle and the loss that the model promises there (1.5)."""

import jax
import jax.numpy as jnp
import numpy as np

from optcourse.homework.exercise import Exercise, Property, parallel
from optcourse.homework.given import Given


def escape(loss, w, s):
    """(u, L(w) + ½ λ s²): the unit eigenvector of the lowest eigenvalue λ of H."""
    eigenvalues, directions = jnp.linalg.eigh(jax.hessian(loss)(w))
    return directions[:, 0], loss(w) + eigenvalues[0] * s**2 / 2  # (1.5)


def saddle(random, n=4) -> tuple[Given, np.ndarray]:
    """A saddle of n weights, turned by chance: one clearly lowest eigenvalue, the largest in size another one."""
    positive, negative = random.uniform(3, 4, n // 2), random.uniform(-1, -0.5, n // 2)
    negative[0] -= 1.5
    curvatures, center = np.append(positive, negative), random.uniform(-1, 1, n)
    directions = turned_for_a_late_lowest(random, curvatures)
    settings = {"curvatures": curvatures.tolist(), "height": float(random.uniform(0.5, 2))}
    return Given("hills", center=center.tolist(), directions=directions.tolist(), **settings), center


def turned_for_a_late_lowest(random, curvatures) -> np.ndarray:
    """Eigenvectors in the columns, such that `eig`, which does not sort, does not find the lowest first."""
    while True:
        directions = np.linalg.qr(random.normal(size=2 * curvatures.shape))[0]
        found = np.linalg.eig((directions * curvatures @ directions.T).astype(np.float32))[0]
        if np.argmin(found.real) > 0:
            return directions


def with_steps(*steps):
    """A case for `Property`: one saddle, a call for each step."""

    def case(random):
        loss, w = saddle(random)
        return [(loss, w, s) for s in steps]

    return case


def of_two_sizes(random):
    return [(*saddle(random, n), 0.3) for n in (4, 2)]


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


EXERCISE = Exercise(
    name="escape",
    points=2,
    solution=escape,
    properties=(
        Property(
            "length 1",
            statement="the direction has length 1",
            hint="Return the unit eigenvector u itself, not the step s u.",
            case=with_steps(0.3),
            holds=lambda calls, answers, expected: abs(np.linalg.norm(answers[0][0]) - 1) < 1e-3,
            cases=2,
        ),
        Property(
            "steepest way down",
            statement="along no other direction does the loss curve down more",
            hint="`jnp.linalg.eigh` sorts the eigenvalues in ascending order; eigenvector i is *column* i.",
            case=of_two_sizes,
            holds=lambda calls, answers, expected: all(parallel(a[0], e[0]) for a, e in zip(answers, expected)),
            cases=2,
        ),
        Property(
            "half in the promise",
            statement="the loss at a step of length 1 is the one that (1.5) promises",
            hint="Put your line beside (1.5), term by term: the loss at w, the factor, λ, and the power of s.",
            case=with_steps(1.0),
            holds=promises,
            cases=2,
        ),
        Property(
            "four times at twice the step",
            statement="twice the step promises four times the change",
            hint="In (1.5) the step is squared.",
            case=with_steps(0.2, 0.4),
            holds=quadruples,
            cases=2,
        ),
    ),
    explanation="Without the half, the promised fall would be twice the true one, however small the step.",
)
