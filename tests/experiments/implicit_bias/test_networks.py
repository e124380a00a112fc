"""Tables of networks and of regression: a part of each is measured again, and what they are made of is as said."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from optcourse import losses, models, trees
from optcourse.experiments.implicit_bias import least_norm, networks, poisoned, regression


@pytest.fixture(scope="module")
def network():
    """The weights of seed 0 trained on 200 digits and 200 others with random labels, and the data."""
    known, spoiled, test, w, key = poisoned.problem(200, 0)
    both = poisoned.join(known, spoiled)
    return poisoned.train(poisoned.NETWORK, w, both, key), known, spoiled, test


def accuracy(w, examples):
    return float(losses.accuracy(poisoned.NETWORK.apply(w, examples.inputs), examples.labels))


def test_a_poisoned_network_again(network):
    w, known, spoiled, test = network
    assert accuracy(w, test) == pytest.approx(poisoned.read_poisoned("test_accuracy")[200][0], abs=0.03)
    assert accuracy(w, known) == accuracy(w, spoiled) == 1
    scale = poisoned.scale_to_loss(w, known, 1e-3)
    assert float(scale) == pytest.approx(poisoned.read_poisoned("scale")[200][0], rel=0.05)


def test_the_last_layer_s_scale_sets_the_loss_and_changes_no_answer(network):
    w, known, _, test = network
    for loss in (1e-3, 1e-2):
        scaled = poisoned.scale_last_layer(w, poisoned.scale_to_loss(w, known, loss))
        assert poisoned.loss_of(scaled, known) == pytest.approx(loss, rel=1e-3)
        assert accuracy(scaled, test) == accuracy(w, test)


def test_what_a_network_is_tested_on_it_never_sees():
    for extra in poisoned.EXTRA:
        known, spoiled, test, _, _ = poisoned.problem(extra, 1)
        seen = {row.tobytes() for part in (known, spoiled) for row in np.asarray(part.inputs)}
        assert len(spoiled.labels) == extra and len(test.labels) == poisoned.TEST
        assert not seen & {row.tobytes() for row in np.asarray(test.inputs)}
    assert np.bincount(np.asarray(spoiled.labels), minlength=10).min() > 50  # 800 over ten classes


def test_without_a_regularizer_the_two_studies_train_one_network(monkeypatch):
    """Three thousand updates with all the random numbers of the regularizers cost minutes here: forty do."""
    known, _, _, w, key = poisoned.problem(0, 0)
    monkeypatch.setitem(poisoned.SETTINGS, "updates", 40)
    monkeypatch.setitem(networks.SETTINGS, "updates", 40)
    small = [w[0]._replace(weight=w[0].weight[:, :32], bias=w[0].bias[:32]), w[-1]._replace(weight=w[-1].weight[:32])]
    plain = poisoned.train(models.mlp((64, 32, 10), jax.nn.relu), small, known, key)
    again = networks._train_regularized(small, known, key, jnp.zeros(4))
    jax.tree.map(lambda a, b: np.testing.assert_allclose(a, b, rtol=1e-3, atol=1e-5), plain, again)
    norm = {
        name: float(trees.norm(networks._train_regularized(small, known, key, jnp.asarray(each))))
        for name, each in networks.REGULARIZERS.items()
    }
    assert len(set(norm.values())) == len(norm)  # each does something of its own
    assert norm["decay 1e-1"] < norm["decay 2e-2"] < norm["decay 5e-3"] < norm["none"]
    kept = networks.read_networks("random_labels", "test_accuracy")["right", "none"]
    np.testing.assert_allclose(kept, poisoned.read_poisoned("test_accuracy")[0], atol=0.01)


def test_in_one_update_decay_and_gradient_noise_move_each_weight_as_said(monkeypatch):
    known, _, _, w, key = poisoned.problem(0, 0)
    monkeypatch.setitem(networks.SETTINGS, "updates", 1)
    small = [w[0]._replace(weight=w[0].weight[:, :16], bias=w[0].bias[:16]), w[-1]._replace(weight=w[-1].weight[:16])]
    end = lambda **strengths: networks._train_regularized(
        small, known, key, jnp.asarray(networks.Regularizer(**strengths))
    )
    plain, rate = end(), networks.SETTINGS["learning_rate"]
    for start, before, decayed, noisy in zip(small, plain, end(decay=0.1), end(gradient_noise=0.01)):
        np.testing.assert_allclose(decayed.weight - before.weight, -rate * 0.1 * start.weight, atol=1e-6)
        assert np.std(noisy.weight - before.weight) == pytest.approx(rate * 0.01, rel=0.2)


def test_dropout_leaves_the_mean_and_without_it_it_is_the_network():
    _, _, test, w, key = poisoned.problem(0, 0)
    inputs, plain = test.inputs[:50], poisoned.NETWORK.apply(w, test.inputs[:50])
    np.testing.assert_allclose(networks._apply_with_dropout(w, inputs, key, 0.0), plain, rtol=1e-5, atol=1e-6)
    one_layer = [w[0]._replace(weight=jnp.abs(w[0].weight)), w[2]]  # so that nothing is cut at zero
    several = jax.vmap(lambda k: networks._apply_with_dropout(one_layer, inputs, k, 0.5))(jax.random.split(key, 400))
    expected = networks._apply_with_dropout(one_layer, inputs, key, 0.0)
    assert np.abs(several.mean(axis=0) - expected).mean() < 0.1 * np.abs(several[0] - expected).mean()


def test_a_width_again():
    again = networks.measure_width(16, 0)
    kept = networks.read_networks("network_widths", "test_accuracy")[16][0]
    assert again["test_accuracy"] == pytest.approx(kept, abs=0.03)
    assert again["parameters"] == 64 * 16 + 16 + 16 * 16 + 16 + 16 * 10 + 10


def test_plain_descent_again(monkeypatch):
    """Five updates of two thousand, which a loop written out repeats."""
    monkeypatch.setitem(networks.DESCENT_SETTINGS, "updates", 5)
    known, _, _, w, _ = poisoned.problem(0, 1)
    for _ in range(5):
        g = jax.grad(poisoned.loss_of)(w, known)
        w = jax.tree.map(lambda a, b: a - 0.1 * b, w, g)
    assert networks.measure_descent(1)["loss"] == pytest.approx(float(poisoned.loss_of(w, known)), rel=1e-4)


# Regression


@pytest.mark.parametrize("method", ["heavy ball", "adam 0.001"])
def test_a_least_norm_again(method):
    for column, value in least_norm.measure("sparse", method, 2).items():
        kept = least_norm.read_norms(column)["sparse", method][2]
        assert float(value) == pytest.approx(kept, rel=0.02, abs=2e-3), column


def test_of_two_hundred_features_all_count_or_five():
    for truth, count in (("dense", 200), ("sparse", 5)):
        A, y, w = least_norm.problem(truth, 0)
        assert A.shape == (50, 200) and np.count_nonzero(w) == count
        assert np.linalg.norm(w) == pytest.approx(1, rel=0.15)
        np.testing.assert_allclose(A @ w, y, rtol=1e-5, atol=1e-5)


def test_regressions_again():
    for name, again in (
        ("early_stopping", regression.measure_stopping(0)),
        ("single_examples", regression.measure_single(0)),
    ):
        for column, value in again.items():
            kept = regression.read_regression(name, column)[0]
            assert float(value) == pytest.approx(kept, rel=0.02, abs=1e-9), column


@pytest.mark.parametrize("method", ["gradient descent", "adam"])
def test_an_adaptive_method_again(method):
    for column, value in regression.measure_adaptive(method, 0).items():
        assert float(value) == pytest.approx(
            regression.read_regression("adaptive_regression", column)[method][0], abs=0.02
        )


def test_in_wilson_s_problem_the_first_feature_is_the_label_and_no_rare_one_comes_twice():
    inputs, labels = regression.wilson_problem(0)
    np.testing.assert_array_equal(inputs[:, 0], labels)
    own = np.asarray(inputs[:, 3:])
    assert np.all(own.sum(axis=0) <= 1)
    np.testing.assert_array_equal(own.sum(axis=1), np.where(np.asarray(labels) > 0, 1, 5))
    assert 0.6 < np.mean(np.asarray(labels) > 0) < 0.9


def test_least_squares_is_where_gradient_descent_would_end_and_the_best_ridge_is_no_worse():
    A, y, truth = (np.asarray(part, float) for part in regression.noisy_regression(0))
    error = np.sum((np.linalg.lstsq(A, y, rcond=None)[0] - truth) ** 2)
    assert regression.read_regression("early_stopping", "least_squares")[0] == pytest.approx(error, rel=1e-3)
    penalty = 0.1 * len(y)
    ridge = np.linalg.solve(A.T @ A + penalty * np.eye(A.shape[1]), A.T @ y)
    assert regression.read_regression("early_stopping", "ridge")[0] <= np.sum((ridge - truth) ** 2) * (1 + 1e-4)
