"""Lesson 05: two loss surfaces with one start on both; a digits network that starts sure of a 0."""

from functools import cache, partial
from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import Array
from matplotlib.figure import Figure
from matplotlib.patches import Polygon

from optcourse import cross_entropy, optimizers
from optcourse.experiments.cross_entropy_and_mse import digits
from optcourse.experiments.cross_entropy_and_mse.two_logits import TARGET_LEAD
from optcourse.experiments.run import first_below, run
from optcourse.explorers.artists import empty_line, set_points, set_values, start_mark
from optcourse.explorers.controls import choice, point, slider
from optcourse.explorers.explorer import Explorer, goal
from optcourse.explorers.picture import Picture
from optcourse.figures import cross_entropy_and_mse as draw
from optcourse.figures import style
from optcourse.figures.critical_points import LOSS_STYLES

METHODS = ("gradient_descent", "momentum", "adam")
STEPS = 500
NAMES = tuple(cross_entropy.SURFACES)  # cross-entropy first


@style.house()
def surfaces() -> Explorer:
    """Drag one start on two loss surfaces: both runs, p of the right class, gradient lengths."""
    figure = Figure(figsize=(10.2, 6.4), layout="constrained")
    high, flat, (chance, slope) = _panels(figure)
    paths = [empty_line(ax, marker=".", markevery=10, markersize=7, zorder=4) for ax in flat]
    paths_3d = [empty_line(ax, linewidth=2.2, zorder=9) for ax in high]
    starts = [start_mark(ax, clip_on=False) for ax in flat]
    starts_3d = [start_mark(ax, zorder=10) for ax in high]
    chances = [_loss_line(chance, name) for name in NAMES]
    norms = [_loss_line(slope, name) for name in NAMES]
    chance.legend(frameon=False, fontsize=9, loc="center right")

    def update(start, learning_rate, method):
        # As NumPy: matplotlib reads numbers one by one, and JAX's would take longer than the run.
        ran = jax.tree.map(np.asarray, _surface_runs(method, learning_rate, start))
        for i in range(len(NAMES)):
            path = np.column_stack([ran.path[:, i], ran.losses[:, i]])
            set_points(paths[i], path[:, :2])
            set_points(paths_3d[i], path)
            paths[i].set(**style.OPTIMIZERS[method])
            paths_3d[i].set(**style.OPTIMIZERS[method])
            set_points(starts[i], start)
            set_points(starts_3d[i], [*start, path[0, 2]])
            set_values(chances[i], ran.p[:, i])
            set_values(norms[i], ran.gradient_norms[:, i])
        facts = _facts(ran)
        lead = float(start[1] - start[0])
        return {"status": _status(facts), "method": method, "lead": lead, **facts}

    controls = [
        point("start", flat[0], (-5.0, 5.0)),
        slider("learning_rate", np.geomspace(0.01, 10, 61), 0.1),
        choice("method", METHODS, METHODS[0]),
    ]
    picture = Picture(figure, [*paths, *paths_3d, *starts, *starts_3d, *chances, *norms])
    alt = "Two loss surfaces in 3-D and as contours with a walk on each; "
    alt += "p of the right class, and gradient lengths."
    return Explorer(picture, update, controls, alt, SURFACE_GOALS)


def _turns_both(result) -> bool:
    descends = result["method"] == "gradient_descent"
    return descends and result["lead"] >= 4 and max(result["steps"]) <= 200


def _mse_is_first(result) -> bool:
    cross_entropy_steps, mse_steps = result["steps"]
    return result["lead"] >= 10 and mse_steps < cross_entropy_steps


SURFACE_GOALS = [
    goal(
        "gradient descent: a first gradient a million times shorter",
        lambda r: r["method"] == "gradient_descent" and r["ratio"] > 1e6,
    ),
    goal("gradient descent, from y₂ − y₁ ≥ 4: both right within 200 steps", _turns_both),
    goal("from y₂ − y₁ ≥ 10: MSE is right first", _mse_is_first),
]


