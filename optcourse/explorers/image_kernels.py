"""Lesson 11: a digit is moved by a pixel, and two of three kernels take it for another one."""

import jax.numpy as jnp
import numpy as np
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure

from optcourse.experiments.infinite_width import moved
from optcourse.explorers.artists import empty_line
from optcourse.explorers.computed import Computation, Frame, computed_explorer
from optcourse.explorers.controls import choice, slider
from optcourse.explorers.explorer import Explorer
from optcourse.figures import infinite_width as draw
from optcourse.figures import style

SHIFTS = range(-moved.MOST, moved.MOST + 1)
INK = LinearSegmentedColormap.from_list("ink", ["#ffffff", style.BLACK])
POOLED = len(moved.KERNELS) - 1
OWN = {
    "color": draw.TANGENT["color"],
    "markersize": 11,
    "zorder": 2,
    "markeredgecolor": style.BLACK,
    "linestyle": "none",
}
OTHERS = {"color": style.GRAY, "markersize": 19, "markeredgewidth": 1.5, "linestyle": "none"}
SAYS = 1.5  # where along the axis the answer of a kernel stands
ANSWERS = {"right": style.BLACK, "wrong": style.VERMILION}


@style.house()
def image_kernels() -> Explorer:
    """Digit, and by how much it moves: how near it stays to itself, as three kernels see it."""
    figure, (place, target, axis) = _panels()
    artists = {"in place": _empty_image(place), "moved": _empty_image(target)}
    artists |= {"others": empty_line(axis, "|", **OTHERS), "itself": empty_line(axis, "o", **OWN)}
    name = {"fontsize": 10, "ha": "center", "va": "bottom", "color": style.GRAY}
    words = {}
    for row in range(len(moved.KERNELS)):
        artists[f"nearest {row}"] = axis.text(1, row - 0.22, "", **name)
        words[f"nearest {row}"] = f"{{nearest[{row}]:.0f}}"
        for kind, color in ANSWERS.items():
            answer = axis.text(SAYS, row, "", fontsize=10, va="center", color=color)
            artists[f"{kind} {row}"] = answer
            words[f"{kind} {row}"] = f"says {{answers[{row}]:.0f}}"
    computation = Computation(
        name="image_kernels",
        compute=image_kernels_frame,
        artists=artists,
        sentences=SENTENCES,
        goals=GOALS,
        words=words,
    )
    controls = [
        choice("digit", [str(digit) for digit in range(moved.DIGITS)], "1", "digit"),
        slider("right", SHIFTS, 0, "to the right (pixels)"),
        slider("down", SHIFTS, 1, "down (pixels)"),
    ]
    alt = "A digit in place and moved; and for each of three kernels how far the moved one is "
    alt += "from itself in place, and from the nine other digits."
    return computed_explorer(figure, computation, controls, alt)


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


WITHOUT = "without, the NTK says {answers[0]:.0f} and the CNTK {answers[1]:.0f}."
SENTENCES = {
    "in place": "In place: every kernel knows the {digit:.0f}.",
    "all": "All three still know the {digit:.0f}.",
    "pooling": "With pooling it is still the {digit:.0f}; " + WITHOUT,
    "others": "Pooling errs and says {answers[2]:.0f}; " + WITHOUT,
    "none": "None knows the {digit:.0f}: pooling says {answers[2]:.0f}; " + WITHOUT,
}
GOALS = (
    "move it so that only the kernel with pooling still knows the digit",
    "move it so far that pooling errs, too",
)


def image_kernels_frame(digit, right, down) -> Frame:
    """What `image_kernels` draws and says; a kernel answers with the nearest digit."""
    images = moved.templates()
    cosines = moved.cosines(images, digit, right, down)
    distances = moved.distances(cosines)
    is_itself = jnp.arange(moved.DIGITS) == digit
    mean_of_others = jnp.mean(distances, axis=1, where=~is_itself, keepdims=True)
    units = distances / mean_of_others
    answers = jnp.argmax(cosines, axis=1)
    nearest = jnp.argmax(jnp.where(is_itself, -1, cosines), axis=1)
    knows = answers == digit
    rows = jnp.arange(len(moved.KERNELS), dtype=units.dtype)
    places = jnp.stack([units, jnp.broadcast_to(rows[:, None], units.shape)], axis=-1)
    points = {
        "in place": images[digit][..., 0],
        "moved": moved.move(images, digit, right, down)[..., 0],
        "others": jnp.where(is_itself[:, None], jnp.nan, places).reshape(-1, 2),
        "itself": places[:, digit],
    }
    for row in range(len(moved.KERNELS)):
        points[f"nearest {row}"] = jnp.array([[units[row, nearest[row]], row - 0.22]])
        for kind, is_so in zip(ANSWERS, (knows[row], ~knows[row])):
            points[f"{kind} {row}"] = jnp.where(is_so, jnp.array([[SAYS, row]]), jnp.nan)
    *flat, pooled = knows
    is_in_place, any_flat = (right == 0) & (down == 0), flat[0] | flat[1]
    kinds = [is_in_place, jnp.all(knows), pooled, any_flat, True]
    return Frame(
        points=points,
        sentence=jnp.argmax(jnp.array(kinds)),
        facts={
            "digit": digit,
            "answers": answers,
            "nearest": nearest,
            "cosines": cosines[:, digit],
        },
        goals=[pooled & ~any_flat, ~pooled],
    )
