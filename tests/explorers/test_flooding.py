"""The explorers of lesson 09: a flood drives to where it is flat, and what it does to digits is what the table says."""

import jax
import numpy as np
import pytest

from optcourse.experiments.flooding import levels, paths
from optcourse.explorers import flooding as explore
from optcourse.explorers import label_noise as digits

STEPS = explore.STEPS
STARTS = [np.array(start) for start in ([1.9, 0.8], [2.4, 0.6], [1.5, -0.9], [2.0, 0.3])]


@pytest.fixture(scope="module")
def level():
    return explore.level()


@pytest.fixture(scope="module")
def label_noise():
    return digits.label_noise()


def run(**values):
    values = {"start": STARTS[0], "level": 0.2, "learning_rate": 0.15, "step": STEPS, **values}
    return explore.level_run(**values)


# The level


@pytest.mark.parametrize("start", STARTS)
def test_it_drifts_to_the_flat_part_if_and_only_if_there_is_a_flood(level, start):
    for b in (0.1, 0.2, 0.4, 0.6):
        result = level.result(start=start, level=b)
        first, last = result["places"]
        assert result["kind"] == "drifts" and last < 0.75 * first, (b, result["status"])  # measured: at most 0.60
        assert result["level_slopes"][1] < result["level_slopes"][0]
    dry = [level.result(start=start, level=0.0, step=step) for step in (60, STEPS)]
    assert [each["kind"] for each in dry] == ["no flood", "no flood"]
    assert dry[0]["places"][1] == pytest.approx(dry[1]["places"][1], abs=1e-3)


@pytest.mark.parametrize("start", STARTS)
def test_the_drift_grows_with_the_square_of_the_rate_and_with_the_level(start):
    """On the level |w₁| shrinks by about ε² b a step; two windows far apart give that rate."""

    def decay(**values):
        early, late = (float(run(start=start, **values, step=step).places[1]) for step in (100, STEPS))
        return np.log(early / late)

    rates = [decay(learning_rate=rate) for rate in (0.05, 0.1)]
    assert rates[1] / rates[0] == pytest.approx(4, rel=0.15)  # measured: 3.85 to 3.99 from the four starts
    by_level = [decay(learning_rate=0.05, level=b) for b in (0.1, 0.2)]
    assert by_level[1] / by_level[0] == pytest.approx(2, rel=0.1)  # measured: 1.96 to 2.01


@pytest.mark.parametrize("start", STARTS)
@pytest.mark.parametrize(("rate", "bound"), [(0.05, 0.03), (0.1, 0.15)])  # measured: at most 0.014 and 0.087
def test_at_small_rates_the_ball_goes_where_its_mean_goes(start, rate, bound):
    path, mean_path = run(start=start, learning_rate=rate).points[6:8]
    assert abs(path[-1, 0] - mean_path[-1, 0]) < bound
    assert path[0, 0] - path[-1, 0] > 2 * bound  # and it goes somewhere


def test_the_path_is_that_of_the_flooded_loss_step_by_step():
    b, rate, (x, y) = 0.3, 0.1, STARTS[0]
    drawn = np.asarray(run(level=b, learning_rate=rate).points[6])
    for t in range(40):
        np.testing.assert_allclose(drawn[t], (x, y), rtol=1e-4, atol=1e-5)
        way = rate if (1 + x**2) * y**2 / 2 > b else -rate
        x, y = x - way * x * y**2, y - way * (1 + x**2) * y


def test_the_water_lies_between_the_ground_and_the_level_and_the_shores_on_it():
    pool = np.asarray(run(level=0.5).points[0])
    ground = np.asarray(jax.vmap(paths.line)(pool[:, 0]))
    assert np.all(pool[:, 1] >= ground - 1e-6) and np.all(pool[:, 1] <= np.maximum(ground, 0.5) + 1e-6)
    assert np.ptp(pool[pool[:, 1] > ground + 1e-4, 1]) == 0  # the surface is level
    for shore in run(level=0.5).points[4:6]:
        np.testing.assert_allclose([paths.ravine(w) for w in shore[::40]], 0.5, rtol=1e-5)


def test_the_slope_at_the_level_is_that_of_its_closed_form():
    seen = run()
    x = np.asarray(seen.places)
    square = 2 * 0.2 / (1 + x**2)  # w₂² there
    expected = np.sqrt(square * (1 + x**2) ** 2 + x**2 * square**2)
    np.testing.assert_allclose(seen.level_slopes, expected, rtol=1e-5)


def test_nothing_is_drawn_of_what_comes_after_the_step(level):
    figure = level.figure(step=40)
    _, plane, slopes = figure.axes
    for path in plane.lines:
        drawn = np.asarray(path.get_xydata(), float)
        if len(drawn) == STEPS + 1:
            assert np.isfinite(drawn[:41]).all() and np.isnan(drawn[41:]).all()
    ball = next(each for each in slopes.lines if each.get_marker() == "o")
    assert ball.get_xdata()[0] == 40


