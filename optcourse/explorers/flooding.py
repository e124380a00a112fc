"""Lesson 09: a flood that drives a ball along a ravine to where it is flat."""

from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import Array
from matplotlib.figure import Figure

from optcourse import trees
from optcourse.experiments.flooding import paths
from optcourse.explorers.artists import empty_line, start_mark
from optcourse.explorers.computed import Computation, Frame, computed_explorer
from optcourse.explorers.controls import point, slider
from optcourse.explorers.explorer import Explorer
from optcourse.figures import flooding as draw
from optcourse.figures import style
from optcourse.figures.landscapes import contours
from optcourse.flooding import flood
from optcourse.landscapes import Landscape

STEPS = 300
TRAIL = 12  # steps: how much of its way the ball on the line leaves behind
WINDOW = 20  # steps: a mean over them does not bounce
LINE_START, LINE_RANGE = -1.5, (-1.7, 3.2)
PLANE = ((-0.5, 2.5), (-1.3, 1.3))
FAR = 10.0  # so far out it has left for good
RAVINE = Landscape(
    "Ravine",
    paths.ravine,
    equation=r"L = \frac{1}{2} (1 + w_1^2) w_2^2",
    window=PLANE,
    start=np.array([1.9, 0.8]),
    critical_points=(),
)


@style.house()
def level() -> Explorer:
    """Level, learning rate, start: flooding on a line and in a ravine, and the slope there."""
    figure, (line, plane, slopes) = _level_panels()
    water = draw.empty_water(line)
    flooded = empty_line(line, linewidth=1.8, zorder=3, **draw.FLOOD)
    trail = empty_line(line, "o", color=style.BLACK, markersize=3.5, alpha=0.5, zorder=4)
    shores = [empty_line(plane, color=style.BLUE, linewidth=1, zorder=2) for _ in range(2)]
    lines = [*_lines(plane), *_lines(slopes)]
    slopes.legend(handles=lines[2:], frameon=False, fontsize=9, loc="upper right")
    line_ball, *balls = (_ball(ax) for ax in (line, plane, slopes))
    start_dot = start_mark(plane, clip_on=False)
    moving = [water, flooded, trail, line_ball, *shores, *lines, *balls, start_dot]
    computation = Computation(
        name="level",
        compute=level_frame,
        artists=dict(zip(ARTISTS, moving, strict=True)),
        sentences=SENTENCES,
        goals=LEVEL_GOALS,
        runs=("path", "slope"),
    )
    controls = [
        point("start", plane, RAVINE.start),
        slider("level", np.linspace(0, 0.6, 31), 0.2, "level b of the flood"),
        slider("learning_rate", np.geomspace(0.03, 0.5, 41), 0.15, "learning rate ε"),
        slider("step", range(0, STEPS + 1, 2), STEPS, "step t", plays=True),
    ]
    alt = "A ball that bounces about the level of a flood, on a line and along a ravine, "
    alt += "and the slope of the ravine where it is."
    return computed_explorer(figure, computation, controls, alt)


def _level_panels():
    """(figure, axes): a loss of one number, the ravine, the slope over steps."""
    figure = Figure(figsize=(9.8, 3.7), layout="constrained")
    figure.get_layout_engine().set(w_pad=0.1)
    axes = [style.despine(ax) for ax in figure.subplots(1, 3, width_ratios=(1, 1.25, 1))]
    line, plane, slopes = axes
    x = np.linspace(*LINE_RANGE, 200)
    line.plot(x, jax.vmap(paths.line)(x), color=style.BLACK, linewidth=1.2)
    line.set(xlim=LINE_RANGE, ylim=(-0.12, 2.3), xlabel="w", ylabel="loss")
    line.text(0.7, 2, "|L − b| + b", color=draw.FLOOD["color"], fontsize=9, ha="center")
    line.text(0.7, 1.82, "L", color=style.BLACK, fontsize=9, ha="center")
    contours(plane, RAVINE)
    small = {"fontsize": 9, "color": style.GRAY, "bbox": style.TEXT_HALO, "ha": "center"}
    for at, name in ((0.0, "flat"), (2.1, "steep")):
        plane.text(at, -1.2, name, **small)
    slopes.set(xlim=(0, STEPS + 8), ylim=(-0.06, 4.0))
    slopes.set(xlabel="step t", ylabel="slope ‖g‖ in the ravine")
    return figure, axes


def _lines(ax):
    """Flooding, and below it in the picture's order what it does on average."""
    flooding = empty_line(ax, linewidth=1, zorder=3, label="flooding", **draw.FLOOD)
    mean = {"linewidth": 2, "zorder": 4, "label": "without the bounces", **draw.PENALTY}
    return flooding, empty_line(ax, **mean)


def _ball(ax):
    look = {"color": draw.FLOOD["color"], "markeredgecolor": style.BLACK, "markersize": 9}
    return empty_line(ax, "o", zorder=6, **look)


ARTISTS = (  # in the order of LevelRun.points
    "water",
    "flooded loss",
    "trail",
    "ball on the line",
    "upper shore",
    "lower shore",
    "path",
    "mean path",
    "slope",
    "mean slope",
    "ball",
    "ball on the slope",
    "start",
)
LEVEL_GOALS = [
    f"in the ravine, from w₁ ≥ 1.5: |w₁| ≤ 0.1 within {STEPS // 2} steps (now {{places[1]:.2f}})",
    f"left, b ≥ 0.1: the ball still on the flat side, w > 0, after {STEPS // 2} steps",
]


