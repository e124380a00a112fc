"""G1 to G9: what a critical point is, how Taylor's second order tells its kind, and what its escape direction costs.

Every number is measured with this package in float64. Where the text leaves something out or is wrong, a test says so.
"""

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from optcourse import curvature, landscapes, linalg, losses, models, taylor, trees
from optcourse.experiments.run import run
from optcourse.optimizers import gradient_descent, momentum

pytestmark = pytest.mark.usefixtures("float64")

lee = landscapes.lee.loss
DIAGONAL = np.array([1.0, 1.0]) / np.sqrt(2)  # the escape direction u of Lee's saddle
ANTIDIAGONAL = np.array([1.0, -1.0])  # the way into it


def steps_to_escape(start, optimizer=None, steps=1000):
    """The first step at which Lee's loss is below 0.01, or None."""
    optimizer = optimizer or gradient_descent(0.02)
    below = np.flatnonzero(run(optimizer, lee, start, steps, record=lambda w, state: None).loss < 0.01)
    return below[0] if len(below) else None


def circle(w, radius, points=360):
    angles = np.linspace(0, 2 * np.pi, points, endpoint=False)
    return w + radius * np.stack([np.cos(angles), np.sin(angles)], axis=1)


def points_of(kind):
    """Himmelblau's minima, maximum or saddles: none of them degenerate."""
    return [point.w for point in landscapes.himmelblau.critical_points if point.kind == kind]


def wavy(w):
    """A smooth loss without symmetry, so that no term of its expansion vanishes by accident."""
    return jnp.sin(w[0] + 2 * w[1]) * jnp.exp(w[0] * w[1] + w[2]) + w[2] ** 3


# G1: stuck need not mean a local minimum


@pytest.mark.claim("G1")
def test_a_loss_that_has_stopped_falling_can_sit_at_a_saddle_and_not_at_a_minimum():
    trajectory = run(gradient_descent(0.02), lee, ANTIDIAGONAL, 2000)
    assert np.ptp(trajectory.loss[-1000:]) < 1e-12 and trajectory.gradient_norm[-1] < 1e-12
    assert trajectory.loss[-1] == pytest.approx(1)  # while losses of 0 exist
    assert taylor.classify(lee, trajectory.end).kind == "saddle"


@pytest.mark.claim("G1")
def test_a_loss_that_has_stopped_falling_can_also_sit_at_a_local_minimum():
    landscape = landscapes.six_hump_camel
    trajectory = run(gradient_descent(0.01), landscape.loss, np.array([1.7, 0.4]), 2000)
    assert trajectory.gradient_norm[-1] < 1e-8
    assert taylor.classify(landscape.loss, trajectory.end).kind == "minimum"
    assert trajectory.loss[-1] > 2 > -1 > landscape.loss(landscape.critical_points[0].w)  # far above the lowest


# G2: the neighbors decide


@pytest.mark.claim("G2")
@pytest.mark.parametrize("kind, lower, higher", [("minimum", 0, 1), ("maximum", 1, 0), ("saddle", 1, 1)])
def test_the_neighbors_of_a_minimum_are_higher_of_a_maximum_lower_of_a_saddle_both(kind, lower, higher):
    loss = landscapes.himmelblau.loss
    for w in points_of(kind):
        assert np.linalg.norm(jax.grad(loss)(w)) < 1e-6
        rises = jax.vmap(loss)(circle(w, 1e-2)) - loss(w)
        assert (bool(np.any(rises < 0)), bool(np.any(rises > 0))) == (lower, higher)
    assert len(points_of(kind)) == {"minimum": 4, "maximum": 1, "saddle": 4}[kind]


@pytest.mark.claim("G2")
def test_neighbors_of_lees_minima_are_not_lower_but_some_are_equal():
    # the text wants all of them higher; along w1 w2 = 1 the loss stays 0
    for w1 in (0.3, 1.0, -2.0):
        w = np.array([w1, 1 / w1])
        assert np.all(jax.vmap(lee)(circle(w, 1e-2)) >= 0) and lee(w) < 1e-30
        along = w1 * np.linspace(0.99, 1.01, 100)
        assert np.max(jax.vmap(lee)(np.stack([along, 1 / along], axis=1))) < 1e-30


# G3, G4: the expansion


