"""Lesson 06: a policy that learns to pass a cliff, by three methods and any step size, update by update."""

from functools import cache, lru_cache
from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from matplotlib.figure import Figure

from optcourse import policies
from optcourse.experiments import policies as runs
from optcourse.explorers.controls import choice, slider
from optcourse.explorers.explorer import Explorer, goal
from optcourse.figures import policies as drawn
from optcourse.figures import style

POSITIONS = range(21)  # of the step size, small to large: each method has its own values there
SIZES = {
    "policy gradient": np.geomspace(1, 3000, len(POSITIONS)),
    "natural gradient": np.geomspace(0.001, 1, len(POSITIONS)),
    "PPO": np.geomspace(0.01, 1, len(POSITIONS)),
}
SEEDS = range(10)
SIGNS = {"policy gradient": "η", "natural gradient": "δ", "PPO": "clip"}
SURE = 0.9  # a policy is locked in if each of its likeliest actions on its way is at least so likely
SHORTEST = 7  # steps past the cliff
LEAST = 1e-6  # a smaller divergence is drawn, and told, as this
QUICK, SMALL, CAREFUL, LOOSE = 30, 0.03, 20, 0.5  # of the goals: updates, δ, η, δ


@style.house()
def gridworld() -> Explorer:
    """Choose method, step size and seed: the policy after each update, what it earns, and how far each update went."""
    figure, world, earns, moves = _panels()
    polygons = drawn.policy(world, np.full(policies.cliff().move.shape, 0.25))
    dotted = {"color": style.BLACK, "linewidth": 1.4, "linestyle": ":", "zorder": 4}
    other = earns.plot([], [], label="the same, logits rescaled", **dotted)[0]
    lines = [ax.plot([], [], linewidth=1.8)[0] for ax in (earns, moves)]
    limit = moves.plot([], [], color=style.GRAY, linewidth=1, linestyle="--")[0]
    dots = [ax.plot([], [], "o", color=style.BLACK, markersize=7, zorder=6, clip_on=False)[0] for ax in (earns, moves)]
    earns.legend(handles=[other], frameon=False, fontsize=8.5, loc="lower right")

    def update(method, position, update, seed):
        step_size = float(SIZES[method][position])
        seen = _run(method, step_size, seed)
        drawn.move(polygons, seen.policies[update])
        for line in lines:
            line.set_color(drawn.METHODS[method]["color"])
        lines[0].set_data(np.arange(len(seen.earned)), seen.earned)
        other.set_data(np.arange(len(seen.other)), seen.other)
        lines[1].set_data(np.arange(1, len(seen.kl) + 1), seen.kl)
        limit.set_data([0, runs.UPDATES], [step_size if method == "natural gradient" else np.nan] * 2)
        dots[0].set_data([update], [seen.earned[update]])
        dots[1].set_data([update], [seen.kl[update - 1] if update else np.nan])
        facts = _facts(seen, method, step_size)
        return {"status": _in_words(facts, update, seen), **facts}

    controls = [
        choice("method", tuple(SIGNS), "policy gradient"),
        slider("position", POSITIONS, 10, "step size, position 0 to 20"),
        slider("update", range(runs.UPDATES + 1), 60, "update shown", plays=True),
        slider("seed", SEEDS, 1),
    ]
    moving = [*polygons, other, *lines, limit, *dots]
    alt = "A grid with a cliff and the arrows of a policy; its return, and the divergence of every update."
    return Explorer(figure, update, controls, moving, alt, GOALS)


def _panels():
    figure = Figure(figsize=(9.6, 4.2), layout="constrained")
    panels = figure.subplot_mosaic([["world", "earns"], ["world", "moves"]], width_ratios=(1.25, 1))
    world, earns, moves = (style.plain(panels[name]) for name in ("world", "earns", "moves"))
    drawn.grid(world)
    world.set_xlabel("an arrow is as long as its action is likely")
    earns.set(xlim=(0, runs.UPDATES), ylim=(-1.05, 0.95), ylabel="return")
    earns.axhline(_best(), color=style.LIGHT, linewidth=1, zorder=0)
    earns.text(1, _best(), "the best policy", fontsize=8.5, color=style.GRAY, va="bottom")
    moves.set(xlim=(0, runs.UPDATES), yscale="log", ylim=(LEAST, 1e3), xlabel="update", ylabel="KL of the update")
    return figure, world, earns, moves


class Run(NamedTuple):
    """policies (updates + 1, s, a), earned (updates + 1,), kl (updates,); other: earned with rescaled logits."""

    policies: np.ndarray
    earned: np.ndarray
    kl: np.ndarray
    other: np.ndarray


