"""Softmax policies: exact returns, policy gradients, and TRPO and PPO steps.

    state_values, discounted_visitation, advantage  of a policy, exactly: linear systems
    expected_return, policy_gradient                J and ∇J in the logits, exactly
    sample_episodes, sampled_policy_gradient        episodes, and the gradient from them
    sampled_visitation                              state weights from episodes
    mean_kl, fisher                                 divergence of two policies, and its curvature
    natural_direction                               (F + λ I)⁻¹ g
    trpo_step, backtrack_to_kl                      TRPO's step; any step, shortened to a divergence
    ppo_objective                                   PPO's objective

A policy is an array of logits (states, actions), π(a|s) = softmax of row s, in an `mdps.MDP`.
Returns are to be large: steps go uphill. State weights are a distribution over the states.
Sources: Williams (1992), Kakade (2001), Schulman et al. (2015, 2017).
"""

from typing import NamedTuple

import jax
import jax.numpy as jnp
from jaxtyping import Array, Float, Int, PRNGKeyArray

from optcourse import trees
from optcourse.checks import require_nonnegative, require_positive
from optcourse.fisher import categorical_kl
from optcourse.mdps import MDP, action_values

BACKTRACK_FACTOR, MAX_BACKTRACKS = 0.8, 30  # of the line search: 0.8³⁰ is about 0.001

Logits = Float[Array, "s a"]
PerAction = Float[Array, "s a"]
PerState = Float[Array, " s"]
PerStep = Float[Array, "n t"]
Scalar = Float[Array, ""]

# Exactly


def state_values(mdp: MDP, logits: Logits) -> PerState:
    """State values of the policy: the solution of v = r_π + γ P_π v."""
    policy = _policy(mdp, logits)
    rewards = jnp.sum(policy * mdp.reward, axis=1)
    return jnp.linalg.solve(_bellman_matrix(mdp, policy), rewards)


def discounted_visitation(mdp: MDP, logits: Logits) -> PerState:
    """Discounted state visitation of the policy, μ(s) = E Σ_t γᵗ [s_t = s], not normalized."""
    policy = _policy(mdp, logits)
    start = jnp.zeros(len(policy)).at[mdp.start].set(1.0)
    return jnp.linalg.solve(_bellman_matrix(mdp, policy).T, start)


def expected_return(mdp: MDP, logits: Logits) -> Scalar:
    """J, the expected discounted return of the policy from the start state."""
    v = state_values(mdp, logits)
    return v[mdp.start]


def advantage(mdp: MDP, logits: Logits) -> PerAction:
    """A(s, a) = r(s, a) + γ v(next) - v(s): how much better an action is than the policy."""
    v = state_values(mdp, logits)
    return action_values(mdp, v) - v[:, None]


def policy_gradient(mdp: MDP, logits: Logits) -> PerAction:
    """Exact policy gradient ∇J     (6.14): in the logits μ(s) π(a|s) A(s, a)."""
    visits = discounted_visitation(mdp, logits)
    weights = visits[:, None] * jax.nn.softmax(logits)
    return weights * advantage(mdp, logits)  # (6.14)


def _policy(mdp, logits):
    """π(a|s); ValueError where the logits are those of another MDP."""
    expected = mdp.next_state.shape
    if jnp.shape(logits) != expected:
        found = f"logits of shape {jnp.shape(logits)}"
        raise ValueError(f"{found}: this MDP has states and actions {expected}")
    return jax.nn.softmax(logits)


def _bellman_matrix(mdp, policy):
    """I - γ P_π, the matrix of the Bellman equation."""
    states = len(policy)
    going_on = jnp.where(mdp.terminal, 0.0, policy)
    to_state = jax.nn.one_hot(mdp.next_state, states)
    P = jnp.sum(going_on[..., None] * to_state, axis=1)
    return jnp.eye(states) - mdp.discount * P


# From episodes


class Episodes(NamedTuple):
    """states, actions, advantages and weights (episodes, steps).

    A weight is γᵗ, and 0 once the episode is over.
    """

    states: Int[Array, "n t"]
    actions: Int[Array, "n t"]
    advantages: PerStep
    weights: PerStep


