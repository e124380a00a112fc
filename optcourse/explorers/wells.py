"""Lesson 03: a ball rolls down a hill with a small well on the way. Does it get over?"""

import jax.numpy as jnp
import numpy as np
from matplotlib.colors import ListedColormap
from matplotlib.patches import Patch

from optcourse.experiments.momentum import wells
from optcourse.explorers.artists import empty_line, start_mark
from optcourse.explorers.computed import Computation, Frame, computed_explorer
from optcourse.explorers.controls import point, slider
from optcourse.explorers.explorer import Explorer
from optcourse.figures import style

WINDOW, HEIGHT_RANGE = (-4.4, 8.4), (-0.15, 3.6)
RATES = (0.007, 0.5)  # learning rates of the map
FRICTIONS = (1.0, 0.01)  # 1 - β, from the bottom of the map to its top
MAP_POINTS = (40, 56)  # rows, columns
MAP_RATES = np.geomspace(*RATES, 2 * MAP_POINTS[1] + 1)[1::2]  # middles of the cells
MAP_BETAS = 1 - np.geomspace(*FRICTIONS, 2 * MAP_POINTS[0] + 1)[1::2]
MAP_STEPS = 1000  # enough for gradient descent to creep down from the highest start
START_RANGE, TRACK_HEIGHT = (-4.0, 1.0), 0.2
STEPS, LAST_SHOWN = 251, 120
SMALL_WELL = 0.44
OUTCOME_COLORS = {
    "never over": "#dde6ee",
    "over and stays": "#f6c28b",
    "over and back": "#c9a2c4",
    "still rolling": "#ffffff",
}
ARROWS = {"−η g": style.BLUE, "β m": style.VERMILION, "m": style.BLACK}
ARROW_SCALE = 1.3  # length of an arrow for a move of √η


@style.house()
def heavy_ball() -> Explorer:
    """Drag the start, and learning rate and β on a map: the ball, its energy, and its outcome."""
    figure, (hill, chart) = style.new(2, width=9.4, height=4.3, width_ratios=(1.25, 1))
    track = _draw_hill(hill)
    computation = Computation(
        name="heavy_ball",
        compute=ball_frame,
        artists={**_ball_artists(hill, track), **_arrows(hill), **_map_artists(chart)},
        sentences=SENTENCES,
        goals=GOALS,
        words={"setting": SETTING, **{f"name of {name}": name for name in ARROWS}},
        names={"outcome": wells.OUTCOMES},
        runs=("trail",),
    )
    controls = [
        point("start", track, (wells.START, 0.5)),
        point("numbers", chart, (0.05, 0.1), "η, 1 − β"),
        slider("step", range(LAST_SHOWN + 1), 12, "step t", plays=True),
    ]
    alt = "A ball on a hill with a small well before a deep one, "
    alt += "and a map of what becomes of it for each η and β."
    return computed_explorer(figure, computation, controls, alt)


SENTENCES = {
    "still rolling": f"Still rolling after {wells.STEPS} steps.",
    "too low": "Not over: it starts below the top.",
    "climbs": "Not over: it climbs to {climb:.2f} of {top:.2f}, and stays in the small well.",
    "creeps": "Not over: it creeps, and stays in the small well.",
    "stays": "Over the top at step {first:.0f}, and it stays.",
    "stays, late": "Over the top, but late, and it stays.",
    "back": "Over the top at step {first:.0f}, and back again.",
    "back, late": "Over the top, but late, and back again.",
}
SETTING = "η = {rate:.3g}, β = {beta:.3g}: friction γ = {friction:.2f}"
GOALS = [
    "get over the wall and stay, from a start left of −2.5 (now {start:.1f})",
    "get over, but come back, from there",
    "get over and stay, from there, with β at most 0.8 (now {beta:.2f})",
]


