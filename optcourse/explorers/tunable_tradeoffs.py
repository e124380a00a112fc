"""Lesson 08: a multiplier that spirals into the target or away from it, and MDMM with a rival."""

from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import Array
from matplotlib.figure import Figure

from optcourse import tradeoffs
from optcourse.experiments.linear_combinations.fronts import FRONT_PARAMETERS
from optcourse.experiments.tunable_tradeoffs import multipliers
from optcourse.experiments.tunable_tradeoffs.methods import TOLERANCE
from optcourse.explorers.artists import empty_line, start_mark
from optcourse.explorers.computed import Computation, Frame, against_steps, computed_explorer
from optcourse.explorers.controls import choice, point, slider
from optcourse.explorers.explorer import Explorer
from optcourse.figures import style
from optcourse.figures import tunable_tradeoffs as draw

STEPS, SEGMENTS = 500, 6
EPSILON = 0.5  # wanted of the multiplier
DAMPINGS = [0.0, *np.geomspace(0.2, 60, 64)]
SETTLING_TOLERANCE = 1e-3  # the largest distance of L₂ from ε in the last tenth of the steps
RATES = np.geomspace(0.02, 2, 21)
START_OFFSET = 0.3  # θ₂ at the start
ALL_LOSSES = np.array([-0.03, 1.25])  # from end to end of the plane of losses


@style.house()
def multiplier() -> Explorer:
    """Drag θ₁ and λ, choose the damping c: the run as losses, as (θ₁, λ), and over steps."""
    figure, (losses, phase, waves) = _multiplier_panels()
    dotted = {"color": style.GRAY, "linewidth": 1, "linestyle": ":"}
    look = {"color": style.OPTIMIZERS["mdmm"]["color"], "linewidth": 1.3}
    begin = {"color": look["color"], "marker": "o", "markersize": 5}
    losses.axhline(EPSILON, **dotted)
    waves.axhline(EPSILON, **dotted)
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
    "swing words": "it swings: little friction",
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
    "a bend of at least 1.2: settle within 0.001 of ε (now {off:.1g} away)",
    "do not settle, on a concave front, with at most a quarter too little damping "
    "(the least is {least:.2f})",
    "enough damping, and yet too slow (now a settling time of {time:.0f} steps)",
]
SLOW = 75  # a settling time: from the start to 0.001 of ε are six of them, and steps there are 500


class MultiplierRun(NamedTuple):
    """A run, its losses, the front (101, 2), the target losses, (θ₁, λ) at rest, stable damping.

    A step is a straight line in θ, but a bent one in the losses: SEGMENTS points of each keep
    loss_path (SEGMENTS * STEPS + 1, 2) above the front. damping_bounds: (least, most); time:
    the settling time (c - c*) / η_λ; swings: whether friction is too weak for it.
    """

    path: multipliers.MdmmPath
    loss_path: Array
    front: Array
    target: Array
    equilibrium: Array
    damping_bounds: Array
    time: Array
    swings: Array


@jax.jit
def _multiplier_run(bend, damping, multiplier_rate, start) -> MultiplierRun:
    problem, rates = tradeoffs.curved_front(bend), (multipliers.RATES[0], multiplier_rate)
    s = tradeoffs.parameter_for_target(problem, EPSILON)
    begin = jnp.stack([start[0], START_OFFSET, start[1]])
    path = multipliers.mdmm_path(problem, EPSILON, damping, begin, rates, STEPS)
    fractions = jnp.arange(SEGMENTS)[:, None] / SEGMENTS
    steps = jnp.diff(path.theta, axis=0)
    between = (path.theta[:-1, None] + fractions * steps[:, None]).reshape(-1, 2)
    theta = jnp.vstack([between, path.theta[-1:]])
    least, most = tradeoffs.stable_damping_range(problem, s, *rates)
    friction = damping - (least - multiplier_rate)  # c - c*, with the sign of c*
    g_squared = 2 / (rates[0] * (most - least + multiplier_rate / 2))
    return MultiplierRun(
        path=path,
        loss_path=jax.vmap(problem.losses)(theta),
        front=problem.front(101),
        target=problem.losses_at(s),
        equilibrium=jnp.stack([problem.point_at(s)[0], tradeoffs.multiplier_at(problem, s)]),
        damping_bounds=jnp.stack([least, most]),
        time=friction / multiplier_rate,
        swings=friction**2 * g_squared < 4 * multiplier_rate / rates[0],
    )


