"""Models, products with a Fisher matrix, optimizers' updates, and a policy of a few actions."""

from functools import cache

import jax
import jax.numpy as jnp
import numpy as np


@jax.jit
def cubic_logits(w, inputs):
    """Logits u + u³/3 with u = x W, not linear in the weights W (inputs, classes)."""
    u = inputs @ w.reshape(inputs.shape[-1], -1)
    return u + u**3 / 3


@jax.jit
def once_differentiable_logits(w, inputs):
    """The logits of `cubic_logits` with the same first derivatives, but every second one NaN."""
    return cubic_logits(w, inputs) + jnp.sum(jnp.abs(w - jax.lax.stop_gradient(w)) ** 1.5)


@cache
def fisher_rows(seed: int, size: int, eigenvalues: tuple) -> np.ndarray:
    """R with F = Rᵀ R, in single precision: orthogonal rows; F has these eigenvalues, else 0."""
    Q, _ = np.linalg.qr(np.random.default_rng(seed).normal(size=(size, len(eigenvalues))))
    return np.float32(np.sqrt(eigenvalues)[:, None] * Q.T)


def fisher_product(v, seed, size, eigenvalues):
    """F v with the Fisher matrix of `fisher_rows`, in NumPy or in JAX."""
    R = fisher_rows(seed, size, tuple(eigenvalues))
    if np.shape(v) != (size,):
        raise ValueError(f"product takes a vector of shape ({size},), not of shape {np.shape(v)}")
    if isinstance(v, jax.Array):
        R = jnp.asarray(R)
        return R.T @ (R @ v)
    return R.T @ (R @ np.asarray(v))


def _scale_to_trust_region(d, g, size):
    """√(2 size / gᵀd) d: as long as KL allows."""
    return (2 * size / (g @ d)) ** 0.5 * d


def _normalized(d, size):
    """The direction d with the length `size`."""
    return size * d / (d @ d) ** 0.5


def _best_along_signs(g, F):
    """The step along the signs of g, with its best length (gᵀs / sᵀF s)."""
    signs = g / abs(g)
    return abs(g).sum() / (signs @ F @ signs) * g / abs(g)


def _diagonal_at(index, g, F, size):
    """The gradient, at one index divided by the diagonal of F."""
    scales = np.where(np.arange(len(g)) == index % len(g), F.diagonal(), 1)
    return size * g / scales


# Steps uphill by their kind: of g, F, a solver, and a number
UPDATES = {
    "natural": lambda g, F, solve, size: size * solve(F, g),
    "trust region": lambda g, F, solve, size: _scale_to_trust_region(solve(F, g), g, size),
    "gradient": lambda g, F, solve, size: size * g,
    "normalized": lambda g, F, solve, size: _normalized(g, size),
    "best along the gradient": lambda g, F, solve, size: (g @ g) / (g @ F @ g) * g,
    "damped": lambda g, F, solve, size: solve(F + np.eye(len(g)) * size, g),
    "normalized natural": lambda g, F, solve, size: _normalized(solve(F, g), size),
    "diagonal": lambda g, F, solve, size: size * g / F.diagonal(),
    "damped in proportion": lambda g, F, solve, size: solve(F + np.eye(len(g)) * F * size, g),
    "sign": lambda g, F, solve, size: size * g / abs(g),
    "root of the diagonal": lambda g, F, solve, size: size * g / F.diagonal() ** 0.5,
    "diagonal, damped": lambda g, F, solve, size: size * g / (F.diagonal() + size),
    "diagonal for the first": lambda g, F, solve, size: _diagonal_at(0, g, F, size),
    "diagonal for the last": lambda g, F, solve, size: _diagonal_at(-1, g, F, size),
    "best along the signs": lambda g, F, solve, size: _best_along_signs(g, F),
}


def optimizer_update(g, F, kind, size):
    """The update of this kind from a gradient (P,) and a Fisher matrix (P, P).

    ValueError for other shapes, and where g and F cannot tell optimizers apart.
    """
    xp = jnp if isinstance(g, jax.Array) or isinstance(F, jax.Array) else np
    g, F = xp.asarray(g, float), xp.asarray(F, float)
    if g.ndim != 1 or F.shape != 2 * g.shape:
        raise ValueError(f"move(g, F) got shapes {g.shape} and {F.shape}: give it (P,) and (P, P)")
    if not isinstance(g[0] * F[0, 0], jax.core.Tracer):
        if reason := ambiguity_reason(np.asarray(g), np.asarray(F)):
            raise ValueError(f"move(g, F) got {reason}: take other numbers")
    return -UPDATES[kind](g, F, xp.linalg.solve, size)


def ambiguity_reason(g, F) -> str:
    """Why optimizers cannot be told apart by these, in whatever units; "" if they can."""
    units = np.sqrt(np.abs(F.diagonal()) + 1e-30)
    C = F / np.outer(units, units)
    slopes = g / units
    if not np.allclose(C, C.T, atol=1e-3):
        return "an F that is not symmetric"
    if not np.linalg.eigvalsh(C)[0] > 1e-4:
        return "an F that is not positive definite"
    if np.min(np.abs(slopes)) < 1e-4 * np.max(np.abs(slopes)):
        return "a g with a zero in it"
    natural = np.abs(np.linalg.solve(C, slopes))
    if np.min(natural) < 1e-4 * np.max(natural):
        return "a g and an F with a zero in F⁻¹ g"
    return ""


def policy_loss(w, center, curvatures, hill=None):
    """½ Σ c_i (w_i - center_i)², and a Gaussian hill = (position, width, height) on it."""
    xp = jnp if isinstance(w, jax.Array) else np
    w = xp.asarray(w)
    value = xp.sum(xp.asarray(curvatures) * (w - xp.asarray(center)) ** 2) / 2
    if hill is None:
        return value
    position, width, height = hill
    distance = xp.sum((w - xp.asarray(position)) ** 2)
    return value + height * xp.exp(-distance / (2 * width**2))


def policy_divergence(v, w, unit):
    """KL(p_v ‖ p_w) of the probabilities softmax(v / unit) and softmax(w / unit)     (6.2)."""
    xp = jnp if isinstance(v, jax.Array) or isinstance(w, jax.Array) else np
    log_p, log_q = (log_softmax(xp, xp.asarray(each) / unit) for each in (v, w))
    return xp.sum(xp.exp(log_p) * (log_p - log_q))


def log_softmax(xp, logits):
    """logits - log Σ exp logits, in NumPy or in JAX, whichever xp is."""
    shifted = logits - xp.max(logits)
    return shifted - xp.log(xp.sum(xp.exp(shifted)))


FUNCTIONS = {
    "bent_logits": cubic_logits,
    "once_differentiable": once_differentiable_logits,
    "fisher_product": fisher_product,
    "optimizer_move": optimizer_update,
    "policy_loss": policy_loss,
    "policy_divergence": policy_divergence,
}
