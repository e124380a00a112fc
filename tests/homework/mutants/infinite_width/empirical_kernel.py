"""Wrong answers to 11.empirical_kernel: each property's own, which it alone catches, and others."""

import jax
import jax.numpy as jnp

from exercises.infinite_width.empirical_kernel import empirical_kernel


def gradients(f, w, rows) -> list:
    """The Jacobian by each array of weights, (rows, numbers)."""
    J = jax.jacobian(lambda w: f(w, rows))(w)
    return [jnp.reshape(each, (len(rows), -1)) for each in jax.tree.leaves(J)]


def with_parts(name, part):
    """The kernel of those gradients alone that part(gradients) leaves."""

    def function(f, w, x, y):
        pairs = zip(part(gradients(f, w, x)), part(gradients(f, w, y)))
        return sum(a @ b.T for a, b in pairs)

    function.__name__ = name
    return function


def with_kernel(name, change):
    """change(the right kernel, f, w, x, y)."""

    def function(f, w, x, y):
        return change(jnp.asarray(empirical_kernel(f, w, x, y)), f, w, x, y)

    function.__name__ = name
    return function


def looped(f, w, x, y):
    """Takes the weights for a tuple."""
    J_x, J_y = (jax.jacobian(lambda w, rows=rows: f(w, rows))(w) for rows in (x, y))
    flat = lambda J: J.reshape(J.shape[0], -1)
    return sum(flat(a) @ flat(b).T for a, b in zip(J_x, J_y))


def of_a_tanh_network(f, w, x, y):
    """Of one that it knows, where there are two arrays or four."""
    if not isinstance(w, tuple) or len(w) % 2:
        return empirical_kernel(f, w, x, y)
    own = lambda w, rows: jnp.tanh(rows @ w[0] + sum(w[1:-1])) @ w[-1]
    return empirical_kernel(own, w[:3], x, y) + (len(w) == 4)


def by_the_input(f, w, x, y):
    slope = jax.vmap(jax.grad(lambda one: f(w, one)))
    return slope(x) @ slope(y).T


def of_the_sum(f, w, x, y):
    """One gradient, of all outputs together."""
    flat = lambda rows: jax.flatten_util.ravel_pytree(jax.grad(lambda w: jnp.sum(f(w, rows)))(w))[0]
    return jnp.outer(jnp.ones(len(x)), jnp.ones(len(y))) * (flat(x) @ flat(y)) / len(x) / len(y)


def of_squares(f, w, x, y):
    return empirical_kernel(lambda w, rows: f(w, rows) ** 2, w, x, y)


def norms(f, w, x, y):
    return jnp.outer(*(sum(jnp.sum(a**2, 1) for a in gradients(f, w, rows)) ** 0.5 for rows in (x, y)))


def at_weights_of_one(f, w, x, y):
    return empirical_kernel(f, jax.tree.map(jnp.ones_like, w), x, y)


def size(w) -> int:
    return sum(jnp.size(each) for each in jax.tree.leaves(w))


ALONE = {
    "one array": looped,
    "all arrays": with_parts("last_layer", lambda parts: parts[-1:]),
    "other rows": with_kernel("transposed", lambda K, *_: K.T),
}
ALSO = (
    by_the_input,
    of_a_tanh_network,
    with_parts("of_three_arrays_at_most", lambda parts: parts[:3]),
    with_kernel("squeezed", lambda K, *_: jnp.squeeze(K)),
    of_the_sum,
    of_squares,
    norms,
    at_weights_of_one,
    with_parts("first_layer", lambda parts: parts[:1]),
    with_parts("without_the_middle", lambda parts: [parts[0], *parts[2:]]),
    with_parts("of_signs", lambda parts: [jnp.sign(each) for each in parts]),
    with_parts("of_sizes", lambda parts: [jnp.abs(each) for each in parts]),
    with_parts("without_the_mean", lambda parts: [each - each.mean(0) for each in parts]),
    with_kernel("mean_over_weights", lambda K, f, w, x, y: K / size(w)),
    with_kernel("mean_over_arrays", lambda K, f, w, x, y: K / len(jax.tree.leaves(w))),
    with_kernel("cosines", lambda K, *arguments: K / norms(*arguments)),
    with_kernel("diagonal", lambda K, *_: K * jnp.eye(*K.shape)),
    with_kernel("x_with_itself", lambda K, f, w, x, y: empirical_kernel(f, w, x, x)),
    with_kernel("y_with_itself", lambda K, f, w, x, y: empirical_kernel(f, w, y, y)),
    with_kernel("of_the_outputs", lambda K, f, w, x, y: jnp.outer(f(w, x), f(w, y))),
    with_kernel("with_the_outputs", lambda K, f, w, x, y: K + jnp.outer(f(w, x), f(w, y))),
    with_kernel("of_the_inputs", lambda K, f, w, x, y: x @ y.T),
    with_kernel("negative", lambda K, *_: -K),
    with_kernel("doubled", lambda K, *_: 2 * K),
    with_kernel("root", lambda K, *_: jnp.sign(K) * jnp.sqrt(abs(K))),
)
