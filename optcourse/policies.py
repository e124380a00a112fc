"""Softmax policies in small worlds: what a policy earns, the slope of that, and three ways to take a step.

    cliff, bandit               worlds: a 4 x 6 grid with a cliff, and arms to pull
    best                        what the best policy earns from each state, by dynamic programming
    values, visits, advantage   of a policy, exactly: linear systems
    earned, gradient            its return and the slope of that in the logits, exactly
    sample, sampled_gradient    episodes, and the same slope from them
    kl, fisher                  the divergence of two policies over visited states, and its curvature
    natural_direction           (F + λ I)⁻¹ g
    trust_region, within        TRPO: a natural step, and any other, as long as a divergence allows
    clipped                     PPO's objective

A policy is an array of logits (states, actions), π(a|s) = softmax of row s. Returns are to be large: steps go uphill.
Sources: Williams (1992), Kakade (2001), Schulman et al. (2015, 2017); the grid is after Sutton and Barto (1998).
"""

from functools import partial
from typing import NamedTuple

import jax
import jax.numpy as jnp
from jaxtyping import Array, Bool, Float, Int, PRNGKeyArray

from optcourse import trees
from optcourse.checks import require_nonnegative, require_positive
from optcourse.fisher import categorical_kl

ROWS, COLUMNS = 4, 6
START, GOAL = (
    18,
    23,
)  # bottom left and bottom right; a state is row * COLUMNS + column, row 0 on top
CLIFF = (19, 20, 21, 22)
ACTIONS = ((-1, 0), (0, 1), (1, 0), (0, -1))  # up, right, down, left
STEP_REWARD, CLIFF_REWARD, GOAL_REWARD = -0.01, -1.0, 1.0  # rewards
DISCOUNT = 0.95
BACKTRACK_FACTOR, MAX_BACKTRACKS = 0.8, 30  # of the line search: 0.8³⁰ is about 0.001


class World(NamedTuple):
    """move, reward and ends (states, actions): the next state, what it pays, and whether the episode ends there.

    noise: the standard deviation added to a reward that is sampled.
    """

    move: Int[Array, "s a"]
    reward: Float[Array, "s a"]
    ends: Bool[Array, "s a"]
    start: int
    discount: float
    noise: float


