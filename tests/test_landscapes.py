"""Every landscape: its known critical points are critical, of the kind they claim, and all there are in the window."""

from functools import cache, partial

import jax
import jax.numpy as jnp
import numpy as np
import pytest
from matplotlib.mathtext import MathTextParser

from optcourse import landscapes, taylor
from optcourse.experiments.run import run
from optcourse.optimizers import gradient_descent

# Where critical points fill a curve or a region: how far w is from it.
CONTINUA = {
    "lee": lambda w: abs(w[0] * w[1] - 1),
    "plateau": lambda w: max(0.0, 2 - np.hypot(*w)),
}

everywhere = pytest.mark.parametrize("name", landscapes.ALL)


def inside(w, window, margin=0.0):
    return all(low - margin <= x <= high + margin for x, (low, high) in zip(w, window))


def at(function, points):
    """The function at each of the points, as a NumPy array."""
    return np.asarray(_at(function, np.asarray(points)))


@partial(jax.jit, static_argnums=0)
def _at(function, points):
    return jax.vmap(function)(points)


def known(name, kind=None):
    return np.array([point.w for point in landscapes.ALL[name].critical_points if kind in (None, point.kind)])


def grid(window, points):
    return np.stack(np.meshgrid(*(np.linspace(*side, points) for side in window)), axis=-1).reshape(-1, 2)


def newton(loss, start, steps=80, longest=0.3):
    """Where Newton's method for ∇L = 0 ends, with short steps and a damped inverse: it finds points of every kind."""
    gradient, hessian = jax.grad(loss), jax.hessian(loss)

    def step(_, w):
        H = hessian(w)
        (a, b), (_, c) = H @ H + 1e-14 * jnp.eye(2)
        move = -jnp.array([[c, -b], [-b, a]]) @ H @ gradient(w) / (a * c - b * b)
        return w + move * jnp.minimum(1, longest / (jnp.linalg.norm(move) + 1e-300))

    return jax.lax.fori_loop(0, steps, step, start)


def kind_by_probing(loss, w, radius=1e-2, probes=360):
    """What a small circle around w says: the kind where the Hessian decides nothing."""
    angles = np.linspace(0, 2 * np.pi, probes, endpoint=False)
    circle = w + radius * np.stack([np.cos(angles), np.sin(angles)], axis=1)
    here, *around = at(loss, [w, *circle])
    rise = np.array(around) - here
    lower, higher = np.any(rise < -1e-12), np.any(rise > 1e-12)
    return {(0, 0): "flat", (0, 1): "minimum", (1, 0): "maximum", (1, 1): "saddle"}[lower, higher]


def test_at_least_ten_landscapes_are_listed_under_the_names_they_have_in_the_module():
    assert len(landscapes.ALL) >= 10
    assert all(getattr(landscapes, name) is landscape for name, landscape in landscapes.ALL.items())
    assert len({landscape.name for landscape in landscapes.ALL.values()}) == len(landscapes.ALL)


@everywhere
def test_the_equation_can_be_set_by_matplotlib(name):
    equation = landscapes.ALL[name].equation
    assert equation.startswith("L = ")
    MathTextParser("path").parse(f"${equation}$")


@everywhere
def test_known_points_are_critical_to_the_digits_stored(name, float64):
    loss = landscapes.ALL[name].loss
    gradients, hessians = jax.jit(jax.vmap(lambda w: (jax.grad(loss)(w), jax.hessian(loss)(w))))(known(name))
    gradients, curvatures = np.linalg.norm(gradients, axis=1), np.max(np.abs(hessians), axis=(1, 2))
    assert np.all(gradients <= 2e-8 * np.maximum(curvatures, 1))


@everywhere
def test_known_kinds_agree_with_classify_where_it_decides_and_with_a_circle_of_probes(name, float64):
    loss = landscapes.ALL[name].loss
    for point, verdict in zip(landscapes.ALL[name].critical_points, verdicts(name)):
        assert verdict in (point.kind, "undecided"), point
        assert kind_by_probing(loss, point.w) == point.kind, point


@cache
def verdicts(name):
    """What classify says of each known point, in single precision, as a lesson sees it."""
    with jax.enable_x64(False):
        return [taylor.classify(landscapes.ALL[name].loss, p.w).kind for p in landscapes.ALL[name].critical_points]


def test_classify_leaves_only_singular_points_undecided():
    undecided = {
        (name, point.kind)
        for name, landscape in landscapes.ALL.items()
        for point, verdict in zip(landscape.critical_points, verdicts(name))
        if verdict == "undecided"
    }
    assert undecided == {("monkey_saddle", "saddle"), ("lee", "minimum"), ("plateau", "flat")}


@everywhere
def test_no_critical_point_of_the_window_is_missing(name, float64):
    landscape = landscapes.ALL[name]
    distance = CONTINUA.get(name, lambda w: np.inf)

    @jax.jit
    @jax.vmap
    def search(w):
        end = newton(landscape.loss, w)
        return end, jax.grad(landscape.loss)(end)

    ends, gradients = (np.asarray(each) for each in search(grid(landscape.window, 31)))
    gradients = np.linalg.norm(gradients, axis=1)
    found = [w for w, g in zip(ends, gradients) if g < 1e-9 and inside(w, landscape.window) and distance(w) > 1e-4]
    apart = np.linalg.norm(np.array(found)[:, None] - known(name), axis=2)
    missing = np.array(found)[np.min(apart, axis=1) > 1e-4]
    assert not len(missing), missing[:5]
    unreached = [w for w, gap in zip(known(name), np.min(apart, axis=0)) if gap > 1e-4 and distance(w) > 1e-4]
    assert not unreached, f"the search is too weak to say anything: it does not find {unreached}"


