"""A run keeps what happened, row by row; a sweep is many runs at once."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from optcourse import landscapes, losses, models, trees
from optcourse.experiments.run import (
    first_below,
    run,
    stays_below,
    steps_until,
    sweep,
    take_steps,
    train_and_evaluate,
)
from optcourse.optimizers import gradient_descent, momentum

START = jnp.array([1.5, 1.0])


def bowl(w):
    return jnp.sum(jnp.array([1.0, 3.0]) * w**2) / 2


def test_row_t_is_taken_before_step_t_and_the_last_row_is_the_end():
    trajectory = run(gradient_descent(0.1), bowl, START, 5)
    w = START
    for t in range(6):
        np.testing.assert_allclose(trajectory.path[t], w, rtol=1e-5)
        np.testing.assert_allclose(trajectory.loss[t], bowl(w), rtol=1e-5)
        np.testing.assert_allclose(trajectory.gradient_norm[t], jnp.linalg.norm(jax.grad(bowl)(w)), rtol=1e-5)
        w = w - 0.1 * jax.grad(bowl)(w)
    assert trajectory.path.shape == (6, 2) and trajectory.loss.shape == trajectory.gradient_norm.shape == (6,)
    np.testing.assert_array_equal(trajectory.end, trajectory.path[-1])


def test_each_step_sees_its_own_batch_and_the_last_row_the_last_batch():
    batches = {"center": jnp.array([1.0, 10.0, 100.0])}
    trajectory = run(gradient_descent(1.0), lambda w, batch: (w - batch["center"]) ** 2 / 2, 0.0, 3, batches=batches)
    np.testing.assert_array_equal(trajectory.path, [0, 1, 10, 100])  # rate 1 jumps to the center of the batch
    np.testing.assert_array_equal(trajectory.loss, [0.5, 40.5, 4050, 0])
    assert trajectory.end == 100


def test_record_says_what_the_path_keeps():
    nothing = run(momentum(0.1), bowl, START, 3, record=lambda w, state: None)
    assert nothing.path is None and nothing.end.shape == (2,)
    both = run(momentum(0.1), bowl, START, 3, record=lambda w, state: {"x": w[0], "t": state.t})
    np.testing.assert_array_equal(both.path["t"], [0, 1, 2, 3])
    np.testing.assert_array_equal(both.path["x"], run(momentum(0.1), bowl, START, 3).path[:, 0])


def test_a_network_is_run_like_a_vector():
    model = models.mlp((3, 4, 2))
    inputs, labels = jax.random.normal(jax.random.key(0), (8, 3)), jnp.arange(8) % 2
    w = model.init(jax.random.key(1))
    trajectory = run(
        gradient_descent(0.5),
        lambda w: losses.cross_entropy(model.apply(w, inputs), labels),
        w,
        20,
        record=lambda w, state: trees.norm(w),
    )
    assert trajectory.path.shape == (21,)
    assert jax.tree.structure(trajectory.end) == jax.tree.structure(w)
    assert trajectory.loss[-1] < trajectory.loss[0]


def test_a_divergence_stays_in_the_trajectory():
    trajectory = run(gradient_descent(1.0), lambda w: jnp.sum(w**4), jnp.array([2.0]), 10)
    assert trajectory.loss[0] == 16
    assert not np.isfinite(trajectory.loss[-1]) and not np.all(np.isfinite(trajectory.end))
    assert trajectory.loss.shape == (11,)


def test_a_loss_that_is_nan_stays_nan():
    trajectory = run(gradient_descent(0.1), lambda w: jnp.log(w), 0.1, 5)  # falls below zero
    assert np.isfinite(trajectory.loss[0]) and np.isnan(trajectory.loss[-1])


def test_a_run_can_be_jitted_and_vmapped():
    plain = run(momentum(0.1), bowl, START, 10)
    jitted = jax.jit(lambda w: run(momentum(0.1), bowl, w, 10))(START)
    mapped = jax.vmap(lambda w: run(momentum(0.1), bowl, w, 10))(jnp.stack([START, 2 * START]))
    np.testing.assert_allclose(jitted.path, plain.path, rtol=1e-5, atol=1e-7)
    np.testing.assert_allclose(mapped.path[0], plain.path, rtol=1e-5, atol=1e-7)
    assert mapped.loss.shape == (2, 11)


def test_a_sweep_is_a_loop_of_runs():
    values, starts = jnp.array([0.01, 0.1, 0.9]), jnp.stack([START, -3 * START])
    swept = sweep(momentum, values, bowl, starts, 7)
    assert swept.path.shape == (3, 2, 8, 2) and swept.loss.shape == (3, 2, 8) and swept.end.shape == (3, 2, 2)
    for i, value in enumerate(values):
        for j, start in enumerate(starts):
            one = run(momentum(value), bowl, start, 7)
            for many, single in zip(swept, one):
                np.testing.assert_allclose(many[i, j], single, rtol=1e-4, atol=1e-6)


def test_a_sweep_takes_any_factory_plain_numbers_and_trees_of_starts():
    starts = {"x": jnp.array([1.0, 2.0]), "y": jnp.array([0.5, 0.0])}
    swept = sweep(lambda beta: momentum(0.1, beta), [0.0, 0.9], lambda w: w["x"] ** 2 + w["y"] ** 2, starts, 4)
    assert swept.path["x"].shape == (2, 2, 5)
    plain = run(gradient_descent(0.1), lambda w: w["x"] ** 2 + w["y"] ** 2, {"x": 2.0, "y": 0.0}, 4)
    np.testing.assert_allclose(swept.loss[0, 1], plain.loss, rtol=1e-5)


def test_one_diverging_run_of_a_sweep_leaves_the_others_alone():
    swept = sweep(gradient_descent, [0.1, 1e3], bowl, START[None], 50)
    assert swept.loss[0, 0, -1] < 1e-3
    assert not np.isfinite(swept.loss[1, 0, -1])


def test_a_sweep_compiles_its_step_once_for_all_values():
    traces = []

    def loss(w):
        traces.append(w)
        return bowl(w)

    run(gradient_descent(0.1), loss, START, 3)
    traces_of_one_run = len(traces)
    sweep(gradient_descent, jnp.linspace(0.01, 0.1, 20), loss, jnp.ones((30, 2)), 3)
    assert len(traces) <= 2 * traces_of_one_run


@pytest.mark.parametrize("start", [landscapes.lee.start, (1.0, 0.9), 1.0, [jnp.ones(2)]])
def test_a_start_may_be_an_array_a_number_or_a_tree(start):
    trajectory = run(gradient_descent(0.1), lambda w: trees.norm(w) ** 2, start, 3)
    assert jax.tree.structure(trajectory.end) == jax.tree.structure(start)
    assert trajectory.loss[-1] < trajectory.loss[0]


@pytest.mark.parametrize("steps", [3.0, np.int64(3), np.float64(3)])
def test_a_whole_number_of_steps_may_be_of_any_type(steps):
    batches = jnp.array([1.0, 2.0, 3.0])
    trajectory = run(gradient_descent(1.0), lambda w, b: (w - b) ** 2 / 2, 0.0, steps, batches=batches)
    np.testing.assert_array_equal(trajectory.path, [0, 1, 2, 3])


@pytest.mark.parametrize("steps", [-1, 2.5, float("nan"), float("inf")])
def test_a_number_of_steps_that_cannot_be_taken_is_named(steps):
    with pytest.raises(ValueError, match=f"steps = {steps}: give a whole number >= 0"):
        run(gradient_descent(0.1), bowl, START, steps)


@pytest.mark.parametrize("bad", [float("nan"), float("inf")])
def test_a_start_that_is_not_finite_is_named(bad):
    with pytest.raises(ValueError, match=f"the start w holds a number that is not finite: .*{bad}"):
        run(gradient_descent(0.1), bowl, jnp.array([1.0, bad]), 3)
    with pytest.raises(ValueError, match="not finite"):
        sweep(gradient_descent, [0.1], bowl, jnp.array([[1.0, bad]]), 3)


def test_a_start_of_whole_numbers_is_refused_with_the_remedy():
    with pytest.raises(ValueError, match="the start w holds int32, not real numbers: write"):
        run(gradient_descent(0.1), bowl, jnp.array([1, 2]), 3)


@pytest.mark.parametrize(
    "batches, steps, rows",
    [
        (jnp.ones((2, 4)), 3, [2]),
        ((jnp.ones(3), jnp.ones(4)), 3, [3, 4]),
        (jnp.ones(()), 3, [0]),
        (jnp.ones(0), 0, [0]),
    ],
)
def test_batches_without_one_row_a_step_are_named(batches, steps, rows):
    with pytest.raises(ValueError) as error:
        run(gradient_descent(0.1), lambda w, batch: bowl(w), START, steps, batches=batches)
    assert str(error.value) == f"batches have {rows} rows, steps = {steps}: give one row a step, and at least one"


def pulled(w, batch):
    return bowl(w) + batch @ w


@pytest.mark.parametrize("rate, steps", [(0.5, 5), (1e-9, np.inf), (3.0, np.inf)])
def test_steps_are_counted_to_the_first_arrival_and_whoever_diverges_or_crawls_never_arrives(rate, steps):
    counted = steps_until(
        gradient_descent(rate), lambda w: w**2 / 2, jnp.asarray(1.0), lambda w: jnp.abs(w) <= 0.04, 2000
    )
    assert counted == steps  # 0.5⁵ = 0.03; at rate 3 the sign changes and |w| doubles, to infinity and NaN


def test_a_start_that_is_there_takes_no_step_and_the_last_step_allowed_counts():
    counted = lambda most, end: steps_until(gradient_descent(0.5), lambda w: w**2 / 2, jnp.asarray(1.0), end, most)
    assert counted(10, lambda w: w <= 1.0) == 0
    assert counted(5, lambda w: w <= 0.04) == 5 and counted(4, lambda w: w <= 0.04) == np.inf


def test_looks_are_rows_of_a_run_on_the_same_batches_and_the_last_one_is_its_end():
    batches = jax.random.normal(jax.random.key(0), (12, 2))
    path = run(momentum(0.1), pulled, START, 12, batches).path
    (w, losses), end = train_and_evaluate(momentum(0.1), pulled, START, batches, 4, lambda w: (w, bowl(w)))
    np.testing.assert_allclose(w, path[::4], rtol=1e-5)
    np.testing.assert_allclose(losses, jax.vmap(bowl)(path[::4]), rtol=1e-5)
    np.testing.assert_array_equal(w[-1], end)


def test_a_last_stretch_that_would_be_cut_short_is_refused():
    with pytest.raises(ValueError, match="12 updates, evaluated every 5: give a multiple of 5 updates"):
        train_and_evaluate(momentum(0.1), pulled, START, jnp.ones((12, 2)), 5, bowl)


def test_the_end_of_so_many_steps_is_the_row_of_a_run():
    path = run(momentum(0.1), bowl, START, 7).path
    for steps in (0, 1, 7):
        np.testing.assert_allclose(take_steps(momentum(0.1), bowl, START, steps), path[steps], rtol=1e-6)


def test_steps_from_a_later_batch_on_are_a_later_part_of_a_run():
    batches = jax.random.normal(jax.random.key(0), (12, 2))
    path = run(gradient_descent(0.1), pulled, START, 12, batches).path
    half = take_steps(gradient_descent(0.1), pulled, START, 5, batches)
    np.testing.assert_allclose(half, path[5], rtol=1e-6)
    np.testing.assert_allclose(take_steps(gradient_descent(0.1), pulled, half, 4, batches, first=5), path[9], rtol=1e-6)


def test_one_program_serves_every_number_of_steps():
    traces = []

    @jax.jit
    def end(steps):
        traces.append(steps)
        return take_steps(gradient_descent(0.1), bowl, START, steps)

    path = run(gradient_descent(0.1), bowl, START, 4).path
    np.testing.assert_allclose([end(3), end(4)], path[3:], rtol=1e-6)
    assert len(traces) == 1


NEVER = [3.0, 2.0, 1.0]
DIPS = [3.0, 0.5, 2.0, 0.5, 0.5]
ENDS_ABOVE = [3.0, 0.5, 2.0]
AT_ONCE = [0.5, 0.5]
BREAKS = [3.0, 0.5, np.nan, 0.5]


@pytest.mark.parametrize(
    "losses, first, stays",
    [
        (NEVER, np.inf, np.inf),
        (DIPS, 1, 3),
        (ENDS_ABOVE, 1, np.inf),
        (AT_ONCE, 0, 0),
        (BREAKS, 1, 3),
        ([np.nan], np.inf, np.inf),
    ],
)
def test_the_first_row_below_a_target_and_the_first_of_those_that_stay(losses, first, stays):
    assert first_below(jnp.array(losses), 1.0) == first
    assert stays_below(jnp.array(losses), 1.0) == stays
