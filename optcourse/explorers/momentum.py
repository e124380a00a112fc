"""Lesson 03: a ravine, the map of learning rates and β beside it, and each of its directions."""

from functools import partial
from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import Array
from matplotlib.figure import Figure

from optcourse import landscapes, linalg, optimizers, quadratics
from optcourse.experiments.run import first_below, run
from optcourse.explorers.artists import empty_line, set_points, set_values, start_mark
from optcourse.explorers.controls import choice, point, slider
from optcourse.explorers.explorer import Explorer, goal
from optcourse.explorers.picture import Picture
from optcourse.figures import momentum as draw
from optcourse.figures import style
from optcourse.figures.landscapes import contours, critical_points

METHODS = ("momentum", "nesterov")
ANGLE = 2.0  # radians from the x axis to the steep direction
STEPS, TARGET_RATIO = 80, 1e-6
REFERENCE_RATE = 1.9  # the rate of the gradient descent drawn beside it; it diverges at 2
MIN_OFFSET = 0.5  # a goal counts from starts so far from the bottom along both directions


@style.house()
def ravine() -> Explorer:
    """Drag the start, and learning rate and β on a map: path, loss, and both parts of the error."""
    figure = Figure(figsize=(9.2, 7.0), layout="constrained")
    plane, chart, losses, parts = (style.despine(ax) for ax in figure.subplots(2, 2).flat)
    path = empty_line(plane, marker=".", linewidth=1.5, markersize=5, zorder=4)
    start_dot = start_mark(plane, clip_on=False)
    here = empty_line(chart, "o", color=style.BLACK, markersize=9, zorder=6, clip_on=False)
    curves = _loss_curves(losses)
    errors, captions = _error_lines(parts), _captions(parts)

    def still(kappa, method):
        _draw_bowl(plane, kappa)
        _draw_map(chart, kappa, method)

    def update(start, numbers, kappa, method):
        rate = float(numbers[0])
        beta = round(float(np.clip(numbers[1], *draw.BETAS)), 3)  # a pixel is 0.004
        ran = _ravine_run(method, kappa, rate, beta, start)
        facts = _facts(kappa, rate, beta, ran)
        set_points(path, ran.path)
        path.set(**style.OPTIMIZERS[method])
        set_points(start_dot, start)
        set_points(here, (rate, beta))
        for curve, values in zip(curves, np.asarray(ran.losses).T):
            set_values(curve, values)
        for line, values in zip(errors, np.asarray(ran.errors).T):
            set_values(line, values)
        for caption, text in zip(captions, facts["captions"]):
            caption.set_text(text)
        return {"status": _status(facts), **facts}

    controls = [
        point("start", plane, (-1.7, 1.0)),
        point("numbers", chart, (1.8, 0.0), "η, β"),
        slider("kappa", np.geomspace(2, 200, 41), 50.0, "condition number κ", redraws=True),
        choice("method", METHODS, METHODS[0], redraws=True),
    ]
    picture = Picture(figure, [path, start_dot, here, *curves, *errors, *captions], still)
    alt = "A walk down a ravine, a map of learning rate and momentum, the loss, "
    alt += "and the error along both directions."
    return Explorer(picture, update, controls, alt, RAVINE_GOALS)


def _is_slower(result) -> bool:
    both_swing = result["motions"] == ("swings", "swings")
    return both_swing and result["best_descent"] < result["factor"] < 1


