"""Lesson 02: walkers on a sharp and a flat minimum; one walker that is stuck on a batch."""

import jax
import jax.numpy as jnp
import numpy as np
from matplotlib.figure import Figure

from optcourse import batches
from optcourse.experiments.batches import walkers
from optcourse.explorers import toy
from optcourse.explorers.artists import empty_line
from optcourse.explorers.computed import Computation, Frame, against_steps, computed_explorer
from optcourse.explorers.controls import choice, slider
from optcourse.explorers.explorer import Explorer
from optcourse.figures import batches as draw
from optcourse.figures import style

SIZES = (1, 2, 4, 8, 16, 32, 64)
WINDOW_STEPS = 100  # of so many steps before now the spread is measured
CHAOS = 1.8  # of η λ: above it page and Python part (measured: from 1.86 on)
BINS = np.linspace(*toy.WINDOW, 31)
TOP, BRACKET = 60.0, 42.0  # all walkers; the height of what is measured
WELL_SENTENCES = {
    "held": "Held: the sharp well keeps all 60 walkers.",
    "leaks": "It leaks: {now:.0f} % are in the flat well, {percent:.0f} % in the end.",
    "empties": "Emptied: {now:.0f} % are in the flat well, {percent:.0f} % in the end.",
    # Chaos: the last digits decide who is where, so no count is told.
    "bounces": "It bounces: η λ = {steepness:.2f}, and from 2 on nobody settles in the sharp well.",
}
WELL_GOALS = [
    "B = 4: at least 9 of 10 walkers end in the flat well",
    "the same with B = 64",
    "B = 1: nobody leaves the sharp well",
]


@style.house()
def wells() -> Explorer:
    """Batch size, learning rate, step: 60 walkers that started in the sharp well, their spread."""
    figure, (hill, bars, count) = _well_panels()
    computation = Computation(
        name="wells",
        compute=wells_frame,
        artists=_well_artists(hill, bars, count),
        sentences=WELL_SENTENCES,
        goals=WELL_GOALS,
        words={"band name": "predicted ±{spread:.2f}", "bracket name": "measured ±{measured:.2f}"},
        runs=("share",),
    )
    controls = [
        slider("batch_size", SIZES, 4, "batch size B"),
        slider("learning_rate", np.linspace(0.005, 0.1, 39), 0.05, "learning rate η"),
        slider("step", range(toy.STEPS + 1), 100, "step t", plays=True),
    ]
    alt = "Sixty walkers on a loss with a sharp and a flat well, their histogram "
    alt += "with the predicted and the measured spread, and the share in the flat well."
    return computed_explorer(figure, computation, controls, alt)


def _well_panels():
    """(figure, axes): the loss, below it the walkers' histogram, and beside them the share."""
    figure = Figure(figsize=(9.2, 4.2), layout="constrained")
    places = [["hill", "count"], ["bars", "count"]]
    ratios = {"width_ratios": (1.4, 1), "height_ratios": (1.2, 1)}
    axes = figure.subplot_mosaic(places, **ratios)
    hill, bars, count = (style.despine(axes[name]) for name in ("hill", "bars", "count"))
    examples = np.quantile(toy.shifts(), (0.16, 0.84))
    draw.wells(hill, toy.shifts(), examples)
    hill.text(1.3, 4.9, "two of the examples", color=style.GRAY, fontsize=9)
    hill.text(1.05, 3.9, "mean of all", color=style.BLACK, fontsize=9)
    hill.set(xlabel="")
    bars.set(xlim=BINS[[0, -1]], ylim=(0, TOP), yticks=[0, 20, 40, 60])
    bars.set(xlabel="w", ylabel="walkers")
    count.set(
        xlim=(0, toy.STEPS), ylim=(-0.03, 1.03), xlabel="step t", ylabel="share in the flat well"
    )
    return figure, (hill, bars, count)


def _well_artists(hill, bars, count) -> dict:
    dots = {"color": style.VERMILION, "markersize": 6, "alpha": 0.4, "markeredgewidth": 0}
    black = {"color": style.BLACK, "markersize": 8, "zorder": 5, "clip_on": False}
    small = {"fontsize": 9, "ha": "left", "va": "center"}
    return {
        "walkers": empty_line(hill, "o", zorder=5, **dots),
        "band": bars.fill([0, 0], [0, 0], color=style.GREEN, alpha=0.25, zorder=1)[0],
        "bars": bars.fill([0, 0], [0, 0], color=style.VERMILION, alpha=0.75, zorder=2)[0],
        "bracket": empty_line(bars, color=style.BLACK, linewidth=1.6, zorder=3),
        "band name": bars.text(0, 0, "", color="#00694d", **small),
        "bracket name": bars.text(0, 0, "", color=style.BLACK, **small),
        "share": empty_line(count, color=style.VERMILION, linewidth=2),
        "now": empty_line(count, "o", **black),
    }


