"""Lesson 04: a race down a ravine that can be turned, the loss by learning rate, and a warm-up."""

import jax.numpy as jnp
import numpy as np

from optcourse import landscapes, linalg
from optcourse.experiments.adaptive_learning_rates import rate_sweep, two_weights
from optcourse.experiments.adaptive_learning_rates import warm_up as measured
from optcourse.explorers.artists import empty_line, method_lines, start_mark
from optcourse.explorers.computed import Computation, Frame, computed_explorer
from optcourse.explorers.controls import choice, point, slider
from optcourse.explorers.explorer import Explorer
from optcourse.figures import adaptive_learning_rates as draw
from optcourse.figures import style
from optcourse.optimizers import schedules
from optcourse.optimizers.radam import rectification

METHODS = two_weights.METHODS
NAMES = tuple(name.replace("_", " ") for name in METHODS)
STEPS = 600  # of the race
TIMES = sorted({*range(0, 21), *np.geomspace(20, STEPS, 50).round().astype(int).tolist()})
# The two others jump about the bottom in the end: the last digits decide when they are there.
STEADY = ("gradient_descent", "momentum", "adagrad", "adam")


@style.house()
def race() -> Explorer:
    """Six methods from one start, each at its best rate: turn the ravine, and see who is first."""
    figure, (plane, bars) = style.new(2, width=9.4, height=4.2, width_ratios=(1, 1.15))
    draw.ravine(plane)
    draw.race_axes(bars, NAMES, STEPS)
    computation = Computation(
        name="ravine_race",
        compute=race_frame,
        artists={
            "ravine": empty_line(plane, color=style.LIGHT, linewidth=1, zorder=1),
            **method_lines(plane, METHODS, "path", linewidth=1.8, zorder=4),
            **_method_marks(plane, METHODS, markersize=6, zorder=5),
            "bottom": empty_line(plane, linestyle="none", zorder=6, **style.KINDS["minimum"]),
            "start": start_mark(plane, zorder=7),
            "now": empty_line(bars, color=style.GRAY, linewidth=1, linestyle=":", zorder=1),
            **_bars(bars),
        },
        sentences=RACE_SENTENCES,
        goals=RACE_GOALS,
        words=dict(_bar_words()),
        names={"first": NAMES[1:]},
    )
    controls = [
        point("start", plane, (1.5, 1.0)),
        slider("kappa", np.geomspace(1, 200, 41), 100.0, "condition number κ"),
        slider("angle", range(0, 91), 0, "turned by (degrees)"),
        slider("t", TIMES, STEPS, "step t", plays=True),
        choice("shown", ("all of them", *NAMES), "all of them", "paths of"),
    ]
    alt = "A ravine with the paths of six methods, "
    alt += "and beside it bars: the steps each needs to get to the bottom."
    return computed_explorer(figure, computation, controls, alt)


def _method_marks(ax, methods, **look) -> dict:
    """A dot for each method: {"adam dot": ...}."""
    color = lambda name: style.OPTIMIZERS[name]["color"]
    return {f"{name} dot": empty_line(ax, "o", color=color(name), **look) for name in methods}


def _bars(ax) -> dict:
    """For each method a bar, and the words behind it: in time, or over time."""
    words, artists = {"fontsize": 9, "va": "center"}, {}
    for i, name in enumerate(METHODS):
        look = {"color": style.OPTIMIZERS[name]["color"], "solid_capstyle": "butt"}
        artists[f"{name} bar"] = empty_line(ax, linewidth=9, zorder=2, **look)
        artists[f"{name} in time"] = ax.text(1, i, "", **words)
        artists[f"{name} over time"] = ax.text(1.2 * STEPS, i, f"over {STEPS}", **words)
    return artists


def _bar_words():
    for i, name in enumerate(METHODS):
        count = f"{{steps[{i}]:.0f}}   (η = {{rates[{i}]:.2g}})"
        yield f"{name} in time", count if name in STEADY else "jumps about"
        yield f"{name} over time", f"over {STEPS}"


