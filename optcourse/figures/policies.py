"""Lesson 06, policies: arrows on a grid, as long as actions are likely; success by step size."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.legend_handler import HandlerTuple
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from optcourse.figures import style
from optcourse.mdps import ACTIONS, CLIFF, COLUMNS, GOAL, ROWS, START

METHODS = {
    "policy gradient": style.OPTIMIZERS["gradient_descent"],
    "natural gradient": style.OPTIMIZERS["natural_gradient"],
    "PPO": {"color": style.PURPLE, "linestyle": "-."},
}
NONTERMINAL_STATES = tuple(state for state in range(ROWS * COLUMNS) if state not in (*CLIFF, GOAL))
ARROW_LENGTH = 0.42  # of a cell: the length of an arrow that is certain
HEAD_LENGTH, HEAD_WIDTH, SHAFT_WIDTH = 0.15, 0.11, 0.025  # of an arrow; the widths are half of it
MIN_PROBABILITY = 0.03  # an action less likely has no arrow


@style.house()
def grid(ax: Axes) -> Axes:
    """The empty world: the cliff hatched, the start in words, the goal a star."""
    ax.set(xlim=(-0.5, COLUMNS - 0.5), ylim=(ROWS - 0.5, -0.5), aspect="equal")
    ax.set(xticks=[], yticks=[])
    thin = {"color": style.LIGHT, "linewidth": 0.8, "zorder": 0, "clip_on": False}
    ax.vlines(np.arange(COLUMNS + 1) - 0.5, -0.5, ROWS - 0.5, **thin)
    ax.hlines(np.arange(ROWS + 1) - 0.5, -0.5, COLUMNS - 0.5, **thin)
    left = CLIFF[0] % COLUMNS - 0.5
    wide = len(CLIFF)
    look = {"facecolor": "#e8d9cf", "edgecolor": style.VERMILION, "hatch": "///", "linewidth": 0}
    ax.add_patch(Rectangle((left, ROWS - 1.5), wide, 1, zorder=1, **look))
    centered = {"ha": "center", "va": "center", "fontsize": 10, "bbox": style.TEXT_HALO}
    ax.text(left + wide / 2, ROWS - 1, "cliff", **centered)
    small = {"ha": "center", "va": "top", "fontsize": 8.5, "color": style.GRAY}
    ax.text(START % COLUMNS, START // COLUMNS + 0.28, "start", **small)
    star = style.KINDS["minimum"]
    ax.plot(GOAL % COLUMNS, GOAL // COLUMNS, linestyle="none", zorder=2, **star)
    ax.spines[:].set_visible(False)
    return ax


def arrows(policy: np.ndarray) -> list[np.ndarray]:
    """A polygon (7, 2) for each nonterminal state and action of a policy (s, a).

    A length is 0.42 cells times the probability; the polygon of an action below 3 % is a point.
    """
    return [
        _arrow(state, action, policy[state, action])
        for state in NONTERMINAL_STATES
        for action in range(len(ACTIONS))
    ]


def _arrow(state, action, probability):
    start = np.array([state % COLUMNS, state // COLUMNS])
    direction = np.array(ACTIONS[action])[::-1]
    length = ARROW_LENGTH * probability if probability >= MIN_PROBABILITY else 0.0
    head = min(HEAD_LENGTH, 0.6 * length)
    neck = length - head
    along = np.array([0, neck, neck, length, neck, neck, 0])
    half = np.array([SHAFT_WIDTH, SHAFT_WIDTH, HEAD_WIDTH])
    scale = min(1.0, head / HEAD_LENGTH)
    across = scale * np.concatenate([half, [0], -half[::-1]])
    return start + along[:, None] * direction + across[:, None] * direction[::-1]


@style.house()
def policy(ax: Axes, probabilities: np.ndarray, color=style.BLACK) -> list:
    """The arrows of a policy (s, a) on the grid, as polygons that `update_policy` can move."""
    polygons = []
    for outline in arrows(np.asarray(probabilities)):
        polygons += ax.fill(*outline.T, color=color, linewidth=0, zorder=3)
    return polygons


def update_policy(polygons: list, probabilities: np.ndarray) -> None:
    """Give the polygons of `policy` the shape of another policy (s, a)."""
    for polygon, outline in zip(polygons, arrows(np.asarray(probabilities))):
        polygon.set_xy(outline)


@style.house()
def success_against_step_size(ax: Axes, columns: style.Arrays, method: str, runs: int = 50) -> Axes:
    """Success rate against the step size, from the columns of `policy_steps`.

    Lines with dots: logits as they are; crosses: rescaled ones. Gray: the fraction of runs that end
    below 0, with the same marks. One legend above the figure says so.
    """
    color = METHODS[method]["color"]
    for logits, mark, size in (("as is", "o-", 5), ("rescaled", "x:", 8)):
        mine = (columns["method"] == method) & (columns["logits"] == logits)
        step_sizes = columns["step_size"][mine]
        failures = columns["negative"][mine] / runs
        successes = columns["reached"][mine] / runs
        ax.semilogx(step_sizes, failures, mark, color=style.GRAY, markersize=size, linewidth=1)
        ax.semilogx(step_sizes, successes, mark, color=color, markersize=size, linewidth=1.4)
    xlabels = {"policy gradient": "η", "natural gradient": "δ", "PPO": "clip"}
    ax.set(xlabel=xlabels[method], ylim=(-0.04, 1.04))
    ax.set_title(method, fontsize=10)
    if not ax.figure.legends:  # one for all methods
        _step_size_legend(ax.figure)
    return ax


def _step_size_legend(figure):
    colors = [look["color"] for look in METHODS.values()]
    black = {"color": style.BLACK, "linewidth": 1.4}
    entries = {
        "color: got there": tuple(Line2D([], [], color=color, linewidth=1.8) for color in colors),
        "gray: ended below zero": Line2D([], [], color=style.GRAY, linewidth=1.8),
        "dots: logits as they are": Line2D([], [], marker="o", markersize=5, **black),
        "crosses: logits rescaled": Line2D([], [], marker="x", ls=":", markersize=8, **black),
    }
    options = {"loc": "outside upper center", "ncols": 4, "frameon": False, "fontsize": 9}
    side_by_side = {tuple: HandlerTuple(None)}
    figure.legend(entries.values(), entries.keys(), handler_map=side_by_side, **options)
