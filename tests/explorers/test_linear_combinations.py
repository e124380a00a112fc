"""The explorers of lesson 07: every control at both ends, and what each explorer shows."""

import numpy as np
import pytest

from optcourse import tradeoffs
from optcourse.explorers import basins as basin_explorer
from optcourse.explorers import linear_combinations, weight_sweep


@pytest.fixture(scope="module")
def weighted_sum():
    return linear_combinations.weighted_sum()


@pytest.fixture(scope="module")
def basins():
    return basin_explorer.basins()


@pytest.fixture(scope="module")
def sweep():
    return weight_sweep.sweep()


def reaches(explorer, goal, **values):
    return explorer.goals_reached(**values)[goal]


def at(x, y):
    return np.array([x, y])


def test_the_star_follows_the_weight_on_a_convex_front_and_jumps_on_a_concave_one(weighted_sum):
    ends = {k: [weighted_sum.result(k=k, alpha=alpha)["end"] for alpha in (0.5, 1.0, 2.0)] for k in (0.5, 1.5)}
    expected = [float(tradeoffs.basin_boundary(0.5, alpha)) for alpha in (0.5, 1.0, 2.0)]
    np.testing.assert_allclose(ends[0.5], expected, atol=0.01)
    np.testing.assert_allclose(ends[1.5], [0, 0, 1], atol=0.02)
    assert (
        "Concave front: the run ends at L₁ = 0.00, L₂ = 1.00, the second loss is ignored."
        in weighted_sum.result(k=1.5)["status"]
    )


def test_no_run_climbs_the_plane_at_this_rate(weighted_sum):
    figure = weighted_sum.figure(k=1.5, alpha=0.7)
    heights = [np.asarray(line.get_data_3d()[2]) for line in figure.axes[2].lines]
    path = next(z for z in heights if len(z) == linear_combinations.STEPS + 1)
    assert np.all(np.diff(path) <= 1e-6) and path[0] > path[-1] + 0.1


def test_the_cross_stands_on_the_saddle_of_a_concave_front_only(weighted_sum):
    cross = lambda **values: next(
        line.get_xdata()[0] for line in weighted_sum.figure(**values).axes[0].lines if line.get_marker() == "X"
    )
    assert cross(k=2.0, alpha=1.0) == pytest.approx(0.5)
    assert np.isnan(cross(k=0.5, alpha=1.0)) and np.isnan(cross(k=1.5, alpha=5.0))


def test_every_goal_of_the_tilt_can_be_reached(weighted_sum):
    assert reaches(weighted_sum, 0, k=0.0, alpha=weighted_sum._controls["alpha"].grid[11])
    assert reaches(weighted_sum, 1, k=1.5, alpha=2.0, start=at(0.15, 0.5)) and not reaches(
        weighted_sum, 1, k=1.5, alpha=2.0
    )
    assert reaches(weighted_sum, 2, k=1.5, start=at(0.49, 0.5), step=20) and not reaches(
        weighted_sum, 2, k=1.5, start=at(0.5, 0.5)
    )


def test_moving_a_slider_of_the_tilt_compiles_nothing(weighted_sum):
    weighted_sum.result(k=0.3)
    before = linear_combinations._descent._cache_size()
    weighted_sum.result(k=1.9, alpha=3.0, start=at(0.1, 0.1))
    assert linear_combinations._descent._cache_size() == before


def test_the_map_has_the_edge_of_the_closed_form_where_there_is_one(basins):
    places, edges = basin_explorer._basin_map("concave")
    starts = np.linspace(0.002, 0.998, 101)
    clear = np.abs(starts - edges[:, None]) > 0.02  # on the edge itself 1000 steps are too few
    np.testing.assert_array_equal((places > 0.5)[clear], (starts > edges[:, None])[clear])
    assert np.all(np.isnan(basin_explorer._basin_map("mixed")[1]))


def test_the_map_shows_one_two_or_three_groups(basins):
    shares = {kind: basins.result(kind=kind)["shares"] for kind in ("convex", "concave", "mixed", "concave chunk")}
    assert shares["convex"][1] == 1
    assert shares["concave"][1] < 0.02 and min(shares["concave"][[0, 2]]) > 0.4
    assert min(shares["mixed"]) > 0.1
    assert shares["concave chunk"][1] < 0.02


def test_what_is_told_of_a_run_is_what_the_map_shows_at_its_start(basins):
    alphas, starts = linear_combinations.ALPHAS, np.linspace(*basin_explorer.START_RANGE, 101)
    for kind, row, column in (("concave", 4, 100), ("concave", 20, 49), ("mixed", 12, 90), ("concave chunk", 20, 52)):
        shown = basin_explorer._basin_map(kind)[0][row, column]
        told = basins.result(kind=kind, at=at(starts[column], alphas[row]))["end"]
        assert told == pytest.approx(shown, abs=1e-4), (kind, row, column)


def test_runs_that_end_on_the_chunk_are_counted_as_such(basins):
    edges = basin_explorer._concave_interval()
    np.testing.assert_allclose(edges, [(1 - 0.2**0.5) / 2, (1 + 0.2**0.5) / 2], atol=1e-3)  # p = 0.2 in (7.10)
    shares = basin_explorer._end_fractions("concave chunk", np.array([0.1, 0.3, 0.7, 0.9]))
    np.testing.assert_allclose(shares, [0.25, 0.5, 0.25])
    status = basins.result(kind="concave chunk", at=at(0.7, 1.0))["status"]
    assert status.endswith("% right of it, 0 % on it.")


def test_every_goal_of_the_map_can_be_reached(basins):
    assert reaches(basins, 0, kind="concave", at=at(0.4, 2.0)) and not reaches(
        basins, 0, kind="convex", at=at(0.4, 2.0)
    )
    assert reaches(basins, 1, kind="mixed", at=at(0.4, 1.0)) and not reaches(basins, 1, kind="mixed", at=at(0.4, 4.0))
    assert reaches(basins, 2, kind="convex", at=at(0.4, 2.41)) and not reaches(
        basins, 2, kind="convex", at=at(0.4, 1.0)
    )


@pytest.mark.parametrize("starts", weight_sweep.STARTS)
def test_halving_finds_the_weight_on_a_convex_front_and_circles_on_a_concave_one(sweep, starts):
    found = sweep.result(kind="convex", way=weight_sweep.SEARCHES[1], runs=24, starts=starts)
    assert found["nearest"] < 1e-3
    circled = sweep.result(kind="concave", way=weight_sweep.SEARCHES[1], runs=24, starts=starts)
    assert circled["nearest"] > 0.3


def test_every_goal_of_the_sweep_can_be_reached(sweep):
    halving = {"way": weight_sweep.SEARCHES[1], "kind": "convex"}
    assert reaches(sweep, 0, runs=8, **halving) and not reaches(sweep, 0, runs=24, **halving)
    assert reaches(sweep, 1, runs=24, **{**halving, "kind": "concave"})
    assert reaches(sweep, 2, runs=24, epsilon=0.1) and not reaches(sweep, 2, runs=24)


def test_the_cost_is_told_in_runs_and_steps(sweep):
    assert sweep.result(runs=3)["status"].startswith("3 runs, 600 steps:")
    assert sweep.result(runs=1)["status"].startswith("1 run, 200 steps:")
