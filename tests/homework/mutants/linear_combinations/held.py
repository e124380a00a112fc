"""Wrong answers to 07.held: each property's own, which it alone catches, and others."""

import numpy as np

from exercises.linear_combinations.held import _hessian, _weight, derivatives, held, of_the_plain_sum


def upside_down(first, second, w):
    alpha, lowest = held(first, second, w)
    return 1 / alpha, lowest


def lowest_on_the_diagonal(first, second, w):
    alpha = _weight(first, second, w)
    return alpha, np.min(np.diag(_hessian(first, second, w, alpha)))


def of_the_wrong_sign(first, second, w):
    alpha = -_weight(first, second, w)
    return alpha, np.linalg.eigvalsh(_hessian(first, second, w, alpha))[0]


def ratio_of_the_losses(first, second, w):
    return first(w) / second(w), held(first, second, w)[1]


def the_highest(first, second, w):
    alpha = _weight(first, second, w)
    return alpha, np.linalg.eigvalsh(_hessian(first, second, w, alpha))[-1]


def of_the_first_alone(first, second, w):
    return held(first, second, w)[0], np.linalg.eigvalsh(derivatives(first, w)[1])[0]


def smallest_in_size(first, second, w):
    alpha = _weight(first, second, w)
    eigenvalues = np.linalg.eigvalsh(_hessian(first, second, w, alpha))
    return alpha, eigenvalues[np.argmin(np.abs(eigenvalues))]


def along_the_front(first, second, w):
    """The curvature where the losses change, as if it had to be the lowest."""
    along = derivatives(first, w)[0]
    along = along / np.linalg.norm(along)
    alpha = _weight(first, second, w)
    return alpha, along @ _hessian(first, second, w, alpha) @ along


def never_above_zero(first, second, w):
    alpha, lowest = held(first, second, w)
    return alpha, min(lowest, 0.0)


def of_one_parameter(first, second, w, index):
    """The ratio of two derivatives, both of which may be zero."""
    (g1, _), (g2, _) = derivatives(first, w), derivatives(second, w)
    with np.errstate(invalid="ignore", divide="ignore"):
        return -g1[index] / g2[index], held(first, second, w)[1]


def of_the_first_parameter(first, second, w):
    return of_one_parameter(first, second, w, 0)


def of_the_second_parameter(first, second, w):
    return of_one_parameter(first, second, w, 1)


def of_each_alone(first, second, w):
    alpha = _weight(first, second, w)
    lowest = [np.linalg.eigvalsh(derivatives(loss, w)[1])[0] for loss in (first, second)]
    return alpha, lowest[0] + alpha * lowest[1]


ALONE = {
    "weight": upside_down,
    "lowest curvature": of_the_plain_sum,
    "any direction": lowest_on_the_diagonal,
    "held point": along_the_front,
}
ALSO = (
    of_the_wrong_sign,
    ratio_of_the_losses,
    the_highest,
    of_the_first_alone,
    smallest_in_size,
    of_each_alone,
    never_above_zero,
    of_the_first_parameter,
    of_the_second_parameter,
)
