"""What momentum gains, counted in steps: on quadratics, at a saddle beside a wall, and on a loss where it never ends.

steps_to_shrink     best gradient descent, momentum and Nesterov's against the condition number κ
measured_factor     how fast an error shrinks in a run, to compare with `quadratics.factor`
steps_to_escape     a saddle beside a wall κ times steeper: the wall limits the learning rate
kinked              a convex loss on which the momentum that is best for quadratics goes around for ever
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
METHODS = {  # name -> (optimizer, its numbers for eigenvalues from 1 to κ)
    "gradient_descent": (momentum, quadratics.best_gradient_descent),
    "momentum": (momentum, quadratics.best_momentum),
    "nesterov": (nesterov, quadratics.best_nesterov),
}


def best_parameters(method: str, kappa, beta=None) -> quadratics.BestTuning:
    """The best numbers of a method for eigenvalues from 1 to κ; of momentum also for a β that is given."""
    if beta is None:
        return METHODS[method][1](1.0, kappa)
    return quadratics.best_momentum_for_beta(beta, 1.0, kappa)


def steps_to_shrink(
    method: str, kappa, keys: Key[Array, " seeds"], beta=None, shrink=1e-6
) -> np.ndarray:
    """Steps of the best `method` until ‖w‖ is `shrink` times what it was, on a quadratic for each key.

    Its eigenvalues are a `spectrum`; the start is random. Infinity after MOST steps. Computed in float64.
    """
    with jax.enable_x64(True):
        learning_rate, beta, _ = (
            jnp.float64(number) for number in best_parameters(method, kappa, beta)
        )
        make = METHODS[method][0]
        return np.asarray(
            _steps_to_shrink(
                make, learning_rate, beta, jnp.float64(kappa), keys, jnp.float64(shrink)
            )
        )


def spectrum(key: PRNGKeyArray, kappa) -> Float[Array, " n"]:
    """20 eigenvalues between 1 and κ: both ends, and the others evenly in their logarithm."""
    return kappa ** jax.random.uniform(key, (DIMENSIONS,)).at[:2].set(jnp.array([0.0, 1.0]))


@partial(jax.jit, static_argnums=0)
@partial(jax.vmap, in_axes=(None, None, None, None, 0, None))
def _steps_to_shrink(make, learning_rate, beta, kappa, key, shrink):
    spectrum_key, start_key = jax.random.split(key)
    curvatures = spectrum(spectrum_key, kappa)
    start = jax.random.normal(start_key, (DIMENSIONS,))
    optimizer = make(learning_rate, beta)
    loss = lambda w: jnp.sum(curvatures * w**2) / 2
    shrunk = lambda w: jnp.linalg.norm(w) <= shrink * jnp.linalg.norm(start)
    return steps_until(optimizer, loss, start, shrunk, MAX_STEPS)


@partial(jax.jit, static_argnames=("method", "steps"))
def measured_factor(
    method: str, learning_rate, beta, eigenvalue, steps: int = 400
) -> Float[Array, ""]:
    """The factor by which |a| shrinks or grows in one step, from the second half of a run on ½ λ a² that starts at 1.

    It is the slope of a line through ln √(a_t² + a_{t+1}²), which does not pass through -∞ when a changes its sign.
    """
    optimizer = METHODS[method][0](learning_rate, beta)
    a = run(optimizer, lambda w: eigenvalue * w**2 / 2, 1.0, steps).path[steps // 2 :]
    size, t = jnp.log(jnp.hypot(a[1:], a[:-1])), jnp.arange(len(a) - 1.0)
    return jnp.exp(jnp.polyfit(t, size, 1)[0])


def walled_saddle(kappa):
    """The loss ½ κ x² - ½ y² + ¼ y⁴: a saddle at 0, minima of -1/4 at y = ±1, and walls κ times steeper."""
    return lambda w: kappa * w[0] ** 2 / 2 - w[1] ** 2 / 2 + w[1] ** 4 / 4


def steps_to_escape(
    kappa, numbers: quadratics.BestTuning, offset=1e-6, most: int = 20_000
) -> Float[Array, ""]:
    """Steps until momentum with these numbers is below -0.2, from (1, offset) beside the saddle."""
    return _steps_to_escape(
        kappa, numbers.learning_rate, numbers.beta, jnp.array([1.0, offset]), most
    )


@partial(jax.jit, static_argnames="most")
def _steps_to_escape(kappa, learning_rate, beta, start, most):
    descent = momentum(learning_rate, beta)
    return first_below(
        run(descent, walled_saddle(kappa), start, most, record=lambda w, state: None).loss, -0.2
    )


def kinked_loss(w) -> Array:
    """A convex loss with curvature 25 outside [1, 2] and 1 inside, minimum at 0 (Lessard, Recht and Packard, 2016)."""
    outside = jnp.where(w < 1, 12.5 * w**2, 12.5 * w**2 - 24 * w + 36)
    return jnp.where((w >= 1) & (w < 2), w**2 / 2 + 24 * w - 12, outside)


def final_distances(method: str, starts) -> np.ndarray:
    """|w| after 3000 steps on `kinked`, with the numbers that are best for eigenvalues from 1 to 25."""
    numbers = METHODS[method][1](1.0, 25.0)
    optimizer = METHODS[method][0](numbers.learning_rate, numbers.beta)
    return np.abs(
        jax.vmap(lambda start: run(optimizer, kinked_loss, start, 3000).end)(
            jnp.asarray(starts, float)
        )
    )
