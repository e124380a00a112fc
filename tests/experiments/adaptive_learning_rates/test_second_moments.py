"""v and its relatives, each against its definition on a few weights."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from optcourse import fisher, losses
from optcourse.experiments import table
from optcourse.experiments.adaptive_learning_rates import second_moments


def test_the_formula_for_batches_of_one_is_the_mean_square_of_the_examples_gradients():
    w, examples = second_moments.trained_network(0, 0)
    loss = jax.jit(jax.grad(lambda v, i: second_moments.loss(v, examples.inputs[i][None], examples.labels[i][None])))
    squares = [np.asarray(loss(w, i)) ** 2 for i in range(second_moments.EXAMPLES)]
    np.testing.assert_allclose(second_moments.diagonals(1).predicted, np.mean(squares, axis=0), rtol=1e-3, atol=1e-10)


@pytest.mark.parametrize("batch_size", [1, 32])
def test_v_over_a_thousand_batches_comes_near_the_formula(batch_size):
    found = second_moments.diagonals(batch_size)
    error = np.linalg.norm(found.v - found.predicted) / np.linalg.norm(found.predicted)
    assert 0 < error < 0.15
    assert abs(found.v.sum() / found.predicted.sum() - 1) < 0.05


def test_the_fisher_diagonal_is_the_mean_square_score_over_labels_of_the_model():
    w, examples = second_moments.trained_network(0, 0)
    inputs = examples.inputs[:10]
    log_p = lambda v: losses.log_softmax(second_moments.NETWORK.apply(second_moments.layers(v), inputs))
    scores = jax.jit(jax.jacrev(log_p))(w)  # (inputs, classes, weights)
    by_hand = jnp.mean(jnp.sum(jnp.exp(log_p(w))[..., None] * scores**2, axis=1), axis=0)
    np.testing.assert_allclose(fisher.diagonal(second_moments.model, w, inputs), by_hand, rtol=1e-3, atol=1e-9)


def test_training_makes_the_loss_small():
    losses_of = [
        float(second_moments.loss(w, *examples))
        for w, examples in map(second_moments.trained_network, (0, 300), (0, 0))
    ]
    assert losses_of[0] > 2 and losses_of[1] < 0.15


def test_the_rank_correlation_is_spearmans():
    a = np.array([3.0, 1.0, 2.0, 5.0])
    assert second_moments.rank_correlation(a, np.exp(a)) == pytest.approx(1)
    assert second_moments.rank_correlation(a, -a) == pytest.approx(-1)
    assert second_moments.rank_correlation(a, [1, 1, 2, 2]) == pytest.approx(
        np.corrcoef([3, 1, 2, 4], [1.5, 1.5, 3.5, 3.5])[0, 1]
    )


def test_the_hessian_diagonal_is_the_slope_of_the_gradient():
    w, examples = second_moments.trained_network(0, 0)
    diagonal = second_moments.hessian_diagonal(0, 0)
    gradient = jax.jit(jax.grad(lambda v: second_moments.loss(v, *examples)))
    for i in (700, 1570, 1580, 1805):  # weights of both layers and a bias
        e = jnp.zeros(w.size).at[i].set(1e-2)
        slope = (gradient(w + e)[i] - gradient(w - e)[i]) / 2e-2
        assert slope == pytest.approx(diagonal[i], rel=0.01, abs=1e-5)


def test_a_network_measured_again_gives_the_row_of_the_table():
    again = second_moments.agreement(steps=0, seed=0, batch_size=32)
    kept = table.read("second_moments").where(steps=0, seed=0, batch_size=32).columns
    for column, value in again.items():
        assert value == pytest.approx(kept[column].item(), rel=0.02), column
    assert set(second_moments.MEASURES) < set(again)


def test_square_gradients_are_those_of_the_batches_on_the_way():
    squares = second_moments.square_gradients(batch_size=32, steps=3)
    w, examples = second_moments.trained_network(0, 0)
    rows = jax.random.randint(jax.random.key(0), (3, 32), 0, second_moments.EXAMPLES)
    first = jax.grad(second_moments.loss)(w, examples.inputs[rows[0]], examples.labels[rows[0]])
    assert squares.shape == (3,) and squares[0] == pytest.approx(float(jnp.sum(first**2)), rel=1e-4)
