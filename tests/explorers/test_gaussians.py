"""The explorer of Gaussians: a region of distributions is the same in all coordinates, a circle is not."""

import compilation
import jax
import numpy as np
import pytest

from optcourse import gaussians, steepest
from optcourse.experiments.natural_gradient import two_geometries
from optcourse.explorers import gaussians as explore
from optcourse.figures import gaussians as draw
from optcourse.fisher import gaussian_kl

START = (-1.5, 3.5)
LOOKS = draw.EUCLIDEAN_STYLE, draw.NATURAL_STYLE


@pytest.fixture(scope="module")
def two():
    return explore.two_geometries()


def seen(name, start=START, radius=0.5, divergence=0.05, step=3):
    return explore.geometry_runs(gaussians.POWERS[name], np.array(start), radius, divergence, step)


every = pytest.mark.parametrize("name", gaussians.ALL)
geometry_runs = compilation.thoroughly(explore.geometry_runs)  # in precision, rounding decides whether it arrives


@every
def test_the_region_of_the_start_is_the_same_set_of_gaussians_in_all_coordinates(name):
    here, plain = seen(name, step=0).regions[1], seen("deviation", step=0).regions[1]
    np.testing.assert_allclose(here, plain, atol=2e-3)
    np.testing.assert_allclose(gaussian_kl(*START, *here.T), 0.05, rtol=1e-2)


def test_the_circle_is_another_set_of_gaussians_in_each():
    tall = {name: float(np.nanmax(seen(name, step=0).regions[0][:, 1])) for name in gaussians.ALL}
    np.testing.assert_allclose(tall["deviation"], 4.0, atol=1e-3)
    np.testing.assert_allclose(tall["variance"], np.sqrt(3.5**2 + 0.5), atol=1e-3)
    np.testing.assert_allclose(tall["log-deviation"], 3.5 * np.exp(0.5), rtol=1e-3)
    assert np.isnan(seen("precision", step=0).regions[0]).any()  # it reaches to where no Gaussian is


@every
def test_the_full_first_steps_end_on_the_edges_and_are_steepest_there(name):
    all_of_it = seen(name)
    around, arrows = np.asarray(all_of_it.boundaries), np.asarray(all_of_it.full_steps)
    for edge, arrow in zip(around, arrows):
        assert np.min(np.linalg.norm(edge - arrow, axis=1)) < 0.03 * np.max(np.ptp(edge, axis=0))
    assert np.linalg.norm(arrows[0]) == pytest.approx(0.5, rel=1e-5)
    coordinates = gaussians.ALL[name]
    w = coordinates.from_mean_std(*START)
    far = jax.vmap(lambda d: gaussians.kl(coordinates, w, w + d))
    np.testing.assert_allclose(far(around[1]), 0.05, rtol=0.02)  # the ellipse would be off by 20 %


@every
@pytest.mark.parametrize("start", [START, (2.0, 0.6), (1.5, 4.4)])
def test_no_step_raises_the_loss(name, start):
    losses = np.asarray(seen(name, start).losses)
    assert np.all(np.diff(losses, axis=1) <= 1e-6) and np.all(np.isfinite(losses))


@every
def test_natural_steps_arrive_in_fifteen_from_the_first_start_whatever_the_coordinates(two, name, monkeypatch):
    monkeypatch.setattr(explore, "geometry_runs", geometry_runs)
    arrived = two.result(coordinates=name)["arrived"]
    assert arrived[1] == 15  # measured in all four
    assert arrived[0] == {"variance": 12, "deviation": 10, "precision": np.inf, "log-deviation": 18}[name]


def test_at_first_sight_the_natural_walk_stays_when_coordinates_change_and_the_euclidean_one_does_not(two):
    paths = []
    for name in gaussians.ALL:
        lines = two.figure(coordinates=name).axes[0].lines
        paths.append([next(line.get_xydata() for line in lines if line.get_color() == look["color"]) for look in LOOKS])
    for i, (low, high) in enumerate(((1, 5), (0, 0.12))):  # measured: 2.66 and 0.082, in a plane 6 wide
        apart = [np.nanmax(np.linalg.norm(a[i] - b[i], axis=1)) for a in paths for b in paths]
        assert np.isfinite(paths[0][i][:, 0]).sum() == 11 and low < max(apart) < high


