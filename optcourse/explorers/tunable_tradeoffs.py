"""Lesson 08: a multiplier that spirals into the wanted point or away from it, and six methods racing there."""

from itertools import chain
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
from optcourse.explorers.controls import choice, point, slider
from optcourse.explorers.explorer import Explorer, goal
from optcourse.figures import style
from optcourse.figures import tunable_tradeoffs as draw

STEPS, SEGMENTS = 500, 6
DAMPINGS = [0.0, *np.geomspace(0.2, 100, 64)]
SETTLED = 1e-3  # the largest distance of L₂ from ε in the last tenth of the steps
START_OFFSET = 0.3  # θ₂ at the start


@style.house()
def spiral() -> Explorer:
    """Drag θ₁ and λ, ask for ε, and choose the damping: the run in the plane of losses, in (θ₁, λ), and over steps."""
    figure = Figure(figsize=(9.6, 3.6), layout="constrained")
    losses, phase, waves = (style.plain(ax) for ax in figure.subplots(1, 3))
    draw.loss_plane(losses)
    phase.set(
        xlim=(0, 1),
        ylim=(-4, 8),
        xlabel="$θ_1$ (0: first loss zero, 1: second)",
        ylabel="multiplier λ",
    )
    waves.set(xlim=(0, STEPS), ylim=(-0.03, 1.25), xlabel="step t", ylabel="$L_2$")
    front = losses.plot([], [], **draw.FRONT_STYLE)[0]
    wishes = [
        ax.plot([], [], color=style.GRAY, linewidth=1, linestyle=":")[0] for ax in (losses, waves)
    ]
    wanted = [ax.plot([], [], **draw.TARGET_STYLE)[0] for ax in (losses, phase)]
    look = {"color": style.OPTIMIZERS["mdmm"]["color"], "linewidth": 1.3}
    walks = [ax.plot([], [], **look)[0] for ax in (losses, phase, waves)]
    starts = [
        ax.plot([], [], linestyle="none", zorder=5, clip_on=False, **style.START)[0]
        for ax in (losses, phase)
    ]

    def update(start, epsilon, damping, bend):
        seen = _spiral(bend, epsilon, damping, start)
        path, here = seen.path, np.column_stack([seen.path.theta[:, 0], seen.path.multiplier])
        front.set_data(*seen.front.T)
        for line, right in zip(wishes, (1.25, STEPS)):
            line.set_data([-0.03, right], [epsilon, epsilon])
        for mark, where in zip(wanted, (seen.target, seen.rest)):
            mark.set_data(*np.asarray(where)[:, None])
        curves = (seen.way, here, np.column_stack([np.arange(STEPS + 1), path.losses[:, 1]]))
        for walk, curve in zip(walks, curves):
            walk.set_data(*np.asarray(curve).T)
        for mark, curve in zip(starts, curves):
            mark.set_data(*np.asarray(curve)[:1].T)
        facts = _facts(seen, epsilon, damping, bend)
        return {"status": _status(facts), **facts}

    controls = [
        point("start", phase, (0.3, 0.0), "θ₁, λ at the start"),
        slider("epsilon", np.linspace(0.1, 0.9, 41), 0.5, "wanted ε"),
        slider("damping", DAMPINGS, 0.0, "damping c"),
        slider("bend", np.linspace(0.4, 1.9, 31), 1.5, "bend k of the front"),
    ]
    alt = "A run in the plane of losses, in the plane of parameter and multiplier, and its second loss over steps."
    return Explorer(
        figure, update, controls, [front, *wishes, *wanted, *walks, *starts], alt, SPIRAL_GOALS
    )


def _has_too_little_damping(result) -> bool:
    return (
        result["bend"] > 1
        and 0.75 * result["least"] < result["damping"] < result["least"]
        and not result["settled"]
    )


def _has_too_much_damping(result) -> bool:
    return result["damping"] > result["most"] and not result["settled"]


SPIRAL_GOALS = [
    goal(
        "a bend of at least 1.2: settle within 0.001 of ε",
        lambda r: r["bend"] >= 1.2 and r["settled"],
    ),
    goal(
        "do not settle, on a concave front, with at most a quarter too little damping",
        _has_too_little_damping,
    ),
    goal("too much of it: fail with more damping than the most", _has_too_much_damping),
]