def sample_episodes(
    mdp: MDP,
    logits: Logits,
    key: PRNGKeyArray,
    episodes=20,
    horizon=100,
) -> Episodes:
    """Sample episodes of at most `horizon` steps, with advantages from a leave-one-out baseline.

    The advantage is the return from the step on, less the mean return from that state in the other
    episodes (0 where none was there). One's own would tell of the action, and bias the gradient.
    """
    policy = _policy(mdp, logits)
    action_key, reward_key = jax.random.split(key)
    states, actions, alive = _play(mdp, policy, action_key, (horizon, episodes))
    noise = jax.random.normal(reward_key, states.shape)
    rewards = mdp.reward[states, actions] + mdp.reward_std * noise
    t = jnp.arange(horizon)
    delay = t - t[:, None]
    powers = mdp.discount ** jnp.abs(delay)
    discounts = jnp.where(delay >= 0, powers, 0.0)
    returns = jnp.where(alive, rewards, 0.0) @ discounts.T
    baseline = _leave_one_out_baseline(states, returns, alive, len(logits))
    advantages = jnp.where(alive, returns - baseline, 0.0)
    weights = jnp.where(alive, mdp.discount**t, 0.0)
    return Episodes(states, actions, advantages, weights)


def _play(mdp, policy, key, shape):
    """(states, actions, alive) of each episode and step, shape = (steps, episodes)."""
    cumulative = jnp.cumsum(policy, axis=1)
    # Above 0, so that an impossible first action is never drawn.
    tiny = jnp.finfo(cumulative.dtype).tiny
    chances = jax.random.uniform(key, shape, minval=tiny)

    def step(carry, chance):
        state, alive = carry
        # Nor an impossible last one, where the probabilities add up to less than 1.
        thresholds = cumulative[state]
        chance = jnp.minimum(chance[:, None], thresholds[:, -1:])
        action = jnp.sum(chance > thresholds, axis=1)
        still_alive = alive & ~mdp.terminal[state, action]
        next_state = mdp.next_state[state, action]
        return (next_state, still_alive), (state, action, alive)

    episodes = shape[1]
    starts = jnp.full(episodes, mdp.start, mdp.next_state.dtype)
    alive = jnp.ones(episodes, bool)
    _, played = jax.lax.scan(step, (starts, alive), chances)
    return [each.T for each in played]


def _leave_one_out_baseline(states, returns, alive, state_count):
    """For each step, the mean return from its state in the other episodes."""
    episode = jnp.arange(len(states))[:, None]
    zeros = jnp.zeros((len(states), state_count))
    visited = jnp.where(alive, 1.0, 0.0)
    earned = jnp.where(alive, returns, 0.0)
    counts = zeros.at[episode, states].add(visited)
    sums = zeros.at[episode, states].add(earned)
    other_sums = jnp.sum(sums, axis=0) - sums
    other_counts = jnp.sum(counts, axis=0) - counts
    means = other_sums / jnp.maximum(other_counts, 1.0)
    return means[episode, states]


def sampled_policy_gradient(logits: Logits, batch: Episodes) -> PerAction:
    """The policy gradient estimated from episodes: the mean of Σ_t γᵗ A ∇ log π(a|s)     (6.14)."""
    gains = batch.weights * batch.advantages / len(batch.states)
    table = jnp.zeros_like(logits).at[batch.states, batch.actions].add(gains)
    totals = jnp.sum(table, axis=1, keepdims=True)
    return table - jax.nn.softmax(logits) * totals  # (6.14)


def sampled_visitation(batch: Episodes, state_count: int) -> PerState:
    """State visitation from episodes: the fraction of visits, weighted by γᵗ, in each state."""
    fractions = batch.weights / jnp.sum(batch.weights)
    return jnp.zeros(state_count).at[batch.states].add(fractions)


# Distances and steps


def mean_kl(old: Logits, new: Logits, state_weights: PerState) -> Scalar:
    """Mean KL divergence Σ_s weight(s) KL(π_old(·|s) ‖ π_new(·|s)), in nats     (6.2).

    A state of weight 0 adds nothing.
    """
    divergences = jnp.where(state_weights > 0, categorical_kl(old, new), 0.0)
    mean = state_weights @ divergences  # (6.2)
    return jnp.maximum(mean, 0.0)  # below 0 by rounding alone


