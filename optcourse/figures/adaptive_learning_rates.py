"""Lesson 04's figures on two weights: a ravine and a race, steps against κ and angle, late rates, and schedules."""

from collections.abc import Mapping, Sequence

import numpy as np
from matplotlib.axes import Axes

from optcourse.figures import style

SEMI_AXES = (
    0.25,
    0.6,
    1.0,
    1.5,
    2.1,
    2.8,
)  # of the ellipses: how far along the ravine each reaches
ANGLES = np.linspace(0, 2 * np.pi, 181)


@style.house()
def ravine(ax: Axes) -> list:
    """The level lines of a ravine, to be placed by `turn`; the bottom is marked by a star."""
    ax.set(xlim=(-2, 2), ylim=(-2, 2), xlabel="$w_1$", ylabel="$w_2$", aspect="equal")
    ax.plot(0, 0, linestyle="none", zorder=3, **style.KINDS["minimum"])
    return [ax.plot([], [], color=style.LIGHT, linewidth=1, zorder=1)[0] for _ in SEMI_AXES]


def update_ellipses(ellipses: Sequence, kappa, degrees) -> None:
    """Put the level lines of ½ (u² + κ v²), its flat axis u turned by so many degrees."""
    c, s = np.cos(np.deg2rad(degrees)), np.sin(np.deg2rad(degrees))
    for ellipse, reach in zip(ellipses, SEMI_AXES):
        u, v = reach * np.cos(ANGLES), reach * np.sin(ANGLES) / np.sqrt(kappa)
        ellipse.set_data(c * u - s * v, s * u + c * v)


@style.house()
def race_bars(ax: Axes, names: Sequence[str], most: int):
    """(bars, labels, line): a bar for each method on a log axis of steps, words at its end, and a line for now."""
    places = range(len(names))
    bars = [
        ax.plot([], [], linewidth=9, color=style.OPTIMIZERS[name]["color"], solid_capstyle="butt")[
            0
        ]
        for name in names
    ]
    labels = [ax.text(0, y, "", fontsize=9, va="center", bbox=style.TEXT_HALO) for y in places]
    now = ax.plot([1, 1], [-0.6, len(names) - 0.4], color=style.GRAY, linewidth=1, linestyle=":")[0]
    ax.set(
        xscale="log",
        xlim=(1, 100 * most),
        ylim=(len(names) - 0.4, -0.6),
        xlabel="steps until a hundred-thousandth of the loss is left",
    )
    ax.set_xticks([1, 10, 100, most], labels=["1", "10", "100", f"{most}"])
    ax.minorticks_off()
    ax.set_yticks(list(places), labels=[name.replace("_", " ") for name in names])
    return bars, labels, now


def fill_bars(bars: Sequence, labels: Sequence, steps, rates, most: int) -> None:
    """Set the bars of `race_bars`; one that needs more than `most` steps reaches there and says so."""
    for y, (bar, label, count, rate) in enumerate(zip(bars, labels, steps, rates)):
        end = min(max(count, 1.06), most)
        bar.set_data([1, end], [y, y])
        label.set_position((1.2 * end, y))
        number = f"{count:.0f}" if np.isfinite(count) else f"over {most}"
        label.set_text(f"{number}   (η = {rate:.2g})")


@style.house()
def rate_curves(ax: Axes, names: Sequence[str], rates: tuple, window: tuple):
    """(curves, dots): for each method a curve over learning rates and a dot for its best, on log axes."""
    curves = [
        ax.plot([], [], linewidth=2, label=name.replace("_", " "), **style.OPTIMIZERS[name])[0]
        for name in names
    ]
    dots = [
        ax.plot([], [], "o", markersize=7, color=style.OPTIMIZERS[name]["color"])[0]
        for name in names
    ]
    ax.set(xscale="log", yscale="log", xlim=rates, ylim=(0.7 * window[0], window[1]))
    ax.set(xlabel="learning rate η", ylabel="share of the first loss that is left")
    ax.axhline(1, color=style.LIGHT, linewidth=1, zorder=0)
    ax.legend(
        frameon=False, loc="lower left", bbox_to_anchor=(0, 1), ncols=3, fontsize=9, handlelength=3
    )
    return curves, dots


@style.house()
def steps_against_kappa(ax: Axes, kappas: np.ndarray, steps: Mapping[str, np.ndarray]) -> Axes:
    """Steps against κ on log axes, a line and a band over starts for each method. steps: {name: (kappas, starts)}."""
    for name, counts in steps.items():
        _band(ax, kappas, counts.T, style.OPTIMIZERS[name])
    ax.set(
        xscale="log", yscale="log", xlabel="condition number κ", ylabel="steps to a loss of 5e-5"
    )
    ax.set(xlim=(kappas[0], kappas[-1] * 60), xticks=kappas)
    ax.minorticks_off()
    _end_labels(ax, kappas[-1], {name: np.median(counts[-1]) for name, counts in steps.items()})
    return ax


@style.house()
def steps_against_angle(ax: Axes, rows: Mapping[str, np.ndarray]) -> Axes:
    """Steps at the best rate against the angle of the ravine; rows: columns method, angle, seed, steps."""
    angles = np.unique(rows["angle"])
    places = np.arange(len(angles))
    ends = {}
    for name in dict.fromkeys(rows["method"]):
        mine = rows["method"] == name
        counts = np.array([rows["steps"][mine & (rows["angle"] == angle)] for angle in angles])
        _band(ax, places, counts.T, style.OPTIMIZERS[name])
        ends[name] = np.median(counts[-1])
    ax.set(
        yscale="log",
        xlabel="the ravine is turned by (angles not to scale)",
        ylabel="steps at the best rate",
    )
    ax.set(xlim=(0, len(angles) + 0.3), ylim=(2, 3e5))
    ax.set_xticks(places, labels=[f"{angle}°" for angle in angles])
    _end_labels(ax, places[-1], ends)
    return ax


