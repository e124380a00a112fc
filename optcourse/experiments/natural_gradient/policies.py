"""Policies that learn from few episodes, on the cliff and on a bandit: who gets there, who falls.

    train_policy              one run of one of METHODS: 20 episodes an update
    train_with_step           one run with any step
    cliff_runs, bandit_runs   `train_policy` on either MDP, for a row of seeds
    first_passage             the update from which a run is good enough
    max_drawdown              how far each run fell from its best
    performance_collapse      which runs went from a good policy to a bad one
    policy_steps              two tables: every method over its step sizes, on both MDPs

The step size of "policy gradient" is its learning rate η, of "natural gradient" the divergence δ
that an update may cause, in nats, and of "PPO" the width of its clip, c.
"""

from functools import cache, partial
from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import Array, Float, PRNGKeyArray

from optcourse import mdps, optimizers, policies
from optcourse.experiments import table
from optcourse.experiments.run import take_steps
from optcourse.mdps import MDP

METHODS = ("policy gradient", "natural gradient", "PPO")
EPISODES, HORIZON, UPDATES = 20, 100, 60
DAMPING = 1e-4
ROUNDING = 1e-12  # gᵀd of gradients that are rounding alone, where rewards are of about 1
PPO_STEPS, PPO_RATE = 30, 0.05  # steps of Adam on the same episodes, and their learning rate
SUCCESS_FRACTION = 0.95  # of the return of the best policy
LOG_SCALE_RANGE = 0.7  # logits are rescaled by 10^U(-LOG_SCALE_RANGE, LOG_SCALE_RANGE)
SEEDS, BANDIT_SEEDS = 50, 100
ARMS, REWARD_NOISE, BANDIT_UPDATES = 10, 0.5, 300  # means from 0 to 1, the noise of a pull, updates
RATES = (1.0, 3.0, 5.6, 10.0, 18.0, 30.0, 42.0, 56.0, 75.0, 100.0, 180.0, 300.0, 1000.0, 3000.0)
STEP_SIZES = {
    "policy gradient": RATES,
    "natural gradient": (0.001, 0.002, 0.003, 0.005, 0.01, 0.02, 0.03, 0.05, 0.1, 0.3, 1.0),
    "PPO": (0.01, 0.02, 0.05, 0.1, 0.2, 0.4, 1.0),
}
BANDIT_STEP_SIZES = {
    "policy gradient": (0.3, 1.0, 2.0, 5.0, 10.0, 20.0, 100.0),
    "natural gradient": (0.003, 0.01, 0.05, 0.2, 1.0),
}


class PolicyPath(NamedTuple):
    """logits (updates + 1, s, a); expected_return (updates + 1,), exact; kl (updates,) of steps."""

    logits: Array
    expected_return: Array
    kl: Array


@partial(jax.jit, static_argnames=("method", "updates"))
def train_policy(
    mdp: MDP, method: str, step_size, key: PRNGKeyArray, scale=1.0, updates=UPDATES
) -> PolicyPath:
    """Train by one of METHODS from the uniform policy, 20 episodes an update.

    Logits are scale · θ, and θ is learned.
    """
    if method not in METHODS:
        names = ", ".join(map(repr, METHODS))
        raise ValueError(f"method = {method!r}: choose one of {names}")
    step = partial(STEP_RULES[method], step_size, scale)
    return train_with_step(mdp, step, key, scale, updates)


def train_with_step(mdp: MDP, step, key: PRNGKeyArray, scale=1.0, updates=UPDATES) -> PolicyPath:
    """Train from the uniform policy; step(logits, batch) returns what to add to θ."""
    horizon = HORIZON if len(mdp.next_state) > 1 else 1  # a bandit's episode is one pull

    def update(logits, key):
        batch = policies.sample_episodes(mdp, logits, key, EPISODES, horizon)
        new = logits + scale * step(logits, batch)
        weights = policies.sampled_visitation(batch, len(logits))
        return new, (logits, policies.mean_kl(logits, new, weights))

    return policy_path(mdp, update, jax.random.split(key, updates))


