"""Lesson 05: the surfaces of two losses with one start on both, and a digits network that starts sure of a zero."""

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
from optcourse.explorers.controls import choice, point, slider
from optcourse.explorers.explorer import Explorer, goal
from optcourse.figures import cross_entropy_and_mse as draw
from optcourse.figures import style
from optcourse.figures.critical_points import LOSS_STYLES

METHODS = ("gradient_descent", "momentum", "adam")
STEPS = 500
NAMES = tuple(cross_entropy.SURFACES)  # cross-entropy first


@style.house()
def surfaces() -> Explorer:
    """Drag one start on the surfaces of cross-entropy and squared error: both walks, p of the right class."""
    figure = Figure(figsize=(10.2, 6.4), layout="constrained")
    high, flat, (chance, slope) = _panels(figure)
    walks = [ax.plot([], [], marker=".", markevery=10, markersize=7, zorder=4)[0] for ax in flat]
    rides = [ax.plot([], [], [], linewidth=2.2, zorder=9)[0] for ax in high]
    starts = [
        ax.plot([], [], linestyle="none", zorder=5, clip_on=False, **style.START)[0] for ax in flat
    ]
    starts += [ax.plot([], [], [], linestyle="none", zorder=10, **style.START)[0] for ax in high]
    curves = [[_loss_line(ax, name) for name in NAMES] for ax in (chance, slope)]
    chance.legend(frameon=False, fontsize=9, loc="center right")
    moving = [*walks, *rides, *starts, *curves[0], *curves[1]]

    def update(start, learning_rate, method):
        # as NumPy: matplotlib looks at numbers one by one, and those of JAX would take longer than the walks
        walked = jax.tree.map(np.asarray, _surface_runs(method, learning_rate, start))
        facts = _facts(walked)
        for i in range(len(NAMES)):
            walks[i].set(data=walked.path[:, i].T, **style.OPTIMIZERS[method])
            rides[i].set(
                data_3d=(*walked.path[:, i].T, walked.heights[:, i]), **style.OPTIMIZERS[method]
            )
            starts[i].set_data(*start[:, None])
            starts[2 + i].set_data_3d(*start[:, None], walked.heights[:1, i])
            curves[0][i].set_data(np.arange(STEPS + 1), walked.p[:, i])
            curves[1][i].set_data(np.arange(STEPS + 1), walked.slopes[:, i])
        return {
            "status": _status(facts),
            "method": method,
            "lead": float(start[1] - start[0]),
            **facts,
        }

    controls = [
        point("start", flat[0], (-5.0, 5.0)),
        slider("learning_rate", np.geomspace(0.01, 10, 61), 0.1),
        choice("method", METHODS, METHODS[0]),
    ]
    alt = "Two loss surfaces in 3-D and as contours with a walk on each; p of the right class, and gradient lengths."
    return Explorer(figure, update, controls, moving, alt, SURFACE_GOALS)


def _is_gradient_descent(result) -> bool:
    return result["method"] == "gradient_descent"


SURFACE_GOALS = [
    goal(
        "gradient descent: a first gradient a million times shorter",
        lambda r: _is_gradient_descent(r) and r["ratio"] > 1e6,
    ),
    goal(
        "gradient descent, from y₂ − y₁ ≥ 4: both right within 200 steps",
        lambda r: _is_gradient_descent(r) and r["lead"] >= 4 and max(r["steps"]) <= 200,
    ),
    goal(
        "from y₂ − y₁ ≥ 10: MSE is right first",
        lambda r: r["lead"] >= 10 and r["steps"][1] < r["steps"][0],
    ),
]


def _panels(figure):
    """Surfaces above their contours, and at the right p of the right class above the length of the gradient."""
    grid = figure.add_gridspec(2, 3, width_ratios=(1, 1, 0.9), height_ratios=(1, 1))
    high = [figure.add_subplot(grid[0, i], projection="3d") for i in range(2)]
    flat = [style.plain(figure.add_subplot(grid[1, i])) for i in range(2)]
    for name, above, below in zip(NAMES, high, flat):
        draw.surface(above, name)
        draw.contours(below, name)
    chance, slope = (style.plain(figure.add_subplot(grid[i, 2])) for i in range(2))
    chance.axhline(0.9, color=style.LIGHT, linewidth=1)
    chance.set(xlim=(0, STEPS), ylim=(-0.02, 1.02), xlabel="step t", title="p of the right class")
    slope.set(
        xlim=(0, STEPS),
        ylim=(1e-9, 10),
        yscale="log",
        xlabel="step t",
        title="length of the gradient",
    )
    for ax in (chance, slope):
        ax.title.set_fontsize(10)
    return high, flat, (chance, slope)


def _loss_line(ax, name):
    """The curve of a loss."""
    words, color, _, dash = LOSS_STYLES[name]
    (line,) = ax.plot([], [], dash, color=color, linewidth=2, label=words)
    return line


class SurfaceRuns(NamedTuple):
    """Both walks of STEPS steps, columns as in NAMES: path (STEPS + 1, losses, 2), the others (STEPS + 1, losses).

    p: probability of the right class; slopes: length of the gradient. Also the steps until p = 0.9 (losses,), infinity
    if never, and how many times longer the first gradient of cross-entropy is.
    """

    path: Array
    heights: Array
    p: Array
    slopes: Array
    steps: Array
    ratio: Array


