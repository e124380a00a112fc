"""The table of lesson 05: its starts, some of its rows again, and how the best rate is chosen."""

import jax.numpy as jnp
import numpy as np
import pytest

from optcourse import losses
from optcourse.experiments import table
from optcourse.experiments.cross_entropy_and_mse import by_digit, digits


def says(at):
    """(predicted classes, probabilities of the labels) before the first step."""
    logits = digits.NETWORK.apply(at.w, at.train.inputs)
    return jnp.argmax(logits, axis=-1), jnp.exp(losses.log_likelihood(logits, at.train.labels))


def test_a_bias_makes_the_network_sure_that_everything_is_a_zero():
    at = digits.digits_problem("bias 20", 0)
    predicted, p = says(at)
    assert jnp.all(predicted == 0) and jnp.median(p) < 1e-7
    ordinary = digits.digits_problem("bias 0", 0)
    np.testing.assert_array_equal(at.w[0].weight, ordinary.w[0].weight)
    assert jnp.median(says(ordinary)[1]) > 0.02


def test_the_relabeled_network_is_sure_of_each_digit_plus_one():
    at = digits.digits_problem("relabeled", 0)
    predicted, p = says(at)
    assert jnp.mean(predicted == (at.train.labels + 1) % 10) > 0.99 and jnp.median(p) < 1e-4


def test_noise_changes_about_36_of_100_training_labels_and_no_test_label():
    at, clean = digits.digits_problem("noise", 0), digits.digits_problem("bias 0", 0)
    share = float(jnp.mean(at.train.labels != clean.train.labels))
    assert 0.3 < share < 0.42  # 40 % are drawn anew, and one in ten of those is drawn as it was
    np.testing.assert_array_equal(at.test.labels, clean.test.labels)


def test_training_and_test_digits_are_different_rows():
    at = digits.digits_problem("bias 0", 1)
    rows = {row.tobytes() for row in np.asarray(at.train.inputs)}
    assert (len(at.train.labels), len(at.test.labels)) == (500, 1000)
    assert not any(row.tobytes() in rows for row in np.asarray(at.test.inputs))


@pytest.mark.parametrize(
    "job",
    [
        {"optimizer": "gradient_descent", "start": "bias 10", "loss": "mse", "rate": 0.5, "seed": 3},
        {"optimizer": "adam", "start": "bias 20", "loss": "mse", "rate": 0.01, "seed": 1},
        {"optimizer": "gradient_descent", "start": "relabeled", "loss": "cross_entropy", "rate": 0.2, "seed": 2},
    ],
    ids=lambda job: f"{job['start']}, {job['loss']}",
)
def test_a_row_of_the_table_can_be_measured_again(job):
    rows = table.read("cross_entropy_digits").columns
    mine = np.all([np.isclose(rows[k], v) if k == "rate" else rows[k] == v for k, v in job.items()], axis=0)
    assert mine.sum() == 1
    for name, value in digits.accuracy_row(**job).items():
        assert abs(value - rows[name][mine][0]) <= 0.02, name  # other machines round otherwise: a few digits


def test_the_table_holds_every_rate_for_every_start_loss_and_seed():
    rows = table.read("cross_entropy_digits").columns
    assert len(rows["seed"]) == 2 * digits.SEEDS * (9 * 4 + 9 * 4 + 5 + 6)
    assert digits.rates("gradient_descent", "noise") == [0.05, 0.1, 0.2, 0.5, 1.0, 2.0]


def test_best_takes_the_rate_with_the_highest_median_in_the_column_it_is_given():
    by_training = digits.read_best_curve("gradient_descent", "noise", "cross_entropy")
    by_test = digits.read_best_curve("gradient_descent", "noise", "cross_entropy", column="tested")
    assert by_test.rate < by_training.rate  # who learns the noise best tests worse
    assert by_training.accuracy.shape == (digits.SEEDS, len(digits.EVAL_STEPS))
    assert np.median(by_test.test_accuracy) > np.median(by_training.test_accuracy)


def test_a_row_of_the_digits_read_can_be_measured_again():
    job = {"optimizer": "gradient_descent", "bias": 10.0, "loss": "mse"}
    found, curves = by_digit.digit_row(**job), by_digit.read_digit_curves()
    place = 0, digits.BIASES.index(10.0), 1
    for name, curve in zip(("shares", "accuracy"), curves):
        again = table.parse_numbers([found[name]]).reshape(curve[place].shape)
        assert np.mean(np.abs(again - curve[place])) < 0.02  # other machines round otherwise
    norms = table.parse_numbers([found["gradient_norms"]])[0]
    np.testing.assert_allclose(norms[0], curves.gradient_norms[place][0], rtol=1e-3)


def test_the_share_of_all_digits_is_the_mean_of_the_shares_of_each_by_their_number():
    curves = by_digit.read_digit_curves()
    seed = table.read("cross_entropy_by_digit").columns["seed"][1]
    counts = np.bincount(digits.digits_problem("bias 0", int(seed)).train.labels)
    np.testing.assert_allclose(curves.accuracy[0, 0, 1], curves.shares[0, 0, 1] @ counts / 500, atol=1e-3)
