"""The search for critical points, the saddles known without one, and the kept points: each against something exact."""

from functools import cache, partial

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from optcourse import landscapes, models, trees
from optcourse.curvature import hessian, hessian_vector
from optcourse.experiments import table
from optcourse.experiments.critical_points import digits

KEPT = [(job["loss_name"], job["height"]) for job in digits.SAVED_POINTS]


def test_the_search_walks_to_a_critical_point_of_any_kind_uphill_too(float64):
    landscape = landscapes.himmelblau
    for known in landscape.critical_points:
        found = digits.find_critical_point(landscape.loss, known.w + np.array([0.05, -0.03]), steps=100)
        np.testing.assert_allclose(found, known.w, atol=1e-8)


def test_the_search_never_ends_with_a_larger_gradient_than_it_began_with(float64):
    loss = landscapes.beale.loss
    for w in np.random.default_rng(0).normal(size=(5, 2)) * 3:
        found = digits.find_critical_point(loss, jnp.asarray(w), steps=20)
        assert trees.norm(jax.grad(loss)(found)) <= trees.norm(jax.grad(loss)(w))


def test_a_network_is_searched_as_the_tree_it_is(float64):
    layers = [models.Layer(jnp.zeros((2, 1)), jnp.ones(1)), models.Layer(jnp.ones((1, 1)), jnp.zeros(1))]
    bowl = lambda w: sum(jnp.sum((leaf - 0.5) ** 2) for leaf in jax.tree.leaves(w))
    found = digits.find_critical_point(bowl, layers, steps=20)
    assert jax.tree.structure(found) == jax.tree.structure(layers)
    np.testing.assert_allclose(jnp.concatenate([leaf.ravel() for leaf in jax.tree.leaves(found)]), 0.5, atol=1e-9)
    assert trees.size(digits.digits_problem("mse").w) == 124


def test_the_digits_of_a_seed_are_the_same_in_both_precisions_and_differ_between_seeds():
    single, other = digits.digits_examples(0), digits.digits_examples(1)
    with jax.enable_x64(True):
        double = digits.digits_examples(0)
    np.testing.assert_array_equal(single.labels, double.labels)
    np.testing.assert_allclose(single.inputs, double.inputs, atol=1e-6)
    assert not np.array_equal(single.labels, other.labels)


def test_eigenvalues_are_counted_by_sign_and_by_size():
    spectrum = jnp.array([-1.0, -1e-6, 0.0, 1e-6, 1e-5, 4.0])
    with jax.enable_x64(True):
        measured = digits.critical_point_summary(lambda w: spectrum @ w**2 / 2, jnp.zeros(6))
    assert (measured["negative"], measured["zero"], measured["positive"]) == (2, 1, 3)
    assert (measured["clearly_negative"], measured["nearly_zero"]) == (1, 4)
    assert measured["ratio"] == 0.5 and measured["gradient_norm"] == 0
    np.testing.assert_allclose([measured["lowest"], measured["highest"]], [-1, 4])


@partial(jax.jit, static_argnames="loss_name")
def derivatives(loss_name, examples, w):
    """(loss, ‖g‖, Hessian), compiled once for all seeds and points of a loss."""
    loss = lambda w: digits.network_loss(loss_name, w, examples)
    value, gradient = jax.value_and_grad(loss)(w)
    return value, trees.norm(gradient), hessian(loss, w)


examples_of = cache(digits.digits_examples)


def look_at(loss_name, seed, w):
    """What `digits.measure` counts at w, on the digits of a seed."""
    with jax.enable_x64(True):
        value, gradient_norm, H = derivatives(loss_name, examples_of(seed), w)
    eigenvalues = np.linalg.eigvalsh(H)
    relative = eigenvalues / np.max(np.abs(eigenvalues))
    return {
        "loss": float(value),
        "gradient_norm": float(gradient_norm),
        "negative": np.sum(relative < -digits.ZERO_TOLERANCE),
        "positive": np.sum(relative > digits.ZERO_TOLERANCE),
        "clearly_negative": np.sum(relative < -digits.FLOAT32_ZERO_TOLERANCE),
        "nearly_zero": np.sum(np.abs(relative) <= digits.FLOAT32_ZERO_TOLERANCE),
        "lowest": eigenvalues[0],
    }


@cache
def kept_point(loss_name, height):
    """(seed, w, what is seen there) of a kept point."""
    (seed,) = {job["seed"] for job in digits.SAVED_POINTS if (job["loss_name"], job["height"]) == (loss_name, height)}
    w = digits.saved_critical_point(loss_name, height).w
    return seed, w, look_at(loss_name, seed, w)


def constant_prediction(loss_name, seed):
    """Zero weights, and biases that give every input the same best prediction: exactly critical.

    It is the frequencies of the classes (mse), or their logarithms (cross-entropy).
    """
    labels = np.asarray(examples_of(seed).labels)
    frequencies = np.bincount(labels, minlength=digits.CLASSES) / len(labels)
    hidden, output = models.Layer(np.zeros((8, 6)), np.zeros(6)), models.Layer(np.zeros((6, 10)), np.zeros(10))
    prediction = np.log(frequencies) if loss_name == "cross_entropy" else frequencies
    return [hidden, output._replace(bias=prediction)]


def add_dead_neurons(w, count):
    """The same network with `count` more hidden neurons whose weights are all zero: same outputs, ‖g‖ unchanged.

    Each brings the block [[0, C], [Cᵀ, 0]] to the Hessian, C the mean of residual times input, and with it one
    negative eigenvalue for each singular value of C: at a critical point with mistakes left, 8 for 8 inputs.
    """
    hidden, output = w
    wider = models.Layer(np.pad(hidden.weight, ((0, 0), (0, count))), np.pad(hidden.bias, (0, count)))
    return [wider, output._replace(weight=np.pad(output.weight, ((0, count), (0, 0))))]


