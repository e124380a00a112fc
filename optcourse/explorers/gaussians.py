"""Lesson 06: the steepest step in a circle of parameters, and in a region of distributions."""

from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import Array, Float
from matplotlib.figure import Figure
from matplotlib.patches import Patch

from optcourse import gaussians, steepest
from optcourse.experiments.natural_gradient import gaussians as measured
from optcourse.experiments.run import first_below
from optcourse.explorers.artists import empty_line, set_points, set_values, start_mark
from optcourse.explorers.controls import choice, point, slider
from optcourse.explorers.explorer import Explorer, goal
from optcourse.explorers.picture import Picture
from optcourse.figures import gaussians as draw
from optcourse.figures import style

STEPS = 40
RADII, DIVERGENCES = np.geomspace(0.03, 3, 41), np.geomspace(5e-4, 0.5, 31)
TOLERANCE = 1e-3  # a run has arrived where its divergence from the target is below this
Z = np.linspace(-7, 9, 200)  # where the densities are drawn
ROUND_RATIO = 1.05  # a region less elongated is called so
FLOOR = 1e-6  # the lowest divergence that single precision tells from zero here
PIXELS = 48  # of the loss around the start
STEP_FRACTIONS = np.append(0.0, np.geomspace(1e-3, 1, 60))  # of a step: as far as the loss falls
METHODS = ("Euclidean", "natural")


@style.house()
def two_geometries() -> Explorer:
    """Drag a Gaussian (μ, σ), choose coordinates: both steepest steps there, and both runs."""
    figure, (plane, lens, bells, chart) = _panels()
    image = _loss_image(lens)
    local = [_local_lines(lens, look) for look in REGION_STYLES]
    global_lines = [_path_lines(plane, chart, look) for look in REGION_STYLES]
    densities = [empty_line(bells, **look) for look in DENSITY_STYLES]
    begin = start_mark(plane, zorder=7, clip_on=False)
    note = lens.set_title("", fontsize=10, y=1.0)  # at a fixed height, as it is drawn alone

    def update(start, coordinates, radius, divergence, step):
        power = gaussians.POWERS[coordinates]
        runs = jax.tree.map(np.asarray, _geometry_runs(power, start, radius, divergence, step))
        set_points(begin, start)
        image.set_data(runs.local_loss)
        for i in range(2):
            _draw_local(local[i], runs, i)
            _draw_path(global_lines[i], runs, i, step)
        gaussian_points = (measured.TARGET, start, *runs.paths[:, step])
        heights = [draw.density(Z, *each) for each in gaussian_points]
        for line, height in zip(densities, heights):
            line.set_data(Z, height / np.max(heights))
        symbol = gaussians.ALL[coordinates].symbol
        note.set_text(f"around the start, in (μ, {symbol}): {2 * float(runs.scale):.2g} wide")
        facts = _facts(runs, coordinates, radius, step)
        return {"status": _status(facts), **facts}

    controls = [
        point("start", plane, (-1.5, 1.5), "Gaussian (μ, σ)"),
        choice("coordinates", tuple(gaussians.ALL), "variance"),
        slider("radius", RADII, RADII[20], "radius r of the circle"),
        slider("divergence", DIVERGENCES, DIVERGENCES[10], "divergence ε of the region"),
        slider("step", range(STEPS + 1), 10, "steps", plays=True),
    ]
    lines = [line for lines in (*local, *global_lines) for line in lines]
    picture = Picture(figure, [image, *lines, *densities, begin, note])
    alt = "Two walks in the plane of mean and deviation, both steepest steps, the densities, "
    alt += "and the losses over steps."
    return Explorer(picture, update, controls, alt, GOALS)


REGION_STYLES = draw.EUCLIDEAN_STYLE, draw.NATURAL_STYLE
EUCLIDEAN_LABEL = "Euclidean steps, and their circle of radius r"
NATURAL_LABEL = "natural steps, and their region KL ≤ ε"
DENSITY_STYLES = (
    {"color": style.ORANGE, "linewidth": 5, "alpha": 0.6, "label": "target"},
    {"color": style.GRAY, "linestyle": ":", "linewidth": 1.5, "label": "start"},
    {**draw.EUCLIDEAN_STYLE, "linewidth": 1.8, "label": EUCLIDEAN_LABEL},
    {**draw.NATURAL_STYLE, "linewidth": 1.8, "label": NATURAL_LABEL},
)


def _arrives_soon(result) -> bool:
    far = result["before"] >= 1 and result["radius"] <= 0.4
    return far and result["arrived"][0] <= 6


GOALS = [
    goal(
        "r ≤ 0.2: a circle whose step moves the Gaussian by KL ≥ 1",
        lambda r: r["radius"] <= 0.2 and r["moved"] >= 1,
    ),
    goal(
        f"a round region, not {ROUND_RATIO} times as long as wide, "
        "and arrows that point the same way to 5°",
        lambda r: r["elongation"] < ROUND_RATIO and r["angle"] < 5,
    ),
    goal(
        "from KL ≥ 1 to the target: below 0.001 in 6 Euclidean steps, with r ≤ 0.4", _arrives_soon
    ),
]


