"""Lesson 10's networks of equal loss: what the table says is what is drawn, and each goal has its network."""

import numpy as np
import pytest

from optcourse.experiments.implicit_bias import poisoned as measured
from optcourse.explorers import poisoned as explore
from optcourse.figures import style


@pytest.fixture(scope="module")
def poisoned():
    return explore.poisoned()


@pytest.fixture(scope="module")
def results(poisoned):
    """{(extra, seed): the numbers and which goals they reach}, of all networks."""
    found = {}
    for extra in measured.EXTRA:
        for seed in explore.SEEDS:
            result = poisoned.result(extra=extra, seed=seed)
            found[extra, seed] = result, poisoned._reached(result)
    return found


def test_the_loss_stays_to_five_digits_while_the_accuracy_falls_with_every_step_of_the_slider(results):
    for seed in explore.SEEDS:
        mine = [results[extra, seed][0] for extra in measured.EXTRA]
        assert {f"{result['loss']:.7f}" for result in mine} == {"0.0010000"}
        accuracies = [result["test_accuracy"] for result in mine]
        assert np.all(np.diff(accuracies) < -0.08)  # measured: at least 0.11 a step
        assert accuracies[0] - accuracies[-1] > 0.55  # measured: 0.607 to 0.655


def test_each_panel_draws_its_column_of_the_table(poisoned):
    figure = poisoned.figure(extra=400, seed=3)
    for ax, column in zip(figure.axes, explore.PANELS):
        dots = [line for line in ax.lines if line.get_marker() == "D"]
        values = measured.read_poisoned(column)[400]
        assert [dot.get_ydata()[0] for dot in dots] == values.tolist()
        ring = next(line for line in ax.lines if line.get_markersize() == explore.RING["markersize"])
        assert (ring.get_xdata()[0], ring.get_ydata()[0]) == (3, values[3])
        ghosts = next(line for line in ax.lines if line.get_markeredgecolor() == style.GRAY)
        np.testing.assert_array_equal(ghosts.get_ydata(), measured.read_poisoned(column)[0])
        assert 0 < max(values) < ax.get_ylim()[1]
    assert [ax.get_title() for ax in figure.axes] == [
        "training loss: 0.001000",
        "test accuracy: 0.46",
        "λ_max of the Hessian: 0.29",
    ]


def test_the_sentence_begins_with_the_loss_and_calls_it_flatter_only_where_it_is(results):
    assert results[0, 2][0]["status"] == "Loss 0.001000, and 91 % of the test right: trained on 200 right labels alone."
    for (extra, seed), (result, _) in results.items():
        if extra:
            assert result["status"].startswith("The same loss, 0.001000, but ")
            is_flatter = measured.read_poisoned("sharpness")[extra][seed] < measured.read_poisoned("sharpness")[0][seed]
            assert ("flatter" in result["status"]) == is_flatter


def test_goals_are_reached_by_these_networks_alone(results):
    bad = {key for key, (_, reached) in results.items() if reached[0]}
    flatter = {key for key, (_, reached) in results.items() if reached[1]}
    assert bad == {(800, seed) for seed in explore.SEEDS}
    assert flatter == {(800, 3), (800, 4)}


def test_its_twenty_networks_are_tabulated(poisoned):
    positions = [tuple(frame["positions"].values()) for frame in poisoned.baked["frames"]]
    assert sorted(positions) == [(i, seed) for i in range(4) for seed in explore.SEEDS]
