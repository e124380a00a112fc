"""Lesson 03: a ball rolls down a hill with a small well on the way. Does it get over?"""

from functools import lru_cache, partial

import jax
import numpy as np
from matplotlib.colors import ListedColormap
from matplotlib.patches import Patch

from optcourse.experiments.momentum import wells
from optcourse.explorers.controls import point, slider
from optcourse.explorers.explorer import Explorer, goal
from optcourse.figures import style

WINDOW, HEIGHT_RANGE = (-4.4, 8.4), (-0.15, 3.6)
RATES, FRICTIONS = (
    (0.007, 0.5),
    (1.0, 0.01),
)  # learning rate; 1 - β, from the bottom of the map to its top
MAP_POINTS = (84, 60)
MAP_STEPS = 1000  # enough for gradient descent to creep down from the highest start
START_RANGE = (-4.0, 1.0)
STEPS = 251
SMALL_WELL = 0.44
FATE_COLORS = {
    "never over": "#dde6ee",
    "over and stays": "#f6c28b",
    "over and back": "#c9a2c4",
    "still rolling": "#ffffff",
}
ARROW_COLORS = {"−η g": style.BLUE, "β m": style.VERMILION, "m": style.BLACK}
ARROW_STYLE = {"width": 0.02, "head_width": 0.1, "length_includes_head": True}
ARROW_SCALE = 1.3  # length of an arrow for a move of √η


@style.house()
def well() -> Explorer:
    """Drag the start on the hill, and learning rate and β on the map: the ball, its energy, and what becomes of it."""
    figure, (hill, chart) = style.new(2, width=9.4, height=4.3, width_ratios=(1.25, 1))
    _draw_hill(hill)
    trail = hill.plot([], [], ".", color=style.VERMILION, markersize=4, zorder=3)[0]
    energy = hill.plot([], [], color=style.PURPLE, linewidth=1.2, linestyle="--", zorder=2.5)[0]
    plumb = hill.plot([], [], color=style.GRAY, linewidth=0.8, linestyle=":", zorder=4)[0]
    start_mark = hill.plot([], [], linestyle="none", zorder=5, **style.START)[0]
    ball = hill.plot(
        [], [], "o", color=style.VERMILION, markeredgecolor=style.BLACK, markersize=12, zorder=6
    )[0]
    arrows = [
        hill.arrow(0, 0, 1, 0, color=c, zorder=7, **ARROW_STYLE) for c in ARROW_COLORS.values()
    ]
    halo = {
        "facecolor": "white",
        "edgecolor": "none",
        "pad": 1,
    }  # the line of the energy runs behind the words
    names = [
        hill.text(0, 0, "", fontsize=9, color=c, va="center", zorder=7, bbox=halo)
        for c in ARROW_COLORS.values()
    ]
    image, law, here = _draw_map(chart)

    def update(start, numbers, step):
        w0 = float(np.clip(start[0], *START_RANGE))
        rate, beta = float(numbers[0]), 1 - float(numbers[1])
        w, m, E, fate = (np.asarray(x) for x in _roll(rate, beta, w0))
        fates, critical = _fate_map(round(w0, 2))
        image.set_data(fates)
        law.set_data(RATES, critical * np.sqrt(RATES))
        here.set_data([rate], [1 - beta])
        heights = np.asarray(wells.hill(w))
        trail.set_data(w, heights)
        energy.set_data(w, E)
        start_mark.set_data([w0], heights[:1])
        plumb.set_data(
            [start[0], w0], [start[1], heights[0]]
        )  # the hand may hold the start off the hill
        ball.set_data(w[[step]], heights[[step]])
        _draw_moves(arrows, names, rate, beta, w, m, step)
        friction = (1 - beta) / rate**0.5
        result = {
            "fate": wells.FATES[fate],
            "beta": beta,
            "friction": friction,
            "critical": critical,
            "start": w0,
        }
        return {"status": _status(result, w, m, heights), **result}

    controls = [
        point("start", hill, (wells.START, float(wells.hill(wells.START)))),
        point("numbers", chart, (0.05, 0.1), "η, 1 − β"),
        slider("step", range(STEPS), 12, "step t", plays=True),
    ]
    moving = [trail, energy, plumb, start_mark, ball, *arrows, *names, image, law, here]
    alt = "A ball on a hill with a small well before a deep one, and a map of what becomes of it for each η and β."
    return Explorer(figure, update, controls, moving, alt, GOALS)


def _ends_as(result, fate) -> bool:
    return result["fate"] == fate and result["start"] <= -2.5


GOALS = [
    goal(
        "get over the wall and stay, from a start left of −2.5",
        partial(_ends_as, fate="over and stays"),
    ),
    goal("get over, but come back", partial(_ends_as, fate="over and back")),
    goal(
        "get over and stay with β at most 0.8",
        lambda r: _ends_as(r, "over and stays") and r["beta"] <= 0.8,
    ),
]


