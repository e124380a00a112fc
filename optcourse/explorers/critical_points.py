"""Lesson 01: a surface and its Taylor model, and a slice through the loss of a network."""

from functools import cache, partial

import jax
import numpy as np
from matplotlib.figure import Figure

from optcourse import landscapes, taylor, trees
from optcourse.curvature import count_signs, hessian
from optcourse.experiments.critical_points import digits
from optcourse.explorers.artists import empty_line, set_points, start_mark
from optcourse.explorers.controls import choice, point, slider
from optcourse.explorers.explorer import Explorer, goal
from optcourse.explorers.picture import Picture
from optcourse.figures import landscapes as draw
from optcourse.figures import style

SNAP_DISTANCE = 0.014  # to a critical point, as a share of the window; two arrow keys leave it
PATCH_SIZE = 0.22  # half-width of the Taylor patch on the surface, as a share of the window
ORDERS = {"order 0: height": 0, "order 1: slope": 1, "order 2: curvature": 2}


@style.house()
def surface(landscape="lee") -> Explorer:
    """Drag a point: its kind, the Taylor model over the surface, the Hessian's eigenvectors."""
    figure, flat, high = _surface_panels()
    mesh = [empty_line(high, color=style.PURPLE, linewidth=1, zorder=9) for _ in range(2)]
    foot = empty_line(high, "o", color=style.BLACK, markersize=5, zorder=10)
    arrows = [empty_line(flat, linewidth=2.5, zorder=4) for _ in range(2)]
    centered = {"fontsize": 9, "ha": "center", "va": "center", "bbox": style.TEXT_HALO}
    labels = [flat.text(0, 0, "", zorder=6, **centered) for _ in range(2)]
    here = start_mark(flat)

    def still(landscape):
        draw.contours(flat, landscapes.ALL[landscape])
        draw.critical_points(flat, landscapes.ALL[landscape])
        draw.surface(high, landscapes.ALL[landscape])

    def update(landscape, order, w):
        current = landscapes.ALL[landscape]
        w, known = snap(current, w)
        expansion, eigenvalues, directions = _expand(landscape, w)
        length = trees.norm(expansion.gradient)
        kind = taylor.second_derivative_test(length, eigenvalues, gradient_tolerance=1e-2)
        _draw_patch(mesh, high, expansion, ORDERS[order], current.window)
        set_points(foot, np.array([*w, expansion.value], float))
        set_points(here, w)
        _draw_eigenvectors(arrows, labels, w, eigenvalues, directions, current.window)
        status = _surface_status(kind, expansion, eigenvalues, known)
        facts = {"kind": kind, "known": known is not None, "eigenvalues": eigenvalues}
        return {"status": status, **facts}

    controls = [
        point("w", flat, (1.0, -0.9), "point"),
        choice("landscape", tuple(landscapes.ALL), landscape, redraws=True),
        choice("order", tuple(ORDERS), "order 2: curvature", "Taylor model of"),
    ]
    picture = Picture(figure, [*mesh, foot, *arrows, *labels, here], still)
    alt = "A loss surface in 3-D and as contours; "
    alt += "at a movable point its Taylor model and the Hessian's eigenvectors."
    return Explorer(picture, update, controls, alt, SURFACE_GOALS)


SURFACE_GOALS = [
    goal("find a saddle", lambda r: r["kind"] == "saddle"),
    goal("find a minimum that the Hessian proves", lambda r: r["kind"] == "minimum"),
    goal(
        "land on a marked point that the Hessian leaves undecided",
        lambda r: r["known"] and r["kind"] == "undecided",
    ),
]


def _surface_panels():
    """(figure, flat axes, 3-D axes)."""
    figure = Figure(figsize=(9.4, 4.3), layout="constrained")
    flat = style.despine(figure.add_subplot(1, 2, 1))
    high = figure.add_subplot(1, 2, 2, projection="3d")
    # As wide for every landscape: the layout is settled once.
    flat.yaxis.set_major_formatter("{x:.1f}")
    return figure, flat, high


def snap(landscape, w):
    """Snap w to a critical point near it: (w, critical point); (w, None) where there is none."""
    scale = np.ptp(landscape.window, axis=1)
    for known in landscape.critical_points:
        if np.linalg.norm((known.w - w) / scale) < SNAP_DISTANCE:
            return known.w, known
    return w, None


@partial(jax.jit, static_argnames="landscape")
def _expand(landscape, w):
    expansion = taylor.expand(landscapes.ALL[landscape].loss, w)
    return expansion, *jax.numpy.linalg.eigh(expansion.hessian)


