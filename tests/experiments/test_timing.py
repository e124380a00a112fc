"""Times are taken in turns, after a call that is not counted."""

from itertools import repeat

import numpy as np
import pytest

from optcourse.experiments import timing


class Clock:
    """A clock that stands still while nobody works; each call takes the next of `seconds`, and is logged."""

    def __init__(self):
        self.now, self.log = 0.0, ""

    def __call__(self):
        return self.now

    def call(self, name, seconds):
        def work():
            self.now += next(seconds)
            self.log += name

        return work


def test_calls_take_turns_and_the_first_of_each_is_not_counted():
    clock = Clock()
    calls = {"a": clock.call("a", iter([9.0, 1.0, 2.0, 3.0])), "b": clock.call("b", repeat(5.0))}
    seconds = timing.time_interleaved(calls, 3, clock)
    assert clock.log == "abababab"
    np.testing.assert_array_equal(seconds["a"], [1, 2, 3])
    np.testing.assert_array_equal(seconds["b"], [5, 5, 5])


@pytest.mark.parametrize("limit, rounds", [(0.0, 3), (4.5, 5), (np.inf, 8)])
def test_a_limit_ends_the_rounds_but_never_before_the_third(limit, rounds):
    clock = Clock()
    seconds = timing.time_interleaved({"a": clock.call("a", repeat(1.0))}, 8, clock, limit)
    assert len(seconds["a"]) == rounds


def test_the_fastest_call_is_the_least_of_those_counted(monkeypatch):
    seconds = iter([0.5, 3.0, 1.0, 2.0])
    monkeypatch.setattr(timing, "_seconds", lambda call, clock: call())
    assert timing.fastest(lambda: next(seconds), 3) == 1.0