class Spiral(NamedTuple):
    """A run and the losses on its way, the front (101, 2), the wanted losses, (θ₁, λ) at rest, the range of damping.

    A step is a straight line in θ, but a bent one in the losses: PIECES points of each keep it above the front.
    """

    path: multipliers.MdmmPath
    way: Array
    front: Array
    target: Array
    rest: Array
    edges: Array


@jax.jit
def _spiral(bend, epsilon, damping, start) -> Spiral:
    problem = tradeoffs.curved_front(bend)
    s = tradeoffs.parameter_for_target(problem, epsilon)
    begin = jnp.stack([start[0], START_OFFSET, start[1]])
    path = multipliers.mdmm_path(problem, epsilon, damping, begin, steps=STEPS)
    rest = jnp.stack([problem.at(s)[0], tradeoffs.multiplier_at(problem, s)])
    edges = jnp.stack(tradeoffs.stable_damping_range(problem, s, *multipliers.RATES))
    part = jnp.arange(SEGMENTS)[:, None] / SEGMENTS
    on_the_way = (path.theta[:-1, None] + part * jnp.diff(path.theta, axis=0)[:, None]).reshape(
        -1, 2
    )
    way = jax.vmap(problem.losses)(jnp.vstack([on_the_way, path.theta[-1:]]))
    return Spiral(path, way, problem.front(101), problem.along(s), rest, edges)


