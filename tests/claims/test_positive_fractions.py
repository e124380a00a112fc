"""G10: in high dimension critical points are mostly saddles, and local minima very rare. True high up, false low down.

The committed table holds 80 searches on a network of 124 parameters; two of them are repeated here. Thresholds stand
beside what the table says.
"""

import re

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from optcourse import trees
from optcourse.curvature import count_signs, hessian
from optcourse.experiments import table
from optcourse.experiments.critical_points import digits
from optcourse.lessons import claims

LOSSES = list(digits.LOSSES)


def rows(loss_name):
    return table.read("positive_fractions").where(loss_name=loss_name).columns


@pytest.mark.claim("G10", "holds if the loss is high")
@pytest.mark.parametrize("loss_name", LOSSES)
def test_the_higher_the_loss_the_larger_the_share_of_negative_eigenvalues_in_every_seed(loss_name):
    facts = digits.read_summary(loss_name)
    assert facts["correlation"] > 0.9  # measured: .993 and .965
    assert len(facts["correlation_by_seed"]) == 5 and min(facts["correlation_by_seed"]) > 0.9  # lowest: .958


@pytest.mark.claim("G10", "holds if the loss is high")
@pytest.mark.parametrize("loss_name", LOSSES)
def test_high_points_have_many_negative_eigenvalues_and_low_ones_hardly_any(loss_name):
    facts = digits.read_summary(loss_name)
    assert facts["negative_of_highest_third"] > 0.1  # .32 and .16
    assert facts["negative_of_lowest_third"] < 0.02  # .006 and .007


@pytest.mark.claim("G10")
def test_with_cross_entropy_the_share_of_positive_eigenvalues_does_not_grow_low_down_for_most_are_zero():
    facts = digits.read_summary("cross_entropy")
    assert facts["positive_of_lowest_third"] < facts["positive_of_highest_third"]  # .41 and .51; MSE: .86 and .70


@pytest.mark.parametrize("loss_name", LOSSES)
def test_nearly_every_search_ends_near_critical_and_few_end_exactly_there(loss_name):
    facts = digits.read_summary(loss_name)
    assert facts["searches"] == 40 and facts["found"] >= 34  # measured: 40 and 36
    assert facts["exactly_critical"] < 10  # measured: 7 and 0, so "near-critical" is the honest word


@pytest.mark.claim("G10", "holds if the loss is high")
@pytest.mark.parametrize("loss_name", LOSSES)
def test_every_high_point_is_a_saddle_and_some_low_ones_cannot_be_told_from_minima(loss_name):
    row = rows(loss_name)
    high = row["loss"] > np.median(row["loss"])
    assert np.all(row["clearly_negative"][high] > 0) and np.all(row["positive"] > 0)
    undecided = row["clearly_negative"] == 0
    assert 3 <= undecided.sum() <= 12  # measured: 8 and 7 of 40, failed searches included
    assert np.all(row["negative"] > 0)  # though in every one of them a few eigenvalues are negative by a hair


@pytest.mark.claim("G10")
def test_softmax_leaves_seven_eigenvalues_exactly_zero_at_every_point_so_none_is_positive_definite():
    row = rows("cross_entropy")
    assert row["zero"].min() == digits.HIDDEN + 1
    assert np.median(row["zero"]) <= 8  # measured: 7; more at degenerate points, 19 at the constant answer
    assert np.median(rows("mse")["zero"]) == 0


@pytest.mark.claim("G10")
def test_softmax_leaves_exactly_seven_zeros_at_points_that_are_not_critical_too(float64):
    for seed in range(5):
        problem = digits.digits_problem("cross_entropy", seed)
        w = trees.normal_like(jax.random.key(seed), problem.w)
        sizes = np.sort(np.abs(np.linalg.eigvalsh(hessian(problem.loss, w))))
        assert sizes[6] < 1e-13 * sizes[-1] and 1e-7 * sizes[-1] < sizes[7]  # measured: 6e-17 and 8e-5


