"""The search for critical points, the saddles known without one, and the kept points: each against something exact."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from optcourse import landscapes, losses, models, trees
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
    problem = digits.digits_problem("mse")
    found = digits.find_critical_point(problem.loss, problem.w, steps=2)
    assert jax.tree.structure(found) == jax.tree.structure(problem.w)
    assert trees.size(found) == 124


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
        measured = digits.measure(lambda w: spectrum @ w**2 / 2, jnp.zeros(6))
    assert (measured["negative"], measured["zero"], measured["positive"]) == (2, 1, 3)
    assert (measured["clearly_negative"], measured["nearly_zero"]) == (1, 4)
    assert measured["ratio"] == 0.5 and measured["gradient_norm"] == 0
    np.testing.assert_allclose([measured["lowest"], measured["highest"]], [-1, 4])


def constant_prediction(loss_name, seed):
    """Zero weights, and biases that give every input the same best prediction: exactly critical.

    It is the frequencies of the classes (mse), or their logarithms (cross-entropy).
    """
    problem = digits.digits_problem(loss_name, seed)
    frequencies = jnp.mean(losses.one_hot(digits.digits_examples(seed).labels, digits.CLASSES), axis=0)
    hidden, output = jax.tree.map(jnp.zeros_like, problem.w)
    prediction = jnp.log(frequencies) if loss_name == "cross_entropy" else frequencies
    return problem._replace(w=[hidden, output._replace(bias=prediction)])


def add_dead_neurons(w, count):
    """The same network with `count` more hidden neurons whose weights are all zero: same outputs, ‖g‖ unchanged.

    Each brings the block [[0, C], [Cᵀ, 0]] to the Hessian, C the mean of residual times input, and with it one
    negative eigenvalue for each singular value of C: at a critical point with mistakes left, 8 for 8 inputs.
    """
    hidden, output = w
    wider = models.Layer(jnp.pad(hidden.weight, ((0, 0), (0, count))), jnp.pad(hidden.bias, (0, count)))
    return [wider, output._replace(weight=jnp.pad(output.weight, ((0, count), (0, 0))))]


@pytest.mark.parametrize("loss_name", digits.LOSSES)
@pytest.mark.parametrize("seed", range(5))
def test_the_best_constant_answer_is_an_exact_saddle_with_eight_negative_eigenvalues_a_neuron(float64, loss_name, seed):
    problem = constant_prediction(loss_name, seed)
    measured = digits.measure(problem.loss, problem.w)
    assert measured["gradient_norm"] < 1e-14  # measured: below 2e-16
    assert measured["negative"] == measured["clearly_negative"] == 6 * 8
    assert measured["positive"] == 6 * 8 + (9 if loss_name == "cross_entropy" else 10)


@pytest.mark.parametrize("loss_name, height", KEPT)
def test_a_dead_neuron_changes_no_output_and_adds_pairs_of_eigenvalues_of_both_signs(float64, loss_name, height):
    problem = digits.saddle_of_digits(loss_name, height)
    wider = add_dead_neurons(problem.w, 2)
    before, after = digits.measure(problem.loss, problem.w), digits.measure(problem.loss, wider)
    np.testing.assert_allclose(after["loss"], before["loss"], rtol=1e-14)
    assert after["gradient_norm"] == pytest.approx(before["gradient_norm"], rel=1e-9)
    # 8 a neuron at a critical point; where ‖g‖ is merely small, the bias is a ninth input with a small residual
    assert after["negative"] - before["negative"] in (16, 18)
    assert after["positive"] - before["positive"] == after["negative"] - before["negative"]


def test_a_minimum_of_a_network_is_a_saddle_of_a_larger_one(float64):
    problem = digits.saddle_of_digits("mse", "low")
    small = digits.measure(problem.loss, problem.w)
    large = digits.measure(problem.loss, add_dead_neurons(problem.w, 1))
    assert small["clearly_negative"] == 0 and small["lowest"] > -1e-5  # measured: -1.5e-6, the highest being 8.9
    assert large["clearly_negative"] >= 7 and large["lowest"] < -0.02  # measured: 7 and -0.30


@pytest.mark.parametrize("loss_name, height", KEPT)
def test_the_kept_points_are_the_ones_of_the_table(float64, loss_name, height):
    (job,) = [job for job in digits.SAVED_POINTS if (job["loss_name"], job["height"]) == (loss_name, height)]
    searched = {part: job[part] for part in ("loss_name", "seed", "trained")}
    columns = table.read("minimum_ratio").where(**searched).columns
    problem = digits.saddle_of_digits(loss_name, height)
    measured = digits.measure(problem.loss, problem.w)
    assert measured["gradient_norm"] < digits.NEAR_CRITICAL
    assert measured["loss"] == pytest.approx(columns["loss"].item(), rel=1e-5)
    for count in ("clearly_negative", "nearly_zero"):
        assert measured[count] == columns[count].item()


def test_the_kept_points_survive_single_precision():
    problem = digits.saddle_of_digits()
    measured = digits.measure(problem.loss, problem.w)
    assert measured["gradient_norm"] < digits.NEAR_CRITICAL
    assert measured["clearly_negative"] == 19


def test_a_point_that_was_not_kept_is_refused_by_name():
    with pytest.raises(
        ValueError, match=r"no row has loss_name = 'mse', height = 'highest': choose from .*'high', 'middle', 'low'"
    ):
        digits.saddle_of_digits("mse", "highest")
    with pytest.raises(ValueError, match="loss 'hinge': choose 'cross_entropy' or 'mse'"):
        digits.digits_problem("hinge").loss([])


def test_a_training_longer_than_it_is_is_refused():
    with pytest.raises(ValueError, match=r"trained = 999999: the training takes \d+ steps, choose 0 to \d+"):
        digits.near_critical_point("mse", 0, 999_999)


def test_the_shift_directions_of_softmax_are_exact_zeros_of_the_hessian_wherever_one_stands(float64):
    for seed in range(5):
        problem = digits.digits_problem("cross_entropy", seed)
        w = trees.normal_like(jax.random.key(seed), problem.w)
        largest = np.max(np.abs(np.linalg.eigvalsh(hessian(problem.loss, w))))
        for v in shifts(w):
            assert trees.norm(hessian_vector(problem.loss, w, v)) < 1e-13 * largest


def shifts(w):
    """7 directions that add one number to all ten outputs: through each hidden neuron, and through the bias."""
    zero = trees.zeros_like(w)
    hidden, output = zero
    through_weights = [output._replace(weight=output.weight.at[i].set(1.0)) for i in range(digits.HIDDEN)]
    return [[hidden, layer] for layer in (*through_weights, output._replace(bias=output.bias + 1))]
