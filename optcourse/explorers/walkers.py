"""Lesson 02: walkers on a sharp and a flat minimum, and one walker that is stuck on a batch, or not on the next."""

from functools import cache

import jax
import jax.numpy as jnp
import numpy as np

from optcourse import batches
from optcourse.experiments.batches import walkers
from optcourse.explorers.controls import choice, slider
from optcourse.explorers.explorer import Explorer, goal
from optcourse.figures import batches as draw
from optcourse.figures import style

SIZES = tuple(2**k for k in range(7))
STEPS, WALKERS = 300, 60
BINS = np.linspace(-1.5, 4.5, 61)
KEY = jax.random.key(0)


@style.house()
def wells() -> Explorer:
    """Batch size, learning rate and step: 60 walkers start in the sharp well, and a histogram of where they are."""
    figure, (hill, count) = style.new(2, width=9.2, height=3.9, width_ratios=(1.5, 1))
    shifts = walkers.shifts(KEY)
    draw.wells(hill, np.asarray(shifts), examples=12)
    dots = hill.plot(
        [], [], "o", color=style.VERMILION, markeredgecolor="white", markersize=7, zorder=5
    )[0]
    bars = hill.fill([0, 0], [0, 0], color=style.SKY, alpha=0.75, zorder=2)[0]
    share = count.plot([], [], color=style.VERMILION, linewidth=2)[0]
    now = count.plot([], [], "o", color=style.BLACK, markersize=8, zorder=5, clip_on=False)[0]
    count.set(xlim=(0, STEPS), ylim=(-0.03, 1.03), xlabel="step t", ylabel="share in the flat well")
    levels = np.linspace(*BINS[[0, -1]], 600)
    heights = np.asarray(walkers.loss(levels, shifts))

    def update(batch_size, learning_rate, step):
        path = np.asarray(_walks(batch_size, learning_rate))
        places, right = path[step], np.mean(path > walkers.BARRIER, axis=1)
        dots.set_data(places, np.interp(places, levels, heights) + 0.12)
        bars.set_xy(_histogram_outline(places))
        share.set_data(np.arange(STEPS + 1), right)
        now.set_data([step], right[[step]])
        end = float(right[-1])
        facts = {
            "batch_size": batch_size,
            "rate": learning_rate,
            "share": end,
            "now": float(right[step]),
        }
        return {"status": _status(facts, step), **facts}

    controls = [
        batch_size_slider(),
        slider("learning_rate", np.linspace(0.005, 0.1, 39), 0.05),
        slider("step", range(STEPS + 1), 100, "step t", plays=True),
    ]
    alt = "Sixty walkers on a loss with a sharp and a flat well, their histogram, and the share in the flat one."
    return Explorer(figure, update, controls, [bars, dots, share, now], alt, GOALS)


def batch_size_slider():
    """A slider over the batch sizes 1, 2, 4, ..., 64."""
    return slider("batch_size", SIZES, 16, "batch size B")


GOALS = [
    goal(
        "B = 4: at least 9 of 10 walkers end in the flat well",
        lambda r: r["batch_size"] == 4 and r["share"] >= 0.9,
    ),
    goal("the same with B = 64", lambda r: r["batch_size"] == 64 and r["share"] >= 0.9),
    goal("B = 1: nobody leaves the sharp well", lambda r: r["batch_size"] == 1 and r["share"] == 0),
]


@cache
def _batch_rows():
    return walkers.draw_batches(jax.random.key(1), STEPS, WALKERS, SIZES[-1])


@cache
def _walks(batch_size: int, learning_rate: float):
    return walkers.walk(
        learning_rate, walkers.shifts(KEY), _batch_rows(), jnp.zeros(WALKERS), batch_size
    )


def _histogram_outline(places):
    """The histogram as a polygon that hangs from the bottom of the axes: all walkers in one bin reach 5."""
    counts = np.histogram(places, BINS)[0] * 5 / WALKERS
    x = np.repeat(BINS, 2)
    y = np.concatenate([[0], np.repeat(counts, 2), [0]])
    return np.column_stack([x, y])


@cache
def _sharpness() -> float:
    """The curvature of the mean loss at its sharp minimum, near 0."""
    shifts, x = walkers.shifts(KEY), jnp.linspace(-0.3, 0.3, 601)
    return float(jax.grad(walkers.slope)(x[jnp.argmin(walkers.loss(x, shifts))], shifts))


