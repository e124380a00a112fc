"""Wrong answers to 09.epoch: each property's own, which it alone catches, and others."""

import jax.numpy as jnp
import numpy as np

from exercises.flooding.epoch import epoch, value_and_slope


def his_sign(L, level):
    """After the absolute value."""
    flooded = abs(L - level) + level
    return np.sign(flooded - level)


def with_sign(name, sign, smooth=lambda values: values[-1]):
    """An epoch with sign(value, b) before each gradient; smooth makes a value of those so far."""

    def function(loss, level, w, batches, rate):
        values, w = [], np.asarray(w, float)
        for batch in batches:
            L, g = value_and_slope(loss, w, batch)
            values.append(L)
            w = w - rate * sign(smooth(values), level) * g
        return w

    function.__name__ = name
    return function


def right_sign(L, level):
    return np.sign(L - level)


def ema(values, decay=0.9):
    average = values[0]
    for value in values:
        average = decay * average + (1 - decay) * value
    return average


def mean_of_the_epoch(loss, level, w, batches, rate):
    L = np.mean([value_and_slope(loss, w, batch)[0] for batch in batches])
    return with_sign("", lambda _, level: np.sign(L - level))(loss, level, w, batches, rate)


def from_the_start(loss, level, w, batches, rate):
    """All gradients at the parameters before the epoch."""
    w = np.asarray(w, float)
    return w + sum(epoch(loss, level, w, batch[None], rate) - w for batch in batches)


def one_mean_step(loss, level, w, batches, rate):
    return w + (from_the_start(loss, level, w, batches, rate) - w) / len(batches)


def without_the_first_batch(loss, level, w, batches, rate):
    for batch in batches[1:]:
        w = epoch(loss, level, w, batch[None], rate)
    return w


def backward(loss, level, w, batches, rate):
    return epoch(loss, level, w, batches[::-1], rate)


def until_below(loss, level, w, batches, rate):
    """Stops early."""
    for batch in batches:
        if value_and_slope(loss, w, batch)[0] < level:
            break
        w = epoch(loss, level, w, batch[None], rate)
    return w


def each_example(loss, level, w, batches, rate):
    """A sign for each row of a batch."""
    for batch in batches:
        w = from_the_start(loss, level, w, batch[:, None], rate / len(batch))
    return w


def absolute_gradients(loss, level, w, batches, rate):
    w = np.asarray(w, float)
    for batch in batches:
        w = w - rate * abs(value_and_slope(loss, w, batch)[1])
    return w


def signs_at_the_start(loss, level, w, batches, rate):
    """The gradients are at the current w."""
    start = w = np.asarray(w, float)
    for batch in batches:
        L = value_and_slope(loss, start, batch)[0]
        w = w - rate * np.sign(L - level) * value_and_slope(loss, w, batch)[1]
    return w


def signs_after_the_step(loss, level, w, batches, rate):
    w = np.asarray(w, float)
    for batch in batches:
        g = value_and_slope(loss, w, batch)[1]
        L = value_and_slope(loss, w - rate * g, batch)[0]
        w = w - rate * np.sign(L - level) * g
    return w


def in_half_precision(loss, level, w, batches, rate):
    w = jnp.asarray(w, jnp.float32)
    for batch in batches:
        L, g = value_and_slope(loss, w, batch)
        w = w - rate * np.sign(L - level) * jnp.asarray(g, jnp.float16)
    return w


def well_off(L, level):
    """By more than a twentieth of the level."""
    return abs(L - level) > 0.05 * abs(level)


def waits_well_above(L, level):
    return 0.0 if L > level and well_off(L, level) else right_sign(L, level)


def goes_down_well_below(L, level):
    return 1.0 if well_off(L, level) else right_sign(L, level)


his = with_sign("his", his_sign, smooth=np.mean)
his_sign_of_its_own_loss = with_sign("his_sign_of_its_own_loss", his_sign)

ALONE = {
    "above": with_sign("waits_well_above", waits_well_above),
    "below": with_sign("goes_down_well_below", goes_down_well_below),
    "own loss": with_sign("running_mean", right_sign, smooth=np.mean),
    "at the current w": signs_at_the_start,
}
ALSO = (
    his,
    his_sign_of_its_own_loss,
    with_sign("waits_above", lambda L, level: -float(level > L)),
    signs_after_the_step,
    in_half_precision,
    with_sign("soft_within_a_tenth", lambda L, level: np.tanh(10 * (L - level))),
    with_sign("soft_within_a_fifth", lambda L, level: np.tanh(5 * (L - level))),
    with_sign("clipped", lambda L, level: np.clip((L - level) / 0.1, -1, 1)),
    with_sign("waits_near_the_level", lambda L, level: float(abs(L - level) >= 0.1) * right_sign(L, level)),
    with_sign("up_until_well_above", lambda L, level: 1.0 if L >= 1.05 * level else -1.0),
    with_sign("longer_for_high_levels", lambda L, level: right_sign(L, level) * max(abs(level), 1)),
    with_sign("exponential_moving_average", right_sign, smooth=ema),
    with_sign("first_batch", right_sign, smooth=lambda values: values[0]),
    with_sign("batch_before", right_sign, smooth=lambda values: values[-2:][0]),
    with_sign("lowest_so_far", right_sign, smooth=min),
    with_sign("highest_so_far", right_sign, smooth=max),
    with_sign("waits_below", lambda L, level: float(level < L)),
    with_sign("by_the_distance", lambda L, level: L - level),
    with_sign("other_way_round", lambda L, level: -right_sign(L, level)),
    mean_of_the_epoch,
    from_the_start,
    one_mean_step,
    without_the_first_batch,
    backward,
    until_below,
    each_example,
    absolute_gradients,
)
