"""Exercise, an experiment: the least β with which a ball gets over a wall, found by letting it roll."""

from optcourse.experiments import wells
from optcourse.homework.exercise import Exercise, Property
from optcourse.homework.given import Given

WITHIN = 3e-3  # half more than what the exercise asks for
HALVINGS = 10


def least_beta(slope, start, top, eta):
    """The smallest β that gets the ball over, by halving the interval from 0 to 1."""
    low, high = 0.0, 1.0
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        low, high = (low, middle) if gets_over(slope, start, top, eta, middle) else (middle, high)
    return (low + high) / 2


def gets_over(slope, w, top, eta, beta, most: int = 2000) -> bool:
    """Whether the ball passes the top before it first turns back."""
    m = 0.0
    for _ in range(most):
        m = beta * m - eta * slope(w)  # (3.1)
        w = w + m  # (3.2)
        if w > top or m <= 0:
            return bool(w > top)
    return False


def ball(random, eta) -> tuple:
    """A start on the hill, at rest, a small well with a wall on its way, and a learning rate."""
    barrier, start = float(random.uniform(0.5, 0.7)), float(random.uniform(-4, -2))
    return Given("slope_of_a_hill", barrier=barrier), start, float(wells.top(barrier)), eta


def with_one_rate(random):
    return [ball(random, 0.05)]


def with_two_rates(random):
    """One ball, and a learning rate that is a quarter of the other."""
    slope, start, top, _ = ball(random, 0.05)
    return [(slope, start, top, eta) for eta in (0.08, 0.02)]


def has_the_same_friction(calls, answers, expected):
    """1 - β halves when η is a quarter, to 10 %: half of that is the answers' own precision."""
    return abs((1 - answers[0]) - 2 * (1 - answers[1])) <= 0.1 * (1 - answers[0])


EXERCISE = Exercise(
    name="least_beta",
    points=3,
    solution=least_beta,
    properties=(
        Property(
            "enough",
            words="with 0.003 more than this β the ball gets over",
            hint="It starts at rest, m = 0, and moves by (3.1) and (3.2). If it gets over, this β is enough: go on "
            "below it; if not, above it.",
            case=with_one_rate,
            holds=lambda calls, answers, expected: answers[0] >= expected[0] - WITHIN,
            cases=3,
        ),
        Property(
            "least",
            words="with 0.003 less it does not: no smaller β is enough",
            hint="If yours is far too large: does the ball roll for long enough, by (3.1) as it stands, and is it over "
            "once it has passed the top? If a little: keep halving between a β too small and one that is enough.",
            case=with_one_rate,
            holds=lambda calls, answers, expected: answers[0] <= expected[0] + WITHIN,
            cases=3,
        ),
        Property(
            "friction",
            words="with a quarter of the learning rate, 1 - β is half as large",
            hint="An experiment that uses its own η in every step finds the law (3.12) without being told. With a "
            "smaller η the ball also needs more steps to the top: does it roll for long enough?",
            case=with_two_rates,
            holds=has_the_same_friction,
            cases=2,
        ),
    ),
    explanation="What you measured is a friction, (1 - β) / √η: one number for a start and a wall, at any learning "
    "rate.",
)
