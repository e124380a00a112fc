"""The tables of matrix completion: a part of each is measured again, and what is read is what they hold."""

import numpy as np
import pytest

from optcourse import factorization, linalg
from optcourse.experiments import table
from optcourse.experiments.implicit_bias import adam, births, completion, matrices, two_by_two


def test_a_problem_has_its_rank_its_norm_and_as_many_entries_as_said():
    for seed, entries in ((0, 1500), (1, 5000)):
        truth, mask, _ = matrices.problem(seed, entries)
        sigma = np.linalg.svd(truth, compute_uv=False)
        assert sigma[0] == pytest.approx(1, rel=1e-5) and sigma[4] > 0.4 and sigma[5] < 1e-6
        assert np.sum(mask) == entries and np.all(np.any(mask, axis=0)) and np.all(np.any(mask, axis=1))
    assert not np.array_equal(matrices.problem(0, 2000).mask, matrices.problem(1, 2000).mask)


@pytest.mark.parametrize("method", ["depth 3, 1e-5", completion.NUCLEAR])
def test_a_completion_again(method):
    again = completion.measure(2000, 0, method)
    for name, tolerance in {"error": 0.05, "nuclear_ratio": 1e-3, "effective_rank": 0.01, "steps": 0.05}.items():
        assert again[name] == pytest.approx(completion.read_completion(name)[2000, method][0], rel=tolerance), name


def test_a_heavier_start_again():
    again = completion.measure_start(2, 1e-2, 1)
    for name, tolerance in {"error": 0.02, "effective_rank": 0.02, "nuclear_ratio": 1e-3}.items():
        assert again[name] == pytest.approx(completion.read_starts(name)[2, 1e-2][1], rel=tolerance), name


@pytest.mark.parametrize("method", ["gradient descent", "adam 0.001"])
def test_a_method_again(method):
    again = adam.measure(3, method, 1e-2, 0)
    for name, tolerance in {"error": 0.1, "reached": 0.02, "steps": 0.05}.items():
        assert again[name] == pytest.approx(adam.read_adam(name, 3, 1e-2)[method][0], rel=tolerance), name
    assert again["reached"] <= 1e-2


def test_the_births_again(monkeypatch):
    kept = births.read_births()[2]
    monkeypatch.setitem(births.STEPS, 2, 240)  # a shorter run: its row has other steps, its program is its own
    births._curves.clear_cache()
    values, residual, error = map(np.asarray, births._curves(matrices.problem(0, births.ENTRIES), 2))
    births._curves.clear_cache()
    np.testing.assert_allclose(values[::5], kept.singular_values[:49:4], rtol=0.02, atol=1e-4)
    np.testing.assert_allclose(error[::5], kept.error[:49:4], rtol=0.01)
    np.testing.assert_allclose(residual[::5], kept.residual[:49:4], rtol=0.02)


def test_the_curves_end_where_training_does():
    for depth, curves in births.read_births().items():
        assert curves.steps[-1] == births.STEPS[depth] and curves.singular_values.shape == (61, births.LARGEST)
        assert np.all(np.diff(curves.singular_values, axis=1) <= 1e-6)  # the largest first
        assert curves.error[0] == pytest.approx(1, abs=1e-3) and curves.residual[-1] < 0.02


def test_the_law_again():
    kept = table.read("singular_value_law").where(depth=2, seed=1).columns
    again = births.measure_law(2, 1)
    assert again["correlation"] == pytest.approx(kept["correlation"][0], abs=1e-5)
    assert again["imbalance"] == pytest.approx(kept["imbalance"][0], rel=1e-4)


@pytest.mark.parametrize("depth, start", [(2, "det < 0"), (3, "det > 0"), (4, "gaussian")])
def test_a_corner_again(depth, start):
    again = two_by_two.measure(depth, start, 0, 1e-2)
    for name in ("corner", "nuclear_norm", "effective_rank"):
        assert again[name] == pytest.approx(two_by_two.read_corner(name, 1e-2)[depth, start][0], rel=1e-3), name
    assert 0.009 < again["reached"] <= 0.01


@pytest.mark.parametrize("start, sign", [("det > 0", 1), ("det < 0", -1)])
def test_a_start_has_the_sign_and_the_size_that_it_says(start, sign, float64):
    for depth in two_by_two.DEPTHS:
        factors = two_by_two._start(depth, start, 0)
        W = factorization.product(factors)
        assert np.sign(np.linalg.det(W)) == sign and np.linalg.norm(W) == pytest.approx(1e-3)
        assert factorization.imbalance(factors) < 1e-12


def test_every_matrix_that_fits_the_three_entries_has_determinant_minus_one_and_two_is_the_least(float64):
    for corner in (-30.0, 0.0, 1.0, 7.0):
        W = two_by_two.OBSERVED + np.array([[corner, 0.0], [0.0, 0.0]])
        assert np.linalg.det(W) == pytest.approx(-1)
        assert linalg.schatten_norm(W, 1) == pytest.approx((corner**2 + 4) ** 0.5)
    least = factorization.nuclear_norm_minimum(two_by_two.OBSERVED, two_by_two.MASK)
    assert least.nuclear_norm == pytest.approx(two_by_two.LEAST_NUCLEAR_NORM, rel=1e-5)