STEP_LENGTH_STYLES = {  # looks of `step_lengths`
    "Adagrad, sum": style.OPTIMIZERS["adagrad"],
    "Adagrad, mean": style.OPTIMIZERS["adagrad_rms"],
    "RMSProp, α = 0.9": style.OPTIMIZERS["rmsprop"],
    "RMSProp, α = 0.99": {"color": style.BLUE, "linestyle": (0, (3, 1, 1, 1))},
    "Adam": style.OPTIMIZERS["adam"],
}


@style.house()
def step_lengths(ax: Axes, lengths: Mapping[str, np.ndarray], before: int) -> Axes:
    """Length of each step, in learning rates, when the gradients shrink a hundredfold after `before` steps."""
    for name, length in lengths.items():
        ax.plot(
            np.arange(len(length)) - before,
            length,
            linewidth=2,
            label=name,
            **STEP_LENGTH_STYLES[name],
        )
    ax.axvline(0, color=style.LIGHT, linewidth=1, zorder=0)
    ax.set(
        yscale="log",
        xlabel="steps after the gradients have shrunk to a hundredth",
        ylabel="length of a step / η",
    )
    ax.legend(
        frameon=False,
        fontsize=9,
        loc="lower left",
        bbox_to_anchor=(0, 1),
        ncols=3,
        handlelength=3.5,
    )
    return ax


SCHEDULE_STYLES = {  # looks of `bursts`
    "constant rate": {"color": style.VERMILION, "linewidth": 1.6},
    "linear decay": {"color": style.BLUE, "linewidth": 0.8},
    "1 / √(t + 1)": {"color": style.GRAY, "linewidth": 0.8},
}


@style.house()
def bursts(ax: Axes, runs: Mapping[str, np.ndarray], floor=1e-5) -> Axes:
    """|y|, how far up the walls of the ravine a run is, against the step: runs: {name: (seeds, t)}; band: all seeds."""
    for name, y in runs.items():
        _band(ax, np.arange(y.shape[1]), np.maximum(np.abs(y), floor), SCHEDULE_STYLES[name])
    ax.set(
        yscale="log", ylim=(floor, 3), xlabel="step t", ylabel="|y|", xlim=(0, 1.25 * y.shape[1])
    )
    ax.set_xticks(range(0, y.shape[1] + 1, 500))
    _end_labels(
        ax,
        y.shape[1],
        {name: np.median(np.abs(y[:, -200:])) + floor for name, y in runs.items()},
        SCHEDULE_STYLES,
    )
    return ax


def _band(ax, x, values, look):
    """A line through the medians over rows, and a band over their range."""
    low, middle, high = np.quantile(values, (0, 0.5, 1), axis=0)
    ax.fill_between(x, low, high, color=look["color"], alpha=0.2, linewidth=0)
    ax.plot(x, middle, **{"linewidth": 2, **look})


def _end_labels(ax, x, ends: Mapping, looks: Mapping = style.OPTIMIZERS, apart=0.06):
    """Names to the right of lines that end at (x, y) on a log axis, pushed apart to this share of the axis.

    Half of the way they are pushed up and half of it down, so that a crowd of names stays beside its lines.
    """
    low, high = np.log10(ax.get_ylim())
    order = sorted(ends, key=ends.get)
    free = apart * np.arange(len(order))
    wanted = (np.log10([ends[name] for name in order]) - low) / (high - low) - free
    up, down = np.maximum.accumulate(wanted), np.minimum.accumulate(wanted[::-1])[::-1]
    for name, place in zip(order, (up + down) / 2 + free):
        label = {"fontsize": 9, "va": "center", "color": looks[name]["color"]}
        ax.text(x, 10 ** (low + place * (high - low)), " " + name.replace("_", " "), **label)


WARM_UP_STYLES = {  # of the learning rate in `warm_up`
    "Adam, no warm-up": {"color": style.GRAY, "linestyle": "-"},
    "Adam, warm-up": style.OPTIMIZERS["adam"],
    "RAdam": style.OPTIMIZERS["radam"],
}


@style.house()
def schedules(ax: Axes, updates: int) -> list:
    """Three empty lines for learning rates against the update, named in a legend."""
    lines = [
        ax.plot([], [], linewidth=2, label=name, **look)[0] for name, look in WARM_UP_STYLES.items()
    ]
    ax.legend(
        frameon=False, loc="lower left", bbox_to_anchor=(0, 1), ncols=1, fontsize=9, handlelength=4
    )
    ax.set(
        xlim=(0, updates),
        yscale="log",
        ylim=(1e-5, 0.1),
        xlabel="update t",
        ylabel="η, for RAdam times r",
    )
    return lines


@style.house()
def seed_curves(ax: Axes, seeds: int, updates: int) -> list:
    """Three times (a line for each seed, and their median), all empty."""
    lines = []
    for look in WARM_UP_STYLES.values():
        lines += [
            ax.plot([], [], color=look["color"], linewidth=0.8, alpha=0.45)[0] for _ in range(seeds)
        ]
        lines.append(ax.plot([], [], linewidth=2.5, **look)[0])
    ax.set(
        xlim=(0, updates),
        yscale="log",
        ylim=(0.02, 10),
        xlabel="update",
        ylabel="loss on all training digits",
    )
    return lines


def fill_seed_curves(lines: Sequence, runs: Sequence, every: int) -> None:
    """runs: three arrays (seeds, looks), a look after each `every` updates."""
    curves = [curve for run in runs for curve in (*run, np.median(run, axis=0))]
    for line, curve in zip(lines, curves):
        line.set_data(every * np.arange(len(curve)), curve)
