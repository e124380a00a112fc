"""Four coordinates of one Gaussian: each Fisher matrix from four sides, natural gradient, and flows."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest
from scipy.stats import norm

from optcourse import gaussians
from optcourse.experiments.run import run
from optcourse.optimizers import gradient_descent

pytestmark = pytest.mark.usefixtures("float64")

every = pytest.mark.parametrize("coordinates", gaussians.ALL.values(), ids=gaussians.ALL)
PLACES = [(0.3, 1.7), (-1.0, 0.4), (2.0, 3.0)]
NODES, WEIGHTS = np.polynomial.hermite_e.hermegauss(40)
WEIGHTS = WEIGHTS / WEIGHTS.sum()  # of the mean of f(z) for standard normal z, exact for polynomials up to degree 79


def mean_under(mean, std, f):
    return np.tensordot(WEIGHTS, np.asarray(jax.vmap(f)(mean + std * jnp.asarray(NODES))), axes=1)


@every
def test_the_way_to_a_point_and_back_ends_where_it_began(coordinates):
    for place in PLACES:
        np.testing.assert_allclose(coordinates.to_mean_std(coordinates.from_mean_std(*place)), place, rtol=1e-15)


@pytest.mark.parametrize("name, u", [("variance", 4), ("deviation", 2), ("precision", 0.25), ("log-deviation", 0.6931)])
def test_the_second_coordinate_is_what_its_name_says(name, u):
    np.testing.assert_allclose(gaussians.ALL[name].from_mean_std(1.0, 2.0), [1, u], atol=1e-4)


@every
def test_the_density_is_that_of_scipy(coordinates):
    z = np.linspace(-3, 3, 7)
    ours = gaussians.log_density(coordinates, coordinates.from_mean_std(0.3, 1.7), z)
    np.testing.assert_allclose(ours, norm(0.3, 1.7).logpdf(z), rtol=1e-13)


@every
def test_the_mean_score_is_zero_and_its_second_moment_is_the_fisher_matrix(coordinates):
    score = jax.grad(lambda w, z: gaussians.log_density(coordinates, w, z))
    scores = jax.jit(jax.vmap(score, in_axes=(None, 0)))
    for place in PLACES:
        w = coordinates.from_mean_std(*place)
        rows = np.asarray(scores(w, place[0] + place[1] * NODES))
        np.testing.assert_allclose(WEIGHTS @ rows, 0, atol=1e-12)
        np.testing.assert_allclose((WEIGHTS * rows.T) @ rows, coordinates.fisher(w), rtol=1e-12, atol=1e-12)


@every
def test_the_fisher_matrix_is_the_curvature_of_the_divergence(coordinates):
    curvature = jax.jit(jax.hessian(lambda v, w: gaussians.kl(coordinates, w, v)))
    for place in PLACES:
        w = coordinates.from_mean_std(*place)
        H = curvature(w, w)
        np.testing.assert_allclose(H, coordinates.fisher(w), rtol=1e-12, atol=1e-13)


@every
@pytest.mark.parametrize("other", gaussians.ALL.values(), ids=gaussians.ALL)
def test_the_fisher_matrix_follows_a_change_of_coordinates(coordinates, other):
    jacobian = jax.jit(jax.jacobian(lambda w: other.from_mean_std(*coordinates.to_mean_std(w))))
    for place in PLACES:
        w = coordinates.from_mean_std(*place)
        J = np.asarray(jacobian(w))
        there = np.asarray(other.fisher(other.from_mean_std(*place)))
        np.testing.assert_allclose(J.T @ there @ J, coordinates.fisher(w), rtol=1e-12)


@pytest.mark.parametrize("name", gaussians.ALL)
def test_the_family_of_powers_holds_all_four_and_their_slopes(name):
    named = gaussians.ALL[name]

    @jax.jit
    def seen(p, place, w):
        one = gaussians.power_coordinates(p)
        return (
            one.from_mean_std(*place),
            one.to_mean_std(w),
            one.fisher(w),
            jax.grad(gaussians.kl_loss(one, 1.0, 2.0))(w),
        )

    for place in [*PLACES, (0.0, 30.0)]:
        w = named.from_mean_std(*place)
        point, gaussian, F, g = seen(gaussians.POWERS[name], jnp.array(place), w)
        np.testing.assert_allclose(point, w, rtol=1e-14)
        np.testing.assert_allclose(gaussian, place, rtol=1e-13)
        np.testing.assert_allclose(F, named.fisher(w), rtol=1e-12)
        np.testing.assert_allclose(g, jax.grad(gaussians.kl_loss(named, 1.0, 2.0))(w), rtol=1e-10)


def test_affine_coordinates_name_the_same_gaussians_and_their_fisher_matrix_is_the_curvature():
    @jax.jit
    def seen(matrix, shift):
        moved = gaussians.affine_coordinates(gaussians.ALL["variance"], matrix, shift)
        v = moved.from_mean_std(0.3, 1.7)
        H = jax.hessian(lambda u: gaussians.kl(moved, v, u))(v)
        return jnp.stack(moved.to_mean_std(v)), H, moved.fisher(v)

    for seed in range(5):
        rng = np.random.default_rng(seed)
        gaussian, H, F = seen(rng.normal(size=(2, 2)), rng.normal(size=2))
        np.testing.assert_allclose(gaussian, (0.3, 1.7), rtol=1e-12)
        np.testing.assert_allclose(H, F, rtol=1e-10)


@every
def test_the_loss_is_the_negative_log_likelihood_of_the_target_but_for_a_constant(coordinates):
    loss = gaussians.kl_loss(coordinates, 1.0, 2.0)
    likelihood = lambda w: -mean_under(1.0, 2.0, lambda z: gaussians.log_density(coordinates, w, z))
    entropy = np.log(2 * np.sqrt(2 * np.pi * np.e))
    for place in PLACES:
        w = coordinates.from_mean_std(*place)
        assert float(loss(w)) == pytest.approx(likelihood(w) - entropy, rel=1e-12)
    assert float(loss(coordinates.from_mean_std(1.0, 2.0))) == pytest.approx(0, abs=1e-15)


@every
def test_a_step_of_natural_gradient_solves_for_the_fisher_matrix(coordinates):
    loss, w = gaussians.kl_loss(coordinates, 1.0, 2.0), coordinates.from_mean_std(0.0, 1.5)
    seen = run(gaussians.natural_gradient(coordinates, 0.1), loss, w, 1)
    np.testing.assert_allclose(coordinates.fisher(w) @ (w - seen.end) / 0.1, jax.grad(loss)(w), rtol=1e-12)


def test_in_variance_one_natural_step_lands_on_the_variance_about_the_old_mean():
    coordinates = gaussians.ALL["variance"]
    loss, w = gaussians.kl_loss(coordinates, 1.0, 2.0), coordinates.from_mean_std(-2.0, 0.7)
    end = run(gaussians.natural_gradient(coordinates, 1.0), loss, w, 1).end
    np.testing.assert_allclose(end, [1.0, 4.0 + 9.0], rtol=1e-12)  # F⁻¹ g = (μ - μ*, σ² - σ*² - (μ - μ*)²)


def test_the_natural_flow_of_the_mean_is_an_exponential_and_its_error_is_of_fourth_order():
    coordinates = gaussians.ALL["deviation"]
    loss, w = gaussians.kl_loss(coordinates, 1.0, 2.0), coordinates.from_mean_std(-2.0, 3.0)
    errors = []
    for steps in (10, 20, 40):
        path = gaussians.gradient_flow(coordinates, loss, w, 2.0, steps)
        errors.append(np.max(np.abs(path[:, 0] - (1 - 3 * np.exp(-np.linspace(0, 2, steps + 1))))))
    np.testing.assert_allclose(np.log2(np.divide(errors[:-1], errors[1:])), 4, atol=0.3)  # measured: 4.1, 4.1


def test_the_gradient_flow_is_what_tiny_steps_of_gradient_descent_do():
    coordinates = gaussians.ALL["precision"]
    loss, w = gaussians.kl_loss(coordinates, 1.0, 2.0), coordinates.from_mean_std(0.0, 1.5)
    path = gaussians.gradient_flow(coordinates, loss, w, 1.0, 50, natural=False)
    steps = run(gradient_descent(1e-4), loss, w, 10_000).path[::200]
    np.testing.assert_allclose(path, steps, atol=1e-4)


def test_a_step_out_of_the_family_is_not_a_number_and_stays_so():
    for name in ("variance", "deviation", "precision"):
        coordinates = gaussians.ALL[name]
        loss, w = gaussians.kl_loss(coordinates, 1.0, 2.0), coordinates.from_mean_std(1.0, 3.0)
        away = w.at[1].set(-1.0)
        assert (
            np.isnan(loss(away))
            and np.isnan(jax.jit(loss)(away))
            and np.all(np.isnan(gaussians.gradient_flow(coordinates, loss, away, 0.1, 2)[1:, 1]))
        )


def test_a_negative_learning_rate_is_refused():
    with pytest.raises(ValueError, match="learning_rate = -1"):
        gaussians.natural_gradient(gaussians.ALL["variance"], -1)
