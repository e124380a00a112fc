"""Lesson 10: the gradient of matrix completion by each of two factors."""

import jax.numpy as jnp
import numpy as np

from optcourse.homework.exercise import Exercise, Property, close

SIZE = 2  # rows and columns of each factor: a message shows all of it


def factor_gradients(W1, W2, observed, mask):
    """W_2ᵀ G and G W_1ᵀ (10.3), where G = W_2 W_1 - b on the seen entries and 0 elsewhere."""
    G = jnp.where(mask, W2 @ W1 - observed, 0)
    return W2.T @ G, G @ W1.T  # (10.3)


def all_seen(random):
    """One call, with random factors and no hole in the mask."""
    W1, W2, observed = random.normal(size=(3, SIZE, SIZE))
    return [(W1, W2, observed, np.ones((SIZE, SIZE), bool))]


def seen_entries_fit(random):
    """One call: a hole in the mask, and elsewhere the product equals what was observed."""
    W1, W2 = random.normal(size=(2, SIZE, SIZE))
    observed, mask = W2 @ W1, np.ones((SIZE, SIZE), bool)
    hole = tuple(random.integers(SIZE, size=2))
    observed[hole] += random.uniform(1, 3)
    mask[hole] = False
    return [(W1, W2, observed, mask)]


def same_part(part):
    """Whether that part of the answer is the solution's."""
    return lambda calls, answers, expected: close(answers[0][part], expected[0][part])


def vanishes(calls, answers, expected):
    return all(np.allclose(part, 0, atol=1e-4) for part in answers[0])


BLANKS = {
    "factor_gradients": Exercise(
        name="factor_gradients",
        points=0,
        solution=factor_gradients,
        properties=(
            Property(
                "first factor",
                statement="the first answer is the gradient by W1, with all entries seen",
                hint="On the left of W1 stands the factor A = W2, and on its right none.",
                case=all_seen,
                holds=same_part(0),
            ),
            Property(
                "second factor",
                statement="the second answer is the gradient by W2, with all entries seen",
                hint="On the right of W2 stands the factor B = W1, and on its left none.",
                case=all_seen,
                holds=same_part(1),
            ),
            Property(
                "unseen entries",
                statement="both gradients are 0 where all seen entries fit",
                hint="G is 0 in every place where the mask is false.",
                case=seen_entries_fit,
                holds=vanishes,
            ),
        ),
        explanation="G knows the seen entries only; the other factor spreads it over the unseen.",
    ),
}
