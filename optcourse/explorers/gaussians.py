"""Lesson 06: gradient descent and natural gradient in the plane of Gaussians."""

import jax
import jax.numpy as jnp
import numpy as np

from optcourse import gaussians, steepest
from optcourse.experiments.natural_gradient.two_geometries import STEPS, TOLERANCE, geometry_runs
from optcourse.explorers.artists import method_lines, start_mark
from optcourse.explorers.computed import Computation, Frame, against_steps, computed_explorer
from optcourse.explorers.controls import choice, point, slider
from optcourse.explorers.explorer import Explorer
from optcourse.figures import gaussians as draw
from optcourse.figures import style

METHODS = "gradient_descent", "natural_gradient"
DESCENT_RATES = 10 ** (np.arange(-15, 11) / 10)  # with 1 among them
NATURAL_RATES = 10 ** (np.arange(-15, 4) / 10)  # from 2 on it does not arrive
ELLIPSE_KL = 0.006  # of each small ellipse
GRID = np.arange(-2, 3.5), (0.65, 1.2, 1.9, 2.8, 3.9)  # of μ and of σ
CORNERS = np.arange(0, 201, 5) % 200  # of the 200 of a contour
FLOOR = 1e-6  # the lowest loss that single precision tells from zero here
FEW = 5  # steps
ENDS = f"is not there in {STEPS}", "leaves the Gaussians"
COUNTS = [f"{step} steps" if step != 1 else "1 step" for step in range(STEPS + 1)]
NAMES = {
    "coordinates": tuple(gaussians.ALL),
    "end": ENDS,
    "steps": [*COUNTS, f"over {STEPS} steps", "no Gaussian"],
}
WORDS = {
    "gradient_descent words": "gradient descent: {steps[0]}",
    "natural_gradient words": "natural gradient: {steps[1]}",
}
SENTENCES = {
    "there": "There already: the start is at the target.",
    "natural": "Natural gradient is first: {steps[1]}, gradient descent {steps[0]}.",
    "descent": "Gradient descent is first: {steps[0]}, natural gradient {steps[1]}.",
    "same": "Equally fast: {steps[0]} each.",
    "natural alone": "Natural gradient arrives: {steps[1]}; gradient descent {end[0]}.",
    "descent alone": "Gradient descent arrives: {steps[0]}; natural gradient {end[1]}.",
    "neither": "Neither arrives: gradient descent {end[0]}, natural gradient {end[1]}.",
}
GOALS = [
    "precision, from L ≥ 1: natural gradient arrives "
    "(now {coordinates}, {steps[1]} from L = {before:.2g})",
    f"precision, from L ≥ 0.5: natural gradient in at most {FEW} steps "
    "(now {coordinates}, {steps[1]} from L = {before:.2g})",
    f"from L ≥ 0.5: gradient descent in at most {FEW} steps "
    "(now {steps[0]} from L = {before:.2g})",
]


@style.house()
def two_geometries() -> Explorer:
    """Drag a Gaussian (μ, σ), choose coordinates and learning rates: both walks to the target."""
    figure, (plane, chart) = style.new(2, width=9.2, height=4.2)
    draw.plane(plane)
    _draw_ellipses(plane)
    plane.set_title(f"each ellipse: KL {ELLIPSE_KL:g} from its center", fontsize=10)
    chart.set(xlim=(0, STEPS), yscale="log", ylim=(FLOOR, 50))
    chart.set(xlabel="step", ylabel="loss L(w) = KL(target ‖ w)")
    chart.axhline(TOLERANCE, color=style.LIGHT, linewidth=1, zorder=0)
    small = {"fontsize": 9, "va": "center"}
    chart.text(STEPS, 1.2 * TOLERANCE, "there", fontsize=9, color=style.GRAY, ha="right")
    walks = method_lines(plane, METHODS, "path", marker=".", zorder=5, linewidth=1.8)
    losses = method_lines(chart, METHODS, "losses", marker=".", linewidth=1.8)
    artists = {**walks, **losses, "start": start_mark(plane, zorder=7, clip_on=False)}
    for name in METHODS:
        color = style.OPTIMIZERS[name]["color"]
        artists[f"{name} words"] = chart.text(0, 0, "", color=color, **small)
    computation = Computation(
        name="two_geometries",
        compute=geometry_frame,
        artists=artists,
        sentences=SENTENCES,
        goals=GOALS,
        words=WORDS,
        names=NAMES,
        runs=[*walks, *losses],
    )
    controls = [
        point("start", plane, (-1.5, 1.5), "Gaussian (μ, σ)"),
        choice("coordinates", tuple(gaussians.ALL), "variance"),
        slider("descent_rate", DESCENT_RATES, 1.0, "η of gradient descent"),
        slider("natural_rate", NATURAL_RATES, 1.0, "η of natural gradient"),
    ]
    alt = "Two walks in the plane of mean and deviation, with ellipses of equal divergence that "
    alt += "shrink with the deviation, and the losses over steps."
    return computed_explorer(figure, computation, controls, alt)


