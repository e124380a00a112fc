"""K-FAC: the Fisher matrix of a multilayer perceptron, layer by layer, as Kronecker products.

    s_l = W_lᵀ a_l, with a 1 at the end of a_l for the bias;  b_l = ∂ log p / ∂s_l
    F_l = E[(a aᵀ) ⊗ (b bᵀ)] ≈ E[a aᵀ] ⊗ E[b bᵀ] = A ⊗ G         (6.11)

Exact where a and b are independent, as for a single input; elsewhere an approximation, and the
blocks between layers are left out. A layer of i inputs and o outputs needs (i + 1)² + o² numbers,
and its block of F has ((i + 1) o)². Source: Martens and Grosse (2015).
"""

from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import Array, Float

from optcourse import trees
from optcourse.checks import require_nonnegative
from optcourse.linalg import safe_sqrt
from optcourse.losses import expand_binary_logits, log_softmax
from optcourse.models import Layer, mlp


class Factors(NamedTuple):
    """A = E[a aᵀ], of the layer's inputs and a 1; G = E[b bᵀ], of the scores by its outputs."""

    A: Float[Array, "i i"]
    G: Float[Array, "o o"]


def factors(
    w: list[Layer],
    inputs: Float[Array, "n features"],
    activation: Callable = jnp.tanh,
) -> list[Factors]:
    """The Kronecker factors (A, G) of every layer of models.mlp(..., activation)     (6.11).

    They are means over inputs, and over classes with the model's probabilities: no label is needed.
    Peak memory: n classes times the sum of the layers' outputs.
    """
    _check_layers(w)
    n = len(inputs)
    forward = lambda shifts: _forward(w, inputs, shifts, activation)
    no_shift = lambda layer: jnp.zeros((n, layer.bias.size), layer.bias.dtype)
    shifts = [no_shift(layer) for layer in w]
    log_p, back, layer_inputs = jax.vjp(forward, shifts, has_aux=True)
    classes = log_p.shape[1]
    # √p_z e_z (class, n, classes) goes back to √p_z b, in each layer (class, n, o).
    root = safe_sqrt(jnp.exp(log_p))
    one_class_each = root * jnp.eye(classes)[:, None]
    (score_rows,) = jax.vmap(back)(one_class_each)
    found = []
    for a, b in zip(layer_inputs, score_rows):
        b = b.reshape(n * classes, -1)
        A = a.T @ a / n
        G = b.T @ b / n
        found.append(Factors(A, G))  # (6.11)
    return found


def direction(activation: Callable = jnp.tanh) -> Callable:
    """K-FAC's `direction` for `optimizers.natural_gradient` and models.mlp(..., activation).apply.

    It is direction(model, w, inputs, gradient, damping), and solves with each layer's block alone.
    Damping λ >= 0 is added to both factors, as π √λ to A and √λ / π to G: their product then has λ,
    and two mixed terms more. A damping of 0 gives infinities wherever an input is always 0.
    """

    def solve(model, w, inputs, gradient, damping):
        require_nonnegative(damping=damping)
        _check_layers(w)
        _check_model(model, w, activation)
        found = factors(w, jnp.asarray(inputs), activation)
        solved = []
        for (A, G), g in zip(found, gradient):
            solved.append(_solve_block(A, G, g, damping))
        return solved

    return solve


def _solve_block(A, G, gradient: Layer, damping) -> Layer:
    """(A ⊗ G)⁻¹ V = A⁻¹ V G⁻¹     (6.12), V (i + 1, o) the layer's weights, then its biases."""
    V = jnp.concatenate([gradient.weight, gradient.bias[None]])
    # Scaled to size 1, so that nothing is lost between the two solves.
    s, V = trees.split_scale(V)
    A_mean = jnp.trace(A) / len(A)
    G_mean = jnp.trace(G) / len(G)
    tiny = jnp.finfo(G.dtype).tiny
    pi = jnp.sqrt(A_mean / jnp.maximum(G_mean, tiny))
    root = jnp.sqrt(damping)
    A_identity = jnp.eye(len(A))
    G_identity = jnp.eye(len(G))
    left = jnp.linalg.solve(A + pi * root * A_identity, V)
    right = jnp.linalg.solve(G + root / pi * G_identity, left.T)
    d = s * right.T  # (6.12)
    weight = d[:-1].astype(gradient.weight.dtype)
    bias = d[-1].astype(gradient.bias.dtype)
    return Layer(weight, bias)


def _forward(w, inputs, shifts, activation):
    """(log-probabilities, inputs of each layer with a 1 appended).

    Each pre-activation is moved by its shift.
    """
    h = inputs
    layer_inputs = []
    for number, (layer, shift) in enumerate(zip(w, shifts)):
        a = h if number == 0 else activation(h)
        ones = jnp.ones((len(a), 1), a.dtype)
        layer_inputs.append(jnp.concatenate([a, ones], axis=1))
        h = a @ layer.weight + layer.bias + shift
    return log_softmax(expand_binary_logits(h)), layer_inputs


def _check_layers(w):
    is_layer = lambda each: isinstance(each, Layer) and each.weight.ndim == 2
    if isinstance(w, list) and all(is_layer(each) for each in w):
        return
    kind = type(w).__name__
    shapes = jax.tree.map(np.shape, w)
    found = f"w, a {kind} of shapes {shapes}"
    raise ValueError(f"{found}, is not the layers of a models.mlp: use fisher.natural_direction")


def _check_model(model, w, activation):
    """ValueError unless model is models.mlp(..., activation).apply, judged by two inputs."""
    with jax.ensure_compile_time_eval():
        sizes = [len(w[0].weight)]
        sizes += [layer.bias.size for layer in w]
        ours = mlp(sizes, activation)
        # Drawn by NumPy, which compiles nothing.
        rng = np.random.default_rng(0)
        normal = lambda *shape: jnp.asarray(rng.normal(size=shape))
        probe = []
        for a, b in pairwise(sizes):
            weight = normal(a, b) / a**0.5
            probe.append(Layer(weight, bias=normal(b)))
        inputs = normal(2, sizes[0])
        try:
            found = model(probe, inputs)
            expected = ours.apply(probe, inputs)
            same = jnp.allclose(found, expected, rtol=1e-4, atol=1e-5)
        except (TypeError, ValueError):
            # A convolution takes no rows, and other outputs have other shapes.
            same = False
    if not same:
        remedy = "write direction(activation) with its own"
        raise ValueError(f"the model is no models.mlp with this activation: {remedy}")
