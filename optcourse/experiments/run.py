"""Run an optimizer and keep what happened: one lax.scan, which can be jitted and vmapped.

    run                  one optimizer, one start                       -> Trajectory, rows over t
    sweep                an optimizer for each value, from each start   -> axes (value, start, t)
    take_steps           of a run, only its end
    steps_until          how many steps a run takes to get somewhere
    train_and_evaluate   a long run on batches, evaluated now and then
    first_below, stays_below   where a row of losses gets below a target, and where for good

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
    """path, loss, gradient_norm: steps + 1 rows, row t taken before step t; `end` is the last w."""

    path: PyTree
    loss: Float[Array, "..."]
    gradient_norm: Float[Array, "..."]
    end: PyTree


def run(
    optimizer: Optimizer, loss, w, steps, batches=None, record=lambda w, state: w
) -> Trajectory:
    """Take `steps` steps of the optimizer on the loss, from w: a Trajectory of steps + 1 rows.

    batches: a pytree of arrays with one leading row a step; the loss is then loss(w, batch), and
    the last row of the trajectory is taken on the last batch. record(w, state): what `path` keeps
    of each point; w itself by default. Raises ValueError for steps that are no whole number >= 0,
    a start that holds whole numbers or one that is not finite, or batches of another length.
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
    start = (w, optimizer.init(w), w)
    (_, _, end), (path, info) = jit_call(walk, start, jnp.arange(steps + 1))
    return Trajectory(path, info.loss, info.gradient_norm, end)


def sweep(make_optimizer, values, loss, starts, steps) -> Trajectory:
    """run(make_optimizer(value), loss, start, steps) for every value and start.

    values: (m,) numbers; starts: a pytree with one leading row a start. The result has leading
    axes (values, starts).
    """
    _check_start(starts)  # here, because run sees only traced starts
    one = lambda value, start: run(make_optimizer(value), loss, start, steps)
    over_starts = jax.vmap(one, in_axes=(None, 0))
    return jax.vmap(over_starts, in_axes=(0, None))(jnp.asarray(values), starts)


def take_steps(optimizer: Optimizer, loss, w, steps, batches=None, first=0) -> PyTree:
    """The last w of `steps` steps from w, which may be traced: one program serves every number.

    batches: as for `run`, but with rows to spare; the step t takes the row first + t.
    """
    _check_start(w)

    def step(row, carry):
        loss_here = loss if batches is None else _on_batch(loss, batches, row)
        w, state, _ = optimizer.step(loss_here, *carry)
        return w, state

    walk = lambda first, steps, *start: jax.lax.fori_loop(first, first + steps, step, start)
    w, batches = jax.tree.map(jnp.asarray, (w, batches))
    return jit_call(walk, first, steps, w, optimizer.init(w))[0]


def steps_until(optimizer: Optimizer, loss, w, condition, max_steps) -> Float[Array, ""]:
    """Steps until condition(w) for the first time; infinity if `max_steps` are not enough.

    condition(w) has to be false where w is NaN, as comparisons are: what diverged never arrives.
    """

    def step(carry):
        w, state, t = carry
        w, state, _ = optimizer.step(loss, w, state)
        return w, state, t + 1

    unfinished = lambda carry: ~condition(carry[0]) & (carry[2] < max_steps)
    walk = partial(jax.lax.while_loop, unfinished, step)
    end, _, t = jit_call(walk, (w, optimizer.init(w), 0))
    return jnp.where(condition(end), jnp.asarray(t, float), jnp.inf)


def train_and_evaluate(
    optimizer: Optimizer, loss, w, batches, eval_every: int, evaluate
) -> tuple[PyTree, PyTree]:
    """(evaluate(w) before each `eval_every`-th update and after the last, the last w).

    loss(w, batch), batches: as for `run`, one row an update. evaluate(w): a number or a pytree of
    numbers, often the loss on all examples; the result has one leading row an evaluation. Raises
    ValueError where the number of updates is no multiple of `eval_every`.
    """
    _check_start(w)
    updates = len(jax.tree.leaves(batches)[0])
    if updates % eval_every:
        raise ValueError(
            f"{updates} updates, evaluated every {eval_every}: "
            f"give a multiple of {eval_every} updates"
        )

    def update(carry, batch):
        w, state, _ = optimizer.step(lambda w: loss(w, batch), *carry)
        return (w, state), None

    def stretch(carry, batches):
        carry_on, _ = jax.lax.scan(update, carry, batches)
        return carry_on, evaluate(carry[0])

    in_stretches = lambda rows: rows.reshape(-1, eval_every, *rows.shape[1:])
    walk = partial(jax.lax.scan, stretch)
    stretches = jax.tree.map(in_stretches, batches)
    (w, _), values = jit_call(walk, (w, optimizer.init(w)), stretches)
    append = lambda before, last: jnp.append(before, last[None], axis=0)
    return jax.tree.map(append, values, evaluate(w)), w


def first_below(losses: Float[Array | np.ndarray, " t"], target) -> Float[Array, ""]:
    """The first row whose loss is below target; infinity if there is none."""
    below = losses < target
    return jnp.where(jnp.any(below), jnp.argmax(below), jnp.inf)


def stays_below(losses: Float[Array | np.ndarray, " t"], target) -> Float[Array, ""]:
    """The first row from which on the loss stays below target; infinity if it ends elsewhere."""
    above = ~(losses < target)  # a NaN is not below
    rows_after_last_above = jnp.argmax(above[::-1])
    row = jnp.where(jnp.any(above), len(losses) - rows_after_last_above, 0.0)
    return jnp.where(above[-1], jnp.inf, row)


def _on_batch(loss, batches, row):
    return lambda w: loss(w, jax.tree.map(lambda x: x[row], batches))


def _checked_steps(steps) -> int:
    if not (steps >= 0 and steps == steps // 1):  # False for NaN and infinity too
        raise ValueError(f"steps = {steps}: give a whole number >= 0")
    return int(steps)


def _check_start(w):
    for leaf in jax.tree.leaves(w):
        kind = jnp.result_type(leaf)
        if not jnp.issubdtype(kind, jnp.floating):
            raise ValueError(f"the start w holds {kind}, not real numbers: write 1.0 instead of 1")
        if not isinstance(leaf, jax.core.Tracer) and not np.all(np.isfinite(leaf)):
            raise ValueError(
                "the start w holds a number that is not finite: "
                f"{np.asarray(leaf)}; start elsewhere"
            )


def _check_batches(batches, steps):
    rows = {np.shape(leaf)[0] if np.ndim(leaf) else 0 for leaf in jax.tree.leaves(batches)}
    if rows and (rows != {steps} or steps == 0):
        raise ValueError(
            f"batches have {sorted(rows)} rows, steps = {steps}: "
            "give one row a step, and at least one"
        )
