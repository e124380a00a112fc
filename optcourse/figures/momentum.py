"""Lesson 03: a phase diagram of η and β, the law of √κ, a cycle, a well, bouncing, digits."""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.colors import LogNorm

from optcourse.figures import style

RATES, BETAS = (0.05, 5.0), (0.0, 0.99)  # what the map shows, where the steepest curvature is 1
MAP_POINTS = (60, 90)  # rows, columns
MAX_STEP_RATIO = 25  # times the fewest steps: where the color scale ends
FIXED_REGIONS = {"both creep": (0.1, 0.2), "diverges": (3.5, 0.1)}  # where these words stand
# Words that move along β: their learning rate, the share of β they need there, and the motions of
# the steep and of the flat direction, as indices into quadratics.REGIMES.
REGIONS = {
    "steep swings,\nflat creeps": (0.4, 0.395, 1, 0),
    "both swing": (0.7, 0.095, 1, 1),
    "flips": (1.25, 0.295, 2, 0),
}
MOMENTUM_REGIONS = {**REGIONS, "flips": (1.77, 0.08, 2, 0)}  # smaller than Nesterov's
STEEP_STYLE = {"color": style.PURPLE, "linestyle": ":"}
FLAT_STYLE = {"color": "#8a5a00", "linestyle": "-."}
FIXED_BETA_STYLE = {"color": style.ORANGE, "linestyle": (0, (1, 1))}  # β = 0.9 whatever κ
LABELS = {"gradient_descent": "gradient descent", "nesterov": "Nesterov's"}
LAW_STYLES = {  # of a line, and how far its name stands above its end
    "gradient descent": (style.OPTIMIZERS["gradient_descent"], 0),
    "momentum, β = 0.9": (FIXED_BETA_STYLE, 0),
    "Nesterov's": (style.OPTIMIZERS["nesterov"], 5),
    "momentum": (style.OPTIMIZERS["momentum"], -5),
}
BETA_COLORS = {0.0: style.BLUE, 0.5: style.PURPLE, 0.9: style.VERMILION}


@style.house()
def phase_diagram(ax: Axes) -> dict[str, Artist]:
    """Artists for a map of learning rate and β, where the steepest curvature is 1; without numbers.

    "steps": an image of the steps to a millionth over the fewest, darkest blue where they are few;
    "too fast": a polygon, orange, where it diverges; "flat edges", "steep edges": lines where the
    motion of a direction changes; and texts that say how the error moves there.
    """
    box = {"extent": (0, 1, 0, 1), "transform": ax.transAxes, "origin": "lower", "aspect": "auto"}
    look = {"cmap": style.HEIGHT_COLORMAP, "norm": LogNorm(1, MAX_STEP_RATIO)}
    artists = {
        "steps": ax.imshow(np.ones(MAP_POINTS), interpolation="bilinear", zorder=0, **box, **look),
        "too fast": ax.fill([1], [0], facecolor="#f8dcc0", zorder=2.2)[0],
    }
    for name, look, order in (("flat edges", FLAT_STYLE, 2), ("steep edges", STEEP_STYLE, 2.4)):
        (artists[name],) = ax.plot([], [], color=look["color"], linewidth=1.2, zorder=order)
    centered = {"fontsize": 8.5, "ha": "center", "va": "center", "color": style.BLACK}
    places = {**dict.fromkeys(REGIONS, (1, 0.5)), **FIXED_REGIONS}
    artists |= {name: ax.text(*place, name, **centered) for name, place in places.items()}
    ax.set(xscale="log", xlim=RATES, ylim=BETAS, xlabel="learning rate η (log scale)")
    style.log_ticks(ax.xaxis, [0.1, 0.2, 0.5, 1, 2, 5])
    ax.set(ylabel="momentum β")
    return artists


@style.house()
def steps_against_kappa(
    ax: Axes, kappas: np.ndarray, steps: Mapping[str, Sequence | np.ndarray]
) -> Axes:
    """Steps to shrink an error a million times against κ, log scales: a band for each method.

    steps: {name in LAW_STYLES: counts (kappas, seeds)}
    """
    for name, counts in steps.items():
        look, lift = LAW_STYLES[name]
        line = style.median_band(ax, kappas, counts, marker="o", markersize=4, **look)
        style.label_line(line, name, xytext=(8, lift))
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
def endless_cycle(
    axes: Iterable[Axes], w: np.ndarray, slope: np.ndarray, paths: Mapping[str, np.ndarray]
) -> None:
    """A slope against w, with the last three places of each path on it; the paths, step by step.

    w, slope: (points,), w rising; paths: {method: (steps + 1,)}, methods of style.OPTIMIZERS.
    """
    left, right = axes
    left.plot(w, slope, color=style.BLACK, linewidth=1.2)
    left.axhline(0, color=style.LIGHT, linewidth=1, zorder=0)
    for (name, path), marker in zip(paths.items(), "os"):
        look = {**style.OPTIMIZERS[name], "label": LABELS.get(name, name)}
        last = path[-3:]
        left.plot(last, np.interp(last, w, slope), marker, color=look["color"], markersize=7)
        right.plot(path, marker=".", linewidth=1.2, **look)
    left.set(xlabel="w", ylabel="slope of the loss")
    right.set(xlabel="step t", ylabel="w")
    right.legend(frameon=False, loc="lower left", bbox_to_anchor=(0, 1), ncols=2)


