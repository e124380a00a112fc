"""Lesson 02: walkers on a sharp and a flat minimum; one walker that is stuck on a batch."""

from functools import cache

import jax
import jax.numpy as jnp
import numpy as np

from optcourse import batches
from optcourse.experiments.batches import walkers
from optcourse.explorers.artists import empty_line, set_values
from optcourse.explorers.controls import choice, slider
from optcourse.explorers.explorer import Explorer, goal
from optcourse.explorers.picture import Picture
from optcourse.figures import batches as draw
from optcourse.figures import style

SIZES = (1, 2, 4, 8, 16, 32, 64)
STEPS, WALKERS = 300, 60
BINS = np.linspace(-1.5, 4.5, 61)
KEY = jax.random.key(0)


@style.house()
def wells() -> Explorer:
    """Batch size, learning rate, step: where 60 walkers are that started in the sharp well."""
    figure, (hill, count) = style.new(2, width=9.2, height=3.9, width_ratios=(1.5, 1))
    shifts = walkers.shifts(KEY)
    draw.wells(hill, np.asarray(shifts), examples=12)
    white_edge = {"color": style.VERMILION, "markeredgecolor": "white", "markersize": 7}
    dots = empty_line(hill, "o", zorder=5, **white_edge)
    bars = hill.fill([0, 0], [0, 0], color=style.SKY, alpha=0.75, zorder=2)[0]
    share = empty_line(count, color=style.VERMILION, linewidth=2)
    now = empty_line(count, "o", color=style.BLACK, markersize=8, zorder=5, clip_on=False)
    count.set(xlim=(0, STEPS), ylim=(-0.03, 1.03), xlabel="step t", ylabel="share in the flat well")
    levels = np.linspace(*BINS[[0, -1]], 600)
    heights = np.asarray(walkers.loss(levels, shifts))

    def update(batch_size, learning_rate, step):
        path = np.asarray(_walks(batch_size, learning_rate))
        positions = path[step]
        in_flat = np.mean(path > walkers.BARRIER, axis=1)
        dots.set_data(positions, np.interp(positions, levels, heights) + 0.12)
        bars.set_xy(_histogram_outline(positions))
        set_values(share, in_flat)
        now.set_data([step], [in_flat[step]])
        facts = {
            "batch_size": batch_size,
            "rate": learning_rate,
            "share": float(in_flat[-1]),
            "now": float(in_flat[step]),
        }
        return {"status": _status(facts, step), **facts}

    controls = [
        batch_size_slider(),
        slider("learning_rate", np.linspace(0.005, 0.1, 39), 0.05),
        slider("step", range(STEPS + 1), 100, "step t", plays=True),
    ]
    alt = "Sixty walkers on a loss with a sharp and a flat well, their histogram, "
    alt += "and the share in the flat one."
    return Explorer(Picture(figure, [bars, dots, share, now]), update, controls, alt, GOALS)


def batch_size_slider():
    """A slider over the batch sizes 1, 2, 4, ..., 64."""
    return slider("batch_size", SIZES, 16, "batch size B")


def _mostly_flat(result, batch_size) -> bool:
    return result["batch_size"] == batch_size and result["share"] >= 0.9


GOALS = [
    goal("B = 4: at least 9 of 10 walkers end in the flat well", lambda r: _mostly_flat(r, 4)),
    goal("the same with B = 64", lambda r: _mostly_flat(r, 64)),
    goal("B = 1: nobody leaves the sharp well", lambda r: r["batch_size"] == 1 and r["share"] == 0),
]


@cache
def _batch_rows():
    return walkers.draw_batches(jax.random.key(1), STEPS, WALKERS, SIZES[-1])


@cache
def _walks(batch_size: int, learning_rate: float):
    starts = jnp.zeros(WALKERS)
    return walkers.walk(learning_rate, walkers.shifts(KEY), _batch_rows(), starts, batch_size)


def _histogram_outline(positions):
    """A histogram's polygon; it hangs from the axes' bottom, and all walkers in one bin reach 5."""
    counts = np.histogram(positions, BINS)[0] * 5 / WALKERS
    x = np.repeat(BINS, 2)
    y = np.concatenate([[0], np.repeat(counts, 2), [0]])
    return np.column_stack([x, y])


@cache
def _sharpness() -> float:
    """The curvature of the mean loss at its sharp minimum, near 0."""
    shifts = walkers.shifts(KEY)
    x = jnp.linspace(-0.3, 0.3, 601)
    lowest = x[jnp.argmin(walkers.loss(x, shifts))]
    return float(jax.grad(walkers.slope)(lowest, shifts))


