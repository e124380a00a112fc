"""Two small networks, each a pair init(key) -> w and apply(w, inputs) -> outputs.

    mlp: h <- φ(h W + b), layer after layer; the last layer is linear
    cnn: 3 x 3 convolutions with φ, then the mean over the image, then a linear layer

Weights start as N(0, gain²/fan-in), the last layer of the cnn with gain 1, and biases at zero
(LeCun et al., 1998; gain √2 for ReLU: He et al., 2015). The fan-in, the number of terms in a sum,
is a layer's inputs, 9 · inputs in a convolution.
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
    """weight (inputs, outputs), of a convolution (3, 3, inputs, outputs); bias (outputs,)."""

    weight: Array
    bias: Array


class Model(NamedTuple):
    """init(key) -> w, a list of layers; apply(w, inputs) -> outputs (n, classes)."""

    init: Callable
    apply: Callable


def mlp(sizes: Sequence, activation: Callable = jnp.tanh, gain=1.0) -> Model:
    """A multilayer perceptron: sizes = (inputs, hidden, ..., classes). Inputs (n, inputs)."""
    check_sizes(sizes)

    def init(key: PRNGKeyArray) -> list[Layer]:
        shapes = list(pairwise(sizes))
        keys = jax.random.split(key, len(shapes))
        return [_init_layer(k, shape, gain) for k, shape in zip(keys, shapes)]

    def apply(w, inputs):
        h = inputs
        for layer in w[:-1]:
            z = h @ layer.weight + layer.bias
            h = activation(z)
        last = w[-1]
        return h @ last.weight + last.bias

    return Model(init, apply)


def cnn(
    channels: Sequence,
    classes: int,
    activation: Callable = jax.nn.relu,
    gain=2**0.5,
) -> Model:
    """Convolutional network: channels (inputs, hidden, ...); inputs (n, height, width, inputs)."""
    check_sizes((*channels, classes))

    def init(key: PRNGKeyArray) -> list[Layer]:
        keys = jax.random.split(key, len(channels))
        shapes = [(3, 3, a, b) for a, b in pairwise(channels)]
        filters = [_init_layer(k, shape, gain) for k, shape in zip(keys, shapes)]
        last = _init_layer(keys[-1], (channels[-1], classes), 1.0)
        return [*filters, last]

    def apply(w, inputs):
        h = inputs
        for layer in w[:-1]:
            z = convolve(h, layer.weight) + layer.bias
            h = activation(z)
        last = w[-1]
        mean = jnp.mean(h, axis=(1, 2))
        return mean @ last.weight + last.bias

    return Model(init, apply)


def convolve(images, filters):
    """Convolve images (n, height, width, inputs) with filters (3, 3, inputs, outputs)."""
    dimensions = ("NHWC", "HWIO", "NHWC")
    return jax.lax.conv_general_dilated(
        images,
        filters,
        window_strides=(1, 1),
        padding="SAME",
        dimension_numbers=dimensions,
    )


def _init_layer(key, shape, gain) -> Layer:
    fan_in = prod(shape[:-1])
    weight = gain * jax.random.normal(key, shape) / fan_in**0.5
    bias = jnp.zeros(shape[-1])
    return Layer(weight, bias)


def check_sizes(sizes):
    """Raise ValueError unless these are two whole numbers >= 1, or more."""
    is_size = lambda n: isinstance(n, Integral) and n >= 1
    if len(sizes) < 2 or not all(map(is_size, sizes)):
        rule = "give at least two whole numbers >= 1, inputs first"
        raise ValueError(f"layer sizes {tuple(sizes)}: {rule}")
