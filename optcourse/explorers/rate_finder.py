"""Lesson 04: the loss by learning rate, before and after the loss is multiplied by a number."""

import jax
import jax.numpy as jnp
import numpy as np

from optcourse import landscapes, linalg
from optcourse.experiments.adaptive_learning_rates import rate_sweep, two_weights
from optcourse.explorers.artists import empty_line, method_dots, method_lines
from optcourse.explorers.computed import Computation, Frame, computed_explorer
from optcourse.explorers.controls import choice, slider
from optcourse.explorers.explorer import Explorer
from optcourse.figures import adaptive_learning_rates as draw
from optcourse.figures import style

METHODS = {"gradient_descent": "Gradient descent", "adam": "Adam"}
UNITS = {"× 0.1": 0.1, "× 1": 1.0, "× 10": 10.0, "× 100": 100.0}
KAPPA = 100.0
PROBLEMS = (
    f"ravine, κ = {KAPPA:g}, turned by 45°",
    f"ravine, κ = {KAPPA:g}, turned by 0°",
    "digits network",
)
TIMES, MAX_STEPS = np.array(rate_sweep.TIMES), rate_sweep.TIMES[-1]
RATES = np.geomspace(1e-5, 1e3, 65)  # eight in a factor of ten, as in the table
LOWEST, HIGHEST = 1e-6, 10.0  # shares of the first loss: the window of the picture
DIRECTIONS = np.pi / 2 * (np.arange(8) + 0.5) / 8  # of the starts, from the flat axis on
STARTS = np.stack([np.cos(DIRECTIONS), np.sin(DIRECTIONS)], axis=1)


@style.house()
def learning_rate_finder() -> Explorer:
    """The loss after t steps by learning rate, of gradient descent and of Adam, in two units."""
    figure, axes = style.new(2, width=8.8, height=4.0)
    artists = {}
    for ax, (method, name) in zip(axes, METHODS.items()):
        artists |= _panel(ax, method, name)
    computation = Computation(
        name="learning_rate_finder",
        compute=finder_frame,
        artists=artists,
        sentences=SENTENCES,
        goals=GOALS,
        words=dict(_words()),
        names={"problem": PROBLEMS},
    )
    controls = [
        choice("unit", list(UNITS), "× 100", "the loss"),
        slider("t", TIMES, 100, "step t", plays=True),
        choice("problem", PROBLEMS, PROBLEMS[0]),
    ]
    alt = "Share of the first loss left against the learning rate, for a loss and for a multiple: "
    alt += "gradient descent's curve moves, Adam's does not."
    return computed_explorer(figure, computation, controls, alt)


def _panel(ax, method: str, name: str) -> dict:
    """The curve of a method, the pale one of the loss × 1, a dot at the best rate of each."""
    draw.rate_axes(ax, (RATES[0], RATES[-1]), (LOWEST, HIGHEST))
    ax.set_title(" \n ", fontsize=12)  # room for the words
    ax.set_xticks(10.0 ** np.arange(-5, 4, 2))
    color = style.OPTIMIZERS[method]["color"]
    at_top = {"transform": ax.transAxes, "fontsize": 11}
    pale = {"color": color, "alpha": 0.3, "zorder": 2}
    ax.text(0.03, 0.12, "loss × 1", color=color, alpha=0.5, **at_top)
    return {
        f"{method} before": empty_line(ax, linewidth=6, solid_capstyle="round", **pale),
        f"{method} dot before": empty_line(ax, "o", markersize=12, markeredgewidth=0, **pale),
        f"{method} shift": empty_line(ax, color=style.GRAY, linewidth=1, linestyle=":"),
        **method_lines(ax, [method], "curve", linewidth=2, zorder=3),
        **method_dots(ax, [method], markersize=7, zorder=4),
        f"{method} ratio": ax.text(1, 1, "", ha="center", va="top", fontsize=11, color=color),
        f"{method} title": ax.text(0, 1.1, name, color=color, **at_top),
        f"{method} setting": ax.text(0, 1.02, "", color=style.GRAY, **at_top),
        f"{method} unit": ax.text(0.03, 0.04, "", color=color, **at_top),
    }


