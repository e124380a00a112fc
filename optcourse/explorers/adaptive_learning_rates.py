"""Lesson 04: a race down a ravine that can be turned, the loss against the learning rate, and a warm-up."""

from functools import cache

import jax
import jax.numpy as jnp
import numpy as np

from optcourse import landscapes, linalg, trees
from optcourse.experiments.adaptive_learning_rates import two_weights
from optcourse.experiments.adaptive_learning_rates import warm_up as measured
from optcourse.explorers.controls import choice, point, slider
from optcourse.explorers.explorer import Explorer, goal
from optcourse.figures import adaptive_learning_rates as draw
from optcourse.figures import style
from optcourse.optimizers import schedules
from optcourse.optimizers.radam import rectification

METHODS = two_weights.METHODS
STEPS = 600  # of the race
TIMES = sorted({*range(0, 21), *np.geomspace(20, STEPS, 50).round().astype(int).tolist()})


@style.house()
def race(method="all of them") -> Explorer:
    """Six methods from one start, each at its best learning rate: turn the ravine, and see who gets down first."""
    figure, (plane, bars) = style.new(2, width=9.4, height=4.2, width_ratios=(1, 1.15))
    ellipses = draw.ravine(plane)
    trails = {
        name: plane.plot([], [], linewidth=1.8, zorder=4, **style.OPTIMIZERS[name])[0]
        for name in METHODS
    }
    heads = [
        plane.plot([], [], "o", markersize=6, zorder=5, color=style.OPTIMIZERS[m]["color"])[0]
        for m in METHODS
    ]
    start_mark = plane.plot([], [], linestyle="none", zorder=6, **style.START)[0]
    lengths, labels, now = draw.race_bars(bars, METHODS, STEPS)

    def update(start, kappa, angle, t, shown):
        result = jax.tree.map(np.asarray, _race(kappa, np.deg2rad(angle), start))
        draw.update_ellipses(ellipses, kappa, angle)
        for trail, head, path, name in zip(trails.values(), heads, result.path, METHODS):
            visible = path[: t + 1] if shown in (name, "all of them") else path[:0]
            trail.set_data(*visible.T)
            head.set_data(*visible[-1:].T)
        draw.fill_bars(lengths, labels, result.steps, result.rate, STEPS)
        now.set_xdata([max(t, 1)] * 2)
        start_mark.set_data(*start[:, None])
        steps = dict(zip(METHODS, result.steps.tolist()))
        status = f"κ = {kappa:.3g}, turned by {angle}°. Steps that each needs at its best rate: {_format_steps(steps)}."
        return {"status": status, "steps": steps, "kappa": kappa, "angle": angle}

    controls = [
        point("start", plane, (1.5, 1.0)),
        slider("kappa", np.geomspace(1, 200, 41), 100.0, "condition number κ"),
        slider("angle", range(0, 91), 0, "turned by (degrees)"),
        slider("t", TIMES, STEPS, "step t", plays=True),
        choice("shown", ("all of them", *METHODS), method, "paths of"),
    ]
    alt = "A ravine with the paths of six methods, and beside it bars: the steps each needs to get to the bottom."
    moving = [*ellipses, *trails.values(), *heads, start_mark, *lengths, *labels, now]
    return Explorer(figure, update, controls, moving, alt, RACE_GOALS)


@jax.jit
def _race(kappa, angle, start):
    return two_weights.race(kappa, angle, start, STEPS)


def _format_steps(steps) -> str:
    numbers = {name: f"{n:.0f}" if np.isfinite(n) else f"over {STEPS}" for name, n in steps.items()}
    return ", ".join(f"{name.replace('_', ' ')} {number}" for name, number in numbers.items())


def _descent_beats_adagrad(result) -> bool:
    steps = result["steps"]
    return result["kappa"] >= 50 and steps["gradient_descent"] < min(
        steps["adagrad"], steps["adagrad_rms"]
    )


def _adagrad_is_fast_again(result) -> bool:
    return result["kappa"] >= 50 and result["angle"] > 45 and result["steps"]["adagrad"] <= 20


