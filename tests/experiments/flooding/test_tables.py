"""The tables of flooding: a part of each is measured again, and what is read from them is what they hold."""

from itertools import product

import jax
import numpy as np
import pytest

from optcourse import curvature
from optcourse.experiments import data, table
from optcourse.experiments.flooding import flatness, grid, kin, levels, orders, problems, two_rates
from optcourse.experiments.table import parse_numbers


def first_seed(task, wrong):
    """The problem of seed 0, with a leading axis of one."""
    return data.stack([problems.problem(task, 0, wrong)])


def test_one_seed_flooded_again_gives_its_numbers_in_the_table():
    curves = levels._train(20, 0.1, 0.4, first_seed("digits", 0.2))
    found = levels._summary(jax.tree.map(lambda each: np.asarray(each[0]), curves), 0.4)
    for name, tolerance in {"accuracy": 0.03, "test_loss": 0.08, "train_loss": 0.03, "lowest": 0.02}.items():
        assert found[name] == pytest.approx(levels.read_seeds(name, 20)[0.2, 0.4][0], abs=tolerance), name


def test_curves_have_their_axes_and_end_where_the_seeds_do():
    curves = levels.read_curves()
    assert curves.accuracy.shape == (2, 3, 7, 41) and len(levels.UPDATES) == 41 and levels.UPDATES[-1] == 6000
    for (i, size), (j, wrong), (k, level) in product(
        *map(enumerate, (levels.BATCH_SIZES, levels.WRONG, levels.LEVELS))
    ):
        ends = levels.read_seeds("accuracy", size)[wrong, level]
        assert curves.accuracy[i, j, k, -1] == pytest.approx(ends.mean(), abs=0.04)
    at_start = curves.train_loss[:, :, :, 0]
    assert np.all(np.ptp(at_start, axis=(0, 2)) == 0)  # all levels and batch sizes begin in one place


@pytest.mark.parametrize(
    "losses, start, expected",
    [
        ([3, 2, 1, 2, 1.5, 0.5], 3, (1, 2)),  # down, up, and after the flood began down again
        ([3, 2, 1, 2, 9, 1.5], 3, (1, 2)),  # a jump after it began is no peak
        ([3, 2, 1], 2, (1, 1)),  # it still fell when the flood began
    ],
)
def test_a_peak_is_what_rose_before_the_flood_began(losses, start, expected):
    assert levels.second_descent(losses, start) == expected


def test_two_levels_of_the_grid_trained_again_without_the_others_give_its_row():
    name = "gaussians, 10 % wrong"
    kept = table.read("flooding_grid").where(data=name, decay=0.0, seed=0).columns
    again = grid.train_sweep(name, [0.0], [0.0, 0.2], [0])
    for part in grid.PARTS:
        plain, flooded = getattr(again, part)[0, :, 0, -1]
        row = parse_numbers(kept[part])[0]
        assert plain == pytest.approx(row[0], abs=0.04), part
        assert flooded == pytest.approx(row[20], abs=0.1), part
    assert row[20] < 0.7 * row[0]  # of the test loss: a sweep that did not flood would be seen


def test_validation_chooses_the_level_and_never_none():
    columns = {"validation_accuracy": np.array([[0.9, 0.5, 0.7, 0.7], [0.1, 0.3, 0.2, 0.2]])}
    columns |= {"stopped_validation_loss": np.array([[0.1, 0.5, 0.4, 0.9], [0.1, 0.2, 0.3, 0.3]])}
    assert grid.best_level(columns, False).tolist() == [2, 1]  # the lowest of equal ones
    assert grid.best_level(columns, True, by="loss").tolist() == [2, 1]


def test_two_rates_again():
    curves, sharpness = two_rates._train("two rates", 0.6, first_seed("digits", 0.2))
    kept = lambda name: two_rates.read_two_rates(name)[0.2, "two rates", 0.6][0]
    assert float(curves.accuracy[0, -1]) == pytest.approx(kept("accuracy"), abs=0.03)
    first, last = (kept(name) for name in ("first_sharpness", "sharpness"))
    np.testing.assert_allclose(sharpness[0], [first, last], rtol=0.2)
    assert first > 1.5 * last  # so that the two cannot change places unseen


def test_a_path_again():
    ratio = jax.jit(two_rates._path_ratio, static_argnums=0)(0.2, 0)
    assert float(ratio) == pytest.approx(two_rates.read_path_ratios()[0.2][0], rel=0.1)


def test_pairs_of_steps_again():
    kept = table.read("flooding_orders").where(seed=1, rate=0.05).columns
    for name, value in orders.errors(1, 0.05).items():
        assert value == pytest.approx(kept[name][0], rel=1e-4), name


def test_a_flat_place_again():
    flooded, stopped = flatness._compare(20, 0.1, 0.6, first_seed("digits", 0.2))
    case = (20, 0.1, 0.2, 0.6)
    for name, again in {"": flooded, "stopped_": stopped}.items():
        assert float(again.sharpness[0]) == pytest.approx(flatness.read_flatness(f"{name}sharpness")[case][0], rel=0.3)
        assert float(again.loss[0]) == pytest.approx(flatness.read_flatness(f"{name}loss")[case][0], rel=0.1)
    assert stopped.loss[0] <= flooded.loss[0]


def test_the_sharpness_by_power_iteration_is_that_of_lanczos():
    problem = problems.problem("digits", 0)
    loss = lambda w: problems.loss_of(flatness.NETWORK)(w, problem.train)
    found = jax.jit(lambda w: flatness.sharpness(loss, w))(problem.w)
    assert float(found) == pytest.approx(curvature.sharpness(loss, problem.w), rel=1e-3)


def test_a_relative_again():
    kept = table.read("flooding_kin").where(wrong=0.2, method="sam", strength=0.4).columns
    curves = kin._train("sam", 0.4, first_seed("digits", 0.2))
    assert float(curves.accuracy[0, -1]) == pytest.approx(parse_numbers(kept["accuracy"])[0, 0], abs=0.03)


def test_the_adversary_moves_each_input_as_far_as_said_and_raises_the_loss():
    problem = problems.problem("digits", 0)
    loss = problems.loss_of(problems.TASKS["digits"].network)
    moved = kin.attack(loss, problem.w, problem.train, 0.5)
    np.testing.assert_allclose(np.linalg.norm(moved.inputs - problem.train.inputs, axis=1), 0.5, rtol=1e-4)
    assert loss(problem.w, moved) > loss(problem.w, problem.train) + 0.05


def test_no_method_gets_more_gradients_than_another():
    gradients = {method: 2 if method in kin.TWO_GRADIENTS else 1 for method in kin.STRENGTHS}
    gradients["plain, half"] = 2  # as if
    epochs = {m: kin.SETTINGS["epochs"] // (2 if m in kin.TWO_GRADIENTS else 1) for m in kin.STRENGTHS}
    assert {gradients[m] * epochs[m] for m in kin.STRENGTHS} == {kin.SETTINGS["epochs"]}
