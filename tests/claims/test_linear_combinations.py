"""T1 to T39: what a weighted sum of two losses reaches, on fronts known in closed form and in small networks.

Thresholds stand beside what was measured, over five seeds. Rows that hold under a condition: where the front is not
convex (T2), while the rate is below 2/λₘₐₓ (T24), with parameters that do not fold (T26), concave up to the ends (T27).
"""

from functools import cache

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from optcourse import optimizers, tradeoffs
from optcourse.experiments.linear_combinations import bumps, digits_vae, fronts, regularization
from optcourse.experiments.run import run
from optcourse.experiments.tunable_tradeoffs import methods as measured

KEYS = [jax.random.key(seed) for seed in range(5)]
CONCAVE = ("concave", "concave to the ends")


@cache
def swept(kind):
    """The weights, and for each seed where their runs end."""
    found = [fronts.sweep_front(kind, key) for key in KEYS]
    return np.asarray(found[0][0]), [ends for _, ends in found]


def balanced(ends):
    """The share of runs that end neither at one end of the front nor at the other."""
    return float(np.mean((ends.front_parameter > 0.02) & (ends.front_parameter < 0.98)))


def fall(kind, key, rate=0.02):
    """Losses (64 starts, 201, 2) along the runs on L₁ + L₂."""
    return np.asarray(fronts.loss_paths(fronts.PROBLEMS[kind], 1.0, fronts.starts(key, 64), rate))


# T2, T3, T12 to T16: the experiment


@pytest.mark.claim("T2", "holds if")
@pytest.mark.claim("T30")
@pytest.mark.claim("T31")
def test_halving_finds_every_weight_on_a_convex_front_and_hardly_any_elsewhere():
    counts = {
        kind: np.array([fronts.runs_to_target(kind, key) for key in KEYS]) for kind in ("convex", "concave", "mixed")
    }
    assert np.all(counts["convex"] > 0) and np.median(counts["convex"]) >= 4  # measured 5: whole runs
    assert np.mean(counts["concave"] > 0) < 0.05  # measured 0 of 95
    assert 0.05 < np.mean(counts["mixed"] > 0) < 0.7  # measured 34 of 95


@pytest.mark.claim("T3")
def test_the_total_falls_smoothly_whether_the_runs_balance_or_not():
    for key in KEYS:
        for kind, ends_balanced in (("convex", True), ("concave", False)):
            losses = fall(kind, key)
            total = losses.sum(axis=-1)
            assert np.all(np.diff(total, axis=1) <= 1e-6)
            assert np.mean(np.abs(total[:, 100] - total[:, 200]) < 0.02) > 0.95  # flat: measured 1
            share = losses[:, -1, 0] / total[:, -1]
            assert np.mean((share > 0.2) & (share < 0.8)) == float(ends_balanced)


@pytest.mark.claim("T12")
@pytest.mark.claim("T38")
@pytest.mark.parametrize("kind, least, most", [("convex", 0, 0.01), ("mixed", 0.4, 1), ("concave chunk", 0.4, 1)])
def test_one_percent_more_weight_moves_a_run_a_little_or_to_another_piece(kind, least, most):
    for key in KEYS:
        assert least <= fronts.largest_jump(kind, key) < most  # measured .003, .72 to .78, .76 to .78


@pytest.mark.claim("T13")
@pytest.mark.claim("T14")
@pytest.mark.parametrize("alpha, expected", [(1.0, [0.25, 0.25]), (0.5, [1 / 9, 4 / 9])])
def test_both_experiments_of_the_text_settle_in_200_steps_at_rate_0_02(alpha, expected):
    for key in KEYS:
        ends = fronts.sweep_weights(fronts.PROBLEMS["convex"], [alpha], fronts.starts(key, 64), rate=0.02, steps=200)
        np.testing.assert_allclose(ends.losses[0], np.tile(expected, (64, 1)), atol=1e-3)  # measured 7e-5


@pytest.mark.claim("T15")
@pytest.mark.claim("T25")
def test_on_a_convex_front_the_weight_selects_the_trade_off_and_a_larger_one_favors_the_second_loss():
    alphas, every = swept("convex")
    for ends in every:
        second = np.asarray(ends.losses[..., 1])
        np.testing.assert_allclose(second, np.tile(1 / (1 + alphas[:, None]) ** 2, 64), atol=1e-3)  # measured 7e-5
        assert np.all(np.diff(second, axis=0) < 0)


