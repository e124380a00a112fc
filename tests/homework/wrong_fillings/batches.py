"""Wrong fillings of the blanks of lesson 02."""

import jax.numpy as jnp


def trace(gradients):
    return jnp.sum((gradients - jnp.mean(gradients, axis=0)) ** 2) / len(gradients)


def mean_of_all_entries(gradients, batch_size):
    """The mean over the coordinates, too, where they are to be added."""
    return trace(gradients) / gradients.shape[1] / batch_size


def any_size(gradients, batch_size):
    """tr Σ, whatever the batch."""
    return trace(gradients)


def root_of_the_size(gradients, batch_size):
    """√B for B, as if it were a distance."""
    return trace(gradients) / jnp.sqrt(batch_size)


def squared_size(gradients, batch_size):
    """B² for B: the sum of the deviations divided by B, the cross terms and one sum forgotten."""
    return trace(gradients) / batch_size**2


def distance(gradients, batch_size):
    """The root of it."""
    return jnp.sqrt(trace(gradients) / batch_size)


def one_mean_for_all_coordinates(gradients, batch_size):
    """The mean of all entries for the mean of each coordinate."""
    spread = jnp.sum((gradients - jnp.mean(gradients)) ** 2) / len(gradients)
    return spread / batch_size


def around_zero(gradients, batch_size):
    """‖g_i‖² for ‖g_i - g‖²."""
    return jnp.sum(gradients**2) / len(gradients) / batch_size


def divided_by_n_minus_one(gradients, batch_size):
    """The unbiased estimate for the variance itself."""
    spread = trace(gradients) * len(gradients) / (len(gradients) - 1)
    return spread / batch_size


ALONE = {
    "batch_noise": {
        "one example": mean_of_all_entries,
        "small batches": root_of_the_size,
    }
}
ALSO = {
    "batch_noise": (
        any_size,
        squared_size,
        distance,
        one_mean_for_all_coordinates,
        around_zero,
        divided_by_n_minus_one,
    )
}
