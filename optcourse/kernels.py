"""The kernels of infinitely wide ReLU networks, dense and convolutional.

    h₁ = W x / √d,   h ← √(2 / width) W relu(h),   f = √(2 / width) wᵀ relu(h)

Every weight starts as N(0, 1), there is no bias, and `depth` counts hidden layers: as the width
grows, the output f at a random start becomes a Gaussian process with the covariance Σ, and its
gradients by all weights have the inner product Θ, which training does not change. Layer by layer,

    Σ = xᵀy / d,   Θ = Σ                            the first layer
    cos φ = Σ / q,   q = √(Σ(x, x) Σ(y, y))
    κ₀ = (π - φ) / π                                (11.5)   2 E[relu' relu']
    κ₁ = (sin φ + (π - φ) cos φ) / π                (11.5)   2 E[relu relu], the arc-cosine kernel
    Σ ← q κ₁                                        (11.6)
    Θ ← Θ κ₀ + Σ                                    (11.7)   what lies below, and the new layer

    nngp, ntk                 Σ and Θ of rows; dense_kernels, both at once
    cnn_gp, cntk              of images; convolutional_kernels, both at once
    tables_of_pixels          of two images, for each pair of their pixels
    empirical_ntk             of a finite network, at its weights
    linearize                 a network without its curvature

What a kernel learns is in kernel_regression.py, the networks themselves in wide_networks.py. All is
computed in the dtype of the inputs. In float32 an angle between inputs that nearly agree is right
to about 4e-4: where a matrix of many inputs is to be inverted, give it float64.
Sources: Cho and Saul (2009) for Σ; Jacot, Gabriel and Hongler (2018) for Θ; Arora, Du, Hu, Li,
Salakhutdinov and Wang (2019) for images.
"""

from collections.abc import Callable
from functools import partial
from numbers import Integral
from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import Array, Float, PyTree

from optcourse import trees
from optcourse.linalg import safe_sqrt
from optcourse.programs import jit_per_function

Matrix = Float[Array, "n m"]
NUMBERS_AT_ONCE = 2**16  # of pairs of pixels: in float64 half a MB, which a core's cache holds
ROWS = (0,), (1,)  # the two axes of an image along which a window moves
PAIRS_OF_ROWS = (0, 2), (1, 3)  # of two images: it moves in both together


class Kernels(NamedTuple):
    """covariance: Σ, where only the last layer learns; tangent: Θ, where all layers do."""

    covariance: Matrix
    tangent: Matrix


# Rows


def nngp(x, y, depth) -> Matrix:
    """Σ(x, y), covariance of the output at a random start: the neural network Gaussian process.

    x (n, d), y (m, d). It is also the kernel where only the last layer learns.
    """
    return dense_kernels(x, y, depth).covariance


def ntk(x, y, depth) -> Matrix:
    """Θ(x, y), (11.2) at infinite width: the neural tangent kernel of `depth` hidden layers.

    x (n, d), y (m, d). A network with one hidden layer has two kinds of weights, so that
    Θ(x, x) = 2 ‖x‖² / d; each further layer adds ‖x‖² / d.
    """
    return dense_kernels(x, y, depth).tangent


def dense_kernels(x, y, depth) -> Kernels:
    """Both kernels of rows x (n, d) and y (m, d), for the price of one.

    ValueError for a depth that is no whole number >= 1, rows of two lengths, or numbers that are
    not finite.
    """
    _check_depth(depth)
    x, y = _checked_inputs(x, y, "rows (n, d)", 2)
    return _dense_kernels(x, y, depth)


@partial(jax.jit, static_argnames="depth")
def _dense_kernels(x, y, depth):
    d = x.shape[1]
    squares_x, squares_y = (jnp.sum(rows**2, axis=1) / d for rows in (x, y))
    q = jnp.sqrt(jnp.outer(squares_x, squares_y))
    first = x @ y.T / d
    return _through_layers(first, [q] * depth, lambda kernel: kernel)


def _through_layers(first, scales, window) -> Kernels:
    """From the first layer's Σ to the last relu; scales: q of each layer; window: a convolution."""
    covariance, tangent = first, first
    for q in scales:
        covariance, tangent = window(covariance), window(tangent)
        covariance, slope = _relu_moments(covariance, q)
        tangent = tangent * slope + covariance  # (11.7)
    return Kernels(covariance, tangent)