@pytest.mark.claim("G3")
@pytest.mark.parametrize("order", [0, 1, 2])
def test_the_error_of_taylors_model_of_order_k_falls_with_the_power_k_plus_one(order):
    w, u = jnp.array([0.3, -0.4, 0.2]), jnp.array([2.0, 1.0, -2.0]) / 3
    expansion = taylor.expand(wavy, w)
    distances = np.geomspace(1e-3, 1e-2, 5)
    errors = [abs(wavy(w + s * u) - expansion(w + s * u, order)) for s in distances]
    slope = np.polyfit(np.log(distances), np.log(errors), 1)[0]
    assert abs(slope - (order + 1)) < 0.05  # measured within 0.015


@pytest.mark.claim("G3")
def test_the_expansion_is_an_inner_product_with_the_gradient_and_a_quadratic_form():
    # written out with the transposes that the text drops: each term is one number
    w, v = np.array([0.3, -0.4, 0.2]), np.array([0.1, 0.2, -0.3])
    g, H = jax.jit(jax.grad(wavy))(w), jax.jit(jax.hessian(wavy))(w)
    by_hand = (
        wavy(w)
        + sum(v[i] * g[i] for i in range(3))
        + sum(v[i] * H[i, j] * v[j] for i in range(3) for j in range(3)) / 2
    )
    np.testing.assert_allclose(taylor.expand(wavy, w)(jnp.asarray(w + v)), by_hand, rtol=1e-13)


@pytest.mark.claim("G4")
def test_gradient_and_hessian_are_the_limits_of_difference_quotients():
    w, e = np.array([0.3, -0.4, 0.2]), 1e-4 * np.eye(3)
    expansion = taylor.expand(wavy, w)
    first = [(wavy(w + e[i]) - wavy(w - e[i])) / 2e-4 for i in range(3)]
    second = [
        [
            (wavy(w + e[i] + e[j]) - wavy(w + e[i] - e[j]) - wavy(w - e[i] + e[j]) + wavy(w - e[i] - e[j])) / 4e-8
            for j in range(3)
        ]
        for i in range(3)
    ]
    np.testing.assert_allclose(expansion.gradient, first, rtol=1e-6)
    np.testing.assert_allclose(expansion.hessian, second, rtol=1e-5, atol=1e-6)


# G5, G6: the sign of vᵀHv, and its shortcut


@pytest.mark.claim("G5")
@pytest.mark.claim("G6")  # none of these eigenvalues is 0
@pytest.mark.parametrize("kind, signs", [("minimum", {1}), ("maximum", {-1}), ("saddle", {-1, 1})])
def test_the_sign_of_the_quadratic_form_over_all_directions_is_the_sign_of_the_eigenvalues(kind, signs):
    directions = jax.random.normal(jax.random.key(0), (1000, 2))
    for w in points_of(kind):
        H = curvature.hessian(landscapes.himmelblau.loss, w)
        forms = jax.vmap(linalg.quadratic_form, in_axes=(None, 0))(H, directions)
        assert {float(s) for s in np.sign(forms)} == signs
        assert {float(s) for s in np.sign(np.linalg.eigvalsh(H))} == signs
        assert taylor.classify(landscapes.himmelblau.loss, w).kind == kind


@pytest.mark.claim("G6", "holds if")
def test_the_eigenvalue_rule_says_nothing_about_lees_own_minima():
    # along w1 w2 = 1 the eigenvalues are 0 and 2 (w1² + w2²): minima, and not positive definite
    for w1 in (0.3, 1.0, -2.0):
        w = np.array([w1, 1 / w1])
        found = taylor.classify(lee, w)
        np.testing.assert_allclose(found.eigenvalues, [0, 2 * np.sum(w**2)], atol=1e-12)
        assert found.kind == "undecided"
        assert np.all(jax.vmap(lee)(circle(w, 1e-2)) >= lee(w))


@pytest.mark.claim("G6", "holds if")
def test_one_hessian_with_a_zero_eigenvalue_belongs_to_a_minimum_and_to_two_saddles():
    def loss(tail):
        return lambda w: w[0] ** 2 + tail(w[1])

    tails = {"minimum": lambda y: y**4, "saddle": lambda y: -(y**4), "saddle of order three": lambda y: y**3}
    for name, tail in tails.items():
        found = taylor.classify(loss(tail), jnp.zeros(2))
        assert list(found.eigenvalues) == [0, 2] and found.kind == "undecided"
        assert bool(np.any(jax.vmap(loss(tail))(circle(np.zeros(2), 1e-2)) < 0)) == (name != "minimum")


