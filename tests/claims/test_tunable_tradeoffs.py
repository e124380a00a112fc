"""T40 to T46: what reaches a wanted point of a front, and what it costs.

Identities are held in float64. Thresholds stand beside what was measured; tables are those that the lesson reads, and
tests/experiments/ computes a part of each again.
"""

import re
from functools import partial
from itertools import product

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from optcourse import optimizers, tradeoffs
from optcourse.experiments import table
from optcourse.experiments.linear_combinations import fronts
from optcourse.experiments.run import run
from optcourse.experiments.tunable_tradeoffs import methods, multipliers, networks
from optcourse.lessons import claims


def shares(method, kind):
    """The share of hits (rates, seeds) from the table: three rates in each of five seeds, 0.02 first."""
    of_rates = methods.read_success_rates(method).values()
    mine = np.array([share[methods.FRONTS.index(kind)] for share in of_rates])
    assert mine.shape in ((3, 5), (1, 5))
    return mine


# T40: tunable


@pytest.mark.claim("T40")
def test_keeping_the_second_loss_at_a_value_reaches_every_point_of_both_kinds_of_front():
    for kind in ("convex", "concave"):
        assert np.all(shares("MDMM", kind) > 0.99)  # measured 1.000, each target from 16 starts


@pytest.mark.claim("T40")
def test_a_weight_is_no_such_knob_and_mgda_has_none():
    assert np.all(shares("weighted sum, exact weight", "concave") == 0)
    problem = tradeoffs.curved_front(1.5)
    first, second = (lambda theta: problem.losses(theta)[0]), (lambda theta: problem.losses(theta)[1])
    mgda = optimizers.mgda(optimizers.gradient_descent(0.02), second)
    begin = jnp.array([[theta1, 0.4] for theta1 in (0.2, 0.5, 0.8)])
    ends = jax.vmap(lambda start: run(mgda, first, start, 1000).end)(begin)
    assert np.all(np.abs(ends[:, 1]) < 1e-3)  # on the front
    assert np.all(np.abs(ends[:, 0] - begin[:, 0]) < 0.1)  # where it came down to it


# T41: the Lagrangian


@pytest.mark.claim("T41")
@pytest.mark.usefixtures("float64")
@pytest.mark.parametrize("problem", [tradeoffs.convex_front(), tradeoffs.curved_front(1.5)], ids=["convex", "concave"])
@pytest.mark.parametrize("epsilon", [0.2, 0.5, 0.8])
def test_the_wanted_point_is_a_saddle_of_the_lagrangian_whose_multiplier_is_the_slope(problem, epsilon):
    s = tradeoffs.parameter_for_target(problem, epsilon)
    multiplier = tradeoffs.multiplier_at(problem, s)

    def lagrangian(z):
        first, second = problem.losses(z[:2])
        return first - z[2] * (epsilon - second)

    z = jnp.append(problem.point_at(s), multiplier)
    np.testing.assert_allclose(jax.grad(lagrangian)(z), 0, atol=1e-10)
    values = np.linalg.eigvalsh(jax.hessian(lagrangian)(z))
    assert values[0] < -1e-3 and values[-1] > 1e-3  # both signs on a convex front too
    total = tradeoffs.weighted_sum(problem, multiplier)
    theta = jnp.array([0.37, -0.2])
    assert lagrangian(jnp.append(theta, multiplier)) == pytest.approx(total(theta) - multiplier * epsilon)


# T42: the exact multiplier


@pytest.mark.claim("T42")
def test_the_exact_weight_reaches_a_convex_front_and_never_a_concave_one():
    exact = "weighted sum, exact weight"
    assert np.all(shares(exact, "convex") == 1)
    assert np.all(shares(exact, "concave") == 0)
    assert np.all((shares(exact, "mixed") > 0.3) & (shares(exact, "mixed") < 0.6))  # measured .35 to .49, at any rate


# T43: the constraint first


