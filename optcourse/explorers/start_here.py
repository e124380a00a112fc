"""Lesson 00: gradient descent on a landscape, with a start to drag and a learning rate to move."""

from functools import partial

import jax
import numpy as np

from optcourse import landscapes, optimizers
from optcourse.experiments.run import run
from optcourse.explorers.artists import empty_line, set_points, set_values, start_mark
from optcourse.explorers.controls import choice, point, slider
from optcourse.explorers.explorer import Explorer, goal
from optcourse.explorers.picture import Picture
from optcourse.figures import landscapes as draw
from optcourse.figures import style

FLOOR = 1e-12  # the lowest loss the logarithmic axis shows


@style.house()
def descent(
    landscape="bowl", steps=100, learning_rate=0.05, methods=("gradient_descent",)
) -> Explorer:
    """Gradient descent from a point you drag: its path on the contours, its loss against the step.

    landscape: a name of landscapes.ALL; learning_rate: where the slider starts, from 0.01 to 1;
    methods: names of optimizers.ALL; with more than one, a choice appears.
    """
    surface = landscapes.ALL[landscape]
    lowest = min((float(surface.loss(p.w)) for p in surface.critical_points), default=0.0)
    quantity = "loss" if lowest == 0 else "loss above its minimum"
    figure, (left, right) = style.new(2, width=8.4, height=3.9)
    draw.contours(left, surface)
    draw.critical_points(left, surface)
    path = empty_line(left, marker=".", linewidth=1.6, markersize=5, zorder=4)
    start_dot = start_mark(left)
    loss_line = empty_line(right, linewidth=2)
    right.set(xlim=(0, steps), ylim=(FLOOR, 1e3), yscale="log", xlabel="step t", ylabel=quantity)

    def update(start, learning_rate, method=methods[0]):
        trajectory = _trajectory(landscape, method, learning_rate, start, steps)
        excess = np.asarray(trajectory.loss) - lowest
        set_points(path, trajectory.path)
        set_points(start_dot, start)
        set_values(loss_line, np.where(excess < FLOOR, np.nan, excess))  # not a flat line there
        path.set(**style.OPTIMIZERS[method])
        loss_line.set(**style.OPTIMIZERS[method])
        status = status_text(trajectory, excess, quantity)
        return {"status": status, "trajectory": trajectory, "excess": excess}

    controls = [
        point("start", left, surface.start),
        slider("learning_rate", np.geomspace(0.01, 1, 201), learning_rate),
    ]
    if len(methods) > 1:
        controls.append(choice("method", methods, methods[0]))
    goals = [
        goal(f"start where the {quantity} is above 1, and get below 1e-6", _converges_from_above_1),
        goal("make it diverge", lambda r: divergence_step(r["trajectory"].loss) is not None),
    ]
    picture = Picture(figure, [path, start_dot, loss_line])
    alt = f"{surface.name}: contours with the path of the descent, "
    alt += "and its loss against the step on a log scale."
    return Explorer(picture, update, controls, alt, goals)


def _converges_from_above_1(result) -> bool:
    return bool(result["excess"][0] > 1 and np.any(result["excess"] < 1e-6))


def divergence_step(loss) -> int | None:
    """The first step at which the loss is not finite or a million times its start, or None."""
    loss = np.asarray(loss)
    bound = 1e6 * max(abs(loss[0]), 1.0)
    diverged = ~(np.abs(loss) <= bound)  # true of NaN too
    return int(np.argmax(diverged)) if diverged.any() else None


def status_text(trajectory, excess, quantity="loss") -> str:
    """A sentence on how a run went. excess: its loss above the minimum, to be called `quantity`."""
    if (step := divergence_step(trajectory.loss)) is not None:
        return f"Diverged at step {step}: the learning rate is too large here."
    if np.any(excess < 1e-6):
        return f"The {quantity} falls below 1e-6 at step {np.argmax(excess < 1e-6)}."
    first, last, length = excess[0], excess[-1], float(trajectory.gradient_norm[-1])
    if last > first:
        growth = f"the {quantity} grows from {first:.3g} to {last:.3g}"
        return f"It climbs: {growth}. The learning rate is too large."
    end = f"after {len(excess) - 1} steps the {quantity} is {last:.3g}"
    if length < 1e-3:
        return f"Stuck: {end}, the gradient only {length:.1g} long."
    return f"{end.capitalize()}, and the gradient has length {length:.2g}."


@partial(jax.jit, static_argnames=("landscape", "method", "steps"))
def _trajectory(landscape, method, learning_rate, start, steps):
    return run(optimizers.ALL[method](learning_rate), landscapes.ALL[landscape].loss, start, steps)