def _panels():
    """(figure, axes): of (μ, σ), of the start's surroundings, of the densities, of the losses."""
    figure = Figure(figsize=(10.6, 4.4), layout="constrained")
    mosaic = [["plane", "lens", "bells"], ["plane", "lens", "chart"]]
    panels = figure.subplot_mosaic(mosaic, width_ratios=(1.1, 1.1, 1))
    plane, lens, bells, chart = (style.despine(ax) for ax in panels.values())
    draw.plane(plane)
    plane.set_title("both walks, in (μ, σ)", fontsize=10)
    lens.set(xlim=(-1, 1), ylim=(-1, 1), xticks=[], yticks=[], xlabel="change of μ")
    lens.set_ylabel("change of the second coordinate")
    lens.set_anchor("N")  # as high as the plane beside it
    bells.set(xlim=(Z[0], Z[-1]), ylim=(0, 1.05), xlabel="z", xticks=[-5, 0, 5], yticks=[])
    bells.set_ylabel("density, the\nhighest is 1")
    chart.set(xlim=(0, STEPS), yscale="log", ylim=(FLOOR, 20))
    chart.set(xlabel="step", ylabel="KL to the target")
    chart.axhline(TOLERANCE, color=style.LIGHT, linewidth=1, zorder=0)
    handles = [empty_line(bells, **look) for look in DENSITY_STYLES]
    handles.append(Patch(facecolor=style.LIGHT, label="no such Gaussian"))
    figure.legend(handles=handles, frameon=False, loc="outside upper center", ncols=5, fontsize=9)
    return figure, (plane, lens, bells, chart)


def _local_lines(ax, look):
    """Lines for a region's edge, the full first step, and where the first step ends."""
    edge = empty_line(ax, linewidth=1.2, zorder=4, **look)
    arrow = empty_line(ax, linewidth=2.5, zorder=4, **look)
    return edge, arrow, empty_line(ax, marker="o", color=look["color"], zorder=6)


def _draw_local(lines, runs, i):
    edge, arrow, end = lines
    set_points(edge, runs.boundaries[i] / runs.scale)
    set_points(arrow, [(0, 0), runs.full_steps[i] / runs.scale])
    set_points(end, runs.first_steps[i] / runs.scale)


def _path_lines(plane, chart, look):
    """Lines for a run, the region at its end, its losses, and the loss at this step."""
    path = empty_line(plane, marker=".", zorder=5, **look)
    edge = empty_line(plane, linewidth=1.2, zorder=4, **look)
    losses = empty_line(chart, linewidth=1.2, zorder=4, **look)
    dot = {"marker": "o", "color": look["color"], "zorder": 5, "clip_on": False}
    return path, edge, losses, empty_line(chart, **dot)


def _draw_path(lines, runs, i, step):
    path, edge, curve, dot = lines
    losses = np.maximum(runs.losses[i], FLOOR)
    set_points(path, runs.paths[i, : step + 1])
    set_points(edge, runs.regions[i])
    set_values(curve, losses)
    set_points(dot, (step, losses[step]))


def _loss_image(ax):
    """The image of the loss around the start."""
    box = {"extent": (-1, 1, -1, 1), "origin": "lower", "aspect": "equal"}
    cmap = style.HEIGHT_COLORMAP.with_extremes(bad=style.LIGHT)
    colors = {"cmap": cmap, "vmin": 0, "vmax": 1, "interpolation": "bilinear"}
    return ax.imshow(np.zeros((PIXELS, PIXELS)), **colors, **box)


class GeometryRuns(NamedTuple):
    """Runs of the Euclidean steps, then of the natural ones; points of the plane are (μ, σ).

    In the plane: paths (2, STEPS + 1, 2), and regions (2, n, 2) around their points at `step`;
    losses (2, STEPS + 1), and arrival_steps (2,). In the coordinates, relative to the start:
    full_steps (2, 2) to the edges of the regions, boundaries (2, n, 2), these edges, and
    first_steps (2, 2), shorter where the loss rises before. step_divergences (2,): KL of each full
    step; local_loss: the loss around the start, `scale` to each side.
    """

    paths: Array
    regions: Array
    losses: Array
    arrival_steps: Array
    full_steps: Array
    boundaries: Array
    first_steps: Array
    step_divergences: Array
    local_loss: Array
    scale: Array


