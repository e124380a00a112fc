"""Lesson 02: walkers on a sharp and a flat minimum; one walker that is stuck on a batch."""

from functools import cache

import jax
import jax.numpy as jnp
import numpy as np

from optcourse import batches
from optcourse.experiments.batches import walkers
from optcourse.explorers.artists import empty_line
from optcourse.explorers.computed import Computation, Frame, computed_explorer
from optcourse.explorers.controls import choice, slider
from optcourse.explorers.explorer import Explorer
from optcourse.figures import batches as draw
from optcourse.figures import style

SIZES = (1, 2, 4, 8, 16, 32, 64)
STEPS, WALKERS = 300, 60
CHAOS = 1.8  # of η λ: above it page and Python part (measured: from 1.86 on)
BINS = np.linspace(-1.5, 4.5, 61)
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
    """Batch size, learning rate, step: where 60 walkers are that started in the sharp well."""
    figure, (hill, count) = style.new(2, width=9.2, height=3.9, width_ratios=(1.5, 1))
    draw.wells(hill, _shifts(), examples=12)
    count.set(xlim=(0, STEPS), ylim=(-0.03, 1.03), xlabel="step t", ylabel="share in the flat well")
    computation = Computation(
        name="wells",
        compute=wells_frame,
        artists=_well_artists(hill, count),
        sentences=WELL_SENTENCES,
        goals=WELL_GOALS,
        words={"spread": "by (2.7) they spread by ±{spread:.2f}"},
        runs=("share",),
    )
    controls = [
        slider("batch_size", SIZES, 4, "batch size B"),
        slider("learning_rate", np.linspace(0.005, 0.1, 39), 0.05, "learning rate η"),
        slider("step", range(STEPS + 1), 100, "step t", plays=True),
    ]
    alt = "Sixty walkers on a loss with a sharp and a flat well, their histogram, "
    alt += "and the share in the flat one."
    return computed_explorer(figure, computation, controls, alt)


def _well_artists(hill, count) -> dict:
    white_edge = {"color": style.VERMILION, "markeredgecolor": "white", "markersize": 7}
    black = {"color": style.BLACK, "markersize": 8, "zorder": 5, "clip_on": False}
    small = {"fontsize": 9, "color": style.GRAY, "ha": "center"}
    return {
        "bars": hill.fill([0, 0], [0, 0], color=style.SKY, alpha=0.75, zorder=2)[0],
        "walkers": empty_line(hill, "o", zorder=5, **white_edge),
        "share": empty_line(count, color=style.VERMILION, linewidth=2),
        "now": empty_line(count, "o", **black),
        "spread": hill.text(0, 0, "", **small),
    }


def wells_frame(batch_size, learning_rate, step) -> Frame:
    """All that `wells` computes, from the values of its controls."""
    path = _walks(batch_size, learning_rate)
    in_flat = jnp.mean(path > walkers.BARRIER, axis=1)
    now, end = in_flat[step], in_flat[-1]
    spread = batches.stationary_std(learning_rate, _sharpness(), batch_size, batches.SHIFT_STD)
    steepness = learning_rate * _sharpness()
    kinds = jnp.array([end == 0, steepness > CHAOS, end < 0.9, True])
    return Frame(
        points={
            "bars": _histogram_outline(path[step]),
            "walkers": jnp.stack([path[step], _heights(path[step]) + 0.12], axis=1),
            "share": jnp.stack([jnp.arange(STEPS + 1.0), in_flat], axis=1),
            "now": jnp.stack([step, now])[None],
            "spread": jnp.where(steepness < 2, jnp.array([[3.0, 5.9]]), jnp.nan),
        },
        sentence=jnp.array([0, 3, 1, 2])[jnp.argmax(kinds)],
        facts={
            "now": 100 * now,
            "percent": 100 * end,
            "share": end,
            "spread": spread,
            "steepness": steepness,
        },
        goals=[
            (batch_size == 4) & (end >= 0.9),
            (batch_size == 64) & (end >= 0.9),
            (batch_size == 1) & (end == 0),
        ],
    )


def _walks(batch_size, learning_rate):
    """Places (steps + 1, walkers), as `walkers.walk`, but a small batch costs less than a large."""

    def step(x, drawn):
        add = lambda i, g: g + batches.toy_gradient(x - drawn[i])
        g = jax.lax.fori_loop(0, batch_size, add, jnp.zeros(WALKERS)) / batch_size  # (2.1)
        return x - learning_rate * g, x  # (1.3)

    end, path = jax.lax.scan(step, jnp.zeros(WALKERS), _draw_shifts(jax.random.key(1)))
    return jnp.concatenate([path, end[None]])


def _draw_shifts(key):
    """(steps, 64, walkers): of 256 examples, of which a word of 32 random bits names four."""
    words = jax.random.bits(key, (STEPS, SIZES[-1] // 4, 1, WALKERS))
    rows = words >> jnp.array([[0], [8], [16], [24]], jnp.uint32) & 255
    return jnp.asarray(_shifts())[rows].reshape(STEPS, SIZES[-1], WALKERS)


@cache
def _shifts() -> np.ndarray:
    with jax.ensure_compile_time_eval():  # whoever asks first may be traced
        return np.asarray(walkers.shifts(jax.random.key(0)))


@cache
def _sharpness() -> float:
    """The curvature of the mean loss at its sharp minimum, near 0."""
    with jax.ensure_compile_time_eval():
        x = jnp.linspace(-0.3, 0.3, 601)
        lowest = x[jnp.argmin(walkers.loss(x, _shifts()))]
        return round(float(jax.grad(walkers.slope)(lowest, _shifts())), 2)


@cache
def _levels() -> tuple[np.ndarray, np.ndarray]:
    """Many w, and the loss of all examples there."""
    with jax.ensure_compile_time_eval():
        w = np.linspace(*BINS[[0, -1]], 301, dtype=np.float32)
        return w, np.asarray(walkers.loss(w, _shifts()))


def _heights(w):
    """The loss of all examples, between `_levels`."""
    return jnp.interp(w, *map(jnp.asarray, _levels()))


def _histogram_outline(positions):
    """A histogram's polygon; it hangs from the axes' bottom, and all walkers in one bin reach 5."""
    inside = (positions >= BINS[:-1, None]) & (positions < BINS[1:, None])
    counts = jnp.repeat(jnp.sum(inside, axis=1) * 5 / WALKERS, 2)
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
    x, heights = _levels()
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
    x, heights = map(jnp.asarray, _levels())
    curve = jnp.where(sees_all, heights, walkers.loss(x, shifts))
    full = walkers.slope(place, _shifts())
    slope = jnp.where(sees_all, full, walkers.slope(place, shifts))
    height = jnp.where(sees_all, _heights(place), walkers.loss(place, shifts))
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
    walk = lambda rows: walkers.walk(ONE_RATE, _shifts(), rows, jnp.zeros(1), rows.shape[-1])
    everything = jnp.broadcast_to(jnp.arange(walkers.EXAMPLES), (ONE_STEPS, 1, walkers.EXAMPLES))
    path = jnp.where(kind == 2, walk(everything), walk(rows))
    return path[:, 0], jnp.asarray(_shifts())[rows[:, 0]]
