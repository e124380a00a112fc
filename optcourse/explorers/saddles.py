"""Lesson 01: how long a saddle holds, and the way out."""

from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import Array

from optcourse import landscapes, taylor
from optcourse.experiments.run import first_below
from optcourse.explorers.artists import empty_line, method_lines, plain, start_mark
from optcourse.explorers.computed import (
    Computation,
    Frame,
    against_steps,
    computed_explorer,
    points_of_chosen,
    run_chosen,
)
from optcourse.explorers.controls import choice, slider
from optcourse.explorers.explorer import Explorer
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
        choice("method", plain(METHODS), "gradient descent"),
    ]
    alt = "Lee's landscape with a path that runs toward the saddle and turns off to a minimum; "
    alt += "its loss, which falls more slowly near 1."
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
    curve = against_steps(loss)
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


SADDLES = {each.name: each for each in (landscapes.lee, landscapes.saddle)}
MAX_STEP = 1.7  # along the way out: at 1.8 it leaves the saddle's picture
STEPS_ALONG = np.linspace(0, MAX_STEP, 86)
CURVES = {  # color and dash; the size of a dot on it, and what fills the dot
    "true loss": ({"color": style.BLACK, "linestyle": "-"}, 7, style.BLACK),
    "promise": ({"color": style.PURPLE, "linestyle": "--"}, 13, "none"),
}


@style.house()
def escape() -> Explorer:
    """Step away from a saddle along its way out: the promise of the model, and the true loss."""
    figure, (left, right) = style.new(2, width=8.8, height=3.9)
    left.yaxis.set_major_formatter("{x:.1f}")  # as wide for both: the layout is settled once
    downhill = {"color": style.NEGATIVE_CURVATURE, "linewidth": 2.5, "markersize": 8}
    artists = {"way": empty_line(left, zorder=4, **downhill)}
    artists["here"] = empty_line(left, "o", zorder=5, **downhill)
    corner = {"transform": right.transAxes, "bbox": style.TEXT_HALO}
    for i, (name, (look, size, fill)) in enumerate(CURVES.items()):
        artists[name] = empty_line(right, **look, linewidth=2)
        dot = {"color": look["color"], "markersize": size, "markerfacecolor": fill}
        artists[f"{name} here"] = empty_line(right, "o", **dot, markeredgewidth=2)
        note = right.text(0.05, 0.2 - 0.08 * i, "", color=look["color"], **corner)
        artists[f"{name} note"] = note
    computation = Computation(
        name="escape",
        compute=way_out_frame,
        artists=artists,
        sentences=WAY_OUT_SENTENCES,
        goals=WAY_OUT_GOALS,
        words={f"{name} note": f"{name}: {{losses[{i}]:.3f}}" for i, name in enumerate(CURVES)},
    )
    controls = [
        slider("step", STEPS_ALONG, 0.5, "step s along u", plays=True),
        choice("landscape", tuple(SADDLES), landscapes.lee.name, redraws=True),
    ]

    def still(landscape):
        draw_saddle(left, right, SADDLES[landscape])

    alt = "Left: a saddle and a step along its way out. "
    alt += "Right: the true loss and the promise of the model against the step."
    return computed_explorer(figure, computation, controls, alt, still)


def draw_saddle(left, right, landscape):
    """A landscape, and at the right the loss at its saddle, in axes that hold the way out."""
    draw.contours(left, landscape)
    draw.critical_points(left, landscape)
    way = way_out(landscape, STEPS_ALONG)
    losses = np.asarray(way.losses[0])
    depth = np.ptp(losses[losses <= max(losses[0] + 1, 1.05 * losses[0])])
    right.axhline(losses[0], color=style.LIGHT, linewidth=1)
    right.set(xlim=(0, MAX_STEP), ylim=(losses.min() - 1.4 * depth, losses[0] + 0.6 * depth))
    right.set(xlabel="step s along the way out u", ylabel="loss")
    right.set_title(f"λ = {way.eigenvalue:.3g}".replace("-", "−"), fontsize=10)


WAY_OUT_SENTENCES = {
    "holds": "The promise holds: {losses[1]:.3f}, and truly {losses[0]:.3f}.",
    "promises": "It promises too much: {losses[1]:.3f}, and truly {losses[0]:.3f}.",
}
WAY_OUT_GOALS = [
    f"{landscapes.lee.name}: a step that takes the true loss below 0.001",
    "a step where the promise is off by more than 0.5",
]


class WayOut(NamedTuple):
    """From a saddle along its way out: eigenvalue, steps (n,), path (n, 2), losses (2, n).

    losses: the true one, and that of the Taylor model of order 2.
    """

    eigenvalue: Array
    steps: Array
    path: Array
    losses: Array


def way_out(landscape, steps) -> WayOut:
    """The way out of the landscape's first saddle."""
    w = next(point.w for point in landscape.critical_points if point.kind == "saddle")
    way = taylor.escape_direction(landscape.loss, jnp.asarray(w))
    # The sign is ours to choose: up.
    path = w + steps[:, None] * way.direction * jnp.sign(way.direction[1])
    losses = jnp.stack([jax.vmap(landscape.loss)(path), way.predict(steps)])
    return WayOut(way.eigenvalue, steps, path, losses)


def way_out_frame(step, landscape) -> Frame:
    """What `escape` computes, from the values of its controls."""
    ways = [lambda step, each=each: way_out(each, step) for each in SADDLES.values()]
    way = jax.lax.switch(landscape, ways, STEPS_ALONG)
    here = jax.lax.switch(landscape, ways, step[None])
    ends = here.losses[:, 0]
    true, predicted = ends
    points = {"way": jnp.stack([way.path[0], here.path[0]]), "here": here.path}
    for name, curve, end in zip(CURVES, way.losses, ends):
        points[name] = jnp.stack([way.steps, curve], axis=1)
        points[f"{name} here"] = jnp.stack([step, end])[None]
    gap, fall = jnp.abs(true - predicted), way.losses[0, 0] - predicted
    is_lee = landscape == 0
    return Frame(
        points=points,
        # It holds as long as it is off by less than a tenth of the fall that it promises.
        sentence=jnp.where(gap <= 0.1 * fall, 0, 1),
        facts={"losses": jnp.where(ends == 0, 0, ends)},  # no −0
        goals=[is_lee & (true < 1e-3), gap > 0.5],
    )
