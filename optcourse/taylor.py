"""A loss seen from one point: its second-order expansion, the kind of critical point, and the way out of a saddle.

    L(w + v) = L(w) + gᵀv + ½ vᵀH v + O(‖v‖³)        (1.1)
    g_i = ∂L/∂w_i,   H_ij = ∂²L/∂w_i∂w_j             (1.2)

At a critical point g = 0, so H decides, and the eigenvalues of H decide for it.
Everything here builds the full Hessian: use it for landscapes and networks of up to a few thousand parameters.
They are compiled once for each loss function: a second call with the same one is cheap, and does not see a global that
the loss reads and that changed meanwhile.
"""

from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import Array, Float, PyTree

from optcourse import trees
from optcourse.curvature import count_signs, hessian
from optcourse.linalg import quadratic_form
from optcourse.programs import jit_per_function


class Expansion(NamedTuple):
    """Value, gradient (n,) and Hessian (n, n) of a loss at a point; call it with a point w to evaluate the model."""

    point: PyTree
    value: Float[Array, ""]
    gradient: Float[Array, " n"]
    hessian: Float[Array, "n n"]

    def __call__(self, w: PyTree, order: int = 2) -> Float[Array, ""]:
        """The Taylor polynomial of order 0, 1 or 2 at w."""
        if order not in (0, 1, 2):
            raise ValueError(f"order {order}: a Taylor model of order 0, 1 or 2 is available")
        v = trees.flatten(w)[0] - trees.flatten(self.point)[0]
        terms = [self.value, self.gradient @ v, quadratic_form(self.hessian, v) / 2]  # (1.1)
        return sum(terms[: order + 1])


@jit_per_function
def expand(loss, w: PyTree) -> Expansion:
    """The second-order expansion of `loss` around w; a pytree w is flattened, its structure kept in `point`."""
    vector, flat_loss = trees.flatten_loss(loss, w)
    value, gradient = jax.value_and_grad(flat_loss)(vector)
    return Expansion(w, value, gradient, hessian(loss, w))


class CriticalPoint(NamedTuple):
    """kind; ‖g‖; eigenvalues (n,) ascending; directions (n, n), column i belonging to eigenvalue i."""

    kind: str
    gradient_norm: Float[Array, ""]
    eigenvalues: Float[Array, " n"]
    directions: Float[Array, "n n"]


def classify(loss, w: PyTree, gradient_tolerance=1e-3, zero_tolerance=1e-4) -> CriticalPoint:
    """Which kind of critical point w is: "minimum", "maximum", "saddle", "undecided" or "not critical".

    gradient_tolerance: ‖g‖ above it is "not critical". zero_tolerance: an eigenvalue counts as zero below this
    fraction of the largest |eigenvalue|; both suit float32. See `kind` for the rule.
    """
    expansion, eigenvalues, directions = _diagonalize(loss, w)
    gradient_norm = trees.norm(expansion.gradient)
    verdict = second_derivative_test(gradient_norm, eigenvalues, gradient_tolerance, zero_tolerance)
    return CriticalPoint(verdict, gradient_norm, eigenvalues, directions)


@jit_per_function
def _diagonalize(loss, w):
    expansion = expand(loss, w)
    return expansion, *jnp.linalg.eigh(expansion.hessian)


def second_derivative_test(
    gradient_norm, eigenvalues, gradient_tolerance=1e-3, zero_tolerance=1e-4
) -> str:
    """The second-derivative test (1.4), on numbers.

    Eigenvalues of both signs: a saddle, zeros notwithstanding. Otherwise any zero leaves it undecided, because along
    that direction the third and higher derivatives decide. A NaN anywhere is "not critical".
    """
    eigenvalues = np.asarray(eigenvalues)
    if not (gradient_norm <= gradient_tolerance and np.all(np.isfinite(eigenvalues))):
        return "not critical"
    negative, zero, positive = count_signs(eigenvalues, zero_tolerance)
    if negative and positive:
        return "saddle"
    if zero:
        return "undecided"
    return "minimum" if positive else "maximum"


class EscapeDirection(NamedTuple):
    """The value L(w), the smallest eigenvalue λ, its unit vector u (n,), and predicted(step) = L(w) + ½ λ step²."""

    value: Float[Array, ""]
    eigenvalue: Float[Array, ""]
    direction: Float[Array, " n"]

    def predicted(self, step):
        """The second-order prediction of L(w + step u) at a critical point."""
        return self.value + self.eigenvalue * step**2 / 2  # (1.5)


def escape_direction(loss, w: PyTree) -> EscapeDirection:
    """The direction in which the loss falls fastest from a saddle: the eigenvector u of the most negative eigenvalue.

    L(w + s u) = L(w) + ½ λ s² + O(s³)        (1.5)   ‖u‖ = 1; the sign of u is arbitrary

    Where no eigenvalue is negative, as at a minimum, λ is the smallest, and there is no way down that it could see.
    """
    expansion, eigenvalues, directions = _diagonalize(loss, w)
    return EscapeDirection(expansion.value, eigenvalues[0], directions[:, 0])
