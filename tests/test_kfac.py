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
    """(network, w, inputs): weights that are not small, and random inputs."""
    keys = jax.random.split(jax.random.key(seed))
    network = models.mlp(sizes, activation, 1.5)
    return network, network.init(keys[0]), jax.random.normal(keys[1], (n, sizes[0]))


def parts(matrix, w):
    """The diagonal blocks of a matrix, one for each layer."""
    ends = np.cumsum([0, *(trees.size(layer) for layer in w)])
    return [np.asarray(matrix)[a:b, a:b] for a, b in pairwise(ends)]


def flat(tree):
    return np.asarray(trees.flatten(tree)[0])


@pytest.mark.parametrize("sizes", [(3, 4), (3, 4, 1), (3, 4, 5, 3)])
def test_for_a_single_input_every_block_is_that_of_the_fisher_matrix(sizes, float64):
    network, w, inputs = problem(sizes, n=1)
    for block, exact in zip(kfac.blocks(w, inputs), parts(fisher.exact(network.apply, w, inputs), w), strict=True):
        np.testing.assert_allclose(block, exact, atol=1e-12)


def test_where_every_prediction_is_the_same_the_block_of_a_linear_network_is_exact(float64):
    """With w = 0, p is uniform for every input: δ knows nothing of a."""
    network, w, inputs = problem((6, 4), n=30)
    w = trees.zeros_like(w)
    np.testing.assert_allclose(kfac.blocks(w, inputs)[0], fisher.exact(network.apply, w, inputs), atol=1e-12)


def test_the_factors_are_their_definition_one_input_and_one_class_after_the_other(float64):
    network, w, inputs = problem((3, 4, 3), n=5, activation=jnp.sin)

    def log_p(shift, x, z):
        moved = [w[0]._replace(bias=w[0].bias + shift), w[1]]
        return jax.nn.log_softmax(network.apply(moved, x[None])[0])[z]

    A, G = np.zeros((4, 4)), np.zeros((4, 4))
    for x in inputs:
        A += np.outer([*x, 1], [*x, 1]) / 5
        for z in range(3):
            delta = jax.grad(log_p)(jnp.zeros(4), x, z)
            G += np.exp(log_p(jnp.zeros(4), x, z)) * np.outer(delta, delta) / 5
    found = kfac.factors(w, inputs, jnp.sin)[0]
    np.testing.assert_allclose(found.A, A, atol=1e-12)
    np.testing.assert_allclose(found.G, G, atol=1e-12)


@pytest.mark.parametrize("seed", range(5))
def test_on_digits_the_blocks_are_near_the_exact_ones(seed):
    errors, cosines = on_digits(seed)
    # measured before training: errors 0.13 to 0.31, cosines 0.91 to 0.996
    assert np.all(errors < 0.45) and np.all(cosines > 0.85)


def on_digits(seed):
    """(relative errors of the blocks, cosines between K-FAC's direction and the exact block's), one for each layer."""
    network, examples = models.mlp((16, 12, 8, 10)), data.digits(200, jax.random.key(seed))
    inputs, w = data.pca(examples.inputs, 16), network.init(jax.random.key(seed))
    exact = parts(fisher.exact(network.apply, w, inputs), w)
    blocks = kfac.blocks(w, inputs)
    g = jax.grad(lambda w: losses.cross_entropy(network.apply(w, inputs), examples.labels))(w)
    step = kfac.direction()(network.apply, w, inputs, g, 1e-2)
    errors, cosines = [], []
    for block, true, layer, d in zip(blocks, exact, g, step):
        wanted = np.linalg.solve(true + 1e-2 * np.eye(len(true)), flat(layer))
        errors.append(np.linalg.norm(block - true) / np.linalg.norm(true))
        cosines.append(flat(d) @ wanted / np.linalg.norm(flat(d)) / np.linalg.norm(wanted))
    return np.array(errors), np.array(cosines)


def test_the_direction_solves_with_the_damped_product_of_each_layer(float64):
    network, w, inputs = problem((3, 4, 3), n=20)
    g = trees.normal_like(jax.random.key(1), w)
    found = kfac.direction()(network.apply, w, inputs, g, 0.01)
    assert jax.tree.structure(found) == jax.tree.structure(w)
    for (A, G), d, layer in zip(kfac.factors(w, inputs), found, g):
        A, G = np.asarray(A), np.asarray(G)
        pi = np.sqrt(np.trace(A) / len(A) / (np.trace(G) / len(G)))
        damped = np.kron(A + pi * 0.1 * np.eye(len(A)), G + 0.1 / pi * np.eye(len(G)))
        np.testing.assert_allclose(flat(d), np.linalg.solve(damped, flat(layer)), rtol=1e-8)


def test_with_little_damping_and_a_single_layer_it_is_the_natural_direction_where_the_block_is_exact(float64):
    network, w, inputs = problem((6, 2), n=30)
    w = trees.zeros_like(w)
    g = jax.grad(lambda w: losses.cross_entropy(network.apply(w, inputs), jnp.arange(30) % 2))(w)
    exact = fisher.natural_direction(network.apply, w, inputs, g, 1e-10)
    np.testing.assert_allclose(
        flat(kfac.direction()(network.apply, w, inputs, g, 1e-10)), flat(exact), rtol=1e-3, atol=1e-6
    )


def test_its_memory_is_a_small_part_of_what_the_matrix_or_its_rows_would_need():
    """For 85,002 parameters F has 29 GB, and its rows have 0.9 GB."""
    network, w, inputs = problem((64, 256, 256, 10), n=300)
    g = trees.zeros_like(w)
    compiled = jax.jit(partial(kfac.direction(), network.apply)).lower(w, inputs, g, 1e-2).compile()
    assert compiled.memory_analysis().temp_size_in_bytes < 50e6  # measured 7.6 MB


def test_the_natural_gradient_takes_it_as_its_direction():
    network, w, inputs = problem((8, 10, 10, 3), n=100)
    labels = jnp.argmax(inputs[:, :3] ** 2, axis=1)
    loss = lambda w: losses.cross_entropy(network.apply(w, inputs), labels)  # noqa: E731
    optimizer = optimizers.natural_gradient(0.3, network.apply, inputs, 0.01, direction=kfac.direction())
    path = np.asarray(jax.jit(lambda w: run(optimizer, loss, w, 60).loss)(w))
    assert path[-1] < 0.1 * path[0]


def test_other_models_are_refused_by_name():
    network, w, inputs = problem((3, 4, 2), n=5, activation=jax.nn.relu)
    with pytest.raises(ValueError, match=r"no models.mlp with this activation: write direction\(activation\)"):
        kfac.direction()(network.apply, w, inputs, w, 0.1)
    kfac.direction(jax.nn.relu)(network.apply, w, inputs, w, 0.1)
    convolutional = models.cnn((1, 4), 2)
    with pytest.raises(ValueError, match=r"not the layers of a models.mlp: use fisher.natural_direction"):
        kfac.factors(convolutional.init(jax.random.key(0)), jnp.ones((2, 5)))
