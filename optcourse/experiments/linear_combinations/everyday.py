"""Weighted sums that are minimized every day, each small enough for its front to be known, and one that is no sum.

    ridge, lasso    squared error against Σ w² or Σ |w|, on digits: a front of slope -1/λ     (7.12)
    linear_vae      distortion against rate, on Gaussian data; water_filling: its front in closed form
    bandit          reward against entropy, of a softmax policy; soft_policy: its front in closed form
    game            two players, each with a loss of its own: what becomes of x y

All but the game return one row of losses for each weight. Sources: Tibshirani (1996); Higgins et al. (2017), Alemi et
al. (2018) and Lucas et al. (2019) for the VAE; Haarnoja et al. (2018) for the entropy.
"""

from functools import partial

import jax
import jax.numpy as jnp
from jaxtyping import Array, Float, PRNGKeyArray

from optcourse.experiments import data
from optcourse.experiments.run import run
from optcourse.optimizers import adam

EXAMPLES, ARMS, LATENTS = 500, 5, 5
STEPS, RATE = 4000, lambda t: 0.1 * 0.9985**t


def parity_data(key: PRNGKeyArray) -> tuple[Array, Array]:
    """(pixels (500, 64), +1 for an even digit and -1 for an odd one), both centered."""
    digits = data.digits(EXAMPLES, key)
    x, y = digits.inputs, 1.0 - 2.0 * (digits.labels % 2)
    return x - x.mean(axis=0), y - y.mean()


@jax.jit
def ridge(
    weights: Float[Array, " m"], x: Float[Array, "n k"], y: Float[Array, " n"]
) -> Float[Array, "m 2"]:
    """(L₀, Σ w²) at the minimum of L₀ + λ Σ w², where L₀ is the mean squared error: a linear system for each λ."""
    gram, moment = x.T @ x / len(y), x.T @ y / len(y)

    def point(weight):
        w = jnp.linalg.solve(gram + weight * jnp.eye(len(gram)), moment)
        return jnp.stack([jnp.mean((x @ w - y) ** 2), w @ w])

    return jax.vmap(point)(weights)


@jax.jit
def lasso(
    weights: Float[Array, " m"], x: Float[Array, "n k"], y: Float[Array, " n"]
) -> Float[Array, "m 2"]:
    """(L₀, Σ |w|) at the minimum of L₀ + λ Σ |w|: 2000 steps of soft thresholding (Beck and Teboulle, 2009)."""
    gram, moment = x.T @ x / len(y), x.T @ y / len(y)
    rate = 0.5 / jnp.linalg.norm(gram, 2)

    def point(weight):
        def step(t, pair):
            w, before = pair
            ahead = w + t / (t + 3) * (w - before)
            moved = ahead - rate * 2 * (gram @ ahead - moment)
            return jnp.sign(moved) * jnp.maximum(jnp.abs(moved) - rate * weight, 0), w

        w, _ = jax.lax.fori_loop(0, 2000, step, (jnp.zeros(len(gram)), jnp.zeros(len(gram))))
        return jnp.stack([jnp.mean((x @ w - y) ** 2), jnp.sum(jnp.abs(w))])

    return jax.vmap(point)(weights)


# A linear variational autoencoder: z ~ N(W x, diag e^v), and x is guessed as V z


def digit_variances(n: int = LATENTS) -> Float[Array, " n"]:
    """The variances of all digits along their n first principal components."""
    return jnp.var(data.pca(data.digits().inputs, n), axis=0)


