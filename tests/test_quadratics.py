"""What momentum does on a quadratic, against the eigenvalues of its matrix, against runs, and against a search."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest
from scipy.optimize import minimize

from optcourse import optimizers, quadratics
from optcourse.experiments.run import run
from optcourse.optimizers import gradient_descent, momentum

pytestmark = pytest.mark.usefixtures("float64")

MAKE = {False: momentum, True: optimizers.nesterov}
both = pytest.mark.parametrize("nesterov", [False, True], ids=["momentum", "nesterov"])


def settings(count, seed=0):
    """Random (η, β, λ), those included where the run diverges."""
    return np.random.default_rng(seed).uniform((0, 0, 0), (2, 1, 3), (count, 3))


@both
def test_the_matrix_takes_one_step_of_the_optimizer(nesterov):
    for rate, beta, curvature in settings(5):
        optimizer = MAKE[nesterov](rate, beta)
        state = optimizer.init(jnp.asarray(1.0))._replace(velocity=jnp.asarray(-0.3))
        w, state, _ = optimizer.step(lambda w, c=curvature: c * w**2 / 2, jnp.asarray(1.0), state)
        by_matrix = quadratics.iteration_matrix(rate, beta, curvature, nesterov) @ np.array([1.0, -0.3])
        np.testing.assert_allclose([w, state.velocity], by_matrix, atol=1e-14)


@both
def test_the_factor_is_the_spectral_radius_of_the_matrix(nesterov):
    numbers = settings(300)
    radii = [np.max(np.abs(np.linalg.eigvals(quadratics.iteration_matrix(*x, nesterov)))) for x in numbers]
    np.testing.assert_allclose(
        quadratics.convergence_factor(*numbers.T, nesterov), radii, atol=1e-7
    )  # a double root halves digits


def test_without_momentum_the_factor_is_that_of_gradient_descent():
    rates = np.linspace(0.01, 3, 20)
    for nesterov in (False, True):
        np.testing.assert_allclose(
            quadratics.convergence_factor(rates, 0.0, 1.3, nesterov), np.abs(1 - 1.3 * rates), atol=1e-15
        )


@pytest.mark.parametrize("beta", [0.0, 0.3, 0.9, 0.99])
def test_momentum_converges_up_to_2_times_1_plus_beta_and_nesterov_a_little_less_far_than_gradient_descent(beta):
    edges = {False: 2 * (1 + beta), True: 2 * (1 + beta) / (1 + 2 * beta)}
    for nesterov, edge in edges.items():
        assert (
            quadratics.convergence_factor(0.999 * edge, beta, 1.0, nesterov)
            < 1
            < quadratics.convergence_factor(1.001 * edge, beta, 1.0, nesterov)
        )
    assert edges[True] <= 2 <= edges[False]


@both
def test_each_regime_is_the_motion_seen_in_a_run(nesterov):
    expected = {"creeps": (0.02, 0.5), "swings": (0.5, 0.8), "flips": (1.7, 0.03), "diverges": (3.9, 0.5)}
    for words, (rate, beta) in expected.items():
        assert quadratics.REGIMES[quadratics.regime(rate, beta, 1.0, nesterov)] == words
        a = run(MAKE[nesterov](rate, beta), lambda w: w**2 / 2, 1.0, 40).path
        changes = int(np.sum(np.sign(a[1:]) != np.sign(a[:-1])))
        assert {"creeps": changes == 0, "swings": 3 < changes < 37, "flips": changes == 40}.get(words, abs(a[-1]) > 1)


@pytest.mark.parametrize("kappa", [3.0, 1000.0])
@pytest.mark.parametrize("name", ["gradient_descent", "momentum", "nesterov"])
def test_no_other_numbers_shrink_the_slowest_of_two_directions_faster(name, kappa):
    best = getattr(quadratics, f"best_{name}")(1.0, kappa)
    curvatures = jnp.linspace(1.0, kappa, 20)  # and those between the two ends are never slower

    def slowest(rate, beta):
        return float(jnp.max(quadratics.convergence_factor(rate, beta, curvatures, name == "nesterov")))

    assert slowest(best.learning_rate, best.beta) == pytest.approx(float(best.convergence_factor), rel=1e-6)
    scale = np.array([best.learning_rate, best.beta or 0.5])
    starts = scale * np.random.default_rng(0).uniform(0.8, 1.2, (2, 2))
    if name == "gradient_descent":
        found = [minimize(lambda x: slowest(x[0], 0.0), start[:1], method="Nelder-Mead").fun for start in starts]
    else:
        found = [minimize(lambda x: slowest(x[0], abs(x[1])), start, method="Nelder-Mead").fun for start in starts]
    assert best.convergence_factor <= min(found) + 1e-7
    assert min(found) < best.convergence_factor + 1e-3  # the search did look in the right place


@pytest.mark.parametrize("beta", [0.0, 0.5, 0.9])
def test_the_best_rate_for_a_given_beta_is_best_among_many(beta):
    best, curvatures = quadratics.best_momentum_for_beta(beta, 1.0, 5000.0), np.array([1.0, 5000.0])
    rates = best.learning_rate * np.linspace(0.5, 1.5, 201)
    factors = np.max([quadratics.convergence_factor(rates, beta, c) for c in curvatures], axis=0)
    assert float(best.convergence_factor) == pytest.approx(factors.min(), rel=1e-9)


def test_the_steps_are_those_of_a_geometric_sequence():
    assert float(quadratics.steps_to_tolerance(0.5, 1 / 8)) == pytest.approx(3)
    np.testing.assert_array_equal(
        quadratics.steps_to_tolerance(np.array([0, 1, 1.1, np.nan])), [0, np.inf, np.inf, np.nan]
    )


BEST = {
    "best_gradient_descent": quadratics.best_gradient_descent,
    "best_momentum": quadratics.best_momentum,
    "best_with_beta": lambda lowest, highest: quadratics.best_momentum_for_beta(0.5, lowest, highest),
    "best_nesterov": quadratics.best_nesterov,
}


@pytest.mark.parametrize("name", BEST)
def test_what_is_no_range_of_eigenvalues_is_named(name):
    with pytest.raises(ValueError, match=r"lowest = 10\.0: give the smaller end of the range first, up to 1\.0"):
        BEST[name](10.0, 1.0)
    with pytest.raises(ValueError, match="lowest = 0: give a finite number > 0"):
        BEST[name](0, 1.0)
    assert jax.jit(BEST[name])(1.0, 4.0).convergence_factor == pytest.approx(
        float(BEST[name](1.0, 4.0).convergence_factor)
    )


@both
def test_the_motion_changes_at_its_edges_and_nowhere_else(nesterov):
    for beta in (0.0, 0.04, 0.3, 0.9):
        edges = np.asarray(quadratics.regime_edges(beta, 0.7, nesterov))
        ends = np.array([0, *edges, edges[-1] + 1])
        wide = np.diff(ends) > 1e-9  # without momentum nothing swings
        found = quadratics.regime((ends[1:] + ends[:-1]) / 2, beta, 0.7, nesterov)
        assert list(found[wide]) == list(np.arange(4)[wide])


@pytest.mark.parametrize("kappa", [10.0, 100.0, 10_000.0])
def test_under_the_best_momentum_the_steep_part_swells_as_the_closed_form_says(kappa):
    best = quadratics.best_momentum(1.0, kappa)
    a = run(momentum(best.learning_rate, best.beta), lambda w: kappa * w**2 / 2, 1.0, 300).path
    swell = quadratics.transient_growth(np.arange(301), kappa)
    np.testing.assert_allclose(np.abs(a), swell, rtol=1e-6, atol=1e-9)
    if kappa == 10_000:
        assert float(np.max(swell)) == pytest.approx(np.sqrt(kappa) / np.e, rel=0.02)


def gain(beta, frequency):
    """Length of the moves, in units of those without momentum, for gradients g_t = cos(2π frequency t)     (3.3)."""
    return 1 / abs(1 - beta * np.exp(-2j * np.pi * frequency))


def test_the_gain_is_the_size_of_the_moves_for_a_gradient_of_one_frequency():
    @jax.jit
    def size(beta, frequency):
        angles = 2 * jnp.pi * frequency * jnp.arange(400)
        parts = jnp.stack([jnp.cos(angles), jnp.sin(angles)], axis=1)  # the loss parts[t] · w has the gradient parts[t]
        record = lambda w, state: jnp.linalg.norm(state.velocity)
        return run(momentum(1.0, beta), lambda w, g: g @ w, jnp.zeros(2), 400, parts, record).path[-1]

    for beta in (0.5, 0.9):
        for frequency in (0.0, 0.03, 0.25, 0.5):
            assert float(size(beta, frequency)) == pytest.approx(gain(beta, frequency), rel=1e-9)


def test_a_step_that_is_too_long_without_momentum_is_not_with_it():
    w, loss = jnp.asarray(1.0), lambda w: w**2 / 2
    assert abs(run(gradient_descent(2.5), loss, w, 60).end) > 1e6 > 1e-6 > abs(run(momentum(2.5, 0.5), loss, w, 60).end)
