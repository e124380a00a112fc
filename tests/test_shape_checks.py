"""A wrong shape is refused under pytest, and what has no annotation is left as it is."""

import sys

import jax.numpy as jnp
import pytest
import shape_checks
from jaxtyping import TypeCheckError

from optcourse import losses

MODULE = """
import collections

from jaxtyping import Array, Float

def annotated(x: Float[Array, "n"], y: Float[Array, "n"]): return x + y

def result(x) -> Float[Array, "2"]: return x

def plain(x):
    def inner(y: Float[Array, "3"]): return y
    return inner(x)

class Pair(collections.namedtuple("Pair", "x y")):
    def total(self, other: Float[Array, ""]): return self.x + other
"""


@pytest.fixture
def module(tmp_path, monkeypatch):
    (tmp_path / "with_shapes.py").write_text(MODULE)
    monkeypatch.syspath_prepend(tmp_path)
    hook = shape_checks.install("with_shapes")
    import with_shapes

    yield with_shapes
    hook.uninstall()
    del sys.modules["with_shapes"]


def test_a_wrong_shape_is_refused_in_an_argument_a_result_a_method_and_a_function_in_a_function(module):
    two, three = jnp.zeros(2), jnp.zeros(3)
    assert module.annotated(two, two).shape == module.result(two).shape == (2,)
    assert module.plain(three).shape == (3,)
    wrong = [
        lambda: module.annotated(two, three),
        lambda: module.result(three),
        lambda: module.plain(two),
        lambda: module.Pair(1.0, 2.0).total(two),
    ]
    for call in wrong:
        with pytest.raises(TypeCheckError):
            call()


def test_what_has_no_annotation_is_not_wrapped(module):
    assert module.plain.__code__.co_filename.endswith("with_shapes.py")
    assert hasattr(module.annotated, "__wrapped__") and not hasattr(module.plain, "__wrapped__")


def test_the_package_is_checked():
    with pytest.raises(TypeCheckError):
        losses.softmax(jnp.zeros(3, int))
