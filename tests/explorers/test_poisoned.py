"""Lesson 10's networks of equal loss: what the table says is what is drawn, and each goal has its networks."""

import numpy as np
import pytest

from optcourse.experiments.implicit_bias import poisoned as measured
from optcourse.explorers import poisoned as explore
from optcourse.figures import style

OPTIONS = [str(extra) for extra in measured.EXTRA]


@pytest.fixture(scope="module")
def poisoned():
    return explore.poisoned()


def test_the_loss_stays_to_five_digits_while_the_accuracy_falls_with_every_choice():
    losses, accuracies, curvatures = (
        np.array([explore.read(column)[extra] for extra in measured.EXTRA]) for column in explore.PANELS
    )
    np.testing.assert_allclose(losses, 1e-3, rtol=5e-5)
    assert np.all(np.diff(accuracies, axis=0) < -0.04)  # measured: -0.05 to -0.19 a step
    assert np.all(accuracies[0] - accuracies[-1] > 0.3)  # measured: 0.32 to 0.38
    assert np.all(curvatures[-1] < curvatures[0] / 2.5)  # measured: 2.7 to 3.9 times flatter


def test_each_panel_draws_its_column_of_the_table(poisoned):
    figure = poisoned.figure(extra="400")
    for ax, column in zip(figure.axes, explore.PANELS):
        good, bad = (poisoned.computation.artists[f"{kind} {column}"] for kind in ("good", "bad"))
        values = explore.read(column)[400]
        assert good in ax.lines and np.isnan(good.get_ydata()).all()
        np.testing.assert_allclose(bad.get_ydata(), values, rtol=1e-6)
        ghosts = next(line for line in ax.lines if line.get_markeredgecolor() == style.GRAY)
        np.testing.assert_array_equal(ghosts.get_ydata(), explore.read(column)[0])
        assert 0 < max(values) < ax.get_ylim()[1]
    assert [ax.get_title() for ax in figure.axes] == [
        "training loss: 0.001000",
        "test accuracy: median 0.70",
        "largest curvature λ: median 0.17",
    ]


def test_the_sentence_begins_with_the_verdict_and_says_how_much_flatter(poisoned):
    says = lambda extra: poisoned.result(extra=extra)["status"]
    assert says("0") == "94 % of the test right: no random label was ever seen."
    assert says("800") == "The same loss, but 60 % right instead of 94 %, and 3.3 times flatter."


def test_each_goal_is_reached_by_its_networks_alone(poisoned):
    reached = [poisoned.goals_reached(extra=extra) for extra in OPTIONS]
    assert reached == [[False, False], [False, False], [False, True], [True, True]]


def test_each_dot_has_a_stem_from_zero(poisoned):
    poisoned.result(extra="800")
    stems = poisoned.computation.artists["bad sharpness stems"].get_xydata().reshape(-1, 3, 2)
    np.testing.assert_allclose(stems[:, 1, 1], explore.read("sharpness")[800], rtol=1e-6)
    np.testing.assert_array_equal(stems[:, :2, 0], np.stack([explore.SEEDS, explore.SEEDS], axis=1))
    assert np.all(stems[:, 0, 1] == 0) and np.isnan(stems[:, 2]).all()
