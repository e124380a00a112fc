"""How the length of a step follows the size of the gradient, and how late."""

from functools import partial

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import Float

from optcourse import optimizers
from optcourse.experiments.run import run, stays_below
from optcourse.optimizers import Optimizer

STEP_LENGTH_METHODS = {  # whose steps are compared when gradients change their size
    "Adagrad, sum": optimizers.adagrad,
    "Adagrad, mean": optimizers.adagrad_rms,
    "RMSProp, α = 0.9": optimizers.rmsprop,
    "RMSProp, α = 0.99": partial(optimizers.rmsprop, alpha=0.99),
    "Adam": optimizers.adam,
}


def rmsprop_with_alpha_schedule(learning_rate, alpha) -> Optimizer:
    """RMSProp whose α is a function of the step t."""
    make = optimizers.rmsprop
    step = lambda loss, w, state: make(learning_rate, alpha(state.t)).step(loss, w, state)
    return Optimizer(make(learning_rate).init, step)


def step_lengths(gradients: Float[np.ndarray, " t"], factories=None) -> dict:
    """The length of each step, in learning rates, when the gradients are these numbers (float64).

    factories: {name: factory of a learning rate}; STEP_LENGTH_METHODS by default.
    """
    with jax.enable_x64(True):
        g = jnp.asarray(gradients, float)
        slope = lambda w, g: -g * w
        path = lambda make: run(make(1.0), slope, 0.0, len(g), g).path
        factories = factories or STEP_LENGTH_METHODS
        return {name: np.diff(np.asarray(path(make))) for name, make in factories.items()}


def recovery_time(lengths: Float[np.ndarray, " t"], change: int) -> float:
    """Steps after `change` until all are half a learning rate long or longer; infinity if never."""
    short = jnp.asarray(lengths[change:] < 0.5, float)
    return float(stays_below(short, 0.5))
