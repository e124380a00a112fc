"""Schedules against optax, at their ends, and under jit."""

import jax
import jax.numpy as jnp
import numpy as np
import optax
import pytest

from optcourse.experiments.run import run
from optcourse.optimizers import gradient_descent, schedules

T = np.arange(60)

PAIRS = {
    "linear": (schedules.linear(0.3, 40, 0.1), optax.linear_schedule(0.3, 0.1, 40)),
    "cosine": (schedules.cosine(0.3, 40, 0.03), optax.cosine_decay_schedule(0.3, 40, alpha=0.1)),
    "inverse_sqrt": (schedules.inverse_sqrt(0.3), lambda t: 0.3 / np.sqrt(t + 1)),
    "warm_up": (
        schedules.warm_up(schedules.cosine(0.3, 30), 20),
        optax.join_schedules([optax.linear_schedule(0.3 / 21, 0.3, 20), optax.cosine_decay_schedule(0.3, 30)], [20]),
    ),
}
each = pytest.mark.parametrize("ours, theirs", PAIRS.values(), ids=PAIRS.keys())


@each
def test_it_is_the_schedule_of_optax_step_by_step(ours, theirs):
    rates = [float(ours(t)) for t in T]
    np.testing.assert_allclose(rates, [float(theirs(t)) for t in T], rtol=1e-5, atol=1e-7)


@each
def test_it_gives_the_same_for_a_traced_step(ours, theirs):
    np.testing.assert_allclose(jax.vmap(ours)(jnp.asarray(T)), [float(ours(t)) for t in T], rtol=1e-6, atol=1e-7)


def test_a_decay_starts_at_its_rate_ends_at_its_end_and_stays_there():
    for decay in (schedules.linear, schedules.cosine):
        rates = [float(decay(0.3, 10, 0.05)(t)) for t in range(14)]
        np.testing.assert_allclose((rates[0], rates[5], *rates[10:]), (0.3, 0.175, *[0.05] * 4), rtol=1e-5)


def test_a_warm_up_rises_in_equal_parts_from_more_than_zero_and_meets_its_schedule():
    rates = [float(schedules.warm_up(0.5, 4)(t)) for t in range(6)]
    np.testing.assert_allclose(rates, [0.1, 0.2, 0.3, 0.4, 0.5, 0.5], rtol=1e-6)


def test_a_warm_up_of_no_steps_is_none():
    rate = schedules.warm_up(schedules.inverse_sqrt(0.5), 0)
    np.testing.assert_allclose([rate(t) for t in T], 0.5 / np.sqrt(T + 1), rtol=1e-6)


def test_its_numbers_may_be_traced():
    traces = []

    @jax.jit
    def end(rate, steps):
        traces.append(steps)
        optimizer = gradient_descent(schedules.warm_up(schedules.linear(rate, 20), steps))
        return run(optimizer, lambda w: w**2 / 2, 1.0, 10).end

    ends = {float(end(0.1, 0)), float(end(0.1, 5)), float(end(0.2, 5))}
    assert len(traces) == 1 and len(ends) == 3


@pytest.mark.parametrize(
    "make, message",
    [
        (lambda: schedules.linear(-1, 5), "rate = -1"),
        (lambda: schedules.linear(0.1, -5), "steps = -5"),
        (lambda: schedules.cosine(0.1, 5, end=-1), "end = -1"),
        (lambda: schedules.inverse_sqrt(float("nan")), "rate = nan"),
        (lambda: schedules.warm_up(0.1, float("inf")), "steps = inf"),
        (lambda: schedules.warm_up(-0.1, 3), "schedule = -0.1"),
    ],
)
def test_a_number_that_makes_no_sense_is_named(make, message):
    with pytest.raises(ValueError, match=f"^{message}: give a finite number >= 0"):
        make()
