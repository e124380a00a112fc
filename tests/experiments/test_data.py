"""Seeded data, batches of them, and readers tried on files of a few bytes."""

import gzip
import struct

import jax
import jax.numpy as jnp
import numpy as np
import pytest
from sklearn.datasets import load_digits

from optcourse import models
from optcourse.experiments import data
from optcourse.experiments.run import run
from optcourse.optimizers import gradient_descent


def test_digits_are_all_of_scikit_learns_in_order_and_between_zero_and_one():
    pixels, labels = load_digits(return_X_y=True)
    digits = data.digits()
    np.testing.assert_array_equal(digits.inputs, pixels / 16)
    np.testing.assert_array_equal(digits.labels, labels)
    assert digits.inputs.max() == 1


def test_digits_of_one_key_are_the_same_in_both_precisions_and_of_another_key_are_others():
    one, same, other = (data.digits(50, jax.random.key(seed)) for seed in (0, 0, 1))
    np.testing.assert_array_equal(one.labels, same.labels)
    assert not np.array_equal(one.labels, other.labels)
    with jax.enable_x64(True):
        double = data.digits(50, jax.random.key(0))
        assert double.inputs.dtype == "float64"
    np.testing.assert_array_equal(one.inputs, double.inputs)


def test_a_digit_keeps_its_label_through_shuffle_and_split():
    train, test = data.split(data.digits(100, jax.random.key(0)), 80, jax.random.key(1))
    assert train.inputs.shape == (80, 64) and test.labels.shape == (20,)
    pixels, labels = load_digits(return_X_y=True)
    known = {(row / 16).tobytes(): label for row, label in zip(pixels, labels)}
    for part in (train, test):
        assert [known[np.asarray(row, float).tobytes()] for row in part.inputs] == part.labels.tolist()
    both = {np.asarray(row, float).tobytes() for part in (train, test) for row in part.inputs}
    assert len(both) == 100


def test_an_image_is_the_same_pixels_with_height_width_and_a_channel():
    flat, image = data.digits(3), data.digits(3, image=True)
    assert image.inputs.shape == (3, 8, 8, 1)
    np.testing.assert_array_equal(image.inputs.reshape(3, 64), flat.inputs)


@pytest.mark.parametrize("n", [0, -1, 1798])
def test_an_impossible_number_of_digits_is_refused(n):
    with pytest.raises(ValueError, match=f"n = {n} digits .* choose 1 <= n <= 1797"):
        data.digits(n)


@pytest.mark.parametrize("train", [0, 10, 11])
def test_a_split_that_leaves_a_side_empty_is_refused(train):
    with pytest.raises(ValueError, match=f"train = {train} of 10 rows"):
        data.split(data.digits(10), train)


def test_pca_agrees_with_scikit_learn_up_to_signs_and_fixes_the_signs(float64):
    from sklearn.decomposition import PCA

    inputs = data.digits(200, jax.random.key(0)).inputs
    ours, model = data.pca(inputs, 5), PCA(5, svd_solver="full").fit(inputs)
    np.testing.assert_allclose(np.abs(ours), np.abs(model.transform(inputs)), atol=1e-10)
    directions = np.linalg.lstsq(ours, inputs - inputs.mean(axis=0))[0]
    assert np.all(directions.max(axis=1) > -directions.min(axis=1))
    np.testing.assert_allclose(data.pca(inputs[:, ::-1], 5), ours, atol=1e-10)  # the order of the pixels is no matter


def test_more_components_than_inputs_are_refused():
    with pytest.raises(ValueError, match="k = 65 components"):
        data.pca(data.digits(100).inputs, 65)


def test_an_epoch_of_batches_visits_each_row_once_and_the_next_in_another_order():
    rows = np.asarray(data.batches(jax.random.key(0), jnp.arange(12), 3, epochs=2))
    assert rows.shape == (8, 3)
    for epoch in rows.reshape(2, 12):
        assert sorted(epoch) == list(range(12))
    assert not np.array_equal(rows[:4], rows[4:])
    np.testing.assert_array_equal(rows, data.batches(jax.random.key(0), jnp.arange(12), 3, epochs=2))


