"""Lesson 06: the steepest step in a circle of parameters, and in a region of distributions, from a dragged Gaussian."""

from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import Array, Float
from matplotlib.figure import Figure
from matplotlib.patches import Patch

from optcourse import gaussians
from optcourse.experiments.natural_gradient import gaussians as measured
from optcourse.experiments.run import first_below
from optcourse.explorers.controls import choice, point, slider
from optcourse.explorers.explorer import Explorer, goal
from optcourse.figures import gaussians as draw
from optcourse.figures import style

STEPS = 40
RADII, DIVERGENCES = np.geomspace(0.03, 3, 41), np.geomspace(5e-4, 0.5, 31)
TOLERANCE = 1e-3  # a walk has arrived where its divergence from the target is below this
Z = np.linspace(-7, 9, 200)  # where the densities are drawn
ROUND_RATIO = 1.05  # a region less elongated is called so
FLOOR = 1e-6  # the lowest divergence that single precision tells from zero here
PIXELS = 48  # of the loss around the start
STEP_FRACTIONS = np.append(0.0, np.geomspace(1e-3, 1, 60))  # of a step: as far as the loss falls


@style.house()
def two_geometries() -> Explorer:
    """Drag a Gaussian in the plane of (μ, σ), and choose coordinates: both steepest steps there, and both walks."""
    figure, (plane, lens, bells, chart) = _panels()
    image = _loss_image(lens)
    near, far = (
        [_local_lines(lens, look) for look in REGION_STYLES],
        [_path_lines(plane, chart, look) for look in REGION_STYLES],
    )
    curves = [bells.plot([], [], **look)[0] for look in DENSITY_STYLES]
    begin = plane.plot([], [], linestyle="none", zorder=7, clip_on=False, **style.START)[0]
    note = lens.set_title("", fontsize=10, y=1.0)  # at a fixed height, as it is drawn alone

    def update(start, coordinates, radius, divergence, step):
        power = gaussians.POWERS[coordinates]
        seen = jax.tree.map(np.asarray, _geometry_runs(power, start, radius, divergence, step))
        begin.set_data(*start[:, None])
        image.set_data(seen.heights)
        for i in range(2):
            arrow = np.stack([np.zeros(2), seen.arrows[i]])
            for line, points in zip(near[i], (seen.around[i], arrow, seen.first[i][None])):
                line.set_data(*(points / seen.scale).T)
            losses = np.column_stack([np.arange(STEPS + 1), np.maximum(seen.losses[i], FLOOR)])
            for line, points in zip(
                far[i], (seen.paths[i, : step + 1], seen.regions[i], losses, losses[[step]])
            ):
                line.set_data(*points.T)
        bells = [draw.density(Z, *each) for each in (measured.TARGET, start, *seen.paths[:, step])]
        for curve, heights in zip(curves, bells):
            curve.set_data(Z, heights / np.max(bells))
        symbol = gaussians.ALL[coordinates].symbol
        note.set_text(f"around the start, in (μ, {symbol}): {2 * float(seen.scale):.2g} wide")
        facts = _facts(seen, coordinates, radius, step)
        return {"status": _status(facts), **facts}

    controls = [
        point("start", plane, (-1.5, 1.5), "Gaussian (μ, σ)"),
        choice("coordinates", tuple(gaussians.ALL), "variance"),
        slider("radius", RADII, RADII[20], "radius r of the circle"),
        slider("divergence", DIVERGENCES, DIVERGENCES[10], "divergence ε of the region"),
        slider("step", range(STEPS + 1), 10, "steps", plays=True),
    ]
    moving = [image, *near[0], *near[1], *far[0], *far[1], *curves, begin, note]
    alt = "Two walks in the plane of mean and deviation, both steepest steps, the densities, and the losses over steps."
    return Explorer(figure, update, controls, moving, alt, GOALS)


REGION_STYLES = draw.EUCLIDEAN_STYLE, draw.NATURAL_STYLE
DENSITY_STYLES = (
    {"color": style.ORANGE, "linewidth": 5, "alpha": 0.6, "label": "target"},
    {"color": style.GRAY, "linestyle": ":", "linewidth": 1.5, "label": "start"},
    {
        **draw.EUCLIDEAN_STYLE,
        "linewidth": 1.8,
        "label": "Euclidean steps, and their circle of radius r",
    },
    {**draw.NATURAL_STYLE, "linewidth": 1.8, "label": "natural steps, and their region KL ≤ ε"},
)
GOALS = [
    goal(
        "r ≤ 0.2: a circle whose step moves the Gaussian by KL ≥ 1",
        lambda r: r["radius"] <= 0.2 and r["moved"] >= 1,
    ),
    goal(
        f"a round region, not {ROUND_RATIO} times as long as wide, and arrows that point the same way to 5°",
        lambda r: r["elongation"] < ROUND_RATIO and r["angle"] < 5,
    ),
    goal(
        "from KL ≥ 1 to the target: below 0.001 in 6 Euclidean steps, with r ≤ 0.4",
        lambda r: r["before"] >= 1 and r["arrived"][0] <= 6 and r["radius"] <= 0.4,
    ),
]


