"""Exercise, an experiment: what 1 % more weight can do, and at which weight it does most."""

import numpy as np
from optcourse.homework.exercise import Exercise, Property, close
from optcourse.homework.given import Given

from exercises.linear_combinations.ends import off_the_middle, weight_at

LOW, HIGH, RUNS = 0.2, 5.0, 700
SIZE = 0.05  # of a smooth change; it depends by 0.4 % on where the sweep begins, and 300 weights make it 8 % larger


def largest_jump(trained, low, high):
    """(jump, α): the largest |L₁(1.01 α) - L₁(α)| of a sweep in steps of 1 %, and its weight."""
    return _jump(trained, low, high)


def _jump(trained, low, high, step=1.01, which=0):
    alphas = low * step ** np.arange(int(np.log(high / low) / np.log(step)) + 1)
    jumps = np.abs(np.diff([trained(alpha)[which] for alpha in alphas]))
    return np.max(jumps), alphas[int(np.argmax(jumps))]


def unit(random) -> float:
    """Not 1: there steps of 0.01 do as much as steps of 1 %, by symmetry, and the second loss jumps as far."""
    return float(random.uniform(*random.choice([(0.5, 0.7), (1.5, 2)])))


def convex(random):
    return [(Given("trained", k=float(random.uniform(0.3, 0.9)), start=0.5, unit=unit(random)), LOW, HIGH)]


def concave(random):
    k, start = float(random.uniform(1.2, 1.6)), off_the_middle(random)
    return [(Given("trained", k=k, start=start, unit=unit(random)), LOW, HIGH)]


def near_either_end(random):
    """A jump some 8 % above the lowest weight, one as much below the highest; other weights than in the exercise."""
    low = float(random.uniform(*random.choice([(0.02, 0.08), (0.5, 1)])))
    k, start, off = float(random.uniform(1.2, 1.6)), off_the_middle(random), float(random.uniform(1.06, 1.1))
    ends_at = low * off, HIGH / LOW * low / off
    return [
        (Given("trained", k=k, start=start, unit=alpha / weight_at(k, start)), low, HIGH / LOW * low)
        for alpha in ends_at
    ]


def there(call) -> float:
    """The weight whose edge (7.9) is the start."""
    settings = call[0].settings
    return settings["unit"] * weight_at(settings["k"], settings["start"])


def jumps_there(calls, answers, expected):
    return close(answers[0][1], there(calls[0]), 0.06)


def finds_it(calls, answers, expected):
    """By its weight or by its size; that both are right is for other properties."""
    return all(
        close(alpha, there(call), 0.06) or close(jump, call[0].settings["unit"], SIZE)
        for call, (jump, alpha) in zip(calls, answers)
    )


EXERCISE = Exercise(
    name="largest_jump",
    points=3,
    solution=largest_jump,
    properties=(
        Property(
            "convex front",
            words="on a convex front it is what 1 % does at most, and so it is small",
            hint="Neighbors in the sweep must be 1 % apart: low, 1.01 low, 1.01² low, ... Coarser do more, finer less.",
            case=convex,
            holds=lambda calls, answers, expected: close(answers[0][0], expected[0][0], SIZE),
        ),
        Property(
            "concave front",
            words="on a concave front it is the whole way from one end to the other",
            hint="Take the largest change of all, of the first loss alone. Leave no gaps: a jump would hide there.",
            case=concave,
            holds=lambda calls, answers, expected: close(answers[0][0], expected[0][0]),
        ),
        Property(
            "weight of the jump",
            words="the second number is the weight at which it happens",
            hint="Return the weight, not its number in the sweep; `np.argmax` gives the number.",
            case=concave,
            holds=jumps_there,
        ),
        Property(
            "jump near an end",
            words="a jump close to the lowest or to the highest weight is found as well",
            hint="Sweep from `low` to `high`, whatever they are, and no more than 1 % short of either.",
            case=near_either_end,
            holds=finds_it,
        ),
        Property(
            "runs",
            words=f"it takes {RUNS} runs at most",
            hint="From 0.2 to 5 in steps of 1 % that is 324 runs. Train each weight once, and compare neighbors.",
            case=lambda random: [*convex(random), *concave(random)],
            holds=lambda calls, answers, expected: all(answer <= RUNS for answer in answers),
            measure="runs",
            show_expected=False,
        ),
    ),
    explanation="A smooth sweep becomes ten times smoother with steps ten times finer. A jump stays what it is.",
)
