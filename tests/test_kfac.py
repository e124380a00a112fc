"""K-FAC: exact where inputs and scores are independent, near the exact blocks elsewhere, small, and a direction."""

from functools import partial
from itertools import pairwise

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from optcourse import fisher, kfac, losses, models, optimizers, trees
from optcourse.experiments import data
from optcourse.experiments.run import run


def problem(sizes, n, seed=0, activation=jnp.tanh):
    """(model, w, inputs): weights that are not small, and random inputs, drawn by NumPy, which compiles nothing."""
    rng = np.random.default_rng(seed)
    draw = lambda *shape: jnp.asarray(rng.normal(size=shape))
    w = [models.Layer(1.5 / a**0.5 * draw(a, b), 0.3 * draw(b)) for a, b in pairwise(sizes)]
    return models.mlp(sizes, activation).apply, w, draw(n, sizes[0])


def zeros_like(w):
    return jax.tree.map(lambda leaf: jnp.asarray(np.zeros_like(leaf)), w)


def parts(matrix, w):
    """The diagonal blocks of a matrix, one for each layer."""
    ends = np.cumsum([0, *(trees.size(layer) for layer in w)])
    return [np.asarray(matrix)[a:b, a:b] for a, b in pairwise(ends)]


def flat(tree):
    return np.concatenate([np.ravel(leaf) for leaf in jax.tree.leaves(tree)])


def kronecker_blocks(w, inputs):
    """K-FAC's diagonal blocks A ⊗ G of every layer, to compare with the blocks of `fisher.exact`."""
    return [jnp.kron(A, G) for A, G in kfac.factors(w, inputs)]


@jax.jit(static_argnums=0)
def both(model, w, inputs):
    """(K-FAC's blocks, the exact matrix)."""
    return kronecker_blocks(w, inputs), fisher.exact(model, w, inputs)


@pytest.mark.parametrize("sizes", [(3, 4, 1), (3, 4, 5, 3)])
def test_for_a_single_input_every_block_is_that_of_the_fisher_matrix(sizes, float64):
    model, w, inputs = problem(sizes, n=1)
    blocks, exact = both(model, w, inputs)
    for block, wanted in zip(blocks, parts(exact, w), strict=True):
        np.testing.assert_allclose(block, wanted, atol=1e-12)


def test_where_every_prediction_is_the_same_the_block_of_a_linear_network_is_exact(float64):
    """With w = 0, p is uniform for every input: b knows nothing of a."""
    model, w, inputs = problem((6, 4), n=30)
    (block,), exact = both(model, zeros_like(w), inputs)
    np.testing.assert_allclose(block, exact, atol=1e-12)


def test_the_factors_are_their_definition_one_input_and_one_class_after_the_other(float64):
    model, w, inputs = problem((3, 4, 3), n=5, activation=jnp.sin)

    def log_p(shift, x):
        moved = [w[0]._replace(bias=w[0].bias + shift), w[1]]
        return jax.nn.log_softmax(model(moved, x[None])[0])

    @jax.jit
    def of_every_input(shift):
        one = lambda x: (jnp.exp(log_p(shift, x)), jax.jacrev(log_p)(shift, x))
        return jax.vmap(one)(inputs), kfac.factors(w, inputs, jnp.sin)[0]

    (p, slopes), found = of_every_input(np.zeros(4))
    A, G = np.zeros((4, 4)), np.zeros((4, 4))
    for i, x in enumerate(np.asarray(inputs)):
        A += np.outer([*x, 1], [*x, 1]) / 5
        for z in range(3):
            G += p[i, z] * np.outer(slopes[i, z], slopes[i, z]) / 5
    np.testing.assert_allclose(found.A, A, atol=1e-12)
    np.testing.assert_allclose(found.G, G, atol=1e-12)


DIGITS = models.mlp((16, 12, 8, 10))


@pytest.fixture(scope="module")
def digits():
    """(inputs, labels), with a leading axis of five seeds: 200 digits each, of 16 coordinates."""
    drawn = [data.digits(200, jax.random.key(seed)) for seed in range(5)]
    inputs = np.stack([data.pca(examples.inputs, 16) for examples in drawn])
    return jnp.asarray(inputs), jnp.asarray(np.stack([examples.labels for examples in drawn]))


def test_on_digits_the_blocks_are_near_the_exact_ones(digits):
    errors, cosines = on_digits(*digits)
    # measured before training: errors 0.13 to 0.31, cosines 0.91 to 0.996
    assert errors.shape == cosines.shape == (5, 3)
    assert np.all(errors < 0.45) and np.all(cosines > 0.85)


def on_digits(inputs, labels):
    """(relative errors of the blocks, cosines between K-FAC's direction and the exact block's): (seed, layer)."""

    def of_one(seed, inputs, labels):
        w = DIGITS.init(jax.random.key(seed))
        g = jax.grad(lambda w: losses.cross_entropy(DIGITS.apply(w, inputs), labels))(w)
        step = kfac.direction()(DIGITS.apply, w, inputs, g, 1e-2)
        return w, fisher.exact(DIGITS.apply, w, inputs), kronecker_blocks(w, inputs), g, step

    computed = jax.tree.map(np.asarray, jax.jit(jax.vmap(of_one))(np.arange(5), inputs, labels))
    errors, cosines = [], []
    for seed in range(5):
        w, exact, blocks, g, step = jax.tree.map(lambda x: x[seed], computed)  # noqa: B023
        for block, true, layer, d in zip(blocks, parts(exact, w), g, step, strict=True):
            wanted = np.linalg.solve(true + 1e-2 * np.eye(len(true)), flat(layer))
            errors.append(np.linalg.norm(block - true) / np.linalg.norm(true))
            cosines.append(flat(d) @ wanted / np.linalg.norm(flat(d)) / np.linalg.norm(wanted))
    return np.reshape(errors, (5, 3)), np.reshape(cosines, (5, 3))


