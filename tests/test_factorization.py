"""Completion of matrices: minima known in closed form, the flow of products, and what descent on factors finds."""

from functools import partial

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from optcourse import factorization, linalg
from optcourse.factorization import balanced_factors, descend, factorize, gaussian_factors, nuclear_norm_minimum
from optcourse.optimizers import adam, gradient_descent

N, RANK, SEEN = 30, 2, 400
KEY = jax.random.key(0)


@pytest.fixture(scope="module")
def problem():
    """(truth, mask): 30 x 30 of rank 2 and spectral norm 1, of which 400 entries are seen."""
    left, right, which = jax.random.split(jax.random.key(1), 3)
    truth = jax.random.normal(left, (N, RANK)) @ jax.random.normal(right, (RANK, N))
    mask = jax.random.permutation(which, N * N) < SEEN
    return np.asarray(truth / jnp.linalg.norm(truth, 2)), np.asarray(mask.reshape(N, N))


def nuclear_norm(W):
    return np.sum(np.linalg.svd(np.asarray(W, float), compute_uv=False))


# The least nuclear norm


def corner(a, b, c):
    """[[a, b], [c, ?]] and its mask."""
    return np.array([[a, b], [c, np.nan]]), np.array([[True, True], [True, False]])


@pytest.mark.parametrize(
    "a, b, c, expected",
    [
        (0.0, 1.0, 1.0, 2.0),
        (1.0, 2.0, -1.0, 3.0),  # |bc| > a²: (|b| + |c|), with the fourth entry ± a
        (2.0, 1.0, 1.0, (4 + 1 + 1 + 1 / 4) ** 0.5),  # else rank one, with the fourth entry bc / a
        (3.0, -2.0, 1.0, (9 + 4 + 1 + 4 / 9) ** 0.5),
    ],
)
def test_of_three_entries_of_a_2_by_2_matrix_it_is_the_known_one(a, b, c, expected, float64):
    found = nuclear_norm_minimum(*corner(a, b, c))
    assert found.nuclear_norm == pytest.approx(expected, rel=2e-5)
    assert 0 <= found.gap <= 1e-5 and found.residual == 0


def test_of_two_blocks_it_is_the_sum_of_their_norms(float64):
    """No matrix has less than its blocks on the diagonal together (pinching)."""
    blocks = [np.random.default_rng(seed).normal(size=(3, 3)) for seed in (0, 1)]
    observed = np.block([[blocks[0], np.full((3, 3), np.nan)], [np.full((3, 3), np.nan), blocks[1]]])
    found = nuclear_norm_minimum(observed, ~np.isnan(observed))
    assert found.nuclear_norm == pytest.approx(sum(map(nuclear_norm, blocks)), rel=2e-5)


def test_the_certificate_bounds_the_gap_before_it_has_converged(problem, monkeypatch, float64):
    truth, mask = problem
    least = nuclear_norm_minimum(truth, mask).nuclear_norm
    gaps = []
    for splittings in (1, 5, 25):
        monkeypatch.setattr(factorization, "BETWEEN_GAPS", splittings)
        monkeypatch.setattr(factorization, "MAX_SPLITTINGS", splittings)
        found = nuclear_norm_minimum(truth, mask)
        gaps.append(float(found.gap))
        assert found.nuclear_norm * (1 - found.gap) <= least  # what it certifies
    assert gaps[0] > 1.2 * gaps[1] > 20 * gaps[2] > 1e-4, gaps


def test_it_is_no_more_than_the_truth_s_and_fits_exactly(problem):
    truth, mask = problem
    found = nuclear_norm_minimum(truth, mask)
    assert found.nuclear_norm <= nuclear_norm(truth) * (1 + 1e-5) and abs(found.gap) <= 1e-5
    np.testing.assert_array_equal(np.asarray(found.matrix)[mask], truth[mask])
    assert found.nuclear_norm == pytest.approx(nuclear_norm(found.matrix), rel=1e-5)


