"""Flooding against its definition, and pairs of steps against Taylor: what they leave out is of the order said."""

from functools import partial
from itertools import permutations

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from optcourse import flooding, landscapes, losses, models

RATES = np.array([0.04, 0.02, 0.01])
COEFFICIENTS = np.array([[2.0, 0.5, -0.3], [0.5, 1.0, 0.2], [-0.3, 0.2, 3.0]])
START = np.array([0.4, -0.7, 0.9])


def bowl(w):
    return w @ COEFFICIENTS @ w / 2


def curved(w):
    """No quadratic: its third derivatives are of the size of its second ones."""
    return bowl(w) + jnp.sum(jnp.sin(2 * w)) + w[0] * w[1] * w[2]


def slope(errors):
    """The exponent p of errors that fall like ε^p."""
    return np.polyfit(np.log(RATES), np.log(errors), 1)[0]


def distances(*moves):
    """‖one - other‖ at each of RATES, of two functions of (rate)."""
    one, other = moves
    return np.array([float(jnp.linalg.norm(one(rate) - other(rate))) for rate in RATES])


# The flooded loss


@pytest.mark.parametrize("level", [0.1, 2.0])
def test_its_gradient_is_that_of_the_loss_with_the_sign_of_what_is_above_the_level(level, float64):
    for scale in (0.1, 1.0):
        w = scale * START
        expected = np.sign(bowl(w) - level) * jax.grad(bowl)(w)
        np.testing.assert_array_equal(jax.grad(flooding.flood(bowl, level))(w), expected)


def test_it_lies_as_far_above_the_level_as_the_loss_lies_off_it(float64):
    for w in (0.1 * START, START):
        found = flooding.flood(bowl, 0.5)(w)
        assert found >= 0.5 and found - 0.5 == pytest.approx(abs(float(bowl(w)) - 0.5), abs=1e-15)


def test_at_the_level_itself_it_descends():
    loss = lambda w: w**2 / 2
    assert jax.grad(flooding.flood(loss, 2.0))(2.0) == 2


def test_level_zero_is_no_flooding_for_a_loss_that_is_never_negative():
    for w in (0 * START, START):
        assert flooding.flood(bowl, 0.0)(w) == bowl(w)
    np.testing.assert_array_equal(jax.grad(flooding.flood(bowl, 0.0))(START), jax.grad(bowl)(START))


def test_on_batches_each_batch_has_its_own_side_of_the_level():
    loss = lambda w, batch: jnp.mean((w - batch) ** 2)
    flooded = flooding.flood(loss, 0.5)
    near, far = jnp.array([1.1, 0.9]), jnp.array([3.0, 3.2])
    for batch, side in ((near, -1), (far, 1)):
        assert jax.grad(flooded)(1.3, batch) == side * jax.grad(loss)(1.3, batch) != 0
    both = jnp.concatenate([near, far])  # of all four together the loss is above the level
    mean = (jax.grad(flooded)(1.3, near) + jax.grad(flooded)(1.3, far)) / 2
    assert abs(mean - jax.grad(flooded)(1.3, both)) > 0.1


@pytest.mark.parametrize("level", [np.nan, np.inf])
def test_a_level_that_is_not_finite_is_named(level):
    with pytest.raises(ValueError, match=f"level = {level}: give a finite number"):
        flooding.flood(bowl, level)


def test_the_level_is_traced():
    traces = []

    @jax.jit
    def gradient(level):
        traces.append(level)
        return jax.grad(flooding.flood(bowl, level))(START)

    assert not np.array_equal(gradient(0.1), gradient(10.0)) and len(traces) == 1


# The penalty


def test_the_penalty_is_the_squared_norm_of_the_gradient_and_goes_on_batches_too(float64):
    w = START
    penalized = flooding.gradient_penalty(bowl, 0.3)
    expected = bowl(w) + 0.3 * np.sum((COEFFICIENTS @ w) ** 2)
    assert penalized(w) == pytest.approx(float(expected), rel=1e-14)
    expected = COEFFICIENTS @ w + 2 * 0.3 * COEFFICIENTS @ COEFFICIENTS @ w
    np.testing.assert_allclose(jax.grad(penalized)(w), expected, rtol=1e-13)
    scaled = flooding.gradient_penalty(lambda w, batch: batch * bowl(w), 0.3)
    assert scaled(w, 1.0) == penalized(w)


# Two steps


def test_on_a_quadratic_both_orders_are_the_same_and_what_is_left_is_one_minus_eps_squared_h_squared(float64):
    expected = START - 0.1**2 * COEFFICIENTS @ COEFFICIENTS @ START
    for pair in (flooding.descend_ascend, flooding.ascend_descend, flooding.taylor_pair):
        np.testing.assert_allclose(pair(bowl, START, 0.1), expected, rtol=1e-14)


def test_ten_percent_up_and_ten_percent_down_lose_one_percent_in_either_order(float64):
    growth = lambda w: w**2 / 2  # a step with the rate 0.1 takes 10 % off
    for pair in (flooding.descend_ascend, flooding.ascend_descend):
        assert pair(growth, 1.0, 0.1) == pytest.approx(0.99, abs=1e-15)


@pytest.mark.parametrize("pair", [flooding.descend_ascend, flooding.ascend_descend])
@pytest.mark.parametrize("share", [1.0, 0.5])
def test_either_pair_is_taylors_to_third_order_with_equal_rates_and_with_two(pair, share, float64):
    found = partial(pair, curved, START)
    expected = partial(flooding.taylor_pair, curved, START)
    errors = distances(lambda rate: found(rate, share * rate), lambda rate: expected(rate, share * rate))
    assert slope(errors) == pytest.approx(3, abs=0.1)


