"""G22 to G25, N38 and N39: what momentum is, what it carries you through, and what a flat loss says.

Thresholds stand beside what was measured with this package. Three rows hold under a condition: a ball gets over only
below a critical friction (G22), momentum is a sum and no average (N38), and gains √κ only with a β chosen for κ (N39).
"""

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from optcourse import landscapes, losses, models, quadratics, trees
from optcourse.experiments import run as measured
from optcourse.experiments import table
from optcourse.experiments.critical_points import escape
from optcourse.experiments.momentum import digits, oscillation, wells
from optcourse.experiments.momentum import quadratics as experiment
from optcourse.experiments.run import run, sweep
from optcourse.optimizers import gradient_descent, momentum, newton

KEYS = jax.random.split(jax.random.key(0), 5)


# G22: through saddles and out of minima, if ...


@pytest.mark.claim("G22", "holds if")
@pytest.mark.parametrize("beta, over", [(0.0, 0), (0.5, 0), (0.8, 0), (0.9, 0), (0.95, 9), (0.99, 9)])
def test_of_nine_balls_all_get_over_or_none_and_plain_descent_never_does(beta, over):
    outcomes = wells.outcomes(0.05, beta, np.linspace(-4, -2, 9))
    assert np.sum(np.asarray(outcomes) > 0) == over


@pytest.mark.claim("G22", "holds if")
def test_plain_descent_stays_in_the_small_well_at_every_rate_at_which_it_converges():
    rates = np.linspace(0.01, 0.85, 43)
    assert np.all(np.asarray(wells.outcomes(rates, 0.0, steps=5000)) == 0)


@pytest.mark.claim("G22", "holds if")
def test_with_little_friction_some_balls_come_back():
    outcomes = wells.outcomes(0.05, 0.99, np.linspace(-4, -2, 9))
    assert np.bincount(outcomes, minlength=4).tolist() == [0, 7, 2, 0]


@pytest.mark.claim("G22", "holds if")
@pytest.mark.parametrize("start", [-4.0, -3.0, -2.0, -1.0])
def test_what_decides_is_the_friction_and_not_beta_alone(start):
    rates = [0.003, 0.03, 0.3]
    betas = [wells.critical_beta(rate, start) for rate in rates]
    frictions = wells.friction(np.array(rates), np.array(betas))
    assert np.ptp(frictions) < 0.06 * np.mean(frictions)  # measured: within 3.5 % while the rate grows 100 times
    assert betas[0] - betas[2] > 0.08  # and the smaller rate needs the larger β


@pytest.mark.claim("G22", "holds if")
def test_a_lower_start_and_a_higher_wall_allow_less_friction():
    starts, barriers = [-4.0, -3.0, -2.0, -1.0], [0.4, 0.6, 0.8]
    friction = lambda start, barrier: float(wells.friction(0.01, wells.critical_beta(0.01, start, barrier)))
    frictions = np.array([[friction(start, barrier) for start in starts] for barrier in barriers])
    assert np.all(np.diff(frictions, axis=1) < 0) and np.all(np.diff(frictions, axis=0) < 0)


@pytest.mark.claim("G22", "holds if")
@pytest.mark.parametrize("beta, steps", [(0.0, 388), (0.5, 209), (0.9, 91), (0.95, 79)])
def test_beside_lees_saddle_momentum_is_up_to_five_times_sooner_at_the_same_rate(beta, steps, float64):
    path = run(momentum(0.02, beta), landscapes.lee.loss, np.array([1 + 1e-6, -1.0]), 1000, record=lambda w, s: None)
    assert measured.first_below(path.loss, 0.01) == steps


@pytest.mark.claim("G22", "holds if")
def test_at_the_same_total_step_gradient_descent_is_sooner_still():
    heavy, plain = (escape.steps_to_escape(method, [1e-6])[0] for method in (momentum(0.02), gradient_descent(0.2)))
    assert plain < 0.6 * heavy  # measured: 44 and 93


