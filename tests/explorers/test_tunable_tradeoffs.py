"""The explorers of lesson 08: the damping decides, as its closed form says, and only MDMM hits on a concave front."""

import numpy as np
import pytest

from optcourse import tradeoffs
from optcourse.experiments.linear_combinations.fronts import PROBLEMS
from optcourse.experiments.tunable_tradeoffs import multipliers
from optcourse.explorers import tradeoff_runs, tunable_tradeoffs


@pytest.fixture(scope="module")
def multiplier():
    return tunable_tradeoffs.multiplier()


@pytest.fixture(scope="module")
def race():
    return tunable_tradeoffs.race()


@pytest.mark.parametrize("bend", [1.2, 1.5, 1.8])
@pytest.mark.parametrize("rate", [0.2, 0.4])
def test_a_start_near_the_point_settles_exactly_between_the_edges(multiplier, bend, rate):
    rate = nearest(multiplier, "multiplier_rate", rate)
    seen = multiplier.result(bend=bend, multiplier_rate=rate)
    least, most = seen["least"], seen["most"]
    for damping, stays in ((0.8 * least, False), (2 * least, True), (0.8 * most, True), (1.3 * most, False)):
        run = tradeoff_runs.multiplier_run(bend, damping, rate, np.zeros(2))
        start = run.equilibrium + np.array([0.02, 0.0])
        values = {"bend": bend, "damping": damping, "multiplier_rate": rate, "start": np.asarray(start)}
        result = multiplier.result(**values)
        slow = result["time"] > tunable_tradeoffs.SLOW
        assert (result["kind"] in ("settles", "slow" if slow else "settles")) == stays, (damping, result["status"])


def nearest(explorer, name, value):
    grid = np.asarray(explorer._controls[name].grid)
    return float(grid[np.argmin(np.abs(grid - value))])


@pytest.mark.parametrize("damping, rate", [(30.0, 0.4), (20.0, 0.4), (20.0, 0.2), (10.0, 0.2)])
def test_beside_the_point_the_distance_falls_to_1_over_e_in_the_settling_time(multiplier, damping, rate):
    at_rest = tradeoff_runs.multiplier_run(1.5, damping, rate, np.zeros(2)).equilibrium
    problem = tradeoffs.curved_front(1.5)
    start = np.array([at_rest[0], 0.0, at_rest[1] + 0.05])
    path = multipliers.mdmm_path(problem, 0.5, damping, start, (multipliers.RATES[0], rate), 1000)
    off = np.abs(np.asarray(path.multiplier) - at_rest[1])
    measured = np.argmax(off < off[20] / np.e) - 20
    told = multiplier.result(damping=damping, multiplier_rate=rate)["time"]
    assert told == pytest.approx(measured, rel=0.08)


def words(explorer, **values):
    """The texts of the last panel that show."""
    texts = explorer.figure(**values).axes[2].texts
    return [text.get_text() for text in texts if text.get_visible()]


def test_the_edges_and_the_settling_time_stand_at_the_data(multiplier):
    edges = "settles for c from 1.83 to 36"
    assert words(multiplier) == [edges, "settling time: none"]
    assert words(multiplier, damping=4.0) == [edges, "it swings: the friction is weak"]
    assert words(multiplier, damping=20.0) == [edges, "settling time (c − c*) / η_λ: 46 steps"]
    assert words(multiplier, damping=60.0) == [edges, "settling time: none"]


def test_a_slow_multiplier_is_called_slow(multiplier):
    result = multiplier.result(damping=20.0, multiplier_rate=0.05)
    assert result["kind"] == "slow" and result["status"].startswith("Too slow for 500 steps: the settling time is 37")


def test_a_damping_is_called_by_where_it_lies_in_its_range(multiplier):
    least, most = (multiplier.result()[edge] for edge in ("least", "most"))
    assert 0 < least < most
    assert multiplier.result(damping=0.9 * least)["kind"] == "too little"
    assert multiplier.result(damping=1.1 * least)["kind"] in ("inside", "settles")
    assert multiplier.result(damping=0.9 * most)["kind"] in ("inside", "settles")
    too_much = multiplier.result(damping=1.1 * most)
    assert too_much["kind"] == "too much" and f"a damping above {most:.3g} is too much." in too_much["status"]


