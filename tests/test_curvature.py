"""Products and eigenvalues of the Hessian, beside the dense matrix."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from optcourse import batches, curvature, fisher, losses, models, slices, taylor, trees
from optcourse.experiments.critical_points.digits import critical_point_summary, find_critical_point
from optcourse.experiments.run import run
from optcourse.optimizers import gradient_descent


def normal_like(seed, w):
    random = np.random.default_rng(seed)
    return jax.tree.map(lambda leaf: jnp.asarray(random.normal(size=leaf.shape)), w)


def network(sizes=(3, 4, 2)):
    """A small network's loss and random weights, in the current precision."""
    model = models.mlp(sizes)
    inputs, labels = np.random.default_rng(1).normal(size=(15, sizes[0])), np.arange(15) % sizes[-1]
    w = normal_like(0, jax.eval_shape(model.init, jax.random.key(0)))
    return lambda w: losses.cross_entropy(model.apply(w, inputs), jnp.asarray(labels)), w


def dense(loss, w):
    vector, flat_loss = trees.flatten_loss(loss, w)
    return np.asarray(jax.jit(jax.hessian(flat_loss))(vector))


def test_the_product_is_that_of_the_dense_matrix(float64):
    loss, w = network()
    H, v = dense(loss, w), normal_like(2, w)
    product = jax.jit(lambda w, v: curvature.hessian_vector(loss, w, v))(w, v)
    assert jax.tree.structure(product) == jax.tree.structure(w)
    np.testing.assert_allclose(trees.flatten(product)[0], H @ trees.flatten(v)[0], rtol=1e-11, atol=1e-13)


def test_the_product_is_linear_and_symmetric(float64):
    loss, w = network()
    u, v = normal_like(3, w), normal_like(4, w)
    product = jax.jit(lambda v: curvature.hessian_vector(loss, w, v))
    Hu, Hv, both = product(u), product(v), product(trees.add_scaled(u, 2.5, v))
    apart = trees.add_scaled(Hu, 2.5, Hv)
    np.testing.assert_allclose(trees.norm(trees.add_scaled(both, -1, apart)), 0, atol=1e-13)
    np.testing.assert_allclose(trees.dot(u, Hv), trees.dot(v, Hu), rtol=1e-11)


@pytest.mark.parametrize("size", [1, 64, 65, 130])
def test_the_chunked_hessian_is_the_dense_one_around_the_size_of_a_chunk(size, float64):
    w = jnp.linspace(-1, 1, size)

    def loss(w):
        return jnp.sum(jnp.sin(w)) * jnp.sum(w**3) + jnp.sum(w[1:] * w[:-1])

    H = curvature.hessian(loss, w)
    np.testing.assert_allclose(H, dense(loss, w), rtol=1e-10, atol=1e-10)
    np.testing.assert_array_equal(H, H.T)


# 17 weights lie below the size where Lanczos takes over, 26 above
@pytest.mark.parametrize("sizes", [(3, 2, 3), (3, 4, 2)])
def test_top_eigenpairs_are_those_of_the_dense_matrix(sizes, float64):
    loss, w = network(sizes)
    H = curvature.hessian(loss, w)
    np.testing.assert_allclose(H, dense(loss, w), rtol=1e-10, atol=1e-12)
    exact = np.linalg.eigvalsh(H)[::-1]
    largest = np.sort(exact[np.argsort(-np.abs(exact))[:3]])[::-1]
    for which, wanted in {"LA": exact[:3], "SA": exact[-3:], "LM": largest}.items():
        eigenvalues, vectors = curvature.top_eigenpairs(loss, w, 3, which)
        np.testing.assert_allclose(eigenvalues, wanted, rtol=1e-8, atol=1e-12)
        np.testing.assert_allclose(H @ vectors, vectors * eigenvalues, atol=1e-7)


def test_in_float32_top_eigenvalues_are_right_to_a_hundred_thousandth():
    loss, w = network((8, 8, 4))
    exact = np.linalg.eigvalsh(dense(loss, w).astype(float))[::-1]
    np.testing.assert_allclose(curvature.top_eigenvalues(loss, w, 5), exact[:5], rtol=1e-5)
    np.testing.assert_allclose(curvature.sharpness(loss, w), exact[0], rtol=1e-5)


