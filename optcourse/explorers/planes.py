"""Lesson 01: a slice through the loss of a network, and which plane shows that it is a saddle."""

from functools import cache

import jax
import numpy as np

from optcourse import landscapes
from optcourse.curvature import count_signs, hessian
from optcourse.experiments.critical_points import digits
from optcourse.explorers.artists import empty_line
from optcourse.explorers.controls import choice, slider
from optcourse.explorers.explorer import Explorer, goal
from optcourse.explorers.picture import Picture
from optcourse.figures import critical_points as draw
from optcourse.figures import style

POINTS = {
    "MSE, high loss": ("mse", "high"),
    "MSE, middle loss": ("mse", "middle"),
    "MSE, low loss": ("mse", "low"),
    "cross-entropy, middle loss": ("cross_entropy", "middle"),
}
PLANES = (
    "lowest curvature, one as large upward",
    "lowest and highest curvature",
    "two random directions (1.8)",
    "two others (1.8)",
)
RANDOM_PLANES = PLANES[2:]
GRID = 31  # points along each side of the slice
ROUNDING = 3e-6  # what float32 makes of a loss near 1: a smaller change is none


@style.house()
def network() -> Explorer:
    """A slice through a digits network's loss: which plane shows that a point is a saddle?"""
    figure, (left, right) = style.new(2, width=8.8, height=3.9)
    image = draw.slice_image(left)
    left.set_title("blue: lower loss, orange: higher (root scale)", fontsize=10)
    # It moves, as the image would cover it.
    center = left.plot(0, 0, "o", color=style.BLACK, markersize=6, zorder=4)[0]
    lines = _profile_lines(right)

    def update(point, plane, radius):
        problem, eigenvalues, directions = _plane(point, plane)
        surface = landscapes.slice(problem.loss, problem.w, directions, radius, GRID)
        losses = np.asarray(surface.losses)
        change = losses - losses[GRID // 2, GRID // 2]
        change = np.where(np.abs(change) < ROUNDING, 0, change)
        lowest, highest = float(change.min()), float(change.max())
        scale = max(-lowest, highest, ROUNDING)
        # The root shows small changes too.
        image.set_data(np.sign(change) * np.sqrt(np.abs(change) / scale))
        for line, profile in zip(lines, (change[GRID // 2], change[:, GRID // 2])):
            line.set_data(np.linspace(-1, 1, GRID), profile / scale)
        appearance = _appearance(lowest, highest)
        negative = int(count_signs(eigenvalues).negative)
        count = f"{negative} of {len(eigenvalues)} eigenvalues are clearly negative"
        status = f"{appearance}; {count}."
        facts = {"appearance": appearance, "negative": negative, "random": plane in RANDOM_PLANES}
        return {"status": status, **facts}

    controls = [
        choice("plane", PLANES, PLANES[0]),
        slider("radius", np.geomspace(0.1, 10, 41), 1.0),
        choice("point", tuple(POINTS), "MSE, middle loss", "critical point"),
    ]
    goals = [goal("a random plane in which a true saddle looks like a minimum", _is_fooled)]
    alt = "A heat map of a network's loss on a plane around a critical point, "
    alt += "and its profiles along the plane's axes."
    return Explorer(Picture(figure, [image, center, *lines]), update, controls, alt, goals)


def _profile_lines(ax):
    """The profiles of the slice along its two axes."""
    ax.axhline(0, color=style.LIGHT, linewidth=1)
    lines = [
        empty_line(ax, "-", color=style.BLACK, linewidth=2, label="along a"),
        empty_line(ax, "--", color=style.GRAY, linewidth=2, label="along b"),
    ]
    ax.legend(frameon=False, loc="upper center", ncols=2)
    ax.set(xlim=(-1, 1), ylim=(-1.1, 1.4), xticks=[-1, -0.5, 0, 0.5, 1])
    ax.set(xlabel="distance / radius", ylabel="change of the loss / largest change")
    return lines


def _appearance(lowest, highest) -> str:
    """In words, from the least and the largest change of the loss."""
    if lowest == 0 == highest:
        return "Too near to see anything but rounding"
    if lowest == 0:
        return "Looks like a minimum in this plane"
    if lowest < -1e-3 * highest:
        return "No minimum: lower places in sight"
    return "A dip too shallow to see from here"


def _is_fooled(result) -> bool:
    minimum = result["appearance"].startswith("Looks like a minimum")
    return result["random"] and result["negative"] > 0 and minimum


def _plane(point, plane):
    """(problem, eigenvalues, two directions) at a critical point of the digits network."""
    problem, eigenvalues, vectors = _critical_point(point)
    if plane in RANDOM_PLANES:
        key = jax.random.key(PLANES.index(plane))
        return problem, eigenvalues, landscapes.random_directions(key, problem.w)
    target = -eigenvalues[0] if plane == PLANES[0] else eigenvalues[-1]
    nearest = np.argmin(np.abs(eigenvalues - target))
    return problem, eigenvalues, (vectors[:, nearest], vectors[:, 0])


@cache  # also keeps the loss itself the same object, for which the slice is compiled only once
def _critical_point(point):
    problem = digits.saved_critical_point(*POINTS[point])
    return problem, *np.linalg.eigh(np.asarray(hessian(problem.loss, problem.w), float))
