"""What a learning rate leaves of a digits network's loss: the table, a part of it measured again, and its unit."""

import numpy as np
import pytest

from optcourse import optimizers
from optcourse.experiments import table
from optcourse.experiments.adaptive_learning_rates import rate_sweep
from optcourse.experiments.run import run


@pytest.mark.parametrize("method, rate", [("momentum", 0.1), ("adam", 0.01)])
def test_a_run_done_again_gives_the_row_of_the_table(method, rate):
    kept = table.read("rate_sweep").where(method=method, rate=rate).columns["shares"].item()
    again = rate_sweep.sweep_row(method, rate)["shares"]
    np.testing.assert_allclose(*(np.array(text.split(), float) for text in (again, kept)), rtol=0.02)


def test_the_table_holds_every_rate_of_every_method_under_the_settings_of_the_code():
    found, shares = table.read("rate_sweep"), rate_sweep.read_loss_shares()
    assert found.settings == {**rate_sweep.SETTINGS, "times": list(rate_sweep.TIMES)}
    assert (shares.shared.shape, shares.own.shape) == ((2, 73, 20), (4, 41, 20))
    np.testing.assert_allclose(rate_sweep.rates("momentum")[rate_sweep.BEYOND :][:41], rate_sweep.RATES)


def test_a_loss_ten_times_as_large_is_a_rate_ten_times_as_large_for_descent_and_nothing_for_adam():
    loss, w = rate_sweep.small_digits_problem()
    run_of = lambda method, rate, unit: run(optimizers.ALL[method](rate), lambda w: unit * loss(w), w, 10)
    end = lambda method, rate, unit: float(run_of(method, rate, unit).loss[-1]) / unit
    assert end("gradient_descent", 0.01, 10.0) == pytest.approx(end("gradient_descent", 0.1, 1.0), rel=1e-4)
    assert end("adam", 0.01, 10.0) == pytest.approx(end("adam", 0.01, 1.0), rel=1e-3)