def _descent_is_fastest(result) -> bool:
    return result["steps"]["gradient_descent"] < min(
        n for m, n in result["steps"].items() if m != "gradient_descent"
    )


RACE_GOALS = [
    goal(
        "κ ≥ 50: gradient descent needs fewer steps than both forms of Adagrad",
        _descent_beats_adagrad,
    ),
    goal(
        "κ ≥ 50, turned by more than 45°, and Adagrad needs 20 steps at most",
        _adagrad_is_fast_again,
    ),
    goal("a ravine in which gradient descent is the fastest of all six", _descent_is_fastest),
]

PROBLEMS = {"a ravine, κ = 100": 0.0, "the ravine, turned by 45°": 45.0, "digits network": None}
RATES = np.geomspace(1e-4, 10, 41)
FINDER_STEPS = 100  # steps of the learning-rate finder
MIN_LOSS_RATIO, MAX_LOSS_RATIO = 1e-6, 1e2  # of the first loss: the window of the picture


@style.house()
def finder() -> Explorer:
    """The loss after t steps against the learning rate, for six methods: and what the unit of the loss changes."""
    figure, ax = style.new(width=8.6, height=4.4)
    curves, dots = draw.rate_curves(
        ax, METHODS, (RATES[0], RATES[-1]), (MIN_LOSS_RATIO, MAX_LOSS_RATIO)
    )
    line = ax.axvline(0.01, color=style.GRAY, linewidth=1, linestyle="--", zorder=1)

    def update(problem, unit, t, learning_rate):
        left = _loss_ratios(problem, unit)[:, :, t]
        shown = np.clip(
            np.where(np.isfinite(left), left, np.inf), MIN_LOSS_RATIO, 2 * MAX_LOSS_RATIO
        )
        for curve, dot, values, row in zip(curves, dots, shown, left):
            curve.set_data(RATES, values)
            best = np.nanargmin(row)
            dot.set_data([RATES[best]], [values[best]])
        line.set_xdata([learning_rate] * 2)
        here = int(np.argmin(np.abs(np.log(RATES / learning_rate))))
        best = {name: float(RATES[np.nanargmin(row)]) for name, row in zip(METHODS, left)}
        at_rate = {name: float(row[here]) for name, row in zip(METHODS, left)}
        return {
            "status": _finder_status(t, learning_rate, at_rate),
            "best": best,
            "left": at_rate,
            "t": t,
            "unit": unit,
        }

    controls = [
        slider("learning_rate", RATES, 0.01),
        slider("t", range(0, FINDER_STEPS + 1), 50, "step t", plays=True),
        slider("unit", (0.01, 0.1, 1.0, 10.0, 100.0), 1.0, "multiply the loss by"),
        choice("problem", tuple(PROBLEMS), "a ravine, κ = 100"),
    ]
    alt = "Share of the first loss left against the learning rate: one valley-shaped curve for each of six methods."
    return Explorer(figure, update, controls, [*curves, *dots, line], alt, FINDER_GOALS)


def _finder_status(t, learning_rate, left) -> str:
    words = [f"{name.replace('_', ' ')} {_format_ratio(share)}" for name, share in left.items()]
    return f"Left of the loss after {t} steps with η = {learning_rate:.2g}: {', '.join(words)}."


def _format_ratio(left) -> str:
    if not left < MAX_LOSS_RATIO:
        return "diverged"
    if left >= 10:
        return f"{left:.0f} times as much"
    return f"{100 * left:.3g} %" if left >= 1e-5 else "under 0.001 %"


def _only_descent_diverges(result) -> bool:
    left = result["left"]
    return not left["gradient_descent"] < MAX_LOSS_RATIO and left["adam"] < 1e-2


def _best_rates_agree(result) -> bool:
    return (
        result["t"] >= 50 and 0.5 < result["best"]["gradient_descent"] / result["best"]["adam"] < 2
    )


