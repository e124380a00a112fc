"""Wrong fillings of the blanks of lesson 01."""

import jax.numpy as jnp


def steps(eigenvalue, learning_rate, offset):
    return jnp.log(1 / offset) / jnp.log(1 - learning_rate * eigenvalue)


def lowest(H):
    return jnp.linalg.eigvalsh(H)[0]


def as_time_goes_on(H, learning_rate, offset):
    """exp(η |λ| t) for (1 - η λ)ᵗ: right for tiny learning rates alone."""
    return jnp.log(1 / offset) / (-learning_rate * lowest(H))


def slowest_way_out(H, learning_rate, offset):
    """The negative eigenvalue that is nearest to 0."""
    eigenvalues = jnp.linalg.eigvalsh(H)
    negative = eigenvalues[eigenvalues < 0]
    return steps(negative[-1], learning_rate, offset)


def reads_the_diagonal(H, learning_rate, offset):
    """Entries of H for its eigenvalues."""
    least = jnp.diag(H).min()
    return steps(least, learning_rate, offset)


def negative_steps(H, learning_rate, offset):
    """ln d for ln(1 / d): before it began."""
    return steps(lowest(H), learning_rate, 1 / offset)


def other_sign(H, learning_rate, offset):
    """1 + η λ for 1 - η λ: it shrinks."""
    return jnp.log(1 / offset) / jnp.log(1 + learning_rate * lowest(H))


def steepest_of_all(H, learning_rate, offset):
    """The eigenvalue that is largest in size, up or down."""
    eigenvalues = jnp.linalg.eigvalsh(H)
    return steps(-jnp.abs(eigenvalues).max(), learning_rate, offset)


def in_proportion(H, learning_rate, offset):
    """Twice as close takes twice as long."""
    return 1 / offset / (1 - learning_rate * lowest(H))


def in_decades(H, learning_rate, offset):
    """Another logarithm for the offset than for the growth."""
    return jnp.log10(1 / offset) / jnp.log(1 - learning_rate * lowest(H))


ALONE = {
    "waiting": {
        "growth": as_time_goes_on,
        "lowest": slowest_way_out,
        "turned": reads_the_diagonal,
    }
}
ALSO = {"waiting": (negative_steps, other_sign, steepest_of_all, in_proportion, in_decades)}
