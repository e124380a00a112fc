"""Scores and the Fisher matrix: definitions agree, products and solutions are those of the matrix, bad input named."""

from itertools import pairwise

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from optcourse import fisher, kfac, losses, models, scores, trees
from optcourse.curvature import hessian, hessian_vector

SIZES = {"softmax regression": (6, 4), "two layers": (6, 5, 3), "one logit": (6, 5, 1)}
every_model = pytest.mark.parametrize("name", SIZES)
both_kinds = pytest.mark.parametrize("name", ["two layers", "one logit"])  # several logits, and one: costly tests


NETWORKS = {name: models.mlp(sizes).apply for name, sizes in SIZES.items()}  # one each: what is compiled is kept


def problem(name, seed=0, n=20):
    """(model, w, inputs, labels): a network, weights that are not small, and random data; all drawn by NumPy."""
    sizes, rng = SIZES[name], np.random.default_rng(seed)
    draw = lambda *shape: jnp.asarray(rng.normal(size=shape))
    w = [models.Layer(2 / a**0.5 * draw(a, b), 0.3 * draw(b)) for a, b in pairwise(sizes)]
    return NETWORKS[name], w, draw(n, sizes[0]), jnp.asarray(rng.integers(0, max(sizes[-1], 2), n))


def like(w, seed=1):
    """A random vector with the structure of w."""
    rng = np.random.default_rng(seed)
    return jax.tree.map(lambda leaf: jnp.asarray(rng.normal(size=leaf.shape), leaf.dtype), w)


def flat(tree):
    return np.concatenate([np.ravel(leaf) for leaf in jax.tree.leaves(tree)])


def log_p(model, w, inputs):
    """log p of every class, (n, classes), written once more."""
    z = model(w, inputs)
    z = jnp.concatenate([0 * z, z], axis=1) if z.shape[1] == 1 else z
    return z - jax.nn.logsumexp(z, axis=1, keepdims=True)


@jax.jit(static_argnums=0)
def logs_and_scores(model, w, inputs):
    """(log p of every class, its derivatives (n, classes, P)), without the package."""
    vector, unflatten = trees.flatten(w)
    of_vector = lambda v: log_p(model, unflatten(v), inputs)
    return of_vector(vector), jax.jacrev(of_vector)(vector)


def by_definition(model, w, inputs, weights=None):
    """mean over x of Σ_z q_z s_z s_zᵀ, one example and one class after the other."""
    logs, rows = (np.asarray(each) for each in logs_and_scores(model, w, inputs))
    q = np.exp(logs) if weights is None else weights
    return sum(q[i, c] * np.outer(rows[i, c], rows[i, c]) for i in range(len(q)) for c in range(q.shape[1])) / len(q)


def observed(name, labels):
    """1 in the column of the label."""
    return np.eye(max(SIZES[name][-1], 2))[labels]


def gauss_newton_vector(model, loss, w, v):
    """G v = Jᵀ H J v for the composite loss(model(w)), H the Hessian by the outputs (Schraudolph, 2002)."""
    z, Jv = jax.jvp(model, (w,), (v,))
    HJv = hessian_vector(loss, z, Jv)
    return jax.vjp(model, w)[1](HJv)[0]


# Divergences


def test_the_gaussian_divergence_is_its_integral(float64):
    x = np.linspace(-30, 30, 200_001)
    density = lambda m, s: np.exp(-((x - m) ** 2) / (2 * s**2)) / (s * np.sqrt(2 * np.pi))
    for m0, s0, m1, s1 in ((0, 1, 0, 2), (0, 2, 0, 1), (1, 0.7, -0.5, 1.3)):
        p, log_ratio = density(m0, s0), ((x - m1) / s1) ** 2 / 2 - ((x - m0) / s0) ** 2 / 2 + np.log(s1 / s0)
        np.testing.assert_allclose(fisher.gaussian_kl(m0, s0, m1, s1), np.trapezoid(p * log_ratio, x), rtol=1e-9)


categorical_kl = jax.jit(fisher.categorical_kl)


def test_the_categorical_divergence_is_the_mean_log_ratio_of_many_draws():
    rng = np.random.default_rng(0)
    logits = rng.normal(size=(2, 5))
    log_p = logits - np.log(np.sum(np.exp(logits), axis=1, keepdims=True))
    ratio = (log_p[0] - log_p[1])[rng.choice(5, 200_000, p=np.exp(log_p[0]))]
    assert abs(categorical_kl(*jnp.asarray(logits)) - ratio.mean()) < 4 * ratio.std() / len(ratio) ** 0.5


