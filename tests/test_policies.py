"""Policies in small worlds: exact returns and slopes, their samples, the Fisher matrix, and the steps made of them."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from optcourse import mdps, policies

MDPS = {"cliff": mdps.cliff, "bandit": lambda: mdps.bandit(jnp.linspace(0, 1, 10), 0.5)}


@pytest.fixture(params=MDPS)
def mdp(request, float64):
    return jax.jit(MDPS[request.param])()


def some_logits(mdp, seed=0, size=1.0):
    return size * jax.jit(lambda key: jax.random.normal(key, mdp.next_state.shape))(jax.random.key(seed))


@jax.jit
def at(mdp, logits):
    """(shares of the visits, slope) of a policy."""
    often = policies.discounted_visitation(mdp, logits)
    return often / jnp.sum(often), policies.policy_gradient(mdp, logits)


earned, kl, fisher = jax.jit(policies.expected_return), jax.jit(policies.mean_kl), jax.jit(policies.fisher)
natural_direction, trust_region = jax.jit(policies.natural_direction), jax.jit(policies.trpo_step)


def test_the_best_way_past_the_cliff_takes_seven_steps(float64):
    mdp = jax.jit(mdps.cliff)()
    gamma = mdps.DISCOUNT
    closed = gamma**6 - 0.01 * (1 - gamma**6) / (1 - gamma)
    assert closed == pytest.approx(0.682, abs=5e-4)
    assert mdps.optimal_values(mdp)[mdps.START] == pytest.approx(closed, abs=1e-12)
    up, right, down = 0, 1, 2
    way = np.zeros(mdp.next_state.shape)
    way[mdps.START, up] = way[12:17, right] = way[17, down] = 50
    assert earned(mdp, way) == pytest.approx(closed, abs=1e-12)


def test_the_slope_is_that_of_the_return(mdp):
    logits = some_logits(mdp)
    slope = np.asarray(at(mdp, logits)[1])
    np.testing.assert_allclose(slope, jax.jit(jax.grad(policies.expected_return, 1))(mdp, logits), atol=1e-13)
    for direction in np.random.default_rng(1).normal(size=(5, *logits.shape)):
        apart = earned(mdp, logits + 1e-5 * direction) - earned(mdp, logits - 1e-5 * direction)
        assert apart / 2e-5 == pytest.approx(float(np.sum(slope * direction)), abs=1e-9)


def test_no_policy_gains_on_average_over_what_it_does(mdp):
    mean = jax.jit(lambda logits: jnp.sum(jax.nn.softmax(logits) * policies.advantage(mdp, logits), axis=1))
    np.testing.assert_allclose(mean(some_logits(mdp)), 0, atol=1e-12)


def test_episodes_give_the_slope_and_the_visits_on_average(mdp):
    logits = some_logits(mdp, size=0.5)

    @jax.jit
    @jax.vmap
    def played(key):
        batch = policies.sample_episodes(mdp, logits, key, episodes=20, horizon=120)
        return policies.sampled_policy_gradient(logits, batch), batch

    @jax.jit
    def share(batches):
        return policies.sampled_visitation(
            jax.tree.map(jnp.concatenate, batches), len(logits)
        )  # a batch of 8000 episodes

    slopes, batches = played(jax.random.split(jax.random.key(2), 400))
    shares, slope = at(mdp, logits)
    spread = np.std(slopes, axis=0) / 400**0.5
    off = (np.mean(slopes, axis=0) - slope)[spread > 1e-9] / spread[spread > 1e-9]
    assert np.sqrt(np.mean(off**2)) < 1.5  # measured 1.06 and 0.90; chance gives 1
    seen = share(batches)
    assert np.sum(seen) == pytest.approx(1)
    np.testing.assert_allclose(seen, shares, atol=0.01)


@pytest.mark.parametrize("chance", [0.0, 1 - 2**-23])
def test_an_action_that_is_impossible_is_not_drawn_at_either_end_of_the_chances(chance, monkeypatch):
    same = lambda key, shape, minval=0.0: jnp.maximum(jnp.full(shape, chance), minval)
    monkeypatch.setattr(jax.random, "uniform", same)

    @jax.jit
    @jax.vmap
    def drawn(inner):
        logits = jnp.concatenate([jnp.array([-jnp.inf]), inner, jnp.array([-jnp.inf])])[None]
        return policies.sample_episodes(mdps.bandit(jnp.zeros(32)), logits, jax.random.key(0), 2, 1).actions

    inner = np.random.default_rng(0).normal(size=(50, 30))  # some of their probabilities add up to a little less than 1
    actions = drawn(jnp.float32(inner))
    assert np.all((actions > 0) & (actions < 31))


def test_the_baseline_is_what_the_other_episodes_earned_from_there():
    @jax.jit
    def judged(key):
        arms = mdps.bandit(jnp.full(3, 5.0), reward_std=0.0)
        return [policies.sample_episodes(arms, jnp.zeros((1, 3)), key, n, horizon=1).advantages for n in (20, 1)]

    many, alone = judged(jax.random.key(0))
    np.testing.assert_allclose(many, 0, atol=1e-5)
    np.testing.assert_allclose(alone, 5)  # nobody to compare with


def test_the_fisher_matrix_is_the_curvature_of_the_divergence_and_the_variance_of_the_score(mdp):
    logits = some_logits(mdp)
    shares, _ = at(mdp, logits)
    F = np.asarray(fisher(logits, shares))
    direction = np.asarray(some_logits(mdp, seed=5))
    curved = np.einsum("sa,sab,sb->", direction, F, direction)
    assert kl(logits, logits + 1e-4 * direction, shares) == pytest.approx(float(curved) * 5e-9, rel=1e-3)
    pi = np.exp(logits) / np.sum(np.exp(logits), axis=1, keepdims=True)
    scores = np.eye(pi.shape[1]) - pi[:, None, :]  # of action a, in state s
    variance = np.einsum("sa,sai,saj->sij", pi, scores, scores)
    np.testing.assert_allclose(F, np.asarray(shares)[:, None, None] * variance, atol=1e-15)


def test_the_divergence_is_that_from_the_old_policy_to_the_new_one(float64):
    old, new, one = np.log([[0.5, 0.5]]), np.log([[0.9, 0.1]]), np.ones(1)
    assert kl(old, new, one) == pytest.approx(0.5 * np.log(0.5 / 0.9) + 0.5 * np.log(0.5 / 0.1))
    assert kl(new, old, one) == pytest.approx(0.9 * np.log(0.9 / 0.5) + 0.1 * np.log(0.1 / 0.5))


def test_where_nobody_comes_even_an_infinite_divergence_counts_for_nothing():
    old, new = np.zeros((2, 2)), np.array([[1.0, 0.0], [-np.inf, 0.0]])
    assert kl(old, new, np.array([1.0, 0.0])) == kl(old[:1], new[:1], np.ones(1))
    assert kl(old, new, np.array([0.5, 0.5])) == np.inf


def test_the_natural_direction_solves_the_damped_system(mdp):
    logits = some_logits(mdp)
    shares, slope = at(mdp, logits)
    d = np.asarray(natural_direction(logits, shares, slope, damping=1e-3))
    back = np.einsum("sab,sb->sa", fisher(logits, shares), d) + 1e-3 * d
    np.testing.assert_allclose(back, slope, atol=1e-12)


def test_a_trust_region_step_goes_uphill_and_no_farther_than_allowed(mdp):
    logits = some_logits(mdp)
    shares, slope = at(mdp, logits)
    steps = {delta: np.asarray(trust_region(logits, shares, slope, delta)) for delta in (1e-8, 1e-6, 1e-3, 0.1, 1.0)}
    for delta in (1e-6, 1e-3, 0.1, 1.0):
        far = kl(logits, logits + steps[delta], shares)
        assert 0.3 * delta < far <= delta and np.sum(steps[delta] * slope) > 0  # at 0.1 the first try goes too far
    d = np.asarray(natural_direction(logits, shares, slope, damping=1e-3))
    longest = np.sqrt(2e-8 / np.sum(slope * d)) * d
    kept = steps[1e-8][0] / longest[0]
    assert np.all((np.abs(kept - 1) < 1e-6) | (np.abs(kept - 0.8) < 1e-6))  # there KL is its quadratic
    assert earned(mdp, logits + steps[1e-3]) > earned(mdp, logits)


def test_a_rescaling_of_the_logits_changes_no_trust_region_step(mdp):
    logits = some_logits(mdp)
    shares, slope = (np.asarray(each) for each in at(mdp, logits))
    scale = 10 ** np.random.default_rng(7).uniform(-0.7, 0.7, logits.shape)
    step = trust_region(logits, shares, scale * slope, 0.01, scale=scale)
    np.testing.assert_allclose(scale * step, trust_region(logits, shares, slope, 0.01), atol=1e-9)
    assert np.max(np.abs(scale * (scale * slope) - slope)) > 1e-3  # a plain step does change


def test_the_unit_of_reward_changes_no_trust_region_step():
    @jax.jit
    @jax.vmap
    def end(unit):
        mdp = mdps.bandit(unit * jnp.array([0.1, 0.5, 0.4]))
        step = lambda _, z: z + policies.trpo_step(z, jnp.ones(1), policies.policy_gradient(mdp, z), 0.01)
        return jax.nn.softmax(jax.lax.fori_loop(0, 30, step, jnp.zeros((1, 3))))[0]

    np.testing.assert_allclose(end(jnp.array([1e-20, 1e-6, 1.0, 1e6, 1e20])), np.tile([0, 1, 0], (5, 1)), atol=1e-4)


def test_ppo_starts_along_the_slope_and_stops_where_it_is_clipped(mdp):
    old = some_logits(mdp)
    slope_of = jax.jit(jax.grad(policies.ppo_objective))

    @jax.jit
    def played(key):
        batch = policies.sample_episodes(mdp, old, key, horizon=40)
        return batch, policies.sampled_policy_gradient(old, batch)

    batch, sampled = played(jax.random.key(4))
    np.testing.assert_allclose(slope_of(old, old, batch), sampled, atol=1e-12)
    first = policies.Episodes(*(jnp.asarray(np.asarray(x)[:1, :1]) for x in batch))
    s, a = int(first.states[0, 0]), int(first.actions[0, 0])
    for sign, beyond in ((1.0, 3.0), (-1.0, -3.0)):  # a good action made likelier, a bad one rarer: enough is enough
        judged = first._replace(advantages=jnp.asarray(np.full((1, 1), sign)))
        moved = np.zeros(old.shape)
        moved[s, a] = beyond
        assert not np.any(slope_of(old + moved, old, judged))
        assert np.any(slope_of(old - moved, old, judged))


# Errors


def test_numbers_that_make_no_step_are_named():
    logits, shares = jnp.zeros((1, 2)), jnp.ones(1)
    for damping in (0, -1.0, float("nan")):
        with pytest.raises(ValueError, match=f"damping = {damping}: give a finite number > 0"):
            policies.natural_direction(logits, shares, logits, damping)
        with pytest.raises(ValueError, match=f"damping = {damping}: give a finite number > 0"):
            policies.trpo_step(logits, shares, logits, 0.01, damping)
    with pytest.raises(ValueError, match=r"delta = -0\.01: give a finite number >= 0"):
        policies.trpo_step(logits, shares, logits, -0.01)
    np.testing.assert_array_equal(trust_region(logits, shares, jnp.array([[1.0, -1.0]]), 0.0), 0)


def test_the_logits_of_another_world_are_refused():
    mdp, logits = jax.jit(mdps.cliff)(), jnp.zeros((5, 4))
    for way in (
        policies.state_values,
        policies.discounted_visitation,
        policies.policy_gradient,
        lambda *at: policies.sample_episodes(*at, jax.random.key(0)),
    ):
        with pytest.raises(ValueError, match=r"logits of shape \(5, 4\): this MDP has states and actions \(24, 4\)"):
            way(mdp, logits)


def test_the_natural_direction_of_free_logits_is_the_advantage(float64):
    """(6.18): up to the same number on all logits of a state."""
    mdp, logits = mdps.cliff(), jax.random.normal(jax.random.key(3), (24, 4))
    visits, gradient = policies.discounted_visitation(mdp, logits), policies.policy_gradient(mdp, logits)
    direction = policies.natural_direction(logits, visits / jnp.sum(visits), gradient, damping=1e-9)
    centered = lambda table: table - jnp.mean(table, axis=1, keepdims=True)
    seen = np.asarray(visits > 0.01)
    expected = jnp.sum(visits) * centered(policies.advantage(mdp, logits))
    assert np.sum(seen) >= 6
    np.testing.assert_allclose(centered(direction)[seen], expected[seen], rtol=1e-4, atol=1e-5)