def test_rows_left_over_from_a_whole_number_of_batches_sit_the_epoch_out():
    rows = np.asarray(data.batches(jax.random.key(0), jnp.arange(10), 4, epochs=50))
    assert rows.shape == (100, 4)
    assert all(len(set(epoch)) == 8 for epoch in rows.reshape(50, 8))
    assert set(rows.ravel()) == set(range(10))  # but not the same ones every time


def test_batches_feed_run_and_inputs_stay_with_their_labels():
    examples = data.two_blobs(jax.random.key(0), 40, distance=100)
    rows = data.batches(jax.random.key(1), examples, 8, epochs=3)
    np.testing.assert_array_equal(rows.inputs[..., 0] > 0, rows.labels == 1)
    loss = lambda w, batch: jnp.mean((batch.inputs @ w - batch.labels) ** 2)
    assert run(gradient_descent(1e-4), loss, jnp.zeros(2), 15, batches=rows).loss.shape == (16,)


@pytest.mark.parametrize("batch_size", [0, 11])
def test_an_impossible_batch_size_is_refused(batch_size):
    with pytest.raises(ValueError, match=f"batch_size = {batch_size} of 10 rows"):
        data.batches(jax.random.key(0), jnp.arange(10), batch_size)


def test_two_blobs_stand_as_far_apart_as_asked():
    blobs = data.two_blobs(jax.random.key(0), 4000, distance=3.0)
    centers = [np.mean(blobs.inputs[blobs.labels == label], axis=0) for label in (0, 1)]
    np.testing.assert_allclose(centers[1] - centers[0], [3, 0], atol=0.15)  # five standard errors of 0.03


# --- Readers


def idx(array) -> bytes:
    return struct.pack(f">HBB{array.ndim}I", 0, 8, array.ndim, *array.shape) + array.tobytes()


@pytest.fixture
def tiny_mnist(tmp_path):
    rng = np.random.default_rng(0)
    images, labels = rng.integers(0, 256, (4, 28, 28), np.uint8), np.array([3, 1, 4, 1], np.uint8)
    (tmp_path / "train-images-idx3-ubyte.gz").write_bytes(gzip.compress(idx(images)))
    (tmp_path / "train-labels-idx1-ubyte").write_bytes(idx(labels))  # one packed, one not
    return tmp_path, images, labels


def test_mnist_is_read_packed_or_not(tiny_mnist):
    folder, images, labels = tiny_mnist
    read = data.mnist(folder, image=True)
    np.testing.assert_allclose(read.inputs[..., 0], images / 255, rtol=1e-6)
    np.testing.assert_array_equal(read.labels, labels)
    assert data.mnist(str(folder)).inputs.shape == (4, 784)


def test_an_absent_mnist_file_is_named(tiny_mnist):
    with pytest.raises(FileNotFoundError, match=r"t10k-images-idx3-ubyte.gz is absent: put the four MNIST files"):
        data.mnist(tiny_mnist[0], train=False)


@pytest.mark.parametrize("packed", [True, False])
@pytest.mark.parametrize("cut", [-1, 3, 6, 0])
def test_a_truncated_mnist_file_is_named(tiny_mnist, packed, cut):
    folder, images, _ = tiny_mnist
    path = folder / f"train-images-idx3-ubyte{'.gz' if packed else ''}"
    (folder / "train-images-idx3-ubyte.gz").unlink()
    whole = gzip.compress(idx(images)) if packed else idx(images)
    path.write_bytes(whole[:cut])
    with pytest.raises(ValueError, match=rf"{path.name} (is truncated|cannot be unpacked).*: fetch the file again"):
        data.mnist(folder)


