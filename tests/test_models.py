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
    w = jax.eval_shape(model.init, jax.random.key(0))
    assert [layer.weight.shape for layer in w] == [(3, 3, 2, 4), (3, 3, 4, 6), (6, 3)]
    for height, width in [(8, 8), (10, 12)]:
        images = jax.ShapeDtypeStruct((5, height, width, 2), jnp.float32)
        assert jax.eval_shape(model.apply, w, images).shape == (5, 3)


def test_a_convolution_with_a_single_one_hands_on_every_pixel_the_border_included():
    model = models.cnn((1, 1), classes=1)
    hand_on = models.Layer(jnp.zeros((3, 3, 1, 1)).at[1, 1].set(1.0), jnp.array([0.5]))
    image = np.random.default_rng(0).normal(size=(1, 5, 7, 1)).astype(np.float32)
    outputs = model.apply([hand_on, models.Layer(jnp.ones((1, 1)), jnp.array([2.0]))], image)
    np.testing.assert_allclose(outputs[0, 0], 2 + np.mean(np.maximum(image + 0.5, 0)), rtol=1e-5)


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


@pytest.mark.parametrize(
    "model, deviations",
    [
        (models.mlp((400, 100, 100), gain=2.0), (2 / 20, 2 / 10)),
        (models.cnn((50, 40, 100), classes=10), ((2 / 450) ** 0.5, (2 / 360) ** 0.5)),  # gain √2 for its ReLUs
    ],
    ids=["mlp", "cnn"],
)
def test_weights_start_with_variance_gain_squared_over_inputs_and_biases_at_zero(model, deviations):
    init = jax.jit(model.init)
    for seed in range(5):
        w = init(jax.random.key(seed))
        # at least 10 000 weights a layer: the standard error of a deviation is 0.7 %; 3 % allowed
        np.testing.assert_allclose([np.std(layer.weight) for layer in w[:2]], deviations, rtol=0.03)
        assert not any(np.any(layer.bias) for layer in w)


def test_the_variance_of_a_signal_survives_twenty_relu_layers_with_gain_root_two():
    model = models.mlp([256] * 21, activation=jax.nn.relu, gain=2**0.5)
    x = jax.random.normal(jax.random.key(0), (64, 256))
    size_at_the_end = jax.jit(lambda key: jnp.std(model.apply(model.init(key), x)))
    sizes = [size_at_the_end(jax.random.key(seed)) for seed in range(5)]
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
    image = np.zeros((16, 16), np.float32)
    image[4:8, 4:8] = np.random.default_rng(0).normal(size=(4, 4))  # two layers of 3 x 3 see two pixels beyond it
    moved = np.roll(image, (3, 2), axis=(0, 1))
    outputs = jax.jit(model.apply)(w, np.stack([image, moved])[..., None])
    assert jnp.max(jnp.abs(outputs)) > 1e-3
    np.testing.assert_allclose(outputs[0], outputs[1], rtol=1e-5, atol=1e-7)


@pytest.mark.parametrize("sizes", [(), (3,), (3, 0), (3, -1, 2), (3, 2.5), (2.0, 3), (float("nan"), 3)])
def test_layer_sizes_that_make_no_network_are_named(sizes):
    with pytest.raises(ValueError, match="give at least two whole numbers >= 1, inputs first"):
        models.mlp(sizes)


@pytest.mark.parametrize("channels, classes", [((), 3), ((1, 0), 3), ((1, 4), 0)])
def test_channels_that_make_no_network_are_named(channels, classes):
    with pytest.raises(ValueError, match="layer sizes"):
        models.cnn(channels, classes)
