"""Policies that learn from few episodes, on the cliff and on a bandit: who gets there, who locks in, who falls.

    learn          one run: 20 episodes an update; `follow`: the same, for any step
    climb          the same two first methods with exact slopes: what is left when there is no noise
    many           `learn` on the cliff, for a row of seeds
    arms           `learn` on the bandit, for a row of seeds
    drops          how far each run fell from its best; `collapsed`: from a good policy to a bad one
    policy_steps   two tables: every method over its step sizes, on both

The step size of "policy gradient" is its learning rate η, of "natural gradient" the divergence δ that an update may
cause, in nats, and of "PPO" the width of its clip, c.
"""

from functools import cache, partial
from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import Array, Float, PRNGKeyArray

from optcourse import optimizers, policies
from optcourse.experiments import table
from optcourse.policies import World

METHODS = ("policy gradient", "natural gradient", "PPO")
EPISODES, HORIZON, UPDATES = 20, 100, 60
DAMPING = 1e-4
ROUNDING = 1e-12  # gᵀd of slopes that are none but for rounding, where rewards are of about 1, as in both worlds
PPO_STEPS, PPO_RATE = 30, 0.05  # PPO: steps of Adam on the same episodes, and their learning rate
SUCCESS_FRACTION = 0.95  # of what the best policy earns
LOG_SCALE_RANGE = 0.7  # logits are rescaled by 10^U(-OFF, OFF)
SEEDS, BANDIT_SEEDS = 50, 100
ARMS, REWARD_NOISE, BANDIT_UPDATES = 10, 0.5, 300  # means from 0 to 1, the noise of a pull, updates
STEP_SIZES = {
    "policy gradient": (
        1.0,
        3.0,
        5.6,
        10.0,
        18.0,
        30.0,
        42.0,
        56.0,
        75.0,
        100.0,
        180.0,
        300.0,
        1000.0,
        3000.0,
    ),
    "natural gradient": (0.001, 0.002, 0.003, 0.005, 0.01, 0.02, 0.03, 0.05, 0.1, 0.3, 1.0),
    "PPO": (0.01, 0.02, 0.05, 0.1, 0.2, 0.4, 1.0),
}
BANDIT_STEP_SIZES = {
    "policy gradient": (0.3, 1.0, 2.0, 5.0, 10.0, 20.0, 100.0),
    "natural gradient": (0.003, 0.01, 0.05, 0.2, 1.0),
}


class PolicyPath(NamedTuple):
    """logits (updates + 1, s, a); earned (updates + 1,), exact returns; kl (updates,), of old and new over visits."""

    logits: Array
    earned: Array
    kl: Array


@partial(jax.jit, static_argnames=("method", "updates"))
def train_policy(
    world: World, method: str, step_size, key: PRNGKeyArray, scale=1.0, updates=UPDATES
) -> PolicyPath:
    """A run of one of METHODS from the uniform policy, 20 episodes an update; logits = scale · θ, and θ is learned."""
    if method not in METHODS:
        raise ValueError(f"method = {method!r}: choose one of {', '.join(map(repr, METHODS))}")
    return train_with_step(
        world, partial(STEP_RULES[method], step_size, scale), key, scale, updates
    )


def train_with_step(
    world: World, step, key: PRNGKeyArray, scale=1.0, updates=UPDATES
) -> PolicyPath:
    """The same for any step(logits, batch), which returns what to add to θ."""
    horizon = HORIZON if len(world.move) > 1 else 1  # a bandit's episode is one pull

    def update(logits, key):
        batch = policies.sample_episodes(world, logits, key, EPISODES, horizon)
        new = logits + scale * step(logits, batch)
        return new, (
            logits,
            policies.mean_kl(logits, new, policies.sampled_visits(batch, len(logits))),
        )

    end, (path, far) = jax.lax.scan(
        update, jnp.zeros(world.move.shape), jax.random.split(key, updates)
    )
    return _policy_path(world, path, end, far)


def _policy_path(world, path, end, far):
    path = jnp.concatenate([path, end[None]])
    return PolicyPath(
        path, jax.vmap(lambda logits: policies.expected_return(world, logits))(path), far
    )


