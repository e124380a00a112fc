"""Lesson 07: the outer loop that everybody runs, a whole training for each weight, in search of one trade-off."""

import jax
import jax.numpy as jnp
import numpy as np

from optcourse.experiments.linear_combinations import fronts
from optcourse.experiments.tunable_tradeoffs import methods as measured
from optcourse.explorers.controls import choice, slider
from optcourse.explorers.explorer import Explorer, goal
from optcourse.figures import linear_combinations as draw
from optcourse.figures import style

RUNS = 24
MIN_WEIGHT, MAX_WEIGHT = fronts.WEIGHT_RANGE
SEARCHES = ("a grid of weights", "halving")
STARTS = ("the same each time", "a new one each time")
TOLERANCE = measured.TOLERANCE


@style.house()
def sweep() -> Explorer:
    """Ask for L₂ = ε and search for the weight, one run after the other: what is reached, and what it costs."""
    figure, (plane, right) = style.new(2, width=9.4, height=4.3)
    draw.loss_plane(plane, 1.1)
    front = plane.plot([], [], zorder=2, **draw.FRONT_STYLE)[0]
    wanted = plane.plot(
        [], [], "o", markersize=17, markerfacecolor="none", color=style.PURPLE, zorder=3
    )[0]
    ends = plane.plot([], [], zorder=5, clip_on=False, **{**draw.STAR_STYLE, "markersize": 10})[0]
    line = right.plot([], [], color=style.PURPLE, linewidth=1.2, linestyle="--")[0]
    trail = right.plot([], [], color=style.LIGHT, linewidth=1, zorder=2)[0]
    dots = right.plot([], [], "o", color=style.BLACK, markersize=5, zorder=4, clip_on=False)[0]
    last = right.plot([], [], "o", color=style.VERMILION, markersize=8, zorder=5, clip_on=False)[0]
    draw.weight_axis(right).set(
        xlim=(MIN_WEIGHT, MAX_WEIGHT), ylim=(-0.03, 1.05), ylabel="$L_2$ at the end; dashed: wanted"
    )

    def update(kind, epsilon, way, starts, runs):
        found = (
            np.asarray(part)
            for part in _search(
                fronts.FRONT_PARAMETERS[kind], epsilon, way == SEARCHES[1], starts == STARTS[1]
            )
        )
        alphas, losses, aim, curve = found
        front.set_data(*curve.T)
        wanted.set_data(*aim[:, None])
        ends.set_data(*losses[:runs].T)
        line.set_data([MIN_WEIGHT, MAX_WEIGHT], [epsilon, epsilon])
        trail.set_data(alphas[:runs], losses[:runs, 1])
        dots.set_data(alphas[:runs], losses[:runs, 1])
        last.set_data(alphas[runs - 1 : runs], losses[runs - 1 : runs, 1])
        misses = np.abs(losses[:runs] - aim).max(axis=1)
        nearest = float(misses.min())
        facts = {
            "kind": kind,
            "epsilon": epsilon,
            "runs": runs,
            "nearest": nearest,
            "hit": bool(nearest < TOLERANCE),
        }
        return {
            "status": _status(facts),
            "way": way,
            "misses": misses,
            "alphas": alphas[:runs],
            **facts,
        }

    controls = [
        slider("runs", range(1, RUNS + 1), 12, "whole runs so far", plays=True),
        slider("epsilon", np.linspace(0.05, 0.95, 19), 0.35, "wanted: L₂ = ε"),
        choice("kind", tuple(fronts.PROBLEMS), "mixed", "front"),
        choice("way", SEARCHES, SEARCHES[0], "search"),
        choice("starts", STARTS, STARTS[0], "start"),
    ]
    moving = [front, wanted, ends, line, trail, dots, last]
    alt = "Ends of runs with different weights on a front with a wanted point, and the second loss against the weight."
    return Explorer(figure, update, controls, moving, alt, GOALS)


GOALS = [
    goal(
        "convex: hit the wanted point within 8 runs",
        lambda r: _is_hit(r, "convex") and r["runs"] <= 8,
    ),
    goal(
        "concave: 24 runs by halving, and none near",
        lambda r: _is_miss(r, "concave") and r["way"] == SEARCHES[1],
    ),
    goal("mixed: a wanted point that 24 runs miss", lambda r: _is_miss(r, "mixed")),
]


def _is_hit(result, kind) -> bool:
    return result["kind"] == kind and result["hit"]


def _is_miss(result, kind) -> bool:
    return result["kind"] == kind and result["runs"] == RUNS and not result["hit"]


@jax.jit
def _search(numbers, epsilon, halving, fresh):
    """(weights, losses at the ends, the wanted losses, the front)."""
    problem = fronts.front_problem(numbers)
    starts = jnp.where(fresh, fronts.starts(jax.random.key(0), RUNS), jnp.array([0.4, 0.5]))
    found = fronts.search_weight(problem, epsilon, halving, starts)
    return *found, problem.front(101)


def _status(facts) -> str:
    cost = f"{facts['runs']} run{'s' * (facts['runs'] > 1)}, {fronts.STEPS * facts['runs']:,} steps"
    if facts["hit"]:
        return f"{cost}: the wanted point is hit, to within {facts['nearest']:.3f}."
    return f"{cost}: the nearest is {facts['nearest']:.2f} away from the wanted point."
