"""What curvature costs: a gradient, one Hessian-vector product, the Hessian, its eigenvectors.

    flops                floating-point operations, as the compiler counts them
    hessian_cost         the experiment: milliseconds; its table
    products_to_escape   how many products a way down from a saddle takes

One product costs about as much as one or two gradients whatever the size, the Hessian as much as p
products.
"""

from collections.abc import Callable, Sequence

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import PyTree

from optcourse import losses, models, trees
from optcourse.curvature import hessian, hessian_vector
from optcourse.experiments import data, table
from optcourse.experiments.timing import check_threads, count_flops, fastest

# By their number of parameters.
NETWORKS = {124: (8, 6, 10), 1210: (64, 16, 10), 4810: (64, 64, 10)}
EXAMPLES = 300
MAX_REPEATS, SECONDS = 200, 5  # of a call, for its least time
OPERATIONS = ("gradient", "hessian_vector", "product", "hessian", "eigenvectors")


def operations(sizes: Sequence[int]) -> dict[str, tuple[Callable, tuple]]:
    """name -> (function, its arguments), for a digits network with flat parameters.

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
    sizes = _layer_sizes(parameters)
    calls = operations(sizes)
    counts = {name: count_flops(calls[name][0], *calls[name][1]) for name in OPERATIONS[:3]}
    # `curvature.hessian` loops, and of a loop one turn is counted.
    loss, w = _digits_loss(sizes)
    return counts | {"hessian": count_flops(jax.hessian(loss), w)}


def products_to_escape(loss, w: PyTree, fraction=0.5, seed: int = 0) -> int | float:
    """Hessian-vector products until Lanczos has a direction v with vᵀH v <= fraction λ_min.

    The k-th product adds H applied to the newest direction; v is the best combination of all so
    far. The Hessian is built here only to know λ_min, and to count. Infinity where λ_min >= 0.
    """
    H = np.asarray(hessian(loss, w), float)
    target = fraction * np.linalg.eigvalsh(H)[0]
    start = np.random.default_rng(seed).normal(size=(len(H), 1))
    Q = np.linalg.qr(start)[0]
    for products in range(1, len(H) + 1):
        lowest = np.linalg.eigvalsh(Q.T @ H @ Q)[0]
        if lowest <= target < 0:
            return products
        newest = H @ Q[:, -1]
        Q = np.linalg.qr(np.column_stack([Q, newest]))[0]
    return np.inf


def hessian_cost() -> table.Table:
    """Milliseconds of gradient, Hessian-vector product, Hessian and eigenvectors (4 minutes)."""
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
    seconds = fastest(lambda: compiled(*arguments), MAX_REPEATS, SECONDS)
    counted = flops(parameters).get(operation, float("nan"))
    return {"milliseconds": 1000 * seconds, "flops": counted}


def _layer_sizes(parameters) -> tuple[int, ...]:
    if parameters not in NETWORKS:
        choices = ", ".join(map(str, NETWORKS))
        raise ValueError(f"parameters = {parameters}: choose one of {choices}")
    return NETWORKS[parameters]


def _digits_loss(sizes):
    """(loss of a flat vector, such a vector): cross-entropy on 300 digits, or their components."""
    network = models.mlp(sizes)
    inputs, labels = data.digits(EXAMPLES, jax.random.key(0))
    if sizes[0] != 64:
        inputs = data.pca(inputs, sizes[0])
    loss = lambda w: losses.cross_entropy(network.apply(w, inputs), labels)
    w, flat_loss = trees.flatten_loss(loss, network.init(jax.random.key(0)))
    return flat_loss, w
