"""Lesson 03: a ravine, the map of learning rates and β beside it, and what each of its directions does."""

from functools import partial
from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import Array
from matplotlib.figure import Figure

from optcourse import landscapes, linalg, optimizers, quadratics
from optcourse.experiments.run import first_below, run
from optcourse.explorers.controls import choice, point, slider
from optcourse.explorers.explorer import Explorer, goal
from optcourse.figures import landscapes as drawn
from optcourse.figures import momentum as draw
from optcourse.figures import style

METHODS = ("momentum", "nesterov")
ANGLE = 2.0  # radians from the x axis to the steep direction
STEPS, TARGET_RATIO = 80, 1e-6
REFERENCE_RATE = 1.9  # the learning rate of the gradient descent drawn beside it; it diverges at 2
MIN_OFFSET = (
    0.5  # how far from the bottom a start must lie along both directions for a goal to count
)


@style.house()
def ravine() -> Explorer:
    """Drag the start, and drag learning rate and β on the map: the walk, its loss, and both parts of the error."""
    figure = Figure(figsize=(9.2, 7.0), layout="constrained")
    plane, chart, losses, parts = (style.plain(ax) for ax in figure.subplots(2, 2).flat)
    walk = plane.plot([], [], marker=".", linewidth=1.5, markersize=5, zorder=4)[0]
    start_mark = plane.plot([], [], linestyle="none", zorder=5, clip_on=False, **style.START)[0]
    here = chart.plot([], [], "o", color=style.BLACK, markersize=9, zorder=6, clip_on=False)[0]
    curves, waves, notes = _loss_curves(losses), _error_lines(parts), _captions(parts)
    moving, shown = [walk, start_mark, here, *curves, *waves, *notes], {}

    def update(start, numbers, kappa, method):
        if shown != {"kappa": kappa, "method": method}:
            _draw_background(plane, chart, kappa, method, keep=moving)
            shown.update(kappa=kappa, method=method)
        rate, beta = (
            float(numbers[0]),
            round(float(np.clip(numbers[1], *draw.BETAS)), 3),
        )  # a pixel is 0.004
        walked = _ravine_run(method, kappa, rate, beta, start)
        facts = _facts(kappa, rate, beta, walked)
        walk.set(data=np.asarray(walked.path).T, **style.OPTIMIZERS[method])
        start_mark.set_data(*start[:, None])
        here.set_data([rate], [beta])
        _set_lines(curves, walked.losses)
        _set_lines(waves, walked.errors)
        for note, words in zip(notes, facts["words"]):
            note.set_text(words)
        return {"status": _status(facts), **facts}

    controls = [
        point("start", plane, (-1.7, 1.0)),
        point("numbers", chart, (1.8, 0.0), "η, β"),
        slider("kappa", np.geomspace(2, 200, 41), 50.0, "condition number κ", redraws=True),
        choice("method", METHODS, METHODS[0], redraws=True),
    ]
    alt = "A walk down a ravine, a map of learning rate and momentum, the loss, and the error along both directions."
    return Explorer(figure, update, controls, moving, alt, RAVINE_GOALS)


def _is_fast(result) -> bool:
    return result["far"] and result["kappa"] >= 50 and result["first"] <= 60


def _is_slower(result) -> bool:
    return (
        result["motions"] == ("swings", "swings") and result["best_descent"] < result["factor"] < 1
    )


RAVINE_GOALS = [
    goal(
        "κ ≥ 50: a millionth of the first loss within 60 steps, from a start that lies 0.5 off both axes",
        _is_fast,
    ),
    goal(
        "converge at a learning rate where gradient descent diverges",
        lambda r: r["rate"] > 2 and r["factor"] < 1,
    ),
    goal(
        "too much of it: swing along both directions, slower than the best gradient descent",
        _is_slower,
    ),
]


class RavineRun(NamedTuple):
    """A walk of STEPS steps, and what the closed form says about it; columns: the steep and the flat direction.

    path and errors (STEPS + 1, 2); losses (STEPS + 1, 4): the loss, its steep and its flat part, and the loss of
    gradient descent, all as shares of the first loss; factors and regimes (2,).
    """

    path: Array
    errors: Array
    losses: Array
    factors: Array
    regimes: Array


@partial(jax.jit, static_argnames="method")
def _ravine_run(method, kappa, learning_rate, beta, start) -> RavineRun:
    curvatures = jnp.array([1, 1 / kappa])
    loss = lambda a: a @ (curvatures * a) / 2
    a = start @ linalg.rotation(
        ANGLE
    )  # in these coordinates neither part loses digits beside the other
    errors = run(getattr(optimizers, method)(learning_rate, beta), loss, a, STEPS).path
    descent = run(optimizers.gradient_descent(REFERENCE_RATE), loss, a, STEPS).loss
    parts = curvatures * errors**2 / 2
    losses = jnp.column_stack([parts.sum(axis=1), parts, descent]) / loss(a)
    closed = [
        f(learning_rate, beta, curvatures, method == METHODS[1])
        for f in (quadratics.convergence_factor, quadratics.regime)
    ]
    return RavineRun(errors @ linalg.rotation(-ANGLE), errors, losses, *closed)


