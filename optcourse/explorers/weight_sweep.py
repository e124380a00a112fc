"""Lesson 07: the outer loop that everybody runs: a whole training for each weight in a search."""

import jax
import jax.numpy as jnp
import numpy as np

from optcourse.experiments.linear_combinations import fronts
from optcourse.experiments.tunable_tradeoffs import methods as measured
from optcourse.explorers.artists import empty_line, set_points
from optcourse.explorers.controls import choice, slider
from optcourse.explorers.explorer import Explorer, goal
from optcourse.explorers.picture import Picture
from optcourse.figures import linear_combinations as draw
from optcourse.figures import style

RUNS = 24
MIN_WEIGHT, MAX_WEIGHT = fronts.WEIGHT_RANGE
SEARCHES = ("a grid of weights", "halving")
STARTS = ("the same each time", "a new one each time")
TOLERANCE = measured.TOLERANCE


@style.house()
def sweep() -> Explorer:
    """Ask for L₂ = ε and search for the weight, run by run: what is reached, and what it costs."""
    figure, (plane, right) = style.new(2, width=9.4, height=4.3)
    front, target_ring, ends = _front_artists(plane)
    target_line, trail, dots, last = _weight_artists(right)

    def update(kind, epsilon, way, starts, runs):
        halving, fresh = way == "halving", starts == STARTS[1]
        searched = _search(fronts.FRONT_PARAMETERS[kind], epsilon, halving, fresh)
        alphas, losses, target, front_points = (np.asarray(part) for part in searched)
        alphas, losses = alphas[:runs], losses[:runs]
        set_points(front, front_points)
        set_points(target_ring, target)
        set_points(ends, losses)
        target_line.set_data([MIN_WEIGHT, MAX_WEIGHT], [epsilon, epsilon])
        trail.set_data(alphas, losses[:, 1])
        dots.set_data(alphas, losses[:, 1])
        last.set_data(alphas[-1:], losses[-1:, 1])
        misses = np.abs(losses - target).max(axis=1)
        nearest = float(misses.min())
        settings = {"kind": kind, "epsilon": epsilon, "runs": runs, "way": way}
        found = {"nearest": nearest, "hit": nearest < TOLERANCE, "misses": misses}
        facts = {**settings, **found, "alphas": alphas}
        return {"status": _status(facts), **facts}

    controls = [
        slider("runs", range(1, RUNS + 1), 12, "whole runs so far", plays=True),
        slider("epsilon", np.linspace(0.05, 0.95, 19), 0.35, "wanted: L₂ = ε"),
        choice("kind", tuple(fronts.PROBLEMS), "mixed", "front"),
        choice("way", SEARCHES, SEARCHES[0], "search"),
        choice("starts", STARTS, STARTS[0], "start"),
    ]
    picture = Picture(figure, [front, target_ring, ends, target_line, trail, dots, last])
    alt = "Ends of runs with different weights on a front with a wanted point, "
    alt += "and the second loss against the weight."
    return Explorer(picture, update, controls, alt, GOALS)


def _front_artists(ax):
    """(front, ring around the target, ends of the runs) in the plane of losses."""
    draw.loss_plane(ax, 1.1)
    front = empty_line(ax, zorder=2, **draw.FRONT_STYLE)
    ring = {"markersize": 17, "markerfacecolor": "none", "color": style.PURPLE}
    target_ring = empty_line(ax, "o", zorder=3, **ring)
    ends = empty_line(ax, zorder=5, clip_on=False, **{**draw.STAR_STYLE, "markersize": 10})
    return front, target_ring, ends


def _weight_artists(ax):
    """(line of the target, trail, dots, last dot) of the second loss against the weight."""
    target_line = empty_line(ax, color=style.PURPLE, linewidth=1.2, linestyle="--")
    trail = empty_line(ax, color=style.LIGHT, linewidth=1, zorder=2)
    dots = empty_line(ax, "o", color=style.BLACK, markersize=5, zorder=4, clip_on=False)
    last = empty_line(ax, "o", color=style.VERMILION, markersize=8, zorder=5, clip_on=False)
    draw.weight_axis(ax).set(xlim=(MIN_WEIGHT, MAX_WEIGHT), ylim=(-0.03, 1.05))
    ax.set_ylabel("$L_2$ at the end; dashed: wanted")
    return target_line, trail, dots, last


def _is_hit(result, kind) -> bool:
    return result["kind"] == kind and result["hit"]


def _is_miss(result, kind) -> bool:
    return result["kind"] == kind and result["runs"] == RUNS and not result["hit"]


GOALS = [
    goal(
        "convex: hit the wanted point within 8 runs",
        lambda r: _is_hit(r, "convex") and r["runs"] <= 8,
    ),
    goal(
        "concave: 24 runs by halving, and none near",
        lambda r: _is_miss(r, "concave") and r["way"] == "halving",
    ),
    goal("mixed: a wanted point that 24 runs miss", lambda r: _is_miss(r, "mixed")),
]


@jax.jit
def _search(numbers, epsilon, halving, fresh):
    """(weights, final losses, target losses, front)."""
    problem = fronts.front_problem(numbers)
    starts = jnp.where(fresh, fronts.starts(jax.random.key(0), RUNS), jnp.array([0.4, 0.5]))
    searched = fronts.search_weight(problem, epsilon, halving, starts)
    return *searched, problem.front(101)


def _status(facts) -> str:
    runs = facts["runs"]
    cost = f"{runs} {'run' if runs == 1 else 'runs'}, {fronts.STEPS * runs:,} steps"
    if facts["hit"]:
        return f"{cost}: the wanted point is hit, to within {facts['nearest']:.3f}."
    return f"{cost}: the nearest is {facts['nearest']:.2f} away from the wanted point."
