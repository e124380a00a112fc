"""Lesson 08: a multiplier that spirals into the target or away from it, and MDMM with a rival."""

import jax.numpy as jnp
import numpy as np
from matplotlib.figure import Figure

from optcourse.experiments.tunable_tradeoffs import multipliers
from optcourse.experiments.tunable_tradeoffs.methods import TOLERANCE
from optcourse.explorers.artists import empty_line, start_mark
from optcourse.explorers.computed import (
    Computation,
    Frame,
    against_steps,
    computed_explorer,
    points_of_chosen,
)
from optcourse.explorers.controls import choice, point, slider
from optcourse.explorers.explorer import Explorer
from optcourse.explorers.tradeoff_runs import (
    EPSILON,
    KINDS,
    STEPS,
    WINDOW,
    multiplier_run,
    race_run,
)
from optcourse.figures import style
from optcourse.figures import tunable_tradeoffs as draw

DAMPINGS = [0.0, *np.geomspace(0.2, 60, 64)]
SETTLING_TOLERANCE = 1e-3  # the largest distance of L₂ from ε in the last tenth of the steps
RATES = np.geomspace(0.02, 0.4, 14)
ALL_LOSSES = np.array([-0.03, 1.25])  # from end to end of the plane of losses


@style.house()
def multiplier() -> Explorer:
    """Drag θ₁ and λ, choose the damping c: the run as losses, as (θ₁, λ), and over steps."""
    figure, (losses, phase, waves) = _multiplier_panels()
    dotted = {"color": style.GRAY, "linewidth": 1, "linestyle": ":"}
    look = {"color": style.OPTIMIZERS["mdmm"]["color"], "linewidth": 1.3}
    begin = {"color": look["color"], "marker": "o", "markersize": 5}
    for ax in (losses, waves):
        ax.axhline(EPSILON, **dotted)
    artists = {
        "front": empty_line(losses, **draw.FRONT_STYLE),
        "target": empty_line(losses, **draw.TARGET_STYLE),
        "equilibrium": empty_line(phase, **draw.TARGET_STYLE),
        "losses": empty_line(losses, **look),
        "phase": empty_line(phase, **look),
        "wave": empty_line(waves, **look),
        "first losses": empty_line(losses, zorder=5, clip_on=False, **begin),
        "start": start_mark(phase, clip_on=False),
        **{name: waves.text(0, 0, "", fontsize=9, bbox=style.TEXT_HALO) for name in WORDS},
    }
    runs = ("losses", "phase", "wave")
    computation = Computation(
        "multiplier", multiplier_frame, artists, SENTENCES, MULTIPLIER_GOALS, WORDS, runs=runs
    )
    controls = [
        point("start", phase, (0.3, 0.0), "θ₁, λ at the start"),
        slider("damping", DAMPINGS, 0.0, "damping c"),
        slider("multiplier_rate", RATES, multipliers.RATES[1], "multiplier's rate η_λ"),
        slider("bend", np.linspace(0.4, 1.9, 31), 1.5, "bend k of the front"),
    ]
    alt = "A run in the plane of losses, in the plane of parameter and multiplier, "
    alt += "and its second loss over steps."
    return computed_explorer(figure, computation, controls, alt)


def _multiplier_panels():
    """(figure, axes): the plane of losses, the plane of θ₁ and λ, the second loss over steps."""
    figure = Figure(figsize=(9.6, 3.6), layout="constrained")
    losses, phase, waves = (style.despine(ax) for ax in figure.subplots(1, 3))
    draw.loss_plane(losses)
    phase.set(xlim=(0, 1), ylim=(-4, 8))
    phase.set(xlabel="$θ_1$ (0: first loss zero, 1: second)", ylabel="multiplier λ")
    waves.set(xlim=(0, STEPS), ylim=(-0.03, 1.6), xlabel="step t", ylabel="$L_2$")
    return figure, (losses, phase, waves)


WORDS = {  # one of the last three shows
    "range words": "settles for c from {least:.3g} to {most:.3g}",
    "time words": "settling time (c − c*) / η_λ: {time:.0f} steps",
    "swing words": "it swings: the friction is weak",
    "no time words": "settling time: none",
}
SENTENCES = {
    "settles": "It settles: λ = {multiplier:.3f}; the front falls there with slope {slope:.3f}.",
    "too little": "It does not settle: a damping below {least:.3g} is too little here.",
    "too much": "It jumps across the point, or breaks: a damping above {most:.3g} is too much.",
    "slow": "Too slow for 500 steps: the settling time is {time:.0f}.",
    "inside": "Not settled in 500 steps. Who begins nearer settles with {least:.3g} to {most:.3g}.",
}
MULTIPLIER_GOALS = [
    "a bend of at least 1.2: settle within 0.001 of ε (c from {least:.2f} to {most:.0f})",
    "do not settle, on a concave front, with at most a quarter too little damping "
    "(the least is {least:.2f})",
    "enough damping, and yet too slow (now a settling time of {time:.0f} steps)",
]
SLOW = 75  # a settling time: from the start to 0.001 of ε are six of them, and steps there are 500