def _status(facts, step) -> str:
    size, rate = facts["batch_size"], facts["rate"]
    max_rate = 2 / _sharpness()
    if rate < max_rate:
        spread = float(batches.stationary_std(rate, 2 / max_rate, size, batches.SHIFT_STD))
        noise = f"noise would spread them by {spread:.2f} in the sharp well"
    else:
        noise = "η λ > 2, all bounce"
    now = f"{100 * facts['now']:.0f} % in the flat well at step {step}"
    return f"B = {size}, η = {rate:.3g}: {noise}. {now}, {100 * facts['share']:.0f} % at the end."


# Stuck on one batch's loss

KINDS = ("always the same", "a new one each step", "all examples")
ONE_STEPS, ONE_SIZE, ONE_RATE, ONE_SEED = 120, 2, 0.045, 1


@style.house()
def batch_resampling() -> Explorer:
    """One walker in a minimum, with one batch for ever or a new one each step: loss and path."""
    figure, (hill, walk) = style.new(2, width=9.2, height=3.6, width_ratios=(1.2, 1))
    shifts = walkers.shifts(KEY)
    x = np.linspace(-1, 4.5, 300)
    hill.plot(x, walkers.loss(x, shifts), color=style.LIGHT, linewidth=2, label="all examples")
    curve = empty_line(hill, color=style.BLUE, linewidth=1.8, label="this batch")
    black_edge = {"color": style.VERMILION, "markeredgecolor": style.BLACK, "markersize": 11}
    ball = empty_line(hill, "o", zorder=5, **black_edge)
    trail = empty_line(walk, color=style.VERMILION, linewidth=1.2)
    here = empty_line(walk, "o", color=style.BLACK, markersize=7, clip_on=False)
    hill.legend(frameon=False, fontsize=9, loc="upper right")
    hill.set(xlim=(-1, 4.5), ylim=(-2.2, 6.5), xlabel="w", ylabel="loss")
    _draw_barrier(walk)

    def update(batches_are, step):
        path, rows = _one_walk(batches_are)
        batch = shifts[rows[min(step, ONE_STEPS - 1)]]
        place = path[step]
        curve.set_data(x, walkers.loss(x, batch))
        ball.set_data([place], [np.interp(place, *curve.get_data())])
        set_values(trail, path[: step + 1])
        here.set_data([step], [place])
        slope, full = float(walkers.slope(place, batch)), float(walkers.slope(place, shifts))
        slopes = (
            f"slope of this batch {_format_slope(slope)}, of all examples {_format_slope(full)}"
        )
        facts = {"slope": slope, "full": full, "place": float(place), "step": step}
        return {"status": f"step {step}: {slopes}.", **facts, "kind": batches_are}

    controls = [
        choice("batches_are", KINDS, KINDS[0], "the batches"),
        slider("step", range(ONE_STEPS + 1), 30, "step t", plays=True),
    ]
    alt = "One walker on the loss of its batch, which stays the same or changes at each step, "
    alt += "and its place over time."
    return Explorer(Picture(figure, [curve, ball, trail, here]), update, controls, alt, ONE_GOALS)


def _draw_barrier(ax):
    """The height of the wall between the wells, in the picture of a path."""
    ax.axhline(walkers.BARRIER, color=style.LIGHT, linewidth=1)
    small = {"fontsize": 8.5, "color": style.GRAY, "ha": "right", "va": "bottom"}
    ax.text(ONE_STEPS, walkers.BARRIER, "top of the wall", **small)
    ax.set(xlim=(0, ONE_STEPS), ylim=(-1, 4.5), xlabel="step t", ylabel="w")


def _format_slope(slope) -> str:
    return f"{round(slope, 2) + 0.0:.2f}".replace("-", "−")  # no −0.00


ONE_GOALS = [
    goal("leave the sharp well", lambda r: r["place"] > walkers.BARRIER),
    goal(
        "a batch stuck for good: its slope below 0.001, that of all examples above 0.1",
        lambda r: abs(r["slope"]) < 1e-3 and abs(r["full"]) > 0.1,
    ),
]


@cache
def _one_walk(kind: str):
    """(positions, rows of each step's batch) for one of KINDS."""
    random_rows = walkers.draw_batches(jax.random.key(ONE_SEED), ONE_STEPS, 1, ONE_SIZE)
    rows = np.asarray(random_rows)[:, 0]
    if kind == "always the same":
        rows = np.broadcast_to(rows[0], rows.shape)
    elif kind == "all examples":
        rows = np.broadcast_to(np.arange(walkers.EXAMPLES), (ONE_STEPS, walkers.EXAMPLES))
    size = rows.shape[1]
    # One shape for all kinds: `walk` is compiled once.
    padded = np.pad(rows, ((0, 0), (0, walkers.EXAMPLES - size)))
    path = walkers.walk(ONE_RATE, walkers.shifts(KEY), padded[:, None], jnp.zeros(1), size)
    return np.asarray(path)[:, 0], rows