def _panels(figure):
    """Surfaces above their contours; at the right p of the right class above gradient lengths."""
    grid = figure.add_gridspec(2, 3, width_ratios=(1, 1, 0.9), height_ratios=(1, 1))
    high = [figure.add_subplot(grid[0, i], projection="3d") for i in range(2)]
    flat = [style.despine(figure.add_subplot(grid[1, i])) for i in range(2)]
    for name, above, below in zip(NAMES, high, flat):
        draw.surface(above, name)
        draw.contours(below, name)
    chance, slope = (style.despine(figure.add_subplot(grid[i, 2])) for i in range(2))
    chance.axhline(0.9, color=style.LIGHT, linewidth=1)
    chance.set(xlim=(0, STEPS), ylim=(-0.02, 1.02), xlabel="step t")
    chance.set_title("p of the right class", fontsize=10)
    slope.set(xlim=(0, STEPS), ylim=(1e-9, 10), yscale="log", xlabel="step t")
    slope.set_title("length of the gradient", fontsize=10)
    return high, flat, (chance, slope)


def _loss_line(ax, name):
    """An empty line in the style of a loss."""
    label, color, _, dash = LOSS_STYLES[name]
    return empty_line(ax, dash, color=color, linewidth=2, label=label)


class SurfaceRuns(NamedTuple):
    """Runs on both surfaces, columns as in NAMES: path (STEPS + 1, losses, 2).

    losses, p of the right class, and gradient_norms: (STEPS + 1, losses); steps (losses,) until
    p = 0.9, infinity if never; gradient_ratio: how many times longer the first gradient of
    cross-entropy is.
    """

    path: Array
    losses: Array
    p: Array
    gradient_norms: Array
    steps: Array
    gradient_ratio: Array


@partial(jax.jit, static_argnames="method")
def _surface_runs(method, learning_rate, start) -> SurfaceRuns:
    """One optimizer on both: it treats each number alone, so a run on the sum is a run on each."""
    both = lambda w: sum(cross_entropy.SURFACES[name].loss(w[i]) for i, name in enumerate(NAMES))
    w = jnp.stack([start, start]).astype(float)
    path = run(optimizers.ALL[method](learning_rate), both, w, STEPS).path
    leads = path[:, :, 1] - path[:, :, 0]
    of_each = lambda f: jnp.stack([f(leads[:, i])[name] for i, name in enumerate(NAMES)], axis=1)
    return SurfaceRuns(
        path=path,
        losses=of_each(cross_entropy.loss_values),
        p=jax.nn.sigmoid(-leads),
        gradient_norms=of_each(cross_entropy.gradient_norms),
        steps=jax.vmap(lambda lead: first_below(lead, TARGET_LEAD), in_axes=1)(leads),
        gradient_ratio=cross_entropy.gradient_ratio(leads[0, 0]),
    )


def _facts(ran) -> dict:
    """Numbers of both runs that the goals and the status sentence need."""
    steps = tuple(float(count) for count in ran.steps)
    return {"steps": steps, "ratio": float(ran.gradient_ratio), "end": ran.p[-1]}


def _status(facts) -> str:
    ends = []
    for name, steps, p in zip(("Cross-entropy", "MSE"), facts["steps"], facts["end"]):
        if not np.isfinite(steps):
            ends.append(f"{name}: p = {p:.2g}.")
        elif steps == 0:
            ends.append(f"{name}: right from the start.")
        else:
            ends.append(f"{name}: right after {steps:.0f} {'step' if steps == 1 else 'steps'}.")
    ratio = f"{facts['ratio']:.1f}" if facts["ratio"] < 10 else f"{facts['ratio']:,.0f}"
    return f"{' '.join(ends)} At the start cross-entropy's gradient is {ratio} times longer."


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