@pytest.mark.parametrize("start", STARTS)
def test_the_first_goal_asks_for_a_drift_and_not_for_a_lucky_jump(level, start):
    fast = {"start": start, "level": 0.6, "learning_rate": 0.25, "step": STEPS // 2}
    assert level.goals_reached(**fast)[0]
    assert not level.goals_reached(**{**fast, "level": 0.0})[0]
    assert not level.goals_reached(**{**fast, "step": STEPS})[0]
    assert not level.goals_reached(**{**fast, "learning_rate": 0.05})[0]
    near = {**fast, "start": np.array([1.0, 0.8])}
    jump = {**fast, "start": STARTS[0], "learning_rate": 0.5}
    for lucky in (near, jump):
        assert level.result(**lucky)["kind"] == "drifts" and level.result(**lucky)["places"][1] <= 0.1
        assert not level.goals_reached(**lucky)[0]


def test_the_second_goal_asks_for_a_rate_that_leaps_over_the_water(level):
    assert level.goals_reached(learning_rate=0.5) == [False, True]
    assert not level.goals_reached(learning_rate=0.4)[1]
    assert not level.goals_reached(learning_rate=0.5, step=100)[1]  # it is there already, but may not stay
    assert not level.goals_reached(learning_rate=0.5, level=0.0)[1]


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({}, "Bounces and drifts to the flat part: |w₁| from 1.67 to 0.50."),
        ({"level": 0.0}, "No flood: it goes down to the floor and stays there, at |w₁| = 1.70."),
        ({"step": 0}, "Still above b = 0.20"),
        ({"learning_rate": 0.03}, "Bounces, but has hardly drifted"),
        ({"start": np.array([0.1, 1.0])}, "Bounces where the ravine is flat already"),
        ({"start": np.array([1.5, 0.0])}, "On the floor there is no slope"),
        ({"start": np.array([2.5, -0.78]), "level": 0.0, "learning_rate": 0.5}, "It leaves the picture"),
    ],
)
def test_the_sentence_begins_with_the_verdict(level, values, sentence):
    assert level.result(**values)["status"].startswith(sentence)


def test_nothing_compiles_while_a_control_of_the_level_moves(level):
    level.result()
    before = level.compute._cache_size()
    for values in level.extremes():
        level.result(**values)
    assert level.compute._cache_size() == before


# Wrong labels


def test_the_table_holds_what_is_drawn_and_gray_has_no_flood(label_noise):
    figure = label_noise.figure(wrong="40 %", batches="batches of 20", level=0.8, step=600)
    curves = levels.read_curves()
    shown = 1 + levels.UPDATES.index(600)
    for ax, part, names in (
        (0, "test_loss", "test loss"),
        (0, "train_loss", "training loss"),
        (1, "accuracy", "test ac"),
    ):
        lines = [line for line in figure.axes[ax].lines if line.get_label().startswith(names)]
        for line, b in zip(lines, (0.8, 0.0), strict=True):
            assert ("no flood" in line.get_label()) == (b == 0)
            there = np.isfinite(line.get_ydata())
            assert line.get_xdata()[there].tolist() == levels.UPDATES[1:shown]
            expected = getattr(curves, part)[1, 2, levels.LEVELS.index(b), 1:shown]
            np.testing.assert_allclose(line.get_ydata()[there], expected, atol=6e-5)  # a tenth of a pixel: 1e-3


def all_at_once(label_noise, **values):
    return [label_noise.result(level=b, **values) for b in levels.LEVELS if b]


def test_a_flood_helps_where_labels_are_wrong_and_all_are_seen_at_once(label_noise):
    for wrong, verdict in (("20 %", "helps"), ("40 %", "helps")):
        assert all(verdict in each["status"] for each in all_at_once(label_noise, wrong=wrong))
    assert not any("helps" in each["status"] for each in all_at_once(label_noise, wrong="0 %"))


def test_in_batches_it_never_helps_the_accuracy(label_noise):
    for wrong in digits.SHARES:
        for result in all_at_once(label_noise, wrong=wrong, batches="batches of 20"):
            assert "helps" not in result["status"] and result["end"] < result["plain_end"]


def test_no_flood_ends_above_the_best_checkpoint(label_noise):
    for wrong in digits.SHARES:
        for batches in digits.BATCHES:
            for result in all_at_once(label_noise, wrong=wrong, batches=batches):
                assert result["end"] <= result["best"]


def test_until_the_flood_begins_there_is_no_difference(label_noise):
    assert label_noise.result(step=60)["status"].startswith("No difference yet, 85.6 % right")
    assert label_noise.result(level=0.0)["status"].startswith("No flood: 72.6 % right")
    assert label_noise.result(step=360)["differs"]


def test_each_goal_is_reached_only_where_the_table_says_so(label_noise):
    for wrong in digits.SHARES:
        for batches in digits.BATCHES:
            reached = [label_noise.goals_reached(wrong=wrong, batches=batches, level=b) for b in levels.LEVELS]
            near = [b for b, goals in zip(levels.LEVELS, reached) if goals[0]]
            assert near == ([0.8, 1.0] if (wrong, batches) == ("20 %", "all 200 at once") else [])
            quarrels = any(goals[1] for goals in reached)
            assert quarrels == (batches == "batches of 20" and wrong != "0 %")


def test_the_bars_of_the_seeds_come_at_the_end_alone(label_noise):
    bars = lambda **values: [line for line in label_noise.figure(**values).axes[1].lines if line.get_linewidth() == 3]
    assert all(np.isnan(bar.get_ydata()).all() for bar in bars(step=600))
    for bar, b in zip(bars(level=0.8), (0.8, 0.0), strict=True):
        seeds = levels.read_seeds("accuracy")[0.2, b]
        np.testing.assert_allclose(bar.get_ydata(), [seeds.min(), seeds.max()], rtol=1e-6)
