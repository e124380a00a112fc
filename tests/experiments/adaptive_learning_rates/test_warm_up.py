"""Warm-ups of the deep network: the table, a part of it measured again, and what is read from it."""

import jax
import numpy as np
import pytest

from optcourse.experiments import table
from optcourse.experiments.adaptive_learning_rates import warm_up


@pytest.mark.parametrize("rate, length, seed", [(0.003, 20, 1), (0.003, warm_up.RADAM, 1)])
def test_a_training_done_again_gives_the_rows_of_the_tables(rate, length, seed):
    kept = table.read("warm_up").where(rate=rate, length=length, seed=seed).columns["losses"].item()
    again = warm_up.loss_row(rate, length, seed)["losses"]
    # Round-off grows with the updates: another machine may end elsewhere, but begins alike.
    np.testing.assert_allclose(*(np.array(text.split(), float)[:4] for text in (again, kept)), rtol=0.02)
    ended = warm_up.read_accuracies(length).accuracies[warm_up.SETTINGS["rates"].index(rate), seed]
    assert float(warm_up.accuracy_row(rate, length, [seed])["accuracy"]) == pytest.approx(ended, abs=0.02)


def test_the_tables_hold_every_job_under_the_settings_of_the_code():
    losses, accuracies = table.read("warm_up"), table.read("warm_up.accuracy")
    assert losses.settings == {**warm_up.SETTINGS, "every": warm_up.EVAL_EVERY}
    assert accuracies.settings == warm_up.SETTINGS
    assert len(losses.columns["losses"]) == 8 * 6 * warm_up.SEEDS
    assert len(accuracies.columns["accuracy"]) == 8 * 6


def test_curves_and_tolerance_are_columns_of_the_tables():
    curves = warm_up.read_loss_curves(0.01, 50)
    assert curves.shape == (warm_up.SEEDS, 1 + warm_up.SETTINGS["updates"] // warm_up.EVAL_EVERY)
    assert np.all(np.abs(curves[:, 0] - np.log(10)) < 0.5)  # untrained: about the entropy of ten classes
    found = warm_up.read_accuracies(50)
    text = table.read("warm_up.accuracy").where(length=50, rate=0.01).columns["accuracy"].item()
    mine, at = np.array(text.split(), float), list(found.rates).index(0.01)
    assert found.accuracies.shape == (8, warm_up.ACCURACY_SEEDS)
    assert (found.low[at], found.high[at]) == (mine.min(), mine.max())
    assert found.mean[at] == pytest.approx(mine.mean())


def test_curves_that_were_never_measured_are_refused_with_what_there_is():
    with pytest.raises(ValueError, match=r"no row has rate = 0.5, length = 20: choose from \{'rate': \[0.001, "):
        warm_up.read_loss_curves(0.5, 20)


def test_unreliability_is_a_ratio_of_quantiles_that_shrinks_to_one():
    spread = np.asarray(warm_up.adaptive_rate_spread(jax.random.key(2), steps=50, streams=4000, b2=0.9))
    assert spread.shape == (50,) and np.all(spread > 1)
    assert spread[0] > 20 and spread[-1] < 2
    long = np.asarray(warm_up.adaptive_rate_spread(jax.random.key(2), steps=50, streams=4000))
    assert long[-1] < spread[-1]  # a longer memory is a better estimate in the end
