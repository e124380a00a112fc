"""Exercise: a natural gradient whose matrix is the empirical one, to be mended. It fits lines with a known noise."""

import numpy as np
from optcourse.homework.exercise import Exercise, Property, close

FINE = 3e-3


def regression(X, y, w, noise, rate, steps):
    """w after steps of w + η F⁻¹ (mean score), for y ~ N(X w, σ²): F = Xᵀ X / (n σ²), whatever y is."""
    return _walk(X, y, w, noise, rate, steps, lambda X, scores, noise, residual: X.T @ X / len(X) / noise**2)


def _walk(X, y, w, noise, rate, steps, matrix) -> np.ndarray:
    """Right, with a matrix of (X, scores, noise, residual)."""
    X, y, w = (np.asarray(each, float) for each in (X, y, w))
    for _ in range(int(steps)):
        residual = y - X @ w
        scores = residual[:, None] * X / noise**2
        w = w + rate * np.linalg.solve(matrix(X, scores, noise, residual), np.mean(scores, axis=0))
    return w


def data(random) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """(X, y, w): 20 examples of a constant and two features that go together; weights far from any good ones."""
    features = random.normal(size=(20, 2)) @ np.array([[1.0, 0.6], [0.0, 0.8]]) + random.uniform(0.3, 0.8, 2)
    X = np.column_stack([np.ones(20), features])
    y = X @ random.uniform(-2, 2, 3) + random.uniform(0.3, 2) * random.normal(size=20)
    return X, y, random.uniform(3, 6, 3) * random.choice([-1, 1], 3)


def one_step_of_rate_one(random):
    return [(*data(random), 1.0, 1.0, 1)]


def of_two_rates(random):
    examples = data(random)
    return [(*examples, 1.0, rate, 1) for rate in (1.0, float(random.uniform(0.2, 0.6)))]


def of_two_noises(random):
    examples = data(random)
    return [(*examples, noise, 1.0, 1) for noise in (1.0, float(random.choice([0.1, 0.3, 4, 10])))]


def three_steps(random):
    return [(*data(random), 1.0, float(random.uniform(0.2, 0.5)), 3)]


def fits(calls, answers, expected):
    """Least squares, as exactly as it can be seen from so far away."""
    return close(answers[0] - calls[0][2], expected[0] - calls[0][2], FINE)


def moves_in_proportion(calls, answers, expected):
    (whole, part), start = answers, calls[0][2]
    return close(part - start, calls[1][4] * (whole - start), FINE)


def moves_alike(calls, answers, expected):
    start = calls[0][2]
    return close(answers[1] - start, answers[0] - start, FINE)


EXERCISE = Exercise(
    name="regression",
    points=1,
    solution=regression,
    properties=(
        Property(
            "least squares",
            words="one step of rate 1 ends at least squares, from anywhere",
            hint="F is a mean over what the model expects, not over what was observed (6.16). Its scores are "
            "ε x / σ² with noise ε of variance σ². What is the mean of ε²? No y belongs in F.",
            case=one_step_of_rate_one,
            holds=fits,
        ),
        Property(
            "rate",
            words="a rate below 1 goes that part of the way",
            hint="The step is η F⁻¹ g, with the rate that is given.",
            case=of_two_rates,
            holds=moves_in_proportion,
            cases=2,
        ),
        Property(
            "noise",
            words="the noise changes nothing: it is in the scores once, and in F",
            hint="The score is divided by σ². F is the mean of a product of two scores, with ε² = σ² in the mean: "
            "which power of σ is left?",
            case=of_two_noises,
            holds=moves_alike,
            cases=4,
        ),
        Property(
            "steps",
            words="three steps are one step, three times",
            hint="Residuals and scores belong inside the loop, with the w of this step. Make as many steps as asked.",
            case=three_steps,
            holds=lambda calls, answers, expected: bool(answers[0] <= 1e-3 * np.linalg.norm(calls[0][2])),
            measure="distance from one step at a time",
            cases=2,
        ),
    ),
    explanation="The empirical matrix holds the squared residuals: far from the data it is far too large and the "
    "steps are short, near them it is too small and they leap over. F does not know where the data are.",
)
