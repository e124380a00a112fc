"""What a check asks of a student's function: what it returns, or a number about how it works.

    MEASURES["answer"](function, *arguments)      what it returns
    MEASURES["operations"](function, *arguments)  how many numbers it computes

A property names its measure, and messages say it: "operations: 2e+04, expected about 1e+04".
"""

import inspect
from collections.abc import Callable

import jax
import jax.numpy as jnp
import numpy as np
from jax.flatten_util import ravel_pytree

from optcourse.homework.balance import balance_errors
from optcourse.homework.given import Given


class TooManyCalls(BaseException):
    """A given function was called more often than allowed; no `except Exception` hides it."""


class CountedFunction:
    """A given function that counts its calls, in JAX's loops too, and stops after `max_calls`."""

    def __init__(self, given: Given):
        self.__wrapped__, self.calls = given, 0

    def __call__(self, *arguments):
        if any(isinstance(each, jax.core.Tracer) for each in arguments):
            return self._call_traced(*arguments)
        self.calls += 1
        if self.exceeded:
            raise TooManyCalls(self.message)
        return self.__wrapped__(*arguments)

    def __repr__(self):
        return repr(self.__wrapped__)

    def _call_traced(self, *arguments):
        """The call is made, and counted, when JAX has the arguments."""
        form = jax.eval_shape(self.__wrapped__, *arguments)

        def call(*values):
            return np.asarray(self(*map(np.asarray, values)), form.dtype)

        return jax.pure_callback(call, form, *arguments, vmap_method="sequential")

    @property
    def message(self) -> str:
        return f"called `{self.__wrapped__.name}` more than {self.__wrapped__.max_calls} times"

    @property
    def exceeded(self) -> bool:
        limit = self.__wrapped__.max_calls
        return limit is not None and self.calls > limit


def answer(function, *arguments):
    """The measure by default: what the student's function returns."""
    try:
        return jax.block_until_ready(function(*arguments))
    except Exception:  # inside a compiled loop JAX wraps TooManyCalls in an error of its own
        for each in arguments:
            if isinstance(each, CountedFunction) and each.exceeded:
                raise TooManyCalls(each.message) from None
        raise


def count_calls(function, given, *arguments) -> int:
    """How often the function calls its first argument; stopped at one call more than is allowed."""
    counted = (
        given if isinstance(given, CountedFunction) else CountedFunction(inspect.unwrap(given))
    )
    try:
        jax.block_until_ready(function(counted, *arguments))
    except BaseException:  # inside a compiled loop JAX wraps it in an error of its own
        if not counted.exceeded:
            raise
    return counted.calls


# how many turns, and what is computed outside of JAX?
UNCOUNTED = ("while", "pure_callback", "io_callback")


def count_operations(function, *arguments) -> float:
    """How many numbers the function computes, by its trace alone; loops count each turn."""
    places = [i for i, each in enumerate(arguments) if isinstance(each, jax.Array)]

    def of_arrays(*arrays):
        given = dict(zip(places, arrays))
        return function(*(given.get(i, each) for i, each in enumerate(arguments)))

    arrays = [arguments[i] for i in places]
    return float(_count_outputs(jax.make_jaxpr(of_arrays)(*arrays).jaxpr))


def _count_outputs(jaxpr) -> int:
    total = 0
    for equation in jaxpr.eqns:
        if equation.primitive.name in UNCOUNTED:
            name = equation.primitive.name
            raise ValueError(f"nobody can count the work in a {name}: do without it")
        parameters = list(equation.params.values())
        leaves = jax.tree.leaves(parameters, is_leaf=lambda leaf: hasattr(leaf, "eqns"))
        inner = [getattr(leaf, "jaxpr", leaf) for leaf in leaves]
        inside = sum(_count_outputs(each) for each in inner if hasattr(each, "eqns"))
        shapes = [getattr(each.aval, "shape", ()) for each in equation.outvars]
        outputs = sum(int(np.prod(shape)) for shape in shapes)
        total += inside * equation.params.get("length", 1) if inside else outputs
    return total


def compiled_difference(function, t, *numbers):
    """Distance of the answers where t is a number, and where it is traced as in a compiled loop."""
    # compiled once for the same numbers
    traced = jax.jit(function, static_argnums=tuple(range(1, 1 + len(numbers))))
    return abs(traced(t, *numbers) - function(t, *numbers))


def gradient(function, logits, labels):
    """JAX's gradient of the student's loss with respect to the logits."""
    return jax.grad(lambda z: jnp.asarray(function(z, labels), float))(logits)


# 02 batches: row numbers of several epochs; the weights of a small ReLU network