FINDER_GOALS = [
    goal(
        "in a ravine: a learning rate at which gradient descent has diverged, and Adam has less than 1 % left",
        _only_descent_diverges,
    ),
    goal(
        "after 50 steps or more: make one learning rate the best of gradient descent and of Adam",
        _best_rates_agree,
    ),
]


@cache
def _loss_ratios(problem, unit) -> np.ndarray:
    """(methods, rates, t): the share of the first loss that is left."""
    angle = PROBLEMS[problem]
    swept = _sweep_digits()(unit) if angle is None else _sweep_ravine(unit, np.deg2rad(angle))
    return np.asarray(swept)


@jax.jit
def _sweep_ravine(unit, angle):
    start = linalg.rotation(angle) @ jnp.array([1.5, 1.0])
    surface = landscapes.quadratic(100.0, angle)
    return two_weights.sweep_rates(lambda w: unit * surface.loss(w), start, RATES, FINDER_STEPS)


@cache
def _sweep_digits():
    w, loss = trees.flatten_loss(
        *two_weights.small_digits_problem()
    )  # one leaf instead of four: it compiles faster
    return jax.jit(
        lambda unit: two_weights.sweep_rates(lambda w: unit * loss(w), w, RATES, FINDER_STEPS)
    )


@style.house()
def warm_up() -> Explorer:
    """Seven layers trained by Adam: the rate after its warm-up, its length, and RAdam beside it; six seeds drawn."""
    figure, (left, right) = style.new(2, width=9.2, height=4.0, width_ratios=(1, 1.3))
    plans = draw.schedules(left, measured.SETTINGS["updates"])
    curves = draw.seed_curves(right, measured.SEEDS, measured.SETTINGS["updates"])

    def update(learning_rate, length):
        updates = np.arange(measured.SETTINGS["updates"])
        ramp = np.asarray(schedules.warm_up(learning_rate, length)(updates))
        factor = np.where(
            rectification(0.999, updates)[0] >= 5, rectification(0.999, updates)[1], np.nan
        )
        for plan, values in zip(
            plans, (np.full(len(updates), learning_rate), ramp, learning_rate * factor)
        ):
            plan.set_data(updates, values)
        runs = [
            measured.read_loss_curves(learning_rate, each) for each in (0, length, measured.RADAM)
        ]
        draw.fill_seed_curves(curves, runs, measured.EVAL_EVERY)
        means, words = _accuracies(learning_rate, length)
        status = f"η = {learning_rate:g}. Accuracy on the training digits, mean of a hundred seeds: {words}."
        return {"status": status, "length": length, **means}

    controls = [
        slider("learning_rate", measured.SETTINGS["rates"], 0.01, "learning rate η"),
        slider("length", measured.SETTINGS["lengths"], 100, "warm-up, updates"),
    ]
    alt = "Left: three schedules. Right: losses of six seeds without a warm-up, with one, and of RAdam."
    return Explorer(figure, update, controls, [*plans, *curves], alt, WARM_UP_GOALS)


def _accuracies(learning_rate, length):
    at = measured.SETTINGS["rates"].index(learning_rate)
    found = {
        name: measured.read_accuracies(each)
        for name, each in {"without": 0, "with": length, "radam": measured.RADAM}.items()
    }
    means = {name: float(each.mean[at]) for name, each in found.items()}
    ends = {
        name: f"{each.mean[at]:.2f} ({each.low[at]:.2f} to {each.high[at]:.2f})"
        for name, each in found.items()
    }
    return means, f"without warm-up {ends['without']}, with {ends['with']}, RAdam {ends['radam']}"


WARM_UP_GOALS = [
    goal(
        "a rate where the warm-up gains 0.05 of accuracy",
        lambda r: r["with"] - r["without"] >= 0.05,
    ),
    goal(
        "a rate where even a warm-up fails (below 0.5), and RAdam does not",
        lambda r: r["length"] > 0 and r["with"] < 0.5 < r["radam"] - 0.3,
    ),
    goal("all three above 0.97", lambda r: min(r["with"], r["without"], r["radam"]) > 0.97),
]
