"""The Fisher matrix: its definitions agree, products and solutions are those of the matrix, bad input is named."""

from functools import partial

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from optcourse import fisher, losses, models, trees
from optcourse.curvature import gauss_newton_vector, hessian

SIZES = {"softmax regression": (6, 4), "two layers": (6, 5, 3), "one logit": (6, 5, 1)}
every_model = pytest.mark.parametrize("name", SIZES)


def problem(name, seed=0, n=20):
    """(model, w, inputs, labels): a network, weights that are not small, and random data."""
    keys = jax.random.split(jax.random.key(seed), 3)
    network = models.mlp(SIZES[name], gain=2.0)
    inputs = jax.random.normal(keys[1], (n, SIZES[name][0]))
    labels = jax.random.randint(keys[2], (n,), 0, max(SIZES[name][-1], 2))
    return network.apply, network.init(keys[0]), inputs, labels


def log_p(model, w, inputs):
    """log p of every class, (n, classes), written once more."""
    z = model(w, inputs)
    z = jnp.concatenate([0 * z, z], axis=1) if z.shape[1] == 1 else z
    return z - jax.nn.logsumexp(z, axis=1, keepdims=True)


def by_definition(model, w, inputs, weights=None):
    """mean over x of Σ_z q_z s_z s_zᵀ, one example and one class after the other."""
    vector, unflatten = trees.flatten(w)
    rows = np.asarray(jax.jit(jax.jacrev(lambda v: log_p(model, unflatten(v), inputs)))(vector))
    q = np.asarray(jnp.exp(log_p(model, w, inputs)) if weights is None else weights)
    return sum(q[i, c] * np.outer(rows[i, c], rows[i, c]) for i in range(len(q)) for c in range(q.shape[1])) / len(q)


# Divergences


def test_the_gaussian_divergence_is_its_integral(float64):
    x = np.linspace(-30, 30, 200_001)
    density = lambda m, s: np.exp(-((x - m) ** 2) / (2 * s**2)) / (s * np.sqrt(2 * np.pi))  # noqa: E731
    for m0, s0, m1, s1 in ((0, 1, 0, 2), (0, 2, 0, 1), (1, 0.7, -0.5, 1.3)):
        p, log_ratio = density(m0, s0), ((x - m1) / s1) ** 2 / 2 - ((x - m0) / s0) ** 2 / 2 + np.log(s1 / s0)
        np.testing.assert_allclose(fisher.gaussian_kl(m0, s0, m1, s1), np.trapezoid(p * log_ratio, x), rtol=1e-9)


def test_the_categorical_divergence_is_the_mean_log_ratio_of_many_draws():
    logits = jax.random.normal(jax.random.key(0), (2, 5))
    drawn = jax.random.categorical(jax.random.key(1), logits[0], shape=(200_000,))
    ratio = np.asarray(jax.nn.log_softmax(logits[0]) - jax.nn.log_softmax(logits[1]))[drawn]
    assert abs(fisher.categorical_kl(*logits) - ratio.mean()) < 4 * ratio.std() / len(ratio) ** 0.5


def test_a_divergence_is_zero_from_itself_and_finite_where_a_probability_rounds_to_zero():
    logits = jnp.array([[0.0, 300.0, -300.0], [1.0, 2.0, 3.0]])
    np.testing.assert_array_equal(fisher.categorical_kl(logits, logits), 0)
    p = np.exp([1.0, 2.0, 3.0]) / np.sum(np.exp([1.0, 2.0, 3.0]))
    by_hand = p @ np.log(p) + 300 * p[0] + 600 * p[2]
    np.testing.assert_allclose(fisher.categorical_kl(logits[1:], logits[:1])[0], by_hand, rtol=1e-5)
    assert fisher.gaussian_kl(3.0, 2.0, 3.0, 2.0) == 0


def test_one_logit_is_the_second_of_two_with_the_first_at_zero():
    two, three = jnp.array([[2.0]]), jnp.array([[3.0]])
    pair = [jnp.concatenate([0 * z, z], axis=1) for z in (two, three)]
    np.testing.assert_allclose(fisher.categorical_kl(two, three), fisher.categorical_kl(*pair))


# Scores and matrices


