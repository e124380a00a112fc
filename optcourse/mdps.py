"""Two small Markov decision processes (MDPs): cliff walking and a multi-armed bandit.

A policy earns Σ_t γᵗ r_t from the start, γ the discount. The grid of the cliff is after Sutton and
Barto (1998): a state is row * COLUMNS + column, row 0 on top.
"""

from functools import partial
from typing import NamedTuple

import jax
import jax.numpy as jnp
from jaxtyping import Array, Bool, Float, Int

ROWS, COLUMNS = 4, 6
START, GOAL = 18, 23  # bottom left and bottom right
CLIFF = (19, 20, 21, 22)
ACTIONS = (  # (rows, columns) to move by
    (-1, 0),  # up
    (0, 1),  # right
    (1, 0),  # down
    (0, -1),  # left
)
STEP_REWARD, CLIFF_REWARD, GOAL_REWARD = -0.01, -1.0, 1.0
DISCOUNT = 0.95

StateValues = Float[Array, " s"]


class MDP(NamedTuple):
    """A Markov decision process: next_state, reward and terminal, arrays (states, actions).

    terminal: whether the action ends the episode; start: the first state; discount: γ;
    reward_std: the standard deviation of the noise on a reward that is sampled.
    """

    next_state: Int[Array, "s a"]
    reward: Float[Array, "s a"]
    terminal: Bool[Array, "s a"]
    start: int
    discount: float
    reward_std: float


def cliff() -> MDP:
    """The cliff-walking grid. A step costs 0.01, the goal pays 1, the cliff costs 1; discount 0.95.

    Cliff and goal end the episode; against a wall one stays. The best way takes 7 steps: it earns
    γ⁶ - 0.01 (1 - γ⁶) / (1 - γ) = 0.682.
    """
    state = jnp.arange(ROWS * COLUMNS)[:, None]
    down, right = jnp.array(ACTIONS).T
    row = state // COLUMNS + down
    row = jnp.clip(row, 0, ROWS - 1)
    column = state % COLUMNS + right
    column = jnp.clip(column, 0, COLUMNS - 1)
    next_state = row * COLUMNS + column
    falls = jnp.isin(next_state, jnp.array(CLIFF))
    reaches = next_state == GOAL
    # Nobody acts in the cliff or at the goal: nothing more is earned there.
    over = jnp.isin(state, jnp.array((*CLIFF, GOAL)))
    reward = jnp.where(reaches, GOAL_REWARD, STEP_REWARD)
    reward = jnp.where(falls, CLIFF_REWARD, reward)
    reward = jnp.where(over, 0.0, reward)
    terminal = falls | reaches | over
    return MDP(
        next_state,
        reward,
        terminal,
        start=START,
        discount=DISCOUNT,
        reward_std=0.0,
    )


def bandit(means, reward_std=1.0) -> MDP:
    """A multi-armed bandit: one state, rewards N(means[arm], reward_std²), one pull an episode."""
    means = jnp.asarray(means, float)
    shape = (1, len(means))
    next_state = jnp.zeros(shape, int)
    terminal = jnp.ones(shape, bool)
    return MDP(
        next_state,
        means[None],
        terminal,
        start=0,
        discount=1.0,
        reward_std=reward_std,
    )


def action_values(mdp: MDP, v: StateValues) -> Float[Array, "s a"]:
    """r(s, a) + γ v(next): what an action earns if its next state is worth v."""
    later = jnp.where(mdp.terminal, 0.0, v[mdp.next_state])
    return mdp.reward + mdp.discount * later


@partial(jax.jit, static_argnames="sweeps")
def optimal_values(mdp: MDP, sweeps=500) -> StateValues:
    """Optimal state values by value iteration: v(s) = max_a r(s, a) + γ v(next), `sweeps` times."""

    def sweep(_, v):
        return jnp.max(action_values(mdp, v), axis=1)

    start = jnp.zeros(len(mdp.next_state))
    return jax.lax.fori_loop(0, sweeps, sweep, start)