@pytest.mark.parametrize("loss_name, seed, trained", [("cross_entropy", 0, 0), ("mse", 1, 30)])
def test_a_search_done_again_ends_in_the_row_of_the_table(loss_name, seed, trained):
    _, again = digits.near_critical_point(loss_name, seed, trained)
    row = rows(loss_name)
    (here,) = np.flatnonzero((row["seed"] == seed) & (row["trained"] == trained))
    # Starts moved by 1e-5 of their size ended with the same counts, and values within 3e-3: other machines differ less.
    for name in ("start_loss", "loss", "lowest", "highest"):
        assert again[name] == pytest.approx(row[name][here], rel=0.01)
    for name in ("negative", "positive", "clearly_negative"):
        assert abs(again[name] - row[name][here]) <= 1


def test_the_minimum_ratio_of_the_table_is_the_package_s_own(float64):
    problem = digits.saved_critical_point("mse", "middle")
    eigenvalues = np.linalg.eigvalsh(hessian(problem.loss, problem.w))
    ratio = table.read("positive_fractions").where(loss_name="mse", seed=1, trained=30).columns["ratio"].item()
    assert float(count_signs(eigenvalues).positive) / eigenvalues.size == pytest.approx(ratio, abs=0.01)


def goe_positive_probability(n, key, samples=200_000):
    """The fraction of random symmetric n x n matrices (Gaussian orthogonal ensemble) that are positive definite.

    Coin flips would give 2^-n; eigenvalues repel each other, so that far fewer are all on one side.
    """

    def positive(A):  # if and only if elimination meets positive pivots only
        pivots = []
        for _ in range(n):
            pivots.append(A[0, 0])
            A = A[1:, 1:] - jnp.outer(A[1:, 0], A[0, 1:]) / A[0, 0]
        return jnp.all(jnp.array(pivots) > 0)

    G = jax.random.normal(key, (samples, n, n))
    return jnp.mean(jax.jit(jax.vmap(positive))(G + jnp.swapaxes(G, 1, 2)))


def test_the_fraction_of_positive_random_matrices_meets_its_closed_forms():
    share = [float(goe_positive_probability(n, jax.random.key(0))) for n in (1, 2, 3)]
    exact = [1 / 2, (2 - np.sqrt(2)) / 4, (np.pi - 2 * np.sqrt(2)) / (4 * np.pi)]
    np.testing.assert_allclose(share, exact, atol=5e-3)  # four standard errors of 200 000 samples


@pytest.mark.claim("G10")
def test_random_symmetric_matrices_are_positive_far_less_often_than_coins_fall_on_one_side():
    share = [float(goe_positive_probability(n, jax.random.key(n))) for n in range(1, 6)]
    assert np.all(np.diff(share) < 0) and share[4] < 1e-3  # measured: .500 .147 .0252 .0025 .00014
    assert np.all(np.array(share[1:]) < 0.7 * 2.0 ** -np.arange(2, 6))
    assert share[4] < 0.02 * 2.0**-5


def test_the_table_says_under_which_settings_and_on_what_it_was_made():
    header = table.header("positive_fractions")
    assert header["settings"] == digits.SETTINGS
    assert header["versions"]["jax"] and header["machine"]["processor"] and header["machine"]["cores"]


def test_the_ledger_repeats_the_numbers_of_the_table():
    found = [digits.read_summary(name) for name in LOSSES]
    effect = claims.read().rows["G10"].effect
    correlations = [f"{facts['correlation']:.2f}" for facts in found]
    assert re.findall(r"\d\.\d+", effect) == correlations
    parts = ("negative_of_highest_third", "negative_of_lowest_third")
    shares = [f"{100 * facts[part]:.0f}" for part in parts for facts in found]
    assert re.findall(r"(\d+) %", effect) == shares
    assert f"{sum(facts['without_negative'] for facts in found)} of the 76" in effect
