"""Wrong fillings of the blanks of lesson 04."""

import jax.numpy as jnp


def averages(g, m, v):
    return 0.9 * m + 0.1 * g, 0.999 * v + 0.001 * g**2


def keeps_the_corrected(w, g, m, v, k, eta):
    """m̂ and v̂ are kept for the next step, which corrects them again."""
    m, v = averages(g, m, v)
    m, v = m / (1 - 0.9**k), v / (1 - 0.999**k)
    return w - eta * m / (jnp.sqrt(v) + 1e-8), m, v


def no_correction(w, g, m, v, k, eta):
    """m and v as they are."""
    m, v = averages(g, m, v)
    return w - eta * m / (jnp.sqrt(v) + 1e-8), m, v


def without_momentum(w, g, m, v, k, eta):
    """g for m̂: RMSProp with a correction."""
    m, v = averages(g, m, v)
    return w - eta * g / (jnp.sqrt(v / (1 - 0.999**k)) + 1e-8), m, v


def no_root(w, g, m, v, k, eta):
    """v̂ for √v̂."""
    m, v = averages(g, m, v)
    return w - eta * m / (1 - 0.9**k) / (v / (1 - 0.999**k) + 1e-8), m, v


def uphill(w, g, m, v, k, eta):
    """Plus for minus."""
    m, v = averages(g, m, v)
    return w + eta * m / (1 - 0.9**k) / (jnp.sqrt(v / (1 - 0.999**k)) + 1e-8), m, v


def one_correction(w, g, m, v, k, eta):
    """The correction of v is that of m."""
    m, v = averages(g, m, v)
    return w - eta * m / (1 - 0.9**k) / (jnp.sqrt(v / (1 - 0.9**k)) + 1e-8), m, v


def one_rate_for_all(w, g, m, v, k, eta):
    """The length of the whole gradient for the size of each entry."""
    m, v = averages(g, m, v)
    return w - eta * m / (1 - 0.9**k) / jnp.linalg.norm(jnp.sqrt(v / (1 - 0.999**k))), m, v


ALONE = {
    "adam_step": {
        "averages": keeps_the_corrected,
        "first step": no_correction,
        "late step": without_momentum,
    }
}
ALSO = {"adam_step": (no_root, uphill, one_correction, one_rate_for_all)}
