"""What a learning rate for each coordinate does, where it can be solved.

conditioning        how much a scaling of the coordinates helps a quadratic
limit_cycle         where RMSProp ends on one: it never settles
unstable_from       when the root-mean-square form of Adagrad becomes unstable
moving_averages     m̂ and √v̂ of a sequence of gradients: the sign and the size of Adam's steps
"""

import jax
import jax.numpy as jnp
from jaxtyping import Array, Float, Real

from optcourse.optimizers.moments import bias_corrected, clip_for_squaring, ema


def condition_number(
    H: Float[Array, "n n"], d: Float[Array, " n"] | None = None
) -> Float[Array, ""]:
    """λ_max / λ_min of D⁻¹ᐟ² H D⁻¹ᐟ², D = diag(d): what (4.12) has to cope with. D = I without d."""
    scale = jnp.ones(len(H)) if d is None else 1 / jnp.sqrt(d)
    eigenvalues = jnp.linalg.eigvalsh(scale[:, None] * H * scale)
    return eigenvalues[-1] / eigenvalues[0]


def limit_cycle_loss(learning_rate, curvatures: Float[Array, " n"]) -> Float[Array, ""]:
    """η² / 8 Σ λ (4.6): the loss ½ Σ λ w² where every |w| is η / 2, and each step of length η changes its sign."""
    return learning_rate**2 / 8 * jnp.sum(curvatures)  # (4.6)


def steps_to_instability(learning_rate, curvature, squares):
    """4 Σg² / (η λ)² (4.11): after how many gradients η λ / σ reaches 2, once those that are not 0 are over.

    σ² = Σg² / t is the mean over t gradients, the one of step t - 1 included: `adagrad_rms` counts its steps from 0.
    squares: Σg², the sum of the squared gradients of this coordinate, all of them early in the run.
    """
    return 4 * squares / (learning_rate * curvature) ** 2  # (4.11)


def moving_averages(gradients: Real[Array, " t"], b1=0.9, b2=0.999):
    """(m̂, √v̂) after each gradient: what Adam divides, and what it divides by (4.9), (4.10). Both (t,)."""

    def step(averages, row):
        t, g = row
        m, v = ema(b1, averages[0], g), ema(b2, averages[1], g**2)
        return (m, v), (bias_corrected(b1, m, t), jnp.sqrt(bias_corrected(b2, v, t)))

    zero = jnp.zeros((), jnp.result_type(gradients.dtype, float))
    gradients = clip_for_squaring(gradients.astype(zero.dtype))
    return jax.lax.scan(step, (zero, zero), (jnp.arange(len(gradients)), gradients))[1]