def _relu_moments(covariance, q):
    """2 E[relu(a) relu(b)] and 2 E[relu'(a) relu'(b)], for Gaussians a and b.

    q: the product of their standard deviations. Where it is 0, so is the first.
    """
    cosine = covariance / jnp.where(q > 0, q, 1)
    # Rounding makes of φ = 0 an angle of √eps, which is seen: it is 0 again.
    rounding = 8 * jnp.finfo(cosine.dtype).eps
    cosine = jnp.where(cosine > 1 - rounding, 1, jnp.maximum(cosine, -1))
    slope = 1 - jnp.arccos(cosine) / jnp.pi  # κ₀ of (11.5)
    sine = safe_sqrt(1 - cosine**2)
    moment = q * (sine / jnp.pi + slope * cosine)  # q κ₁ (11.6)
    return moment, slope


# Images


def cnn_gp(x, y, depth, pooling=True) -> Matrix:
    """Covariance of a convolutional network's output at a random start; as `cntk` for the rest."""
    return convolutional_kernels(x, y, depth, pooling).covariance


def cntk(x, y, depth, pooling=True) -> Matrix:
    """The neural tangent kernel of a convolutional network, by dynamic programming.

    x (n, height, width, channels), y (m, height, width, channels). The network has `depth` layers
    of 3 x 3 windows with zeros around the image, each divided by √9 as √d divides in a dense layer.
    With pooling it ends in the mean over the image, which sees every pair of pixels; without, in
    one weight for each pixel, which sees each pixel with itself alone: height · width times
    cheaper, and as good as blind to a shift. If y is x, each pair of images is computed once.
    """
    return convolutional_kernels(x, y, depth, pooling).tangent


def convolutional_kernels(x, y, depth, pooling=True) -> Kernels:
    """Both kernels of images x (n, ...) and y (m, ...), for the price of one; see `cntk`.

    ValueError for a depth that is no whole number >= 1, images of two sizes, or numbers that are
    not finite.
    """
    _check_depth(depth)
    is_symmetric = y is x
    x, y = _checked_inputs(x, y, "images (n, height, width, channels)", 4)
    if not is_symmetric:
        shape = len(x), len(y)
        rows, columns = np.indices(shape).reshape(2, -1)
        of_pairs = kernels_of_pairs(x, y, rows, columns, depth, pooling)
        return Kernels(*(each.reshape(shape) for each in of_pairs))
    rows, columns = np.triu_indices(len(x))
    of_pairs = kernels_of_pairs(x, x, rows, columns, depth, pooling)
    shape = len(x), len(x)

    def fill(each):
        above = jnp.zeros(shape, each.dtype).at[rows, columns].set(each)
        return above.at[columns, rows].set(each)

    return Kernels(*map(fill, of_pairs))


