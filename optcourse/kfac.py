"""K-FAC: the Fisher matrix of a multilayer perceptron, layer by layer, each block a Kronecker product.

    s_l = W_lᵀ a_l, with a 1 at the end of a_l for the bias;  b_l = ∂ log p / ∂s_l
    F_l = E[(a aᵀ) ⊗ (b bᵀ)] ≈ E[a aᵀ] ⊗ E[b bᵀ] = A ⊗ G         (6.19)

Exact where a and b are independent, as for a single input; elsewhere an approximation, and the blocks between layers
are left out. A layer of i inputs and o outputs needs (i + 1)² + o² numbers, and its block of F has ((i + 1) o)².
Source: Martens and Grosse (2015).
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
    """A = E[a aᵀ], of the layer's inputs and a 1; G = E[b bᵀ], of the scores by its sums."""

    A: Float[Array, "i i"]
    G: Float[Array, "o o"]


def factors(
    w: list[Layer], inputs: Float[Array, "n features"], activation: Callable = jnp.tanh
) -> list[Factors]:
    """(A, G) of every layer of models.mlp(..., activation): means over inputs, and over classes as the model has them.

    No label is needed. Peak memory: n classes times the sum of the layers' outputs.
    """
    _check_layers(w)
    n = len(inputs)
    shifts = [jnp.zeros((n, layer.bias.size), layer.bias.dtype) for layer in w]
    log_p, back, entered = jax.vjp(
        lambda shifts: _forward(w, inputs, shifts, activation), shifts, has_aux=True
    )
    classes = log_p.shape[1]
    one_at_a_time = (
        safe_sqrt(jnp.exp(log_p)) * jnp.eye(classes)[:, None]
    )  # (class, n, classes): √p_z e_z
    (slopes,) = jax.vmap(back)(one_at_a_time)  # √p_z b, in each layer (class, n, o)
    stacked = [b.reshape(n * classes, -1) for b in slopes]
    return [Factors(a.T @ a / n, b.T @ b / n) for a, b in zip(entered, stacked)]  # (6.19)


def blocks(
    w: list[Layer], inputs: Float[Array, "n features"], activation: Callable = jnp.tanh
) -> list[Array]:
    """A ⊗ G of every layer, in the order of `trees.flatten`: to compare with the blocks of `fisher.exact`."""
    return [jnp.kron(A, G) for A, G in factors(w, inputs, activation)]


def direction(activation: Callable = jnp.tanh) -> Callable:
    """A `direction` for `optimizers.natural_gradient` and a model models.mlp(..., activation).apply.

    It is direction(model, w, inputs, gradient, damping), and solves with each layer's block alone. Damping λ >= 0 is
    added to both factors, as π √λ to A and √λ / π to G: their product then has λ, and two mixed terms more. A damping
    of 0 gives infinities wherever an input is always 0.
    """

    def solved(model, w, inputs, gradient, damping):
        require_nonnegative(damping=damping)
        _check_layers(w)
        _check_model(model, w, activation)
        found = factors(w, jnp.asarray(inputs), activation)
        return [_solve_block(*each, g, damping) for each, g in zip(found, gradient)]

    return solved


def _solve_block(A, G, gradient: Layer, damping) -> Layer:
    """(A ⊗ G)⁻¹ vec(V) = vec(A⁻¹ V G⁻¹) for V = (weights, then biases), of shape (i + 1, o), as our layers lie."""
    s, V = trees.split_scale(
        jnp.concatenate([gradient.weight, gradient.bias[None]])
    )  # what is halfway is not lost
    pi = jnp.sqrt(
        (jnp.trace(A) / len(A)) / jnp.maximum(jnp.trace(G) / len(G), jnp.finfo(G.dtype).tiny)
    )
    root = jnp.sqrt(damping)
    left = jnp.linalg.solve(A + pi * root * jnp.eye(len(A)), V)
    d = s * jnp.linalg.solve(G + root / pi * jnp.eye(len(G)), left.T).T  # (6.19)
    return Layer(d[:-1].astype(gradient.weight.dtype), d[-1].astype(gradient.bias.dtype))


def _forward(w, inputs, shifts, activation):
    """(log p of every class, what enters each layer with a 1 at the end); each layer's sums are moved by its shift."""
    h, entered = inputs, []
    for number, (layer, shift) in enumerate(zip(w, shifts)):
        a = h if number == 0 else activation(h)
        entered.append(jnp.concatenate([a, jnp.ones((len(a), 1), a.dtype)], axis=1))
        h = a @ layer.weight + layer.bias + shift
    return log_softmax(expand_binary_logits(h)), entered


def _check_layers(w):
    if not (
        isinstance(w, list) and all(isinstance(each, Layer) and each.weight.ndim == 2 for each in w)
    ):
        found = f"{type(w).__name__} of shapes {jax.tree.map(np.shape, w)}"
        raise ValueError(
            f"w, a {found}, is not the layers of a models.mlp: use fisher.natural_direction"
        )


def _check_model(model, w, activation):
    """ValueError where the model is another than ours, seen on two inputs with weights of its shapes."""
    with jax.ensure_compile_time_eval():
        sizes = [w[0].weight.shape[0], *(layer.bias.size for layer in w)]
        ours, rng = mlp(sizes, activation), np.random.default_rng(0)
        draw = lambda *shape: jnp.asarray(
            rng.normal(size=shape)
        )  # by NumPy, which compiles nothing
        probe = [Layer(draw(a, b) / a**0.5, draw(b)) for a, b in pairwise(sizes)]
        inputs = draw(2, sizes[0])
        try:
            same = jnp.allclose(
                model(probe, inputs), ours.apply(probe, inputs), rtol=1e-4, atol=1e-5
            )
        except (
            TypeError,
            ValueError,
        ):  # a convolution takes no rows, and other outputs have other shapes
            same = False
    if not same:
        raise ValueError(
            "the model is no models.mlp with this activation: write direction(activation) with its own"
        )
