"""Wrong answers to 07.held: each property's own, which it alone catches, and others."""

import functools
import inspect

import jax
import jax.numpy as jnp

from optcourse.homework.given import FUNCTIONS


@functools.partial(jax.jit, static_argnums=0)
def _derivatives(name, w, settings):
    loss = functools.partial(FUNCTIONS[name], **settings)
    return jax.grad(loss)(w), jax.hessian(loss)(w)


def derivatives(loss, w):
    """Gradient and Hessian, compiled once for all settings of a loss."""
    given = inspect.unwrap(loss)
    return _derivatives(given.name, w, given.settings)


def parts(first, second, w):
    """The weight, the gradient of the first loss, and both Hessians."""
    (g1, H1), (g2, H2) = derivatives(first, w), derivatives(second, w)
    return -(g1 @ g2) / (g2 @ g2), g1, H1, H2


def lowest(first, second, w):
    """The right second number."""
    alpha, _, H1, H2 = parts(first, second, w)
    return jnp.linalg.eigvalsh(H1 + alpha * H2)[0]


def upside_down(first, second, w):
    return 1 / parts(first, second, w)[0], lowest(first, second, w)


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
    """Along the gradient, or 2 (1 + α) of (7.6)."""
    alpha, along = along_the_front(first, second, w)
    return alpha, jnp.minimum(along, 2 * (1 + alpha))


def along_the_front(first, second, w):
    """The curvature where the losses change, as if it had to be the lowest."""
    alpha, g, H1, H2 = parts(first, second, w)
    return alpha, g @ (H1 + alpha * H2) @ g / (g @ g)


def in_the_directions_of_the_first(first, second, w):
    alpha, _, H1, H2 = parts(first, second, w)
    U = jnp.linalg.eigh(H1)[1]
    return alpha, jnp.min(jnp.diag(U.T @ (H1 + alpha * H2) @ U))


def lowest_on_the_diagonal(first, second, w):
    alpha, _, H1, H2 = parts(first, second, w)
    return alpha, jnp.min(jnp.diag(H1 + alpha * H2))


def of_the_wrong_sign(first, second, w):
    alpha, _, H1, H2 = parts(first, second, w)
    return -alpha, jnp.linalg.eigvalsh(H1 - alpha * H2)[0]


def smallest_in_size(first, second, w):
    alpha, _, H1, H2 = parts(first, second, w)
    eigenvalues = jnp.linalg.eigvalsh(H1 + alpha * H2)
    return alpha, eigenvalues[jnp.argmin(jnp.abs(eigenvalues))]


def of_the_first_parameter(first, second, w):
    """The ratio of two derivatives, both of which may be zero."""
    return -derivatives(first, w)[0][0] / derivatives(second, w)[0][0], lowest(first, second, w)


def of_the_sums(first, second, w):
    """The ratio of the sums of the derivatives."""
    return -derivatives(first, w)[0].sum() / derivatives(second, w)[0].sum(), lowest(first, second, w)


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
    lowest_on_the_diagonal,
    of_the_wrong_sign,
    smallest_in_size,
    of_the_first_parameter,
    of_the_sums,
    of_each_alone,
)
