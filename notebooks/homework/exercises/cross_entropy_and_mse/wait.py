"""Exercise: how long gradient descent on the expected mistakes, 1 - p, waits on its plateau."""

import math

import numpy as np

from optcourse.homework.exercise import Exercise, Property, close

ENOUGH = 0.9  # the probability of the right class at which the wait is over
RATE = 0.1


def wait(a, learning_rate):
    """[d + sinh d] from the end to 2a, over the rate: d' = -2 q (1 - q), and 1 / (q (1 - q)) = 2 + 2 cosh d."""
    start, end = 2 * a, -math.log(9)  # at the end q = 0.9
    time = (start + math.sinh(start)) - (end + math.sinh(end))
    return max(0.0, time / learning_rate)


def counted(a, learning_rate, most=100_000):
    """The steps of a run, in float64."""
    lead = 2 * float(a)
    for step in range(most):
        q = 1 / (1 + math.exp(lead))
        if q >= ENOUGH:
            return step
        lead -= learning_rate * 2 * q * (1 - q)
    return most


def well_behind(random):
    return [(float(random.uniform(4, 4.5)), RATE)]


def almost_there(random):
    """From leads of the right class, at which q is from 0.6 to 0.88; from level, and from behind; in small steps."""
    starts = random.uniform(-1, -0.7), random.uniform(-0.5, -0.2), 0.0, random.uniform(2, 2.5)
    return [(float(a), RATE / 10) for a in starts]


def at_three_rates(random):
    """A small rate, twice that, and one above 1."""
    a, rate = float(random.uniform(2.5, 3)), float(random.uniform(0.02, 0.05))
    return [(a, rate), (a, 2 * rate), (a, float(random.uniform(1, 3)))]


def already_there(random):
    """Just there, and far beyond."""
    return [(float(random.uniform(*ends)), RATE) for ends in ((-1.3, -1.15), (-3, -1.5), (-20, -10))]


def from_ever_further(random):
    """From where a run takes 15,000 steps or more, to where it would outlast the universe."""
    a = float(random.uniform(4, 4.5))
    return [(a + more, RATE) for more in (0, 8, 9, 36)]


def like_a_run(calls, answers, expected):
    """Within 3 % of the steps that a run takes here and now."""
    return close(answers[0], counted(*calls[0]), 0.03)


def in_proportion(found, right, tolerance=0.05):
    """Whether the ratios between the waits are right; no property but the first asks for the unit."""
    found, right = np.array(found), np.array(right)
    return bool(found[-1] > 0) and np.allclose(found / found[-1], right / right[-1], rtol=tolerance, atol=0)


def as_in_runs(calls, answers, expected):
    return in_proportion(answers, [counted(*call) for call in calls])


def inverse_to_the_rate(calls, answers, expected):
    return in_proportion(answers, [1 / rate for _, rate in calls])


def as_in_the_formula(calls, answers, expected):
    return in_proportion(answers, expected, 0.01)


def all_zero(calls, answers, expected):
    return not np.any(answers)


EXERCISE = Exercise(
    name="wait",
    points=2,
    solution=wait,
    properties=(
        Property(
            "from behind",
            statement="from well behind, a run takes as many steps",
            hint="Both logits move: d' = -2 q (1 - q) with q = σ(-d). Then dt = -dd (1/q)(1/(1 - q)) / 2, and "
            "1/q = 1 + e^d, 1/(1 - q) = 1 + e^-d. Multiply out; each term has an integral that you know.",
            case=well_behind,
            holds=like_a_run,
        ),
        Property(
            "almost there",
            statement="who is right, but not yet with 0.9, waits as much less than from behind as in runs",
            hint="Take your integral at both ends: at the lead 2a, and where q = 0.9, which is d = -ln 9. "
            "At a = 0 q is only 0.5, so a negative a may have to wait too.",
            case=almost_there,
            holds=as_in_runs,
        ),
        Property(
            "learning rate",
            statement="twice the learning rate, half the steps, be it small or large",
            hint="The flow takes a time; a step is a time of one learning rate.",
            case=at_three_rates,
            holds=inverse_to_the_rate,
        ),
        Property(
            "already there",
            statement="who is right from the start, with a probability above 0.9, waits for nothing: 0",
            hint="Then your formula is negative. `max(0, ...)` mends that.",
            case=already_there,
            holds=all_zero,
            cases=2,
        ),
        Property(
            "long wait",
            statement="a wait that no loop could sit out is predicted too: far behind, one more in a is e² times "
            "the wait",
            hint="A run from here would take days, or for ever. Integrate on paper, and return the formula.",
            case=from_ever_further,
            holds=as_in_the_formula,
            cases=2,
        ),
    ),
    explanation="T = d + sinh d, about e^d / 2: four times the wait of squared error, because its gradient is four "
    "times shorter. To count mistakes is what we want, and a bad way to get it. Reinforcement learning "
    "has this plateau: it climbs the expected reward, which here is q.",
)
