"""The tables of infinite width: a part of each is measured again; tests/claims/ reads what they say."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from optcourse import kernels, models
from optcourse.experiments import data
from optcourse.experiments.infinite_width import lazy, limit, moved, problems, rivals, rolled


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


# Other kernels


def test_one_network_beside_three_kernels_again():
    again = rivals.compare(512, problems.wave(0))
    for name, value in again._asdict().items():
        if name != "train_misfit":  # rounding
            assert float(value) == pytest.approx(rivals.read_rivals(name)[512][0], rel=0.02), name


# Lazy and rich


def test_one_lazy_training_again():
    again = lazy.train(1.0, jax.random.key(0), steps=400)
    for name in ("test", "kernel_change", "kernel_test"):
        assert float(getattr(again, name)) == pytest.approx(lazy.read_lazy(name)[1.0][0], rel=0.02), name
    assert float(again.train) < 1e-6


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


def test_a_row_of_another_depth_is_regression_with_its_two_kernels(monkeypatch):
    """On thirty digits: a row of the table takes seconds."""
    few = [data.take(part, jnp.arange(n)) for part, n in zip(rolled.images(3, 0), (20, 10))]
    monkeypatch.setattr(rolled, "images", lambda shift, seed: few)
    row = rolled.depth_row(3, seed=0)
    with jax.enable_x64(True):
        x, others = (np.asarray(part.inputs, float) for part in few)
        for column, kernel in (("cntk_pooled", kernels.cntk), ("cnn_gp_pooled", kernels.cnn_gp)):
            K, k = kernel(x, x, 3), kernel(others, x, 3)
            targets = np.eye(10)[np.asarray(few[0].labels)] - 0.1
            outputs = k @ np.linalg.solve(K + 1e-4 * np.mean(np.diag(K)) * np.eye(20), targets)
            assert row[column] == pytest.approx(np.mean(outputs.argmax(axis=1) == np.asarray(few[1].labels)))


def test_a_row_of_framed_digits_is_regression_with_a_kernel_that_sees_no_shift(monkeypatch):
    """On fifteen digits, rolled about in a frame so wide that none is cut: one factor is all that changes."""
    few = [data.take(part, jnp.arange(n)) for part, n in zip(rolled.images(0, 0), (10, 5))]
    monkeypatch.setattr(rolled, "images", lambda shift, seed: few)
    used = []
    accuracy = rolled.kernel_accuracy
    monkeypatch.setattr(rolled, "kernel_accuracy", lambda k, K, *rest: used.extend((k, K)) or accuracy(k, K, *rest))
    row = rolled.framed_row(seed=0)
    random = np.random.default_rng(0)
    with jax.enable_x64(True):
        wide = [np.pad(np.asarray(part.inputs, float), ((0, 0), (5, 5), (5, 5), (0, 0))) for part in few]
        x, others = [np.stack([np.roll(x, random.integers(-3, 4, 2), axis=(0, 1)) for x in part]) for part in wide]
        found = kernels.cntk(others, x, 2), kernels.cntk(x, x, 2)
        for kernel, framed in zip(found, used):
            np.testing.assert_allclose(kernel, framed * (12 / 18) ** 4, rtol=1e-9)  # a mean over 18 x 18 pixels
        assert row["cntk_pooled"] == accuracy(*found, *few, 1e-4)
    assert rolled.read_framed().shape == (5,)


def test_what_offsets_give_sums_to_the_cosine_and_the_best_pairs_are_where_the_digit_went():
    digits = moved.templates()
    for right, down in ((0, 0), (1, 1), (2, -1)):
        found = moved.offset_map(digits[3], moved.move(digits, 3, right, down))
        cosines = moved.cosines(digits, 3, right, down)
        assert found.sum() == pytest.approx(float(cosines[2, 3]), abs=1e-5)
        assert np.unravel_index(found.argmax(), found.shape) == (7 + down, 7 + right)


def test_pairs_of_one_offset_are_summed():
    table = np.random.default_rng(0).normal(size=(3, 3, 3, 3))
    sums = moved.by_offset(table)
    assert sums.shape == (5, 5)
    assert sums[2, 2] == pytest.approx(np.einsum("ijij", table))
    assert sums[0, 4] == table[2, 0, 0, 2]  # from the lower left corner to the upper right one
    assert sums[3, 2] == pytest.approx(sum(table[i, j, i + 1, j] for i in range(2) for j in range(3)))


def test_networks_move_as_far_as_their_kernel_expects():
    for depth, widths in limit.WIDTHS.items():
        expected, found = limit.expected_moves(depth), limit.read_limit("weight_move", depth)
        assert tuple(expected) == widths
        for width in widths:  # measured: means 0.93 to 1.14 of it, single networks 0.70 to 1.32
            assert np.mean(found[width]) == pytest.approx(np.mean(expected[width]), rel=0.25)


def test_accuracies_are_read_by_depth():
    for method in ("cntk_pooled", "cnn_gp_pooled"):
        by_depth = rolled.read_depths(method)
        assert list(by_depth) == [1, 2, 3] and {each.shape for each in by_depth.values()} == {(5,)}
        np.testing.assert_array_equal(by_depth[2], rolled.read_rolled(f"{method}_2", 3))


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
