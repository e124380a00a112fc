"""RAdam's factor in numbers, and the two kinds of steps it takes."""

import jax.numpy as jnp
import numpy as np
import pytest

from optcourse.experiments.run import run
from optcourse.optimizers import adam, radam
from optcourse.optimizers.radam import rectification


def slope(w, size):
    return -size * w


def test_the_factor_is_that_of_the_paper(float64):
    # equation by equation, in plain Python, for the 10th and the 1000th gradient at b2 = 0.999
    for k in (10, 1000):
        longest = 2 / (1 - 0.999) - 1
        rho = longest - 2 * k * 0.999**k / (1 - 0.999**k)
        r2 = (rho - 4) * (rho - 2) * longest / ((longest - 4) * (longest - 2) * rho)
        np.testing.assert_allclose(rectification(0.999, k - 1), (rho, r2**0.5), rtol=1e-12)


def test_v_stands_on_about_as_many_gradients_as_there_were_and_at_last_on_all_it_can_hold(float64):
    rho, r = rectification(0.999, jnp.array([0, 4, 9, 99, 100_000]))
    np.testing.assert_allclose(rho[:4], [1, 5, 10, 99], rtol=0.02)
    np.testing.assert_allclose((rho[-1], r[-1]), (1999, 1), rtol=1e-6)
    assert r[0] == 0 and np.all(np.diff(r) > 0)


def test_it_steps_along_the_mean_at_first_and_then_like_adam_but_shorter(float64):
    sizes = jnp.abs(jnp.sin(jnp.arange(40.0))) + 0.5
    moves = np.diff(run(radam(0.1), slope, 0.0, 40, sizes).path)
    means = run(radam(0.1), slope, 0.0, 40, sizes, record=lambda w, state: state.m).path[1:]
    np.testing.assert_allclose(moves[:5], -0.1 * means[:5] / (1 - 0.9 ** np.arange(1, 6)), rtol=1e-12)
    adams = np.diff(run(adam(0.1), slope, 0.0, 40, sizes).path)
    np.testing.assert_allclose(moves[5:], rectification(0.999, jnp.arange(40))[1][5:] * adams[5:], rtol=1e-6)


def test_a_lower_threshold_lets_it_divide_earlier(float64):
    unit = jnp.full(10, 100.0)
    moves = np.diff(run(radam(0.1, threshold=4.0), slope, 0.0, 10, unit).path)
    assert np.argmax(moves < 1) == 4  # one step sooner than above; before that a move is 0.1 x 100
    assert np.all(moves[:4] > 9)


@pytest.mark.parametrize("b2", [0.999, 0.9999, 0.99999])
def test_in_float32_too_v_stands_on_one_gradient_after_the_first_and_on_about_two_after_the_second(b2):
    np.testing.assert_allclose(rectification(b2, jnp.arange(4))[0], [1, 2, 3, 4], atol=0.02)


@pytest.mark.parametrize("b2", [0.0, 0.5, 0.6])
def test_a_v_that_never_stands_on_four_gradients_is_never_divided_by(b2):
    rho, r = rectification(b2, jnp.arange(100))
    assert np.all(rho <= 4) and np.all(r == 0)
    moves = np.diff(run(radam(0.1, b2=b2, threshold=4.0), slope, 0.0, 100, jnp.full(100, 3.0)).path)
    np.testing.assert_allclose(moves, 0.3, rtol=1e-4)


@pytest.mark.parametrize("threshold", [-1, 0.0, 3.9, float("nan")])
def test_a_threshold_below_which_r_is_zero_is_named(threshold):
    with pytest.raises(ValueError, match=f"threshold = {threshold}: give a finite number >= 4"):
        radam(0.1, threshold=threshold)