def _gradient_step(rate, scale, logits, batch):
    return rate * scale * policies.sampled_policy_gradient(logits, batch)


def _natural_step(delta, scale, logits, batch):
    shares, slope = (
        policies.sampled_visits(batch, len(logits)),
        scale * policies.sampled_policy_gradient(logits, batch),
    )
    return _trust_region_step(logits, shares, slope, delta, scale)


def _trust_region_step(logits, shares, slope, delta, scale=1.0):
    """policies.trust_region, but short where the slope is rounding alone, as it is once all episodes are the same."""
    d = policies.natural_direction(logits, shares, slope, DAMPING, scale)
    step = jnp.sqrt(2 * delta / jnp.maximum(jnp.sum(slope * d), ROUNDING)) * d  # (6.21)
    return policies.backtrack_to_kl(logits, shares, step, delta, scale)


def _ppo_step(clip, scale, logits, batch):
    loss = lambda theta: -policies.ppo_objective(logits + scale * theta, logits, batch, clip)
    adam = optimizers.adam(PPO_RATE)
    theta = jnp.zeros_like(logits)
    return jax.lax.fori_loop(
        0, PPO_STEPS, lambda _, at: adam.step(loss, *at)[:2], (theta, adam.init(theta))
    )[0]


STEP_RULES = dict(zip(METHODS, (_gradient_step, _natural_step, _ppo_step)))


@partial(jax.jit, static_argnames=("method", "updates"))
def exact_ascent(world: World, method: str, step_size, updates=UPDATES) -> PolicyPath:
    """The same with exact slopes and visits: what "policy gradient" or "natural gradient" does without any noise."""

    def update(logits, _):
        often, slope = (
            policies.discounted_visits(world, logits),
            policies.policy_gradient(world, logits),
        )
        shares = often / jnp.sum(often)
        natural = method == "natural gradient"
        new = logits + (
            _trust_region_step(logits, shares, slope, step_size) if natural else step_size * slope
        )
        return new, (logits, policies.mean_kl(logits, new, shares))

    end, (path, far) = jax.lax.scan(update, jnp.zeros(world.move.shape), length=updates)
    return _policy_path(world, path, end, far)


def logit_scales(seed) -> Float[Array, "s a"]:
    """A factor for each logit of the cliff, from 0.2 to 5, evenly in logarithms."""
    shape = policies.cliff().move.shape
    return 10 ** jax.random.uniform(
        jax.random.key(1000 + seed), shape, minval=-LOG_SCALE_RANGE, maxval=LOG_SCALE_RANGE
    )


@partial(jax.jit, static_argnames="method")
def cliff_runs(method: str, step_size, seeds: Array, factors: Array | float = 1.0) -> PolicyPath:
    """Runs on the cliff, one for each seed; factors: 1, or an array (seeds, s, a) of scales."""
    factors = jnp.broadcast_to(factors, (len(seeds), *policies.cliff().move.shape))
    one = lambda seed, scale: train_policy(
        policies.cliff(), method, step_size, jax.random.key(seed), scale
    )
    return jax.vmap(one)(seeds, factors)


@partial(jax.jit, static_argnames="method")
def bandit_runs(method: str, step_size, seeds: Array) -> PolicyPath:
    """Runs on ten arms with means from 0 to 1, 20 pulls an update, 300 updates; one for each seed."""
    world = policies.bandit(jnp.linspace(0, 1, ARMS), REWARD_NOISE)
    one = lambda seed: train_policy(
        world, method, step_size, jax.random.key(seed), updates=BANDIT_UPDATES
    )
    return jax.vmap(one)(seeds)


@cache
def success_threshold() -> float:
    """0.95 of what the best policy earns on the cliff."""
    return SUCCESS_FRACTION * float(policies.optimal_values(policies.cliff())[policies.START])


def first_passage(earned) -> np.ndarray:
    """For each run (runs, updates + 1) the first update with `enough`; -1: never."""
    reached = np.asarray(earned) >= success_threshold()
    return np.where(reached.any(axis=1), reached.argmax(axis=1), -1)


