"""Natural gradient and its adaptive damping: the matrix solve step by step, no memory of the coordinates, few steps."""

from functools import partial

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from optcourse import fisher, losses, models, optimizers, trees
from optcourse.experiments.run import run

NETWORK = models.mlp((5, 4, 3), gain=1.5)
KEYS = jax.random.split(jax.random.key(0), 3)
W = NETWORK.init(KEYS[0])
INPUTS = jax.random.normal(KEYS[1], (30, 5))
LABELS = jax.random.randint(KEYS[2], (30,), 0, 3)


def loss(w):
    return losses.cross_entropy(NETWORK.apply(w, INPUTS), LABELS)


def natural(rate=0.5, damping=0.1, **options):
    return optimizers.natural_gradient(rate, NETWORK.apply, INPUTS, damping, **options)


def test_a_step_solves_with_the_damped_matrix(float64):
    w = jax.tree.map(lambda a: a.astype(float), W)
    optimizer, state = natural(), None
    state = optimizer.init(w)
    for _ in range(3):
        g, F = trees.flatten(jax.grad(loss)(w))[0], fisher.exact(NETWORK.apply, w, INPUTS)
        expected = trees.flatten(w)[0] - 0.5 * np.linalg.solve(F + 0.1 * np.eye(len(F)), g)
        value = loss(w)
        w, state, info = optimizer.step(loss, w, state)
        np.testing.assert_allclose(trees.flatten(w)[0], expected, atol=1e-9)
        np.testing.assert_allclose([info.loss, info.gradient_norm], [value, np.linalg.norm(g)], rtol=1e-10)
    assert jax.tree.structure(w) == jax.tree.structure(W)


def test_other_ways_to_solve_take_the_same_steps(float64):
    w = jax.tree.map(lambda a: a.astype(float), W)
    ends = [
        trees.flatten(run(natural(direction=way), loss, w, 3).end)[0]
        for way in (fisher.natural_direction, fisher.dense_direction, fisher.kernel_direction)
    ]
    np.testing.assert_allclose(ends[1], ends[0], atol=1e-8)
    np.testing.assert_allclose(ends[2], ends[0], atol=1e-8)


def test_much_damping_leaves_gradient_descent_with_a_small_rate():
    w = run(natural(rate=1e4, damping=1e5), loss, W, 1).end
    expected = trees.flatten(run(optimizers.gradient_descent(0.1), loss, W, 1).end)[0]
    np.testing.assert_allclose(trees.flatten(w)[0], expected, rtol=1e-3, atol=1e-5)


def test_without_damping_stretched_coordinates_change_nothing(float64):
    """Softmax regression: u = S w for an invertible S gives the same losses, where gradient descent does not."""
    model = lambda w, x: x @ w  # noqa: E731
    scales = jnp.array(10.0) ** jax.random.uniform(jax.random.key(5), (5, 1), float, -1, 1)
    stretched = lambda u, x: model(u / scales, x)  # noqa: E731
    w = 0.1 * jax.random.normal(jax.random.key(6), (5, 3), float)

    def losses_of(make, model, w):
        value = lambda w: losses.cross_entropy(model(w, INPUTS), LABELS)  # noqa: E731
        return np.asarray(run(make(model), value, w, 5).loss)

    damped = lambda model: optimizers.natural_gradient(0.5, model, INPUTS, 0.0)  # noqa: E731
    descent = lambda model: optimizers.gradient_descent(0.1)  # noqa: E731
    np.testing.assert_allclose(losses_of(damped, stretched, w * scales), losses_of(damped, model, w), atol=1e-9)
    assert np.max(np.abs(losses_of(descent, stretched, w * scales) - losses_of(descent, model, w))) > 0.01


def test_a_schedule_sees_every_step_and_zero_steps_return_the_start():
    rates = jnp.array([0.0, 1.0, 0.0])
    path = run(natural(rate=lambda t: rates[t]), loss, W, 3).loss
    assert path[0] == path[1] and path[1] != path[2] and path[2] == path[3]
    end = run(natural(), loss, W, 0).end
    np.testing.assert_array_equal(trees.flatten(end)[0], trees.flatten(W)[0])


def test_it_compiles_once_for_any_rate_and_damping():
    traces = []

    @jax.jit
    def end(rate, damping):
        traces.append(rate)
        return run(natural(rate, damping), loss, W, 2).loss[-1]

    results = {float(end(rate, damping)) for rate in (0.1, 0.5) for damping in (0.01, 0.1)}
    assert len(traces) == 1 and len(results) == 4


# Levenberg-Marquardt


def adaptive(damping=1.0):
    return optimizers.levenberg_marquardt(NETWORK.apply, INPUTS, damping, direction=fisher.dense_direction)


def test_the_damping_shrinks_where_the_promise_was_kept_and_grows_where_it_was_not(float64):
    w, optimizer = jax.tree.map(lambda a: a.astype(float), W), adaptive(1e-6)
    state, seen, step = optimizer.init(w), set(), jax.jit(partial(optimizer.step, loss))
    for _ in range(25):
        g, F = trees.flatten(jax.grad(loss)(w))[0], np.asarray(fisher.exact(NETWORK.apply, w, INPUTS))
        d = np.linalg.solve(F + state * np.eye(len(F)), g)
        new = trees.flatten(w)[1](trees.flatten(w)[0] - d)
        ratio = (loss(w) - loss(new)) / (g @ d - d @ F @ d / 2)
        factor = 1 / 3 if ratio > 0.75 else 2 if not ratio >= 0.25 else 1
        before, (w, after, _) = w, step(w, state)
        np.testing.assert_allclose(after, factor * state, rtol=1e-6)
        expected = new if loss(new) < loss(before) else before
        np.testing.assert_allclose(trees.flatten(w)[0], trees.flatten(expected)[0], atol=1e-6)
        state, seen = after, seen | {factor}
    assert len(seen) >= 2


def test_the_loss_never_rises_and_falls_fast_from_any_first_damping():
    for first in (1e-4, 1.0, 100.0):
        path = np.asarray(run(adaptive(first), loss, W, 40).loss)
        assert np.all(np.diff(path) <= 1e-6) and path[-1] < 0.12 * path[0]  # measured .079, .044, .032


# Errors


@pytest.mark.parametrize("wrong", [-1.0, np.nan])
def test_a_wrong_damping_is_named(wrong):
    with pytest.raises(ValueError, match=f"damping = {wrong}: give a number"):
        natural(damping=wrong)
    with pytest.raises(ValueError, match=f"damping = {wrong}: give a number"):
        adaptive(wrong)


def test_a_first_damping_of_zero_could_never_change():
    with pytest.raises(ValueError, match="damping = 0: give a number > 0"):
        adaptive(0)
