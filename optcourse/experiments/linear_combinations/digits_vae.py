"""A small variational autoencoder of digits: distortion against rate, for each weight β between them.

    D = ½ E‖x - x̂(z)‖²,  R = E KL(q(z | x) ‖ N(0, I)),  q(z | x) = N(μ(x), diag σ²(x))

Trained on D + β R (Kingma and Welling, 2014; Higgins et al., 2017). "annealed": β grows from 0 in the first half of the
steps (Bowman et al., 2016). Both parts are in nats, for one digit, on the digits it was trained on.
"""

from functools import partial
from itertools import product

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import Array, Float

from optcourse import models
from optcourse.experiments import data, table
from optcourse.experiments.run import run
from optcourse.optimizers import adam

LATENTS, HIDDEN = 8, 32
ENCODER, DECODER = models.mlp((64, HIDDEN, 2 * LATENTS)), models.mlp((LATENTS, HIDDEN, 64))
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
    """Distortion and rate of a VAE on digits for seven weights β, constant or annealed, five seeds (2 minutes)."""
    jobs = [
        {"beta": beta, "way": way, "seed": seed}
        for beta, way, seed in product(BETAS, BETA_SCHEDULES, range(SEEDS))
    ]
    return table.fill("digits_vae", SETTINGS, jobs, train_vae)


def train_vae(beta: float, way: str, seed: int) -> dict:
    """{distortion, rate} after 3000 steps of Adam."""
    digit_key, key = jax.random.split(jax.random.key(seed))
    inputs = data.digits(SETTINGS["examples"], digit_key).inputs
    distortion, rate = np.asarray(_train(beta, way == "annealed", inputs, key), float)
    return {"distortion": distortion, "rate": rate}


def losses(w, x: Float[Array, "n 64"], noise: Float[Array, "n latents"]) -> Float[Array, "2"]:
    """(D, R), means over the digits x; each z is μ + σ times its row of noise."""
    encoder, decoder = w
    mean, log_variance = jnp.split(ENCODER.apply(encoder, x), 2, axis=1)
    guess = DECODER.apply(decoder, mean + jnp.exp(log_variance / 2) * noise)
    rate = (mean**2 + jnp.exp(log_variance) - 1 - log_variance) / 2
    return jnp.stack(
        [jnp.mean(jnp.sum((x - guess) ** 2, axis=1)) / 2, jnp.mean(jnp.sum(rate, axis=1))]
    )


@partial(jax.jit, static_argnames="annealed")
def _train(beta, annealed, inputs, key):
    n, steps = len(inputs), SETTINGS["steps"]
    first, second, order_key, noise_key, last_key = jax.random.split(key, 5)
    rows = jax.random.randint(order_key, (steps, SETTINGS["batch_size"]), 0, n)
    grown = jnp.minimum(1, jnp.arange(steps) / (steps / 2)) if annealed else jnp.ones(steps)
    batches = (rows, jax.random.split(noise_key, steps), beta * grown)

    def loss(w, batch):
        rows, key, weight = batch
        both = losses(w, inputs[rows], jax.random.normal(key, (len(rows), LATENTS)))
        return both @ jnp.stack([jnp.ones_like(weight), weight])

    start = (ENCODER.init(first), DECODER.init(second))
    end = run(adam(SETTINGS["rate"]), loss, start, steps, batches, record=lambda w, state: None).end
    return losses(end, inputs, jax.random.normal(last_key, (n, LATENTS)))


def read_fronts(way: str = "constant") -> Float[np.ndarray, "m seeds 2"]:
    """(D, R) for each of BETAS and each seed, from the table."""
    rows = table.read("digits_vae").columns
    mine = rows["way"] == way
    both = np.stack([rows["distortion"][mine], rows["rate"][mine]], axis=1)
    return both.reshape(len(BETAS), SEEDS, 2)
