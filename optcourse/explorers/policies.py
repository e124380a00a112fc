"""Lesson 06: a policy that learns to pass a cliff, by three methods and any step size, update by update."""

from functools import cache, lru_cache
from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from matplotlib.figure import Figure

from optcourse import policies
from optcourse.experiments.natural_gradient import policies as measured
from optcourse.explorers.controls import choice, slider
from optcourse.explorers.explorer import Explorer, goal
from optcourse.figures import policies as draw
from optcourse.figures import style

POSITIONS = range(21)  # of the step size, small to large: each method has its own values there
STEP_SIZES = {
    "policy gradient": np.geomspace(1, 3000, len(POSITIONS)),
    "natural gradient": np.geomspace(0.001, 1, len(POSITIONS)),
    "PPO": np.geomspace(0.01, 1, len(POSITIONS)),
}
SEEDS = range(10)
STEP_SYMBOLS = {"policy gradient": "η", "natural gradient": "δ", "PPO": "clip"}
CONVERGED_PROBABILITY = (
    0.9  # a policy is locked in if each of its likeliest actions on its way is at least so likely
)
SHORTEST_PATH = 7  # steps past the cliff
MIN_KL = 1e-6  # a smaller divergence is drawn, and told, as this
QUICK_UPDATES, SMALL_DELTA, CAREFUL_RATE, LOOSE_DELTA = (
    30,
    0.03,
    20,
    0.5,
)  # of the goals: updates, δ, η, δ


@style.house()
def gridworld() -> Explorer:
    """Choose method, step size and seed: the policy after each update, what it earns, and how far each update went."""
    figure, world, earns, moves = _panels()
    polygons = draw.policy(world, np.full(policies.cliff().move.shape, 0.25))
    dotted = {"color": style.BLACK, "linewidth": 1.4, "linestyle": ":", "zorder": 4}
    other = earns.plot([], [], label="the same, logits rescaled", **dotted)[0]
    lines = [ax.plot([], [], linewidth=1.8)[0] for ax in (earns, moves)]
    limit = moves.plot([], [], color=style.GRAY, linewidth=1, linestyle="--")[0]
    dots = [
        ax.plot([], [], "o", color=style.BLACK, markersize=7, zorder=6, clip_on=False)[0]
        for ax in (earns, moves)
    ]
    earns.legend(handles=[other], frameon=False, fontsize=8.5, loc="lower right")

    def update(method, position, update, seed):
        step_size = float(STEP_SIZES[method][position])
        seen = _run(method, step_size, seed)
        draw.update_policy(polygons, seen.policies[update])
        for line in lines:
            line.set_color(draw.METHODS[method]["color"])
        lines[0].set_data(np.arange(len(seen.earned)), seen.earned)
        other.set_data(np.arange(len(seen.other)), seen.other)
        lines[1].set_data(np.arange(1, len(seen.kl) + 1), seen.kl)
        limit.set_data(
            [0, measured.UPDATES], [step_size if method == "natural gradient" else np.nan] * 2
        )
        dots[0].set_data([update], [seen.earned[update]])
        dots[1].set_data([update], [seen.kl[update - 1] if update else np.nan])
        facts = _facts(seen, method, step_size)
        return {"status": _status(facts, update, seen), **facts}

    controls = [
        choice("method", tuple(STEP_SYMBOLS), "policy gradient"),
        slider("position", POSITIONS, 10, "step size, position 0 to 20"),
        slider("update", range(measured.UPDATES + 1), 60, "update shown", plays=True),
        slider("seed", SEEDS, 1),
    ]
    moving = [*polygons, other, *lines, limit, *dots]
    alt = "A grid with a cliff and the arrows of a policy; its return, and the divergence of every update."
    return Explorer(figure, update, controls, moving, alt, GOALS)


def _panels():
    figure = Figure(figsize=(9.6, 4.2), layout="constrained")
    panels = figure.subplot_mosaic([["world", "earns"], ["world", "moves"]], width_ratios=(1.25, 1))
    world, earns, moves = (style.plain(panels[name]) for name in ("world", "earns", "moves"))
    draw.grid(world)
    world.set_xlabel("an arrow is as long as its action is likely")
    earns.set(xlim=(0, measured.UPDATES), ylim=(-1.05, 0.95), ylabel="return")
    earns.axhline(_best_return(), color=style.LIGHT, linewidth=1, zorder=0)
    earns.text(1, _best_return(), "the best policy", fontsize=8.5, color=style.GRAY, va="bottom")
    moves.set(
        xlim=(0, measured.UPDATES),
        yscale="log",
        ylim=(MIN_KL, 1e3),
        xlabel="update",
        ylabel="KL of the update",
    )
    return figure, world, earns, moves


