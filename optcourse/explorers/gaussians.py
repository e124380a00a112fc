"""Lesson 06: the steepest step in a circle of parameters, and in a region of distributions."""

import jax.numpy as jnp
import numpy as np
from matplotlib.figure import Figure
from matplotlib.patches import Patch

from optcourse import gaussians
from optcourse.experiments.natural_gradient import gaussians as measured
from optcourse.experiments.natural_gradient.two_geometries import (
    PIXELS,
    STEPS,
    TOLERANCE,
    geometry_runs,
)
from optcourse.explorers.artists import empty_line, start_mark
from optcourse.explorers.computed import Computation, Frame, against_steps, computed_explorer
from optcourse.explorers.controls import choice, point, slider
from optcourse.explorers.explorer import Explorer
from optcourse.figures import gaussians as draw
from optcourse.figures import style

RADII, DIVERGENCES = np.geomspace(0.03, 3, 41), np.geomspace(5e-4, 0.5, 31)
Z = np.linspace(-7, 9, 200)  # where the densities are drawn
ROUND_RATIO = 1.05  # a region less elongated is called so
FLOOR = 1e-6  # the lowest divergence that single precision tells from zero here
SURE = 8  # steps of a Euclidean walk in precision: it bounces, and later the last digits decide
METHODS = ("Euclidean", "natural")


@style.house()
def two_geometries() -> Explorer:
    """Drag a Gaussian (μ, σ), choose coordinates: both steepest steps there, and both runs."""
    figure, (plane, lens, bells, chart) = _panels()
    artists = {"local loss": _loss_image(lens)}
    for name, look in zip(METHODS, REGION_STYLES):
        artists |= _walk_lines(name, plane, lens, chart, look)
    for name in MOVING_DENSITIES:
        artists[f"{name} density"] = empty_line(bells, **DENSITY_STYLES[name])
    artists["start"] = start_mark(plane, zorder=7, clip_on=False)
    artists |= _notes(lens)
    computation = Computation(
        name="two_geometries",
        compute=geometry_frame,
        artists=artists,
        sentences=SENTENCES,
        goals=GOALS,
        words=WORDS,
        names=NAMES,
        runs=[f"{name} {each}" for name in METHODS for each in ("path", "losses", "loss now")],
    )
    controls = [
        point("start", plane, (-1.5, 1.5), "Gaussian (μ, σ)"),
        choice("coordinates", tuple(gaussians.ALL), "variance"),
        slider("radius", RADII, RADII[20], "radius r of the circle"),
        slider("divergence", DIVERGENCES, DIVERGENCES[10], "divergence ε of the region"),
        slider("step", range(STEPS + 1), 10, "steps", plays=True),
    ]
    alt = "Two walks in the plane of mean and deviation, both steepest steps, the densities, "
    alt += "and the losses over steps."
    return computed_explorer(figure, computation, controls, alt)


REGION_STYLES = draw.EUCLIDEAN_STYLE, draw.NATURAL_STYLE
EUCLIDEAN_LABEL = "Euclidean steps, circle of radius r"
NATURAL_LABEL = "natural steps, region KL ≤ ε"
DENSITY_STYLES = {
    "target": {"color": style.ORANGE, "linewidth": 5, "alpha": 0.6, "label": "target"},
    "start": {"color": style.GRAY, "linestyle": ":", "linewidth": 1.5, "label": "start"},
    "Euclidean": {**draw.EUCLIDEAN_STYLE, "linewidth": 1.8, "label": EUCLIDEAN_LABEL},
    "natural": {**draw.NATURAL_STYLE, "linewidth": 1.8, "label": NATURAL_LABEL},
}
MOVING_DENSITIES = "start", *METHODS
NAMES = {
    "coordinates": tuple(gaussians.ALL),
    "symbol": [each.symbol for each in gaussians.ALL.values()],
    "steps": [*map(str, range(SURE + 1)), f"more than {SURE}"],
    "early": ["", ", cut at dot"],
}
NOTE_STYLES = {
    "moves": {"y": -1.16, "color": draw.EUCLIDEAN_STYLE["color"]},
    "shape": {"y": -1.3, "color": draw.NATURAL_STYLE["color"]},
    "arrows": {"y": -1.44, "color": style.BLACK},
}
WORDS = {
    "title": "around the start, in (μ, {symbol}): {width:.2g} wide",
    "moves": "circle's full step: KL {moved:.2g}{early[0]}",
    "shape": "region: {elongation:.2g} times as long as wide{early[1]}",
    "arrows": "the arrows are {angle:.0f}° apart",
}
BOUNCES = "the Euclidean one bounces, and rounding decides when."
SENTENCES = {
    "no direction": "The gradient is zero at the start: no direction is steepest.",
    "natural, bounces": f"The natural walk arrives at step {{arrived[1]:.0f}}; {BOUNCES}",
    "bounces": f"The natural walk does not arrive in {STEPS} steps; {BOUNCES}",
    "both": f"Both arrive (KL below {TOLERANCE:g}): "
    "natural at step {arrived[1]:.0f}, Euclidean at step {arrived[0]:.0f}.",
    "natural": f"Only the natural walk arrives (KL below {TOLERANCE:g}), "
    f"at step {{arrived[1]:.0f}}; the Euclidean one not in {STEPS}.",
    "Euclidean": f"Only the Euclidean walk arrives (KL below {TOLERANCE:g}), "
    f"at step {{arrived[0]:.0f}}; the natural one not in {STEPS}.",
    "neither": f"Neither walk arrives (KL below {TOLERANCE:g}) in {STEPS} steps.",
}
GOALS = [
    "r ≤ 0.2: a circle whose full step moves the Gaussian by KL ≥ 1 (now {moved:.2g})",
    f"a round region, at most {ROUND_RATIO} times as long as wide (now {{elongation:.3g}}), "
    "and arrows that point the same way to 5° (now {angle:.0f}°)",
    "r ≤ 0.4, from KL ≥ 1 to the target (now {before:.2g}): "
    f"below {TOLERANCE:g} in 6 Euclidean steps (now {{steps}})",
]


