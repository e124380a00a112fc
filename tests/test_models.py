"""The two small networks: shapes, the size of their first weights, and what a convolution with a mean cannot see."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from optcourse import models, trees


def test_a_multilayer_perceptron_has_a_layer_between_each_two_sizes():
    model = models.mlp((5, 7, 3))
    w = model.init(jax.random.key(0))
    assert [layer.weight.shape for layer in w] == [(5, 7), (7, 3)]
    assert [layer.bias.shape for layer in w] == [(7,), (3,)]
    assert model.apply(w, jnp.ones((11, 5))).shape == (11, 3)


def test_a_convolutional_network_takes_images_of_any_size():
    model = models.cnn((2, 4, 6), classes=3)
    w = model.init(jax.random.key(0))
    assert [layer.weight.shape for layer in w] == [(3, 3, 2, 4), (3, 3, 4, 6), (6, 3)]
    assert model.apply(w, jnp.ones((5, 8, 8, 2))).shape == (5, 3)
    assert model.apply(w, jnp.ones((5, 10, 12, 2))).shape == (5, 3)


def test_a_perceptron_is_written_out_by_hand():
    model = models.mlp((3, 4, 2))
    first, last = w = model.init(jax.random.key(0))
    w = [models.Layer(first.weight, first.bias + 0.1), models.Layer(last.weight, last.bias - 0.2)]
    inputs = jax.random.normal(jax.random.key(1), (5, 3))
    by_hand = np.tanh(inputs @ first.weight + 0.1) @ last.weight - 0.2
    np.testing.assert_allclose(model.apply(w, inputs), by_hand, rtol=1e-5, atol=1e-6)


def test_without_a_hidden_layer_a_perceptron_is_linear():
    model = models.mlp((4, 2))
    w = model.init(jax.random.key(0))
    x = jax.random.normal(jax.random.key(1), (1, 4))
    np.testing.assert_allclose(model.apply(w, 3 * x), 3 * model.apply(w, x), rtol=1e-5)


def test_the_activation_is_the_one_asked_for():
    model = models.mlp((1, 1, 1), activation=lambda h: 0 * h)
    w = model.init(jax.random.key(0))
    assert model.apply(w, jnp.ones((1, 1))) == 0


@pytest.mark.parametrize("seed", range(5))
def test_weights_start_with_variance_gain_squared_over_inputs_and_biases_at_zero(seed):
    key = jax.random.key(seed)
    dense = models.mlp((400, 100, 100), gain=2.0).init(key)
    filters = models.cnn((50, 40, 100), classes=10).init(key)  # gain √2 for its ReLUs
    # at least 10 000 weights a layer: the standard error of a deviation is 0.7 %; 3 % allowed
    np.testing.assert_allclose([jnp.std(layer.weight) for layer in dense], [2 / 20, 2 / 10], rtol=0.03)
    np.testing.assert_allclose(
        [jnp.std(layer.weight) for layer in filters[:2]], [(2 / 450) ** 0.5, (2 / 360) ** 0.5], rtol=0.03
    )
    assert all(jnp.all(layer.bias == 0) for layer in [*dense, *filters])


def test_the_variance_of_a_signal_survives_twenty_relu_layers_with_gain_root_two():
    model = models.mlp([256] * 21, activation=jax.nn.relu, gain=2**0.5)
    x = jax.random.normal(jax.random.key(0), (64, 256))
    sizes = [jnp.std(model.apply(model.init(jax.random.key(seed)), x)) for seed in range(5)]
    # measured 0.9 to 1.9 over 5 seeds; gain 1 would leave 2^-10 of it, gain 2 would make it 1000
    assert 0.2 < min(sizes) and max(sizes) < 10


def test_the_same_key_gives_the_same_network_and_layers_differ():
    model = models.mlp((6, 6, 6))
    w, same, other = (model.init(jax.random.key(seed)) for seed in (0, 0, 1))
    assert trees.norm(trees.add_scaled(w, -1, same)) == 0
    assert trees.norm(trees.add_scaled(w, -1, other)) > 1
    assert not jnp.allclose(w[0].weight, w[1].weight)


def test_moving_a_shape_inside_the_image_does_not_change_a_convolutional_network():
    model = models.cnn((1, 4, 4), classes=3)
    w = model.init(jax.random.key(0))
    shape = jax.random.normal(jax.random.key(1), (4, 4))
    image = jnp.zeros((16, 16)).at[4:8, 4:8].set(shape)  # two layers of 3 x 3 see two pixels beyond it
    moved = jnp.roll(image, (3, 2), axis=(0, 1))
    outputs = model.apply(w, jnp.stack([image, moved])[..., None])
    assert jnp.max(jnp.abs(outputs)) > 1e-3
    np.testing.assert_allclose(outputs[0], outputs[1], rtol=1e-5, atol=1e-7)


@pytest.mark.parametrize("sizes", [(), (3,), (3, 0), (3, -1, 2), (3, 2.5)])
def test_layer_sizes_that_make_no_network_are_named(sizes):
    with pytest.raises(ValueError, match="give at least two whole numbers >= 1, inputs first"):
        models.mlp(sizes)


@pytest.mark.parametrize("channels, classes", [((), 3), ((1, 0), 3), ((1, 4), 0)])
def test_channels_that_make_no_network_are_named(channels, classes):
    with pytest.raises(ValueError, match="layer sizes"):
        models.cnn(channels, classes)
