"""Lesson 01: how many steps gradient descent waits beside a saddle."""

import jax.numpy as jnp
import numpy as np

from optcourse.homework.exercise import Exercise, Property, close


def waiting(H, learning_rate, offset):
    """ln(1 / offset) / ln(1 - η λ), from (1.6); λ is the lowest eigenvalue of H, below 0."""
    lowest = jnp.linalg.eigvalsh(H)[0]
    return jnp.log(1 / offset) / jnp.log(1 - learning_rate * lowest)  # (1.6)


def some_start(random):
    """A learning rate and an offset."""
    return float(random.uniform(0.05, 0.2)), float(10 ** random.uniform(-6, -2))


def one_way_out(random):
    """One call: a diagonal Hessian with one negative eigenvalue, which lies first or last."""
    eigenvalues = random.permutation([-random.uniform(1, 4), random.uniform(1, 4)])
    return [(np.diag(eigenvalues), *some_start(random))]


def second_way_out(random):
    """Two calls: a slower way out beside the first, and in its place a way up."""
    first, second = random.uniform(2, 4), random.uniform(0.5, 1.5)
    start = some_start(random)
    return [(np.diag([-first, sign * second]), *start) for sign in (-1, 1)]


def turned(random):
    """Two calls: a diagonal Hessian, and the same one turned by 45 degrees."""
    H = np.diag([-random.uniform(1, 2), random.uniform(2, 4)])
    turn = np.array([[1, -1], [1, 1]]) / 2**0.5
    start = some_start(random)
    return [(H, *start), (turn @ H @ turn.T, *start)]


def is_the_solution(calls, answers, expected):
    return close(answers[0], expected[0])


def agree(calls, answers, expected):
    return bool(np.allclose(answers[0], answers[1], rtol=1e-3))


BLANKS = {
    "waiting": Exercise(
        name="waiting",
        points=0,
        solution=waiting,
        properties=(
            Property(
                "growth",
                statement="after the steps that you return, (1.6) has taken the offset to 1",
                hint="Solve (1 - η λ)ᵗ d = 1 for t, with the negative eigenvalue λ of H.",
                case=one_way_out,
                holds=is_the_solution,
            ),
            Property(
                "lowest",
                statement="a second, slower way out changes nothing",
                hint="Along each way out the offset grows by (1.6): the steepest one is the first.",
                case=second_way_out,
                holds=agree,
            ),
            Property(
                "turned",
                statement="turning the Hessian changes nothing",
                hint="Curvatures are the eigenvalues of H, not the numbers on its diagonal.",
                case=turned,
                holds=agree,
            ),
        ),
        explanation="The steepest way out sets the pace, and the offset enters by its logarithm.",
    ),
}
