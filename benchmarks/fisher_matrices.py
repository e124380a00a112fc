"""The Fisher matrix and the Hessian, and solves: python benchmarks/fisher_matrices.py [--rounds 11]

    Hessian            `curvature.hessian`: 64 products at a time
    exact              `fisher.exact`: all classes
    one label          `fisher.sampled`: one label drawn from the model for each input

    ours               `fisher.natural_direction`: conjugate gradients on products
    explicit solve     `fisher.dense_direction`: the matrix, then a linear solve

256 digits, 64-32-outputs with tanh, about 2100 to 2400 parameters in float32. There is no peer: the
Hessian is ours, and so is the explicit solve.
"""

from functools import partial

import jax
import numpy as np
import rounds

from optcourse import fisher, trees
from optcourse.experiments.natural_gradient import costs

OUTPUTS, HIDDEN, DAMPING = (1, 2, 5, 10), 32, 1e-2
TOLERANCE = 1e-3  # of a solution, in float32


def matrices(outputs: int, hidden: int) -> dict:
    """Contestants that wait for their matrix. Their answers differ: see `products_agree`."""
    calls = costs.matrix_calls(outputs, hidden)
    return {name: partial(lambda call: np.asarray(call()), call) for name, call in calls.items()}


def products_agree(outputs: int, hidden: int) -> None:
    """End the benchmark where the exact matrix times a vector is not the matrix-free product."""
    model, w, inputs, _ = costs.digits_problem(outputs, (hidden,))
    v = trees.normal_like(jax.random.key(1), w)
    matrix = np.asarray(fisher.exact(model, w, inputs)) @ np.asarray(trees.flatten(v)[0])
    product = np.asarray(trees.flatten(fisher.vector_product(model, w, inputs, v))[0])
    rounds.agree({"the matrix": matrix, "the product": product}, TOLERANCE)


def row(name: str, measured: list[dict]) -> list[str]:
    """Medians in ms; median and quartiles of each round's ratio, the Hessian over the others."""
    times = {each: np.array([turn[each] for turn in measured]) for each in measured[0]}
    cells = [f"{1000 * np.median(times[each]):.3g}" for each in costs.MATRICES]
    for each in ("exact", "sampled"):
        low, middle, high = np.percentile(times["hessian"] / times[each], [25, 50, 75])
        cells += [f"{middle:.3g}x", f"{low:.3g} to {high:.3g}"]
    return [name, *cells]


def solutions(outputs: int, hidden: int, examples: int, ways: dict) -> dict:
    """Contestants that solve (F + λ I) d = g for the gradient g, each by one of the ways."""
    model, w, inputs, loss = costs.digits_problem(outputs, (hidden,))
    g = jax.grad(loss)(w)
    solve = lambda way: np.asarray(trees.flatten(way(model, w, inputs[:examples], g, DAMPING))[0])
    return {name: partial(solve, way) for name, way in ways.items()}


def compare_matrices(number: int) -> None:
    """The table of the matrices, a row for each number of outputs."""
    heads = [
        "outputs",
        "Hessian ms",
        "exact ms",
        "one label ms",
        "H/exact",
        "quartiles",
        "H/one label",
        "quartiles",
    ]
    print("The Hessian over the Fisher matrix: compiling and comparing the answers.", flush=True)
    rows = [heads]
    for outputs in OUTPUTS:
        products_agree(outputs, HIDDEN)
        contestants = matrices(outputs, HIDDEN)
        for call in contestants.values():
            call()  # compiled, and not counted
        rows.append(row(str(outputs), rounds.measure(contestants, number)))
    print(rounds.aligned(rows))
    print(f"{number} rounds, {rounds.machine('jax')}.\n", flush=True)


def main() -> None:
    compare_matrices(rounds.asked())
    ways = {
        "ours, conjugate gradients": fisher.natural_direction,
        "explicit solve": fisher.dense_direction,
    }
    rounds.compare(
        "A direction for 2410 parameters, 256 inputs",
        solutions(10, HIDDEN, costs.EXAMPLES, ways),
        TOLERANCE,
    )


if __name__ == "__main__":
    main()
