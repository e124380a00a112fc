"""Kernels of infinite width: those of neural-tangents, the limits of finite networks, and what they are invariant to.

data/neural_tangents.json holds the numbers of another implementation, and says how they were made.
"""

import json
from pathlib import Path

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from optcourse import kernels, models, trees, wide_networks
from optcourse.kernels import cnn_gp, cntk, empirical_ntk, nngp, ntk

REFERENCE = json.loads((Path(__file__).parent / "data/neural_tangents.json").read_text())
DENSE = {case["depth"]: case for case in REFERENCE["dense"]}
CONVOLUTIONAL = {(case["depth"], case["pooling"]): case for case in REFERENCE["convolutional"]}


def reference(name):
    return np.array(REFERENCE[name])


def rows(n, d=5, seed=0):
    return np.random.default_rng(seed).normal(size=(n, d))


def pictures(n, height=4, width=3, channels=2, seed=0):
    return np.random.default_rng(seed).normal(size=(n, height, width, channels))


def relative_error(found, expected):
    return np.linalg.norm(found - expected) / np.linalg.norm(expected)


# Another implementation


@pytest.mark.parametrize("depth", DENSE)
def test_dense_kernels_are_those_of_neural_tangents(depth, float64):
    x, y = reference("x"), reference("y")
    np.testing.assert_allclose(nngp(x, y, depth), DENSE[depth]["nngp"], atol=1e-11)
    np.testing.assert_allclose(ntk(x, y, depth), DENSE[depth]["ntk"], atol=1e-11)


@pytest.mark.parametrize("depth, pooling", CONVOLUTIONAL)
def test_kernels_of_images_are_those_of_neural_tangents(depth, pooling, float64):
    x, y, case = reference("images_x"), reference("images_y"), CONVOLUTIONAL[depth, pooling]
    found = kernels.convolutional_kernels(x, y, depth, pooling)
    np.testing.assert_allclose(found.covariance, case["cnn_gp"], atol=1e-11)
    np.testing.assert_allclose(found.tangent, case["cntk"], atol=1e-11)
    np.testing.assert_allclose(
        cntk(y, y, depth, pooling), case["cntk_of_y"], atol=1e-9
    )  # theirs: an angle of 0 is 1e-8


# Finite networks


def mean_kernels(network, x, y, starts):
    """(kernel of all layers, of the last layer alone), each the mean over random starts."""

    def at(key):
        w = network.init(key)
        return empirical_ntk(network.apply, w, x, y), top_layer_kernel(network, w, x, y)

    keys = jax.random.split(jax.random.key(0), starts)
    return [np.mean(each, axis=0) for each in jax.lax.map(at, keys)]


@pytest.mark.parametrize("depth", [1, 2, 3])
def test_wide_dense_networks_have_nearly_the_kernels_of_an_infinite_one(depth):
    x, y = rows(4).astype(np.float32), rows(3, seed=1).astype(np.float32)
    # measured over eight draws: 0.02 to 0.12, and the two kernels are 0.4 to 0.5 apart
    found, top = mean_kernels(wide_networks.dense(5, 256, depth), x, y, 10)
    assert relative_error(found, ntk(x, y, depth)) < 0.2
    assert relative_error(top, nngp(x, y, depth)) < 0.2


@pytest.mark.parametrize("pooling", [True, False])
def test_wide_convolutional_networks_have_nearly_the_kernels_of_an_infinite_one(pooling):
    x, y = pictures(3).astype(np.float32), pictures(2, seed=1).astype(np.float32)
    # measured over five draws: 0.01 to 0.08, and the two kernels are 0.24 and 0.32 apart
    found, top = mean_kernels(wide_networks.convolutional(2, 64, 2, pooling, pixels=12), x, y, 20)
    infinite = kernels.convolutional_kernels(x, y, 2, pooling)
    assert relative_error(found, infinite.tangent) < 0.15
    assert relative_error(top, infinite.covariance) < 0.15


def top_layer_kernel(network, w, x, y):
    """The empirical kernel of the last layer alone: training it leaves the others where they started."""
    below, top = w[:-1], w[-1]
    return empirical_ntk(lambda top, x: network.apply([*below, top], x), top, x, y)


def test_the_outputs_of_many_networks_have_the_covariance():
    x, network = rows(3).astype(np.float32), wide_networks.dense(5, 64, 2)
    outputs = jax.lax.map(lambda key: network.apply(network.init(key), x), jax.random.split(jax.random.key(0), 2000))
    assert relative_error(np.cov(outputs.T, bias=True), nngp(x, x, 2)) < 0.12  # measured 0.01 to 0.06


