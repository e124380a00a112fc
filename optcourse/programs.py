"""jax.jit whose compiled programs are freed together with the function they were compiled for.

    jit_per_function   jax.jit for f(function, ...), such as f(loss, w): compiled once per function
    jit_call           f(...) with a loop inside, compiled for this one call

JAX alone keeps what it compiled, 3 to 15 MB for each new lambda: jax.jit with the function as a
static argument keeps it and the data that it closes over too, and a loop outside of jax.jit keeps
its program.
"""

import functools
import inspect
import weakref
from collections.abc import Callable
from types import MethodType

import jax

# Bound methods, which are new at each access, and tuples of functions cannot be referenced weakly.
CACHE_SIZE = 16


def jit_per_function(f: Callable, **options) -> Callable:
    """jax.jit for f(function, ...): compiled once per function, freed together with it.

    Its other arguments are traced, but for those that options, which are jax.jit's, name under
    static_argnames.
    """
    signature = inspect.signature(f)
    programs = weakref.WeakKeyDictionary()

    def compiled(get):
        return jax.jit(lambda **others: f(get(), **others), **options)

    @functools.lru_cache(CACHE_SIZE)
    def recent_program(function):
        return compiled(lambda: function)

    def program(function):
        has_weak_reference = type(function).__weakrefoffset__
        if isinstance(function, MethodType) or not has_weak_reference:
            return recent_program(function)
        if function not in programs:
            # the program must not keep the function that keeps the program
            programs[function] = compiled(weakref.ref(function))
        return programs[function]

    @functools.wraps(f)
    def call(*arguments, **keywords):
        bound = signature.bind(*arguments, **keywords)
        bound.apply_defaults()
        (_, function), *others = bound.arguments.items()
        return program(function)(**dict(others))

    return call


def jit_call(f: Callable, *arguments):
    """Compile f, call it once with the arguments, and free the compiled program.

    Arrays that f closes over are not copied into the program.
    """
    closed, shapes = jax.make_jaxpr(f, return_shape=True)(*arguments)
    program = jax.jit(lambda *arrays: jax.core.eval_jaxpr(closed.jaxpr, *arrays))
    inputs = jax.tree.leaves(arguments)
    outputs = program(closed.consts, *inputs)
    structure = jax.tree.structure(shapes)
    return jax.tree.unflatten(structure, outputs)
