"""The race on digits and the turned pixels: tables, parts of them measured again, and what is read from them."""

import numpy as np
import pytest

from optcourse.experiments import table
from optcourse.experiments.adaptive_learning_rates import digits


@pytest.mark.parametrize("method", ["gradient_descent", "nesterov", "adam"])
def test_a_tuned_optimizer_run_again_on_fresh_seeds_gives_the_row_of_the_table(method):
    row = table.read("digits_race.fresh").where(aim="speed", method=method).columns
    updates, loss, accuracy = digits.train_networks(method, row["rate"].item(), [5, 6])
    kept = {name: table.parse_numbers(row[name])[0, :2] for name in ("updates", "loss", "accuracy")}
    assert np.all(np.abs(updates - kept["updates"]) <= 5)
    np.testing.assert_allclose(loss, kept["loss"], rtol=0.1)
    np.testing.assert_allclose(accuracy, kept["accuracy"], atol=0.006)


def test_pixels_turned_again_give_the_row_of_the_table(pixels="stretched and mixed", method="adagrad", rate=0.2):
    row = table.read("pixel_transforms").where(pixels=pixels, method=method, rate=rate).columns
    again = digits.updates_on_pixels(pixels, method, rate, range(2))
    assert np.all(np.abs(again - table.parse_numbers(row["updates"])[0, :2]) <= 1)


def test_pixels_run_on_fresh_seeds_are_those_of_the_table_each_method_at_its_fastest_rate():
    updates = digits.read_pixel_updates()
    assert all(each.shape == (3, digits.FRESH_PIXEL_SEEDS) for each in updates.values())
    fresh, tuned = (table.read(name) for name in ("pixel_transforms.fresh", "pixel_transforms"))
    for (pixels, method), row in fresh.by("pixels", "method").items():
        rows = tuned.where(pixels=pixels, method=method).columns
        fastest = np.argmin(table.parse_numbers(rows["updates"]).mean(axis=1))
        assert row.columns["rate"].item() == rows["rate"][fastest]
    again = digits.updates_on_pixels("stretched", "adam", 0.08, [5, 6])  # those after the tuning seeds 0 to 4
    assert np.all(np.abs(again - updates["adam"][1, :2]) <= 1)


def test_the_tables_hold_every_job_under_the_settings_of_the_code():
    tuned, fresh, turned = (table.read(name) for name in ("digits_race", "digits_race.fresh", "pixel_transforms"))
    assert tuned.settings == fresh.settings == digits.RACE_SETTINGS
    assert turned.settings == digits.PIXEL_SETTINGS
    fresh_pixels = table.read("pixel_transforms.fresh")
    assert fresh_pixels.settings == digits.PIXEL_SETTINGS | {"fresh_seeds": digits.FRESH_PIXEL_SEEDS}
    methods = len(digits.METHODS)
    assert len(tuned.columns["rate"]) == methods * digits.RATES_PER_GRID and len(fresh.columns["rate"]) == 2 * methods
    assert len(turned.columns["rate"]) == 3 * 6 * 7


def test_every_method_was_tuned_inside_its_grid():
    rows = table.read("digits_race.fresh").columns
    for method, rate in zip(rows["method"], rows["rate"]):
        ends = digits.rate_grid(str(method))[[0, -1]]
        assert 1.5 * ends[0] < rate < ends[1] / 1.5, method
    for pixels, same_pixels in table.read("pixel_transforms").by("pixels").items():
        for method, rates in digits.PIXEL_SETTINGS["grids"].items():
            means = table.parse_numbers(same_pixels.where(method=method).columns["updates"]).mean(axis=1)
            best = means.argmin()
            assert 0 < best < len(rates) - 1, (pixels, method)


def test_the_seeds_it_is_tuned_on_are_not_those_it_is_compared_on():
    assert not set(digits.RACE_SETTINGS["tuning_seeds"]) & set(digits.RACE_SETTINGS["fresh_seeds"])
    assert len(digits.RACE_SETTINGS["fresh_seeds"]) >= 5


@pytest.mark.parametrize("aim, column, sign", [("speed", "updates", 1), ("accuracy", "accuracy", -1)])
def test_results_run_each_method_at_the_rate_that_was_best_on_the_tuning_seeds(aim, column, sign):
    tuned = table.read("digits_race").columns
    means = sign * np.mean(table.parse_numbers(tuned[column]), axis=1)
    found = digits.read_results(aim)
    assert len(found) == 10 and found["adamw"].variant in ("adamw", "adamw 0.1", "adamw 1")
    for name, result in found.items():
        family = np.array([method.split()[0] == name for method in tuned["method"]])
        mine = (tuned["method"] == result.variant) & np.isclose(tuned["rate"], result.rate, rtol=1e-3)
        assert means[mine] == means[family].min(), name
        assert result.scores.shape == (5,)


def test_stretching_changes_the_pixels_and_mixing_changes_no_distance():
    plain, stretched, mixed = (
        digits.transformed_problem(pixels, 0).examples.inputs for pixels in digits.PIXEL_TRANSFORMS
    )
    lengths = [np.linalg.norm(each) for each in (plain, stretched, mixed)]
    np.testing.assert_allclose(lengths, lengths[0], rtol=1e-4)
    distances = lambda x: np.linalg.norm(x[:20, None] - x[None, :20], axis=-1)
    np.testing.assert_allclose(distances(stretched), distances(mixed), atol=1e-4)
    assert np.max(np.abs(distances(stretched) - distances(plain))) > 0.5
    spread = lambda x: np.ptp(np.log10(np.std(x, axis=0)[np.std(x, axis=0) > 1e-3]))
    assert spread(stretched) > 2 > 1.5 > spread(mixed)


def test_pixels_of_an_unknown_kind_are_refused():
    with pytest.raises(ValueError, match="pixels = 'turned': choose one of 'as they are', 'stretched', "):
        digits.transformed_problem("turned", 0)
