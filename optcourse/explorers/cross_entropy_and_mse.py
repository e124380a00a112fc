"""Lesson 05: two loss surfaces with one start on both; a digits network that starts sure of a 0."""

from functools import cache
from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import Array
from matplotlib.figure import Figure
from matplotlib.patches import Polygon

from optcourse import cross_entropy
from optcourse.experiments.cross_entropy_and_mse import digits
from optcourse.experiments.cross_entropy_and_mse.two_logits import TARGET_LEAD
from optcourse.experiments.run import first_below
from optcourse.explorers.artists import empty_line, start_mark
from optcourse.explorers.computed import Computation, Frame, computed_explorer, run_chosen
from optcourse.explorers.controls import choice, point, slider
from optcourse.explorers.explorer import Explorer, goal
from optcourse.explorers.picture import Picture
from optcourse.figures import cross_entropy_and_mse as draw
from optcourse.figures import style
from optcourse.figures.critical_points import LOSS_STYLES

METHODS = {"gradient descent": "gradient_descent", "momentum": "momentum", "adam": "adam"}
STEPS, RIGHT = 500, 0.9  # p of the right class from which on the output counts as right
NAMES = tuple(cross_entropy.SURFACES)  # cross-entropy first
SMALL = {"fontsize": 9, "color": style.GRAY, "bbox": style.TEXT_HALO}


@style.house()
def surfaces() -> Explorer:
    """Drag one start on two loss surfaces: both runs, p of the right class, gradient lengths."""
    figure, (maps, chance, slope) = _surface_panels()
    artists = {"start": start_mark(maps[0], zorder=6)}
    artists["same start"] = empty_line(maps[1], "o", color=style.BLACK, markersize=6, zorder=6)
    for name, ax in zip(NAMES, maps):
        _, color, _, dash = LOSS_STYLES[name]
        thick = {"color": color, "linestyle": dash, "linewidth": 2, "zorder": 4}
        artists[f"{name} path"] = empty_line(ax, **thick)
        artists[f"{name} dots"] = empty_line(ax, ".", color=color, markersize=7, zorder=5)
        artists[f"{name} p"] = empty_line(chance, **thick)
        artists[f"{name} gradient"] = empty_line(slope, **thick)
    artists["ratio"] = slope.text(0, 0, "", va="center", zorder=5, **SMALL)
    computation = Computation(
        name="surfaces",
        compute=surfaces_frame,
        artists=artists,
        sentences=SURFACES_SENTENCES,
        goals=SURFACES_GOALS,
        words={"ratio": "{ratio:.0f} times"},
    )
    controls = [
        point("start", maps[0], (-5.0, 5.0)),
        slider("learning_rate", np.geomspace(0.01, 10, 61), 0.1),
        choice("method", tuple(METHODS), "gradient descent"),
    ]
    alt = "Cross-entropy and squared error as contours over two outputs, with a walk on each; "
    alt += "p of the right class, and gradient lengths."
    return computed_explorer(figure, computation, controls, alt)


def _surface_panels():
    """(figure, axes): both losses; at the right p of the right class above gradient lengths."""
    figure = Figure(figsize=(10.2, 3.9), layout="constrained")
    grid = figure.add_gridspec(2, 3, width_ratios=(1, 1, 0.9))
    maps = [style.despine(figure.add_subplot(grid[:, i])) for i in range(2)]
    for name, ax in zip(NAMES, maps):
        draw.contours(ax, name)
        ax.set_title(cross_entropy.SURFACES[name].name, fontsize=11, color=LOSS_STYLES[name][1])
        ax.text(-9.5, 9.3, "wrong", va="top", **SMALL)
        ax.text(9.5, -9.3, "right", ha="right", **SMALL)
    chance, slope = (style.despine(figure.add_subplot(grid[i, 2])) for i in range(2))
    chance.axhline(RIGHT, color=style.LIGHT, linewidth=1)
    chance.set(xlim=(0, STEPS), ylim=(-0.02, 1.02), xticklabels=[])
    chance.set_title("p of the right class", fontsize=10)
    slope.set(xlim=(0, STEPS), ylim=(1e-9, 10), yscale="log", xlabel="step t")
    slope.set_title("length of the gradient", fontsize=10)
    return figure, (maps, chance, slope)


