"""Lesson 00: gradient descent on a landscape, with a start to drag and a learning rate to move."""

from functools import partial

import jax
import numpy as np

from optcourse import landscapes, optimizers
from optcourse.experiments.run import run
from optcourse.explorers.controls import choice, point, slider
from optcourse.explorers.explorer import Explorer, goal
from optcourse.figures import landscapes as draw
from optcourse.figures import style

FLOOR = 1e-12  # the lowest loss the logarithmic axis shows


@style.house()
def descent(
    landscape="bowl", steps=100, learning_rate=0.05, methods=("gradient_descent",)
) -> Explorer:
    """Gradient descent from a point you drag: its path on the contours, and its loss against the step.

    landscape: a name of landscapes.ALL; learning_rate: where the slider starts, between 0.01 and 1;
    methods: names of optimizers.ALL; with more than one, a choice appears.
    """
    surface = landscapes.ALL[landscape]
    lowest = min((float(surface.loss(p.w)) for p in surface.critical_points), default=0.0)
    figure, (left, right) = style.new(2, width=8.4, height=3.9)
    draw.contours(left, surface)
    draw.critical_points(left, surface)
    (path,) = left.plot([], [], marker=".", linewidth=1.6, markersize=5, zorder=4)
    (start_mark,) = left.plot([], [], linestyle="none", zorder=5, **style.START)
    (loss_line,) = right.plot([], [], linewidth=2)
    right.set(xlim=(0, steps), ylim=(FLOOR, 1e3), yscale="log", xlabel="step t")
    measured = "loss" if lowest == 0 else "loss above its minimum"
    right.set_ylabel(measured)

    def update(start, learning_rate, method=methods[0]):
        trajectory = _trajectory(landscape, method, learning_rate, start, steps)
        excess = np.asarray(trajectory.loss) - lowest
        path.set_data(*np.asarray(trajectory.path).T)
        start_mark.set_data(*start[:, None])
        loss_line.set_data(
            np.arange(steps + 1), np.where(excess < FLOOR, np.nan, excess)
        )  # not a flat line there
        for line in (path, loss_line):
            line.set(**style.OPTIMIZERS[method])
        return {
            "status": status_text(trajectory, excess, measured),
            "trajectory": trajectory,
            "excess": excess,
        }

    goals = [
        goal(f"start where the {measured} is above 1, and get below 1e-6", _converges_from_above_1),
        goal("make it diverge", lambda r: divergence_step(r["trajectory"].loss) is not None),
    ]
    controls = [
        point("start", left, surface.start),
        slider("learning_rate", np.geomspace(0.01, 1, 201), learning_rate),
    ]
    if len(methods) > 1:
        controls.append(choice("method", methods, methods[0]))
    alt = f"{surface.name}: contours with the path of the descent, and its loss against the step on a log scale."
    return Explorer(figure, update, controls, [path, start_mark, loss_line], alt, goals)


def _converges_from_above_1(result) -> bool:
    return bool(result["excess"][0] > 1 and np.any(result["excess"] < 1e-6))


def divergence_step(loss) -> int | None:
    """The first step at which the loss is not finite or a million times its start, or None."""
    loss = np.asarray(loss)
    far = ~(np.abs(loss) <= 1e6 * max(abs(loss[0]), 1.0))
    return int(np.argmax(far)) if far.any() else None


def status_text(trajectory, excess, measured="loss") -> str:
    """What a run did, in a sentence. excess: its loss above the minimum; measured: what to call that."""
    steps, length = len(excess) - 1, float(trajectory.gradient_norm[-1])
    if (step := divergence_step(trajectory.loss)) is not None:
        return f"Diverged at step {step}: the learning rate is too large here."
    if np.any(excess < 1e-6):
        return f"The {measured} falls below 1e-6 at step {np.argmax(excess < 1e-6)}."
    if excess[-1] > excess[0]:
        return f"It climbs: the {measured} grows from {excess[0]:.3g} to {excess[-1]:.3g}. The learning rate is too large."
    if length < 1e-3:
        return f"Stuck: after {steps} steps the {measured} is {excess[-1]:.3g}, the gradient only {length:.1g} long."
    return f"After {steps} steps the {measured} is {excess[-1]:.3g}, and the gradient has length {length:.2g}."


@partial(jax.jit, static_argnames=("landscape", "method", "steps"))
def _trajectory(landscape, method, learning_rate, start, steps):
    return run(optimizers.ALL[method](learning_rate), landscapes.ALL[landscape].loss, start, steps)
