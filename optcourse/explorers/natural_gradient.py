"""Lesson 06: gradient descent and natural gradient on digits, side by side, by steps and by the clock."""

import numpy as np

from optcourse.experiments.natural_gradient import softmax, softmax_curves
from optcourse.explorers.controls import choice, slider
from optcourse.explorers.explorer import Explorer, goal
from optcourse.figures import natural_gradient as draw
from optcourse.figures import style

NAMES = tuple(draw.NAMES)
SIZES = {"170": 170, "650": 650}
UNITS = {"as they are": "pixels", "in other units (each feature times 0.1 to 10)": "other units"}
UNIT_NOTES = {
    "pixels": "",
    "other units": " Each feature is multiplied by its own 10ᵘ, with u drawn evenly from −1 to 1.",
}
TIME_RANGE = (0.01, 1000)  # ms


@style.house()
def softmax_regression() -> Explorer:
    """Two methods and their rates, the damping, the size of the images and the units of the features."""
    figure, axes = style.new(2, width=9.4, height=4.2, sharey=True)
    lines = draw.loss_panels(axes, softmax.TOLERANCE, softmax_curves.EVAL_STEPS[-1], TIME_RANGE)
    figure.legend(handles=lines[0], frameon=False, loc="outside upper center", ncols=2, fontsize=9)
    dots = [_dots(ax) for ax in axes]

    def update(descent_rate, natural_rate, damping, size, features):
        P, units = SIZES[size], UNITS[features]
        slow, slow_left = softmax_curves.read_descent(P, units, descent_rate)
        fast, fast_left = softmax_curves.read_natural(P, units, natural_rate, damping)
        steps = dict(zip(NAMES, (slow, fast)))
        times = softmax.read_step_times(
            P, "closed form"
        )  # it takes as long for every damping and in any units
        for i, (t, left) in enumerate(
            (
                (softmax_curves.EVAL_STEPS, slow_left),
                (range(1, softmax_curves.STEPS + 1), fast_left),
            )
        ):
            left = np.where(np.isfinite(left), np.clip(left, draw.FLOOR / 10, 1e3), np.nan)
            there = _arrival_point(steps[NAMES[i]], t, left)
            for ax, scale in enumerate((1.0, times[NAMES[i]] / 1000)):
                lines[ax][i].set_data(scale * np.array(t), left)
                dots[ax][i].set_data(
                    [scale * step for step, _ in there], [height for _, height in there]
                )
        ms = {name: steps[name] * times[name] / 1000 for name in NAMES}
        facts = {
            "steps": steps,
            "ms": ms,
            "size": P,
            "units": units,
            "least": softmax_curves.best_descent_steps(P, "pixels"),
        }
        status = _status(steps, ms, dict(zip(NAMES, (slow_left, fast_left)))) + UNIT_NOTES[units]
        return {"status": status, **facts}

    controls = [
        slider("descent_rate", softmax_curves.RATES, 1.0, "rate of gradient descent"),
        slider("natural_rate", softmax_curves.NATURAL_RATES, 1.0, "rate of natural gradient"),
        slider("damping", softmax_curves.DAMPINGS, 0.1, "damping λ"),
        choice("size", tuple(SIZES), "170", "parameters"),
        choice("features", tuple(UNITS), "as they are"),
    ]
    alt = "What is left of the loss for gradient descent and natural gradient, against steps and against time."
    return Explorer(
        figure, update, controls, [*lines[0], *lines[1], *dots[0], *dots[1]], alt, GOALS
    )


def _arrival_point(step, t, left) -> list[tuple]:
    """[(step, what is left there)], or nothing if it never arrives; between two points of a curve on its log scale."""
    return (
        [(step, np.exp(np.interp(np.log(step), np.log(t), np.log(left))))]
        if np.isfinite(step)
        else []
    )


def _dots(ax):
    look = {"linestyle": "none", "marker": "o", "markersize": 7, "zorder": 5}
    return [ax.plot([], [], color=style.OPTIMIZERS[name]["color"], **look)[0] for name in NAMES]


def _is_slow_in_other_units(result) -> bool:
    steps = result["steps"]["gradient_descent"]
    return result["units"] == "other units" and 5 * result["least"] <= steps < np.inf


def _is_quick(result) -> bool:
    return result["steps"]["natural_gradient"] <= 4


def _descent_is_first_by_time(result) -> bool:
    ms = result["ms"]
    return _is_quick(result) and ms["gradient_descent"] < ms["natural_gradient"]


GOALS = [
    goal("natural gradient is close enough after 4 steps at most", _is_quick),
    goal("and yet gradient descent is there first by time", _descent_is_first_by_time),
    goal(
        "other units: gradient descent arrives, after at least 5 times the steps it needs at best in pixels",
        _is_slow_in_other_units,
    ),
]


def _status(steps, ms, left) -> str:
    said = [
        f"{draw.NAMES[name]} {_method_status(steps[name], ms[name], left[name])}" for name in NAMES
    ]
    return f"Within {softmax.TOLERANCE:g} of the least loss: {'; '.join(said)}."


def _method_status(steps, ms, left) -> str:
    if np.isfinite(steps):
        return f"after {steps:.0f} steps, about {ms:.3g} ms"
    most = (
        softmax_curves.STEPS if len(left) == softmax_curves.STEPS else softmax_curves.EVAL_STEPS[-1]
    )
    return f"not after {most} steps" if left[-1] < np.log(10) else "never: it diverges"
