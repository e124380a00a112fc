"""Lesson 00: gradient descent on a landscape, with a start to drag and a learning rate to move."""

import jax.numpy as jnp
import numpy as np

from optcourse import landscapes
from optcourse.experiments.run import first_below
from optcourse.explorers.artists import method_lines, plain, start_mark
from optcourse.explorers.computed import (
    Computation,
    Frame,
    computed_explorer,
    points_of_chosen,
    run_chosen,
)
from optcourse.explorers.controls import choice, point, slider
from optcourse.explorers.explorer import Explorer
from optcourse.figures import landscapes as draw
from optcourse.figures import style

FLOOR = 1e-12  # the lowest loss the logarithmic axis shows
LOW = 1e-6  # the loss that is low enough
PATH_STYLE = {"marker": ".", "linewidth": 1.6, "markersize": 5, "zorder": 4}


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
    right.set(xlim=(0, steps), ylim=(FLOOR, 1e3), yscale="log", xlabel="step t", ylabel=quantity)
    controls = [
        point("start", left, surface.start),
        slider("learning_rate", np.geomspace(0.01, 1, 201), learning_rate),
    ]
    if len(methods) > 1:
        controls.append(choice("method", plain(methods), plain(methods)[0]))
    goals = [
        f"start where the {quantity} is above 1, and get below 1e-6",
        "make it diverge",
    ]
    computation = Computation(
        name="-".join(["descent", landscape, str(steps), *methods]),
        compute=computation_of(surface.loss, lowest, methods, steps),
        artists={
            "start": start_mark(left),
            **method_lines(left, methods, "path", **PATH_STYLE),
            **method_lines(right, methods, "loss", linewidth=2),
        },
        sentences={kind: text.replace("LOSS", quantity) for kind, text in SENTENCES.items()},
        goals=goals,
        runs=[f"{method} {each}" for method in methods for each in ("path", "loss")],
    )
    alt = f"{surface.name}: contours with the path of the descent, "
    alt += "and its loss against the step on a log scale."
    return computed_explorer(figure, computation, controls, alt)


SENTENCES = {
    "diverges": "Diverged at step {diverged:.0f}: the learning rate is too large here.",
    "arrives": "The LOSS falls below 1e-6 at step {low:.0f}.",
    "climbs": "It climbs: the LOSS grows from {first:.3g} to {last:.3g}. "
    "The learning rate is too large.",
    "is stuck": "Stuck: after {steps:.0f} steps the LOSS is {last:.3g}, "
    "the gradient only {length:.1g} long.",
    "descends": "After {steps:.0f} steps the LOSS is {last:.3g}, "
    "and the gradient has length {length:.2g}.",
}


def computation_of(loss, lowest, methods, steps):
    """What `descent` computes, from the values of its controls."""

    def compute(start, learning_rate, method=0) -> Frame:
        trajectory = run_chosen(methods, method, learning_rate, loss, start, steps)
        excess = trajectory.loss - lowest
        facts = {
            "diverged": divergence_step(trajectory.loss),
            "low": first_below(excess, LOW),
            "first": excess[0],
            "last": excess[-1],
            "length": trajectory.gradient_norm[-1],
            "steps": jnp.float32(steps),
        }
        visible = jnp.where(excess < FLOOR, jnp.nan, excess)  # not a flat line there
        path, curve = trajectory.path, jnp.column_stack([jnp.arange(steps + 1), visible])
        diverged, low = (jnp.isfinite(facts[name]) for name in ("diverged", "low"))
        cases = [diverged, low, excess[-1] > excess[0], facts["length"] < 1e-3]
        return Frame(
            points={
                "start": start[None],
                **points_of_chosen(methods, method, path=path, loss=curve),
            },
            sentence=jnp.argmax(jnp.array([*cases, True])),
            facts=facts,
            goals=[(excess[0] > 1) & low, diverged],
        )

    return compute


def divergence_step(loss):
    """The first step at which the loss is not finite or a million times its start, or infinity."""
    bound = 1e6 * jnp.maximum(jnp.abs(loss[0]), 1.0)
    diverged = ~(jnp.abs(loss) <= bound)  # true of NaN too
    return jnp.where(jnp.any(diverged), jnp.argmax(diverged), jnp.inf)
