"""Hard constraint first: which loss it follows where, and how it chatters."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from optcourse.experiments.run import run
from optcourse.optimizers import constraint_first, gradient_descent


def loss(w):
    return jnp.sum((w - 2.0) ** 2) / 2


def size(w):
    return jnp.sum(w**2) / 2


def test_it_descends_the_constraint_while_violated_and_the_loss_elsewhere(float64):
    method = constraint_first(gradient_descent(0.1), size, 0.5)
    for start, expected in (([2.0, 0.0], [1.8, 0.0]), ([0.5, 0.5], [0.65, 0.65])):
        start = jnp.array(start)
        w, _, info = method.step(loss, start, method.init(start))
        np.testing.assert_allclose(w, expected, rtol=1e-12)
        assert info.loss == loss(start)


def test_the_loss_it_does_not_follow_may_be_undefined_there():
    """√(w - 1) is no number at 0.5 and has no slope there: only the constraint 1.5 - w <= 0 is descended."""
    method = constraint_first(gradient_descent(0.1), lambda w: 1.5 - w, 0.0)
    step = lambda w: method.step(lambda v: jnp.sqrt(v - 1), w, method.init(w))[0]
    assert step(jnp.float32(0.5)) == pytest.approx(0.6)
    np.testing.assert_allclose(jax.vmap(step)(jnp.array([0.5, 2.0])), [0.6, 1.95], rtol=1e-6)


@pytest.mark.parametrize("epsilon", [float("nan"), float("inf")])
def test_an_epsilon_that_no_constraint_can_exceed_is_named(epsilon):
    with pytest.raises(ValueError, match=f"epsilon = {epsilon}: give a finite number"):
        constraint_first(gradient_descent(0.1), size, epsilon)


def test_it_chatters_about_the_boundary_by_its_learning_rate(float64):
    for rate in (0.1, 0.01):
        path = run(constraint_first(gradient_descent(rate), size, 0.5), loss, jnp.array([0.1, 0.3]), 3000).path
        late = np.sum(np.asarray(path[2000:]) ** 2, axis=1) / 2
        assert late.max() > 0.5 > late.min()  # never settles
        assert 0.1 * rate < np.ptp(late) < 3 * rate
