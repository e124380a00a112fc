"""Wrong answers to 07.held: each property's own, which it alone catches, and others."""

import jax
import jax.numpy as jnp

from exercises.linear_combinations.held import held


def parts(first, second, w):
    """The weight, the gradient of the first loss, and both Hessians."""
    g1, g2 = jax.grad(first)(w), jax.grad(second)(w)
    return -(g1 @ g2) / (g2 @ g2), g1, jax.hessian(first)(w), jax.hessian(second)(w)


def upside_down(first, second, w):
    alpha, lowest = held(first, second, w)
    return 1 / alpha, lowest


def of_the_plain_sum(first, second, w):
    alpha, _, H1, H2 = parts(first, second, w)
    return alpha, jnp.linalg.eigvalsh(H1 + H2)[0]


def along_and_across(first, second, w):
    """As if an eigenvector of the sum lay along the gradient."""
    alpha, g, H1, H2 = parts(first, second, w)
    u = g / jnp.linalg.norm(g)
    v, H = jnp.array([-u[1], u[0]]), H1 + alpha * H2
    return alpha, jnp.minimum(u @ H @ u, v @ H @ v)


def across_in_closed_form(first, second, w):
    """Along the gradient, or 2 (1 + α) of (7.8)."""
    alpha, lowest = along_the_front(first, second, w)
    return alpha, jnp.minimum(lowest, 2 * (1 + alpha))


def along_the_front(first, second, w):
    """The curvature where the losses change, as if it had to be the lowest."""
    alpha, g, H1, H2 = parts(first, second, w)
    return alpha, g @ (H1 + alpha * H2) @ g / (g @ g)


def in_the_directions_of_the_first(first, second, w):
    alpha, _, H1, H2 = parts(first, second, w)
    U = jnp.linalg.eigh(H1)[1]
    return alpha, jnp.min(jnp.diag(U.T @ (H1 + alpha * H2) @ U))


def plain_where_it_is_turned(first, second, w):
    alpha, _, H1, H2 = parts(first, second, w)
    return alpha, jnp.linalg.eigvalsh(H1 + (alpha if abs(H1[0, 1]) < 1e-3 else 1) * H2)[0]


def lowest_on_the_diagonal(first, second, w):
    alpha, _, H1, H2 = parts(first, second, w)
    return alpha, jnp.min(jnp.diag(H1 + alpha * H2))


def of_the_wrong_sign(first, second, w):
    alpha, _, H1, H2 = parts(first, second, w)
    return -alpha, jnp.linalg.eigvalsh(H1 - alpha * H2)[0]


def of_the_first_alone(first, second, w):
    alpha, _, H1, _ = parts(first, second, w)
    return alpha, jnp.linalg.eigvalsh(H1)[0]


def smallest_in_size(first, second, w):
    alpha, _, H1, H2 = parts(first, second, w)
    eigenvalues = jnp.linalg.eigvalsh(H1 + alpha * H2)
    return alpha, eigenvalues[jnp.argmin(jnp.abs(eigenvalues))]


def never_above_zero(first, second, w):
    alpha, lowest = held(first, second, w)
    return alpha, min(lowest, 0.0)


def of_the_first_parameter(first, second, w):
    """The ratio of two derivatives, both of which may be zero."""
    return -jax.grad(first)(w)[0] / jax.grad(second)(w)[0], held(first, second, w)[1]


def of_each_alone(first, second, w):
    alpha, _, H1, H2 = parts(first, second, w)
    return alpha, jnp.linalg.eigvalsh(H1)[0] + alpha * jnp.linalg.eigvalsh(H2)[0]


ALONE = {
    "weight": upside_down,
    "lowest curvature": of_the_plain_sum,
    "any direction": along_and_across,
}
ALSO = (
    across_in_closed_form,
    along_the_front,
    in_the_directions_of_the_first,
    plain_where_it_is_turned,
    lowest_on_the_diagonal,
    of_the_wrong_sign,
    of_the_first_alone,
    smallest_in_size,
    never_above_zero,
    of_the_first_parameter,
    of_each_alone,
)
