"""Lesson 07: the map of basins: where every start ends, for every weight of the second loss."""

from functools import cache, lru_cache, partial

import jax
import jax.numpy as jnp
import numpy as np

from optcourse import tradeoffs
from optcourse.experiments.linear_combinations import fronts as measured
from optcourse.explorers.artists import empty_line, set_points, start_mark
from optcourse.explorers.controls import choice, point
from optcourse.explorers.explorer import Explorer, goal
from optcourse.explorers.linear_combinations import ALPHAS, END_TOLERANCE, front_theta
from optcourse.explorers.picture import Picture
from optcourse.figures import linear_combinations as draw
from optcourse.figures import style

LONG_STEPS = 1000  # of a run: where it ends, it stays
START_RANGE = 0.002, 0.998  # the starts θ₁: at an end itself no run moves
END_LABELS = "{:.0f} % end at L₁ = 0", "{:.0f} % between", "{:.0f} % at L₂ = 0"
CHUNK_LABELS = "{:.0f} % end left of the chunk", "{:.0f} % on it", "{:.0f} % right of it"
LABEL_POSITIONS = (1.09, 1.05), (1.09, 0.98), (1.09, 0.91)  # above any front


@style.house()
def basins() -> Explorer:
    """Where every start ends, for every weight: drag a dot on the map, and see its run."""
    figure, (chart, plane) = style.new(2, width=9.6, height=4.4, width_ratios=(1.25, 1))
    image = _map_axes(figure, chart)
    edge = empty_line(chart, color=style.BLACK, linewidth=1.5, zorder=4)
    line = empty_line(chart, color=style.BLACK, linewidth=0.8, linestyle=":", zorder=4)
    here = start_mark(chart, zorder=6, clip_on=False)
    front, path, begin, star = _run_artists(plane)
    right = {"fontsize": 10, "ha": "right", "bbox": style.TEXT_HALO}
    notes = [plane.text(*position, "", **right) for position in LABEL_POSITIONS]

    def update(kind, at):
        theta1 = float(np.clip(at[0], *START_RANGE))
        alpha = float(np.clip(at[1], ALPHAS[0], ALPHAS[-1]))
        ends, edges = _basin_map(kind)
        image.set_data(ends)
        edge.set_data(edges, ALPHAS)
        line.set_data([0, 1], [alpha, alpha])
        set_points(here, (theta1, alpha))
        run = _single_run(measured.FRONT_PARAMETERS[kind], alpha, theta1)
        losses, end, curve, places = (np.asarray(part) for part in run)
        set_points(front, curve)
        set_points(path, losses)
        set_points(begin, losses[0])
        set_points(star, losses[-1])
        shares = _end_fractions(kind, places)
        labels = CHUNK_LABELS if kind == "concave chunk" else END_LABELS
        for note, label, share in zip(notes, labels, shares):
            note.set_text(label.format(100 * share))
        facts = {"kind": kind, "alpha": alpha, "start": theta1, "end": float(end), "shares": shares}
        return {"status": _basins_status(facts), "losses": losses[-1], **facts}

    controls = [
        choice("kind", tuple(measured.PROBLEMS), "concave", "front"),
        point("at", chart, (0.7, 1.0), "start and weight"),
    ]
    picture = Picture(figure, [image, edge, line, here, front, path, begin, star, *notes])
    alt = "A map of where each start ends for each weight, "
    alt += "and a run in the plane of two losses with shares of starts."
    return Explorer(picture, update, controls, alt, GOALS)


def _crosses(result) -> bool:
    crosses = result["start"] < 0.5 and result["end"] > 1 - END_TOLERANCE
    return result["kind"] == "concave" and crosses


GOALS = [
    goal("concave: a start left of the middle that ends at L₂ = 0", _crosses),
    goal(
        "mixed: three groups, each at least 15 %",
        lambda r: r["kind"] == "mixed" and min(r["shares"]) >= 0.15,
    ),
    goal(
        "convex: end at L₁ = 0.5",
        lambda r: r["kind"] == "convex" and abs(r["losses"][0] - 0.5) < 0.03,
    ),
]


