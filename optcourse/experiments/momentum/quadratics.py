"""What momentum gains in steps: on quadratics, at a saddle, and on a loss where it never ends.

steps_to_shrink   best gradient descent, momentum and Nesterov's against the condition number κ
steps_to_escape   a saddle beside a wall κ times steeper: the wall limits the learning rate
lessard_loss      convex; the momentum that is best for quadratics goes around on it for ever
"""

from functools import partial

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import Array, Float, Key, PRNGKeyArray

from optcourse import quadratics
from optcourse.experiments.run import first_below, run, steps_until
from optcourse.optimizers import momentum, nesterov

DIMENSIONS = 20
MAX_STEPS = 1_000_000  # steps; gradient descent takes 7 κ of them
METHODS = {  # name -> (optimizer, its best parameters)
    "gradient_descent": (momentum, quadratics.best_gradient_descent),
    "momentum": (momentum, quadratics.best_momentum),
    "nesterov": (nesterov, quadratics.best_nesterov),
}


def best_parameters(method: str, kappa, beta=None) -> quadratics.BestTuning:
    """The best parameters of a method for eigenvalues from 1 to κ; of momentum, with this β."""
    if beta is None:
        return METHODS[method][1](1.0, kappa)
    return quadratics.best_momentum_for_beta(beta, 1.0, kappa)


def steps_to_shrink(
    method: str, kappa, keys: Key[Array, " seeds"], beta=None, shrink=1e-6
) -> np.ndarray:
    """Steps of the best `method` until ‖w‖ is `shrink` times what it was, a quadratic a key.

    Its eigenvalues are a `spectrum`; the start is random. Infinity beyond MAX_STEPS. In float64.
    """
    with jax.enable_x64(True):
        best = best_parameters(method, kappa, beta)
        numbers = (best.learning_rate, best.beta, kappa, shrink)
        numbers = jax.tree.map(jnp.float64, numbers)
        return np.asarray(_steps_to_shrink(METHODS[method][0], *numbers, keys))


def spectrum(key: PRNGKeyArray, kappa) -> Float[Array, " n"]:
    """20 eigenvalues between 1 and κ: both ends, and the others evenly in their logarithm."""
    exponents = jax.random.uniform(key, (DIMENSIONS,))
    return kappa ** exponents.at[:2].set(jnp.array([0.0, 1.0]))


@partial(jax.jit, static_argnums=0)
@partial(jax.vmap, in_axes=(None, None, None, None, None, 0))
def _steps_to_shrink(make, learning_rate, beta, kappa, shrink, key):
    spectrum_key, start_key = jax.random.split(key)
    curvatures = spectrum(spectrum_key, kappa)
    start = jax.random.normal(start_key, (DIMENSIONS,))
    optimizer = make(learning_rate, beta)
    loss = lambda w: jnp.sum(curvatures * w**2) / 2
    shrunk = lambda w: jnp.linalg.norm(w) <= shrink * jnp.linalg.norm(start)
    return steps_until(optimizer, loss, start, shrunk, MAX_STEPS)


def walled_saddle(kappa):
    """½ κ x² - ½ y² + ¼ y⁴: a saddle at 0, minima of -1/4 at y = ±1, walls κ times steeper."""
    return lambda w: kappa * w[0] ** 2 / 2 - w[1] ** 2 / 2 + w[1] ** 4 / 4


def steps_to_escape(
    kappa, parameters: quadratics.BestTuning, offset=1e-6, max_steps: int = 20_000
) -> Float[Array, ""]:
    """Steps of momentum until the loss is below -0.2, from (1, offset) beside the saddle."""
    start = jnp.array([1.0, offset])
    return _steps_to_escape(kappa, parameters.learning_rate, parameters.beta, start, max_steps)


@partial(jax.jit, static_argnames="max_steps")
def _steps_to_escape(kappa, learning_rate, beta, start, max_steps):
    descent, loss = momentum(learning_rate, beta), walled_saddle(kappa)
    losses = run(descent, loss, start, max_steps, record=lambda w, state: None).loss
    return first_below(losses, -0.2)


def lessard_loss(w) -> Array:
    """Convex, with curvature 1 in [1, 2] and 25 outside (Lessard, Recht and Packard, 2016)."""
    outside = jnp.where(w < 1, 12.5 * w**2, 12.5 * w**2 - 24 * w + 36)
    return jnp.where((w >= 1) & (w < 2), w**2 / 2 + 24 * w - 12, outside)