@every_model
def test_scores_are_the_gradients_of_the_log_probabilities(name, float64):
    model, w, inputs, labels = problem(name)
    gradient = jax.jit(jax.grad(lambda w, i: log_p(model, w, inputs)[i, labels[i]]))
    for i, row in enumerate(np.asarray(fisher.scores(model, w, inputs, labels))):
        np.testing.assert_allclose(row, trees.flatten(gradient(w, i))[0], atol=1e-12)


@every_model
def test_the_exact_matrix_is_the_mean_of_the_scores_outer_products_under_the_model(name, float64):
    model, w, inputs, _ = problem(name)
    np.testing.assert_allclose(fisher.exact(model, w, inputs), by_definition(model, w, inputs), atol=1e-12)


@every_model
def test_the_exact_matrix_is_the_curvature_of_the_divergence(name, float64):
    model, w, inputs, _ = problem(name)
    vector, unflatten = trees.flatten(w)
    moved = lambda v: jnp.mean(fisher.categorical_kl(model(w, inputs), model(unflatten(v), inputs)))  # noqa: E731
    np.testing.assert_allclose(fisher.exact(model, w, inputs), jax.jit(jax.hessian(moved))(vector), atol=1e-10)


@every_model
def test_the_exact_matrix_needs_one_row_fewer_than_classes_for_each_example(name, float64):
    model, w, inputs, _ = problem(name)
    R, classes = fisher.weighted_scores(model, w, inputs), log_p(model, w, inputs).shape[1]
    assert R.shape == (len(inputs) * (classes - 1), trees.size(w))
    np.testing.assert_allclose(R.T @ R / len(inputs), by_definition(model, w, inputs), atol=1e-12)


def test_a_model_that_is_sure_has_no_information_and_no_nan(float64):
    inputs = jnp.ones((2, 3))
    for w in (jnp.array([[-900.0, 0.0, 900.0]] * 3), jnp.array([[900.0, 0.0, -900.0]] * 3), jnp.full((3, 1), 900.0)):
        np.testing.assert_array_equal(fisher.exact(lambda w, x: x @ w, w, inputs), 0)


@every_model
def test_the_mean_score_is_zero_under_the_model_and_not_under_other_weights(name, float64):
    model, w, inputs, labels = problem(name)
    assert np.max(np.abs(fisher.mean_score(model, w, inputs))) < 1e-12
    data = losses.one_hot(labels, log_p(model, w, inputs).shape[1])
    gradient = jax.grad(lambda w: -jnp.mean(jnp.sum(data * log_p(model, w, inputs), axis=1)))(w)
    np.testing.assert_allclose(fisher.mean_score(model, w, inputs, data), -trees.flatten(gradient)[0], atol=1e-12)


@every_model
def test_the_empirical_matrix_takes_the_observed_labels(name, float64):
    model, w, inputs, labels = problem(name)
    data = losses.one_hot(labels, log_p(model, w, inputs).shape[1])
    expected = by_definition(model, w, inputs, np.asarray(data))
    np.testing.assert_allclose(fisher.empirical(model, w, inputs, labels), expected, atol=1e-12)
    R = fisher.weighted_scores(model, w, inputs, data)
    np.testing.assert_allclose(R.T @ R / len(inputs), expected, atol=1e-12)


@every_model
def test_sampled_matrices_have_the_exact_one_as_their_mean(name):
    model, w, inputs, _ = problem(name)
    draws = jax.vmap(partial(fisher.sampled, model, w, inputs))(jax.random.split(jax.random.key(7), 4000))
    error = np.linalg.norm(draws.mean(axis=0) - fisher.exact(model, w, inputs))
    spread = np.sqrt(np.sum(np.var(draws, axis=0)) / len(draws))
    assert error < 2 * spread  # the error of a mean of 4000, measured 0.9 to 1.1 of it
    assert np.std(draws) > 0


@every_model
def test_the_diagonal_has_the_structure_of_the_parameters(name, float64):
    model, w, inputs, _ = problem(name)
    diagonal = fisher.diagonal(model, w, inputs)
    assert jax.tree.structure(diagonal) == jax.tree.structure(w)
    np.testing.assert_allclose(trees.flatten(diagonal)[0], np.diag(fisher.exact(model, w, inputs)), atol=1e-12)


