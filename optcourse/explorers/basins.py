"""Lesson 07: the map of basins: where every start ends, for every weight of the second loss."""

from functools import cache

import jax
import jax.numpy as jnp
import numpy as np

from optcourse import tradeoffs
from optcourse.experiments.linear_combinations import fronts as measured
from optcourse.explorers.artists import empty_line, start_mark
from optcourse.explorers.computed import Computation, Frame, computed_explorer
from optcourse.explorers.controls import choice, point
from optcourse.explorers.explorer import Explorer
from optcourse.explorers.linear_combinations import (
    ALPHAS,
    BEGIN,
    END_TOLERANCE,
    FRONT,
    PATH,
    STAR,
    front_theta,
)
from optcourse.figures import linear_combinations as draw
from optcourse.figures import style

KINDS = tuple(measured.PROBLEMS)
LONG_STEPS = 1000  # of a run: where it ends, it stays
START_RANGE = 0.002, 0.998  # the starts θ₁: at an end itself no run moves
CHUNK = (1 - 0.2**0.5) / 2, (1 + 0.2**0.5) / 2  # the s between which it is concave, by (7.7)
OFF_FRONT = 0.3  # θ₂ of the run's start
GROUPS = "at L₁ = 0", "between", "at L₂ = 0", "left of the chunk", "on it", "right of it"
WORDS = {
    "weight words": "of all starts, at α = {alpha:.2f},",
    "left words": "{percent[0]:.0f} % end {groups[0]}",
    "middle words": "{percent[1]:.0f} % {groups[1]}",
    "right words": "{percent[2]:.0f} % {groups[2]}",
}
ENDS = "it ends at L₁ = {losses[0]:.3f}, L₂ = {losses[1]:.3f}."
SENTENCES = {
    "no second": "The second loss is ignored: " + ENDS,
    "no first": "The first loss is ignored: " + ENDS,
    "both": "Both losses count: " + ENDS,
}
GOALS = [
    "concave: a start left of the middle that ends at L₂ = 0",
    "mixed: three groups, each at least 15 % (now the least {least:.0f} %)",
    "convex: end at L₁ = 0.5 (now {losses[0]:.2f})",
]


@style.house()
def basins() -> Explorer:
    """Where every start ends, for every weight: drag a dot on the map, and see its run."""
    figure, (chart, plane) = style.new(2, width=9.6, height=4.4, width_ratios=(1.25, 1))
    image = _map_axes(figure, chart)
    edge = empty_line(chart, color=style.BLACK, linewidth=1.5, zorder=4)
    front = empty_line(draw.loss_plane(plane, 1.1), **FRONT)
    right = {"fontsize": 10, "ha": "right", "bbox": style.TEXT_HALO}
    notes = [plane.text(1.09, 1.04 - 0.07 * i, "", **right) for i in range(len(WORDS))]

    def still(kind):
        places, edges = basin_map(kind)
        image.set_data(places)
        edge.set_data(edges, ALPHAS)
        front.set_data(*np.asarray(measured.PROBLEMS[kind].front(101)).T)

    computation = Computation(
        name="basins",
        compute=basins_frame,
        artists={
            "weight": empty_line(chart, color=style.BLACK, linewidth=0.8, linestyle=":", zorder=4),
            "start": start_mark(chart, zorder=6, clip_on=False),
            "path": empty_line(plane, **PATH),
            "begin": empty_line(plane, "o", **BEGIN),
            "end": empty_line(plane, **STAR),
            **dict(zip(WORDS, notes)),
        },
        sentences=SENTENCES,
        goals=GOALS,
        words=WORDS,
        names={"groups": GROUPS},
        runs=("path",),
    )
    controls = [
        choice("kind", KINDS, "concave", "front", redraws=True),
        point("at", chart, (0.7, 1.0), "start and weight"),
    ]
    alt = "A map of where each start ends for each weight, "
    alt += "and a run in the plane of two losses with shares of starts."
    return computed_explorer(figure, computation, controls, alt, still)