@pytest.mark.claim("T43", "holds if")
def test_constraint_first_misses_at_a_large_rate_and_reaches_every_front_at_a_small_one():
    for kind in ("convex", "concave"):
        near = shares("hard constraint first", kind)[0]
        assert np.all((near > 0.4) & (near < 0.75))  # within .02: measured .61 to .66 and .50 to .55
    for kind in methods.FRONTS:
        large, middle, small = shares("hard constraint first", kind)
        assert np.all(large < middle) and np.all(middle < small) and np.all(small > 0.95)  # measured .967 to 1
    for kind in methods.FRONTS[2:]:  # where it does better than MDMM
        assert np.all(shares("hard constraint first", kind)[2] > shares("MDMM", kind)[2])


@pytest.mark.claim("T43", "holds if")
def test_its_chatter_follows_the_learning_rate_and_is_largest_where_the_gradients_are():
    spans = [np.ptp(multipliers.chattering_range("concave", 0.5, rate)) for rate in (0.02, 0.005)]
    assert 0.07 < spans[0] < 0.15 and 3 < spans[0] / spans[1] < 5  # measured .104, and 4.0 times less
    ends = [
        multipliers.chattering_range(kind, epsilon, 0.02) for kind, epsilon in product(methods.FRONTS[:2], (0.1, 0.95))
    ]
    np.testing.assert_allclose(ends[0], [-0.008, 0.018], atol=0.005)
    np.testing.assert_allclose(ends[1], [-0.074, 0.001], atol=0.005)
    assert max(map(np.ptp, ends[2:])) < 0.05


@pytest.mark.claim("T43", "holds if")
def test_noise_biases_constraint_first_and_not_mdmm():
    keys = jax.random.split(jax.random.key(0), 5)
    means, distance = {}, {}
    for wrap in ("constraint_first", "mdmm"):
        late = jnp.stack([multipliers.noisy_run(wrap, 0.2, key)[1000:] for key in keys])
        means[wrap] = np.mean(late, axis=1) - 0.5
        distance[wrap] = np.sqrt(np.mean((late - 0.5) ** 2))
    assert np.all(means["constraint_first"] < -0.025)  # measured -.048 to -.036
    assert np.all(np.abs(means["mdmm"]) < 0.02)  # measured at most .011
    assert distance["constraint_first"] < 0.1 < distance["mdmm"] < 0.17  # and yet nearer: measured .076 and .132


# T44: BDMM


@pytest.mark.claim("T44")
def test_without_damping_it_settles_on_a_convex_front_and_circles_a_concave_one():
    assert np.all(shares("BDMM", "convex") == 1)
    assert np.all(shares("BDMM", "concave") < 0.2)  # measured 0 to .13


@pytest.mark.claim("T44")
@pytest.mark.parametrize("seed", range(5))
def test_without_damping_the_second_loss_still_swings_after_ten_thousand_steps(seed):
    start = jnp.append(fronts.starts(jax.random.key(seed), 1)[0], 0.0)
    swings = lambda problem: np.ptp(multipliers.mdmm_path(problem, 0.5, 0.0, start, steps=10_000).losses[8000:, 1])
    assert swings(tradeoffs.curved_front(1.5)) > 0.5 > 1e-3 > swings(tradeoffs.convex_front())


@pytest.mark.claim("T44")
@pytest.mark.usefixtures("float64")
@pytest.mark.parametrize(
    "k, epsilon, rate, grows", [(0, 0.5, 0.4, False), (0, 0.5, 2.0, True), (0, 0.95, 0.7, True), (1.5, 0.5, 0.01, True)]
)
def test_the_spiral_turns_outward_on_a_concave_front_and_on_a_convex_one_if_the_multiplier_is_fast(
    k, epsilon, rate, grows
):
    problem = tradeoffs.curved_front(k) if k else tradeoffs.convex_front()
    s = tradeoffs.parameter_for_target(problem, epsilon)
    begin = jnp.append(problem.point_at(s), tradeoffs.multiplier_at(problem, s)).at[0].add(1e-3)
    off = abs(multipliers.mdmm_path(problem, epsilon, 0.0, begin, (0.02, rate), 5000).losses[:, 1] - epsilon)
    assert (
        (off[-200:].max() > 10 * off[0]) == grows == bool(tradeoffs.stable_damping_range(problem, s, 0.02, rate)[0] > 0)
    )