def test_where_it_settles_the_multiplier_is_the_slope_of_the_front(multiplier):
    result = multiplier.result(damping=10.0)
    assert result["kind"] == "settles" and result["multiplier"] == pytest.approx(result["slope"], abs=1e-3)
    assert "It settles: λ = 0.789; the front falls there with slope 0.789." in result["status"]


def test_on_a_convex_front_it_settles_without_damping(multiplier):
    assert multiplier.result(bend=0.4)["kind"] == "settles" != multiplier.result(bend=1.5)["kind"]


def test_each_goal_of_the_spiral_is_reached_and_only_there(multiplier):
    assert multiplier.goals_reached(damping=10.0) == [True, False, False]
    assert multiplier.goals_reached(damping=1.7) == [False, True, False]
    assert multiplier.goals_reached(damping=20.0, multiplier_rate=0.05) == [False, False, True]
    assert multiplier.goals_reached(damping=60.0) == [False, False, False]
    assert multiplier.goals_reached(bend=0.4) == [False, False, False]


def test_a_run_that_breaks_is_said_to(multiplier):
    result = multiplier.result(damping=60.0)
    assert result["kind"] == "too much" and "or breaks" in result["status"]


def hits(result) -> list[str]:
    return [name for name, is_hit in zip(tunable_tradeoffs.draw.METHODS, result["hits"]) if is_hit]


def test_on_a_concave_front_only_mdmm_hits_whoever_the_rival_is(race):
    for rival in tunable_tradeoffs.RIVALS:
        result = race.result(rival=rival)
        assert hits(result) == ["MDMM"] and result["kind"] == "MDMM" and result["front"] == "concave"
    assert race.result()["status"] == "MDMM hits, the weighted sum does not. Hits in all: 1 of 6."


def test_the_sentence_says_who_of_the_two_hits(race):
    fronts, rivals = tunable_tradeoffs.KINDS, tunable_tradeoffs.RIVALS
    settings = [(front, epsilon, rival) for front in fronts for epsilon in (0.1, 0.925) for rival in rivals]
    expected = {(True, False): "MDMM", (True, True): "both", (False, True): "rival", (False, False): "none"}
    for front, epsilon, rival in settings:
        result = race.result(front=front, epsilon=epsilon, rival=rival)
        assert result["kind"] == expected["MDMM" in hits(result), rival in hits(result)]
        assert f"Hits in all: {len(hits(result))} of 6." in result["status"] and len(result["status"]) <= 90


def test_the_chips_mark_hits_and_misses_of_all_six(race):
    chips = race.figure(front="convex", epsilon=0.3).axes[0]
    green, crosses = (next(line for line in chips.lines if line.get_marker() == marker) for marker in "oX")
    rows = [tuple(row) for row in green.get_xydata() if np.isfinite(row[0])]
    marked = [
        name for name, place in tunable_tradeoffs.CHIPS.items() if np.any(np.all(np.isclose(rows, place), axis=1))
    ]
    result = race.result(front="convex", epsilon=0.3)
    assert marked == hits(result) and 1 < len(marked) < 6
    assert np.sum(np.isfinite(crosses.get_xdata())) == 6 - len(marked)


def test_each_goal_of_the_race_is_reached(race):
    assert race.goals_reached(front="concave chunk", epsilon=0.925)[0]
    assert race.goals_reached(front="mixed", epsilon=0.275, start=np.array([0.05, -0.4]))[1]
    assert race.goals_reached(front="concave", epsilon=0.05)[2]
    assert not any(race.goals_reached())


def raced(front="concave", epsilon=0.5, start=(0.35, 0.4)):
    return tradeoff_runs.race_run(tradeoff_runs.KINDS.index(front), epsilon, np.array(start))