def test_the_direction_solves_with_the_damped_product_of_each_layer(float64):
    model, w, inputs = problem((3, 4, 3), n=20)
    _, g, _ = problem((3, 4, 3), n=20, seed=1)
    found, factors = jax.jit(lambda w, g: (kfac.direction()(model, w, inputs, g, 0.01), kfac.factors(w, inputs)))(w, g)
    assert jax.tree.structure(found) == jax.tree.structure(w)
    for (A, G), d, layer in zip(factors, found, g, strict=True):
        A, G = np.asarray(A), np.asarray(G)
        pi = np.sqrt(np.trace(A) / len(A) / (np.trace(G) / len(G)))
        damped = np.kron(A + pi * 0.1 * np.eye(len(A)), G + 0.1 / pi * np.eye(len(G)))
        np.testing.assert_allclose(flat(d), np.linalg.solve(damped, flat(layer)), rtol=1e-8)


def test_with_little_damping_and_a_single_layer_it_is_the_natural_direction_where_the_block_is_exact(float64):
    model, w, inputs = problem((6, 2), n=30)

    @jax.jit
    def directions(w):
        g = jax.grad(lambda w: losses.cross_entropy(model(w, inputs), jnp.arange(30) % 2))(w)
        return [way(model, w, inputs, g, 1e-10) for way in (kfac.direction(), fisher.natural_direction)]

    found, exact = directions(zeros_like(w))
    np.testing.assert_allclose(flat(found), flat(exact), rtol=1e-3, atol=1e-6)


def test_where_the_model_is_sure_a_small_gradient_is_not_lost_on_its_way():
    model, w, inputs = problem((3, 2), 4)
    sure = [models.Layer(w[0].weight, w[0].bias + jnp.array([0.0, 1000.0]))]  # G = 0
    gradient = jax.tree.map(lambda a: jnp.full_like(a, 1e-24), sure)
    found = flat(kfac.direction()(model, sure, inputs, gradient, 0.01)) / 1e-24
    np.testing.assert_allclose(found, 100, rtol=1e-3)


def test_the_factors_have_a_slope_where_a_class_is_impossible(float64):
    _, (layer,), inputs = problem((3, 2), 4)
    sure = lambda shift: [models.Layer(layer.weight, layer.bias - jnp.array([0.0, shift]))]
    slope = jax.jit(jax.grad(lambda shift: jnp.trace(kfac.factors(sure(shift), inputs)[0].G)))
    assert slope(800.0) == 0 and abs(slope(1.0)) > 0.01


def test_its_memory_is_a_small_part_of_what_the_matrix_or_its_rows_would_need():
    """For 85,002 parameters F has 29 GB, and its rows have 0.9 GB."""
    model, w, inputs = problem((64, 256, 256, 10), n=300)
    compiled = jax.jit(partial(kfac.direction(), model)).lower(w, inputs, w, 1e-2).compile()
    assert compiled.memory_analysis().temp_size_in_bytes < 50e6  # measured 7.6 MB


def test_the_natural_gradient_takes_it_as_its_direction(digits):
    inputs, labels = (each[0] for each in digits)
    loss = lambda w: losses.cross_entropy(DIGITS.apply(w, inputs), labels)
    optimizer = optimizers.natural_gradient(0.3, DIGITS.apply, inputs, 0.01, direction=kfac.direction())
    path = np.asarray(jax.jit(lambda key: run(optimizer, loss, DIGITS.init(key), 60).loss)(jax.random.key(0)))
    assert path[-1] < 0.1 * path[0]


def test_other_models_are_refused_by_name():
    model, w, inputs = problem((3, 4, 3), n=5, activation=jax.nn.relu)
    traced = lambda way: jax.eval_shape(lambda w: way(model, w, inputs, w, 0.1), w)
    with pytest.raises(ValueError, match=r"no models.mlp with this activation: write direction\(activation\)"):
        traced(kfac.direction())
    traced(kfac.direction(jax.nn.relu))
    filters = jax.jit(models.cnn((1, 4), 2).init)(jax.random.key(0))
    with pytest.raises(
        ValueError, match=r"w, a list of shapes .*\(3, 3, 1, 4\).* is not the layers of a models.mlp: use fisher"
    ):
        kfac.factors(filters, jnp.asarray(np.ones((2, 5))))
    with pytest.raises(ValueError, match=r"w, a dict of shapes \{'a': \(3,\)\}, is not the layers"):
        kfac.direction()(model, {"a": jnp.ones(3)}, inputs, w, 0.1)
    for other in (models.cnn((1, 4), 3).apply, lambda w, x: x):  # takes no rows, and gives other outputs
        with pytest.raises(ValueError, match=r"the model is no models.mlp with this activation"):
            jax.eval_shape(lambda w: kfac.direction()(other, w, inputs, w, 0.1), w)  # noqa: B023


@pytest.mark.parametrize("wrong", [-1.0, float("nan"), float("inf")])
def test_a_damping_that_is_negative_or_not_finite_is_named(wrong):
    model, w, inputs = problem((3, 3), n=5)
    with pytest.raises(ValueError, match=f"damping = {wrong}: give a finite number >= 0"):
        kfac.direction()(model, w, inputs, w, wrong)