def cliff() -> World:
    """The grid. A step costs 0.01, the goal pays 1, the cliff costs 1, and both end the episode; discount 0.95.

    Against a wall one stays. The best way takes 7 steps: it earns γ⁶ - 0.01 (1 - γ⁶) / (1 - γ) = 0.682.
    """
    state = jnp.arange(ROWS * COLUMNS)
    down, right = jnp.array(ACTIONS).T
    row = jnp.clip(state[:, None] // COLUMNS + down, 0, ROWS - 1)
    column = jnp.clip(state[:, None] % COLUMNS + right, 0, COLUMNS - 1)
    move = row * COLUMNS + column
    falls, reaches = jnp.isin(move, jnp.array(CLIFF)), move == GOAL
    over = jnp.isin(state, jnp.array((*CLIFF, GOAL)))[
        :, None
    ]  # nobody acts there: nothing more is earned
    reward = jnp.where(
        over, 0.0, jnp.where(falls, CLIFF_REWARD, jnp.where(reaches, GOAL_REWARD, STEP_REWARD))
    )
    return World(move, reward, falls | reaches | over, START, DISCOUNT, 0.0)


def bandit(means, noise=1.0) -> World:
    """One state, an arm for each mean, of (arms,); a pull pays the mean and a normal number of deviation `noise`."""
    means = jnp.asarray(means, float)
    shape = (1, len(means))
    return World(jnp.zeros(shape, int), means[None], jnp.ones(shape, bool), 0, 1.0, noise)


@partial(jax.jit, static_argnames="sweeps")
def optimal_values(world: World, sweeps=500) -> Float[Array, " s"]:
    """v(s) = max_a r(s, a) + γ v(next), repeated: what the best policy earns from each state."""
    sweep = lambda _, v: jnp.max(_action_values(world, v), axis=1)
    return jax.lax.fori_loop(0, sweeps, sweep, jnp.zeros(len(world.move)))


def state_values(world: World, logits: Float[Array, "s a"]) -> Float[Array, " s"]:
    """v = r_π + γ P_π v, solved: what the policy earns from each state."""
    policy = _policy(world, logits)
    return jnp.linalg.solve(_bellman_matrix(world, policy), jnp.sum(policy * world.reward, axis=1))


def discounted_visits(world: World, logits: Float[Array, "s a"]) -> Float[Array, " s"]:
    """μ(s) = E Σ_t γᵗ [s_t = s]: how often each state is visited from the start, later visits counting less."""
    start = jnp.zeros(len(world.move)).at[world.start].set(1.0)
    return jnp.linalg.solve(_bellman_matrix(world, _policy(world, logits)).T, start)


def expected_return(world: World, logits: Float[Array, "s a"]) -> Float[Array, ""]:
    """J, the expected discounted return from the start."""
    return state_values(world, logits)[world.start]


def advantage(world: World, logits: Float[Array, "s a"]) -> Float[Array, "s a"]:
    """A(s, a) = r(s, a) + γ v(next) - v(s): how much better an action is than what the policy does."""
    v = state_values(world, logits)
    return _action_values(world, v) - v[:, None]


def policy_gradient(world: World, logits: Float[Array, "s a"]) -> Float[Array, "s a"]:
    """∇J = E[A(s, a) ∇ log π(a|s)] over the visits     (6.20): in the logits μ(s) π(a|s) A(s, a)."""
    weighted = discounted_visits(world, logits)[:, None] * jax.nn.softmax(logits)
    return weighted * advantage(world, logits)  # (6.20)


def _policy(world, logits):
    """π(a|s); ValueError where the logits are those of another world."""
    if jnp.shape(logits) != world.move.shape:
        raise ValueError(
            f"logits of shape {jnp.shape(logits)}: this world has states and actions {world.move.shape}"
        )
    return jax.nn.softmax(logits)


def _action_values(world, v):
    return world.reward + world.discount * jnp.where(world.ends, 0.0, v[world.move])


def _bellman_matrix(world, policy):
    """I - γ P_π."""
    count = len(world.move)
    chances = jnp.where(world.ends, 0.0, policy)[..., None] * jax.nn.one_hot(world.move, count)
    return jnp.eye(count) - world.discount * jnp.sum(chances, axis=1)


class Episodes(NamedTuple):
    """states, actions, advantages and weights (episodes, steps); a weight is γᵗ, and 0 once the episode is over."""

    states: Int[Array, "n t"]
    actions: Int[Array, "n t"]
    advantages: Float[Array, "n t"]
    weights: Float[Array, "n t"]


def sample_episodes(
    world: World, logits: Float[Array, "s a"], key: PRNGKeyArray, episodes=20, horizon=100
) -> Episodes:
    """Play episodes of at most `horizon` steps.

    The advantage is the return from the step on, less a baseline: the mean return from that state in the other
    episodes (0 where none was there). One's own would tell of the action, and bias the slope.
    """
    above = jnp.cumsum(_policy(world, logits), axis=1)
    first, second = jax.random.split(key)
    chance = jax.random.uniform(
        first, (horizon, episodes), minval=jnp.finfo(above.dtype).tiny
    )  # 0 is in no share

    def play(carry, chance):
        state, alive = carry
        action = jnp.sum(jnp.minimum(chance[:, None], above[state, -1:]) > above[state], axis=1)
        seen = (state, action, alive)
        return (world.move[state, action], alive & ~world.ends[state, action]), seen

    start = jnp.full(episodes, world.start, world.move.dtype), jnp.ones(episodes, bool)
    states, actions, alive = (each.T for each in jax.lax.scan(play, start, chance)[1])
    paid = world.reward[states, actions] + world.noise * jax.random.normal(second, states.shape)
    t = jnp.arange(horizon)
    later = jnp.where(t >= t[:, None], world.discount ** jnp.abs(t - t[:, None]), 0.0)
    returns = jnp.where(alive, paid, 0.0) @ later.T
    advantages = jnp.where(
        alive, returns - _leave_one_out_baseline(states, returns, alive, len(logits)), 0.0
    )
    return Episodes(states, actions, advantages, jnp.where(alive, world.discount**t, 0.0))


def _leave_one_out_baseline(states, returns, alive, count):
    """For each step the mean return from its state in the other episodes."""
    one = jnp.arange(len(states))[:, None]
    counts = jnp.zeros((len(states), count)).at[one, states].add(jnp.where(alive, 1.0, 0.0))
    sums = jnp.zeros((len(states), count)).at[one, states].add(jnp.where(alive, returns, 0.0))
    others = (jnp.sum(sums, axis=0) - sums) / jnp.maximum(jnp.sum(counts, axis=0) - counts, 1.0)
    return others[one, states]


def sampled_policy_gradient(logits: Float[Array, "s a"], batch: Episodes) -> Float[Array, "s a"]:
    """The same as `gradient`, from episodes: mean over them of Σ_t γᵗ A ∇ log π(a|s)     (6.20)."""
    pulls = batch.weights * batch.advantages / len(batch.states)
    table = jnp.zeros_like(logits).at[batch.states, batch.actions].add(pulls)
    return table - jax.nn.softmax(logits) * jnp.sum(table, axis=1, keepdims=True)  # (6.20)


def sampled_visits(batch: Episodes, count: int) -> Float[Array, " s"]:
    """The share of the visits, weighted by γᵗ, in each of `count` states; the shares sum to 1."""
    shares = batch.weights / jnp.sum(batch.weights)
    return jnp.zeros(count).at[batch.states].add(shares)


def mean_kl(
    old: Float[Array, "s a"], new: Float[Array, "s a"], shares: Float[Array, " s"]
) -> Float[Array, ""]:
    """Σ_s share(s) KL(π_old(·|s) ‖ π_new(·|s)), in nats     (6.3); a state without a share adds nothing."""
    far = jnp.where(shares > 0, categorical_kl(old, new), 0.0)
    return jnp.maximum(shares @ far, 0.0)  # (6.3), below 0 by rounding alone


def fisher(logits: Float[Array, "s a"], shares: Float[Array, " s"]) -> Float[Array, "s a a"]:
    """F = Σ_s share(s) (diag π - π πᵀ)     (6.12): one block for each state, as no logit serves two."""
    policy = jax.nn.softmax(logits)
    blocks = jax.vmap(jnp.diag)(policy) - policy[:, :, None] * policy[:, None, :]
    return shares[:, None, None] * blocks  # (6.12)


def natural_direction(
    logits: Float[Array, "s a"],
    shares: Float[Array, " s"],
    slope: Float[Array, "s a"],
    damping=1e-3,
    scale=1.0,
) -> Float[Array, "s a"]:
    """d with (F + λ I) d = g, λ > 0, F in the logits     (6.14); with logits = scale · θ, d and the slope are θ's.

    F alone is singular: a shift of all logits of a state changes nothing. The Fisher matrix of θ is S F S, S =
    diag(scale), and S (F + λ I) S d = g is solved: the damping is put on the logits, whatever θ is.
    """
    require_positive(damping=damping)
    s = jnp.broadcast_to(scale, logits.shape)
    damped = fisher(logits, shares) + damping * jnp.eye(logits.shape[1])
    matrices = s[:, :, None] * damped * s[:, None, :]
    return jnp.linalg.solve(matrices, slope[..., None])[..., 0]  # (6.14)


def trpo_step(logits, shares, slope, delta, damping=1e-3, scale=1.0) -> Float[Array, "s a"]:
    """TRPO's step in θ: √(2δ / gᵀd) d, (F + λ I) d = g, times 0.8 until KL(old ‖ new) <= δ     (6.21). δ >= 0, λ > 0.

    With logits = scale · θ it is S (F + λ I) S d = g, as in `natural_direction`. The unit of reward changes nothing:
    so a slope that is rounding alone is followed as far as any other. Schulman et al. also ask that the sampled
    objective grows.
    """
    require_nonnegative(delta=delta)
    slope = trees.split_scale(slope)[1]
    d = natural_direction(logits, shares, slope, damping, scale)
    promised = jnp.sum(slope * d)
    step = jnp.sqrt(2 * delta / jnp.where(promised > 0, promised, 1.0)) * d  # (6.21)
    return backtrack_to_kl(logits, shares, step, delta, scale)


def backtrack_to_kl(logits, shares, step, delta, scale=1.0) -> Float[Array, "s a"]:
    """The step in θ, times 0.8 until KL(old ‖ new) <= δ; no step at all where even 0.8²⁹ of it goes too far."""
    factors = BACKTRACK_FACTOR ** jnp.arange(MAX_BACKTRACKS)
    far = jax.vmap(lambda factor: mean_kl(logits, logits + scale * factor * step, shares))(factors)
    kept = far <= delta
    return jnp.where(jnp.any(kept), factors[jnp.argmax(kept)], 0.0) * step


def ppo_objective(
    logits: Float[Array, "s a"], old: Float[Array, "s a"], batch: Episodes, clip=0.2
) -> Float[Array, ""]:
    """PPO's objective     (6.22): the mean over episodes of Σ_t γᵗ min(r A, clip(r, 1 - c, 1 + c) A), r = π / π_old."""
    at = (batch.states, batch.actions)
    ratio = jnp.exp(jax.nn.log_softmax(logits)[at] - jax.nn.log_softmax(old)[at])
    least = jnp.minimum(
        ratio * batch.advantages, jnp.clip(ratio, 1 - clip, 1 + clip) * batch.advantages
    )  # (6.22)
    return jnp.sum(batch.weights * least) / len(batch.states)
