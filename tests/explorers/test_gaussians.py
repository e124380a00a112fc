"""The explorer of Gaussians: a region of distributions is the same in all coordinates, a circle is not."""

import jax
import numpy as np
import pytest

from optcourse import gaussians
from optcourse.explorers import gaussians as explorers
from optcourse.fisher import gaussian_kl

START = (-1.5, 3.5)


@pytest.fixture(scope="module")
def two():
    return explorers.two_geometries()


def seen(name, start=START, radius=0.5, divergence=0.05, step=3):
    return explorers._walks(gaussians.POWERS[name], np.array(start), radius, divergence, step)


every = pytest.mark.parametrize("name", gaussians.ALL)


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
    around, arrows = np.asarray(all_of_it.around), np.asarray(all_of_it.arrows)
    for edge, arrow in zip(around, arrows):
        assert np.min(np.linalg.norm(edge - arrow, axis=1)) < 0.03 * np.max(np.ptp(edge, axis=0))
    assert np.linalg.norm(arrows[0]) == pytest.approx(0.5, rel=1e-5)
    coordinates = gaussians.ALL[name]
    w = coordinates.point(*START)
    far = jax.vmap(lambda d: gaussians.divergence(coordinates, w, w + d))
    np.testing.assert_allclose(far(around[1]), 0.05, rtol=0.02)  # the ellipse would be off by 20 %


@every
@pytest.mark.parametrize("start", [START, (2.0, 0.6), (1.5, 4.4)])
def test_no_step_raises_the_loss(name, start):
    losses = np.asarray(seen(name, start).losses)
    assert np.all(np.diff(losses, axis=1) <= 1e-6) and np.all(np.isfinite(losses))


@every
def test_natural_steps_arrive_in_five_from_the_first_start_whatever_the_coordinates(two, name):
    arrived = two.result(coordinates=name)["arrived"]
    assert arrived[1] == 5  # measured in all four
    euclidean = {"variance": 24, "deviation": 7, "log-deviation": 16}
    assert arrived[0] == euclidean[name] if name in euclidean else arrived[0] > 30  # in precision round-off decides: 39


def test_one_circle_is_a_tiny_step_here_and_a_huge_one_there(two):
    moved = [two.result(coordinates=name, start=np.array([1.01, 4.5]), radius=0.2)["moved"] for name in gaussians.ALL]
    assert max(moved) > 1000 * min(moved)  # measured: 1.2 in precision, 2e-5 in variance


def test_where_the_fisher_matrix_is_round_both_arrows_point_the_same_way(two):
    for name, std in (("variance", 2**-0.5), ("log-deviation", 2**-0.5), ("precision", 2 ** (1 / 6))):
        result = two.result(coordinates=name, start=np.array([-1.0, std]))
        assert result["elongation"] == pytest.approx(1, abs=1e-3)
        euclidean, natural = np.asarray(seen(name, (-1.0, std), 0.02, 1e-3).arrows)
        assert euclidean @ natural > 0.999 * np.linalg.norm(euclidean) * np.linalg.norm(natural)
    for std in (0.5, 1.0, 4.0):
        assert two.result(coordinates="deviation", start=np.array([-1.0, std]))["elongation"] == pytest.approx(2**0.5)


def test_each_goal_is_reached_and_not_by_the_others_way(two):
    assert two.goals_reached(coordinates="precision", start=np.array([1.0, 4.5]), radius=0.2) == [True, False, False]
    assert two.goals_reached(coordinates="variance", start=np.array([0.5, 0.71]), radius=0.1) == [False, True, False]
    assert two.goals_reached(coordinates="deviation", start=np.array([2.4, 0.85]), radius=1.6) == [False, False, True]


def test_the_status_says_what_moved_and_what_came_of_it(two):
    assert two.result()["status"] == (
        "The circle's full step moves the Gaussian by KL 0.01. KL to the target: 0.48; "
        "after 3 steps 0.26 by Euclidean steps, 0.066 by natural ones. "
        "Below 0.001: Euclidean from step 24, natural from step 5."
    )
    assert "under 1e-06 by natural ones" in two.result(step=40)["status"]


def test_a_step_out_of_the_family_is_said_to_lead_to_no_gaussian(two):
    result = two.result(coordinates="precision", start=np.array([1.0, 1.0]), radius=2.0)
    assert np.isnan(result["moved"]) and "leads to no Gaussian at all" in result["status"]


def test_the_gaussian_at_the_target_itself_stays_there(two):
    result = two.result(start=np.array([1.0, 2.0]))
    assert result["arrived"] == [0, 0] and max(result["after"]) < 1e-6


def test_no_control_compiles_anything_while_it_moves(two):
    two.result()
    before = explorers._walks._cache_size()
    for values in two.extremes():
        two.result(**values)
    assert explorers._walks._cache_size() == before