@pytest.mark.claim("T16")
@pytest.mark.claim("T29")
def test_on_a_concave_front_every_run_ignores_a_loss_and_without_a_weight_the_start_decides_which():
    for kind, most in zip(CONCAVE, (0.02, 0.0)):
        alphas, every = swept(kind)
        for ends in every:
            assert balanced(ends) <= most  # measured .002 to .009 and 0
            at_one = ends.front_parameter[np.argmin(np.abs(alphas - 1))]
            assert 0.3 < np.mean(at_one > 0.5) < 0.7  # measured .50 to .58


# T19: in passing


@pytest.mark.claim("T19", "holds if")
def test_compromises_are_passed_and_not_kept():
    for key in KEYS:
        ends = fronts.transients(key, 512)
        share = np.mean((ends.front_parameter > 0.2) & (ends.front_parameter < 0.8), axis=0)
        assert share[20] > 0.15 and share[80] < 0.02  # measured .18 to .26, and at most .002
        assert np.mean(ends.theta[:, 20, 1] ** 2) < 0.04  # near the front: measured .016 to .019


# T20 to T23, T28: the closed forms


@pytest.mark.claim("T20")
@pytest.mark.claim("T34")
def test_only_the_model_differs_and_the_losses_are_convex_in_the_outputs():
    y = jnp.array([0.3, 0.2, -0.5])
    distances = lambda y: jnp.stack([jnp.sum(y**2), jnp.sum((y - jnp.array([1.0, 0, 0])) ** 2)])
    assert np.all(np.linalg.eigvalsh(jax.hessian(distances)(y)) > 1.99)
    theta = jnp.array([0.3, 0.4])
    for kind in ("convex", *CONCAVE):
        problem = fronts.PROBLEMS[kind]
        np.testing.assert_allclose(problem.losses(theta), distances(problem.outputs(theta)), rtol=1e-6)
    bends = [tradeoffs.front_curvature(fronts.PROBLEMS[kind], 0.4) for kind in ("convex", *CONCAVE)]
    assert bends[0] > 0 > max(bends[1:])


@pytest.mark.claim("T21")
@pytest.mark.usefixtures("float64")
def test_the_front_is_what_no_attainable_pair_beats():
    grid = jnp.stack(jnp.meshgrid(jnp.linspace(0, 1, 101), jnp.linspace(-0.5, 0.5, 11)), axis=-1).reshape(-1, 2)
    for problem in fronts.PROBLEMS.values():
        points = np.asarray(jax.vmap(problem.losses)(grid))
        beaten = [np.any(np.all(points <= p, axis=1) & np.any(points < p, axis=1)) for p in points]
        best = np.logical_not(beaten)
        assert np.all(np.abs(np.asarray(grid)[best, 1]) < 1e-12)


@pytest.mark.claim("T22")
def test_every_method_ends_on_the_front_wherever_along_it():
    for kind in fronts.PROBLEMS:
        for ends in swept(kind)[1]:
            assert np.max(np.abs(ends.theta[..., 1])) < 1e-3  # measured 1e-4: nothing is left off the front
    for key in KEYS[:2]:
        problem = fronts.PROBLEMS["concave"]
        starts = fronts.starts(key, 16)
        for method in ("weighted sum, exact weight", "MDMM"):
            ends = jax.vmap(lambda start: measured.METHODS[method](problem, 0.5, start, 0.01))(starts)  # noqa: B023
            assert np.max(np.abs(ends[:, 1])) < 1e-3


@pytest.mark.claim("T23")
@pytest.mark.usefixtures("float64")
def test_no_weight_holds_a_point_of_a_concave_front_and_each_point_of_a_convex_one_has_its_own():
    alphas, s = np.geomspace(1e-3, 1e3, 8000), np.linspace(0, 1, 1001)
    for kind in ("convex", "concave", "concave to the ends", "mixed"):
        curve = np.asarray(fronts.PROBLEMS[kind].front(1001))
        lowest = s[np.argmin(curve @ np.stack([np.ones_like(alphas), alphas]), axis=0)]
        inside = lowest[(lowest > 0) & (lowest < 1)]
        if kind == "convex":
            np.testing.assert_allclose(lowest, alphas / (1 + alphas), atol=6e-4)
        elif kind == "mixed":
            np.testing.assert_allclose([inside.min(), inside.max()], [0.403, 0.597], atol=2e-3)  # on the convex hull
        else:
            assert inside.size == 0