RAVINE_GOALS = [
    goal(
        "κ ≥ 50: a millionth of the first loss within 60 steps, "
        "from a start that lies 0.5 off both axes",
        lambda r: r["far"] and r["kappa"] >= 50 and r["first"] <= 60,
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
    """A run of STEPS steps, and its closed form; columns: the steep and the flat direction.

    path and errors (STEPS + 1, 2); losses (STEPS + 1, 4): the loss, its steep and its flat part,
    and the loss of gradient descent, all over the first loss; factors and regimes (2,).
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
    # In these coordinates neither part loses digits beside the other.
    a = start @ linalg.rotation(ANGLE)
    errors = run(getattr(optimizers, method)(learning_rate, beta), loss, a, STEPS).path
    descent = run(optimizers.gradient_descent(REFERENCE_RATE), loss, a, STEPS).loss
    parts = curvatures * errors**2 / 2
    losses = jnp.column_stack([parts.sum(axis=1), parts, descent]) / loss(a)
    settings = (learning_rate, beta, curvatures, method == "nesterov")
    return RavineRun(
        path=errors @ linalg.rotation(-ANGLE),
        errors=errors,
        losses=losses,
        factors=quadratics.convergence_factor(*settings),
        regimes=quadratics.regime(*settings),
    )


def _facts(kappa, rate, beta, ran) -> dict:
    """Numbers of a run that its goals and sentences need; a caption for each direction."""
    factors = np.asarray(ran.factors)
    motions = tuple(quadratics.REGIMES[i] for i in np.asarray(ran.regimes))
    captions = []
    for name, motion, factor in zip(("steep", "flat"), motions, factors):
        captions.append(f"{name}: {motion}, × {factor:.3f} a step")
    return {
        "rate": rate,
        "beta": beta,
        "kappa": kappa,
        "far": bool(np.min(np.abs(ran.errors[0])) >= MIN_OFFSET),
        "first": float(first_below(ran.losses[:, 0], TARGET_RATIO)),
        "factor": float(factors.max()),
        "best_descent": (kappa - 1) / (kappa + 1),
        "motions": motions,
        "captions": captions,
    }


def _status(facts) -> str:
    steep, flat = facts["motions"]
    setting = f"η = {facts['rate']:.3g}, β = {facts['beta']:.3g}"
    motions = f"{setting}: steep part {steep}, flat part {flat}."
    if facts["factor"] >= 1:
        return f"{motions} It diverges."
    if np.isfinite(facts["first"]):
        return f"{motions} A millionth of the first loss at step {facts['first']:.0f}."
    left = 100 * facts["factor"]
    return f"{motions} In the long run each step leaves {left:.1f} % of the error."


def _draw_bowl(ax, kappa):
    bowl = landscapes.quadratic(1 / kappa, ANGLE)
    contours(ax, bowl)
    critical_points(ax, bowl)


def _draw_map(ax, kappa, method):
    """The map of learning rate and β, with the best of the method and of gradient descent."""
    curvatures = (1 / kappa, 1.0)
    draw.phase_diagram(ax, curvatures, method == "nesterov")
    if method == "nesterov":
        best = quadratics.best_nesterov(*curvatures)
    else:
        best = quadratics.best_momentum(*curvatures)
    star = {"linestyle": "none", "zorder": 3, **style.KINDS["minimum"]}
    ax.plot(best.learning_rate, best.beta, **star)
    descent = quadratics.best_gradient_descent(*curvatures)
    color = style.OPTIMIZERS["gradient_descent"]["color"]
    square = {"marker": "s", "markersize": 6, "zorder": 3, "clip_on": False, "color": color}
    ax.plot(descent.learning_rate, 0, linestyle="none", **square)


def _loss_curves(ax):
    """Total, steep part, flat part, and gradient descent, on log scales, with a legend above."""
    descent = {**style.OPTIMIZERS["gradient_descent"], "linewidth": 1}
    looks = {
        "loss": {"color": style.BLACK, "linewidth": 2.2},
        "its steep part": draw.STEEP_STYLE,
        "its flat part": draw.FLAT_STYLE,
        f"gradient descent, η = {REFERENCE_RATE}": descent,
    }
    curves = [empty_line(ax, label=name, **look) for name, look in looks.items()]
    ax.legend(frameon=False, loc="lower left", bbox_to_anchor=(0, 1), ncols=2, fontsize=9)
    ax.axhline(TARGET_RATIO, color=style.LIGHT, linewidth=1, zorder=0)
    ax.set(yscale="log", xlim=(0, STEPS), ylim=(1e-8, 1e2))
    ax.set(xlabel="step t", ylabel="loss / first loss")
    return curves


def _error_lines(ax):
    """The error along the steep and along the flat direction, step by step."""
    ax.axhline(0, color=style.LIGHT, linewidth=1, zorder=0)
    ax.set(xlim=(0, STEPS), ylim=(-3, 3), xlabel="step t", ylabel="error along each direction")
    steep = {"color": draw.STEEP_STYLE["color"], "marker": ".", "markersize": 4, "linewidth": 0.8}
    flat = {**draw.FLAT_STYLE, "linewidth": 2}
    return [empty_line(ax, **steep), empty_line(ax, **flat)]


def _captions(ax):
    """A line of text for each direction, above the axes."""
    corner = {"transform": ax.transAxes, "va": "bottom", "fontsize": 9.5}
    return [
        ax.text(0, 1.08, "", color=draw.STEEP_STYLE["color"], **corner),
        ax.text(0, 1.02, "", color=draw.FLAT_STYLE["color"], **corner),
    ]
