"""What an exercise may hand to a student's function, beside numbers and arrays: functions, by name.

    Given("himmelblau", angle=0.7)             a landscape of the course, turned
    Given("fisher_product", most=20, seed=1)   one of FUNCTIONS; it can be called 20 times

Whoever knows the name and the settings can make the function, so a question travels as plain data. Together with
`measures` this is all that the process of a student's code needs: no exercise, and so no solution.
"""

import math
from collections.abc import Callable
from functools import cache

import jax
import jax.numpy as jnp
import numpy as np

from optcourse import landscapes, losses, tradeoffs
from optcourse.experiments import wells
from optcourse.homework import given_losses
from optcourse.linalg import rotation


class Given:
    """A function that either side can make from its name and settings; given(w) is its value; some take more than w.

    The names are those of the landscapes, with a setting `angle` (radians), and those of FUNCTIONS.
    most: how often a student's function may call it for one answer, None for any number of times.
    """

    def __init__(self, name: str, most: int | None = None, **settings):
        if name not in FUNCTIONS and name not in landscapes.ALL:
            known = ", ".join([*FUNCTIONS, *landscapes.ALL])
            raise ValueError(f"no given function is called {name!r}: choose one of {known}")
        self.name, self.most, self.settings = name, most, settings

    def __call__(self, w, *more):
        if self.name in FUNCTIONS:
            return FUNCTIONS[self.name](w, *more, **self.settings)
        return turned(self.name)(jnp.asarray(w), self.settings.get("angle", 0.0))

    def __repr__(self):
        angle = self.settings.get("angle")
        return f"{self.name} turned by {angle:.2g}" if angle else self.name

    def __eq__(self, other):
        return isinstance(other, Given) and vars(self) == vars(other)

    def __hash__(self):
        return hash((self.name, self.most, repr(self.settings)))


@cache
def turned(name: str) -> Callable:
    """The landscape as a function of w and the angle by which the plane is turned, compiled once for all angles."""
    return jax.jit(lambda w, angle: landscapes.ALL[name].loss(rotation(angle) @ w))


# 03 momentum


BEHIND = 1.3  # a place just behind the top


def slope_of_a_hill(w, barrier, spring=0.0):
    """The slope of `wells.hill` at w: a number, an array or a tracer. Plain numbers are quick, for long loops.

    spring: how hard what has passed the top is thrown back, by spring (w - BEHIND)² more of the loss.
    """
    exp = jnp.exp if isinstance(w, jax.Array) else np.exp
    away = w - wells.CENTER
    hill = 0.1 * (w - wells.DEEP) - barrier * away / wells.WIDTH**2 * exp(-(away**2) / (2 * wells.WIDTH**2))
    return hill + 2 * spring * (w > BEHIND) * (w - BEHIND)


# 05 cross-entropy and squared error: losses that a colleague sends, one right and four not


def wrong_axis(logits, labels, lowest):
    """Probabilities that add up to 1 over the examples, not over the classes."""
    return -jnp.mean(jnp.take_along_axis(jax.nn.log_softmax(logits, axis=0), labels[:, None], axis=1))


def clipped(logits, labels, lowest):
    """Probabilities below `lowest` are raised to it, so that the logarithm is finite."""
    p = jnp.take_along_axis(losses.softmax(logits), labels[:, None], axis=-1)
    return -jnp.mean(jnp.log(jnp.maximum(p, lowest)))


FAULTS = {
    "right": lambda logits, labels, lowest: losses.cross_entropy(logits, labels),
    "softmax twice": lambda logits, labels, lowest: losses.cross_entropy(losses.softmax(logits), labels),
    "wrong axis": wrong_axis,
    "clipped": clipped,
    "squared error": lambda logits, labels, lowest: losses.softmax_mse(logits, labels),
}


def colleague(logits, labels, fault, lowest):
    """The loss with this fault. Logits and labels may be lists; ValueError unless they are a batch."""
    logits, labels = jnp.asarray(logits, float), jnp.asarray(labels)
    if logits.ndim != 2 or labels.shape != logits.shape[:1]:
        shapes = f"logits of shape {logits.shape} and labels of shape {labels.shape}"
        raise ValueError(f"{shapes}: ask for (n, classes) and (n,), one example a row, [[0.0, 1.0]] and [0] say")
    return FAULTS[fault](logits, labels, lowest)


def accuracy(bias, seed, edges, slope, ends):
    """What a training reaches: it falls from ends[0] to ends[1] over about `slope`, and is one half at edges[seed]."""
    if np.ndim(seed) or seed not in range(len(edges)):
        raise ValueError(f"accuracy(bias, seed) takes one seed at a time, from 0 to {len(edges) - 1}: not {seed!r}")
    high, low = ends
    half = math.log((high - 0.5) / (0.5 - low))
    return low + (high - low) / (1 + math.exp(min((float(bias) - edges[int(seed)]) / slope + half, 700)))


