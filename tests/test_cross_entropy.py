"""Two classes: lengths, ratio and waiting times in closed form, against autodiff and quadrature."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest
from scipy.integrate import quad

from optcourse import cross_entropy

pytestmark = pytest.mark.usefixtures("float64")

LEADS = [-6.0, -1.0, 0.0, 0.5, 4.0, 12.0]
NAMES = list(cross_entropy.SURFACES)


def at(d, middle=0.3):
    """Logits with this lead of the wrong class."""
    return jnp.array([middle - d / 2, middle + d / 2])


@pytest.mark.parametrize("name", NAMES)
def test_height_and_gradient_length_depend_on_the_lead_alone_and_have_the_closed_form(name):
    loss = jax.jit(cross_entropy.SURFACES[name].loss)
    gradient = jax.jit(jax.grad(cross_entropy.SURFACES[name].loss))
    for d in LEADS:
        np.testing.assert_allclose(cross_entropy.loss_values(d)[name], loss(at(d)), rtol=1e-12)
        np.testing.assert_allclose(cross_entropy.gradient_norms(d)[name], np.linalg.norm(gradient(at(d))), rtol=1e-9)


@pytest.mark.parametrize("name", NAMES)
def test_the_third_logit_has_no_part(name):
    gradient = jax.grad(cross_entropy.SURFACES[name].loss)(at(2.0))
    np.testing.assert_allclose(jnp.sum(gradient), 0, atol=1e-15)  # softmax ignores a shift, so nothing flows to it
    assert cross_entropy.logits(at(2.0)).shape == (1, 3)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("d, end", [(4.0, -2.0), (9.0, 1.0), (1.0, 1.0)])
def test_the_time_of_the_flow_is_the_integral_over_its_speed(name, d, end):
    speed = lambda x: float(np.sqrt(2) * cross_entropy.gradient_norms(x)[name])  # of y₂ - y₁
    time = quad(lambda x: 1 / speed(x), end, d)[0]
    np.testing.assert_allclose(cross_entropy.gradient_flow_times(d, end)[name], time, rtol=1e-9)
