"""The error of a Taylor model, measured."""

import numpy as np
import pytest

from optcourse import landscapes
from optcourse.experiments.critical_points import taylor

LENGTHS = np.geomspace(1e-3, 1e-2, 8)
AT = np.array([0.3, -0.6])  # the Hessian is definite here: no direction lacks a second-order term


@pytest.mark.claim("G3")
def test_errors_of_order_0_1_and_2_fall_with_slopes_1_2_and_3():
    slopes = taylor.slopes(LENGTHS, taylor.errors(landscapes.six_hump_camel.loss, AT, LENGTHS))
    # Measured over 5 directions: within 0.02 of the integer in all; 0.1 leaves a factor of 5.
    np.testing.assert_allclose(slopes, np.array([1, 2, 3])[:, None] * np.ones(5), atol=0.1)


def test_a_quadratic_leaves_no_error_at_order_2():
    errors = taylor.errors(landscapes.quadratic(10.0).loss, AT, LENGTHS)
    assert np.all(errors[2] < 1e-14) and np.all(errors[1] > 1e-8)


def test_slopes_of_a_known_power_are_exact():
    np.testing.assert_allclose(taylor.slopes(LENGTHS, 3 * LENGTHS**2.5), 2.5, rtol=1e-9)