def policy_path(mdp: MDP, update, keys: Array) -> PolicyPath:
    """Scan update(logits, key) -> (new logits, (logits, kl)) from the uniform policy."""
    uniform = jnp.zeros(mdp.next_state.shape)
    end, (path, kl) = jax.lax.scan(update, uniform, keys)
    path = jnp.concatenate([path, end[None]])
    returns = jax.vmap(lambda logits: policies.expected_return(mdp, logits))(path)
    return PolicyPath(path, returns, kl)


def _gradient_step(rate, scale, logits, batch):
    return rate * scale * policies.sampled_policy_gradient(logits, batch)


def _natural_step(delta, scale, logits, batch):
    weights = policies.sampled_visitation(batch, len(logits))
    g = scale * policies.sampled_policy_gradient(logits, batch)
    return trust_region_step(logits, weights, g, delta, scale)


def trust_region_step(logits, weights, g, delta, scale=1.0):
    """TRPO's step in θ, as `policies.trpo_step`, but short where the gradient g is rounding alone.

    That is so once all episodes are the same.
    """
    d = policies.natural_direction(logits, weights, g, DAMPING, scale)
    decrease = jnp.maximum(jnp.sum(g * d), ROUNDING)  # gᵀd
    step = jnp.sqrt(2 * delta / decrease) * d  # (6.16)
    return policies.backtrack_to_kl(logits, weights, step, delta, scale)


def _ppo_step(clip, scale, logits, batch):

    def loss(theta):
        new = logits + scale * theta
        return -policies.ppo_objective(new, logits, batch, clip)

    return take_steps(optimizers.adam(PPO_RATE), loss, jnp.zeros_like(logits), PPO_STEPS)


STEP_RULES = {
    "policy gradient": _gradient_step,
    "natural gradient": _natural_step,
    "PPO": _ppo_step,
}


def logit_scales(seed) -> Float[Array, "s a"]:
    """A factor for each logit of the cliff, from 0.2 to 5, evenly in logarithms."""
    shape, limit = mdps.cliff().next_state.shape, LOG_SCALE_RANGE
    key = jax.random.key(1000 + seed)
    return 10 ** jax.random.uniform(key, shape, minval=-limit, maxval=limit)


@partial(jax.jit, static_argnames="method")
def cliff_runs(method: str, step_size, seeds: Array, scales: Array | float = 1.0) -> PolicyPath:
    """Runs on the cliff, one for each seed; scales: 1, or an array (seeds, s, a)."""
    mdp = mdps.cliff()
    scales = jnp.broadcast_to(scales, (len(seeds), *mdp.next_state.shape))
    train = partial(train_policy, mdp, method, step_size)
    one = lambda seed, scale: train(jax.random.key(seed), scale)
    return jax.vmap(one)(seeds, scales)


@partial(jax.jit, static_argnames="method")
def bandit_runs(method: str, step_size, seeds: Array) -> PolicyPath:
    """Runs on ten arms with means 0 to 1, 20 pulls an update, 300 updates; one for each seed."""
    mdp = mdps.bandit(jnp.linspace(0, 1, ARMS), REWARD_NOISE)
    train = partial(train_policy, mdp, method, step_size, updates=BANDIT_UPDATES)
    one = lambda seed: train(jax.random.key(seed))
    return jax.vmap(one)(seeds)


@cache
def success_threshold() -> float:
    """0.95 of the return of the best policy on the cliff."""
    return SUCCESS_FRACTION * float(mdps.optimal_values(mdps.cliff())[mdps.START])


def first_passage(returns) -> np.ndarray:
    """The first update of each run (runs, updates + 1) at `success_threshold` or above, or -1."""
    reached = np.asarray(returns) >= success_threshold()
    first = reached.argmax(axis=1)
    return np.where(reached.any(axis=1), first, -1)


