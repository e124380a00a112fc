"""Lesson 01: how long a saddle holds, and the way out."""

from functools import cache, partial

import jax
import numpy as np

from optcourse import landscapes, optimizers, taylor
from optcourse.experiments.run import first_below, run
from optcourse.explorers.controls import choice, slider
from optcourse.explorers.explorer import Explorer, goal
from optcourse.figures import landscapes as draw
from optcourse.figures import style

METHODS = ("gradient_descent", "momentum")
STEPS = 600  # steps of the run in `stuck`


@style.house()
def stuck() -> Explorer:
    """Start beside the ridge that leads to Lee's saddle: the loss stands still, and the offset says for how long."""
    figure, (left, right) = style.new(2, width=8.8, height=3.9)
    draw.contours(left, landscapes.lee)
    draw.critical_points(left, landscapes.lee)
    left.axline((0, 0), slope=-1, color=style.GRAY, linewidth=1, linestyle=":")
    (path,) = left.plot([], [], linewidth=2, zorder=4)
    (start,) = left.plot([], [], linestyle="none", zorder=5, **style.START)
    (curve,) = right.plot([], [], linewidth=2)
    right.set(xlim=(0, STEPS), ylim=(0, 1.6), xlabel="step t", ylabel="loss")

    def update(offset, learning_rate, method):
        w = np.array([1.0, -1.0]) + offset / 2**0.5
        trajectory = _trajectory(method, learning_rate, w)
        loss = np.asarray(trajectory.loss)
        path.set_data(*np.asarray(trajectory.path).T)
        curve.set_data(np.arange(STEPS + 1), loss)
        start.set_data(*w[:, None])
        for line in (path, curve):
            line.set(**style.OPTIMIZERS[method])
        first = float(first_below(trajectory.loss))
        escaped = int(first) if np.isfinite(first) else None
        status = _stuck_status(loss, trajectory.gradient_norm, escaped, offset)
        return {"status": status, "escaped": escaped, "offset": offset}

    controls = [
        # Below 1e-6 the offset would vanish in float32 beside the 1 it is added to.
        slider("offset", [0, *np.geomspace(1e-6, 1, 61)], 1e-2, "offset from the ridge"),
        slider("learning_rate", np.geomspace(0.005, 0.08, 25), 0.02),
        choice("method", METHODS, METHODS[0]),
    ]
    goals = [
        goal("escape, but only after step 350", lambda r: (r["escaped"] or 0) > 350),
        goal("never escape, however long you wait", lambda r: r["offset"] == 0),
    ]
    alt = "Lee's landscape with a path that runs to the saddle and, much later, away from it; its loss shows a plateau."
    return Explorer(figure, update, controls, [path, start, curve], alt, goals)


@partial(jax.jit, static_argnames="method")
def _trajectory(method, learning_rate, w):
    return run(optimizers.ALL[method](learning_rate), landscapes.lee.loss, w, STEPS)


def _stuck_status(loss, gradient_norm, escaped, offset) -> str:
    waited = np.sum(np.abs(loss - 1) < 0.05)
    if escaped is None:
        when = "Stuck for ever" if offset == 0 else f"Not yet escaped after {STEPS} steps"
        return f"{when}: loss {loss[-1]:.3f}, gradient {float(gradient_norm[-1]):.1g}."
    return f"Escaped: loss below 0.01 at step {escaped}, after {waited} steps within 0.05 of 1."


SADDLES = ("lee", "saddle")
MAX_STEP = 2.0  # how far along the escape direction the slider goes
CURVE_STYLES = {
    "true loss": ("-", style.BLACK),
    "with ½": ("--", style.PURPLE),
    "without ½": (":", style.VERMILION),
}


