"""AdamW: Adam with decoupled weight decay (Loshchilov and Hutter, 2019)."""

from optcourse import trees
from optcourse.optimizers.adam import adam
from optcourse.optimizers.base import Optimizer, as_schedule, require_in_range


def adamw(learning_rate, b1=0.9, b2=0.999, eps=1e-8, weight_decay=0.01) -> Optimizer:
    """Take Adam's step, and shrink every weight by the same fraction.

    w <- w - η (m̂ / (√v̂ + eps) + λ w)        (4.6)

    weight_decay: λ >= 0. In a penalty ½λ‖w‖² the term λw would be divided by √v̂ too: weights with
    large gradients would then hardly decay.
    """
    rate = as_schedule(learning_rate)
    require_in_range(weight_decay=weight_decay)
    base = adam(learning_rate, b1, b2, eps)

    def step(loss, w, state):
        after_adam, next_state, info = base.step(loss, w, state)
        shrink = -rate(state.t) * weight_decay
        w = trees.add_scaled(after_adam, shrink, w)  # (4.6)
        return w, next_state, info

    return Optimizer(base.init, step)
