"""Lesson 08: a multiplier that spirals into the target or away from it, and six methods racing."""

from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import Array
from matplotlib.figure import Figure

from optcourse import tradeoffs
from optcourse.experiments.linear_combinations.fronts import FRONT_PARAMETERS, front_problem
from optcourse.experiments.tunable_tradeoffs import multipliers
from optcourse.experiments.tunable_tradeoffs.methods import TOLERANCE
from optcourse.explorers.artists import empty_line, set_points, set_values, start_mark
from optcourse.explorers.computed import Computation, Frame, computed_explorer
from optcourse.explorers.controls import choice, point, slider
from optcourse.explorers.explorer import Explorer, goal
from optcourse.explorers.picture import Picture
from optcourse.figures import style
from optcourse.figures import tunable_tradeoffs as draw

STEPS, SEGMENTS = 500, 6
DAMPINGS = [0.0, *np.geomspace(0.2, 60, 64)]
SETTLING_TOLERANCE = 1e-3  # the largest distance of L₂ from ε in the last tenth of the steps
START_OFFSET = 0.3  # θ₂ at the start
ALL_LOSSES = np.array([-0.03, 1.25])  # from end to end of the plane of losses


@style.house()
def multiplier() -> Explorer:
    """Drag θ₁ and λ, choose ε and damping: the run as losses, as (θ₁, λ), and over steps."""
    figure, (losses, phase, waves) = _multiplier_panels()
    dotted = {"color": style.GRAY, "linewidth": 1, "linestyle": ":"}
    look = {"color": style.OPTIMIZERS["mdmm"]["color"], "linewidth": 1.3}
    begin = {"color": look["color"], "marker": "o", "markersize": 5}
    artists = {
        "front": empty_line(losses, **draw.FRONT_STYLE),
        "wanted loss": empty_line(losses, **dotted),
        "wanted over steps": empty_line(waves, **dotted),
        "target": empty_line(losses, **draw.TARGET_STYLE),
        "equilibrium": empty_line(phase, **draw.TARGET_STYLE),
        "losses": empty_line(losses, **look),
        "phase": empty_line(phase, **look),
        "wave": empty_line(waves, **look),
        "first losses": empty_line(losses, zorder=5, clip_on=False, **begin),
        "start": start_mark(phase, clip_on=False),
    }
    runs = ("losses", "phase", "wave")
    computation = Computation(
        "multiplier", multiplier_frame, artists, SENTENCES, MULTIPLIER_GOALS, runs=runs
    )
    controls = [
        point("start", phase, (0.3, 0.0), "θ₁, λ at the start"),
        slider("epsilon", np.linspace(0.1, 0.9, 41), 0.5, "wanted ε"),
        slider("damping", DAMPINGS, 0.0, "damping c"),
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
    waves.set(xlim=(0, STEPS), ylim=(-0.03, 1.25), xlabel="step t", ylabel="$L_2$")
    return figure, (losses, phase, waves)


SENTENCES = {
    "settles": "It settles: λ = {multiplier:.3f}; the front falls there with slope {slope:.3f}.",
    "too little": "It does not settle: a damping below {least:.3g} is too little here.",
    "too much": "It jumps across the point, or breaks: a damping above {most:.3g} is too much.",
    "inside": "Not settled in 500 steps. Who begins nearer settles with {least:.3g} to {most:.3g}.",
}
MULTIPLIER_GOALS = [
    "a bend of at least 1.2: settle within 0.001 of ε",
    "do not settle, on a concave front, with at most a quarter too little damping",
    "too much of it: fail with more damping than the most",
]


class MultiplierRun(NamedTuple):
    """A run, its losses, the front (101, 2), the target losses, (θ₁, λ) at rest, stable damping.

    A step is a straight line in θ, but a bent one in the losses: SEGMENTS points of each keep
    loss_path (SEGMENTS * STEPS + 1, 2) above the front. damping_bounds: (least, most).
    """

    path: multipliers.MdmmPath
    loss_path: Array
    front: Array
    target: Array
    equilibrium: Array
    damping_bounds: Array


@jax.jit
def _multiplier_run(bend, epsilon, damping, start) -> MultiplierRun:
    problem = tradeoffs.curved_front(bend)
    s = tradeoffs.parameter_for_target(problem, epsilon)
    begin = jnp.stack([start[0], START_OFFSET, start[1]])
    path = multipliers.mdmm_path(problem, epsilon, damping, begin, steps=STEPS)
    fractions = jnp.arange(SEGMENTS)[:, None] / SEGMENTS
    steps = jnp.diff(path.theta, axis=0)
    between = (path.theta[:-1, None] + fractions * steps[:, None]).reshape(-1, 2)
    theta = jnp.vstack([between, path.theta[-1:]])
    return MultiplierRun(
        path=path,
        loss_path=jax.vmap(problem.losses)(theta),
        front=problem.front(101),
        target=problem.losses_at(s),
        equilibrium=jnp.stack([problem.point_at(s)[0], tradeoffs.multiplier_at(problem, s)]),
        damping_bounds=jnp.stack(tradeoffs.stable_damping_range(problem, s, *multipliers.RATES)),
    )


def multiplier_frame(start, epsilon, damping, bend) -> Frame:
    """A run as points, whether it settles and why not, and whether it reached the goals."""
    ran = _multiplier_run(bend, epsilon, damping, start)
    phase = jnp.stack([ran.path.theta[:, 0], ran.path.multiplier], axis=1)
    level = lambda ends: jnp.stack([jnp.asarray(ends), jnp.full(2, epsilon)], axis=1)
    late = jnp.abs(ran.path.losses - ran.target)[-STEPS // 10 :]
    settled = jnp.all(late <= jnp.array([10 * SETTLING_TOLERANCE, SETTLING_TOLERANCE]))
    least, most = jnp.maximum(ran.damping_bounds, 0)
    kinds = [settled, damping < least, damping > most, True]
    nearly_enough = (0.75 * least < damping) & (damping < least)
    return Frame(
        points={
            "front": ran.front,
            "wanted loss": level(ALL_LOSSES),
            "wanted over steps": level([-0.03, STEPS]),
            "target": ran.target[None],
            "equilibrium": ran.equilibrium[None],
            "losses": ran.loss_path,
            "phase": phase,
            "wave": jnp.stack([jnp.arange(STEPS + 1), ran.path.losses[:, 1]], axis=1),
            "first losses": ran.loss_path[:1],
            "start": phase[:1],
        },
        sentence=jnp.argmax(jnp.array(kinds)),
        facts={
            "least": least,
            "most": most,
            "multiplier": ran.path.multiplier[-1],
            "slope": ran.equilibrium[1],
        },
        goals=[
            (bend >= 1.2) & settled,
            (bend > 1) & nearly_enough & ~settled,
            (damping > most) & ~settled,
        ],
    )


WINDOW = 30  # steps over which the largest distance is taken: chatter counts by its farthest
KINDS = ("convex", "concave", "mixed", "concave chunk")


@style.house()
def race() -> Explorer:
    """Drag the start, ask for ε on one of four fronts: six methods, and how near they come."""
    figure, (losses, near, plane) = _race_panels()
    lines = [draw.method_lines(ax) for ax in (losses, near, plane)]
    look = {"frameon": False, "ncols": 3, "fontsize": 9}
    # The handles are long enough for every dash.
    figure.legend(handles=lines[0], loc="outside upper center", handlelength=4, **look)
    target = empty_line(losses, color=style.GRAY, linewidth=1, linestyle=":")
    star = empty_line(losses, **draw.TARGET_STYLE)
    # A start may have losses beyond the picture, where a mark would stand on the legend.
    starts = [start_mark(losses), start_mark(plane, clip_on=False)]

    def still(front):
        draw.front(losses, np.asarray(front_problem(FRONT_PARAMETERS[front]).front(201)), "")

    def update(start, epsilon, front):
        runs, wanted = jax.tree.map(np.asarray, _race(FRONT_PARAMETERS[front], epsilon, start))
        for i, method in enumerate(draw.METHODS):
            set_points(lines[0][i], runs[method].losses)
            set_values(lines[1][i], runs[method].max_distance)
            set_points(lines[2][i], runs[method].theta)
        target.set_data(ALL_LOSSES, [epsilon, epsilon])
        set_points(star, wanted)
        set_points(starts[0], runs["MDMM"].losses[0])
        set_points(starts[1], runs["MDMM"].theta[0])
        hits = [name for name in draw.METHODS if runs[name].max_distance[-1] <= TOLERANCE]
        return {"status": _race_status(hits), "hits": hits, "front": front}

    controls = [
        point("start", plane, (0.35, 0.4)),
        slider("epsilon", np.linspace(0.05, 0.95, 37), 0.3, "wanted ε"),
        choice("front", KINDS, "convex", redraws=True),
    ]
    by_method = [line for of_method in zip(*lines) for line in of_method]
    picture = Picture(figure, [*by_method, target, star, *starts], still)
    alt = "Six methods in the plane of losses and of parameters, "
    alt += "and their distance to the wanted point over steps."
    return Explorer(picture, update, controls, alt, RACE_GOALS)


def _race_panels():
    """(figure, axes): the plane of losses, the distance over steps, the plane of parameters."""
    figure = Figure(figsize=(9.6, 5.4), layout="constrained")
    mosaic = [["losses", "near"], ["losses", "plane"]]
    panels = figure.subplot_mosaic(mosaic, width_ratios=(1.15, 1))
    losses, near, plane = (style.despine(panels[name]) for name in ("losses", "near", "plane"))
    draw.loss_plane(losses)
    near.set(xlim=(0, STEPS), yscale="log", ylim=(1e-6, 2))
    near.set(xlabel="step t", ylabel=f"farthest in {WINDOW} steps")
    near.axhline(TOLERANCE, color=style.LIGHT, linewidth=1, zorder=0)
    plane.set(xlim=(0, 1), ylim=(-0.6, 0.6), xlabel="$θ_1$ along the front", ylabel="$θ_2$ off it")
    return figure, (losses, near, plane)


RACE_GOALS = [
    goal("all six hit", lambda r: len(r["hits"]) == len(draw.METHODS)),
    goal(
        "only MDMM hits, on the mixed front",
        lambda r: r["front"] == "mixed" and r["hits"] == ["MDMM"],
    ),
    goal(
        "the quadratic penalty hits on the concave front",
        lambda r: r["front"] == "concave" and "quadratic penalty" in r["hits"],
    ),
]


class MethodRun(NamedTuple):
    """theta and losses (steps + 1, 2); the largest distance to the target in WINDOW steps."""

    theta: Array
    losses: Array
    max_distance: Array


@jax.jit
def _race(numbers, epsilon, start) -> tuple[dict[str, MethodRun], Array]:
    """({method: its run}, the target losses)."""
    problem = front_problem(numbers)
    target = problem.losses_at(tradeoffs.parameter_for_target(problem, epsilon))
    runs = {}
    for name, (theta, losses) in multipliers.race(problem, epsilon, start, STEPS).items():
        d = jnp.max(jnp.abs(losses - target), axis=-1)
        window = jnp.stack([jnp.roll(d, t).at[:t].set(d[:t]) for t in range(WINDOW)])
        runs[name] = MethodRun(theta, losses, jnp.max(window, axis=0))
    return runs, target


def _race_status(hits) -> str:
    missed = [name for name in draw.METHODS if name not in hits]
    hit = f"Within {TOLERANCE:g} in both losses, and staying there: {', '.join(hits) or 'none'}."
    return f"{hit} Not: {', '.join(missed)}." if missed else f"{hit} All six."