@pytest.mark.claim("T28")
def test_the_weight_moves_the_edge_between_the_starts_and_adds_no_end():
    for kind, k in zip(CONCAVE, (1.5, 2.0)):
        alphas, every = swept(kind)
        edges = np.asarray(tradeoffs.basin_boundary(k, alphas))
        assert np.all(np.diff(edges) < 0) if k == 2 else np.all(np.diff(edges) <= 0)  # k = 1.5: some lie at the ends
        for key, ends in zip(KEYS, every):
            begin = np.asarray(jax.vmap(fronts.PROBLEMS[kind].front_parameter)(fronts.starts(key, 64)))
            agree = np.mean((begin > edges[:, None]) == (ends.front_parameter > 0.5))
            assert agree > 0.98  # measured .990 to 1: runs that are still on the edge
            assert balanced(ends) < 0.02


# T24: the plane


@pytest.mark.claim("T24", "holds if")
def test_a_run_goes_down_the_plane_below_the_limit_of_the_rate_and_not_by_the_steepest_way():
    for kind in ("convex", "concave"):
        for key in KEYS:
            assert np.all(np.diff(fall(kind, key).sum(axis=-1), axis=1) <= 1e-5)
    beyond = 0.55  # 2/λₘₐₓ is 0.5 off the front
    totals = fall("convex", KEYS[0], beyond).sum(axis=-1)
    assert np.mean(totals[:, 20] > totals[:, 0]) > 0.9
    problem, theta = fronts.PROBLEMS["concave"], jnp.array([0.35, 0.5])
    J = jax.jacobian(problem.losses)(theta)
    moved = -J @ J.T @ jnp.ones(2)
    after = problem.losses(theta - 1e-3 * jax.grad(tradeoffs.weighted_sum(problem, 1.0))(theta))
    np.testing.assert_allclose((after - problem.losses(theta)) / 1e-3, moved, rtol=0.02)
    cosine = -jnp.sum(moved) / jnp.linalg.norm(moved) / 2**0.5
    assert np.degrees(np.arccos(cosine)) == pytest.approx(22, abs=1)


# T26, T27: what is true of this model only


@pytest.mark.claim("T26", "holds if")
def test_on_a_convex_front_every_start_agrees():
    for ends in swept("convex")[1]:
        assert np.max(np.ptp(ends.losses[..., 0], axis=1)) < 1e-3  # measured 2e-5


@pytest.mark.claim("T26", "holds if")
def test_with_folded_parameters_the_same_convex_front_has_three_solutions_at_one_weight():
    problem = fronts.PROBLEMS["convex"]
    fold = lambda theta: theta + jnp.array([0.3, 0.0]) * jnp.sin(4 * jnp.pi * theta)
    loss = lambda theta: tradeoffs.weighted_sum(problem, 1.0)(fold(theta))
    for key in KEYS:
        ends = jax.vmap(lambda start: fronts.descent_end(loss, start, steps=1000))(fronts.starts(key, 64))
        first = np.asarray(jax.vmap(problem.losses)(jax.vmap(fold)(ends)))[:, 0]
        found, counts = np.unique(first.round(3), return_counts=True)
        np.testing.assert_allclose(found, [0.19, 0.25, 0.319], atol=2e-3)
        assert min(counts) >= 5  # measured 12 or more of 64


@pytest.mark.claim("T27", "holds if")
@pytest.mark.usefixtures("float64")
@pytest.mark.parametrize("kind, along", [("concave", -(np.pi**2) / 2), ("concave to the ends", -(np.pi**2))])
def test_the_balanced_point_is_a_saddle_of_the_sum_with_its_own_weight(kind, along):
    problem, middle = fronts.PROBLEMS[kind], jnp.array([0.5, 0.0])
    loss = tradeoffs.weighted_sum(problem, 1.0)
    np.testing.assert_allclose(jax.grad(loss)(middle), 0, atol=1e-12)
    np.testing.assert_allclose(np.linalg.eigvalsh(jax.hessian(loss)(middle)), [along, 4], atol=1e-9)


@pytest.mark.claim("T27", "holds if")
def test_where_the_ends_are_smooth_minima_weights_reach_two_arcs_instead_of_two_points():
    for key in KEYS:
        first = np.asarray(bumps.sweep_weights("location", key).losses)[..., 0]
        assert np.ptp(first[first < 0.5]) > 0.03 and np.ptp(first[first > 0.5]) > 0.03  # measured .047 and .056
        ends = np.asarray(swept("concave to the ends")[1][0].losses)[..., 0]
        assert np.ptp(ends[ends < 0.5]) < 1e-3


