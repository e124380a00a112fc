"""Exercise, an experiment: the weight for a budget, run by run, and how one knows that there is none."""

from optcourse.homework.exercise import Exercise, Property, close
from optcourse.homework.given import Given

LOWEST, HIGHEST, RUNS, NEAR = 0.02, 50.0, 20, 0.01
ENDLESS = 100  # runs: a loop that takes more has no end where L₂ jumps


def search(trained, epsilon):
    """(α, "met" or "jumps"), by halving on a scale of logarithms."""
    lowest, highest = LOWEST, HIGHEST
    for _ in range(RUNS):
        alpha = (lowest * highest) ** 0.5
        off = float(trained(alpha)[1]) - epsilon
        if abs(off) <= NEAR:
            return alpha, "met"
        lowest, highest = (alpha, highest) if off > 0 else (lowest, alpha)
    return alpha, "jumps"


def training(k, start=0.5, unit=1.0, ends=(0.0, 1.0)) -> Given:
    return Given("trained", max_calls=ENDLESS, k=float(k), start=float(start), unit=float(unit), ends=list(ends))


def target(k, s) -> float:
    """L₂ at the place s of the front."""
    return float((1 - s) ** 2 + k * s * (1 - s))


def jump(loss) -> float:
    """The weight at which (7.8) is the start."""
    k, start, unit, (lowest, highest) = (loss.settings[name] for name in ("k", "start", "unit", "ends"))
    return unit / (highest - lowest) * (k - 2 * (k - 1) * start) / (2 - k + 2 * (k - 1) * start)


def convex(random):
    """A target that a weight has, between 0.03 and 40: at the ends of the range are other ones."""
    k, s = random.uniform(0.3, 0.8), random.uniform(0.3, 0.7)
    return [(training(k, unit=10 ** random.uniform(-1.2, 1.3)), target(k, s))]


def concave(random):
    start = random.uniform(*random.choice([(0.25, 0.4), (0.6, 0.75)]))
    return [(training(random.uniform(1.2, 1.7), start), float(random.uniform(0.2, 0.8)))]


def far_away(random):
    """Jumps close to the lowest weight and to the highest."""
    calls = []
    for weight in (random.uniform(0.021, 0.026), random.uniform(38, 48)):
        k, start = random.uniform(1.2, 1.7), random.uniform(0.25, 0.75)
        loss = training(k, start, unit=weight / jump(training(k, start)))
        calls.append((loss, float(random.uniform(0.2, 0.8))))
    return calls


def small(random):
    """A jump of a quarter or so, with targets close to its lower side and to its upper one, not as close as 0.01."""
    lowest, size, off = (float(random.uniform(*ends)) for ends in ((0.1, 0.5), (0.15, 0.3), (0.02, 0.04)))
    loss = training(random.uniform(1.2, 1.7), random.uniform(0.3, 0.7), ends=(lowest, lowest + size))
    return [(loss, lowest + off), (loss, lowest + size - off)]


def steep(random):
    """A front almost straight: 0.01 % off the right weight a run is within 0.01 of the target, 0.012 % off it is not.

    The right weight is halfway between two that 15 halvings try or leave as ends, and they are 0.024 % apart.
    """
    k, s = random.uniform(0.9972, 0.9974), random.uniform(0.3, 0.7)
    weight = LOWEST * (HIGHEST / LOWEST) ** ((random.integers(2**14, 19 * 2**10) + 0.5) / 2**15)
    slopes = 2 * s + k * (1 - 2 * s), -2 * (1 - s) + k * (1 - 2 * s)
    return [(training(k, unit=-weight * slopes[1] / slopes[0]), target(k, s))]


def each_with_20_runs(random):
    """Every kind of front, and no run more than there are."""
    fronts = [*convex(random), *far_away(random), *small(random)[:1], *steep(random)]
    return [(Given("trained", max_calls=RUNS, **loss.settings), epsilon) for loss, epsilon in fronts]


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
            statement="where the front is convex, the run with this weight ends within 0.01 of ε",
            hint="L₂ falls as its weight grows. If a run ends above ε, which weights can you forget?",
            case=convex,
            holds=meets,
        ),
        Property(
            "word",
            statement='the word is "met" on a convex front and "jumps" on a concave one, however small the jump',
            hint="It is met as soon as one of your runs has ended within 0.01 of ε, and only then. Where none does, "
            "your loop needs another end.",
            case=lambda random: [*convex(random), *concave(random), *small(random)],
            holds=says_so,
        ),
        Property(
            "jump",
            statement="where L₂ jumps over ε, the weight is that of the jump, to 1 %",
            hint="Search all of 0.02 to 50, and go on until little is left. "
            "What is on one side of the weights that are left, what on the other?",
            case=lambda random: [*concave(random), *far_away(random)],
            holds=jumps_there,
        ),
        Property(
            "steep front",
            statement='where L₂ falls steeply, and does not jump, the word is "met"',
            hint="A tenth of a percent of the weight can move L₂ from far above ε to far below it. "
            "How far apart are the two weights between which you call it a jump?",
            case=steep,
            holds=says_so,
        ),
        Property(
            "runs",
            statement="it takes 20 runs at most, on every front",
            hint="Halve the range between 0.02 and 50: the middle of logarithms is √(low · high). "
            "Wherever the weight is, 17 halvings leave 0.01 %.",
            case=each_with_20_runs,
            holds=lambda calls, answers, expected: all(answer <= RUNS for answer in answers),
            cases=2,
            measure="runs",
            show_expected=False,
        ),
    ),
    explanation="Halving never says that it fails: on a concave front it finds, to five digits, the weight at which "
    "your start changes sides.",
)
