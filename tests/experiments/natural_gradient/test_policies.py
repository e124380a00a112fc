"""Runs of policies: a part of the tables again, and how a run is judged."""

import compilation
import jax
import jax.numpy as jnp
import numpy as np
import pytest

from optcourse import mdps, policies
from optcourse.experiments import table
from optcourse.experiments.natural_gradient import policies as measured


def row(name, **wanted):
    """The one row of a table whose columns hold these values."""
    columns = table.read(name).where(**wanted).columns
    return {column: value for column, (value,) in columns.items()}


logit_scales = compilation.thoroughly(measured.logit_scales)  # its last digits decide who falls


@pytest.fixture(scope="module")
def cliff_runs():
    """The runs of the module, which compute for seconds: compiled thoroughly, PPO's once for both kinds of logits."""
    compiled = compilation.thoroughly(measured.cliff_runs, static_argnames="method")
    shape = (measured.SEEDS, *mdps.cliff().next_state.shape)

    def run(method, size, seeds, scales):
        return compiled(method, size, seeds, jnp.broadcast_to(scales, shape) if method == "PPO" else scales)

    return run


@pytest.mark.parametrize(
    "method, size, logits, near",
    [
        ("natural gradient", 0.003, "as is", 0.03),
        ("policy gradient", 42.0, "as is", 0.03),
        ("PPO", 0.02, "as is", 0.03),
        ("PPO", 1.0, "rescaled", 0.1),  # where policies fall, another rounding in Adam changed the mean by 0.034
    ],
)
def test_the_table_holds_what_runs_on_the_cliff_give(method, size, logits, near, cliff_runs, monkeypatch):
    monkeypatch.setattr(measured, "cliff_runs", cliff_runs)
    monkeypatch.setattr(measured, "logit_scales", logit_scales)
    kept = row("policy_steps", method=method, step_size=size, logits=logits)
    found = measured.cliff_row(method, size, logits)
    for count in ("reached", "collapsed"):
        assert abs(found[count] - kept[count]) <= 4  # of 50: rounding elsewhere may turn a sampled action
    assert found["earned"] == pytest.approx(kept["earned"], abs=near)
    assert found["kl"] == pytest.approx(kept["kl"], rel=0.1)


def test_the_table_holds_what_runs_on_the_bandit_give():
    kept, found = (
        row("policy_steps.bandit", method="policy gradient", step_size=5.0),
        measured.bandit_row("policy gradient", 5.0),
    )
    assert abs(found["locked"] - kept["locked"]) <= 4
    assert found["earned"] == pytest.approx(kept["earned"], abs=0.01)


def test_a_run_starts_from_the_uniform_policy_and_says_how_far_each_update_went():
    mdp = mdps.cliff()
    ran = measured.train_policy(mdp, "policy gradient", 10.0, jax.random.key(0))
    assert ran.logits.shape == (61, 24, 4) and ran.expected_return.shape == (61,) and ran.kl.shape == (60,)
    assert not np.any(ran.logits[0]) and ran.expected_return[0] == pytest.approx(-0.778, abs=1e-3)
    assert ran.expected_return[60] == pytest.approx(float(policies.expected_return(mdp, ran.logits[60])))
    batch = policies.sample_episodes(mdp, ran.logits[0], jax.random.split(jax.random.key(0), 60)[0], 20, 100)
    shares = policies.sampled_visitation(batch, 24)
    assert ran.kl[0] == pytest.approx(float(policies.mean_kl(ran.logits[0], ran.logits[1], shares)), rel=1e-4)


def test_the_scales_of_logits_span_a_factor_of_25_evenly():
    factors = np.log10(measured.logit_scales(0))
    assert -0.7 < factors.min() < -0.6 and 0.6 < factors.max() < 0.7 and abs(np.mean(factors)) < 0.1
    assert not np.allclose(factors, np.log10(measured.logit_scales(1)))


def test_runs_are_judged_by_what_they_earned():
    enough = measured.success_threshold()
    assert enough == pytest.approx(0.648, abs=1e-3)
    earned = np.array([[-0.8, 0.7, 0.1], [-0.8, 0.0, 0.6], [-0.8, 0.4, -0.2]])
    assert measured.first_passage(earned).tolist() == [1, -1, -1]
    np.testing.assert_allclose(measured.max_drawdown(earned), [0.6, 0, 0.6])
    assert measured.performance_collapse(earned, 0.34, 0.0).tolist() == [False, False, True]
    good, bad = jnp.zeros(10).at[9].set(20.0), jnp.zeros(10).at[3].set(20.0)
    assert measured.converged_to_wrong_arm(jnp.stack([good, bad, bad / 4])[:, None, None]).tolist() == [
        False,
        True,
        False,
    ]


def test_an_unknown_method_is_named():
    with pytest.raises(ValueError, match="method = 'TRPO': choose one of 'policy gradient'"):
        measured.train_policy(mdps.cliff(), "TRPO", 0.1, jax.random.key(0))
