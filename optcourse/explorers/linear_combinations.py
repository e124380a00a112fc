"""Lesson 07: the tilted plane over two losses, and the map of basins."""

from functools import cache, lru_cache, partial

import jax
import jax.numpy as jnp
import numpy as np
from matplotlib.figure import Figure

from optcourse import tradeoffs
from optcourse.experiments.linear_combinations import fronts as measured
from optcourse.explorers.controls import choice, point, slider
from optcourse.explorers.explorer import Explorer, goal
from optcourse.figures import linear_combinations as draw
from optcourse.figures import style

STEPS = measured.STEPS  # of a run on the tilted plane
LONG_STEPS = 1000  # of the runs of the map: where they end, they stay
ALPHAS = np.geomspace(0.2, 5, 41)
WINDOW = (-0.1, 1.1), (-0.7, 0.7)
GRID = (60, 48)
END_TOLERANCE = 0.02  # nearer than this to an end of the front, in s, a run has ignored one loss


@style.house()
def tilt() -> Explorer:
    """Tilt the plane by α, bend the model by k, drag the start: parameters, losses, and the plane over them."""
    figure, (left, middle, high) = _panels()
    ground = _loss_image(left)
    level = middle.plot([], [], color=style.PURPLE, linewidth=1.2, linestyle="--", zorder=2)[0]
    net = high.plot([], [], [], color=style.PURPLE, linewidth=0.7, alpha=0.6, zorder=2)[0]
    fronts = [
        middle.plot([], [], zorder=3, **draw.FRONT_STYLE)[0],
        high.plot([], [], [], zorder=3, **draw.FRONT_STYLE)[0],
    ]
    paths, starts, pebbles, stars = (
        _empty_lines((left, middle, high), look) for look in RUN_STYLES
    )
    saddle = left.plot([], [], linestyle="none", zorder=6, **style.KINDS["saddle"])[0]

    def update(alpha, k, start, step):
        scene = jax.tree.map(np.asarray, _descent(alpha, k, start))
        ground.set_data(scene["heights"])
        fronts[0].set_data(*scene["front"].T)
        fronts[1].set_data_3d(draw.tilted_plane(alpha, scene["front"]))
        net.set_data_3d(draw.tilted_plane(alpha, draw.plane_mesh().T))
        here = scene["losses"][step]
        level.set_data(*_level_line(alpha, here))
        on_plane = draw.tilted_plane(alpha, scene["losses"])
        for lines, rows in (
            (paths, slice(0, step + 1)),
            (starts, [0]),
            (pebbles, [step]),
            (stars, [-1]),
        ):
            lines[0].set_data(*scene["path"][rows].T)
            lines[1].set_data(*scene["losses"][rows].T)
            lines[2].set_data_3d(on_plane[:, rows])
        edge = float(tradeoffs.basin_boundary(k, alpha)) if k > 1 else np.nan
        saddle.set_data([2 / np.pi * np.arcsin(np.sqrt(edge))] if 0 < edge < 1 else [np.nan], [0])
        places = {"place": float(scene["places"][step]), "end": float(scene["places"][-1])}
        off = float(scene["path"][step, 1] ** 2)
        facts = {
            "alpha": alpha,
            "k": k,
            "step": step,
            "losses": here,
            "last": scene["losses"][-1],
            "off": off,
        }
        return {"status": _tilt_status(facts | places), **facts, **places}

    controls = [
        slider("alpha", ALPHAS, 1.0, "weight α of the second loss"),
        slider("k", np.linspace(0, 2, 21), 0.5, "bend k of the model"),
        slider("step", range(STEPS + 1), STEPS, "step t", plays=True),
        point("start", left, (0.35, 0.5)),
    ]
    moving = [ground, level, net, *fronts, *paths, *starts, *pebbles, *stars, saddle]
    alt = "A run on a weighted sum: in the parameters, in the plane of two losses, and on a tilted plane over it."
    return Explorer(figure, update, controls, moving, alt, TILT_GOALS)


