"""The small autoencoder of digits: its losses, and its table."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from optcourse.experiments import data
from optcourse.experiments.linear_combinations import digits_vae


def test_the_rate_is_the_divergence_from_the_prior_and_zero_for_an_encoder_that_says_nothing():
    x, key = data.digits(20).inputs, jax.random.key(0)
    w = (digits_vae.ENCODER.init(key), digits_vae.DECODER.init(key))
    silent = jax.tree.map(jnp.zeros_like, w)
    distortion, rate = digits_vae.losses(silent, x, jnp.zeros((20, digits_vae.LATENTS)))
    assert rate == 0 and distortion == pytest.approx(float(jnp.mean(jnp.sum(x**2, axis=1)) / 2))
    mean, log_variance = jnp.split(digits_vae.ENCODER.apply(w[0], x), 2, axis=1)
    z = mean + jnp.exp(log_variance / 2) * jax.random.normal(key, (20_000, *mean.shape))
    log_q = -((z - mean) ** 2) / 2 / jnp.exp(log_variance) - log_variance / 2
    sampled = jnp.mean(jnp.sum(log_q + z**2 / 2, axis=-1))  # E ln q / p, by drawing
    assert digits_vae.losses(w, x, jnp.zeros_like(mean))[1] == pytest.approx(float(sampled), rel=0.01)


@pytest.mark.parametrize("beta, way", [(0.3, "constant"), (1.0, "annealed")])
def test_the_table_is_what_a_run_gives(beta, way):
    found = digits_vae.train_vae(beta, way, 2)
    i = digits_vae.BETAS.index(beta)
    np.testing.assert_allclose(
        digits_vae.read_fronts(way)[i, 2], [found["distortion"], found["rate"]], rtol=0.05, atol=0.01
    )


def test_every_beta_gives_its_own_point_of_a_convex_front():
    slack = 1.15  # measured: the medians keep to -1/β of both ends without any
    steep, flat = -1 / np.array(digits_vae.BETAS[:-1]), -1 / np.array(digits_vae.BETAS[1:])
    for way in digits_vae.BETA_SCHEDULES:
        every = digits_vae.read_fronts(way)
        assert np.all(np.diff(every[..., 0], axis=0) > 0) and np.all(np.diff(every[..., 1], axis=0) < 0)
        middle = np.median(every, axis=1)
        slopes = np.diff(middle[:, 1]) / np.diff(middle[:, 0])
        assert np.all(np.diff(slopes) > 0) and np.all((slopes > steep * slack) & (slopes < flat / slack))