def test_the_distance_is_the_largest_of_the_last_steps():
    ran = raced()
    now = np.max(np.abs(np.asarray(ran.losses) - np.asarray(ran.target)), axis=-1)
    for t in (5, 29, 30, 100, 500):
        first = max(0, t - tradeoff_runs.WINDOW + 1)
        np.testing.assert_allclose(ran.max_distance[:, t], now[:, first : t + 1].max(axis=1), rtol=1e-6)


@pytest.mark.parametrize("count", [1, 2, 5, 30, 32])
def test_the_largest_of_the_last_few_values_is_that_of_numpy(count):
    values = np.random.default_rng(0).normal(size=(2, 50))
    found = np.asarray(multipliers.largest_of_last(values, count))
    expected = [[max(row[max(0, t - count + 1) : t + 1]) for t in range(50)] for row in values]
    np.testing.assert_allclose(found, expected, rtol=1e-6)


def test_each_line_of_the_race_is_that_of_the_method_that_it_is_called(race):
    ran, methods = raced(), list(tunable_tradeoffs.draw.METHODS)
    for rival in tunable_tradeoffs.RIVALS:
        _, near, losses, plane = race.figure(rival=rival).axes
        for i, name in enumerate(methods):
            of_name = [next(line for line in ax.lines if line.get_label() == name) for ax in (losses, near, plane)]
            if name not in (rival, "MDMM"):
                assert all(np.all(np.isnan(line.get_xdata())) for line in of_name)
                continue
            np.testing.assert_allclose(of_name[0].get_xydata(), ran.losses[i], atol=1e-5)
            drawn = np.maximum(ran.max_distance[i], tunable_tradeoffs.NEAREST)
            np.testing.assert_allclose(of_name[1].get_ydata(), drawn, atol=1e-5)
            np.testing.assert_allclose(of_name[2].get_xydata(), ran.theta[i], atol=1e-5)


def test_the_fronts_and_the_runs_of_the_race_are_those_of_lesson_07(race):
    for front in tunable_tradeoffs.KINDS:
        of_front = next(line for line in race.figure(front=front).axes[2].lines if len(line.get_xdata()) == 101)
        np.testing.assert_allclose(of_front.get_xydata(), PROBLEMS[front].front(101), atol=1e-6)
        theta, _ = multipliers.race(PROBLEMS[front], 0.3, np.array([0.35, 0.4]), 20)["weighted sum, exact weight"]
        np.testing.assert_allclose(raced(front, 0.3).theta[0, :21], theta, atol=1e-5)


@pytest.mark.parametrize("damping", [0.0, 1.0])
def test_a_spiral_is_never_drawn_below_the_front(multiplier, damping):
    multiplier.result(damping=damping)
    way = np.asarray(multiplier.computation.artists["losses"].get_xydata(), float)
    front = np.asarray(PROBLEMS["concave"].front(2001))
    middles = (way[1:] + way[:-1]) / 2  # of each piece that is drawn
    middles = middles[middles[:, 0] < 1]
    assert np.all(middles[:, 1] > np.interp(middles[:, 0], *front.T) - 0.01)  # measured -.006; -.13 for chords


def test_no_control_compiles_anything_while_it_moves(multiplier, race):
    compiled = lambda: (multiplier.compute._cache_size(), race.compute._cache_size())
    multiplier.result(), race.result()
    before = compiled()
    for explorer in (multiplier, race):
        for values in explorer.extremes():
            explorer.result(**values)
    assert compiled() == before


def test_another_front_adds_no_line(race):
    lines = [len(race.figure(front=front).axes[2].lines) for front in tunable_tradeoffs.KINDS]
    assert len(set(lines)) == 1


def test_a_start_whose_losses_lie_beyond_the_picture_leaves_no_mark_outside_of_it(race):
    losses = race.figure(start=np.array([0.0, -0.6])).axes[2]
    mark = next(line for line in losses.lines if line.get_marker() == "o")
    assert mark.get_ydata()[0] > losses.get_ylim()[1] and mark.get_clip_on()