@pytest.mark.claim("G6", "holds if")
def test_both_signs_make_a_saddle_whatever_a_zero_eigenvalue_beside_them_hides():
    for tail in (lambda z: 0, lambda z: z**4, lambda z: -(z**4), lambda z: z**3):

        def loss(w, tail=tail):
            return w[0] ** 2 - w[1] ** 2 + tail(w[2])

        found = taylor.classify(loss, jnp.zeros(3))
        assert list(found.eigenvalues) == [-2, 0, 2] and found.kind == "saddle"
        assert loss(jnp.array([0, 1e-2, 0])) < 0 < loss(jnp.array([1e-2, 0, 0]))


# G7: Lee's two-weight network


@pytest.mark.claim("G7")
def test_lees_network_has_a_saddle_at_zero_with_the_hessian_of_the_lecture():
    expansion = taylor.expand(lee, jnp.zeros(2))
    assert expansion.value == 1
    np.testing.assert_array_equal(expansion.gradient, [0, 0])
    np.testing.assert_array_equal(expansion.hessian, [[0, -2], [-2, 0]])
    found = taylor.classify(lee, jnp.zeros(2))
    assert found.kind == "saddle"
    np.testing.assert_allclose(found.eigenvalues, [-2, 2], rtol=1e-14)
    np.testing.assert_allclose(abs(taylor.escape_direction(lee, jnp.zeros(2)).direction @ DIAGONAL), 1, rtol=1e-14)


@pytest.mark.claim("G7")
@pytest.mark.parametrize("offset, steps", [(1e-2, 153), (1e-4, 270), (1e-8, 505)])
def test_gradient_descent_beside_the_saddle_escapes_in_the_number_of_steps_of_the_ledger(offset, steps):
    assert steps_to_escape(offset * DIAGONAL) == steps


@pytest.mark.claim("G7")
def test_each_factor_of_a_hundred_closer_costs_ln_100_over_ln_1_04_more_steps():
    # near the saddle each step multiplies the offset by 1 + 0.02 · 2, the rate times |λ|
    offsets = [1e-2, 1e-4, 1e-6, 1e-8]
    steps = [steps_to_escape(d * DIAGONAL) for d in offsets]
    slope = np.polyfit(np.log(offsets) / np.log(1 / 100), steps, 1)[0]
    assert slope == pytest.approx(np.log(100) / np.log(1.04), rel=0.02)  # 117.4; measured 117.4


@pytest.mark.claim("G1")  # and with momentum too
@pytest.mark.claim("G7")
@pytest.mark.parametrize("start", [np.zeros(2), ANTIDIAGONAL, 0.3 * ANTIDIAGONAL])
@pytest.mark.parametrize("optimizer", [gradient_descent(0.02), momentum(0.02, 0.9)], ids=["descent", "momentum"])
def test_an_exact_saddle_and_the_line_into_it_hold_gradient_descent_and_momentum_for_ever(start, optimizer):
    assert steps_to_escape(start, optimizer, steps=20_000) is None


@pytest.mark.claim("G7")
def test_beside_the_saddle_momentum_escapes_four_times_sooner():
    start = np.array([1 + 1e-6, -1.0])  # down to the saddle first, then out of it
    plain, heavy = steps_to_escape(start), steps_to_escape(start, momentum(0.02, 0.9))
    assert (plain, heavy) == (388, 91)


@pytest.mark.claim("G7")
@pytest.mark.parametrize("seed", range(5))
def test_the_noise_of_batches_does_not_free_lees_saddle_and_noise_that_differs_there_does(seed):
    keys = jax.random.split(jax.random.key(seed), 3)
    x = jax.random.normal(keys[0], (1000, 4))
    y = x + 0.5 * jax.random.normal(keys[1], (1000, 4))
    shifts = 0.1 * jax.random.normal(keys[2], (1000, 4, 2))

    def on_batch(w, batch):  # every example's gradient -2 (y - w1 w2 x) x (w2, w1) is zero at w = 0
        x, y = batch
        return jnp.mean((y - w[0] * w[1] * x) ** 2)

    def shifted(w, shifts):  # here they differ: each example has its own saddle
        return jnp.mean(jax.vmap(lambda shift: lee(w - shift))(shifts))

    held = run(gradient_descent(0.02), on_batch, np.zeros(2), 1000, batches=(x, y))
    np.testing.assert_array_equal(held.end, [0, 0])
    freed = run(gradient_descent(0.02), shifted, np.zeros(2), 1000, batches=shifts)
    assert lee(freed.end) < 0.05  # measured below 0.002 at the end, first below 0.05 at steps 143 to 173


