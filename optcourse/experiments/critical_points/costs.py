"""What curvature costs: the gradient, one Hessian-vector product, the whole Hessian, its eigenvectors.

    costs               floating-point operations, as the compiler counts them
    hessian_cost        the experiment: the same in milliseconds; its table
    products_to_escape  how many products a way down from a saddle takes

The point: one product costs about as much as one or two gradients whatever the size, the Hessian as much as p products.
"""

import time
from collections.abc import Callable, Sequence

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import PyTree

from optcourse import losses, models, trees
from optcourse.curvature import hessian, hessian_vector
from optcourse.experiments import data, table
from optcourse.experiments.timing import check_threads, count_flops

NETWORKS = {
    124: (8, 6, 10),
    1210: (64, 16, 10),
    4810: (64, 64, 10),
}  # by their number of parameters
EXAMPLES = 300
MAX_REPEATS, SECONDS = (
    200,
    5,
)  # the least time of so many: what the machine does beside it only adds
OPERATIONS = ("gradient", "hessian_vector", "product", "hessian", "eigenvectors")


def operations(sizes: Sequence[int]) -> dict[str, tuple[Callable, tuple]]:
    """name -> (function, its arguments) for a digits network: all of flat parameters, ready to be compiled.

    "product" is H v with ∇L linearized at w beforehand: what repeated products at one point cost.
    """
    loss, w = _digits_loss(sizes)
    v = jnp.ones_like(w)
    product = jax.linearize(jax.grad(loss), w)[1]
    G = jax.random.normal(jax.random.key(0), (w.size, w.size))
    return {
        "gradient": (jax.grad(loss), (w,)),
        "hessian_vector": (lambda w, v: hessian_vector(loss, w, v), (w, v)),
        "product": (product, (v,)),
        "hessian": (lambda w: hessian(loss, w), (w,)),
        "eigenvectors": (jnp.linalg.eigh, (G + G.T,)),
    }


def flops(parameters: int = 1210) -> dict[str, float]:
    """Floating-point operations by name for a network of 124, 1210 or 4810 parameters.

    No entry for "eigenvectors": the compiler does not look into LAPACK (it takes about 10 p³).
    """
    asked = operations(_layer_sizes(parameters))
    counted = {name: count_flops(asked[name][0], *asked[name][1]) for name in OPERATIONS[:3]}
    loss, w = _digits_loss(_layer_sizes(parameters))
    return {
        **counted,
        "hessian": count_flops(jax.hessian(loss), w),
    }  # ours loops, and of a loop one turn is counted


def products_to_escape(loss, w: PyTree, share=0.5, seed: int = 0) -> int | float:
    """Hessian-vector products until Lanczos holds a direction v with vᵀH v <= share λ_min; infinity where λ_min >= 0.

    The k-th product adds H applied to the newest direction; v is the best combination of all so far. The Hessian is
    built here only to know λ_min, and to count.
    """
    H = np.asarray(hessian(loss, w), float)
    target = share * np.linalg.eigvalsh(H)[0]
    Q = np.linalg.qr(np.random.default_rng(seed).normal(size=(len(H), 1)))[0]
    for products in range(1, len(H) + 1):
        lowest = np.linalg.eigvalsh(Q.T @ H @ Q)[0]
        if lowest <= target < 0:
            return products
        Q = np.linalg.qr(np.column_stack([Q, H @ Q[:, -1]]))[0]
    return np.inf


def hessian_cost() -> table.Table:
    """Milliseconds for gradient, Hessian-vector product, Hessian and eigenvectors (4 minutes of CPU)."""
    check_threads()
    settings = {
        "networks": list(NETWORKS.values()),
        "examples": EXAMPLES,
        "least_of_up_to": MAX_REPEATS,
    }
    jobs = [{"parameters": p, "operation": operation} for p in NETWORKS for operation in OPERATIONS]
    return table.fill("hessian_cost", settings, jobs, _time_row)


def _time_row(parameters: int, operation: str) -> dict:
    function, arguments = operations(_layer_sizes(parameters))[operation]
    compiled = jax.jit(function)
    jax.block_until_ready(compiled(*arguments))
    times, began = [], time.perf_counter()
    while len(times) < MAX_REPEATS and (len(times) < 3 or time.perf_counter() - began < SECONDS):
        start = time.perf_counter()
        jax.block_until_ready(compiled(*arguments))
        times.append(time.perf_counter() - start)
    return {
        "milliseconds": 1000 * min(times),
        "flops": flops(parameters).get(operation, float("nan")),
    }


def _layer_sizes(parameters) -> tuple[int, ...]:
    if parameters not in NETWORKS:
        raise ValueError(
            f"parameters = {parameters}: choose one of {', '.join(map(str, NETWORKS))}"
        )
    return NETWORKS[parameters]


def _digits_loss(sizes):
    """(loss of a flat vector, such a vector): softmax cross-entropy on 300 digits, as many pixels or components."""
    examples = data.digits(EXAMPLES, jax.random.key(0))
    inputs = examples.inputs if sizes[0] == 64 else data.pca(examples.inputs, sizes[0])
    network = models.mlp(sizes)
    w, loss = trees.flatten_loss(
        lambda w: losses.cross_entropy(network.apply(w, inputs), examples.labels),
        network.init(jax.random.key(0)),
    )
    return loss, w
