"""Lesson 01: a surface and its Taylor model, the way out of a saddle, and a slice through a network's loss."""

from functools import cache, partial

import jax
import numpy as np
from matplotlib.figure import Figure

from optcourse import landscapes, optimizers, taylor, trees
from optcourse.experiments.run import run
from optcourse.explorers.controls import choice, point, slider
from optcourse.explorers.explorer import Explorer, goal
from optcourse.figures import landscapes as drawn
from optcourse.figures import style

SNAP = 0.02  # share of the window within which a dragged point is put on a known critical point
PATCH = 0.22  # half-width of the Taylor patch drawn on the surface, as a share of the window
ORDERS = {"order 0: height": 0, "order 1: slope": 1, "order 2: curvature": 2}


def surface(landscape="lee") -> Explorer:
    """Drag a point: the Taylor model there, drawn over the surface; eigenvectors of the Hessian as arrows; the kind."""
    figure = Figure(figsize=(9.4, 4.3), layout="constrained")
    flat, high = style.plain(figure.add_subplot(1, 2, 1)), figure.add_subplot(1, 2, 2, projection="3d")
    mesh = [high.plot([], [], [], color=style.PURPLE, linewidth=1, zorder=9)[0] for _ in range(2)]
    foot = high.plot([], [], [], "o", color=style.BLACK, markersize=5, zorder=10)[0]
    axes_lines = [flat.plot([], [], linewidth=2.5, zorder=4)[0] for _ in range(2)]
    labels = [flat.text(0, 0, "", fontsize=9, ha="center", va="center", zorder=6, bbox=style.TEXT_HALO) for _ in "12"]
    (place,) = flat.plot([], [], linestyle="none", zorder=5, **style.START)
    shown = {"name": None}

    def update(landscape, order, w):
        current = landscapes.ALL[landscape]
        if shown["name"] != landscape:
            _draw_twice(flat, high, current, keep=[*mesh, foot, *axes_lines, *labels, place])
            shown["name"] = landscape
        w = snapped(current, w)
        expansion, eigenvalues, directions = _expansion(landscape, w)
        kind = taylor.kind(trees.norm(expansion.gradient), eigenvalues, gradient_tolerance=1e-2)
        _draw_patch(mesh, high, expansion, ORDERS[order], current.window)
        foot.set_data_3d([w[0]], [w[1]], [float(expansion.value)])
        place.set_data(*w[:, None])
        _draw_eigenvectors(axes_lines, labels, w, eigenvalues, directions, current.window)
        return {"status": _kind_in_words(kind, expansion, eigenvalues), "kind": kind, "eigenvalues": eigenvalues}

    controls = [
        point("w", flat, (1.0, -0.9), "point"),
        choice("landscape", tuple(landscapes.ALL), landscape, redraws=True),
        choice("order", tuple(ORDERS), "order 2: curvature", "Taylor model of"),
    ]
    goals = [goal(f"find a {kind}", lambda r, kind=kind: r["kind"] == kind) for kind in ("saddle", "minimum")]
    goals.append(goal("find a critical point that the Hessian leaves undecided", lambda r: r["kind"] == "undecided"))
    moving = [*mesh, foot, *axes_lines, *labels, place]
    alt = "A loss surface in 3-D and as contours; at a movable point its Taylor model and the Hessian's eigenvectors."
    return Explorer(figure, update, controls, moving, alt, goals)


def snapped(landscape, w):
    """The known critical point near w, so that a hand can land on it exactly; else w itself."""
    scale = np.ptp(landscape.window, axis=1)
    for known in landscape.critical_points:
        if np.linalg.norm((known.w - w) / scale) < SNAP:
            return known.w
    return w


@partial(jax.jit, static_argnames="landscape")
def _expansion(landscape, w):
    expansion = taylor.expand(landscapes.ALL[landscape].loss, w)
    return expansion, *jax.numpy.linalg.eigh(expansion.hessian)


def _draw_twice(flat, high, landscape, keep):
    """Draw another landscape in both panels; the artists in `keep` stay."""
    _clear((flat, high), keep)
    drawn.contours(flat, landscape)
    drawn.critical_points(flat, landscape)
    drawn.surface(high, landscape)