SURFACES_SENTENCES = {
    "both at once": "Right from the start, on both.",
    "both": "Both get there: cross-entropy at step {steps[0]:.0f}, MSE at step {steps[1]:.0f}.",
    "cross-entropy alone": "Only cross-entropy gets there, at step {steps[0]:.0f}; "
    f"MSE is wrong after {STEPS}.",
    "MSE alone": "Only MSE gets there, at step {steps[1]:.0f}; "
    f"cross-entropy is wrong after {STEPS}.",
    "neither": f"Neither gets there within {STEPS} steps.",
}
SURFACES_GOALS = [
    "gradient descent, from a wrong start: a first gradient a million times shorter",
    "gradient descent, from y₂ − y₁ ≥ 4: both right within 200 steps",
    "from y₂ − y₁ ≥ 10: MSE is right first",
]


class SurfaceRuns(NamedTuple):
    """Runs on both surfaces, columns as in NAMES: path (STEPS + 1, losses, 2).

    p of the right class, and gradient_norms: (STEPS + 1, losses); steps (losses,) until p = 0.9,
    infinity if never; ratio: how many times longer the first gradient of cross-entropy is.
    """

    path: Array
    p: Array
    gradient_norms: Array
    steps: Array
    ratio: Array


def surface_runs(method, learning_rate, start) -> SurfaceRuns:
    """One optimizer on both: it treats each number alone, so a run on the sum is a run on each."""
    both = lambda w: sum(cross_entropy.SURFACES[name].loss(w[i]) for i, name in enumerate(NAMES))
    methods = tuple(METHODS.values())
    path = run_chosen(methods, method, learning_rate, both, jnp.stack([start, start]), STEPS).path
    leads = path[:, :, 1] - path[:, :, 0]
    norms = [cross_entropy.gradient_norms(leads[:, i])[name] for i, name in enumerate(NAMES)]
    return SurfaceRuns(
        path=path,
        p=jax.nn.sigmoid(-leads),
        gradient_norms=jnp.stack(norms, axis=1),
        steps=jax.vmap(lambda lead: first_below(lead, TARGET_LEAD), in_axes=1)(leads),
        ratio=cross_entropy.gradient_ratio(leads[0, 0]),
    )


def surfaces_frame(start, learning_rate, method) -> Frame:
    """What `surfaces` computes, from the values of its controls."""
    ran = surface_runs(method, learning_rate, start)
    against_step = lambda values: jnp.stack([jnp.arange(STEPS + 1), values], axis=1)
    points = {"start": start[None], "same start": start[None]}
    for i, name in enumerate(NAMES):
        points[f"{name} path"] = ran.path[:, i]
        points[f"{name} dots"] = ran.path[::10, i]
        points[f"{name} p"] = against_step(ran.p[:, i])
        points[f"{name} gradient"] = against_step(ran.gradient_norms[:, i])
    # Between both, where there is room for it.
    middle = jnp.sqrt(jnp.prod(ran.gradient_norms[0]))
    points["ratio"] = jnp.where(ran.ratio < 100, jnp.nan, jnp.array([[0.02 * STEPS, middle]]))
    cross_entropy_arrives, mse_arrives = jnp.isfinite(ran.steps)
    lead, descends = start[1] - start[0], method == 0
    kinds = [
        ran.steps[0] == 0,
        cross_entropy_arrives & mse_arrives,
        cross_entropy_arrives,
        mse_arrives,
        True,
    ]
    return Frame(
        points=points,
        sentence=jnp.argmax(jnp.array(kinds)),
        facts={"steps": ran.steps, "ratio": ran.ratio},
        goals=[
            descends & (lead > 0) & (ran.ratio > 1e6),
            descends & (lead >= 4) & (jnp.max(ran.steps) <= 200),
            (lead >= 10) & (ran.steps[1] < ran.steps[0]),
        ],
    )