class LevelRun(NamedTuple):
    """The points of each moving artist, and what is told of the run; place is |w₁| in the ravine.

    line_place: mean over the last WINDOW steps; places: over the first ones from where the flood
    begins, if it has_begun, and over the last; level_slopes: of the ravine at the level there;
    slope: where the ball is, in the last steps; farthest: the largest coordinate.
    """

    points: tuple[Array, ...]
    line_place: Array
    places: Array
    level_slopes: Array
    slope: Array
    has_begun: Array
    farthest: Array


@jax.jit
def level_run(start, level, learning_rate, step) -> LevelRun:
    """All that `level` computes, from the values of its controls."""
    settings = (learning_rate, level, STEPS, STEPS)
    on_line = paths.paths(paths.line, LINE_START, *settings)
    run = paths.paths(paths.ravine, start, *settings)
    slope_along = jax.vmap(_slope)
    slopes = slope_along(run.flooded), slope_along(run.effective)
    t = jnp.arange(STEPS + 1)
    until = t <= step
    is_below = until & (run.flooded_loss < level)
    begin = jnp.argmax(is_below)
    early = until & (begin <= t) & (t < begin + WINDOW)
    late = until & (step - WINDOW < t)
    away = jnp.abs(run.flooded)
    places = jnp.stack([_mean(away[:, 0], rows) for rows in (early, late)])
    on_level, _ = draw.shores(level, places)
    return LevelRun(
        points=(*_line_points(on_line, level, step), *_ravine_points(run, slopes, level, step)),
        line_place=_mean(on_line.flooded, late),
        places=places,
        level_slopes=slope_along(on_level),
        slope=_mean(slopes[0], late),
        has_begun=jnp.any(is_below),
        farthest=jnp.max(jnp.where(until[:, None], away, 0)),
    )


def _slope(w):
    return trees.norm(jax.grad(paths.ravine)(w))


def _mean(values, rows):
    total = jnp.sum(jnp.where(rows, values, 0))
    return total / jnp.sum(rows)


def _line_points(on_line, level, step) -> tuple[Array, ...]:
    """The water, the flooded loss, the trail of the ball, the ball."""
    x = jnp.linspace(*LINE_RANGE, 200)
    places = jnp.stack([on_line.flooded, on_line.flooded_loss], axis=1)
    flooded = jax.vmap(flood(paths.line, level))(x)
    trail = _between(places, step - TRAIL, step)
    pool = draw.pool(paths.line, level, x)
    return pool, jnp.stack([x, flooded], axis=1), trail, places[step]


def _ravine_points(run, slopes, level, step) -> tuple[Array, ...]:
    """Both shores, both paths, both slopes; the ball beside its path and on its slope; the start.

    The paths end at the step; the slopes go on to the end.
    """
    shores = draw.shores(level, jnp.linspace(*PLANE[0], 121))
    path, mean_path = (_between(each, 0, step) for each in (run.flooded, run.effective))
    t = jnp.arange(STEPS + 1)
    slope, mean_slope = (jnp.stack([t, each], axis=1) for each in slopes)
    ends = run.flooded[step], slope[step]
    return *shores, path, mean_path, slope, mean_slope, *ends, run.flooded[0]


def _between(points, first, last):
    """The points, those of other steps not a number, so that no line goes there."""
    t = jnp.arange(len(points))[:, None]
    return jnp.where((first <= t) & (t <= last), points, jnp.nan)


MOVES = "|w₁| from {places[0]:.2f} to {places[1]:.2f}."
SENTENCES = {
    "leaves": "It leaves the picture: this rate is too large for so steep a wall.",
    "no flood": "No flood: it goes down to the floor and stays there, at |w₁| = {places[1]:.2f}.",
    "above the level": "Still above b = {level:.2f}: the flood has not begun.",
    "no slope": "On the floor there is no slope: nothing drives it up again.",
    "is flat": "Bounces where the ravine is flat already: " + MOVES,
    "drifts": "Bounces and drifts to the flat part: " + MOVES,
    "stays": "Bounces, but has hardly drifted: " + MOVES,
}


def level_frame(start, level, learning_rate, step) -> Frame:
    """A run as points, its sentence, and whether it reached the goals."""
    run = level_run(start, level, learning_rate, step)
    first, last = run.places
    outcomes = [
        ~(run.farthest < FAR),
        level == 0,
        ~run.has_begun,
        run.slope < 1e-3,
        first < 0.2,
        last < 0.9 * first,
        True,
    ]
    kind = jnp.argmax(jnp.array(outcomes))
    begins_steep = (start[0] >= 1.5) & (first >= 1)
    in_time = (step <= STEPS // 2) & (last <= 0.1)
    crosses = (level >= 0.1) & (run.line_place > 0.2) & (step >= STEPS // 2)
    drifts = kind == list(SENTENCES).index("drifts")
    points = [jnp.atleast_2d(each) for each in run.points]
    return Frame(
        points=dict(zip(ARTISTS, points, strict=True)),
        sentence=kind,
        facts={
            "level": level,
            "line_place": run.line_place,
            "places": run.places,
            "level_slopes": run.level_slopes,
        },
        goals=[drifts & begins_steep & in_time, crosses],
    )
