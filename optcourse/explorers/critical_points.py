"""Lesson 01: a surface and its Taylor model, and a slice through the loss of a network."""

from functools import cache, partial

import jax
import numpy as np
from matplotlib.figure import Figure

from optcourse import landscapes, taylor, trees
from optcourse.curvature import count_signs, hessian
from optcourse.experiments.critical_points import digits
from optcourse.explorers.controls import choice, point, slider
from optcourse.explorers.explorer import Explorer, goal
from optcourse.figures import landscapes as draw
from optcourse.figures import style

SNAP_DISTANCE = 0.014  # share of the window: so near (a star's width), a point is put on a critical point; 2 arrow keys leave it
PATCH_SIZE = 0.22  # half-width of the Taylor patch drawn on the surface, as a share of the window
ORDERS = {"order 0: height": 0, "order 1: slope": 1, "order 2: curvature": 2}


@style.house()
def surface(landscape="lee") -> Explorer:
    """Drag a point: the Taylor model there, drawn over the surface; eigenvectors of the Hessian as arrows; the kind."""
    figure = Figure(figsize=(9.4, 4.3), layout="constrained")
    flat, high = (
        style.plain(figure.add_subplot(1, 2, 1)),
        figure.add_subplot(1, 2, 2, projection="3d"),
    )
    flat.yaxis.set_major_formatter(
        "{x:.1f}"
    )  # as wide for every landscape: the layout is settled once
    mesh = [high.plot([], [], [], color=style.PURPLE, linewidth=1, zorder=9)[0] for _ in range(2)]
    foot = high.plot([], [], [], "o", color=style.BLACK, markersize=5, zorder=10)[0]
    axes_lines = [flat.plot([], [], linewidth=2.5, zorder=4)[0] for _ in range(2)]
    labels = [
        flat.text(0, 0, "", fontsize=9, ha="center", va="center", zorder=6, bbox=style.TEXT_HALO)
        for _ in "12"
    ]
    (place,) = flat.plot([], [], linestyle="none", zorder=5, **style.START)
    shown = {"name": None}

    def update(landscape, order, w):
        current = landscapes.ALL[landscape]
        if shown["name"] != landscape:
            _draw_landscape(flat, high, current, keep=[*mesh, foot, *axes_lines, *labels, place])
            shown["name"] = landscape
        w, known = snap(current, w)
        expansion, eigenvalues, directions = _expand(landscape, w)
        kind = taylor.second_derivative_test(
            trees.norm(expansion.gradient), eigenvalues, gradient_tolerance=1e-2
        )
        _draw_patch(mesh, high, expansion, ORDERS[order], current.window)
        foot.set_data_3d(*np.array([[w[0]], [w[1]], [expansion.value]], float))
        place.set_data(*w[:, None])
        _draw_eigenvectors(axes_lines, labels, w, eigenvalues, directions, current.window)
        status = _surface_status(kind, expansion, eigenvalues, known)
        return {
            "status": status,
            "kind": kind,
            "known": known is not None,
            "eigenvalues": eigenvalues,
        }

    controls = [
        point("w", flat, (1.0, -0.9), "point"),
        choice("landscape", tuple(landscapes.ALL), landscape, redraws=True),
        choice("order", tuple(ORDERS), "order 2: curvature", "Taylor model of"),
    ]
    goals = [
        goal("find a saddle", lambda r: r["kind"] == "saddle"),
        goal("find a minimum that the Hessian proves", lambda r: r["kind"] == "minimum"),
        goal("land on a marked point that the Hessian leaves undecided", _is_marked_and_undecided),
    ]
    moving = [*mesh, foot, *axes_lines, *labels, place]
    alt = "A loss surface in 3-D and as contours; at a movable point its Taylor model and the Hessian's eigenvectors."
    return Explorer(figure, update, controls, moving, alt, goals)


def _is_marked_and_undecided(result) -> bool:
    return result["known"] and result["kind"] == "undecided"


def snap(landscape, w):
    """(w, known): the critical point near w, so that a hand can land on it exactly; else w itself, and None."""
    scale = np.ptp(landscape.window, axis=1)
    for known in landscape.critical_points:
        if np.linalg.norm((known.w - w) / scale) < SNAP_DISTANCE:
            return known.w, known
    return w, None