def wells_frame(batch_size, learning_rate, step) -> Frame:
    """All that `wells` computes, from the values of its controls."""
    path = toy.walks(batch_size, learning_rate)
    in_flat = jnp.mean(path > walkers.BARRIER, axis=1)
    now, end = in_flat[step], in_flat[-1]
    place, curvature, noise = toy.sharp_minimum()
    spread = batches.stationary_std(learning_rate, curvature, batch_size, noise)  # (2.5)
    steepness = learning_rate * curvature
    settles = steepness < CHAOS
    measured = jnp.where(settles, _measured(path, step), jnp.nan)
    kinds = jnp.array([end == 0, ~settles, end < 0.9, True])
    return Frame(
        points={
            "walkers": jnp.stack([path[step], toy.heights(path[step])], axis=1),
            "bars": _histogram_outline(path[step]),
            **_spreads(place, jnp.where(settles, spread, jnp.nan), measured),
            "share": against_steps(in_flat),
            "now": jnp.stack([step, now])[None],
        },
        sentence=jnp.array([0, 3, 1, 2])[jnp.argmax(kinds)],
        facts={
            "now": 100 * now,
            "percent": 100 * end,
            "share": end,
            "spread": spread,
            "measured": measured,
            "steepness": steepness,
        },
        goals=[
            (batch_size == 4) & (end >= 0.9),
            (batch_size == 64) & (end >= 0.9),
            (batch_size == 1) & (end == 0),
        ],
    )


def _measured(path, step):
    """`measured_std` of the last steps before `step`; not a number where hardly anybody is left."""
    rows = jnp.arange(toy.STEPS + 1)[:, None]
    inside = (path < walkers.BARRIER) & (rows <= step) & (rows > step - WINDOW_STEPS)
    spread = walkers.measured_std(jnp.where(inside, path, jnp.inf))
    return jnp.where(jnp.mean(path[step] < walkers.BARRIER) > 0.1, spread, jnp.nan)


def _spreads(place, predicted, measured) -> dict:
    """Around the sharp minimum: a band as wide as predicted, a bracket as wide as measured."""
    sides, tick = jnp.array([-1.0, -1, 1, 1]), 3.0
    band = jnp.stack([place + predicted * sides, TOP * jnp.array([0.0, 1, 1, 0])], axis=1)
    ends = BRACKET + tick * jnp.array([-1.0, 1, 0, 0, 1, -1])
    x = place + measured * jnp.array([-1.0, -1, -1, 1, 1, 1])
    name = lambda width, height: jnp.stack([place + width + 0.12, height])[None]
    return {
        "band": band,
        "bracket": jnp.stack([x, ends], axis=1),
        "band name": name(predicted, TOP - 6),
        "bracket name": name(measured, BRACKET),
    }


def _histogram_outline(positions):
    """A histogram's polygon: how many walkers are in each bin."""
    inside = (positions >= BINS[:-1, None]) & (positions < BINS[1:, None])
    counts = jnp.repeat(jnp.sum(inside, axis=1) * 1.0, 2)
    return jnp.stack([jnp.repeat(jnp.asarray(BINS), 2), jnp.pad(counts, 1)], axis=1)


# Stuck on one batch's loss

KINDS = ("always the same", "a new one each step", "all examples")
ONE_STEPS, ONE_SIZE, ONE_RATE, ONE_SEED = 120, 2, 0.045, 1
WINDOW = (-1.0, 4.5)
NO_SLOPE = 0.005  # a smaller one is written as 0.00
SENTENCES = {
    "stuck": "Stuck: slope 0.00 of this batch, but {full:.2f} of all examples.",
    "rests": "At rest in the minimum of all examples.",
    "over": "Over the wall: slope {slope:.2f} of this batch, {full:.2f} of all examples.",
    "moves": "On its way: slope {slope:.2f} of this batch, {full:.2f} of all examples.",
}
GOALS = [
    "leave the sharp well (now w = {place:.2f})",
    "stuck for good: slope 0.00 of this batch, but not of all examples",
]


