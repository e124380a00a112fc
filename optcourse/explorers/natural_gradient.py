"""Lesson 06: gradient descent and natural gradient on digits, by steps and by the clock."""

import numpy as np

from optcourse.experiments.natural_gradient import softmax, softmax_curves
from optcourse.explorers.artists import empty_line, set_points
from optcourse.explorers.controls import choice, slider
from optcourse.explorers.explorer import Explorer, goal
from optcourse.explorers.picture import Picture
from optcourse.figures import natural_gradient as draw
from optcourse.figures import style

NAMES = tuple(draw.NAMES)  # gradient descent first
SIZES = {"170": 170, "650": 650}
UNITS = {"as they are": "pixels", "in other units (each feature times 0.1 to 10)": "other units"}
UNIT_NOTES = {
    "pixels": "",
    "other units": " Each feature is multiplied by its own 10ᵘ, with u drawn evenly from −1 to 1.",
}
TIME_RANGE = (0.01, 1000)  # ms
EVAL_STEPS = {  # the steps of each curve
    "gradient_descent": softmax_curves.EVAL_STEPS,
    "natural_gradient": range(1, softmax_curves.STEPS + 1),
}


@style.house()
def softmax_regression() -> Explorer:
    """Two methods and their rates, the damping, the size of the images, the units of features."""
    figure, axes = style.new(2, width=9.4, height=4.2, sharey=True)
    lines = draw.loss_panels(axes, softmax.TOLERANCE, softmax_curves.EVAL_STEPS[-1], TIME_RANGE)
    figure.legend(handles=lines[0], frameon=False, loc="outside upper center", ncols=2, fontsize=9)
    dots = [_dots(ax) for ax in axes]

    def update(descent_rate, natural_rate, damping, size, features):
        P, units = SIZES[size], UNITS[features]
        runs = {
            "gradient_descent": softmax_curves.read_descent(P, units, descent_rate),
            "natural_gradient": softmax_curves.read_natural(P, units, natural_rate, damping),
        }
        # A step takes as long for every damping and in any units.
        times = softmax.read_step_times(P, "closed form")
        steps, ms, status = {}, {}, []
        for i, (name, (count, left)) in enumerate(runs.items()):
            steps[name], ms[name] = count, count * times[name] / 1000
            for ax, unit in enumerate((1.0, times[name] / 1000)):
                _draw_curve(lines[ax][i], dots[ax][i], unit, name, count, left)
            status.append(f"{draw.NAMES[name]} {_method_status(name, count, ms[name], left)}")
        least = softmax_curves.best_descent_steps(P, "pixels")
        facts = {"steps": steps, "ms": ms, "size": P, "units": units, "least": least}
        within = f"Within {softmax.TOLERANCE:g} of the least loss: {'; '.join(status)}."
        return {"status": within + UNIT_NOTES[units], **facts}

    controls = [
        slider("descent_rate", softmax_curves.RATES, 1.0, "rate of gradient descent"),
        slider("natural_rate", softmax_curves.NATURAL_RATES, 1.0, "rate of natural gradient"),
        slider("damping", softmax_curves.DAMPINGS, 0.1, "damping λ"),
        choice("size", tuple(SIZES), "170", "parameters"),
        choice("features", tuple(UNITS), "as they are"),
    ]
    picture = Picture(figure, [*lines[0], *lines[1], *dots[0], *dots[1]])
    alt = "What is left of the loss for gradient descent and natural gradient, "
    alt += "against steps and against time."
    return Explorer(picture, update, controls, alt, GOALS)


def _dots(ax):
    look = {"linestyle": "none", "marker": "o", "markersize": 7, "zorder": 5}
    return [empty_line(ax, color=style.OPTIMIZERS[name]["color"], **look) for name in NAMES]


def _draw_curve(line, dot, unit, name, count, left):
    """What is left of the loss, and a dot where it is close enough; unit: of the axis, per step."""
    steps = np.array(EVAL_STEPS[name])
    left = np.where(np.isfinite(left), np.clip(left, draw.FLOOR / 10, 1e3), np.nan)
    line.set_data(unit * steps, left)
    if np.isfinite(count):
        # Between two points of the curve, on its log scale.
        height = np.exp(np.interp(np.log(count), np.log(steps), np.log(left)))
        set_points(dot, (unit * count, height))
    else:
        dot.set_data([], [])


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
        "other units: gradient descent arrives, "
        "after at least 5 times the steps it needs at best in pixels",
        _is_slow_in_other_units,
    ),
]


def _method_status(name, count, ms, left) -> str:
    if np.isfinite(count):
        return f"after {count:.0f} steps, about {ms:.3g} ms"
    if left[-1] < np.log(10):
        return f"not after {EVAL_STEPS[name][-1]} steps"
    return "never: it diverges"
