"""The cliff and the bandit: where a move leads, what it pays, and when an episode ends."""

import jax
import numpy as np

from optcourse import mdps


def test_walls_hold_and_the_cliff_and_the_goal_end_the_episode():
    mdp = jax.tree.map(np.asarray, jax.jit(mdps.cliff)())
    assert mdp.next_state[0].tolist() == [0, 1, 6, 0] and mdp.next_state[17].tolist() == [11, 17, 23, 16]
    assert (float(mdp.reward[18, 1]), bool(mdp.terminal[18, 1])) == (-1.0, True)
    assert (float(mdp.reward[17, 2]), bool(mdp.terminal[17, 2])) == (1.0, True)
    living = [state for state in range(24) if state not in (*mdps.CLIFF, mdps.GOAL)]
    assert int(np.sum(mdp.terminal[living])) == 1 + 4 + 1  # into the cliff six ways, less one to the goal


def test_the_means_of_a_bandit_may_be_a_list():
    np.testing.assert_array_equal(mdps.bandit([1, 2.5]).reward, [[1, 2.5]])
