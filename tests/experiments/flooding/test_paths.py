"""The paths that explorers draw: flooding as defined, its mean beside it, and one program for every control."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from optcourse import flooding
from optcourse.experiments.flooding import paths

START = np.array([2.0, 1.1])


@pytest.fixture(scope="module")
def ravine():
    """The ravine's paths for any (rate, level), of 200 steps."""
    found = {}

    def path(rate, level):
        if (rate, level) not in found:
            found[rate, level] = jax.tree.map(np.asarray, paths.ravine_paths(START, rate, level, 200))
        return found[rate, level]

    return path


def test_each_step_is_one_of_gradient_descent_on_the_flooded_loss(ravine):
    found = ravine(0.1, 0.2)
    gradient = jax.jit(jax.vmap(jax.grad(flooding.flood(paths.ravine, 0.2))))
    np.testing.assert_allclose(found.flooded[1:201], (found.flooded - 0.1 * gradient(found.flooded))[:200], rtol=1e-5)
    np.testing.assert_allclose(found.flooded_loss, jax.vmap(paths.ravine)(found.flooded), rtol=1e-5)


def test_past_the_steps_asked_for_nothing_moves(ravine):
    found = ravine(0.1, 0.2)
    assert found.flooded.shape == (paths.MOST_STEPS + 1, 2)
    for path in (found.flooded, found.effective):
        assert np.all(path[200:] == path[200]) and not np.array_equal(path[199], path[200])


@pytest.mark.parametrize("level", [0.05, 0.2, 0.5])
def test_the_mean_and_the_bouncing_path_drift_alike_to_the_flat_part_and_the_loss_stays(ravine, level):
    found = ravine(0.1, level)
    bounced, smooth = found.flooded[200], found.effective[200]
    assert smooth[0] < bounced[0] + 0.1 and abs(bounced[0] - smooth[0]) < 0.1  # measured: at most .06
    assert found.effective_loss[200] == pytest.approx(level, rel=1e-3)
    assert np.ptp(found.flooded_loss[190:200]) > 0.1 * level  # and this one bounces


def test_the_drift_grows_like_the_square_of_the_rate(ravine):
    """200 steps of .1 drift about as far as 800 of .05 would: here as far as ε² N says, to a tenth."""
    early = {rate: ravine(rate, 0.2).effective for rate in (0.05, 0.1)}
    drift = {rate: np.log(path[100, 0] / path[200, 0]) for rate, path in early.items()}
    assert drift[0.1] / drift[0.05] == pytest.approx(4, rel=0.15)


def test_small_bounces_stay_on_the_wall_and_large_ones_leave_it_for_the_flat_side():
    small, large = (paths.line_paths(-2.0, rate, 0.5, 200) for rate in (0.1, 0.5))
    assert np.all(small.flooded[20:] < -0.7) and np.all(large.flooded[20:] > 0.7)
    assert abs(float(small.effective[200]) + 0.858) < 0.01  # exp(.858) - .858 - 1 = .5


def test_all_controls_are_traced():
    traces = []

    @jax.jit
    def end(*controls):
        traces.append(controls)
        return paths.paths(paths.ravine, *controls, most=5).flooded[-1]

    starts = jnp.array(START, jnp.float32), jnp.array([1.0, 0.5], jnp.float32)
    ends = [end(start, *others) for start in starts for others in ((0.1, 0.2, 5), (0.2, 0.1, 3))]
    assert len(traces) == 1 and len({tuple(np.asarray(w).tolist()) for w in ends}) == 4