def test_a_divergence_is_zero_from_itself_and_finite_where_a_probability_rounds_to_zero():
    logits = np.array([[0.0, 300.0, -300.0], [1.0, 2.0, 3.0]])
    np.testing.assert_array_equal(categorical_kl(logits, logits), 0)
    p = np.exp([1.0, 2.0, 3.0]) / np.sum(np.exp([1.0, 2.0, 3.0]))
    by_hand = p @ np.log(p) + 300 * p[0] + 600 * p[2]
    np.testing.assert_allclose(categorical_kl(logits[::-1], logits)[0], by_hand, rtol=1e-5)
    assert fisher.gaussian_kl(3.0, 2.0, 3.0, 2.0) == 0


def test_a_class_that_is_impossible_adds_nothing_to_a_divergence_nor_to_its_slope(float64):
    never, hardly = ([np.array([[z, zero, 1.0]]) for z in (0.3, 0.1)] for zero in (-np.inf, -800.0))
    both = jax.jit(jax.value_and_grad(lambda *logits: fisher.categorical_kl(*logits)[0], argnums=(0, 1)))
    assert categorical_kl(*never)[0] == pytest.approx(0.01, abs=0.01)
    jax.tree.map(lambda a, b: np.testing.assert_allclose(a, b, rtol=1e-12, atol=1e-15), both(*never), both(*hardly))
    assert categorical_kl(never[0], np.zeros((1, 3)))[0] == categorical_kl(hardly[0], np.zeros((1, 3)))[0]
    assert categorical_kl(np.zeros((1, 3)), never[0]) == np.inf


def test_the_matrix_has_a_slope_where_a_class_is_impossible(float64):
    model = lambda w, inputs: inputs @ w + jnp.array([0.0, 0.0, -jnp.inf])
    inputs, w = jnp.array([[1.0, 2.0], [0.5, -1.0]]), jnp.array([[0.3, 0.1, 0.0], [0.2, -0.4, 0.0]])
    pair = lambda w, inputs: inputs @ w[:, :2]
    trace = lambda f: lambda w: jnp.trace(fisher.exact(f, w, inputs))
    slope, expected = jax.jit(lambda w: [jax.grad(trace(f))(w) for f in (model, pair)])(w)
    np.testing.assert_allclose(slope, expected, atol=1e-12)


def test_a_deviation_that_is_not_a_number_gives_a_divergence_that_is_none_traced_or_not():
    for std0, std1 in ((np.nan, 1.0), (1.0, np.nan)):
        assert np.isnan(fisher.gaussian_kl(0.0, std0, 0.0, std1))
        assert np.isnan(jax.jit(fisher.gaussian_kl)(0.0, std0, 0.0, std1))


def test_one_logit_is_the_second_of_two_with_the_first_at_zero():
    two, three = np.array([[2.0]]), np.array([[3.0]])
    pair = [np.array([[0.0, z.item()]]) for z in (two, three)]
    np.testing.assert_allclose(categorical_kl(two, three), categorical_kl(*pair), rtol=1e-6)


# Scores and matrices


@every_model
def test_scores_are_the_gradients_of_the_log_probabilities(name, float64):
    model, w, inputs, labels = problem(name)
    rows = np.asarray(logs_and_scores(model, w, inputs)[1])[np.arange(len(labels)), labels]
    np.testing.assert_allclose(scores.label_scores(model, w, inputs, labels), rows, atol=1e-12)


@pytest.mark.parametrize("wrong", [3, 7, -1])
def test_the_score_of_a_label_that_is_no_class_is_not_a_number(wrong):
    model, w, inputs, labels = problem("two layers")
    found = scores.label_scores(model, w, inputs, labels.at[4].set(wrong))
    assert np.all(np.isnan(found[4])) and np.all(np.isfinite(np.delete(found, 4, axis=0)))


WRONG_ROWS = {
    "label_scores": lambda *at: scores.label_scores(*at, jnp.zeros((8, 1), int)),
    "empirical": lambda *at: fisher.empirical(*at, jnp.zeros(7, int)),
    "second_moment_root": lambda *at: scores.second_moment_root(*at, jnp.ones(3)),
    "mean_score": lambda *at: scores.mean_score(*at, jnp.ones((8, 1))),
    "categorical_kl": lambda *at: fisher.categorical_kl(jnp.zeros((8, 3)), jnp.zeros((1, 3))),
}


@pytest.mark.parametrize("name", WRONG_ROWS)
def test_labels_weights_and_logits_of_another_shape_are_refused_with_both_shapes(name, unchecked):
    model, w, inputs = (lambda w, inputs: inputs @ w), jnp.ones((2, 3)), jnp.ones((8, 2))
    with pytest.raises(ValueError, match=r"\(.*\) (for|and) .*: give (one|both)"):
        WRONG_ROWS[name](model, w, inputs)


