"""Lesson 04: what is left of the loss, by learning rate, and what the unit of the loss changes."""

import jax.numpy as jnp
import numpy as np

from optcourse import landscapes, linalg
from optcourse.experiments.adaptive_learning_rates import rate_sweep, two_weights
from optcourse.explorers.artists import empty_line, method_dots, method_lines, plain
from optcourse.explorers.computed import Computation, Frame, computed_explorer
from optcourse.explorers.controls import choice, slider
from optcourse.explorers.explorer import Explorer
from optcourse.figures import adaptive_learning_rates as draw
from optcourse.figures import style

METHODS = two_weights.METHODS
NAMES = plain(METHODS)
PROBLEMS = ("a ravine, κ = 100", "the ravine, turned by 45°", "digits network")
UNITS = (0.01, 0.1, 1.0, 10.0, 100.0)
RATES, FINDER_TIMES = rate_sweep.RATES, np.array(rate_sweep.TIMES)
LOWEST, HIGHEST = 1e-6, 1e2  # shares of the first loss: the window of the picture


@style.house()
def learning_rate_finder() -> Explorer:
    """The loss after t steps by learning rate, for six methods: what the loss's unit changes."""
    figure, ax = style.new(width=6.8, height=4.4)  # not wider: a phone shows it whole
    draw.rate_axes(ax, (RATES[0], RATES[-1]), (LOWEST, HIGHEST))
    curves = method_lines(ax, METHODS, "curve", linewidth=2)
    for name, curve in zip(NAMES, curves.values()):
        curve.set_label(name)
    draw.legend_above(ax, ncols=3, handlelength=3)
    rate_line = empty_line(ax, color=style.GRAY, linewidth=1, linestyle="--", zorder=1)
    dots = method_dots(ax, METHODS, markersize=7)
    computation = Computation(
        name="learning_rate_finder",
        compute=finder_frame,
        artists={"rate": rate_line, **curves, **dots},
        sentences=FINDER_SENTENCES,
        goals=FINDER_GOALS,
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
    "diverged": "Gradient descent has diverged; Adam has {adam:.1g} of the loss left.",
    "descent": "Gradient descent has {descent:.1g} of the loss left, Adam no less: {adam:.1g}.",
    "adam": "Adam has {adam:.1g} of the loss left, gradient descent more: {descent:.1g}.",
}
FINDER_GOALS = [
    "a learning rate at which gradient descent has diverged, "
    "and Adam has less than 0.01 left (now {adam:.1g})",
    "after 50 steps or more: make one learning rate the best of gradient descent and of Adam "
    "(now {best[0]:.2g} and {best[5]:.2g})",
]


def finder_frame(learning_rate, t, unit, problem) -> Frame:
    """A curve over learning rates for each method, and what is left of the loss at one of them."""
    shares = jnp.where(
        problem == 2, _digits_shares(t, unit), _ravine_shares(unit, problem)[:, :, t]
    )
    shares = jnp.where(jnp.isfinite(shares), shares, jnp.inf)
    heights = jnp.clip(shares, LOWEST, 2 * HIGHEST)
    rates, lowest = jnp.asarray(RATES), jnp.argmin(heights, axis=1)
    here = jnp.argmin(jnp.abs(jnp.log(rates / learning_rate)))
    points = {"rate": jnp.array([[learning_rate, LOWEST / 2], [learning_rate, HIGHEST]])}
    for i, name in enumerate(METHODS):
        points[f"{name} curve"] = curve = jnp.stack([rates, heights[i]], axis=1)
        points[f"{name} dot"] = curve[lowest[i]][None]
    left, best = jnp.maximum(shares[:, here], LOWEST), rates[lowest]
    descent, adam = left[0], left[-1]
    has_diverged = ~(descent < HIGHEST)
    kinds = [t == 0, has_diverged, descent <= adam, True]
    ratio = best[0] / best[-1]
    return Frame(
        points=points,
        sentence=jnp.argmax(jnp.array(kinds)),
        facts={
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
