"""Exercise: how long gradient descent on the expected mistakes, 1 - p, waits on its plateau."""

import math

from optcourse.homework.exercise import Exercise, Property, close

ENOUGH = 0.9  # the probability of the right class at which the wait is over
END = -math.log(ENOUGH / (1 - ENOUGH))  # the lead there
RATE = 0.1


def wait(a, learning_rate):
    """[d + sinh d] from the end to 2a, over the rate: d' = -2 q (1 - q), and 1 / (q (1 - q)) = 2 + 2 cosh d."""
    time = lambda d: d + math.sinh(d)  # noqa: E731
    return max(0.0, (time(2 * a) - time(END)) / learning_rate)


def counted(a, learning_rate, most=100_000):
    """The steps of a run, in float64."""
    lead = 2 * float(a)
    for step in range(most):
        q = 1 / (1 + math.exp(lead))
        if q >= ENOUGH:
            return step
        lead -= learning_rate * 2 * q * (1 - q)
    return most


def at_once(random):
    return [(float(random.uniform(4, 4.5)), RATE)]


def ahead_and_behind(random):
    """From a small lead of the right class, at which q is between 0.6 and 0.75; and from behind."""
    return [(float(random.uniform(-0.5, -0.2)), RATE), (float(random.uniform(2, 2.5)), RATE)]


def at_two_rates(random):
    a, rate = float(random.uniform(2.5, 3)), float(random.uniform(0.02, 0.05))
    return [(a, rate), (a, 2 * rate)]


def already_right(random):
    return [(float(random.uniform(-3, -1.5)), RATE)]


def from_far_behind(random):
    a = float(random.uniform(12, 14))
    return [(a, RATE), (a + 1, RATE)]


def like_a_run(calls, answers, expected):
    """Within 3 % of the steps that a run takes here and now."""
    return close(answers[0], counted(*calls[0]), 0.03)


def in_the_ratio_of_runs(calls, answers, expected):
    """The two waits within 5 % of the ratio of the two runs."""
    first, second = (counted(*call) for call in calls)
    return close(answers[0] * second, answers[1] * first, 0.05)


def multiplied_by_e_squared(calls, answers, expected):
    return close(answers[1], math.exp(2) * answers[0], 0.01)


def half_as_long(calls, answers, expected):
    return close(answers[0], 2 * answers[1], 0.05)


EXERCISE = Exercise(
    name="wait",
    points=2,
    solution=wait,
    properties=(
        Property(
            "from behind",
            words="from well behind, a run takes as many steps",
            hint="Both logits move: d' = -2 q (1 - q) with q = σ(-d). Then dt = -dd (1/q)(1/(1 - q)) / 2, and "
            "1/q = 1 + e^d, 1/(1 - q) = 1 + e^-d. Multiply out; each term has an integral that you know.",
            case=at_once,
            holds=like_a_run,
        ),
        Property(
            "almost there",
            words="who is right, but not yet with 0.9, waits as much less than from behind as in two runs",
            hint="Take your integral at both ends: at the lead 2a, and where q = 0.9, which is d = -ln 9. "
            "At a = 0 q is only 0.5, so a negative a may have to wait too.",
            case=ahead_and_behind,
            holds=in_the_ratio_of_runs,
        ),
        Property(
            "learning rate",
            words="twice the learning rate, half the steps",
            hint="The flow takes a time; a step is a time of one learning rate.",
            case=at_two_rates,
            holds=half_as_long,
        ),
        Property(
            "already there",
            words="who is right from the start, with a probability above 0.9, waits for nothing: 0",
            hint="Then your formula is negative. `max(0, ...)` mends that.",
            case=already_right,
            holds=lambda calls, answers, expected: abs(answers[0]) < 0.5,
            cases=2,
        ),
        Property(
            "long wait",
            words="a wait that no one could sit out is predicted too: one more in a, e² times the wait",
            hint="A run from here would take days. Integrate on paper, and return the formula.",
            case=from_far_behind,
            holds=multiplied_by_e_squared,
            cases=2,
        ),
    ),
    explanation="T = d + sinh d, about e^d / 2: four times the wait of squared error, because its gradient is four "
    "times shorter. To count mistakes is what we want, and a bad way to get it. Reinforcement learning "
    "has this plateau: it climbs the expected reward, which here is q.",
)
