"""The Fisher matrix F of a classifier, and the step that F turns a gradient into.

    s = ∇_w log p_w(z | x)                                  (6.5)   the score of class z at input x
    F = E[s sᵀ], z drawn from the model, mean over x        (6.7)   and KL(w ‖ w + d) = ½ dᵀ F d + O(‖d‖³)     (6.8)
    (F + λ I) d = g                                         (6.14)  the natural direction, damped

A model is a function model(w, inputs) -> logits (n, classes) of an array or pytree w of P parameters and of inputs
(n, ...). A single column of logits means two classes: it is then the log-odds of class 1. No target is needed, but for
the "empirical" matrix, which is not F.

Every matrix here is Rᵀ R / n for some rows R of scores: all classes, weighted (exact), one drawn label (sampled), the
observed label (empirical). Each function is compiled once for each model.
Sources: Amari (1998); Martens (2020) for the products; Ren and Goldfarb (2019) for (6.15).
"""

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import Array, Float, Integer, PRNGKeyArray, PyTree

from optcourse import trees
from optcourse.checks import require, require_nonnegative, require_positive
from optcourse.linalg import safe_sqrt
from optcourse.losses import expand_binary_logits, log_softmax, softmax, validate_labels
from optcourse.programs import jit_per_function

# Kullback-Leibler divergences


def gaussian_kl(mean0, std0, mean1, std1) -> Array:
    """KL(N(μ0, σ0²) ‖ N(μ1, σ1²)) = log(σ1 / σ0) + (σ0² + (μ0 - μ1)²) / 2σ1² - ½     (6.4), in nats.

    NaN if a deviation is NaN, as outside the family; ValueError for one <= 0.
    """
    require(lambda std: ~(std <= 0), "a number > 0", std0=std0, std1=std1)
    return jnp.log(std1 / std0) + (std0**2 + (mean0 - mean1) ** 2) / (2 * std1**2) - 0.5  # (6.4)


def categorical_kl(
    logits0: Float[Array, "*n classes"], logits1: Float[Array, "*n classes"]
) -> Float[Array, "*n"]:
    """KL(p ‖ q) = Σ_z p_z (log p_z - log q_z)     (6.3) for each row, p = softmax(logits0), q = softmax(logits1).

    A class with p_z = 0 adds nothing, whatever q_z is; one with q_z = 0 alone makes it infinite.
    """
    log_p, log_q = (log_softmax(expand_binary_logits(jnp.asarray(z))) for z in (logits0, logits1))
    if log_p.shape != log_q.shape:
        raise ValueError(
            f"logits {np.shape(logits0)} and {np.shape(logits1)}: give both the same shape"
        )
    p = jnp.exp(log_p)
    return jnp.sum(p * jnp.where(p > 0, log_p - log_q, 0), axis=-1)  # (6.3)


# Scores


@jit_per_function
def scores(model, w: PyTree, inputs, labels: Integer[Array, " n"]) -> Float[Array, "n P"]:
    """∇_w log p(label | input)     (6.5), one row for each example; NaN for a label that is no class."""

    def row(z, y):
        each = _logit_scores(z)
        return each.at[validate_labels(y, len(each))].get(mode="fill", fill_value=jnp.nan)[None]

    if np.shape(labels) != (len(inputs),):
        raise ValueError(
            f"labels {np.shape(labels)} for {len(inputs)} examples: give one each, of shape ({len(inputs)},)"
        )
    return _per_example_vjp(model, w, inputs, row, jnp.asarray(labels))


@jit_per_function
def weighted_scores(
    model, w: PyTree, inputs, weights: Float[Array, "n classes"] | None = None
) -> Float[Array, "m P"]:
    """Rows √q_z s_z for each example and class, so that Rᵀ R / n = mean over x of Σ_z q_z s_z s_zᵀ.

    weights: the probabilities q; by default the model's own, and then Rᵀ R / n is the Fisher matrix     (6.12). By
    default there are classes - 1 rows for each example, combinations of these with the same Rᵀ R.
    """
    if weights is None:
        return _per_example_vjp(model, w, inputs, lambda z, _: _output_fisher_root(z), None)
    _check_weights(model, w, inputs, weights)
    rows = lambda z, q: jnp.sqrt(q)[:, None] * _logit_scores(z)
    return _per_example_vjp(model, w, inputs, rows, jnp.asarray(weights))


