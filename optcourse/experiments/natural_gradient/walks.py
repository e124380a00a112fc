"""Walks of policies on the cliff: a run by any method, where a policy goes, and how often.

train_chosen        one run of the method whose number is given, in one compiled function
walk                the shares of visits of a policy, and a walk
likeliest_path      where the likeliest actions lead
"""

from functools import cache
from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np

from optcourse import mdps, policies
from optcourse.experiments.natural_gradient.policies import STEP_RULES, train_with_step

TRAIL_STEPS = 30  # of a walk


class PolicyRun(NamedTuple):
    """logits, policies (updates + 1, s, a), expected_returns (updates + 1,), kl (updates,)."""

    logits: np.ndarray
    policies: np.ndarray
    expected_returns: np.ndarray
    kl: np.ndarray


class Walk(NamedTuple):
    """visits (s,): the share of steps, NaN where nobody acts; states: of a walk, with its end."""

    visits: np.ndarray
    states: np.ndarray


def train_chosen(which: int, step_size, seed: int) -> PolicyRun:
    """A run on the cliff, `which` counts the methods of `policies.METHODS` from 0."""
    return PolicyRun(*map(np.asarray, _train(which, step_size, seed)))


@jax.jit
def _train(which, step_size, seed):
    mdp = mdps.cliff()
    rules = list(STEP_RULES.values())
    step = lambda *at: jax.lax.switch(which, rules, step_size, 1.0, *at)
    path = train_with_step(mdp, step, jax.random.key(seed))
    return path.logits, jax.nn.softmax(path.logits), path.expected_return, path.kl


def walk(logits, seed: int) -> Walk:
    """Where a policy's steps are taken (discounted, adding up to 1), and a walk of 30 at most."""
    visits, states, alive = map(np.array, _walk(logits, seed))
    visits[[*mdps.CLIFF, mdps.GOAL]] = np.nan
    return Walk(visits, states[: int(np.sum(alive)) + 1])


@jax.jit
def _walk(logits, seed):
    mdp = mdps.cliff()
    visits = policies.discounted_visitation(mdp, logits)
    batch = policies.sample_episodes(mdp, logits, jax.random.key(seed), 1, TRAIL_STEPS)
    states, actions = batch.states[0], batch.actions[0]
    states = jnp.append(mdp.start, mdp.next_state[states, actions])
    return visits / jnp.sum(visits), states, batch.weights[0] > 0


def likeliest_path(policy) -> tuple[str, int, float]:
    """(end, steps, confidence) of the likeliest actions: end is "goal", "cliff" or "nowhere".

    policy: probabilities (s, a); confidence: the smallest of those of the actions taken.
    """
    move = _transitions()
    state, confidence = mdps.START, 1.0
    for steps in range(1, move.shape[0] + 1):
        action = int(np.argmax(policy[state]))
        confidence = min(confidence, float(policy[state, action]))
        state = int(move[state, action])
        if state == mdps.GOAL:
            return "goal", steps, confidence
        if state in mdps.CLIFF:
            return "cliff", steps, confidence
    return "nowhere", 0, confidence


@cache
def _transitions() -> np.ndarray:
    return np.asarray(mdps.cliff().next_state)