@partial(jax.jit, static_argnames="landscape")
def _expand(landscape, w):
    expansion = taylor.expand(landscapes.ALL[landscape].loss, w)
    return expansion, *jax.numpy.linalg.eigh(expansion.hessian)


def _draw_landscape(flat, high, landscape, keep):
    """Draw another landscape in both panels; the artists in `keep` stay."""
    draw.clear((flat, high), keep)
    draw.contours(flat, landscape)
    draw.critical_points(flat, landscape)
    draw.surface(high, landscape)


def _draw_patch(mesh, high, expansion, order, window):
    """The Taylor model over a small square, as a mesh of two sets of lines, cut off at the top of the box."""
    half = PATCH_SIZE * np.ptp(window, axis=1)
    a = np.linspace(-1, 1, 9)
    X, Y = np.meshgrid(expansion.point[0] + half[0] * a, expansion.point[1] + half[1] * a)
    (x0, x1), (y0, y1) = window
    X, Y = np.clip(X, x0, x1), np.clip(Y, y0, y1)
    Z = np.asarray(_taylor_values(expansion, np.stack([X, Y], axis=-1), order))
    low, top = high.get_zlim()
    Z = np.where((Z < low - 0.3 * (top - low)) | (Z > top), np.nan, Z)
    for line, turn in zip(mesh, (lambda M: M, lambda M: M.T)):
        broken = [
            np.pad(turn(M), ((0, 0), (0, 1)), constant_values=np.nan).ravel() for M in (X, Y, Z)
        ]
        line.set_data_3d(*broken)


@partial(jax.jit, static_argnames="order")
def _taylor_values(expansion, points, order):
    return jax.vmap(jax.vmap(lambda w: expansion(w, order)))(points)


def _draw_eigenvectors(lines, labels, w, eigenvalues, directions, window):
    """A line along each eigenvector, in the color of its sign, with its eigenvalue written at the end."""
    scale = np.ptp(window, axis=1)
    for i, (line, label) in enumerate(zip(lines, labels)):
        u, value = np.asarray(directions[:, i]), float(eigenvalues[i])
        reach = 0.13 / np.linalg.norm(u / scale) * u
        color = style.UP if value > 0 else style.DOWN if value < 0 else style.GRAY
        line.set_data(*np.stack([w - reach, w + reach], axis=1))
        line.set(color=color, linestyle="-" if value > 0 else (0, (2, 1)))
        inward = (
            -1 if np.any(np.abs((w + 1.4 * reach - np.mean(window, axis=1)) / scale) > 0.45) else 1
        )
        label.set(
            position=w + 1.45 * inward * reach,
            text=f"λ = {value:.3g}".replace("-", "−"),
            color=color,
        )


def _surface_status(kind, expansion, eigenvalues, known) -> str:
    low, high = (f"{float(v):.3g}".replace("-", "−") for v in eigenvalues)
    reason = {
        "not critical": f"the gradient has length {float(trees.norm(expansion.gradient)):.2g}",
        "saddle": f"one eigenvalue is negative ({low}), one positive ({high})",
        "minimum": f"both eigenvalues are positive ({low} and {high})",
        "maximum": f"both eigenvalues are negative ({low} and {high})",
        "undecided": f"an eigenvalue is zero ({low} and {high}), so the Hessian cannot tell",
    }[kind]
    if kind == "undecided" and known:
        reason += (
            f" that this is a {known.kind}" if known.kind != "flat" else " that all around is flat"
        )
    return f"{kind.capitalize()}: {reason}. Loss {float(expansion.value):.3g}."


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
GRID = 31  # points along each side of the slice
ROUNDING = 3e-6  # what float32 makes of a loss near 1