def geometry_frame(start, coordinates, radius, divergence, step) -> Frame:
    """Both first steps and both walks as points, which walk arrives, and the goals reached."""
    start = jnp.clip(start, *np.transpose(draw.WINDOW))
    power = jnp.asarray(list(gaussians.POWERS.values()))[coordinates]
    runs = geometry_runs(power, start, radius, divergence, step)
    facts = {"coordinates": coordinates, "symbol": coordinates, "radius": radius, "step": step}
    facts |= _facts(runs, step)
    euclidean, natural = jnp.isfinite(runs.arrival_steps)
    bounces = (power == gaussians.POWERS["precision"]) & (runs.arrival_steps[0] > SURE)
    both = natural & euclidean
    level = ~jnp.isfinite(facts["angle"])
    kinds = [level, bounces & natural, bounces, both, natural, euclidean, True]
    return Frame(
        points=_points(runs, start, step),
        sentence=jnp.argmax(jnp.array(kinds)),
        facts=facts,
        goals=[
            (radius <= 0.2 * (1 + 1e-6)) & (facts["moved"] >= 1) & jnp.isfinite(facts["moved"]),
            (facts["elongation"] < ROUND_RATIO) & (facts["angle"] < 5),
            (radius <= 0.4) & (facts["before"] >= 1) & (runs.arrival_steps[0] <= 6),
        ],
    )


def _panels():
    """(figure, axes): of (μ, σ), of the start's surroundings, of the densities, of the losses."""
    figure = Figure(figsize=(10.6, 4.7), layout="constrained")
    mosaic = [["plane", "lens", "bells"], ["plane", "lens", "chart"]]
    panels = figure.subplot_mosaic(mosaic, width_ratios=(1.1, 1.1, 1))
    plane, lens, bells, chart = (style.despine(ax) for ax in panels.values())
    draw.plane(plane)
    plane.set_title("both walks, in (μ, σ)", fontsize=10)
    lens.set(xlim=(-1, 1), ylim=(-1.5, 1), xticks=[], yticks=[])
    lens.spines[:].set_visible(False)
    lens.text(0, -1.02, "change of μ", ha="center", va="top")
    lens.set_ylabel("change of the second coordinate", y=0.6)
    lens.set_anchor("N")  # as high as the plane beside it
    bells.set(xlim=(Z[0], Z[-1]), ylim=(0, 1.05), xlabel="z", xticks=[-5, 0, 5], yticks=[])
    bells.set_ylabel("density, the\nhighest is 1")
    chart.set(xlim=(0, STEPS), yscale="log", ylim=(FLOOR, 50))
    chart.set(xlabel="step", ylabel="KL to the target")
    chart.axhline(TOLERANCE, color=style.LIGHT, linewidth=1, zorder=0)
    target, start, *walks = [empty_line(bells, **look) for look in DENSITY_STYLES.values()]
    target.set_data(Z, _relative_density(jnp.asarray(measured.TARGET)))
    nothing = Patch(facecolor=style.LIGHT, label="no such Gaussian")
    # Each panel has its own: on a phone they stand one below the other.
    for ax, handles, ncols in (
        (plane, walks, 1),
        (lens, [nothing], 1),
        (bells, [target, start], 2),
    ):
        look = {"frameon": False, "ncols": ncols, "fontsize": 9, "borderpad": 0}
        ax.legend(handles=handles, loc="lower left", bbox_to_anchor=(0, 1.07), **look)
    return figure, (plane, lens, bells, chart)


