"""Exercise, an experiment: the weight for a budget, run by run, and how one knows that there is none."""

from optcourse.homework.exercise import Exercise, Property, close
from optcourse.homework.given import Given

LOWEST, HIGHEST, RUNS, NEAR = 0.02, 50.0, 20, 0.01


def search(trained, epsilon):
    """(α, "met" or "jumps"), by halving on a scale of logarithms."""
    return _halved(trained, epsilon)


def _halved(trained, epsilon, runs=RUNS, near=NEAR, lowest=LOWEST, highest=HIGHEST):
    for _ in range(runs):
        alpha = (lowest * highest) ** 0.5
        off = float(trained(alpha)[1]) - epsilon
        if abs(off) <= near:
            return alpha, "met"
        lowest, highest = (alpha, highest) if off > 0 else (lowest, alpha)
    return alpha, "jumps"


def convex(random):
    """A target that a weight has: at the ends of the range are other ones."""
    k, s = float(random.uniform(0.3, 0.8)), float(random.uniform(0.3, 0.7))
    return [(Given("trained", k=k, start=0.5), float((1 - s) ** 2 + k * s * (1 - s)))]


def concave(random):
    k = float(random.uniform(1.2, 1.7))
    start = float(random.uniform(*random.choice([(0.25, 0.4), (0.6, 0.75)])))
    return [(Given("trained", k=k, start=start), float(random.uniform(0.2, 0.8)))]


def far_away(random):
    """Jumps at weights of about 0.05 and 20: on fronts that are bent almost as far as they go, from near either end."""
    calls = []
    for near in (0.0, 1.0):
        k, start = float(random.uniform(1.93, 1.97)), abs(near - float(random.uniform(0.02, 0.05)))
        calls.append((Given("trained", k=k, start=start), float(random.uniform(0.2, 0.8))))
    return calls


def either(random):
    return convex(random) if random.random() < 0.5 else concave(random)


def steep(random):
    """A front almost straight: a weight more by 0.1 % moves L₂ past the target, which a dozen runs do not meet."""
    while True:
        k, s = float(random.uniform(0.985, 0.99)), float(random.uniform(0.3, 0.7))
        loss, epsilon = Given("trained", k=k, start=0.5), float((1 - s) ** 2 + k * s * (1 - s))
        if _halved(loss, epsilon, runs=12)[1] == "jumps" and _halved(loss, epsilon)[1] == "met":
            return [(loss, epsilon)]


def jump(loss) -> float:
    """The weight at which (7.9) is the start."""
    k, start = loss.settings["k"], loss.settings["start"]
    return (k - 2 * (k - 1) * start) / (2 - k + 2 * (k - 1) * start)


def meets(calls, answers, expected):
    """A percent over what was asked for, for rounding."""
    (loss, epsilon), (alpha, _) = calls[0], answers[0]
    return bool(LOWEST <= alpha <= HIGHEST and abs(loss(float(alpha))[1] - epsilon) <= 1.01 * NEAR)


def jumps_there(calls, answers, expected):
    return all(close(answer[0], jump(call[0])) for call, answer in zip(calls, answers))


def says_so(calls, answers, expected):
    return all(answer[1] == right[1] for answer, right in zip(answers, expected))


EXERCISE = Exercise(
    name="search",
    points=3,
    solution=search,
    properties=(
        Property(
            "meets",
            words="where the front is convex, the run with this weight ends within 0.01 of ε",
            hint="L₂ falls as its weight grows. If a run ends above ε, which weights can you forget?",
            case=convex,
            holds=meets,
        ),
        Property(
            "word",
            words='the word is "met" on a convex front and "jumps" on a concave one',
            hint="It is met as soon as one of your runs has ended within 0.01 of ε; "
            "after 20 runs without any it jumps.",
            case=lambda random: [*convex(random), *concave(random)],
            holds=says_so,
        ),
        Property(
            "jump",
            words="where L₂ jumps over ε, the weight is that of the jump, to 1 %",
            hint="Search all of 0.02 to 50, and go on to the last run. "
            "What is on one side of the weights that are left, what on the other?",
            case=lambda random: [*concave(random), *far_away(random)],
            holds=jumps_there,
        ),
        Property(
            "steep front",
            words='where L₂ falls steeply, and does not jump, the word is "met"',
            hint="A percent of the weight can move L₂ from far above ε to far below it. "
            "Which runs have you left when you give up?",
            case=steep,
            holds=says_so,
        ),
        Property(
            "runs",
            words="it takes 20 runs at most",
            hint="Halve the range between 0.02 and 50: the middle of logarithms is √(low · high).",
            case=either,
            holds=lambda calls, answers, expected: bool(answers[0] <= RUNS),
            measure="runs",
            show_expected=False,
        ),
    ),
    explanation="Halving never says that it fails: on a concave front it finds, to five digits, the weight at which "
    "your start changes sides.",
)
