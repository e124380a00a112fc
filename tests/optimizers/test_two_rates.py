"""Two rates: a quadratic's closed form, gradient descent at one end, and the laws that every optimizer obeys."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from optcourse import flooding
from optcourse.experiments.run import run
from optcourse.optimizers import gradient_descent, two_rates

CURVATURES = np.array([1.0, 10.0])
START = np.array([1.0, -0.5])


def bowl(w):
    return jnp.sum(CURVATURES * w**2) / 2


def test_on_a_quadratic_each_pair_multiplies_by_one_minus_down_times_one_plus_up(float64):
    path = run(two_rates(0.05, 0.02), bowl, START, 20).path
    factors = (1 - 0.05 * CURVATURES) * (1 + 0.02 * CURVATURES)
    np.testing.assert_allclose(path, START * factors ** np.arange(21)[:, None], rtol=1e-12)


def test_with_no_way_up_it_is_gradient_descent(float64):
    expected = run(gradient_descent(0.05), bowl, START, 20).path
    np.testing.assert_array_equal(run(two_rates(0.05, 0.0), bowl, START, 20).path, expected)


def test_to_second_order_it_is_gradient_descent_on_the_penalized_loss(float64):
    loss = lambda w: bowl(w) + jnp.sum(jnp.sin(3 * w))
    apart = []
    for down, up in ((0.004, 0.002), (0.002, 0.001)):
        penalized = flooding.gradient_penalty(loss, flooding.two_rate_coefficient(down, up))
        found, expected = (
            run(two_rates(down, up), loss, START, 1),
            run(gradient_descent(down - up), penalized, START, 1),
        )
        apart.append(float(jnp.linalg.norm(found.end - expected.end)))
    assert apart[0] / apart[1] == pytest.approx(8, rel=0.1)


def test_info_describes_the_point_that_the_pair_leaves():
    found = run(two_rates(0.05, 0.02), bowl, START, 5)
    np.testing.assert_allclose(found.loss, jax.vmap(bowl)(found.path), rtol=1e-6)
    np.testing.assert_allclose(found.gradient_norm, np.linalg.norm(CURVATURES * found.path, axis=1), rtol=1e-6)


def test_one_pair_uses_one_batch():
    batches = jnp.array([1.0, 2.0])
    path = run(two_rates(0.05, 0.02), lambda w, batch: batch * bowl(w), START, 2, batches).path
    factors = [(1 - 0.05 * b * CURVATURES) * (1 + 0.02 * b * CURVATURES) for b in (1, 2)]
    np.testing.assert_allclose(path[2], START * factors[0] * factors[1], rtol=1e-6, atol=1e-7)


def test_both_rates_may_be_schedules_called_with_t_from_zero():
    fade = lambda rate: lambda t: rate / (t + 1)
    path = run(two_rates(fade(0.05), fade(0.02)), bowl, START, 2).path
    second = (1 - 0.025 * CURVATURES) * (1 + 0.01 * CURVATURES)
    np.testing.assert_allclose(path[2], path[1] * second, rtol=1e-6, atol=1e-7)


def test_both_rates_are_traced():
    traces = []

    @jax.jit
    def end(down, up):
        traces.append(up)
        return run(two_rates(down, up), bowl, START, 3).end

    assert not np.array_equal(end(0.05, 0.02), end(0.06, 0.03)) and len(traces) == 1


def test_the_structure_and_the_dtypes_stay(float64):
    w = {"half": jnp.ones(2, jnp.float16), "more": [jnp.ones((), jnp.float32)]}
    loss = lambda w: jnp.sum(w["half"].astype(float) ** 2) + w["more"][0] ** 2
    found, _, _ = two_rates(0.1, 0.05).step(loss, w, two_rates(0.1, 0.05).init(w))
    assert [(leaf.dtype, leaf.shape) for leaf in jax.tree.leaves(found)] == [
        (leaf.dtype, leaf.shape) for leaf in jax.tree.leaves(w)
    ]


@pytest.mark.parametrize("ascent_rate", [0.1, 0.3])
def test_a_way_up_as_fast_as_the_way_down_is_named(ascent_rate):
    with pytest.raises(ValueError, match=f"ascent_rate = {ascent_rate}: give a number >= 0 and below 0.1"):
        two_rates(0.1, ascent_rate)


@pytest.mark.parametrize("rates, name", [((-1, 0.1), "learning_rate"), ((0.1, np.nan), "ascent_rate")])
def test_a_rate_that_is_none_is_named(rates, name):
    with pytest.raises(ValueError, match=f"{name} = .*: give a finite number >= 0"):
        two_rates(*rates)