def _words():
    for i, (method, name) in enumerate(METHODS.items()):
        yield f"{method} title", f"{name}: best η = {{best[{i}]:.3g}}"
        yield f"{method} setting", "{problem}, t = {t:.0f}"
        yield f"{method} unit", "loss × {unit:.3g}"
        yield f"{method} ratio", f"best η × {{ratios[{i}]:.3g}}"


SENTENCES = {
    "begins": "Nobody has taken a step.",
    "before": "The loss as it is: "
    "gradient descent's best rate is {best[0]:.3g}, Adam's {best[1]:.3g}.",
    "after": "The loss × {unit:.3g}: "
    "gradient descent's best rate × {ratios[0]:.3g}, Adam's × {ratios[1]:.3g}.",
}
GOALS = [
    "t ≥ 50: one learning rate for both, best rates within a factor of 3 (now × {apart:.1f})",
    "t ≥ 50: bring Adam's best rate below 0.2 (now {best[1]:.3g}); no factor does it",
]


def finder_frame(unit, t, problem) -> Frame:
    """The shares of a loss and of its multiple by learning rate, and where they are lowest."""
    units = jnp.stack([1.0, jnp.asarray(list(UNITS.values()))[unit]])
    in_ravine = jax.vmap(_ravine_shares, in_axes=(0, None))(units, problem)[..., t]
    in_network = jax.vmap(_digits_shares, in_axes=(0, None))(units, t)
    shares = jnp.where(problem == 2, in_network, in_ravine)  # (units, methods, rates)
    heights = jnp.minimum(shares, 2 * HIGHEST)
    rates = jnp.asarray(RATES)
    lowest = jnp.argmin(jnp.where(jnp.isfinite(heights), heights, jnp.inf), axis=2)
    best = rates[lowest]
    points = {}
    for i, method in enumerate(METHODS):
        curves = [jnp.stack([rates, each], axis=1) for each in heights[:, i]]
        before, after = (curve[at] for curve, at in zip(curves, lowest[:, i]))
        middle = jnp.sqrt(before[0] * after[0])
        points |= {
            f"{method} before": curves[0],
            f"{method} dot before": before[None],
            f"{method} shift": jnp.stack([before, after]),
            f"{method} curve": curves[1],
            f"{method} dot": after[None],
            f"{method} ratio": jnp.stack([middle, after[1] / 2.5])[None],
        }
    apart = jnp.max(best[1]) / jnp.min(best[1])
    return Frame(
        points=points,
        sentence=jnp.argmax(jnp.array([t == 0, units[1] == 1, True])),
        facts={
            "unit": units[1],
            "t": t,
            "problem": problem,
            "best": best[1],
            "ratios": best[1] / best[0],
            "apart": apart,
        },
        goals=[(t >= 50) & (apart < 3), (t >= 50) & (best[1, 1] < 0.2)],
    )


def _ravine_shares(unit, problem):
    """(methods, rates, t): the mean over eight starts, for a single one may land by luck."""
    angle = jnp.where(problem == 0, jnp.pi / 4, 0)
    turn, surface = linalg.rotation(angle), landscapes.quadratic(KAPPA, angle)
    loss = lambda w: unit * surface.loss(w)
    sweep = lambda w: two_weights.sweep_rates(loss, turn @ w, RATES, MAX_STEPS, tuple(METHODS))
    shares = jnp.mean(jax.vmap(sweep)(jnp.asarray(STARTS)), axis=0)
    return jnp.where(jnp.isfinite(shares), shares, jnp.inf)


def _digits_shares(unit, t):
    """(methods, rates) of the table; not a number where it has no row of Adam's."""
    table, row = rate_sweep.read_loss_shares(), jnp.argmin(jnp.abs(TIMES - t))
    descent, adam = jnp.asarray(table.shared[0], float), jnp.asarray(table.own[-1], float)
    begins = round(8 * np.log10(RATES[0] / rate_sweep.rates("gradient_descent")[0]))
    shift = begins + jnp.round(8 * jnp.log10(unit)).astype(int)
    ways = jnp.clip(shift + jnp.arange(len(RATES)), 0, len(descent) - 1)
    left = round(8 * np.log10(rate_sweep.RATES[0] / RATES[0]))
    right = len(RATES) - len(adam) - left
    padded = jnp.pad(adam[:, row], (left, right), constant_values=jnp.nan)
    return jnp.stack([descent[ways, row], padded])