def test_what_was_not_seen_is_not_looked_at(problem):
    truth, mask = problem
    blank = np.where(mask, truth, np.nan)
    np.testing.assert_array_equal(nuclear_norm_minimum(blank, mask).matrix, nuclear_norm_minimum(truth, mask).matrix)
    np.testing.assert_array_equal(
        factorize(blank, mask, 2, 1e-3, KEY).matrix, factorize(truth, mask, 2, 1e-3, KEY).matrix
    )


# Products


def test_the_first_factor_is_applied_first():
    """Of a wide and a tall one the other order would have another shape; of two squares, another value."""
    first, last = np.array([[1.0, 2.0], [0.0, 1.0]]), np.array([[0.0, 1.0], [1.0, 0.0]])
    np.testing.assert_array_equal(factorization.product([first, last]), last @ first)
    shapes = [factor.shape for factor in gaussian_factors(KEY, (4, 7), 3, 1e-3)]
    assert shapes == [(4, 7), (4, 4), (4, 4)]
    assert factorization.product(gaussian_factors(KEY, (7, 4), 3, 1e-3)).shape == (7, 4)


@pytest.mark.parametrize("depth", [1, 2, 3, 4])
def test_a_start_of_either_kind_has_its_scale(depth):
    found = factorization.product(gaussian_factors(KEY, (100, 100), depth, 1e-5))
    assert jnp.linalg.norm(found) / 100**0.5 == pytest.approx(1e-5, rel=0.1)  # measured: within 4 %


@pytest.mark.parametrize("shape", [(4, 4), (3, 5), (5, 3)])
@pytest.mark.parametrize("depth", [1, 2, 3])
def test_balanced_factors_are_balanced_and_multiply_to_what_they_were_made_of(shape, depth, float64):
    W = jax.random.normal(KEY, shape)
    factors = balanced_factors(W, depth)
    np.testing.assert_allclose(factorization.product(factors), W, atol=1e-13)
    assert factorization.imbalance(factors) < 1e-13 and len(factors) == depth
    if depth > 1:
        assert factorization.imbalance(gaussian_factors(KEY, shape, depth, 1.0)) > 0.1


def test_the_loss_counts_what_was_seen():
    mask = np.array([[True, False], [True, True]])
    loss = factorization.completion_loss(np.array([[1.0, 9.0], [2.0, 3.0]]), mask)
    assert loss([jnp.zeros((2, 2))]) == (1 + 4 + 9) / 2


# How they move


def motion(factors, loss):
    """(W, ∇ℓ(W), dW/dt) where each factor goes against its own gradient."""
    slopes = jax.tree.map(jnp.negative, jax.grad(loss)(factors))
    W, moved = jax.jvp(factorization.product, (factors,), (slopes,))
    return W, jax.grad(lambda W: loss([W]))(W), moved


@pytest.mark.parametrize("shape", [(4, 4), (3, 5), (5, 3)])
@pytest.mark.parametrize("depth", [1, 2, 3, 4])
def test_balanced_factors_move_as_the_law_of_their_product_says(shape, depth, float64):
    W_key, b_key = jax.random.split(KEY)
    mask = np.arange(np.prod(shape)).reshape(shape) % 7 > 0
    loss = factorization.completion_loss(jax.random.normal(b_key, shape), mask)
    W, gradient, moved = motion(balanced_factors(jax.random.normal(W_key, shape), depth), loss)
    np.testing.assert_allclose(factorization.end_to_end_flow(W, gradient, depth), moved, atol=1e-12)
    U, _, Vt = np.linalg.svd(W, full_matrices=False)
    slopes = np.einsum("ir,ij,rj->r", U, moved, Vt)  # dσ_r/dt = u_rᵀ (dW/dt) v_r
    np.testing.assert_allclose(factorization.singular_value_flow(W, gradient, depth), slopes, atol=1e-12)


