"""Lesson 11: a digit is moved by a pixel, and two of three kernels take it for another one."""

import numpy as np
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure

from optcourse.experiments.infinite_width import moved
from optcourse.explorers.artists import empty_line, set_points
from optcourse.explorers.controls import choice, slider
from optcourse.explorers.explorer import Explorer, goal
from optcourse.explorers.picture import Picture
from optcourse.figures import infinite_width as draw
from optcourse.figures import style

SHIFTS = range(-moved.MOST, moved.MOST + 1)
INK = LinearSegmentedColormap.from_list("ink", ["#ffffff", style.BLACK])
POOLED = len(moved.KERNELS) - 1
OWN = {"markersize": 11, "zorder": 2, "markeredgecolor": style.BLACK}
OTHERS = {"color": style.GRAY, "markersize": 19, "markeredgewidth": 1.5, "linestyle": "none"}
SAYS = 1.5  # where along the axis the answer of a kernel stands


@style.house()
def image_kernels() -> Explorer:
    """Digit, and by how much it moves: how near it stays to itself, as three kernels see it."""
    figure, (place, target, axis) = _panels()
    images = [_empty_image(ax) for ax in (place, target)]
    templates, rows = moved.templates(), range(len(moved.KERNELS))
    others = [empty_line(axis, "|", **OTHERS) for _ in rows]
    own = [empty_line(axis, "o", color=draw.TANGENT["color"], **OWN) for _ in rows]
    words = {"fontsize": 10, "ha": "center", "va": "bottom", "color": style.GRAY}
    names = [axis.text(1, row - 0.22, "", **words) for row in rows]
    answers = [axis.text(SAYS, row, "", fontsize=10, va="center") for row in rows]

    def update(digit, right, down):
        digit = int(digit)
        cosines = np.asarray(moved.cosines(templates, digit, right, down))
        units = _in_units_of_the_others(cosines, digit)
        for image, shift in zip(images, ((0, 0), (right, down))):
            image.set_data(np.asarray(moved.move(templates, digit, *shift))[..., 0])
        is_other = np.arange(moved.DIGITS) != digit
        nearest = np.argmax(np.where(is_other, cosines, -1), axis=1)
        for row in rows:
            others[row].set_data(units[row, is_other], [row] * is_other.sum())
            set_points(own[row], (units[row, digit], row))
            names[row].set_text(str(nearest[row]))
            names[row].set_x(units[row, nearest[row]])
        facts = _facts(cosines, digit, (right, down))
        for text, answer in zip(answers, facts["answers"]):
            text.set_text(f"says {answer}")
            text.set_color(style.BLACK if answer == digit else style.VERMILION)
        return {"status": _status(facts), **facts}

    controls = [
        choice("digit", [str(digit) for digit in range(moved.DIGITS)], "1", "digit"),
        slider("right", SHIFTS, 0, "to the right (pixels)"),
        slider("down", SHIFTS, 1, "down (pixels)"),
    ]
    alt = "A digit in place and moved; and for each of three kernels how far the moved one is "
    alt += "from itself in place, and from the nine other digits."
    moving = [*images, *others, *own, *names, *answers]
    return Explorer(Picture(figure, moving), update, controls, alt, GOALS)


def _panels():
    """(figure, axes): the digit in place, the moved one, the distances."""
    figure = Figure(figsize=(9.8, 3.3), layout="constrained")
    axes = place, target, axis = figure.subplots(1, 3, width_ratios=(1, 1, 3.6))
    for ax, title in ((place, "in place"), (target, "moved")):
        ax.set_title(title, fontsize=10)
        ax.set(xticks=[], yticks=[])
    style.despine(axis)
    axis.axvline(1, color=style.GRAY, linewidth=0.8, linestyle=":", zorder=0)
    axis.set_yticks(range(len(moved.KERNELS)), labels=moved.KERNELS)
    axis.set(xlim=(-0.06, 1.8), ylim=(POOLED + 0.5, -0.5))
    axis.set_xticks([0, 0.5, 1], labels=["0", "0.5", "1"])
    axis.set_xlabel("distance from the moved digit; 1: mean of the nine others", loc="left")
    dot = {"markersize": 9, "markeredgecolor": style.BLACK, "linestyle": "none"}
    itself = {"marker": "o", "color": draw.TANGENT["color"], "label": "itself in place", **dot}
    nine = {**OTHERS, "marker": "|", "label": "nine other digits, the nearest by name"}
    handles = [empty_line(axis, **look) for look in (itself, nine)]
    above = {"loc": "lower left", "bbox_to_anchor": (0, 1), "ncols": 2, "columnspacing": 1}
    axis.legend(handles=handles, frameon=False, fontsize=9, handletextpad=0.3, **above)
    return figure, axes


def _empty_image(ax):
    return ax.imshow(np.zeros((8, 8)), cmap=INK, vmin=0, vmax=1, interpolation="nearest")


def _in_units_of_the_others(cosines, digit):
    """Distances (kernel, digit), divided by the mean of those to the nine other digits."""
    distances = np.asarray(moved.distances(cosines))
    others = np.delete(distances, digit, axis=1)
    return distances / others.mean(axis=1, keepdims=True)


def _pooling_alone_is_right(result) -> bool:
    *flat, pooled = (answer == result["digit"] for answer in result["answers"])
    return pooled and not any(flat)


def _pooling_errs_too(result) -> bool:
    return result["answers"][POOLED] != result["digit"]


GOALS = [
    goal(
        "move it so that only the kernel with pooling still knows the digit",
        _pooling_alone_is_right,
    ),
    goal("move it so far that pooling errs, too", _pooling_errs_too),
]


def _facts(cosines, digit, shift) -> dict:
    """answers: the nearest digit, as each kernel sees it; cosines: with the digit in place."""
    return {
        "digit": digit,
        "shift": shift,
        "answers": cosines.argmax(axis=1).tolist(),
        "cosines": cosines[:, digit].tolist(),
    }


def _status(facts) -> str:
    digit, answers = facts["digit"], facts["answers"]
    if not any(facts["shift"]):
        return f"In place: every kernel knows the {digit}."
    ntk, cntk, pooled = answers
    without = f"without, the NTK says {ntk} and the CNTK {cntk}"
    if ntk == cntk == pooled == digit:
        return f"All three still know the {digit}."
    if pooled == digit:
        return f"With pooling it is still the {digit}; {without}."
    if digit in (ntk, cntk):
        return f"Pooling errs and says {pooled}; {without}."
    return f"None knows the {digit}: pooling says {pooled}; {without}."
