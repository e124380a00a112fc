"""Exercise, an experiment: what 1 % more weight can do, and at which weight it does most."""

import numpy as np

from exercises.linear_combinations.ends import off_the_middle, weight_at
from optcourse.homework.exercise import Exercise, Property, close
from optcourse.homework.given import Given

LOW, HIGH, RUNS = 0.2, 5.0, 700
MOST = 3000  # where runs are not counted, so that a sweep that is refined for ever comes to an end
SIZE = 0.05  # of a smooth change; it depends by 0.4 % on where the sweep begins, and 300 weights make it 8 % larger


def largest_jump(trained, low, high):
    """(jump, α): the largest |L₁(1.01 α) - L₁(α)| of a sweep in steps of 1 %, and its weight."""
    alphas = low * 1.01 ** np.arange(int(np.log(high / low) / np.log(1.01)) + 1)
    jumps = np.abs(np.diff([trained(alpha)[0] for alpha in alphas]))
    return np.max(jumps), alphas[int(np.argmax(jumps))]


def unit(random) -> float:
    """Not 1: there steps of 0.01 do as much as steps of 1 %, by symmetry, and the second loss jumps as far."""
    return float(random.uniform(*random.choice([(0.5, 0.7), (1.5, 2)])))


def other_lowest(random) -> float:
    """Another lowest weight than the notebook's."""
    return float(random.uniform(*random.choice([(0.02, 0.08), (0.5, 1)])))


def convex(random, most: int = MOST):
    k = float(random.uniform(0.3, 0.9))
    return [(Given("trained", max_calls=most, k=k, start=0.5, unit=unit(random)), LOW, HIGH)]


def concave(random, most: int = MOST):
    k, start = float(random.uniform(1.2, 1.6)), off_the_middle(random)
    return [(Given("trained", max_calls=most, k=k, start=start, unit=unit(random)), LOW, HIGH)]


def network(low: float, height: float, jumps) -> tuple[Given, float, float]:
    """A sweep that rises by this height about 0.35 of its way, and jumps at others: [part of the way, change]."""
    jumps = [[low * (HIGH / LOW) ** part, change] for part, change in jumps]
    rise = [height, low * (HIGH / LOW) ** 0.35]
    return Given("trained_network", max_calls=MOST, jumps=jumps, rise=rise), low, HIGH / LOW * low


def rise_and_fall(random):
    """A jump, then a rise that is larger and smooth, then the largest jump, downward."""
    unit = random.uniform(0.5, 2)
    small, large = [random.uniform(0.1, 0.2), 0.09 * unit], [random.uniform(0.6, 0.9), -0.12 * unit]
    return network(other_lowest(random), 1.2 * unit, [small, large])


def there_and_back(random):
    """A jump, and a larger one that another nearly takes back: from afar the first looks the larger."""
    part = random.uniform(0.6, 0.8)
    return network(LOW, 0.0, [[random.uniform(0.1, 0.3), 0.5], [part, 0.9], [part + 0.04, -0.8]])


def with_jumps(random):
    return [*concave(random), rise_and_fall(random), there_and_back(random)]


def jumps_and_none(random):
    return [*with_jumps(random), *convex(random)]


def near_either_end(random):
    """A jump some 3 % above the lowest weight, one as much below the highest; other weights than in the exercise."""
    low = other_lowest(random)
    high = HIGH / LOW * low
    k, start, off = float(random.uniform(1.2, 1.6)), off_the_middle(random), float(random.uniform(1.02, 1.045))
    units = [alpha / weight_at(k, start) for alpha in (low * off, high / off)]
    return [(Given("trained", max_calls=MOST, k=k, start=start, unit=unit), low, high) for unit in units]


def counted(random):
    """From 0.2 to 5, and from another weight on."""
    trained, low, high = concave(random, RUNS)[0]
    times = other_lowest(random) / low
    return [*convex(random, RUNS), (trained, low * times, high * times)]


def right_sizes(calls, answers, expected):
    return all(close(answer[0], right[0]) for answer, right in zip(answers, expected))


def right_weights(calls, answers, expected):
    """To 6 % where it jumps, to 10 % where it does not."""
    *jumps, smooth = [abs(answer[1] / right[1] - 1) for answer, right in zip(answers, expected)]
    return max(jumps) <= 0.06 and bool(smooth <= 0.1)


def finds_it(calls, answers, expected):
    """By its weight or by its size; that both are right is for other properties."""
    return all(
        close(answer[1], right[1], 0.06) or close(answer[0], right[0], SIZE) for answer, right in zip(answers, expected)
    )


EXERCISE = Exercise(
    name="largest_jump",
    points=3,
    solution=largest_jump,
    properties=(
        Property(
            "no jump",
            statement="on a convex front it is what 1 % does at most, and so it is small",
            hint="Neighbors in the sweep must be 1 % apart: low, 1.01 low, 1.01² low, ... Coarser do more, finer less.",
            case=convex,
            holds=lambda calls, answers, expected: close(answers[0][0], expected[0][0], SIZE),
        ),
        Property(
            "size of the jump",
            statement="where there are jumps it is the largest, up or down; on a concave front from one end to "
            "the other",
            hint="Take the largest change of all, in absolute value, of the first loss alone. Sweep once, in steps of "
            "1 % everywhere: a jump hides in larger ones, and beside a smooth rise.",
            case=with_jumps,
            holds=right_sizes,
            cases=2,
        ),
        Property(
            "weight of the jump",
            statement="the second number is the weight at which it happens",
            hint="Return the weight, not its number in the sweep; `np.argmax` gives the number.",
            case=jumps_and_none,
            holds=right_weights,
            cases=2,
        ),
        Property(
            "jump near an end",
            statement="a jump close to the lowest or to the highest weight is found as well",
            hint="Sweep from `low` to `high`, whatever they are, and no more than 1 % short of either.",
            case=near_either_end,
            holds=finds_it,
            cases=3,
        ),
        Property(
            "runs",
            statement=f"it takes {RUNS} runs at most, whatever the lowest weight",
            hint="From 0.2 to 5 in steps of 1 % that is 324 runs. Train each weight once, and compare neighbors.",
            case=counted,
            holds=lambda calls, answers, expected: all(answer <= RUNS for answer in answers),
            cases=2,
            measure="runs",
            show_expected=False,
        ),
    ),
    explanation="A smooth sweep becomes ten times smoother with steps ten times finer. A jump stays what it is.",
)