def distinct_rows_per_epoch(function, seed, n, batch_size, count):
    """How many different rows of 0, 1, ..., n - 1 each epoch uses."""
    batches = function(seed, n, batch_size, count)
    if batches is None:
        return None  # for which there is a message
    found = np.shape(batches)
    wanted = (count * (n // batch_size), batch_size)
    if found != wanted:
        raise ValueError(f"return an array of shape {wanted}, not {found}")
    epochs = np.asarray(batches).reshape(count, -1).tolist()
    return [len(set(epoch) & set(range(n))) for epoch in epochs]


def pair_coverage(function, seed, n, batch_size, count):
    """The fraction of all pairs of rows that share a batch in one of the epochs of a run."""
    together = np.zeros((n, n), bool)
    for batch in np.asarray(function(seed, n, batch_size, count)).astype(int):
        together[np.ix_(batch, batch)] = True
    return np.mean(together[np.triu_indices(n, 1)])


def repeated_epochs(function, seeds, n, batch_size, counts):
    """How many epochs of two runs, one for each seed, have the order of an earlier one."""
    runs = []
    for seed, count in zip(seeds, counts):
        runs.append(np.asarray(function(seed, n, batch_size, count)))
    orders = np.concatenate([batches.reshape(count, -1) for batches, count in zip(runs, counts)])
    return len(orders) - len(np.unique(orders, axis=0))


INPUT_SIZE = 3
# inputs at which two networks are compared
PROBE_INPUTS = np.random.default_rng(0).normal(size=(6, INPUT_SIZE))
TRAINING_INPUTS = np.random.default_rng(1).normal(size=(20, INPUT_SIZE))


@jax.jit
def network(w, inputs):
    """The outputs of a ReLU network with weights (W1, b1, W2, b2)."""
    W1, b1, W2, b2 = w
    return (jax.nn.relu(inputs @ W1 + b1) @ W2 + b2)[:, 0]


@jax.jit
def sharpness(w):
    """λ_max of a loss whose targets are the sines of the first input."""
    flat, shaped = ravel_pytree(w)
    loss = lambda v: jnp.mean(
        (network(shaped(v), TRAINING_INPUTS) - jnp.sin(TRAINING_INPUTS[:, 0])) ** 2
    )
    return jnp.linalg.eigvalsh(jax.hessian(loss)(flat))[-1]


def _weights(function, *before) -> tuple:
    """The four weight arrays that the function returns; ValueError where they do not fit."""
    after = function(*before)
    if not isinstance(after, tuple | list) or len(after) != len(before):
        raise ValueError("return four arrays: W1, b1, W2 and b2")
    after = tuple(jnp.asarray(each, float) for each in after)
    for name, new, old in zip(("W1", "b1", "W2", "b2"), after, before):
        if new.shape != old.shape:
            raise ValueError(f"{name} has the shape {new.shape}, and had {old.shape}: keep it")
    return after


def network_outputs(function, *before):
    """The outputs of the network with the weights that the function returns."""
    return network(_weights(function, *before), PROBE_INPUTS)


def sharpness_ratio(function, *before):
    """Sharpness of the network that the function returns, over that of the one it was given."""
    after = sharpness(_weights(function, *before))
    if not np.isfinite(after):
        problem = "with weights as large as these, single precision overflows"
        raise ValueError(f"{problem}: take a smaller c")
    return after / sharpness(tuple(jnp.asarray(each, float) for each in before))


# 04 adaptive learning rates: moves (steps, weights)


def last_step_length(function, *arguments):
    """The length of the last step that the function returns."""
    return abs(np.asarray(function(*arguments))[-1, 0])


def step_growth(function, *arguments):
    """Length of the last step over that of step 8, the last before the gradients change."""
    moves = np.asarray(function(*arguments))
    return abs(moves[-1, 0] / moves[7, 0])


# 05 cross-entropy and squared error


def class_probabilities(function, labels, classes):
    """The softmax of the bias that the function returns: a number added to all changes nothing."""
    bias = function(labels, classes)
    if bias is None:
        return None  # for which there is a message
    bias = np.asarray(bias, float)
    e = np.exp(bias - np.max(bias))
    return e / np.sum(e)


# 06 natural gradient: rows and matrices, so that a message shows some of their numbers


def matrix_rows(function, *arguments) -> tuple | None:
    """The rows of a matrix one by one."""
    matrix = function(*arguments)
    if matrix is None:
        return None  # for which there is a message
    return tuple(np.atleast_1d(np.asarray(matrix)))


def first_matrix(function, *arguments) -> np.ndarray:
    """The entries of the first of two matrices in a row."""
    return np.ravel(function(*arguments)[0])


def second_matrix(function, *arguments) -> np.ndarray:
    """The entries of the second of two matrices in a row."""
    return np.ravel(function(*arguments)[1])


def finite_entries(function, *arguments) -> list:
    """How many entries of each of two matrices are finite."""
    return [int(np.sum(np.isfinite(np.asarray(matrix)))) for matrix in function(*arguments)]


def stepwise_difference(function, *arguments):
    """Distance of the weights after several steps in one call and after as many calls of one."""
    X, y, w, noise, rate, steps = arguments
    together = np.asarray(function(*arguments), float)
    for _ in range(steps):
        w = jnp.asarray(function(X, y, w, noise, rate, 1), float)
    return float(np.linalg.norm(together - np.asarray(w)))


MEASURES: dict[str, Callable] = {
    "answer": answer,
    "products": count_calls,
    "runs": count_calls,
    "trainings": count_calls,
    "operations": count_operations,
    "difference when t is compiled": compiled_difference,
    "gradient": gradient,
    "different rows in each epoch": distinct_rows_per_epoch,
    "share of all pairs that come together": pair_coverage,
    "epochs that come twice in the two runs": repeated_epochs,
    "outputs": network_outputs,
    "times as sharp": sharpness_ratio,
    "last step": last_step_length,
    "growth of the steps": step_growth,
    "shares": class_probabilities,
    "rows": matrix_rows,
    "first matrix": first_matrix,
    "second matrix": second_matrix,
    "finite entries": finite_entries,
    "distance from one step at a time": stepwise_difference,
    "relative errors of the product and of the balance": balance_errors,
}