@everywhere
def test_points_and_start_lie_in_the_window_and_no_point_is_listed_twice(name):
    landscape = landscapes.ALL[name]
    assert inside(landscape.start, landscape.window)
    assert all(inside(point.w, landscape.window) for point in landscape.critical_points)
    assert len({tuple(np.round(point.w, 6)) for point in landscape.critical_points}) == len(landscape.critical_points)


@everywhere
def test_the_start_is_a_place_from_which_gradient_descent_gets_lower(name):
    landscape = landscapes.ALL[name]
    trajectory = run(gradient_descent(1e-4), landscape.loss, landscape.start, 50)
    assert trajectory.gradient_norm[0] > 1e-3
    assert trajectory.loss[-1] < trajectory.loss[0]


@everywhere
def test_a_landscape_can_be_drawn_in_float32_and_computed_in_float64(name, float64):
    landscape = landscapes.ALL[name]
    exact = at(landscape.loss, grid(landscape.window, 30))
    with jax.enable_x64(False):
        drawn = at(landscape.loss, grid(landscape.window, 30))
    assert exact.dtype == np.float64 and drawn.dtype == np.float32
    np.testing.assert_allclose(drawn, exact, rtol=1e-4, atol=1e-4)


@pytest.mark.parametrize(
    "name, kind, counts",
    [
        ("himmelblau", "minimum", 4),
        ("himmelblau", "maximum", 1),
        ("himmelblau", "saddle", 4),
        ("six_hump_camel", "minimum", 6),
        ("six_hump_camel", "maximum", 2),
        ("six_hump_camel", "saddle", 7),
        ("styblinski_tang", "minimum", 4),
        ("styblinski_tang", "maximum", 1),
        ("styblinski_tang", "saddle", 4),
    ],
)
def test_the_textbook_landscapes_have_the_textbook_number_of_points(name, kind, counts):
    assert len(known(name, kind)) == counts


@pytest.mark.parametrize(
    "name, lowest, places",
    [
        ("himmelblau", 0, 4),
        ("six_hump_camel", -1.031628453, 2),
        ("styblinski_tang", -78.33233141, 1),
        ("rastrigin", 0, 1),
        ("beale", 0, 1),
        ("rosenbrock", 0, 1),
    ],
)
def test_the_textbook_landscapes_have_the_textbook_depth(name, lowest, places, float64):
    values = at(landscapes.ALL[name].loss, known(name))
    np.testing.assert_allclose(np.min(values), lowest, atol=1e-8)
    assert np.sum(values < lowest + 1e-6) == places


@jax.jit
def bowl_hessian(condition_number, angle):
    return jax.hessian(landscapes.quadratic(condition_number, angle).loss)(jnp.ones(2))


@pytest.mark.parametrize("condition_number, angle", [(1, 0), (100, 0.7), (0.5, -2), (1e4, 3)])
def test_a_quadratic_bowl_has_the_curvatures_and_the_rotation_asked_for(condition_number, angle, float64):
    H = np.asarray(bowl_hessian(condition_number, angle))
    flat, steep = np.array([np.cos(angle), np.sin(angle)]), np.array([-np.sin(angle), np.cos(angle)])
    np.testing.assert_allclose(H @ flat, flat, atol=1e-11 * condition_number)
    np.testing.assert_allclose(H @ steep, condition_number * steep, rtol=1e-9)


def test_a_bowl_can_be_squeezed_and_turned_without_compiling_again():
    traces = []

    @jax.jit
    def value(condition_number, angle, w):
        traces.append(condition_number)
        return landscapes.quadratic(condition_number, angle).loss(w)

    values = [value(k, a, jnp.array([1.0, 0.0])) for k, a in [(1.0, 0.0), (9.0, 0.0), (9.0, jnp.pi / 2)]]
    np.testing.assert_allclose(values, [0.5, 0.5, 4.5], rtol=1e-6)
    assert len(traces) == 1


@pytest.mark.parametrize("condition_number", [0, -3, np.nan])
def test_a_condition_number_that_makes_no_bowl_is_named(condition_number):
    with pytest.raises(ValueError, match=f"condition_number = {condition_number}: give a finite number > 0"):
        landscapes.quadratic(condition_number)


def test_the_plateau_is_exactly_flat_and_the_well_is_not():
    loss = landscapes.plateau.loss
    angles = np.linspace(0, 2 * np.pi, 100)
    ring = np.stack([np.cos(angles), np.sin(angles)], axis=1)
    assert np.all(at(jax.grad(loss), 2.01 * ring) == 0) and np.all(at(loss, 2.01 * ring) == 1)
    assert np.all(np.linalg.norm(at(jax.grad(loss), 1.9 * ring), axis=1) > 1e-3)


def test_the_sharp_and_the_flat_minimum_are_equally_deep_and_twenty_times_differently_curved(float64):
    loss = landscapes.sharp_and_flat.loss
    minima = known("sharp_and_flat", "minimum")
    assert np.ptp(at(loss, minima)) < 2e-4
    sharp, flat = np.linalg.eigvalsh(at(jax.hessian(loss), minima))
    np.testing.assert_allclose(sharp / flat, 20, rtol=1e-3)


def test_all_of_lees_curve_is_minima_of_loss_zero():
    x = np.linspace(0.2, 4, 20)
    curve = np.concatenate([np.stack([x, 1 / x], axis=1), -np.stack([x, 1 / x], axis=1)])
    np.testing.assert_allclose(at(landscapes.lee.loss, curve), 0, atol=1e-12)
