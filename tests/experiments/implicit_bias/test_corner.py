"""The flow of a symmetric 2 x 2 product: its law, its steps, and where the table says that it goes."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from optcourse import factorization
from optcourse.experiments.implicit_bias import corner as measured
from optcourse.experiments.implicit_bias import two_by_two

path = jax.jit(measured.path)
STARTS = [(0.5, 0.5), (1.2, -0.8), (-0.7, -0.3), (0.1, 1.5)]


@pytest.mark.parametrize("depth", [2, 3, 4])
def test_the_velocity_is_that_of_the_end_to_end_flow(float64, depth):
    for x, z in STARTS:
        y = measured.SIDE
        W, G = jnp.array([[x, y], [y, z]]), jnp.array([[0, y - 1], [y - 1, z]])
        first, second = measured.eigenvalues(x, y, z)
        angle = jnp.arctan2(y, (x - z) / 2) / 2
        state = jnp.array([angle, jnp.log(abs(first)), jnp.log(abs(second))])
        signs = jnp.sign(jnp.array([first, second]))
        entries = lambda state, signs=signs: jnp.stack(measured.matrix_entries(state, signs))
        np.testing.assert_allclose(entries(state), (x, y, z), rtol=1e-12)
        moved = jax.jvp(entries, (state,), (measured.velocity(state, signs, depth),))[1]
        law = factorization.end_to_end_flow(W, G, depth)
        np.testing.assert_allclose(moved, (law[0, 0], law[0, 1], law[1, 1]), rtol=1e-10)


def test_a_step_is_of_second_order_and_does_not_mind_stiffness(float64):
    flow = lambda w: jnp.array([[-1.0, 0.5, 0], [0, -2.0, 0], [0, 0, -3.0]]) @ w - w**2
    start = jnp.array([1.0, 0.5, 0.2])

    @jax.jit
    def end(steps):
        walk = lambda _, w: measured.rosenbrock_step(flow, w, 1 / steps)
        return jax.lax.fori_loop(0, steps, walk, start)

    errors = [float(jnp.linalg.norm(end(n) - end(2000))) for n in (20, 40)]
    assert errors[0] / errors[1] == pytest.approx(4, rel=0.1)
    stiff = measured.rosenbrock_step(lambda w: -1e6 * w, start, 1.0)
    assert float(jnp.linalg.norm(stiff)) < 1e-4


def test_three_unknowns(float64):
    A = jnp.array([[2.0, 1, -1], [0.5, -3, 2], [1, 1, 1]])
    b = jnp.array([1.0, 2, 3])
    np.testing.assert_allclose(A @ measured.solve_three(A, b), b, rtol=1e-12)


@pytest.mark.parametrize("depth", [2, 3, 4])
def test_the_steps_follow_small_steps_of_descent_on_balanced_factors(float64, depth):
    x, z = STARTS[1]
    factors = factorization.balanced_factors(jnp.array([[x, measured.SIDE], [measured.SIDE, z]]), depth)
    optimizer = two_by_two.flow(2e-3)
    stopped = factorization.descend(factors, two_by_two.OBSERVED, two_by_two.MASK, optimizer, 0.05, 50_000)
    W = factorization.product(stopped[0])
    loss = float(factorization.completion_loss(two_by_two.OBSERVED, two_by_two.MASK)(stopped[0]))
    run = path(x, z, depth)
    corner = np.interp(-np.log(loss), -np.log(run.loss), run.corner)
    assert corner == pytest.approx(float(W[0, 0]), abs=5e-3)


def test_the_sign_of_the_determinant_stays_and_a_corner_above_zero_goes_where_the_table_says():
    kept = two_by_two.read_corner("nuclear_norm", 1e-3)
    for depth in (2, 3, 4):
        for x, z in STARTS:
            run = jax.tree.map(np.asarray, path(x, z, depth))
            determinant = run.corner.astype(float) * run.seen_corner - run.side.astype(float) ** 2
            sign = np.sign(x * z - measured.SIDE**2)
            assert np.all(sign * determinant > -1e-5), (depth, x, z)
            if sign > 0:
                norm = np.interp(-np.log(1e-3), -np.log(run.loss), run.nuclear_norm)
                assert norm == pytest.approx(1 / np.sqrt(2e-3), rel=0.02)
                if depth > 2:  # a discrete descent of depth 2 stops on its way
                    assert norm == pytest.approx(np.median(kept[depth, "det > 0"]), rel=0.02)


def test_alone_an_entry_that_is_not_seen_stays():
    run = jax.tree.map(np.asarray, path(0.7, 0.9, 1))
    assert np.all(run.corner == np.float32(0.7)) and run.loss[-1] < 1e-6
    np.testing.assert_allclose(run.seen_corner[0], 0.9, rtol=1e-6)
