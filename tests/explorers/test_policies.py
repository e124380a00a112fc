"""The explorer of policies: each method has its range of step sizes, and only one does not mind rescaled logits."""

import numpy as np
import pytest

from optcourse.explorers import policies


@pytest.fixture(scope="module")
def world():
    return policies.gridworld()


def seen(world, method, step_size, **others):
    """The result at that position whose step size is nearest."""
    position = int(np.argmin(np.abs(np.log(policies.STEP_SIZES[method] / step_size))))
    return world.result(method=method, position=position, **others)


def test_each_method_has_step_sizes_from_too_small_to_too_large():
    for method, (first, last) in {
        "policy gradient": (1, 3000),
        "natural gradient": (0.001, 1),
        "PPO": (0.01, 1),
    }.items():
        sizes = policies.STEP_SIZES[method]
        assert len(sizes) == len(policies.POSITIONS) and np.all(np.diff(sizes) > 0)
        np.testing.assert_allclose(sizes[[0, -1]], [first, last])


def test_the_natural_gradient_gets_there_within_its_divergence_and_at_the_same_update_with_rescaled_logits(world):
    for seed in range(5):
        result = seen(world, "natural gradient", 0.004, seed=seed)
        assert result["first"] > 0 and result["first"] == result["other_first"]
        assert result["largest"] <= result["step_size"] * 1.001


def test_a_policy_gradient_with_too_long_steps_locks_in_and_never_reaches_the_goal(world):
    results = [seen(world, "policy gradient", 1000.0, seed=seed) for seed in range(5)]
    assert sum(result["locked"] and result["path_end"] == "nowhere" for result in results) >= 4  # measured 5
    assert all(result["largest"] > 5 for result in results)
    lost = next(result for result in results if result["path_end"] == "nowhere")
    assert "locked in: the policy never reaches the goal; with rescaled logits −0.20. Largest KL" in lost["status"]


def test_at_first_plain_gradient_is_locked_in_and_small_bounds_arrive_where_no_large_one_does(world):
    assert world.result()["locked"] and world.result()["method"] == "policy gradient"
    bounds = [world.result(method="natural gradient", position=i) for i in policies.POSITIONS]
    there = [result["first"] >= 0 for result in bounds]
    assert there == [False] * 3 + [True] * 7 + [False] * 11  # δ from 0.0028 to 0.022
    assert bounds[-1]["locked"]


def test_what_is_shown_and_the_end_are_told_apart(world):
    first, last = (world.result(update=update)["status"] for update in (0, 60))
    shown, end = first.split(" In the end: ")
    assert shown == "policy gradient, η = 54.8: before the first update it earns −0.78 of 0.68."
    assert last.split(" In the end: ")[1] == end


def test_every_step_size_is_written_as_it_is(world):
    said = [world.result(position=position)["status"].split(":")[0] for position in (15, 17, 18, 19, 20)]
    assert said == [f"policy gradient, η = {size}" for size in ("405", "903", "1,347", "2,010", "3,000")]


def test_a_run_that_earned_enough_and_lost_it_again_is_not_said_to_have_kept_it(world):
    runs = (world.result(method="PPO", position=position, seed=seed) for position in (0, 2, 4) for seed in range(16))
    lost = next(
        run for run in runs if 0 < run["first"] and run["end"] < 0.95 * policies._best_return()
    )  # 1 run in 30 is so
    assert f"with 0.95 of the best first at update {lost['first']}" in lost["status"]


def test_a_detour_is_counted_in_steps(world):
    assert "locked in: the policy takes 9 steps, where 7 would do" in seen(world, "policy gradient", 16.5)["status"]


def test_what_has_not_learned_yet_is_not_called_locked(world):
    result = seen(world, "policy gradient", 1)
    assert not result["locked"] and "In the end: 0.11, not there yet" in result["status"]


def test_the_likeliest_way_is_followed_to_its_end():
    policy = np.full((24, 4), 0.01)
    policy[18, 0], policy[12:17, 1], policy[17, 2] = 0.97, 0.8, 0.97
    assert policies._greedy_path(policy) == ("goal", 7, 0.8)
    policy[12, 1], policy[12, 2] = 0.0, 0.9  # back down, for ever
    assert policies._greedy_path(policy)[0] == "nowhere"
    policy[18, 1] = 0.98
    assert policies._greedy_path(policy)[:2] == ("cliff", 1)


def test_each_goal_is_reached_and_only_there(world):
    assert world.goals_reached() == [False, False, False]
    natural = {"method": "natural gradient"}
    assert world.goals_reached(**natural, position=8) == [True, False, False]
    assert world.goals_reached(position=7) == [False, True, False]
    assert world.goals_reached(**natural, position=17, seed=3) == [False, False, True]


@pytest.mark.parametrize("method", policies.STEP_SYMBOLS)
def test_no_goal_is_a_matter_of_pressing_home_or_end(world, method):
    for position in (policies.POSITIONS[0], 10, policies.POSITIONS[-1]):
        for seed in (0, 1, 9):
            assert not any(world.goals_reached(method=method, position=position, seed=seed)), (position, seed)


def test_arrows_and_marks_follow_the_update_shown_and_nothing_runs_again(world):
    world.result()
    before = policies._run.cache_info().misses
    first, last = (world.figure(update=update).axes[0].patches[1].get_xy()[:7].copy() for update in (0, 60))
    assert not np.allclose(first, last)
    dots = [ax.lines[-1].get_xdata() for ax in world.figure(update=37).axes[1:]]
    assert [list(dot) for dot in dots] == [[37], [37]]
    assert policies._run.cache_info().misses == before


def test_no_control_compiles_anything_while_it_moves(world):
    world.result()
    before = policies._train._cache_size()
    for values in world.extremes():
        assert world.result(**values)["status"].endswith(".")
    assert policies._train._cache_size() == before == 1
