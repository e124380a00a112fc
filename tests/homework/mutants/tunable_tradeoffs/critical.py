"""Wrong answers to 08.critical: each property's own, which it alone catches, and others."""

import numpy as np

from exercises.tunable_tradeoffs.critical import critical


def signed(slopes, curvatures):
    """c* without the cut at zero."""
    return -(curvatures[0] - slopes[0] / slopes[1] * curvatures[1]) / slopes[1] ** 2


def upside_down(slopes, curvatures):
    return 1 / critical(slopes, curvatures)[0], critical(slopes, curvatures)[1]


def half(slopes, curvatures):
    multiplier, damping = critical(slopes, curvatures)
    return multiplier, damping / 2


def without_the_square(slopes, curvatures):
    multiplier, damping = critical(slopes, curvatures)
    return multiplier, damping * abs(slopes[1])


def below_zero(slopes, curvatures):
    return critical(slopes, curvatures)[0], signed(slopes, curvatures)


def nothing_where_convex(slopes, curvatures):
    multiplier, damping = critical(slopes, curvatures)
    return (multiplier, damping) if damping > 0 else (0.0, 0.0)


def as_if_walked_toward_a_smaller_second_loss(slopes, curvatures):
    return slopes[0] / abs(slopes[1]), critical(slopes, curvatures)[1]


def of_the_first_loss_alone(slopes, curvatures):
    return critical(slopes, curvatures)[0], max(0, -curvatures[0] / slopes[1] ** 2)


def with_the_slope_of_the_first(slopes, curvatures):
    multiplier, damping = critical(slopes, curvatures)
    return multiplier, damping * slopes[1] ** 2 / slopes[0] ** 2


def of_the_plain_sum(slopes, curvatures):
    return critical(slopes, curvatures)[0], max(0, -np.sum(curvatures) / slopes[1] ** 2)


def with_the_wrong_sign_inside(slopes, curvatures):
    multiplier = slopes[0] / slopes[1]
    return -multiplier, max(0, -(curvatures[0] + multiplier * curvatures[1]) / slopes[1] ** 2)


def concave_by_the_first_loss(slopes, curvatures):
    return critical(slopes, curvatures)[0], signed(slopes, curvatures) if curvatures[0] < 0 else 0.0


def convex_if_both_losses_are(slopes, curvatures):
    convex = curvatures[0] > 0 and curvatures[1] > 0
    return critical(slopes, curvatures)[0], 0.0 if convex else abs(signed(slopes, curvatures))


ALONE = {
    "multiplier": upside_down,
    "second derivative": half,
    "any parameterization": without_the_square,
    "convex front": below_zero,
}
ALSO = (
    nothing_where_convex,
    as_if_walked_toward_a_smaller_second_loss,
    of_the_first_loss_alone,
    with_the_slope_of_the_first,
    of_the_plain_sum,
    with_the_wrong_sign_inside,
    concave_by_the_first_loss,
    convex_if_both_losses_are,
)
