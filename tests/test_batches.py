"""The noise of a batch and the rescaled network: numbers that make none are named."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from optcourse import batches, models


@pytest.mark.parametrize("size", [20, 0, -3, np.array([5, 11])])
def test_a_batch_that_cannot_be_drawn_is_named(size):
    with pytest.raises(ValueError, match=r"batch_size = .*: give a(t most 10, | finite number > 0)"):
        batches.minibatch_variance(1.0, size, 10)


def test_a_batch_of_all_examples_has_no_noise_and_one_put_back_has_some():
    assert batches.minibatch_variance(1.0, 10, 10) == 0
    assert batches.minibatch_variance(1.0, 20) == jax.jit(batches.minibatch_variance)(1.0, 20) == pytest.approx(1 / 20)


@pytest.mark.parametrize("c", [0.0, -2.0, np.nan])
def test_a_factor_that_would_change_the_network_is_named(c):
    layer = models.Layer(jnp.ones((2, 2)), jnp.ones(2))
    with pytest.raises(ValueError, match=f"c = {c}: give a finite number > 0"):
        batches.rescale_layers([layer, layer], c)
