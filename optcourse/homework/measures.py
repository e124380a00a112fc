"""What a check asks of a student's function: what it returns, or a number about how it works.

    MEASURES["answer"](function, *arguments)      what it returns
    MEASURES["operations"](function, *arguments)  how many numbers it computes

A property names its measure, and the name stands in the message: "operations: 2e+04, expected about 1e+04".
"""

import inspect
from collections.abc import Callable

import jax
import jax.numpy as jnp
import numpy as np
from jax.flatten_util import ravel_pytree

from optcourse.homework.given import Given


class TooManyCalls(BaseException):
    """A given function was called more often than is allowed; no `except Exception` of a student's hides it."""


class Counted:
    """A given function that counts its calls, those inside JAX's loops too, and stops at more than `given.most`."""

    def __init__(self, given: Given):
        self.__wrapped__, self.calls = given, 0

    def __call__(self, *arguments):
        if any(isinstance(each, jax.core.Tracer) for each in arguments):
            return self._traced(*arguments)
        self.calls += 1
        if self.exceeded:
            raise TooManyCalls(self.words)
        return self.__wrapped__(*arguments)

    def __repr__(self):
        return repr(self.__wrapped__)

    def _traced(self, *arguments):
        """The value is asked for, and counted, when JAX has the arguments."""
        form = jax.eval_shape(self.__wrapped__, *arguments)
        asked = lambda *values: np.asarray(self(*map(np.asarray, values)), form.dtype)
        return jax.pure_callback(asked, form, *arguments, vmap_method="sequential")

    @property
    def words(self) -> str:
        return f"called `{self.__wrapped__.name}` more than {self.__wrapped__.most} times"

    @property
    def exceeded(self) -> bool:
        return self.__wrapped__.most is not None and self.calls > self.__wrapped__.most


def answer(function, *arguments):
    """The usual question: what does the function return?"""
    try:
        return jax.block_until_ready(function(*arguments))
    except Exception:  # inside a compiled loop JAX wraps TooManyCalls in an error of its own
        for each in arguments:
            if isinstance(each, Counted) and each.exceeded:
                raise TooManyCalls(each.words) from None
        raise


def calls(function, given, *arguments) -> int:
    """How often the function calls its first argument; one more than is allowed where it was stopped there."""
    counted = given if isinstance(given, Counted) else Counted(inspect.unwrap(given))
    try:
        jax.block_until_ready(function(counted, *arguments))
    except BaseException:  # inside a compiled loop JAX wraps it in an error of its own
        if not counted.exceeded:
            raise
    return counted.calls


UNCOUNTED = (
    "while",
    "pure_callback",
    "io_callback",
)  # how many turns, and what is computed outside of JAX?


def operations(function, *arguments) -> float:
    """How many numbers the function computes, counted by JAX without computing any; loops count each turn."""
    places = [i for i, each in enumerate(arguments) if isinstance(each, jax.Array)]

    def of_arrays(*arrays):
        given = dict(zip(places, arrays))
        return function(*(given.get(i, each) for i, each in enumerate(arguments)))

    return float(_numbers(jax.make_jaxpr(of_arrays)(*(arguments[i] for i in places)).jaxpr))


def _numbers(jaxpr) -> int:
    total = 0
    for equation in jaxpr.eqns:
        if equation.primitive.name in UNCOUNTED:
            raise ValueError(
                f"nobody can count the work in a {equation.primitive.name}: do without it"
            )
        leaves = jax.tree.leaves(
            list(equation.params.values()), is_leaf=lambda leaf: hasattr(leaf, "eqns")
        )
        inner = [getattr(leaf, "jaxpr", leaf) for leaf in leaves]
        inside = sum(_numbers(each) for each in inner if hasattr(each, "eqns"))
        outputs = sum(int(np.prod(getattr(each.aval, "shape", ()))) for each in equation.outvars)
        total += inside * equation.params.get("length", 1) if inside else outputs
    return total


def compiled_difference(function, t, *numbers):
    """How far the answer is from itself where t is traced, as in a compiled training loop; the others are numbers."""
    traced = jax.jit(
        function, static_argnums=tuple(range(1, 1 + len(numbers)))
    )  # compiled once for the same numbers
    return abs(traced(t, *numbers) - function(t, *numbers))


def gradient(function, logits, labels):
    """JAX's gradient of the student's loss along the logits."""
    return jax.grad(lambda z: jnp.asarray(function(z, labels), float))(logits)


# 02 batches: row numbers of several epochs; the weights of a small ReLU network