def test_one_pair_moves_by_order_two_and_the_two_orders_differ_by_order_three(float64):
    down_up, up_down = (partial(pair, curved, START) for pair in (flooding.descend_ascend, flooding.ascend_descend))
    assert slope(distances(down_up, lambda rate: START)) == pytest.approx(2, abs=0.1)
    assert slope(distances(down_up, up_down)) == pytest.approx(3, abs=0.1)


def test_a_pair_with_two_rates_is_a_step_on_the_penalized_loss(float64):
    rate, ascent_rate = 0.03, 0.02
    c = flooding.two_rate_coefficient(rate, ascent_rate)
    g = jax.grad(flooding.gradient_penalty(curved, c))(START)
    expected = START - (rate - ascent_rate) * g
    np.testing.assert_allclose(flooding.taylor_pair(curved, START, rate, ascent_rate), expected, rtol=1e-13)
    assert c == pytest.approx(0.03)


@pytest.mark.parametrize("ascent_rate", [0.1, 0.2, -0.1, np.nan])
def test_a_pair_that_would_not_descend_has_no_coefficient(ascent_rate):
    expected = f"ascent_rate = {ascent_rate}: give a number >= 0 and below 0.1, the rate of descent"
    with pytest.raises(ValueError, match=expected):
        flooding.two_rate_coefficient(0.1, ascent_rate)


@pytest.mark.parametrize("rate", [0.0, -1.0, np.inf])
def test_a_rate_of_descent_that_is_none_is_named(rate):
    with pytest.raises(ValueError, match=f"rate = {rate}: give a finite number > 0"):
        flooding.two_rate_coefficient(rate, 0.0)


def test_networks_keep_their_structure():
    network = models.mlp((4, 3, 2))
    w = network.init(jax.random.key(0))
    inputs = jax.random.normal(jax.random.key(1), (6, 4))
    loss = lambda w: losses.cross_entropy(network.apply(w, inputs), jnp.array([0, 1, 0, 1, 1, 0]))
    moves = (
        partial(flooding.descend_ascend, rate=0.1),
        partial(flooding.taylor_pair, rate=0.1),
        partial(flooding.effective_step, rate=0.1, level=0.2),
    )
    for move in moves:
        assert jax.tree.structure(jax.eval_shape(lambda w, move=move: move(loss, w), w)) == jax.tree.structure(w)


# Many steps


def test_as_many_steps_up_as_down_drift_alike_in_any_order(float64):
    gradient = jax.jit(jax.grad(curved))
    half_slope = jax.jit(jax.grad(lambda w: jnp.sum(jax.grad(curved)(w) ** 2) / 2))(START)

    def walk(signs, rate):
        w = START
        for sign in signs:
            w = w - sign * rate * gradient(w)
        return w

    drift = lambda rate: START - 4 * rate**2 / 2 * half_slope  # ¼ N ε² ∇‖g‖², N = 4
    for signs in set(permutations((1, 1, -1, -1))):
        errors = distances(partial(walk, signs), drift)
        expected = 4 if signs == signs[::-1] else 3  # there and back the same way: one order better
        assert slope(errors) == pytest.approx(expected, abs=0.1), signs


def test_far_from_the_level_the_effective_step_is_a_step_of_flooding(float64):
    for level in (0.0, 100.0):
        expected = START - 0.01 * jax.grad(flooding.flood(bowl, level))(START)
        np.testing.assert_allclose(flooding.effective_step(bowl, START, 0.01, level), expected, rtol=1e-14)


def test_where_the_gradient_is_zero_nothing_moves():
    np.testing.assert_array_equal(flooding.effective_step(bowl, 0 * START, 0.1, 0.5), 0 * START)


def test_along_the_level_it_comes_to_rest_where_the_gradient_is_smallest(float64):
    """On ½ (1 + x²) y² = b the gradient is smallest at x = 0: there ‖g‖² = 2 b."""
    ravine = lambda w: (1 + w[0] ** 2) * w[1] ** 2 / 2
    step = jax.jit(partial(flooding.effective_step, ravine, rate=0.3, level=0.2))
    w = jnp.array([1.5, 0.4])
    for _ in range(400):
        w = step(w)
    assert float(ravine(w)) == pytest.approx(0.2, rel=0.05)
    assert abs(float(w[0])) < 0.01


def test_flooding_itself_goes_the_same_way(float64):
    ravine = lambda w: (1 + w[0] ** 2) * w[1] ** 2 / 2
    flooded, level, rate = jax.jit(jax.grad(flooding.flood(ravine, 0.2))), 0.2, 0.1
    mean_step = jax.jit(partial(flooding.effective_step, ravine, rate=rate, level=level))
    v = w = jnp.array([1.5, 0.4])
    for _ in range(300):
        v, w = v - rate * flooded(v), mean_step(w)
    assert 0.8 < float(w[0]) < 1.2  # half way down from 1.5
    assert float(v[0]) == pytest.approx(float(w[0]), abs=0.1)


def test_a_known_landscape_serves_as_well():
    loss, start = landscapes.himmelblau.loss, jnp.array([1.0, 1.0])
    assert not np.array_equal(flooding.descend_ascend(loss, start, 0.01), start)
