"""Exercise: how far a second number is that grows by the law of a product, when the first is there."""

from optcourse.homework.exercise import Exercise, Property


def runner_up(start, depth, share):
    """The size of the second when the first is 1, under dw/dt = N w^(2 - 2/N) a, with a and with share · a.

    w^(2/N - 1) changes at a constant speed, or log w if N = 2: the second has gone `share` of the way.
    """
    if depth == 2:
        return start ** (1 - share)
    p = 2 / depth - 1
    return (start**p + share * (1 - start**p)) ** (1 / p)


def draw_share(random) -> float:
    return float(random.uniform(0.3, 0.8))


def one_factor(random):
    return [(float(random.uniform(0.05, 0.3)), 1, draw_share(random))]


def two_factors(random):
    """A start, and its square."""
    start, share = float(random.uniform(0.05, 0.3)), draw_share(random)
    return [(start, 2, share), (start**2, 2, share)]


def three_factors_from_a_tiny_start(random):
    return [(float(10 ** random.uniform(-10, -8)), 3, draw_share(random))]


def four_and_more(random):
    """Also with no pull on the second, and with the same."""
    start, depths = float(random.uniform(0.05, 0.3)), (4, int(random.integers(5, 8)), int(random.integers(8, 13)))
    shares = [*(draw_share(random) for _ in depths), 0.0, 1.0]
    return [(start, depth, share) for depth, share in zip([*depths, 4, 5], shares)]


def right(calls, answers, expected):
    """To a hundredth of the answer, however small it is."""
    return all(abs(answer / number - 1) < 0.01 for answer, number in zip(answers, expected))


EXERCISE = Exercise(
    name="runner_up",
    points=3,
    solution=runner_up,
    properties=(
        Property(
            "one factor",
            statement="with one factor both grow at a constant speed, the second at `share` of the first's",
            hint="For N = 1 the law is dw/dt = a. How long does the first take from `start` to 1? "
            "The second goes on from `start` too.",
            case=one_factor,
            holds=right,
        ),
        Property(
            "two factors",
            statement="with two factors both grow exponentially, and a start squared makes the answer its square",
            hint="For N = 2 it is log w that grows at a constant speed, and no power of w. "
            "A formula that divides by N - 2 needs a line of its own here.",
            case=two_factors,
            holds=right,
        ),
        Property(
            "three factors",
            statement="with three factors the second has hardly moved when the first, from a tiny start, is at 1",
            hint="Write dw / w^(2 - 2/N) = N a dt and integrate both sides: a power of w changes at a constant "
            "speed. Step by step it takes too many steps: from a tiny start nearly all the time is spent waiting.",
            case=three_factors_from_a_tiny_start,
            holds=right,
        ),
        Property(
            "more factors",
            statement="the same law holds for any number of factors, and the second ends at `start` if nothing pulls "
            "at it, and at 1 if it is pulled like the first",
            hint="The power that changes at a constant speed is 2/N - 1. Which part of its way from start^(2/N - 1) "
            "to 1 has the second gone when the first has gone all of it?",
            case=four_and_more,
            holds=right,
        ),
    ),
    explanation="A start ε leaves the second at about its share with one factor, at ε^(1 - share) with two, and at a "
    "multiple of ε with three or more: small starts make it small, and depth makes it wait.",
)
