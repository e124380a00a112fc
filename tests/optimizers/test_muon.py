"""Muon: orthogonal steps for matrices, Adam's for everything else."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from optcourse.experiments.run import run
from optcourse.optimizers import adam, muon
from optcourse.optimizers.muon import orthogonalize

orthogonalized = jax.jit(orthogonalize)


def random(*shape, seed=0):
    return np.random.default_rng(seed).normal(size=shape)


@pytest.mark.parametrize("shape", [(4, 4), (3, 7), (7, 3), (5, 1)])
def test_the_iteration_keeps_the_singular_vectors_and_brings_the_values_near_one(shape, float64):
    m = random(*shape)
    U, _, Vt = np.linalg.svd(m, full_matrices=False)
    inside = U.T @ np.asarray(orthogonalized(m)) @ Vt.T
    values = np.diag(inside)
    assert np.all((0.65 < values) & (values < 1.25))
    np.testing.assert_allclose(inside, np.diag(values), atol=1e-10)


@pytest.mark.parametrize("seed", range(3))
def test_of_a_large_matrix_only_singular_values_above_a_hundredth_of_its_norm_come_near_one(seed, float64):
    m = np.asarray(jax.random.normal(jax.random.key(seed), (64, 64)))
    U, singular, Vt = np.linalg.svd(m)
    shares = singular / np.linalg.norm(m)
    values = np.diag(U.T @ np.asarray(orthogonalized(m)) @ Vt.T)
    near, growth = values[shares > 0.01], values / shares
    assert len(near) > 40 and np.all((0.68 < near) & (near < 1.2))
    assert values[-1] < 0.68 and np.all(growth < 3.4445**5) and growth[-1] > 300


def test_it_is_the_same_method_in_any_rotated_basis(float64):
    m, (turn, _) = random(4, 6), np.linalg.qr(random(4, 4, seed=1))
    np.testing.assert_allclose(orthogonalized(turn @ m), turn @ np.asarray(orthogonalized(m)), rtol=1e-9)


def test_a_matrix_of_zeros_stays_zero():
    assert not np.any(orthogonalize(jnp.zeros((2, 3))))


@pytest.mark.parametrize("inputs, outputs, longer", [(3, 3, 1), (8, 2, 1), (2, 8, 2)])
def test_the_step_of_a_matrix_moves_no_output_by_more_than_the_rate_allows(inputs, outputs, longer, float64):
    slope = random(inputs, outputs, seed=2)
    path = run(muon(0.1), lambda w: jnp.sum(slope * w), jnp.zeros((inputs, outputs)), 3).path
    for move in np.diff(path, axis=0):
        values = np.linalg.svd(move, compute_uv=False) / (0.1 * longer)
        assert np.all((0.65 < values) & (values < 1.25))
        assert np.sum(move * slope) < 0


@pytest.mark.parametrize("shape", [(), (5,), (3, 3, 2, 4)], ids=["number", "vector", "filter"])
def test_what_is_no_matrix_takes_the_step_of_adam(shape, float64):
    w = {"other": jnp.asarray(random(*shape)), "matrix": jnp.eye(2)}
    loss = lambda w: jnp.sum(w["other"] ** 4) + jnp.sum(w["matrix"] ** 2)
    ends = [run(make(0.01, b1=0.8, b2=0.9), loss, w, 20).end for make in (muon, adam)]
    np.testing.assert_allclose(ends[0]["other"], ends[1]["other"], rtol=1e-12)
    assert np.max(np.abs(ends[0]["matrix"] - ends[1]["matrix"])) > 1e-3


def test_it_keeps_one_number_for_each_weight_of_a_matrix_and_two_for_each_other():
    state = muon(0.1).init({"matrix": jnp.ones((3, 4)), "vector": jnp.ones(5)})
    assert sum(leaf.size for leaf in jax.tree.leaves(state)) == 3 * 4 + 2 * 5 + 1
