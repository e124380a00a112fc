"""Compiled programs that live as long as the function they were compiled for, and no longer.

    once_for_each_function   jax.jit for f(function, ...), such as f(loss, w): compiled once for each function
    just_once                f(...) with a loop inside, compiled for this one call

JAX alone keeps what it compiled, 3 to 15 MB for each new lambda: jax.jit with the function as a static argument keeps
it and the data that it closes over too, and a loop outside of jax.jit keeps its program.
"""

import functools
import inspect
import weakref
from collections.abc import Callable
from types import MethodType

import jax

CACHE_SIZE = 16  # of what cannot be held weakly: bound methods, which are new at each access, and tuples of functions


def jit_per_function(f: Callable, **options) -> Callable:
    """f(function, ...), compiled once for each function and forgotten together with it.

    Its other arguments are traced, but for those that options, which are jax.jit's, name under static_argnames.
    """
    signature, programs = inspect.signature(f), weakref.WeakKeyDictionary()
    compiled = lambda get: jax.jit(lambda **others: f(get(), **others), **options)
    last = functools.lru_cache(CACHE_SIZE)(lambda function: compiled(lambda: function))

    def program(function):
        if isinstance(function, MethodType) or not type(function).__weakrefoffset__:
            return last(function)
        if function not in programs:
            programs[function] = compiled(
                weakref.ref(function)
            )  # the program must not keep what keeps the program
        return programs[function]

    @functools.wraps(f)
    def call(*arguments, **keywords):
        bound = signature.bind(*arguments, **keywords)
        bound.apply_defaults()
        (_, function), *others = bound.arguments.items()
        return program(function)(**dict(others))

    return call


def jit_call(f: Callable, *arguments):
    """f(*arguments) as one program, forgotten afterwards. Arrays that f closes over are not copied into it."""
    closed, shapes = jax.make_jaxpr(f, return_shape=True)(*arguments)
    program = jax.jit(lambda *arrays: jax.core.eval_jaxpr(closed.jaxpr, *arrays))
    leaves = program(closed.consts, *jax.tree.leaves(arguments))
    return jax.tree.unflatten(jax.tree.structure(shapes), leaves)