def test_a_header_that_promises_more_than_memory_holds_is_refused_before_anything_is_reserved(tiny_mnist):
    lie = struct.pack(">HBB3I", 0, 8, 3, 2**32 - 1, 2**32 - 1, 2**32 - 1) + bytes(100)
    (tiny_mnist[0] / "train-images-idx3-ubyte.gz").write_bytes(gzip.compress(lie))
    with pytest.raises(ValueError, match="truncated or no IDX file"):
        data.mnist(tiny_mnist[0])


def test_mnist_images_without_as_many_labels_are_refused(tiny_mnist):
    (tiny_mnist[0] / "train-labels-idx1-ubyte").write_bytes(idx(np.zeros(3, np.uint8)))
    with pytest.raises(ValueError, match="4 train images but 3 labels"):
        data.mnist(tiny_mnist[0])


@pytest.fixture
def tiny_cifar(tmp_path):
    rng = np.random.default_rng(0)
    images, labels = rng.integers(0, 256, (10, 32, 32, 3), np.uint8), np.arange(10, dtype=np.uint8)
    for i in range(5):
        two = slice(2 * i, 2 * i + 2)
        planes = images[two].transpose(0, 3, 1, 2).reshape(2, -1)
        (tmp_path / f"data_batch_{i + 1}.bin").write_bytes(np.column_stack([labels[two], planes]).tobytes())
    return tmp_path, images, labels


def test_cifar_is_read_from_its_five_files_with_the_colors_last(tiny_cifar):
    folder, images, labels = tiny_cifar
    read = data.cifar10(folder, image=True)
    np.testing.assert_allclose(read.inputs, images / 255, rtol=1e-6)
    np.testing.assert_array_equal(read.labels, labels)
    assert data.cifar10(folder).inputs.shape == (10, 3072)


def test_an_absent_cifar_file_is_named_with_the_version_that_is_read(tiny_cifar):
    with pytest.raises(FileNotFoundError, match=r"test_batch.bin is absent: unpack CIFAR-10's \*binary\* version"):
        data.cifar10(tiny_cifar[0], train=False)


@pytest.mark.parametrize("damage", [lambda raw: raw[:-1], lambda raw: b"", lambda raw: b"\x0a" + raw[1:]])
def test_a_cifar_file_cut_short_empty_or_with_a_label_above_nine_is_named(tiny_cifar, damage):
    path = tiny_cifar[0] / "data_batch_3.bin"
    path.write_bytes(damage(path.read_bytes()))
    with pytest.raises(ValueError, match=r"data_batch_3.bin is truncated or not CIFAR-10's binary version"):
        data.cifar10(tiny_cifar[0])


def test_arrays_with_different_numbers_of_rows_are_refused_and_not_read_beyond_their_end():
    uneven = data.Data(jnp.zeros((5, 2)), jnp.zeros(8, int))
    for f in (lambda: data.split(uneven, 6), lambda: data.batches(jax.random.key(0), uneven, 6)):
        with pytest.raises(ValueError, match=r"data holds arrays of \[5, 8\] rows: give each as many"):
            f()


def test_the_problem_of_a_seed_has_digits_to_train_on_others_to_test_on_and_a_network_of_its_own():
    network = models.mlp((64, 3, 10))
    problem = data.digits_problem(3, network, 30, 20)
    digit_key, init_key, *keys = jax.random.split(jax.random.key(3), 4)
    known = data.digits(50, digit_key)
    np.testing.assert_array_equal(problem.train.inputs, known.inputs[:30])
    np.testing.assert_array_equal(problem.test.labels, known.labels[30:])
    jax.tree.map(np.testing.assert_array_equal, problem.w, network.init(init_key))
    assert problem.keys[0] == keys[0] and problem.keys[1] == keys[1]
    assert len(data.digits_problem(3, network, 30).test.labels) == 1797 - 30


def test_problems_of_several_seeds_are_stacked_array_by_array():
    network = models.mlp((64, 10))
    problems = [data.digits_problem(seed, network, 5, 2) for seed in (0, 1)]
    both = data.stack(problems)
    assert both.train.inputs.shape == (2, 5, 64) and both.keys.shape == (2, 2)
    np.testing.assert_array_equal(both.test.labels[1], problems[1].test.labels)
