"""Any optax optimizer, used like ours, is still the optax optimizer."""

import jax
import jax.numpy as jnp
import numpy as np
import optax
import pytest

from optcourse import landscapes
from optcourse.experiments.run import run
from optcourse.optimizers import from_optax


@pytest.mark.parametrize("make", [optax.adam, optax.adamw, optax.rmsprop])
def test_it_takes_the_steps_that_optax_takes(make, float64):
    landscape = landscapes.himmelblau
    path = run(from_optax(make(1e-2)), landscape.loss, landscape.start, 50).path
    transformation, w = make(1e-2), jnp.asarray(landscape.start)
    state = transformation.init(w)

    @jax.jit
    def step(w, state):
        updates, state = transformation.update(jax.grad(landscape.loss)(w), state, w)
        return optax.apply_updates(w, updates), state

    for row in path:
        np.testing.assert_allclose(row, w, rtol=1e-12)
        w, state = step(w, state)


@pytest.mark.parametrize(
    "make", [optax.lbfgs, lambda: optax.polyak_sgd(max_learning_rate=0.01)], ids=["lbfgs", "polyak"]
)
def test_methods_that_look_at_the_loss_again_are_given_it(make):
    landscape = landscapes.himmelblau
    trajectory = run(from_optax(make()), landscape.loss, landscape.start, 60)
    assert trajectory.loss[-1] < 1e-6 * trajectory.loss[0]


def test_its_info_describes_the_point_it_leaves_and_dtypes_stay():
    w = {"a": jnp.ones(2, jnp.bfloat16)}
    optimizer = from_optax(optax.adam(0.1))
    next_w, _, info = optimizer.step(lambda w: jnp.sum(w["a"].astype(float) ** 2), w, optimizer.init(w))
    assert info.loss == 2 and next_w["a"].dtype == jnp.bfloat16
    np.testing.assert_allclose(info.gradient_norm, 8**0.5, rtol=1e-3)
