"""Lesson 03: a ball rolls down a hill with a small well on the way. Does it get over?"""

from functools import lru_cache

import jax
import numpy as np
from matplotlib.colors import ListedColormap
from matplotlib.patches import Patch

from optcourse.experiments.momentum import wells
from optcourse.explorers.artists import empty_line, set_points, start_mark
from optcourse.explorers.controls import point, slider
from optcourse.explorers.explorer import Explorer, goal
from optcourse.explorers.picture import Picture
from optcourse.figures import style

WINDOW, HEIGHT_RANGE = (-4.4, 8.4), (-0.15, 3.6)
RATES = (0.007, 0.5)  # learning rates of the map
FRICTIONS = (1.0, 0.01)  # 1 - β, from the bottom of the map to its top
MAP_POINTS = (84, 60)
MAP_STEPS = 1000  # enough for gradient descent to creep down from the highest start
START_RANGE = (-4.0, 1.0)
STEPS = 251
SMALL_WELL = 0.44
OUTCOME_COLORS = {
    "never over": "#dde6ee",
    "over and stays": "#f6c28b",
    "over and back": "#c9a2c4",
    "still rolling": "#ffffff",
}
ARROW_COLORS = {"−η g": style.BLUE, "β m": style.VERMILION, "m": style.BLACK}
ARROW_STYLE = {"width": 0.02, "head_width": 0.1, "length_includes_head": True}
ARROW_SCALE = 1.3  # length of an arrow for a move of √η


@style.house()
def heavy_ball() -> Explorer:
    """Drag the start, and learning rate and β on a map: the ball, its energy, and its outcome."""
    figure, (hill, chart) = style.new(2, width=9.4, height=4.3, width_ratios=(1.25, 1))
    _draw_hill(hill)
    trail, energy, plumb, start_dot, ball = _ball_artists(hill)
    arrows, names = _arrows(hill)
    image, law, here = _draw_map(chart)

    def update(start, numbers, step):
        w0 = float(np.clip(start[0], *START_RANGE))
        rate, beta = float(numbers[0]), 1 - float(numbers[1])
        w, m, E, outcome = (np.asarray(x) for x in _roll(rate, beta, w0))
        heights = np.asarray(wells.hill(w))
        outcomes, critical = _outcome_map(round(w0, 2))
        image.set_data(outcomes)
        law.set_data(RATES, critical * np.sqrt(RATES))
        set_points(here, (rate, 1 - beta))
        trail.set_data(w, heights)
        energy.set_data(w, E)
        set_points(start_dot, (w0, heights[0]))
        set_points(plumb, [start, (w0, heights[0])])  # the hand may hold it off the hill
        set_points(ball, (w[step], heights[step]))
        _draw_moves(arrows, names, (w[step], beta * m[step], m[step + 1]), rate)
        result = {
            "outcome": wells.OUTCOMES[outcome],
            "beta": beta,
            "friction": (1 - beta) / rate**0.5,
            "critical": critical,
            "start": w0,
        }
        return {"status": _status(result, w, m, heights), **result}

    controls = [
        point("start", hill, (wells.START, float(wells.hill(wells.START)))),
        point("numbers", chart, (0.05, 0.1), "η, 1 − β"),
        slider("step", range(STEPS), 12, "step t", plays=True),
    ]
    moving = [trail, energy, plumb, start_dot, ball, *arrows, *names, image, law, here]
    alt = "A ball on a hill with a small well before a deep one, "
    alt += "and a map of what becomes of it for each η and β."
    return Explorer(Picture(figure, moving), update, controls, alt, GOALS)


def _stays(result) -> bool:
    return result["outcome"] == "over and stays" and result["start"] <= -2.5


def _comes_back(result) -> bool:
    return result["outcome"] == "over and back" and result["start"] <= -2.5


GOALS = [
    goal("get over the wall and stay, from a start left of −2.5", _stays),
    goal("get over, but come back", _comes_back),
    goal("get over and stay with β at most 0.8", lambda r: _stays(r) and r["beta"] <= 0.8),
]


@jax.jit
def _roll(rate, beta, start):
    """Positions, moves and energies of the ball, and its outcome."""
    w, m = wells.roll_ball(rate, beta, start, STEPS).path
    return w, m, wells.energy(w, m, rate), wells.outcomes(rate, beta, start)


@lru_cache(maxsize=64)
def _outcome_map(start):
    """The outcome at every (η, 1 - β) of the map, lowest row first; friction at the threshold."""
    rates = np.geomspace(*RATES, MAP_POINTS[0])
    betas = 1 - np.geomspace(*FRICTIONS, MAP_POINTS[1])
    outcomes = np.asarray(wells.outcomes(rates[None], betas[:, None], start, steps=MAP_STEPS))
    return outcomes, float(wells.friction(0.01, wells.critical_beta(0.01, start, bits=10)))


