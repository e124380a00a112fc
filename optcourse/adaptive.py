"""Per-coordinate learning rates on quadratics, in closed form: limit cycles and instability.

condition_number       that of a quadratic, with or without a scaling of its coordinates
limit_cycle_loss       where RMSProp ends on a quadratic: it never settles
steps_to_instability   when the root-mean-square form of Adagrad becomes unstable
moving_averages        m̂ and √v̂ of a sequence of gradients: sign and size of Adam's steps
step_after_jump        the length of a step of Adam or RMSProp after gradients changed their size
reaction_time          and after how many steps it is back at the learning rate
"""

import jax
import jax.numpy as jnp
from jaxtyping import Array, Real

from optcourse.linalg import Matrix, Scalar, Vector
from optcourse.optimizers.moments import bias_corrected, clip_for_squaring, ema, log_decay


def condition_number(H: Matrix, d: Vector | None = None) -> Scalar:
    """The condition number λ_max / λ_min of D⁻¹ᐟ² H D⁻¹ᐟ² (4.12), D = diag(d); D = I without d."""
    if d is None:
        scale = jnp.ones(len(H))
    else:
        scale = 1 / jnp.sqrt(d)
    scaled = scale[:, None] * H * scale
    eigenvalues = jnp.linalg.eigvalsh(scaled)
    return eigenvalues[-1] / eigenvalues[0]


def limit_cycle_loss(learning_rate, curvatures: Vector) -> Scalar:
    """The loss η² / 8 Σ λ of the limit cycle of RMSProp, where every |w| is η / 2.

    There each step of length η changes the sign of w, and the loss is ½ Σ λ w².
    """
    return learning_rate**2 / 8 * jnp.sum(curvatures)


def steps_to_instability(learning_rate, curvature, sum_of_squares):
    """The step 4 Σg² / (η h)² (4.14) at which Adagrad's RMS form becomes unstable: η h / σ = 2.

    σ² = Σg² / t is the mean over t gradients, that of step t - 1 included: steps count from 0.
    curvature: h, that of this coordinate; sum_of_squares: Σg² of its gradients, which all come
    early in the run, but for zeros.
    """
    return 4 * sum_of_squares / (learning_rate * curvature) ** 2  # (4.14)


def moving_averages(gradients: Real[Array, " t"], b1=0.9, b2=0.999):
    """Adam's bias-corrected averages (m̂, √v̂) after each gradient (4.5). Both (t,)."""
    zero = jnp.zeros((), jnp.result_type(gradients.dtype, float))
    gradients = clip_for_squaring(gradients.astype(zero.dtype))

    def step(averages, row):
        m, v = averages
        t, g = row
        m = ema(b1, m, g)
        v = ema(b2, v, g**2)
        m_hat = bias_corrected(b1, m, t)
        v_hat = bias_corrected(b2, v, t)
        return (m, v), (m_hat, jnp.sqrt(v_hat))

    rows = (jnp.arange(len(gradients)), gradients)
    _, corrected = jax.lax.scan(step, (zero, zero), rows)
    return corrected


def step_after_jump(jump, m_left, v_left):
    """|m| / √v, a step's length in learning rates, after gradients of size 1 became `jump` times 1.

    m_left, v_left: the shares b1ⁿ and b2ⁿ that are left of the old gradients in m and v after n
    new ones. A long stretch of equal gradients came before, so both averages began at 1:

        m = J + (1 - J) b1ⁿ        v = J² + (1 - J²) b2ⁿ
    """
    m = jump + (1 - jump) * m_left
    v = jump**2 + (1 - jump**2) * v_left
    return m / jnp.sqrt(v)


def change_of_squares(jump, tolerance=0.1):
    """c, the share by which v / J² may differ from 1 while steps J / √v are within the tolerance.

    1 / (1 - tolerance)² - 1 ≈ 0.23 if gradients shrink, where v is too large and steps too short;
    1 - 1 / (1 + tolerance)² ≈ 0.17 if they grow.
    """
    return jnp.where(jump < 1, 1 / (1 - tolerance) ** 2 - 1, 1 - 1 / (1 + tolerance) ** 2)


def squares_left_when_back(jump, tolerance=0.1):
    """The share b2ⁿ of the old squares in v with which a step of J / √v is within the tolerance.

    c / |1 / J² - 1|, with c of `change_of_squares`; 1 or more where no step is off.
    """
    return change_of_squares(jump, tolerance) / jnp.abs(1 / jump**2 - 1)


def reaction_time(jump, b2, tolerance=0.1):
    """Steps until those of RMSProp (its α is b2) have their old length again, within `tolerance`.

    ln(|1 / J² - 1| / c) / ln(1 / b2), with c of `change_of_squares`. That is about
    1.8 / (1 - b2) if gradients grow, however much, and (1.5 + 2 ln(1 / J)) / (1 - b2) if they
    shrink. It holds for Adam too as long as its m has forgotten the old gradients by then.
    """
    left = jnp.minimum(squares_left_when_back(jump, tolerance), 1)
    return jnp.log(left) / log_decay(b2)
