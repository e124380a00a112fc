"""Exercise: other weights for the same ReLU network, ten times as sharp, after Dinh et al. (2017)."""

from optcourse.homework.exercise import Exercise, Property, close

INPUTS, SIZES = 3, (5, 3)  # hidden units
TIMES = 10


def sharper(W1, b1, W2, b2):
    """(c W1, c b1, W2 / c, b2): the same function (2.11)."""
    c = 30.0
    return c * W1, c * b1, W2 / c, b2


def network(random, hidden):
    """Weights with biases that matter."""
    signs = random.choice([-1, 1], hidden)
    first = random.normal(size=(INPUTS, hidden)), signs * random.uniform(0.3, 1, hidden)
    return *first, random.normal(size=(hidden, 1)), random.normal(size=1)


def networks(random):
    return [network(random, hidden) for hidden in SIZES]


EXERCISE = Exercise(
    name="sharper",
    points=1,
    solution=sharper,
    properties=(
        Property(
            "same outputs",
            statement="the network computes what it did",
            hint="relu(c z) = c relu(z) for c > 0, and z is x W1 + b1. What has to be divided by c then, and what not?",
            case=networks,
            holds=lambda calls, answers, expected: all(close(*pair, 1e-3) for pair in zip(answers, expected)),
            measure="outputs",
        ),
        Property(
            "ten times sharper",
            statement=f"its largest curvature is at least {TIMES} times what it was",
            hint="Take a larger c in (2.11): only once c is large does the largest curvature grow like its square. "
            "10 to 1000 is large.",
            case=networks,
            holds=lambda calls, answers, expected: min(answers) >= TIMES,
            measure="times as sharp",
            show_expected=False,
        ),
    ),
    explanation="A c below 1 does it too, by the other layer. The flattest of all these networks lies in between.",
)