@jit_per_function
def mean_score(
    model, w: PyTree, inputs, weights: Float[Array, "n classes"] | None = None
) -> Float[Array, " P"]:
    """The mean over x of Σ_z q_z s_z: zero where q is the model's own p     (6.6), by default."""
    own = softmax(expand_binary_logits(_logits(model, w, inputs)))
    if weights is not None:
        _check_weights(model, w, inputs, weights)
    q = own if weights is None else jnp.asarray(weights)
    rows = lambda z, q: q[None] @ _logit_scores(z)
    return jnp.mean(_per_example_vjp(model, w, inputs, rows, q), axis=0)


# Matrices


@jit_per_function
def exact(model, w: PyTree, inputs) -> Float[Array, "P P"]:
    """F = 1/n Σ_x Jᵀ (diag p - p pᵀ) J     (6.12), J the Jacobian of the logits at x."""
    return _gram(weighted_scores(model, w, inputs), len(inputs))


@jit_per_function
def empirical(model, w: PyTree, inputs, labels: Integer[Array, " n"]) -> Float[Array, "P P"]:
    """1/n Σ s_y s_yᵀ with the observed labels y     (6.16): the second moment of the gradients, and not F."""
    return _gram(scores(model, w, inputs, labels), len(inputs))


@jit_per_function
def sampled(model, w: PyTree, inputs, key: PRNGKeyArray) -> Float[Array, "P P"]:
    """1/n Σ s_z s_zᵀ with one label z drawn from the model at each input     (6.17): right on average."""
    labels = jax.random.categorical(key, expand_binary_logits(_logits(model, w, inputs)))
    return empirical(model, w, inputs, labels)


@jit_per_function
def diagonal(model, w: PyTree, inputs) -> PyTree:
    """The diagonal of F, in the structure of w: P numbers instead of P²."""
    squares = jnp.sum(weighted_scores(model, w, inputs) ** 2, axis=0) / len(inputs)
    return trees.flatten(w)[1](squares)


# Products and solutions


@jit_per_function
def vector_product(model, w: PyTree, inputs, v: PyTree) -> PyTree:
    """F v = 1/n Σ_x Jᵀ (diag p - p pᵀ) J v     (6.13), for about two gradients: no matrix is built."""
    return _fisher_product(model, w, inputs)(v)


def natural_direction(model, w: PyTree, inputs, gradient: PyTree, damping) -> PyTree:
    """d with (F + λ I) d = g     (6.14), by conjugate gradients on products alone.

    damping: λ >= 0, finite. It solves to the rounding of the numbers, or stops after 2 P products: where λ is 0 and F
    singular that may be far from a solution. It solves for g / s, of size 1, as it squares what is left of that.
    """
    require_nonnegative(damping=damping)
    return _conjugate_gradients(model, w, inputs, gradient, damping)


@jit_per_function
def _conjugate_gradients(model, w, inputs, gradient, damping):
    from jax.scipy.sparse.linalg import cg  # here: only who needs it pays for the import

    fisher = _fisher_product(model, w, inputs)
    damped = lambda v: trees.add_scaled(fisher(v), damping, v)
    eps = jnp.finfo(trees.flatten(gradient)[0].dtype).eps
    s, g = trees.split_scale(gradient)
    return trees.scaled(s, cg(damped, g, tol=10 * eps, maxiter=2 * trees.size(g))[0])


def dense_direction(model, w: PyTree, inputs, gradient: PyTree, damping) -> PyTree:
    """The same d from the full matrix: P² numbers, P³ / 3 multiplications. The fastest for a few hundred parameters."""
    require_nonnegative(damping=damping)
    return _solve_dense(model, w, inputs, gradient, damping)


