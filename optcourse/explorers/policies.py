"""Lesson 06: a walker follows a policy that learns to pass a cliff, by three methods."""

from functools import cache, lru_cache, partial

import numpy as np
from matplotlib.colors import LinearSegmentedColormap, to_rgb
from matplotlib.figure import Figure

from optcourse import mdps
from optcourse.experiments.natural_gradient import policies as measured
from optcourse.experiments.natural_gradient import walks
from optcourse.explorers.artists import empty_line, set_points, set_values
from optcourse.explorers.controls import choice, point, slider
from optcourse.explorers.explorer import Explorer, goal
from optcourse.explorers.picture import Picture
from optcourse.figures import policies as draw
from optcourse.figures import style

# The smallest and the largest step size of each method, the ends of its log axis.
STEP_SIZES = {
    "policy gradient": (1.0, 3000.0),
    "natural gradient": (0.0001, 1.0),
    "PPO": (0.01, 1.0),
}
STEP_SYMBOLS = {"policy gradient": "η", "natural gradient": "δ", "PPO": "clip"}
STEP_NAMES = {
    "policy gradient": "learning rate η of policy gradient (log scale)",
    "natural gradient": "bound δ of natural gradient, in nats (log scale)",
    "PPO": "clip c of PPO (log scale)",
}
SEEDS = range(10)
# A policy has converged if each of its likeliest actions on its path is at least so likely.
CONVERGED_PROBABILITY = 0.9
SHORTEST_PATH = 7  # steps past the cliff
SAFE_DELTA = 0.003  # nats: with this bound all 50 runs of the table arrive
KL_RANGE = 1e-6, 100.0  # of the needle
BLUE = to_rgb(style.BLUE)
# Transparent where nobody is, so that the still grid shows through.
VISITS_COLORMAP = LinearSegmentedColormap.from_list("visits", [(*BLUE, 0), (*BLUE, 0.5)])
JITTER = 0.13  # of a cell: so a way there and back is two lines
QUICK_UPDATES, SMALL_DELTA, LOOSE_DELTA, CAREFUL_RATE = 25, 0.03, 0.5, 20  # of the goals


class WalkingExplorer(Explorer):
    """An explorer whose first artist is walked step by step on arrival."""

    @property
    def runs(self):
        return self._picture.moving[:1]


@style.house()
def gridworld() -> Explorer:
    """Choose method, step size, update and seed: the walk, the visits, the KL, the return."""
    figure, world, gauge, returns, strip = _panels()
    artists = _artists(world, gauge, returns, strip)

    def update(method, at, update, seed):
        step_size = chosen_step_size(method, at[0])
        run = _run(method, step_size, seed)
        walk = walks.walk(run.logits[update], seed)
        bound = step_size if method == "natural gradient" else SAFE_DELTA
        color = draw.METHODS[method]["color"]
        draw.update_policy(artists["arrows"], run.policies[update])
        artists["visits"].set_data(walk.visits.reshape(mdps.ROWS, mdps.COLUMNS))
        _move_walker(artists, color, _trail(walk.states, seed))
        _move_gauge(artists, run.kl[:update], bound)
        _move_returns(artists, color, run.expected_returns, update)
        words = f"{STEP_SYMBOLS[method]} = {_format_step_size(step_size)}"
        _move_step_size(artists, at[0], words)
        facts = _facts(run, method, step_size)
        return {"status": _status(run, update), **facts}

    controls = [
        choice("method", tuple(STEP_SYMBOLS), "policy gradient", redraws=True),
        point("at", strip, (0.5, 0.0), "step size"),
        slider("update", range(measured.UPDATES + 1), measured.UPDATES, "update", plays=True),
        slider("seed", SEEDS, 1),
    ]
    moving = [each for name, each in artists.items() if name != "arrows"]
    picture = Picture(figure, [*moving, *artists["arrows"]], partial(_step_axis, strip))
    alt = "A walker's trail on a grid with a cliff, cells tinted by visits, "
    alt += "the divergence of the last update beside its bound, and the return."
    return WalkingExplorer(picture, update, controls, alt, GOALS)


