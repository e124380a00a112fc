"""Wrong answers to 04.rate: each property's own, which it alone catches, and others."""

import jax
import jax.numpy as jnp
import numpy as np

from exercises.adaptive_learning_rates.rate import rate


def changed(name, ramp=lambda t, warm_up: (t + 1) / (warm_up + 1), shape=None, part=None):
    """The schedule with one part changed, as a function of this name."""
    shape = shape or (lambda part: (1 + jnp.cos(jnp.pi * part)) / 2)
    part = part or (lambda t, warm_up, steps: jnp.clip((t - warm_up) / (steps - warm_up), 0, 1))

    def function(t, peak, warm_up, steps):
        rising = jnp.minimum(ramp(t, jnp.asarray(warm_up, float)), 1)
        return peak * jnp.where(t < warm_up, rising, shape(part(t, warm_up, steps)))

    function.__name__ = name
    return function


first_rate_zero = changed("first_rate_zero", ramp=lambda t, warm_up: t / warm_up)
peak_too_early = changed("peak_too_early", ramp=lambda t, warm_up: (t + 1) / warm_up)
all_steps = changed("all_steps", part=lambda t, warm_up, steps: jnp.where(t < steps, t / steps, 1.0))
a_straight_line = changed("a_straight_line", shape=lambda part: 1 - part)
up_again = changed("up_again", part=lambda t, warm_up, steps: (t - warm_up) / (steps - warm_up))
over_one_early = changed("over_one_early", part=lambda t, warm_up, steps: (t - warm_up) / (steps - 1 - warm_up))
never_short = changed(
    "never_short", part=lambda t, warm_up, steps: jnp.clip((t - warm_up) / jnp.maximum(steps - warm_up, 80), 0, 1)
)


def no_decay_without_a_warm_up(t, peak, warm_up, steps):
    return jnp.where(warm_up > 0, rate(t, peak, warm_up, steps), peak)


def up_again_later(t, peak, warm_up, steps):
    return jnp.where(t > 2 * steps, up_again(t, peak, warm_up, steps), rate(t, peak, warm_up, steps))


def with_if(t, peak, warm_up, steps):
    if t < warm_up:
        return peak * (t + 1) / (warm_up + 1)
    if t >= steps:
        return 0.0
    return peak * (1 + np.cos(np.pi * (t - warm_up) / (steps - warm_up))) / 2


def compiled_to_the_peak(t, peak, warm_up, steps):
    return peak * jnp.ones(()) if isinstance(t, jax.core.Tracer) else rate(t, peak, warm_up, steps)


ALONE = {
    "warm-up": peak_too_early,
    "decay": all_steps,
    "end": up_again,
    "compiled": with_if,
}
ALSO = (
    first_rate_zero,
    a_straight_line,
    over_one_early,
    never_short,
    no_decay_without_a_warm_up,
    up_again_later,
    compiled_to_the_peak,
)
