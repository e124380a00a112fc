"""Lines that move: made empty by an explorer's builder, and put through points by its `update`.

Points are rows, (n, 2), or (n, 3) in 3-D axes; a single point may come as (2,) or (3,).
"""

import numpy as np
from matplotlib.lines import Line2D
from mpl_toolkits.mplot3d.art3d import Line3D

from optcourse.figures import style


def empty_line(ax, *form, **look) -> Line2D:
    """A line without points, in flat or 3-D axes. form: matplotlib's short one, such as "o--"."""
    nowhere = [[], [], []] if hasattr(ax, "get_zlim") else [[], []]
    return ax.plot(*nowhere, *form, **look)[0]


def start_mark(ax, **look) -> Line2D:
    """The mark of a start, without a place yet; it lies above lines, unless `look` says more."""
    return empty_line(ax, **{"linestyle": "none", "zorder": 5, **style.START, **look})


def method_lines(ax, methods, name: str, **look) -> dict[str, Line2D]:
    """A line without points for each optimizer, in its color: {"adam path": ...} for "path"."""
    looks = {method: {**look, **style.OPTIMIZERS[method]} for method in methods}
    return {f"{method} {name}": empty_line(ax, **looks[method]) for method in methods}


def method_dots(ax, methods, **look) -> dict[str, Line2D]:
    """A dot without a place for each optimizer, in its color: {"adam dot": ...}."""
    color = lambda method: style.OPTIMIZERS[method]["color"]
    return {f"{method} dot": empty_line(ax, "o", color=color(method), **look) for method in methods}


def plain(methods) -> tuple[str, ...]:
    """The names of optimizers as a reader writes them: "gradient descent"."""
    return tuple(method.replace("_", " ") for method in methods)


def set_points(line: Line2D, points) -> None:
    """Put a line, or its markers, through these points."""
    columns = np.atleast_2d(points).T
    if isinstance(line, Line3D):
        line.set_data_3d(*columns)
    else:
        line.set_data(*columns)


def set_values(line: Line2D, values) -> None:
    """Draw values against the step: 0, 1, 2, ..."""
    line.set_data(np.arange(len(values)), values)