def geometry_frame(start, coordinates, descent_rate, natural_rate) -> Frame:
    """Both walks, which of them arrives first, and the goals reached."""
    start = jnp.clip(start, *np.transpose(draw.WINDOW))
    power = jnp.asarray(list(gaussians.POWERS.values()))[coordinates]
    runs = geometry_runs(power, start, descent_rate, natural_rate)
    descent, natural = runs.arrival_steps
    arrives, left = jnp.isfinite(runs.arrival_steps), ~jnp.isfinite(runs.losses[:, -1])
    before = runs.losses[0, 0]
    kinds = [
        before < TOLERANCE,
        arrives.all() & (natural < descent),
        arrives.all() & (descent < natural),
        arrives.all(),
        arrives[1],
        arrives[0],
        True,
    ]
    in_precision = power == gaussians.POWERS["precision"]
    points = {"start": start[None]}
    for i, name in enumerate(METHODS):
        curve = against_steps(jnp.maximum(runs.losses[i], FLOOR))
        points[f"{name} path"] = runs.paths[i]
        points[f"{name} losses"] = curve
        points[f"{name} words"] = _words_place(curve, runs.arrival_steps[i], i)
    steps = jnp.where(arrives, runs.arrival_steps, STEPS + 1 + left).astype(int)
    return Frame(
        points=points,
        sentence=jnp.argmax(jnp.array(kinds)),
        facts={
            "coordinates": coordinates,
            "arrived": runs.arrival_steps,
            "steps": steps,
            "end": left.astype(int),
            "before": before,
        },
        goals=[
            in_precision & (before >= 1) & arrives[1],
            in_precision & (before >= 0.5) & (natural <= FEW),
            (before >= 0.5) & (descent <= FEW),
        ],
    )


def _draw_ellipses(ax):
    """Around each point of GRID the Gaussians that are ELLIPSE_KL from it."""
    deviation = gaussians.ALL["deviation"]
    contour = lambda w: steepest.kl_contour(deviation, w, ELLIPSE_KL)
    centers = np.stack(np.meshgrid(*GRID), axis=-1).reshape(-1, 2)
    gray = {"color": style.GRAY, "linewidth": 0.8, "zorder": 1}
    for edge in jax.vmap(contour)(jnp.asarray(centers, float)):
        ax.plot(*np.asarray(edge)[CORNERS].T, **gray)


def _words_place(curve, arrival, side):
    """Of gradient descent above its curve; of natural gradient right of its arrival, or below."""
    last = jnp.sum(jnp.isfinite(curve[:, 1])) - 1
    row = jnp.minimum(jnp.minimum(last, 18), arrival).astype(int)
    height = jnp.clip(curve[row, 1] * jnp.array([2.5, 0.35])[side], 4 * FLOOR, 25)
    height = jnp.where((side == 1) & jnp.isfinite(arrival), 2e-4, height)
    return jnp.stack([row + 0.9, height])[None]
