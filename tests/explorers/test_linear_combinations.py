"""The explorers of lesson 07: every control at both ends, and what each explorer shows."""

import jax
import numpy as np
import pytest
from matplotlib.path import Path

from optcourse import tradeoffs
from optcourse.experiments.linear_combinations import fronts as measured
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
    concave = weighted_sum.result(k=1.5)
    assert concave["status"] == "The second loss is ignored in the end: L₁ = 0.000, L₂ = 1.000."
    assert concave["front"] == "concave" and weighted_sum.result(k=1.0)["front"] == "straight"


def test_at_the_weight_1_both_losses_are_told_alike(weighted_sum):
    assert weighted_sum.result(k=0.5)["status"] == "Both losses count in the end: L₁ = 0.375, L₂ = 0.375."


def test_what_is_told_in_passing_may_not_last(weighted_sum):
    passing = weighted_sum.result(k=1.5, start=at(0.49, 0.5), step=20)
    assert passing["status"].startswith("Both losses count so far:")
    assert weighted_sum.result(k=1.5, start=at(0.49, 0.5))["kind"] == "no second"


def frame(**values):
    values = {"alpha": 1.0, "k": 0.5, "start": (0.35, 0.5), "step": 200} | values
    return linear_combinations.sum_frame(**{name: np.asarray(value) for name, value in values.items()})


def test_no_run_climbs_the_plane_at_this_rate():
    losses = np.asarray(frame(k=1.5, alpha=0.7).points["path of losses"])
    heights = losses @ (1, 0.7)
    assert np.all(np.diff(heights) <= 1e-6) and heights[0] > heights[-1] + 0.1


@pytest.mark.parametrize("alpha", (0.3, 4.0))
def test_one_color_is_one_sum_over_the_parameters_and_over_the_losses(alpha):
    theta = np.random.default_rng(0).uniform((0.05, -0.5), (0.95, 0.5), (200, 2))
    losses = np.asarray(jax.vmap(tradeoffs.curved_front(1.5).losses)(theta))
    images, n = frame(k=1.5, alpha=alpha).points, linear_combinations.GRID
    (left, right), (bottom, top) = linear_combinations.WINDOW
    low, high = linear_combinations.PLANE
    columns, rows = ((theta - (left, bottom)) / (right - left, top - bottom) * n).astype(int).T
    over_parameters = np.asarray(images["sum over parameters"])[rows, columns]
    columns, rows = ((losses - low) / (high - low) * n).astype(int).T
    over_losses = np.asarray(images["sum over losses"])[rows, columns]
    differences = np.abs(over_parameters - over_losses)
    assert (
        np.ptp(over_parameters) > 0.7
        and np.max(differences) < 2.5 / linear_combinations.LEVELS
        and np.median(differences) < 1e-6
    )


@pytest.mark.parametrize("alpha", (0.2, 5.0))
def test_white_is_what_no_parameters_reach_and_it_touches_the_front(alpha):
    points, (low, high) = frame(k=0.5, alpha=alpha).points, linear_combinations.PLANE
    grid = np.stack(np.meshgrid(*2 * [np.linspace(low + 1e-3, high - 1e-3, 60)]), axis=-1).reshape(-1, 2)
    lowest = np.min(np.asarray(points["front"]) @ (1, alpha))
    white = Path(np.asarray(points["too low"])).contains_points(grid)
    np.testing.assert_array_equal(white, grid @ (1, alpha) < lowest)


def test_a_start_dropped_outside_is_kept_where_its_run_stays_in_the_pictures():
    for corner in ((-1, -9), (2, 9), (2, -9)):
        points = frame(k=2.0, alpha=5.0, start=np.array(corner, float)).points
        theta, losses = np.asarray(points["path"]), np.asarray(points["path of losses"])
        assert np.all((-1e-6 < theta[:, 0]) & (theta[:, 0] < 1 + 1e-6)) and np.all(np.abs(theta[:, 1]) < 0.62)
        assert np.all(losses < linear_combinations.PLANE[1])


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
    before = weighted_sum.compute._cache_size()
    weighted_sum.result(k=1.9, alpha=3.0, start=at(0.1, 0.1))
    assert weighted_sum.compute._cache_size() == before


def test_the_map_has_the_edge_of_the_closed_form_where_there_is_one(basins):
    places, edges = basin_explorer.basin_map("concave")
    starts = np.linspace(0.002, 0.998, 101)
    clear = np.abs(starts - edges[:, None]) > 0.02  # on the edge itself 1000 steps are too few
    np.testing.assert_array_equal((places > 0.5)[clear], (starts > edges[:, None])[clear])
    assert np.all(np.isnan(basin_explorer.basin_map("mixed")[1]))


def test_the_map_shows_one_two_or_three_groups(basins):
    percent = {kind: basins.result(kind=kind)["percent"] for kind in ("convex", "concave", "mixed", "concave chunk")}
    assert percent["convex"][1] == 100
    assert percent["concave"][1] < 2 and min(percent["concave"][0], percent["concave"][2]) > 40
    assert min(percent["mixed"]) > 10
    assert percent["concave chunk"][1] < 2