def _map_axes(figure, ax):
    """The image of the map, with a bar that says what its colors mean."""
    half = 0.5 / (len(ALPHAS) - 1)  # of a row: it lies about its weight
    box = {"extent": (-0.005, 1.005, -half, 1 + half), "transform": ax.transAxes}
    colors = {"cmap": draw.FRONT_COLORMAP, "vmin": 0, "vmax": 1, "interpolation": "nearest"}
    places = np.zeros((len(ALPHAS), 101))
    image = ax.imshow(places, origin="lower", aspect="auto", **colors, **box)
    ax.set(xlim=(0, 1), yscale="log", ylim=(ALPHAS[0], ALPHAS[-1]))
    ax.set(xlabel="start θ₁", ylabel="weight α (log scale)")
    ax.set_yticks([0.2, 0.5, 1, 2, 5], labels=["0.2", "0.5", "1", "2", "5"])
    ax.minorticks_off()
    above = {"orientation": "horizontal", "location": "top", "shrink": 0.9, "aspect": 40}
    bar = figure.colorbar(image, ax=ax, **above)
    bar.set_ticks([0, 0.5, 1], labels=["ends at L₁ = 0", "in balance", "ends at L₂ = 0"])
    return image


@cache
def basin_map(kind):
    """Where each run ends, s (weights, 101 starts); the basin's edge θ₁ at each weight, or NaN."""
    numbers = measured.FRONT_PARAMETERS[kind]
    places, (k, m) = np.asarray(_final_parameters(numbers)), numbers or (np.nan, 0)
    if m or not k > 1:
        return places, np.full(len(ALPHAS), np.nan)
    return places, np.asarray(front_theta(tradeoffs.basin_boundary(k, ALPHAS)))


@jax.jit
def _final_parameters(numbers):
    problem = measured.front_problem(numbers)
    starts = jnp.stack([jnp.linspace(*START_RANGE, 101), jnp.zeros(101)], axis=1)
    return measured.sweep_weights(problem, ALPHAS, starts, steps=LONG_STEPS).front_parameter


def flow_ends(problem, alpha):
    """s where the gradient flow of 401 starts on the front ends: where the sum's slope turns.

    Gradient descent at a small rate ends there too, if it has steps enough.
    """
    theta1 = jnp.linspace(*START_RANGE, 401)
    starts = jnp.stack([theta1, jnp.zeros_like(theta1)], axis=1)
    slopes = jax.vmap(jax.grad(tradeoffs.weighted_sum(problem, alpha)))(starts)
    falls_left, row = slopes[:, 0] > 0, jnp.arange(len(starts))
    left = jax.lax.cummax(jnp.where(falls_left, 0, row))
    right = jax.lax.cummin(jnp.where(falls_left, row, row[-1]), reverse=True)
    return measured.evaluate(problem, starts[jnp.where(falls_left, left, right)]).front_parameter


def basins_frame(kind, at) -> Frame:
    """A run as points, the shares of the starts, and whether it reached the goals."""
    theta1 = jnp.clip(at[0], *START_RANGE)
    alpha = jnp.clip(at[1], ALPHAS[0], ALPHAS[-1])
    run = measured.on_front(kind, _run, alpha, theta1)
    end, ends = run.front_parameter[-1], measured.on_front(kind, flow_ends, alpha)
    convex, concave, _, mixed, chunk = (kind == i for i in range(len(KINDS)))
    low = jnp.where(chunk, CHUNK[0], END_TOLERANCE)
    left, right = jnp.mean(ends < low), jnp.mean(ends > 1 - low)
    percent = 100 * jnp.stack([left, jnp.maximum(0, 1 - left - right), right])
    no_second, no_first = end <= END_TOLERANCE, end >= 1 - END_TOLERANCE
    return Frame(
        points={
            "weight": jnp.stack([jnp.array([0.0, 1.0]), jnp.stack([alpha, alpha])], axis=1),
            "start": jnp.stack([theta1, alpha])[None],
            "path": run.losses,
            "begin": run.losses[:1],
            "end": run.losses[-1:],
        },
        sentence=jnp.argmax(jnp.array([no_second, no_first, True])),
        facts={
            "alpha": alpha,
            "losses": run.losses[-1],
            "end": end,
            "percent": percent,
            "least": jnp.min(percent),
            "groups": jnp.arange(3) + 3 * chunk,
        },
        goals=[
            concave & (theta1 < 0.5) & no_first,
            mixed & (jnp.min(percent) >= 15),
            convex & (jnp.abs(run.losses[-1, 0] - 0.5) < 0.03),
        ],
    )


def _run(problem, alpha, theta1):
    """Every place of a run."""
    start = jnp.stack([theta1, OFF_FRONT])
    path = measured.descent_path(tradeoffs.weighted_sum(problem, alpha), start, steps=LONG_STEPS)
    return measured.evaluate(problem, path)
