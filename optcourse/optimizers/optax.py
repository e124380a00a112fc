"""Any optax optimizer, used like ours. optax itself is only needed by whoever passes one in."""

from optcourse import trees
from optcourse.optimizers.base import Optimizer, gradient_and_info


def from_optax(transformation) -> Optimizer:
    """An optax GradientTransformation as an Optimizer: from_optax(optax.adam(1e-3)).

    updates <- transformation.update(g, state, w)
    w <- w + updates

    Methods that look at the loss again (line searches, L-BFGS, Polyak's step size) are given it.
    """
    from optax import with_extra_args_support

    update = with_extra_args_support(transformation).update

    def step(loss, w, state):
        g, info = gradient_and_info(loss, w)
        updates, state = update(g, state, w, value=info.loss, grad=g, value_fn=loss)
        w = trees.add_scaled(w, 1, updates)
        return w, state, info

    return Optimizer(transformation.init, step)
