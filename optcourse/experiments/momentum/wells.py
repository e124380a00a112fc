"""A ball on a hill: a small well on the way down, and whether momentum carries it out of that.

    L(w) = 0.05 (w - 4)² + barrier exp(-(w - 1.2)² / 0.245)

Far left the ball starts at rest. The small well lies near 0.44, the top of its wall near 1.14, the
deep well at 4. Momentum is the motion of a ball with friction, in steps of time √η. Its energy
(3.15) only falls (3.16):

    E = L(w) + m² / 2η,   friction γ = (1 - β) / √η

    roll_ball, energy   the ball, step by step
    outcomes            what becomes of it, for many starts, learning rates and β at once
    outcome_map         the same, quicker, on a grid of learning rates and β
    critical_beta       the smallest β that carries it over the wall: 1 - β proportional to √η
"""

from functools import partial

import jax
import jax.numpy as jnp
from jaxtyping import Array

from optcourse.experiments.run import Trajectory, run
from optcourse.optimizers import momentum

BARRIER, CENTER, WIDTH, DEEP = 0.6, 1.2, 0.35, 4.0
START = -3.0
STEPS = 2000  # enough for every ball that `outcomes` is asked about
CLEARLY = 0.15  # of energy below the top: no step with a rate up to 0.5 lifts a ball over again
OUTCOMES = ("never over", "over and stays", "over and back", "still rolling")


@jax.jit
def hill(w, barrier=BARRIER) -> Array:
    """The loss, a hill with two wells. w: numbers of any shape."""
    bowl = 0.05 * (w - DEEP) ** 2
    return bowl + barrier * jnp.exp(-((w - CENTER) ** 2) / (2 * WIDTH**2))


@jax.jit
def barrier_top(barrier=BARRIER) -> Array:
    """The place of the top of the barrier between the wells."""
    slope = jax.grad(hill)
    w = jnp.asarray(CENTER)
    for _ in range(6):  # Newton's method: the parabola moves the top a little to the left
        w = w - slope(w, barrier) / jax.grad(slope)(w, barrier)
    return w


def roll_ball(learning_rate, beta, start=START, steps: int = 300, barrier=BARRIER) -> Trajectory:
    """The ball's run; its path holds (w, m), the place and the velocity."""
    optimizer, loss = momentum(learning_rate, beta), partial(hill, barrier=barrier)
    return run(optimizer, loss, start, steps, record=lambda w, state: (w, state.velocity))


@jax.jit
def energy(w, velocity, learning_rate, barrier=BARRIER) -> Array:
    """Height and motion together: L(w) + m² / 2η (3.15)."""
    return hill(w, barrier) + velocity**2 / (2 * learning_rate)


def friction(learning_rate, beta) -> Array:
    """γ = (1 - β) / √η: the fraction of its speed that the ball loses in a unit of time (3.16)."""
    return (1 - beta) / jnp.sqrt(learning_rate)


@partial(jax.jit, static_argnames="steps")
def outcomes(learning_rate, beta, start=START, barrier=BARRIER, steps: int = STEPS) -> Array:
    """What becomes of each ball, as an index into OUTCOMES; the arguments are broadcast.

    It is over when it has passed the top once; it stays, or is back, when too little energy is left
    for the top. A ball that flew away counts as still rolling.
    """
    arguments = jax.tree.map(lambda x: jnp.asarray(x, float), (learning_rate, beta, start))
    shape = jnp.broadcast_shapes(*map(jnp.shape, arguments))
    rate, beta, w = (jnp.broadcast_to(x, shape).ravel() for x in arguments)
    step, at_rest, outcome = _rules(rate, beta, w, barrier)
    ball, _ = jax.lax.scan(lambda ball, _: (step(ball), None), at_rest, length=steps)
    return outcome(ball).reshape(shape)


@partial(jax.jit, static_argnames="steps")
def outcome_map(learning_rates, betas, start=START, steps: int = STEPS) -> Array:
    """The outcomes (betas, learning rates), each ball stopped as soon as it has settled clearly.

    Quicker than `outcomes`, and the same for learning rates up to 0.5, but for a ball in thousands.
    """
    low = hill(barrier_top()) - CLEARLY

    def one(learning_rate, beta):
        step, at_rest, outcome = _rules(learning_rate, beta, start, BARRIER)
        is_rolling = lambda w, m, over: energy(w, m, learning_rate) >= low  # False for a NaN
        rolling = lambda state: (state[1] < steps) & is_rolling(*state[0])
        ball, _ = jax.lax.while_loop(
            rolling, lambda state: (step(state[0]), state[1] + 1), (at_rest, 0)
        )
        return outcome(ball)

    row = lambda beta: jax.lax.map(lambda rate: one(rate, beta), jnp.asarray(learning_rates))
    return jax.lax.map(row, jnp.asarray(betas))


def _rules(learning_rate, beta, start, barrier):
    """(step, ball at rest, outcome): a ball is (w, m, whether it was over the top)."""
    slope = jnp.vectorize(jax.grad(hill), excluded=(1,))
    top = barrier_top(barrier)

    def step(ball):
        w, m, over = ball
        m = beta * m - learning_rate * slope(w, barrier)
        return w + m, m, over | (w + m > top)

    def outcome(ball):
        w, m, over = ball
        settled = energy(w, m, learning_rate, barrier) < hill(top, barrier)  # False for a NaN
        return jnp.where(settled, jnp.where(over, jnp.where(w > top, 1, 2), 0), 3)

    return step, (start, 0 * start, start > top), outcome


@partial(jax.jit, static_argnames="bits")
def critical_beta(learning_rate, start=START, barrier=BARRIER, bits: int = 14) -> Array:
    """The smallest β with which the ball gets over the top, to 2^-bits; 1 if none does.

    By bisection: a larger β loses less energy on the way, so that getting over *once* has one
    threshold. What comes after has not.
    """

    def halve(_, ends):
        low, high = ends
        middle = (low + high) / 2
        over = _crosses_barrier(learning_rate, middle, start, barrier)
        return jnp.where(over, low, middle), jnp.where(over, middle, high)

    return jax.lax.fori_loop(0, bits, halve, (jnp.asarray(0.0), jnp.asarray(1.0)))[1]


@partial(jax.jit, static_argnames="max_steps")
def _crosses_barrier(learning_rate, beta, start, barrier, max_steps: int = 20_000) -> Array:
    """Whether the ball passes the top before it first turns back or stops."""
    slope, top = jax.grad(hill), barrier_top(barrier)

    def rolling(ball):
        w, m, t = ball
        return (w <= top) & ((m > 0) | (t == 0)) & (t < max_steps)

    def step(ball):
        w, m, t = ball
        m = beta * m - learning_rate * slope(w, barrier)
        return w + m, m, t + 1

    at_rest = (jnp.asarray(start, float), jnp.asarray(0.0), 0)
    w, _, _ = jax.lax.while_loop(rolling, step, at_rest)
    return w > top
