"""Exercise: the damped natural direction (6.7) by conjugate gradients, on products F v alone."""

import numpy as np

from optcourse.homework.exercise import Exercise, Property, close
from optcourse.homework.given import Given
from optcourse.homework.given.natural_gradient import fisher_rows

MOST = 20  # products
MORE = 2  # products that rounding may cost
NEAR = 1e-3  # the residual, in lengths of the gradient
LARGE, SMALL = 400, 12  # parameters: two shapes, for JAX compiles each


def natural_direction(product, g, damping):
    """d with (F + λ I) d = g     (6.7), to a residual of 0.001 ‖g‖."""
    g = np.asarray(g, float)
    d, r, p = 0 * g, g, g
    while np.linalg.norm(r) > NEAR * np.linalg.norm(g):
        Ap = product(p) + damping * p
        a = r @ r / (p @ Ap)
        d, r, last = d + a * p, r - a * Ap, r
        p = r + r @ r / (last @ last) * p
    return d


def drawn(random, size, eigenvalues, damping) -> tuple:
    """A gradient along all eigenvectors of F whose eigenvalue is not 0, and off them, where that is possible."""
    settings = {"seed": int(random.integers(10**6)), "size": size, "eigenvalues": list(eigenvalues)}
    R = fisher_rows(settings["seed"], size, tuple(eigenvalues))
    along = R / np.linalg.norm(R, axis=1, keepdims=True)
    off = random.normal(size=size)
    off -= along.T @ (along @ off)
    g = along.T @ random.choice([-1, 1], size=len(along)) + (size > len(along)) * off / np.linalg.norm(off)
    return Given("fisher_product", max_calls=MOST, **settings), g * random.uniform(0.5, 2), float(damping)


def steep(random, damping) -> tuple:
    """A large F of a low rank, whose eigenvalues are far apart."""
    return drawn(random, LARGE, np.geomspace(0.3, 60, 8) * random.uniform(0.8, 1.25, 8), damping)


def broad(random) -> tuple:
    """Many eigenvalues, not far apart: each turn makes r about half as long, so one can see when it stops."""
    return drawn(random, LARGE, np.geomspace(1, 8, 20), random.uniform(0.1, 0.3))


def level(random) -> tuple:
    """One eigenvalue for 5 directions, and 0 for the others: two turns are enough, of whatever method has them."""
    return drawn(random, LARGE, [random.uniform(1, 10)] * 5, random.uniform(0.1, 0.3))


def whole(random) -> tuple:
    """A small F of full rank, and next to no damping."""
    return drawn(random, SMALL, np.geomspace(0.5, 10, SMALL) * random.uniform(0.8, 1.25, SMALL), 1e-3)


def of_all_kinds(random):
    return [
        steep(random, random.uniform(0.1, 0.3)),
        steep(random, random.uniform(1.5, 3)),
        broad(random),
        whole(random),
    ]


def small_and_large(random):
    """The same gradient in other units of the loss."""
    product, g, damping = steep(random, random.uniform(0.1, 0.3))
    return [(product, unit * g, damping) for unit in (1, 1e-6, 1e6)]


def of_no_gradient(random):
    product, g, damping = level(random)
    return [(product, 0 * g, damping)]


def residual(call, d) -> float:
    """‖(F + λ I) d - g‖ / ‖g‖."""
    product, g, damping = call
    seed, size, eigenvalues = product.settings.values()
    R = np.asarray(fisher_rows(seed, size, tuple(eigenvalues)), float)
    return float(np.linalg.norm(R.T @ (R @ d) + damping * d - g) / np.linalg.norm(g))


def all_solve(calls, answers, expected):
    """With a tenth for rounding."""
    return all(residual(call, d) <= 1.1 * NEAR for call, d in zip(calls, answers))


def no_more_than_it_takes(calls, answers, expected):
    return all(bool(1 <= count <= min(MOST, right + MORE)) for count, right in zip(answers, expected))


def alike_in_all_units(calls, answers, expected):
    first, *others = (answer / np.linalg.norm(call[1]) for call, answer in zip(calls, answers))
    return all(close(other, first) for other in others)


EXERCISE = Exercise(
    name="natural_direction",
    points=3,
    solution=natural_direction,
    properties=(
        Property(
            "residual",
            statement="F d + λ d is g, to 0.001 of the length of g",
            hint="`product(p)` is F p alone: put λ p with it once, and use the sum A p in both places. "
            "Compare line by line: is it the old r·r in a, and new over old in b? "
            "If you compare squares, the end is r·r at most 10⁻⁶ g·g. "
            "And in NumPy `r -= ...` changes p too, as long as both are one array.",
            case=of_all_kinds,
            holds=all_solve,
            cases=2,
        ),
        Property(
            "products",
            statement=f"there is one product a turn, and no turn more than it takes; {MOST} products are the limit",
            hint="Build no matrix, one column of which costs a product. Keep A p: it stands in two places. "
            "Each turn looks along a new p, conjugate to those before; without b p it is steepest descent. "
            "And look at ‖r‖ before each turn: stop when it is 0.001 ‖g‖.",
            case=lambda random: [level(random), broad(random)],
            holds=no_more_than_it_takes,
            measure="products",
            cases=2,
        ),
        Property(
            "unit of the loss",
            statement="a gradient that is a million times smaller or larger, a direction that is so too",
            hint="Compare ‖r‖ with 0.001 ‖g‖, and with no fixed number.",
            case=small_and_large,
            holds=alike_in_all_units,
            cases=1,
        ),
        Property(
            "no gradient",
            statement="without a gradient the direction is zero",
            hint="Then r is zero from the start, and a would be 0 / 0. Look at r before the first turn.",
            case=of_no_gradient,
            holds=lambda calls, answers, expected: close(answers[0], expected[0]),
            cases=1,
        ),
    ),
    explanation="With the damping, an F of rank k has at most k + 1 different eigenvalues, and k + 1 turns would do it "
    "exactly. That holds for a million parameters too.",
)
