"""Lesson 07: the tilted plane over two losses."""

import jax
import jax.numpy as jnp
import numpy as np
from matplotlib.figure import Figure

from optcourse import tradeoffs
from optcourse.experiments.linear_combinations import fronts as measured
from optcourse.explorers.artists import empty_line, set_points
from optcourse.explorers.controls import point, slider
from optcourse.explorers.explorer import Explorer, goal
from optcourse.explorers.picture import Picture
from optcourse.figures import linear_combinations as draw
from optcourse.figures import style

STEPS = measured.STEPS  # of a run on the tilted plane
ALPHAS = np.geomspace(0.2, 5, 41)
WINDOW = (-0.1, 1.1), (-0.7, 0.7)
GRID = (60, 48)
LEVELS = 14  # of the image of the weighted sum
END_TOLERANCE = 0.02  # nearer than this to an end of the front, in s, a run has ignored one loss


@style.house()
def weighted_sum() -> Explorer:
    """Tilt the plane by α, bend the model by k, drag the start: parameters, losses, the plane."""
    figure, axes = _panels()
    flat, plane, high = axes
    ground = _loss_image(flat)
    level = empty_line(plane, color=style.PURPLE, linewidth=1.2, linestyle="--", zorder=2)
    net = empty_line(high, color=style.PURPLE, linewidth=0.7, alpha=0.6, zorder=2)
    fronts = [empty_line(ax, zorder=3, **draw.FRONT_STYLE) for ax in (plane, high)]
    lines = [[empty_line(ax, clip_on=False, **look) for ax in axes] for look in RUN_STYLES]
    saddle = empty_line(flat, linestyle="none", zorder=6, **style.KINDS["saddle"])

    def update(alpha, k, start, step):
        run = jax.tree.map(np.asarray, _descent(alpha, k, start))
        lift = lambda losses: draw.tilted_plane(alpha, losses).T
        ground.set_data(run["levels"])
        set_points(fronts[0], run["front"])
        set_points(fronts[1], lift(run["front"]))
        set_points(net, lift(draw.plane_mesh().T))
        level.set_data(*_level_line(alpha, run["losses"][step]))
        for of_kind, rows in zip(lines, (slice(step + 1), [0], [step], [-1])):
            set_points(of_kind[0], run["path"][rows])
            set_points(of_kind[1], run["losses"][rows])
            set_points(of_kind[2], lift(run["losses"][rows]))
        set_points(saddle, (_saddle_theta(k, alpha), 0))
        facts = {"alpha": alpha, "k": k, "step": step, **_facts(run, step)}
        return {"status": _sum_status(facts), **facts}

    controls = [
        slider("alpha", ALPHAS, 1.0, "weight α of the second loss"),
        slider("k", np.linspace(0, 2, 21), 0.5, "bend k of the model"),
        slider("step", range(STEPS + 1), STEPS, "step t", plays=True),
        point("start", flat, (0.35, 0.5)),
    ]
    every_line = [line for of_kind in lines for line in of_kind]
    picture = Picture(figure, [ground, level, net, *fronts, *every_line, saddle])
    alt = "A run on a weighted sum: in the parameters, in the plane of two losses, "
    alt += "and on a tilted plane over it."
    return Explorer(picture, update, controls, alt, GOALS)


def _ignores_the_weight(result) -> bool:
    concave, heavy = result["k"] >= 1.5, result["alpha"] > 1.005
    return concave and heavy and result["end"] < END_TOLERANCE


def _is_balanced_transient(result) -> bool:
    # At the end only a run that stands on the saddle is in balance.
    concave, passing = result["k"] >= 1.5, result["step"] < STEPS
    balanced = abs(result["place"] - 0.5) < 0.15 and result["off"] < 0.01
    return concave and passing and balanced