@partial(jax.jit, static_argnames=("depth", "pooling"))
def kernels_of_pairs(x, y, rows, columns, depth, pooling):
    """Kernels, each (pairs,), of the images x[rows] with y[columns]: what is computed in blocks."""
    pixels = x.shape[1] * x.shape[2]
    numbers = pixels**2 if pooling else pixels
    of_pair = _pooled_kernels if pooling else _kernels_of_pixels
    deviations = jax.vmap(partial(_deviations, depth=depth))
    x, y = (x, deviations(x)), (y, deviations(y))
    image = lambda each, index: jax.tree.map(lambda leaf: leaf[index], each)
    one = lambda pair: of_pair(image(x, pair[0]), image(y, pair[1]))
    at_once = max(1, NUMBERS_AT_ONCE // numbers)
    return jax.lax.map(one, (rows, columns), batch_size=at_once)


def tables_of_pixels(x, y, depth) -> Kernels:
    """Σ(p, p') and Θ(p, p') (height, width, height, width) of two images x, y, above the last relu.

    p runs over the pixels of x and p' over those of y; the kernel with pooling is the mean of all.
    """
    return _tables_of_pixels((x, _deviations(x, depth)), (y, _deviations(y, depth)))


def _tables_of_pixels(x, y) -> Kernels:
    """Of two images (pixels, deviations), from the covariances of each pixel with each other."""
    (x, x_deviations), (y, y_deviations) = x, y
    products = jnp.einsum("ijc,klc->ijkl", x, y) / x.shape[-1]
    scales = [jnp.multiply.outer(a, b) for a, b in zip(x_deviations, y_deviations)]
    return _through_layers(products, scales, partial(_window_mean, PAIRS_OF_ROWS))


def _pooled_kernels(x, y) -> Kernels:
    return _mean(_tables_of_pixels(x, y))


def _kernels_of_pixels(x, y) -> Kernels:
    """Of two images (pixels, deviations), from the covariance of each pixel with the same one."""
    (x, x_deviations), (y, y_deviations) = x, y
    products = jnp.sum(x * y, axis=-1) / x.shape[-1]
    scales = [a * b for a, b in zip(x_deviations, y_deviations)]
    return _mean(_through_layers(products, scales, partial(_window_mean, ROWS)))


def _mean(kernels) -> Kernels:
    return Kernels(*map(jnp.mean, kernels))


def _deviations(image, depth) -> list:
    """√Σ(x, x) of each pixel with itself, in each layer before its relu, which keeps it."""
    variance = jnp.mean(image**2, axis=-1)
    deviations = []
    for _ in range(depth):
        variance = _window_mean(ROWS, variance)
        deviations.append(jnp.sqrt(variance))
    return deviations


def _window_mean(moves, kernel):
    """The mean over a 3 x 3 window (11.9), zeros around it.

    The axes in each of `moves` move together.
    """
    for axes in moves:
        margins = [(1, 1) if axis in axes else (0, 0) for axis in range(kernel.ndim)]
        padded = jnp.pad(kernel, margins)
        kernel = sum(_part(padded, axes, start) for start in range(3)) / 3
    return kernel


def _part(padded, axes, start):
    for axis in axes:
        stop = start + padded.shape[axis] - 2
        padded = jax.lax.slice_in_dim(padded, start, stop, axis=axis)
    return padded


# Finite networks


@jit_per_function
def empirical_ntk(f, w: PyTree, x, y) -> Matrix:
    """⟨∇_w f(x), ∇_w f(y)⟩ (11.2) of a network f(w, inputs) -> outputs (n,), at its weights w.

    One gradient for each y, and its product with the Jacobian at all x: no Jacobian is kept.
    """
    trees.check_floats(w)
    outputs, product = jax.linearize(lambda w: f(w, x), w)
    if outputs.shape != (len(x),):
        shape = f"the network gave outputs {outputs.shape} for {len(x)} inputs"
        raise ValueError(f"{shape}: return one number each, of shape ({len(x)},)")
    gradient = jax.grad(lambda w, one: f(w, one[None])[0])
    column = lambda one: product(gradient(w, one))
    return jax.lax.map(column, jnp.asarray(y)).T


def linearize(f: Callable, w: PyTree) -> Callable:
    """The network as linear function of its weights, f(w) + ∇f(w)ᵀ (v - w), called (v, inputs)."""
    start = w

    def linear(v, inputs):
        move = trees.add_scaled(v, -1, start)
        value, change = jax.jvp(lambda w: f(w, inputs), (start,), (move,))
        return value + change

    return linear


# Input


def _check_depth(depth):
    if not isinstance(depth, Integral) or depth < 1:
        raise ValueError(f"depth = {depth}: give a whole number >= 1 of hidden layers")


def _checked_inputs(x, y, expected: str, rank: int):
    """Both as arrays of floats of one size, the number of rows aside."""
    for name, value in {"x": x, "y": y}.items():
        shape = np.shape(value)
        if len(shape) != rank or 0 in shape:
            raise ValueError(f"{name} has the shape {shape}: give {expected}")
        if not isinstance(value, jax.core.Tracer) and not np.all(np.isfinite(value)):
            place = np.argwhere(~np.isfinite(value))[0].tolist()
            raise ValueError(f"{name}{place} is not finite: leave that out, or replace it")
    x, y = _as_floats(x), _as_floats(y)
    if x.shape[1:] != y.shape[1:]:
        raise ValueError(f"x {x.shape} and y {y.shape}: give both {expected} of one size")
    return x, y


def _as_floats(value):
    dtype = jnp.result_type(float, value)
    return jnp.asarray(value, dtype)
