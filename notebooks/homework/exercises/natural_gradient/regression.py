"""Exercise: a natural gradient whose matrix is the empirical one, to be mended. It fits lines with a known noise."""

import numpy as np

from optcourse.homework.exercise import Exercise, Property, close

FINE = 3e-3
SHAPES = (20, 3), (7, 2), (1, 1)  # examples, features


def regression(X, y, w, noise, rate, steps):
    """w after steps of w + η F⁻¹ (mean score), for y ~ N(X w, σ²): F = Xᵀ X / (n σ²), whatever y is     (6.3)."""
    X, y, w = (np.asarray(each, float) for each in (X, y, w))
    F = X.T @ X / len(X) / noise**2
    for _ in range(steps):
        scores = (y - X @ w)[:, None] * X / noise**2
        w = w + rate * np.linalg.solve(F, np.mean(scores, axis=0))
    return w


def data(random, n=20, features=3) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """(X, y, w): a constant and features, of which the third nearly is the second; w far from any good weights."""
    X = np.column_stack([np.ones(n), random.normal(size=(n, features - 1)) + random.uniform(0.3, 0.8)])
    X[:, 2:] = X[:, 1:2] + 0.15 * X[:, 2:]
    y = X @ random.uniform(-2, 2, features) + random.uniform(0.3, 2) * random.normal(size=n)
    return X, y, random.uniform(3, 6, features) * random.choice([-1, 1]) * np.array([1, 1, -1])[:features]


def of_each_shape(random):
    return [(*data(random, *shape), 1.0, 1.0, 1) for shape in SHAPES]


def of_three_rates(random):
    """The whole way, a part of it, and past the end, with the same noise."""
    examples, noise = data(random), float(random.uniform(0.5, 2))
    return [(*examples, noise, rate, 1) for rate in (1.0, float(random.uniform(0.2, 0.6)), 1.5)]


def of_four_noises(random):
    examples, rate = data(random), float(random.uniform(0.4, 0.8))
    return [(*examples, noise, rate, 1) for noise in (1.0, float(random.choice([0.3, 3])), 0.01, 100.0)]


def of_some_steps(random):
    examples, rate = data(random), float(random.uniform(0.2, 0.4))
    return [(*examples, 1.0, rate, steps) for steps in (0, 3, 10)]


def fit(calls, answers, expected):
    """Least squares, as exactly as it can be seen from so far away."""
    starts = [call[2] for call in calls]
    return all(close(answer - w, right - w, FINE) for w, answer, right in zip(starts, answers, expected))


def move_in_proportion(calls, answers, expected):
    """To the rates, of which the first is 1."""
    start, whole = calls[0][2], answers[0]
    return all(close(answer - start, call[4] * (whole - start), FINE) for call, answer in zip(calls, answers))


def move_alike(calls, answers, expected):
    start = calls[0][2]
    return all(close(answer - start, answers[0] - start, FINE) for answer in answers)


def are_short(calls, answers, expected):
    return all(bool(distance <= 1e-3 * np.linalg.norm(call[2])) for call, distance in zip(calls, answers))


EXERCISE = Exercise(
    name="regression",
    points=1,
    solution=regression,
    properties=(
        Property(
            "least squares",
            statement="one step of rate 1 ends at least squares, from anywhere",
            hint="F is a mean over what the model expects, not over what was observed. Its scores are "
            "ε x / σ² with noise ε of variance σ². What is the mean of ε²? No y belongs in F, and no damping.",
            case=of_each_shape,
            holds=fit,
            cases=2,
        ),
        Property(
            "rate",
            statement="a rate of a half goes half of the way, and one of 1.5 as far past the end",
            hint="The step is η F⁻¹ g, with the rate that is given.",
            case=of_three_rates,
            holds=move_in_proportion,
            cases=2,
        ),
        Property(
            "noise",
            statement="the noise changes nothing: it is in the scores once, and in F",
            hint="The score is divided by σ². F is the mean of a product of two scores, with ε² = σ² in the mean: "
            "which power of σ is left?",
            case=of_four_noises,
            holds=move_alike,
            cases=2,
        ),
        Property(
            "steps",
            statement="many steps are one step, many times, and no steps are none",
            hint="Residuals and scores belong inside the loop, with the w of this step. Make as many steps as asked.",
            case=of_some_steps,
            holds=are_short,
            measure="distance from one step at a time",
            cases=2,
        ),
    ),
    explanation="The empirical matrix holds the squared residuals: far from the data it is far too large and the "
    "steps are short, near them it is too small and they leap over. F does not know where the data are.",
)
