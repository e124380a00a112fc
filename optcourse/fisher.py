"""The Fisher matrix F of a classifier, and the natural gradient direction that it gives.

    s = ∇_w log p_w(z | x)                                     the score of class z at input x
    F = E[s sᵀ], z drawn from the model, mean over x    (6.3)
    KL(w ‖ w + d) = ½ dᵀ F d + O(‖d‖³)                  (6.4)
    (F + λ I) d = g                                     (6.7)  the natural direction d, damped

A model is a function model(w, inputs) -> logits (n, classes), w an array or pytree of P parameters.
A single column of logits means two classes: it is the log-odds of class 1. No target is needed, but
for the "empirical" matrix, which is not F.

Every matrix here is Rᵀ R / n for some rows R of scores: all classes, weighted (exact), one drawn
label (sampled), the observed label (empirical). Each function is compiled once for each model.
Sources: Amari (1998); Martens (2020) for the products.
"""

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import Array, Float, Integer, PRNGKeyArray, PyTree

from optcourse import trees
from optcourse.checks import require, require_nonnegative
from optcourse.losses import expand_binary_logits, log_softmax, softmax
from optcourse.programs import jit_per_function
from optcourse.scores import label_scores, model_logits, second_moment_root

Matrix = Float[Array, "P P"]

# Kullback-Leibler divergences


def gaussian_kl(mean0, std0, mean1, std1) -> Array:
    """KL(N(μ0, σ0²) ‖ N(μ1, σ1²)) in nats.

    It is log(σ1 / σ0) + (σ0² + (μ0 - μ1)²) / 2σ1² - ½. NaN where a standard deviation is NaN;
    ValueError where one is <= 0.
    """
    require(
        lambda std: ~(std <= 0),
        "a number > 0",
        std0=std0,
        std1=std1,
    )
    second_moment = std0**2 + (mean0 - mean1) ** 2
    log_ratio = jnp.log(std1 / std0)
    return log_ratio + second_moment / (2 * std1**2) - 0.5


def categorical_kl(
    logits0: Float[Array, "*n classes"],
    logits1: Float[Array, "*n classes"],
) -> Float[Array, "*n"]:
    """KL(p ‖ q) = Σ_z p_z (log p_z - log q_z) of each row     (6.2), p and q softmax of its logits.

    A class with p_z = 0 adds nothing, whatever q_z is; one with q_z = 0 alone makes it infinite.
    """
    log_p = log_softmax(expand_binary_logits(jnp.asarray(logits0)))
    log_q = log_softmax(expand_binary_logits(jnp.asarray(logits1)))
    if log_p.shape != log_q.shape:
        shapes = f"{np.shape(logits0)} and {np.shape(logits1)}"
        raise ValueError(f"logits {shapes}: give both the same shape")
    p = jnp.exp(log_p)
    log_ratio = jnp.where(p > 0, log_p - log_q, 0)
    return jnp.sum(p * log_ratio, axis=-1)  # (6.2)


# Matrices


@jit_per_function
def exact(model, w: PyTree, inputs) -> Matrix:
    """F = 1/n Σ_x Jᵀ (diag p - p pᵀ) J     (6.7), J the Jacobian of the logits at x."""
    R = second_moment_root(model, w, inputs)
    return _gram(R, len(inputs))


@jit_per_function
def empirical(
    model,
    w: PyTree,
    inputs,
    labels: Integer[Array, " n"],
) -> Matrix:
    """Empirical Fisher matrix, not F: 1/n Σ s_y s_yᵀ with the observed labels y."""
    R = label_scores(model, w, inputs, labels)
    return _gram(R, len(inputs))


@jit_per_function
def sampled(
    model,
    w: PyTree,
    inputs,
    key: PRNGKeyArray,
) -> Matrix:
    """Unbiased estimate of F: 1/n Σ s_z s_zᵀ, one z drawn from the model per input."""
    logits = model_logits(model, w, inputs)
    labels = jax.random.categorical(key, expand_binary_logits(logits))
    return empirical(model, w, inputs, labels)