def fisher(logits: Logits, state_weights: PerState) -> Float[Array, "s a a"]:
    """The Fisher matrix Σ_s weight(s) (diag π - π πᵀ)     (6.7), one block for each state."""
    policy = jax.nn.softmax(logits)
    outer = policy[:, :, None] * policy[:, None, :]
    blocks = jax.vmap(jnp.diag)(policy) - outer
    return state_weights[:, None, None] * blocks  # (6.7)


def natural_direction(
    logits: Logits,
    state_weights: PerState,
    gradient: PerAction,
    damping=1e-3,
    scale=1.0,
) -> PerAction:
    """Natural policy gradient direction: d with (F + λ I) d = g, λ > 0     (6.7).

    With logits = scale · θ, d and the gradient are θ's: S (F + λ I) S d = g, S = diag(scale), for
    the Fisher matrix of θ is S F S. The damping is put on the logits, whatever θ is; F alone is
    singular, as a shift of all logits of a state changes nothing.
    """
    require_positive(damping=damping)
    s = jnp.broadcast_to(scale, logits.shape)
    identity = jnp.eye(logits.shape[1])
    damped = fisher(logits, state_weights) + damping * identity
    left, right = s[:, :, None], s[:, None, :]
    matrices = left * damped * right
    d = jnp.linalg.solve(matrices, gradient[..., None])  # (6.7)
    return d[..., 0]


def trpo_step(
    logits,
    state_weights,
    gradient,
    delta,
    damping=1e-3,
    scale=1.0,
) -> PerAction:
    """TRPO's step in θ: √(2δ / gᵀd) d, times 0.8 until KL(old ‖ new) <= δ >= 0     (6.16).

    d is the `natural_direction`, with logits = scale · θ. The unit of reward changes nothing: so a
    gradient that is rounding alone is followed as far as any other. Schulman et al. also ask that
    the sampled objective grows.
    """
    require_nonnegative(delta=delta)
    _, gradient = trees.split_scale(gradient)
    d = natural_direction(logits, state_weights, gradient, damping, scale)
    predicted_gain = jnp.sum(gradient * d)
    positive = jnp.where(predicted_gain > 0, predicted_gain, 1.0)
    step = jnp.sqrt(2 * delta / positive) * d  # (6.16)
    return backtrack_to_kl(logits, state_weights, step, delta, scale)


def backtrack_to_kl(
    logits,
    state_weights,
    step,
    delta,
    scale=1.0,
) -> PerAction:
    """Backtracking line search: the step in θ, times 0.8 until KL(old ‖ new) <= δ.

    A zero step where even 0.8²⁹ of it goes too far.
    """
    factors = BACKTRACK_FACTOR ** jnp.arange(MAX_BACKTRACKS)

    def divergence(factor):
        new = logits + scale * factor * step
        return mean_kl(logits, new, state_weights)

    accepted = jax.vmap(divergence)(factors) <= delta
    first = factors[jnp.argmax(accepted)]
    factor = jnp.where(jnp.any(accepted), first, 0.0)
    return factor * step


def ppo_objective(
    logits: Logits,
    old: Logits,
    batch: Episodes,
    clip=0.2,
) -> Scalar:
    """PPO's objective: mean over episodes of Σ_t γᵗ min(r A, clip(r, 1 - c, 1 + c) A)     (6.17).

    r = π(a|s) / π_old(a|s) is the probability ratio, A the advantage.
    """
    taken = (batch.states, batch.actions)
    log_p = jax.nn.log_softmax(logits)[taken]
    old_log_p = jax.nn.log_softmax(old)[taken]
    ratio = jnp.exp(log_p - old_log_p)
    clipped = jnp.clip(ratio, 1 - clip, 1 + clip)
    A = batch.advantages
    objective = jnp.minimum(ratio * A, clipped * A)  # (6.17)
    total = jnp.sum(batch.weights * objective)
    return total / len(batch.states)
