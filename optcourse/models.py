"""Two small networks, each a pair init(key) -> w and apply(w, inputs) -> outputs.

    mlp: h <- φ(h W + b), layer after layer; the last layer is linear
    cnn: 3 x 3 convolutions with φ, then the mean over the image, then a linear layer

Weights start as N(0, gain²/fan-in), the last layer of the cnn with gain 1, and biases at zero (LeCun et al., 1998;
gain √2 for ReLU: He et al., 2015). The fan-in, of what enters a sum, is a layer's inputs, 9 · inputs in a convolution.
"""

from collections.abc import Callable, Sequence
from itertools import pairwise
from math import prod
from numbers import Integral
from typing import NamedTuple

import jax
import jax.numpy as jnp
from jaxtyping import Array, PRNGKeyArray


class Layer(NamedTuple):
    """Weights (inputs, outputs), or (3, 3, inputs, outputs) for a convolution, and biases (outputs,)."""

    weight: Array
    bias: Array


class Model(NamedTuple):
    """init(key) -> w, a list of layers; apply(w, inputs) -> outputs (n, classes)."""

    init: Callable
    apply: Callable


def mlp(sizes: Sequence, activation: Callable = jnp.tanh, gain=1.0) -> Model:
    """A multilayer perceptron: sizes = (inputs, hidden, ..., classes). Inputs (n, inputs)."""
    _check_sizes(sizes)

    def init(key: PRNGKeyArray) -> list[Layer]:
        keys = jax.random.split(key, len(sizes) - 1)
        return [_init_layer(k, (a, b), gain) for k, (a, b) in zip(keys, pairwise(sizes))]

    def apply(w, inputs):
        h = inputs
        for layer in w[:-1]:
            h = activation(h @ layer.weight + layer.bias)
        return h @ w[-1].weight + w[-1].bias

    return Model(init, apply)


def cnn(channels: Sequence, classes: int, activation: Callable = jax.nn.relu, gain=2**0.5) -> Model:
    """A convolutional network: channels = (input channels, hidden, ...). Inputs (n, height, width, channels)."""
    _check_sizes((*channels, classes))

    def init(key: PRNGKeyArray) -> list[Layer]:
        keys = jax.random.split(key, len(channels))
        filters = [
            _init_layer(k, (3, 3, a, b), gain) for k, (a, b) in zip(keys, pairwise(channels))
        ]
        return [*filters, _init_layer(keys[-1], (channels[-1], classes), 1.0)]

    def apply(w, inputs):
        h = inputs
        for layer in w[:-1]:
            dimensions = ("NHWC", "HWIO", "NHWC")
            h = jax.lax.conv_general_dilated(
                h, layer.weight, (1, 1), "SAME", dimension_numbers=dimensions
            )
            h = activation(h + layer.bias)
        return jnp.mean(h, axis=(1, 2)) @ w[-1].weight + w[-1].bias

    return Model(init, apply)


def _init_layer(key, shape, gain) -> Layer:
    fan_in = prod(shape[:-1])
    return Layer(gain * jax.random.normal(key, shape) / fan_in**0.5, jnp.zeros(shape[-1]))


def _check_sizes(sizes):
    if len(sizes) < 2 or any(not isinstance(n, Integral) or n < 1 for n in sizes):
        raise ValueError(
            f"layer sizes {tuple(sizes)}: give at least two whole numbers >= 1, inputs first"
        )