@jax.jit
def linear_vae(
    betas: Float[Array, " m"], variances: Float[Array, " n"], key: PRNGKeyArray
) -> Float[Array, "m 2"]:
    """(D, R) of linear autoencoders trained on D + β R, 4000 steps of Adam, each from a random start of its own.

    D = ½ E‖x - V z‖²,  R = E KL(q(z | x) ‖ N(0, I)),  x ~ N(0, diag(variances)); both expectations in closed form.
    """
    n = len(variances)

    def losses(w):
        encoder, decoder, v = w
        spread = encoder * variances @ encoder.T + jnp.diag(jnp.exp(v))  # the covariance of z
        left = jnp.sum(variances) - 2 * jnp.trace(decoder @ encoder * variances)
        distortion = (left + jnp.trace(decoder @ spread @ decoder.T)) / 2
        return jnp.stack([distortion, (jnp.trace(spread) - n - jnp.sum(v)) / 2])

    def trained(beta, key):
        first, second = jax.random.split(key)
        start = (
            jax.random.normal(first, (n, n)) / 2,
            jax.random.normal(second, (n, n)) / 2,
            jnp.zeros(n),
        )
        loss = lambda w: losses(w) @ jnp.stack([jnp.ones_like(beta), beta])
        return losses(run(adam(RATE), loss, start, STEPS, record=lambda w, state: None).end)

    return jax.vmap(trained)(betas, jax.random.split(key, len(betas)))


def water_filling(betas: Float[Array, " m"], variances: Float[Array, " n"]) -> Float[Array, "m 2"]:
    """D = ½ Σ min(β, λ),  R = ½ Σ max(0, ln(λ / β)): no code is better. A direction is kept if its λ exceeds β."""
    kept = jnp.minimum(betas[:, None], variances)
    return (
        jnp.stack([jnp.sum(kept, axis=1), jnp.sum(jnp.log(variances / kept), axis=1)], axis=1) / 2
    )


# A bandit: each arm pays its mean reward; the policy is softmax(θ)


def rewards(key: PRNGKeyArray) -> Float[Array, " arms"]:
    """Five mean rewards between 0 and 1."""
    return jax.random.uniform(key, (ARMS,))


@jax.jit
def bandit(
    alphas: Float[Array, " m"], rewards: Float[Array, " arms"], key: PRNGKeyArray
) -> Float[Array, "m 2"]:
    """(-E r, -H) of policies trained on -E r - α H, 4000 steps of Adam, each from a random start of its own."""

    def trained(alpha, key):
        loss = lambda theta: (
            policy_losses(jax.nn.softmax(theta), rewards) @ jnp.stack([jnp.ones_like(alpha), alpha])
        )
        start = jax.random.normal(key, rewards.shape)
        end = run(adam(RATE), loss, start, STEPS, record=lambda w, state: None).end
        return policy_losses(jax.nn.softmax(end), rewards)

    return jax.vmap(trained)(alphas, jax.random.split(key, len(alphas)))


def policy_losses(
    policy: Float[Array, " arms"], rewards: Float[Array, " arms"]
) -> Float[Array, "2"]:
    """(-E r, -H): minus the expected reward, minus the entropy -Σ π ln π, to which π = 0 adds nothing."""
    seen = jnp.maximum(policy, jnp.finfo(policy.dtype).tiny)  # 0 ln 0 would have no slope
    return jnp.stack([-policy @ rewards, jnp.sum(jax.scipy.special.xlogy(seen, seen))])


def soft_policy(alphas: Float[Array, " m"], rewards: Float[Array, " arms"]) -> Float[Array, "m 2"]:
    """(-E r, -H) of π ∝ exp(r / α), which minimizes -E r - α H."""
    return jax.vmap(lambda alpha: policy_losses(jax.nn.softmax(rewards / alpha), rewards))(alphas)


# No sum: the smallest game there is


@partial(jax.jit, static_argnames="steps")
def bilinear_game(rate, steps: int) -> Float[Array, "t 2"]:
    """(x, y), steps + 1 rows from (1, 0): x descends its loss x y and y descends its own, -x y, both at once.

    Their losses add up to zero, and so do the gradients of the sum. The radius grows as (1 + η²)^(t/2)     (7.13).
    """

    def step(point, _):
        x, y = point
        return jnp.stack([x - rate * y, y + rate * x]), point

    return jax.lax.scan(step, jnp.array([1.0, 0.0]), None, length=steps + 1)[1]