# T45: MDMM


@pytest.mark.claim("T45", "holds if")
def test_with_damping_both_fronts_are_reached():
    for kind in ("convex", "concave"):
        assert np.all(shares("MDMM", kind) > 0.99)  # measured 1.000, at each of three rates
    assert np.all(shares("MDMM", "mixed") > 0.9)  # measured .951 to .964


@pytest.mark.claim("T45", "holds if")
@pytest.mark.usefixtures("float64")
@pytest.mark.parametrize("k, epsilon", [(1.5, 0.25), (1.5, 0.5), (1.5, 0.75), (2.0, 0.5), (2.0, 0.75)])
def test_the_point_attracts_exactly_between_two_edges_of_damping(k, epsilon):
    problem = tradeoffs.curved_front(k)
    s = tradeoffs.parameter_for_target(problem, epsilon)
    least, most = tradeoffs.stable_damping_range(problem, s, *multipliers.RATES)
    assert least > tradeoffs.critical_damping(problem, s) > 0
    for damping, stays in ((0.95 * least, False), (1.05 * least, True), (0.95 * most, True), (1.05 * most, False)):
        before, after = multipliers.constraint_errors(k, epsilon, damping)
        assert (after < 0.5 * before) == stays and (after > 10 * before) != stays


@pytest.mark.claim("T45", "holds if")
def test_it_settles_in_the_damping_beyond_the_critical_over_the_multiplier_s_rate_at_the_text_s_settings_too():
    for damping, rates in ((10.0, (0.02, 0.02)), (20.0, (0.02, 0.4))):  # more in tests/experiments
        measured, law = multipliers.settling_time(1.5, 0.5, damping, rates)
        assert measured == pytest.approx(float(law), rel=0.03)  # measured 429 steps for 428.4, and 46 for 46.4


@pytest.mark.claim("T45", "holds if")
def test_it_has_not_arrived_at_equal_rates_and_a_flat_corner_holds_it():
    assert np.all(shares("MDMM, equal rates", "concave") < 0.05)  # measured .00 to .02
    corner = shares("MDMM", "concave to the ends")
    assert np.all((corner > 0.5) & (corner < 0.9))  # measured .61 to .84


# T46: a few lines, any optimizer


def with_multiplier(base, steps):
    """Where MDMM around an optimizer ends on the concave front, (0.74, 0.50) wanted."""
    first, second = fronts.separate_losses(tradeoffs.curved_front(1.5))
    method = optimizers.mdmm(base, second, 0.5, 20.0, 0.04)
    return run(method, first, jnp.array([0.4, 0.3]), steps, record=lambda w, state: None).end


DOWNHILL = sorted(set(optimizers.ALL) - {"newton"})
OWN_RATES = {"adagrad": 0.01}  # of those that 10,000 steps at 0.002 do not bring there
AROUND = "{0}(learning_rate={1}) does not settle at the wanted point: if it is only slow, give it a rate in OWN_RATES; "
AROUND += "if it climbs, take it out of DOWNHILL and say so in T46 of optcourse/claims.toml"


@pytest.mark.claim("T46", "holds if")
@pytest.mark.parametrize("name", DOWNHILL)
def test_mdmm_around_any_optimizer_that_goes_downhill_ends_at_the_wanted_point(name):
    rate = OWN_RATES.get(name, 0.002)
    end = with_multiplier(optimizers.ALL[name](rate), 10_000)
    problem = tradeoffs.curved_front(1.5)
    wanted = problem.losses_at(tradeoffs.parameter_for_target(problem, 0.5))
    # measured at most .0017, of rmsprop
    np.testing.assert_allclose(problem.losses(end), wanted, atol=0.01, err_msg=AROUND.format(name, rate))


