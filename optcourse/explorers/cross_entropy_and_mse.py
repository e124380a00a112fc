"""Lesson 05: two loss surfaces with one start on both; a network that starts sure of a 0."""

from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import Array
from matplotlib.figure import Figure
from matplotlib.patches import Polygon

from optcourse import cross_entropy
from optcourse.experiments.cross_entropy_and_mse import by_digit, digits
from optcourse.experiments.cross_entropy_and_mse.two_logits import TARGET_LEAD
from optcourse.experiments.run import first_below
from optcourse.explorers.artists import empty_line, start_mark
from optcourse.explorers.computed import (
    Computation,
    Frame,
    against_steps,
    computed_explorer,
    run_chosen,
)
from optcourse.explorers.controls import choice, point, slider
from optcourse.explorers.explorer import Explorer
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
    at_bottom = {"transform": slope.transAxes, **SMALL, "color": LOSS_STYLES["cross_entropy"][1]}
    artists["ratio"] = slope.text(0.03, 0.05, "", **at_bottom)
    computation = Computation(
        name="surfaces",
        compute=surfaces_frame,
        artists=artists,
        sentences=SURFACES_SENTENCES,
        goals=SURFACES_GOALS,
        words={"ratio": "at first {ratio:.3g}{unit} times as long"},
        runs=[f"{name} {what}" for name in NAMES for what in ("path", "dots", "p", "gradient")],
        names={"unit": ("", " thousand", " million")},
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
    slope.set(xlim=(0, STEPS), ylim=(1e-10, 10), yscale="log", xlabel="step t")
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
    points = {"start": start[None], "same start": start[None]}
    for i, name in enumerate(NAMES):
        points[f"{name} path"] = ran.path[:, i]
        points[f"{name} dots"] = ran.path[::10, i]
        points[f"{name} p"] = against_steps(ran.p[:, i])
        points[f"{name} gradient"] = against_steps(ran.gradient_norms[:, i])
    unit = jnp.sum(ran.ratio >= jnp.array([1e3, 1e6]))
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
        facts={"steps": ran.steps, "ratio": ran.ratio / 1000.0**unit, "unit": unit},
        goals=[
            descends & (lead > 0) & (ran.ratio > 1e6),
            descends & (lead >= 4) & (jnp.max(ran.steps) <= 200),
            (lead >= 10) & (ran.steps[1] < ran.steps[0]),
        ],
    )


OPTIMIZERS = {"gradient descent": "gradient_descent", "adam": "adam"}
LAST = by_digit.STEPS[-1]
BAR = 0.38  # half of a bar's width


@style.house()
def bias() -> Explorer:
    """Start a digits network sure that everything is a zero, train it: which digits each reads."""
    figure, (strips, chart) = _bias_panels()
    artists, words = {}, {}
    for i, (name, ax) in enumerate(zip(digits.LOSSES, strips)):
        label, color, _, dash = LOSS_STYLES[name]
        bars = Polygon([(0, 0)] * 3, facecolor=color, alpha=0.7, edgecolor=color, linewidth=1)
        artists[f"{name} bars"] = ax.add_patch(bars)
        above = {"transform": ax.transAxes, "fontsize": 10.5, "color": color}
        artists[f"{name} note"] = ax.text(0, 1.08, "", **above)
        words[f"{name} note"] = f"{label}: gradient of length {{slopes[{i}]:.2g}}"
        artists[f"{name} line"] = empty_line(chart, dash, color=color, linewidth=2, label=label)
        dot = {"color": color, "markersize": 7, "zorder": 5, "clip_on": False}
        artists[f"{name} dot"] = empty_line(chart, "o", **dot)
    chart.legend(frameon=False, ncols=2, loc="lower left", bbox_to_anchor=(0, 1), fontsize=10)
    computation = Computation(
        name="bias",
        compute=bias_frame(by_digit.read_digit_curves()),
        artists=artists,
        sentences=BIAS_SENTENCES,
        goals=BIAS_GOALS,
        words=words,
        runs=[f"{name} line" for name in digits.LOSSES],
    )
    controls = [
        slider("bias", digits.BIASES, 20.0, "bias b"),
        slider("step", by_digit.STEPS, LAST, "step t", plays=True),
        choice("optimizer", tuple(OPTIMIZERS), "gradient descent"),
    ]
    alt = "Which digits a network reads that began sure of a zero: with cross-entropy soon all, "
    alt += "with MSE only the zeros; and the share it reads against the step."
    return computed_explorer(figure, computation, controls, alt)