def _is_balanced_transient(result) -> bool:
    in_passing = (
        result["step"] < STEPS
    )  # at the end only a run that stands on the saddle is in balance
    return (
        result["k"] >= 1.5
        and abs(result["place"] - 0.5) < 0.15
        and result["off"] < 0.01
        and in_passing
    )


TILT_GOALS = [
    goal(
        "k ≤ 0.5: put the star at L₁ = 0.1",
        lambda r: r["k"] <= 0.5 and abs(r["last"][0] - 0.1) < 0.02,
    ),
    goal(
        "k ≥ 1.5, α > 1: end at L₁ = 0 all the same",
        lambda r: r["k"] >= 1.5 and r["alpha"] > 1.005 and r["end"] < END_TOLERANCE,
    ),
    goal("k ≥ 1.5: stop in passing, on the front and in balance", _is_balanced_transient),
]
RUN_STYLES = (
    {"color": style.GREEN, "linewidth": 2, "zorder": 4},
    {"linestyle": "none", "zorder": 7, **style.START},
    {
        "linestyle": "none",
        "marker": "o",
        "color": style.GREEN,
        "markeredgecolor": style.BLACK,
        "zorder": 7.5,
    },
    {"zorder": 8, **draw.STAR_STYLE},
)


def _panels():
    """(figure, axes): of the parameters, of the losses, and 3-D ones for the plane."""
    figure = Figure(figsize=(10.6, 3.9), layout="constrained")
    grid = figure.add_gridspec(1, 3, width_ratios=(1, 1, 1.15))
    left, middle = (style.plain(figure.add_subplot(grid[i])) for i in range(2))
    draw.loss_plane(middle)
    return figure, (left, middle, draw.plane_axes(figure.add_subplot(grid[2], projection="3d")))


def _empty_lines(axes, look):
    """One such line in both flat axes and in the 3-D ones, which come last."""
    return [ax.plot(*[[]] * (3 if ax is axes[-1] else 2), clip_on=False, **look)[0] for ax in axes]


def _loss_image(ax):
    """The image of the weighted sum over the parameters."""
    box = {
        "extent": (*WINDOW[0], *WINDOW[1]),
        "origin": "lower",
        "interpolation": "bilinear",
        "aspect": "auto",
    }
    image = ax.imshow(np.zeros(GRID[::-1]), cmap=style.HEIGHT, vmin=0, vmax=1, **box)
    ax.axhline(0, color=style.BLACK, linewidth=1.8, zorder=1)
    ax.set(xlim=WINDOW[0], ylim=WINDOW[1], xlabel="θ₁, along the front", ylabel="θ₂, off the front")
    return image


def _level_line(alpha, losses):
    """The line L₁ + α L₂ = its value at these losses, across the picture."""
    height = losses[0] + alpha * losses[1]
    first = np.array([-1.0, 3.0])
    return first, (height - first) / alpha


@jax.jit
def _descent(alpha, k, start):
    problem = tradeoffs.curved_front(k)
    loss = tradeoffs.weighted_sum(problem, alpha)
    x, y = jnp.meshgrid(*(jnp.linspace(*ends, n) for ends, n in zip(WINDOW, GRID)))
    heights = jax.vmap(jax.vmap(loss))(jnp.stack([x, y], axis=-1))
    heights = (
        jnp.floor(14 * jnp.sqrt((heights - heights.min()) / jnp.ptp(heights))) / 14
    )  # steps, as contours have
    path = measured.descent_path(loss, start)
    ends = measured.evaluate(problem, path)
    return {
        "path": path,
        "losses": ends.losses,
        "places": ends.front_parameter,
        "front": problem.front(81),
        "heights": heights,
    }


