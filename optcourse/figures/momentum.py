"""Lesson 03: the map of learning rate and β, the law of √κ, the well, bouncing, and what a digits network gains."""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from matplotlib.axes import Axes
from scipy.ndimage import distance_transform_edt

from optcourse import quadratics
from optcourse.figures import style

RATES, BETAS = (0.05, 5.0), (0.0, 0.99)  # what the map shows, where the steepest curvature is 1
MAP_POINTS = (180, 120)
LABEL_ROOM = 0.65  # rows around the middle of a word, for each letter of its longest line, below which it is left out
MAX_STEP_RATIO = 25  # times the fewest steps: where the color scale ends
STEEP_STYLE, FLAT_STYLE = (
    {"color": style.PURPLE, "linestyle": ":"},
    {"color": style.GREEN, "linestyle": "-."},
)
FIXED_BETA_STYLE = {
    "color": style.ORANGE,
    "linestyle": (0, (1, 1)),
}  # momentum with β = 0.9 whatever κ
BETA_COLORS = {0.0: style.BLUE, 0.5: style.PURPLE, 0.9: style.VERMILION}


@style.house()
def phase_diagram(ax: Axes, curvatures: Sequence, nesterov: bool = False) -> Axes:
    """Steps to a millionth over learning rate and β, from the closed form; lines and words where the motion changes.

    curvatures: (flattest, steepest). Darkest blue: fewest steps; orange: it diverges.
    """
    rates, betas = np.meshgrid(
        np.geomspace(*RATES, MAP_POINTS[0]), np.linspace(*BETAS, MAP_POINTS[1])
    )
    factors = np.max(
        [quadratics.convergence_factor(rates, betas, c, nesterov) for c in curvatures], axis=0
    )
    regimes = [np.asarray(quadratics.regime(rates, betas, c, nesterov)) for c in curvatures]
    steps = np.asarray(quadratics.steps_to_tolerance(np.where(factors < 1, factors, np.nan)))
    ax.set(xscale="log", xlim=RATES, ylim=BETAS, facecolor="#f8dcc0")
    levels = np.nanmin(steps) * np.geomspace(1, MAX_STEP_RATIO, 12)
    ax.contourf(rates, betas, np.minimum(steps, levels[-1]), levels, cmap=style.HEIGHT, norm="log")
    for regime, look in zip(regimes, (FLAT_STYLE, STEEP_STYLE)):
        for edge in (0.5, 1.5, 2.5):
            if np.any(regime < edge) and np.any(regime > edge):
                ax.contour(
                    rates,
                    betas,
                    regime,
                    [edge],
                    colors=look["color"],
                    linestyles="-",
                    linewidths=1.2,
                )
    _label_regions(ax, rates, betas, regimes)
    ax.set_xticks([0.1, 0.2, 0.5, 1, 2, 5], labels=["0.1", "0.2", "0.5", "1", "2", "5"])
    ax.minorticks_off()
    ax.set(xlabel="learning rate η (log scale)", ylabel="momentum β")
    return ax


def _label_regions(ax, rates, betas, regimes):
    """Write what happens in each region where there is most room for the words."""
    flat, steep = regimes
    words = {
        (0, 0): "both creep",
        (0, 1): "steep swings,\nflat creeps",
        (1, 1): "both swing",
        (0, 2): "flips",
    }
    regions = {text: (flat == f) & (steep == s) for (f, s), text in words.items()}
    regions["diverges"] = (steep == 3) | (flat == 3)
    for text, region in regions.items():
        room = distance_transform_edt(np.pad(region, 1), sampling=(1, 0.4))[
            1:-1, 1:-1
        ]  # words are wide
        i, j = np.unravel_index(np.argmax(room), room.shape)
        if room[i, j] > LABEL_ROOM * max(map(len, text.split("\n"))):
            ax.text(
                rates[i, j],
                betas[i, j],
                text,
                fontsize=8.5,
                ha="center",
                va="center",
                color=style.BLACK,
            )


@style.house()
def median_band(ax: Axes, x, values: np.ndarray, **look):
    """The median over the last axis of `values` (points, seeds) as a line, which is returned, in the band they span."""
    low, middle, high = np.quantile(values, (0, 0.5, 1), axis=-1)
    ax.fill_between(x, low, high, color=look["color"], alpha=0.2, linewidth=0)
    return ax.plot(x, middle, **look)[0]


