"""The tables of lesson 02: a part of each is measured again, and each is complete. Times are never taken here."""

from functools import partial

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from optcourse.experiments import table
from optcourse.experiments.batches import digits, noise, scaling, sharpness, walkers


def row(name, **job):
    columns = table.read(name).where(**job).columns
    return {part: column.item() for part, column in columns.items()}


@pytest.mark.parametrize("batch_size, updates", [(64, 128), (256, 16)])
def test_a_training_done_again_gives_the_row_of_the_table(batch_size, updates):
    job = {"learning_rate": 0.1, "batch_size": batch_size, "seed": 1, "updates": updates}
    again, kept = digits.curve_row(**job), row("batch_size", **job)
    for column in ("loss", "train", "test"):
        assert again[column] == pytest.approx(kept[column], rel=0.03), column


@pytest.mark.parametrize(
    "name, measure, job",
    [
        ("linear_scaling", scaling.measure, {"batch_size": 64, "rate": 0.4, "seed": 1, "epochs": 4}),
        ("batch_noise", noise.measure_noise, {"seed": 3, "batch_size": 16}),
        ("noise_scale", noise.measure_scale, {"seed": 2, "epochs": 0}),
    ],
)
def test_a_row_measured_again_is_that_of_the_table(name, measure, job):
    kept = row(name, **job)
    for column, value in measure(**job).items():
        assert value == pytest.approx(kept[column], rel=0.05), column


@pytest.mark.parametrize(
    "name, measure, job",
    [
        ("sharp_and_flat", sharpness.train_case, {"case": "large rate", "batch_size": 8, "seed": 0}),
        (
            "label_noise",
            partial(sharpness.train_and_measure, label_noise=0.1),
            {"rate": 1.0, "batch_size": 512, "seed": 3},
        ),
    ],
)
def test_a_sharpness_measured_again_gives_the_row_of_the_table(name, measure, job):
    again, kept = measure(**job), row(name, **job)
    assert again["updates"] == pytest.approx(kept["updates"], rel=0.1)
    assert again["sharpness"] == pytest.approx(kept["sharpness"], rel=0.2)
    assert again["loss"] <= sharpness.TARGET


def test_two_tables_agree_where_they_hold_the_same_training():
    for size in sharpness.BATCH_SIZES:
        again, kept = (
            sharpness.read_label_noise()[size, 0.3],
            sharpness.read_sharp_and_flat()["large rate, wrong labels"][size],
        )
        np.testing.assert_allclose(again["test"], kept["test"], atol=0.003)
        np.testing.assert_allclose(again["sharpness"], kept["sharpness"], rtol=0.1)


def test_the_tables_hold_every_job_under_the_settings_of_the_code():
    curves, pairs, times = (table.read(name) for name in ("batch_size", "sharp_and_flat", "batch_time"))
    looks = sum(len(digits.eval_updates(size)) for size in digits.BATCH_SIZES)
    assert len(curves.columns["loss"]) == 3 * 5 * looks and len(pairs.columns["loss"]) == 3 * 2 * 5
    assert times.columns["batch_size"].tolist() == list(digits.TIMED_SIZES)
    assert curves.settings == {**digits.CURVE_SETTINGS, "network": list(digits.SIZES)}
    rates = table.read("label_noise")
    assert len(rates.columns["loss"]) == 5 * sum(len(each) for each in sharpness.RATES.values())
    assert rates.settings["rates"] == {str(size): list(each) for size, each in sharpness.RATES.items()}
    assert pairs.settings["target"] == sharpness.TARGET and times.settings["repeats"] == digits.TIME_SETTINGS["repeats"]


def test_each_run_is_looked_at_after_16_epochs_and_after_2048_updates():
    for size in digits.BATCH_SIZES:
        looks = digits.eval_updates(size)
        assert {16 * digits.EXAMPLES // size, 2048, 1} <= set(looks)


def test_one_label_in_ten_is_wrong_and_no_other():
    _, clean, _, _ = sharpness.digits_problem(3, 0.0)
    _, noisy, _, _ = sharpness.digits_problem(3, 0.1)
    assert int(jnp.sum(clean.labels != noisy.labels)) == round(0.1 * sharpness.EXAMPLES)


def test_a_walk_with_all_examples_is_gradient_descent_on_the_mean_loss():
    shifts = walkers.shifts(jax.random.key(0))
    rows = jnp.broadcast_to(jnp.arange(walkers.EXAMPLES), (20, 1, walkers.EXAMPLES))
    path = walkers.walk(0.02, shifts, rows, jnp.array([0.3]), walkers.EXAMPLES)
    x = 0.3
    for place in path[:, 0]:
        assert float(place) == pytest.approx(float(x), abs=1e-5)
        x = x - 0.02 * jax.grad(walkers.loss)(x, shifts)