@style.house()
def network() -> Explorer:
    """A slice through the loss of a digits network around a critical point: which plane shows that it is a saddle?"""
    figure, (left, right) = style.new(2, width=8.8, height=3.9)
    box = {
        "extent": (-1, 1, -1, 1),
        "origin": "lower",
        "interpolation": "bilinear",
        "vmin": -1,
        "vmax": 1,
    }
    image = left.imshow(np.zeros((GRID, GRID)), cmap=style.CHANGE, aspect="auto", **box)
    (center,) = left.plot(
        0, 0, "o", color=style.BLACK, markersize=6, zorder=4
    )  # it moves: the image would cover it
    left.set(
        xlabel="a / radius",
        ylabel="b / radius",
        title="blue: lower loss, orange: higher (root scale)",
    )
    right.axhline(0, color=style.LIGHT, linewidth=1)
    looks = {"along a": ("-", style.BLACK), "along b": ("--", style.GRAY)}
    lines = [
        right.plot([], [], dash, color=color, linewidth=2, label=name)[0]
        for name, (dash, color) in looks.items()
    ]
    right.legend(frameon=False, loc="upper center", ncols=2)
    right.set(
        xlim=(-1, 1),
        ylim=(-1.1, 1.4),
        xlabel="distance / radius",
        ylabel="change of the loss / largest change",
    )
    halves = [-1, -0.5, 0, 0.5, 1]
    left.set(xticks=halves, yticks=halves)
    right.set_xticks(halves)
    left.title.set_fontsize(10)

    def update(point, plane, radius):
        problem, eigenvalues, directions = _plane(point, plane)
        change = np.asarray(
            landscapes.slice(problem.loss, problem.w, directions, radius, GRID).losses
        )
        change = change - change[GRID // 2, GRID // 2]
        lowest, highest = float(change.min()), float(change.max())
        scale = max(-lowest, highest, ROUNDING)
        image.set_data(
            np.sign(change) * np.sqrt(np.abs(change) / scale)
        )  # the root shows small changes too
        for line, profile in zip(lines, (change[GRID // 2], change[:, GRID // 2])):
            line.set_data(np.linspace(-1, 1, GRID), profile / scale)
        numbers = f"lowest {lowest:+.2g}, highest {highest:+.2g}".replace("-", "−")
        seen = _appearance(lowest, highest)
        negative = int(count_signs(eigenvalues).negative)
        words = f"{seen} ({numbers}). Of {len(eigenvalues)} eigenvalues, {negative} are clearly negative."
        return {"status": words, "seen": seen, "negative": negative, "random": plane in PLANES[2:]}

    controls = [
        choice("plane", PLANES, PLANES[0]),
        slider("radius", np.geomspace(0.1, 10, 41), 1.0),
        choice("point", tuple(POINTS), "MSE, middle loss", "critical point"),
    ]
    fooled = goal("a random plane in which a true saddle looks like a minimum", _is_fooled)
    alt = "A heat map of a network's loss on a plane around a critical point, and its profiles along the plane's axes."
    return Explorer(figure, update, controls, [image, center, *lines], alt, [fooled])


def _appearance(lowest, highest) -> str:
    if max(-lowest, highest) < ROUNDING:
        return "Too near to see anything but rounding"
    if lowest > -ROUNDING:
        return "Looks like a minimum: nothing in this plane is lower"
    return (
        "Lower places in sight: no minimum"
        if lowest < -1e-3 * highest
        else "A dip too shallow to see from here"
    )


def _is_fooled(result) -> bool:
    return (
        result["random"]
        and result["negative"] > 0
        and result["seen"].startswith("Looks like a minimum")
    )


def _plane(point, plane):
    """(problem, eigenvalues, two directions) at a critical point of the digits network."""
    problem, eigenvalues, vectors = _critical_point(point)
    if plane in PLANES[:2]:
        target = -eigenvalues[0] if plane == PLANES[0] else eigenvalues[-1]
        return (
            problem,
            eigenvalues,
            (vectors[:, np.argmin(np.abs(eigenvalues - target))], vectors[:, 0]),
        )
    return (
        problem,
        eigenvalues,
        landscapes.random_directions(jax.random.key(PLANES.index(plane)), problem.w),
    )


@cache  # also keeps the loss itself the same object, for which the slice is compiled only once
def _critical_point(point):
    problem = digits.saddle_of_digits(*POINTS[point])
    return problem, *np.linalg.eigh(np.asarray(hessian(problem.loss, problem.w), float))
