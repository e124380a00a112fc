"""The claims of lesson 06 about digits: steps and their price, and the Fisher matrix beside the Hessian."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from optcourse import fisher
from optcourse.experiments import table
from optcourse.experiments.adaptive_learning_rates import second_moments
from optcourse.experiments.natural_gradient import network, softmax
from optcourse.experiments.run import first_below, run
from optcourse.optimizers import natural_gradient

RACE = table.read("softmax_costs").columns
NETWORK_RACE = table.read("network_race").columns


def of_network(method, column):
    return NETWORK_RACE[column][NETWORK_RACE["method"] == method]


@jax.jit
def hessian(w, examples, ridge):
    """The full Hessian of softmax regression, (100, 100)."""
    return jax.hessian(softmax.loss)(w, examples, ridge).reshape(w.size, w.size)


@jax.jit
def moved(w, examples, damping):
    """One step of natural gradient at rate 1."""
    method = natural_gradient(1.0, softmax.model, examples.inputs, damping)
    return run(method, lambda w: softmax.loss(w, examples), w, 1).end


@pytest.fixture(scope="module")
def classifiers():
    """(digits, weights) for five seeds, away from the start and from the minimum."""
    with jax.enable_x64(True):
        problems = [softmax.digits_data(3, seed) for seed in range(5)]
        return [(e, jax.random.normal(jax.random.key(seed), (10, 10))) for seed, e in enumerate(problems)]


# N30: fewer steps, each dearer


@pytest.mark.claim("N30")
@pytest.mark.usefixtures("float64")
@pytest.mark.parametrize("seed", range(5))
def test_natural_gradient_arrives_after_two_steps_and_descent_at_its_best_rate_after_hundreds(seed):
    examples = softmax.digits_data(3, seed)
    target = softmax.least_loss(examples) + softmax.TOLERANCE
    natural = first_below(softmax.natural_losses(examples), target)
    descent = first_below(softmax.descent_losses(examples, RACE["rate"][seed], steps=300), target)
    assert (descent, natural) == (RACE["descent"][seed], RACE["natural"][seed])
    assert descent / natural > 60  # measured 122 to 126


@pytest.mark.claim("N30")
def test_from_100_to_650_parameters_it_takes_at_most_4_steps_and_each_costs_far_more():
    assert RACE["natural"].max() <= 4
    assert np.min(RACE["descent"] / RACE["natural"]) > 50  # measured 68 to 155
    for way, least in (("conjugate_gradients", 15), ("closed_form", 30)):
        price = (RACE[f"{way}_ms"] / RACE["natural"]) / (RACE["gradient_descent_ms"] / RACE["descent"])
        assert price.min() > least  # measured 29 to 110, and 53 to 283


@pytest.mark.claim("N30")
def test_in_a_network_it_needs_fewer_steps_than_adam_and_descent_and_more_time_than_adam():
    steps = {method: of_network(method, "steps") for method in network.TUNING_GRIDS}
    assert np.min(steps["gradient descent"] / steps["levenberg marquardt"]) > 20  # measured 45 to 105
    assert np.min(steps["adam"] / steps["levenberg marquardt"]) > 2  # measured 4.3 to 6.6
    dearer = of_network("levenberg marquardt", "ms") / of_network("adam", "ms")
    assert dearer.min() > 5  # measured 13 to 19


# N25: worth its price?


@pytest.mark.claim("N25", "holds if")
def test_by_processor_time_natural_gradient_wins_with_100_parameters_and_loses_with_650():
    for way in softmax.DIRECTIONS:
        ratios = softmax.read_time_ratios(way)
        assert ratios[0].max() < 0.8  # measured 0.23 to 0.29, and 0.43 to 0.61
        assert ratios[-1].min() > 1.0  # measured 1.11 to 1.63, and 3.0 to 4.1; medians between them do not only rise


@pytest.mark.claim("N25", "holds if")
def test_where_it_crosses_depends_on_how_the_direction_is_solved():
    crossed = {way: np.median(softmax.read_time_ratios(way), axis=1) > 1 for way in softmax.DIRECTIONS}
    sizes = {way: softmax.parameter_count(softmax.SIDES[int(np.argmax(over))]) for way, over in crossed.items()}
    assert sizes == {"conjugate gradients": 650, "closed form": 260}


@pytest.mark.claim("N25", "holds if")
def test_in_a_network_of_442_weights_adam_takes_a_tenth_of_the_time():
    assert np.all(of_network("levenberg marquardt", "ms") > 5 * of_network("adam", "ms"))


# N6: units


def compare_rescaled_features(seed, log_scale_range, target):
    """(steps of gradient descent at its best rate to the target, losses of natural gradient), with no ridge.

    The loss is the same function, of coordinates in other units.
    """
    with jax.enable_x64(True):
        examples = softmax.digits_data(4, seed, log_scale_range)
        _, steps = softmax.best_rate(examples, target, ridge=0.0)
        options = {"damping": 1e-10, "ridge": 0.0, "steps": 5, "direction": fisher.dense_direction}
        return steps, np.asarray(softmax.natural_losses(examples, **options))


@pytest.mark.claim("N6")
@pytest.mark.parametrize("seed", range(5))
def test_other_units_cost_descent_twice_the_steps_or_more_and_natural_gradient_none(seed):
    steps, path = compare_rescaled_features(seed, 0.0, 0.9)
    more, same = compare_rescaled_features(seed, 1.0, 0.9)
    assert more > 2 * steps  # measured 2.7 to 28 times: 38 to 48 steps, then 103 to 1348
    np.testing.assert_allclose(same, path, atol=1e-4)  # measured 1e-5


# N26, N31: curvature


@pytest.mark.claim("N26", "holds if")
@pytest.mark.claim("N31", "holds if")
@pytest.mark.usefixtures("float64")
def test_in_softmax_regression_the_fisher_matrix_is_the_hessian(classifiers):
    for examples, w in classifiers:
        H = hessian(w, examples, 0.0)
        F = fisher.exact(softmax.model, w, examples.inputs)
        assert np.linalg.norm(H - F) < 1e-12 * np.linalg.norm(F)  # measured 1e-15
        other = fisher.empirical(softmax.model, w, examples.inputs, examples.labels)
        assert np.linalg.norm(H - other) > 0.2 * np.linalg.norm(F)


@pytest.mark.claim("N31", "holds if")
@pytest.mark.usefixtures("float64")
def test_with_the_ridge_as_damping_natural_gradient_is_newtons_method(classifiers):
    for examples, w in classifiers:
        g = np.asarray(jax.grad(softmax.loss)(w, examples)).ravel()
        newton = w - np.linalg.solve(hessian(w, examples, softmax.RIDGE), g).reshape(w.shape)
        np.testing.assert_allclose(moved(w, examples, softmax.RIDGE), newton, rtol=1e-6)


@pytest.mark.claim("N31", "holds if")
def test_in_a_network_they_differ_at_the_start_and_less_once_it_has_learned():
    apart = network.read_column("apart")
    assert apart[0].min() > 0.6  # measured 0.82 to 1.25
    assert apart[-1].max() < 0.3  # measured 0.17 to 0.21
    assert np.all(np.diff(apart, axis=0) < 0)


@pytest.mark.claim("N31", "holds if")
def test_the_hessian_of_a_network_has_negative_eigenvalues_and_the_fisher_matrix_none():
    lowest = network.read_column("lowest_of_hessian")
    assert lowest[0].max() < -0.15  # measured -0.37 to -0.23
    assert np.all((lowest[-1] > -0.01) & (lowest[-1] < 0))  # measured -0.0012 to -0.0008
    assert network.read_column("lowest_of_fisher").min() > -1e-7  # rounding: measured -8e-9


# N33: the likelihood and the loss


@pytest.mark.claim("N26", "holds if")
@pytest.mark.claim("N33", "holds if")
def test_weights_that_change_the_likelihood_most_change_the_loss_most_once_it_has_learned():
    ranks = network.read_column("fisher_and_hessian")
    assert np.all((ranks[0] > 0.4) & (ranks[0] < 0.75))  # measured 0.49 to 0.66
    assert ranks[network.CHECKPOINTS.index(300)].min() > 0.95  # measured 0.987 to 0.992
    assert ranks[-1].min() > 0.98  # measured 0.995 to 0.996


# N29: curvature and noise


@pytest.mark.claim("N29", "holds if")
def test_gradients_of_single_examples_vary_most_where_the_loss_curves_most_after_a_few_steps():
    ranks = network.read_column("moment_and_hessian")
    assert np.all((ranks[0] > 0.35) & (ranks[0] < 0.7))  # measured 0.44 to 0.61
    assert ranks[network.CHECKPOINTS.index(30)].min() > 0.85  # measured 0.91 to 0.94
    assert ranks[-1].min() > 0.95  # measured 0.988 to 0.991


def noise_curvature_correlation(power, seed=0, n=20_000):
    """Rank correlation of the variance of g and the curvature, for ten weights with one input each.

    Each example has one feature j, of size x = 1.3^j, and the label's noise has the deviation x^power. At the true
    weights the curvature of weight j is E x², and the variance of its gradient E x^(2 + 2 power).
    """
    feature_key, noise_key = jax.random.split(jax.random.key(seed))
    j = jax.random.randint(feature_key, (n,), 0, 10)
    size = 1.3 ** jnp.arange(10)
    inputs = jnp.eye(10)[j] * size[j][:, None]
    noise = size[j] ** power * jax.random.normal(noise_key, (n,))
    one = lambda w, x, y: (x @ w - y) ** 2 / 2
    w = jnp.zeros(10)
    g = jax.vmap(jax.grad(one), in_axes=(None, 0, 0))(w, inputs, noise)
    H = jax.hessian(lambda w: jnp.mean(jax.vmap(one, in_axes=(None, 0, 0))(w, inputs, noise)))(w)
    return second_moments.rank_correlation(jnp.var(g, axis=0), jnp.diag(H))


@pytest.mark.parametrize("power", [0.0, -2.0])
def test_the_noise_of_a_line_has_the_variance_that_it_is_said_to_have(power):
    assert noise_curvature_correlation(power) == pytest.approx(1.0 if power == 0 else -1.0)


@pytest.mark.claim("N29", "holds if")
@pytest.mark.parametrize("seed", range(5))
def test_noise_that_shrinks_where_inputs_are_large_turns_the_order_around(seed):
    assert noise_curvature_correlation(0.0, seed) > 0.9  # the same noise everywhere: measured 1.00
    assert noise_curvature_correlation(-2.0, seed) < -0.9  # measured -1.00


# N32: larger entry, smaller step


@pytest.mark.claim("N32", "holds if")
@pytest.mark.usefixtures("float64")
def test_with_a_diagonal_fisher_matrix_the_larger_entry_has_the_smaller_step(classifiers):
    for examples, w in classifiers:
        g = jax.grad(softmax.loss)(w, examples, 0.0)
        F = fisher.diagonal(softmax.model, w, examples.inputs)
        np.testing.assert_allclose(F.ravel(), np.diag(fisher.exact(softmax.model, w, examples.inputs)), rtol=1e-9)
        method = natural_gradient(0.1, softmax.model, examples.inputs, 0.0, diagonal_direction)
        end = method.step(lambda w, e=examples: softmax.loss(w, e, 0.0), w, method.init(w))[0]
        share = np.abs(np.asarray((end - w) / g)).ravel()
        np.testing.assert_allclose(share * np.asarray(F).ravel(), 0.1, rtol=1e-6)
        assert np.all(np.diff(share[np.argsort(np.asarray(F).ravel())]) < 0)


def diagonal_direction(model, w, inputs, g, damping):
    return g / (fisher.diagonal(model, w, inputs) + damping)


@pytest.mark.claim("N32", "holds if")
def test_with_the_whole_matrix_a_larger_entry_may_have_the_larger_step():
    F, g = np.array([[1.0, 0.9], [0.9, 2.0]]), np.array([1.0, 2.0])
    share = np.linalg.solve(F, g) / g
    assert share[1] > 2 * share[0] > 0  # measured 0.46 and 0.17