# G8: the escape direction, and the missing half


@pytest.mark.claim("G8", "holds if")
@pytest.mark.parametrize(
    "step, quadratic, true", [(0.1, 0.99, 0.990025), (0.5, 0.75, 0.765625), (1, 0, 0.25), (np.sqrt(2), -1, 0)]
)
def test_along_the_escape_direction_the_quadratic_is_right_for_small_steps_only(step, quadratic, true):
    way_out = taylor.escape_direction(lee, jnp.zeros(2))
    np.testing.assert_allclose(way_out.predict(step), quadratic, atol=1e-12)
    np.testing.assert_allclose(lee(step * way_out.direction), true, atol=1e-12)


@pytest.mark.claim("G8", "holds if")
def test_a_step_along_an_eigenvector_changes_the_loss_by_half_lambda_times_its_square():
    # the text writes L' + λ ‖u‖²: twice too much, at every saddle
    for w in points_of("saddle"):
        loss, way_out, step = landscapes.himmelblau.loss, taylor.escape_direction(landscapes.himmelblau.loss, w), 1e-3
        both_ways = (loss(w + step * way_out.direction) + loss(w - step * way_out.direction)) / 2
        change = (both_ways - loss(w)) / (way_out.eigenvalue * step**2)
        np.testing.assert_allclose(change, 0.5, rtol=1e-4)
        np.testing.assert_allclose(way_out.predict(step) - loss(w), way_out.eigenvalue * step**2 / 2, rtol=1e-6)


@pytest.mark.claim("G8")
def test_a_negative_eigenvalue_lowers_the_loss_on_both_sides_of_every_saddle():
    loss = landscapes.himmelblau.loss
    for w in points_of("saddle"):
        u = taylor.escape_direction(loss, w).direction
        assert loss(w + 0.1 * u) < loss(w) > loss(w - 0.1 * u)


# G9: what it costs, in floating-point operations as XLA counts them


def flops(function, *arguments):
    return jax.jit(function).lower(*arguments).cost_analysis()["flops"]


def network(hidden):
    """The loss of a 64-hidden-10 network on 256 examples as a function of one flat array, and that array."""
    model = models.mlp((64, hidden, 10))
    inputs, labels = np.random.default_rng(0).normal(size=(256, 64)), jnp.arange(256) % 10
    w, loss = trees.flatten_loss(
        lambda w: losses.cross_entropy(model.apply(w, inputs), labels), jax.jit(model.init)(jax.random.key(1))
    )
    return loss, w


def costs_in_gradients(hidden):
    """(number of weights, cost of the full Hessian, cost of one Hessian-vector product), in gradients."""
    loss, w = network(hidden)
    gradient = flops(jax.grad(loss), w)
    product = flops(lambda w, v: curvature.hessian_vector(loss, w, v), w, w)
    return w.size, flops(jax.hessian(loss), w) / gradient, product / gradient


@pytest.mark.claim("G9", "holds if")
def test_the_full_hessian_costs_more_than_a_gradient_for_every_weight_but_a_product_costs_two():
    # measured: 310 weights 369 and 1.75 gradients; 1210 weights 1460 and 1.75
    for hidden in (4, 16):
        weights, full, product = costs_in_gradients(hidden)
        assert full > weights
        assert 1 < product < 3


@pytest.mark.claim("G9", "holds if")
def test_one_escape_direction_costs_a_small_part_of_the_full_hessian():
    loss, w = network(16)
    products = []
    Hv = jax.jit(lambda v: curvature.hessian_vector(loss, w, v))

    def counted(v):
        products.append(1)
        return Hv(jnp.asarray(v))

    (lowest,), direction = linalg.extreme_eigenpairs(counted, w.size, 1, which="SA")
    assert lowest < -0.1
    np.testing.assert_allclose(Hv(direction[:, 0]), lowest * direction[:, 0], atol=1e-8)
    assert len(products) < 150  # measured 72; the full matrix has 1210 columns, each a product