def _panels():
    """(figure, axes): of (μ, σ), of the surroundings of the start in chosen coordinates, of densities, of losses."""
    figure = Figure(figsize=(10.6, 4.4), layout="constrained")
    mosaic = figure.subplot_mosaic(
        [["plane", "lens", "bells"], ["plane", "lens", "chart"]], width_ratios=(1.1, 1.1, 1)
    )
    plane, lens, bells, chart = (
        style.plain(mosaic[name]) for name in ("plane", "lens", "bells", "chart")
    )
    draw.plane(plane)
    plane.set_title("both walks, in (μ, σ)", fontsize=10)
    lens.set(xlim=(-1, 1), ylim=(-1, 1), xticks=[], yticks=[], xlabel="change of μ")
    lens.set_ylabel("change of the second coordinate")
    lens.set_anchor("N")  # as high as the plane beside it
    bells.set(xlim=(Z[0], Z[-1]), ylim=(0, 1.05), xlabel="z", xticks=[-5, 0, 5], yticks=[])
    bells.set_ylabel("density, the\nhighest is 1")
    chart.set(
        xlim=(0, STEPS), yscale="log", ylim=(FLOOR, 20), xlabel="step", ylabel="KL to the target"
    )
    chart.axhline(TOLERANCE, color=style.LIGHT, linewidth=1, zorder=0)
    handles = [bells.plot([], [], **look)[0] for look in DENSITY_STYLES]
    handles.append(Patch(facecolor=style.LIGHT, label="no such Gaussian"))
    figure.legend(handles=handles, frameon=False, loc="outside upper center", ncols=5, fontsize=9)
    return figure, (plane, lens, bells, chart)


def _local_lines(ax, look):
    """Lines for a region's edge, the full first step, and where the first step ends."""
    edge, arrow = (ax.plot([], [], linewidth=width, zorder=4, **look)[0] for width in (1.2, 2.5))
    return edge, arrow, ax.plot([], [], marker="o", color=look["color"], zorder=6)[0]


def _path_lines(plane, chart, look):
    """Lines for a walk, the region at its end, its losses, and the loss at this step."""
    walk = plane.plot([], [], marker=".", zorder=5, **look)[0]
    edge, losses = (ax.plot([], [], linewidth=1.2, zorder=4, **look)[0] for ax in (plane, chart))
    return (
        walk,
        edge,
        losses,
        chart.plot([], [], marker="o", color=look["color"], zorder=5, clip_on=False)[0],
    )


def _loss_image(ax):
    """The image of the loss around the start."""
    box = {
        "extent": (-1, 1, -1, 1),
        "origin": "lower",
        "interpolation": "bilinear",
        "aspect": "equal",
    }
    colors = style.HEIGHT.with_extremes(bad=style.LIGHT)
    return ax.imshow(np.zeros((PIXELS, PIXELS)), cmap=colors, vmin=0, vmax=1, **box)


class GeometryRuns(NamedTuple):
    """First of the Euclidean steps, then of the natural ones; points of the plane are (μ, σ).

    In the plane: paths (2, STEPS + 1, 2), and regions (2, n, 2) around their points at `step`; losses (2, STEPS + 1),
    and the steps at which they have arrived (2,). In the coordinates, relative to the start: arrows (2, 2) to the edges
    of the regions, around (2, n, 2) these edges, and first (2, 2), where the first steps really end. moved (2,): the
    divergence of each full first step; heights: the loss around the start, `scale` to each side.
    """

    paths: Array
    regions: Array
    losses: Array
    arrived: Array
    arrows: Array
    around: Array
    first: Array
    moved: Array
    heights: Array
    scale: Array


