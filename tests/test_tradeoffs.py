"""The family of trade-offs against autodiff, brute force, and the closed forms of its front."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from optcourse import tradeoffs
from optcourse.experiments.run import run
from optcourse.optimizers import gradient_descent, mdmm

pytestmark = pytest.mark.usefixtures("float64")

PROBLEMS = {
    "convex": tradeoffs.convex_front(),
    "bent(0)": tradeoffs.curved_front(0.0),
    "bent(0.5)": tradeoffs.curved_front(0.5),
    "bent(1)": tradeoffs.curved_front(1.0),
    "bent(1.5)": tradeoffs.curved_front(1.5),
    "bent(2)": tradeoffs.curved_front(2.0),
    "mixed(1.5, 4)": tradeoffs.mixed_front(1.5, 4.0),
    "mixed(0.2, -4)": tradeoffs.mixed_front(0.2, -4.0),
}
each = pytest.mark.parametrize("problem", PROBLEMS.values(), ids=PROBLEMS)
INSIDE = np.linspace(0.06, 0.94, 19)  # never just where a mixed front changes its bend


def bends(problem):
    """The sign of the front's curvature d²L₁/dL₂² at the places INSIDE, by finite differences."""
    losses_at = jax.jit(jax.vmap(problem.losses_at))
    (x0, y0), (x1, y1), (x2, y2) = (np.asarray(losses_at(INSIDE + h)).T for h in (1e-4, 0, -1e-4))
    return np.sign((x2 - x1) / (y2 - y1) - (x1 - x0) / (y1 - y0))


@each
def test_the_losses_are_the_squared_distances_of_the_outputs_to_two_fixed_points(problem):
    thetas = np.random.default_rng(0).uniform(-0.5, 1.5, (20, 2))
    y, losses = jax.jit(jax.vmap(lambda theta: (problem.outputs(theta), problem.losses(theta))))(thetas)
    expected = [np.sum(np.square(y), axis=1), np.sum((y - np.array([1, 0, 0])) ** 2, axis=1)]
    np.testing.assert_allclose(losses, np.transpose(expected), rtol=1e-12, atol=1e-14)


@each
def test_with_nothing_off_the_front_the_losses_are_the_curve(problem):

    @jax.jit
    @jax.vmap
    def there_and_back(s):
        theta = problem.point_at(s)
        return problem.front_parameter(theta), problem.losses(theta), problem.losses_at(s)

    s, found, expected = there_and_back(INSIDE)
    np.testing.assert_allclose(s, INSIDE, rtol=1e-12)
    np.testing.assert_allclose(found, expected, rtol=1e-12)


@each
def test_the_front_is_what_a_grid_of_parameters_leaves_undominated(problem):
    theta1, theta2 = np.linspace(0, 1, 301), np.linspace(-0.4, 0.4, 5)
    grid = np.array([(a, b) for a in theta1 for b in theta2])
    points = np.asarray(jax.jit(jax.vmap(problem.losses))(grid))
    dominated = [np.any(np.all(points <= p, axis=1) & np.any(points < p, axis=1)) for p in points]
    best = grid[np.logical_not(dominated)]
    assert np.all(best[:, 1] == 0) and len(best) == 301
    curve = np.asarray(problem.front(2001))
    assert np.all(np.diff(curve[:, 0]) > 0) and np.all(np.diff(curve[:, 1]) < 0)
    np.testing.assert_allclose(curve[[0, -1]], [[0, 1], [1, 0]], atol=1e-12)


def test_closed_forms_of_three_fronts():
    first, second = tradeoffs.convex_front().front(50).T
    np.testing.assert_allclose(np.sqrt(first) + np.sqrt(second), 1, rtol=1e-12)
    first, second = tradeoffs.curved_front(2.0).front(50).T
    np.testing.assert_allclose(np.sqrt(1 - first) + np.sqrt(1 - second), 1, rtol=1e-6)
    for k in (0.3, 1.0, 1.5):
        first, second = tradeoffs.curved_front(k).front(50).T
        np.testing.assert_allclose(first + second, 1 + (k - 1) / 2 * (1 - (first - second) ** 2), rtol=1e-12)


@pytest.mark.parametrize(
    "name, concave",
    [
        ("convex", lambda p: False),
        ("bent(0.5)", lambda p: False),
        ("bent(1.5)", lambda p: True),
        ("bent(2)", lambda p: True),
        ("mixed(1.5, 4)", lambda p: p < 0.1875),
        ("mixed(0.2, -4)", lambda p: p > 0.2),
    ],
)
def test_the_front_bends_where_the_formula_says_so(name, concave):
    expected = [-1 if concave(s * (1 - s)) else 1 for s in INSIDE]
    np.testing.assert_array_equal(bends(PROBLEMS[name]), expected)
    found = jax.jit(jax.vmap(lambda s: tradeoffs.front_curvature(PROBLEMS[name], s)))(INSIDE)
    np.testing.assert_array_equal(np.sign(found), expected)