def _panels():
    """(figure, axes of the grid, of the needle, of the returns, and of the step size)."""
    figure = Figure(figsize=(9.6, 4.3), layout="constrained")
    mosaic = [["world", "gauge", "returns"], ["strip", "gauge", "returns"]]
    ratios = {"width_ratios": (2.1, 0.5, 1.3), "height_ratios": (6.5, 1)}
    panels = figure.subplot_mosaic(mosaic, **ratios)
    world, gauge, returns, strip = (style.despine(ax) for ax in panels.values())
    draw.grid(world)
    world.set_xlabel("blue: share of all steps taken there; line: one walk", fontsize=9)
    gauge.set(xlim=(0, 1), xticks=[], yscale="log", ylim=KL_RANGE)
    gauge.set(ylabel="KL of an update, in nats", xlabel="black: last\ngray: earlier")
    gauge.spines["bottom"].set_visible(False)
    returns.set(xlim=(0, measured.UPDATES), ylim=(-1.05, 0.95), xlabel="update", ylabel="return")
    returns.axhline(_best_return(), color=style.LIGHT, linewidth=1, zorder=0)
    small = {"fontsize": 8.5, "color": style.GRAY, "va": "bottom"}
    returns.text(1, _best_return(), "the best policy", **small)
    strip.set(xlim=(-0.04, 1.04), ylim=(-1, 1), yticks=[])
    strip.spines["left"].set_visible(False)
    return figure, world, gauge, returns, strip


def _step_axis(ax, method) -> None:
    """Ticks of the method's step sizes, on an axis from 0 to 1."""
    low, high = np.log10(STEP_SIZES[method])
    decades = np.arange(np.ceil(low - 1e-9), np.floor(high + 1e-9) + 1)
    labels = [f"{10.0**decade:,g}" for decade in decades]
    ax.set_xticks((decades - low) / (high - low), labels=labels)
    ax.set_xlabel(STEP_NAMES[method])


def _artists(world, gauge, returns, strip) -> dict:
    """What moves, by name; the trail first."""
    visits = np.full((mdps.ROWS, mdps.COLUMNS), np.nan)
    extent = (-0.5, mdps.COLUMNS - 0.5, mdps.ROWS - 0.5, -0.5)
    tint = {"cmap": VISITS_COLORMAP, "vmin": 0, "vmax": 0.25, "zorder": -1}
    uniform = np.full(mdps.cliff().next_state.shape, 0.25)
    dot = {"color": style.BLACK, "markersize": 7, "zorder": 6, "clip_on": False}
    handle = {**style.START, "zorder": 6, "clip_on": False}
    centered = {"ha": "center", "va": "center", "fontsize": 9}
    return {
        "trail": empty_line(world, linewidth=1.6, zorder=4),
        "walker": empty_line(world, "o", markersize=9, zorder=6),
        "visits": world.imshow(visits, extent=extent, aspect="equal", **tint),
        "arrows": draw.policy(world, uniform, color=style.GRAY),
        "bound": empty_line(gauge, color="red", linewidth=1.8, zorder=4),
        "bound words": gauge.text(0, 0, "", ha="right", va="bottom", fontsize=9, color="red"),
        "earlier": empty_line(gauge, color=style.LIGHT, linewidth=1.2),
        "needle": empty_line(gauge, color=style.BLACK, linewidth=3, zorder=5),
        "returns": empty_line(returns, linewidth=1.8),
        "now": empty_line(returns, "o", **dot),
        "step size": empty_line(strip, linestyle="none", **handle),
        "step words": strip.text(0, 0, "", **centered),
    }


def chosen_step_size(method: str, place) -> float:
    """The step size at a place from 0 to 1 on the method's log axis."""
    low, high = np.log10(STEP_SIZES[method])
    return float(10 ** (low + np.clip(place, 0, 1) * (high - low)))


# What moves


def _move_walker(artists, color, trail) -> None:
    set_points(artists["trail"], trail)
    set_points(artists["walker"], trail[-1])
    for name in ("trail", "walker"):
        artists[name].set_color(color)


def _move_gauge(artists, divergences, bound) -> None:
    """The needle at the last divergence, thin lines at those before, and the bound in red."""
    shown = np.clip(divergences, *KL_RANGE)
    rows = [[(0.3, kl), (0.8, kl), (np.nan, np.nan)] for kl in shown]
    nowhere = [[(np.nan, np.nan)] * 3]
    set_points(artists["earlier"], np.concatenate([*nowhere, *rows]))
    set_points(artists["needle"], np.array([*nowhere, *rows][-1]))
    set_points(artists["bound"], np.array([(0, bound), (1, bound)]))
    artists["bound words"].set_position((1, 1.15 * bound))
    artists["bound words"].set_text(f"δ = {bound:.2g}")