GOALS = [
    goal(
        "k ≤ 0.5: put the star at L₁ = 0.1",
        lambda r: r["k"] <= 0.5 and abs(r["last"][0] - 0.1) < 0.02,
    ),
    goal("k ≥ 1.5, α > 1: end at L₁ = 0 all the same", _ignores_the_weight),
    goal("k ≥ 1.5: stop in passing, on the front and in balance", _is_balanced_transient),
]
RUN_STYLES = (  # its path, its start, where it is, its end
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
    flat, plane = (style.despine(figure.add_subplot(grid[i])) for i in range(2))
    draw.loss_plane(plane)
    high = draw.plane_axes(figure.add_subplot(grid[2], projection="3d"))
    return figure, (flat, plane, high)


def _loss_image(ax):
    """The image of the weighted sum over the parameters."""
    box = {"extent": (*WINDOW[0], *WINDOW[1]), "origin": "lower", "aspect": "auto"}
    colors = {"cmap": style.HEIGHT_COLORMAP, "vmin": 0, "vmax": 1, "interpolation": "bilinear"}
    image = ax.imshow(np.zeros(GRID[::-1]), **colors, **box)
    ax.axhline(0, color=style.BLACK, linewidth=1.8, zorder=1)
    ax.set(xlim=WINDOW[0], ylim=WINDOW[1], xlabel="θ₁, along the front", ylabel="θ₂, off the front")
    return image


def _level_line(alpha, losses):
    """(L₁, L₂) of the line L₁ + α L₂ = its value at these losses, across the picture."""
    height = losses[0] + alpha * losses[1]
    first = np.array([-1.0, 3.0])
    return first, (height - first) / alpha


def _saddle_theta(k, alpha) -> float:
    """θ₁ of the saddle that parts the basins; NaN where there is none."""
    s = float(tradeoffs.basin_boundary(k, alpha)) if k > 1 else np.nan
    return front_theta(s) if 0 < s < 1 else np.nan


def front_theta(s):
    """The model parameter θ₁ at the place s, 0 to 1, on the front of `tradeoffs.curved_front`."""
    return 2 / np.pi * np.arcsin(np.sqrt(s))


@jax.jit
def _descent(alpha, k, start):
    """A run on the weighted sum, the front, and the levels of the sum over the window."""
    problem = tradeoffs.curved_front(k)
    loss = tradeoffs.weighted_sum(problem, alpha)
    x, y = jnp.meshgrid(*(jnp.linspace(*ends, n) for ends, n in zip(WINDOW, GRID)))
    heights = jax.vmap(jax.vmap(loss))(jnp.stack([x, y], axis=-1))
    root = jnp.sqrt((heights - heights.min()) / jnp.ptp(heights))
    path = measured.descent_path(loss, start)
    points = measured.evaluate(problem, path)
    return {
        "path": path,
        "losses": points.losses,
        "places": points.front_parameter,
        "front": problem.front(81),
        "levels": jnp.floor(LEVELS * root) / LEVELS,
    }


def _facts(run, step) -> dict:
    """Numbers of a run at a step and at its end that the goals and the status sentence need."""
    return {
        "losses": run["losses"][step],
        "last": run["losses"][-1],
        "off": float(run["path"][step, 1] ** 2),
        "place": float(run["places"][step]),
        "end": float(run["places"][-1]),
    }


def _sum_status(facts) -> str:
    kind = "Convex" if facts["k"] < 0.995 else "Straight" if facts["k"] < 1.005 else "Concave"
    losses = "L₁ = {:.2f}, L₂ = {:.2f}".format(*facts["losses"])
    if facts["step"] < STEPS:
        return f"{kind} front, step {facts['step']}: {losses}."
    outcome = "both losses count"
    if facts["end"] <= END_TOLERANCE:
        outcome = "the second loss is ignored"
    elif facts["end"] >= 1 - END_TOLERANCE:
        outcome = "the first loss is ignored"
    return f"{kind} front: the run ends at {losses}, {outcome}."
