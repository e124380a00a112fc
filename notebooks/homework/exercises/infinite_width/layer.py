"""Exercise: what a layer of relu makes of the covariance of its two inputs."""

import numpy as np

from optcourse.homework.exercise import Exercise, Property

BENDS = ((-0.9, -0.4), (-0.2, 0.2), (0.4, 0.9))  # ranges of the correlation
NEAR_THE_ENDS = ((-0.98, -0.9), (0.9, 0.99))


def layer(xx, xy, yy):
    """(2 E[relu(a) relu(b)], 2 E[relu'(a) relu'(b)]) for Gaussians with variances xx and yy and covariance xy."""
    q = np.sqrt(xx * yy)
    cosine = np.clip(xy / q, -1, 1)
    angle = np.arccos(cosine)
    slope = (np.pi - angle) / np.pi
    return q * (np.sin(angle) / np.pi + slope * cosine), slope


def with_correlations(random, parts) -> list:
    """Calls with both variances the same, in any unit, and a correlation in each of these ranges."""
    calls = []
    for part in parts:
        variance, correlation = 10 ** random.uniform(-1, 1), random.uniform(*part)
        calls.append((float(variance), float(correlation * variance), float(variance)))
    return calls


def of_one_variance(random):
    """Correlations from negative to positive, strong ones too."""
    return with_correlations(random, BENDS + NEAR_THE_ENDS)


SMALL, LARGE = (-4, -3), (1, 2)  # powers of ten


def in_other_units(random):
    """Each call of one variance; again with a in a small unit and b in a large one; and with both in small ones."""
    calls = []
    for xx, xy, yy in with_correlations(random, BENDS):
        calls.append((xx, xy, yy))
        for units in ((SMALL, LARGE), (SMALL, SMALL)):
            a, b = (10 ** random.uniform(*part) for part in units)
            calls.append((float(a * a * xx), float(a * b * xy), float(b * b * yy)))
    return calls


def past_the_end(random):
    """An input and itself, and its opposite, in another unit, with a rounding that makes the covariance too large."""
    calls = []
    for sign in (1, -1):
        variance, rounding = 10 ** random.uniform(-1, 1), 10 ** random.uniform(-6, -5)
        b = sign * 10 ** random.uniform(0.3, 1)
        calls.append((float(variance), float(b * variance * (1 + rounding)), float(b * b * variance)))
    return calls


def same(answer, right, unit=1.0, tolerance=3e-4) -> bool:
    """Within a tolerance, in this unit."""
    return bool(abs(answer - right) <= tolerance * unit)


def right_products(calls, answers, expected):
    """Near -1 two numbers nearly cancel: to a few millionths of the variance, which single precision reaches."""
    units = [right[0] + 0.02 * xx for (xx, _, _), right in zip(calls, expected)]
    return all(same(answer[0], right[0], unit) for answer, right, unit in zip(answers, expected, units))


def right_slopes(calls, answers, expected):
    return all(same(answer[1], right[1], right[1]) for answer, right in zip(answers, expected))


def in_proportion(calls, answers, expected):
    """To the first of each three: the first values as the covariances, the second ones alike."""
    for i in range(0, len(calls), 3):
        value, slope = answers[i]
        for (_, xy, _), (other, its_slope) in zip(calls[i : i + 3], answers[i : i + 3]):
            unit = xy / calls[i][1]
            if not (same(other, unit * value, abs(unit * value)) and same(its_slope, slope)):
                return False
    return True


def right_ends(calls, answers, expected):
    """To a thousandth: in single precision an angle of 0 cannot be told from one of 0.0005."""
    units = [np.sqrt(xx * yy) for xx, _, yy in calls]
    scaled = [abs(answer - right) / (unit, 1) for answer, right, unit in zip(map(np.array, answers), expected, units)]
    return bool(np.max(scaled) <= 1e-3)


EXERCISE = Exercise(
    name="layer",
    points=2,
    solution=layer,
    properties=(
        Property(
            "product",
            statement="the first value is twice the mean of relu(a) relu(b) over all pairs",
            hint="It is √(xx yy) κ₁, with the κ₁ of their correlation: the sine of the angle, and π - φ times its "
            "cosine, over π. Where a and b are one, it is their variance. Not sure? Draw a million pairs.",
            case=of_one_variance,
            holds=right_products,
        ),
        Property(
            "slope",
            statement="the second value is twice the share of pairs in which a and b are both positive",
            hint="Half of all directions make a positive, half make b positive; where the two halves overlap is an "
            "angle of π - φ, out of 2π. Without correlation it is a quarter of all pairs.",
            case=of_one_variance,
            holds=right_slopes,
        ),
        Property(
            "unit",
            statement="a in another unit, and b in a third one, multiply the first value by both units and leave the "
            "second as it is",
            hint="The correlation is xy / √(xx yy), which has no unit. A small number that guards against a division "
            "by zero is large in another unit.",
            case=in_other_units,
            holds=in_proportion,
            cases=2,
        ),
        Property(
            "rounding",
            statement="a covariance that rounding has made a little too large counts as the largest that there can be",
            hint="The arc cosine of 1.000001 is no number. Bring the correlation back to where it belongs.",
            case=past_the_end,
            holds=right_ends,
        ),
    ),
    explanation="The 2 in front makes up for the half that relu cuts off: of an input with itself the layer keeps the "
    "variance, so that in a deep network nothing grows and nothing vanishes.",
)
