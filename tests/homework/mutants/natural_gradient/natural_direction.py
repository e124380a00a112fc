"""Wrong answers to 06.natural_direction: each property's own, which it alone catches, and others."""

from itertools import count

import numpy as np

from exercises.natural_gradient.natural_direction import MOST, natural_direction


def changed(name, **parts):
    """Conjugate gradients with these parts changed, under this name."""

    def function(product, g, damping):
        return conjugate_gradients(product, np.asarray(g, float), damping, **parts)

    function.__name__ = name
    return np.errstate(all="ignore")(function)


def conjugate_gradients(product, g, damping, small=None, beta=lambda new, old: new / old, dampings=(1, 1)):
    """small(turn, r, g): whether to stop. dampings: how often λ p is in the curvature, and in the new residual."""
    small = small or shorter_than(1e-3)
    d, r, p = 0 * g, g, g
    for turn in count():
        if small(turn, r, g):
            return d
        Fp = product(p)
        a = r @ r / (p @ (Fp + dampings[0] * damping * p))
        d, r, last = d + a * p, r - a * (Fp + dampings[1] * damping * p), r
        p = r + beta(r @ r, last @ last) * p


def shorter_than(near, least=0.0):
    return lambda turn, r, g: np.linalg.norm(r) <= max(near * np.linalg.norm(g), least)


def after(turns):
    """Where r has got zero, there is nothing to do in the turns that are left."""
    return lambda turn, r, g: turn == turns or not np.any(r)


def the_way_down(product, g, damping):
    return natural_direction(product, -g, damping)


def unguarded(product, g, damping):
    """0 / 0 where there is no gradient."""
    squared = np.sum(np.square(np.asarray(g, float)))
    with np.errstate(invalid="ignore"):
        return natural_direction(product, g, damping) * (squared / squared)


def column_by_column(product, g, damping):
    F = np.stack([product(e) for e in np.eye(g.size)])
    return np.linalg.solve(F + damping * np.eye(g.size), g)


def two_products_a_turn(product, g, damping):
    """One for a, and the same again for r."""
    return natural_direction(lambda v: (product(v) + product(v)) / 2, g, damping)


def of_400_parameters(product, g, damping):
    return np.zeros(400) + natural_direction(product, g, damping)


def damping_squared(product, g, damping):
    return natural_direction(product, g, damping**2)


def damped_by_a_tenth_at_least(product, g, damping):
    return natural_direction(product, g, max(damping, 0.1))


def gradient_descent(product, g, damping):
    """Twenty steps of a fixed rate."""
    d = 0 * np.asarray(g)
    for _ in range(MOST):
        d = d + 0.015 * (np.asarray(g) - product(d) - damping * d)
    return d


ALONE = {
    "residual": the_way_down,
    "products": changed("always_twenty", small=after(MOST)),
    "unit of the loss": changed("with_an_absolute_end", small=shorter_than(1e-3, least=1e-4)),
    "no gradient": unguarded,
}
ALSO = (
    changed("without_damping", dampings=(0, 0)),
    changed("damping_in_the_curvature_alone", dampings=(1, 0)),
    changed("damping_in_the_residual_alone", dampings=(0, 1)),
    changed("seven_turns", small=after(7)),
    changed("ten_turns", small=after(10)),
    changed("to_a_hundredth", small=shorter_than(1e-2)),
    changed("to_a_millionth", small=shorter_than(1e-6)),
    changed("ratio_upside_down", beta=lambda new, old: old / new),
    changed("ratio_of_lengths", beta=lambda new, old: (new / old) ** 0.5),
    changed("ratio_one", beta=lambda new, old: 1.0),
    changed("steepest_descent", beta=lambda new, old: 0.0),
    column_by_column,
    two_products_a_turn,
    of_400_parameters,
    damping_squared,
    damped_by_a_tenth_at_least,
    gradient_descent,
)
