"""Newton's method: a step to the critical point of a local quadratic (damped: Levenberg, 1944)."""

import jax.numpy as jnp

from optcourse import trees
from optcourse.curvature import hessian
from optcourse.optimizers.base import Optimizer, as_schedule, gradient_and_info, require_in_range


def newton(learning_rate, damping=0.0) -> Optimizer:
    """Multiply the gradient by the inverse of the (damped) Hessian.

    w <- w - η (H + δ I)⁻¹ g

    For small problems: H is built, n x n for n parameters. With η = 1 and δ = 0 a quadratic is
    solved in one step. damping: δ >= 0. Where H + δ I has a negative eigenvalue the step climbs
    along it, towards a saddle; a singular one gives infinities. Float16 is solved in float32.
    """
    rate = as_schedule(learning_rate)
    require_in_range(damping=damping)

    def init(w):
        return jnp.zeros((), int)

    def step(loss, w, t):
        g, info = gradient_and_info(loss, w)
        vector, unflatten = trees.flatten(g)
        dtype = jnp.promote_types(vector.dtype, jnp.float32)
        H = hessian(loss, w).astype(dtype)
        damped = H + damping * jnp.eye(vector.size, dtype=dtype)
        d = jnp.linalg.solve(damped, vector.astype(dtype))
        direction = unflatten(d.astype(vector.dtype))
        w = trees.add_scaled(w, -rate(t), direction)
        return w, t + 1, info

    return Optimizer(init, step)
