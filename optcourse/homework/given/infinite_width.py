"""Networks whose gradients by their weights are asked for: f(w, inputs), one output a row.

One row alone gives one number.
"""

import jax
import jax.numpy as jnp


@jax.jit
def committee(W, inputs):
    """The sum of tanh(x W): the weights are one array."""
    return jnp.sum(jnp.tanh(inputs @ W), axis=-1)


def committee_in_a_tuple(w, inputs):
    """The same, for w = (W,)."""
    return committee(w[0], inputs)


@jax.jit
def two_layers(w, inputs):
    """tanh(x W + b)·v, for w = (W, b, v)."""
    W, b, v = w
    return jnp.tanh(inputs @ W + b) @ v


@jax.jit
def relus(w, inputs):
    """relu(x W)·v, for w = (W, v)."""
    W, v = w
    return jax.nn.relu(inputs @ W) @ v


@jax.jit
def waves(w, inputs):
    """sin(x W + b)·v + c, for w = (W, b, v, c)."""
    W, b, v, c = w
    return jnp.sin(inputs @ W + b) @ v + c[0]


FUNCTIONS = {
    "committee": committee,
    "committee_in_a_tuple": committee_in_a_tuple,
    "two_layers": two_layers,
    "relus": relus,
    "waves": waves,
}