@every
def test_at_first_sight_both_regions_are_seen_and_the_arrows_differ(two, name):
    assert 15 < two.result(coordinates=name)["angle"] < 60  # measured: 39, 16, 47, 38 degrees
    edges = [line.get_xydata() for line in two.figure(coordinates=name).axes[1].lines if len(line.get_xdata()) == 200]
    assert len(edges) == 2 and min(np.max(np.ptp(edge, axis=0)) for edge in edges) > 0.7  # of a picture 2 wide


def test_the_title_of_the_surroundings_stands_as_high_as_its_neighbors(two):
    figure = two.figure()
    plane, lens = (ax.title.get_window_extent() for ax in figure.axes[:2])
    assert lens.y0 == pytest.approx(plane.y0, abs=1)  # pixels


@pytest.mark.parametrize("std", [0.5, 1.0, 4.5])
def test_no_density_is_cut_off(two, std):
    bells = two.figure(start=np.array([0.0, std])).axes[2]
    tops = [np.max(line.get_ydata()) for line in bells.lines if len(line.get_xdata()) > 1]
    assert max(tops) == 1 < bells.get_ylim()[1] and len(tops) == 4


def test_one_circle_is_a_tiny_step_here_and_a_huge_one_there(two):
    moved = [two.result(coordinates=name, start=np.array([1.01, 4.5]), radius=0.2)["moved"] for name in gaussians.ALL]
    assert max(moved) > 1000 * min(moved)  # measured: 1.2 in precision, 2e-5 in variance


def test_where_the_fisher_matrix_is_round_both_arrows_point_the_same_way(two):
    for name, std in (("variance", 2**-0.5), ("log-deviation", 2**-0.5), ("precision", 2 ** (1 / 6))):
        result = two.result(coordinates=name, start=np.array([-1.0, std]), divergence=5e-4)
        assert result["elongation"] == pytest.approx(1, abs=1e-3) and result["angle"] < 2  # measured 0.3 to 1.7
        euclidean, natural = np.asarray(seen(name, (-1.0, std), 0.02, 1e-3).full_steps)
        assert euclidean @ natural > 0.999 * np.linalg.norm(euclidean) * np.linalg.norm(natural)
    for std in (0.5, 1.0, 4.0):
        seen_there = two.result(coordinates="deviation", start=np.array([-1.0, std]), divergence=5e-4)
        assert seen_there["elongation"] == pytest.approx(2**0.5, abs=1e-3)


def test_a_round_region_alone_does_not_reach_the_goal_of_equal_arrows(two):
    large = {"coordinates": "precision", "start": np.array([-1.0, 2 ** (1 / 6)]), "divergence": 0.05}
    result = two.result(**large)
    assert result["elongation"] < 1.05 and result["angle"] > 10  # measured 1.02 and 18 degrees
    assert not any(two.goals_reached(**large))
    assert two.goals_reached(**{**large, "divergence": 5e-4}) == [False, True, False]


def test_each_goal_is_reached_and_not_by_the_others_way(two):
    assert two.goals_reached(coordinates="precision", start=np.array([1.0, 4.5]), radius=0.2) == [True, False, False]
    assert two.goals_reached(coordinates="variance", start=np.array([0.5, 0.71]), radius=0.1) == [False, True, False]
    assert two.goals_reached(coordinates="deviation", start=np.array([1.0, 0.65]), radius=0.4) == [False, False, True]


@every
def test_no_goal_is_a_matter_of_pressing_home_or_end(two, name):
    ends = {"radius": explore.RADII, "divergence": explore.DIVERGENCES, "step": range(explore.STEPS + 1)}
    for control, values in ends.items():
        for value in (values[0], values[-1]):
            assert not any(two.goals_reached(coordinates=name, **{control: value})), (control, value)


def said(two, **values):
    """The words that stand under the surroundings, whichever are to be seen."""
    notes = two.figure(**values).axes[1].texts
    return [note.get_text() for note in notes if note.get_visible() and note.get_position()[0] == -1]


