"""Wrong answers to 04.best_scaling: each property's own, which it alone catches, and others."""

import numpy as np

from exercises.adaptive_learning_rates.best_scaling import best_scaling, conditioning


def consistent(name, d):
    """A function of this name that returns the scaling d(H) with the condition number that it leaves."""

    def function(H):
        scaling = d(np.asarray(H, float))
        return scaling, conditioning(H, scaling)

    function.__name__ = name
    return function


def best_of(name, ratios):
    """The best of a few ratios."""
    candidates = np.stack([np.ones_like(ratios), ratios], axis=1)
    return consistent(name, lambda H: min(candidates, key=lambda d: conditioning(H, d)))


def without_the_roots(H):
    """Of D⁻¹ H D⁻¹."""
    d, _ = best_scaling(H)
    return d, conditioning(H, d**2)


root_of_the_diagonal = consistent("root_of_the_diagonal", lambda H: np.sqrt(np.diag(H)))
upside_down = consistent("upside_down", lambda H: 1 / np.diag(H))
length_of_the_rows = consistent("length_of_the_rows", lambda H: np.linalg.norm(H, axis=1))
eigenvalues = consistent("eigenvalues", np.linalg.eigvalsh)
ratios_up_to_60 = best_of("ratios_up_to_60", np.geomspace(1 / 60, 60, 101))


def of_the_unscaled(H):
    return best_scaling(H)[0], np.linalg.cond(H)


def as_if_much_were_left(H):
    """4 H11 H22 / det H - 2 = κ + 1 / κ."""
    d, _ = best_scaling(H)
    return d, 4 * d[0] * d[1] / np.linalg.det(H) - 2


def straight_never(H):
    """The closed form, divided by H12²."""
    d, (_, off) = np.diag(H), H[0]
    with np.errstate(divide="ignore", invalid="ignore"):
        root = np.sqrt(np.float64(off) ** 2 / (d[0] * d[1]))
        return d, (1 / root + 1) / (1 / root - 1)


ALONE = {
    "condition number": without_the_roots,
    "smallest": root_of_the_diagonal,
}
ALSO = (
    upside_down,
    length_of_the_rows,
    eigenvalues,
    ratios_up_to_60,
    of_the_unscaled,
    as_if_much_were_left,
    straight_never,
)
