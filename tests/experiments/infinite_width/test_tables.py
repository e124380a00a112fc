"""The tables of infinite width: a part of each is measured again, and what a lesson will read from them holds."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from optcourse import models
from optcourse.experiments.infinite_width import lazy, limit, problems, rivals, rolled


def test_a_wave_is_on_a_sphere_and_differs_by_seed():
    problem, other = problems.wave(0), problems.wave(1)
    np.testing.assert_allclose(jnp.linalg.norm(problem.x, axis=1), 10**0.5, rtol=1e-5)
    assert problem.x.shape == (20, 10) and problem.others.shape == (100, 10)
    assert np.max(np.abs(problem.y)) <= 1 and np.std(problem.y) > 0.5
    assert not np.any(problem.x == other.x)


def test_the_stable_rate_and_the_loss_are_those_of_the_kernel_s_path():
    K = jnp.diag(jnp.array([4.0, 1.0]))
    assert float(problems.stable_rate(K)) == pytest.approx(0.25)
    loss = problems.squared_loss(lambda w, x: w * x, jnp.array([1.0, 2.0]), jnp.array([0.0, 1.0]))
    assert float(loss(1.0)) == 1.0
    assert float(jax.grad(loss)(1.0)) == 3.0  # Jᵀ (u - y), without a factor


# Width


def test_one_network_beside_its_kernel_again():
    again = limit.compare(1, 256, problems.wave(0))
    for name, value in again._asdict().items():
        assert float(value) == pytest.approx(limit.read_limit(name)[256][0], rel=0.02), name


def test_networks_approach_their_kernel_as_one_over_the_root_of_the_width():
    slopes = limit.read_slopes()
    for name in ("difference", "kernel_error", "weight_move"):
        assert -0.65 < slopes[name] < -0.4, name  # measured -0.50, -0.53, -0.51
    assert -0.9 < slopes["kernel_change"] < -0.6  # measured -0.74
    assert np.all(limit.read_limit("difference")[4096] < 0.06)  # measured 0.025 to 0.031
    assert np.all(limit.read_limit("kernel_change")[4096] < 0.01)  # measured 0.003 to 0.005
    assert -0.65 < limit.read_slopes(depth=2)["difference"] < -0.4  # measured -0.53


# Other kernels


def test_one_network_beside_three_kernels_again():
    again = rivals.compare(512, problems.wave(0))
    for name, value in again._asdict().items():
        if name != "train_misfit":  # rounding
            assert float(value) == pytest.approx(rivals.read_rivals(name)[512][0], rel=0.02), name


def test_all_layers_follow_the_tangent_kernel_and_the_last_alone_the_covariance():
    read = lambda name: rivals.read_rivals(name)[4096]
    assert np.all(read("all_nngp") / read("all_ntk") > 3)  # measured 5.2 to 8.8
    assert np.all(read("last_ntk") / read("last_nngp") > 2)  # measured 2.7 to 4.4
    assert np.all(read("all_input") / read("all_ntk") > 10)  # measured 20 to 36
    assert np.all(read("input_misfit") > 0.3)  # measured 0.44 to 0.62: its rank is 10, the targets are 20
    assert np.all(read("train_misfit") < 1e-5)


# Lazy and rich


def test_one_lazy_training_again():
    again = lazy.train(1.0, jax.random.key(0), steps=400)
    for name in ("test", "kernel_change", "kernel_test"):
        assert float(getattr(again, name)) == pytest.approx(lazy.read_lazy(name)[1.0][0], rel=0.02), name
    assert float(again.train) < 1e-6


def test_a_small_output_leaves_the_kernel_and_learns_more_than_a_large_one():
    test, change = lazy.read_lazy("test"), lazy.read_lazy("kernel_change")
    for small, large in zip(lazy.SCALES, lazy.SCALES[1:]):
        assert np.all(test[small] < test[large])
        assert np.all(change[small] > change[large])
    assert np.all(test[0.1] < 0.4 * test[10.0])  # measured 0.21 to 0.27 of it
    kernel = lazy.read_lazy("kernel_test")[10.0]
    np.testing.assert_allclose(test[10.0], kernel, rtol=0.01)  # measured 0.2 to 0.4 %
    assert all(np.all(train < 1e-9) for train in lazy.read_lazy("train").values())


# Rolled digits


def test_kernels_without_pooling_on_one_set_of_rolled_digits_again():
    train, test = rolled.images(3, 0)  # in float64 the same key draws other digits
    kept = lambda name: pytest.approx(rolled.read_rolled(name, 3)[0], abs=0.008)  # one digit of 140
    accuracy = lambda k, K, ridge: float(rolled.kernel_accuracy(k, K, train, test, ridge))
    with jax.enable_x64(True):
        x, others = (np.asarray(part.inputs, float) for part in (train, test))
        for name, (k, K) in rolled.image_kernels(x, others, 2, pooling=False).items():
            assert accuracy(k, K, rolled.RIDGES[0]) == kept(name), name
        for name, candidates in rolled.plain_kernels(x, others).items():
            assert max(accuracy(k, K, ridge) for k, K in candidates for ridge in rolled.RIDGES) == kept(name), name


def test_digits_are_rolled_and_none_is_in_both_parts():
    train, test = rolled.images(3, 0)
    plain, _ = rolled.images(0, 0)
    assert train.inputs.shape == (100, 8, 8, 1) and test.inputs.shape == (140, 8, 8, 1)
    np.testing.assert_array_equal(train.labels, plain.labels)
    total = lambda images: np.sort(np.reshape(images, (100, 64)), axis=1)
    np.testing.assert_array_equal(total(train.inputs), total(plain.inputs))
    moved = np.any(train.inputs != plain.inputs, axis=(1, 2, 3))
    assert 0.9 < np.mean(moved) <= 1  # 48 of 49 shifts move


def test_the_fast_network_is_that_of_the_package():
    network = models.cnn((1, 4, 3), 10)
    w = jax.tree.map(lambda leaf: leaf + 0.1, network.init(jax.random.key(0)))
    inputs = rolled.images(3, 0)[0].inputs[:5]
    np.testing.assert_allclose(rolled.network_outputs(w, inputs), network.apply(w, inputs), atol=1e-5)


def test_pooling_is_what_rolled_digits_need_and_digits_in_place_do_not():
    best_plain = np.maximum(rolled.read_rolled("rbf", 3), rolled.read_rolled("laplace", 3))
    pooled, flat = (rolled.read_rolled(f"cntk_{top}_2", 3) for top in ("pooled", "flat"))
    assert np.all(pooled > best_plain + 0.3)  # measured 0.41 to 0.46
    assert np.all(flat < best_plain)  # so it is not infinite width that helps
    in_place = rolled.read_rolled("cntk_pooled_2", 0) - rolled.read_rolled("rbf", 0)
    assert np.all(np.abs(in_place) < 0.05)  # measured -0.007 to 0.036


def test_training_all_layers_is_worth_little_there():
    gain = lambda shift: rolled.read_rolled("cntk_pooled_2", shift) - rolled.read_rolled("cnn_gp_pooled_2", shift)
    assert 0 <= np.mean(gain(3)) < 0.04  # measured 0.011, of -0.029 to 0.057
    assert -0.02 < np.mean(gain(0)) <= 0  # measured -0.006: where digits stay, none
