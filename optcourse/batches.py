"""Stochastic gradient noise: its covariance trace, the gradient noise scale, and a toy loss.

    per_example_gradients    the gradient of each example
    gradient_noise           the gradient of all examples, and the variance of one example's
    minibatch_variance       that of the mean of B of them, drawn with or without replacement
    gradient_noise_scale     the batch size at which noise is as large as the gradient
    toy_loss, toy_gradient   a loss of one number with a sharp and a flat minimum
    stationary_std           how far noise carries SGD away from a minimum
    rescale_layers           a ReLU network with other weights that computes the same

Sources: McCandlish et al. (2018) for the noise scale, Dinh et al. (2017) for the rescaling.
"""

from typing import NamedTuple

import jax
import jax.numpy as jnp
from jaxtyping import PyTree

from optcourse import trees
from optcourse.checks import require, require_positive
from optcourse.linalg import Scalar
from optcourse.models import Layer

SHARP_COEFFICIENT = 20.0  # curvatures of the toy's two wells, halved
FLAT_COEFFICIENT = 1.0
FLAT_MINIMUM = 3.0
SHIFT_STD = 0.3  # standard deviation of what each example shifts the toy by
SHARP_DEPTH = (SHARP_COEFFICIENT - FLAT_COEFFICIENT) * SHIFT_STD**2


class GradientNoise(NamedTuple):
    """gradient: g of the mean loss, shaped like w; trace: tr Σ, the mean of ‖g_i - g‖²."""

    gradient: PyTree
    trace: Scalar


def per_example_gradients(loss, w: PyTree, examples: PyTree) -> PyTree:
    """g_i, the gradient of each example: shaped like w, with a leading axis of n. Holds n at once.

    loss(w, batch): the mean loss of a batch; examples: a pytree with n leading rows.
    """
    trees.check_floats(w)
    gradient = lambda batch: jax.grad(loss)(w, batch)
    batches_of_one = jax.tree.map(lambda x: x[:, None], examples)
    return jax.vmap(gradient)(batches_of_one)


def gradient_noise(loss, w: PyTree, examples: PyTree) -> GradientNoise:
    """The full gradient g, and tr Σ = 1/n Σ_i ‖g_i - g‖², the trace of its noise     (2.2).

    loss(w, batch): the mean loss of a batch; examples: a pytree with n leading rows.
    """
    each = per_example_gradients(loss, w, examples)
    mean = jax.tree.map(lambda g: jnp.mean(g, axis=0), each)

    def variance(g, m):
        squares = (g - m) ** 2
        return jnp.sum(squares) / len(g)

    variances = jax.tree.map(variance, each, mean)
    trace = sum(jax.tree.leaves(variances))
    return GradientNoise(mean, trace)


def minibatch_variance(trace, batch_size, n=jnp.inf):
    """E‖g_B - g‖², the variance of a mini-batch gradient: tr Σ / B     (2.3)

    Times (n - B) / (n - 1) if the batch is drawn from n examples without replacement: a batch of
    all of them has none. n = infinity stands for independent examples.
    """
    require_positive(batch_size=batch_size)
    if not isinstance(n, jax.core.Tracer):
        expected = f"at most {n}, the number of examples"
        require(lambda size: size <= n, expected, batch_size=batch_size)
    without_replacement = (n - batch_size) / jnp.maximum(n - 1, 1)
    finite_population = jnp.where(jnp.isinf(n), 1.0, without_replacement)
    return trace / batch_size * finite_population  # (2.3)


def gradient_noise_scale(noise: GradientNoise) -> Scalar:
    """B_noise = tr Σ / ‖g‖²     (2.7): the batch size whose noise is as large as the gradient."""
    g = noise.gradient
    return noise.trace / trees.dot(g, g)  # (2.7)


def toy_loss(x):
    """U(x) = -log(exp(d - 20 x²) + exp(-(x - 3)²))     (2.8): a sharp and a flat minimum, 0 and 3.

    d = (20 - 1) s²: as much as averaging over shifts of variance s² raises the sharp well above the
    flat one.
    """
    sharp = SHARP_DEPTH - SHARP_COEFFICIENT * x**2
    flat = -FLAT_COEFFICIENT * (x - FLAT_MINIMUM) ** 2
    return -jnp.logaddexp(sharp, flat)  # (2.8)


def toy_gradient(x):
    """U'(x), the gradient of `toy_loss` in closed form: fast enough for an explorer."""
    from_flat = x - FLAT_MINIMUM
    sharp = SHARP_COEFFICIENT * x**2 - SHARP_DEPTH
    flat = FLAT_COEFFICIENT * from_flat**2
    p = jax.nn.sigmoid(sharp - flat)  # the flat well's weight in U'
    sharp_part = 2 * SHARP_COEFFICIENT * x * (1 - p)
    flat_part = 2 * FLAT_COEFFICIENT * from_flat * p
    return sharp_part + flat_part


def stationary_std(learning_rate, curvature, batch_size, noise_trace):
    """The stationary standard deviation √V of SGD around a minimum of a loss of one number.

    V = η tr Σ / (B λ (2 - η λ))     (2.5)     infinite from η λ = 2 on

    λ: curvature of the mean loss there; noise_trace: tr Σ there, the variance of one example's
    gradient (2.2). With the batch's gradient λ (w - w*) plus a noise of variance tr Σ / B (2.3), a
    step makes (1 - η λ)² V + η² tr Σ / B of V. If all examples are parabolas of this λ, shifted
    with variance s², tr Σ is λ² s². It leaves out that curvature and noise change beside w*.
    """
    eta_lambda = learning_rate * curvature
    rest = 2 - eta_lambda
    stable = rest > 0
    rest = jnp.where(stable, rest, 1.0)
    variance = learning_rate * noise_trace / (batch_size * curvature * rest)  # (2.5)
    return jnp.where(stable, jnp.sqrt(variance), jnp.inf)


def rescale_layers(w: list[Layer], c) -> list[Layer]:
    """Multiply the first layer by c > 0, divide the second by it: the ReLU network stays     (2.11)

    relu(c z) = c relu(z), so the factors cancel. A bias goes with its layer; the second one stays.
    """
    require_positive(c=c)
    first, second, *others = w
    first = Layer(
        weight=c * first.weight,
        bias=c * first.bias,
    )
    second = Layer(
        weight=second.weight / c,  # (2.11)
        bias=second.bias,
    )
    return [first, second, *others]
