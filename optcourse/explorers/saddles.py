"""Lesson 01: how long a saddle holds, and the way out."""

from functools import cache
from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np

from optcourse import landscapes, taylor
from optcourse.experiments.run import first_below
from optcourse.explorers.artists import empty_line, method_lines, set_points, start_mark
from optcourse.explorers.computed import (
    Computation,
    Frame,
    computed_explorer,
    points_of_chosen,
    run_chosen,
)
from optcourse.explorers.controls import choice, slider
from optcourse.explorers.explorer import Explorer, goal
from optcourse.explorers.picture import Picture
from optcourse.figures import landscapes as draw
from optcourse.figures import style

METHODS = ("gradient_descent", "momentum")
STEPS = 600  # of the run in `escape_time`
ESCAPE_LOSS = 0.01  # a loss below this is past the saddle of Lee's landscape, where it is 1


@style.house()
def escape_time() -> Explorer:
    """How long a run waits at the saddle of Lee's network, by its offset from the ridge to it."""
    figure, (left, right) = style.new(2, width=8.8, height=3.9)
    draw.contours(left, landscapes.lee)
    draw.critical_points(left, landscapes.lee)
    left.axline((0, 0), slope=-1, color=style.GRAY, linewidth=1, linestyle=":")
    right.set(xlim=(0, STEPS), ylim=(0, 1.6), xlabel="step t", ylabel="loss")
    computation = Computation(
        name="escape_time",
        compute=escape_frame,
        artists={
            "start": start_mark(left),
            **method_lines(left, METHODS, "path", linewidth=2, zorder=4),
            **method_lines(right, METHODS, "loss", linewidth=2),
        },
        sentences=ESCAPE_SENTENCES,
        goals=["escape, but only after step 350", "never escape, however long you wait"],
        runs=[f"{method} {each}" for method in METHODS for each in ("path", "loss")],
    )
    controls = [
        # Below 1e-6 the offset would vanish in float32 beside the 1 it is added to.
        slider("offset", [0, *np.geomspace(1e-6, 1, 61)], 1e-2, "offset from the ridge"),
        slider("learning_rate", np.geomspace(0.005, 0.08, 25), 0.02),
        choice("method", METHODS, METHODS[0]),
    ]
    alt = "Lee's landscape with a path that runs to the saddle and, much later, away from it; "
    alt += "its loss shows a plateau."
    return computed_explorer(figure, computation, controls, alt)


ESCAPE_SENTENCES = {
    "escapes": "Escaped: loss below 0.01 at step {escaped:.0f}, "
    "after {waited:.0f} steps within 0.05 of 1.",
    "is stuck": "Stuck for ever: loss {last:.3f}, gradient {length:.1g}.",
    # Its loss at that step hangs on the last digits of the first ones, so it is not told.
    "waits": f"Not yet escaped after {STEPS} steps.",
}


def escape_frame(offset, learning_rate, method) -> Frame:
    """What `escape_time` computes, from the values of its controls."""
    w = jnp.array([1.0, -1.0]) + offset / 2**0.5
    path, loss, gradient_norm, _ = run_chosen(
        METHODS, method, learning_rate, landscapes.lee.loss, w, STEPS
    )
    escaped = first_below(loss, ESCAPE_LOSS)
    curve = jnp.column_stack([jnp.arange(STEPS + 1), loss])
    return Frame(
        points={"start": w[None], **points_of_chosen(METHODS, method, path=path, loss=curve)},
        sentence=jnp.argmax(jnp.array([jnp.isfinite(escaped), offset == 0, True])),
        facts={
            "escaped": escaped,
            "waited": jnp.sum(jnp.abs(loss - 1) < 0.05),
            "last": loss[-1],
            "length": gradient_norm[-1],
        },
        goals=[(350 < escaped) & jnp.isfinite(escaped), offset == 0],
    )


SADDLES = ("lee", "saddle")
MAX_STEP = 2.0  # how far along the escape direction the slider goes
CURVE_STYLES = {
    "true loss": ("-", style.BLACK),
    "with ½": ("--", style.PURPLE),
    "without ½": (":", style.VERMILION),
}


