"""Which of ten digits a moved one resembles most, as three kernels see it.

templates     ten digits of 8 x 8 pixels, the first of each class that scikit-learn has
move          a digit, rolled: what leaves on one side comes in on the other
cosines       k(x, y) / √(k(x, x) k(y, y)) of a moved digit with each of the ten
distances     ‖φ(x) - φ(y)‖ between features of length 1, √(2 - 2 cosine)
offset_map    what pairs of pixels that are equally far apart give to a cosine, pooled
by_offset     a table of all pairs of pixels, summed over those
"""

from functools import cache

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import Array, Float

from optcourse import kernels
from optcourse.experiments import data
from optcourse.linalg import safe_sqrt

Images = Float[Array, "digit height width 1"]
DEPTH, DIGITS = 2, 10
KERNELS = ("NTK of the pixels", "CNTK, no pooling", "CNTK, pooled")
MOST = 3  # pixels


@cache
def templates() -> Images:
    """Template i is a digit i."""
    with jax.ensure_compile_time_eval():  # whoever asks first may be traced
        return jnp.asarray(data.digits(DIGITS, image=True).inputs)


@jax.jit
def move(images: Images, digit, right, down) -> Float[Array, "height width 1"]:
    """Image `digit` moved to the right and down by so many pixels, or the other way if < 0."""
    return jnp.roll(images[digit], (down, right), axis=(0, 1))


def cosines(images: Images, digit, right, down) -> Float[Array, "kernel digit"]:
    """Of a moved digit with each of the ten in place, a row for each of KERNELS; 1 at most."""
    one = move(images, digit, right, down)[None]
    both = jnp.concatenate([one, images])
    # Known before anything moves; rounded from float64, it is the same on every machine.
    with jax.ensure_compile_time_eval(), jax.enable_x64(True):
        squares = np.float32(_kernels(*2 * [np.float64(images)]))
    k = _kernels(one, both)
    return jnp.minimum(k[:, 1:] / jnp.sqrt(k[:, :1] * squares), 1)


@jax.jit
def _kernels(x, y) -> Float[Array, "kernel m"]:
    """k(x, y) of each of KERNELS: of images x and y in pairs, or of the only x with every y."""
    pairs = jnp.arange(len(y)) % len(x), jnp.arange(len(y))
    flat = lambda images: images.reshape(len(images), -1)
    of_rows = kernels.ntk(flat(x), flat(y), DEPTH)[pairs]
    of_images = [kernels.kernels_of_pairs(x, y, *pairs, DEPTH, each) for each in (False, True)]
    return jnp.stack([of_rows, *(each.tangent for each in of_images)])


def distances(cosine) -> Array:
    """‖φ(x) - φ(y)‖ where both have length 1: what a nearest neighbor compares."""
    return safe_sqrt(2 - 2 * cosine)


def offset_map(image, other) -> Float[np.ndarray, "m m"]:
    """What pairs of pixels with one offset p' - p give to the cosine of two images n x n, pooled.

    Row and column are the offset down and to the right, m = 2 n - 1 of each, with 0 in the middle.
    All sum to the cosine.
    """
    table = np.asarray(kernels.tables_of_pixels(image, other, DEPTH).tangent)
    squares = [kernels.tables_of_pixels(each, each, DEPTH).tangent.sum() for each in (image, other)]
    return by_offset(table / np.sqrt(np.prod(squares)))


def by_offset(table: Float[np.ndarray, "n n n n"]) -> Float[np.ndarray, "m m"]:
    """Σ_p table(p, p + s) for each offset s, as in `offset_map`."""
    n = len(table)
    sums = np.zeros((2 * n - 1, 2 * n - 1))
    for row, column in np.ndindex(n, n):
        down, right = n - 1 - row, n - 1 - column  # where the offset of p' = 0 stands
        sums[down : down + n, right : right + n] += table[row, column]
    return sums