@each
def test_the_gradient_is_finite_at_the_ends_of_the_front(problem):
    slopes = jax.jit(jax.vmap(jax.jacobian(problem.losses)))(np.array([[0.0, 0.0], [1.0, 0.0]]))
    assert np.all(np.isfinite(slopes))


def hessian_eigenvalues(problem, theta):
    """Of the Hessian of L₁ + α L₂ at a point of the front, α = α(s): along the front, and off it     (7.6)."""
    s, speed = problem.front_parameter(theta), jax.grad(problem.front_parameter)(theta)[0]
    along = tradeoffs.front_curvature(problem, s) * speed**2
    return jnp.stack([along, 2 * (1 + tradeoffs.multiplier_at(problem, s))])


@each
def test_the_eigenvalues_are_those_of_the_hessian_at_a_stationary_point(problem):

    @jax.jit
    @jax.vmap
    def found(s):
        theta = problem.point_at(s)
        loss = tradeoffs.weighted_sum(problem, tradeoffs.multiplier_at(problem, s))
        return jax.grad(loss)(theta), jax.hessian(loss)(theta), hessian_eigenvalues(problem, theta)

    gradient, hessian, eigenvalues = found(INSIDE)
    np.testing.assert_allclose(gradient, 0, atol=1e-12)
    np.testing.assert_allclose(np.sort(eigenvalues), np.linalg.eigvalsh(hessian), rtol=1e-8, atol=1e-10)


@pytest.mark.parametrize("k, along", [(2.0, -(np.pi**2)), (1.5, -(np.pi**2) / 2), (1.0, 0.0)])
def test_the_eigenvalues_in_the_middle_of_a_bent_front(k, along):
    found = hessian_eigenvalues(tradeoffs.curved_front(k), jnp.array([0.5, 0.0]))
    np.testing.assert_allclose(found, [along, 4], atol=1e-12)


@jax.jit
def from_beside_the_edge(k, alpha):
    """(edge, α there, where gradient descent ends from 0.05 below it and from 0.05 above)."""
    problem, edge = tradeoffs.curved_front(k), tradeoffs.basin_boundary(k, alpha)
    loss = tradeoffs.weighted_sum(problem, alpha)
    end = lambda start: run(gradient_descent(0.05), loss, problem.point_at(start), 2000).end
    ends = jax.vmap(end)(jnp.stack([edge - 0.05, edge + 0.05]))
    return edge, tradeoffs.multiplier_at(problem, edge), jax.vmap(problem.front_parameter)(ends)


@pytest.mark.parametrize("k", [1.2, 1.5, 2.0])
@pytest.mark.parametrize("alpha", [0.5, 1.0, 1.7])
def test_the_basin_edge_is_where_the_sum_is_stationary_and_starts_beside_it_part(k, alpha):
    edge, stationary, ends = from_beside_the_edge(k, alpha)
    if 0 < edge < 1:
        assert stationary == pytest.approx(alpha)
    for start, found, end in ((edge - 0.05, ends[0], 0.0), (edge + 0.05, ends[1], 1.0)):
        if 0 < start < 1:
            assert found == pytest.approx(end, abs=1e-6)


@each
def test_the_place_of_a_constraint_is_found_from_end_to_end(problem):
    epsilons = np.array([0.0, 0.03, 0.5, 0.97, 1.0])
    there = lambda epsilon: problem.losses_at(tradeoffs.parameter_for_target(problem, epsilon))[1]
    np.testing.assert_allclose(jax.jit(jax.vmap(there))(epsilons), epsilons, atol=1e-12)


@pytest.mark.parametrize("epsilon, damping", [(0.25, 0.770), (0.5, 1.414), (0.75, 4.000)])
def test_the_critical_damping_of_the_most_bent_front(epsilon, damping):
    problem = PROBLEMS["bent(2)"]
    s = tradeoffs.parameter_for_target(problem, epsilon)
    found = tradeoffs.critical_damping(problem, s)
    np.testing.assert_allclose(found, 1 / (2 * (1 - epsilon) ** 1.5), rtol=1e-9)
    assert found == pytest.approx(damping, abs=1e-3)
    assert np.asarray(tradeoffs.critical_damping(PROBLEMS["convex"], 1 - np.sqrt(epsilon))) == 0


@pytest.mark.parametrize("k, epsilon", [(0.5, 0.4), (1.5, 0.25), (2.0, 0.6)])
def test_the_range_of_damping_is_where_the_linearized_step_shrinks_every_deviation(k, epsilon):
    problem, rate, multiplier_rate = tradeoffs.curved_front(k), 0.02, 0.3
    s = tradeoffs.parameter_for_target(problem, epsilon)
    first, second = (lambda theta: problem.losses(theta)[0]), (lambda theta: problem.losses(theta)[1])
    rest = (problem.point_at(s), tradeoffs.multiplier_at(problem, s))

    @jax.jit
    def jacobian(damping):
        def step(theta, multiplier):
            method = mdmm(gradient_descent(rate), second, epsilon, damping, multiplier_rate)
            theta, state, _ = method.step(first, theta, method.init(theta)._replace(multiplier=multiplier))
            return theta, state.multiplier

        return jax.jacobian(step, argnums=(0, 1))(*rest)

    def spectral_radius(damping):
        (tt, tm), (mt, mm) = (list(map(np.asarray, row)) for row in jacobian(damping))
        return np.max(np.abs(np.linalg.eigvals(np.block([[tt, tm[:, None]], [mt[None], mm[None, None]]]))))

    # within a thousandth: on the upper end, the half of η_λ is no more than a hundredth
    for edge, inside in zip(tradeoffs.stable_damping_range(problem, s, rate, multiplier_rate), (1.001, 0.999)):
        if edge > 0:
            assert spectral_radius(edge * inside) < 1 < spectral_radius(edge / inside)
        else:
            assert k < 1 and spectral_radius(0.0) < 1


