"""Matrix completion by two and by three factors: python benchmarks/matrix_factorization.py

    ours             `descend`: one compiled loop, which ends at the residual
    jax, loop        a Python loop over a compiled step of the same descent
    torch, entries   autograd and torch.optim.SGD in a Python loop: the loss of the seen entries,
                     picked out of the product, as Arora et al. (2019) write it
    torch, mask      the same, the loss of the product times a mask

100 x 100 of rank 5, 2000 entries seen, in float32, all from the same factors at the same rate,
until the residual is 1e-3 (two factors) or 1e-2 (three): a few thousand steps. Each asks after
every step whether it has arrived.
"""

from functools import partial

import jax
import numpy as np
import rounds

from optcourse import factorization
from optcourse.experiments.implicit_bias import matrices
from optcourse.optimizers import gradient_descent

ENTRIES, SEED = 2000, 0
SCALES = {2: 1e-7, 3: 1e-5}  # of the start, by depth
RESIDUALS = {2: 1e-3, 3: 1e-2}
MAX_STEPS = 10_000
TOLERANCE = 1e-3  # of the completed matrix, relative to its largest entry


class Descent:
    """What everyone has: the matrix, the mask, the start, the rate, and the loss to arrive at."""

    def __init__(self, depth: int, residual: float):
        problem = matrices.problem(SEED, ENTRIES)
        self.b, self.mask = problem.truth, problem.mask
        scale = SCALES[depth]
        self.start = factorization.gaussian_factors(problem.key, self.b.shape, depth, scale)
        self.rate = float(matrices.rate(problem, depth))
        self.residual = residual
        seen = np.where(self.mask, self.b, 0).astype(float)
        self.target = float(residual**2 * np.sum(seen**2) / 2)


def ours(descent: Descent):
    optimizer = gradient_descent(descent.rate)

    @jax.jit
    def solve(start, b, mask):
        limits = descent.residual, MAX_STEPS
        factors, _ = factorization.descend(start, b, mask, optimizer, *limits)
        return factorization.product(factors)

    return lambda: np.asarray(solve(descent.start, descent.b, descent.mask))


def jax_loop(descent: Descent):
    loss = factorization.completion_loss(descent.b, descent.mask)

    @jax.jit
    def step(factors):
        value, gradient = jax.value_and_grad(loss)(factors)
        move = lambda w, g: w - descent.rate * g
        return value, jax.tree.map(move, factors, gradient)

    def solve():
        after = descent.start
        for _ in range(MAX_STEPS):
            factors = after
            value, after = step(factors)
            if float(value) <= descent.target:
                break
        return np.asarray(factorization.product(factors))

    return solve


def with_torch(torch, descent: Descent) -> dict:
    """Two ways to write the loss: pick the entries, or blank the others out."""
    b, mask = torch.tensor(np.array(descent.b)), torch.tensor(np.array(descent.mask))
    rows, columns = torch.nonzero(mask, as_tuple=True)
    entries, zero_one = b[rows, columns], mask.to(b.dtype)
    losses = {
        "torch, entries": lambda W: (W[rows, columns] - entries).square().sum() / 2,
        "torch, mask": lambda W: ((W - b) * zero_one).square().sum() / 2,
    }
    return {name: partial(torch_loop, torch, descent, loss) for name, loss in losses.items()}


def torch_loop(torch, descent: Descent, loss_of_product):
    factors = [torch.tensor(np.array(each), requires_grad=True) for each in descent.start]
    sgd = torch.optim.SGD(factors, lr=descent.rate)
    for _ in range(MAX_STEPS):
        W = factors[0]
        for factor in factors[1:]:
            W = factor @ W
        loss = loss_of_product(W)
        if loss.item() <= descent.target:
            break
        sgd.zero_grad()
        loss.backward()
        sgd.step()
    return W.detach().numpy()


def contestants(torch, depth: int, residual: float) -> dict:
    """All four; without torch, two."""
    descent = Descent(depth, residual)
    peers = with_torch(torch, descent) if torch else {}
    return {"ours": ours(descent), "jax, loop": jax_loop(descent), **peers}


def main() -> None:
    torch = rounds.peer("torch")
    for depth, residual in RESIDUALS.items():
        everyone = contestants(torch, depth, residual)
        rounds.compare(
            f"{depth} factors, to a residual of {residual:g}", everyone, TOLERANCE, ["torch"]
        )


if __name__ == "__main__":
    main()