def rows_of_each_epoch(function, seed, n, batch_size, count):
    """How many different rows of 0, 1, ..., n - 1 each epoch uses."""
    batches = function(seed, n, batch_size, count)
    if batches is None:
        return None  # for which there are words
    found, wanted = np.shape(batches), (count * (n // batch_size), batch_size)
    if found != wanted:
        raise ValueError(f"return an array of shape {wanted}, not {found}")
    return [
        len(set(epoch) & set(range(n))) for epoch in np.asarray(batches).reshape(count, -1).tolist()
    ]


def pairs_together(function, seed, n, batch_size, count):
    """The share of all pairs of rows that share a batch in one of the epochs of a run."""
    together = np.zeros((n, n), bool)
    for batch in np.asarray(function(seed, n, batch_size, count)).astype(int):
        together[np.ix_(batch, batch)] = True
    return np.mean(together[np.triu_indices(n, 1)])


def epochs_twice(function, seeds, n, batch_size, counts):
    """How many epochs of two runs, one for each seed, have the order of an earlier one."""
    runs = [
        np.asarray(function(*each)) for each in zip(seeds, (n, n), (batch_size, batch_size), counts)
    ]
    orders = np.concatenate([batches.reshape(count, -1) for batches, count in zip(runs, counts)])
    return len(orders) - len(np.unique(orders, axis=0))


INPUTS = 3
SHOWN = np.random.default_rng(0).normal(
    size=(6, INPUTS)
)  # inputs at which two networks are compared
TRAINING = np.random.default_rng(1).normal(size=(20, INPUTS))


@jax.jit
def network(w, inputs):
    """The outputs of a ReLU network with weights (W1, b1, W2, b2)."""
    W1, b1, W2, b2 = w
    return (jax.nn.relu(inputs @ W1 + b1) @ W2 + b2)[:, 0]


@jax.jit
def sharpness(w):
    """λ_max of a loss whose targets are the sines of the first input."""
    flat, shaped = ravel_pytree(w)
    loss = lambda v: jnp.mean((network(shaped(v), TRAINING) - jnp.sin(TRAINING[:, 0])) ** 2)
    return jnp.linalg.eigvalsh(jax.hessian(loss)(flat))[-1]


def _weights(function, *before) -> tuple:
    """The four arrays that the function gives; ValueError where they do not fit."""
    after = function(*before)
    if not isinstance(after, tuple | list) or len(after) != len(before):
        raise ValueError("return four arrays: W1, b1, W2 and b2")
    after = tuple(jnp.asarray(each, float) for each in after)
    for name, new, old in zip(("W1", "b1", "W2", "b2"), after, before):
        if new.shape != old.shape:
            raise ValueError(f"{name} has the shape {new.shape}, and had {old.shape}: keep it")
    return after


def network_outputs(function, *before):
    """What the network computes with the weights that the function returns."""
    return network(_weights(function, *before), SHOWN)


def sharpness_ratio(function, *before):
    """By which factor those weights are sharper than the ones before."""
    after = sharpness(_weights(function, *before))
    if not np.isfinite(after):
        raise ValueError(
            "with weights as large as these, single precision overflows: take a smaller c"
        )
    return after / sharpness(tuple(jnp.asarray(each, float) for each in before))


# 04 adaptive learning rates: moves (steps, weights)


def last_step(function, *arguments):
    """The length of the last step."""
    return abs(np.asarray(function(*arguments))[-1, 0])


def growth_of_the_steps(function, *arguments):
    """By which factor the last step is longer than step 8, the last one before the gradients change."""
    moves = np.asarray(function(*arguments))
    return abs(moves[-1, 0] / moves[7, 0])


# 05 cross-entropy and squared error


def shares(function, labels, classes):
    """The softmax of the bias that the function returns: a number added to all biases changes nothing."""
    bias = function(labels, classes)
    if bias is None:
        return None  # for which there are words
    bias = np.asarray(bias, float)
    e = np.exp(bias - np.max(bias))
    return e / np.sum(e)


# 06 natural gradient: rows and matrices, so that a message shows some of their numbers


def rows(function, *arguments) -> tuple | None:
    """The rows of a matrix one by one."""
    matrix = function(*arguments)
    return (
        None if matrix is None else tuple(np.atleast_1d(np.asarray(matrix)))
    )  # for None there are words


def first_matrix(function, *arguments) -> np.ndarray:
    """The entries of the first of two matrices in a row."""
    return np.ravel(function(*arguments)[0])


def second_matrix(function, *arguments) -> np.ndarray:
    """The entries of the second of two matrices in a row."""
    return np.ravel(function(*arguments)[1])


def finite_entries(function, *arguments) -> list:
    """How many entries of each of two matrices are finite."""
    return [int(np.sum(np.isfinite(np.asarray(matrix)))) for matrix in function(*arguments)]


def one_by_one(function, *arguments):
    """How far the weights after several steps in one call are from those after as many calls of one step."""
    X, y, w, noise, rate, steps = arguments
    together = np.asarray(function(*arguments), float)
    for _ in range(steps):
        w = jnp.asarray(function(X, y, w, noise, rate, 1), float)
    return float(np.linalg.norm(together - np.asarray(w)))


MEASURES: dict[str, Callable] = {
    "answer": answer,
    "products": calls,
    "runs": calls,
    "trainings": calls,
    "operations": operations,
    "difference when t is compiled": compiled_difference,
    "gradient": gradient,
    "different rows in each epoch": rows_of_each_epoch,
    "share of all pairs that come together": pairs_together,
    "epochs that come twice in the two runs": epochs_twice,
    "outputs": network_outputs,
    "times as sharp": sharpness_ratio,
    "last step": last_step,
    "growth of the steps": growth_of_the_steps,
    "shares": shares,
    "rows": rows,
    "first matrix": first_matrix,
    "second matrix": second_matrix,
    "finite entries": finite_entries,
    "distance from one step at a time": one_by_one,
}