def _status(facts, step) -> str:
    size, rate = facts["batch_size"], facts["rate"]
    edge = 2 / _sharpness()
    wide = float(batches.stationary_std(rate, 2 / edge, size, batches.SHIFT_STD))
    reach = (
        f"noise would spread them by {wide:.2f} in the sharp well"
        if rate < edge
        else "η λ > 2, all bounce"
    )
    said = f"B = {size}, η = {rate:.3g}: {reach}. "
    return (
        said
        + f"{100 * facts['now']:.0f} % in the flat well at step {step}, {100 * facts['share']:.0f} % at the end."
    )


# Stuck on one batch's loss


@style.house()
def next_batch() -> Explorer:
    """One walker in a minimum: with one batch for ever, or a new one each step, the loss of the batch and the walk."""
    figure, (hill, walk) = style.new(2, width=9.2, height=3.6, width_ratios=(1.2, 1))
    shifts = walkers.shifts(KEY)
    x = np.linspace(-1, 4.5, 300)
    hill.plot(x, walkers.loss(x, shifts), color=style.LIGHT, linewidth=2, label="all examples")
    curve = hill.plot([], [], color=style.BLUE, linewidth=1.8, label="this batch")[0]
    ball = hill.plot(
        [], [], "o", color=style.VERMILION, markeredgecolor=style.BLACK, markersize=11, zorder=5
    )[0]
    trail = walk.plot([], [], color=style.VERMILION, linewidth=1.2)[0]
    here = walk.plot([], [], "o", color=style.BLACK, markersize=7, clip_on=False)[0]
    hill.legend(frameon=False, fontsize=9, loc="upper right")
    hill.set(xlim=(-1, 4.5), ylim=(-2.2, 6.5), xlabel="w", ylabel="loss")
    walk.axhline(walkers.BARRIER, color=style.LIGHT, linewidth=1)
    walk.text(
        ONE_STEPS,
        walkers.BARRIER,
        "top of the wall",
        fontsize=8.5,
        color=style.GRAY,
        ha="right",
        va="bottom",
    )
    walk.set(xlim=(0, ONE_STEPS), ylim=(-1, 4.5), xlabel="step t", ylabel="w")

    def update(batches_are, step):
        path, rows = _one_walk(batches_are)
        mine = shifts[rows[min(step, ONE_STEPS - 1)]]
        curve.set_data(x, walkers.loss(x, mine))
        place = path[step]
        ball.set_data([place], [np.interp(place, *curve.get_data())])
        trail.set_data(np.arange(step + 1), path[: step + 1])
        here.set_data([step], [place])
        slope, full = float(walkers.slope(place, mine)), float(walkers.slope(place, shifts))
        facts = {
            "slope": slope,
            "full": full,
            "place": float(place),
            "step": step,
            "kind": batches_are,
        }
        said = [
            f"{round(value, 2) + 0.0:.2f}".replace("-", "−") for value in (slope, full)
        ]  # no −0.00
        return {
            "status": f"step {step}: slope of this batch {said[0]}, of all examples {said[1]}.",
            **facts,
        }

    controls = [
        choice("batches_are", KINDS, KINDS[0], "the batches"),
        slider("step", range(ONE_STEPS + 1), 30, "step t", plays=True),
    ]
    alt = "One walker on the loss of its batch, which stays the same or changes at each step, and its place over time."
    return Explorer(figure, update, controls, [curve, ball, trail, here], alt, ONE_GOALS)


KINDS = ("always the same", "a new one each step", "all examples")
ONE_STEPS, ONE_SIZE, ONE_RATE, ONE_SEED = 120, 2, 0.045, 1
ONE_GOALS = [
    goal("leave the sharp well", lambda r: r["place"] > walkers.BARRIER),
    goal("a batch stuck for good: its slope below 0.001, that of all examples above 0.1",
         lambda r: abs(r["slope"]) < 1e-3 and abs(r["full"]) > 0.1),
]  # fmt: skip


@cache
def _one_walk(kind: str):
    """(places, rows of each step's batch) for one of KINDS."""
    drawn = np.asarray(walkers.draw_batches(jax.random.key(ONE_SEED), ONE_STEPS, 1, ONE_SIZE))[:, 0]
    rows = {
        KINDS[0]: np.broadcast_to(drawn[0], drawn.shape),
        KINDS[1]: drawn,
        KINDS[2]: np.broadcast_to(np.arange(walkers.EXAMPLES), (ONE_STEPS, walkers.EXAMPLES)),
    }[kind]
    size = rows.shape[1]
    padded = np.pad(
        rows, ((0, 0), (0, walkers.EXAMPLES - size))
    )  # one shape for all kinds: `walk` is compiled once
    path = walkers.walk(ONE_RATE, walkers.shifts(KEY), padded[:, None], jnp.zeros(1), size)
    return np.asarray(path)[:, 0], rows
