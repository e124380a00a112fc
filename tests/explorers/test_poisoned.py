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
        accuracies, curvatures = ([each[name] for each in mine] for name in ("test_accuracy", "sharpness"))
        assert np.all(np.diff(accuracies) < -0.04)  # measured: -0.05 to -0.19 a step
        assert accuracies[0] - accuracies[-1] > 0.3  # measured: 0.32 to 0.38
        assert curvatures[-1] < curvatures[0] / 2.5  # measured: 2.7 to 3.9 times flatter


def test_each_panel_draws_its_column_of_the_table(poisoned):
    figure = poisoned.figure(extra=400, seed=3)
    for ax, column in zip(figure.axes, explore.PANELS):
        dots = [line for line in ax.lines if line.get_marker() == "D"]
        values = explore.read(column)[400]
        assert [dot.get_ydata()[0] for dot in dots] == values.tolist()
        ring = next(line for line in ax.lines if line.get_markersize() == explore.RING["markersize"])
        assert (ring.get_xdata()[0], ring.get_ydata()[0]) == (3, values[3])
        ghosts = next(line for line in ax.lines if line.get_markeredgecolor() == style.GRAY)
        np.testing.assert_array_equal(ghosts.get_ydata(), explore.read(column)[0])
        assert 0 < max(values) < ax.get_ylim()[1]
    assert [ax.get_title() for ax in figure.axes] == [
        "training loss: 0.001000",
        "test accuracy: median 0.70",
        "largest curvature λ: median 0.17",
    ]


def test_the_sentence_begins_with_the_loss_and_says_how_much_flatter(results):
    assert results[0, 2][0]["status"] == "Loss 0.001000, and 92 % of the test right: it never saw a random label."
    for (extra, seed), (result, _) in results.items():
        if extra:
            assert result["status"].startswith("The same loss, 0.001000, but ")
            ratio = explore.read("sharpness")[0][seed] / explore.read("sharpness")[extra][seed]
            assert ratio > 1.5 and f"; {ratio:.1f} times flatter" in result["status"]  # measured: 1.65 to 3.9


def test_goals_are_reached_by_these_networks_alone(results):
    bad = {key for key, (_, reached) in results.items() if reached[0]}
    flat = {key for key, (_, reached) in results.items() if reached[1]}
    assert bad == {(800, 1), (800, 2)}
    assert flat == {(800, 1), (800, 2), (800, 3), (800, 4)}


def test_its_twenty_networks_are_tabulated(poisoned):
    positions = [tuple(frame["positions"].values()) for frame in poisoned.baked["frames"]]
    assert sorted(positions) == [(i, seed) for i in range(4) for seed in explore.SEEDS]
