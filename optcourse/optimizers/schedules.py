"""Learning rates that change with the step: functions of t = 0, 1, 2, ..., for any optimizer.

    adam(schedules.cosine(0.01, steps=1000))
    adam(schedules.warm_up(schedules.inverse_sqrt(0.01), steps=100))

Every number may be traced, so that a slider can move it. After its last step a schedule keeps its last value.
"""

from collections.abc import Callable

import jax.numpy as jnp

from optcourse.optimizers.base import as_schedule, require_in_range


def constant(rate) -> Callable:
    """η(t) = rate."""
    return as_schedule(rate, "rate")


def linear(rate, steps, end=0.0) -> Callable:
    """η(t) = rate + (end - rate) t / steps: a straight line from rate at t = 0 to end at t = steps."""
    part = _progress(rate, steps, end)
    return lambda t: rate + (end - rate) * part(t)


def cosine(rate, steps, end=0.0) -> Callable:
    """η(t) = end + (rate - end) (1 + cos(π t / steps)) / 2: slow at both ends (Loshchilov and Hutter, 2017)."""
    part = _progress(rate, steps, end)
    return lambda t: end + (rate - end) * (1 + jnp.cos(jnp.pi * part(t))) / 2


def inverse_sqrt(rate) -> Callable:
    """η(t) = rate / √(t + 1): slow enough to get anywhere, fast enough to settle in the end."""
    require_in_range(rate=rate)
    return lambda t: rate / jnp.sqrt(t + 1)


def warm_up(after, steps) -> Callable:
    """Rise in equal parts for `steps` steps, then follow `after`, a number or a schedule, from its own t = 0.

    η(t) = after(0) (t + 1) / (steps + 1)   for t < steps   (4.13)
    η(t) = after(t - steps)                 from there on

    The first rate is not zero: no step is wasted. steps = 0 is no warm-up.
    """
    require_in_range(steps=steps)
    follow = as_schedule(after, "after")

    def rate(t):
        ramp = jnp.minimum((t + 1) / (steps + 1), 1)  # (4.13)
        return ramp * follow(jnp.maximum(t - steps, 0))

    return rate


def _progress(rate, steps, end):
    """t -> the share of `steps` that is over, at most 1; a schedule of no steps is over at once."""
    require_in_range(rate=rate, steps=steps, end=end)
    return lambda t: jnp.where(t < steps, t / jnp.maximum(steps, 1), 1.0)