def _draw_patch(mesh, high, expansion, order, window):
    """The Taylor model over a small square: two sets of lines, cut off at the top of the box."""
    half = PATCH_SIZE * np.ptp(window, axis=1)
    a = np.linspace(-1, 1, 9)
    X, Y = np.meshgrid(expansion.point[0] + half[0] * a, expansion.point[1] + half[1] * a)
    X = np.clip(X, *window[0])
    Y = np.clip(Y, *window[1])
    Z = np.asarray(_taylor_values(expansion, np.stack([X, Y], axis=-1), order))
    low, top = high.get_zlim()
    Z = np.where((Z < low - 0.3 * (top - low)) | (Z > top), np.nan, Z)
    rows = np.stack([X, Y, Z], axis=-1)
    for line, lines in zip(mesh, (rows, rows.swapaxes(0, 1))):
        # NaN after each line breaks it from the next.
        broken = np.pad(lines, ((0, 0), (0, 1), (0, 0)), constant_values=np.nan)
        set_points(line, broken.reshape(-1, 3))


@partial(jax.jit, static_argnames="order")
def _taylor_values(expansion, points, order):
    return jax.vmap(jax.vmap(lambda w: expansion(w, order)))(points)


def _draw_eigenvectors(lines, labels, w, eigenvalues, directions, window):
    """A line along each eigenvector, colored by its sign, with its eigenvalue at the end."""
    scale, middle = np.ptp(window, axis=1), np.mean(window, axis=1)
    for i, (line, label) in enumerate(zip(lines, labels)):
        u, eigenvalue = np.asarray(directions[:, i]), float(eigenvalues[i])
        reach = 0.13 / np.linalg.norm(u / scale) * u
        color = {1: style.POSITIVE_CURVATURE, -1: style.NEGATIVE_CURVATURE, 0: style.GRAY}[
            int(np.sign(eigenvalue))
        ]
        set_points(line, [w - reach, w + reach])
        line.set(color=color, linestyle="-" if eigenvalue > 0 else (0, (2, 1)))
        outside = np.any(np.abs((w + 1.4 * reach - middle) / scale) > 0.45)
        position = w + 1.45 * (-1 if outside else 1) * reach
        text = f"λ = {eigenvalue:.3g}".replace("-", "−")
        label.set(position=position, text=text, color=color)


def _surface_status(kind, expansion, eigenvalues, known) -> str:
    low, high = (f"{float(v):.3g}".replace("-", "−") for v in eigenvalues)
    length = float(trees.norm(expansion.gradient))
    reason = {
        "not critical": f"the gradient has length {length:.2g}",
        "saddle": f"one eigenvalue is negative ({low}), one positive ({high})",
        "minimum": f"both eigenvalues are positive ({low} and {high})",
        "maximum": f"both eigenvalues are negative ({low} and {high})",
        "undecided": f"an eigenvalue is zero ({low} and {high}), so the Hessian cannot tell",
    }[kind]
    if kind == "undecided" and known:
        flat = known.kind == "flat"
        reason += " that all around is flat" if flat else f" that this is a {known.kind}"
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
RANDOM_PLANES = PLANES[2:]
GRID = 31  # points along each side of the slice
ROUNDING = 3e-6  # what float32 makes of a loss near 1


@style.house()
def network() -> Explorer:
    """A slice through a digits network's loss: which plane shows that a point is a saddle?"""
    figure, (left, right) = style.new(2, width=8.8, height=3.9)
    image = _slice_image(left)
    # It moves, as the image would cover it.
    center = left.plot(0, 0, "o", color=style.BLACK, markersize=6, zorder=4)[0]
    lines = _profile_lines(right)

    def update(point, plane, radius):
        problem, eigenvalues, directions = _plane(point, plane)
        surface = landscapes.slice(problem.loss, problem.w, directions, radius, GRID)
        losses = np.asarray(surface.losses)
        change = losses - losses[GRID // 2, GRID // 2]
        lowest, highest = float(change.min()), float(change.max())
        scale = max(-lowest, highest, ROUNDING)
        # The root shows small changes too.
        image.set_data(np.sign(change) * np.sqrt(np.abs(change) / scale))
        for line, profile in zip(lines, (change[GRID // 2], change[:, GRID // 2])):
            line.set_data(np.linspace(-1, 1, GRID), profile / scale)
        numbers = f"lowest {lowest:+.2g}, highest {highest:+.2g}".replace("-", "−")
        appearance = _appearance(lowest, highest)
        negative = int(count_signs(eigenvalues).negative)
        status = f"{appearance} ({numbers}). "
        status += f"Of {len(eigenvalues)} eigenvalues, {negative} are clearly negative."
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


def _slice_image(ax):
    """The heat map of the change of the loss."""
    box = {"extent": (-1, 1, -1, 1), "origin": "lower", "aspect": "auto"}
    colors = {"cmap": style.CHANGE_COLORMAP, "vmin": -1, "vmax": 1, "interpolation": "bilinear"}
    image = ax.imshow(np.zeros((GRID, GRID)), **box, **colors)
    halves = [-1, -0.5, 0, 0.5, 1]
    ax.set(xlabel="a / radius", ylabel="b / radius", xticks=halves, yticks=halves)
    ax.set_title("blue: lower loss, orange: higher (root scale)", fontsize=10)
    return image


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
    if max(-lowest, highest) < ROUNDING:
        return "Too near to see anything but rounding"
    if lowest > -ROUNDING:
        return "Looks like a minimum: nothing in this plane is lower"
    if lowest < -1e-3 * highest:
        return "Lower places in sight: no minimum"
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