@style.house()
def escape() -> Explorer:
    """Step away from a saddle along its escape direction: predicted loss and true loss."""
    figure, (left, right) = style.new(2, width=8.8, height=3.9)
    left.yaxis.set_major_formatter("{x:.1f}")  # as wide for both: the layout is settled once
    walked = empty_line(left, color=style.NEGATIVE_CURVATURE, linewidth=2.5, zorder=4)
    here = empty_line(left, "o", color=style.NEGATIVE_CURVATURE, markersize=8, zorder=5)
    curves, dots, labels = _curve_artists(right)

    def still(saddle):
        _draw_saddle(left, right, landscapes.ALL[saddle], _escape_path(saddle).losses)

    def update(saddle, step):
        path = _escape_path(saddle)
        end = path.w + step * path.direction
        set_points(walked, [path.w, end])
        set_points(here, end)
        at_step = []
        for i, losses in enumerate((path.losses, path.predicted, path.without_half)):
            at_step.append(float(np.interp(step, path.steps, losses)))
            curves[i].set_data(path.steps, losses)
            dots[i].set_data([step], [at_step[i]])
            labels[i].set_text(_minus(f"{[*CURVE_STYLES][i]}: {at_step[i]:.3f}"))
        true, predicted, lecture = at_step
        where = f"λ = {path.eigenvalue:.3g}, step {step:.2f}"
        status = _minus(f"{where}: predicted {predicted:.3f}, true {true:.3f}.")
        numbers = {"true": true, "predicted": predicted, "lecture": lecture, "saddle": saddle}
        return {"status": status, **numbers}

    controls = [
        slider("step", np.linspace(0, MAX_STEP, 101), 0.5, "step s along u", plays=True),
        choice("saddle", SADDLES, SADDLES[0], "landscape", redraws=True),
    ]
    picture = Picture(figure, [walked, here, *curves, *dots, *labels], still)
    alt = "Left: a saddle and a step along its escape direction. "
    alt += "Right: true loss and two predictions against the step."
    return Explorer(picture, update, controls, alt, ESCAPE_GOALS)


def _curve_artists(ax):
    """(curves, dots, labels) of the true loss and of both formulas."""
    looks = CURVE_STYLES.values()
    curves = [empty_line(ax, dash, color=color, linewidth=2) for dash, color in looks]
    dots = [empty_line(ax, "o", color=color, markersize=7) for _, color in looks]
    corner = {"transform": ax.transAxes, "bbox": style.TEXT_HALO}
    labels = []
    for i, (_, color) in enumerate(looks):
        labels.append(ax.text(0.05, 0.2 - 0.08 * i, "", color=color, **corner))
    return curves, dots, labels


def _minus(text) -> str:
    return text.replace("-", "−")


def _half_matters(result) -> bool:
    error = result["true"] - result["predicted"]
    return result["true"] - result["lecture"] >= 0.5 and abs(error) < 0.1


ESCAPE_GOALS = [
    goal(
        "lee: a step that takes the true loss below 0.001",
        lambda r: r["saddle"] == "lee" and r["true"] < 1e-3,
    ),
    goal(
        "a step where the formula without ½ is off by 0.5, the other by less than 0.1",
        _half_matters,
    ),
]


class EscapePath(NamedTuple):
    """From a saddle w along its escape direction (2,), all NumPy; steps, and the losses there.

    predicted: by the Taylor model of order 2; without_half: by the same without its factor ½.
    """

    w: np.ndarray
    direction: np.ndarray
    eigenvalue: float
    steps: np.ndarray
    losses: np.ndarray
    predicted: np.ndarray
    without_half: np.ndarray


@cache
def _escape_path(landscape) -> EscapePath:
    """The way out of the landscape's first saddle."""
    surface = landscapes.ALL[landscape]
    w = next(p.w for p in surface.critical_points if p.kind == "saddle")
    way = jax.tree.map(np.asarray, taylor.escape_direction(surface.loss, w))
    # The sign is ours to choose.
    way = way._replace(direction=way.direction * np.sign(way.direction.sum()))
    steps = np.linspace(0, MAX_STEP, 401)
    losses = np.asarray(jax.vmap(lambda s: surface.loss(w + s * way.direction))(steps))
    without_half = way.value + way.eigenvalue * steps**2
    eigenvalue = float(way.eigenvalue)
    return EscapePath(w, way.direction, eigenvalue, steps, losses, way.predict(steps), without_half)


def _draw_saddle(left, right, landscape, losses):
    draw.contours(left, landscape)
    draw.critical_points(left, landscape)
    depth = np.ptp(losses[losses <= max(losses[0] + 1, 1.05 * losses[0])])
    right.axhline(losses[0], color=style.LIGHT, linewidth=1)
    right.set(xlim=(0, MAX_STEP), ylim=(losses.min() - 1.4 * depth, losses[0] + 0.6 * depth))
    right.set(xlabel="step s along the escape direction u", ylabel="loss")
