"""Budgets and weights on networks: a part of the tables again, and what the tasks are made of."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from optcourse import losses, models, optimizers
from optcourse.experiments import data, table
from optcourse.experiments.linear_combinations.digits_vae import LATENTS
from optcourse.experiments.tunable_tradeoffs import networks

TWO, FOUR, AUTOENCODER = networks.TASKS


def row(name, **wanted):
    """The one row of a table whose columns hold these values."""
    columns = table.read(name).where(**wanted).columns
    return {column: value for column, (value,) in columns.items()}


@pytest.mark.parametrize("task", [TWO, AUTOENCODER])
def test_the_table_holds_what_one_run_under_a_budget_gives(task):
    kept = row("tunable_networks", task=task, budget=0.4, seed=3)
    end = networks.train_constrained(task, 0.4, networks.task_problem(task, 3))
    for field, column in (("constraint_value", "spent"), ("loss", "loss"), ("multiplier", "multiplier")):
        assert float(getattr(end, field)) == pytest.approx(kept[column], rel=0.02)


def test_the_table_holds_what_one_run_with_a_weight_gives():
    kept = row("tunable_networks.front", formulation="weight", number=networks.ALPHAS[3], seed=2)
    found = networks.front_row("weight", networks.ALPHAS[3], 2)
    assert float(found["spent"]) == pytest.approx(kept["spent"], rel=0.02)


def test_more_weight_costs_the_four_layers_one_direction_after_the_other():
    at = networks.task_problem(FOUR, 0)
    assert [int(networks.numerical_rank(alpha, at)) for alpha in (3.83, 4.22, 5.62, 8.0)] == [3, 2, 1, 0]


def test_a_weight_holds_many_points_between_the_jumps_if_it_starts_there():
    """Budgets that are 0.02 or more from where any weight of the sweep ends, the last jump to nothing included."""
    swept, warm = (table.read(f"tunable_networks.{name}").columns for name in ("front", "warm_start"))
    weighted = swept["formulation"] == "weight"
    ends = [swept["spent"][weighted & (swept["seed"] == seed)] for seed in range(5)]
    far = np.array([np.min(np.abs(ends[seed] - budget)) for budget, seed in zip(warm["budget"], warm["seed"])]) >= 0.02
    far &= warm["budget"] > 0.03  # there MDMM itself did not settle
    stay = np.abs(warm["after"] / warm["budget"] - 1) < 0.02
    assert np.sum(far) == 18 and np.sum(stay[far]) == 16
    assert np.all(warm["after"][warm["budget"] == 0.05] < 0.001)  # near nothing the front is concave


def test_with_as_many_directions_the_multiplier_falls_as_the_budget_grows():
    warm = table.read("tunable_networks.warm_start").columns
    for seed in range(5):
        mine = (warm["seed"] == seed) & (warm["budget"] > 0.03)
        assert np.all(np.diff(warm["directions"][mine]) >= 0)  # more budget, more directions
        for directions in range(1, 6):
            assert np.all(np.diff(warm["multiplier"][mine & (warm["directions"] == directions)]) < 0)


@pytest.mark.parametrize("seed, budget", [(0, 0.1), (0, 0.2), (0, 0.225), (1, 0.1), (1, 0.225)])
def test_the_table_holds_where_a_weight_stays_that_starts_at_the_end_of_a_budget(seed, budget):
    kept = row("tunable_networks.warm_start", seed=seed, budget=budget)
    found = networks.warm_start_row(budget, seed)
    assert float(found["spent"]) == pytest.approx(budget, abs=5e-4)
    assert float(found["after"]) == pytest.approx(budget, abs=2e-3) == kept["after"]
    assert int(found["directions"]) == kept["directions"]
    assert float(found["multiplier"]) == pytest.approx(kept["multiplier"], rel=0.02)


@pytest.mark.parametrize("task", [TWO, FOUR])
def test_near_zero_the_loss_falls_with_the_norm_to_half_the_number_of_layers(task, float64):
    network = models.mlp(networks.SIZES[task])
    w, examples = network.init(jax.random.key(1)), data.digits(100)
    loss = lambda r: losses.cross_entropy(
        network.apply(jax.tree.map(lambda x: r * x, w), examples.inputs), examples.labels
    )
    bought = [abs(np.log(10) - float(loss(r))) for r in (0.01, 0.02)]  # the norm is r², so r^n is C^(n / 2)
    assert np.log2(bought[1] / bought[0]) == pytest.approx(len(w), abs=0.1)


def test_bisection_halves_the_logarithm_toward_the_budget(monkeypatch):
    spent = lambda task, alpha, at: networks.Outcome(*map(jnp.asarray, (0.0, 1 / alpha, alpha)))
    monkeypatch.setattr(networks, "train_weighted", spent)
    tried = [end.multiplier for end in networks.bisect_weight(TWO, 0.25, networks.task_problem(TWO, 0))]
    assert len(tried) == 10 and tried[0] == pytest.approx(2**0.5) and tried[-1] == pytest.approx(4, rel=0.01)
    monkeypatch.setattr(networks, "train_constrained", lambda task, budget, at: spent(task, 4.0, at))
    found = networks.compare_row(TWO, 0.25, 0)
    first = next(i for i, alpha in enumerate(tried) if abs(1 / alpha - 0.25) <= 0.005) + 1
    assert found["runs"] == first and abs(found["closest"] - 0.25) < 0.001
    assert networks.compare_row(TWO, 1e-3, 0)["runs"] == 0  # beyond all weights


def test_the_rate_of_a_code_that_says_nothing_is_zero_and_the_norm_is_that_of_all_weights():
    at = networks.task_problem(AUTOENCODER, 0)
    _, spent = networks.loss_and_constraint(AUTOENCODER, at.examples)
    assert float(spent(jax.tree.map(jnp.zeros_like, at.w))) == pytest.approx(0, abs=1e-6)
    silent = jax.tree.map(jnp.zeros_like, at.w)
    shifted = silent[0][-1]._replace(bias=jnp.ones(2 * LATENTS) * (jnp.arange(2 * LATENTS) < LATENTS))
    one_each = ([*silent[0][:-1], shifted], silent[1])  # means 1, deviations 1: half a nat for each number
    assert float(spent(one_each)) == pytest.approx(LATENTS / 2 / 10, rel=1e-5)
    at = networks.task_problem(TWO, 0)
    _, spent = networks.loss_and_constraint(TWO, at.examples)
    assert float(spent(at.w)) == pytest.approx(sum(np.sum(np.square(x)) for x in jax.tree.leaves(at.w)) / 100, rel=1e-5)


def test_a_constrained_step_of_adam_costs_what_a_weighted_step_does():
    at = networks.task_problem(TWO, 0)
    loss, spent = networks.loss_and_constraint(TWO, at.examples)
    plain = lambda w: loss(w, at.key)
    adam = optimizers.adam(0.01)
    constrained = optimizers.mdmm(adam, spent, 0.4, 30.0, 1.0)
    weighted = lambda w, state: adam.step(lambda v: plain(v) + 0.5 * spent(v), w, state)[:2]
    ours = lambda w, state: constrained.step(plain, w, state)[:2]
    flops = [
        jax.jit(step).lower(at.w, method.init(at.w)).compile().cost_analysis()["flops"]
        for step, method in ((weighted, adam), (ours, constrained))
    ]
    assert flops[1] < 1.1 * flops[0]


def test_an_unknown_task_is_named():
    with pytest.raises(ValueError, match="task = 'three layers': choose one of 'two layers'"):
        networks.task_problem("three layers", 0)