@pytest.mark.claim("G22", "holds if")
def test_beside_a_wall_the_gain_at_a_saddle_grows_like_the_root_of_kappa():
    gains = []
    for kappa in (10.0, 100.0, 1000.0):
        plain = experiment.steps_to_escape(kappa, quadratics.best_gradient_descent(1.0, kappa))
        gains.append(plain / experiment.steps_to_escape(kappa, quadratics.best_momentum(1.0, kappa)))
    np.testing.assert_allclose(np.array(gains[1:]) / gains[:-1], np.sqrt(10), rtol=0.25)  # measured: 2.75 and 3.10


# G23: the update


@pytest.mark.claim("G23")
def test_gradient_descent_moves_against_the_gradient_and_momentum_adds_a_share_of_the_last_move(float64):
    loss, w, m = landscapes.himmelblau.loss, np.array([0.5, 1.0]), np.zeros(2)
    slope = jax.jit(jax.grad(loss))
    for row in np.asarray(run(momentum(0.01, 0.8), loss, w, 50).path):
        np.testing.assert_allclose(row, w, rtol=1e-12)
        m = 0.8 * m - 0.01 * np.asarray(slope(w))
        w = w + m
    plain = np.asarray(run(gradient_descent(0.01), loss, np.array([0.5, 1.0]), 1).path)
    np.testing.assert_allclose(plain[1] - plain[0], -0.01 * slope(plain[0]), rtol=1e-12)


@pytest.mark.claim("G23")
def test_after_a_cut_of_the_rate_this_form_coasts_on_and_the_usual_form_stops(float64):
    def rate(t):
        return jnp.where(t < 200, 0.1, 0.0)

    path = run(momentum(rate, 0.9), lambda w: w, 0.0, 400).path
    coasted = (path[-1] - path[200]) / (path[200] - path[199])
    assert float(coasted) == pytest.approx(0.9 / (1 - 0.9), rel=1e-6)  # nine more moves like the last one

    def usual(carry, t):  # v <- β v + g, w <- w - η v, for the gradient 1
        w, v = carry
        v = 0.9 * v + 1
        return (w - rate(t) * v, v), w - rate(t) * v

    places = jax.lax.scan(usual, (jnp.zeros(()), jnp.zeros(())), jnp.arange(400))[1]
    np.testing.assert_allclose(places[:200], path[1:201], rtol=1e-12)  # the same until the cut
    assert places[-1] == places[199]


# G24: a fading sum of all past gradients


@pytest.mark.claim("G24")
def test_the_move_of_a_network_is_the_fading_sum_of_its_gradients_in_every_seed(float64):
    network, steps, beta, rate = models.mlp((4, 5, 3)), 40, 0.9, 0.3
    shapes = jax.eval_shape(network.init, KEYS[0])

    @jax.jit
    def moves_and_gradients(inputs, labels, start):
        w, loss = trees.flatten_loss(lambda w: losses.cross_entropy(network.apply(w, inputs), labels), start)
        path, moves = run(momentum(rate, beta), loss, w, steps, record=lambda w, state: (w, state.velocity)).path
        return moves, jax.vmap(jax.grad(loss))(path)

    for seed in range(5):
        rng = np.random.default_rng(seed)
        start = jax.tree.map(lambda leaf, rng=rng: rng.normal(size=leaf.shape) / 2, shapes)
        result = moves_and_gradients(rng.normal(size=(20, 4)), rng.integers(3, size=20), start)
        moves, gradients = map(np.asarray, result)
        for t in (1, 2, 17, steps):
            weights = beta ** (t - 1 - np.arange(t))
            np.testing.assert_allclose(moves[t], -rate * weights @ gradients[:t], atol=1e-14)  # g⁰ to gᵗ⁻¹, and not gᵗ


# G25: a flat loss is no critical point


