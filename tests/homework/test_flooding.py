"""Homework 09: right answers pass in whatever clothes, and his two bugs are told apart."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from exercises.flooding import compare as comparisons
from exercises.flooding import displacement as displacements
from mutants.flooding import epoch as mutants
from optcourse.homework import catalog
from optcourse.homework.check import PUBLIC_SEED
from optcourse.homework.exercise import examine


def by_cases(loss, level, w):
    g = jax.grad(loss)(w)
    return (g if loss(w) > level else -g).tolist()


def by_the_root_of_a_square(loss, level, w):
    return jax.grad(lambda w: jnp.sqrt((loss(w) - level) ** 2))(w)


def in_numpy(loss, w, rate):
    def moved(rate):
        v = np.array(w) - rate * np.array(jax.grad(loss)(w))
        return v + rate * np.array(jax.grad(loss)(jnp.array(v))) - w

    lengths = [sum(float(x) ** 2 for x in moved(each)) ** 0.5 for each in (rate, rate / 2)]
    return [moved(rate), np.log(lengths[0] / lengths[1]) / np.log(2)]


def by_reciprocals(down, up):
    return jnp.array([down - up, 1 / (2 / up - 2 / down)])


def by_the_flooded_loss(loss, level, w, batches, rate):
    flooded = lambda w, batch: jnp.abs(loss(w, batch) - level)
    step = lambda w, batch: (w - rate * jax.grad(flooded)(w, batch), None)
    return jax.lax.scan(step, w, batches)[0]


def in_plain_python(plain, flooded):
    chosen, tests = [], []
    for scores in (plain, flooded):
        validation, test = np.asarray(scores).tolist()
        means = [sum(row) / len(row) for row in validation[: min(len(plain[0]), len(flooded[0]))]]
        chosen.append(means.index(max(means)))
        tests.append(test[chosen[-1]])
    gains = [b - a for a, b in zip(*tests)]
    n, gain = len(gains), sum(gains) / len(gains)
    return tuple(chosen), gain, (sum((each - gain) ** 2 for each in gains) / (n - 1) / n) ** 0.5


IN_OTHER_CLOTHES = [
    ("flooded_gradient", by_cases),
    ("flooded_gradient", by_the_root_of_a_square),
    ("displacement", in_numpy),
    ("coefficient", by_reciprocals),
    ("epoch", by_the_flooded_loss),
    ("compare", in_plain_python),
]


@pytest.mark.parametrize("name, function", IN_OTHER_CLOTHES)
def test_a_right_answer_passes_in_other_clothes(name, function):
    findings = examine(catalog.exercise(f"09.{name}"), function, PUBLIC_SEED)
    assert [finding.counterexample for finding in findings if not finding.holds] == []


@pytest.mark.parametrize(
    "function, lost",
    [
        (mutants.his_sign_of_its_own_loss, ["below", "at the current w"]),
        (mutants.ALONE["own loss"], ["own loss"]),
        (mutants.his, ["below", "at the current w"]),
    ],
    ids=["sign lost", "running mean", "both"],
)
def test_the_two_bugs_are_told_apart(function, lost):
    """Who always descends cannot be seen to compare the wrong loss: the second bug shows when the first is mended."""
    exercise = catalog.exercise("09.epoch")
    findings = examine(exercise, function, PUBLIC_SEED)
    assert [claim.name for claim, each in zip(exercise.properties, findings) if not each.holds] == lost


@pytest.mark.parametrize("seed", range(5))
def test_long_steps_have_an_order_that_no_rounding_gives(seed):
    """Of 300 seeds the closest was 0.07 off a whole number; the check allows 0.03."""
    ((loss, w, rate),) = displacements.in_wells(np.random.default_rng(seed))
    _, order = displacements.displacement(loss, jnp.asarray(w), rate)
    assert abs(order - round(float(order))) > 0.05


@pytest.mark.parametrize("seed", range(5))
def test_what_is_given_to_choose_from_has_one_best_try_by_more_than_rounding(seed):
    for claim in comparisons.EXERCISE.properties:
        for call in claim.case(np.random.default_rng(seed)):
            for validation, _ in call:
                best, second = np.sort(validation.mean(axis=1))[[-1, -2]]
                assert best - second > 1e-3
