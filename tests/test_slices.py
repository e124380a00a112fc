"""The plane through a point: where it lies, and why filter-normalized directions are a fair pair of axes."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from optcourse import landscapes, losses, models, taylor, trees

INPUTS = np.random.default_rng(0).normal(size=(20, 4)).astype(np.float32)
LABELS = np.arange(20) % 3
NETWORK = models.mlp((4, 5, 3), activation=jax.nn.relu)


def network_loss(w):
    return losses.cross_entropy(NETWORK.apply(w, INPUTS), jnp.asarray(LABELS))


filter_normalized = jax.jit(landscapes.filter_normalized)


def random(model, seed):
    """Random weights and biases, or a random direction, for a model."""
    numbers = np.random.default_rng(seed)
    shapes = jax.eval_shape(model.init, jax.random.key(0))
    return jax.tree.map(lambda leaf: jnp.asarray(numbers.normal(size=leaf.shape), jnp.float32), shapes)


@pytest.fixture(scope="module")
def weights():
    return random(NETWORK, seed=0)


def test_a_slice_of_a_plane_is_the_plane_with_rows_going_up():
    coordinates, values = landscapes.slice(lambda w: w[0] + 10 * w[1], jnp.zeros(2), np.eye(2), radius=2.0, points=5)
    np.testing.assert_array_equal(coordinates, [-2, -1, 0, 1, 2])
    np.testing.assert_array_equal(values, coordinates[None, :] + 10 * coordinates[:, None])


def test_each_value_of_a_slice_is_the_loss_at_its_point(weights):
    d1, d2 = random(NETWORK, 1), random(NETWORK, 2)
    coordinates, values = landscapes.slice(network_loss, weights, (d1, d2), radius=0.7, points=9)

    @jax.jit
    def loss_at(a, b):
        return network_loss(trees.add_scaled(trees.add_scaled(weights, a, d1), b, d2))

    for i, j in [(0, 0), (4, 4), (8, 1), (2, 7)]:
        np.testing.assert_allclose(values[i, j], loss_at(coordinates[j], coordinates[i]), rtol=1e-5)


def test_directions_may_be_flat_vectors_such_as_eigenvectors(weights):
    d1, d2 = random(NETWORK, 1), random(NETWORK, 2)
    flat = np.stack([trees.flatten(d1)[0], trees.flatten(d2)[0]])
    one = landscapes.slice(network_loss, weights, (d1, d2), points=5)
    other = landscapes.slice(network_loss, weights, flat, points=5)
    np.testing.assert_allclose(one.losses, other.losses, rtol=1e-6)


def test_along_eigenvectors_the_slice_curves_as_the_eigenvalues_say(float64):
    saddle = next(point for point in landscapes.himmelblau.critical_points if point.kind == "saddle")
    found = taylor.classify(landscapes.himmelblau.loss, saddle.w)
    a, values = landscapes.slice(landscapes.himmelblau.loss, saddle.w, found.directions.T, radius=1e-3, points=3)
    curvatures = np.array([values[1, 0] + values[1, 2], values[0, 1] + values[2, 1]]) - 2 * values[1, 1]
    np.testing.assert_allclose(curvatures / a[2] ** 2, found.eigenvalues, rtol=1e-4)


def test_a_divergence_on_the_plane_is_kept():
    _, values = landscapes.slice(lambda w: jnp.log(w[0] + w[1]), jnp.array([1.0, 0.0]), np.eye(2), radius=2.0, points=5)
    assert np.isnan(values[0, 0]) and np.isneginf(values[0, 3]) and np.isfinite(values[4, 4])


def test_moving_through_a_loss_does_not_compile_again(weights):
    traces = []

    def loss(w):
        traces.append(w)
        return network_loss(w)

    directions = random(NETWORK, 1), random(NETWORK, 2)
    for scale in (0.5, 1.0, 2.0):
        landscapes.slice(loss, trees.scaled(scale, weights), directions, radius=scale, points=5)
    assert len(traces) == 1


@pytest.mark.parametrize("directions", [np.eye(3)[:2], np.eye(2)[:1], np.eye(3)])
def test_directions_of_another_size_or_number_are_refused_with_both_sizes(directions):
    with pytest.raises(ValueError, match="w has 2: give two directions as large as w"):
        landscapes.slice(landscapes.lee.loss, jnp.zeros(2), directions)


def test_each_filter_of_a_normalized_direction_is_as_long_as_that_of_the_weights():
    for model in (NETWORK, models.cnn((2, 3), 4)):
        w = [layer._replace(bias=0 * layer.bias) for layer in random(model, 0)]
        direction = filter_normalized(random(model, 1), w)
        for d, layer in zip(direction, w):
            lengths = [np.linalg.norm(x.reshape(-1, x.shape[-1]), axis=0) for x in (d.weight, layer.weight)]
            np.testing.assert_allclose(*lengths, rtol=1e-5)
            assert not np.any(d.bias)  # as long as the biases: zero


def test_a_bias_vector_and_a_plain_vector_count_as_one_filter():
    w = jnp.array([3.0, 4.0])
    np.testing.assert_allclose(landscapes.filter_normalized(jnp.array([1.0, 0.0]), w), [5, 0])


def test_in_half_precision_long_filters_keep_their_length():
    w, d = jnp.full((2, 1), 300.0, jnp.float16), jnp.float16([[400.0], [-300.0]])
    found = landscapes.filter_normalized(d, w)
    assert found.dtype == jnp.float16
    np.testing.assert_allclose(found, [[1.2 * 200 * 2**0.5], [-0.9 * 200 * 2**0.5]], rtol=1e-3)


@pytest.mark.parametrize("size", [1e-30, 1e-20, 1e20, 1e30])
def test_filters_of_any_size_keep_their_length_and_directions_of_any_size_lose_theirs(size):
    w, d = jnp.array([[3.0, 1.0], [4.0, 1.0]]), jnp.array([[0.6, 1.0], [-0.8, 0.0]])
    expected = np.array([[3, 2**0.5], [-4, 0]])
    for found in (filter_normalized(d, size * w) / size, filter_normalized(size * d, w)):
        np.testing.assert_allclose(found, expected, rtol=1e-6)


def test_filters_of_zeros_give_zeros_and_no_nan():
    w, d = jnp.array([[1.0, 0.0], [2.0, 0.0]]), jnp.array([[0.0, 1.0], [0.0, 1.0]])
    np.testing.assert_array_equal(landscapes.filter_normalized(d, w), np.zeros((2, 2)))


def test_random_directions_are_two_different_ones_and_follow_the_key(weights):
    d1, d2 = landscapes.random_directions(jax.random.key(1), weights)
    e1, _ = landscapes.random_directions(jax.random.key(1), weights)
    flat = [np.concatenate([np.ravel(leaf) for leaf in jax.tree.leaves(d)]) for d in (d1, d2, e1)]
    assert abs(flat[0] @ flat[1]) < 0.9 * np.linalg.norm(flat[0]) * np.linalg.norm(flat[1])
    np.testing.assert_array_equal(flat[0], flat[2])


def test_rescaling_a_relu_network_changes_a_plain_slice_but_not_a_filter_normalized_one():
    w = [layer._replace(bias=0 * layer.bias) for layer in random(NETWORK, 0)]
    rescaled = [w[0]._replace(weight=10 * w[0].weight), w[1]._replace(weight=w[1].weight / 10)]
    plain = random(NETWORK, 1), random(NETWORK, 2)

    def pictures(directions_at):
        return [landscapes.slice(network_loss, v, directions_at(v), points=7).losses for v in (w, rescaled)]

    fair = pictures(lambda v: [filter_normalized(d, v) for d in plain])
    np.testing.assert_allclose(*fair, rtol=1e-4)
    unfair = pictures(lambda v: plain)
    assert np.max(np.abs(unfair[0] - unfair[1])) > 0.5
