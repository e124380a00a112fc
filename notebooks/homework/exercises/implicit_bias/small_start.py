"""Exercise: how small two numbers must start, so that the one that is pulled less stays behind, and the wait."""

import math

from optcourse.homework.exercise import Exercise, Property


def small_start(depth, share, limit):
    """(start, time): the second of two is at `limit` when the first is 1, under dw/dt = N w^(2 - 2/N) pull.

    With p = 2/N - 1, w^p has a constant speed, or log w if N = 2: the second goes `share` of the first's way. The
    first is pulled with 1. With one factor and limit <= share no start does: it is 0.
    """
    if depth == 2:
        start = limit ** (1 / (1 - share))
        return start, -math.log(start) / 2
    p = 2 / depth - 1
    power = max((limit**p - share) / (1 - share), 0)
    start = power ** (1 / p)
    return start, (1 - power) / (2 - depth)


def draw_share(random) -> float:
    return float(random.uniform(0.3, 0.8))


def one_factor(random):
    """A limit above the share, and one below it."""
    share = draw_share(random)
    return [(1, share, float(share + part * (1 - share))) for part in (random.uniform(0.2, 0.8), -0.2)]


def two_factors(random):
    """One start of a usual size, and one that is tiny, as the shares are nearly alike."""
    limit, tiny = (float(10 ** random.uniform(*ends)) for ends in ((-1.5, -0.5), (-3, -2)))
    return [(2, draw_share(random), limit), (2, float(random.uniform(0.85, 0.9)), tiny)]


def more_factors(random):
    """Three, four, and more; limits of usual sizes and tiny ones."""
    depths = 3, 4, int(random.integers(5, 9)), int(random.integers(9, 13))
    sizes = (-1.5, -0.5), (-3, -2), (-1.5, -0.5), (-7, -5)
    return [(N, draw_share(random), float(10 ** random.uniform(*ends))) for N, ends in zip(depths, sizes)]


def one_or_more_than_two(random):
    return [*one_factor(random), *more_factors(random)]


def near(answer, expected) -> bool:
    """To a hundredth, however small; 0 is 0 to within 1e-9."""
    return bool(abs(answer - expected) <= 0.01 * abs(expected) + (1e-9 if expected == 0 else 0))


def right_starts(calls, answers, expected):
    return all(near(answer[0], right[0]) for answer, right in zip(answers, expected))


def both_right(calls, answers, expected):
    return right_starts(calls, answers, expected) and all(
        near(answer[1], right[1]) for answer, right in zip(answers, expected)
    )


def right_times(calls, answers, expected):
    """From the start that was answered, right or not."""
    return all(near(time, wait(call[0], float(start))) for call, (start, time) in zip(calls, answers))


def wait(depth, start) -> float:
    """How long a number with the pull 1 takes from there to 1; NaN where it starts at no positive number."""
    if depth == 1:
        return 1 - start
    return (start ** (2 / depth - 1) - 1) / (depth - 2) if start > 0 else math.nan


EXERCISE = Exercise(
    name="small_start",
    points=3,
    solution=small_start,
    properties=(
        Property(
            "one factor",
            statement="with one factor the second goes `share` of the first's way, and where no start is small enough "
            "it is 0",
            hint="At constant speeds the second ends at start + share (1 - start): solve for the start. "
            "Even from 0 it comes to `share`; a start below 0 is none.",
            case=one_factor,
            holds=right_starts,
        ),
        Property(
            "two factors",
            statement="with two factors log w has a constant speed, so that start and time follow from logarithms, "
            "however tiny the start",
            hint="log(limit) lies `share` of the way from log(start) to log(1) = 0. The speed of the first is 2. "
            "A formula that divides by N - 2 needs a line of its own here.",
            case=two_factors,
            holds=both_right,
        ),
        Property(
            "more factors",
            statement="with any larger number of factors the second is at `limit` when the first is at 1",
            hint="On the scale of w^(2/N - 1), which has a constant speed, limit lies `share` of the way from the "
            "start to 1. Solve for the start on that scale, and come back with the power 1 / (2/N - 1).",
            case=more_factors,
            holds=right_starts,
        ),
        Property(
            "time",
            statement="the time is what the first, pulled with 1, takes from that start to 1",
            hint="Way over speed, on the scale that has a constant speed: of w^(2/N - 1) it is 2 - N. "
            "With one factor that is w itself.",
            case=one_or_more_than_two,
            holds=right_times,
            cases=2,
        ),
    ),
    explanation="With one factor a small start is no help; with two it must be a power of the limit, the higher the "
    "more alike the pulls; with three or more about a multiple of it. But there a small start waits long.",
)