def multiplier_frame(start, damping, multiplier_rate, bend) -> Frame:
    """A run as points, whether it settles and why not, and whether it reached the goals."""
    ran = _multiplier_run(bend, damping, multiplier_rate, start)
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
    shown = [True, inside & ~ran.swings, inside & ran.swings, ~inside]
    places = jnp.array([(15.0, 1.5), (15.0, 1.38), (15.0, 1.38), (15.0, 1.38)])
    points |= {
        name: jnp.where(is_shown, place, jnp.nan)[None]
        for name, is_shown, place in zip(WORDS, shown, places)
    }
    return Frame(
        points,
        jnp.argmax(jnp.array(kinds)),
        facts={
            "least": least,
            "most": most,
            "time": jnp.maximum(ran.time, 0),
            "off": jnp.clip(jnp.nan_to_num(late[1], nan=1.0), 0, 1),
            "multiplier": ran.path.multiplier[-1],
            "slope": ran.equilibrium[1],
        },
        goals=[
            (bend >= 1.2) & settled,
            (bend > 1) & nearly_enough & ~settled,
            inside & (ran.time > SLOW) & ~settled,
        ],
    )


NEAREST = 1e-4  # nearer is drawn as this: what is nearer by far hangs on the last digits
WINDOW = 30  # steps over which the largest distance is taken: chatter counts by its farthest
KINDS = ("convex", "concave", "mixed", "concave chunk")
PANELS = ("losses", "distance", "way")


@style.house()
def race() -> Explorer:
    """Drag the start, ask for ε on one of four fronts: six methods, and how near they come."""
    figure, axes = _race_panels()
    losses, _, plane = axes
    lines = {panel: draw.method_lines(ax) for panel, ax in zip(PANELS, axes)}
    look = {"frameon": False, "ncols": 2, "fontsize": 9, "handlelength": 4}  # a whole dash of each
    losses.legend(handles=lines["losses"], loc="lower center", bbox_to_anchor=(0.5, 1), **look)
    artists = {
        "front": empty_line(losses, zorder=1, **draw.FRONT_STYLE),
        "wanted loss": empty_line(losses, color=style.GRAY, linewidth=1, linestyle=":"),
        "target": empty_line(losses, **draw.TARGET_STYLE),
        # A start may have losses beyond the picture, where a mark would stand on the legend.
        "first losses": start_mark(losses, markersize=5, markerfacecolor=style.BLACK),
        "start": start_mark(plane, clip_on=False),
    }
    for panel, of_panel in lines.items():
        artists |= {f"{line.get_label()} {panel}": line for line in of_panel}
    runs = [name for name in artists if name.split()[-1] in PANELS[:2] and "first" not in name]
    computation = Computation(
        "race", race_frame, artists, RACE_SENTENCES, RACE_GOALS, names=RACE_NAMES, runs=runs
    )
    controls = [
        point("start", plane, (0.35, 0.4)),
        slider("epsilon", np.linspace(0.05, 0.95, 37), 0.3, "wanted ε"),
        choice("front", KINDS, "convex"),
    ]
    alt = "Six methods in the plane of losses and of parameters, "
    alt += "and their distance to the wanted point over steps."
    return computed_explorer(figure, computation, controls, alt)


def _race_panels():
    """(figure, axes): the plane of losses, the distance over steps, the plane of parameters."""
    figure = Figure(figsize=(9.6, 5.4), layout="constrained")
    mosaic = [["losses", "near"], ["losses", "plane"]]
    panels = figure.subplot_mosaic(mosaic, width_ratios=(1.15, 1))
    losses, near, plane = (style.despine(panels[name]) for name in ("losses", "near", "plane"))
    draw.loss_plane(losses)
    near.set(xlim=(0, STEPS), yscale="log", ylim=(NEAREST, 2))
    near.set(xlabel="step t", ylabel=f"farthest in {WINDOW} steps")
    near.axhspan(NEAREST, TOLERANCE, color=style.LIGHT, alpha=0.3, linewidth=0, zorder=0)
    near.text(8, 1.3 * NEAREST, f"a hit: below {TOLERANCE:g}", fontsize=9, color=style.GRAY)
    plane.set(xlim=(0, 1), ylim=(-0.6, 0.6), xlabel="$θ_1$ along the front", ylabel="$θ_2$ off it")
    return figure, (losses, near, plane)


