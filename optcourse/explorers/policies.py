"""Lesson 06: a policy that learns to pass a cliff, by three methods and any step size."""

from functools import cache, lru_cache
from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from matplotlib.figure import Figure

from optcourse import mdps
from optcourse.experiments.natural_gradient import policies as measured
from optcourse.explorers.artists import empty_line, set_points, set_values
from optcourse.explorers.controls import choice, slider
from optcourse.explorers.explorer import Explorer, goal
from optcourse.explorers.picture import Picture
from optcourse.figures import policies as draw
from optcourse.figures import style

POSITIONS = range(21)  # of the step size, small to large: each method has its own values there
STEP_SIZES = {
    "policy gradient": np.geomspace(1, 3000, len(POSITIONS)),
    "natural gradient": np.geomspace(0.001, 1, len(POSITIONS)),
    "PPO": np.geomspace(0.01, 1, len(POSITIONS)),
}
STEP_SYMBOLS = {"policy gradient": "η", "natural gradient": "δ", "PPO": "clip"}
SEEDS = range(10)
# A policy has converged if each of its likeliest actions on its path is at least so likely.
CONVERGED_PROBABILITY = 0.9
SHORTEST_PATH = 7  # steps past the cliff
MIN_KL = 1e-6  # a smaller divergence is drawn, and told, as this
QUICK_UPDATES, SMALL_DELTA, LOOSE_DELTA, CAREFUL_RATE = 30, 0.03, 0.5, 20  # of the goals


@style.house()
def gridworld() -> Explorer:
    """Choose method, step size and seed: the policy after each update, its return, its KL."""
    figure, world, returns, divergences = _panels()
    polygons = draw.policy(world, np.full(mdps.cliff().next_state.shape, 0.25))
    dotted = {"color": style.BLACK, "linewidth": 1.4, "linestyle": ":", "zorder": 4}
    rescaled = empty_line(returns, label="the same, logits rescaled", **dotted)
    lines = [empty_line(ax, linewidth=1.8) for ax in (returns, divergences)]
    limit = empty_line(divergences, color=style.GRAY, linewidth=1, linestyle="--")
    dot = {"color": style.BLACK, "markersize": 7, "zorder": 6, "clip_on": False}
    dots = [empty_line(ax, "o", **dot) for ax in (returns, divergences)]
    returns.legend(handles=[rescaled], frameon=False, fontsize=8.5, loc="lower right")

    def update(method, position, update, seed):
        step_size = float(STEP_SIZES[method][position])
        run = _run(method, step_size, seed)
        draw.update_policy(polygons, run.policies[update])
        for line in lines:
            line.set_color(draw.METHODS[method]["color"])
        set_values(lines[0], run.expected_returns)
        set_values(rescaled, run.rescaled_returns)
        lines[1].set_data(np.arange(1, len(run.kl) + 1), run.kl)
        bound = step_size if method == "natural gradient" else np.nan
        limit.set_data([0, measured.UPDATES], [bound, bound])
        set_points(dots[0], (update, run.expected_returns[update]))
        set_points(dots[1], (update, run.kl[update - 1] if update else np.nan))
        facts = _facts(run, method, step_size)
        return {"status": _status(facts, update, run), **facts}

    controls = [
        choice("method", tuple(STEP_SYMBOLS), "policy gradient"),
        slider("position", POSITIONS, 10, "step size, position 0 to 20"),
        slider("update", range(measured.UPDATES + 1), 60, "update shown", plays=True),
        slider("seed", SEEDS, 1),
    ]
    picture = Picture(figure, [*polygons, rescaled, *lines, limit, *dots])
    alt = "A grid with a cliff and the arrows of a policy; "
    alt += "its return, and the divergence of every update."
    return Explorer(picture, update, controls, alt, GOALS)


def _panels():
    """(figure, axes of the grid, of the returns, and of the divergences)."""
    figure = Figure(figsize=(9.6, 4.2), layout="constrained")
    mosaic = [["world", "returns"], ["world", "divergences"]]
    panels = figure.subplot_mosaic(mosaic, width_ratios=(1.25, 1))
    world, returns, divergences = (style.despine(ax) for ax in panels.values())
    draw.grid(world)
    world.set_xlabel("an arrow is as long as its action is likely")
    returns.set(xlim=(0, measured.UPDATES), ylim=(-1.05, 0.95), ylabel="return")
    returns.axhline(_best_return(), color=style.LIGHT, linewidth=1, zorder=0)
    small = {"fontsize": 8.5, "color": style.GRAY, "va": "bottom"}
    returns.text(1, _best_return(), "the best policy", **small)
    divergences.set(xlim=(0, measured.UPDATES), yscale="log", ylim=(MIN_KL, 1e3))
    divergences.set(xlabel="update", ylabel="KL of the update")
    return figure, world, returns, divergences


