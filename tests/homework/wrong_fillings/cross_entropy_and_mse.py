"""Wrong fillings of the blank of lesson 05."""

import jax


def half_lost(z, t):
    """The slope of -t ln p alone: what the model says of the other class is lost."""
    p = jax.nn.sigmoid(z)
    return t * (p - 1), 2 * (p - t) * p * (1 - p)


def lost_sigmoid(z, t):
    """The slope of squared error by p: the chain rule stops too early."""
    p = jax.nn.sigmoid(z)
    return p - t, 2 * (p - t)


def turned(z, t):
    """t - p: both slopes have the other sign."""
    p = jax.nn.sigmoid(z)
    return t - p, 2 * (t - p) * p * (1 - p)


def of_the_logit(z, t):
    """z - t: the logit is taken for the probability."""
    p = jax.nn.sigmoid(z)
    return z - t, 2 * (z - t) * p * (1 - p)


def of_two_logits(z, t):
    """Squared error summed over both classes: twice as much."""
    p = jax.nn.sigmoid(z)
    return p - t, 4 * (p - t) * p * (1 - p)


def swapped(z, t):
    """The two slopes in the other order."""
    p = jax.nn.sigmoid(z)
    return 2 * (p - t) * p * (1 - p), p - t


ALONE = {"slopes": {"cross-entropy": half_lost, "squared error": lost_sigmoid}}
ALSO = {"slopes": (turned, of_the_logit, of_two_logits, swapped)}