RACE_SENTENCES = {
    "bottom": "This is the bottom: nobody has a way to go.",
    "nobody": f"Nobody is down within {STEPS} steps.",
    "descent": "Gradient descent is first, after {descent:.0f} steps.",
    "tie": "Gradient descent is as fast as {first}.",
    "late": f"First is {{first}}; gradient descent needs over {STEPS} steps.",
    "first": "First is {first}; gradient descent needs {descent:.0f} steps.",
}
RACE_GOALS = [
    "κ ≥ 50: gradient descent needs fewer steps than both forms of Adagrad",
    "κ ≥ 50, turned by more than 45°, and Adagrad needs 20 steps at most (now {adagrad:.0f})",
    "a ravine in which gradient descent is the fastest of all six",
]


def race_frame(start, kappa, angle, t, shown) -> Frame:
    """Paths up to step t of those that are shown, bars of all, and who is first."""
    runs = two_weights.race(kappa, jnp.deg2rad(angle), start, STEPS)
    steps = dict(zip(METHODS, runs.steps))
    descent, others = runs.steps[0], runs.steps[1:]
    adagrad = jnp.minimum(steps["adagrad"], steps["adagrad_rms"])
    cases = [
        jnp.all(start == 0),
        ~jnp.any(jnp.isfinite(runs.steps)),
        descent < jnp.min(others),
        descent == jnp.min(others),
        ~jnp.isfinite(descent),
        True,
    ]
    return Frame(
        points={
            "ravine": draw.level_lines(kappa, angle),
            "bottom": jnp.zeros((1, 2)),
            "start": start[None],
            "now": jnp.stack([jnp.full(2, jnp.maximum(t, 1)), jnp.array([-0.6, 5.6])], axis=1),
            **_path_points(runs.path, t, shown),
            **_bar_points(runs.steps),
        },
        sentence=jnp.argmax(jnp.array(cases)),
        facts={
            "steps": runs.steps,
            "rates": runs.rate,
            "first": jnp.argmin(others),
            "descent": descent,
            "adagrad": jnp.minimum(steps["adagrad"], STEPS),
        },
        goals=[
            (kappa >= 50) & (descent < adagrad),
            (kappa >= 50) & (angle > 45) & (steps["adagrad"] <= 20),
            descent < jnp.min(others),
        ],
    )


def _path_points(paths, t, shown) -> dict:
    points, until = {}, jnp.arange(STEPS + 1)[:, None] <= t
    for i, name in enumerate(METHODS):
        is_shown = (shown == 0) | (shown == i + 1)
        points[f"{name} path"] = jnp.where(until & is_shown, paths[i], jnp.nan)
        points[f"{name} dot"] = jnp.where(is_shown, paths[i][t], jnp.nan)[None]
    return points


def _bar_points(steps) -> dict:
    points, ends = {}, jnp.clip(steps, 1.06, STEPS)
    for i, name in enumerate(METHODS):
        points[f"{name} bar"] = jnp.array([[1, i], [ends[i], i]])
        behind, is_in_time = jnp.array([[1.2 * ends[i], i]]), jnp.isfinite(steps[i])
        points[f"{name} in time"] = jnp.where(is_in_time, behind, jnp.nan)
        points[f"{name} over time"] = jnp.where(is_in_time, jnp.nan, behind)
    return points


PROBLEMS = ("a ravine, κ = 100", "the ravine, turned by 45°", "digits network")
UNITS = (0.01, 0.1, 1.0, 10.0, 100.0)
RATES, FINDER_TIMES = rate_sweep.RATES, np.array(rate_sweep.TIMES)
LOWEST, HIGHEST = 1e-6, 1e2  # shares of the first loss: the window of the picture