def ball_frame(start, numbers, step) -> Frame:
    """All that `heavy_ball` computes, from the values of its controls."""
    w0 = jnp.clip(start[0], *START_RANGE)
    rate, beta = numbers[0], jnp.clip(1 - numbers[1], 0, 1 - FRICTIONS[1])
    w, m = wells.roll_ball(rate, beta, w0, STEPS).path
    heights, top = wells.hill(w), wells.barrier_top()
    outcome = wells.outcomes(rate, beta, w0)
    over = w > top
    late, first = ~jnp.any(over), jnp.argmax(over)
    climbing = (m > 0) & (w > SMALL_WELL) & ~over  # where a move led up the wall
    never, stays, back = (outcome == wells.OUTCOMES.index(each) for each in wells.OUTCOMES[:3])
    too_low = never & (heights[0] < wells.hill(top))
    verdicts = [too_low, never & jnp.any(climbing), never, stays & ~late, stays, ~late, True]
    left = w0 <= -2.5
    ball = jnp.stack([w[step], heights[step]])
    begin = jnp.stack([w0, heights[0]])
    return Frame(
        points={
            "trail": jnp.stack([w, heights], axis=1),
            "energy": jnp.stack([w, wells.energy(w, m, rate)], axis=1),
            "plumb": jnp.stack([jnp.stack([w0, TRACK_HEIGHT]), begin]),
            "begin": begin,
            "start": jnp.stack([w0, 0.5]),
            "ball": ball,
            **_arrow_points(ball, (beta * m[step], m[step + 1]), rate),
            **_map(w0),
            "here": jnp.stack([rate, 1 - beta]),
        },
        sentence=jnp.argmax(jnp.array([outcome == 3, *verdicts])),
        facts={
            "outcome": outcome,
            "rate": rate,
            "beta": beta,
            "friction": wells.friction(rate, beta),
            "start": w0,
            "first": first,
            "climb": jnp.max(jnp.where(climbing, heights, 0)),
            "top": wells.hill(top),
        },
        goals=[left & stays, left & back, left & stays & (beta <= 0.8)],
    )


def _map(start) -> dict:
    """The outcome at every (η, 1 - β) of the map, lowest row first; the line of one friction."""
    critical = wells.friction(0.01, wells.critical_beta(0.01, start, bits=10))
    rates = jnp.array(RATES)
    return {
        "outcomes": wells.outcome_map(MAP_RATES, MAP_BETAS, start, MAP_STEPS),
        "law": jnp.stack([rates, critical * jnp.sqrt(rates)], axis=1),
    }


def _arrow_points(ball, moves, rate) -> dict:
    """Arrows over the ball: what the gradient adds, what stays of the last move, and their sum.

    moves: the part β m that stays, and the next move.
    """
    momentum, move = moves
    points = {}
    for i, (name, part) in enumerate(zip(ARROWS, (move - momentum, momentum, move))):
        length = ARROW_SCALE * part / jnp.sqrt(rate)
        inside = (WINDOW[0] < ball[0]) & (ball[0] < WINDOW[1])
        shown = inside & (jnp.abs(length) > 0.15)
        tail = jnp.stack([ball[0], jnp.minimum(ball[1], HEIGHT_RANGE[1] - 0.9) + 0.3 + 0.2 * i])
        label = tail + jnp.stack([length + 0.6 * jnp.sign(length), 0])
        points[name] = jnp.where(shown, tail + _arrow(length), jnp.nan)
        points[f"name of {name}"] = jnp.where(shown, label, jnp.nan)[None]
    return points


def _arrow(length):
    """Corners of a level arrow from the origin."""
    shaft = jnp.maximum(jnp.abs(length) - 0.3, 0)
    x = jnp.stack([0, shaft, shaft, jnp.abs(length), shaft, shaft, 0])
    y = jnp.array([0.01, 0.01, 0.05, 0, -0.05, -0.01, -0.01])
    return jnp.stack([jnp.sign(length) * x, y], axis=1)


