"""Policies drawn: arrows on a grid, as long as their actions are likely; returns and divergences over updates."""

from collections.abc import Mapping

import numpy as np
from matplotlib.axes import Axes
from matplotlib.legend_handler import HandlerTuple
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from optcourse.figures import style
from optcourse.policies import ACTIONS, CLIFF, COLUMNS, GOAL, ROWS, START

METHODS = {
    "policy gradient": style.OPTIMIZERS["gradient_descent"],
    "natural gradient": style.OPTIMIZERS["natural_gradient"],
    "PPO": {"color": style.PURPLE, "linestyle": "-."},
}
NONTERMINAL_STATES = tuple(state for state in range(ROWS * COLUMNS) if state not in (*CLIFF, GOAL))
ARROW_LENGTH = 0.42  # of a cell: the length of an arrow that is certain
HEAD_LENGTH, HEAD_WIDTH, SHAFT_WIDTH = (
    0.15,
    0.11,
    0.025,
)  # of an arrow: length and half width of its head, half width of its shaft
MIN_PROBABILITY = 0.03  # an action less likely has no arrow


@style.house()
def grid(ax: Axes) -> Axes:
    """The empty world: cells, the cliff hatched, the start a white circle, the goal a star. Row 0 is on top."""
    ax.set(
        xlim=(-0.5, COLUMNS - 0.5), ylim=(ROWS - 0.5, -0.5), aspect="equal", xticks=[], yticks=[]
    )
    thin = {"color": style.LIGHT, "linewidth": 0.8, "zorder": 0, "clip_on": False}
    ax.vlines(np.arange(COLUMNS + 1) - 0.5, -0.5, ROWS - 0.5, **thin)
    ax.hlines(np.arange(ROWS + 1) - 0.5, -0.5, COLUMNS - 0.5, **thin)
    left, wide = CLIFF[0] % COLUMNS - 0.5, len(CLIFF)
    look = {"facecolor": "#e8d9cf", "edgecolor": style.VERMILION, "hatch": "///", "linewidth": 0}
    ax.add_patch(Rectangle((left, ROWS - 1.5), wide, 1, zorder=1, **look))
    ax.text(
        left + wide / 2,
        ROWS - 1,
        "cliff",
        ha="center",
        va="center",
        fontsize=10,
        bbox=style.TEXT_HALO,
    )
    for state, mark in ((START, style.START), (GOAL, style.KINDS["minimum"])):
        ax.plot(state % COLUMNS, state // COLUMNS, linestyle="none", zorder=2, **mark)
    ax.spines[:].set_visible(False)
    return ax


def arrows(policy: np.ndarray) -> list[np.ndarray]:
    """One polygon (7, 2) for each living state and action, as long as the action is likely in `policy` (s, a).

    A length is 0.42 cells times the probability; the polygon of an action below 3 % is a point.
    """
    return [
        _arrow(state, action, policy[state, action])
        for state in NONTERMINAL_STATES
        for action in range(len(ACTIONS))
    ]


def _arrow(state, action, chance):
    here, ahead = np.array([state % COLUMNS, state // COLUMNS]), np.array(ACTIONS[action])[::-1]
    length = ARROW_LENGTH * chance if chance >= MIN_PROBABILITY else 0.0
    head = min(HEAD_LENGTH, 0.6 * length)
    thick = min(1.0, head / HEAD_LENGTH)
    along = np.array([0, length - head, length - head, length, length - head, length - head, 0])
    across = (
        np.array([SHAFT_WIDTH, SHAFT_WIDTH, HEAD_WIDTH, 0, -HEAD_WIDTH, -SHAFT_WIDTH, -SHAFT_WIDTH])
        * thick
    )
    return here + along[:, None] * ahead + across[:, None] * ahead[::-1]


@style.house()
def policy(ax: Axes, chances: np.ndarray, color=style.BLACK) -> list:
    """Draw the arrows of a policy (s, a) on the grid; returns their polygons, to be moved with `move`."""
    return [
        ax.fill(*outline.T, color=color, linewidth=0, zorder=3)[0]
        for outline in arrows(np.asarray(chances))
    ]


def update_policy(polygons: list, chances: np.ndarray) -> None:
    """Give polygons of `policy` the shape of another policy (s, a)."""
    for polygon, outline in zip(polygons, arrows(np.asarray(chances))):
        polygon.set_xy(outline)


@style.house()
def returns(ax: Axes, earned: Mapping[str, np.ndarray], best: float) -> Axes:
    """For each label the median over runs of the return (runs, updates + 1), in a band: 10th to 90th percentile.

    A label that is a method, or begins with one, has its look; the best return is a thin line.
    """
    ax.axhline(best, color=style.GRAY, linewidth=1, linestyle=":")
    ax.text(0, best, "the best policy", fontsize=8.5, color=style.GRAY, va="bottom")
    for label, each in earned.items():
        look = _method_style(label)
        low, middle, high = np.percentile(each, (10, 50, 90), axis=0)
        ax.fill_between(range(len(middle)), low, high, color=look["color"], alpha=0.18, linewidth=0)
        ax.plot(middle, label=label, linewidth=1.8, **look)
    ax.set(xlabel="update", ylabel="return", ylim=(-1.05, 0.85))
    return ax


@style.house()
def divergences(ax: Axes, far: Mapping[str, np.ndarray], allowed: float | None = None) -> Axes:
    """For each label the divergence of every update, (runs, updates) in nats: median, and a band."""
    for label, each in far.items():
        look = _method_style(label)
        low, middle, high = np.percentile(np.maximum(each, 1e-9), (10, 50, 90), axis=0)
        steps = np.arange(1, len(middle) + 1)
        ax.fill_between(steps, low, high, color=look["color"], alpha=0.18, linewidth=0)
        ax.semilogy(steps, middle, label=label, linewidth=1.8, **look)
    if allowed is not None:
        ax.axhline(allowed, color=style.GRAY, linewidth=1, linestyle=":")
        last = max(len(each[0]) for each in far.values())
        ax.text(
            last,
            allowed,
            f"δ = {allowed:g}",
            fontsize=8.5,
            color=style.GRAY,
            ha="right",
            va="bottom",
        )
    ax.set(xlabel="update", ylabel="KL of the update (nats)")
    return ax


@style.house()
def success_against_step_size(
    ax: Axes, columns: Mapping[str, np.ndarray], method: str, runs: int = 50
) -> Axes:
    """The share of runs with enough against the step size, from the columns of `policy_steps`.

    A line and dots for logits as they are, crosses for rescaled ones; gray: the share that ends below 0, likewise.
    One legend above the figure says so.
    """
    for logits, mark, size in (("as is", "o-", 5), ("rescaled", "x:", 8)):
        mine = (columns["method"] == method) & (columns["logits"] == logits)
        sizes, color = columns["step_size"][mine], METHODS[method]["color"]
        ax.semilogx(
            sizes,
            columns["negative"][mine] / runs,
            mark,
            color=style.GRAY,
            markersize=size,
            linewidth=1,
        )
        ax.semilogx(
            sizes,
            columns["reached"][mine] / runs,
            mark,
            color=color,
            markersize=size,
            linewidth=1.4,
        )
    ax.set(
        xlabel={"policy gradient": "η", "natural gradient": "δ", "PPO": "clip"}[method],
        ylim=(-0.04, 1.04),
    )
    ax.set_title(method, fontsize=10)
    if not ax.figure.legends:  # one for all methods
        _step_size_legend(ax.figure)
    return ax


def _step_size_legend(figure):
    colored = tuple(Line2D([], [], color=look["color"], linewidth=1.8) for look in METHODS.values())
    gray, dots, crosses = (
        Line2D([], [], color=style.GRAY, linewidth=1.8),
        Line2D([], [], color=style.BLACK, marker="o", linewidth=1.4, markersize=5),
        Line2D([], [], color=style.BLACK, marker="x", linestyle=":", linewidth=1.4, markersize=8),
    )
    words = (
        "color: got there",
        "gray: ended below zero",
        "dots: logits as they are",
        "crosses: logits rescaled",
    )
    options = {"loc": "outside upper center", "ncols": 4, "frameon": False, "fontsize": 9}
    figure.legend(
        (colored, gray, dots, crosses), words, handler_map={tuple: HandlerTuple(None)}, **options
    )


def _method_style(label):
    return next(look for method, look in METHODS.items() if label.startswith(method))