SIZES = (4, 3, 1)
MLP = models.mlp(SIZES)


def scalar(w, x):
    return MLP.apply(w, x)[:, 0]


def weights():
    return jax.tree.map(lambda leaf: leaf + 0.3, MLP.init(jax.random.key(0)))


def test_the_empirical_kernel_is_the_product_of_jacobians_by_the_weights(float64):
    x, y, w = rows(3, 4), rows(2, 4, seed=1), jax.tree.map(lambda leaf: jnp.asarray(leaf, float), weights())
    vector, unflatten = trees.flatten(w)
    jacobian = lambda inputs: jax.jacrev(lambda v: scalar(unflatten(v), inputs))(vector)
    np.testing.assert_allclose(empirical_ntk(scalar, w, x, y), jacobian(x) @ jacobian(y).T, atol=1e-13)


def test_a_linearized_network_has_the_value_the_slope_and_one_kernel_for_all_its_weights(float64):
    x = rows(3, 4)
    w = jax.tree.map(lambda leaf: jnp.asarray(leaf, float), weights())
    v = jax.tree.map(lambda leaf: leaf + 0.5, w)
    linear = kernels.linearize(scalar, w)
    np.testing.assert_allclose(linear(w, x), scalar(w, x), atol=1e-14)
    np.testing.assert_allclose(empirical_ntk(linear, v, x, x), empirical_ntk(scalar, w, x, x), atol=1e-13)
    middle = jax.tree.map(lambda a, b: (a + b) / 2, v, w)
    np.testing.assert_allclose(2 * linear(middle, x), linear(v, x) + linear(w, x), atol=1e-13)
    assert np.max(np.abs(linear(v, x) - scalar(v, x))) > 0.01


# What they are invariant to


def test_kernels_turn_with_the_inputs_and_grow_with_their_length(float64):
    x, y = rows(4), rows(3, seed=1)
    turn = np.linalg.qr(rows(5, seed=2))[0]
    for kernel in (nngp, ntk):
        np.testing.assert_allclose(kernel(x @ turn, y @ turn, 2), kernel(x, y, 2), atol=1e-13)
        np.testing.assert_allclose(kernel(3 * x, y, 2), 3 * kernel(x, y, 2), atol=1e-13)


@pytest.mark.parametrize("precision", [np.float32, np.float64])
def test_the_diagonal_is_exact_in_either_precision(precision):
    with jax.enable_x64(precision == np.float64):
        x = rows(50, 30).astype(precision)
        squares, eps = np.sum(x**2, axis=1) / 30, np.finfo(precision).eps
        np.testing.assert_allclose(np.diag(nngp(x, x, 3)), squares, rtol=30 * eps)
        np.testing.assert_allclose(np.diag(ntk(x, x, 3)), 4 * squares, rtol=30 * eps)


def test_in_single_precision_a_kernel_of_digits_is_right_to_five_digits_of_its_size():
    x = (rows(30, 64) > 0.5) * 0.7
    single = ntk(x.astype(np.float32), x.astype(np.float32), 3)
    with jax.enable_x64(True):
        double = ntk(x, x, 3)
        assert np.max(np.abs(single - double)) < 1e-5 * np.max(double)


def test_pooling_sees_no_shift_and_without_it_a_shift_is_seen(float64):
    x = np.zeros((1, 9, 10, 1))
    x[0, 3:5, 3:6] = pictures(1, 2, 3, 1)[0]
    moved = np.roll(x, (1, 2), axis=(1, 2))
    for kernel in (cnn_gp, cntk):
        np.testing.assert_allclose(kernel(x, moved, 2, pooling=True), kernel(x, x, 2, pooling=True), rtol=1e-12)
        there, here = kernel(x, moved, 2, pooling=False), kernel(x, x, 2, pooling=False)
        assert float(there[0, 0]) < 0.8 * float(here[0, 0])


