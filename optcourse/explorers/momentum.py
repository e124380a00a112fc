"""Lesson 03: a walk down a ravine, and the map of learning rates and β beside it."""

import jax
import jax.numpy as jnp
import numpy as np
from matplotlib.figure import Figure

from optcourse import linalg, optimizers, quadratics
from optcourse.experiments.run import first_below, run
from optcourse.explorers.artists import empty_line, method_lines, start_mark
from optcourse.explorers.computed import Computation, Frame, computed_explorer, points_of_chosen
from optcourse.explorers.controls import choice, point, slider
from optcourse.explorers.explorer import Explorer
from optcourse.figures import momentum as draw
from optcourse.figures import style

METHODS = {"momentum": "momentum", "Nesterov's momentum": "nesterov"}
OPTIMIZERS = tuple(METHODS.values())
RUNS = tuple(f"{name} path" for name in OPTIMIZERS)
ANGLE = 2.0  # radians from the x axis to the steep direction
WINDOW = (-2.0, 2.0)
STEPS, TARGET_RATIO = 80, 1e-6  # of the error: the distance from the bottom
GOAL_STEPS = 70
FAR = 40.0  # a run that diverges is drawn no farther out
MIN_OFFSET = 0.5  # a goal counts from starts so far from the bottom along both directions
RINGS = np.arange(0.2, 2.8, 0.2)  # contours: where they cross the steep axis
MAP_RATES = np.geomspace(*draw.RATES, 2 * draw.MAP_POINTS[1] + 1)[1::2]  # middles of the cells
MAP_BETAS = np.linspace(*draw.BETAS, 2 * draw.MAP_POINTS[0] + 1)[1::2, None]
RIGHT_CORNERS = np.array([(draw.RATES[1], beta) for beta in draw.BETAS[::-1]])
EDGE_BETAS = np.linspace(0, draw.BETAS[1] ** 0.5, 80) ** 2


@style.house()
def ravine() -> Explorer:
    """Drag the start of a walk down a ravine, and learning rate and β on a map."""
    figure = Figure(figsize=(9.6, 4.2), layout="constrained")
    plane, chart = (style.despine(ax) for ax in figure.subplots(1, 2))
    artists = {**_plane(plane), **draw.phase_diagram(chart), **_marks_on_map(chart)}
    for ax in (plane, chart):
        ax.set_title(" \n ", fontsize=11)  # room for the words above it
    artists |= _captions(plane, chart)
    computation = Computation(
        name="ravine",
        compute=ravine_frame,
        artists=artists,
        sentences=SENTENCES,
        goals=GOALS,
        words=WORDS,
        names={"motions": quadratics.REGIMES},
        runs=RUNS,
    )
    controls = [
        point("start", plane, (-1.7, 1.0)),
        point("numbers", chart, (1.6, 0.0), "η, β"),
        slider("kappa", np.geomspace(2, 200, 41), 50.0, "condition number κ"),
        choice("method", list(METHODS), "momentum"),
    ]
    alt = "A walk down a ravine, and a map of learning rate and momentum."
    return computed_explorer(figure, computation, controls, alt)


SENTENCES = {
    "diverges": "Diverges: the steep direction allows η up to {limit:.3g}, and η is {rate:.3g}.",
    "arrives": "A millionth of the first error at step {first:.0f}.",
    "is on its way": "Not a millionth of the first error yet: "
    "in the long run a step leaves {left:.1f} % of the error.",
}
WORDS = {
    **{name: name for name in (*draw.REGIONS, *draw.FIXED_REGIONS)},
    "setting": "η = {rate:.3g}, β = {beta:.3g}",
    "steep caption": "steep: {motions[0]}, × {factors[0]:.3f} a step",
    "flat caption": "flat: {motions[1]}, × {factors[1]:.3f} a step",
}
GOALS = [
    "κ ≥ 50, start 0.5 off both axes: a millionth of the error within "
    f"{GOAL_STEPS} steps (now {{lowest:.1g}})",
    "converge at a learning rate where gradient descent diverges, above 2 (now {rate:.3g})",
    "too much of it: both parts swing, slower than the best gradient descent "
    "(now × {factor:.3f}, and it × {best_descent:.3f})",
]