# 06 natural gradient


@jax.jit
def bent_logits(w, inputs):
    """Logits u + u³/3 with u = x W, so that they are not linear in the weights; W has a row for each input."""
    u = inputs @ w.reshape(inputs.shape[-1], -1)
    return u + u**3 / 3


@jax.jit
def once_differentiable(w, inputs):
    """The same logits and the same first derivatives; but no second one anywhere: it is NaN."""
    return bent_logits(w, inputs) + jnp.sum(jnp.abs(w - jax.lax.stop_gradient(w)) ** 1.5)


@cache
def fisher_rows(seed: int, size: int, eigenvalues: tuple) -> np.ndarray:
    """R with F = Rᵀ R: orthogonal rows, in single precision. F has these eigenvalues, and 0 where there are more."""
    Q, _ = np.linalg.qr(np.random.default_rng(seed).normal(size=(size, len(eigenvalues))))
    return np.float32(np.sqrt(eigenvalues)[:, None] * Q.T)


def fisher_product(v, seed, size, eigenvalues):
    """F v, for NumPy and for JAX."""
    R = fisher_rows(seed, size, tuple(eigenvalues))
    if np.shape(v) != (size,):
        raise ValueError(f"product takes a vector of shape ({size},), not of shape {np.shape(v)}")
    return jnp.asarray(R).T @ (jnp.asarray(R) @ v) if isinstance(v, jax.Array) else R.T @ (R @ np.asarray(v))


def _as_long_as_allowed(d, g, size):
    """√(2 size / gᵀd) d: as long as KL allows."""
    return (2 * size / (g @ d)) ** 0.5 * d


# Moves uphill by their kind: of g, F, a solver, and a number
MOVES = {
    "natural": lambda g, F, solve, size: size * solve(F, g),
    "trust region": lambda g, F, solve, size: _as_long_as_allowed(solve(F, g), g, size),
    "gradient": lambda g, F, solve, size: size * g,
    "normalized": lambda g, F, solve, size: size * g / (g @ g) ** 0.5,
    "best along the gradient": lambda g, F, solve, size: (g @ g) / (g @ F @ g) * g,
    "damped": lambda g, F, solve, size: solve(F + np.eye(len(g)) * size, g),
    "normalized natural": lambda g, F, solve, size: size * solve(F, g) / (solve(F, g) @ solve(F, g)) ** 0.5,
    "diagonal": lambda g, F, solve, size: size * g / F.diagonal(),
    "damped in proportion": lambda g, F, solve, size: solve(F + np.eye(len(g)) * F * size, g),
    "sign": lambda g, F, solve, size: size * g / abs(g),
    "root of the diagonal": lambda g, F, solve, size: size * g / F.diagonal() ** 0.5,
    "diagonal, damped": lambda g, F, solve, size: size * g / (F.diagonal() + size),
    "diagonal for the first": lambda g, F, solve, size: size * g / np.where(np.arange(len(g)) == 0, F.diagonal(), 1),
    "diagonal for the last": lambda g, F, solve, size: (
        size * g / np.where(np.arange(len(g))[::-1] == 0, F.diagonal(), 1)
    ),
    "best along the signs": lambda g, F, solve, size: abs(g).sum() / (g / abs(g) @ F @ (g / abs(g))) * g / abs(g),
}


def optimizer_move(g, F, kind, size):
    """The move of this kind from a gradient (P,) and a Fisher matrix (P, P); ValueError if these show nothing."""
    xp = jnp if isinstance(g, jax.Array) or isinstance(F, jax.Array) else np
    g, F = xp.asarray(g, float), xp.asarray(F, float)
    if g.ndim != 1 or F.shape != 2 * g.shape:
        raise ValueError(f"move(g, F) got shapes {g.shape} and {F.shape}: give it (P,) and (P, P)")
    if not isinstance(g[0] * F[0, 0], jax.core.Tracer) and (reason := shows_nothing(np.asarray(g), np.asarray(F))):
        raise ValueError(f"move(g, F) got {reason}: take other numbers")
    return -MOVES[kind](g, F, xp.linalg.solve, size)