@partial(jax.jit, static_argnames="method")
def _surface_runs(method, learning_rate, start) -> SurfaceRuns:
    """These optimizers treat each number alone, so one run on the sum of both losses is a run on each."""
    both = lambda w: sum(cross_entropy.SURFACES[name].loss(w[i]) for i, name in enumerate(NAMES))
    path = run(
        optimizers.ALL[method](learning_rate), both, jnp.stack([start] * 2).astype(float), STEPS
    ).path
    leads = path[:, :, 1] - path[:, :, 0]
    of_each = lambda f: jnp.stack([f(leads[:, i])[name] for i, name in enumerate(NAMES)], axis=1)
    steps = jax.vmap(lambda column: first_below(column, TARGET_LEAD), in_axes=1)(leads)
    measured = (
        of_each(cross_entropy.loss_values),
        jax.nn.sigmoid(-leads),
        of_each(cross_entropy.gradient_norms),
    )
    return SurfaceRuns(path, *measured, steps, cross_entropy.gradient_ratio(leads[0, 0]))


def _facts(walked) -> dict:
    """What goals and words need to know of both walks."""
    steps = tuple(float(count) for count in walked.steps)
    return {"steps": steps, "ratio": float(walked.ratio), "end": walked.p[-1]}


def _status(facts) -> str:
    said = []
    for words, steps, p in zip(("Cross-entropy", "MSE"), facts["steps"], facts["end"]):
        when = f"after {steps:.0f} step{'s' * (steps > 1)}" if steps else "from the start"
        said.append(f"{words}: right {when}." if np.isfinite(steps) else f"{words}: p = {p:.2g}.")
    ratio = f"{facts['ratio']:.1f}" if facts["ratio"] < 10 else f"{facts['ratio']:,.0f}"
    return f"{' '.join(said)} At the start cross-entropy's gradient is {ratio} times longer."


OPTIMIZERS = tuple(digits.RATES)
_best_curve = cache(digits.read_best_curve)  # a slider should not read the table again and again


@style.house()
def bias() -> Explorer:
    """Start a digits network sure that everything is a zero: accuracy of both losses, at the best of four rates."""
    figure, (left, right) = style.new(2, width=9.2, height=3.9, sharey=True)
    right.set(xlim=(0, digits.EVAL_STEPS[-1]), xlabel="step t")
    here = left.axvline(0, color=style.BLACK, linewidth=1.2, linestyle=":")
    bands = [
        right.add_patch(Polygon([(0, 0)] * 3, facecolor=LOSS_STYLES[n][1], alpha=0.2))
        for n in digits.LOSSES
    ]
    lines = [
        right.plot([], [], LOSS_STYLES[n][3], color=LOSS_STYLES[n][1], linewidth=2)[0]
        for n in digits.LOSSES
    ]
    above = {"transform": right.transAxes, "fontsize": 10.5}
    notes = [
        right.text(0, 1.1 - 0.07 * i, "", color=line.get_color(), **above)
        for i, line in enumerate(lines)
    ]
    shown = {}

    def update(bias, optimizer):
        if shown != {"optimizer": optimizer}:
            _draw_final_accuracy(left, optimizer, here)
            shown.update(optimizer=optimizer)
        here.set_xdata([bias, bias])
        curves = {name: _best_curve(optimizer, f"bias {bias:g}", name) for name in digits.LOSSES}
        ends = {name: float(np.median(curve.accuracy[:, -1])) for name, curve in curves.items()}
        for (name, curve), band, line, note in zip(curves.items(), bands, lines, notes):
            band.set_xy(draw.band_outline(curve))
            line.set_data(digits.EVAL_STEPS, np.median(curve.accuracy, axis=0))
            note.set_text(
                f"{LOSS_STYLES[name][0]}: {ends[name]:.3f} at its best learning rate, {curve.rate:g}"
            )
        words = " and ".join(
            f"{LOSS_STYLES[name][0]} reads {100 * end:.1f} %" for name, end in ends.items()
        )
        return {
            "status": f"After 500 steps {words} of its digits.",
            **ends,
            "bias": bias,
            "optimizer": optimizer,
        }

    controls = [
        slider("bias", digits.BIASES, 0.0, "bias of digit 0 at the start"),
        choice("optimizer", OPTIMIZERS, OPTIMIZERS[0], redraws=True),
    ]
    alt = "Accuracy of a digits network against its first output bias, and while training: MSE fails from some bias on."
    return Explorer(figure, update, controls, [here, *bands, *lines, *notes], alt, BIAS_GOALS)


def _is_last_good_bias(result) -> bool:
    good = [
        b
        for b in digits.BIASES
        if np.median(_best_curve(OPTIMIZERS[0], f"bias {b:g}", "mse").accuracy[:, -1]) > 0.9
    ]
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


def _draw_final_accuracy(ax, optimizer, keep):
    for artist in [*ax.collections, *(line for line in ax.lines if line is not keep)]:
        artist.remove()
    draw.accuracy_against_bias(ax, optimizer)
    ax.set(ylabel="training accuracy after 500 steps")
    ax.legend(frameon=False, loc="lower left", bbox_to_anchor=(0, 1))
