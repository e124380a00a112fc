"""The two tables of lesson 03: a part of each is measured again, and each is complete."""

import numpy as np
import pytest

from optcourse.experiments import table
from optcourse.experiments.momentum import digits


def row(name, **job):
    columns = table.read(name).where(**job).columns
    return {part: column.item() for part, column in columns.items()}


@pytest.mark.parametrize("batch_size, method, total", [(16, "gradient_descent", 0.4), (1000, "momentum", 3.2)])
def test_a_training_done_again_gives_the_row_of_the_table(batch_size, method, total):
    job = {"batch_size": batch_size, "method": method, "effective_rate": total, "seed": 1}
    again, kept = digits.gain_row(**job), row("momentum_gain", **job)
    # 600 updates amplify round-off where batches are small: another machine may differ in the third digit.
    assert again["loss"] == pytest.approx(kept["loss"], rel=0.02)
    assert abs(again["updates"] - kept["updates"]) <= 10


@pytest.mark.parametrize("beta, seed, step", [(0.0, 0, 0), (0.9, 0, 200)])
def test_a_sharpness_measured_again_gives_the_row_of_the_table(beta, seed, step):
    again, kept = (
        digits.sharpness_row(beta, seed, step),
        row("momentum_sharpness", beta=beta, seed=seed, step=step),
    )
    assert again["loss"] == pytest.approx(kept["loss"], rel=0.02)
    assert again["sharpness"] == pytest.approx(kept["sharpness"], rel=0.02)


def test_both_tables_hold_every_job_under_the_settings_of_the_code():
    gain, sharpness = table.read("momentum_gain"), table.read("momentum_sharpness")
    assert len(gain.columns["loss"]) == 2 * 3 * 9 * 5 and len(sharpness.columns["loss"]) == 3 * 5 * 21
    assert gain.settings == {**digits.GAIN_SETTINGS, "network": list(digits.SIZES)}
    assert sharpness.settings == {**digits.SHARPNESS_SETTINGS, "network": list(digits.SIZES)}


def test_the_facts_are_the_medians_of_the_table():
    columns = table.read("momentum_gain").where(batch_size=1000, method="momentum", effective_rate=12.8).columns
    facts = digits.read_gains(1000)["momentum"]
    assert facts["best"] == 12.8 and facts["loss"] == pytest.approx(np.median(columns["loss"]))
    assert facts["fewest"] == np.median(columns["updates"])


def test_the_edge_is_that_of_the_closed_form():
    assert digits.edge_of_stability(0.0) == pytest.approx(2 / 0.06) and digits.edge_of_stability(
        0.9, 0.1
    ) == pytest.approx(38)