def max_drawdown(returns) -> np.ndarray:
    """The largest fall of each run (runs, updates + 1) below its best return so far."""
    returns = np.asarray(returns)
    best = np.maximum.accumulate(returns, axis=1)
    return np.max(best - returns, axis=1)


def performance_collapse(returns, high: float, low: float) -> np.ndarray:
    """Which runs (runs, updates + 1) reach a return of `high` and later fall below `low`."""
    returns = np.asarray(returns)
    best = np.maximum.accumulate(returns, axis=1)
    return np.any((best >= high) & (returns < low), axis=1)


def converged_to_wrong_arm(logits) -> np.ndarray:
    """Which bandit runs (runs, updates + 1, 1, arms) end with a wrong arm at more than 99 %."""
    p = np.asarray(jax.nn.softmax(logits[:, -1, 0]))
    converged = p.max(axis=1) > 0.99
    return converged & (p.argmax(axis=1) != ARMS - 1)


def policy_steps() -> table.Table:
    """Three methods over their step sizes: who arrives, and who ends on a wrong arm (2 minutes)."""
    settings = {
        "arms": ARMS,
        "noise": REWARD_NOISE,
        "pulls": EPISODES,
        "updates": BANDIT_UPDATES,
        "seeds": BANDIT_SEEDS,
    }
    jobs = []
    for method, sizes in BANDIT_STEP_SIZES.items():
        jobs += table.grid(method=[method], step_size=sizes)
    table.fill("policy_steps.bandit", settings, jobs, bandit_row)
    settings = {
        "episodes": EPISODES,
        "updates": UPDATES,
        "seeds": SEEDS,
        "enough": SUCCESS_FRACTION,
        "damping": DAMPING,
        "inner": PPO_STEPS,
        "rate": PPO_RATE,
        "horizon": HORIZON,
        "off": LOG_SCALE_RANGE,
    }
    jobs = []
    for method, sizes in STEP_SIZES.items():
        jobs += table.grid(method=[method], step_size=sizes, logits=("as is", "rescaled"))
    return table.fill("policy_steps", settings, jobs, cliff_row)


def cliff_row(method: str, step_size: float, logits: str) -> dict:
    """A table row: of 50 runs on the cliff, how many succeed, how soon; how many end below 0.

    kl: the median over runs of an update's largest; drop: the largest drawdown; collapsed: from
    half of the best return to below 0.
    """
    scales = 1.0
    if logits == "rescaled":
        scales = jnp.stack([logit_scales(seed) for seed in range(SEEDS)])
    path = cliff_runs(method, step_size, jnp.arange(SEEDS), scales)
    returns, first = path.expected_return, first_passage(path.expected_return)
    succeeded = first >= 0
    median_first = float(np.median(first[succeeded])) if np.any(succeeded) else -1.0
    half = success_threshold() / SUCCESS_FRACTION / 2
    return {
        "reached": int(np.sum(succeeded)),
        "first": median_first,
        "earned": float(np.mean(returns[:, -1])),
        "negative": int(np.sum(returns[:, -1] < 0)),
        "kl": float(np.median(np.max(path.kl, axis=1))),
        "drop": float(np.max(max_drawdown(returns))),
        "collapsed": int(np.sum(performance_collapse(returns, half, 0.0))),
    }


def bandit_row(method: str, step_size: float) -> dict:
    """A table row: of 100 bandit runs, wrong arms at the end, final return, drawdown, collapses."""
    path = bandit_runs(method, step_size, jnp.arange(BANDIT_SEEDS))
    returns = path.expected_return
    return {
        "locked": int(np.sum(converged_to_wrong_arm(path.logits))),
        "earned": float(np.mean(returns[:, -1])),
        "drop": float(np.max(max_drawdown(returns))),
        "collapsed": int(np.sum(performance_collapse(returns, 0.9, 0.5))),
    }