def _facts(seen, epsilon, damping, bend) -> dict:
    """What goals and words need to know of a run."""
    losses = np.asarray(seen.path.losses)
    off = np.abs(losses - np.asarray(seen.target))[-STEPS // 10 :]
    least, most = (float(edge) for edge in seen.edges)
    numbers = {
        "least": least,
        "most": most,
        "damping": damping,
        "bend": bend,
        "slope": float(seen.rest[1]),
    }
    settled = bool(np.all(off[:, 1] <= SETTLED) and np.all(off[:, 0] <= 10 * SETTLED))
    return {
        **numbers,
        "settled": settled,
        "off": float(off[-1, 1]),
        "multiplier": float(seen.path.multiplier[-1]),
    }


def _status(facts) -> str:
    c, least, most = facts["damping"], facts["least"], facts["most"]
    edges = f"from {max(least, 0):.3g} to {most:.3g}"
    if facts["settled"]:
        end = f"It settles: λ = {facts['multiplier']:.3f}, the front falls with slope {facts['slope']:.3f}."
    elif not np.isfinite(facts["off"]):
        end = "It breaks: not a number."
    else:
        end = f"Not settled after {STEPS} steps: L₂ is {facts['off']:.2g} from ε."
    place = "too little" if c < least else "too much" if c > most else "inside"
    return f"Damping {c:.3g}, {place}: beside this point it settles {edges}. {end}"


WINDOW = 30  # steps over which the largest distance is taken: a method that chatters is as far as it gets
KINDS = ("convex", "concave", "mixed", "concave chunk")


@style.house()
def race() -> Explorer:
    """Drag the start, ask for ε on one of four fronts: six methods on their way, and how near they come."""
    figure, losses, plane, lines = _race_panels()
    wish = losses.plot([], [], color=style.GRAY, linewidth=1, linestyle=":")[0]
    star = losses.plot([], [], **draw.TARGET_STYLE)[0]
    # A start may have losses beyond the picture, where a mark would stand on the legend.
    look = {**style.START, "linestyle": "none", "zorder": 5}
    marks = [losses.plot([], [], **look)[0], plane.plot([], [], clip_on=False, **look)[0]]
    moving = [*chain(*zip(*lines.values())), wish, star, *marks]
    shown = {}

    def update(start, epsilon, front):
        if shown != {"front": front}:
            for line in [line for line in losses.lines if line not in moving]:
                line.remove()
            draw.front(losses, np.asarray(front_problem(FRONT_PARAMETERS[front]).front(201)), "")
            shown.update(front=front)
        runs, wanted = jax.tree.map(np.asarray, _race(FRONT_PARAMETERS[front], epsilon, start))
        for name, ran in runs.items():
            curves = (ran.losses, np.column_stack([np.arange(STEPS + 1), ran.farthest]), ran.theta)
            for line, curve in zip(lines[name], curves):
                line.set_data(*curve.T)
        wish.set_data([-0.03, 1.25], [epsilon, epsilon])
        star.set_data(*wanted[:, None])
        for mark, curve in zip(marks, (ran.losses, ran.theta)):
            mark.set_data(*curve[:1].T)
        hits = [name for name in lines if runs[name].farthest[-1] <= TOLERANCE]
        return {"status": _race_status(hits), "hits": hits, "front": front}

    controls = [
        point("start", plane, (0.35, 0.4)),
        slider("epsilon", np.linspace(0.05, 0.95, 37), 0.3, "wanted ε"),
        choice("front", tuple(KINDS), "convex", redraws=True),
    ]
    alt = "Six methods in the plane of losses and of parameters, and their distance to the wanted point over steps."
    return Explorer(figure, update, controls, moving, alt, RACE_GOALS)


def _race_panels():
    """(figure, plane of losses, plane of parameters, {method: its empty lines in losses, distance, parameters})."""
    figure = Figure(figsize=(9.6, 5.4), layout="constrained")
    panels = figure.subplot_mosaic(
        [["losses", "near"], ["losses", "plane"]], width_ratios=(1.15, 1)
    )
    losses, near, plane = (style.plain(panels[name]) for name in ("losses", "near", "plane"))
    draw.loss_plane(losses)
    near.set(
        xlim=(0, STEPS),
        yscale="log",
        ylim=(1e-6, 2),
        xlabel="step t",
        ylabel=f"farthest in {WINDOW} steps",
    )
    near.axhline(TOLERANCE, color=style.LIGHT, linewidth=1, zorder=0)
    plane.set(xlim=(0, 1), ylim=(-0.6, 0.6), xlabel="$θ_1$ along the front", ylabel="$θ_2$ off it")
    lines = [draw.method_lines(ax) for ax in (losses, near, plane)]
    look = {
        "frameon": False,
        "ncols": 3,
        "fontsize": 9,
        "handlelength": 4,
    }  # long enough for every dash
    figure.legend(handles=lines[0], loc="outside upper center", **look)
    return figure, losses, plane, {line.get_label(): each for line, *each in zip(lines[0], *lines)}


def _penalty_hits(result) -> bool:
    return result["front"] == "concave" and "quadratic penalty" in result["hits"]


RACE_GOALS = [
    goal("all six hit", lambda r: len(r["hits"]) == len(draw.METHODS)),
    goal(
        "only MDMM hits, on the mixed front",
        lambda r: r["front"] == "mixed" and r["hits"] == ["MDMM"],
    ),
    goal("the quadratic penalty hits on the concave front", _penalty_hits),
]


class MethodRun(NamedTuple):
    """theta and losses (steps + 1, 2), and the largest distance from what is wanted in the last WINDOW steps."""

    theta: Array
    losses: Array
    farthest: Array


@jax.jit
def _race(numbers, epsilon, start) -> tuple[dict[str, MethodRun], Array]:
    """({method: its run}, the wanted losses)."""
    problem = front_problem(numbers)
    wanted = problem.along(tradeoffs.parameter_for_target(problem, epsilon))

    def seen(theta, losses):
        distance = jnp.max(jnp.abs(losses - wanted), axis=-1)
        late = jnp.stack([jnp.roll(distance, t).at[:t].set(distance[:t]) for t in range(WINDOW)])
        return MethodRun(theta, losses, jnp.max(late, axis=0))

    return {
        name: seen(*ran) for name, ran in multipliers.race(problem, epsilon, start, STEPS).items()
    }, wanted


def _race_status(hits) -> str:
    missed = [name for name in draw.METHODS if name not in hits]
    said = f"Within {TOLERANCE:g} in both losses, and staying there: {', '.join(hits) or 'none'}."
    return f"{said} Not: {', '.join(missed)}." if missed else f"{said} All six."