def _map_axes(figure, ax):
    """The image of the map, with a bar that says what its colors mean."""
    box = {"extent": (0, 1, 0, 1), "transform": ax.transAxes, "origin": "lower", "aspect": "auto"}
    colors = {"cmap": draw.FRONT_COLORMAP, "vmin": 0, "vmax": 1, "interpolation": "nearest"}
    image = ax.imshow(np.zeros((len(ALPHAS), 101)), **colors, **box)
    ax.set(xlim=(0, 1), yscale="log", ylim=(ALPHAS[0], ALPHAS[-1]))
    ax.set(xlabel="start θ₁", ylabel="weight α (log scale)")
    ax.set_yticks([0.2, 0.5, 1, 2, 5], labels=["0.2", "0.5", "1", "2", "5"])
    ax.minorticks_off()
    above = {"orientation": "horizontal", "location": "top", "shrink": 0.9, "aspect": 40}
    bar = figure.colorbar(image, ax=ax, **above)
    bar.set_ticks([0, 0.5, 1], labels=["ends at L₁ = 0", "in balance", "ends at L₂ = 0"])
    return image


def _run_artists(ax):
    """(front, path, start, end) of a run in the plane of losses."""
    draw.loss_plane(ax, 1.1)
    front = empty_line(ax, zorder=2, **draw.FRONT_STYLE)
    path = empty_line(ax, color=style.GREEN, linewidth=2, zorder=3)
    begin = start_mark(ax, clip_on=False)
    return front, path, begin, empty_line(ax, zorder=6, clip_on=False, **draw.STAR_STYLE)


@lru_cache
def _basin_map(kind):
    """Where each run ends, s (weights, 101 starts); the basin's edge θ₁ at each weight, or NaN."""
    starts = np.stack([np.linspace(*START_RANGE, 101), np.zeros(101)], axis=1)
    places = np.asarray(_final_parameters(measured.FRONT_PARAMETERS[kind], starts))
    k, m = measured.FRONT_PARAMETERS[kind] or (np.nan, 0)
    if m or not k > 1:
        return places, np.full(len(ALPHAS), np.nan)
    return places, front_theta(np.asarray(tradeoffs.basin_boundary(k, ALPHAS), float))


@jax.jit
def _final_parameters(numbers, starts):
    problem = measured.front_problem(numbers)
    return measured.sweep_weights(problem, ALPHAS, starts, steps=LONG_STEPS).front_parameter


@jax.jit
def _single_run(numbers, alpha, theta1):
    """(losses of a run, its last s, the front, the s where 100 starts end)."""
    problem = measured.front_problem(numbers)
    loss = tradeoffs.weighted_sum(problem, alpha)
    path = measured.descent_path(loss, jnp.stack([theta1, 0.3]), steps=LONG_STEPS)
    run = measured.evaluate(problem, path)
    starts = jnp.stack([jnp.linspace(0.005, 0.995, 100), jnp.zeros(100)], axis=1)
    alphas = jnp.asarray(alpha)[None]
    ends = measured.sweep_weights(problem, alphas, starts, steps=LONG_STEPS)
    return run.losses, run.front_parameter[-1], problem.front(101), ends.front_parameter[0]


def _end_fractions(kind, places) -> np.ndarray:
    """Fractions of runs that end at L₁ = 0, between, and at L₂ = 0; or beside and on the chunk."""
    low, high = END_TOLERANCE, 1 - END_TOLERANCE
    if kind == "concave chunk":
        low, high = _concave_interval()
    left, right = np.mean(places < low), np.mean(places > high)
    return np.array([left, max(0.0, 1 - left - right), right])


@cache
def _concave_interval() -> tuple[float, float]:
    """The s between which the front with a concave chunk is concave."""
    s = jnp.linspace(0, 1, 1001)[1:-1]
    curvature = jax.vmap(partial(tradeoffs.front_curvature, measured.PROBLEMS["concave chunk"]))(s)
    return tuple(np.asarray(s[curvature < 0])[[0, -1]].tolist())


def _basins_status(facts) -> str:
    left, between, right = (f"{100 * share:.0f} %" for share in facts["shares"])
    own = f"α = {facts['alpha']:.2f}: this start ends at s = {facts['end']:.2f}"
    if facts["kind"] == "concave chunk":
        ends = f"{left} end left of the chunk and {right} right of it, {between} on it"
    else:
        ends = f"{left} end at L₁ = 0, {between} between, {right} at L₂ = 0"
    return f"{own}. Of all starts {ends}."