def _move_returns(artists, color, returns, update) -> None:
    set_values(artists["returns"], returns)
    artists["returns"].set_color(color)
    set_points(artists["now"], (update, returns[update]))


def _move_step_size(artists, place, words) -> None:
    set_points(artists["step size"], (np.clip(place, 0, 1), 0.0))
    artists["step words"].set_position((np.clip(place, 0.04, 0.96), 0.8))
    artists["step words"].set_text(words)


# Runs


@lru_cache(maxsize=64)  # moving the update computes no run again
def _run(method, step_size, seed) -> walks.PolicyRun:
    return walks.train_chosen(list(STEP_SYMBOLS).index(method), step_size, seed)


def _trail(states, seed) -> np.ndarray:
    """The centers of the cells of a walk, each a little aside (steps + 1, 2)."""
    centers = np.stack([states % mdps.COLUMNS, states // mdps.COLUMNS], axis=1)
    aside = np.random.default_rng(seed).uniform(-JITTER, JITTER, (walks.TRAIL_STEPS + 1, 2))
    return centers + aside[: len(centers)]


@cache
def _best_return() -> float:
    return float(mdps.optimal_values(mdps.cliff())[mdps.START])


# What is said of them


def _facts(run, method, step_size) -> dict:
    """Numbers of a run that its goals need."""
    end, steps, confidence = walks.likeliest_path(run.policies[-1])
    wrong = end != "goal" or steps > SHORTEST_PATH
    return {
        "method": method,
        "step_size": step_size,
        "first": int(measured.first_passage(run.expected_returns[None])[0]),
        "path_end": end,
        "steps": steps,
        "locked": confidence >= CONVERGED_PROBABILITY and wrong,
        "largest": float(np.max(run.kl)),
        "end": float(run.expected_returns[-1]),
    }


def _status(run, update) -> str:
    """The verdict on the policy shown, and the largest divergence so far."""
    if not update:
        return "Before the first update the walker goes in any direction."
    largest = f"largest KL so far {np.max(run.kl[:update]):.2g} nats."
    return f"{_verdict(run.policies[update])}; {largest}"


def _verdict(policy) -> str:
    end, steps, confidence = walks.likeliest_path(policy)
    certain = confidence >= CONVERGED_PROBABILITY
    if end == "goal" and steps == SHORTEST_PATH:
        return "The best way, 7 steps" if certain else "Mostly the best way, 7 steps"
    if end == "goal":
        settled = "Settled" if certain else "Not settled yet"
        return f"{settled}: a way of {steps} steps, where 7 would do"
    if not certain:
        return "Not settled yet: it still tries many ways"
    ends = {"nowhere": "never reaches the goal", "cliff": "walks off the cliff"}
    return f"Caught: it {ends[end]}"


def _format_step_size(step_size) -> str:
    return f"{step_size:,.0f}" if step_size >= 100 else f"{step_size:.2g}"


def _is_quick(result) -> bool:
    small = result["method"] == "natural gradient" and result["step_size"] < SMALL_DELTA
    return small and 0 <= result["first"] <= QUICK_UPDATES


def _takes_detour(result) -> bool:
    careful = result["method"] == "policy gradient" and result["step_size"] < CAREFUL_RATE
    detour = result["path_end"] == "goal" and result["steps"] == 9
    return careful and detour and result["locked"]


def _converges_too_early(result) -> bool:
    bounded = result["method"] == "natural gradient" and result["step_size"] < LOOSE_DELTA
    return bounded and result["locked"]


GOALS = [
    goal(
        f"natural gradient with δ < {SMALL_DELTA}: 95 % of the best return by update "
        f"{QUICK_UPDATES}",
        _is_quick,
    ),
    goal(
        f"policy gradient with η < {CAREFUL_RATE}: even so it settles on a way of 9 steps",
        _takes_detour,
    ),
    goal(
        f"natural gradient with δ < {LOOSE_DELTA}: for some seed it settles too early all the same",
        _converges_too_early,
    ),
]