def test_without_pooling_the_kernel_is_the_mean_over_pixels_of_that_of_their_surroundings(float64):
    # with one layer a pixel's surroundings are the nine of its window: rows of a dense network
    x, y = pictures(2, 5, 4), pictures(3, 5, 4, seed=1)

    def windows(images):
        padded = np.pad(images, ((0, 0), (1, 1), (1, 1), (0, 0)))
        shifted = [padded[:, i : i + 5, j : j + 4] for i in range(3) for j in range(3)]
        return np.concatenate(shifted, axis=-1).reshape(len(images), 20, 18)

    u, v = windows(x), windows(y)
    for kernel, dense in ((cnn_gp, nngp), (cntk, ntk)):
        at_pixels = [dense(u[:, pixel], v[:, pixel], 1) for pixel in range(20)]
        np.testing.assert_allclose(kernel(x, y, 1, pooling=False), np.mean(at_pixels, axis=0), atol=1e-13)
        all_pairs = np.reshape(dense(u.reshape(-1, 18), v.reshape(-1, 18), 1), (2, 20, 3, 20))
        np.testing.assert_allclose(kernel(x, y, 1, pooling=True), all_pairs.mean(axis=(1, 3)), atol=1e-13)


@pytest.mark.parametrize("pooling", [True, False])
def test_images_with_themselves_are_computed_once_and_give_the_same_matrix(pooling, float64, monkeypatch):
    x = pictures(5, 3, 3, 1)
    expected = cntk(x, x.copy(), 2, pooling)
    np.testing.assert_allclose(cntk(x, x, 2, pooling), expected, atol=1e-14)
    jax.clear_caches()
    monkeypatch.setattr(kernels, "NUMBERS_AT_ONCE", 20)  # two pairs at a time, or one
    np.testing.assert_allclose(cntk(x, x, 2, pooling), expected, atol=1e-14)
    assert np.all(np.linalg.eigvalsh(expected) > 0)


def test_black_images_and_black_borders_give_zeros_and_no_nan():
    x = np.zeros((2, 6, 6, 1), np.float32)
    x[1, 2, 2] = 1
    for kernel in (cnn_gp, cntk):
        for pooling in (True, False):
            K = np.asarray(kernel(x, x, 2, pooling))
            assert np.all(K[0] == 0) and np.all(K[:, 0] == 0)
            assert np.isfinite(K[1, 1]) and K[1, 1] > 0
    assert np.all(ntk(np.zeros((1, 3)), rows(2, 3), 2) == 0)


def test_a_kernel_can_be_traced_and_differentiated():
    x = rows(3).astype(np.float32)
    np.testing.assert_allclose(jax.jit(lambda x: ntk(x, x, 2))(x), ntk(x, x, 2), rtol=1e-6)
    slope = jax.grad(lambda x: jnp.sum(ntk(x, x, 2)))(x)
    assert np.all(np.isfinite(slope))


# Errors


def test_bad_input_is_named_in_one_sentence(unchecked):
    x, images = rows(2), pictures(2)
    for depth in (0, 1.5, -1):
        for kernel in (lambda depth: ntk(x, x, depth), lambda depth: cntk(images, images, depth)):
            with pytest.raises(ValueError, match=f"depth = {depth}: give a whole number >= 1"):
                kernel(depth)
    with pytest.raises(ValueError, match=r"y has the shape \(5,\): give rows \(n, d\)"):
        ntk(x, x[0], 1)
    with pytest.raises(ValueError, match=r"x has the shape \(0, 5\): give rows"):
        ntk(x[:0], x, 1)
    with pytest.raises(ValueError, match=r"x \(2, 5\) and y \(2, 4\): give both rows \(n, d\) of one size"):
        nngp(x, x[:, :4], 1)
    with pytest.raises(ValueError, match=r"x has the shape \(4, 3, 2\): give images \(n, height, width, channels\)"):
        cntk(images[0], images, 1)
    with pytest.raises(ValueError, match=r"x \(2, 4, 3, 2\) and y \(2, 3, 3, 2\): give both images .* of one size"):
        cnn_gp(images, images[:, :3], 1)
    broken = x.copy()
    broken[1, 2] = np.nan
    with pytest.raises(ValueError, match=r"y\[1, 2\] is not finite"):
        ntk(x, broken, 1)
    with pytest.raises(ValueError, match=r"the network gave outputs \(2, 1\) for 2 inputs: return one number each"):
        empirical_ntk(MLP.apply, weights(), x[:, :4], x[:, :4])
    with pytest.raises(ValueError, match=r"w holds int32 numbers"):
        empirical_ntk(lambda w, x: x @ w, jnp.arange(5), x, x)


def test_sizes_of_a_network_that_are_none_are_named(unchecked):
    with pytest.raises(ValueError, match=r"layer sizes \(5, 0, 1\): give .* whole numbers >= 1"):
        wide_networks.dense(5, 0, 1)
    with pytest.raises(ValueError, match=r"layer sizes \(1, 8, 2\.5, 1\)"):
        wide_networks.convolutional(1, 8, 2.5)
