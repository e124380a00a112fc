"""Wrong answers to 11.kernel_descent: each property's own, which it alone catches, and others."""

import numpy as np

from exercises.infinite_width.kernel_descent import kernel_descent


def with_moves(name, train=None, test=None, count=lambda steps: steps):
    """Steps with parts changed: train(η, k, K, u, y) and test(...) are what is taken off u and f."""
    train = train or (lambda rate, k, K, u, y: rate * K @ (u - y))
    test = test or (lambda rate, k, K, u, y: rate * k @ (u - y))

    def function(k, K, targets, start, learning_rate, steps):
        k, K, y = (np.asarray(each, float) for each in (k, K, targets))
        u, f = (np.asarray(each, float) for each in start)
        for _ in range(count(steps)):
            moves = [part(learning_rate, k, K, u, y) for part in (train, test)]
            u, f = u - moves[0], f - moves[1]
        return f

    function.__name__ = name
    return function


def from_zero(k, K, targets, rate, steps):
    start = np.zeros(len(K)), np.zeros(len(k))
    return kernel_descent(k, K, targets, start, rate, steps)


def start_of_the_others_alone(k, K, targets, start, learning_rate, steps):
    return np.asarray(start[1]) + from_zero(k, K, targets, learning_rate, steps)


def start_of_the_examples_alone(k, K, targets, start, learning_rate, steps):
    return from_zero(k, K, np.asarray(targets) - np.asarray(start[0]), learning_rate, steps)


def start_forgotten(k, K, targets, start, learning_rate, steps):
    return from_zero(k, K, targets, learning_rate, steps)


def start_added_with_the_wrong_sign(k, K, targets, start, learning_rate, steps):
    u, f = (np.asarray(each, float) for each in start)
    return f + from_zero(k, K, np.asarray(targets) + u, learning_rate, steps)


def by_the_inverse(k, K, targets, start, learning_rate, steps):
    """k (1 - (1 - η K)ᵗ) K⁻¹ (y - u): exact, as long as K has an inverse."""
    k, K, y = (np.asarray(each, float) for each in (k, K, targets))
    u, f = (np.asarray(each, float) for each in start)
    left = np.linalg.matrix_power(np.eye(len(K)) - learning_rate * K, steps)
    return f + k @ (np.eye(len(K)) - left) @ np.linalg.solve(K, y - u)


def flow(k, K, targets, start, learning_rate, steps):
    """Gradient flow for the same time."""
    u, f = (np.asarray(each, float) for each in start)
    eigenvalues, Q = np.linalg.eigh(np.asarray(K, float))
    share = -np.expm1(-learning_rate * steps * eigenvalues) / np.where(eigenvalues > 1e-9, eigenvalues, 1)
    return f + np.asarray(k) @ (Q * share) @ Q.T @ (np.asarray(targets) - u)


def regression(k, K, targets, start, learning_rate, steps):
    """The end of it, whatever the steps."""
    u, f = (np.asarray(each, float) for each in start)
    return f + np.asarray(k, float) @ np.linalg.pinv(np.asarray(K, float), 1e-5) @ (np.asarray(targets) - u)


def uses_the_new_outputs(k, K, targets, start, learning_rate, steps):
    """Moves the examples first."""
    k, K, y = (np.asarray(each, float) for each in (k, K, targets))
    u, f = (np.asarray(each, float) for each in start)
    for _ in range(steps):
        u = u - learning_rate * K @ (u - y)
        f = f - learning_rate * k @ (u - y)
    return f


def at_most(steps):
    return min(steps, 50)


ALONE = {
    "one step": flow,
    # by the residual of the start
    "many steps": with_moves("frozen", train=lambda rate, k, K, u, y: 0.0),
    "start": start_of_the_others_alone,
    "twice": by_the_inverse,
}
ALSO = (
    start_of_the_examples_alone,
    start_forgotten,
    start_added_with_the_wrong_sign,
    regression,
    uses_the_new_outputs,
    with_moves("one_step_more", count=lambda steps: steps + 1),
    with_moves("one_step_less", count=lambda steps: max(steps - 1, 0)),
    with_moves("at_least_one_step", count=lambda steps: max(steps, 1)),
    with_moves("fifty_steps_at_most", count=at_most),
    with_moves("upward", lambda rate, k, K, u, y: rate * K @ (y - u), lambda rate, k, K, u, y: rate * k @ (y - u)),
    with_moves("others_upward", test=lambda rate, k, K, u, y: rate * k @ (y - u)),
    with_moves("examples_upward", train=lambda rate, k, K, u, y: rate * K @ (y - u)),
    with_moves(
        "rate_squared", lambda rate, k, K, u, y: rate**2 * K @ (u - y), lambda rate, k, K, u, y: rate**2 * k @ (u - y)
    ),
    with_moves("without_the_rate", lambda rate, k, K, u, y: K @ (u - y), lambda rate, k, K, u, y: k @ (u - y)),
    with_moves(
        "mean_loss",
        lambda rate, k, K, u, y: rate * K @ (u - y) / len(y),
        lambda rate, k, K, u, y: rate * k @ (u - y) / len(y),
    ),
    with_moves(
        "without_the_half",
        lambda rate, k, K, u, y: 2 * rate * K @ (u - y),
        lambda rate, k, K, u, y: 2 * rate * k @ (u - y),
    ),
    with_moves("examples_without_a_kernel", train=lambda rate, k, K, u, y: rate * (u - y)),
    with_moves("examples_without_the_rate", train=lambda rate, k, K, u, y: K @ (u - y)),
    with_moves("targets_in_place_of_residuals", test=lambda rate, k, K, u, y: -rate * k @ y),
    with_moves("of_the_outputs", test=lambda rate, k, K, u, y: rate * k @ u),
)
