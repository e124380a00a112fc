"""MNIST and CIFAR-10 in files of a few images: read, trained, resumed; a damaged file is one sentence."""

import gzip
import struct

import numpy as np
import pytest

from optcourse import __main__ as command_line
from optcourse.experiments import table
from optcourse.experiments.flooding import images

SHORT = images.SETTINGS | {"batch_size": 4, "epochs": 1}


def idx(array) -> bytes:
    return struct.pack(f">HBB{array.ndim}I", 0, 8, array.ndim, *array.shape) + array.tobytes()


@pytest.fixture
def mnist_folder(tmp_path):
    rng = np.random.default_rng(0)
    for part, n in (("train", 20), ("t10k", 6)):
        pixels, labels = rng.integers(0, 256, (n, 4, 4), np.uint8), rng.integers(0, 10, n).astype(np.uint8)
        (tmp_path / f"{part}-images-idx3-ubyte.gz").write_bytes(gzip.compress(idx(pixels)))
        (tmp_path / f"{part}-labels-idx1-ubyte.gz").write_bytes(gzip.compress(idx(labels)))
    return tmp_path


@pytest.fixture
def few(monkeypatch):
    """Three jobs: without flooding, with it, and with weight decay."""
    jobs = [{"decay": 0.0, "level": 0.0, "seed": 0}, {"decay": 0.0, "level": 3.0, "seed": 0}]
    jobs.append({"decay": 0.1, "level": 0.0, "seed": 0})
    monkeypatch.setattr(table, "grid", lambda **values: jobs)


def test_mnist_is_read_and_trained_and_its_level_and_its_decay_matter(mnist_folder, few, tmp_path_factory):
    tables = tmp_path_factory.mktemp("tables")
    found = images.flooding_mnist(mnist_folder, SHORT, tables)
    assert found.settings["known"] == 20 and found.settings["test"] == 6
    plain, flooded, decayed = found.columns["train_loss"]
    assert np.all(np.isfinite([plain, flooded, decayed]))
    assert flooded > plain  # a level of 3 lies above what it begins with: it only climbs
    assert decayed != plain
    written = (tables / "flooding_mnist.csv").read_bytes()
    images.flooding_mnist(mnist_folder, SHORT, tables)  # nothing is missing, nothing is done again
    assert (tables / "flooding_mnist.csv").read_bytes() == written


def test_cifar_is_read_and_trained(cifar_folder, few, monkeypatch, tmp_path_factory):
    monkeypatch.setattr(images.models, "cnn", lambda channels, classes, cnn=images.models.cnn: cnn((3, 2), classes))
    found = images.flooding_cifar10(cifar_folder, SHORT, tmp_path_factory.mktemp("tables"))
    assert found.settings["known"] == 10 and np.all(np.isfinite(found.columns["test_loss"]))


def test_a_tenth_of_the_training_images_chooses_and_trains_nothing(mnist_folder):
    known, test = (images.data.mnist(mnist_folder, train) for train in (True, False))
    problem = images.image_problem(images.Images(known, test, images.models.mlp((16, 10))), 0.1, seed=1)
    parts = [{row.tobytes() for row in np.asarray(part.inputs)} for part in (problem.train, problem.validation)]
    assert [len(part) for part in parts] == [18, 2] and not parts[0] & parts[1]
    np.testing.assert_array_equal(problem.test.inputs, test.inputs)


def sentence(capsys) -> str:
    err = capsys.readouterr().err
    assert err.count("\n") == 1 and err.startswith("optcourse: ")
    return err


def test_a_truncated_file_is_one_sentence_and_so_is_a_missing_one(mnist_folder, cifar_folder, capsys):
    path = mnist_folder / "t10k-images-idx3-ubyte.gz"
    path.write_bytes(path.read_bytes()[:-5])
    assert command_line.main(["experiment", "flooding_mnist", "--data", str(mnist_folder)]) == 2
    assert "t10k-images-idx3-ubyte.gz cannot be unpacked" in sentence(capsys)
    (cifar_folder / "data_batch_2.bin").unlink()
    assert command_line.main(["experiment", "flooding_cifar10", "--data", str(cifar_folder)]) == 2
    assert "data_batch_2.bin is absent: unpack CIFAR-10's *binary* version" in sentence(capsys)
