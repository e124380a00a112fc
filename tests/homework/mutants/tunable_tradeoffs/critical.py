"""Wrong answers to 08.critical: each property's own, which it alone catches, and others."""

import numpy as np

from exercises.tunable_tradeoffs.critical import _signed, critical


def upside_down(slopes, curvatures):
    return 1 / critical(slopes, curvatures)[0], critical(slopes, curvatures)[1]


def below_zero(slopes, curvatures):
    return critical(slopes, curvatures)[0], _signed(slopes, curvatures)


def half(slopes, curvatures):
    multiplier, damping = critical(slopes, curvatures)
    return multiplier, damping / 2


def of_the_first_loss_alone(slopes, curvatures):
    return critical(slopes, np.array([curvatures[0], 0.0]))[0], max(0, -curvatures[0] / slopes[1] ** 2)


def uphill(slopes, curvatures):
    multiplier, damping = critical(slopes, curvatures)
    return -multiplier, damping


def without_the_square(slopes, curvatures):
    multiplier, damping = critical(slopes, curvatures)
    return multiplier, damping * abs(slopes[1])


def with_the_slope_of_the_first(slopes, curvatures):
    multiplier, damping = critical(slopes, curvatures)
    return multiplier, damping * slopes[1] ** 2 / slopes[0] ** 2


def of_the_plain_sum(slopes, curvatures):
    return critical(slopes, curvatures)[0], max(0, -np.sum(curvatures) / slopes[1] ** 2)


def with_the_wrong_sign_inside(slopes, curvatures):
    multiplier = slopes[0] / slopes[1]
    return -multiplier, max(0, -(curvatures[0] + multiplier * curvatures[1]) / slopes[1] ** 2)


def its_size(slopes, curvatures):
    return critical(slopes, curvatures)[0], abs(_signed(slopes, curvatures))


def of_the_convex(slopes, curvatures):
    return critical(slopes, curvatures)[0], max(0, -_signed(slopes, curvatures))


ALONE = {
    "multiplier": upside_down,
    "second derivative": half,
    "any parameterization": of_the_first_loss_alone,
    "convex front": below_zero,
}
ALSO = (
    uphill,
    without_the_square,
    with_the_slope_of_the_first,
    of_the_plain_sum,
    with_the_wrong_sign_inside,
    its_size,
    of_the_convex,
)
