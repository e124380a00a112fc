"""Lesson 01's evidence: Taylor errors, escape times, spectra and the share of positive eigenvalues."""

from collections.abc import Mapping, Sequence

import numpy as np
from matplotlib.axes import Axes

from optcourse.figures import style

LOSS_STYLES = {
    "cross_entropy": ("cross-entropy", style.BLUE, "o", "-"),
    "mse": ("MSE", style.VERMILION, "s", "--"),
}


@style.house()
def taylor_errors(ax: Axes, lengths: np.ndarray, errors: np.ndarray) -> Axes:
    """Error of the Taylor models of order 0, 1 and 2 against the length of the step, on log scales.

    errors (orders, seeds, lengths): the line is the median over seeds, the band their range.
    """
    for order, (error, color, marker) in enumerate(
        zip(errors, (style.GRAY, style.BLUE, style.VERMILION), "os^")
    ):
        low, middle, high = np.quantile(error, (0, 0.5, 1), axis=0)
        ax.fill_between(lengths, low, high, color=color, alpha=0.2, linewidth=0)
        (line,) = ax.loglog(lengths, middle, marker=marker, color=color, markersize=5)
        style.label_line(line, f"order {order}", xytext=(8, 0))
    ax.set(xlabel="length of the step ‖v‖", ylabel="|loss − model|", xlim=(None, 2.5 * lengths[-1]))
    return ax


@style.house()
def escape_times(ax: Axes, offsets: np.ndarray, steps: Mapping, per_decade: Mapping) -> Axes:
    """Steps to leave a saddle against the offset from it (log scale): dots are runs, lines the logarithmic law.

    steps: {optimizer name: counts (m,)}; per_decade: {optimizer name: steps for an offset ten times smaller}. The law
    gives only the slope: each line starts at the run with the largest offset.
    """
    for name, counts in steps.items():
        look = style.OPTIMIZERS[name]
        law = counts[-1] + per_decade[name] * np.log10(offsets[-1] / offsets)
        (line,) = ax.semilogx(offsets, law, linewidth=1.5, **look)
        ax.semilogx(offsets, counts, "o", color=look["color"], markersize=6)
        style.label_line(line, name.replace("_", " "), at=0.45, xytext=(8, 10))
    ax.set(
        xlabel="offset d from the saddle",
        ylabel="steps until the loss is below 0.01",
        ylim=(0, None),
    )
    return ax


@style.house()
def spectrum(ax: Axes, eigenvalues: np.ndarray, threshold=1e-3) -> Axes:
    """All eigenvalues of a Hessian in order, how many lead up and down, and how many are near zero beside the largest.

    The axis is logarithmic beyond threshold * max |λ|, linear within it: zero stays visible.
    """
    values = np.sort(eigenvalues)[::-1]
    rank, largest = np.arange(1, values.size + 1), np.abs(values).max()
    near = np.abs(values) <= threshold * largest
    groups = [
        ("up", ~near & (values > 0), "^", style.UP, (6, 8)),
        ("near zero", near, "o", style.GRAY, (10, 4)),
        ("down", ~near & (values < 0), "v", style.DOWN, (-8, -12)),
    ]
    for words, chosen, marker, color, shift in groups:
        ax.plot(
            rank[chosen], values[chosen], marker, color=color, markersize=3 if marker == "o" else 5
        )
        if chosen.any():
            at, side = np.median(rank[chosen]), "right" if words == "down" else "left"
            label = {"textcoords": "offset points", "color": color, "ha": side}
            ax.annotate(f"{chosen.sum()} {words}", (at, np.median(values[chosen])), shift, **label)
    ax.axhline(0, color=style.LIGHT, linewidth=1, zorder=0)
    ax.set_yscale("symlog", linthresh=threshold * largest)
    ticks = 10.0 ** np.arange(np.ceil(np.log10(10 * threshold * largest)), np.log10(1.5 * largest))
    ax.set_yticks(
        [*-ticks[::-1], 0, *ticks],
        labels=[*(f"−{t:g}" for t in ticks[::-1]), "0", *(f"{t:g}" for t in ticks)],
    )
    top, bottom = 2 * max(values[0], threshold * largest), 2 * min(values[-1], -threshold * largest)
    ax.set(xlabel="rank of the eigenvalue", ylabel="eigenvalue", ylim=(bottom, top))
    return ax


@style.house()
def negative_fractions(ax: Axes, rows: Mapping[str, np.ndarray], parameters: int = 124) -> Axes:
    """Share of clearly negative eigenvalues against the loss of near-critical points: every point, a band over seeds.

    rows: columns loss_name, trained, loss, clearly_negative. For each height of the search, the line goes through
    the medians over seeds and the band spans their range.
    """
    for name, (words, color, marker, dash) in LOSS_STYLES.items():
        chosen = rows["loss_name"] == name
        loss, share, trained = rows["loss"], rows["clearly_negative"] / parameters, rows["trained"]
        ax.plot(loss[chosen], share[chosen], marker, color=color, markersize=4, alpha=0.55)
        groups = [chosen & (trained == t) for t in np.unique(trained[chosen])]
        groups.sort(key=lambda group: np.median(loss[group]))
        middle = np.array([np.median(loss[group]) for group in groups])
        low, median, high = np.array([np.quantile(share[group], (0, 0.5, 1)) for group in groups]).T
        ax.fill_between(middle, low, high, color=color, alpha=0.15, linewidth=0)
        (line,) = ax.plot(middle, median, dash, color=color)
        style.label_line(line, words, xytext=(12, 4))
    ax.set(
        xlabel="loss at the near-critical point",
        ylabel="share of clearly negative eigenvalues",
        ylim=(-0.01, None),
    )
    ax.margins(x=0.12)
    return ax


@style.house()
def costs(ax: Axes, names: Sequence[str], gradients: Sequence[float]) -> Axes:
    """What each computation costs, in gradients, as bars on a log scale with the number written at the end."""
    bars = ax.barh(names, gradients, color=style.SKY, edgecolor=style.BLACK, linewidth=0.6)
    ax.bar_label(bars, [f" {g:,.0f}" if g >= 100 else f" {g:.3g}" for g in gradients], fontsize=9)
    ax.set(xscale="log", xlabel="cost in gradients (log scale)", xlim=(0.5, 5 * max(gradients)))
    ax.invert_yaxis()
    return ax