@jax.jit
def _geometry_runs(power, start, radius, divergence, step) -> GeometryRuns:
    coordinates, loss = measured.fit_problem(gaussians.power_coordinates(power))
    w = coordinates.from_mean_std(*start)
    rules = (
        lambda w, g: steepest.euclidean_step(g, radius),
        lambda w, g: steepest.kl_step(coordinates, w, g, divergence),
    )
    circle = lambda w: w + radius * _unit_circle()
    region = lambda w: steepest.kl_contour(coordinates, w, divergence)
    paths = [_descend(loss, w, rule) for rule in rules]
    losses = jnp.stack([jax.vmap(loss)(path) for path in paths])
    steps = jnp.stack([rule(w, jax.grad(loss)(w)) for rule in rules])
    boundaries = jnp.stack([circle(w), region(w)]) - w
    scale = 1.15 * jnp.max(jnp.abs(boundaries))
    regions = jnp.stack([circle(paths[0][step]), region(paths[1][step])])
    return GeometryRuns(
        paths=jnp.stack([measured.mean_and_std(coordinates, path) for path in paths]),
        regions=measured.mean_and_std(coordinates, regions),
        losses=losses,
        arrival_steps=jnp.stack([first_below(each, TOLERANCE) for each in losses]),
        full_steps=steps,
        boundaries=boundaries,
        first_steps=jnp.stack([path[1] for path in paths]) - w,
        step_divergences=jnp.stack([gaussians.kl(coordinates, w, w + d) for d in steps]),
        local_loss=_local_loss(loss, w, scale),
        scale=scale,
    )


def _descend(loss, w, rule) -> Float[Array, "rows 2"]:
    """STEPS steps by a rule (w, g) -> d to a region's edge, or less far where the loss rises."""
    fractions = jnp.asarray(STEP_FRACTIONS, float)

    def visit(w, _):
        # Where the gradient is zero no direction is steepest.
        d = jnp.nan_to_num(rule(w, jax.grad(loss)(w)))
        losses = jax.vmap(lambda fraction: loss(w + fraction * d))(fractions)
        return w + fractions[jnp.nanargmin(losses)] * d, w

    end, path = jax.lax.scan(visit, w, length=STEPS)
    return jnp.vstack([path, end])


def _unit_circle():
    angles = jnp.linspace(0, 2 * jnp.pi, 200)
    return jnp.stack([jnp.cos(angles), jnp.sin(angles)], axis=1)


def _local_loss(loss, w, scale):
    """The loss around w from 0 to 1, which a fifth of the picture exceeds; NaN: no Gaussian."""
    side = jnp.linspace(-1, 1, PIXELS) * scale
    x, y = jnp.meshgrid(side, side)
    values = jax.vmap(jax.vmap(loss))(w + jnp.stack([x, y], axis=-1))
    low, high = jnp.nanmin(values), jnp.nanquantile(values, 0.8)
    return jnp.clip((values - low) / (high - low), 0, 1)


def _facts(runs, coordinates, radius, step) -> dict:
    """Numbers of both runs that the goals and the status sentence need."""
    # The region's axes are those of the picture, as F is diagonal.
    wide, tall = np.ptp(runs.boundaries[1], axis=0)
    full = np.linalg.norm(runs.full_steps, axis=1)
    fractions = np.linalg.norm(runs.first_steps, axis=1) / full
    cosine = np.dot(*runs.full_steps) / np.prod(full)
    return {
        "coordinates": coordinates,
        "radius": radius,
        "step": step,
        "moved": float(runs.step_divergences[0]),
        "before": float(runs.losses[0, 0]),
        "after": runs.losses[:, step].tolist(),
        "arrived": runs.arrival_steps.tolist(),
        "elongation": float(max(wide / tall, tall / wide)),
        "angle": float(np.degrees(np.arccos(np.clip(cosine, -1, 1)))),
        "shortened": [name for name, share in zip(METHODS, fractions) if share < 0.999],
    }


def _status(facts) -> str:
    after = [f"{loss:.2g}" if loss >= FLOOR else f"under {FLOOR:g}" for loss in facts["after"]]
    ends = []
    for steps in facts["arrived"]:
        ends.append(f"from step {steps:.0f}" if np.isfinite(steps) else f"not in {STEPS} steps")
    far = f"KL to the target: {facts['before']:.2g}; after {facts['step']} steps "
    far += f"{after[0]} by Euclidean steps, {after[1]} by natural ones."
    arrival = f"Below {TOLERANCE:g}: Euclidean {ends[0]}, natural {ends[1]}."
    return f"{_local_status(facts)} {far} {arrival}"


def _local_status(facts) -> str:
    """The start's surroundings: the full step, the region, the arrows, steps that end early."""
    if not np.isfinite(facts["angle"]):
        return "Here the gradient is zero, and no direction is steepest."
    full = "leads to no Gaussian at all"
    if np.isfinite(facts["moved"]):
        full = f"moves the Gaussian by KL {facts['moved']:.2g}"
    shape = "round"
    if facts["elongation"] >= ROUND_RATIO:
        shape = f"{facts['elongation']:.2g} times as long as wide"
    apart = f"the arrows {facts['angle']:.0f}° apart"
    status = f"The circle's full step {full}; the region is {shape}, {apart}."
    if facts["shortened"]:
        early = "The first step ends early, at the dot, as the loss rises beyond"
        status += f" {early}: {' and '.join(facts['shortened'])}."
    return status