def _status(result, w, m, heights) -> str:
    setting = f"β = {result['beta']:.3g}, friction γ = {result['friction']:.2f}"
    if result["outcome"] == "still rolling":
        return f"{setting}: it is still rolling after 2000 steps."
    top = float(wells.barrier_top())
    if result["outcome"] == "never over":
        inside = heights[(m > 0) & (w > SMALL_WELL) & (w <= top)]  # where a move led up the wall
        climb = "it creeps"
        if inside.size:
            climb = f"it climbs to {inside.max():.2f} of {wells.hill(top):.2f}"
        return f"{setting}: {climb}, and stays in the small well."
    first = int(np.argmax(w > top))
    over = f"over the top at step {first}" if first else "over the top, but late"
    end = "it stays" if result["outcome"] == "over and stays" else "back again"
    return f"{setting}: {over}, and {end}."


def _ball_artists(ax):
    """(trail, energy, line from the hand to the start, start, ball)."""
    trail = empty_line(ax, ".", color=style.VERMILION, markersize=4, zorder=3)
    energy = empty_line(ax, color=style.PURPLE, linewidth=1.2, linestyle="--", zorder=2.5)
    plumb = empty_line(ax, color=style.GRAY, linewidth=0.8, linestyle=":", zorder=4)
    start_dot = start_mark(ax)
    black_edge = {"color": style.VERMILION, "markeredgecolor": style.BLACK, "markersize": 12}
    return trail, energy, plumb, start_dot, empty_line(ax, "o", zorder=6, **black_edge)


def _arrows(ax):
    """(arrows, their names) for the moves of the ball."""
    halo = {"facecolor": "white", "edgecolor": "none", "pad": 1}  # the energy's line runs behind
    arrows, names = [], []
    for color in ARROW_COLORS.values():
        arrows.append(ax.arrow(0, 0, 1, 0, color=color, zorder=7, **ARROW_STYLE))
    for color in ARROW_COLORS.values():
        names.append(ax.text(0, 0, "", fontsize=9, color=color, va="center", zorder=7, bbox=halo))
    return arrows, names


def _draw_moves(arrows, names, ball, rate):
    """Arrows over the ball: what the gradient adds, what stays of the last move, and their sum.

    ball: its position w, the part β m that stays, and the next move.
    """
    w, momentum, move = ball
    moves = (move - momentum, momentum, move)
    for i, (arrow, name, text) in enumerate(zip(arrows, names, ARROW_COLORS)):
        length = ARROW_SCALE * moves[i] / np.sqrt(rate)
        shown = bool(np.abs(length) > 0.15 and np.isfinite(w))
        arrow.set_visible(shown)
        name.set_text(text if shown else "")
        if shown:
            y = float(wells.hill(w)) + 0.3 + 0.2 * i
            arrow.set_data(x=w, y=y, dx=length, dy=0, head_length=min(0.3, abs(length)))
            name.set(position=(w + length + 0.2 * np.sign(length), y))
            name.set_horizontalalignment("left" if length > 0 else "right")


def _draw_hill(ax):
    w = np.linspace(*WINDOW, 400)
    height = wells.hill(w)
    ax.fill_between(w, HEIGHT_RANGE[0], height, color=style.LIGHT, alpha=0.5, linewidth=0)
    ax.plot(w, height, color=style.BLACK, linewidth=1.5)
    top = float(wells.hill(wells.barrier_top()))
    ax.axhline(top, color=style.GRAY, linewidth=0.8, linestyle=":")
    ax.set(xlim=WINDOW, ylim=HEIGHT_RANGE, xlabel="w", ylabel="loss, and energy (dashed)")


def _draw_map(ax):
    """(image of the outcomes, line of the law, dot): axes of the map, with β written at 1 - β."""
    colors = ListedColormap(list(OUTCOME_COLORS.values()))
    box = {"extent": (0, 1, 0, 1), "transform": ax.transAxes, "origin": "lower", "aspect": "auto"}
    steps = {"cmap": colors, "vmin": -0.5, "vmax": 3.5, "interpolation": "nearest"}
    image = ax.imshow(np.zeros(MAP_POINTS[::-1]), **box, **steps)
    law = empty_line(ax, color=style.BLACK, linewidth=1.2, zorder=4)
    here = empty_line(ax, "o", color=style.BLACK, markersize=9, zorder=6, clip_on=False)
    ax.set(xscale="log", yscale="log", xlim=RATES, ylim=FRICTIONS)
    ax.set(xlabel="learning rate η (log scale)", ylabel="momentum β (1 − β on a log scale)")
    ax.set_xticks([0.01, 0.1, 0.5], labels=["0.01", "0.1", "0.5"])
    betas = [0, 0.5, 0.8, 0.9, 0.95, 0.98, 0.99]
    ax.set_yticks([1 - b for b in betas], labels=[f"{b:g}" for b in betas])
    ax.minorticks_off()
    edge = style.GRAY
    patches = [Patch(facecolor=c, edgecolor=edge, label=name) for name, c in OUTCOME_COLORS.items()]
    tight = {"handlelength": 1, "columnspacing": 1, "handletextpad": 0.4, "fontsize": 8.5}
    above = {"loc": "lower right", "bbox_to_anchor": (1.02, 1), "ncols": 4, "frameon": False}
    ax.legend(handles=patches, **above, **tight)
    return image, law, here
