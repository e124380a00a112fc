"""Matrix completion by the least nuclear norm: python benchmarks/nuclear_norm.py [--rounds 11]

    ours                     `nuclear_norm_minimum`: Douglas-Rachford splitting, which certifies
                             its gap to be at most 1e-5
    cvxpy, SCS               the same problem in cvxpy, its solver SCS at its default accuracy
    cvxpy, SCS, least sure   and at the least accuracy that still gives our nuclear norm to 1e-3

100 x 100 of rank 5, 2000 entries seen. All are warm: ours is compiled, and cvxpy keeps the problem
as SCS wants it; each solve begins anew, and not where the last one ended.
"""

import sys

import jax
import numpy as np
import rounds

from optcourse import factorization
from optcourse.experiments.implicit_bias import matrices

ENTRIES, SEED = 2000, 0
TOLERANCE = 1e-3  # of the nuclear norm
ACCURACIES = {"cvxpy, SCS": 1e-5, "cvxpy, SCS, least sure": 1e-3}
MAX_ITERATIONS = 100_000


def ours(b, mask):
    solve = jax.jit(factorization.nuclear_norm_minimum)
    return lambda: np.asarray(solve(b, mask).nuclear_norm)[None]


def cvxpy_problem(cp, b, mask):
    """min ‖X‖_* where X has the seen entries of b."""
    X = cp.Variable(b.shape)
    seen = np.where(mask, b, 0).astype(float)
    return cp.Problem(cp.Minimize(cp.normNuc(X)), [cp.multiply(np.asarray(mask, float), X) == seen])
