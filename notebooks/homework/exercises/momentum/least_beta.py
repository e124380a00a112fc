"""Exercise, an experiment: the least β with which a ball gets over a wall, found by letting it roll."""

from optcourse.experiments.momentum import wells
from optcourse.homework.exercise import Exercise, Property
from optcourse.homework.given import Given

WITHIN = 3e-3  # half more than what the exercise asks for
AT_REST = 1e-5  # a move; no ball passes the top as slowly, unless β is at the threshold itself
MOST = 200_000  # calls of the slope for one answer; ten balls of 2000 steps need a tenth of that
WALLS, LOW_WALLS = (0.25, 0.7), (0.19, 0.21)  # over a low one a ball gets with a β below one half, if η is large


def least_beta(slope, start, top, eta):
    """The smallest β that gets the ball over, by halving the interval from 0 to 1."""
    low, high = 0.0, 1.0
    while high - low > 0.001:
        middle = (low + high) / 2
        low, high = (low, middle) if gets_over(slope, start, top, eta, middle) else (middle, high)
    return (low + high) / 2


def gets_over(slope, w, top, eta, beta, most: int = 2000) -> bool:
    """Whether the ball passes the top before it first turns back or comes to rest."""
    m = 0.0
    for _ in range(most):
        m = beta * m - eta * slope(w)  # (3.1)
        w = w + m  # (3.2)
        if w > top or m < AT_REST:
            return bool(w > top)
    return False


def ball(random, walls=WALLS, spring=0.0) -> tuple:
    """A start on the hill, at rest, and a small well with a wall on its way."""
    barrier, start = float(random.uniform(*walls)), float(random.uniform(-6, -2))
    slope = Given("slope_of_a_hill", max_calls=MOST, barrier=barrier, spring=spring)
    return slope, start, float(wells.barrier_top(barrier))


def at_one_rate(random):
    """A ball that goes on behind the top, and one that is thrown back there."""
    return [(*ball(random), 0.05), (*ball(random, spring=5.0), 0.05)]


def at_two_rates(random):
    """A low wall at a large rate and at a usual one, and another wall at a small rate and at a tiny one."""
    low, high = ball(random, LOW_WALLS), ball(random)
    return [(*low, 0.6), (*low, 0.05), (*high, 0.02), (*high, 0.001)]


def all_enough(calls, answers, expected):
    return all(a >= e - WITHIN for a, e in zip(answers, expected))


def all_least(calls, answers, expected):
    return all(a <= e + WITHIN for a, e in zip(answers, expected))


def change_alike(calls, answers, expected):
    """From the first rate to the second, 1 - β changes by the factor of the right answers, as far as WITHIN tells."""
    found, right = [1 - a for a in answers], [1 - e for e in expected]
    factors = [right[i] / right[i + 1] for i in (0, 2)]
    return all(abs(found[i] - f * found[i + 1]) <= WITHIN * (1 + f) for i, f in zip((0, 2), factors))


EXERCISE = Exercise(
    name="least_beta",
    points=3,
    solution=least_beta,
    properties=(
        Property(
            "enough",
            statement="with 0.003 more than this β the ball gets over",
            hint="It starts at rest, m = 0, and moves by (3.1) and (3.2). If it gets over, this β is enough: go on "
            "below it; if not, above it.",
            case=at_one_rate,
            holds=all_enough,
            cases=3,
        ),
        Property(
            "least",
            statement="with 0.003 less it does not: no smaller β is enough",
            hint="If yours is far too large: does the ball roll for long enough, by (3.1) as it stands, and is it over "
            "once it has passed the top, even if it comes back? If a little: keep halving between a β too small and "
            "one that is enough.",
            case=at_one_rate,
            holds=all_least,
            cases=3,
        ),
        Property(
            "friction",
            statement="another learning rate, large or small, changes 1 - β by the right factor",
            hint="Use the ball's own η in every step. With a smaller η it needs more steps to the top: does it roll "
            "for long enough? With a large one β may be small: do you look everywhere between 0 and 1?",
            case=at_two_rates,
            holds=change_alike,
            cases=2,
        ),
    ),
    explanation="What you measured is a friction, (1 - β) / √η: one number for a start and a wall, at any small "
    "learning rate.",
)
