"""Run an optimizer and keep what happened: one lax.scan, which can be jitted and vmapped.

    run:    one optimizer, one start                       -> Trajectory, rows over t
    sweep:  an optimizer for each value, from each start   -> Trajectory, axes (value, start, t)
    steps_until: how many steps one run takes to get somewhere
    looks:  one long run on batches, of which little is kept: what `look` sees now and then

A NaN or a divergence on the way is a result and stays in the trajectory.
"""

from functools import partial
from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import Array, Float, PyTree

from optcourse.optimizers.base import Optimizer
from optcourse.programs import jit_call


class Trajectory(NamedTuple):
    """path, loss and gradient_norm have steps + 1 rows, row t taken before step t; `end` is the last w."""

    path: PyTree
    loss: Float[Array, "..."]
    gradient_norm: Float[Array, "..."]
    end: PyTree


def run(
    optimizer: Optimizer, loss, w, steps, batches=None, record=lambda w, state: w
) -> Trajectory:
    """Take `steps` steps from w.

    batches: a pytree of arrays with one leading row a step; the loss is then loss(w, batch), and the last row of the
    trajectory is taken on the last batch. record(w, state): what `path` keeps of each point; w itself by default.
    Raises ValueError for steps that are no whole number >= 0, a start that holds whole numbers or one that is not
    finite, or batches of another length.
    """
    steps = _checked_steps(steps)
    _check_start(w)
    _check_batches(batches, steps)

    def visit(carry, t):
        w, state, _ = carry
        loss_here = loss if batches is None else _on_batch(loss, batches, jnp.minimum(t, steps - 1))
        next_w, next_state, info = optimizer.step(loss_here, w, state)
        return (next_w, next_state, w), (record(w, state), info)

    w, batches = jax.tree.map(jnp.asarray, (w, batches))  # NumPy's arrays have no traced rows
    # One visit more than steps: it only looks at the last point, and the move it makes is dropped.
    walk = partial(jax.lax.scan, visit)
    (_, _, end), (path, info) = jit_call(walk, (w, optimizer.init(w), w), jnp.arange(steps + 1))
    return Trajectory(path, info.loss, info.gradient_norm, end)


def sweep(make_optimizer, values, loss, starts, steps) -> Trajectory:
    """run(make_optimizer(value), loss, start, steps) for every value and start: leading axes (values, starts).

    values: (m,) numbers; starts: a pytree with one leading row a start.
    """
    _check_start(starts)  # here, because run sees only traced starts
    one = lambda value, start: run(make_optimizer(value), loss, start, steps)
    over_starts = jax.vmap(one, in_axes=(None, 0))
    return jax.vmap(over_starts, in_axes=(0, None))(jnp.asarray(values), starts)


def steps_until(optimizer: Optimizer, loss, w, reached, most) -> Float[Array, ""]:
    """Steps until reached(w) for the first time; infinity if `most` are not enough.

    reached(w) has to be false where w is NaN, as comparisons are: what diverged never arrives.
    """

    def step(carry):
        w, state, t = carry
        return *optimizer.step(loss, w, state)[:2], t + 1

    under_way = lambda carry: ~reached(carry[0]) & (carry[2] < most)
    end, _, t = jit_call(partial(jax.lax.while_loop, under_way, step), (w, optimizer.init(w), 0))
    return jnp.where(reached(end), jnp.asarray(t, float), jnp.inf)


def train_and_evaluate(
    optimizer: Optimizer, loss, w, batches, every: int, look
) -> tuple[PyTree, PyTree]:
    """(look(w) before each `every`-th update and after the last, the last w).

    loss(w, batch) and batches: as for `run`, one row an update. look(w): a number or a pytree of numbers, often the
    loss on all examples; what it saw has one leading row a look. Raises ValueError where the last stretch of `every`
    updates would be cut short.
    """
    _check_start(w)
    updates = len(jax.tree.leaves(batches)[0])
    if updates % every:
        raise ValueError(
            f"{updates} updates with a look every {every}: give a multiple of {every} updates"
        )

    def update(carry, batch):
        w, state, _ = optimizer.step(lambda w: loss(w, batch), *carry)
        return (w, state), None

    def stretch(carry, batches):
        return jax.lax.scan(update, carry, batches)[0], look(carry[0])

    stretches = jax.tree.map(lambda rows: rows.reshape(-1, every, *rows.shape[1:]), batches)
    (w, _), seen = jit_call(partial(jax.lax.scan, stretch), (w, optimizer.init(w)), stretches)
    return jax.tree.map(
        lambda before, last: jnp.append(before, last[None], axis=0), seen, look(w)
    ), w


def first_below(losses: Float[Array, " t"], target) -> Float[Array, ""]:
    """The first row whose loss is below target; infinity if there is none."""
    below = losses < target
    return jnp.where(jnp.any(below), jnp.argmax(below), jnp.inf)


def _on_batch(loss, batches, row):
    return lambda w: loss(w, jax.tree.map(lambda x: x[row], batches))


def _checked_steps(steps) -> int:
    if not (steps >= 0 and steps == steps // 1):  # False for NaN and infinity too
        raise ValueError(f"steps = {steps}: give a whole number >= 0")
    return int(steps)


def _check_start(w):
    for leaf in jax.tree.leaves(w):
        if not jnp.issubdtype(jnp.result_type(leaf), jnp.floating):
            raise ValueError(
                f"the start w holds {jnp.result_type(leaf)}, not real numbers: write 1.0 instead of 1"
            )
        if not isinstance(leaf, jax.core.Tracer) and not np.all(np.isfinite(leaf)):
            raise ValueError(
                f"the start w holds a number that is not finite: {np.asarray(leaf)}; start elsewhere"
            )


def _check_batches(batches, steps):
    rows = {np.shape(leaf)[0] if np.ndim(leaf) else 0 for leaf in jax.tree.leaves(batches)}
    if rows and (rows != {steps} or steps == 0):
        raise ValueError(
            f"batches have {sorted(rows)} rows, steps = {steps}: give one row a step, and at least one"
        )