@jit_per_function
def _solve_dense(model, w, inputs, gradient, damping):
    g, unflatten = trees.flatten(gradient)
    F = exact(model, w, inputs)
    return unflatten(jnp.linalg.solve(F + damping * jnp.eye(g.size, dtype=F.dtype), g))  # (6.14)


def kernel_direction(model, w: PyTree, inputs, gradient: PyTree, damping) -> PyTree:
    """The same d from the m x m matrix R Rᵀ, m = n (classes - 1): for more parameters than outputs.

    d = (g - Rᵀ (n λ I + R Rᵀ)⁻¹ R g) / λ     (6.15), for λ > 0
    """
    require_positive(damping=damping)
    return _solve_kernel(model, w, inputs, gradient, damping)


@jit_per_function
def _solve_kernel(model, w, inputs, gradient, damping):
    g, unflatten = trees.flatten(gradient)
    R = weighted_scores(model, w, inputs)
    kernel = R @ R.T + len(inputs) * damping * jnp.eye(len(R), dtype=R.dtype)
    return unflatten((g - R.T @ jnp.linalg.solve(kernel, R @ g)) / damping)  # (6.15)


# How the outputs enter: one row of logits z at a time


def _logit_scores(z) -> Float[Array, "classes logits"]:
    """Row c: ∂ log p_c / ∂z = e_c - p."""
    p = softmax(expand_binary_logits(z))
    return (jnp.eye(p.size) - p)[:, -z.size :].astype(z.dtype)


def _output_fisher_root(z) -> Float[Array, "m logits"]:
    """Rows whose Gram matrix is diag p - p pᵀ, one fewer than classes.

    √p_c (e_c - p) are such rows, and √p is orthogonal to them all: a reflection that turns √p into the first axis
    leaves the first row zero. It is dropped.
    """
    root = safe_sqrt(softmax(expand_binary_logits(z)))
    rows = root[:, None] * _logit_scores(z)
    return rows[1:] - root[1:, None] * rows[0] / (1 + root[0])


def _output_fisher_product(logits, u):
    """(diag p - p pᵀ) u for each row."""
    if logits.shape[-1] == 1:
        return jnp.prod(softmax(expand_binary_logits(logits)), axis=-1, keepdims=True) * u
    p = softmax(logits)
    return p * (u - jnp.sum(p * u, axis=-1, keepdims=True))


def _fisher_product(model, w, inputs):
    """v -> F v; the model runs forward once, however many products follow."""
    trees.check_floats(w)
    outputs = lambda w: _logits(model, w, inputs)
    logits, forward = jax.linearize(outputs, w)  # v -> J v
    back = jax.linear_transpose(forward, w)  # u -> Jᵀ u
    return lambda v: trees.scaled(
        1 / len(inputs), back(_output_fisher_product(logits, forward(v)))[0]
    )  # (6.13)


def _per_example_vjp(model, w, inputs, rows, given) -> Float[Array, "m P"]:
    """rows(z, given) @ ∂z/∂w for each example, stacked: rows gives the derivatives by the example's logits z."""
    trees.check_floats(w)
    vector, unflatten = trees.flatten(w)

    def of_one(x, given):
        z, back = jax.vjp(lambda v: _logits(model, unflatten(v), x[None])[0], vector)
        return jax.vmap(lambda u: back(u)[0])(rows(z, given))

    stacked = jax.vmap(of_one)(jnp.asarray(inputs), given)
    return stacked.reshape(-1, vector.size)


def _check_weights(model, w, inputs, weights):
    wanted = expand_binary_logits(_logits(model, w, inputs)).shape
    if np.shape(weights) != wanted:
        raise ValueError(
            f"weights {np.shape(weights)} for {wanted} examples and classes: give one for each of them"
        )


def _gram(R, n):
    return R.T @ R / n


def _logits(model, w, inputs):
    logits = model(w, inputs)
    if jnp.ndim(logits) != 2 or len(logits) != len(inputs):
        raise ValueError(
            f"the model gave outputs {jnp.shape(logits)}: return logits ({len(inputs)}, classes)"
        )
    return logits
