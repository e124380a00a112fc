"""Learning rates that change with the step: functions of t = 0, 1, 2, ..., for any optimizer.

    adam(schedules.cosine(0.01, steps=1000))
    adam(schedules.warm_up(schedules.inverse_sqrt(0.01), steps=100))

Every number may be traced, so that a slider can move it. After its last step a schedule
keeps its last value.
"""

import jax.numpy as jnp

from optcourse.optimizers.base import Schedule, as_schedule, require_in_range


def linear(rate, steps, end=0.0) -> Schedule:
    """Linear schedule: η(t) = rate + (end - rate) t / steps, from rate at t = 0 to end at steps."""
    progress = _progress(rate, steps, end)
    return lambda t: rate + (end - rate) * progress(t)


def cosine(rate, steps, end=0.0) -> Schedule:
    """Cosine schedule: slow at both ends (Loshchilov and Hutter, 2017).

    η(t) = end + (rate - end) (1 + cos(π t / steps)) / 2
    """
    progress = _progress(rate, steps, end)

    def schedule(t):
        wave = 1 + jnp.cos(jnp.pi * progress(t))
        return end + (rate - end) * wave / 2

    return schedule


def inverse_sqrt(rate) -> Schedule:
    """Inverse square root schedule: η(t) = rate / √(t + 1)."""
    require_in_range(rate=rate)
    return lambda t: rate / jnp.sqrt(t + 1)


def warm_up(schedule, steps) -> Schedule:
    """Linear warm-up of `steps` steps, then `schedule`, a number or a schedule, from its own t = 0.

    η(t) = schedule(0) (t + 1) / (steps + 1)   for t < steps   (4.7)
    η(t) = schedule(t - steps)                 from there on

    The first rate is not zero: no step is wasted. steps = 0 is no warm-up.
    """
    require_in_range(steps=steps)
    follow = as_schedule(schedule, "schedule")

    def rate(t):
        ramp = jnp.minimum((t + 1) / (steps + 1), 1)  # (4.7)
        own_t = jnp.maximum(t - steps, 0)
        return ramp * follow(own_t)

    return rate


def _progress(rate, steps, end):
    """t -> the fraction of `steps` completed, at most 1; no steps are complete at once."""
    require_in_range(rate=rate, steps=steps, end=end)
    return lambda t: jnp.where(t < steps, t / jnp.maximum(steps, 1), 1.0)