def _bias_panels():
    """(figure, axes): bars for the digits, one panel for each loss; the share read by step."""
    figure = Figure(figsize=(9.2, 4.0), layout="constrained")
    figure.get_layout_engine().set(hspace=0.12)  # for the words above each strip
    grid = figure.add_gridspec(2, 2)
    strips = [style.despine(figure.add_subplot(grid[i, 0])) for i in range(2)]
    for ax in strips:
        ax.set(xlim=(-0.6, 9.6), ylim=(0, 1.03), xticks=range(10), ylabel="read right")
        style.log_ticks(ax.yaxis, [0, 0.5, 1], ["0", "50 %", "100 %"])
    strips[1].set_xlabel("digit")
    chart = style.despine(figure.add_subplot(grid[:, 1]))
    chart.set(xlim=(0, LAST), ylim=(0, 1.03), xlabel="step t", ylabel="of all digits read right")
    style.log_ticks(chart.yaxis, [0, 0.25, 0.5, 0.75, 1], ["0", "25 %", "50 %", "75 %", "100 %"])
    return figure, (strips, chart)


READ = "cross-entropy reads {percent[0]:.1f} % of the digits, MSE {percent[1]:.1f} %."
BIAS_SENTENCES = {
    "before": f"Not trained yet: {READ}",
    "early": f"After {{step:.0f}} steps: {READ}",
    "both": f"Both learn: {READ}",
    "fails": f"MSE fails: {READ}",
    "behind": f"MSE falls behind: {READ}",
}
BIAS_GOALS = [
    "gradient descent, 500 steps: the largest b at which MSE still reads more than 90 % "
    "(now b = {bias:.3g}: {percent[1]:.0f} %)",
    "adam, 500 steps: a b at which MSE reads less than 20 % (now {percent[1]:.0f} %)",
]


def bias_frame(curves: by_digit.DigitCurves):
    """What `bias` computes, from the values of its controls."""
    still_read = curves.accuracy[0, :, 1, -1] > 0.9  # by MSE, with gradient descent
    last_good_bias = np.max(digits.BIASES, where=still_read, initial=0)
    # Whole tenths of a percent: they are short in the page.
    shares, accuracy = (np.round(1000 * each).astype(np.int32) for each in curves[:2])

    def compute(bias, step, optimizer) -> Frame:
        row = jnp.argmin(jnp.abs(bias - jnp.array(digits.BIASES)))
        t = jnp.argmin(jnp.abs(step - jnp.array(by_digit.STEPS)))
        heights = jnp.asarray(shares)[optimizer, row, :, t] / 1000
        read = jnp.asarray(accuracy)[optimizer, row] / 1000
        points = {}
        for i, name in enumerate(digits.LOSSES):
            curve = jnp.stack([jnp.array(by_digit.STEPS), read[i]], axis=1)
            points[f"{name} bars"] = _bar_outline(heights[i])
            points[f"{name} line"] = curve
            points[f"{name} dot"] = curve[t][None]
        now, trained = read[:, t], step == LAST
        fails = now[1] < 0.2
        kinds = [step == 0, ~trained, jnp.all(now > 0.95), fails, True]
        return Frame(
            points=points,
            sentence=jnp.argmax(jnp.array(kinds)),
            facts={
                "ends": read[:, -1],
                "percent": 100 * now,
                "slopes": jnp.asarray(curves.gradient_norms, jnp.float32)[optimizer, row, :, t],
                "bias": bias,
                "step": step,
            },
            goals=[
                trained & (optimizer == 0) & (bias == last_good_bias),
                trained & (optimizer == 1) & fails,
            ],
        )

    return compute


def _bar_outline(heights):
    """The outline (4 bars, 2) of bars of these heights, side by side from 0 on."""
    x = jnp.arange(len(heights))[:, None] + BAR * jnp.array([-1, -1, 1, 1])
    y = heights[:, None] * jnp.array([0, 1, 1, 0])
    return jnp.stack([x.ravel(), y.ravel()], axis=1)
