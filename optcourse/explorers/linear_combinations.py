"""Lesson 07: one weighted sum, over the parameters and over the plane of two losses."""

import jax
import jax.numpy as jnp
import numpy as np

from optcourse import tradeoffs
from optcourse.experiments.linear_combinations import fronts as measured
from optcourse.explorers.artists import empty_line, start_mark
from optcourse.explorers.computed import Computation, Frame, computed_explorer
from optcourse.explorers.controls import point, slider
from optcourse.explorers.explorer import Explorer
from optcourse.figures import linear_combinations as draw
from optcourse.figures import style

STEPS = measured.STEPS
SHOWN_STEPS = (*range(30), 30, 35, 40, 50, 60, 80, 100, 150, STEPS)  # later ones move little
ALPHAS = np.geomspace(0.2, 5, 41)
WINDOW = (0.0, 1.0), (-0.62, 0.62)
STARTS = (0.02, -0.6), (0.98, 0.6)  # from elsewhere a run leaves the pictures, or stands still
PLANE = -0.05, draw.MAX_LOSS
GRID = 80
LEVELS = 14  # of the images of the weighted sum
END_TOLERANCE = 0.02  # nearer than this to an end of the front, in s, a run has ignored one loss
PATH = {**style.OPTIMIZERS["gradient_descent"], "linewidth": 2, "zorder": 4}
BALL = {"color": PATH["color"], "markeredgecolor": style.BLACK, "zorder": 7}
BEGIN = {"color": PATH["color"], "markersize": 4, "zorder": 4}  # a circle would look like a handle
TOO_LOW = {"facecolor": "white", "linewidth": 0, "zorder": 1}  # no parameters lead there
LEVEL = {"color": style.PURPLE, "linewidth": 1.2, "linestyle": "--", "zorder": 2}
FRONT = {**draw.FRONT_STYLE, "zorder": 3}
STAR = {**draw.STAR_STYLE, "zorder": 8, "clip_on": False}
FRONTS = "convex", "straight", "concave"


@style.house()
def weighted_sum() -> Explorer:
    """Turn the sum by α, bend the model by k, drag the start: parameters, and both losses."""
    figure, (flat, plane) = style.new(2, width=9.2, height=4.4, width_ratios=(1.1, 1))
    computation = Computation(
        name="weighted_sum",
        compute=sum_frame,
        artists={**_parameter_artists(flat), **_loss_artists(plane)},
        sentences=SENTENCES,
        goals=GOALS,
        words={"title": "{front} front"},
        names={"front": FRONTS, "when": ("so far", "in the end")},
        runs=("path", "path of losses"),
    )
    controls = [
        slider("alpha", ALPHAS, 1.0, "weight α of the second loss"),
        slider("k", np.linspace(0, 2, 21), 0.5, "bend k of the model"),
        slider("step", SHOWN_STEPS, STEPS, "step t", plays=True),
        point("start", flat, (0.35, 0.5)),
    ]
    alt = "A run on a weighted sum, on its map over the parameters and on its map over the losses, "
    alt += "where its level lines are straight."
    return computed_explorer(figure, computation, controls, alt)


def _parameter_artists(ax) -> dict:
    found = {
        "sum over parameters": _sum_image(ax, (*WINDOW[0], *WINDOW[1])),
        "front of parameters": empty_line(ax, **FRONT),
        "path": empty_line(ax, **PATH),
        "saddle": empty_line(ax, linestyle="none", zorder=6, **style.KINDS["saddle"]),
        "start": start_mark(ax, zorder=6, clip_on=False),
        "ball": empty_line(ax, "o", **BALL),
        "end": empty_line(ax, **STAR),
    }
    ax.set(xlim=WINDOW[0], ylim=WINDOW[1], xlabel="θ₁, along the front", ylabel="θ₂, off the front")
    return found


def _loss_artists(ax) -> dict:
    found = {
        "sum over losses": _sum_image(ax, (*PLANE, *PLANE)),
        "too low": ax.fill([0], [0], **TOO_LOW)[0],
        "front": empty_line(ax, **FRONT),
        "level": empty_line(ax, **LEVEL),
        "path of losses": empty_line(ax, **PATH),
        "begin": empty_line(ax, "o", **BEGIN),
        "ball of losses": empty_line(ax, "o", **BALL),
        "end of losses": empty_line(ax, **STAR),
        "title": ax.set_title("concave front", fontsize=10, y=1),
    }
    draw.loss_plane(ax)
    return found


def _sum_image(ax, extent):
    """An image of the weighted sum, low in blue."""
    box = {"extent": extent, "origin": "lower", "aspect": "auto"}
    colors = {"cmap": style.HEIGHT_COLORMAP, "vmin": 0, "vmax": 1, "interpolation": "bilinear"}
    return ax.imshow(np.zeros((GRID, GRID)), **colors, **box)


