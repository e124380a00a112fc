"""Exercise: the best learning rate and β for a range of curvatures (3.8), and how many steps they will take (3.10)."""

import numpy as np

from optcourse import quadratics
from optcourse.homework.exercise import Exercise, Property

SHRINKS = (1e-2, 1e-4, 1e-6)


def tuned(lowest, highest, shrink):
    """(η, β) of (3.8), and the first t after which (3.10) is at most `shrink`."""
    eta, beta, s = map(float, quadratics.best_momentum(lowest, highest))
    t = 0
    while s**t * (1 + (1 + s) * t) > shrink:  # (3.10)
        t += 1
    return eta, beta, t


def curvatures(random) -> tuple[float, float]:
    """(λ_min, λ_max), in any unit."""
    lowest = 10 ** random.uniform(-2, 2)
    return float(lowest), float(lowest * 10 ** random.uniform(1.5, 3))


def of_a_range(random):
    return [(*curvatures(random), float(random.choice(SHRINKS)))]


def of_two_shrinks(random):
    """Of curvatures for which no rounding moves the counts: not even a run in single precision."""
    while True:
        ends = curvatures(random)
        calls = [(*ends, SHRINKS[0]), (*ends, SHRINKS[2])]
        if all(tuned(*ends, 0.98 * shrink)[2] == tuned(*ends, 1.02 * shrink)[2] for *_, shrink in calls):
            return calls


def same(found, right) -> bool:
    return bool(abs(found - right) <= 1e-2 * abs(right))


def counts(calls, answers, expected):
    """The counts are the same whole numbers."""
    return all(a[2] == e[2] for a, e in zip(answers, expected))


# Plausible and wrong


def with_its_root_for_beta(lowest, highest, shrink):
    eta, beta, t = tuned(lowest, highest, shrink)
    return eta, beta**0.5, t


def with_the_rate_of_gradient_descent(lowest, highest, shrink):
    return 2 / (lowest + highest), *tuned(lowest, highest, shrink)[1:]


def by_the_factor_alone(lowest, highest, shrink):
    eta, beta, _ = tuned(lowest, highest, shrink)
    return eta, beta, np.ceil(np.log(shrink) / np.log(beta**0.5))


def one_step_more(lowest, highest, shrink):
    eta, beta, t = tuned(lowest, highest, shrink)
    return eta, beta, t + 1


def one_step_less(lowest, highest, shrink):
    eta, beta, t = tuned(lowest, highest, shrink)
    return eta, beta, t - 1


def no_whole_number(lowest, highest, shrink):
    eta, beta, t = tuned(lowest, highest, shrink)
    return eta, beta, t - 0.3


def by_beta_as_the_factor(lowest, highest, shrink):
    eta, beta, _ = tuned(lowest, highest, shrink)
    return eta, beta, np.ceil(np.log(shrink) / np.log(beta))


def as_if_the_lowest_were_one(lowest, highest, shrink):
    return tuned(1.0, highest, shrink)


def without_the_root_of_eta(lowest, highest, shrink):
    eta, beta, t = tuned(lowest, highest, shrink)
    return eta**0.5, beta, t


def gradient_descent(lowest, highest, shrink):
    eta, _, factor = quadratics.best_gradient_descent(lowest, highest)
    return eta, 0.0, np.ceil(np.log(shrink) / np.log(factor))


def nesterov(lowest, highest, shrink):
    eta, beta, factor = quadratics.best_nesterov(lowest, highest)
    return eta, beta, np.ceil(np.log(shrink) / np.log(factor))


def the_usual_beta(lowest, highest, shrink):
    eta, _, t = tuned(lowest, highest, shrink)
    return eta, 0.9, t


def to_a_millionth(lowest, highest, shrink):
    return tuned(lowest, highest, 1e-6)


EXERCISE = Exercise(
    name="tuned",
    points=2,
    solution=tuned,
    properties=(
        Property(
            words="β is the one that suits the condition number",
            hint="(3.8) gives the root of β, from the root of κ. Square it.",
            case=of_a_range,
            holds=lambda calls, answers, expected: same(1 - answers[0][1], 1 - expected[0][1]),
            mutant=with_its_root_for_beta,
        ),
        Property(
            words="the learning rate is the best for that β",
            hint="(3.8) gives the root of η, from the roots of both curvatures. Square it.",
            case=of_a_range,
            holds=lambda calls, answers, expected: same(answers[0][0], expected[0][0]),
            mutant=with_the_rate_of_gradient_descent,
        ),
        Property(
            words="the steps are those until the steepest direction has shrunk",
            hint="Its error is (3.10), with s = √β. Raise t from 0, one by one, until it is at most `shrink`: that t.",
            case=of_two_shrinks,
            holds=counts,
            mutant=by_the_factor_alone,
        ),
    ),
    because="The factor alone promises fewer steps: for κ = 1000, 219 to a millionth, and it takes 321.",
    mutants=(
        one_step_more,
        one_step_less,
        no_whole_number,
        by_beta_as_the_factor,
        as_if_the_lowest_were_one,
        without_the_root_of_eta,
        gradient_descent,
        nesterov,
        the_usual_beta,
        to_a_millionth,
    ),
)
