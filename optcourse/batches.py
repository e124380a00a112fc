"""What a batch does to a gradient: its noise, and the batch size from which that stops mattering. And two toys.

    alone            the gradient of each example
    noise            the gradient of all examples, and the variance of one example's around it
    variance         of the mean of B of them, drawn with or without putting back
    noise_scale      the batch size at which noise is as large as the gradient
    toy, toy_slope   a loss of one number with a sharp and a flat minimum
    spread           how far noise carries the walk away from a minimum
    rescaled         a ReLU network with other weights that computes the same

Sources: McCandlish et al. (2018) for the noise scale, Dinh et al. (2017) for the rescaling.
"""

from typing import NamedTuple

import jax
import jax.numpy as jnp
from jaxtyping import Array, Float, PyTree

from optcourse import trees
from optcourse.checks import require, require_positive
from optcourse.models import Layer

SHARP_COEFFICIENT, FLAT_COEFFICIENT = 20.0, 1.0  # curvatures of the toy's two wells, halved
FLAT_MINIMUM = 3.0
SHIFT_STD = 0.3  # standard deviation of what each example shifts the toy by
SHARP_DEPTH = (SHARP_COEFFICIENT - FLAT_COEFFICIENT) * SHIFT_STD**2


class GradientNoise(NamedTuple):
    """gradient: of the mean loss, shaped like w; trace: tr Σ, the mean squared distance of an example's gradient."""

    gradient: PyTree
    trace: Float[Array, ""]


def per_example_gradients(loss, w: PyTree, examples: PyTree) -> PyTree:
    """g_i, the gradient of each example: shaped like w, with a leading axis of n. Holds n gradients at once.

    loss(w, batch): the mean loss of a batch; examples: a pytree with n leading rows.
    """
    trees.check_floats(w)
    batches_of_one = jax.tree.map(lambda x: x[:, None], examples)
    return jax.vmap(lambda batch: jax.grad(loss)(w, batch))(batches_of_one)


def gradient_noise(loss, w: PyTree, examples: PyTree) -> GradientNoise:
    """The mean of the examples' gradients, and tr Σ = 1/n Σ_i ‖g_i - g‖²     (2.2). Arguments as for `alone`."""
    each = per_example_gradients(loss, w, examples)
    mean = jax.tree.map(lambda g: jnp.mean(g, axis=0), each)
    squares = jax.tree.map(lambda g, m: jnp.sum((g - m) ** 2) / len(g), each, mean)
    return GradientNoise(mean, sum(jax.tree.leaves(squares)))


def minibatch_variance(trace, batch_size, n=jnp.inf):
    """E‖g_B - g‖² for a batch drawn from n examples: tr Σ / B · (n - B) / (n - 1)     (2.3)

    n = infinity, or drawn with putting back: tr Σ / B. A batch of all n examples has none.
    """
    require_positive(batch_size=batch_size)
    if not isinstance(n, jax.core.Tracer):
        require(
            lambda size: size <= n, f"at most {n}, the number of examples", batch_size=batch_size
        )
    left = jnp.where(jnp.isinf(n), 1.0, (n - batch_size) / jnp.maximum(n - 1, 1))
    return trace / batch_size * left  # (2.3)


def gradient_noise_scale(found: GradientNoise) -> Float[Array, ""]:
    """B_noise = tr Σ / ‖g‖²     (2.4): the batch size whose noise is as large as the gradient."""
    return found.trace / trees.dot(found.gradient, found.gradient)  # (2.4)


def toy_loss(x):
    """U(x) = -log(exp(d - 20 x²) + exp(-(x - 3)²))     (2.5): a sharp minimum at 0, a flat one at 3.

    d = (20 - 1) s²: as much as averaging over shifts of variance s² raises the sharp well above the flat one.
    """
    return -jnp.logaddexp(
        SHARP_DEPTH - SHARP_COEFFICIENT * x**2, -FLAT_COEFFICIENT * (x - FLAT_MINIMUM) ** 2
    )  # (2.5)


def toy_gradient(x):
    """U'(x), written out: an explorer needs it a million times in a frame."""
    flat = jax.nn.sigmoid(
        SHARP_COEFFICIENT * x**2 - SHARP_DEPTH - FLAT_COEFFICIENT * (x - FLAT_MINIMUM) ** 2
    )  # the flat well's share
    return 2 * SHARP_COEFFICIENT * x * (1 - flat) + 2 * FLAT_COEFFICIENT * (x - FLAT_MINIMUM) * flat


def stationary_std(learning_rate, curvature, batch_size, shift=SHIFT_STD):
    """√V, how far SGD wanders in a parabola: V = η λ s² / (B (2 - η λ))     (2.7); infinite from η λ = 2 on.

    λ: curvature of every example's loss ½ λ (x - s_i)²; shift: the standard deviation s of their minima.
    """
    rest = 2 - learning_rate * curvature
    wandering = (
        learning_rate * curvature * shift**2 / (batch_size * jnp.where(rest > 0, rest, 1.0))
    )  # (2.7)
    return jnp.where(rest > 0, jnp.sqrt(wandering), jnp.inf)


def rescale_layers(w: list[Layer], c) -> list[Layer]:
    """The first layer times c > 0, the second divided by it: a ReLU network computes the same     (2.9)

    relu(c z) = c relu(z), so the factors cancel; a bias goes with its layer, the second one's stays.
    """
    require_positive(c=c)
    first, second, *rest = w
    return [
        Layer(c * first.weight, c * first.bias),
        Layer(second.weight / c, second.bias),
        *rest,
    ]  # (2.9)
