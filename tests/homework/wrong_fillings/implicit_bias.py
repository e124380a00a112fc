"""Wrong fillings of the blanks of lesson 10."""

import jax.numpy as jnp


def forgets_a_transpose(W1, W2, observed, mask):
    """W2 G for W2ᵀ G."""
    G = jnp.where(mask, W2 @ W1 - observed, 0)
    return W2 @ G, G @ W1.T


def wrong_side(W1, W2, observed, mask):
    """W1ᵀ G for G W1ᵀ: the factor on the right of W2 is put on the left."""
    G = jnp.where(mask, W2 @ W1 - observed, 0)
    return W2.T @ G, W1.T @ G


def ignores_the_mask(W1, W2, observed, mask):
    """As if all entries had been seen."""
    G = W2 @ W1 - observed
    return W2.T @ G, G @ W1.T


def holes_are_zeros(W1, W2, observed, mask):
    """Unseen entries count as if 0 had been seen there."""
    G = W2 @ W1 - jnp.where(mask, observed, 0)
    return W2.T @ G, G @ W1.T


def other_order(W1, W2, observed, mask):
    """W = W1 W2 for W2 W1."""
    G = jnp.where(mask, W1 @ W2 - observed, 0)
    return W2.T @ G, G @ W1.T


def swapped(W1, W2, observed, mask):
    """The gradient by W2 first."""
    G = jnp.where(mask, W2 @ W1 - observed, 0)
    return G @ W1.T, W2.T @ G


def lost_half(W1, W2, observed, mask):
    """Twice as large: the ½ of the loss is forgotten."""
    G = 2 * jnp.where(mask, W2 @ W1 - observed, 0)
    return W2.T @ G, G @ W1.T


def entry_by_entry(W1, W2, observed, mask):
    """* for @."""
    G = jnp.where(mask, W2 @ W1 - observed, 0)
    return W2 * G, G * W1


ALONE = {
    "factor_gradients": {
        "first factor": forgets_a_transpose,
        "second factor": wrong_side,
        "unseen entries": ignores_the_mask,
    }
}
ALSO = {"factor_gradients": (holes_are_zeros, other_order, swapped, lost_half, entry_by_entry)}
