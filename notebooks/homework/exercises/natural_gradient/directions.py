"""Exercise: the damped natural direction (6.14) by conjugate gradients, on products F v alone."""

import numpy as np
from optcourse.homework.exercise import Exercise, Property, close
from optcourse.homework.given import RANK, SIZE, Given, fisher_rows

MOST = 20  # products
NEAR = 1e-3  # the residual, in lengths of the gradient


def natural_direction(product, g, damping):
    """d with (F + λ I) d = g     (6.14), to a residual of 0.001 ‖g‖."""
    return _conjugate_gradients(product, g, damping)


def _conjugate_gradients(
    product,
    g,
    damping,
    near=NEAR,
    absolute=0.0,
    beta=lambda new, old: new / old,
    curvature_damping=1.0,
    residual_damping=1.0,
    first=1.0,
    most=200,
) -> np.ndarray:
    """Right, with parts that can be changed: when it stops, and what stands in its lines."""
    d, r = np.zeros(SIZE), first * np.asarray(g, float)
    p, squared = r, r @ r
    end = max(near**2 * squared, absolute**2)
    for _ in range(most):
        if squared <= end:
            break
        Fp = np.asarray(product(p), float)
        a = squared / (p @ (Fp + curvature_damping * damping * p))
        d, r = d + a * p, r - a * (Fp + residual_damping * damping * p)
        squared, old = r @ r, squared
        p = r + beta(squared, old) * p
    return d


def question(random) -> tuple:
    """A Fisher matrix of rank 6, a damping, and a gradient along all of its eigenvectors and off them."""
    product = Given("fisher_product", seed=int(random.integers(10**6)))
    R = fisher_rows(product.settings["seed"])
    along = R / np.linalg.norm(R, axis=1, keepdims=True)
    off = random.normal(size=SIZE)
    off -= along.T @ (along @ off)
    g = along.T @ random.choice([-1, 1], size=RANK) + off / np.linalg.norm(off)
    return product, g * random.uniform(0.5, 2), float(random.uniform(*random.choice([(0.1, 0.3), (1.5, 3)])))


def of_both_dampings(random):
    """With the larger one it takes more than a residual of 0.01: of gradients, about two in three are like that."""
    while True:
        product, g, _ = question(random)
        calls = [(product, g, float(random.uniform(*ends))) for ends in ((0.1, 0.3), (1.5, 3))]
        if residual(calls[1], _conjugate_gradients(*calls[1], near=1e-2)) > 1.5 * NEAR:
            return calls


def small_and_large(random):
    """The same gradient in other units of the loss."""
    product, g, damping = question(random)
    return [(product, unit * g, damping) for unit in (1, 1e-6, 1e6)]


def of_no_gradient(random):
    product, g, damping = question(random)
    return [(product, 0 * g, damping)]


def residual(call, d) -> float:
    """‖(F + λ I) d - g‖ / ‖g‖."""
    product, g, damping = call
    R = np.asarray(fisher_rows(product.settings["seed"]), float)
    return float(np.linalg.norm(R.T @ (R @ d) + damping * d - g) / np.linalg.norm(g))


def all_solve(calls, answers, expected):
    """With a tenth for rounding."""
    return all(residual(call, d) <= 1.1 * NEAR for call, d in zip(calls, answers))


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
            words="F d + λ d is g, to 0.001 of the length of g",
            hint="`product(p)` is F p alone: put λ p with it once, and use the sum A p in both places. "
            "Compare line by line: is it the old r·r in a, and new over old in b? "
            "And if you compare squares, the end is r·r at most 10⁻⁶ g·g.",
            case=of_both_dampings,
            holds=all_solve,
            cases=2,
        ),
        Property(
            "products",
            words=f"{MOST} products are enough for {SIZE} parameters",
            hint=f"The matrix has {SIZE} columns, so build none of it. One product for each turn is all it takes: "
            "each turn looks along a new p, conjugate to those before. Without b p it is steepest descent. "
            "And in NumPy `r -= ...` changes p too, as long as both are one array.",
            case=lambda random: [question(random)],
            holds=lambda calls, answers, expected: bool(1 <= answers[0] <= MOST),
            measure="products",
            show_expected=False,
            cases=2,
        ),
        Property(
            "unit of the loss",
            words="a gradient that is a million times smaller or larger, a direction that is so too",
            hint="Compare ‖r‖ with 0.001 ‖g‖, and with no fixed number.",
            case=small_and_large,
            holds=alike_in_all_units,
            cases=1,
        ),
        Property(
            "no gradient",
            words="without a gradient the direction is zero",
            hint="Then r is zero from the start, and a would be 0 / 0. Look at r before the first turn.",
            case=of_no_gradient,
            holds=lambda calls, answers, expected: close(answers[0], expected[0]),
            cases=1,
        ),
    ),
    explanation=f"F has {RANK} directions that count and the damping makes one value of all others: "
    f"{RANK + 1} turns would do it exactly. That holds for a million parameters too.",
)