# T35 to T39: a network, and mixed fronts


@pytest.mark.claim("T35")
def test_a_unit_that_moves_its_bump_is_never_balanced_and_one_that_scales_it_is():
    for key in KEYS:
        scaled, moved = (bumps.sweep_weights(name, key) for name in ("amplitude", "location"))
        assert bumps.balanced_fraction(scaled) > 0.4 and bumps.balanced_fraction(moved) < 0.02  # measured .43 and 0
        assert bumps.widest_gap(scaled) < 0.1 and bumps.widest_gap(moved) > 0.7  # measured .045 and .829


@pytest.mark.claim("T36", "holds if")
@pytest.mark.usefixtures("float64")
def test_a_front_can_be_partly_convex_and_partly_concave_both_ways_around():
    s = np.linspace(0.01, 0.99, 99)
    for kind, k, m in (("mixed", 1.5, 4.0), ("concave chunk", 0.2, -4.0)):
        bend = jax.vmap(lambda s: tradeoffs.front_curvature(fronts.PROBLEMS[kind], s))(s)  # noqa: B023
        np.testing.assert_array_equal(bend > 0, 6 * m * s * (1 - s) > k - 1 + m)
        assert 0.2 < np.mean(bend > 0) < 0.8


@pytest.mark.claim("T37")
def test_a_concave_chunk_is_never_reached_and_splits_the_starts():
    alphas, every = swept("concave chunk")
    for ends in every:
        assert not np.any(
            (ends.front_parameter > 0.3) & (ends.front_parameter < 0.7)
        )  # measured nothing between .21 and .79
        share = np.mean(ends.front_parameter[np.argmin(np.abs(alphas - 1))] > 0.5)
        assert 0.2 < share < 0.8  # measured .50 to .58


@pytest.mark.claim("T38")
def test_with_two_concave_pieces_there_are_three_groups():
    alphas, every = swept("mixed")
    for ends in every:
        place = ends.front_parameter[np.argmin(np.abs(alphas - 1))]
        assert np.mean(place < 0.02) > 0.02 and np.mean(place > 0.98) > 0.02  # measured .12 to .19 and .11 to .22
        assert 0.5 < balanced(ends._replace(front_parameter=place)) < 0.9  # measured .62 to .75


@pytest.mark.claim("T39")
def test_every_picture_of_the_text_can_be_drawn():
    from optcourse.explorers import linear_combinations as explore
    from optcourse.figures import linear_combinations as draw
    from optcourse.figures import style

    for kind, groups in {"convex": 1, "concave": 2, "mixed": 3}.items():
        losses = fall(kind, KEYS[0])
        draw.runs(draw.front(draw.loss_plane(style.new()[1]), fronts.PROBLEMS[kind]), losses)
        assert len(np.unique((5 * losses[:, -1, 0]).round())) == groups
    weighted_sum = explore.weighted_sum()
    for k in (0.5, 1.5):
        assert len(weighted_sum.figure(k=k).axes[1].lines) == 6


# T4, T7, T8, T10: sums that work, one that is none, and what to do instead


@pytest.mark.claim("T4")
def test_three_more_lines_reach_the_wanted_point_and_are_mdmm():
    problem, epsilon, damping = tradeoffs.curved_front(1.5), 0.35, 20.0
    first, second = (lambda theta: problem.losses(theta)[0]), (lambda theta: problem.losses(theta)[1])

    def step(pair, _):
        theta, multiplier = pair
        losses, (g1, g2) = problem.losses(theta), jax.jacobian(problem.losses)(theta)
        h = losses[1] - epsilon  # one
        theta = theta - 0.01 * (g1 + (multiplier + damping * h) * g2)  # two, in place of descent's own
        return (theta, multiplier + 0.2 * h), None  # three

    method = optimizers.mdmm(optimizers.gradient_descent(0.01), second, epsilon, damping, 0.2)
    for key in KEYS:
        start = fronts.starts(key, 1)[0] * jnp.array([1.0, 0.3])
        (by_hand, _), _ = jax.lax.scan(step, (start, jnp.zeros(())), length=2000)
        np.testing.assert_allclose(by_hand, run(method, first, start, 2000).end, atol=1e-4)
        wanted = problem.losses_at(tradeoffs.parameter_for_target(problem, epsilon))
        np.testing.assert_allclose(problem.losses(by_hand), wanted, atol=0.01)