@pytest.mark.parametrize("loss_name", digits.LOSSES)
@pytest.mark.parametrize("seed", range(5))
def test_the_best_constant_answer_is_an_exact_saddle_with_eight_negative_eigenvalues_a_neuron(float64, loss_name, seed):
    seen = look_at(loss_name, seed, constant_prediction(loss_name, seed))
    assert seen["gradient_norm"] < 1e-14  # measured: below 2e-16
    assert seen["negative"] == seen["clearly_negative"] == 6 * 8
    assert seen["positive"] == 6 * 8 + (9 if loss_name == "cross_entropy" else 10)


@pytest.mark.parametrize("loss_name, height", KEPT)
def test_a_dead_neuron_changes_no_output_and_adds_pairs_of_eigenvalues_of_both_signs(float64, loss_name, height):
    seed, w, before = kept_point(loss_name, height)
    after = look_at(loss_name, seed, add_dead_neurons(w, 2))
    np.testing.assert_allclose(after["loss"], before["loss"], rtol=1e-14)
    assert after["gradient_norm"] == pytest.approx(before["gradient_norm"], rel=1e-9)
    # 8 a neuron at a critical point; where ‖g‖ is merely small, the bias is a ninth input with a small residual
    assert after["negative"] - before["negative"] in (16, 18)
    assert after["positive"] - before["positive"] == after["negative"] - before["negative"]
    if (loss_name, height) == ("mse", "low"):  # a minimum of a network is a saddle of a larger one
        assert before["clearly_negative"] == 0 and before["lowest"] > -1e-5  # measured: -1.5e-6, the highest being 8.9
        assert after["clearly_negative"] >= 14 and after["lowest"] < -0.02  # measured: 14 and -0.30


@pytest.mark.parametrize("loss_name, height", KEPT)
def test_the_kept_points_are_the_ones_of_the_table(float64, loss_name, height):
    (job,) = [job for job in digits.SAVED_POINTS if (job["loss_name"], job["height"]) == (loss_name, height)]
    searched = {part: job[part] for part in ("loss_name", "seed", "trained")}
    columns = table.read("positive_fractions").where(**searched).columns
    _, _, seen = kept_point(loss_name, height)
    assert seen["gradient_norm"] < digits.GRADIENT_TOLERANCE
    assert seen["loss"] == pytest.approx(columns["loss"].item(), rel=1e-5)
    for count in ("clearly_negative", "nearly_zero"):
        assert seen[count] == columns[count].item()


def test_a_point_comes_with_the_loss_of_its_own_digits_and_is_measured_as_the_table_holds_it(float64):
    for loss_name in digits.LOSSES:
        problem = digits.saved_critical_point(loss_name, "high")
        _, w, seen = kept_point(loss_name, "high")
        if loss_name == "mse":
            measured = digits.critical_point_summary(problem.loss, w)
            for name, value in seen.items():
                assert measured[name] == pytest.approx(value, rel=1e-8, abs=1e-13), name
        else:
            assert float(problem.loss(w)) == pytest.approx(seen["loss"], rel=1e-12)


def test_the_kept_points_survive_single_precision():
    problem = digits.saved_critical_point()
    measured = digits.critical_point_summary(problem.loss, problem.w)
    assert measured["gradient_norm"] < digits.GRADIENT_TOLERANCE
    assert measured["clearly_negative"] == 19


def test_a_point_that_was_not_kept_is_refused_by_name():
    with pytest.raises(
        ValueError, match=r"no row has loss_name = 'mse', height = 'highest': choose from .*'high', 'middle', 'low'"
    ):
        digits.saved_critical_point("mse", "highest")
    with pytest.raises(ValueError, match="loss 'hinge': choose 'cross_entropy' or 'mse'"):
        digits.digits_problem("hinge").loss([])


def test_a_training_longer_than_it_is_is_refused():
    with pytest.raises(ValueError, match=r"trained = 999999: the training takes \d+ steps, choose 0 to \d+"):
        digits.near_critical_point("mse", 0, 999_999)


def test_the_shift_directions_of_softmax_are_exact_zeros_of_the_hessian_wherever_one_stands(float64):
    products = jax.jit(jax.vmap(lambda examples, w, v: hessian_vector(on_examples(examples), w, v), (None, None, 0)))
    for seed in range(5):
        w = trees.normal_like(jax.random.key(seed), digits.NETWORK.init(jax.random.key(0)))
        _, _, H = derivatives("cross_entropy", examples_of(seed), w)
        Hv = products(examples_of(seed), w, shifts(w))
        norms = np.sqrt(sum(np.sum(np.square(leaf), axis=tuple(range(1, leaf.ndim))) for leaf in jax.tree.leaves(Hv)))
        assert norms.shape == (7,) and np.all(norms < 1e-13 * np.max(np.abs(np.linalg.eigvalsh(H))))


def on_examples(examples):
    return lambda w: digits.network_loss("cross_entropy", w, examples)


def shifts(w):
    """7 directions that add one number to all ten outputs: through each hidden neuron, and through the bias."""
    hidden, output = jax.tree.map(lambda leaf: np.zeros((7, *leaf.shape)), w)
    for i in range(digits.HIDDEN):
        output.weight[i, i] = 1
    output.bias[6] = 1
    return [hidden, output]
