"""Finite networks whose limit of infinite width has the kernels of kernels.py: ReLU, no bias.

    dense: rows (n, inputs);  convolutional: images (n, height, width, channels)

Every weight starts as N(0, 1), and each layer divides by the root of its fan-in, twice that from
the second layer on: as the width grows, no layer's outputs grow or vanish, and a weight moves by
less and less. The same networks with the factor inside the weights are those of models.py; there
one learning rate does not serve all widths.
Source: Jacot, Gabriel and Hongler (2018).
"""

from itertools import pairwise

import jax
import jax.numpy as jnp
from jaxtyping import Array, Float

from optcourse.models import Model, check_sizes, convolve


def dense(inputs: int, width: int, depth: int) -> Model:
    """`depth` hidden layers of this width (11.1); apply(w, x) -> outputs (n,), one number a row.

    w is a list of matrices (fan-in, outputs), the last one (width, 1).
    """
    check_sizes((inputs, width, depth))
    sizes = (inputs, *[width] * depth, 1)

    def init(key) -> list:
        keys = jax.random.split(key, depth + 1)
        shapes = pairwise(sizes)
        return [jax.random.normal(k, shape) for k, shape in zip(keys, shapes)]

    def apply(w, x) -> Float[Array, " n"]:
        h = x @ w[0] / inputs**0.5
        scale = (2 / width) ** 0.5
        for W in w[1:]:
            h = scale * jax.nn.relu(h) @ W  # (11.1)
        return h[:, 0]

    return Model(init, apply)


def convolutional(channels: int, width: int, depth: int, pooling=True, pixels: int = 1) -> Model:
    """`depth` layers of 3 x 3 windows, zeros around; apply(w, images) -> outputs (n,).

    It ends in the mean over the image and a layer of `width` weights; without pooling in one of
    `pixels` times as many, `pixels` = height · width.
    """
    check_sizes((channels, width, depth, pixels))
    sizes = (channels, *[width] * depth)
    top = width if pooling else width * pixels

    def init(key) -> list:
        keys = jax.random.split(key, depth + 1)
        shapes = [(3, 3, a, b) for a, b in pairwise(sizes)] + [(top,)]
        return [jax.random.normal(k, shape) for k, shape in zip(keys, shapes)]

    def apply(w, images) -> Float[Array, " n"]:
        h = convolve(images, w[0]) / (9 * channels) ** 0.5
        scale = (2 / (9 * width)) ** 0.5
        for filters in w[1:-1]:
            h = scale * convolve(jax.nn.relu(h), filters)
        h = jax.nn.relu(h)
        features = jnp.mean(h, axis=(1, 2)) if pooling else h.reshape(len(h), -1)
        return (2 / top) ** 0.5 * features @ w[-1]

    return Model(init, apply)
