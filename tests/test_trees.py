"""Pytrees as a vector space: its axioms, and the way to one flat array and back."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from optcourse import trees

cheap = settings(deadline=None, max_examples=30, derandomize=True)
numbers = st.floats(-10, 10)
vectors = st.lists(numbers, min_size=5, max_size=5)


def tree(numbers):
    """Five numbers as a nested pytree."""
    x = jnp.array(numbers)
    return {"a": [x[:2], x[2]], "b": (x[3:].reshape(2, 1),)}


def assert_close(v, w, **tolerance):
    jax.tree.map(lambda a, b: np.testing.assert_allclose(a, b, **tolerance), v, w)


@cheap
@given(vectors, vectors, numbers)
def test_add_scaled_is_w_plus_s_v_on_the_flat_arrays(w, v, s):
    with jax.enable_x64(True):
        flat = trees.flatten(trees.add_scaled(tree(w), s, tree(v)))[0]
        np.testing.assert_allclose(flat, np.array(w) + s * np.array(v), atol=1e-12)


@cheap
@given(vectors, vectors, vectors, numbers)
def test_the_inner_product_is_linear_and_symmetric(u, v, w, s):
    with jax.enable_x64(True):
        u, v, w = tree(u), tree(v), tree(w)
        left = trees.dot(trees.add_scaled(u, s, v), w)
        np.testing.assert_allclose(left, trees.dot(u, w) + s * trees.dot(v, w), atol=1e-10)
        assert trees.dot(u, w) == trees.dot(w, u)


@cheap
@given(vectors, vectors, numbers)
def test_the_norm_scales_and_obeys_the_triangle_inequality(v, w, s):
    with jax.enable_x64(True):
        v, w = tree(v), tree(w)
        np.testing.assert_allclose(trees.norm(trees.scaled(s, v)), abs(s) * trees.norm(v), rtol=1e-12, atol=1e-12)
        assert trees.norm(trees.add_scaled(v, 1, w)) <= trees.norm(v) + trees.norm(w) + 1e-12


def test_the_norm_is_that_of_the_flat_array():
    w = tree([1.0, -2.0, 2.0, 4.0, 0.0])
    assert trees.norm(w) == 5.0
    assert trees.norm(w) == jnp.linalg.norm(trees.flatten(w)[0])


def test_the_norm_of_large_float16_numbers_does_not_overflow():
    assert trees.norm(jnp.full(4, 300.0, jnp.float16)) == 600.0


@pytest.mark.parametrize("size", [1e-30, 1e-24, 1e-10, 1.0, 1e20, 1e25])
def test_the_norm_of_numbers_whose_squares_float32_cannot_hold_is_right(size):
    w = {"a": jnp.float32([3 * size, 0]), "b": jnp.float32(-4 * size)}
    np.testing.assert_allclose(trees.norm(w), 5 * size, rtol=1e-6)
    assert_close(jax.grad(trees.norm)(w), {"a": [0.6, 0], "b": -0.8}, rtol=1e-6)


def test_a_power_of_two_is_at_most_the_number_and_more_than_half_of_it():
    x = jnp.float32([1e-37, 0.1, 1.0, 1.9, 2.0, 3e38, 0.0, jnp.inf, jnp.nan])
    powers = np.asarray(trees.power_of_two(x))
    np.testing.assert_array_equal(np.frexp(powers)[0], 0.5)
    assert np.all((powers <= x) & (x / 2 < powers), where=np.arange(9) < 6)
    np.testing.assert_array_equal(powers[6:], 1)


@pytest.mark.parametrize("size", [0.0, 1e-30, 0.3, 1e30])
def test_a_vector_in_its_unit_is_the_same_vector_to_the_last_digit(size):
    w = {"a": jnp.float32([3 * size, 0]), "b": jnp.float32(-5 * size)}
    s, v = trees.split_scale(w)
    assert_close(trees.scaled(s, v), w, rtol=0)
    assert size == 0 or 1 <= abs(v["b"]) < 2


def test_the_norm_of_what_is_not_finite_is_not_finite_and_that_of_nothing_is_zero():
    assert trees.norm(jnp.array([1.0, -jnp.inf])) == jnp.inf
    assert np.isnan(trees.norm([jnp.array([1.0, jnp.nan]), jnp.ones(3)]))
    assert trees.norm({}) == trees.norm(jnp.zeros((0, 3))) == trees.norm([]) == 0


@pytest.mark.parametrize("dtype", [jnp.float16, jnp.bfloat16, jnp.float32, jnp.float64])
def test_the_inner_product_and_the_norm_have_the_dtype_of_the_numbers_but_float32_at_least(dtype, float64):
    w = {"a": jnp.ones(3, dtype)}
    expected = jnp.promote_types(dtype, jnp.float32)
    assert trees.dot(w, w).dtype == trees.norm(w).dtype == expected


@pytest.mark.parametrize("dtype", [jnp.float16, jnp.bfloat16, jnp.float32, jnp.float64])
def test_sums_and_products_keep_the_dtype_whatever_the_scale(dtype, float64):
    w = {"a": jnp.ones(3, dtype)}
    for scale in (0.5, np.float64(0.5), jnp.float32(0.5), jnp.float64(0.5)):
        assert trees.add_scaled(w, scale, w)["a"].dtype == dtype
        assert trees.scaled(scale, w)["a"].dtype == dtype


def test_flatten_and_back_is_the_identity():
    w = tree([1.0, 2.0, 3.0, 4.0, 5.0])
    vector, unflatten = trees.flatten(w)
    assert vector.shape == (5,) and trees.size(w) == 5
    assert jax.tree.structure(unflatten(vector)) == jax.tree.structure(w)
    assert_close(unflatten(vector), w, rtol=0)


def test_a_loss_on_vectors_is_the_same_loss():
    w = tree([1.0, 2.0, 3.0, 4.0, 5.0])

    def loss(w):
        return w["a"][1] ** 2 + jnp.sum(w["b"][0])

    vector, flat_loss = trees.flatten_loss(loss, w)
    assert flat_loss(vector) == loss(w) == 18.0


def test_whole_numbers_have_no_gradient_and_are_refused():
    with pytest.raises(ValueError, match=r"w holds int32 numbers, which have no gradient: make them floats"):
        trees.flatten_loss(lambda w: w.sum(), jnp.array([1, 2]))


def test_zeros_like_keeps_structure_shapes_and_dtypes():
    w = {"a": jnp.ones((2, 3), jnp.bfloat16), "b": jnp.ones(())}
    zeros = trees.zeros_like(w)
    assert zeros["a"].dtype == jnp.bfloat16 and zeros["a"].shape == (2, 3) and zeros["b"].shape == ()
    assert trees.norm(zeros) == 0


def test_normal_numbers_are_standard_and_differ_between_leaves_and_keys():
    w = {"a": jnp.zeros((200, 50)), "b": jnp.zeros((200, 50))}
    for seed in range(5):
        v = trees.normal_like(jax.random.key(seed), w)
        # 20 000 numbers: the mean has a standard error of 0.007, the deviation one of 0.005; four of each allowed
        assert abs(jnp.mean(trees.flatten(v)[0])) < 0.03
        assert abs(jnp.std(trees.flatten(v)[0]) - 1) < 0.02
        assert abs(jnp.corrcoef(v["a"].ravel(), v["b"].ravel())[0, 1]) < 0.04
    other = trees.normal_like(jax.random.key(9), w)
    assert not jnp.array_equal(v["a"], other["a"])