@pytest.mark.claim("G25")
@pytest.mark.parametrize("rate, loss, gradient", [(0.05, 2.5, 9.165151), (0.03, 1.5, 7.453560)])
def test_in_a_ravine_the_loss_stands_still_while_the_gradient_is_long(rate, loss, gradient, float64):
    end = run(gradient_descent(rate), oscillation.ravine, jnp.array([3.0, 1.0]), 10_000)
    assert end.loss[-1] == pytest.approx(loss, rel=1e-3) and np.ptp(end.loss[-100:]) < 1e-5
    assert end.gradient_norm[-1] == pytest.approx(gradient, rel=1e-3)


@pytest.fixture(scope="module")
def ravine_losses():
    """The last 200 of 5000 losses from 30 starts, x = 3 and y from 0.1 to 3, by β at learning rate 0.05."""
    betas, starts = (0.0, 0.5, 0.9), jnp.column_stack([jnp.full(30, 3.0), jnp.linspace(0.1, 3, 30)])
    found = sweep(lambda beta: momentum(0.05, beta), betas, oscillation.ravine, starts, 5000).loss
    return dict(zip(betas, np.asarray(found)[:, :, -200:]))


@pytest.mark.claim("G25")
@pytest.mark.parametrize("beta, down, highest", [(0.0, 30, 2.5), (0.5, 29, 2.862), (0.9, 4, 11.51)])
def test_plain_steps_always_come_down_to_the_cycle_and_with_beta_0_9_only_a_few_starts_do(
    ravine_losses, beta, down, highest
):
    means = ravine_losses[beta].mean(axis=1)
    assert np.sum(np.isclose(means, oscillation.limit_cycle(0.05, beta).loss, rtol=0.01)) == down
    assert means.max() == pytest.approx(highest, rel=0.01)


@pytest.mark.claim("G25")
def test_from_the_start_of_the_lesson_momentum_0_9_keeps_two_losses_of_which_neither_is_that_of_the_law(ravine_losses):
    np.testing.assert_allclose(np.sort(ravine_losses[0.9][9])[[0, -1]], [2.484, 2.760], rtol=2e-3)


@pytest.fixture(scope="module")
def bounces():
    """What `noisy_labels` shows for five seeds, by β: (loss, gradient) before and after the cut, and at the start."""

    def facts(record):
        L, g = np.asarray(record.loss), np.asarray(record.gradient_norm)
        before, after = slice(150, 200), slice(-10, None)
        return (
            L[100:150].mean() / L[before].mean(),
            L[before].mean() / L[after].mean(),
            g[before].mean() / g[after].mean(),
        )

    return {
        beta: np.array([facts(oscillation.train_on_noisy_labels(key, beta)) for key in KEYS]) for beta in (0.0, 0.9)
    }


@pytest.mark.claim("G25")
def test_a_network_with_noisy_labels_hardly_improves_and_a_smaller_rate_makes_the_gradient_five_times_shorter(bounces):
    progress, loss_drop, gradient_drop = bounces[0.0].T
    assert np.all(progress < 1.08)  # in the last 1000 updates; measured: 1.03 to 1.05
    assert np.all(loss_drop > 1.1) and np.all(gradient_drop > 4)  # measured: 1.17 to 1.18, and 5.7 to 6.6


@pytest.mark.claim("G25")
def test_momentum_with_the_same_total_step_bounces_as_well(bounces):
    _, loss_drop, gradient_drop = bounces[0.9].T
    assert np.all(loss_drop > 1.1) and np.all(gradient_drop > 3)  # measured: 1.14 to 1.17, and 4.3 to 5.2


@pytest.mark.claim("G25")
def test_on_all_the_data_it_bounces_too_with_little_loss_in_it():
    # Measured in five seeds after 4000 + 400 updates: 42 to 45 and 1.06 to 1.08. After 400 + 60: 12 to 15 and 1.05.
    record = oscillation.train_on_noisy_labels(KEYS[0], batch_size=oscillation.EXAMPLES, before=400, after=60)
    L, g = np.asarray(record.loss), np.asarray(record.gradient_norm)
    assert g[10:20].mean() > 8 * g[-1]
    assert 1.02 < L[10:20].mean() / L[-1] < 1.12