def shows_nothing(g, F) -> str:
    """Why optimizers cannot be told apart by these, in whatever units; "" if they can."""
    units = np.sqrt(np.abs(F.diagonal()) + 1e-30)
    C, slopes = F / np.outer(units, units), g / units
    if not np.allclose(C, C.T, atol=1e-3):
        return "an F that is not symmetric"
    if not np.linalg.eigvalsh(C)[0] > 1e-4:
        return "an F that is not positive definite"
    if np.min(np.abs(slopes)) < 1e-4 * np.max(np.abs(slopes)):
        return "a g with a zero in it"
    natural = np.abs(np.linalg.solve(C, slopes))
    return "a g and an F with a zero in F⁻¹ g" if np.min(natural) < 1e-4 * np.max(natural) else ""


def policy_loss(w, center, curvatures, hill=None):
    """½ Σ c_i (w_i - center_i)², and hill = (place, width, height): a Gaussian hill on it."""
    xp = jnp if isinstance(w, jax.Array) else np
    value = xp.sum(xp.asarray(curvatures) * (xp.asarray(w) - xp.asarray(center)) ** 2) / 2
    if hill is None:
        return value
    place, width, height = hill
    return value + height * xp.exp(-xp.sum((xp.asarray(w) - xp.asarray(place)) ** 2) / (2 * width**2))


def policy_divergence(v, w, unit):
    """KL(p_v ‖ p_w) of the probabilities softmax(v / unit) and softmax(w / unit)     (6.3)."""
    xp = jnp if isinstance(v, jax.Array) or isinstance(w, jax.Array) else np
    log_p, log_q = (log_softmax(xp, xp.asarray(each) / unit) for each in (v, w))
    return xp.sum(xp.exp(log_p) * (log_p - log_q))


def log_softmax(xp, logits):
    """logits - log Σ exp logits, in NumPy or in JAX, whichever xp is."""
    shifted = logits - xp.max(logits)
    return shifted - xp.log(xp.sum(xp.exp(shifted)))


# 07 and 08: the losses of the bent front, and training on their weighted sum in closed form


def turn(angle):
    """The rotation, rounded so that a quarter turn leaves exact zeros."""
    return jnp.round(rotation(angle), 6)


def both_losses(w, k, angle=0.0):
    """(L₁, L₂) of bent(k), with the parameters turned by an angle."""
    return tradeoffs.bent(k).losses(turn(angle) @ jnp.asarray(w, float))


first_loss = jax.jit(lambda w, k, angle=0.0: both_losses(w, k, angle)[0])
second_loss = jax.jit(lambda w, k, angle=0.0: both_losses(w, k, angle)[1])


def trained(alpha, k, start, unit=1.0, ends=(0.0, 1.0)):
    """(L₁, L₂) at the end of a long run on L₁ + α L₂, from the place `start` of the front; one weight at a time.

    L₁ is `unit` times that of (7.4), and L₂ runs from ends[0] to ends[1] where there it runs from 0 to 1;
    so the weight that does what α does there is α unit / (ends[1] - ends[0]).
    """
    _check_one_weight(alpha)
    size = ends[1] - ends[0]
    alpha = float(alpha) * size / unit
    edge = (k - alpha * (2 - k)) / (2 * (k - 1) * (1 + alpha))  # (7.9)
    s = min(max(edge, 0.0), 1.0) if k < 1 else float(start > edge)
    off = k * s * (1 - s)
    return np.array([unit * (s**2 + off), ends[0] + size * ((1 - s) ** 2 + off)])


def _check_one_weight(alpha):
    if isinstance(alpha, jax.core.Tracer) or np.size(alpha) != 1:
        raise ValueError("trained(alpha) takes one weight at a time: no array of them, no vmap and no jit")


def trained_network(alpha, jumps, rise):
    """(L₁, L₂) at the end of a run on L₁ + α L₂ that may come to other ends: L₁ rises smoothly by rise[0] about the
    weight rise[1], and changes by c from the weight a on, for each (a, c) of `jumps`.
    """
    _check_one_weight(alpha)
    alpha, (height, middle) = float(alpha), rise
    first = 2 + height / (1 + (middle / alpha) ** 25) + sum(change for weight, change in jumps if alpha > weight)
    return np.array([first, 1 / (1 + alpha)])


FUNCTIONS: dict[str, Callable] = {
    "row": given_losses.row,
    "hills": given_losses.hills,
    "sensor": given_losses.sensor,
    "coarse_sensor": given_losses.coarse_sensor,
    "errors": given_losses.errors,
    "slope_of_a_hill": slope_of_a_hill,
    "colleague": colleague,
    "accuracy": accuracy,
    "bent_logits": bent_logits,
    "once_differentiable": once_differentiable,
    "fisher_product": fisher_product,
    "optimizer_move": optimizer_move,
    "policy_loss": policy_loss,
    "policy_divergence": policy_divergence,
    "first_loss": first_loss,
    "second_loss": second_loss,
    "trained": trained,
    "trained_network": trained_network,
}