@jax.jit
def _roll(rate, beta, start):
    """Places, moves and energies of the ball, and its fate."""
    w, m = wells.roll_ball(rate, beta, start, STEPS).path
    return w, m, wells.energy(w, m, rate), wells.fates(rate, beta, start)


@lru_cache(maxsize=64)
def _fate_map(start):
    """The fate of every (η, 1 - β) of the map, lowest row first, and the friction at the threshold."""
    rates, frictions = np.geomspace(*RATES, MAP_POINTS[0]), np.geomspace(*FRICTIONS, MAP_POINTS[1])
    fates = np.asarray(wells.fates(rates[None], 1 - frictions[:, None], start, steps=MAP_STEPS))
    return fates, float(wells.friction(0.01, wells.critical_beta(0.01, start, bits=10)))


def _status(result, w, m, heights) -> str:
    edge = float(wells.barrier_top())
    setting = f"β = {result['beta']:.3g}, friction γ = {result['friction']:.2f}: "
    if result["fate"] == "still rolling":
        return setting + "it is still rolling after 2000 steps."
    if result["fate"] == "never over":
        inside = heights[(m > 0) & (w > SMALL_WELL) & (w <= edge)]  # where a move led up the wall
        climbs = (
            f"it climbs to {inside.max():.2f} of {wells.hill(edge):.2f}, "
            if inside.size
            else "it creeps, "
        )
        return setting + climbs + "and stays in the small well."
    first = int(np.argmax(w > edge))
    over = f"over the top at step {first}" if first else "over the top, but late"
    return f"{setting}{over}, " + (
        "and it stays." if result["fate"] == "over and stays" else "and back again."
    )


def _draw_moves(arrows, names, rate, beta, w, m, step):
    """Three arrows over the ball: what the gradient adds, what is kept of the last move, and their sum, the next."""
    kept = beta * m[step]
    pushes = (m[step + 1] - kept, kept, m[step + 1])
    for i, (arrow, name, words, push) in enumerate(zip(arrows, names, ARROW_COLORS, pushes)):
        length = ARROW_SCALE * push / np.sqrt(rate)
        shown = bool(np.abs(length) > 0.15 and np.isfinite(w[step]))
        arrow.set_visible(shown)
        name.set_text(words if shown else "")
        if shown:
            y = float(wells.hill(w[step])) + 0.3 + 0.2 * i
            arrow.set_data(x=w[step], y=y, dx=length, dy=0, head_length=min(0.3, abs(length)))
            name.set(
                position=(w[step] + length + 0.2 * np.sign(length), y),
                ha="left" if length > 0 else "right",
            )


def _draw_hill(ax):
    w = np.linspace(*WINDOW, 400)
    height = wells.hill(w)
    ax.fill_between(w, HEIGHT_RANGE[0], height, color=style.LIGHT, alpha=0.5, linewidth=0)
    ax.plot(w, height, color=style.BLACK, linewidth=1.5)
    ax.axhline(
        float(wells.hill(wells.barrier_top())), color=style.GRAY, linewidth=0.8, linestyle=":"
    )
    ax.set(xlim=WINDOW, ylim=HEIGHT_RANGE, xlabel="w", ylabel="loss, and energy (dashed)")


def _draw_map(ax):
    """(image of the fates, line of the law, point): the axes of the map, with β written at 1 - β."""
    colors = ListedColormap(list(FATE_COLORS.values()))
    box = {
        "extent": (0, 1, 0, 1),
        "transform": ax.transAxes,
        "origin": "lower",
        "interpolation": "nearest",
    }
    image = ax.imshow(
        np.zeros(MAP_POINTS[::-1]), cmap=colors, vmin=-0.5, vmax=3.5, aspect="auto", **box
    )
    law = ax.plot([], [], color=style.BLACK, linewidth=1.2, zorder=4)[0]
    here = ax.plot([], [], "o", color=style.BLACK, markersize=9, zorder=6, clip_on=False)[0]
    ax.set(
        xscale="log", yscale="log", xlim=RATES, ylim=FRICTIONS, xlabel="learning rate η (log scale)"
    )
    ax.set_xticks([0.01, 0.1, 0.5], labels=["0.01", "0.1", "0.5"])
    betas = [0, 0.5, 0.8, 0.9, 0.95, 0.98, 0.99]
    ax.set_yticks([1 - b for b in betas], labels=[f"{b:g}" for b in betas])
    ax.minorticks_off()
    ax.set_ylabel("momentum β (1 − β on a log scale)")
    patches = [
        Patch(facecolor=c, edgecolor=style.GRAY, label=name) for name, c in FATE_COLORS.items()
    ]
    tight = {
        "handlelength": 1,
        "columnspacing": 1,
        "handletextpad": 0.4,
        "fontsize": 8.5,
        "frameon": False,
    }
    ax.legend(handles=patches, loc="lower right", bbox_to_anchor=(1.02, 1), ncols=4, **tight)
    return image, law, here
