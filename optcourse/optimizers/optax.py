"""Any optax optimizer, used like ours. optax itself is only needed by whoever passes one in."""

from optcourse.optimizers.base import Optimizer, gradient_and_info


def from_optax(transformation) -> Optimizer:
    """An optax GradientTransformation as an Optimizer: from_optax(optax.adam(1e-3)).

    updates <- transformation.update(g, state, w);   w <- w + updates
    """
    import optax

    def step(loss, w, state):
        g, info = gradient_and_info(loss, w)
        updates, state = transformation.update(g, state, w)
        return optax.apply_updates(w, updates), state, info

    return Optimizer(transformation.init, step)
