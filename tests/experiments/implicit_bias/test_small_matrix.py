"""The descent behind an explorer: one program for every depth is plain descent on that many factors."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from optcourse import factorization, linalg
from optcourse.experiments.implicit_bias import small_matrix as measured

descend = jax.jit(measured.descend)


def test_the_truth_has_its_singular_values_and_every_row_is_seen():
    sigma = np.linalg.svd(measured.TRUTH, compute_uv=False)
    np.testing.assert_allclose(sigma[:3], [1, 0.75, 0.5], rtol=1e-5)
    assert sigma[3] < 1e-6
    few, more = np.asarray(measured.seen(0.4)), np.asarray(measured.seen(0.6))
    assert few.any(axis=0).all() and few.any(axis=1).all() and np.all(more[few])
    assert few.sum() == 103 and more.sum() == 154  # of 256: the first whole number above the share


@pytest.mark.parametrize("depth", [1, 2, 3, 4])
def test_it_is_descent_on_that_many_factors_step_by_step(depth):
    run = descend(depth, 1e-2, 0.5)
    mask = measured.seen(0.5)
    loss = factorization.completion_loss(measured.TRUTH, mask)
    factors = [1e-2 ** (1 / depth) * jnp.asarray(normals) for normals in measured.NORMALS[:depth]]
    rate = float(measured.rate(depth, 0.5))
    slopes = jax.jit(jax.grad(loss))
    for t in range(9):
        if t in measured.KEPT:
            W = run.matrix[measured.KEPT.tolist().index(t)]
            np.testing.assert_allclose(W, factorization.product(factors), atol=1e-6)
        factors = [w - rate * g for w, g in zip(factors, slopes(factors))]


def test_what_is_told_of_a_matrix_is_true_of_it():
    run = jax.tree.map(np.asarray, descend(3, 1e-3, 0.5))
    mask = np.asarray(measured.seen(0.5))
    for row in (0, 30, len(measured.KEPT) - 1):
        W = run.matrix[row]
        np.testing.assert_allclose(run.singular_values[row], np.linalg.svd(W, compute_uv=False), atol=1e-5)
        size = lambda A: np.linalg.norm(A)
        assert run.error[row] == pytest.approx(size(W - measured.TRUTH) / size(measured.TRUTH), rel=1e-4)
        residual = size((W - measured.TRUTH)[mask]) / size(measured.TRUTH[mask])
        assert run.residual[row] == pytest.approx(residual, rel=1e-4)
        assert run.effective_rank[row] == pytest.approx(float(linalg.effective_rank(W)), rel=1e-3)


def test_no_rate_is_too_large_anywhere_on_the_grid_of_the_sliders():
    for depth in (1, 2, 3, 4):
        for share in (0.4, 1.0):
            residual = np.asarray(descend(depth, 1e-1, share).residual)
            assert np.all(np.diff(residual) < 0.02) and residual[-1] < 0.01, (depth, share)