@lru_cache(maxsize=64)  # moving the update shown computes nothing
def _run(method, step_size, seed) -> Run:
    chances, earned, kl, other = map(np.asarray, _walk(list(SIGNS).index(method), step_size, seed))
    return Run(chances, earned, np.maximum(kl, LEAST), other)


@jax.jit
def _walk(which, step_size, seed):
    """One compiled function for all methods: the run, and the same with rescaled logits."""

    def run(scale):
        either = lambda *at: jax.lax.switch(which, list(runs.STEPS.values()), step_size, scale, *at)  # noqa: E731
        return runs.follow(policies.cliff(), either, jax.random.key(seed), scale)

    as_is, rescaled = jnp.ones(policies.cliff().move.shape), runs.scales(seed)
    both = jax.vmap(run)(jnp.stack([as_is, rescaled]))
    return jax.nn.softmax(both.logits[0]), both.earned[0], both.kl[0], both.earned[1]


@cache
def _best() -> float:
    return float(policies.best(policies.cliff())[policies.START])


def _way(chances) -> tuple[str, int, float]:
    """(end, steps, sure) of the likeliest actions: the end is "goal", "cliff" or "nowhere"; sure: of the least sure."""
    move = _moves()
    state, sure = policies.START, 1.0
    for steps in range(1, move.shape[0] + 1):
        action = int(np.argmax(chances[state]))
        sure, state = min(sure, float(chances[state, action])), int(move[state, action])
        if state == policies.GOAL or state in policies.CLIFF:
            return "goal" if state == policies.GOAL else "cliff", steps, sure
    return "nowhere", 0, sure


@cache
def _moves() -> np.ndarray:
    return np.asarray(policies.cliff().move)


def _facts(seen, method, step_size) -> dict:
    """What goals and words need to know of a run."""
    end, steps, sure = _way(seen.policies[-1])
    first, other = (int(runs.firsts(earned[None])[0]) for earned in (seen.earned, seen.other))
    facts = {"method": method, "step_size": step_size, "first": first, "other_first": other, "way": end, "steps": steps}
    locked = sure >= SURE and (end != "goal" or steps > SHORTEST)
    return {**facts, "locked": locked, "largest": float(np.max(seen.kl)), "end": float(seen.earned[-1])}


def _in_words(facts, update, seen) -> str:
    """The setting, the policy that is shown, and what the whole run comes to: a sentence or two each, never mixed."""
    setting = f"{facts['method']}, {SIGNS[facts['method']]} = {_size(facts['step_size'])}"
    after = f"after {update} of {runs.UPDATES} updates" if update else "before the first update"
    shown = f"{setting}: {after} it earns {_number(seen.earned[update])} of {_best():.2f}."
    end = f"In the end: {_number(facts['end'])}, {_came_to(facts)}; with rescaled logits {_number(seen.other[-1])}."
    return f"{shown} {end} Largest KL of an update: {facts['largest']:.3g}."


def _size(step_size) -> str:
    return f"{step_size:,.0f}" if step_size >= 100 else f"{step_size:.3g}"


def _number(earned) -> str:
    return f"{earned:.2f}".replace("-", "−")


def _came_to(facts) -> str:
    """What became of a run."""
    if facts["first"] >= 0:
        return f"with 0.95 of the best first at update {facts['first']}"
    if not facts["locked"]:
        return "not there yet"
    ways = {"nowhere": "never reaches the goal", "cliff": "goes off the cliff"}
    return f"locked in: the policy {ways.get(facts['way'], 'takes {} steps, where 7 would do'.format(facts['steps']))}"


def _quick(result) -> bool:
    small = result["method"] == "natural gradient" and result["step_size"] < SMALL
    return small and 0 <= result["first"] <= QUICK


def _detour(result) -> bool:
    detour = result["locked"] and result["way"] == "goal" and result["steps"] == 9
    return result["method"] == "policy gradient" and result["step_size"] < CAREFUL and detour


def _too_sure(result) -> bool:
    return result["method"] == "natural gradient" and result["step_size"] < LOOSE and result["locked"]


GOALS = [
    goal(f"natural gradient with δ < {SMALL}: 0.95 of the best by update {QUICK}", _quick),
    goal(f"policy gradient with η < {CAREFUL}: even so locked in, on a way of 9 steps", _detour),
    goal(f"natural gradient with δ < {LOOSE}: in some seeds locked in all the same", _too_sure),
]