def test_one_line_says_which_walk_arrives_and_when(two):
    assert two.result()["status"] == "Both arrive (KL below 0.001): natural at step 15, Euclidean at step 12."
    far = two.result(divergence=5e-4, radius=0.03)
    assert far["status"] == "Neither walk arrives (KL below 0.001) in 40 steps." and far["steps"] == "more than 8"
    short = {"natural": {"divergence": 5e-4}, "Euclidean": {"radius": 0.03}}
    for kind, other, name in (("natural", "Euclidean", "Euclidean"), ("Euclidean", "natural", "natural")):
        seen_there = two.result(**short[name])
        assert seen_there["kind"] == kind and seen_there["arrived"][name == "Euclidean"] <= 40
        assert seen_there["status"].endswith(f"; the {other} one not in 40.")


def test_of_a_walk_that_bounces_no_step_is_said(two):
    status = two.result(coordinates="precision")["status"]
    assert status == "The natural walk arrives at step 15; the Euclidean one bounces, and rounding decides when."


def test_words_under_the_surroundings_say_what_is_seen_there(two):
    circle, region, arrows = (
        "circle's full step: KL 0.014",
        "region: 2.1 times as long as wide",
        "the arrows are 39° apart",
    )
    assert said(two) == [circle, region, arrows]


def test_a_step_that_ends_early_is_said_to(two):
    large = said(two, coordinates="precision", start=np.array([-1.5, 3.5]), divergence=0.5)
    assert [", cut at dot" in words for words in large] == [True, True, False]
    assert two.result()["early"] == ["", ""]
    first = np.asarray(seen("variance", radius=10.0).first_steps)
    assert np.linalg.norm(first[0]) < 9
    one = two.result(start=np.array([1.0, 2.2]), radius=3.0, divergence=5e-4)
    assert one["early"] == [", cut at dot", ""]


def test_a_step_out_of_the_family_is_said_to_lead_to_no_gaussian(two):
    out = {"coordinates": "precision", "start": np.array([1.0, 1.0]), "radius": 2.0}
    assert two.result(**out)["moved"] == np.inf and not two.goals_reached(**{**out, "radius": 0.2})[0]
    assert said(two, **out)[0] == "circle's full step: KL inf, cut at dot"


def test_the_gaussian_at_the_target_itself_stays_there(two):
    here = {"start": np.array([1.0, 2.0])}
    result = two.result(**here)
    assert result["arrived"] == [0, 0] and max(result["after"]) < 1e-6
    assert result["status"] == "The gradient is zero at the start: no direction is steepest."
    assert [words.split(":")[0] for words in said(two, **here)] == ["region"]


def test_goals_say_how_far_they_are(two):
    moved, shape, arrival = two.frame["goals"]
    assert "(now 0.014)" in moved and "(now more than 8)" in arrival
    assert "(now 2.13)" in shape and "(now 39°)" in shape


def test_a_start_beyond_the_plane_is_taken_at_its_edge(two):
    beyond, edge = (two.result(start=np.array([5.0, std]))["before"] for std in (0.1, 0.5))
    assert beyond == edge == pytest.approx(float(gaussian_kl(*explore.measured.TARGET, 3.5, 0.5)), rel=1e-5)


@every
def test_ninety_angles_find_the_step_that_720_find(name):
    coordinates, loss = explore.measured.fit_problem(gaussians.ALL[name])
    for start in (START, (2.0, 0.6), (1.5, 4.4)):
        w = coordinates.from_mean_std(*start)
        few, many = (steepest.kl_step(coordinates, w, jax.grad(loss)(w), 0.05, n) for n in (two_geometries.ANGLES, 720))
        np.testing.assert_allclose(few, many, rtol=1e-4, atol=1e-5 * float(np.max(np.abs(many))))


def test_no_control_compiles_anything_while_it_moves(two):
    two.result()
    before = two.compute._cache_size()
    for values in two.extremes():
        two.result(**values)
    assert two.compute._cache_size() == before == 1
