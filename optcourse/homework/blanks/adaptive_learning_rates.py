"""Lesson 04: one step of Adam."""

import jax.numpy as jnp
import numpy as np

from optcourse.homework.exercise import Exercise, Property, close

WEIGHTS = 3
LATE = 100_000  # gradients, after which the averages need no correction


def adam_step(w, g, m, v, k, eta):
    """(4.3) to (4.5): the new w, m, v after the k-th gradient g."""
    m = 0.9 * m + 0.1 * g  # (4.4)
    v = 0.999 * v + 0.001 * g**2  # (4.3)
    m_hat, v_hat = m / (1 - 0.9**k), v / (1 - 0.999**k)
    w = w - eta * m_hat / (jnp.sqrt(v_hat) + 1e-8)  # (4.5)
    return w, m, v


def with_age(random, k):
    """One call: the k-th gradient, where the averages of those before it are m and v."""
    w, g, m = random.normal(size=(3, WEIGHTS))
    v = random.uniform(1, 4, WEIGHTS)
    return w, g, m, v, k, float(random.uniform(0.5, 2))


def early(random):
    """One call, with the k-th gradient, k from 3 to 30."""
    return [with_age(random, int(random.integers(3, 30)))]


def first(random):
    """One call, with the first gradient: m and v are zero."""
    w, g, m, v, _, eta = with_age(random, 1)
    return [(w, g, np.zeros_like(m), np.zeros_like(v), 1, eta)]


def late(random):
    """One call, with a gradient so late that nothing has to be corrected."""
    return [with_age(random, LATE)]


def same_averages(calls, answers, expected):
    return all(close(answers[0][part], expected[0][part]) for part in (1, 2))


def moves_by_the_rate(calls, answers, expected):
    ((w, g, *_, eta),) = calls
    return close(answers[0][0], w - eta * np.sign(g))


def same_weights(calls, answers, expected):
    return close(answers[0][0], expected[0][0])


BLANKS = {
    "adam_step": Exercise(
        name="adam_step",
        points=0,
        solution=adam_step,
        properties=(
            Property(
                "averages",
                statement="the second and the third answer are the new m and v, not corrected",
                hint="(4.4) for m, (4.3) with 0.999 for v. Give m̂ and v̂ names of their own.",
                case=early,
                holds=same_averages,
            ),
            Property(
                "first step",
                statement="the first step moves each weight by η, against the sign of its gradient",
                hint="With k = 1, m̂ is g and v̂ is g²: divide m by 1 - 0.9**k, v by 1 - 0.999**k.",
                case=first,
                holds=moves_by_the_rate,
            ),
            Property(
                "late step",
                statement="a late step moves each weight by η m / √v, with the new m and v",
                hint="In (4.5) m̂ stands in the place of the gradient.",
                case=late,
                holds=same_weights,
            ),
        ),
        explanation="m says where to, √v says how far that is in units of the usual gradient.",
    ),
}
