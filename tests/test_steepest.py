"""Steps that stay within a length or a divergence, and the contours of that divergence."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from optcourse import gaussians, steepest

pytestmark = pytest.mark.usefixtures("float64")

every = pytest.mark.parametrize("coordinates", gaussians.ALL.values(), ids=gaussians.ALL)


@jax.jit(static_argnums=0)
def distances(coordinates, w, points):
    """KL(w ‖ w1) for each of the points w1."""
    return jax.vmap(lambda w1: gaussians.kl(coordinates, w, w1))(points)


def fisher_ellipse(coordinates, w, radius, count=200):
    """The closed curve of all w + d with ½ dᵀ F d = radius     (6.4): the quadratic model of `kl_contour`."""
    angles = np.linspace(0, 2 * np.pi, count)
    circle = np.sqrt(2 * radius) * np.stack([np.cos(angles), np.sin(angles)])
    root = np.linalg.cholesky(coordinates.fisher(w))  # F = root rootᵀ
    return w + np.linalg.solve(root.T, circle).T


@every
@pytest.mark.parametrize("radius", [1e-6, 1e-2, 0.5, 5.0])
def test_equally_far_is_as_far_as_it_says_and_goes_around_the_point(coordinates, radius):
    w = coordinates.from_mean_std(0.3, 1.7)
    curve = np.asarray(steepest.kl_contour(coordinates, w, radius))
    np.testing.assert_allclose(distances(coordinates, w, curve), radius, rtol=1e-6)
    np.testing.assert_allclose(curve[0], curve[-1], atol=1e-3 * np.ptp(curve))
    turns = np.unwrap(np.arctan2(*((curve - w) / np.ptp(curve, axis=0)).T))
    assert abs(turns[-1] - turns[0]) == pytest.approx(2 * np.pi, abs=1e-2)


@every
@pytest.mark.parametrize("radius", [30.0, 100.0])
def test_equally_far_is_as_far_as_it_says_where_that_is_very_far(coordinates, radius):
    w = coordinates.from_mean_std(0.3, 1.7)
    np.testing.assert_allclose(
        distances(coordinates, w, steepest.kl_contour(coordinates, w, radius)), radius, rtol=1e-6
    )


@every
def test_the_ellipse_is_where_half_the_quadratic_form_is_the_radius_and_the_true_curve_in_the_limit(coordinates):
    w = coordinates.from_mean_std(0.3, 1.7)
    d = np.asarray(fisher_ellipse(coordinates, w, 0.02)) - w
    np.testing.assert_allclose(np.einsum("ni,ij,nj->n", d, coordinates.fisher(w), d) / 2, 0.02, rtol=1e-12)
    np.testing.assert_allclose(distances(coordinates, w, w + 1e-4 * d), 1e-8 * 0.02, rtol=1e-3)


def test_the_euclidean_step_has_its_length_and_no_other_of_that_length_gains_more():
    g = jnp.array([0.3, -2.0])
    d = steepest.euclidean_step(g, 0.1)
    angles = np.linspace(0, 2 * np.pi, 999)
    assert float(jnp.linalg.norm(d)) == pytest.approx(0.1)
    assert float(g @ d) <= np.min(0.1 * np.column_stack([np.cos(angles), np.sin(angles)]) @ g) + 1e-15


@pytest.mark.parametrize("size", [1e-200, 1e200])
def test_the_euclidean_step_has_its_length_however_small_or_large_the_gradient(size):
    np.testing.assert_allclose(steepest.euclidean_step(size * jnp.array([3.0, -4.0]), 0.5), [-0.3, 0.4], rtol=1e-6)


def test_where_the_gradient_is_zero_no_euclidean_step_is_the_steepest():
    assert np.all(np.isnan(steepest.euclidean_step(jnp.zeros(2), 0.1)))


@jax.jit(static_argnums=0)
def stepped(coordinates, w, radius, tries):
    """(g, the divergence step d, how far it goes, the slope of that, how far each of the tries goes)."""
    g = jax.grad(gaussians.kl_loss(coordinates, 1.0, 2.0))(w)
    d = steepest.kl_step(coordinates, w, g, radius)
    far = lambda d: gaussians.kl(coordinates, w, w + d)
    return g, d, far(d), jax.grad(far)(d), jax.vmap(far)(tries)


@every
@pytest.mark.parametrize("start", [(0.0, 1.5), (1.0, 3.0)], ids=["aside", "above the target"])
@pytest.mark.parametrize("radius", [1e-3, 0.3])
def test_no_step_within_the_divergence_gains_more_than_the_divergence_step(coordinates, start, radius):
    w = coordinates.from_mean_std(*start)
    reach = 2 * np.abs(fisher_ellipse(coordinates, w, radius) - w).max(axis=0)
    tries = np.random.default_rng(0).uniform(-reach, reach, (4000, 2))
    g, d, far, normal, away = (np.asarray(each) for each in stepped(coordinates, w, radius, tries))
    assert float(far) == pytest.approx(radius, rel=1e-9)
    # the normal of the region's edge is along g
    assert abs(g[0] * normal[1] - g[1] * normal[0]) < 1e-7 * np.linalg.norm(g) * np.linalg.norm(normal)
    within = away <= radius
    assert within.sum() > 100 and np.min(tries[within] @ g) >= float(g @ d)
