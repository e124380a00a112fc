"""Exercise: where Adam goes in the long run when the gradients repeat a pattern, and how long its steps are."""

import numpy as np

from optcourse.homework.exercise import Exercise, Property, close

LONG = 1500  # gradients, after which m repeats itself whatever b1 is here: 0.98 to this power is 7e-14
FAR = (-1, -1, -1, 1, 1, -1, 1, 1, -1, 1, 1)  # more of one sign, and most of the other in a row


def long_run(pattern, b1):
    """(-mean / σ, the largest |m| / σ): m repeats itself too, with the same mean as the gradients."""
    g = np.asarray(pattern, float)
    sigma, m, sizes = np.sqrt(np.mean(g**2)), 0.0, []
    for each in g.tolist() * (LONG // len(g) + 2):
        m = b1 * m + (1 - b1) * each  # (4.4)
        sizes.append(abs(m))
    return -np.mean(g) / sigma, max(sizes[-len(g) :]) / sigma


def signs(random) -> np.ndarray:
    """A pattern of size 1 whose mean is not zero: one gradient, or both signs in any order."""
    n = int(random.choice([1, 4, 7]))
    others = int(random.integers(1, (n + 1) // 2)) if n > 1 else 0
    return random.choice([-1, 1]) * random.permutation(np.where(np.arange(n) < others, -1.0, 1.0))


def share(random) -> float:
    return float(random.choice([0.0, random.uniform(0.6, 0.9), 0.98]))


def one_large(random) -> np.ndarray:
    """One large gradient among small ones of the other sign; the root mean square is 1."""
    n = int(random.choice([4, 6]))
    g = np.roll(np.array([float(random.uniform(n + 4, 2 * n + 2)), *-np.ones(n)]), random.integers(n))
    return random.choice([-1, 1]) * g / np.sqrt(np.mean(g**2))


def of_both_kinds(random):
    return [(signs(random), share(random)), (one_large(random), share(random))]


def of_signs(random):
    """One whose longest step goes against its mean, and is not as long as the first time; any other; a long memory."""
    far = random.choice([-1, 1]) * np.array(FAR, float)
    return [(far, float(random.uniform(0.4, 0.55))), (signs(random), share(random)), (signs(random), 0.98)]


def in_units(random):
    g, b1 = signs(random), share(random)
    return [(g * unit, b1) for unit in (1, 100, 0.001)]


def mean_agrees(calls, answers, expected):
    """The first call's number, the second one's sign: its size is another property's."""
    return close(answers[0][0], expected[0][0]) and bool(np.sign(answers[1][0]) == np.sign(expected[1][0]))


def longest_agree(calls, answers, expected):
    return all(close(answer[1], right[1]) for answer, right in zip(answers, expected))


def sizes_agree(calls, answers, expected):
    """Within 2 %: who lets Adam run for a thousand gradients has a v that is 1 % off."""
    return all(close(abs(size), abs(right), 0.02) for size, right in zip(answers[0], expected[0]))


def all_alike(calls, answers, expected):
    return all(close(np.array(answer), np.array(answers[0]), 0.01) for answer in answers)


EXERCISE = Exercise(
    name="long_run",
    points=2,
    solution=long_run,
    properties=(
        Property(
            "mean move",
            statement="the first number is the mean move of a step, with its sign, in learning rates",
            hint="Add up (4.4) over one period: m comes back to where it was, so its mean is the mean of g, not that "
            "of the signs. Adam goes against it.",
            case=of_both_kinds,
            holds=mean_agrees,
        ),
        Property(
            "longest step",
            statement="the second is the longest step, in learning rates",
            hint="Run (4.4) over a thousand gradients or more, until m repeats itself; of the last period take the "
            "largest |m|, up or down, over σ.",
            case=of_signs,
            holds=longest_agree,
        ),
        Property(
            "unit of the loss",
            statement="100 times the gradients, or a thousandth of them: the same two numbers",
            hint="Divide by σ: the root of the mean of the squares.",
            case=in_units,
            holds=all_alike,
            cases=2,
        ),
        Property(
            "root mean square",
            statement="where the sizes differ, σ is the root of the mean square, in both numbers",
            hint="v is the mean of g². Its root is neither the mean of |g|, nor the standard deviation.",
            case=lambda random: [(one_large(random), share(random))],
            holds=sizes_agree,
        ),
    ),
    explanation="The mean move is the signal over the noise, mean / rms, and b1 has no say in it. "
    "It makes the steps even, and no faster or slower in sum.",
)
