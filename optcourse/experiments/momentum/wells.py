"""A ball on a hill, exactly: a small well on the way down, and whether momentum carries the ball out of it.

    L(w) = 0.05 (w - 4)² + barrier exp(-(w - 1.2)² / 0.245)

Far left the ball starts at rest. The small well lies near 0.44, the top of its wall near 1.14, the deep well at 4.
Momentum is the motion of a ball with friction, in steps of time √η. Its energy (3.11) only falls (3.12):

    E = L(w) + m² / 2η,   friction γ = (1 - β) / √η

    roll, energy        the ball, step by step
    fates               what becomes of it, for many starts, learning rates and β at once
    critical_beta       the smallest β that carries it over the wall: 1 - β proportional to √η
"""

from functools import partial

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import Array, Float

from optcourse.experiments.run import Trajectory, run
from optcourse.optimizers import momentum

BARRIER, CENTER, WIDTH, DEEP = 0.6, 1.2, 0.35, 4.0
START = -3.0
STEPS = 2000  # enough for every ball that `fates` is asked about
FATES = ("never over", "over and stays", "over and back", "still rolling")


@jax.jit
def hill(w, barrier=BARRIER) -> Array:
    """The loss. w: numbers of any shape."""
    return 0.05 * (w - DEEP) ** 2 + barrier * jnp.exp(-((w - CENTER) ** 2) / (2 * WIDTH**2))


@jax.jit
def barrier_top(barrier=BARRIER) -> Array:
    """Where the wall between the wells is highest."""
    slope = jax.grad(hill)
    w = jnp.asarray(CENTER)
    for _ in range(
        6
    ):  # Newton's method: the slope of the parabola moves the top a little to the left
        w = w - slope(w, barrier) / jax.grad(slope)(w, barrier)
    return w


def roll_ball(learning_rate, beta, start=START, steps: int = 300, barrier=BARRIER) -> Trajectory:
    """The ball's run; its path holds (w, m), the place and the move that led there."""
    loss = partial(hill, barrier=barrier)
    return run(
        momentum(learning_rate, beta), loss, start, steps, record=lambda w, state: (w, state.move)
    )


@jax.jit
def energy(w, move, learning_rate, barrier=BARRIER) -> Array:
    """Height and motion together: L(w) + m² / 2η (3.11)."""
    return hill(w, barrier) + move**2 / (2 * learning_rate)


def friction(learning_rate, beta) -> Array:
    """γ = (1 - β) / √η: the share of its speed that the ball loses in a unit of time, for small steps (3.12)."""
    return (1 - beta) / jnp.sqrt(learning_rate)


@partial(jax.jit, static_argnames="steps")
def fates(learning_rate, beta, start=START, barrier=BARRIER, steps: int = STEPS) -> Array:
    """What becomes of each ball, as an index into FATES. The arguments are broadcast against each other.

    It is over when it has passed the top once; it stays, or is back, when too little energy is left for the top.
    A ball that flew away counts as still rolling.
    """
    rate, beta, w = jnp.broadcast_arrays(
        *(jnp.asarray(x, float) for x in (learning_rate, beta, start))
    )
    slope, edge = jax.vmap(jax.grad(hill), in_axes=(0, None)), barrier_top(barrier)

    def step(ball, _):
        w, m, over = ball
        m = beta.ravel() * m - rate.ravel() * slope(w, barrier)
        return (w + m, m, over | (w + m > edge)), None

    w = w.ravel()
    (w, m, over), _ = jax.lax.scan(step, (w, 0 * w, w > edge), length=steps)
    settled = energy(w, m, rate.ravel(), barrier) < hill(edge, barrier)  # False for a NaN
    fate = jnp.where(over, jnp.where(w > edge, 1, 2), 0)
    return jnp.where(settled, fate, 3).reshape(rate.shape)


def critical_beta(learning_rate, start=START, barrier=BARRIER, digits: int = 14) -> float:
    """The smallest β with which the ball gets over the top, to a precision of 2^-digits; 1 if none does. By bisection.

    Larger β loses less energy on the way, so that getting over *once* has one threshold. What comes after has not.
    """
    low, high = 0.0, 1.0
    for _ in range(digits):
        middle = (low + high) / 2
        over = _crosses_barrier(learning_rate, middle, start, barrier)
        low, high = (low, middle) if over else (middle, high)
    return high


@partial(jax.jit, static_argnames="most")
def _crosses_barrier(learning_rate, beta, start, barrier, most: int = 20_000) -> Array:
    """Whether the ball passes the top before it first turns back or stops."""
    slope, edge = jax.grad(hill), barrier_top(barrier)

    def rolling(ball):
        w, m, t = ball
        return (w <= edge) & ((m > 0) | (t == 0)) & (t < most)

    def step(ball):
        w, m, t = ball
        m = beta * m - learning_rate * slope(w, barrier)
        return w + m, m, t + 1

    return (
        jax.lax.while_loop(rolling, step, (jnp.asarray(start, float), jnp.asarray(0.0), 0))[0]
        > edge
    )


def critical_frictions(
    learning_rates, starts, barriers=(BARRIER,)
) -> Float[np.ndarray, "barriers starts rates"]:
    """γ at the threshold for every combination: it depends on start and barrier, and hardly on the learning rate."""
    one = lambda rate, start, barrier: float(friction(rate, critical_beta(rate, start, barrier)))
    return np.array(
        [[[one(rate, start, b) for rate in learning_rates] for start in starts] for b in barriers]
    )
