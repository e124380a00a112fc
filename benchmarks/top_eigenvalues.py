"""The five largest eigenvalues of a Hessian: python benchmarks/top_eigenvalues.py [--rounds 11]

    ours          `curvature.top_eigenvalues`: scipy's eigsh on compiled products
    curvlinops    its HessianLinearOperator, set up beforehand, in the same eigsh

300 digits, 64-256-256-10 with tanh and cross-entropy: 85,002 parameters in float32, the same
weights for both. Both leave eigsh its default tolerance, that of the numbers; the errors against a
float64 run are printed below the table.
"""

import jax
import numpy as np
import rounds
from full_hessian import network
from scipy.sparse.linalg import eigsh

from optcourse import curvature, trees

SIZES, EXAMPLES, K = (64, 256, 256, 10), 300, 5


def ours(loss, w, k: int):
    return lambda: curvature.top_eigenvalues(loss, w, k)


def curvlinops_operator(torch, curvlinops, w, digits):
    """Their Hessian of the same loss at the same weights, as scipy takes it."""
    layers = []
    for layer in w:
        linear = torch.nn.Linear(*layer.weight.shape)
        linear.weight.data = torch.tensor(np.asarray(layer.weight).T.copy())
        linear.bias.data = torch.tensor(np.asarray(layer.bias))
        layers += [linear, torch.nn.Tanh()]
    model = torch.nn.Sequential(*layers[:-1])
    batch = torch.tensor(np.asarray(digits.inputs)), torch.tensor(np.asarray(digits.labels)).long()
    loss = torch.nn.CrossEntropyLoss()
    return curvlinops.HessianLinearOperator(
        model, loss, list(model.parameters()), [batch]
    ).to_scipy()


def theirs(operator, k: int):
    return lambda: eigsh(operator, k=k, which="LA", return_eigenvectors=False)[::-1]


def reference(loss, w, k: int) -> np.ndarray:
    """The same eigenvalues in float64."""
    with jax.enable_x64(True):
        return curvature.top_eigenvalues(
            loss, jax.tree.map(lambda leaf: np.asarray(leaf, float), w), k
        )


def errors(contestants: dict, exact: np.ndarray) -> str:
    """The largest relative error of each."""
    each = {name: np.max(np.abs(call() / exact - 1)) for name, call in contestants.items()}
    return (
        "Largest error: " + ", ".join(f"{name} {error:.1e}" for name, error in each.items()) + "."
    )


def main() -> None:
    torch, curvlinops = rounds.peer("torch"), rounds.peer("curvlinops")
    loss, w, digits = network(SIZES, EXAMPLES)
    operator = curvlinops_operator(torch, curvlinops, w, digits)
    contestants = {"ours": ours(loss, w, K), "curvlinops": theirs(operator, K)}
    title = f"The {K} largest eigenvalues of {trees.size(w)} parameters"
    rounds.compare(title, contestants, 1e-5, ["torch", "curvlinops-for-pytorch"])
    print(errors(contestants, reference(loss, w, K)))


if __name__ == "__main__":
    main()
