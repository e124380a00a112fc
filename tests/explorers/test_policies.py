"""The explorer of policies: each method has its range of step sizes, and only one does not mind rescaled logits."""

import numpy as np
import pytest

from optcourse.explorers import policies


@pytest.fixture(scope="module")
def world():
    return policies.gridworld()


def seen(world, method, step_size, **others):
    return world.result(method=method, step_size=step_size, **others)


def test_the_natural_gradient_gets_there_within_its_divergence_and_at_the_same_update_with_rescaled_logits(world):
    for seed in range(5):
        result = seen(world, "natural gradient", 0.00316, seed=seed)
        assert result["first"] > 0 and result["first"] == result["other_first"]
        assert result["largest"] <= 0.00316 * 1.001


def test_a_policy_gradient_with_too_long_steps_locks_in_and_never_reaches_the_goal(world):
    results = [seen(world, "policy gradient", 1000.0, seed=seed) for seed in range(5)]
    assert sum(result["locked"] and result["way"] == "nowhere" for result in results) >= 4  # measured 5
    assert all(result["largest"] > 5 for result in results)
    lost = next(result for result in results if result["way"] == "nowhere")
    assert "Locked in: the policy never reaches the goal; largest KL of an update" in lost["status"]


def test_a_detour_is_counted_in_steps(world):
    statuses = [seen(world, "policy gradient", 100.0, seed=seed)["status"] for seed in range(5)]
    assert any("Locked in on a way of 9 steps, where 7 would do" in status for status in statuses)


def test_what_has_not_learned_yet_is_not_called_locked(world):
    result = seen(world, "policy gradient", 0.001)
    assert not result["locked"] and "In the end it is not there yet" in result["status"]


def test_the_likeliest_way_is_followed_to_its_end():
    policy = np.full((24, 4), 0.01)
    policy[18, 0], policy[12:17, 1], policy[17, 2] = 0.97, 0.8, 0.97
    assert policies._way(policy) == ("goal", 7, 0.8)
    policy[12, 1], policy[12, 2] = 0.0, 0.9  # back down, for ever
    assert policies._way(policy)[0] == "nowhere"
    policy[18, 1] = 0.98
    assert policies._way(policy)[:2] == ("cliff", 1)


def test_each_goal_is_reached_and_only_there(world):
    assert world.goals_reached() == [False, False, False]
    assert world.goals_reached(method="natural gradient", step_size=0.00316) == [True, False, False]
    assert [True for seed in range(5) if world.goals_reached(step_size=1000.0, seed=seed) == [False, True, False]]
    lost = [world.goals_reached(method="natural gradient", step_size=1000.0, seed=seed) for seed in range(5)]
    assert [False, False, True] in lost


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
    before = policies._walk._cache_size()
    for values in world.extremes():
        assert world.result(**values)["status"].endswith(".")
    assert policies._walk._cache_size() == before == 1