@style.house()
def steps_against_kappa(
    ax: Axes, kappas: np.ndarray, steps: Mapping[str, Sequence | np.ndarray]
) -> Axes:
    """Steps to shrink an error a million times against the condition number, log scales: one band a method.

    steps: {words for the method: counts, one row a κ, one column a seed}, in this order: gradient descent, momentum
    with β = 0.9, Nesterov's, momentum.
    """
    looks = [
        style.OPTIMIZERS["gradient_descent"],
        FIXED_BETA_STYLE,
        style.OPTIMIZERS["nesterov"],
        style.OPTIMIZERS["momentum"],
    ]
    for (words, counts), look, lift in zip(steps.items(), looks, (0, 0, 5, -5)):
        line = median_band(ax, kappas, counts, marker="o", markersize=4, **look)
        style.label_line(line, words, xytext=(8, lift))
    ax.set(
        xscale="log",
        yscale="log",
        xlabel="condition number κ",
        ylabel="steps to a millionth of the error",
    )
    ax.set_xlim(kappas[0] / 1.2, 12 * kappas[-1])
    ax.set_xticks(kappas)
    return ax


@style.house()
def well_thresholds(ax: Axes, rates: np.ndarray, betas: Mapping[float, np.ndarray]) -> Axes:
    """The smallest β that gets over the wall against the learning rate, by start: dots measured, lines of slope ½.

    1 - β is drawn on a log scale, growing downwards; each line goes through the dot at the smallest rate.
    """
    for (start, critical), color, marker in zip(
        betas.items(), (style.BLUE, style.VERMILION, style.PURPLE), "os^"
    ):
        law = (1 - critical[0]) * np.sqrt(rates / rates[0])
        (line,) = ax.plot(rates, law, color=color, linewidth=1.2)
        ax.plot(rates, 1 - critical, marker, color=color, markersize=6)
        style.label_line(line, f"from {start:g}".replace("-", "−"), xytext=(8, 0))
    ticks = [0.5, 0.8, 0.9, 0.95, 0.98, 0.99]
    words = "smallest β that gets over\n(1 − β on a log scale, reversed)"
    ax.set(xscale="log", yscale="log", xlabel="learning rate η", ylabel=words)
    ax.set_ylim(0.6, 0.008)
    ax.set_yticks([1 - b for b in ticks], labels=[f"{b:g}" for b in ticks])
    ax.minorticks_off()
    ax.set_xlim(rates[0] / 1.3, 3 * rates[-1])
    return ax


@style.house()
def bouncing(
    axes: Iterable[Axes], update: np.ndarray, loss: np.ndarray, gradient_norm: np.ndarray, cut: int
) -> None:
    """Loss and gradient norm on all the data while a network trains; a line where the learning rate is cut.

    loss, gradient_norm: (seeds, rows)
    """
    for ax, values, words in zip(axes, (loss, gradient_norm), ("loss", "gradient norm ‖g‖")):
        median_band(ax, update, values.T, color=style.BLUE, linewidth=1.4)
        ax.axvline(cut, color=style.GRAY, linewidth=1, linestyle=":")
        ax.set(xlabel="update", ylabel=words, ylim=(0, None), xlim=(0, update[-1]))
        ax.annotate(
            "rate cut ",
            (cut, 0.97),
            xycoords=("data", "axes fraction"),
            ha="right",
            va="top",
            fontsize=9,
        )


@style.house()
def loss_against_total_step(
    ax: Axes, rows: Mapping[str, np.ndarray], batch_size: int, methods: Sequence[str]
) -> Axes:
    """Loss after training against η / (1 - β), log scales, for one batch size: bands over seeds, one a method."""
    for name in methods:
        mine = (rows["batch_size"] == batch_size) & (rows["method"] == name)
        totals = np.unique(rows["total_step"][mine])
        losses = np.array([rows["loss"][mine & (rows["total_step"] == total)] for total in totals])
        line = median_band(ax, totals, losses, marker="o", markersize=4, **style.OPTIMIZERS[name])
        line.set_label(name.replace("_", " "))
    ax.set(xscale="log", yscale="log", xlabel="total step η / (1 − β)", ylim=(1e-4, 30))
    return ax


@style.house()
def sharpness_at_the_edge(
    ax: Axes, rows: Mapping[str, np.ndarray], edges: Mapping[float, float]
) -> Axes:
    """λ_max of the Hessian while training, by β: bands over seeds, and the edges 2 (1 + β) / η dotted."""
    for (beta, edge), dash in zip(edges.items(), ("-", "-.", "--")):
        mine = rows["beta"] == beta
        steps = np.unique(rows["step"][mine])
        values = np.array([rows["sharpness"][mine & (rows["step"] == step)] for step in steps])
        line = median_band(
            ax, steps, values, color=BETA_COLORS[beta], linestyle=dash, linewidth=1.6
        )
        ax.axhline(edge, color=BETA_COLORS[beta], linestyle=":", linewidth=1)
        style.label_line(line, f"β = {beta:g}", xytext=(6, 0))
    ax.set(
        xlabel="step",
        ylabel=r"largest curvature $\lambda_{\max}$",
        ylim=(0, None),
        xlim=(0, 1.16 * steps[-1]),
    )
    return ax