def _draw_patch(mesh, high, expansion, order, window):
    """The Taylor model over a small square, as a mesh of two sets of lines, cut off at the top of the box."""
    half = PATCH * np.ptp(window, axis=1)
    a = np.linspace(-1, 1, 9)
    X, Y = np.meshgrid(expansion.point[0] + half[0] * a, expansion.point[1] + half[1] * a)
    (x0, x1), (y0, y1) = window
    X, Y = np.clip(X, x0, x1), np.clip(Y, y0, y1)
    Z = np.asarray(_model(expansion, np.stack([X, Y], axis=-1), order))
    low, top = high.get_zlim()
    Z = np.where((Z < low - 0.3 * (top - low)) | (Z > top), np.nan, Z)
    for line, turn in zip(mesh, (lambda M: M, lambda M: M.T)):
        broken = [np.pad(turn(M), ((0, 0), (0, 1)), constant_values=np.nan).ravel() for M in (X, Y, Z)]
        line.set_data_3d(*broken)


@partial(jax.jit, static_argnames="order")
def _model(expansion, points, order):
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
        inward = -1 if np.any(np.abs((w + 1.4 * reach - np.mean(window, axis=1)) / scale) > 0.45) else 1
        label.set(position=w + 1.45 * inward * reach, text=f"λ = {value:.3g}".replace("-", "−"), color=color)


def _kind_in_words(kind, expansion, eigenvalues) -> str:
    low, high = (f"{float(v):.3g}".replace("-", "−") for v in eigenvalues)
    reason = {
        "not critical": f"the gradient has length {float(trees.norm(expansion.gradient)):.2g}",
        "saddle": f"one eigenvalue is negative ({low}), one positive ({high})",
        "minimum": f"both eigenvalues are positive ({low} and {high})",
        "maximum": f"both eigenvalues are negative ({low} and {high})",
        "undecided": f"an eigenvalue is zero ({low} and {high}), so the Hessian cannot tell",
    }[kind]
    return f"{kind.capitalize()}: {reason}. Loss {float(expansion.value):.3g}."


METHODS = ("gradient_descent", "momentum")
PATIENCE, RATE = 600, 0.02  # steps of the run in `stuck`, and its learning rate


def stuck() -> Explorer:
    """Start beside the ridge that leads to Lee's saddle: the loss stands still, and the offset says for how long."""
    figure, (left, right) = style.new(2, width=8.8, height=3.9)
    drawn.contours(left, landscapes.lee)
    drawn.critical_points(left, landscapes.lee)
    left.axline((0, 0), slope=-1, color=style.GRAY, linewidth=1, linestyle=":")
    (path,) = left.plot([], [], linewidth=2, zorder=4)
    (start,) = left.plot([], [], linestyle="none", zorder=5, **style.START)
    (curve,) = right.plot([], [], linewidth=2)
    right.set(xlim=(0, PATIENCE), ylim=(0, 1.6), xlabel="step t", ylabel="loss")

    def update(offset, method):
        w = np.array([1.0, -1.0]) + offset / 2**0.5
        trajectory = _beside_the_ridge(method, w)
        loss = np.asarray(trajectory.loss)
        path.set_data(*np.asarray(trajectory.path).T)
        curve.set_data(np.arange(PATIENCE + 1), loss)
        start.set_data(*w[:, None])
        for line in (path, curve):
            line.set(**style.OPTIMIZERS[method])
        escaped = int(np.argmax(loss < 0.01)) if loss[-1] < 0.01 else None
        return {"status": _waiting_in_words(loss, trajectory.gradient_norm, escaped), "escaped": escaped}

    controls = [
        # Below 1e-6 the offset would vanish in float32 beside the 1 it is added to.
        slider("offset", [0, *np.geomspace(1e-6, 1, 61)], 1e-2, "offset from the ridge"),
        choice("method", METHODS, METHODS[0]),
    ]
    goals = [
        goal("escape, but only after step 350", lambda r: (r["escaped"] or 0) > 350),
        goal("never escape", lambda r: r["escaped"] is None),
    ]
    alt = "Lee's landscape with a path that runs to the saddle and, much later, away from it; its loss shows a plateau."
    return Explorer(figure, update, controls, [path, start, curve], alt, goals)


@partial(jax.jit, static_argnames="method")
def _beside_the_ridge(method, w):
    return run(optimizers.ALL[method](RATE), landscapes.lee.loss, w, PATIENCE)


def _waiting_in_words(loss, gradient_norm, escaped) -> str:
    waited = np.sum(np.abs(loss - 1) < 0.05)
    if escaped is None:
        return f"Stuck for all {PATIENCE} steps: loss {loss[-1]:.3f}, gradient {float(gradient_norm[-1]):.1g}."
    return f"Escaped at step {escaped}, after {waited} steps with a loss within 0.05 of 1."


SADDLES = {"Lee's network": "lee", "six-hump camel": "six_hump_camel", "double well": "saddle"}
FURTHEST = 2.0  # how far along the escape direction the slider goes