def test_the_ledger_counts_the_optimizers_that_mdmm_was_put_around():
    [row] = [row for row in claims.rows("08") if row.id == "T46"]
    [count] = re.findall(r"around any of (\d+) optimizers", row.effect)
    counted = f"T46 of optcourse/claims.toml counts {count} optimizers, DOWNHILL has {len(DOWNHILL)}"
    again = "python -m optcourse notebooks notebooks/deeper/08_settings.ipynb"
    assert int(count) == len(DOWNHILL), f"{counted}: correct the row, then run {again}"


@pytest.mark.claim("T46", "holds if")
@pytest.mark.parametrize("rate", [0.002, 0.01, 0.05])
def test_around_newton_s_method_which_climbs_as_well_it_ends_in_a_corner(rate):
    assert abs(tradeoffs.curved_front(1.5).losses(with_multiplier(optimizers.newton(rate), 10_000))[0] - 0.74) > 0.5


@pytest.mark.claim("T46", "holds if")
def test_three_lines_around_an_optimizer_are_mdmm():
    (first, second), base = fronts.separate_losses(tradeoffs.curved_front(1.5)), optimizers.adam(0.002)
    w, multiplier = jnp.array([0.4, 0.3]), 0.0
    state = base.init(w)
    for _ in range(3):
        h = second(w) - 0.5
        pressure = multiplier + 20.0 * h
        w, state, _ = base.step(lambda v, p=pressure: first(v) + p * second(v), w, state)
        multiplier = multiplier + 0.04 * h
    np.testing.assert_allclose(with_multiplier(base, 3), w, rtol=1e-5)


@pytest.mark.claim("T46", "holds if")
def test_one_run_around_adam_meets_budgets_of_three_networks_that_a_search_needs_many_runs_for():
    rows = table.read("tunable_networks").columns
    off = np.abs(rows["spent"] / rows["budget"] - 1)
    assert off.max() < 0.06  # measured .039, in the autoencoder
    for task in networks.TASKS[:2]:
        assert off[rows["task"] == task].max() < 0.005  # measured .001
    unreached = (rows["task"] == "four layers") & (rows["budget"] <= 0.2)
    assert np.all(rows["runs"][unreached] == 0)  # ten runs of bisection, and none within 2 %
    assert np.median(rows["runs"][(rows["task"] == "two layers")]) >= 4  # measured 6


@pytest.mark.claim("T46", "holds if")
def test_around_adam_the_deep_network_meets_a_budget_that_no_weight_gives():
    end = networks.train_constrained("four layers", 0.2, networks.task_problem("four layers", 0))
    assert float(end.constraint_value) == pytest.approx(0.2, rel=0.01)


@partial(jax.jit, static_argnames="steps")
def constraint_path(budget, at, damping, steps):
    """MDMM around Adam on four layers: the outcome, and the constraint value at each of steps + 1 points."""
    loss, constraint = networks.loss_and_constraint("four layers", at.examples)
    adam, rate = optimizers.adam(networks.SETTINGS["adam"]), networks.SETTINGS["multiplier_rate"]
    method = optimizers.mdmm(adam, constraint, budget, damping, rate)
    record = lambda w, state: (state.multiplier, constraint(w))
    found = run(method, loss, at.w, steps, jax.random.split(at.key, steps), record)
    multipliers, values = found.path
    return networks.Outcome(loss(found.end, at.key), values[-1], multipliers[-1]), values


@pytest.mark.claim("T46", "holds if")
def test_near_zero_the_deep_network_needs_more_damping_than_elsewhere():
    for seed in range(5):
        at = networks.task_problem("four layers", seed)
        end, spent = constraint_path(0.03, at, 300.0, 3000)
        assert np.all(np.abs(spent[2000:] - 0.03) < 1e-3)  # at rest: measured .0300
        assert float(end.loss) < 2.21 and float(end.multiplier) > 6  # measured 2.17 to 2.18, and 6.8 to 7.8
        late = np.asarray(constraint_path(0.03, at, networks.SETTINGS["damping"], 3000)[1][1000:])
        assert late.min() < 0.005 and late.max() > 0.1  # measured at most .002, at least .11: it swings
