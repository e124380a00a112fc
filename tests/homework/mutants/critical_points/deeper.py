"""Wrong answers to 01.deeper: each property's own, which it alone catches, and others."""

from exercises.critical_points.deeper import deeper


def like_two_layers(zeros=1):
    return zeros, deeper()[1]


def of_a_longer_step():
    return 3, -2.0


def uphill():
    return 3, -deeper()[1]


def without_the_square():
    return 3, deeper()[1] / 2


ALONE = {
    "zeros of the Hessian": like_two_layers,
    "third order": of_a_longer_step,
}
ALSO = (uphill, without_the_square)
