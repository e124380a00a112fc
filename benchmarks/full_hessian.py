"""The full Hessian of a small network's loss: python benchmarks/full_hessian.py [--rounds 11]

    ours                       `curvature.hessian`: 64 columns at a time, compiled
    jax.hessian                all columns at once, compiled
    torch.func.hessian         as its documentation shows it: all columns at once
    torch.func, 64 columns     our algorithm in torch: vmap(jvp(grad)) with chunk_size=64
    torch.autograd             torch.autograd.functional.hessian: one column after the other

300 digits, 64-16-10 with tanh and cross-entropy: 1210 parameters, float32, the same weights.
"""

import jax
import numpy as np
import rounds

from optcourse import curvature, losses, models, trees
from optcourse.experiments import data

SIZES, EXAMPLES = (64, 16, 10), 300


def network(sizes, examples: int):
    """(loss, w, inputs and labels)."""
    digits, model = data.digits(examples), models.mlp(sizes)
    loss = lambda w: losses.cross_entropy(model.apply(w, digits.inputs), digits.labels)
    return loss, model.init(jax.random.key(0)), digits


def with_jax(loss, w) -> dict:
    vector, flat_loss = trees.flatten_loss(loss, w)
    at_once = jax.jit(jax.hessian(flat_loss))
    ours = lambda: np.asarray(curvature.hessian(loss, w))
    return {"ours": ours, "jax.hessian": lambda: np.asarray(at_once(vector))}


def torch_loss(torch, w, digits):
    """The same loss of the same flat vector."""
    inputs, labels = (
        torch.tensor(np.asarray(digits.inputs)),
        torch.tensor(np.asarray(digits.labels)).long(),
    )
    shapes = [np.shape(leaf) for leaf in jax.tree.leaves(w)]  # weight, bias, weight, bias, ...
    lengths = [int(np.prod(shape)) for shape in shapes]

    def loss(vector):
        leaves = [part.reshape(shape) for part, shape in zip(torch.split(vector, lengths), shapes)]
        h = inputs
        for weight, bias in zip(leaves[:-2:2], leaves[1:-2:2]):
            h = torch.tanh(h @ weight + bias)
        return torch.nn.functional.cross_entropy(h @ leaves[-2] + leaves[-1], labels)

    return loss


def with_torch(torch, w, digits) -> dict:
    loss, vector = torch_loss(torch, w, digits), torch.tensor(np.asarray(trees.flatten(w)[0]))
    column = lambda e: torch.func.jvp(torch.func.grad(loss), (vector,), (e,))[1]
    in_chunks = torch.func.vmap(column, chunk_size=curvature.CHUNK)
    at_once = torch.func.hessian(loss)
    return {
        "torch.func.hessian": lambda: at_once(vector).numpy(),
        "torch.func, 64 columns": lambda: in_chunks(torch.eye(len(vector))).numpy(),
        "torch.autograd": lambda: torch.autograd.functional.hessian(loss, vector).numpy(),
    }


def main() -> None:
    torch = rounds.peer("torch")
    loss, w, digits = network(SIZES, EXAMPLES)
    contestants = {**with_jax(loss, w), **with_torch(torch, w, digits)}
    rounds.compare(f"The Hessian of {trees.size(w)} parameters", contestants, 1e-5, ["torch"])


if __name__ == "__main__":
    main()
