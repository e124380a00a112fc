"""Lesson 04's reaction time: what the page counts is what the optimizers do."""

import numpy as np
import pytest

import step_lengths
from optcourse import adaptive, optimizers
from optcourse.experiments.run import stays_below
from optcourse.explorers import reaction_time as explore

STRETCH = 3000  # steps of gradients of size 1 before the change: 0.99 ** 3000 is nothing


@pytest.fixture(scope="module")
def explorer():
    return explore.reaction_time()


def lengths_of_a_run(jump, b2, b1, steps=3000):
    """After the change, in learning rates, of the optimizer that the setting means."""
    make = lambda rate: optimizers.adam(rate, b1, b2) if b1 else optimizers.rmsprop(rate, b2)
    gradients = np.r_[np.ones(STRETCH), np.full(steps, jump)]
    return step_lengths.step_lengths(gradients, {"it": make})["it"][STRETCH:]


@pytest.mark.parametrize(
    "setting",
    [
        {"jump": 0.01, "b2": 0.9, "b1": 0.0},
        {"jump": 0.01, "b2": 0.99, "b1": 0.9},
        {"jump": 100.0, "b2": 0.99, "b1": 0.9},
        {"jump": 100.0, "b2": 0.5, "b1": 0.8},
        {"jump": 0.01, "b2": 0.9, "b1": 0.99},
    ],
)
def test_the_steps_and_their_count_are_those_of_the_optimizer(explorer, setting):
    true, result = lengths_of_a_run(**setting), explorer.result(**setting)
    off = np.abs(true - 1)
    assert result["count"] == float(stays_below(off, explore.TOLERANCE))
    name = "adam" if setting["b1"] else "rmsprop"
    n, lengths = explorer.computation.artists[f"{name} step"].get_xydata()[2:].T
    early = n <= len(true)
    np.testing.assert_allclose(lengths[early], true[n[early].astype(int) - 1], rtol=1e-3)
    assert (result["shortest"], result["longest"]) == pytest.approx((lengths.min(), lengths.max()), rel=1e-4)


def test_the_formula_is_the_count_unless_m_is_late(explorer):
    for jump in (0.001, 0.01, 10.0, 1000.0):
        for b2 in (0.9, 0.99, 0.999):
            rmsprop = explorer.result(jump=jump, b2=b2, b1=0.0)
            assert rmsprop["count"] == np.floor(rmsprop["formula"])
            assert rmsprop["formula"] == pytest.approx(float(adaptive.reaction_time(jump, b2)), rel=1e-4)
    late = explorer.result(jump=0.01, b2=0.9, b1=0.99)
    assert late["kind"] == "m is late" and late["count"] > 5 * late["formula"]


def test_the_slider_has_the_decays_of_the_text_exactly(explorer):
    found = explorer.result(jump=0.01, b2=0.999, b1=0.9)
    assert found["count"] == 10654 and found["formula"] == pytest.approx(10654.92, abs=0.01)


def test_a_growing_gradient_is_noticed_sooner_however_much_it_grows(explorer):
    grows = [explorer.result(jump=jump, b1=0.0)["count"] for jump in (100.0, 1000.0)]
    shrinks = [explorer.result(jump=jump, b1=0.0)["count"] for jump in (0.01, 0.001)]
    assert grows == [1750, 1750] and shrinks == [10654, 15257]
    assert explorer.result(jump=1000.0, b1=0.0)["longest"] == pytest.approx(1 / np.sqrt(0.001), rel=1e-3)


def test_the_sentences_say_in_which_way_steps_are_off(explorer):
    say = lambda **values: explorer.result(**values)["status"]
    assert say() == "Too short for 10654 steps, 0.011 η at worst."
    assert say(jump=100.0) == "Too long for 1750 steps, 6.6 η at worst."
    assert say(jump=1.0).startswith("The gradients stay") and explorer.result(jump=1.0)["count"] == 0
    assert say(jump=1000.0, b1=0.99, b2=0.999).startswith("Off for ")


def test_the_goals_can_be_reached(explorer):
    assert explorer.goals_reached(b2=0.9)[0] and not explorer.goals_reached(b2=0.98)[0]
    assert explorer.goals_reached(jump=100.0)[1] and not explorer.goals_reached(jump=0.001)[1]
    assert explorer.goals_reached(b1=0.99, b2=0.9)[2] and not explorer.goals_reached(b1=0.9, b2=0.999)[2]
