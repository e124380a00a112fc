"""Lesson 07's line: where it says lowest, nearby or saddle, a sum computed point by point says the same."""

import numpy as np
import pytest

from optcourse.experiments.linear_combinations import fronts as measured
from optcourse.explorers import supporting_line as explore

EVERYWHERE = np.linspace(0, 1, 2001)


@pytest.fixture(scope="module")
def explorer():
    return explore.supporting_line()


def kind_of(front, place):
    """By the sums of 2,001 pairs, at the weight between the slopes to both neighbors of the place."""
    problem = measured.PROBLEMS[front]
    pairs = np.asarray([problem.losses_at(s) for s in (place - 1e-3, place, place + 1e-3)], float)
    falls, rises = pairs[0] - pairs[2]
    k, m = measured.FRONT_PARAMETERS[front] or (0.0, 0.0)
    p = EVERYWHERE * (1 - EVERYWHERE)
    first, second = EVERYWHERE**2 + p * (k - m * p), (1 - EVERYWHERE) ** 2 + p * (k - m * p)
    sums = first - falls / rises * second
    here = round(place * 2000)
    if sums[here] > sums[here - 20] and sums[here] > sums[here + 20]:
        return "saddle"
    return "on the hull" if sums[here] <= sums.min() + 1e-4 else "held"


@pytest.mark.parametrize("front", explore.FRONTS)
def test_what_it_says_of_a_place_is_what_the_sums_say(explorer, front):
    places = explore.PLACES[3:-3:6]
    assert [explorer.result(front=front, place=s)["kind"] for s in places] == [kind_of(front, s) for s in places]


def test_the_mixed_front_has_all_three_and_local_and_global_differ(explorer):
    kinds = {round(s, 2): explorer.result(front="mixed", place=s)["kind"] for s in explore.PLACES}
    where = {kind: [s for s, found in kinds.items() if found == kind and s < 0.5] for kind in kinds.values()}
    assert (where["saddle"][0], where["saddle"][-1]) == (0.02, 0.25)
    assert (where["held"][0], where["held"][-1]) == (0.26, 0.4)  # (7.7): from 1/4 on; the hull: from 0.403 on
    assert where["on the hull"][0] == 0.41


def test_the_line_goes_through_the_place_and_touches_the_front(explorer):
    result = explorer.result(front="convex", place=0.4)
    assert result["alpha"] == pytest.approx(0.4 / 0.6, rel=1e-4)
    points, weights = explore.line_frame(np.int32(0), np.float32(0.4)).points, np.array((1, result["alpha"]))
    height = np.array((0.16, 0.36)) @ weights
    np.testing.assert_allclose(np.asarray(points["line"]) @ weights, height, rtol=1e-4)
    assert np.nanmin(np.asarray(points["on the hull front"]) @ weights) == pytest.approx(height, rel=1e-4)


def test_its_goals_are_reached_where_they_say_and_not_at_the_start(explorer):
    assert explorer.goals_reached() == [False, False, False]
    assert explorer.goals_reached(front="mixed", place=0.3) == [True, False, False]
    assert explorer.goals_reached(front="mixed", place=0.41) == [False, True, False]
    assert explorer.goals_reached(front="concave chunk", place=0.5) == [False, False, True]