def multiplier_frame(start, damping, multiplier_rate, bend) -> Frame:
    """A run as points, whether it settles and why not, and whether it reached the goals."""
    ran = multiplier_run(bend, damping, multiplier_rate, start)
    phase = jnp.stack([ran.path.theta[:, 0], ran.path.multiplier], axis=1)
    late = jnp.max(jnp.abs(ran.path.losses - ran.target)[-STEPS // 10 :], axis=0)
    settled = jnp.all(late <= jnp.array([10 * SETTLING_TOLERANCE, SETTLING_TOLERANCE]))
    least, most = jnp.maximum(ran.damping_bounds, 0)
    inside = (least <= damping) & (damping <= most)
    kinds = [settled, damping < least, damping > most, ran.time > SLOW, True]
    nearly_enough = (0.75 * least < damping) & (damping < least)
    points = {
        "front": ran.front,
        "target": ran.target[None],
        "equilibrium": ran.equilibrium[None],
        "losses": ran.loss_path,
        "phase": phase,
        "wave": against_steps(ran.path.losses[:, 1]),
        "first losses": ran.loss_path[:1],
        "start": phase[:1],
    }
    return Frame(
        points | _words_at(inside, ran.swings),
        jnp.argmax(jnp.array(kinds)),
        facts={
            "least": least,
            "most": most,
            "time": jnp.maximum(ran.time, 0),
            "multiplier": ran.path.multiplier[-1],
            "slope": ran.equilibrium[1],
        },
        goals=[
            (bend >= 1.2) & settled,
            (bend > 1) & nearly_enough & ~settled,
            inside & (ran.time > SLOW) & ~settled,
        ],
    )


def _words_at(inside, swings) -> dict:
    """The places of WORDS."""
    shown = [True, inside & ~swings, inside & swings, ~inside]
    places = jnp.array([(15.0, 1.5), (15.0, 1.38), (15.0, 1.38), (15.0, 1.38)])
    return {
        name: jnp.where(is_shown, place, jnp.nan)[None]
        for name, is_shown, place in zip(WORDS, shown, places)
    }


NEAREST = 1e-4  # nearer is drawn as this: what is nearer by far hangs on the last digits
PANELS = ("losses", "distance", "way")
RIVALS = tuple(name for name in draw.METHODS if name != "MDMM")
SHORT = {"weighted sum, exact weight": "weighted sum", "hard constraint first": "constraint first"}
CHIPS = {name: (1.2 * (i % 2), -(i // 2)) for i, name in enumerate(draw.METHODS)}  # column, row


@style.house()
def race() -> Explorer:
    """Drag the start, ask for ε on one of four fronts: a rival beside MDMM, and who of six hits."""
    figure, (chips, losses, near, plane) = _race_panels()
    artists = {
        **_chip_marks(chips),
        "front": empty_line(losses, zorder=1, **draw.FRONT_STYLE),
        "wanted loss": empty_line(losses, color=style.GRAY, linewidth=1, linestyle=":"),
        "target": empty_line(losses, **draw.TARGET_STYLE),
        # A start may have losses beyond the picture, where a mark would stand on the chips.
        "first losses": start_mark(losses, markersize=5, markerfacecolor=style.BLACK),
        "start": start_mark(plane, clip_on=False),
    }
    for panel, ax in zip(PANELS, (losses, near, plane)):
        artists |= {f"{line.get_label()} {panel}": line for line in draw.method_lines(ax, 2)}
    runs = [name for name in artists if name.split()[-1] in PANELS[:2] and "first" not in name]
    computation = Computation(
        "race", race_frame, artists, RACE_SENTENCES, RACE_GOALS, names=RACE_NAMES, runs=runs
    )
    controls = [
        point("start", plane, (0.35, 0.4)),
        choice("rival", RIVALS, RIVALS[0]),
        choice("front", KINDS, "concave"),
        slider("epsilon", np.linspace(0.05, 0.95, 37), 0.5, "wanted ε"),
    ]
    alt = "MDMM and a rival in the plane of losses and of parameters, their distance to the wanted "
    alt += "point over steps, and above them which of six methods hit."
    return computed_explorer(figure, computation, controls, alt)


def _race_panels():
    """(figure, axes): who hits, the plane of losses, the distance over steps, the parameters."""
    figure = Figure(figsize=(9.4, 6.2), layout="constrained")
    mosaic = [["chips", "near"], ["losses", "near"], ["losses", "plane"]]
    sizes = {"width_ratios": (1.15, 1), "height_ratios": (0.45, 0.75, 1.1)}
    panels = figure.subplot_mosaic(mosaic, **sizes)
    names = "chips", "losses", "near", "plane"
    chips, losses, near, plane = (style.despine(panels[name]) for name in names)
    chips.set_axis_off()
    chips.set(xlim=(-0.08, 2.2), ylim=(-3.5, 0.5))
    chips.text(-0.04, -3, "green: a hit; a cross: none", fontsize=9, color=style.GRAY, va="center")
    draw.loss_plane(losses)
    near.set(xlim=(0, STEPS), yscale="log", ylim=(NEAREST, 2))
    near.set(xlabel="step t", ylabel=f"largest distance, last {WINDOW} steps")
    near.axhspan(NEAREST, TOLERANCE, color=style.LIGHT, alpha=0.3, linewidth=0, zorder=0)
    words = f"a hit: below {TOLERANCE:g}\n(bottom: {NEAREST:g} or less)"
    look = {"fontsize": 9, "color": style.GRAY, "ha": "right", "va": "top"}
    near.text(STEPS - 8, 0.8 * TOLERANCE, words, **look)
    plane.set(xlim=(0, 1), ylim=(-0.6, 0.6), xlabel="$θ_1$ along the front", ylabel="$θ_2$ off it")
    return figure, (chips, losses, near, plane)


def _chip_marks(ax) -> dict:
    """The names of all methods, each with a piece of its line and a mark of hit or miss."""
    for name, (column, row) in CHIPS.items():
        ax.plot([column + 0.07, column + 0.37], [row, row], linewidth=2, **draw.METHODS[name])
        ax.text(column + 0.4, row, SHORT.get(name, name), va="center", fontsize=9)
    dots = {"linestyle": "none", "markersize": 8, "markeredgecolor": style.BLACK}
    return {
        "hits": empty_line(ax, marker="o", markerfacecolor=style.GREEN, **dots),
        "misses": empty_line(ax, marker="X", markerfacecolor="white", **dots),
    }


RACE_NAMES = {
    "front": KINDS,
    "rival": ("the weighted sum", "the penalty", "Chebyshev", "constraint first", "BDMM"),
}
IN_ALL = "Hits in all: {count:.0f} of 6."
RACE_SENTENCES = {
    "MDMM": "MDMM hits, {rival} does not. " + IN_ALL,
    "both": "Both hit, MDMM and {rival}. " + IN_ALL,
    "rival": "MDMM does not hit, {rival} does. " + IN_ALL,
    "none": "Neither hits, MDMM nor {rival}. " + IN_ALL,
}
RACE_GOALS = [
    "all six hit: try the concave chunk, with a large ε (now {count:.0f} hit)",
    "only MDMM hits, on the mixed front (now {count:.0f} hit, on the {front} one)",
    "the quadratic penalty hits on the concave front (now {penalty:.1g} away, on the {front} one)",
]


def race_frame(start, rival, front, epsilon) -> Frame:
    """MDMM and its rival as points, which of six hit, and the goals reached."""
    start = jnp.clip(start, jnp.array([0, -0.6]), jnp.array([1, 0.6]))
    ran = race_run(front, epsilon, start)
    distances = ran.max_distance[:, -1]
    hits = distances <= TOLERANCE
    count = jnp.sum(hits)
    penalty, mdmm = (list(draw.METHODS).index(name) for name in ("quadratic penalty", "MDMM"))
    rival_hits = hits[rival]  # RIVALS are the first of METHODS
    places, is_hit = jnp.array(list(CHIPS.values()), jnp.float32), hits[:, None]
    points = {
        "hits": jnp.where(is_hit, places, jnp.nan),
        "misses": jnp.where(is_hit, jnp.nan, places),
        "front": ran.front,
        "wanted loss": jnp.stack([jnp.asarray(ALL_LOSSES), jnp.full(2, epsilon)], axis=1),
        "target": ran.target[None],
        "first losses": ran.losses[0, :1],
        "start": start[None],
    }
    points |= points_of_chosen(RIVALS, rival, **_rows(ran, rival))
    points |= {f"MDMM {panel}": rows for panel, rows in _rows(ran, mdmm).items()}
    return Frame(
        points=points,
        sentence=jnp.where(hits[mdmm], rival_hits, 3 - rival_hits).astype(int),
        facts={
            "front": front,
            "rival": rival,
            "count": count,
            "hits": hits,
            "penalty": distances[penalty],
        },
        goals=[
            count == len(draw.METHODS),
            (front == KINDS.index("mixed")) & (count == 1) & hits[mdmm],
            (front == KINDS.index("concave")) & hits[penalty],
        ],
    )


def _rows(ran, method) -> dict:
    """What each of PANELS shows of one method."""
    distance = jnp.maximum(ran.max_distance[method], NEAREST)
    return dict(zip(PANELS, (ran.losses[method], against_steps(distance), ran.theta[method])))