def test_eigenvalues_at_another_point_compile_nothing_new():
    traced = []

    def loss(w):
        traced.append(w)
        return jnp.sum(w**4)

    at_one = curvature.sharpness(loss, jnp.ones(40))
    once = len(traced)
    np.testing.assert_allclose([at_one, curvature.sharpness(loss, 2 * jnp.ones(40))], [12, 48], rtol=1e-6)
    assert len(traced) == once


def test_gradient_descent_is_stable_below_two_over_the_sharpness_and_not_above():
    curvatures = jnp.array([1.0, 30.0])

    def loss(w):
        return jnp.sum(curvatures * w**2) / 2

    limit = 2 / curvature.sharpness(loss, jnp.zeros(2))
    for factor, stable in [(0.98, True), (1.02, False)]:
        trajectory = run(gradient_descent(factor * limit), loss, jnp.ones(2), 200)
        assert (trajectory.loss[-1] < trajectory.loss[0]) == stable


def test_at_a_saddle_the_sharpness_keeps_no_learning_rate_stable():
    def loss(w):
        return (w[0] ** 2 - w[1] ** 2) / 2

    end = run(gradient_descent(0.1 / curvature.sharpness(loss, jnp.zeros(2))), loss, jnp.array([1.0, 1e-3]), 200).end
    assert abs(end[1]) > 1e5


def test_sharpness_is_the_largest_eigenvalue_and_not_the_largest_in_size():
    assert curvature.sharpness(lambda w: w[0] ** 2 / 2 - 5 * w[1] ** 2, jnp.ones(2)) == 1


def test_a_flat_loss_has_sharpness_zero_and_a_diverged_point_has_none():
    assert curvature.sharpness(lambda w: 0 * jnp.sum(w), jnp.ones(40)) == 0
    assert np.isnan(curvature.sharpness(lambda w: jnp.sum(w**3) * jnp.nan, jnp.ones(40)))


@pytest.mark.parametrize(
    "eigenvalues, ratio",
    [
        ([1.0, 2.0], 1),
        ([-1.0, -2.0], 0),
        ([-1.0, 1.0, 2.0, 0.0], 0.5),
        ([1e-6, 1.0], 0.5),
        ([1e-6, 2e-6], 1),
        ([0.0], 0),
    ],
)
def test_the_minimum_ratio_is_the_share_of_positive_eigenvalues(eigenvalues, ratio):
    for array in (jnp.array, np.array):
        assert curvature.count_signs(array(eigenvalues)).positive / len(eigenvalues) == ratio


WHOLE = {"a": 0.0, "b": np.array([0, 0])}
EXAMPLES = np.ones(3)
SLOPES = {
    "hessian_vector": lambda loss: curvature.hessian_vector(loss, WHOLE, WHOLE),
    "hessian": lambda loss: curvature.hessian(loss, WHOLE),
    "sharpness": lambda loss: curvature.sharpness(loss, WHOLE),
    "classify": lambda loss: taylor.classify(loss, WHOLE),
    "expand": lambda loss: taylor.expand(loss, WHOLE),
    "escape": lambda loss: taylor.escape_direction(loss, WHOLE),
    "slice": lambda loss: slices.slice(loss, WHOLE, np.eye(3)[:2], points=3),
    "alone": lambda loss: batches.per_example_gradients(lambda w, batch: loss(w), WHOLE, EXAMPLES),
    "exact": lambda loss: fisher.exact(lambda w, inputs: inputs * w["b"], WHOLE, EXAMPLES[:, None]),
    "vector_product": lambda loss: fisher.vector_product(lambda w, x: x * w["b"], WHOLE, EXAMPLES[:, None], WHOLE),
    "search": lambda loss: find_critical_point(loss, WHOLE),
    "measure": lambda loss: critical_point_summary(loss, WHOLE),
    "step": lambda loss: gradient_descent(0.1).step(loss, WHOLE, 0),
}


@pytest.mark.parametrize("name", SLOPES)
def test_a_leaf_of_whole_numbers_which_has_no_slope_is_refused_and_not_taken_for_flat(name):
    with pytest.raises(ValueError, match=r"w holds int(32|64) numbers, which have no gradient: make them floats"):
        SLOPES[name](lambda w: w["a"] ** 2 + jnp.sum((w["b"] * 1.0) ** 2))
