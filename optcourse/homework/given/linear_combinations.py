"""The losses of a curved front, and training on their weighted sum; homework 08 has them too."""

import jax
import jax.numpy as jnp
import numpy as np

from optcourse import tradeoffs
from optcourse.linalg import rotation


def rounded_rotation(angle):
    """The rotation, rounded so that a quarter turn leaves exact zeros."""
    return jnp.round(rotation(angle), 6)


def both_losses(w, k, angle=0.0):
    """(L₁, L₂) of `curved_front(k)`, with the parameters rotated by an angle."""
    return tradeoffs.curved_front(k).losses(rounded_rotation(angle) @ jnp.asarray(w, float))


first_loss = jax.jit(lambda w, k, angle=0.0: both_losses(w, k, angle)[0])
second_loss = jax.jit(lambda w, k, angle=0.0: both_losses(w, k, angle)[1])


def final_losses(alpha, k, start, unit=1.0, ends=(0.0, 1.0)):
    """(L₁, L₂) at the end of a long run on L₁ + α L₂ that starts at `start` on the front.

    L₁ is `unit` times that of (7.3), and L₂ runs from ends[0] to ends[1] where there it runs from 0
    to 1; so the weight that does what α does there is α unit / (ends[1] - ends[0]).
    ValueError unless alpha is one number.
    """
    _check_one_weight(alpha)
    size = ends[1] - ends[0]
    alpha = float(alpha) * size / unit
    edge = (k - alpha * (2 - k)) / (2 * (k - 1) * (1 + alpha))  # (7.8)
    s = min(max(edge, 0.0), 1.0) if k < 1 else float(start > edge)
    off = k * s * (1 - s)
    return np.array([unit * (s**2 + off), ends[0] + size * ((1 - s) ** 2 + off)])


def _check_one_weight(alpha):
    if isinstance(alpha, jax.core.Tracer) or np.size(alpha) != 1:
        advice = "no array of them, no vmap and no jit"
        raise ValueError(f"trained(alpha) takes one weight at a time: {advice}")


def network_final_losses(alpha, jumps, rise):
    """(L₁, L₂) at the end of a run on L₁ + α L₂ of a network, with jumps between local minima.

    L₁ rises smoothly by rise[0] about the weight rise[1], and changes by c from the weight a on,
    for each (a, c) of `jumps`.
    """
    _check_one_weight(alpha)
    alpha, (height, middle) = float(alpha), rise
    smooth = height / (1 + (middle / alpha) ** 25)
    jumped = sum(change for weight, change in jumps if alpha > weight)
    return np.array([2 + smooth + jumped, 1 / (1 + alpha)])


FUNCTIONS = {
    "first_loss": first_loss,
    "second_loss": second_loss,
    "trained": final_losses,
    "trained_network": network_final_losses,
}