class Run(NamedTuple):
    """policies (updates + 1, s, a), expected_returns (updates + 1,), kl (updates,).

    rescaled_returns (updates + 1,): of the same run with rescaled logits.
    """

    policies: np.ndarray
    expected_returns: np.ndarray
    kl: np.ndarray
    rescaled_returns: np.ndarray


@lru_cache(maxsize=64)  # moving the update shown computes nothing
def _run(method, step_size, seed) -> Run:
    trained = _train(list(STEP_SYMBOLS).index(method), step_size, seed)
    run = Run(*(np.asarray(part) for part in trained))
    return run._replace(kl=np.maximum(run.kl, MIN_KL))


@jax.jit
def _train(which, step_size, seed) -> Run:
    """Train by any of the methods, in one compiled function, as it is and with rescaled logits."""

    def run(scale):
        rules = list(measured.STEP_RULES.values())
        step = lambda *at: jax.lax.switch(which, rules, step_size, scale, *at)
        return measured.train_with_step(mdps.cliff(), step, jax.random.key(seed), scale)

    as_is = jnp.ones(mdps.cliff().next_state.shape)
    both = jax.vmap(run)(jnp.stack([as_is, measured.logit_scales(seed)]))
    returns = both.expected_return
    return Run(jax.nn.softmax(both.logits[0]), returns[0], both.kl[0], returns[1])


@cache
def _best_return() -> float:
    return float(mdps.optimal_values(mdps.cliff())[mdps.START])


def _greedy_path(chances) -> tuple[str, int, float]:
    """(end, steps, confidence) of the likeliest actions: end is "goal", "cliff" or "nowhere"."""
    move = _transitions()
    state, confidence = mdps.START, 1.0
    for steps in range(1, move.shape[0] + 1):
        action = int(np.argmax(chances[state]))
        confidence = min(confidence, float(chances[state, action]))
        state = int(move[state, action])
        if state == mdps.GOAL:
            return "goal", steps, confidence
        if state in mdps.CLIFF:
            return "cliff", steps, confidence
    return "nowhere", 0, confidence


@cache
def _transitions() -> np.ndarray:
    return np.asarray(mdps.cliff().next_state)


def _facts(run, method, step_size) -> dict:
    """Numbers of a run that its goals and sentences need."""
    end, steps, confidence = _greedy_path(run.policies[-1])
    wrong = end != "goal" or steps > SHORTEST_PATH
    return {
        "method": method,
        "step_size": step_size,
        "first": int(measured.first_passage(run.expected_returns[None])[0]),
        "other_first": int(measured.first_passage(run.rescaled_returns[None])[0]),
        "path_end": end,
        "steps": steps,
        "locked": confidence >= CONVERGED_PROBABILITY and wrong,
        "largest": float(np.max(run.kl)),
        "end": float(run.expected_returns[-1]),
    }


def _status(facts, update, run) -> str:
    """The setting, the policy that is shown, and the whole run: a sentence or two each."""
    method, best = facts["method"], _best_return()
    setting = f"{method}, {STEP_SYMBOLS[method]} = {_format_step_size(facts['step_size'])}"
    after = f"after {update} of {measured.UPDATES} updates" if update else "before the first update"
    now = f"{after} it earns {_format_return(run.expected_returns[update])} of {best:.2f}"
    rescaled = f"with rescaled logits {_format_return(run.rescaled_returns[-1])}"
    end = f"In the end: {_format_return(facts['end'])}, {_outcome(facts)}; {rescaled}."
    return f"{setting}: {now}. {end} Largest KL of an update: {facts['largest']:.3g}."


def _format_step_size(step_size) -> str:
    return f"{step_size:,.0f}" if step_size >= 100 else f"{step_size:.3g}"


def _format_return(earned) -> str:
    return f"{earned:.2f}".replace("-", "−")


def _outcome(facts) -> str:
    """The outcome of a run, in words."""
    if facts["first"] >= 0:
        return f"with 0.95 of the best first at update {facts['first']}"
    if not facts["locked"]:
        return "not there yet"
    ends = {
        "nowhere": "never reaches the goal",
        "cliff": "goes off the cliff",
        "goal": f"takes {facts['steps']} steps, where 7 would do",
    }
    return f"locked in: the policy {ends[facts['path_end']]}"


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
        f"natural gradient with δ < {SMALL_DELTA}: 0.95 of the best by update {QUICK_UPDATES}",
        _is_quick,
    ),
    goal(
        f"policy gradient with η < {CAREFUL_RATE}: even so locked in, on a way of 9 steps",
        _takes_detour,
    ),
    goal(
        f"natural gradient with δ < {LOOSE_DELTA}: in some seeds locked in all the same",
        _converges_too_early,
    ),
]