def escape() -> Explorer:
    """Step away from a saddle along the eigenvector of its negative eigenvalue: predicted loss and true loss."""
    figure, (left, right) = style.new(2, width=8.8, height=3.9)
    (walked,) = left.plot([], [], color=style.DOWN, linewidth=2.5, zorder=4)
    (here,) = left.plot([], [], "o", color=style.DOWN, markersize=8, zorder=5)
    looks = {"true loss": ("-", style.BLACK), "with ½": ("--", style.PURPLE), "without ½": (":", style.VERMILION)}
    curves = [right.plot([], [], dash, color=color, linewidth=2)[0] for dash, color in looks.values()]
    dots = [right.plot([], [], "o", color=color, markersize=7)[0] for _, color in looks.values()]
    table = [right.text(0.05, 0.2 - 0.08 * i, "", transform=right.transAxes, color=c.get_color(), bbox=style.TEXT_HALO)
             for i, c in enumerate(curves)]  # fmt: skip
    moving, shown = [walked, here, *curves, *dots, *table], {"saddle": None}

    def update(saddle, step):
        w, way, losses = _way_out(SADDLES[saddle])
        if shown["saddle"] != saddle:
            _draw_saddle(left, right, landscapes.ALL[SADDLES[saddle]], losses, keep=moving)
            shown["saddle"] = saddle
        steps = np.linspace(0, FURTHEST, len(losses))
        values = [losses, way.predicted(steps), way.value + way.eigenvalue * steps**2]
        at_step = [float(np.interp(step, steps, v)) for v in values]
        for curve, dot, line, y, y_here, words in zip(curves, dots, table, values, at_step, looks):
            curve.set_data(steps, y)
            dot.set_data([step], [y_here])
            line.set_text(f"{words}: {y_here:.3f}".replace("-", "−"))
        walked.set_data(*np.stack([w, w + step * way.direction], axis=1))
        here.set_data(*(w + step * way.direction)[:, None])
        true, predicted, lecture = at_step
        words = f"λ = {float(way.eigenvalue):.3g}, step {step:.2f}: predicted {predicted:.3f}, true {true:.3f}."
        return {
            "status": words.replace("-", "−"),
            "true": true,
            "predicted": predicted,
            "lecture": lecture,
            "lee": SADDLES[saddle] == "lee",
        }

    controls = [
        slider("step", np.linspace(0, FURTHEST, 101), 0.5, "step s along u", plays=True),
        choice("saddle", tuple(SADDLES), "Lee's network", redraws=True),
    ]
    goals = [
        goal("Lee's network: a step that takes the true loss below 0.001", lambda r: r["lee"] and r["true"] < 1e-3),
        goal("a step where the formula without ½ errs by 0.5 and the one with ½ by less than 0.1", _half_matters),
    ]
    alt = "Left: a saddle and a step along its escape direction. Right: true loss and two predictions against the step."
    return Explorer(figure, update, controls, moving, alt, goals)


def _half_matters(result) -> bool:
    return result["true"] - result["lecture"] >= 0.5 and abs(result["true"] - result["predicted"]) < 0.1


@cache
def _way_out(landscape):
    """(w, escape, losses): the landscape's first saddle, the way out, and the true loss along it, all NumPy."""
    surface = landscapes.ALL[landscape]
    w = next(p.w for p in surface.critical_points if p.kind == "saddle")
    way = jax.tree.map(np.asarray, taylor.escape(surface.loss, w))
    way = way._replace(direction=way.direction * np.sign(way.direction.sum()))  # the sign is ours to choose
    steps = np.linspace(0, FURTHEST, 401)
    return w, way, np.asarray(jax.vmap(lambda s: surface.loss(w + s * way.direction))(steps))


def _draw_saddle(left, right, landscape, losses, keep):
    _clear((left, right), keep)
    drawn.contours(left, landscape)
    drawn.critical_points(left, landscape)
    reach = np.ptp(losses[losses <= max(losses[0] + 1, 1.05 * losses[0])])
    right.axhline(losses[0], color=style.LIGHT, linewidth=1)
    right.set(xlim=(0, FURTHEST), ylim=(losses.min() - 1.4 * reach, losses[0] + 0.6 * reach))
    right.set(xlabel="step s along the escape direction u", ylabel="loss")


def _clear(axes, keep):
    """Remove what was drawn for the last landscape; the artists in `keep` stay."""
    for artist in [a for ax in axes for a in [*ax.collections, *ax.lines] if a not in keep]:
        artist.remove()