def _tilt_status(facts) -> str:
    kind = "Convex" if facts["k"] < 0.995 else "Straight" if facts["k"] < 1.005 else "Concave"
    losses = "L₁ = {:.2f}, L₂ = {:.2f}".format(*facts["losses"])
    if facts["step"] < STEPS:
        return f"{kind} front, step {facts['step']}: {losses}."
    ignored = {True: "the second loss is ignored", False: "the first loss is ignored"}
    end = facts["end"]
    said = (
        ignored[end < 0.5] if not END_TOLERANCE < end < 1 - END_TOLERANCE else "both losses count"
    )
    return f"{kind} front: the run ends at {losses}, {said}."


@style.house()
def basins() -> Explorer:
    """Where every start ends, for every weight: drag the dot on the map, and see its run in the plane of losses."""
    figure, (chart, plane) = style.new(2, width=9.6, height=4.4, width_ratios=(1.25, 1))
    image = _map_axes(figure, chart)
    edge = chart.plot([], [], color=style.BLACK, linewidth=1.5, zorder=4)[0]
    line = chart.plot([], [], color=style.BLACK, linewidth=0.8, linestyle=":", zorder=4)[0]
    here = chart.plot([], [], linestyle="none", zorder=6, clip_on=False, **style.START)[0]
    draw.loss_plane(plane, 1.1)
    front = plane.plot([], [], zorder=2, **draw.FRONT_STYLE)[0]
    path = plane.plot([], [], color=style.GREEN, linewidth=2, zorder=3)[0]
    begin = plane.plot([], [], linestyle="none", zorder=5, clip_on=False, **style.START)[0]
    star = plane.plot([], [], zorder=6, clip_on=False, **draw.STAR_STYLE)[0]
    notes = [
        plane.text(*place, "", fontsize=10, ha="right", bbox=style.TEXT_HALO)
        for place in LABEL_POSITIONS
    ]

    def update(kind, at):
        theta1, alpha = (
            float(np.clip(x, *ends)) for x, ends in zip(at, (START_RANGE, ALPHAS[[0, -1]]))
        )
        fates, edges = _basin_map(kind)
        image.set_data(fates)
        edge.set_data(edges, ALPHAS)
        line.set_data([0, 1], [alpha, alpha])
        here.set_data([theta1], [alpha])
        losses, end, curve, places = (
            np.asarray(part) for part in _single_run(measured.FRONT_PARAMETERS[kind], alpha, theta1)
        )
        shares = _end_fractions(kind, places)
        front.set_data(*curve.T)
        path.set_data(*losses.T)
        begin.set_data(*losses[:1].T)
        star.set_data(*losses[-1:].T)
        for note, words, share in zip(
            notes, CHUNK_LABELS if kind == "concave chunk" else END_LABELS, shares
        ):
            note.set_text(words.format(100 * share))
        facts = {"kind": kind, "alpha": alpha, "start": theta1, "end": float(end), "shares": shares}
        return {"status": _basins_status(facts), "losses": losses[-1], **facts}

    controls = [
        choice("kind", tuple(measured.PROBLEMS), "concave", "front"),
        point("at", chart, (0.7, 1.0), "start and weight"),
    ]
    moving = [image, edge, line, here, front, path, begin, star, *notes]
    alt = "A map of where each start ends for each weight, and a run in the plane of two losses with shares of starts."
    return Explorer(figure, update, controls, moving, alt, BASIN_GOALS)


START_RANGE = 0.002, 0.998  # the starts θ₁: at an end itself no run moves
END_LABELS = "{:.0f} % end at L₁ = 0", "{:.0f} % between", "{:.0f} % at L₂ = 0"
CHUNK_LABELS = "{:.0f} % end left of the chunk", "{:.0f} % on it", "{:.0f} % right of it"
LABEL_POSITIONS = (
    (1.09, 1.05),
    (1.09, 0.98),
    (1.09, 0.91),
)  # where the shares stand, above any front
BASIN_GOALS = [
    goal(
        "concave: a start left of the middle that ends at L₂ = 0",
        lambda r: _crosses(r) and r["kind"] == "concave",
    ),
    goal(
        "mixed: three groups, each at least 15 %",
        lambda r: r["kind"] == "mixed" and min(r["shares"]) >= 0.15,
    ),
    goal(
        "convex: end at L₁ = 0.5",
        lambda r: r["kind"] == "convex" and abs(r["losses"][0] - 0.5) < 0.03,
    ),
]


