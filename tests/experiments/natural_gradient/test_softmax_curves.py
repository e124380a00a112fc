"""The curves behind the explorer of softmax regression: complete, and the same when measured anew."""

import numpy as np
import pytest

from optcourse.experiments import table
from optcourse.experiments.natural_gradient import softmax, softmax_curves


def test_every_setting_of_the_explorer_has_its_row():
    assert len(table.read("descent_curves").columns["rate"]) == 4 * len(softmax_curves.RATES)
    assert len(table.read("natural_curves").columns["rate"]) == 4 * len(softmax_curves.NATURAL_RATES) * len(
        softmax_curves.DAMPINGS
    )
    for units in softmax_curves.UNITS:
        steps, left = softmax_curves.read_descent(170, units, 1.0)
        assert len(left) == len(softmax_curves.EVAL_STEPS) and steps > 100
        steps, left = softmax_curves.read_natural(170, units, 1.0, 0.001)
        assert len(left) == softmax_curves.STEPS and steps < 10


def test_curves_measured_anew_are_those_of_the_tables():
    anew = softmax_curves.descent_curve(170, "pixels", softmax_curves.RATES[30])
    assert anew["steps"] == softmax_curves.read_descent(170, "pixels", softmax_curves.RATES[30])[0]
    losses = [anew[f"at_{t}"] - anew["least"] for t in softmax_curves.EVAL_STEPS]
    np.testing.assert_allclose(
        softmax_curves.read_descent(170, "pixels", softmax_curves.RATES[30])[1], losses, atol=1e-5
    )
    anew = softmax_curves.natural_curve(170, "pixels", 1.0, 0.01)
    steps, left = softmax_curves.read_natural(170, "pixels", 1.0, 0.01)
    assert anew["steps"] == steps and anew["at_2"] == pytest.approx(left[1] + least(), abs=1e-5)


def least():
    return table.read("descent_curves").columns["least"][0]


def test_the_steps_of_a_row_are_where_its_curve_crosses():
    for units in softmax_curves.UNITS:
        steps, left = softmax_curves.read_natural(650, units, 1.0, 0.001)
        assert left[int(steps) - 1] <= softmax.TOLERANCE < left[int(steps) - 2]


def test_a_rate_that_comes_near_by_chance_and_leaves_does_not_arrive():
    rows = table.read("descent_curves").where(parameters=650, units="pixels", rate=softmax_curves.RATES[30])
    assert rows.columns["steps"] < np.inf  # 386
    assert softmax_curves.read_descent(650, "pixels", softmax_curves.RATES[30])[0] == np.inf
    assert softmax_curves.best_descent_steps(650, "pixels") < 386