def sags(losses, first, second):
    """No mix of two parameters has a loss above the straight line between the losses of both."""
    share = jnp.linspace(0, 1, 9)[:, None]
    mixed = jax.vmap(losses)((1 - share) * first + share * second)
    line = (1 - share) * losses(first) + share * losses(second)
    return bool(jnp.all(mixed <= line + 1e-9))


def widest_gap(losses):
    """The widest stretch of either loss in which no run ends, as a share of all that is reached: 1 for two points."""
    points = np.sort(np.asarray(losses).reshape(-1, 2), axis=0)
    return np.max(np.diff(points, axis=0) / np.ptp(points, axis=0))


def widest_split(losses):
    """How far runs of one weight end from each other, losses (weights, runs, 2), in the same unit."""
    losses = np.asarray(losses)
    return np.max(np.ptp(losses, axis=1) / np.ptp(losses.reshape(-1, 2), axis=0))


def lie_between(front, weights):
    """Each secant of the front (m, 2) is between -1/λ at its ends: minima are so on any front, convex or not."""
    slopes = np.diff(front[:, 1]) / np.diff(front[:, 0])
    return bool(np.all((slopes > -1 / weights[:-1]) & (slopes < -1 / weights[1:])))


@pytest.mark.claim("T7")
@pytest.mark.usefixtures("float64")
def test_ridge_and_the_lasso_are_convex_problems_whose_weight_is_minus_one_over_the_slope():
    weights, more = jnp.geomspace(3e-3, 0.3, 9), jnp.geomspace(3e-3, 0.3, 65)
    for key in KEYS:
        x, y = regularization.parity_data(key)
        first, second = jax.random.normal(key, (2, x.shape[1]))
        for penalty in (jnp.square, jnp.abs):
            losses = lambda w: jnp.stack([jnp.mean((x @ w - y) ** 2), jnp.sum(penalty(w))])  # noqa: B023
            assert sags(losses, first, second)
        _, velocity = jax.jvp(regularization.ridge, (weights, x, y), (jnp.ones_like(weights), 0 * x, 0 * y))
        np.testing.assert_allclose(velocity[:, 1] / velocity[:, 0] * weights, -1, rtol=1e-8)
        for front in (regularization.ridge, regularization.lasso):
            assert lie_between(front(weights, x, y), weights)
            assert widest_gap(front(more, x, y)) < 0.1 < widest_gap(front(weights, x, y))  # .04 to .07, .29 to .41
    bent = tradeoffs.curved_front(1.5).losses
    assert not sags(bent, jnp.zeros(2), jnp.array([1.0, 0.0]))  # nor would a concave front pass


@pytest.mark.claim("T8")
def test_beta_selects_the_trade_off_of_an_autoencoder_linear_or_not():
    betas, variances = jnp.geomspace(0.05, 1, 7), regularization.digit_variances()
    for key in KEYS:
        reached = regularization.linear_vae(betas, variances, key)
        assert (
            np.max(np.abs(reached - regularization.water_filling(betas, variances))) < 0.05
        )  # nats, measured .001 to .018 of the 6 that the front spans
    ways = [digits_vae.read_fronts(way) for way in digits_vae.BETA_SCHEDULES]
    for reached in ways:
        assert lie_between(np.median(reached, axis=1), np.array(digits_vae.BETAS))
        assert widest_gap(reached) < 0.4  # measured .27 and .31, with seven weights
    assert widest_split(np.concatenate(ways, axis=1)) < 0.15  # measured .074, over seeds and both ways


@pytest.mark.claim("T8")
def test_seven_weights_would_show_a_front_that_is_not_convex():
    concave = [swept("concave")[1][0], swept("concave chunk")[1][0], bumps.sweep_weights("location", KEYS[0])]
    for ends in concave:
        seven = np.asarray(ends.losses)[::3]
        assert widest_gap(seven) > 0.5 and widest_split(seven) > 0.5  # measured .68 to .97, and .77 to 1


@pytest.mark.claim("T10", "holds if")
def test_two_players_do_not_descend_on_the_sum_of_their_losses():
    for rate in (0.02, 0.1, 0.3):
        path = np.asarray(regularization.bilinear_game(rate, 100))
        x, y = path.T
        np.testing.assert_allclose(x * y + (-x * y), 0)  # the sum: always zero
        assert np.linalg.norm(path[-1]) == pytest.approx((1 + rate**2) ** 50, rel=1e-4)