LOSSES = "L₁ = {losses[0]:.3f}, L₂ = {losses[1]:.3f}."
SENTENCES = {
    "no second": "The second loss is ignored {when}: " + LOSSES,
    "no first": "The first loss is ignored {when}: " + LOSSES,
    "both": "Both losses count {when}: " + LOSSES,
}
GOALS = [
    "k ≤ 0.5: put the star at L₁ = 0.1 (now {last[0]:.2f})",
    "k ≥ 1.5, α > 1: end at L₁ = 0 all the same (now {last[0]:.2f})",
    "k ≥ 1.5: stop in passing, on the front and in balance",
]


def sum_frame(alpha, k, start, step) -> Frame:
    """A run on the weighted sum as points, its sentence, and whether it reached the goals."""
    problem = tradeoffs.curved_front(k)
    loss = tradeoffs.weighted_sum(problem, alpha)
    path = measured.descent_path(loss, jnp.clip(start, *jnp.array(STARTS)))
    run, front = measured.evaluate(problem, path), problem.front(81)
    place, end = run.front_parameter[step], run.front_parameter[-1]
    kinds = [place <= END_TOLERANCE, place >= 1 - END_TOLERANCE, True]
    lowest = jnp.min(front[:, 0] + alpha * front[:, 1])
    over_parameters, over_losses = sum_levels(loss, alpha, lowest)
    here = run.losses[step]
    points = {
        "sum over parameters": over_parameters,
        "sum over losses": over_losses,
        "front of parameters": jnp.array([(0.0, 0.0), (1.0, 0.0)]),
        "front": front,
        "too low": half_plane(alpha, lowest, PLANE),
        "level": level_line(alpha, here[0] + alpha * here[1]),
        "begin": run.losses[:1],
        "saddle": _saddle(k, alpha),
        "start": path[:1],
    }
    for name, rows in (("", path), (" of losses", run.losses)):
        until = jnp.arange(STEPS + 1)[:, None] <= step
        points[f"path{name}"] = jnp.where(until, rows, jnp.nan)
        points[f"ball{name}"], points[f"end{name}"] = rows[step][None], rows[-1:]
    facts = {
        "front": jnp.sum(k > jnp.array([0.995, 1.005])),
        "when": (step == STEPS).astype(int),
        "losses": here,
        "last": run.losses[-1],
        "end": end,
    }
    concave, on_front = k > 1.45, path[step, 1] ** 2 < 0.01
    goals = [
        (k < 0.55) & (jnp.abs(run.losses[-1, 0] - 0.1) < 0.02),
        concave & (alpha > 1.005) & (end < END_TOLERANCE),
        # At the end only a run that stands on the saddle is in balance.
        concave & (step < STEPS) & on_front & (jnp.abs(place - 0.5) < 0.15),
    ]
    return Frame(points, jnp.argmax(jnp.array(kinds)), facts, goals)


def sum_levels(loss, alpha, lowest):
    """(over the parameters, over the losses): the sum as one of LEVELS, finer where it is low."""
    theta1, theta2 = jnp.meshgrid(*(_centers(*ends) for ends in WINDOW))
    over_parameters = jax.vmap(jax.vmap(loss))(jnp.stack([theta1, theta2], axis=-1))
    first, second = jnp.meshgrid(_centers(*PLANE), _centers(*PLANE))
    over_losses = first + alpha * second
    height = jnp.max(over_parameters) - lowest
    root = lambda sums: jnp.sqrt(jnp.maximum(sums - lowest, 0) / height)
    level = lambda sums: jnp.floor(LEVELS * root(sums)) / LEVELS
    return level(over_parameters), level(over_losses)


def _centers(low, high):
    """Those of the pixels of an image."""
    return low + (high - low) * (jnp.arange(GRID) + 0.5) / GRID


def level_line(alpha, height):
    """The line L₁ + α L₂ = height, across the picture."""
    first = jnp.array([-1.0, 3.0])
    return jnp.stack([first, (height - first) / alpha], axis=1)


def half_plane(alpha, height, plane):
    """The corners of what lies below the line L₁ + α L₂ = height, in a square from low to high."""
    low, high = plane
    first = jnp.stack([low, height - alpha * high, height - alpha * low, high]).clip(low, high)
    second = ((height - first) / alpha).clip(low, high)
    corners = jnp.array([(high, low), (low, low)])
    return jnp.concatenate([jnp.stack([first, second], axis=1), corners])


def _saddle(k, alpha):
    """The saddle that parts the basins; NaN where there is none."""
    s = tradeoffs.basin_boundary(k, alpha)
    is_there = (k > 1) & (0 < s) & (s < 1)
    return jnp.stack([jnp.where(is_there, front_theta(s), jnp.nan), 0.0])[None]


def front_theta(s):
    """The model parameter θ₁ at the place s, 0 to 1, on the front of `tradeoffs.curved_front`."""
    return 2 / jnp.pi * jnp.arcsin(jnp.sqrt(s))