def _ball_artists(ax, track) -> dict:
    black_edge = {"color": style.VERMILION, "markeredgecolor": style.BLACK, "markersize": 12}
    return {
        "trail": empty_line(ax, ".", color=style.VERMILION, markersize=4, zorder=3),
        "energy": empty_line(ax, color=style.PURPLE, linewidth=1.2, linestyle="--", zorder=2.5),
        "plumb": empty_line(ax, color=style.GRAY, linewidth=0.8, linestyle=":", zorder=4),
        "begin": empty_line(ax, "o", color=style.BLACK, markersize=5, zorder=5),
        "start": start_mark(track, clip_on=False),
        "ball": empty_line(ax, "o", zorder=6, **black_edge),
    }


def _arrows(ax) -> dict:
    """The moves of the ball, and their names."""
    halo = {"facecolor": "white", "edgecolor": "none", "pad": 1}  # the energy's line runs behind
    small = {"fontsize": 9, "ha": "center", "va": "center", "zorder": 7, "bbox": halo}
    arrows = {name: ax.fill([0], [0], color=c, zorder=7)[0] for name, c in ARROWS.items()}
    names = {f"name of {name}": ax.text(0, 0, "", color=c, **small) for name, c in ARROWS.items()}
    return arrows | names


def _draw_hill(ax):
    """The hill; on the ground below it the track of its start: axes of their own."""
    w = np.linspace(*WINDOW, 400)
    height = wells.hill(w)
    ax.fill_between(w, HEIGHT_RANGE[0], height, color=style.LIGHT, alpha=0.5, linewidth=0)
    ax.plot(w, height, color=style.BLACK, linewidth=1.5)
    top = float(wells.hill(wells.barrier_top()))
    ax.axhline(top, color=style.GRAY, linewidth=0.8, linestyle=":")
    ax.set(xlim=WINDOW, ylim=HEIGHT_RANGE, xlabel="w", ylabel="loss, and energy (dashed)")
    ax.text(np.mean(START_RANGE), 0.45, "drag the start", fontsize=9, color=style.GRAY, ha="center")
    low, high = START_RANGE
    box = (low, TRACK_HEIGHT, high - low, 0.01)  # so flat that the hand moves along it
    track = ax.inset_axes(box, transform=ax.transData, xlim=START_RANGE, ylim=(0, 1))
    track.axis("off")
    track.axhline(0.5, color=style.GRAY, linewidth=2, clip_on=False)
    return track


def _map_artists(ax) -> dict:
    """Outcomes, the line of the law, the dot, its numbers: with β written at 1 - β."""
    colors = ListedColormap(list(OUTCOME_COLORS.values()))
    box = {"extent": (0, 1, 0, 1), "transform": ax.transAxes, "origin": "lower", "aspect": "auto"}
    steps = {"cmap": colors, "vmin": -0.5, "vmax": 3.5, "interpolation": "nearest"}
    ax.set(xscale="log", yscale="log", xlim=RATES, ylim=FRICTIONS)
    ax.set(xlabel="learning rate η (log scale)", ylabel="momentum β (1 − β on a log scale)")
    style.log_ticks(ax.xaxis, [0.01, 0.1, 0.5])
    betas = [0, 0.5, 0.8, 0.9, 0.95, 0.98, 0.99]
    style.log_ticks(ax.yaxis, [1 - b for b in betas], [f"{b:g}" for b in betas])
    named = {"edgecolor": style.GRAY}
    patches = [Patch(facecolor=c, label=name, **named) for name, c in OUTCOME_COLORS.items()]
    tight = {"handlelength": 1, "columnspacing": 1, "handletextpad": 0.4, "fontsize": 8.5}
    above = {"loc": "lower right", "bbox_to_anchor": (1.02, 1), "ncols": 4, "frameon": False}
    ax.legend(handles=patches, **above, **tight)
    return {
        "outcomes": ax.imshow(np.zeros(MAP_POINTS), **box, **steps),
        "law": empty_line(ax, color=style.BLACK, linewidth=1.2, zorder=4),
        "here": empty_line(ax, "o", color=style.BLACK, markersize=9, zorder=6, clip_on=False),
        "setting": ax.text(0.03, 0.03, "", fontsize=9, transform=ax.transAxes),
    }
