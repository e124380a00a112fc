"""Weighted sums that are minimized every day, each with a known front, and one game that is no sum.

    ridge, lasso    squared error against Σ w² or Σ |w|, on digits: a front of slope -1/λ     (7.9)
    linear_vae      distortion against rate, on Gaussian data; water_filling: its front
    bandit          reward against entropy, of a softmax policy; soft_policy: its front
    bilinear_game   two players, each with a loss of its own: what becomes of x y

All but the game return one row of losses for each weight. Sources: Tibshirani (1996); Higgins et
al. (2017), Alemi et al. (2018), Lucas et al. (2019) for the VAE; Haarnoja et al. (2018): bandit.
"""

from functools import partial

import jax
import jax.numpy as jnp
from jaxtyping import Array, Float, PRNGKeyArray

from optcourse.experiments import data
from optcourse.experiments.run import take_steps
from optcourse.optimizers import adam

EXAMPLES, ARMS, LATENTS = 500, 5, 5
STEPS, RATE = 4000, lambda t: 0.1 * 0.9985**t


def parity_data(key: PRNGKeyArray) -> tuple[Array, Array]:
    """(pixels (500, 64), +1 for an even digit and -1 for an odd one), both centered."""
    digits = data.digits(EXAMPLES, key)
    x = digits.inputs
    y = 1.0 - 2.0 * (digits.labels % 2)
    return x - x.mean(axis=0), y - y.mean()


@jax.jit
def ridge(
    weights: Float[Array, " m"], x: Float[Array, "n k"], y: Float[Array, " n"]
) -> Float[Array, "m 2"]:
    """(L₀, Σ w²) at the minimum of L₀ + λ Σ w², for each weight λ; L₀: the mean squared error."""
    gram, moment = _gram_and_moment(x, y)

    def point(weight):
        system = gram + weight * jnp.eye(len(gram))
        w = jnp.linalg.solve(system, moment)
        return jnp.stack([_squared_error(w, x, y), w @ w])

    return jax.vmap(point)(weights)


@jax.jit
def lasso(
    weights: Float[Array, " m"], x: Float[Array, "n k"], y: Float[Array, " n"]
) -> Float[Array, "m 2"]:
    """(L₀, Σ |w|) at the minimum of L₀ + λ Σ |w|, for each weight λ; L₀: the mean squared error.

    2000 steps of accelerated soft thresholding (Beck and Teboulle, 2009).
    """
    gram, moment = _gram_and_moment(x, y)
    rate = 0.5 / jnp.linalg.norm(gram, 2)
    zero = jnp.zeros(len(gram))

    def point(weight):
        def step(t, carry):
            w, previous = carry
            v = w + t / (t + 3) * (w - previous)
            u = v - rate * 2 * (gram @ v - moment)
            shrunk = jnp.maximum(jnp.abs(u) - rate * weight, 0)
            return jnp.sign(u) * shrunk, w

        w, _ = jax.lax.fori_loop(0, 2000, step, (zero, zero))
        norm = jnp.sum(jnp.abs(w))
        return jnp.stack([_squared_error(w, x, y), norm])

    return jax.vmap(point)(weights)


def _gram_and_moment(x, y):
    n = len(y)
    return x.T @ x / n, x.T @ y / n


def _squared_error(w, x, y):
    return jnp.mean((x @ w - y) ** 2)


# A linear variational autoencoder: z ~ N(W x, diag e^v), and x̂ = V z


def digit_variances(n: int = LATENTS) -> Float[Array, " n"]:
    """The variances of all digits along their n first principal components."""
    return jnp.var(data.pca(data.digits().inputs, n), axis=0)