def ravine_frame(start, numbers, kappa, method) -> Frame:
    """All that `ravine` computes, from the values of its controls."""
    rate = numbers[0]
    beta = jnp.round(jnp.clip(numbers[1], *draw.BETAS), 3)  # a pixel is 0.004
    nesterov = method == OPTIMIZERS.index("nesterov")
    errors = ravine_run(start, kappa, rate, beta, method)
    distances = jnp.linalg.norm(errors, axis=1)
    ratios = distances / distances[0]
    settings = (rate, beta, jnp.stack([1.0, 1 / kappa]), nesterov)
    factors, motions = quadratics.convergence_factor(*settings), quadratics.regime(*settings)
    factor, first = jnp.max(factors), first_below(ratios, TARGET_RATIO)
    best_descent = quadratics.best_gradient_descent(1 / kappa, 1.0).convergence_factor
    far = jnp.min(jnp.abs(errors[0])) >= MIN_OFFSET
    both_swing = jnp.all(motions == quadratics.REGIMES.index("swings"))
    return Frame(
        points={
            "start": start,
            "here": jnp.stack([rate, beta]),
            **points_of_chosen(OPTIMIZERS, method, path=near(errors) @ linalg.rotation(-ANGLE)),
            **rings(kappa),
            **_map(kappa, nesterov),
        },
        sentence=jnp.argmax(jnp.array([factor >= 1, jnp.isfinite(first), True])),
        facts={
            "rate": rate,
            "beta": beta,
            "limit": quadratics.regime_edges(beta, 1.0, nesterov)[2],
            "first": first,
            "lowest": jnp.min(ratios[: GOAL_STEPS + 1]),
            "best_descent": best_descent,
            "factor": factor,
            "left": 100 * factor,
            "motions": motions,
            "factors": factors,
        },
        goals=[
            far & (kappa >= 50) & (first <= GOAL_STEPS),
            (rate > 2) & (factor < 1),
            both_swing & (best_descent < factor) & (factor < 1),
        ],
    )


def ravine_run(start, kappa, learning_rate, beta, method):
    """Errors (STEPS + 1, 2) along the steep and the flat direction; `method` is an index."""
    curvatures = jnp.stack([1.0, 1 / kappa])
    loss = lambda a: a @ (curvatures * a) / 2
    # In these coordinates neither part loses digits beside the other.
    a = start @ linalg.rotation(ANGLE)
    runs = [
        lambda *numbers, name=name: run(optimizers.ALL[name](*numbers), loss, a, STEPS).path
        for name in OPTIMIZERS
    ]
    return jax.lax.switch(method, runs, learning_rate, beta)


def near(w):
    """The places w (n, 2), those beyond FAR moved towards the origin."""
    distance = jnp.linalg.norm(w, axis=1, keepdims=True)
    return w * (FAR / jnp.maximum(distance, FAR))


def rings(kappa) -> dict:
    """Heights of the bowl, by where they lie on its steep axis; contours at RINGS; its bottom."""
    flat_axis = jnp.sqrt(kappa)  # as high as the steep axis at 1
    middles = jnp.linspace(*WINDOW, 2 * 40 + 1)[1::2]
    places = jnp.stack(jnp.meshgrid(middles, middles), axis=-1) @ linalg.rotation(ANGLE)
    heights = jnp.hypot(places[..., 0], places[..., 1] / flat_axis)
    angles = jnp.append(jnp.linspace(0, 2 * jnp.pi, 65), jnp.nan)  # not a number ends a ring
    ring = jnp.stack([jnp.cos(angles), flat_axis * jnp.sin(angles)], axis=1)
    contours = RINGS[:, None, None] * (ring @ linalg.rotation(-ANGLE))
    return {"heights": heights, "contours": contours.reshape(-1, 2), "bottom": jnp.zeros(2)}


def _map(kappa, nesterov) -> dict:
    """The map of learning rate and β, with the best of the method and of gradient descent."""
    curvatures = (1 / kappa, 1.0)
    best = jax.tree.map(
        lambda theirs, ours: jnp.where(nesterov, theirs, ours),
        quadratics.best_nesterov(*curvatures),
        quadratics.best_momentum(*curvatures),
    )
    descent = quadratics.best_gradient_descent(*curvatures)
    settings = jnp.asarray(MAP_RATES), jnp.asarray(MAP_BETAS)
    factors = [quadratics.convergence_factor(*settings, each, nesterov) for each in curvatures]
    slower = jnp.maximum(*factors)
    # What the orange covers has the color of its edge, or white specks show beside it.
    steps = quadratics.steps_to_tolerance(jnp.where(slower < 1, slower, factors[0]))
    ratio = steps / quadratics.steps_to_tolerance(best.convergence_factor)
    edges = {name: _edges(each, nesterov) for name, each in zip(("flat", "steep"), curvatures)}
    lines = {f"{name} edges": each[:2].reshape(-1, 2) for name, each in edges.items()}
    return {
        "steps": jnp.minimum(ratio, draw.MAX_STEP_RATIO),
        "too fast": jnp.concatenate([edges["steep"][2, :-1], RIGHT_CORNERS]),
        **lines,
        "best": jnp.stack([best.learning_rate, best.beta]),
        "best descent": jnp.stack([descent.learning_rate, 0.0]),
        **_region_names(kappa, nesterov),
    }