def _walk_lines(name, plane, lens, chart, look) -> dict:
    """Lines of Euclidean or of natural steps, by name: those of `_points`."""
    local, end = {"zorder": 4, **look}, {"marker": "o", "markersize": 5, "color": look["color"]}
    lines = {
        "edge": empty_line(lens, linewidth=1.2, **local),
        "arrow": empty_line(lens, linewidth=2.5, **local),
        "first step": empty_line(lens, zorder=6, **end),
        "path": empty_line(plane, marker=".", **{**local, "zorder": 5}),
        "region": empty_line(plane, linewidth=1.2, **local),
        "losses": empty_line(chart, linewidth=1.2, **local),
        "loss now": empty_line(chart, zorder=5, clip_on=False, **end),
    }
    return {f"{name} {each}": line for each, line in lines.items()}


def _notes(lens) -> dict:
    """The texts of WORDS: the title, and under the picture what it shows, in the color of each."""
    notes = {"title": lens.set_title("", fontsize=10, y=1.0)}  # at a fixed height: drawn alone
    for name, look in NOTE_STYLES.items():
        notes[name] = lens.text(-1, s="", fontsize=9, va="top", **look)
    return notes


def _points(runs, start, step) -> dict:
    """Where all artists are."""
    points = {"local loss": runs.local_loss, "start": start[None]}
    steep = jnp.isfinite(runs.full_steps[0, 0])
    shown = {"moves": steep, "shape": True, "arrows": steep}
    for name, look in NOTE_STYLES.items():
        points[name] = jnp.where(shown[name], jnp.array([[-1, look["y"]]]), jnp.nan)
    until = (jnp.arange(STEPS + 1) <= step)[:, None]
    for name, each in zip(MOVING_DENSITIES, (start, *runs.paths[:, step])):
        points[f"{name} density"] = jnp.stack([jnp.asarray(Z), _relative_density(each)], axis=1)
    for i, name in enumerate(METHODS):
        losses = jnp.maximum(runs.losses[i], FLOOR)
        curve = against_steps(losses)
        lines = {
            "edge": runs.boundaries[i] / runs.scale,
            "arrow": jnp.stack([jnp.zeros(2), runs.full_steps[i] / runs.scale]),
            "first step": runs.first_steps[i][None] / runs.scale,
            "path": jnp.where(until, runs.paths[i], jnp.nan),
            "region": runs.regions[i],
            "losses": curve,
            "loss now": curve[step][None],
        }
        points |= {f"{name} {each}": rows for each, rows in lines.items()}
    return points


def _relative_density(mean_and_std):
    """The density over Z; its highest is 1."""
    heights = gaussians.log_density(gaussians.ALL["deviation"], mean_and_std, jnp.asarray(Z))
    return jnp.exp(heights - jnp.max(heights))


def _loss_image(ax):
    """The image of the loss around the start."""
    box = {"extent": (-1, 1, -1, 1), "origin": "lower", "aspect": "equal"}
    cmap = style.HEIGHT_COLORMAP.with_extremes(bad=style.LIGHT)
    colors = {"cmap": cmap, "vmin": 0, "vmax": 1, "interpolation": "bilinear"}
    return ax.imshow(np.zeros((PIXELS, PIXELS)), **colors, **box)


def _facts(runs, step) -> dict:
    """Numbers of both runs for the sentences, the words and the goals."""
    # The region's axes are those of the picture, as F is diagonal.
    wide, tall = jnp.ptp(runs.boundaries[1], axis=0)
    full = jnp.linalg.norm(runs.full_steps, axis=1)
    fractions = jnp.linalg.norm(runs.first_steps, axis=1) / full
    (a, b), (c, d) = runs.full_steps
    moved = runs.step_divergences[0]
    return {
        "width": 2 * runs.scale,
        "moved": jnp.where(jnp.isnan(moved), jnp.inf, moved),  # it leads to no Gaussian
        "before": runs.losses[0, 0],
        "after": runs.losses[:, step],
        "arrived": runs.arrival_steps,
        "steps": jnp.minimum(runs.arrival_steps[0], SURE + 1).astype(int),
        "elongation": jnp.maximum(wide / tall, tall / wide),
        "angle": jnp.degrees(jnp.arctan2(jnp.abs(a * d - b * c), a * c + b * d)),
        "early": (fractions < 0.999).astype(int),
    }
