"""A program dies with the function it was compiled for, and its data with it: whoever tries many losses keeps none."""

import functools
import gc
import inspect
import weakref

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from optcourse import batches, curvature, fisher, gaussians, optimizers, programs, slices, taylor, tradeoffs
from optcourse.experiments.critical_points import digits, escape
from optcourse.experiments.natural_gradient import softmax
from optcourse.experiments.run import run, steps_until, train_and_evaluate

W, INPUTS = jnp.array([0.3, 0.7]), jnp.ones((4, 1))
DESCENT = optimizers.gradient_descent(0.1)


def of_loss(act):
    """act(loss) for a loss that closes over data."""
    return lambda data: act(lambda w: jnp.sum(data * jnp.sin(w)))


def of_model(act):
    """act(model) for a model that closes over data; its two logits are the parameters, in some unit."""
    return lambda data: act(lambda w, inputs: inputs * w * data[:2])


def of_problem(act):
    return lambda data: act(
        tradeoffs.convex_front()._replace(losses_at=lambda s: jnp.stack([s**2, (1 - s) ** 2]) * data[0])
    )


HELD = {
    "sharpness": of_loss(lambda loss: curvature.sharpness(loss, W)),
    "classify": of_loss(lambda loss: taylor.classify(loss, W)),
    "slice": of_loss(lambda loss: slices.slice(loss, W, np.eye(2), points=3)),
    "exact": of_model(lambda model: fisher.exact(model, W, INPUTS)),
    "run": of_loss(lambda loss: run(DESCENT, loss, W, 2)),
    "steps_until": of_loss(lambda loss: steps_until(DESCENT, loss, W, lambda w: loss(w) < 0, 2)),
    "looks": of_loss(lambda loss: train_and_evaluate(DESCENT, lambda w, b: loss(w) + b, W, jnp.ones(2), 1, loss)),
    "constraint_first": of_loss(lambda loss: optimizers.constraint_first(DESCENT, jnp.sum, 0.5).step(loss, W, 0)),
    "place_for": of_problem(lambda problem: tradeoffs.parameter_for_target(problem, 0.5)),
}


def test_a_function_its_data_and_its_program_are_let_go_when_nobody_else_holds_them():
    for act in HELD.values():  # what JAX compiles for everyone is there from now on
        act(np.ones(2))
    gc.collect()
    executables = jax.devices()[0].client.live_executables
    before, held = len(executables()), {}
    for name, act in HELD.items():
        data = np.ones(2)
        held[name] = weakref.ref(data)
        act(data)
        del data
    gc.collect()
    assert [name for name, ref in held.items() if ref() is not None] == []
    assert len(executables()) <= before


class Parabola:
    def __init__(self, traces):
        self.traces = traces

    def loss(self, w):
        self.traces.append(w)
        return jnp.sum(w**2)


def test_a_method_a_partial_and_a_jitted_loss_compile_once_too():
    traces = []
    parabola = Parabola(traces)
    losses = [functools.partial(Parabola.loss, parabola), jax.jit(lambda w: parabola.loss(w))]
    for get in [lambda: parabola.loss, *(lambda loss=loss: loss for loss in losses)]:
        curvature.hessian(get(), W)
        once = len(traces)
        curvature.hessian(get(), 2 * W)
        assert len(traces) == once


def test_of_methods_and_tuples_of_functions_only_the_last_few_are_kept():
    held = []
    for _ in range(programs.CACHE_SIZE + 1):
        optimizer = optimizers.gradient_descent(0.1)
        held.append(weakref.ref(optimizer.step))
        tried = programs.jit_per_function(lambda optimizer, w: w) if len(held) == 1 else tried
        tried(optimizer, W)
    gc.collect()
    assert [ref() is None for ref in held] == [True] + [False] * programs.CACHE_SIZE


def test_nothing_of_the_mathematics_is_jitted_with_a_function_as_a_static_argument():
    functions = {"loss", "model", "optimizer", "coordinates", "problem", "direction"}
    modules = [
        curvature,
        taylor,
        slices,
        fisher,
        gaussians,
        batches,
        tradeoffs,
        escape,
        digits,
        softmax,
    ]
    found = {
        name: f for module in modules for name, f in vars(module).items() if callable(f) and hasattr(f, "eval_shape")
    }
    assert [name for name, f in found.items() if functions & set(inspect.signature(f).parameters)] == []


def test_arguments_may_be_given_by_name_and_wrong_ones_are_refused():
    expected = curvature.hessian(jnp.sum, W)
    np.testing.assert_array_equal(curvature.hessian(loss=jnp.sum, w=W), expected)
    with pytest.raises(TypeError, match="missing a required argument: 'w'"):
        curvature.hessian(jnp.sum)


def test_what_is_run_just_once_has_a_slope_and_may_be_mapped():
    scanned = lambda a: programs.jit_call(lambda w: jax.lax.scan(lambda c, _: (a * c, c), w, length=3), 1.0)[0]
    assert jax.grad(scanned)(2.0) == 12
    np.testing.assert_array_equal(jax.vmap(scanned)(jnp.arange(3.0)), [0, 1, 8])