def test_the_score_of_a_label_in_bytes_is_that_of_the_same_number_among_256_classes():
    model, w, inputs = (lambda w, inputs: inputs * w), jnp.linspace(0.0, 1.0, 256), jnp.ones((2, 1))
    found = scores.label_scores(model, w, inputs, jnp.array([0, 255], jnp.uint8))
    np.testing.assert_allclose(found, scores.label_scores(model, w, inputs, jnp.array([0, 255])), rtol=1e-6)


@every_model
def test_the_exact_matrix_is_the_mean_of_the_scores_outer_products_under_the_model(name, float64):
    model, w, inputs, _ = problem(name)
    np.testing.assert_allclose(fisher.exact(model, w, inputs), by_definition(model, w, inputs), atol=1e-12)


@every_model
def test_the_exact_matrix_is_the_curvature_of_the_divergence(name, float64):
    model, w, inputs, _ = problem(name)

    @jax.jit
    def curvature(w):
        vector, unflatten = trees.flatten(w)
        away = lambda v: jnp.mean(fisher.categorical_kl(model(w, inputs), model(unflatten(v), inputs)))
        return jax.hessian(away)(vector)

    np.testing.assert_allclose(fisher.exact(model, w, inputs), curvature(w), atol=1e-10)


@every_model
def test_the_exact_matrix_needs_one_row_fewer_than_classes_for_each_example(name, float64):
    model, w, inputs, _ = problem(name)
    R, classes = np.asarray(scores.second_moment_root(model, w, inputs)), max(SIZES[name][-1], 2)
    assert R.shape == (len(inputs) * (classes - 1), trees.size(w))
    np.testing.assert_allclose(R.T @ R / len(inputs), by_definition(model, w, inputs), atol=1e-12)


def linear(w, inputs):
    return inputs @ w


def test_a_model_that_is_sure_has_no_information_and_no_nan(float64):
    inputs = jnp.asarray(np.ones((2, 3)))
    for w in ([[-900.0, 0.0, 900.0]] * 3, [[900.0, 0.0, -900.0]] * 3, [[900.0]] * 3):
        np.testing.assert_array_equal(fisher.exact(linear, jnp.asarray(np.array(w)), inputs), 0)


@every_model
def test_the_mean_score_is_zero_under_the_model_and_not_under_other_weights(name, float64):
    model, w, inputs, labels = problem(name)
    assert np.max(np.abs(scores.mean_score(model, w, inputs))) < 1e-12
    rows = np.asarray(logs_and_scores(model, w, inputs)[1])[np.arange(len(labels)), labels]
    found = scores.mean_score(model, w, inputs, jnp.asarray(observed(name, labels)))
    np.testing.assert_allclose(found, rows.mean(axis=0), atol=1e-12)
    assert np.max(np.abs(found)) > 0.01


@every_model
def test_the_empirical_matrix_takes_the_observed_labels(name, float64):
    model, w, inputs, labels = problem(name)
    q = observed(name, labels)
    expected = by_definition(model, w, inputs, q)
    np.testing.assert_allclose(fisher.empirical(model, w, inputs, labels), expected, atol=1e-12)
    R = np.asarray(scores.second_moment_root(model, w, inputs, jnp.asarray(q)))
    np.testing.assert_allclose(R.T @ R / len(inputs), expected, atol=1e-12)


@both_kinds
def test_sampled_matrices_have_the_exact_one_as_their_mean(name, float64):
    model, w, inputs, _ = problem(name)
    many = jax.jit(jax.vmap(lambda key: fisher.sampled(model, w, inputs, key)))
    draws = np.asarray(many(jax.random.split(jax.random.key(7), 4000)))
    error = np.linalg.norm(draws.mean(axis=0) - fisher.exact(model, w, inputs))
    spread = np.sqrt(np.sum(np.var(draws, axis=0)) / len(draws))
    assert error < 2 * spread  # the error of a mean of 4000, measured 0.5 to 1.1 of it
    assert np.std(draws) > 0


@every_model
def test_the_diagonal_has_the_structure_of_the_parameters(name, float64):
    model, w, inputs, _ = problem(name)
    diagonal = fisher.diagonal(model, w, inputs)
    assert jax.tree.structure(diagonal) == jax.tree.structure(w)
    np.testing.assert_allclose(flat(diagonal), np.diag(fisher.exact(model, w, inputs)), atol=1e-12)


@pytest.mark.parametrize("name, equal", [("softmax regression", True), ("two layers", False)])
def test_the_gauss_newton_matrix_of_cross_entropy_is_the_fisher_matrix_and_for_linear_outputs_the_hessian(
    name, equal, float64
):
    model, w, inputs, labels = problem(name)
    loss = lambda z: losses.cross_entropy(z, labels)
    v, outputs = like(w), lambda w: model(w, inputs)

    @jax.jit
    def both(w, v):
        return gauss_newton_vector(outputs, loss, w, v), hessian(lambda w: loss(outputs(w)), w)

    (product, H), F = both(w, v), np.asarray(fisher.exact(model, w, inputs))
    np.testing.assert_allclose(flat(product), F @ flat(v), atol=1e-12)
    assert (np.linalg.norm(H - F) < 1e-12) == equal


