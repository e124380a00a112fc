"""Exercise: other weights for the same ReLU network, ten times as sharp, after Dinh et al. (2017)."""

from optcourse.homework.exercise import Exercise, Property, close

INPUTS, HIDDEN, ROWS = 3, 5, 20
TIMES = 10


def sharper(W1, b1, W2, b2):
    """(c W1, c b1, W2 / c, b2): the same function (2.9)."""
    c = 30.0
    return c * W1, c * b1, W2 / c, b2


def network(random):
    """Weights with biases that matter."""
    signs = random.choice([-1, 1], HIDDEN)
    first = random.normal(size=(INPUTS, HIDDEN)), signs * random.uniform(0.3, 1, HIDDEN)
    return [(*first, random.normal(size=(HIDDEN, 1)), random.normal(size=1))]


EXERCISE = Exercise(
    name="sharper",
    points=1,
    solution=sharper,
    properties=(
        Property(
            "same outputs",
            words="the network computes what it did",
            hint="relu(c z) = c relu(z) for c > 0, and z is x W1 + b1. What has to be divided by c then, and what not?",
            case=network,
            holds=lambda calls, answers, expected: close(*answers, *expected, 1e-3),
            measure="outputs",
        ),
        Property(
            "ten times sharper",
            words=f"its largest curvature is at least {TIMES} times what it was",
            hint="Take a larger c in (2.9): only once c is large does the largest curvature grow like its square.",
            case=network,
            holds=lambda calls, answers, expected: answers[0] >= TIMES,
            measure="times as sharp",
            show_expected=False,
        ),
    ),
    explanation="A c below 1 does it too, by the other layer. The flattest of all these networks lies in between.",
)
