"""Lesson 05: two loss surfaces with one start on both; a digits network that starts sure of a 0."""

from itertools import product
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
TOP = 1.03  # of the axes of accuracy


@style.house()
def bias() -> Explorer:
    """Start a digits network sure that everything is a zero: how well both losses come to read."""
    figure, (left, right) = style.new(2, width=9.2, height=3.9, sharey=True)
    right.set(xlim=(0, digits.EVAL_STEPS[-1]), xlabel="step t")
    artists = {"here": empty_line(left, color=style.BLACK, linewidth=1.2, linestyle=":")}
    words = {}
    for i, name in enumerate(digits.LOSSES):
        label, color, _, dash = LOSS_STYLES[name]
        band = Polygon([(0, 0)] * 3, facecolor=color, alpha=0.2)
        artists[f"{name} band"] = right.add_patch(band)
        artists[f"{name} line"] = empty_line(right, dash, color=color, linewidth=2)
        above = {"transform": right.transAxes, "fontsize": 10.5, "color": color}
        artists[f"{name} note"] = right.text(0, 1.1 - 0.07 * i, "", **above)
        best = f"{{ends[{i}]:.3f}} at its best learning rate, {{rates[{i}]:.3g}}"
        words[f"{name} note"] = f"{label}: {best}"
    computation = Computation(
        name="bias",
        compute=bias_frame(read_curves()),
        artists=artists,
        sentences=BIAS_SENTENCES,
        goals=BIAS_GOALS,
        words=words,
    )

    def still(optimizer):
        draw.accuracy_against_bias(left, OPTIMIZERS[optimizer])
        left.set_ylabel(f"training accuracy after {STEPS} steps")
        left.legend(frameon=False, loc="lower left", bbox_to_anchor=(0, 1))

    controls = [
        slider("bias", digits.BIASES, 0.0, "bias of digit 0 at the start"),
        choice("optimizer", tuple(OPTIMIZERS), "gradient descent", redraws=True),
    ]
    alt = "Accuracy of a digits network against its first output bias, and while training: "
    alt += "MSE fails from some bias on."
    return computed_explorer(figure, computation, controls, alt, still)


READ = "cross-entropy reads {percent[0]:.1f} % of its digits, MSE {percent[1]:.1f} %."
BIAS_SENTENCES = {
    "both": f"Both learn: {READ}",
    "fails": f"MSE fails: {READ}",
    "behind": f"MSE falls behind: {READ}",
}
BIAS_GOALS = [
    "cross-entropy above 99 %, MSE below 20 %",
    "the largest bias at which MSE still reads more than 90 %, with gradient descent",
]


class Curves(NamedTuple):
    """From the table, by optimizer, bias and loss (2, biases, 2, ...), at the best learning rate.

    median (..., steps); band (..., 2 steps, 2) the outline of what the seeds span; rate (...).
    """

    median: np.ndarray
    band: np.ndarray
    rate: np.ndarray


def read_curves() -> Curves:
    """The accuracy of all networks that `bias` shows."""
    cases = product(OPTIMIZERS.values(), digits.BIASES, digits.LOSSES)
    curves = [digits.read_best_curve(o, f"bias {b:g}", loss) for o, b, loss in cases]
    shape = len(OPTIMIZERS), len(digits.BIASES), len(digits.LOSSES)
    each = lambda f: np.array([f(curve) for curve in curves], np.float32)
    tables = each(_median), each(draw.band_outline), each(lambda curve: curve.rate)
    return Curves(*(table.reshape(*shape, *table.shape[1:]) for table in tables))


def _median(curve):
    return np.median(curve.accuracy, axis=0)


def bias_frame(curves: Curves):
    """What `bias` computes, from the values of its controls."""
    still_read = curves.median[0, :, 1, -1] > 0.9  # by MSE, with gradient descent
    last_good_bias = np.max(digits.BIASES, where=still_read, initial=0)

    def compute(bias, optimizer) -> Frame:
        row = jnp.argmin(jnp.abs(bias - jnp.array(digits.BIASES)))
        median, band, rate = (jnp.asarray(table)[optimizer, row] for table in curves)
        points = {"here": jnp.stack([jnp.array([bias, bias]), jnp.array([0, TOP])], axis=1)}
        for i, name in enumerate(digits.LOSSES):
            points[f"{name} band"] = band[i]
            points[f"{name} line"] = jnp.stack([jnp.array(digits.EVAL_STEPS), median[i]], axis=1)
        ends = median[:, -1]
        fails = ends[1] < 0.2
        return Frame(
            points=points,
            sentence=jnp.argmax(jnp.array([jnp.all(ends > 0.95), fails, True])),
            facts={"ends": ends, "percent": 100 * ends, "rates": rate},
            goals=[(ends[0] > 0.99) & fails, (optimizer == 0) & (bias == last_good_bias)],
        )

    return compute
