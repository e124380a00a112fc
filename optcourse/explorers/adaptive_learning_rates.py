"""Lesson 04: a race down a ravine that can be turned, the loss by learning rate, and a warm-up."""

from functools import cache

import jax
import jax.numpy as jnp
import numpy as np

from optcourse import landscapes, linalg, trees
from optcourse.experiments.adaptive_learning_rates import two_weights
from optcourse.experiments.adaptive_learning_rates import warm_up as measured
from optcourse.explorers.artists import empty_line, set_points, start_mark
from optcourse.explorers.controls import choice, point, slider
from optcourse.explorers.explorer import Explorer, goal
from optcourse.explorers.picture import Picture
from optcourse.figures import adaptive_learning_rates as draw
from optcourse.figures import style
from optcourse.optimizers import schedules
from optcourse.optimizers.radam import rectification

METHODS = two_weights.METHODS
STEPS = 600  # of the race
TIMES = sorted({*range(0, 21), *np.geomspace(20, STEPS, 50).round().astype(int).tolist()})


@style.house()
def race(method="all of them") -> Explorer:
    """Six methods from one start, each at its best rate: turn the ravine, and see who is first."""
    figure, (plane, bars) = style.new(2, width=9.4, height=4.2, width_ratios=(1, 1.15))
    ellipses = draw.ravine(plane)
    trails, heads = [], []
    for name in METHODS:
        trails.append(empty_line(plane, linewidth=1.8, zorder=4, **style.OPTIMIZERS[name]))
    for name in METHODS:
        color = style.OPTIMIZERS[name]["color"]
        heads.append(empty_line(plane, "o", markersize=6, zorder=5, color=color))
    start_dot = start_mark(plane, zorder=6)
    lengths, labels, now = draw.race_bars(bars, METHODS, STEPS)

    def update(start, kappa, angle, t, shown):
        runs = jax.tree.map(np.asarray, _race(kappa, np.deg2rad(angle), start))
        draw.update_ellipses(ellipses, kappa, angle)
        for i, name in enumerate(METHODS):
            visible = shown in (name, "all of them")
            path = runs.path[i, : t + 1 if visible else 0]
            set_points(trails[i], path)
            set_points(heads[i], path[-1:])
        draw.fill_bars(lengths, labels, runs.steps, runs.rate, STEPS)
        now.set_xdata([max(t, 1)] * 2)
        set_points(start_dot, start)
        steps = dict(zip(METHODS, runs.steps.tolist()))
        setting = f"κ = {kappa:.3g}, turned by {angle}°"
        status = f"{setting}. Steps that each needs at its best rate: {_format_steps(steps)}."
        return {"status": status, "steps": steps, "kappa": kappa, "angle": angle}

    controls = [
        point("start", plane, (1.5, 1.0)),
        slider("kappa", np.geomspace(1, 200, 41), 100.0, "condition number κ"),
        slider("angle", range(0, 91), 0, "turned by (degrees)"),
        slider("t", TIMES, STEPS, "step t", plays=True),
        choice("shown", ("all of them", *METHODS), method, "paths of"),
    ]
    moving = [*ellipses, *trails, *heads, start_dot, *lengths, *labels, now]
    alt = "A ravine with the paths of six methods, "
    alt += "and beside it bars: the steps each needs to get to the bottom."
    return Explorer(Picture(figure, moving), update, controls, alt, RACE_GOALS)


@jax.jit
def _race(kappa, angle, start):
    return two_weights.race(kappa, angle, start, STEPS)


def _format_steps(steps) -> str:
    words = []
    for name, count in steps.items():
        number = f"{count:.0f}" if np.isfinite(count) else f"over {STEPS}"
        words.append(f"{name.replace('_', ' ')} {number}")
    return ", ".join(words)


def _descent_beats_adagrad(result) -> bool:
    steps = result["steps"]
    adagrad = min(steps["adagrad"], steps["adagrad_rms"])
    return result["kappa"] >= 50 and steps["gradient_descent"] < adagrad


def _adagrad_is_fast_again(result) -> bool:
    turned = result["kappa"] >= 50 and result["angle"] > 45
    return turned and result["steps"]["adagrad"] <= 20


def _descent_is_fastest(result) -> bool:
    others = [count for name, count in result["steps"].items() if name != "gradient_descent"]
    return result["steps"]["gradient_descent"] < min(others)


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
def learning_rate_finder() -> Explorer:
    """The loss after t steps by learning rate, for six methods: what the loss's unit changes."""
    figure, ax = style.new(width=8.6, height=4.4)
    limits = (RATES[0], RATES[-1]), (MIN_LOSS_RATIO, MAX_LOSS_RATIO)
    curves, dots = draw.rate_curves(ax, METHODS, *limits)
    line = ax.axvline(0.01, color=style.GRAY, linewidth=1, linestyle="--", zorder=1)

    def update(problem, unit, t, learning_rate):
        nearest = int(np.argmin(np.abs(np.log(RATES / learning_rate))))
        best, left = {}, {}
        for i, name in enumerate(METHODS):
            ratios = _loss_ratios(problem, unit)[i, :, t]
            lowest = np.nanargmin(ratios)
            best[name], left[name] = float(RATES[lowest]), float(ratios[nearest])
            finite = np.where(np.isfinite(ratios), ratios, np.inf)
            curve = np.clip(finite, MIN_LOSS_RATIO, 2 * MAX_LOSS_RATIO)
            curves[i].set_data(RATES, curve)
            set_points(dots[i], (RATES[lowest], curve[lowest]))
        line.set_xdata([learning_rate] * 2)
        status = _finder_status(t, learning_rate, left)
        return {"status": status, "best": best, "left": left, "t": t, "unit": unit}

    controls = [
        slider("learning_rate", RATES, 0.01),
        slider("t", range(0, FINDER_STEPS + 1), 50, "step t", plays=True),
        slider("unit", (0.01, 0.1, 1.0, 10.0, 100.0), 1.0, "multiply the loss by"),
        choice("problem", tuple(PROBLEMS), "a ravine, κ = 100"),
    ]
    alt = "Share of the first loss left against the learning rate: "
    alt += "one valley-shaped curve for each of six methods."
    return Explorer(Picture(figure, [*curves, *dots, line]), update, controls, alt, FINDER_GOALS)


