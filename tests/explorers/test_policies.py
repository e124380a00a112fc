"""The explorer of policies: each method has its range of step sizes, and a bound holds the needle."""

import numpy as np
import pytest

from optcourse import mdps
from optcourse.experiments.natural_gradient import walks
from optcourse.explorers import policies


@pytest.fixture(scope="module")
def world():
    return policies.gridworld()


def place(method, step_size):
    """Where that step size lies on the method's axis."""
    low, high = np.log(policies.STEP_SIZES[method])
    return np.array([(np.log(step_size) - low) / (high - low), 0.0])


def seen(world, method, step_size, **others):
    return world.result(method=method, at=place(method, step_size), **others)


def test_the_axis_is_logarithmic_from_too_small_to_too_large_and_nothing_lies_beyond():
    for method, (low, high) in policies.STEP_SIZES.items():
        sizes = [policies.chosen_step_size(method, at) for at in (-0.5, 0, 0.5, 1, 2)]
        np.testing.assert_allclose(sizes, [low, low, np.sqrt(low * high), high, high])


def test_the_ticks_stand_at_their_step_sizes(world):
    for method in policies.STEP_SIZES:
        strip = world.figure(method=method).axes[-1]
        for tick, label in zip(strip.get_xticks(), strip.get_xticklabels()):
            size = float(label.get_text().replace(",", ""))
            assert policies.chosen_step_size(method, tick) == pytest.approx(size)
        assert policies.STEP_SYMBOLS[method] in strip.get_xlabel()


def test_the_natural_gradient_gets_there_within_its_bound(world):
    for seed in range(5):
        result = seen(world, "natural gradient", 0.004, seed=seed)
        assert result["first"] > 0 and result["path_end"] == "goal" and result["steps"] == 7
        assert result["largest"] <= result["step_size"] * 1.001


def test_a_policy_gradient_with_too_long_steps_is_caught_and_never_reaches_the_goal(world):
    results = [seen(world, "policy gradient", 1000.0, seed=seed) for seed in range(5)]
    assert sum(result["locked"] and result["path_end"] == "nowhere" for result in results) >= 4  # measured 5
    assert all(result["largest"] > 5 for result in results)
    lost = next(result for result in results if result["path_end"] == "nowhere")
    assert lost["status"].startswith("Caught: it never reaches the goal; largest KL so far ")


def test_at_first_plain_gradient_is_caught_and_small_bounds_arrive_where_no_large_one_does(world):
    assert world.result()["locked"] and world.result()["method"] == "policy gradient"
    bounds = [
        seen(world, "natural gradient", size) for size in (0.0001, 0.001, 0.003, 0.005, 0.01, 0.02, 0.1, 0.3, 1.0)
    ]
    assert [result["first"] >= 0 for result in bounds] == [*2 * [False], *4 * [True], *3 * [False]]
    assert bounds[-1]["locked"]


def test_the_status_is_a_short_line_on_the_policy_shown(world):
    said = [world.result(update=update)["status"] for update in range(0, 61, 5)]
    assert said[0] == "Before the first update the walker goes in any direction."
    assert said[-1] == "Caught: it never reaches the goal; largest KL so far 1.9 nats."
    assert max(map(len, said)) <= 90
    small = seen(world, "policy gradient", 1)
    assert not small["locked"] and small["status"].startswith("Not settled yet: ")
    assert "Settled: a way of 9 steps, where 7 would do" in seen(world, "policy gradient", 16.5)["status"]


def test_the_likeliest_way_is_followed_to_its_end():
    policy = np.full((24, 4), 0.01)
    policy[18, 0], policy[12:17, 1], policy[17, 2] = 0.97, 0.8, 0.97
    assert walks.likeliest_path(policy) == ("goal", 7, 0.8)
    policy[12, 1], policy[12, 2] = 0.0, 0.9  # back down, for ever
    assert walks.likeliest_path(policy)[0] == "nowhere"
    policy[18, 1] = 0.98
    assert walks.likeliest_path(policy)[:2] == ("cliff", 1)