def test_unbalanced_factors_move_otherwise(float64):
    loss = factorization.completion_loss(np.eye(4) + 1, np.ones((4, 4), bool))
    W, gradient, moved = motion(gaussian_factors(KEY, (4, 4), 3, 1.0), loss)
    assert jnp.linalg.norm(factorization.end_to_end_flow(W, gradient, 3) - moved) > 0.1 * jnp.linalg.norm(moved)


def test_a_flow_conserves_the_imbalance_and_steps_do_to_first_order(float64):
    mask = np.ones((4, 4), bool)
    start = gaussian_factors(KEY, (4, 4), 3, 0.5)
    drift = []
    for rate in (1e-2, 1e-3):
        optimizer = gradient_descent(rate)
        end, _ = descend(start, np.eye(4), mask, optimizer, tolerance=0, max_steps=round(1 / rate))
        drift.append(abs(float(factorization.imbalance(end) - factorization.imbalance(start))))
    assert drift[1] < drift[0] / 5 < 1e-3


def test_the_rank_by_entropy_and_schatten_s_norms(float64):
    turn = np.linalg.qr(np.random.default_rng(0).normal(size=(4, 4)))[0]
    of = lambda sigma: turn @ np.diag(sigma) @ turn[::-1]
    assert linalg.effective_rank(of([2.0, 2.0, 2.0, 0.0])) == pytest.approx(3, rel=1e-9)
    p = np.array([0.7, 0.3])  # of squares it would be 1.54
    assert linalg.effective_rank(of([7.0, 3.0, 0.0, 0.0])) == pytest.approx(np.exp(-np.sum(p * np.log(p))), rel=1e-9)
    assert linalg.schatten_norm(of([3.0, 4.0, 0.0, 0.0]), 1) == pytest.approx(7)
    assert linalg.schatten_norm(of([3.0, 4.0, 0.0, 0.0]), 2) == pytest.approx(5)
    assert linalg.schatten_norm(of([4.0, 9.0, 0.0, 0.0]), 0.5) == pytest.approx(25, rel=1e-6)


# What descent on factors finds


@pytest.fixture(scope="module")
def found(problem):
    """Completions by depth, from a start of 1e-4."""
    return {depth: factorize(*problem, depth, 1e-4, KEY) for depth in (1, 2, 3)}


def test_it_stops_at_the_residual_and_says_what_it_found(problem, found):
    truth, mask = problem
    for depth, completion in found.items():
        W = np.asarray(completion.matrix)
        residual = np.linalg.norm((W - truth)[mask]) / np.linalg.norm(truth[mask])
        assert completion.residual == pytest.approx(residual, rel=1e-3) and residual <= 1e-3, depth
        assert completion.nuclear_norm == pytest.approx(nuclear_norm(W), rel=1e-4)
        assert np.isnan(completion.gap) and (depth == 1 or residual > 0.9e-3)  # the first place that fits


def test_deeper_products_recover_what_one_matrix_does_not(problem, found):
    truth, mask = problem
    error = {depth: np.linalg.norm(c.matrix - truth) / np.linalg.norm(truth) for depth, c in found.items()}
    assert error[1] > 0.5 and error[2] < 0.1 and error[3] < 0.02
    np.testing.assert_allclose(np.asarray(found[1].matrix)[~mask], 0, atol=1e-4)  # where it began