@jax.jit
def _geometry_runs(power, start, radius, divergence, step) -> GeometryRuns:
    coordinates, loss = measured.fit_problem(gaussians.power_coordinates(power))
    w = coordinates.point(*start)
    rules = (
        lambda w, g: gaussians.euclidean_step(g, radius),
        lambda w, g: gaussians.kl_step(coordinates, w, g, divergence),
    )
    circle = lambda w: w + radius * _unit_circle()
    region = lambda w: gaussians.kl_contour(coordinates, w, divergence)
    paths = [_descend(loss, w, rule) for rule in rules]
    losses = jnp.stack([jax.vmap(loss)(path) for path in paths])
    arrows = jnp.stack([rule(w, jax.grad(loss)(w)) for rule in rules])
    around = jnp.stack([circle(w), region(w)]) - w
    scale = 1.15 * jnp.max(jnp.abs(around))
    return GeometryRuns(
        paths=jnp.stack([measured.mean_and_std(coordinates, path) for path in paths]),
        regions=measured.mean_and_std(
            coordinates, jnp.stack([circle(paths[0][step]), region(paths[1][step])])
        ),
        losses=losses,
        arrived=jnp.stack([first_below(each, TOLERANCE) for each in losses]),
        arrows=arrows,
        around=around,
        first=jnp.stack([path[1] for path in paths]) - w,
        moved=jnp.stack([gaussians.kl(coordinates, w, w + d) for d in arrows]),
        heights=_local_loss(loss, w, scale),
        scale=scale,
    )


def _descend(loss, w, rule) -> Float[Array, "rows 2"]:
    """STEPS steps by a rule (w, g) -> d, each to the edge of its region, or less far where the loss rises before."""

    def visit(w, _):
        d = jnp.nan_to_num(
            rule(w, jax.grad(loss)(w))
        )  # where the gradient is zero no direction is steepest
        shares = jnp.asarray(STEP_FRACTIONS, float)
        losses = jax.vmap(lambda share: loss(w + share * d))(shares)
        return w + shares[jnp.nanargmin(losses)] * d, w

    end, path = jax.lax.scan(visit, w, length=STEPS)
    return jnp.vstack([path, end])


def _unit_circle():
    angles = jnp.linspace(0, 2 * jnp.pi, 200)
    return jnp.stack([jnp.cos(angles), jnp.sin(angles)], axis=1)


def _local_loss(loss, w, scale):
    """The loss around w from 0 to 1, which is what a fifth of the picture exceeds; NaN where no Gaussian is."""
    side = jnp.linspace(-1, 1, PIXELS) * scale
    x, y = jnp.meshgrid(side, side)
    values = jax.vmap(jax.vmap(loss))(w + jnp.stack([x, y], axis=-1))
    low, high = jnp.nanmin(values), jnp.nanquantile(values, 0.8)
    return jnp.clip((values - low) / (high - low), 0, 1)


def _facts(seen, coordinates, radius, step) -> dict:
    """What goals and words need to know."""
    wide, tall = np.ptp(
        seen.around[1], axis=0
    )  # its axes are those of the picture, as F is diagonal
    lengths, reached = (np.linalg.norm(each, axis=1) for each in (seen.arrows, seen.first))
    cosine = np.dot(*seen.arrows) / np.prod(lengths)
    return {
        "coordinates": coordinates,
        "radius": radius,
        "step": step,
        "moved": float(seen.moved[0]),
        "before": float(seen.losses[0, 0]),
        "after": [float(loss[step]) for loss in seen.losses],
        "arrived": [float(step) for step in seen.arrived],
        "elongation": float(max(wide / tall, tall / wide)),
        "angle": float(np.degrees(np.arccos(np.clip(cosine, -1, 1)))),
        "shortened": [
            name
            for name, share in zip(("Euclidean", "natural"), reached / lengths)
            if share < 0.999
        ],
    }


def _status(facts) -> str:
    after = [f"{loss:.2g}" if loss >= FLOOR else f"under {FLOOR:g}" for loss in facts["after"]]
    walks = "{} by Euclidean steps, {} by natural ones".format(*after)
    when = [
        f"from step {n:.0f}" if np.isfinite(n) else f"not in {STEPS} steps"
        for n in facts["arrived"]
    ]
    ends = "Below {:g}: Euclidean {}, natural {}.".format(TOLERANCE, *when)
    far = f"KL to the target: {facts['before']:.2g}; after {facts['step']} steps {walks}."
    return f"{_local_status(facts)} {far} {ends}"


def _local_status(facts) -> str:
    """What the picture of the surroundings shows: the full step, the region, the arrows, and steps that end early."""
    if not np.isfinite(facts["angle"]):
        return "Here the gradient is zero, and no direction is steepest."
    moved = facts["moved"]
    full = (
        f"moves the Gaussian by KL {moved:.2g}"
        if np.isfinite(moved)
        else "leads to no Gaussian at all"
    )
    shape = (
        f"{facts['elongation']:.2g} times as long as wide"
        if facts["elongation"] >= ROUND_RATIO
        else "round"
    )
    words = f"The circle's full step {full}; the region is {shape}, the arrows {facts['angle']:.0f}° apart."
    if facts["shortened"]:
        words += f" The first step ends early, at the dot, as the loss rises beyond: {' and '.join(facts['shortened'])}."
    return words