def max_drawdown(earned) -> np.ndarray:
    """For each run (runs, updates + 1), how far it ever was below what it had earned before."""
    earned = np.asarray(earned)
    return np.max(np.maximum.accumulate(earned, axis=1) - earned, axis=1)


def performance_collapse(earned, good: float, bad: float) -> np.ndarray:
    """Which runs (runs, updates + 1) had earned `good` and later less than `bad`."""
    earned = np.asarray(earned)
    return np.any((np.maximum.accumulate(earned, axis=1) >= good) & (earned < bad), axis=1)


def converged_to_wrong_arm(logits) -> np.ndarray:
    """Which bandit runs (runs, updates + 1, 1, arms) end with a wrong arm at more than 99 %."""
    last = np.asarray(jax.nn.softmax(logits[:, -1, 0]))
    return (last.max(axis=1) > 0.99) & (last.argmax(axis=1) != ARMS - 1)


def policy_steps() -> table.Table:
    """Three methods over their step sizes: who gets there, with logits rescaled too, and who locks in (two minutes)."""
    jobs = [
        {"method": method, "step_size": size}
        for method in BANDIT_STEP_SIZES
        for size in BANDIT_STEP_SIZES[method]
    ]
    settings = {
        "arms": ARMS,
        "noise": REWARD_NOISE,
        "pulls": EPISODES,
        "updates": BANDIT_UPDATES,
        "seeds": BANDIT_SEEDS,
    }
    table.fill("policy_steps.bandit", settings, jobs, bandit_row)
    both = [
        (method, size, logits)
        for method in METHODS
        for size in STEP_SIZES[method]
        for logits in ("as is", "rescaled")
    ]
    jobs = [
        {"method": method, "step_size": size, "logits": logits} for method, size, logits in both
    ]
    common = {
        "episodes": EPISODES,
        "updates": UPDATES,
        "seeds": SEEDS,
        "enough": SUCCESS_FRACTION,
        "damping": DAMPING,
    }
    settings = {
        **common,
        "inner": PPO_STEPS,
        "rate": PPO_RATE,
        "horizon": HORIZON,
        "off": LOG_SCALE_RANGE,
    }
    return table.fill("policy_steps", settings, jobs, cliff_row)


def cliff_row(method: str, step_size: float, logits: str) -> dict:
    """Of 50 runs on the cliff: those with enough, the median of their first update with it, those that end below 0.

    kl: the median over runs of an update's largest; drop: the largest; collapsed: from half of the best to below 0.
    """
    factors = (
        jnp.stack([logit_scales(seed) for seed in range(SEEDS)]) if logits == "rescaled" else 1.0
    )
    ran = cliff_runs(method, step_size, jnp.arange(SEEDS), factors)
    first = first_passage(ran.earned)
    return {
        "reached": int(np.sum(first >= 0)),
        "first": float(np.median(first[first >= 0])) if np.any(first >= 0) else -1.0,
        "earned": float(np.mean(ran.earned[:, -1])),
        "negative": int(np.sum(ran.earned[:, -1] < 0)),
        "kl": float(np.median(np.max(ran.kl, axis=1))),
        "drop": float(np.max(max_drawdown(ran.earned))),
        "collapsed": int(
            np.sum(
                performance_collapse(ran.earned, success_threshold() / SUCCESS_FRACTION / 2, 0.0)
            )
        ),
    }


def bandit_row(method: str, step_size: float) -> dict:
    """Of 100 runs on the bandit: those locked, the mean at the end, the largest drop, those that fell from .9 to .5."""
    ran = bandit_runs(method, step_size, jnp.arange(BANDIT_SEEDS))
    return {
        "locked": int(np.sum(converged_to_wrong_arm(ran.logits))),
        "earned": float(np.mean(ran.earned[:, -1])),
        "drop": float(np.max(max_drawdown(ran.earned))),
        "collapsed": int(np.sum(performance_collapse(ran.earned, 0.9, 0.5))),
    }