def test_the_steps_are_those_to_the_first_place_that_fits(problem):
    truth, mask = problem
    start = gaussian_factors(KEY, (N, N), 2, 1e-3)
    optimizer = gradient_descent(0.5)
    end, steps = descend(start, truth, mask, optimizer, tolerance=0.1)
    loss = factorization.completion_loss(truth, mask)
    residual = lambda factors: float(jnp.sqrt(2 * loss(factors)) / np.linalg.norm(truth[mask]))
    before, fewer = descend(start, truth, mask, optimizer, tolerance=0.1, max_steps=int(steps) - 1)
    assert residual(end) <= 0.1 < residual(before) and fewer == steps - 1
    stepped = jax.tree.map(lambda w, g: w - 0.5 * g, before, jax.grad(loss)(before))
    jax.tree.map(partial(np.testing.assert_allclose, rtol=1e-4, atol=1e-6), stepped, end)
    none, zero = descend(start, truth, mask, optimizer, max_steps=0)
    assert zero == 0 and all(np.array_equal(a, b) for a, b in zip(none, start))


def test_any_optimizer_goes_and_its_rate_is_traced(problem):
    truth, mask = problem
    traces = []

    @jax.jit
    def error(rate, scale):
        traces.append(rate)
        W = factorize(truth, mask, 3, scale, KEY, adam(rate)).matrix
        return jnp.linalg.norm(W - truth)

    assert error(1e-3, 1e-4) != error(3e-3, 1e-5) and len(traces) == 1


def test_a_divergence_is_a_result(problem):
    diverged = factorize(*problem, 3, 1.0, KEY, gradient_descent(100.0))
    assert np.isnan(diverged.residual) and np.isnan(diverged.nuclear_norm)


def test_the_rate_of_a_matrix_that_is_c_times_as_large_finds_c_times_the_matrix(problem, found):
    truth, mask = problem
    again = factorize(16 * truth, mask, 2, 16e-4, KEY).matrix
    np.testing.assert_allclose(again / 16, found[2].matrix, atol=2e-4)


# What cannot be completed


def spoiled(problem, **changes):
    truth, mask = problem
    return {"observed": truth, "mask": mask, "depth": 2, "scale": 1e-3, "key": KEY} | changes


@pytest.mark.parametrize(
    "change, message",
    [
        (
            lambda b, m: {"mask": m[:5]},
            r"observed has the shape \(30, 30\), the mask \(5, 30\): give two matrices of one",
        ),
        (lambda b, m: {"observed": b[0], "mask": m[0]}, r"observed has the shape \(30,\).* give two matrices"),
        (lambda b, m: {"mask": m.astype(np.float32)}, "the mask holds float32: give truth values, true if seen"),
        (lambda b, m: {"mask": m & (np.arange(N) != 3)}, "column 3 of the mask has no seen entry: give at least one"),
        (lambda b, m: {"mask": m & (np.arange(N) != 4)[:, None]}, "row 4 of the mask has no seen .*drop the row"),
        (lambda b, m: {"observed": np.where(m, np.nan, b)}, "give finite numbers where the mask is true"),
        (lambda b, m: {"observed": 0 * b}, "give an entry that is seen and not 0: the zero matrix fits these"),
    ],
)
def test_what_cannot_be_completed_is_named(problem, change, message, unchecked):
    arguments = spoiled(problem, **change(*problem))
    with pytest.raises(ValueError, match=message):
        factorize(**arguments)
    with pytest.raises(ValueError, match=message):
        nuclear_norm_minimum(arguments["observed"], arguments["mask"])


@pytest.mark.parametrize("depth", [0, -1, 1.5])
def test_a_depth_below_one_is_named(problem, depth):
    with pytest.raises(ValueError, match=f"depth = {depth}: give a whole number of factors >= 1"):
        factorize(**spoiled(problem, depth=depth))


@pytest.mark.parametrize("scale", [-1e-3, 0.0, np.nan])
def test_a_scale_that_is_not_positive_is_named(problem, scale):
    with pytest.raises(ValueError, match=f"scale = {scale}: give a finite number > 0"):
        factorize(**spoiled(problem, scale=scale))


def test_a_tolerance_or_steps_below_zero_are_named(problem):
    with pytest.raises(ValueError, match="tolerance = -1: give a finite number >= 0"):
        descend([jnp.eye(N)], *problem, gradient_descent(0.1), tolerance=-1)
