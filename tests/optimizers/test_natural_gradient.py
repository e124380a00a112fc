"""Natural gradient and its adaptive damping: the matrix solve step by step, no memory of the coordinates, few steps."""

from functools import partial

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from optcourse import fisher, kfac, losses, models, optimizers, trees
from optcourse.experiments.run import run

NETWORK = models.mlp((5, 4, 3))
RNG = np.random.default_rng(0)
W = [models.Layer(jnp.asarray(1.5 * RNG.normal(size=(a, b)) / a**0.5), jnp.zeros(b)) for a, b in ((5, 4), (4, 3))]
INPUTS = jnp.asarray(RNG.normal(size=(30, 5)))
LABELS = jnp.asarray(RNG.integers(0, 3, 30))


def flat(tree):
    return np.concatenate([np.ravel(leaf) for leaf in jax.tree.leaves(tree)])


def doubled(w):
    """The same in double precision."""
    return jax.tree.map(lambda leaf: jnp.asarray(np.asarray(leaf, float)), w)


def loss(w):
    return losses.cross_entropy(NETWORK.apply(w, INPUTS), LABELS)


def natural(rate=0.5, damping=0.1, **options):
    return optimizers.natural_gradient(rate, NETWORK.apply, INPUTS, damping, **options)


@jax.jit
def seen(w):
    """(loss, gradient, Fisher matrix) at w, flat."""
    value, g = jax.value_and_grad(loss)(w)
    return value, trees.flatten(g)[0], fisher.exact(NETWORK.apply, w, INPUTS)


def test_a_step_solves_with_the_damped_matrix(float64):
    w, optimizer = doubled(W), natural()
    state, step = optimizer.init(w), jax.jit(partial(optimizer.step, loss))
    for _ in range(3):
        value, g, F = (np.asarray(each) for each in seen(w))
        expected = flat(w) - 0.5 * np.linalg.solve(F + 0.1 * np.eye(len(F)), g)
        w, state, info = step(w, state)
        np.testing.assert_allclose(flat(w), expected, atol=1e-9)
        np.testing.assert_allclose([info.loss, info.gradient_norm], [value, np.linalg.norm(g)], rtol=1e-10)
    assert jax.tree.structure(w) == jax.tree.structure(W)


def test_other_ways_to_solve_take_the_same_steps(float64):
    ways = (fisher.natural_direction, fisher.dense_direction)
    ends = jax.jit(lambda w: [run(natural(direction=way), loss, w, 3).end for way in ways])(doubled(W))
    np.testing.assert_allclose(flat(ends[1]), flat(ends[0]), atol=1e-8)


def test_much_damping_leaves_gradient_descent_with_a_small_rate():
    @jax.jit
    def ends(w):
        return [
            run(each, loss, w, 1).end for each in (natural(rate=1e4, damping=1e5), optimizers.gradient_descent(0.1))
        ]

    damped, plain = ends(W)
    np.testing.assert_allclose(flat(damped), flat(plain), rtol=1e-3, atol=1e-5)


def test_without_damping_stretched_coordinates_change_nothing(float64):
    """Softmax regression: u = S w for an invertible S gives the same losses, where gradient descent does not."""
    rng = np.random.default_rng(5)
    scales = 10 ** rng.uniform(-1, 1, (5, 1))
    inputs, w = doubled(INPUTS), jnp.asarray(0.1 * rng.normal(size=(5, 3)))

    @jax.jit
    def four_runs(w):
        plain = lambda w, x: x @ w
        stretched = lambda u, x: plain(u / scales, x)
        damped = lambda model: optimizers.natural_gradient(0.5, model, inputs, 0.0)
        descent = lambda model: optimizers.gradient_descent(0.1)

        def losses_of(make, model, w):
            return run(make(model), lambda w: losses.cross_entropy(model(w, inputs), LABELS), w, 5).loss

        pairs = ((stretched, w * scales), (plain, w))
        return [[losses_of(make, *pair) for pair in pairs] for make in (damped, descent)]

    natural_losses, descent_losses = np.asarray(four_runs(w))
    np.testing.assert_allclose(*natural_losses, atol=1e-9)
    assert np.max(np.abs(np.subtract(*descent_losses))) > 0.01


def test_a_schedule_sees_every_step_and_zero_steps_return_the_start():
    @jax.jit
    def ran(w):
        scheduled = natural(rate=lambda t: jnp.array([0.0, 1.0, 0.0])[t], direction=fisher.dense_direction)
        return run(scheduled, loss, w, 3).loss, run(natural(), loss, w, 0).end

    path, end = ran(W)
    assert path[0] == path[1] and path[1] != path[2] and path[2] == path[3]
    np.testing.assert_array_equal(flat(end), flat(W))


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


def factor(ratio):
    """What λ is multiplied by for a fall that is this share of the promised one."""
    return 1 / 3 if ratio > 0.75 else 2 if not ratio >= 0.25 else 1


