"""Wrong answers to 06.fisher: each property's own, which it alone catches, and others."""

import jax
import jax.numpy as jnp
import numpy as np

from exercises.natural_gradient.fisher import fisher


def moment(p, s):
    return jnp.einsum("nz,nzi,nzj->ij", p, s, s) / len(p)


def divergence(log_p, log_q):
    return jnp.sum(jnp.exp(log_p) * (log_p - log_q)) / len(log_p)


def changed(name, first=moment, second=divergence, log_softmax=jax.nn.log_softmax):
    """The two ways with another first matrix of (p, s), or the Hessian of another divergence, under this name."""

    def function(model, w, inputs):
        log_p = lambda v: log_softmax(model(v, inputs))
        p, s = jnp.exp(log_p(w)), jax.jacobian(log_p)(w)
        return first(p, s), jax.hessian(lambda v: second(log_p(w), log_p(v)))(w)

    function.__name__ = name
    return function


def averaged_first(p, s):
    """Rows √p_z s_z, averaged over the inputs before they are multiplied."""
    rows = jnp.mean(jnp.sqrt(p)[..., None] * s, axis=0)
    return rows.T @ rows


def of_the_likeliest_class(p, s):
    return moment(jax.nn.one_hot(jnp.argmax(p, axis=1), p.shape[1]), s)


def loss_at_the_likeliest(log_p, log_q):
    return -jnp.mean(jnp.take_along_axis(log_q, jnp.argmax(log_p, axis=1)[:, None], axis=1))


def logarithm_of_the_softmax(logits):
    return jnp.log(jax.nn.softmax(logits))


def of_the_last_input(model, w, inputs):
    """As often as there are inputs, so that it has their shape."""
    return fisher(model, w, np.repeat(inputs[-1:], len(inputs), axis=0))


def halved(model, w, inputs):
    """The sum over the inputs by two, however many there are."""
    return tuple(len(inputs) * each / 2 for each in fisher(model, w, inputs))


def first_twice(model, w, inputs):
    return 2 * fisher(model, w, inputs)[:1]


def second_twice(model, w, inputs):
    return 2 * fisher(model, w, inputs)[1:]


through_the_logarithm = changed("through_the_logarithm", log_softmax=logarithm_of_the_softmax)

ALONE = {
    "mean over inputs": changed("averaged_first", first=averaged_first),
    "mean of s sᵀ": changed("of_the_likeliest_class", first=of_the_likeliest_class),
    "Hessian of KL": changed("curvature_of_the_loss", second=loss_at_the_likeliest),
    "impossible class": through_the_logarithm,
    "two ways": first_twice,
}
ALSO = (
    changed("of_all_classes_alike", first=lambda p, s: moment(jnp.full_like(p, 1 / 3), s)),
    changed("both_move", second=lambda log_p, log_q: jnp.sum(jnp.exp(log_q) * (log_p - log_q)) / len(log_q)),
    changed("over_the_classes_too", second=lambda log_p, log_q: jnp.mean(jnp.exp(log_p) * (log_p - log_q))),
    changed("with_a_little_more", log_softmax=lambda logits: jnp.log(jax.nn.softmax(logits) + 1e-4)),
    of_the_last_input,
    halved,
    second_twice,
)