@style.house()
def batch_resampling() -> Explorer:
    """One walker in a minimum, with one batch for ever or a new one each step: loss and path."""
    figure, (hill, walk) = style.new(2, width=9.2, height=3.6, width_ratios=(1.2, 1))
    x, heights = toy.levels()
    hill.plot(x, heights, color=style.LIGHT, linewidth=2, label="all examples")
    artists = _one_artists(hill, walk)
    hill.legend(frameon=False, fontsize=9, loc="upper right")
    hill.set(xlim=WINDOW, ylim=(-2.2, 6.5), xlabel="w", ylabel="loss")
    _draw_barrier(walk)
    computation = Computation(
        name="batch_resampling",
        compute=resampling_frame,
        artists=artists,
        sentences=SENTENCES,
        goals=GOALS,
        runs=("trail",),
    )
    controls = [
        choice("batches_are", KINDS, KINDS[0], "the batches"),
        slider("step", range(ONE_STEPS + 1), 10, "step t", plays=True),
    ]
    alt = "One walker on the loss of its batch, which stays the same or changes at each step, "
    alt += "and its place over time."
    return computed_explorer(figure, computation, controls, alt)


def _one_artists(hill, walk) -> dict:
    black_edge = {"color": style.VERMILION, "markeredgecolor": style.BLACK, "markersize": 11}
    return {
        "curve": empty_line(hill, color=style.BLUE, linewidth=1.8, label="this batch"),
        "ball": empty_line(hill, "o", zorder=5, **black_edge),
        "trail": empty_line(walk, color=style.VERMILION, linewidth=1.2),
        "here": empty_line(walk, "o", color=style.BLACK, markersize=7, clip_on=False),
    }


def _draw_barrier(ax):
    """The height of the wall between the wells, in the picture of a path."""
    ax.axhline(walkers.BARRIER, color=style.LIGHT, linewidth=1)
    small = {"fontsize": 8.5, "color": style.GRAY, "ha": "right", "va": "bottom"}
    ax.text(ONE_STEPS, walkers.BARRIER, "top of the wall", **small)
    ax.set(xlim=(0, ONE_STEPS), ylim=WINDOW, xlabel="step t", ylabel="w")


def resampling_frame(batches_are, step) -> Frame:
    """All that `batch_resampling` computes, from the values of its controls."""
    sees_all = batches_are == 2
    path, batch = _one_walk(batches_are)
    place, shifts = path[step], batch[jnp.minimum(step, ONE_STEPS - 1)]
    x, heights = map(jnp.asarray, toy.levels())
    curve = jnp.where(sees_all, heights, walkers.loss(x, shifts))
    full = walkers.slope(place, toy.shifts())
    slope = jnp.where(sees_all, full, walkers.slope(place, shifts))
    height = jnp.where(sees_all, toy.heights(place), walkers.loss(place, shifts))
    time = jnp.arange(ONE_STEPS + 1.0)
    trail = jnp.stack([time, jnp.where(time <= step, path, jnp.nan)], axis=1)
    is_flat, over = jnp.abs(slope) < NO_SLOPE, place > walkers.BARRIER
    stuck = is_flat & (batches_are == 0)
    rounded = lambda number: jnp.where(jnp.abs(number) < NO_SLOPE, 0, number)
    return Frame(
        points={
            "curve": jnp.stack([x, curve], axis=1),
            "ball": jnp.stack([place, height])[None],
            "trail": trail,
            "here": jnp.stack([step, place])[None],
        },
        sentence=jnp.argmax(jnp.array([stuck, is_flat & sees_all, over, True])),
        facts={"slope": rounded(slope), "full": rounded(full), "place": rounded(place)},
        goals=[over, stuck],
    )


def _one_walk(kind):
    """(places, shifts of each step's batch of two) for one of KINDS, by its index."""
    random_rows = walkers.draw_batches(jax.random.key(ONE_SEED), ONE_STEPS, 1, ONE_SIZE)
    rows = jnp.where(kind == 0, random_rows[:1], random_rows)
    walk = lambda rows: walkers.walk(ONE_RATE, toy.shifts(), rows, jnp.zeros(1), rows.shape[-1])
    everything = jnp.broadcast_to(jnp.arange(walkers.EXAMPLES), (ONE_STEPS, 1, walkers.EXAMPLES))
    path = jnp.where(kind == 2, walk(everything), walk(rows))
    return path[:, 0], jnp.asarray(toy.shifts())[rows[:, 0]]
