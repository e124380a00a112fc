"""A line through ten points: no single rate is right."""

from functools import partial
from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import Array, Float, PRNGKeyArray

from optcourse import optimizers
from optcourse.experiments.run import take_steps


class Regression(NamedTuple):
    """A line y = b + s x through ten points: X has rows (1, x), and w = (b, s).

    The loss is the mean of (X w - y)²; curvatures: the eigenvalues of its Hessian, ascending.
    """

    X: Float[Array, "10 2"]
    y: Float[Array, "10"]
    minimizer: Float[Array, "2"]
    curvatures: Float[Array, "2"]

    def loss(self, w):
        """Mean squared error of the line w = (b, s) at the ten points: the mean of (X w - y)²."""
        return jnp.mean((self.X @ w - self.y) ** 2)


def regression(key: PRNGKeyArray) -> Regression:
    """Ten points, x between 25 and 600, scattered by 100 around the line y = -188 + 2.67 x."""
    x_key, noise_key = jax.random.split(key)
    x = jax.random.uniform(x_key, (10,), float, 25, 600)
    y = -188 + 2.67 * x + 100 * jax.random.normal(noise_key, (10,))
    X = jnp.stack([jnp.ones(10), x], axis=1)
    minimizer, curvatures = jnp.linalg.lstsq(X, y)[0], jnp.linalg.eigvalsh(2 * X.T @ X / 10)
    return Regression(X, y, minimizer, curvatures)


REGRESSION_START = np.array([-120.0, -4.0])
RATE_FRACTIONS = {  # of 2 / λ_max
    "descent at 99 %": 0.99,
    "descent at 10 %": 0.1,
    "descent at 101 %": 1.01,
}


def regression_errors(key: PRNGKeyArray, steps: int = 100_000) -> dict[str, float]:
    """κ, and the intercept's error of five methods after so many steps, relative to the first.

    Gradient descent runs at 99 % and 10 % of its largest stable rate 2 / λ_max, and 1 % beyond it.
    Computed in float64.
    """
    with jax.enable_x64(True):
        problem = regression(key)
        optimum = problem.minimizer[0]
        intercepts = _regression_ends(problem, steps)[:, 0]
        errors = np.abs((intercepts - optimum) / (REGRESSION_START[0] - optimum)).tolist()
        kappa = float(problem.curvatures[1] / problem.curvatures[0])
        return {"kappa": kappa} | dict(zip((*RATE_FRACTIONS, "Adam", "RMSProp"), errors))


@partial(jax.jit, static_argnames="steps")
def _regression_ends(problem: Regression, steps):
    rates = [fraction * 2 / problem.curvatures[1] for fraction in RATE_FRACTIONS.values()]
    methods = [optimizers.gradient_descent(rate) for rate in rates]
    methods += [optimizers.adam(0.5), optimizers.rmsprop(0.05)]
    end = lambda method: take_steps(method, problem.loss, REGRESSION_START, steps)
    return jnp.stack([end(method) for method in methods])
