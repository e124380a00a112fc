"""Networks whose gradients by their weights are asked for: f(w, inputs), one output a row.

One row alone gives one number.
"""

import jax
import jax.numpy as jnp


@jax.jit
def sine_wave(w, inputs):
    """sin(x·w): w is one array."""
    return jnp.sin(inputs @ w)


@jax.jit
def committee(w, inputs):
    """The sum of tanh(x W), for w = (W,)."""
    (W,) = w
    return jnp.sum(jnp.tanh(inputs @ W), axis=-1)


@jax.jit
def two_layers(w, inputs):
    """tanh(x W + b)·v, for w = (W, b, v)."""
    W, b, v = w
    return jnp.tanh(inputs @ W + b) @ v


FUNCTIONS = {
    "sine_wave": sine_wave,
    "committee": committee,
    "two_layers": two_layers,
}
