"""Wrong answers to 06.regression: each property's own, which it alone catches, and others."""

import numpy as np

from exercises.natural_gradient.regression import regression


def changed(name, matrix):
    """The steps with another matrix, of (X, scores, noise), under this name."""

    def function(X, y, w, noise, rate, steps):
        X, y, w = (np.asarray(each, float) for each in (X, y, w))
        for _ in range(steps):
            scores = (y - X @ w)[:, None] * X / noise**2
            w = w + rate * np.linalg.solve(matrix(X, scores, noise), np.mean(scores, axis=0))
        return w

    function.__name__ = name
    return function


def second_moment(X, noise):
    return X.T @ X / len(X) / noise**2


def empirical_and_damped(X, s, noise):
    return s.T @ s / len(X) + 1e-3 * np.eye(X.shape[1])


def of_the_diagonal(X, s, noise):
    return np.diag(np.diag(second_moment(X, noise)))


def slightly_damped(X, s, noise):
    return second_moment(X, noise) + 2e-4 * np.eye(X.shape[1]) / noise**2


def without_the_rate(X, y, w, noise, rate, steps):
    return regression(X, y, w, noise, 1.0, steps)


def with_a_rate_of_one_at_most(X, y, w, noise, rate, steps):
    return regression(X, y, w, noise, min(rate, 1.0), steps)


def with_a_moderate_noise(X, y, w, noise, rate, steps):
    """Whose F does not follow a noise below 0.1 or above 10."""
    return regression(X, y, w, noise, rate * (np.clip(noise, 0.1, 10) / noise) ** 2, steps)


def noise_where_the_rate_is_not_one(X, y, w, noise, rate, steps):
    return regression(X, y, w, noise, rate if rate == 1 else rate * noise, steps)


def always_one_step(X, y, w, noise, rate, steps):
    return regression(X, y, w, noise, rate, 1)


def three_steps_at_most(X, y, w, noise, rate, steps):
    return regression(X, y, w, noise, rate, min(steps, 3))


def one_step_at_least(X, y, w, noise, rate, steps):
    return regression(X, y, w, noise, rate, max(steps, 1))


def scores_of_the_start(X, y, w, noise, rate, steps):
    """The residuals are taken once, before the loop."""
    once = regression(X, y, w, noise, rate, 1)
    return np.asarray(w) + steps * (once - np.asarray(w))


def uphill(X, y, w, noise, rate, steps):
    return regression(X, y, w, noise, -rate, steps)


ALONE = {
    "least squares": changed("of_the_diagonal", of_the_diagonal),
    "rate": without_the_rate,
    "noise": changed("without_the_noise", lambda X, s, noise: X.T @ X / len(X)),
    "steps": always_one_step,
}
ALSO = (
    changed("empirical_and_damped", empirical_and_damped),
    changed("slightly_damped", slightly_damped),
    changed("added_up", lambda X, s, noise: X.T @ X / noise**2),
    changed("of_twenty_examples", lambda X, s, noise: X.T @ X / 20 / noise**2),
    changed("noise_to_the_fourth", lambda X, s, noise: X.T @ X / len(X) / noise**4),
    changed("plain_gradient", lambda X, s, noise: np.eye(X.shape[1])),
    with_a_rate_of_one_at_most,
    with_a_moderate_noise,
    noise_where_the_rate_is_not_one,
    three_steps_at_most,
    one_step_at_least,
    scores_of_the_start,
    uphill,
)