def test_the_gauss_newton_matrix_of_cross_entropy_is_the_fisher_matrix_and_for_linear_outputs_the_hessian(
    float64,
):
    for name, linear in (("softmax regression", True), ("two layers", False)):
        model, w, inputs, labels = problem(name)
        loss = lambda z: losses.cross_entropy(z, labels)  # noqa: B023, E731
        v = trees.normal_like(jax.random.key(1), w)
        product = gauss_newton_vector(lambda w: model(w, inputs), loss, w, v)  # noqa: B023
        F, H = fisher.exact(model, w, inputs), hessian(lambda w: loss(model(w, inputs)), w)  # noqa: B023
        np.testing.assert_allclose(trees.flatten(product)[0], F @ trees.flatten(v)[0], atol=1e-12)
        assert (np.linalg.norm(H - F) < 1e-12) == linear


# Products and solutions


@every_model
def test_the_product_is_that_of_the_matrix(name, float64):
    model, w, inputs, _ = problem(name)
    v = trees.normal_like(jax.random.key(3), w)
    expected = fisher.exact(model, w, inputs) @ trees.flatten(v)[0]
    np.testing.assert_allclose(trees.flatten(fisher.vector_product(model, w, inputs, v))[0], expected, atol=1e-12)


@every_model
def test_three_ways_to_the_natural_direction_agree(name, float64):
    model, w, inputs, _ = problem(name)
    g = trees.normal_like(jax.random.key(4), w)
    for damping in (1e-3, 1.0):
        F = fisher.exact(model, w, inputs)
        expected = np.linalg.solve(F + damping * np.eye(len(F)), trees.flatten(g)[0])
        for way in (fisher.natural_direction, fisher.dense_direction, fisher.kernel_direction):
            d = way(model, w, inputs, g, damping)
            assert jax.tree.structure(d) == jax.tree.structure(w)
            np.testing.assert_allclose(trees.flatten(d)[0], expected, rtol=1e-7, atol=1e-9)


def test_conjugate_gradients_reach_three_digits_in_single_precision():
    model, w, inputs, labels = problem("two layers")
    g = jax.grad(lambda w: losses.cross_entropy(model(w, inputs), labels))(w)
    F = np.asarray(fisher.exact(model, w, inputs), float)
    expected = np.linalg.solve(F + 1e-3 * np.eye(len(F)), trees.flatten(g)[0])
    d = trees.flatten(fisher.natural_direction(model, w, inputs, g, 1e-3))[0]
    assert d.dtype == np.float32
    np.testing.assert_allclose(d, expected, rtol=1e-3, atol=1e-3 * np.max(np.abs(expected)))


def test_without_damping_a_gradient_of_the_loss_is_solved_for_though_the_matrix_is_singular(float64):
    model, w, inputs, labels = problem("softmax regression", n=40)
    g = jax.grad(lambda w: losses.cross_entropy(model(w, inputs), labels))(w)
    d = fisher.natural_direction(model, w, inputs, g, 0.0)
    left = fisher.exact(model, w, inputs) @ trees.flatten(d)[0] - trees.flatten(g)[0]
    assert np.max(np.abs(left)) < 1e-10


def test_a_flat_vector_is_a_model_s_parameters_too(float64):
    model, w, inputs, _ = problem("two layers")
    vector, unflatten = trees.flatten(w)
    flat = lambda v, inputs: model(unflatten(v), inputs)  # noqa: E731
    np.testing.assert_allclose(fisher.exact(flat, vector, inputs), fisher.exact(model, w, inputs), atol=1e-14)
    d = fisher.natural_direction(flat, vector, inputs, jnp.ones_like(vector), 0.1)
    assert d.shape == vector.shape


# Errors


def test_bad_input_is_named_in_one_sentence():
    model, w, inputs, _ = problem("two layers")
    g = trees.zeros_like(w)
    with pytest.raises(ValueError, match=r"damping = -1\.0: give a number >= 0"):
        fisher.natural_direction(model, w, inputs, g, -1.0)
    with pytest.raises(ValueError, match=r"damping = 0: give a number > 0"):
        fisher.kernel_direction(model, w, inputs, g, 0)
    with pytest.raises(ValueError, match=r"std1 = 0: give a number > 0"):
        fisher.gaussian_kl(0.0, 1.0, 0.0, 0)
    with pytest.raises(ValueError, match=r"the model gave outputs \(20,\): return logits \(20, classes\)"):
        fisher.vector_product(lambda w, x: model(w, x)[:, 0], w, inputs, w)
