"""Exercise: the best learning rate and β for a range of curvatures (3.6), and how many steps they will take (3.11)."""

from optcourse.homework.exercise import Exercise, Property


def tuned(lowest, highest, shrink):
    """(η, β) of (3.6), and the first t after which (3.11) is at most `shrink`."""
    s, t = root_of_beta(lowest, highest), 0
    while error(t, s) > shrink:
        t += 1
    return 4 / (lowest**0.5 + highest**0.5) ** 2, s**2, t  # (3.6)


def root_of_beta(lowest, highest):
    """s = √β = (√κ - 1) / (√κ + 1), κ = highest / lowest."""
    root = (highest / lowest) ** 0.5
    return (root - 1) / (root + 1)  # (3.6)


def error(t, s):
    """Along the steepest direction after t steps, as a share of the first one."""
    return s**t * (1 + (1 + s) * t)  # (3.11)


def curvatures(random, least=3.0, most=1e4) -> tuple[float, float]:
    """(λ_min, λ_max) in any unit; their ratio is between `least` and `most`."""
    lowest = 10 ** random.uniform(-4, 4)
    return float(lowest), float(lowest * least * (most / least) ** random.uniform())


def of_a_range(random):
    return [(*curvatures(random), float(10 ** random.uniform(-6, -1)))]


def of_many_counts(random):
    """None, one to five, some, and thousands of steps."""
    few = curvatures(random, 1.5, 5)
    calls = [(*curvatures(random), 1.0)]
    calls += [between(few, t, 0.97) for t in (1, int(random.integers(2, 6)))]
    for ends, shrink in [(curvatures(random, 20, 1e3), random.uniform(-5, -1)), (curvatures(random, 5e4, 1e5), -8)]:
        calls.append(between(ends, tuned(*ends, 10**shrink)[2], 0.5))
    return calls


def between(ends, t, part) -> tuple:
    """Ends and a shrink for which t steps are needed: this part of the way, in powers, from the error after t to that
    after t - 1, so that no rounding moves the count: not even a run in single precision."""
    s = root_of_beta(*ends)
    return *ends, error(t - 1, s) ** part * error(t, s) ** (1 - part)


def same(found, right) -> bool:
    return bool(abs(found - right) <= 1e-2 * abs(right))


def same_beta(calls, answers, expected):
    """β and 1 - β: the first tells small ones apart, the second those near 1."""
    found, right = answers[0][1], expected[0][1]
    return same(found, right) and same(1 - found, 1 - right)


def counts(calls, answers, expected):
    """The counts are the same whole numbers."""
    return all(a[2] == e[2] for a, e in zip(answers, expected))


EXERCISE = Exercise(
    name="tuned",
    points=2,
    solution=tuned,
    properties=(
        Property(
            "beta",
            statement="β is the one that suits the condition number",
            hint="(3.6) gives the root of β, from the root of κ. Square it.",
            case=of_a_range,
            holds=same_beta,
        ),
        Property(
            "learning rate",
            statement="the learning rate is the best for that β",
            hint="(3.6) gives the root of η, from the roots of both curvatures. Square it.",
            case=of_a_range,
            holds=lambda calls, answers, expected: same(answers[0][0], expected[0][0]),
        ),
        Property(
            "steps",
            statement="the steps are those until the steepest direction has shrunk, be it none or thousands",
            hint="Its error is (3.11), with s = √β; all of it, the 1 in the bracket too. Raise t from 0, one by one, "
            "until it is at most `shrink`, and not until it is below: that t.",
            case=of_many_counts,
            holds=counts,
        ),
    ),
    explanation="The factor alone promises fewer steps: for κ = 1000, 219 to a millionth, and it takes 321.",
)
