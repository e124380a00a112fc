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


def with_inverse(name, inverse):
    """k (1 - (1 - η K)ᵗ) K⁻¹ (y - u), with inverse(K): exact, as long as K has one."""

    def function(k, K, targets, start, learning_rate, steps):
        k, K, y = (np.asarray(each, float) for each in (k, K, targets))
        u, f = (np.asarray(each, float) for each in start)
        left = np.linalg.matrix_power(np.eye(len(K)) - learning_rate * K, steps)
        return f + k @ (np.eye(len(K)) - left) @ inverse(K) @ (y - u)

    function.__name__ = name
    return function


def no_number(K):
    """As JAX has it: no error where K has no inverse."""
    return np.full_like(K, np.nan) if is_singular(K) else np.linalg.inv(K)


def is_singular(K) -> bool:
    return np.linalg.matrix_rank(np.asarray(K, float), tol=1e-5 * np.linalg.norm(K)) < len(K)


def with_branch(name, branch):
    """Right where K has an inverse, else branch(the arguments)."""

    def function(k, K, *more):
        return branch(k, K, *more) if is_singular(K) else kernel_descent(k, K, *more)

    function.__name__ = name
    return function


def without_the_twin(k, K, targets, start, learning_rate, steps):
    """One example in place of two, with the mean of their targets."""
    k, K, y, u = (np.asarray(each, float) for each in (k, K, targets, start[0]))
    y = np.r_[(y[0] + y[-1]) / 2, y[1:-1]]
    return kernel_descent(k[:, :-1], K[:-1, :-1], y, (u[:-1], start[1]), learning_rate, steps)


def first_alone(k, K, targets, start, learning_rate, steps):
    """Forgets the second of the two."""
    u, f = start
    return kernel_descent(k[:, :-1], K[:-1, :-1], targets[:-1], (u[:-1], f), learning_rate, steps)


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
    "one step": with_inverse("without_small_eigenvalues", lambda K: np.linalg.pinv(K, rcond=0.1)),
    "many steps": with_moves("fifty_steps_at_most", count=at_most),
    "start": start_of_the_others_alone,
    "twice": with_inverse("by_the_inverse", np.linalg.inv),
}
ALSO = (
    flow,
    # by the residual of the start
    with_moves("frozen", train=lambda rate, k, K, u, y: 0.0),
    with_inverse("with_a_ridge", lambda K: np.linalg.inv(K + 1e-3 * np.eye(len(K)))),
    with_inverse("with_a_ridge_in_the_unit", lambda K: np.linalg.inv(K + 1e-3 * np.trace(K) * np.eye(len(K)))),
    with_inverse("no_number_taken_for_zero", lambda K: np.nan_to_num(no_number(K))),
    with_branch("zeros_if_singular", lambda k, *_: np.zeros(len(k))),
    with_branch("start_if_singular", lambda k, K, targets, start, *_: start[1]),
    with_branch("many_steps_if_singular", lambda *arguments: kernel_descent(*arguments[:-1], 10 * arguments[-1])),
    with_branch("end_if_singular", regression),
    with_branch("without_the_twin", without_the_twin),
    with_branch("first_of_two_alone", first_alone),
    start_of_the_examples_alone,
    start_forgotten,
    start_added_with_the_wrong_sign,
    regression,
    uses_the_new_outputs,
    with_moves("one_step_more", count=lambda steps: steps + 1),
    with_moves("one_step_less", count=lambda steps: max(steps - 1, 0)),
    with_moves("at_least_one_step", count=lambda steps: max(steps, 1)),
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