@style.house()
def well_thresholds(ax: Axes, rates: np.ndarray, betas: Mapping[float, np.ndarray]) -> Axes:
    """The smallest β that gets over the wall against the learning rate, by start: dots measured.

    1 - β is drawn on a log scale, growing downwards; a line of slope ½ goes through the dot at the
    smallest rate. betas: {start: (rates,)}
    """
    looks = ((style.BLUE, "o"), (style.VERMILION, "s"), (style.PURPLE, "^"))
    for (start, critical), (color, marker) in zip(betas.items(), looks):
        law = (1 - critical[0]) * np.sqrt(rates / rates[0])
        (line,) = ax.plot(rates, law, color=color, linewidth=1.2)
        ax.plot(rates, 1 - critical, marker, color=color, markersize=6)
        style.label_line(line, f"from {start:g}".replace("-", "−"), xytext=(8, 0))
    ticks = [0.5, 0.8, 0.9, 0.95, 0.98, 0.99]
    ylabel = "smallest β that gets over\n(1 − β on a log scale, reversed)"
    ax.set(xscale="log", yscale="log", xlabel="learning rate η", ylabel=ylabel)
    ax.set_ylim(0.6, 0.008)
    style.log_ticks(ax.yaxis, [1 - b for b in ticks], [f"{b:g}" for b in ticks])
    ax.set_xlim(rates[0] / 1.3, 3 * rates[-1])
    return ax


@style.house()
def bouncing(
    axes: Iterable[Axes],
    y: np.ndarray,
    heights: np.ndarray,
    jumps: np.ndarray,
    losses: Mapping[float, np.ndarray],
) -> None:
    """A cut through a ravine with a walk's jumps from wall to wall; losses step by step, by β.

    heights: of the walls at y; jumps: places of a walk, one after the other; losses: {β: (steps,)}
    """
    cut, curves = axes
    cut.plot(y, heights, color=style.BLACK, linewidth=1.2)
    look = {"color": BETA_COLORS[0.0], "linewidth": 1, "marker": "o", "markersize": 6}
    cut.plot(jumps, np.interp(jumps, y, heights), **look)
    cut.set(xlabel="y", ylabel="loss at x = 0", ylim=(0, None))
    for (beta, values), dash in zip(losses.items(), ("-", "-.", "--")):
        look = {"color": BETA_COLORS[beta], "linestyle": dash, "linewidth": 1.4}
        (line,) = curves.plot(values, **look)
        style.label_line(line, f"β = {beta:g}", xytext=(6, 0))
    curves.axhline(1, color=style.GRAY, linewidth=1, linestyle=":")
    curves.set(xlabel="step t", ylabel="loss", ylim=(0, None))
    curves.set_xlim(0, 1.2 * len(values))


@style.house()
def oscillation(
    axes: Iterable[Axes], update: np.ndarray, loss: np.ndarray, gradient_norm: np.ndarray, cut: int
) -> None:
    """Loss and gradient norm (seeds, updates) while a network trains; a line at the rate's cut."""
    panels = (("loss", loss), ("gradient norm ‖g‖", gradient_norm))
    for ax, (ylabel, values) in zip(axes, panels):
        style.median_band(ax, update, values.T, color=style.BLUE, linewidth=1.4)
        ax.axvline(cut, color=style.GRAY, linewidth=1, linestyle=":")
        ax.set(xlabel="update", ylabel=ylabel, ylim=(0, None), xlim=(0, update[-1]))
        options = {"xycoords": ("data", "axes fraction"), "ha": "right", "va": "top"}
        ax.annotate("rate cut ", (cut, 0.97), fontsize=9, **options)


@style.house()
def loss_against_effective_rate(
    ax: Axes, rows: style.Arrays, batch_size: int, methods: Sequence[str]
) -> Axes:
    """Loss after training against η / (1 - β), log scales, for one batch size: a band a method."""
    for name in methods:
        mine = (rows["batch_size"] == batch_size) & (rows["method"] == name)
        rates = np.unique(rows["effective_rate"][mine])
        losses = [rows["loss"][mine & (rows["effective_rate"] == rate)] for rate in rates]
        look = {"marker": "o", "markersize": 4, **style.OPTIMIZERS[name]}
        line = style.median_band(ax, rates, np.array(losses), **look)
        line.set_label(LABELS.get(name, name))
    ax.set(xscale="log", yscale="log", xlabel="total step η / (1 − β)", ylim=(1e-4, 30))
    return ax


@style.house()
def sharpness_at_the_edge(ax: Axes, rows: style.Arrays, edges: Mapping[float, float]) -> Axes:
    """λ_max of the Hessian while training, by β, over seeds; dotted its edge 2 (1 + β) / η."""
    for (beta, edge), dash in zip(edges.items(), ("-", "-.", "--")):
        mine = rows["beta"] == beta
        steps = np.unique(rows["step"][mine])
        values = [rows["sharpness"][mine & (rows["step"] == step)] for step in steps]
        look = {"color": BETA_COLORS[beta], "linestyle": dash, "linewidth": 1.6}
        line = style.median_band(ax, steps, np.array(values), **look)
        ax.axhline(edge, color=look["color"], linestyle=":", linewidth=1)
        style.label_line(line, f"β = {beta:g}", xytext=(6, 0))
    ax.set(
        xlabel="step",
        ylabel=r"largest curvature $\lambda_{\max}$",
        ylim=(0, None),
        xlim=(0, 1.16 * steps[-1]),
    )
    return ax