def _facts(kappa, rate, beta, walked) -> dict:
    """What goals and words need to know of a walk; "words" holds a line for each direction."""
    factors, motions = (
        np.asarray(walked.factors),
        tuple(quadratics.REGIMES[i] for i in np.asarray(walked.regimes)),
    )
    directions = zip(("steep", "flat"), motions, factors)
    return {
        "rate": rate,
        "beta": beta,
        "kappa": kappa,
        "far": bool(np.min(np.abs(walked.errors[0])) >= MIN_OFFSET),
        "first": float(first_below(walked.losses[:, 0], TARGET_RATIO)),
        "factor": float(factors.max()),
        "best_descent": (kappa - 1) / (kappa + 1),
        "motions": motions,
        "words": [
            f"{name}: {motion}, × {factor:.3f} a step" for name, motion, factor in directions
        ],
    }


def _status(facts) -> str:
    steep, flat = facts["motions"]
    setting = (
        f"η = {facts['rate']:.3g}, β = {facts['beta']:.3g}: steep part {steep}, flat part {flat}. "
    )
    if facts["factor"] >= 1:
        return setting + "It diverges."
    if np.isfinite(facts["first"]):
        return setting + f"A millionth of the first loss at step {facts['first']:.0f}."
    return setting + f"In the long run each step leaves {100 * facts['factor']:.1f} % of the error."


def _set_lines(lines, columns):
    for line, values in zip(lines, np.asarray(columns).T):
        line.set_data(np.arange(len(values)), values)


def _draw_background(plane, chart, kappa, method, keep):
    """The bowl and the map, for another κ or method."""
    drawn.clear((plane, chart), keep)
    for text in [t for t in chart.texts if t not in keep]:
        text.remove()
    bowl = landscapes.quadratic(1 / kappa, ANGLE)
    drawn.contours(plane, bowl)
    drawn.critical_points(plane, bowl)
    draw.phase_diagram(chart, (1 / kappa, 1.0), method == "nesterov")
    make = quadratics.best_nesterov if method == "nesterov" else quadratics.best_momentum
    best = make(1 / kappa, 1.0)
    chart.plot(best.learning_rate, best.beta, linestyle="none", zorder=3, **style.KINDS["minimum"])
    descent = quadratics.best_gradient_descent(1 / kappa, 1.0)
    square = {"color": style.OPTIMIZERS["gradient_descent"]["color"], "zorder": 3, "clip_on": False}
    chart.plot(descent.learning_rate, 0, "s", markersize=6, **square)


def _loss_curves(ax):
    """Total, steep part, flat part, and gradient descent with η = 1.9, on log scales, named in a legend above."""
    looks = {
        "loss": {"color": style.BLACK, "linewidth": 2.2},
        "its steep part": draw.STEEP_STYLE,
        "its flat part": draw.FLAT_STYLE,
        f"gradient descent, η = {REFERENCE_RATE}": {
            **style.OPTIMIZERS["gradient_descent"],
            "linewidth": 1,
        },
    }
    curves = [ax.plot([], [], label=name, **look)[0] for name, look in looks.items()]
    ax.legend(frameon=False, loc="lower left", bbox_to_anchor=(0, 1), ncols=2, fontsize=9)
    ax.axhline(TARGET_RATIO, color=style.LIGHT, linewidth=1, zorder=0)
    ax.set(
        yscale="log", xlim=(0, STEPS), ylim=(1e-8, 1e2), xlabel="step t", ylabel="loss / first loss"
    )
    return curves


def _error_lines(ax):
    """The error along the steep and along the flat direction, step by step."""
    ax.axhline(0, color=style.LIGHT, linewidth=1, zorder=0)
    ax.set(xlim=(0, STEPS), ylim=(-3, 3), xlabel="step t", ylabel="error along each direction")
    steep = {"color": draw.STEEP_STYLE["color"], "marker": ".", "markersize": 4, "linewidth": 0.8}
    return [ax.plot([], [], **look)[0] for look in (steep, {**draw.FLAT_STYLE, "linewidth": 2})]


def _captions(ax):
    """A line of words for each direction, above the axes."""
    corner = {"transform": ax.transAxes, "va": "bottom", "fontsize": 9.5}
    colors = (draw.STEEP_STYLE["color"], draw.FLAT_STYLE["color"])
    return [
        ax.text(0, 1.08 - 0.06 * i, "", color=color, **corner) for i, color in enumerate(colors)
    ]
