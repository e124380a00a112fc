"""Lesson 11: a network on a circle beside its kernel, as wide as one likes."""

import jax.numpy as jnp
from matplotlib.figure import Figure

from optcourse.experiments.infinite_width import circle
from optcourse.explorers.artists import empty_line
from optcourse.explorers.computed import Computation, Frame, computed_explorer
from optcourse.explorers.controls import slider
from optcourse.explorers.explorer import Explorer
from optcourse.figures import infinite_width as draw
from optcourse.figures import style

WIDTHS = [round(2 ** (k / 2)) for k in range(4, 19)]  # 4 to 512, two to an octave
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
    curves = {
        name: empty_line(outputs, label=name, **look)
        for name, look in {
            "network at its start": {"linewidth": 1.2, **START},
            "network": {"linewidth": 2.2, **draw.NETWORK},
            "its limit": {"linewidth": 1.8, **draw.TANGENT},
        }.items()
    }
    lines = _distance_lines(distances)
    dots = {
        f"{name} now": empty_line(distances, "o", color=line.get_color(), markersize=8)
        for name, line in lines.items()
    }
    _legends(outputs, distances, [*curves.values(), gap], [*lines.values()])
    corner = {"transform": outputs.transAxes, "fontsize": 10, "va": "bottom"}
    words = outputs.text(0.03, 0.03, "", **corner)
    computation = Computation(
        name="width",
        compute=width_frame,
        artists={"gap": gap, **curves, **lines, **dots, "words": words},
        sentences=SENTENCES,
        goals=GOALS,
        runs=("difference", "change"),
        words={"words": "width {width:.0f}, step {step:.0f}: {difference:.2f} apart"},
    )
    controls = [
        slider("width", WIDTHS, 16, "width"),
        slider("seed", range(circle.SEEDS), 1, "seed of the weights"),
        slider("step", circle.MOMENTS.tolist(), circle.STEPS, "training step", plays=True),
    ]
    alt = "The outputs of a network around a circle, beside those of its limit; "
    alt += "and through training their difference, and how much the network's own kernel changes."
    return computed_explorer(figure, computation, controls, alt)


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
    below = {"color": style.GRAY, "fontsize": 9, "ha": "right", "va": "bottom"}
    distances.text(circle.STEPS, DISTANCE_LIMITS[0], "dotted: first goal", **below)
    distances.set(xlim=(0, circle.STEPS + 4), yscale="log", ylim=DISTANCE_LIMITS)
    distances.set(xlabel="training step")
    distances.set_ylabel("distance (log scale)")
    style.log_ticks(distances.yaxis, [0.01, NEAR, 0.2, 0.5, 1])
    return figure, axes


def _distance_lines(ax):
    labels = {
        "difference": "outputs: to the limit (RMS)",
        "change": "own kernel: to its start",
    }
    looks = {"difference": draw.DISTANCE, "change": draw.CHANGE}
    line = lambda name: empty_line(ax, linewidth=2, label=labels[name], **looks[name])
    return {name: line(name) for name in labels}


def _legends(outputs, distances, shown, lines):
    above = {"frameon": False, "fontsize": 9, "loc": "lower left", "bbox_to_anchor": (0, 1)}
    outputs.legend(handles=[*shown, outputs.lines[0]], ncols=3, columnspacing=1, **above)
    distances.legend(handles=lines, handlelength=3, **above)


SENTENCES = {
    "is its limit": "As good as its limit: off by {largest:.2f} at most; "
    "its own kernel changes by {percent:.0f} %.",
    "misses": "Not its limit, and it misses its targets by {misfit:.2f}; "
    "its own kernel changes by {percent:.0f} %.",
    "is apart": "Not yet its limit: off by {largest:.2f} at most; "
    "its own kernel changes by {percent:.0f} %.",
}
GOALS = (
    f"stay within {NEAR} of the limit through all of training (now {{largest:.2f}})",
    "learn the targets although the network's kernel changes by half (now {percent:.0f} %)",
)


def width_frame(width, seed, step) -> Frame:
    """What `width` draws and says: the outputs at the step, the distances of all of training."""
    training, now = circle.train(circle.setting(), width, seed), step // circle.EVERY
    network, kernel = training.network[now], training.kernel[now]
    around = lambda outputs: jnp.stack([jnp.asarray(circle.AROUND, float), outputs], axis=1)
    there, back = around(network), around(kernel)
    points = {
        "gap": jnp.concatenate([there, back[::-1]]),
        "network at its start": around(training.network[0]),
        "network": there,
        "its limit": back,
    }
    moments = jnp.asarray(circle.MOMENTS, float)
    distances = {"difference": training.difference, "change": training.kernel_change}
    for name, values in distances.items():
        line = jnp.stack([moments, jnp.maximum(values, DISTANCE_LIMITS[0])], axis=1)
        points |= {name: line[1:], f"{name} now": line[now][None]}
    largest, change = jnp.max(training.difference), training.kernel_change[-1]
    misfit, is_its_limit = training.misfit[-1], largest <= NEAR
    return Frame(
        points=points,
        sentence=jnp.argmax(jnp.array([is_its_limit, misfit > LEARNED, True])),
        facts={
            "width": width,
            "step": step,
            "difference": training.difference[now],
            "largest": largest,
            "kernel_change": change,
            "percent": 100 * change,
            "misfit": misfit,
        },
        goals=[is_its_limit, (change >= 0.5) & (misfit <= LEARNED)],
    )
