"""Lion against its two lines, and what a sign alone implies."""

import jax.numpy as jnp
import numpy as np

from optcourse import landscapes
from optcourse.experiments.run import run
from optcourse.optimizers import lion

START = np.array([1.0, 0.5])


def test_it_follows_the_sign_of_one_average_and_remembers_another(float64):
    slopes, m = np.random.default_rng(0).normal(size=(60, 2)), np.zeros(2)
    path = run(lion(0.01, 0.8, 0.9, weight_decay=0.3), lambda w, slope: jnp.sum(slope * w), START, 60, slopes).path
    for g, here, there in zip(slopes, path, path[1:]):
        np.testing.assert_allclose(there, here - 0.01 * (np.sign(0.8 * m + 0.2 * g) + 0.3 * here), rtol=1e-12)
        m = 0.9 * m + 0.1 * g


def test_every_step_has_the_same_length_in_every_coordinate(float64):
    moves = np.diff(run(lion(0.01), landscapes.himmelblau.loss, START, 50).path, axis=0)
    np.testing.assert_allclose(np.abs(moves), 0.01, rtol=1e-10)


def test_a_zero_gradient_at_the_start_moves_nothing_but_the_decay():
    path = run(lion(0.1, weight_decay=0.5), lambda w: 0.0 * w, 2.0, 2).path
    np.testing.assert_allclose(path, 2 * 0.95 ** np.arange(3), rtol=1e-6)
