"""Wrong answers to 03.least_beta: each property's own, which it alone catches, and others."""

import numpy as np

from exercises.momentum.least_beta import ball, gets_over, least_beta


def a_little_less(slope, start, top, eta):
    return 1 - 1.2 * (1 - least_beta(slope, start, top, eta))


def a_little_more(slope, start, top, eta):
    return 1 - 0.8 * (1 - least_beta(slope, start, top, eta))


def always_at_one_rate(slope, start, top, eta):
    return least_beta(slope, start, top, 0.05)


def always_nine_tenths(slope, start, top, eta):
    return 0.9


def of_the_first_ball(slope, start, top, eta):
    return least_beta(*ball(np.random.default_rng([1, 0]), eta))


def by_the_energy_alone(slope, start, top, eta):
    """As if half of the height were lost."""
    return 0.5


def with_tenths(slope, start, top, eta):
    return next(beta / 10 for beta in range(11) if gets_over(slope, start, top, eta, beta / 10))


def with_too_few_steps(slope, start, top, eta):
    return next(beta / 1000 for beta in range(800, 1001) if gets_over(slope, start, top, eta, beta / 1000, most=25))


def with_the_averaged_move(slope, start, top, eta):
    enough = lambda b: b >= 0 and gets_over(slope, start, top, (1 - b) * eta, b)  # noqa: E731
    coarse = next(filter(enough, np.arange(0.0, 1.0, 0.02)), 1.0)
    return next(filter(enough, np.arange(coarse - 0.02, coarse, 0.002)), coarse)


ALONE = {
    "enough": a_little_less,
    "least": a_little_more,
    "friction": always_at_one_rate,
}
ALSO = (
    always_nine_tenths,
    of_the_first_ball,
    by_the_energy_alone,
    with_tenths,
    with_too_few_steps,
    with_the_averaged_move,
)
