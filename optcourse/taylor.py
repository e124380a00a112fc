"""A loss near one point: second-order expansion, kind of critical point, escape from a saddle.

    L(w + v) = L(w) + gᵀv + ½ vᵀH v + O(‖v‖³)        (1.1)
    g_i = ∂L/∂w_i,   H_ij = ∂²L/∂w_i∂w_j             (1.2)

At a critical point g = 0, so H decides, and the eigenvalues of H decide for it. Everything here
builds the full Hessian: use it for landscapes and networks of up to a few thousand parameters.

The functions are compiled once for each loss function: a second call with the same one is cheap,
and does not see a global that the loss reads and that changed meanwhile.
"""

from typing import NamedTuple

import jax
import jax.numpy as jnp
from jaxtyping import Array, PyTree

from optcourse import trees
from optcourse.curvature import count_signs, hessian
from optcourse.linalg import Matrix, Scalar, Vector, quadratic_form
from optcourse.programs import jit_per_function


class Expansion(NamedTuple):
    """Value, gradient (n,) and Hessian (n, n) of a loss at a point; call it with a point w."""

    point: PyTree
    value: Scalar
    gradient: Vector
    hessian: Matrix

    def __call__(self, w: PyTree, order: int = 2) -> Scalar:
        """The Taylor polynomial of order 0, 1 or 2 at w."""
        if order not in (0, 1, 2):
            raise ValueError(f"order {order}: a Taylor model of order 0, 1 or 2 is available")
        here, _ = trees.flatten(w)
        center, _ = trees.flatten(self.point)
        v = here - center
        terms = [
            self.value,
            self.gradient @ v,
            quadratic_form(self.hessian, v) / 2,  # (1.1)
        ]
        return sum(terms[: order + 1])


@jit_per_function
def expand(loss, w: PyTree) -> Expansion:
    """The second-order expansion of `loss` around w; w is flattened, and kept whole in `point`."""
    vector, flat_loss = trees.flatten_loss(loss, w)
    value, gradient = jax.value_and_grad(flat_loss)(vector)
    return Expansion(w, value, gradient, hessian(loss, w))


class CriticalPoint(NamedTuple):
    """kind; ‖g‖; eigenvalues (n,) ascending; directions (n, n), one column for each eigenvalue."""

    kind: str
    gradient_norm: Scalar
    eigenvalues: Vector
    directions: Matrix


def classify(
    loss,
    w: PyTree,
    gradient_tolerance=1e-3,
    zero_tolerance=1e-4,
) -> CriticalPoint:
    """The kind of critical point w is: "minimum", "maximum", "saddle", "undecided", "not critical".

    gradient_tolerance: ‖g‖ above it is "not critical". zero_tolerance: an eigenvalue counts as zero
    below this fraction of the largest |eigenvalue|. Both suit float32. The rule is that of
    `second_derivative_test`.
    """
    expansion, eigenvalues, directions = _diagonalize(loss, w)
    gradient_norm = trees.norm(expansion.gradient)
    kind = second_derivative_test(gradient_norm, eigenvalues, gradient_tolerance, zero_tolerance)
    return CriticalPoint(kind, gradient_norm, eigenvalues, directions)


@jit_per_function
def _diagonalize(loss, w):
    expansion = expand(loss, w)
    eigenvalues, directions = jnp.linalg.eigh(expansion.hessian)
    return expansion, eigenvalues, directions


KINDS = ("not critical", "saddle", "undecided", "minimum", "maximum")


def second_derivative_test(
    gradient_norm,
    eigenvalues,
    gradient_tolerance=1e-3,
    zero_tolerance=1e-4,
) -> str:
    """The kind of critical point, from ‖g‖ and the eigenvalues of H (n,)     (1.4).

    Eigenvalues of both signs: a saddle, zeros notwithstanding. Otherwise any zero leaves it
    undecided, because along that direction the third and higher derivatives decide. A NaN anywhere
    is "not critical".
    """
    return KINDS[kind_index(gradient_norm, eigenvalues, gradient_tolerance, zero_tolerance)]


def kind_index(gradient_norm, eigenvalues, gradient_tolerance=1e-3, zero_tolerance=1e-4) -> Array:
    """The index in KINDS of what `second_derivative_test` says; its numbers may be traced."""
    negative, zero, positive = count_signs(eigenvalues, zero_tolerance)
    is_critical = (gradient_norm <= gradient_tolerance) & jnp.all(jnp.isfinite(eigenvalues))
    both_signs = (negative > 0) & (positive > 0)
    cases = [~is_critical, both_signs, zero > 0, positive > 0, True]
    return jnp.argmax(jnp.array(cases))


class EscapeDirection(NamedTuple):
    """The value L(w), the smallest eigenvalue λ of the Hessian, and its unit vector u (n,)."""

    value: Scalar
    eigenvalue: Scalar
    direction: Vector

    def predict(self, step):
        """L(w) + ½ λ step²: the second-order prediction of L(w + step u) at a critical point."""
        return self.value + self.eigenvalue * step**2 / 2  # (1.5)


def escape_direction(loss, w: PyTree) -> EscapeDirection:
    """The direction u in which the loss falls fastest from a saddle: H u = λ u, λ the smallest.

    L(w + s u) = L(w) + ½ λ s² + O(s³)        (1.5)   ‖u‖ = 1; the sign of u is arbitrary

    Where no eigenvalue is negative, as at a minimum, there is no way down to second order.
    """
    expansion, eigenvalues, directions = _diagonalize(loss, w)
    return EscapeDirection(expansion.value, eigenvalues[0], directions[:, 0])
