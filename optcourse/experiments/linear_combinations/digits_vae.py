"""A small variational autoencoder of digits: distortion against rate, for each weight β.

    D = ½ E‖x - x̂(z)‖²,  R = E KL(q(z | x) ‖ N(0, I)),  q(z | x) = N(μ(x), diag σ²(x))

Trained on D + β R (Kingma and Welling, 2014; Higgins et al., 2017). "annealed": β grows from 0 in
the first half of the steps (Bowman et al., 2016). Both parts are in nats, for one digit, on the
digits it was trained on.
"""

from functools import partial

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import Array, Float

from optcourse import models
from optcourse.experiments import data, table
from optcourse.experiments.run import take_steps
from optcourse.optimizers import adam

LATENTS, HIDDEN = 8, 32
ENCODER = models.mlp((64, HIDDEN, 2 * LATENTS))
DECODER = models.mlp((LATENTS, HIDDEN, 64))
BETAS = [0.02, 0.04, 0.08, 0.15, 0.3, 0.5, 1.0]
BETA_SCHEDULES = ("constant", "annealed")
SEEDS = 5
SETTINGS = {
    "examples": 1500,
    "latents": LATENTS,
    "hidden": HIDDEN,
    "steps": 3000,
    "batch_size": 100,
    "rate": 0.003,
}


def digits_vae() -> table.Table:
    """Distortion and rate of a VAE on digits, seven weights β, constant or annealed (2 minutes)."""
    jobs = table.grid(beta=BETAS, schedule=BETA_SCHEDULES, seed=range(SEEDS))
    return table.fill("digits_vae", SETTINGS, jobs, train_vae)


def train_vae(beta: float, schedule: str, seed: int) -> dict:
    """A table row: {distortion, rate} of a VAE after 3000 steps; schedule: of BETA_SCHEDULES."""
    digit_key, key = jax.random.split(jax.random.key(seed))
    inputs = data.digits(SETTINGS["examples"], digit_key).inputs
    both = _train(beta, schedule == "annealed", inputs, key)
    distortion, rate = np.asarray(both, float)
    return {"distortion": distortion, "rate": rate}


def losses(w, x: Float[Array, "n 64"], noise: Float[Array, "n latents"]) -> Float[Array, "2"]:
    """(D, R), means over the digits x; each z is μ + σ times its row of noise."""
    encoder, decoder = w
    code = ENCODER.apply(encoder, x)
    mean, log_variance = jnp.split(code, 2, axis=1)
    z = mean + jnp.exp(log_variance / 2) * noise
    squared_error = jnp.sum((x - DECODER.apply(decoder, z)) ** 2, axis=1)
    kl = (mean**2 + jnp.exp(log_variance) - 1 - log_variance) / 2
    rate = jnp.sum(kl, axis=1)
    return jnp.stack([jnp.mean(squared_error) / 2, jnp.mean(rate)])


@partial(jax.jit, static_argnames="annealed")
def _train(beta, annealed, inputs, key):
    n, steps = len(inputs), SETTINGS["steps"]
    first, second, order_key, noise_key, last_key = jax.random.split(key, 5)
    rows = jax.random.randint(order_key, (steps, SETTINGS["batch_size"]), 0, n)
    schedule = jnp.ones(steps)
    if annealed:
        schedule = jnp.minimum(1, jnp.arange(steps) / (steps / 2))
    batches = (rows, jax.random.split(noise_key, steps), beta * schedule)

    def loss(w, batch):
        rows, key, weight = batch
        noise = jax.random.normal(key, (len(rows), LATENTS))
        scalarization = jnp.stack([jnp.ones_like(weight), weight])
        return losses(w, inputs[rows], noise) @ scalarization

    w = (ENCODER.init(first), DECODER.init(second))
    w = take_steps(adam(SETTINGS["rate"]), loss, w, steps, batches)
    return losses(w, inputs, jax.random.normal(last_key, (n, LATENTS)))


def read_fronts(schedule: str = "constant") -> Float[np.ndarray, "m seeds 2"]:
    """(D, R) for each of BETAS and each seed, from the table; schedule: of BETA_SCHEDULES."""
    columns = table.read("digits_vae").where(schedule=schedule).columns
    both = np.stack([columns["distortion"], columns["rate"]], axis=1)
    return both.reshape(len(BETAS), SEEDS, 2)
