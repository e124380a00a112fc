"""Wrong answers to 06.natural_direction: each property's own, which it alone catches, and others."""

import numpy as np

from exercises.natural_gradient.directions import MOST, SIZE, _conjugate_gradients, natural_direction


def changed(name, **parts):
    """Conjugate gradients with these parts changed, under this name."""

    def function(product, g, damping):
        return _conjugate_gradients(product, g, damping, **parts)

    function.__name__ = name
    return np.errstate(all="ignore")(function)


the_way_down = changed("the_way_down", first=-1.0)


steepest_descent = changed("steepest_descent", beta=lambda new, old: 0.0, most=3000)


with_an_absolute_end = changed("with_an_absolute_end", absolute=1e-4)


OTHERS = (
    changed("without_damping", curvature_damping=0.0, residual_damping=0.0, most=MOST),
    changed("damping_in_the_curvature_alone", residual_damping=0.0, most=MOST),
    changed("damping_in_the_residual_alone", curvature_damping=0.0, most=MOST),
    changed("one_step", most=1),
    changed("five_steps", most=5),
    changed("to_a_hundredth", near=1e-2),
    changed("ratio_upside_down", beta=lambda new, old: old / new, most=MOST),
    changed("ratio_of_lengths", beta=lambda new, old: (new / old) ** 0.5, most=MOST),
    changed("ratio_of_the_wrong_sign", beta=lambda new, old: -new / old, most=MOST),
    changed("ratio_one", beta=lambda new, old: 1.0, most=MOST),
)


def unguarded(product, g, damping):
    """0 / 0 where there is no gradient."""
    squared = np.sum(np.square(np.asarray(g, float)))
    with np.errstate(invalid="ignore"):
        return natural_direction(product, g, damping) * (squared / squared)


def column_by_column(product, g, damping):
    F = np.stack([product(e) for e in np.eye(SIZE)])
    return np.linalg.solve(F + damping * np.eye(SIZE), g)


def the_gradient(product, g, damping):
    return np.asarray(g)


def the_product(product, g, damping):
    return product(g) + damping * g


def damping_squared(product, g, damping):
    return natural_direction(product, g, damping**2)


def damping_after_the_solution(product, g, damping):
    return _conjugate_gradients(product, g, 1e-2) / (1 + damping)


def gradient_descent(product, g, damping):
    """Twenty steps of a fixed rate."""
    d = np.zeros(SIZE)
    for _ in range(MOST):
        d = d + 0.015 * (np.asarray(g) - product(d) - damping * d)
    return d


ALONE = {
    "residual": the_way_down,
    "products": steepest_descent,
    "unit of the loss": with_an_absolute_end,
    "no gradient": unguarded,
}
ALSO = (
    *OTHERS,
    column_by_column,
    the_gradient,
    the_product,
    damping_squared,
    damping_after_the_solution,
    gradient_descent,
)
