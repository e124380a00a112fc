"""Lesson 10's small matrix: a small start and a product find it, and one after another."""

import jax
import numpy as np
import pytest

from optcourse.experiments.implicit_bias import small_matrix as measured
from optcourse.explorers import implicit_bias as explore


@pytest.fixture(scope="module")
def singular_values():
    return explore.singular_values()


def test_with_less_than_half_of_the_entries_a_deep_product_from_a_small_start_finds_the_matrix(singular_values):
    error = lambda **values: singular_values.result(seen=48, **values)["error"]
    deep = [error(depth=depth, scale=1e-4) for depth in (1, 2, 3, 4)]
    assert deep[0] > 0.6 and 0.1 < deep[1] < 0.4 and max(deep[2:]) < 0.05, deep
    by_scale = [error(depth=3, scale=scale) for scale in (1e-1, 1e-2, 1e-4)]
    assert by_scale[0] > 0.5 > by_scale[1] > 0.2 > 0.05 > by_scale[2], by_scale


def test_what_is_seen_is_fitted_at_every_depth(singular_values):
    for depth in (1, 2, 3, 4):
        assert singular_values.result(depth=depth, scale=1e-2)["residual"] < explore.FITS


def test_of_one_factor_all_grow_together_and_of_three_one_after_another(singular_values):
    thresholds = 0.25, 0.5
    births = {}
    for depth in (1, 3, 4):
        curves = np.asarray(explore.completion(depth, 1e-4, 54, measured.STEPS).curves)[:4]
        sigma = curves[:, :, 1]
        births[depth] = [int(measured.KEPT[np.argmax(each > thresholds[0])]) for each in sigma[:3]]
        if depth == 1:
            assert sigma[3, -1] > 0.25  # as does what the truth has not
        else:
            assert sigma[3, -1] < 0.01
    # measured, third over first: 11 / 6, 202 / 77, 762 / 228
    assert births[1][2] < 2.2 * births[1][0], births
    assert births[3][2] > 2.3 * births[3][0] and births[4][2] > 2.8 * births[4][0], births


def test_curves_end_at_the_step_and_images_show_the_matrix_there(singular_values):
    figure = singular_values.figure(depth=3, scale=1e-3, step=measured.KEPT[30])
    sigma, errors, _, seen, found = figure.axes
    for line in [*sigma.lines, *errors.lines]:
        x = np.asarray(line.get_xdata(), float)
        assert np.nanmax(x) == measured.KEPT[30]
    run = jax.jit(measured.descend)(3, 1e-3, 0.54)
    np.testing.assert_allclose(found.images[0].get_array(), run.matrix[30], atol=1e-4)
    assert sigma.get_title() == f"effective rank {run.effective_rank[30]:.1f}"
    holes = np.ma.getmaskarray(np.ma.masked_invalid(seen.images[0].get_array()))
    np.testing.assert_array_equal(~holes, measured.seen(0.54))


def test_the_sentence_begins_with_the_verdict(singular_values):
    says = lambda **values: singular_values.result(**values)["status"]
    assert says().startswith("It fits what is seen, and is wrong elsewhere: error 0.53, effective rank 8.0")
    assert says(depth=3, scale=1e-4).startswith("Found, of rank 3: error 0.001")
    assert says(depth=3, scale=1e-4, step=0).startswith("No singular values have grown by step 0")
    assert says(depth=4, scale=1e-5).startswith("Two singular values have grown by step 2000")


def waiting_steps(depth):
    """The steps at which σ₂ has grown and σ₃ has not, from one run."""
    sigma = np.asarray(explore.completion(depth, 1e-4, 54, measured.STEPS).curves)[:3, :, 1].T
    return [
        int(step)
        for step, values in zip(measured.KEPT, sigma)
        if explore._waits_for_the_third({"singular_values": values.tolist()})
    ]


def test_each_goal_is_reached_and_asks_for_what_it_says(singular_values):
    reached = singular_values.goals_reached
    assert reached(depth=3, scale=1e-4, seen=46) == [True, False, False]
    assert not reached(depth=3, scale=1e-4, seen=50)[0] and not reached(depth=2, scale=1e-5, seen=48)[0]
    waits = {depth: waiting_steps(depth) for depth in (1, 2, 3)}
    assert not waits[1] and 0 < len(waits[3]) < len(measured.KEPT) - 5
    assert reached(depth=3, scale=1e-4, step=waits[3][0])[1] and not reached(depth=3, scale=1e-4, step=10)[1]
    assert reached(depth=2, scale=1e-5, seen=58)[2] and not reached(depth=2, scale=1e-2, seen=58)[2]
    assert not reached(depth=3, scale=1e-4, seen=58)[2]


def test_at_all_ends_together_it_stays_finite_and_in_its_panel(singular_values):
    for depth in (1, 4):
        for scale in (1e-1, 1e-5):
            for seen in (40, 100):
                sigma = singular_values.result(depth=depth, scale=scale, seen=seen)["singular_values"]
                assert max(sigma) < explore.LIMITS["sigma"][1], (depth, scale, seen)


def test_nothing_compiles_while_a_control_moves(singular_values):
    singular_values.result()
    before = explore.completion._cache_size()
    for values in singular_values.extremes():
        singular_values.result(**values)
    assert explore.completion._cache_size() == before


def test_names_of_what_left_the_panel_stand_above_its_axis(singular_values):
    _, errors, *_ = singular_values.figure().axes  # the residual ends far below the panel
    low, high = np.log(errors.get_ylim())
    for text in errors.texts:
        assert (np.log(text.get_position()[1]) - low) / (high - low) > 0.05