# N38: what agrees adds up, what conflicts cancels


@pytest.mark.claim("N38", "holds if")
def test_gradients_that_agree_are_ten_times_amplified_and_alternating_ones_halved(float64):
    for sign, gain in [(1, 10), (-1, 1 / 1.9)]:
        gradients = jnp.asarray(float(sign)) ** jnp.arange(300)
        moves = run(momentum(1.0, 0.9), lambda w, g: g * w, 0.0, 300, gradients, lambda w, state: state.velocity).path
        assert abs(moves[-1]) == pytest.approx(gain, rel=1e-9)
        assert 1 / (1 - 0.9 * sign) == pytest.approx(gain, rel=1e-9)  # the weights of (3.3)


@pytest.mark.claim("N38", "holds if")
def test_it_is_a_sum_whose_weights_do_not_add_up_to_one(float64):
    move = run(momentum(1.0, 0.9), lambda w: w, 0.0, 300, record=lambda w, state: state.velocity).path[-1]
    assert move == pytest.approx(-10, rel=1e-9)  # an average of gradients that are all 1 would be 1


# N39: like information about curvature, if β is chosen for κ


@pytest.mark.claim("N39", "holds if")
def test_the_steps_of_the_best_momentum_grow_like_the_root_of_kappa_in_every_seed():
    kappas = (10.0, 100.0, 1000.0, 10_000.0)
    slopes = {}
    for method in experiment.METHODS:
        counts = np.array([experiment.steps_to_shrink(method, kappa, KEYS) for kappa in kappas])
        slopes[method] = np.polyfit(np.log(kappas), np.log(counts), 1)[0]
    np.testing.assert_allclose(slopes["gradient_descent"], 1, atol=0.02)  # measured: .997 to 1.00
    np.testing.assert_allclose(slopes["momentum"], 0.5, atol=0.05)  # measured: .52 to .54
    np.testing.assert_allclose(slopes["nesterov"], 0.5, atol=0.05)  # measured: .53


@pytest.mark.claim("N39", "holds if")
@pytest.mark.parametrize("kappa, plain, heavy", [(10.0, 71, 27), (100.0, 709, 95), (1000.0, 7082, 321)])
def test_the_steps_of_the_ledger_from_its_own_start(kappa, plain, heavy, float64):
    def steps(method):
        numbers = experiment.best_parameters(method, kappa)
        loss = lambda w: (w[0] ** 2 + kappa * w[1] ** 2) / 2
        lengths = run(
            momentum(numbers.learning_rate, numbers.beta),
            loss,
            jnp.ones(2),
            8000,
            record=lambda w, s: jnp.linalg.norm(w),
        ).path
        return int(np.argmax(lengths < 1e-6))

    assert (steps("gradient_descent"), steps("momentum")) == (plain, heavy)


@pytest.mark.claim("N39", "holds if")
def test_with_beta_fixed_at_0_9_there_is_no_such_law():
    counts = [
        np.median(experiment.steps_to_shrink("momentum", kappa, KEYS, beta=0.9)) for kappa in (10.0, 100.0, 10_000.0)
    ]
    plain = [np.median(experiment.steps_to_shrink("gradient_descent", kappa, KEYS)) for kappa in (10.0, 10_000.0)]
    assert counts[0] > 3 * plain[0]  # measured: 260 and 63
    assert counts[2] > 10 * counts[1]  # measured: 3809 and 259
    assert 10 < plain[1] / counts[2] < 20  # a constant factor: measured 16, in the limit 19


@pytest.mark.claim("N39", "holds if")
@pytest.mark.parametrize("kappa", [10.0, 100.0, 10_000.0])
def test_a_method_that_knows_the_curvature_needs_one_step_for_every_kappa(kappa, float64):
    path = run(newton(1.0), landscapes.quadratic(kappa, 0.3).loss, jnp.array([1.0, -0.7]), 1).path
    np.testing.assert_allclose(path[1], 0, atol=1e-10)


