"""What flooding is tried on: as many wrong labels as asked for, where they belong, and nothing shared by the parts."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from optcourse.experiments import data
from optcourse.experiments.flooding import problems


@pytest.mark.parametrize("classes", [2, 10])
@pytest.mark.parametrize("share", [0.0, 0.1, 0.4])
def test_exactly_that_share_of_the_labels_is_another_one(classes, share):
    labels = jax.random.randint(jax.random.key(0), (50,), 0, classes)
    flipped = data.flip_labels(jax.random.key(1), labels, share, classes)
    assert int(jnp.sum(flipped != labels)) == round(50 * share)
    assert flipped.min() >= 0 and flipped.max() < classes
    assert share == 0 or not np.array_equal(flipped, data.flip_labels(jax.random.key(2), labels, share, classes))


def test_labels_are_wrong_in_training_and_in_validation_and_right_in_the_test():
    clean, noisy = (problems.problem("gaussians", 3, wrong) for wrong in (0.0, 0.2))
    changed = [int(jnp.sum(a.labels != b.labels)) for a, b in zip(clean[:3], noisy[:3])]
    assert changed == [40, 20, 0]
    jax.tree.map(np.testing.assert_array_equal, clean.w, noisy.w)


@pytest.mark.parametrize("task", problems.TASKS)
def test_no_example_is_in_two_parts_and_each_seed_has_others(task):
    one, other = (problems.problem(task, seed) for seed in (0, 1))
    rows = [{row.tobytes() for row in np.asarray(part.inputs)} for part in one[:3]]
    assert [len(part.labels) for part in one[:3]] == [200, 100, 1000]
    assert not rows[0] & rows[1] and not rows[0] & rows[2] and not rows[1] & rows[2]
    assert not np.array_equal(one.train.inputs, other.train.inputs)


def test_the_gaussians_are_as_far_apart_as_said_and_a_line_gets_nine_of_ten_right():
    points = problems.two_gaussians(jax.random.key(0), 20_000)
    centers = [np.mean(points.inputs[points.labels == label], axis=0) for label in (0, 1)]
    assert np.linalg.norm(centers[1] - centers[0]) == pytest.approx(problems.SEPARATION, abs=0.05)
    right = np.mean((np.sum(points.inputs, axis=1) > 0) == (points.labels == 1))
    assert right == pytest.approx(0.894, abs=0.01)  # the normal distribution at 1.25


def test_each_arm_of_the_spirals_is_the_other_one_turned_by_half_a_turn():
    points = problems.two_spirals(jax.random.key(0), 2000)
    radius, angle = np.linalg.norm(points.inputs, axis=1) / 2, np.arctan2(points.inputs[:, 1], points.inputs[:, 0])
    expected = np.pi * (2 * problems.TURNS * radius + points.labels)
    off = np.angle(np.exp(1j * (angle - expected)))[radius > 0.3]
    assert np.std(off) < 0.4


def test_an_unknown_task_is_named_with_those_that_there_are():
    with pytest.raises(ValueError, match="task = 'cats': choose one of digits, gaussians, spirals"):
        problems.problem("cats", 0)