def test_one_loss_made_of_two_in_four_ways():
    problem, theta = tradeoffs.curved_front(1.5), jnp.array([0.3, 0.2])
    first, second = (float(each) for each in problem.losses(theta))
    assert tradeoffs.weighted_sum(problem, 0.5)(theta) == pytest.approx(first + 0.5 * second)
    assert tradeoffs.penalty(problem, 0.2, 40.0)(theta) == pytest.approx(first + 20 * (second - 0.2) ** 2)
    assert tradeoffs.penalty(problem, 0.95, 40.0)(theta) == pytest.approx(first)  # met: it costs nothing
    assert tradeoffs.chebyshev(problem, (3.0, 1.0))(theta) == pytest.approx(max(3 * first, second))
    gap = tradeoffs.smooth_chebyshev(problem, (3.0, 1.0), 0.02)(theta) - max(3 * first, second)
    assert 0 <= gap <= 0.02 * np.log(2)


def test_a_whole_number_on_the_front_has_the_slopes_of_the_same_real_number():
    problem = tradeoffs.convex_front()
    for f in (tradeoffs.multiplier_at, tradeoffs.front_curvature):
        np.testing.assert_array_equal(f(problem, 0), f(problem, 0.0))


def test_the_numbers_of_the_family_are_traced():
    traces = []

    @jax.jit
    def value(k, m, alpha):
        traces.append(k)
        return tradeoffs.weighted_sum(tradeoffs.mixed_front(k, m), alpha)(jnp.array([0.3, 0.1]))

    assert (
        len(
            {float(value(*numbers)) for numbers in ((1.5, 0.0, 1.0), (1.0, 0.0, 1.0), (1.5, 4.0, 1.0), (1.5, 0.0, 2.0))}
        )
        == 4
    )
    assert len(traces) == 1


@pytest.mark.parametrize("k, m", [(-0.1, 0), (2.1, 0), (1.0, 5.0), (0.2, -40.0), (float("nan"), 0)])
def test_a_model_without_a_front_is_refused_by_its_numbers(k, m):
    with pytest.raises(ValueError, match=f"k = {k}, m = {m}: the curve is no front"):
        tradeoffs.mixed_front(k, m)


@pytest.mark.parametrize("wrong", [-1.0, 1.5, float("nan")])
def test_a_second_loss_that_the_front_does_not_have_is_named_and_has_no_place(wrong):
    with pytest.raises(ValueError, match=f"epsilon = {wrong}: give a second loss that the front has, from 0 to 1"):
        tradeoffs.parameter_for_target(PROBLEMS["convex"], wrong)
    assert np.isnan(jax.jit(lambda epsilon: tradeoffs.parameter_for_target(PROBLEMS["convex"], epsilon))(wrong))


@pytest.mark.parametrize("wrong", [0, -1.0])
def test_a_temperature_that_is_not_positive_is_named(wrong):
    with pytest.raises(ValueError, match=f"temperature = {wrong}: give a finite number > 0"):
        tradeoffs.smooth_chebyshev(PROBLEMS["convex"], (1.0, 1.0), wrong)


def test_a_step_grows_off_the_front_where_it_is_too_long_for_that_direction_though_the_damping_is_in_its_range():
    problem, s, damping = PROBLEMS["bent(2)"], 0.5, 4.6
    epsilon, multiplier = problem.losses_at(s)[1], tradeoffs.multiplier_at(problem, s)
    second = lambda theta: problem.losses(theta)[1]
    for rate in (0.6, 0.4):  # η (1 + λ) is 1.2, and 0.8
        least, most = tradeoffs.stable_damping_range(problem, s, rate, 0.1)
        assert least < damping < most
        method = mdmm(gradient_descent(rate), second, epsilon, damping, 0.1)
        theta = problem.point_at(s).at[1].set(1e-6)
        after = method.step(
            lambda theta: problem.losses(theta)[0], theta, method.init(theta)._replace(multiplier=multiplier)
        )
        grown = abs(after[0][1]) / 1e-6
        assert grown == pytest.approx(float(abs(1 - 2 * rate * (1 + multiplier))), rel=1e-3)
        assert (grown > 1) == (rate * (1 + multiplier) > 1)


def test_a_front_of_one_point_is_refused():
    with pytest.raises(ValueError, match="n = 1 points of the front"):
        tradeoffs.convex_front().front(1)