def test_the_damping_shrinks_where_the_promise_was_kept_and_grows_where_it_was_not(float64):
    w, optimizer = doubled(W), adaptive(1e-6)
    state, factors, step = optimizer.init(w), set(), jax.jit(partial(optimizer.step, loss))
    unflatten, loss_at = trees.flatten(w)[1], jax.jit(loss)
    for _ in range(25):
        value, g, F = (np.asarray(each) for each in seen(w))
        d = np.linalg.solve(F + state * np.eye(len(F)), g)
        new = unflatten(jnp.asarray(flat(w) - d))
        ratio = (value - loss_at(new)) / (g @ d - d @ F @ d / 2)
        expected = new if loss_at(new) < value else w
        w, after, _ = step(w, state)
        np.testing.assert_allclose(after, factor(ratio) * state, rtol=1e-6)
        np.testing.assert_allclose(flat(w), flat(expected), atol=1e-6)
        state, factors = after, factors | {factor(ratio)}
    assert len(factors) >= 2


def test_the_loss_never_rises_and_falls_fast_from_any_first_damping():
    paths = jax.jit(jax.vmap(lambda first: run(adaptive(first), loss, W, 40).loss))(np.array([1e-4, 1.0, 100.0]))
    for path in np.asarray(paths):
        assert np.all(np.diff(path) <= 1e-6) and path[-1] < 0.12 * path[0]  # measured .086, .071, .001


def test_the_promise_is_that_of_the_quadratic_model_also_where_the_direction_solves_with_another_matrix(float64):
    """With Kronecker factors F d is not g - λ d: the share that was kept is measured with F itself."""
    way = kfac.direction()
    optimizer = optimizers.levenberg_marquardt(NETWORK.apply, INPUTS, 0.1, direction=way)

    @jax.jit
    def stepped(w, damping):
        g = jax.grad(loss)(w)
        d = way(NETWORK.apply, w, INPUTS, g, damping)
        fall = loss(w) - loss(trees.add_scaled(w, -1.0, d))
        curvature = trees.dot(d, fisher.vector_product(NETWORK.apply, w, INPUTS, d))
        promised = trees.dot(g, d) - curvature / 2, (trees.dot(g, d) + damping * trees.dot(d, d)) / 2
        return optimizer.step(loss, w, damping)[:2], [fall / each for each in promised]

    w, damping, told_apart = doubled(W), jnp.asarray(0.1), 0
    for _ in range(12):
        (w, after), ratios = stepped(w, damping)
        np.testing.assert_allclose(after, factor(ratios[0]) * damping, rtol=1e-6)
        told_apart += factor(ratios[0]) != factor(ratios[1])
        damping = after
    assert told_apart > 0


def test_after_a_loss_that_could_fall_no_further_it_learns_another():
    inputs, labels = INPUTS[:6, :2], jnp.asarray(INPUTS[:6, 0] > 0, int)
    network = models.mlp((2, 3))
    optimizer = optimizers.levenberg_marquardt(network.apply, inputs, 1.0, direction=fisher.dense_direction)
    swapped = jnp.where(jnp.arange(340)[:, None] < 300, labels, 1 - labels)
    of = lambda w, labels: losses.cross_entropy(network.apply(w, inputs), labels)
    seen = jax.jit(lambda w: run(optimizer, of, w, 340, swapped, record=lambda w, damping: damping))(
        network.init(jax.random.key(0))
    )
    assert seen.loss[299] < 1e-6 and np.max(seen.path) < 1e6
    assert seen.loss[300] > 10 and seen.loss[-1] < 1e-2


def test_the_damping_stays_in_its_bounds_and_rests_where_the_gradient_is_zero(float64):
    inputs = jnp.ones((2, 1))
    model, way = lambda w, x: x * w, fisher.dense_direction

    def after(loss, damping):
        step = optimizers.levenberg_marquardt(model, inputs, damping, direction=way).step
        return jax.jit(step, static_argnums=0)(loss, jnp.zeros(()), jnp.asarray(damping))[1]

    as_promised = lambda w: losses.cross_entropy(w * inputs, jnp.array([0, 1]))
    never = lambda w: w * jnp.nan
    assert after(lambda w: as_promised(w + 0.1), 1e-12) == 1e-12
    assert after(never, 9e11) == 1e12
    assert after(as_promised, 0.5) == 0.5


# Errors


@pytest.mark.parametrize("wrong", [-1.0, np.nan])
def test_a_wrong_damping_is_named(wrong):
    with pytest.raises(ValueError, match=f"damping = {wrong}: give a finite number"):
        natural(damping=wrong)
    with pytest.raises(ValueError, match=f"damping = {wrong}: give a finite number"):
        adaptive(wrong)


def test_a_first_damping_of_zero_could_never_change():
    with pytest.raises(ValueError, match="damping = 0: give a finite number >= 1e-12"):
        adaptive(0)
