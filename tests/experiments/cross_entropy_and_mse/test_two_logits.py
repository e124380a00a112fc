"""Steps off the plateau, its size, and regression: the numbers of lesson 05."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from optcourse import cross_entropy, optimizers
from optcourse.experiments.cross_entropy_and_mse.two_logits import (
    TARGET_LEAD,
    flat_fraction,
    least_squares_accuracies,
    steps_until_right,
)

descent = optimizers.gradient_descent(0.1)


def test_the_count_stops_at_the_first_step_with_probability_nine_tenths():
    steps = int(steps_until_right(descent, "cross_entropy", [2.0])[0])
    with jax.enable_x64(True):
        w = jnp.array([-2.0, 2.0])
        chances = []
        gradient = jax.jit(jax.grad(cross_entropy.cross_entropy))
        for _ in range(steps):
            w = w - 0.1 * gradient(w)
            chances.append(float(jax.nn.sigmoid(w[0] - w[1])))
    assert chances[-2] < 0.9 <= chances[-1]
    assert abs(jax.nn.sigmoid(-TARGET_LEAD) - 0.9) < 1e-6


def test_a_start_that_is_right_needs_no_step_and_one_that_takes_too_long_is_infinite():
    assert list(steps_until_right(descent, "mse", [-2.0, 2.0, 6.0], max_steps=1000)) == [0, 176, np.inf]


def test_a_run_that_ends_in_nan_is_not_counted_as_right():
    broken = optimizers.gradient_descent(lambda t: jnp.nan)
    assert steps_until_right(broken, "mse", [2.0], max_steps=1000)[0] == np.inf


def test_an_unknown_loss_is_refused():
    with pytest.raises(ValueError, match="loss = 'hinge': choose one of 'cross_entropy', 'mse'"):
        steps_until_right(descent, "hinge", [1.0])


def test_the_flat_share_is_the_area_beyond_a_lead_of_8_64():
    # 4 √2 q (1 - q)² falls below 0.001 at q = 1.768e-4, a lead of 8.640
    assert flat_fraction()["mse"] == pytest.approx((1 - 8.640 / 20) ** 2, abs=1e-3)  # 0.3226
    assert flat_fraction()["cross_entropy"] == 0
    assert flat_fraction(0.8)["cross_entropy"] > 0  # its shortest is √½, on the line between the classes


def test_regression_onto_one_hot_vectors_reads_digits_and_onto_the_number_does_not():
    accuracy = least_squares_accuracies(seeds=2)
    assert np.all(accuracy["one-hot vectors"] > 0.88) and np.all(accuracy["the digit as a number"] < 0.3)
