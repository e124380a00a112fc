"""Policies in small worlds: exact returns and slopes, their samples, the Fisher matrix, and the steps made of them."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from optcourse import policies

WORLDS = {"cliff": policies.cliff, "bandit": lambda: policies.bandit(jnp.linspace(0, 1, 10), 0.5)}


@pytest.fixture(params=WORLDS)
def world(request, float64):
    return WORLDS[request.param]()


def some_logits(world, seed=0, size=1.0):
    return size * jax.random.normal(jax.random.key(seed), world.move.shape)


def shares_of(world, logits):
    often = policies.visits(world, logits)
    return often / jnp.sum(often)


def test_the_best_way_past_the_cliff_takes_seven_steps(float64):
    world = policies.cliff()
    gamma = policies.DISCOUNT
    closed = gamma**6 - 0.01 * (1 - gamma**6) / (1 - gamma)
    assert closed == pytest.approx(0.682, abs=5e-4)
    assert policies.best(world)[policies.START] == pytest.approx(closed, abs=1e-12)
    up, right, down = 0, 1, 2
    way = jnp.zeros(world.move.shape).at[policies.START, up].set(50).at[jnp.arange(12, 17), right].set(50)
    assert policies.earned(world, way.at[17, down].set(50)) == pytest.approx(closed, abs=1e-12)


def test_walls_hold_and_the_cliff_and_the_goal_end_the_episode():
    world = policies.cliff()
    assert world.move[0].tolist() == [0, 1, 6, 0] and world.move[17].tolist() == [11, 17, 23, 16]
    assert (float(world.reward[18, 1]), bool(world.ends[18, 1])) == (-1.0, True)
    assert (float(world.reward[17, 2]), bool(world.ends[17, 2])) == (1.0, True)
    living = [state for state in range(24) if state not in (*policies.CLIFF, policies.GOAL)]
    assert int(np.sum(np.asarray(world.ends)[living])) == 1 + 4 + 1  # into the cliff six ways, less one to the goal


def test_the_slope_is_that_of_the_return(world):
    logits = some_logits(world)
    slope = policies.gradient(world, logits)
    earned = lambda logits: policies.earned(world, logits)  # noqa: E731
    np.testing.assert_allclose(slope, jax.grad(earned)(logits), atol=1e-13)
    for direction in jax.random.normal(jax.random.key(1), (5, *logits.shape)):
        apart = earned(logits + 1e-5 * direction) - earned(logits - 1e-5 * direction)
        assert apart / 2e-5 == pytest.approx(float(jnp.sum(slope * direction)), abs=1e-9)


def test_no_policy_gains_on_average_over_what_it_does(world):
    logits = some_logits(world)
    gained = jnp.sum(jax.nn.softmax(logits) * policies.advantage(world, logits), axis=1)
    np.testing.assert_allclose(gained, 0, atol=1e-12)


def test_episodes_give_the_slope_and_the_visits_on_average(world):
    logits = some_logits(world, size=0.5)
    sampled = jax.jit(lambda key: policies.sample(world, logits, key, episodes=20, horizon=120))
    batches = jax.vmap(sampled)(jax.random.split(jax.random.key(2), 400))
    slopes = jax.vmap(lambda batch: policies.sampled_gradient(logits, batch))(batches)
    spread = jnp.std(slopes, axis=0) / 400**0.5
    off = (jnp.mean(slopes, axis=0) - policies.gradient(world, logits))[spread > 1e-9] / spread[spread > 1e-9]
    assert float(jnp.sqrt(jnp.mean(off**2))) < 1.5  # measured 1.06 and 0.90; chance gives 1
    weights = jax.tree.map(jnp.concatenate, batches)  # a batch of 8000 episodes
    seen = policies.sampled_visits(weights, len(logits))
    assert jnp.sum(seen) == pytest.approx(1)
    np.testing.assert_allclose(seen, shares_of(world, logits), atol=0.01)


def test_the_baseline_is_what_the_other_episodes_earned_from_there():
    arms = policies.bandit(jnp.full(3, 5.0), noise=0.0)
    many, alone = (policies.sample(arms, jnp.zeros((1, 3)), jax.random.key(0), n, horizon=1) for n in (20, 1))
    np.testing.assert_allclose(many.advantages, 0, atol=1e-5)
    np.testing.assert_allclose(alone.advantages, 5)  # nobody to compare with


def test_the_fisher_matrix_is_the_curvature_of_the_divergence_and_the_variance_of_the_score(world):
    logits = some_logits(world)
    shares = shares_of(world, logits)
    F = policies.fisher(logits, shares)
    direction = some_logits(world, seed=5)
    curved = jnp.einsum("sa,sab,sb->", direction, F, direction)
    assert policies.kl(logits, logits + 1e-4 * direction, shares) == pytest.approx(float(curved) * 5e-9, rel=1e-3)
    pi = jax.nn.softmax(logits)
    scores = jnp.eye(pi.shape[1]) - pi[:, None, :]  # of action a, in state s
    np.testing.assert_allclose(F, shares[:, None, None] * jnp.einsum("sa,sai,saj->sij", pi, scores, scores), atol=1e-15)


def test_the_divergence_is_that_from_the_old_policy_to_the_new_one(float64):
    old, new = jnp.log(jnp.array([[0.5, 0.5]])), jnp.log(jnp.array([[0.9, 0.1]]))
    one = jnp.ones(1)
    assert policies.kl(old, new, one) == pytest.approx(0.5 * np.log(0.5 / 0.9) + 0.5 * np.log(0.5 / 0.1))
    assert policies.kl(new, old, one) == pytest.approx(0.9 * np.log(0.9 / 0.5) + 0.1 * np.log(0.1 / 0.5))


def test_the_natural_direction_solves_the_damped_system(world):
    logits = some_logits(world)
    shares, slope = shares_of(world, logits), policies.gradient(world, logits)
    d = policies.natural_direction(logits, shares, slope, damping=1e-3)
    back = jnp.einsum("sab,sb->sa", policies.fisher(logits, shares), d) + 1e-3 * d
    np.testing.assert_allclose(back, slope, atol=1e-12)


def test_a_trust_region_step_goes_uphill_and_no_farther_than_allowed(world):
    logits = some_logits(world)
    shares, slope = shares_of(world, logits), policies.gradient(world, logits)
    for delta in (1e-6, 1e-3, 0.1, 1.0):
        step = policies.trust_region(logits, shares, slope, delta)
        far = policies.kl(logits, logits + step, shares)
        assert 0.3 * delta < far <= delta and float(jnp.sum(step * slope)) > 0
    d = policies.natural_direction(logits, shares, slope)
    longest = jnp.sqrt(2e-8 / jnp.sum(slope * d)) * d
    kept = policies.trust_region(logits, shares, slope, 1e-8)[0] / longest[0]
    assert np.all((np.abs(kept - 1) < 1e-6) | (np.abs(kept - 0.8) < 1e-6))  # there KL is its quadratic
    assert policies.earned(world, logits + policies.trust_region(logits, shares, slope, 1e-3)) > policies.earned(
        world, logits
    )


def test_a_rescaling_of_the_logits_changes_no_trust_region_step(world):
    logits = some_logits(world)
    shares, slope = shares_of(world, logits), policies.gradient(world, logits)
    scale = 10 ** jax.random.uniform(jax.random.key(7), logits.shape, minval=-0.7, maxval=0.7)
    step = policies.trust_region(logits, shares, scale * slope, 0.01, scale=scale)
    np.testing.assert_allclose(scale * step, policies.trust_region(logits, shares, slope, 0.01), atol=1e-9)
    assert float(jnp.max(jnp.abs(scale * (scale * slope) - slope))) > 1e-3  # a plain step does change


def test_ppo_starts_along_the_slope_and_stops_where_it_is_clipped(world):
    old = some_logits(world)
    batch = policies.sample(world, old, jax.random.key(4), horizon=40)
    slope = jax.grad(policies.clipped)(old, old, batch)
    np.testing.assert_allclose(slope, policies.sampled_gradient(old, batch), atol=1e-12)
    gains = policies.Episodes(*(x[:1, :1] for x in batch))._replace(advantages=jnp.ones((1, 1)))
    s, a = int(gains.states[0, 0]), int(gains.actions[0, 0])
    for sign, beyond in ((1.0, 3.0), (-1.0, -3.0)):  # a good action made likelier, a bad one rarer: enough is enough
        judged = gains._replace(advantages=jnp.full((1, 1), sign))
        assert not np.any(jax.grad(policies.clipped)(old.at[s, a].add(beyond), old, judged))
        assert np.any(jax.grad(policies.clipped)(old.at[s, a].add(-beyond), old, judged))
