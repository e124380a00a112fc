"""Lesson 07: the outer loop that everybody runs: a whole training for each weight in a search."""

import jax
import jax.numpy as jnp
import numpy as np

from optcourse.experiments.linear_combinations import fronts
from optcourse.explorers.artists import empty_line
from optcourse.explorers.computed import Computation, Frame, computed_explorer
from optcourse.explorers.controls import choice, slider
from optcourse.explorers.explorer import Explorer
from optcourse.figures import linear_combinations as draw
from optcourse.figures import style

RUNS = 24
WEIGHTS = fronts.WEIGHT_RANGE
KINDS = tuple(fronts.PROBLEMS)
SEARCHES = "halving", "halving, new starts", "a grid of weights"
TARGET = {"color": style.PURPLE, "linewidth": 1.5}
SQUARE = np.array([(-1, -1), (-1, 1), (1, 1), (1, -1), (-1, -1)])  # what ends in it is a hit
END = {**draw.STAR_STYLE, "markersize": 10, "zorder": 5, "clip_on": False}
SENTENCES = {
    "hit": "Hit by run {first:.0f}, after {cost:.0f} steps of training.",
    "miss": "No hit in {cost:.0f} steps of training: the nearest end is {nearest:.2f} away.",
}
GOALS = [
    "convex: hit the wanted point within 8 runs",
    "concave: 24 runs by halving, and none near",
    "mixed: a wanted point that 24 runs miss",
]


@style.house()
def sweep() -> Explorer:
    """Ask for L₂ = ε and search for the weight, run by run: what is reached, and what it costs."""
    figure, (plane, right) = style.new(2, width=9.4, height=4.3)
    draw.loss_plane(plane, 1.1)
    draw.weight_axis(right).set(xlim=WEIGHTS, ylim=(-0.03, 1.05))
    right.set_ylabel("$L_2$ at the end; dashed: wanted")
    computation = Computation(
        name="sweep",
        compute=sweep_frame,
        artists={**_plane_artists(plane), **_weight_artists(right)},
        sentences=SENTENCES,
        goals=GOALS,
        words={"target words": "wanted"},
    )
    controls = [
        slider("runs", range(1, RUNS + 1), 2, "whole runs so far", plays=True),
        slider("epsilon", np.linspace(0.05, 0.95, 19), 0.35, "wanted: L₂ = ε"),
        choice("kind", KINDS, "convex", "front"),
        choice("way", SEARCHES, "halving", "search"),
    ]
    alt = "Ends of runs with different weights on a front with a wanted point, "
    alt += "and the second loss against the weight."
    return computed_explorer(figure, computation, controls, alt)


def _plane_artists(ax) -> dict:
    words = {"color": style.PURPLE, "fontsize": 9, "bbox": style.TEXT_HALO}
    return {
        "front": empty_line(ax, zorder=2, **draw.FRONT_STYLE),
        "ends": empty_line(ax, **END),
        "target": empty_line(ax, zorder=6, **TARGET),  # no star hides it
        "target words": ax.text(0, 0, "", va="bottom", **words),
    }


def _weight_artists(ax) -> dict:
    dots = {"clip_on": False, "linestyle": "none", "marker": "o"}
    return {
        "wanted": empty_line(ax, **TARGET, linestyle="--"),
        "trail": empty_line(ax, color=style.LIGHT, linewidth=1, zorder=2),
        "dots": empty_line(ax, color=style.BLACK, markersize=5, zorder=4, **dots),
        "last": empty_line(ax, color=style.VERMILION, markersize=8, zorder=5, **dots),
    }


def sweep_frame(runs, epsilon, kind, way) -> Frame:
    """A search for the weight as points, its sentence, and whether it reached the goals."""
    halving, new_starts = way < 2, way == 1
    random = fronts.starts(jax.random.key(0), RUNS)
    begins = jnp.where(new_starts, random, jnp.array([0.4, 0.5]))
    alphas, losses, target = fronts.on_front(kind, fronts.search_weight, epsilon, halving, begins)
    number = 1 + jnp.arange(RUNS)
    errors = jnp.where(number <= runs, jnp.abs(losses - target).T, jnp.inf)
    hits = jnp.max(errors, axis=0) < fronts.TOLERANCE
    until = number[:, None] <= runs
    ends = jnp.where(until, losses, jnp.nan)
    curve = jnp.where(until, jnp.stack([alphas, losses[:, 1]], axis=1), jnp.nan)
    first = jnp.where(jnp.any(hits), 1 + jnp.argmax(hits), runs)
    is_kind = {name: kind == i for i, name in enumerate(KINDS)}
    missed = ~jnp.any(hits) & (runs == RUNS)
    return Frame(
        points={
            "front": fronts.on_front(kind, lambda problem: problem.front(101)),
            "ends": ends,
            "target": target + fronts.TOLERANCE * SQUARE,
            "target words": (target + 0.03)[None],
            "wanted": jnp.stack([jnp.array(WEIGHTS), jnp.stack([epsilon, epsilon])], axis=1),
            "trail": curve,
            "dots": curve,
            "last": curve[runs - 1][None],
        },
        sentence=jnp.where(jnp.any(hits), 0, 1),
        facts={
            "first": first,
            "cost": fronts.STEPS * first,
            "nearest": jnp.min(jnp.sqrt(jnp.sum(errors**2, axis=0))),
            "alphas": alphas,
        },
        goals=[
            is_kind["convex"] & jnp.any(hits) & (runs <= 8),
            is_kind["concave"] & halving & missed,
            is_kind["mixed"] & missed,
        ],
    )