OPTIMIZERS = tuple(digits.RATES)
_best_curve = cache(digits.read_best_curve)  # a slider should not read the table again and again


@style.house()
def bias() -> Explorer:
    """Start a digits network sure that everything is a zero: how well both losses come to read."""
    figure, (left, right) = style.new(2, width=9.2, height=3.9, sharey=True)
    right.set(xlim=(0, digits.EVAL_STEPS[-1]), xlabel="step t")
    here = left.axvline(0, color=style.BLACK, linewidth=1.2, linestyle=":")
    bands, lines, notes = _accuracy_artists(right)

    def still(optimizer):
        draw.accuracy_against_bias(left, optimizer)
        left.set_ylabel("training accuracy after 500 steps")
        left.legend(frameon=False, loc="lower left", bbox_to_anchor=(0, 1))

    def update(bias, optimizer):
        here.set_xdata([bias, bias])
        ends = {}
        for i, name in enumerate(digits.LOSSES):
            curve = _best_curve(optimizer, f"bias {bias:g}", name)
            median = np.median(curve.accuracy, axis=0)
            ends[name] = float(median[-1])
            bands[i].set_xy(draw.band_outline(curve))
            lines[i].set_data(digits.EVAL_STEPS, median)
            best = f"{ends[name]:.3f} at its best learning rate, {curve.rate:g}"
            notes[i].set_text(f"{LOSS_STYLES[name][0]}: {best}")
        read = [f"{LOSS_STYLES[name][0]} reads {100 * end:.1f} %" for name, end in ends.items()]
        status = f"After 500 steps {' and '.join(read)} of its digits."
        return {"status": status, **ends, "bias": bias, "optimizer": optimizer}

    controls = [
        slider("bias", digits.BIASES, 0.0, "bias of digit 0 at the start"),
        choice("optimizer", OPTIMIZERS, OPTIMIZERS[0], redraws=True),
    ]
    picture = Picture(figure, [here, *bands, *lines, *notes], still)
    alt = "Accuracy of a digits network against its first output bias, and while training: "
    alt += "MSE fails from some bias on."
    return Explorer(picture, update, controls, alt, BIAS_GOALS)


def _accuracy_artists(ax):
    """(bands, lines, notes above the axes) of the accuracies of both losses."""
    colors = [LOSS_STYLES[name][1] for name in digits.LOSSES]
    nowhere = [(0, 0)] * 3
    bands = [ax.add_patch(Polygon(nowhere, facecolor=color, alpha=0.2)) for color in colors]
    lines, notes = [], []
    for i, name in enumerate(digits.LOSSES):
        lines.append(empty_line(ax, LOSS_STYLES[name][3], color=colors[i], linewidth=2))
        above = {"transform": ax.transAxes, "fontsize": 10.5, "color": colors[i]}
        notes.append(ax.text(0, 1.1 - 0.07 * i, "", **above))
    return bands, lines, notes


def _is_last_good_bias(result) -> bool:
    good = []
    for bias in digits.BIASES:
        accuracy = _best_curve(OPTIMIZERS[0], f"bias {bias:g}", "mse").accuracy
        if np.median(accuracy[:, -1]) > 0.9:
            good.append(bias)
    return result["optimizer"] == OPTIMIZERS[0] and result["bias"] == max(good) > 0


BIAS_GOALS = [
    goal(
        "cross-entropy above 99 %, MSE below 20 %",
        lambda r: r["cross_entropy"] > 0.99 and r["mse"] < 0.2,
    ),
    goal(
        "the largest bias at which MSE still reads more than 90 %, with gradient descent",
        _is_last_good_bias,
    ),
]