@jit_per_function
def diagonal(model, w: PyTree, inputs) -> PyTree:
    """The diagonal of F, in the structure of w: P numbers instead of P²."""
    R = second_moment_root(model, w, inputs)
    squares = jnp.sum(R**2, axis=0)
    _, unflatten = trees.flatten(w)
    return unflatten(squares / len(inputs))


def _gram(R, n):
    return R.T @ R / n


# Products and directions


@jit_per_function
def vector_product(model, w: PyTree, inputs, v: PyTree) -> PyTree:
    """F v = 1/n Σ_x Jᵀ (diag p - p pᵀ) J v     (6.8), for the cost of about two gradients."""
    product = _fisher_product(model, w, inputs)
    return product(v)


def natural_direction(
    model,
    w: PyTree,
    inputs,
    gradient: PyTree,
    damping,
) -> PyTree:
    """The damped natural direction, d with (F + λ I) d = g     (6.7), by conjugate gradients.

    damping: λ >= 0, finite. It needs products alone, and solves to rounding error, or stops after
    2 P products: where λ = 0 and F is singular, that may be far from a solution.
    """
    require_nonnegative(damping=damping)
    return _conjugate_gradients(model, w, inputs, gradient, damping)


@jit_per_function
def _conjugate_gradients(model, w, inputs, gradient, damping):
    # Imported here: only who needs it pays for it.
    from jax.scipy.sparse.linalg import cg

    product = _fisher_product(model, w, inputs)

    def damped_product(v):
        return trees.add_scaled(product(v), damping, v)

    # cg squares its residual: that of g / s, of size 1, neither underflows nor overflows.
    s, g = trees.split_scale(gradient)
    vector, _ = trees.flatten(gradient)
    eps = jnp.finfo(vector.dtype).eps
    d, _ = cg(
        damped_product,
        g,
        tol=10 * eps,
        maxiter=2 * vector.size,
    )  # (6.7)
    return trees.scaled(s, d)


def dense_direction(
    model,
    w: PyTree,
    inputs,
    gradient: PyTree,
    damping,
) -> PyTree:
    """The damped natural direction, d with (F + λ I) d = g     (6.7), from the full matrix F.

    damping: λ >= 0, finite. It takes P² numbers and P³ / 3 multiplications, and is the fastest for
    a few hundred parameters.
    """
    require_nonnegative(damping=damping)
    return _solve_dense(model, w, inputs, gradient, damping)


@jit_per_function
def _solve_dense(model, w, inputs, gradient, damping):
    g, unflatten = trees.flatten(gradient)
    F = exact(model, w, inputs)
    identity = jnp.eye(g.size, dtype=F.dtype)
    d = jnp.linalg.solve(F + damping * identity, g)  # (6.7)
    return unflatten(d)


def _fisher_product(model, w, inputs):
    """The function v -> F v, with the model linearized once for all products."""
    trees.check_floats(w)
    outputs = lambda w: model_logits(model, w, inputs)
    logits, forward = jax.linearize(outputs, w)  # v -> J v
    back = jax.linear_transpose(forward, w)  # u -> Jᵀ u

    def product(v):
        Jv = forward(v)
        u = _output_fisher_product(logits, Jv)
        (total,) = back(u)
        return trees.scaled(1 / len(inputs), total)  # (6.8)

    return product


def _output_fisher_product(logits, u):
    """(diag p - p pᵀ) u for each row: the Fisher matrix of the logits times u."""
    if logits.shape[-1] == 1:
        p = softmax(expand_binary_logits(logits))
        variance = jnp.prod(p, axis=-1, keepdims=True)
        return variance * u
    p = softmax(logits)
    mean = jnp.sum(p * u, axis=-1, keepdims=True)
    return p * (u - mean)