def test_each_goal_is_reached_and_only_there(world):
    assert world.goals_reached() == [False, False, False]
    at = lambda method, size: {"method": method, "at": place(method, size)}
    assert world.goals_reached(**at("natural gradient", 0.018)) == [True, False, False]
    assert world.goals_reached(**at("policy gradient", 16.5)) == [False, True, False]
    assert world.goals_reached(**at("natural gradient", 0.3), seed=3) == [False, False, True]


@pytest.mark.parametrize("method", policies.STEP_SYMBOLS)
def test_no_goal_is_a_matter_of_pressing_home_or_end(world, method):
    for end in (0.0, 0.5, 1.0):
        for seed in (0, 1, 9):
            reached = world.goals_reached(method=method, at=np.array([end, 0.0]), seed=seed)
            assert not any(reached), (end, seed)


def by_name(world, **values):
    """{name: artist} of what moves, after moving it."""
    world.result(**values)
    names = [name for name in ARTISTS if name != "arrows"]
    return dict(zip(names, world._picture.moving))


ARTISTS = (
    *("trail", "walker", "visits", "arrows", "bound", "bound words", "earlier", "needle"),
    *("returns", "now", "step size", "step words"),
)


def test_the_walker_goes_from_cell_to_cell_and_is_caught_or_gets_there(world):
    for values, caught in (({}, True), ({"method": "natural gradient", "at": place("natural gradient", 0.003)}, False)):
        artists = by_name(world, **values)
        trail = artists["trail"].get_xydata()
        cells = np.round(trail).astype(int)
        assert np.all(np.abs(trail - cells) <= policies.JITTER)
        assert cells[0].tolist() == [0, 3] and np.max(np.sum(np.abs(np.diff(cells, axis=0)), axis=1)) == 1
        assert artists["walker"].get_xydata()[0].tolist() == trail[-1].tolist()
        visits = artists["visits"].get_array().filled(np.nan)
        assert np.nansum(visits) == pytest.approx(1, abs=1e-5)
        assert np.isnan(visits[3, 1:]).all()
        if caught:
            assert len(cells) == walks.TRAIL_STEPS + 1 and len({*map(tuple, cells)}) == 2
            assert visits[2, 0] + visits[3, 0] > 0.95
        else:
            assert cells[-1].tolist() == [5, 3] and visits[2, 2] > 0.08
            assert len(cells) <= 10


def test_the_needle_stands_at_the_last_divergence_and_the_bound_is_the_one_chosen(world):
    chosen = {"method": "natural gradient", "at": place("natural gradient", 0.1)}
    artists = by_name(world, update=4, **chosen)
    run = policies._run("natural gradient", world.result(update=4, **chosen)["step_size"], 1)
    assert artists["needle"].get_ydata()[0] == pytest.approx(run.kl[3])
    assert artists["bound"].get_ydata() == pytest.approx([0.1, 0.1])
    drawn = artists["earlier"].get_ydata()
    np.testing.assert_allclose(np.unique(drawn[np.isfinite(drawn)]), np.sort(run.kl[:4]), rtol=1e-6)
    assert np.isnan(by_name(world, update=0)["needle"].get_ydata()).all()
    assert by_name(world)["bound words"].get_text() == "δ = 0.003"  # of the table, where all 50 runs arrive


def test_the_seed_changes_the_run_and_the_update_only_what_is_shown(world):
    world.result()
    before = policies._run.cache_info().misses
    trails = [by_name(world, update=update)["trail"].get_xydata().tolist() for update in (0, 60)]
    assert trails[0] != trails[1] and policies._run.cache_info().misses == before
    assert [by_name(world, update=37)["now"].get_xdata()[0]] == [37]
    returns = [by_name(world, seed=seed)["returns"].get_ydata()[-1] for seed in (0, 1)]
    assert returns[0] != returns[1]
    assert returns[0] < mdps.optimal_values(mdps.cliff())[mdps.START] + 1e-6


def test_no_control_compiles_anything_while_it_moves(world):
    world.result()
    before = walks._train._cache_size()
    for values in world.extremes():
        assert world.result(**values)["status"].endswith(".")
    assert walks._train._cache_size() == before == 1