@style.house()
def escape() -> Explorer:
    """Step away from a saddle along the eigenvector of its negative eigenvalue: predicted loss and true loss."""
    figure, (left, right) = style.new(2, width=8.8, height=3.9)
    left.yaxis.set_major_formatter("{x:.1f}")  # as wide for both: the layout is settled once
    (walked,) = left.plot([], [], color=style.DOWN, linewidth=2.5, zorder=4)
    (here,) = left.plot([], [], "o", color=style.DOWN, markersize=8, zorder=5)
    curves, dots, table = _curve_artists(right)
    moving, shown = [walked, here, *curves, *dots, *table], {"saddle": None}

    def update(saddle, step):
        w, way, losses = _escape_path(saddle)
        if shown["saddle"] != saddle:
            _draw_saddle(left, right, landscapes.ALL[saddle], losses, keep=moving)
            shown["saddle"] = saddle
        steps = np.linspace(0, MAX_STEP, len(losses))
        values = [losses, way.predict(steps), way.value + way.eigenvalue * steps**2]
        true, predicted, lecture = at_step = [float(np.interp(step, steps, v)) for v in values]
        for curve, dot, line, y, y_here, words in zip(
            curves, dots, table, values, at_step, CURVE_STYLES
        ):
            curve.set_data(steps, y)
            dot.set_data([step], [y_here])
            line.set_text(f"{words}: {y_here:.3f}".replace("-", "−"))
        walked.set_data(*np.stack([w, w + step * way.direction], axis=1))
        here.set_data(*(w + step * way.direction)[:, None])
        words = f"λ = {float(way.eigenvalue):.3g}, step {step:.2f}: predicted {predicted:.3f}, true {true:.3f}."
        numbers = {"true": true, "predicted": predicted, "lecture": lecture, "saddle": saddle}
        return {"status": words.replace("-", "−"), **numbers}

    controls = [
        slider("step", np.linspace(0, MAX_STEP, 101), 0.5, "step s along u", plays=True),
        choice("saddle", SADDLES, SADDLES[0], "landscape", redraws=True),
    ]
    goals = [
        goal(
            "lee: a step that takes the true loss below 0.001",
            lambda r: r["saddle"] == "lee" and r["true"] < 1e-3,
        ),
        goal(
            "a step where the formula without ½ is off by 0.5, the other by less than 0.1",
            _half_matters,
        ),
    ]
    alt = "Left: a saddle and a step along its escape direction. Right: true loss and two predictions against the step."
    return Explorer(figure, update, controls, moving, alt, goals)


def _curve_artists(ax):
    """The curves of the true loss and of both formulas, a dot on each, and a line of a table for each."""
    curves = [
        ax.plot([], [], dash, color=color, linewidth=2)[0] for dash, color in CURVE_STYLES.values()
    ]
    dots = [
        ax.plot([], [], "o", color=color, markersize=7)[0] for _, color in CURVE_STYLES.values()
    ]
    corner = {"transform": ax.transAxes, "bbox": style.TEXT_HALO}
    lines = [
        ax.text(0.05, 0.2 - 0.08 * i, "", color=c.get_color(), **corner)
        for i, c in enumerate(curves)
    ]
    return curves, dots, lines


def _half_matters(result) -> bool:
    return (
        result["true"] - result["lecture"] >= 0.5
        and abs(result["true"] - result["predicted"]) < 0.1
    )


@cache
def _escape_path(landscape):
    """(w, escape, losses): the landscape's first saddle, the way out, and the true loss along it, all NumPy."""
    surface = landscapes.ALL[landscape]
    w = next(p.w for p in surface.critical_points if p.kind == "saddle")
    way = jax.tree.map(np.asarray, taylor.escape_direction(surface.loss, w))
    way = way._replace(
        direction=way.direction * np.sign(way.direction.sum())
    )  # the sign is ours to choose
    steps = np.linspace(0, MAX_STEP, 401)
    return w, way, np.asarray(jax.vmap(lambda s: surface.loss(w + s * way.direction))(steps))


def _draw_saddle(left, right, landscape, losses, keep):
    draw.clear((left, right), keep)
    draw.contours(left, landscape)
    draw.critical_points(left, landscape)
    reach = np.ptp(losses[losses <= max(losses[0] + 1, 1.05 * losses[0])])
    right.axhline(losses[0], color=style.LIGHT, linewidth=1)
    right.set(xlim=(0, MAX_STEP), ylim=(losses.min() - 1.4 * reach, losses[0] + 0.6 * reach))
    right.set(xlabel="step s along the escape direction u", ylabel="loss")