# Products and solutions


@every_model
def test_the_product_is_that_of_the_matrix(name, float64):
    model, w, inputs, _ = problem(name)
    v = like(w)
    expected = np.asarray(fisher.exact(model, w, inputs)) @ flat(v)
    np.testing.assert_allclose(flat(fisher.vector_product(model, w, inputs, v)), expected, atol=1e-12)


@both_kinds
def test_two_ways_to_the_natural_direction_agree(name, float64):
    model, w, inputs, _ = problem(name)
    g, F = like(w), np.asarray(fisher.exact(model, w, inputs))
    for damping in (1e-3, 1.0):
        expected = np.linalg.solve(F + damping * np.eye(len(F)), flat(g))
        for way in (fisher.natural_direction, fisher.dense_direction):
            d = way(model, w, inputs, g, damping)
            assert jax.tree.structure(d) == jax.tree.structure(w)
            np.testing.assert_allclose(flat(d), expected, rtol=1e-7, atol=1e-9)


def slope(model, w, inputs, labels):
    return jax.jit(jax.grad(lambda w: losses.cross_entropy(model(w, inputs), labels)))(w)


def test_conjugate_gradients_reach_three_digits_in_single_precision():
    model, w, inputs, labels = problem("two layers")
    g = slope(model, w, inputs, labels)
    F = np.asarray(fisher.exact(model, w, inputs), float)
    expected = np.linalg.solve(F + 1e-3 * np.eye(len(F)), flat(g))
    d = flat(fisher.natural_direction(model, w, inputs, g, 1e-3))
    assert d.dtype == np.float32
    np.testing.assert_allclose(d, expected, rtol=1e-3, atol=1e-3 * np.max(np.abs(expected)))


WAYS = {
    "conjugate gradients": fisher.natural_direction,
    "dense": fisher.dense_direction,
    "K-FAC": kfac.direction(),
}


@pytest.mark.parametrize("way", WAYS)
def test_the_natural_direction_of_a_gradient_of_any_size_is_as_many_times_as_long(way):
    model, w, inputs, _ = problem("two layers")
    w = jax.tree.map(lambda a: a.astype(jnp.float32), w)
    gradient, solve = like(w), jax.jit(lambda g: WAYS[way](model, w, inputs, g, 0.01))
    expected = flat(solve(gradient))
    for size in (1e-30, 1e-24, 1e-15, 1e15, 1e25):
        found = flat(solve(trees.scaled(size, gradient))) / np.float32(size)
        assert np.linalg.norm(found - expected) < 1e-4 * np.linalg.norm(expected)
    np.testing.assert_array_equal(flat(solve(trees.zeros_like(gradient))), 0)


def test_without_damping_a_gradient_of_the_loss_is_solved_for_though_the_matrix_is_singular(float64):
    model, w, inputs, labels = problem("softmax regression")
    g = slope(model, w, inputs, labels)
    d = fisher.natural_direction(model, w, inputs, g, 0.0)
    left = np.asarray(fisher.exact(model, w, inputs)) @ flat(d) - flat(g)
    assert np.max(np.abs(left)) < 1e-10


def test_a_flat_vector_is_a_model_s_parameters_too(float64):
    model, w, inputs, _ = problem("two layers")
    unflatten = trees.flatten(w)[1]
    of_vector = lambda v, inputs: model(unflatten(v), inputs)
    vector = jnp.asarray(flat(w))
    exact = fisher.exact(of_vector, vector, inputs)
    np.testing.assert_allclose(exact, fisher.exact(model, w, inputs), atol=1e-14)
    d = fisher.natural_direction(of_vector, vector, inputs, vector, 0.1)
    assert d.shape == vector.shape


# Errors


def test_bad_input_is_named_in_one_sentence():
    model, w, inputs, _ = problem("two layers")
    g = w
    with pytest.raises(ValueError, match=r"damping = -1\.0: give a finite number >= 0"):
        fisher.natural_direction(model, w, inputs, g, -1.0)
    with pytest.raises(ValueError, match=r"std1 = 0: give a number > 0"):
        fisher.gaussian_kl(0.0, 1.0, 0.0, 0)
    for way in (fisher.natural_direction, fisher.dense_direction):
        for wrong in (float("inf"), float("nan")):
            with pytest.raises(ValueError, match=f"damping = {wrong}: give a finite number"):
                way(model, w, inputs, g, wrong)
    with pytest.raises(ValueError, match=r"the model gave outputs \(20,\): return logits \(20, classes\)"):
        fisher.vector_product(lambda w, x: model(w, x)[:, 0], w, inputs, w)