def _crosses(result) -> bool:
    return result["start"] < 0.5 and result["end"] > 1 - END_TOLERANCE


def _map_axes(figure, ax):
    """The image of the map, with a bar that says what its colors mean."""
    box = {
        "extent": (0, 1, 0, 1),
        "transform": ax.transAxes,
        "origin": "lower",
        "interpolation": "nearest",
    }
    image = ax.imshow(
        np.zeros((len(ALPHAS), 101)), cmap=draw.FRONT_COLORMAP, vmin=0, vmax=1, aspect="auto", **box
    )
    ax.set(
        xlim=(0, 1),
        yscale="log",
        ylim=(ALPHAS[0], ALPHAS[-1]),
        xlabel="start θ₁",
        ylabel="weight α (log scale)",
    )
    ax.set_yticks([0.2, 0.5, 1, 2, 5], labels=["0.2", "0.5", "1", "2", "5"])
    ax.minorticks_off()
    bar = figure.colorbar(
        image, ax=ax, orientation="horizontal", location="top", shrink=0.9, aspect=40
    )
    bar.set_ticks([0, 0.5, 1], labels=["ends at L₁ = 0", "in balance", "ends at L₂ = 0"])
    return image


@lru_cache
def _basin_map(kind):
    """The place (weights, 101 starts) where each run ends, and the basin's edge θ₁ for each weight, or NaN."""
    starts = np.stack([np.linspace(*START_RANGE, 101), np.zeros(101)], axis=1)
    places = np.asarray(_final_parameters(measured.FRONT_PARAMETERS[kind], starts))
    k, m = measured.FRONT_PARAMETERS[kind] or (np.nan, 0)
    if m or not k > 1:
        return places, np.full(len(ALPHAS), np.nan)
    edges = np.asarray(tradeoffs.basin_boundary(k, ALPHAS), float)
    return places, 2 / np.pi * np.arcsin(np.sqrt(edges))


@jax.jit
def _final_parameters(numbers, starts):
    return measured.sweep_weights(
        measured.front_problem(numbers), ALPHAS, starts, steps=LONG_STEPS
    ).front_parameter


@jax.jit
def _single_run(numbers, alpha, theta1):
    """Losses along one run, its last place, the front, and where 100 starts end."""
    problem = measured.front_problem(numbers)
    loss = tradeoffs.weighted_sum(problem, alpha)
    run = measured.evaluate(
        problem, measured.descent_path(loss, jnp.stack([theta1, 0.3]), steps=LONG_STEPS)
    )
    starts = jnp.stack([jnp.linspace(0.005, 0.995, 100), jnp.zeros(100)], axis=1)
    place = measured.sweep_weights(
        problem, jnp.asarray(alpha)[None], starts, steps=LONG_STEPS
    ).front_parameter[0]
    return run.losses, run.front_parameter[-1], problem.front(101), place


def _end_fractions(kind, places) -> np.ndarray:
    """The shares of runs that end at L₁ = 0, between, and at L₂ = 0; or left of the chunk, on it, and right of it."""
    low, high = (
        _concave_interval() if kind == "concave chunk" else (END_TOLERANCE, 1 - END_TOLERANCE)
    )
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
    own = f"α = {facts['alpha']:.2f}: this start ends at s = {facts['end']:.2f}."
    if facts["kind"] == "concave chunk":
        return f"{own} Of all starts {left} end left of the chunk and {right} right of it, {between} on it."
    return f"{own} Of all starts {left} end at L₁ = 0, {between} between, {right} at L₂ = 0."
