"""A loss of rows, some of which may be too many at once."""

from functools import partial

import jax
import jax.numpy as jnp


def power_loss(w, inputs, targets, power=2, room=None):
    """The mean of (x·w - y) to an even power over the rows; MemoryError beyond `room` rows."""
    if room is not None and len(targets) > room:
        raise MemoryError(f"{len(targets)} rows at once, and there is room for {room}")
    return _power_loss(w, inputs, targets, power)


@partial(jax.jit, static_argnames="power")
def _power_loss(w, inputs, targets, power):
    return jnp.mean((inputs @ w - targets) ** power)


FUNCTIONS = {
    "errors": power_loss,
}