@jax.jit
def linear_vae(
    betas: Float[Array, " m"], variances: Float[Array, " n"], key: PRNGKeyArray
) -> Float[Array, "m 2"]:
    """(D, R) of linear autoencoders trained on D + β R by Adam, each from its own random start.

    D = ½ E‖x - V z‖²,  R = E KL(q(z | x) ‖ N(0, I)),  x ~ N(0, diag(variances)): in closed form.
    """
    n = len(variances)

    def losses(w):
        W, V, v = w
        noise = jnp.diag(jnp.exp(v))
        covariance = W * variances @ W.T + noise  # of z
        unexplained = jnp.sum(variances) - 2 * jnp.trace(V @ W * variances)
        guess = V @ covariance @ V.T
        distortion = (unexplained + jnp.trace(guess)) / 2
        rate = (jnp.trace(covariance) - n - jnp.sum(v)) / 2
        return jnp.stack([distortion, rate])

    def train(beta, key):
        W_key, V_key = jax.random.split(key)
        W = jax.random.normal(W_key, (n, n)) / 2
        V = jax.random.normal(V_key, (n, n)) / 2
        return losses(_minimize(losses, beta, (W, V, jnp.zeros(n))))

    keys = jax.random.split(key, len(betas))
    return jax.vmap(train)(betas, keys)


def _minimize(losses, weight, w):
    """4000 steps of Adam on the first loss plus weight times the second."""
    scalarization = jnp.stack([jnp.ones_like(weight), weight])
    loss = lambda w: losses(w) @ scalarization
    return take_steps(adam(RATE), loss, w, STEPS)


def water_filling(betas: Float[Array, " m"], variances: Float[Array, " n"]) -> Float[Array, "m 2"]:
    """D = ½ Σ min(β, λ),  R = ½ Σ max(0, ln(λ / β)): no code of N(0, diag(λ)) is better."""
    distortions = jnp.minimum(betas[:, None], variances)
    rates = jnp.log(variances / distortions)
    both = jnp.stack([distortions, rates], axis=1)
    return jnp.sum(both, axis=2) / 2


# A bandit: each arm pays its mean reward; the policy is softmax(θ)


def rewards(key: PRNGKeyArray) -> Float[Array, " arms"]:
    """Five mean rewards between 0 and 1."""
    return jax.random.uniform(key, (ARMS,))


@jax.jit
def bandit(
    alphas: Float[Array, " m"], rewards: Float[Array, " arms"], key: PRNGKeyArray
) -> Float[Array, "m 2"]:
    """(-E r, -H) of policies trained on -E r - α H by Adam, each from its own random start."""
    losses = lambda theta: policy_losses(jax.nn.softmax(theta), rewards)

    def train(alpha, key):
        theta = jax.random.normal(key, rewards.shape)
        return losses(_minimize(losses, alpha, theta))

    keys = jax.random.split(key, len(alphas))
    return jax.vmap(train)(alphas, keys)


def policy_losses(
    policy: Float[Array, " arms"], rewards: Float[Array, " arms"]
) -> Float[Array, "2"]:
    """(-E r, -H): minus the expected reward, minus the entropy H = -Σ π ln π, where 0 ln 0 = 0."""
    tiny = jnp.finfo(policy.dtype).tiny
    p = jnp.maximum(policy, tiny)  # 0 ln 0 would have no slope
    negative_entropy = jnp.sum(jax.scipy.special.xlogy(p, p))
    return jnp.stack([-policy @ rewards, negative_entropy])


def soft_policy(alphas: Float[Array, " m"], rewards: Float[Array, " arms"]) -> Float[Array, "m 2"]:
    """(-E r, -H) of π ∝ exp(r / α), which minimizes -E r - α H."""
    optimum = lambda alpha: policy_losses(jax.nn.softmax(rewards / alpha), rewards)
    return jax.vmap(optimum)(alphas)


# No sum: the smallest game there is


@partial(jax.jit, static_argnames="steps")
def bilinear_game(rate, steps: int) -> Float[Array, "t 2"]:
    """Simultaneous gradient descent: x on its loss x y, y on its own, -x y; steps + 1 rows (x, y).

    It starts from (1, 0). The losses add up to zero, and so do the gradients of the sum. The radius
    grows as (1 + η²)^(t/2)     (7.10).
    """

    def step(point, _):
        x, y = point
        return jnp.stack([x - rate * y, y + rate * x]), point

    start = jnp.array([1.0, 0.0])
    _, path = jax.lax.scan(step, start, length=steps + 1)
    return path