def _finder_status(t, learning_rate, left) -> str:
    words = [f"{name.replace('_', ' ')} {_format_ratio(ratio)}" for name, ratio in left.items()]
    return f"Left of the loss after {t} steps with η = {learning_rate:.2g}: {', '.join(words)}."


def _format_ratio(ratio) -> str:
    if not ratio < MAX_LOSS_RATIO:
        return "diverged"
    if ratio >= 10:
        return f"{ratio:.0f} times as much"
    return f"{100 * ratio:.3g} %" if ratio >= 1e-5 else "under 0.001 %"


def _only_descent_diverges(result) -> bool:
    left = result["left"]
    return not left["gradient_descent"] < MAX_LOSS_RATIO and left["adam"] < 1e-2


def _best_rates_agree(result) -> bool:
    ratio = result["best"]["gradient_descent"] / result["best"]["adam"]
    return result["t"] >= 50 and 0.5 < ratio < 2


FINDER_GOALS = [
    goal(
        "in a ravine: a learning rate at which gradient descent has diverged, "
        "and Adam has less than 1 % left",
        _only_descent_diverges,
    ),
    goal(
        "after 50 steps or more: make one learning rate the best of gradient descent and of Adam",
        _best_rates_agree,
    ),
]


@cache
def _loss_ratios(problem, unit) -> np.ndarray:
    """Loss over first loss at every learning rate and step, (methods, rates, t)."""
    angle = PROBLEMS[problem]
    if angle is None:
        return np.asarray(_sweep_digits()(unit))
    return np.asarray(_sweep_ravine(unit, np.deg2rad(angle)))


@jax.jit
def _sweep_ravine(unit, angle):
    start = linalg.rotation(angle) @ jnp.array([1.5, 1.0])
    surface = landscapes.quadratic(100.0, angle)
    return two_weights.sweep_rates(lambda w: unit * surface.loss(w), start, RATES, FINDER_STEPS)


@cache
def _sweep_digits():
    # One leaf instead of four: it compiles faster.
    w, loss = trees.flatten_loss(*two_weights.small_digits_problem())
    sweep = lambda unit: two_weights.sweep_rates(lambda w: unit * loss(w), w, RATES, FINDER_STEPS)
    return jax.jit(sweep)


@style.house()
def warm_up() -> Explorer:
    """Seven layers trained by Adam: learning rate and length of a warm-up, and RAdam beside it."""
    figure, (left, right) = style.new(2, width=9.2, height=4.0, width_ratios=(1, 1.3))
    updates = np.arange(measured.SETTINGS["updates"])
    plans = draw.schedules(left, len(updates))
    curves = draw.seed_curves(right, measured.SEEDS, len(updates))
    length, correction = rectification(0.999, updates)
    correction = np.where(length >= 5, correction, np.nan)

    def update(learning_rate, length):
        ramp = np.asarray(schedules.warm_up(learning_rate, length)(updates))
        plans[0].set_data(updates, np.full(len(updates), learning_rate))
        plans[1].set_data(updates, ramp)
        plans[2].set_data(updates, learning_rate * correction)
        kinds = (0, length, measured.RADAM)
        runs = [measured.read_loss_curves(learning_rate, kind) for kind in kinds]
        draw.fill_seed_curves(curves, runs, measured.EVAL_EVERY)
        means, words = _accuracies(learning_rate, length)
        status = f"η = {learning_rate:g}. "
        status += f"Accuracy on the training digits, mean of a hundred seeds: {words}."
        return {"status": status, "length": length, **means}

    controls = [
        slider("learning_rate", measured.SETTINGS["rates"], 0.01, "learning rate η"),
        slider("length", measured.SETTINGS["lengths"], 100, "warm-up, updates"),
    ]
    alt = "Left: three schedules. "
    alt += "Right: losses of six seeds without a warm-up, with one, and of RAdam."
    return Explorer(Picture(figure, [*plans, *curves]), update, controls, alt, WARM_UP_GOALS)


def _accuracies(learning_rate, length):
    """({kind: mean accuracy}, the same in words, with the range of the mean)."""
    i = measured.SETTINGS["rates"].index(learning_rate)
    means, words = {}, {}
    for name, kind in {"without": 0, "with": length, "radam": measured.RADAM}.items():
        accuracy = measured.read_accuracies(kind)
        means[name] = float(accuracy.mean[i])
        low, high = accuracy.low[i], accuracy.high[i]
        words[name] = f"{accuracy.mean[i]:.2f} ({low:.2f} to {high:.2f})"
    compared = f"without warm-up {words['without']}, with {words['with']}"
    return means, f"{compared}, RAdam {words['radam']}"


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
