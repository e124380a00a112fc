"""Exercise: where Adam goes in the long run when the gradients repeat a pattern, and how long its steps are."""

import numpy as np
from optcourse.homework.exercise import Exercise, Property, close


def long_run(pattern, b1):
    """(-mean / rms, the largest |m| / rms): m repeats itself too, with the same mean as the gradients."""
    g = np.asarray(pattern, float)
    return _long_run(g, b1, np.sqrt(np.mean(g**2)))


def _long_run(g, b1, sigma):
    m = repeating(g, b1)
    return -np.mean(g) / sigma, np.max(np.abs(m)) / sigma


def repeating(g, b1) -> np.ndarray:
    """m after each gradient of the pattern, when m has become periodic."""
    n = len(g)
    weights = (1 - b1) * b1 ** np.arange(n) / (1 - b1**n)  # of this gradient, the last one, ...
    return np.array([weights @ g[(k - np.arange(n)) % n] for k in range(n)])


def signs(random) -> np.ndarray:
    """A pattern of size 1 whose mean is not zero, with both signs."""
    n = random.choice([3, 5])
    return random.choice([-1, 1]) * np.where(np.arange(n) < n // 2, -1.0, 1.0)


def share(random) -> float:
    return float(random.uniform(0.6, 0.9))


def of_signs(random):
    return [(signs(random), share(random))]


def one_large(random):
    """One large gradient, then small ones of the other sign; the root mean square is 1."""
    g = np.array([float(random.uniform(8, 12)), *-np.ones(random.choice([4, 6]))])
    return [(random.choice([-1, 1]) * g / np.sqrt(np.mean(g**2)), share(random))]


def in_units(random):
    g, b1 = signs(random), share(random)
    return [(g * unit, b1) for unit in (1, 100)]


def sizes_agree(calls, answers, expected):
    """Within 2 %: who lets Adam run for fifty repetitions has a v that is 1 % off."""
    return close(abs(answers[0][0]), abs(expected[0][0]), 0.02)


def all_alike(calls, answers, expected):
    return all(close(np.array(answer), np.array(answers[0]), 0.01) for answer in answers)


EXERCISE = Exercise(
    name="long_run",
    points=2,
    solution=long_run,
    properties=(
        Property(
            "mean move",
            words="the first number is the mean move of a step, with its sign, in learning rates",
            hint="Add up (4.7) over one period: m comes back to where it was, so its mean is the mean of g. "
            "Adam goes against it.",
            case=of_signs,
            holds=lambda calls, answers, expected: close(answers[0][0], expected[0][0]),
        ),
        Property(
            "longest step",
            words="the second is the longest step, in learning rates",
            hint="Run (4.7) over fifty repetitions of the pattern; of the last one take the largest |m|, over σ.",
            case=of_signs,
            holds=lambda calls, answers, expected: close(answers[0][1], expected[0][1]),
        ),
        Property(
            "unit of the loss",
            words="a hundred times the gradients, the same two numbers",
            hint="Divide by σ: the root of the mean of the squares.",
            case=in_units,
            holds=all_alike,
            cases=2,
        ),
        Property(
            "root mean square",
            words="where the sizes differ, σ is the root of the mean square",
            hint="v is the mean of g². Its root is neither the mean of |g|, nor the standard deviation.",
            case=one_large,
            holds=sizes_agree,
        ),
    ),
    explanation="The mean move is the signal over the noise, mean / rms, and b1 has no say in it. "
    "It makes the steps even, and no faster or slower in sum.",
)