@style.house()
def learning_rate_finder() -> Explorer:
    """The loss after t steps by learning rate, for six methods: what the loss's unit changes."""
    figure, ax = style.new(width=8.6, height=4.4)
    draw.rate_axes(ax, (RATES[0], RATES[-1]), (LOWEST, HIGHEST))
    curves = method_lines(ax, METHODS, "curve", linewidth=2)
    for name, curve in zip(NAMES, curves.values()):
        curve.set_label(name)
    draw.legend_above(ax, ncols=3, handlelength=3)
    rate_line = empty_line(ax, color=style.GRAY, linewidth=1, linestyle="--", zorder=1)
    dots = _method_marks(ax, METHODS, markersize=7)
    computation = Computation(
        name="learning_rate_finder",
        compute=finder_frame,
        artists={"rate": rate_line, **curves, **dots},
        sentences=FINDER_SENTENCES,
        goals=FINDER_GOALS,
        names={"leader": NAMES},
    )
    controls = [
        slider("learning_rate", RATES, 0.01, "learning rate η"),
        slider("t", FINDER_TIMES, 50, "step t", plays=True),
        slider("unit", UNITS, 1.0, "multiply the loss by"),
        choice("problem", PROBLEMS, PROBLEMS[0]),
    ]
    alt = "Share of the first loss left against the learning rate: "
    alt += "one valley-shaped curve for each of six methods."
    return computed_explorer(figure, computation, controls, alt)


FINDER_SENTENCES = {
    "begins": "Nobody has taken a step.",
    "diverged": "Gradient descent has diverged; {leader} has the least of the loss left, {least:.1g}.",
    "descent": "Gradient descent has the least of the loss left, {descent:.1g}.",
    "leads": "{leader} has the least of the loss left, {least:.1g}; gradient descent {descent:.1g}.",
}
FINDER_GOALS = [
    "a learning rate at which gradient descent has diverged, "
    "and Adam has less than 0.01 left (now {adam:.1g})",
    "after 50 steps or more: make one learning rate the best of gradient descent and of Adam "
    "(now {best[0]:.2g} and {best[5]:.2g})",
]


def finder_frame(learning_rate, t, unit, problem) -> Frame:
    """A curve over learning rates for each method, and what is left of the loss at one of them."""
    shares = jnp.where(problem == 2, _digits_shares(t, unit), _ravine_shares(unit, problem)[:, :, t])
    shares = jnp.where(jnp.isfinite(shares), shares, jnp.inf)
    heights = jnp.clip(shares, LOWEST, 2 * HIGHEST)
    rates, lowest = jnp.asarray(RATES), jnp.argmin(shares, axis=1)
    here = jnp.argmin(jnp.abs(jnp.log(rates / learning_rate)))
    points = {"rate": jnp.array([[learning_rate, LOWEST / 2], [learning_rate, HIGHEST]])}
    for i, name in enumerate(METHODS):
        points[f"{name} curve"] = curve = jnp.stack([rates, heights[i]], axis=1)
        points[f"{name} dot"] = curve[lowest[i]][None]
    left, best = jnp.maximum(shares[:, here], LOWEST), rates[lowest]
    leader, descent, adam = jnp.argmin(left), left[0], left[-1]
    has_diverged = ~(descent < HIGHEST)
    kinds = [t == 0, has_diverged, leader == 0, True]
    ratio = best[0] / best[-1]
    return Frame(
        points=points,
        sentence=jnp.argmax(jnp.array(kinds)),
        facts={
            "leader": leader,
            "least": left[leader],
            "descent": descent,
            "adam": adam,
            "left": left,
            "best": best,
        },
        goals=[has_diverged & (adam < 1e-2), (t >= 50) & (ratio > 0.5) & (ratio < 2)],
    )


def _ravine_shares(unit, problem):
    angle = jnp.where(problem == 1, jnp.pi / 4, 0)
    start = linalg.rotation(angle) @ jnp.array([1.5, 1.0])
    surface = landscapes.quadratic(100.0, angle)
    loss = lambda w: unit * surface.loss(w)
    return two_weights.sweep_rates(loss, start, RATES, rate_sweep.TIMES[-1])


def _digits_shares(t, unit):
    """Of the table: (methods, rates)."""
    table = rate_sweep.read_loss_shares()
    row = jnp.argmin(jnp.abs(FINDER_TIMES - t))
    shift = jnp.round(8 * jnp.log10(unit)).astype(int)
    ways = rate_sweep.BEYOND + shift + jnp.arange(len(RATES))
    shared, own = jnp.asarray(table.shared, float), jnp.asarray(table.own, float)
    return jnp.concatenate([shared[:, ways, row], own[:, :, row]])
