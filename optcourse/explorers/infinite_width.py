"""Lesson 11: a network on a circle beside its kernel, as wide as one likes."""

import jax
import numpy as np
from matplotlib.figure import Figure

from optcourse.experiments.infinite_width import circle
from optcourse.explorers.artists import empty_line, set_points
from optcourse.explorers.controls import slider
from optcourse.explorers.explorer import Explorer, goal
from optcourse.explorers.picture import Picture
from optcourse.figures import infinite_width as draw
from optcourse.figures import style

WIDTHS = [round(2 ** (k / 2)) for k in range(4, 21)]  # 4 to 1024, two to an octave
NEAR = 0.05  # of the outputs, which are of size 1: closer, the network is called its limit
LEARNED = 0.1  # RMS at the targets
OUTPUT_LIMITS, DISTANCE_LIMITS = (-3, 3), (0.002, 2)
GAP = {"facecolor": style.ORANGE, "alpha": 0.4, "linewidth": 0}
START = {"color": style.LIGHT, "linestyle": "-"}


@style.house()
def width() -> Explorer:
    """Width, seed, step: a network learns five targets on a circle, and its limit beside it."""
    figure, (outputs, distances) = _panels()
    gap = outputs.fill([0, 0], [0, 0], label="between them", **GAP)[0]
    looks = {
        "network at its start": {"linewidth": 1.2, **START},
        "network": {"linewidth": 2.2, **draw.NETWORK},
        "its limit": {"linewidth": 1.8, **draw.TANGENT},
    }
    curves = [empty_line(outputs, label=name, **look) for name, look in looks.items()]
    lines = list(_distance_lines(distances))
    dots = [empty_line(distances, "o", color=line.get_color(), markersize=8) for line in lines]
    _legends(outputs, distances, [*curves, gap], lines)
    corner = {"transform": outputs.transAxes, "fontsize": 10, "va": "bottom"}
    words = outputs.text(0.03, 0.03, "", **corner)
    setting = circle.setting()

    def update(width, seed, step):
        training = jax.tree.map(np.asarray, circle.train(setting, width, seed))
        network, kernel = training.network[step], training.kernel[step]
        for line, values in zip(curves, (training.network[0], network, kernel)):
            line.set_data(circle.AROUND, values)
        gap.set_xy(_outline(network, kernel))
        for line, dot, values in zip(lines, dots, (training.difference, training.kernel_change)):
            t = np.arange(1, len(values))
            line.set_data(t, values[t])
            set_points(dot, (step, max(values[step], DISTANCE_LIMITS[0])))
        words.set_text(f"width {width}, training step {step}")
        facts = _facts(training, width, step)
        return {"status": _status(facts), **facts}

    controls = [
        slider("width", WIDTHS, 16, "width"),
        slider("seed", range(circle.SEEDS), 1, "seed of the weights"),
        slider("step", range(circle.STEPS + 1), circle.STEPS, "training step", plays=True),
    ]
    alt = "The outputs of a network around a circle, beside those of its limit; "
    alt += "and through training their difference, and how much the network's own kernel changes."
    return Explorer(
        Picture(figure, [gap, *curves, *lines, *dots, words]), update, controls, alt, GOALS
    )


def _panels():
    """(figure, axes): outputs around the circle, distances over steps."""
    figure = Figure(figsize=(9.6, 3.9), layout="constrained")
    figure.get_layout_engine().set(w_pad=0.1)
    axes = [style.despine(ax) for ax in figure.subplots(1, 2, width_ratios=(1.3, 1))]
    outputs, distances = axes
    targets = {"color": style.BLACK, "markersize": 8, "zorder": 5, "label": "targets"}
    outputs.plot(circle.ANGLES, circle.TARGETS, "o", **targets)
    outputs.set(xlim=(-180, 180), ylim=OUTPUT_LIMITS)
    outputs.set(xlabel="angle of the input", ylabel="output")
    quarters = range(-180, 181, 90)
    outputs.set_xticks(quarters, labels=[f"{angle}°".replace("-", "−") for angle in quarters])
    distances.axhline(NEAR, color=style.GRAY, linewidth=1, linestyle=":", zorder=0)
    below = {"color": style.GRAY, "fontsize": 9, "ha": "right", "va": "top"}
    distances.text(circle.STEPS, NEAR, "first goal: stay below", **below)
    distances.set(xlim=(0, circle.STEPS + 4), yscale="log", ylim=DISTANCE_LIMITS)
    distances.set(xlabel="training step")
    distances.set_ylabel("distance (log scale)")
    style.log_ticks(distances.yaxis, [0.01, NEAR, 0.2, 0.5, 1])
    return figure, axes


def _distance_lines(ax):
    yield empty_line(ax, linewidth=2, label="outputs: to the limit (RMS)", **draw.DISTANCE)
    yield empty_line(ax, linewidth=2, label="own kernel: to its start", **draw.CHANGE)


def _legends(outputs, distances, shown, lines):
    above = {"frameon": False, "fontsize": 9, "loc": "lower left", "bbox_to_anchor": (0, 1)}
    outputs.legend(handles=[*shown, outputs.lines[0]], ncols=3, columnspacing=1, **above)
    distances.legend(handles=lines, handlelength=3, **above)


def _outline(network, kernel):
    """The corners of what lies between both curves."""
    there = np.column_stack([circle.AROUND, network])
    back = np.column_stack([circle.AROUND, kernel])
    return np.concatenate([there, back[::-1]])


def _is_its_limit(result) -> bool:
    return result["largest"] <= NEAR


def _learns_all_the_same(result) -> bool:
    return result["kernel_change"] >= 0.5 and result["misfit"] <= LEARNED


GOALS = [
    goal(f"stay within {NEAR} of the limit through all of training", _is_its_limit),
    goal("learn the targets although the network's kernel changes by half", _learns_all_the_same),
]


def _facts(training, width, step) -> dict:
    """Of all of training, but for the difference now, at the step."""
    return {
        "width": width,
        "step": step,
        "difference": float(training.difference[step]),
        "largest": float(training.difference.max()),
        "kernel_change": float(training.kernel_change[-1]),
        "misfit": float(training.misfit[-1]),
    }


def _status(facts) -> str:
    verdict = "As good as its limit" if _is_its_limit(facts) else "Not yet its limit"
    now = f"{facts['difference']:.2f} at step {facts['step']}"
    off = f"off by {facts['largest']:.2f} at most, {now}"
    moves = f"its own kernel changes by {100 * facts['kernel_change']:.0f} %"
    misses = facts["misfit"] > LEARNED
    end = f"; it misses its targets by {facts['misfit']:.2f}" if misses else ""
    return f"{verdict}: {off}; {moves}{end}."