class Run(NamedTuple):
    """policies (updates + 1, s, a), earned (updates + 1,), kl (updates,); other: earned with rescaled logits."""

    policies: np.ndarray
    earned: np.ndarray
    kl: np.ndarray
    other: np.ndarray


@lru_cache(maxsize=64)  # moving the update shown computes nothing
def _run(method, step_size, seed) -> Run:
    chances, earned, kl, other = map(
        np.asarray, _train(list(STEP_SYMBOLS).index(method), step_size, seed)
    )
    return Run(chances, earned, np.maximum(kl, MIN_KL), other)


@jax.jit
def _train(which, step_size, seed):
    """One compiled function for all methods: the run, and the same with rescaled logits."""

    def run(scale):
        either = lambda *at: jax.lax.switch(
            which, list(measured.STEP_RULES.values()), step_size, scale, *at
        )
        return measured.train_with_step(policies.cliff(), either, jax.random.key(seed), scale)

    as_is, rescaled = jnp.ones(policies.cliff().move.shape), measured.logit_scales(seed)
    both = jax.vmap(run)(jnp.stack([as_is, rescaled]))
    return (
        jax.nn.softmax(both.logits[0]),
        both.expected_return[0],
        both.kl[0],
        both.expected_return[1],
    )


@cache
def _best_return() -> float:
    return float(policies.optimal_values(policies.cliff())[policies.START])


def _greedy_path(chances) -> tuple[str, int, float]:
    """(end, steps, sure) of the likeliest actions: the end is "goal", "cliff" or "nowhere"; sure: of the least sure."""
    move = _transitions()
    state, sure = policies.START, 1.0
    for steps in range(1, move.shape[0] + 1):
        action = int(np.argmax(chances[state]))
        sure, state = min(sure, float(chances[state, action])), int(move[state, action])
        if state == policies.GOAL or state in policies.CLIFF:
            return "goal" if state == policies.GOAL else "cliff", steps, sure
    return "nowhere", 0, sure


@cache
def _transitions() -> np.ndarray:
    return np.asarray(policies.cliff().move)


def _facts(seen, method, step_size) -> dict:
    """What goals and words need to know of a run."""
    end, steps, sure = _greedy_path(seen.policies[-1])
    first, other = (
        int(measured.first_passage(earned[None])[0]) for earned in (seen.earned, seen.other)
    )
    facts = {
        "method": method,
        "step_size": step_size,
        "first": first,
        "other_first": other,
        "way": end,
        "steps": steps,
    }
    locked = sure >= CONVERGED_PROBABILITY and (end != "goal" or steps > SHORTEST_PATH)
    return {
        **facts,
        "locked": locked,
        "largest": float(np.max(seen.kl)),
        "end": float(seen.earned[-1]),
    }


def _status(facts, update, seen) -> str:
    """The setting, the policy that is shown, and what the whole run comes to: a sentence or two each, never mixed."""
    setting = f"{facts['method']}, {STEP_SYMBOLS[facts['method']]} = {_format_step_size(facts['step_size'])}"
    after = f"after {update} of {measured.UPDATES} updates" if update else "before the first update"
    shown = f"{setting}: {after} it earns {_format_return(seen.earned[update])} of {_best_return():.2f}."
    end = f"In the end: {_format_return(facts['end'])}, {_outcome(facts)}; with rescaled logits {_format_return(seen.other[-1])}."
    return f"{shown} {end} Largest KL of an update: {facts['largest']:.3g}."


def _format_step_size(step_size) -> str:
    return f"{step_size:,.0f}" if step_size >= 100 else f"{step_size:.3g}"


def _format_return(earned) -> str:
    return f"{earned:.2f}".replace("-", "−")


def _outcome(facts) -> str:
    """What became of a run."""
    if facts["first"] >= 0:
        return f"with 0.95 of the best first at update {facts['first']}"
    if not facts["locked"]:
        return "not there yet"
    ways = {"nowhere": "never reaches the goal", "cliff": "goes off the cliff"}
    return f"locked in: the policy {ways.get(facts['way'], 'takes {} steps, where 7 would do'.format(facts['steps']))}"


def _is_quick(result) -> bool:
    small = result["method"] == "natural gradient" and result["step_size"] < SMALL_DELTA
    return small and 0 <= result["first"] <= QUICK_UPDATES


def _takes_detour(result) -> bool:
    detour = result["locked"] and result["way"] == "goal" and result["steps"] == 9
    return result["method"] == "policy gradient" and result["step_size"] < CAREFUL_RATE and detour


def _converges_too_early(result) -> bool:
    return (
        result["method"] == "natural gradient"
        and result["step_size"] < LOOSE_DELTA
        and result["locked"]
    )


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
