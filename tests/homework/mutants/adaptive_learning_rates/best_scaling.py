"""Wrong answers to 04.best_scaling: each property's own, which it alone catches, and others."""

import numpy as np

from exercises.adaptive_learning_rates.best_scaling import best_scaling, conditioning, consistent, eigenvalues


def without_the_roots(H):
    """Of D⁻¹ H D⁻¹."""
    d, _ = best_scaling(H)
    return d, conditioning(np.asarray(H), d**2)


def root_of_the_diagonal(H):
    return consistent(lambda H: np.sqrt(np.diag(H)))(H)


def none(H):
    return consistent(lambda H: np.ones(2))(H)


def upside_down(H):
    return consistent(lambda H: 1 / np.diag(H))(H)


def of_the_unscaled(H):
    return best_scaling(H)[0], np.linalg.cond(H)


def perfect(H):
    return best_scaling(H)[0], 1.0


ALONE = {
    "condition number": without_the_roots,
    "smallest": root_of_the_diagonal,
}
ALSO = (none, upside_down, eigenvalues, of_the_unscaled, perfect)
