"""Nine methods that ask for a point of a front: what counts as a hit, and a part of their table again."""

from functools import partial

import compilation
import jax.numpy as jnp
import numpy as np
import pytest

from optcourse import tradeoffs as exact
from optcourse.experiments import table
from optcourse.experiments.linear_combinations import fronts
from optcourse.experiments.run import run
from optcourse.experiments.tunable_tradeoffs import methods


def test_a_hit_is_both_losses_near_the_wanted_point_and_a_broken_run_is_counted(monkeypatch):
    def wanted(problem, epsilon, start, rate):
        return problem.point_at(exact.parameter_for_target(problem, epsilon))

    def beside(problem, epsilon, start, rate):
        return wanted(problem, epsilon, start, rate) + jnp.array([0.0, 0.2])

    monkeypatch.setitem(methods.METHODS, "oracle", wanted)
    monkeypatch.setitem(methods.METHODS, "beside", beside)
    monkeypatch.setitem(methods.METHODS, "broken", lambda problem, epsilon, start, rate: start * jnp.nan)
    assert methods.success_row("oracle", 0.02, "concave", 0)["share"] == 1
    assert methods.success_row("beside", 0.02, "concave", 0)["share"] == 0
    assert methods.success_row("broken", 0.02, "concave", 0) == {"share": 0.0, "error": np.inf, "broken": 19 * 16}


errors = compilation.thoroughly(methods._errors, static_argnames=("method", "rate", "front"))


@pytest.mark.parametrize(
    "method, rate, front",
    [
        ("MDMM", 0.02, "concave"),
        ("MDMM, 200 steps", 0.02, "concave"),
        ("BDMM", 0.02, "concave"),
        ("hard constraint first", 0.02, "concave"),
        ("weighted sum, exact weight", 0.02, "concave"),
        ("weighted sum, exact weight", 0.01, "mixed"),
        ("hard constraint first", 0.005, "concave to the ends"),
    ],
)
def test_the_table_of_hits_is_what_a_run_gives(method, rate, front, monkeypatch):
    # What goes down one loss or the other chatters: the hurry's rounding alone moves its share by 0.036.
    monkeypatch.setattr(methods, "_errors", errors)
    rows = table.read("success_rates").where(method=method, rate=rate, front=front, seed=3)
    share, broken = (rows.columns[name].item() for name in ("share", "broken"))
    found = methods.success_row(method, rate, front, 3)
    assert abs(found["share"] - share) < 0.02 and found["broken"] == broken
    here = methods.FRONTS.index(front), 3
    assert methods.read_success_rates(method)[rate][here] == share


@pytest.mark.parametrize("rate", methods.RATES)
def test_each_method_goes_as_far_at_any_rate(monkeypatch, rate):
    spent = []
    one_step = lambda optimizer, loss, start, steps: spent.append(steps) or run(optimizer, loss, start, 1)
    monkeypatch.setattr(fronts, "run", one_step)
    monkeypatch.setattr(methods, "take_steps", one_step)
    for method in methods.METHODS.values():
        method(fronts.PROBLEMS["concave"], 0.5, jnp.array([0.3, 0.1]), rate)
    np.testing.assert_allclose(np.multiply(spent, rate), [20.0] * 7 + [4.0] * 2)


def test_the_table_of_hits_is_not_kept_when_a_number_behind_it_changes(monkeypatch):
    assert len(methods.success_rates().columns["share"]) == (7 * 3 + 2) * 4 * 5
    penalty = partial(methods.quadratic_penalty, strength=20.0)
    changes = [("TIME", 10.0), ("RUNS", 8), ("TOLERANCE", 0.01), ("START_RANGE", (0.1, 0.9))]
    changes += [("TARGETS", np.array([0.5]))]
    changes += [("FRONT_PARAMETERS", {**fronts.FRONT_PARAMETERS, "mixed": (1.5, 3.0)})]
    changes += [("METHODS", {**methods.METHODS, "quadratic penalty": penalty})]
    for name, other in changes:
        with monkeypatch.context() as patch, pytest.raises(ValueError, match="delete it to start afresh"):
            patch.setattr(methods, name, other)
            methods.success_rates()