RACE_NAMES = {"front": KINDS, "ranking": [name.split(",")[0] for name in draw.METHODS]}
STAYS = f"within {TOLERANCE:g} of the star, and there to stay."
RACE_SENTENCES = {  # by the number of hits; the ranking begins with them
    "none": f"None of the six comes {STAYS}",
    "one": f"{{ranking[0]}} alone hits: {STAYS}",
    "two": "Two hit: {ranking[0]} and {ranking[1]}.",
    "three": "Three hit: {ranking[0]}, {ranking[1]} and {ranking[2]}.",
    "four": "Four hit, all but {ranking[4]} and {ranking[5]}.",
    "five": "Five hit, all but {ranking[5]}.",
    "six": f"All six hit: {STAYS}",
}
RACE_GOALS = [
    "all six hit: try the concave chunk, with a large ε (now {count:.0f} hit)",
    "only MDMM hits, on the mixed front (now {count:.0f} hit, on the {front} one)",
    "the quadratic penalty hits on the concave front (now {penalty:.1g} away, on the {front} one)",
]


class Race(NamedTuple):
    """theta and losses (6, steps + 1, 2), in the order of METHODS, and what they are measured by.

    max_distance (6, steps + 1): the largest distance to the target in WINDOW steps; target: its
    losses; front (101, 2).
    """

    theta: Array
    losses: Array
    max_distance: Array
    target: Array
    front: Array


@jax.jit
def _race(front, epsilon, start) -> Race:
    """front: an index into KINDS."""
    problem = _problem(front)
    target = problem.losses_at(tradeoffs.parameter_for_target(problem, epsilon))
    runs = multipliers.race(problem, epsilon, start, STEPS)
    theta, losses = (jnp.stack(each) for each in zip(*(runs[name] for name in draw.METHODS)))
    d = jnp.max(jnp.abs(losses - target), axis=-1)
    return Race(theta, losses, multipliers.largest_of_last(d, WINDOW), target, problem.front(101))


def _problem(front) -> tradeoffs.FrontProblem:
    """The problem of KINDS[front], which is traced: one program serves all four."""
    numbers = [FRONT_PARAMETERS[kind] or (1.0, 0.0) for kind in KINDS]
    straight, bent = tradeoffs.convex_front(), tradeoffs.mixed_front(*jnp.asarray(numbers)[front])
    is_straight = jnp.asarray([FRONT_PARAMETERS[kind] is None for kind in KINDS])[front]
    choose = lambda one, other: lambda x: jnp.where(is_straight, one(x), other(x))
    return tradeoffs.FrontProblem(*map(choose, straight, bent))


def race_frame(start, epsilon, front) -> Frame:
    """Six runs as points, which of them hit, and the goals reached."""
    start = jnp.clip(start, jnp.array([0, -0.6]), jnp.array([1, 0.6]))
    ran = _race(front, epsilon, start)
    steps = jnp.arange(STEPS + 1)
    points = {
        "front": ran.front,
        "wanted loss": jnp.stack([jnp.asarray(ALL_LOSSES), jnp.full(2, epsilon)], axis=1),
        "target": ran.target[None],
        "first losses": ran.losses[0, :1],
        "start": start[None],
    }
    for i, name in enumerate(draw.METHODS):
        distance = jnp.stack([steps, jnp.maximum(ran.max_distance[i], NEAREST)], axis=1)
        rows = ran.losses[i], distance, ran.theta[i]
        points |= {f"{name} {panel}": each for panel, each in zip(PANELS, rows)}
    distances = ran.max_distance[:, -1]
    hits = distances <= TOLERANCE
    count = jnp.sum(hits)
    penalty, mdmm = (list(draw.METHODS).index(name) for name in ("quadratic penalty", "MDMM"))
    return Frame(
        points=points,
        sentence=count,
        facts={
            "front": front,
            "count": count,
            "ranking": jnp.argsort(~hits),
            "penalty": distances[penalty],
        },
        goals=[
            count == len(draw.METHODS),
            (front == KINDS.index("mixed")) & (count == 1) & hits[mdmm],
            (front == KINDS.index("concave")) & hits[penalty],
        ],
    )
