"""Wrong answers to 06.regression: each property's own, which it alone catches, and others."""

import numpy as np

from exercises.natural_gradient.regression import _walk, regression


def walker(name, matrix):
    """The descent with another matrix, under this name."""

    def function(X, y, w, noise, rate, steps):
        return _walk(X, y, w, noise, rate, steps, matrix)

    function.__name__ = name
    return function


of_the_diagonal = walker("of_the_diagonal", lambda X, s, noise, r: np.diag(np.mean(X**2, axis=0)) / noise**2)


without_the_noise = walker("without_the_noise", lambda X, s, noise, r: X.T @ X / len(X))


OTHERS = (
    walker("empirical", lambda X, s, noise, r: s.T @ s / len(X)),
    walker("empirical_and_damped", lambda X, s, noise, r: s.T @ s / len(X) + 1e-3 * np.eye(3)),
    walker("with_the_measured_noise", lambda X, s, noise, r: X.T @ X / len(X) * np.mean(r**2) / noise**4),
    walker("covariance_of_the_scores", lambda X, s, noise, r: np.cov(s.T)),
    walker("added_up", lambda X, s, noise, r: X.T @ X / noise**2),
    walker("noise_to_the_fourth", lambda X, s, noise, r: X.T @ X / len(X) / noise**4),
    walker("noise_not_squared", lambda X, s, noise, r: X.T @ X / len(X) / noise),
    walker("plain_gradient", lambda X, s, noise, r: np.eye(3)),
    walker("heavily_damped", lambda X, s, noise, r: X.T @ X / len(X) / noise**2 + 0.1 * np.eye(3)),
    walker("centered", lambda X, s, noise, r: np.cov(X.T, bias=True) / noise**2 + 1e-3 * np.eye(3)),
)


def without_the_rate(X, y, w, noise, rate, steps):
    return regression(X, y, w, noise, 1.0, steps)


def always_one_step(X, y, w, noise, rate, steps):
    return regression(X, y, w, noise, rate, 1)


def scores_of_the_start(X, y, w, noise, rate, steps):
    """The residuals are taken once, before the loop."""
    once = regression(X, y, w, noise, rate, 1)
    return np.asarray(w) + steps * (once - np.asarray(w))


def uphill(X, y, w, noise, rate, steps):
    return regression(X, y, w, noise, -rate, steps)


def a_step_more(X, y, w, noise, rate, steps):
    return regression(X, y, w, noise, rate, steps + 1)


def at_once(X, y, w, noise, rate, steps):
    """The end without the way there."""
    return regression(X, y, w, noise, 1.0, 1)


ALONE = {
    "least squares": of_the_diagonal,
    "rate": without_the_rate,
    "noise": without_the_noise,
    "steps": always_one_step,
}
ALSO = (*OTHERS, scores_of_the_start, uphill, a_step_more, at_once)