@pytest.mark.claim("N39", "holds if")
def test_momentum_has_to_be_told_kappa(float64):
    def steps(told, kappa):  # the steepest curvature is 1, the flattest 1 / κ
        best = quadratics.best_momentum(1 / told, 1.0)
        loss = lambda w: (w[0] ** 2 / kappa + w[1] ** 2) / 2
        path = run(momentum(best.learning_rate, best.beta), loss, jnp.ones(2), 10_000).path
        return int(np.argmax(np.linalg.norm(path, axis=1) < 1e-6))

    assert steps(10.0, 1000.0) > 5 * steps(1000.0, 1000.0)  # measured: 4358 and 321
    assert steps(1000.0, 10.0) > 5 * steps(10.0, 10.0)  # measured: 321 and 27


@pytest.mark.claim("N39", "holds if")
def test_the_numbers_that_are_best_for_quadratics_go_around_for_ever_on_a_convex_loss(float64):
    stuck = {}
    for method, (make, _) in experiment.METHODS.items():
        parameters = experiment.best_parameters(method, 25.0)
        optimizer = make(parameters.learning_rate, parameters.beta)
        end = jax.vmap(lambda start: run(optimizer, experiment.lessard_loss, start, 3000).end)  # noqa: B023
        stuck[method] = np.mean(np.abs(end(jnp.linspace(-5, 5, 201))) > 0.1)
    assert stuck["momentum"] > 0.08 and stuck["gradient_descent"] == stuck["nesterov"] == 0  # measured: 12 %
    best = quadratics.best_momentum(1.0, 25.0)
    path = run(momentum(best.learning_rate, best.beta), experiment.lessard_loss, 3.2, 3000).path
    np.testing.assert_allclose(path[-3:], path[-6:-3], atol=1e-9)
    assert np.ptp(path[-3:]) > 3


# What a network gains; no row of its own, but said in the lesson


def test_at_the_same_total_step_momentum_reaches_the_loss_of_gradient_descent_as_long_as_all_are_stable():
    for size, totals, tolerance in [(1000, (0.1, 0.2, 0.4, 0.8, 1.6), 0.1), (16, (0.1, 0.2, 0.4, 0.8), 0.1)]:
        facts = digits.read_gains(size)
        for method in ("momentum", "nesterov"):
            ratios = [facts[method]["losses"][step] / facts["gradient_descent"]["losses"][step] for step in totals]
            np.testing.assert_allclose(ratios, 1, atol=tolerance)  # measured: .93 to 1.01, and .91 to 1.00
            beyond = 2 * totals[-1]
            assert facts["gradient_descent"]["losses"][beyond] > 100 * facts[method]["losses"][beyond]


def test_with_all_data_momentum_allows_an_eight_times_larger_total_step_and_with_small_batches_a_two_times_larger_one():
    whole, small = digits.read_gains(1000), digits.read_gains(16)
    assert whole["momentum"]["best"] / whole["gradient_descent"]["best"] == 8
    assert small["momentum"]["best"] / small["gradient_descent"]["best"] == 2
    assert whole["gradient_descent"]["loss"] / whole["momentum"]["loss"] > 10  # measured: 19
    assert small["gradient_descent"]["loss"] / small["momentum"]["loss"] < 3  # measured: 1.6
    assert whole["gradient_descent"]["fewest"] / whole["momentum"]["fewest"] > 3  # measured: 70 and 20
    assert small["gradient_descent"]["fewest"] / small["momentum"]["fewest"] < 1.2  # measured: 200 and 210


@pytest.mark.parametrize("beta", [0.0, 0.5, 0.9])
def test_training_takes_the_largest_curvature_to_the_edge_of_stability_of_its_optimizer(beta):
    rows = table.read("momentum_sharpness").columns
    late = (rows["beta"] == beta) & (rows["step"] >= 3000)
    ratios = rows["sharpness"][late] / digits.edge_of_stability(beta)
    assert np.all((ratios > 0.85) & (ratios < 1.06))  # measured: .89 to 1.04
    assert len(np.unique(rows["seed"][late])) == 5
