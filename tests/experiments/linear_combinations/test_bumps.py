"""One unit, two targets: scaling a bump gives a convex front, moving it one that weights do not reach."""

from functools import cache

import compilation
import jax
import jax.numpy as jnp
import numpy as np

from optcourse.experiments.linear_combinations import bumps

SEEDS = range(5)
compiled = compilation.thoroughly(bumps.sweep_weights, static_argnames="name")


@cache
def sweep(name, seed):
    """bumps.sweep_weights, once for all tests."""
    return compiled(name, jax.random.key(seed))


def test_the_losses_of_a_moved_bump_have_a_closed_form(float64):
    for place in np.linspace(-1.5, 1.5, 7):
        expected = [1 - np.exp(-((place - a) ** 2) / (4 * bumps.WIDTH**2)) for a in bumps.TARGETS]
        np.testing.assert_allclose(bumps.losses(bumps.MODELS["location"], jnp.array([place])), expected, atol=1e-9)


def test_the_losses_can_be_compiled_in_one_precision_and_called_in_the_other():
    jax.clear_caches()
    for name, model in bumps.MODELS.items():
        bumps.sweep_weights(name, jax.random.key(0), 2)
        with jax.enable_x64(True):
            assert bumps.losses(model, jnp.array([0.3, 0.8])).dtype == np.float64, name


def test_the_losses_of_scaled_bumps_are_quadratic_and_each_can_be_zero(float64):
    loss = lambda theta: bumps.losses(bumps.MODELS["amplitude"], theta)
    np.testing.assert_allclose(loss(jnp.array([1.0, 0.0]))[0], 0, atol=1e-12)
    hessians = jax.hessian(loss)(jnp.array([0.3, 0.8]))
    assert np.all(np.linalg.eigvalsh(hessians) > 0)
    np.testing.assert_allclose(hessians, jax.hessian(loss)(jnp.array([-2.0, 1.0])), rtol=1e-9)


def test_weights_balance_the_scaled_bumps_and_never_the_moved_one():
    for seed in SEEDS:
        scaled, moved = (sweep(name, seed) for name in ("amplitude", "location"))
        assert bumps.balanced_fraction(scaled) > 0.4 and bumps.balanced_fraction(moved) < 0.02  # measured .43 and 0
        assert bumps.widest_gap(scaled) < 0.1 and bumps.widest_gap(moved) > 0.7  # measured .045 and .829


def test_smooth_ends_leave_two_short_arcs_instead_of_two_points():
    for seed in SEEDS:
        first = np.asarray(sweep("location", seed).losses)[..., 0]
        left, right = first[first < 0.5], first[first > 0.5]
        assert np.ptp(left) > 0.03 and np.ptp(right) > 0.03  # measured .047 and .056: arcs
        assert np.ptp(left) < 0.08 and np.ptp(right) < 0.08  # of a front that is 1 long


def test_no_weighted_sum_ends_below_the_front():
    for name in bumps.MODELS:
        front, ends = (
            np.asarray(bumps.front(name)),
            np.asarray(sweep(name, 0).losses).reshape(-1, 2),
        )
        assert front[0, 0] < 1e-6 and front[-1, 1] < 1e-6
        assert np.all(ends[:, 1] > np.interp(ends[:, 0], *front.T) - 1e-3)