@pytest.mark.parametrize("kind", basin_explorer.KINDS)
def test_the_shares_that_are_told_are_those_of_the_map(basins, kind):
    low = basin_explorer.CHUNK[0] if kind == "concave chunk" else 0.02
    for row in range(0, 41, 4):
        places, alpha = basin_explorer.basin_map(kind)[0][row], linear_combinations.ALPHAS[row]
        expected = [100 * np.mean(part) for part in (places < low, abs(places - 0.5) <= 0.5 - low, places > 1 - low)]
        percent = basins.result(kind=kind, at=at(0.5, alpha))["percent"]
        np.testing.assert_allclose(percent, expected, atol=1.5, err_msg=alpha)


def test_what_is_told_of_a_run_is_what_the_map_shows_at_its_start(basins):
    alphas, starts = linear_combinations.ALPHAS, np.linspace(*basin_explorer.START_RANGE, 101)
    for kind, row, column in (("concave", 4, 100), ("concave", 20, 49), ("mixed", 12, 90), ("concave chunk", 20, 52)):
        shown = basin_explorer.basin_map(kind)[0][row, column]
        told = basins.result(kind=kind, at=at(starts[column], alphas[row]))["end"]
        assert told == pytest.approx(shown, abs=1e-4), (kind, row, column)


def test_the_chunk_is_where_the_front_is_concave(basins):
    s, inside = np.linspace(0.01, 0.99, 99), basin_explorer.CHUNK
    curvature = jax.vmap(lambda s: tradeoffs.front_curvature(measured.PROBLEMS["concave chunk"], s))(s)
    np.testing.assert_array_equal(curvature < 0, (inside[0] < s) & (s < inside[1]))
    assert basins.result(kind="concave chunk")["groups"] == ["left of the chunk", "on it", "right of it"]
    assert basins.result(kind="concave")["groups"][0] == "at L₁ = 0"


def test_the_losses_of_the_end_are_told(basins):
    told = basins.result(kind="convex", at=at(0.4, 1.0))
    assert told["status"] == "Both losses count: it ends at L₁ = 0.250, L₂ = 0.250."
    assert basins.result(kind="concave", at=at(0.4, 2.0))["kind"] == "no first"


def test_every_goal_of_the_map_can_be_reached(basins):
    assert reaches(basins, 0, kind="concave", at=at(0.4, 2.0)) and not reaches(
        basins, 0, kind="convex", at=at(0.4, 2.0)
    )
    assert reaches(basins, 1, kind="mixed", at=at(0.4, 1.0)) and not reaches(basins, 1, kind="mixed", at=at(0.4, 4.0))
    assert reaches(basins, 2, kind="convex", at=at(0.4, 2.41)) and not reaches(
        basins, 2, kind="convex", at=at(0.4, 1.0)
    )


@pytest.mark.parametrize("way", weight_sweep.SEARCHES[:2])
def test_halving_finds_the_weight_on_a_convex_front_and_circles_on_a_concave_one(sweep, way):
    found = sweep.result(kind="convex", way=way, runs=24)
    assert found["nearest"] < 1e-3
    circled = sweep.result(kind="concave", way=way, runs=24)
    assert circled["nearest"] > 0.3


def test_every_goal_of_the_sweep_can_be_reached(sweep):
    halving = {"way": "halving", "kind": "convex"}
    assert reaches(sweep, 0, runs=8, **halving) and not reaches(sweep, 0, runs=24, **halving)
    assert reaches(sweep, 1, runs=24, **{**halving, "kind": "concave"})
    grid = {"way": "a grid of weights", "kind": "mixed", "runs": 24}
    assert reaches(sweep, 2, **grid, epsilon=0.1) and not reaches(sweep, 2, **grid)
    assert not any(sweep.goals_reached())


def test_the_cost_is_told_and_the_distance_as_the_eye_measures_it(sweep):
    hit = sweep.result(runs=12)
    assert hit["status"] == "Hit by run 3, after 600 steps of training."
    missed = sweep.result(runs=24, kind="concave", way="a grid of weights")
    ends = np.asarray(weight_sweep.sweep_frame(24, 0.35, 1, 2).points["ends"])
    s = float(tradeoffs.parameter_for_target(measured.PROBLEMS["concave"], 0.35))
    target = np.asarray(measured.PROBLEMS["concave"].losses_at(s))
    assert missed["nearest"] == pytest.approx(np.min(np.linalg.norm(ends - target, axis=1)), abs=1e-4)
    assert missed["status"].startswith("No hit in 4800 steps of training: the nearest end is 0.")


def test_a_hit_ends_in_the_square(sweep):
    frame = lambda runs: weight_sweep.sweep_frame(runs, 0.35, 0, 0).points
    points = frame(3)
    low, high = (np.asarray(limit(points["target"], axis=0)) for limit in (np.min, np.max))
    inside = np.all((low < points["ends"]) & (points["ends"] < high), axis=1)
    assert inside[2] and not inside[:2].any() and np.all(np.isnan(points["ends"][3:]))


def test_a_run_on_the_map_is_drawn_above_its_front_all_the_way():
    alpha = 3.42
    places = np.asarray(basin_explorer.basins_frame(1, np.array([0.03, alpha])).points["path"])
    middles = (places[1:] + places[:-1]) / 2  # a line that leaves out steps would cut the bend
    total, d = middles.sum(axis=1), middles[:, 0] - middles[:, 1]
    assert np.min(total - (1 + (1 - d**2) / 4)) > -0.01  # L₁ + L₂ of the front, k = 1.5; measured -0.004