def _edges(eigenvalue, nesterov):
    """Lines (3, rows, 2) where the motion along a direction changes; the third: it diverges.

    The last row of each is no number.
    """
    rates = quadratics.regime_edges(EDGE_BETAS, eigenvalue, nesterov)
    lines = jnp.stack([rates, jnp.broadcast_to(EDGE_BETAS[:, None], rates.shape)], axis=-1)
    ended = jnp.pad(lines, ((0, 1), (0, 0), (0, 0)), constant_values=jnp.nan)
    return ended.transpose(1, 0, 2)


def _region_names(kappa, nesterov) -> dict:
    """Each name stands in the middle of its region at its own learning rate, if there is room."""
    betas = jnp.linspace(*draw.BETAS, 100)
    regions = [jnp.array(list(each.values())) for each in (draw.REGIONS, draw.MOMENTUM_REGIONS)]
    rates, rooms, *motions = jnp.where(nesterov, *regions).T[..., None]
    steep, flat = (quadratics.regime(rates, betas, each, nesterov) for each in (1.0, 1 / kappa))
    inside = (steep == motions[0]) & (flat == motions[1])
    middles = jnp.sum(betas * inside, axis=1) / jnp.sum(inside, axis=1)
    shown = jnp.where(jnp.mean(inside, axis=1) >= rooms[:, 0], middles, jnp.nan)
    return dict(zip(draw.REGIONS, jnp.stack([rates, shown[:, None]], axis=-1)))


def _plane(ax) -> dict:
    """Heights, contours, the paths, the bottom, which the heights would hide, the start."""
    ax.set(xlim=WINDOW, ylim=WINDOW, xlabel="$w_1$", ylabel="$w_2$")
    box = {"extent": (*WINDOW, *WINDOW), "origin": "lower", "aspect": "auto", "zorder": 0}
    look = {"cmap": style.HEIGHT_COLORMAP, "vmin": 0, "vmax": RINGS[-1]}
    return {
        "heights": ax.imshow(np.zeros((2, 2)), interpolation="bilinear", **box, **look),
        "contours": empty_line(ax, color=style.GRAY, linewidth=0.5, alpha=0.6, zorder=0.5),
        **method_lines(ax, OPTIMIZERS, "path", marker=".", linewidth=1.5, markersize=5, zorder=4),
        "bottom": empty_line(ax, linestyle="none", zorder=3, **style.KINDS["minimum"]),
        "start": start_mark(ax, clip_on=False),
    }


def _marks_on_map(ax) -> dict:
    """The best numbers of the method, of gradient descent, and those that are chosen."""
    look = {"markerfacecolor": "white", "markeredgewidth": 2, "zorder": 3, "clip_on": False}
    color_of = lambda method: style.OPTIMIZERS[method]["color"]
    return {
        "best": empty_line(ax, "D", color=color_of("momentum"), markersize=8, **look),
        "best descent": empty_line(
            ax, "s", color=color_of("gradient_descent"), markersize=7, **look
        ),
        "here": empty_line(ax, "o", color=style.BLACK, markersize=9, zorder=6, clip_on=False),
    }


def _captions(plane, chart) -> dict:
    """A line for each direction above the ravine, and the numbers above the map."""
    look = {"transform": plane.transAxes, "va": "bottom", "fontsize": 9}
    return {
        "setting": chart.text(0, 1.04, "", transform=chart.transAxes, fontsize=9),
        "steep caption": plane.text(0, 1.09, "", color=draw.STEEP_STYLE["color"], **look),
        "flat caption": plane.text(0, 1.02, "", color=draw.FLAT_STYLE["color"], **look),
    }
