"""Exercise: the power of the width with which something falls, how sure it is, and which law it fits."""

import numpy as np

from optcourse.homework.exercise import Exercise, Property

LAWS = {"-1/2": -0.5, "-1": -1.0}


def width_law(widths, errors):
    """(p, its standard error, law) from errors (widths, seeds): the law within two standard errors, or "open"."""
    x, y = np.log(np.asarray(widths, float)), np.log(np.asarray(errors, float))
    centered = x - x.mean()
    slopes = centered @ y / (centered @ centered)
    p, error = slopes.mean(), slopes.std(ddof=1) / len(slopes) ** 0.5
    near = [law for law, power in LAWS.items() if abs(p - power) <= 2 * error]
    return p, error, near[0] if len(near) == 1 else "open"


def some_widths(random) -> np.ndarray:
    """Four to six powers of two, with gaps."""
    n = int(random.integers(4, 7))
    return np.sort(random.choice(2 ** np.arange(5, 14), n, replace=False))


def on_lines(random, powers) -> tuple[np.ndarray, np.ndarray]:
    """Widths, and errors of seeds that fall with exactly these powers, one a seed."""
    widths, sizes = some_widths(random), 10 ** random.uniform(-1, 1, len(powers))
    return widths, sizes * widths[:, None] ** np.asarray(powers)


def draw_powers(random, center, error) -> np.ndarray:
    """Powers of four to six seeds, with this mean and this standard error of the mean."""
    z = random.normal(size=int(random.integers(4, 7)))
    z = (z - z.mean()) / z.std(ddof=1)
    return center + error * len(z) ** 0.5 * z


def uneven(random):
    """Noise, a width at which all seeds are high, and a seed that is far higher than the others at the last width."""
    powers = draw_powers(random, random.uniform(-1.1, -0.4), random.uniform(0.02, 0.05))
    widths, errors = on_lines(random, powers)
    errors *= np.exp(0.03 * random.normal(size=errors.shape))
    errors[1] *= 2
    errors[-1, random.integers(len(powers))] *= 4
    return [(widths, errors)]


def of_several_seeds(random):
    """Exact lines, whose powers differ."""
    return [on_lines(random, draw_powers(random, random.uniform(-1.1, -0.4), random.uniform(0.02, 0.1)))]


def near_and_far(random):
    """Within one error or two of either law; three errors off; between both, and outside; and with room for both.

    The errors are larger where a law is near than where it is not, so that no distance of one's own will do. Then the
    other way round, and far outside with a large error, so that no size of the error decides either.
    """
    side, start = random.choice([-1, 1], 3), random.permutation([-0.5, -1])
    within = random.permutation([random.uniform(0.3, 0.8), random.uniform(1.2, 1.6)])
    near, far = random.uniform(0.03, 0.05, 2), random.uniform(0.008, 0.012, 3)
    pairs = [
        (start[0] + side[0] * within[0] * near[0], near[0]),
        (start[1] + side[1] * within[1] * near[1], near[1]),
        (start[0] + side[2] * random.uniform(2.4, 2.9) * far[0], far[0]),
        (random.uniform(-0.8, -0.7), far[1]),
        (random.choice([-0.2, -1.4]), far[2]),
        (random.uniform(-0.85, -0.65), random.uniform(0.35, 0.5)),
        (random.choice([-0.5, -1]) + side[0] * within[0] * far[2], far[2]),
        (random.uniform(-0.78, -0.72), random.uniform(0.03, 0.08)),
        *((power, random.uniform(0.15, 0.2)) for power in (-0.35, -1.15)),
    ]
    return [on_lines(random, draw_powers(random, *pair)) for pair in pairs]


def right_powers(calls, answers, expected):
    return all(abs(answer[0] - right[0]) < 2e-3 for answer, right in zip(answers, expected))


def right_errors(calls, answers, expected):
    return all(abs(answer[1] - right[1]) < 0.03 * right[1] for answer, right in zip(answers, expected))


def right_laws(calls, answers, expected):
    return all(answer[2] == right[2] for answer, right in zip(answers, expected))


EXERCISE = Exercise(
    name="width_law",
    points=2,
    solution=width_law,
    properties=(
        Property(
            "power",
            statement="p is the mean over the seeds of the slopes of their lines, fitted to all widths",
            hint="A power is a straight line in the logarithms of both: `np.polyfit(x, y, 1)` fits one, or one for "
            "each column of y. First a line for each seed, then the mean of the slopes.",
            case=uneven,
            holds=right_powers,
        ),
        Property(
            "error",
            statement="the second value is the standard error of that mean",
            hint="It is the standard deviation of the s slopes, one a seed, with s - 1, over √s.",
            case=of_several_seeds,
            holds=right_errors,
        ),
        Property(
            "law",
            statement='the word is the law within two errors of p, and "open" where there is none or both are',
            hint="Compare p with each of the two, and count. Between both laws it is no use to name the nearer one.",
            case=near_and_far,
            holds=right_laws,
        ),
    ),
    explanation="Two errors are not certainty. With five seeds whose slopes scatter like Gaussians, one law in nine "
    "that holds is called open.",
)
