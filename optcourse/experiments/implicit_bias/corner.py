"""Where the flow of a balanced product takes a symmetric 2 x 2 matrix of which three entries count.

    [[?, 1], [1, 0]]     seen, as in `two_by_two`; the start is [[x, y], [y, z]]
    dW/dt = -Σ_j |W|^(2(j-1)/N) G |W|^(2(N-j)/N),   G = [[0, y-1], [y-1, z]]

path             the flow, by depth and start: one program, every number traced
velocity         of the angle of the first eigenvector, and of the logarithms of |λ_1| and |λ_2|

W stays symmetric. Its eigenvalues keep their signs, so that their logarithms say all, and no step
can carry det W over 0. The flow is stiff once the corner is large: the steps are those of a
Rosenbrock method of order 2 (Verwer, Spee, Blom and Hundsdorfer, 1999), longer and longer.
"""

from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import Array, Float

from optcourse.linalg import Matrix, Vector

SIDE = 0.2  # y of the start
STEPS = 400
FARTHEST = 25.0  # the corner of a runaway path at its end
GAMMA = 1 - 1 / np.sqrt(2)
MAX_DEPTH = 4
TINIEST = 1e-6  # an eigenvalue of the start that is smaller is taken to be this large


class Path(NamedTuple):
    """Rows over time: W = [[x, y], [y, z]], and ½ Σ (W_ij - b_ij)² over the three seen entries."""

    corner: Float[Array, " t"]
    side: Float[Array, " t"]
    seen_corner: Float[Array, " t"]
    loss: Float[Array, " t"]
    nuclear_norm: Float[Array, " t"]


def path(corner, seen_corner, depth) -> Path:
    """The flow from [[corner, SIDE], [SIDE, seen_corner]] on balanced factors, of depth 1 to 4."""
    times = jnp.append(0.0, end_time(depth) * jnp.asarray(np.geomspace(1e-5, 1, STEPS)))
    entries = jnp.where(
        depth == 1,
        _on_the_entries(corner, seen_corner, times),
        _on_factors(corner, seen_corner, depth, times),
    )
    x, y, z = entries
    loss = (y - 1) ** 2 + z**2 / 2
    first, second = eigenvalues(x, y, z)
    return Path(x, y, z, loss, jnp.abs(first) + jnp.abs(second))


def end_time(depth):
    """When a corner that runs off is at FARTHEST: dx/dt tends to N x^(-1 - 2/N)."""
    return FARTHEST ** (2 + 2 / depth) / (2 * depth + 2)


def eigenvalues(x, y, z) -> tuple[Array, Array]:
    """(λ_1, λ_2) of [[x, y], [y, z]], the larger first."""
    middle, radius = (x + z) / 2, jnp.hypot((x - z) / 2, y)
    return middle + radius, middle - radius


def _on_the_entries(corner, seen_corner, times):
    """Depth 1: each seen entry goes its own way, and the unseen one stays."""
    decay = jnp.exp(-times)
    stays = jnp.full_like(times, corner)
    return jnp.stack([stays, 1 - (1 - SIDE) * decay, seen_corner * decay])


def _on_factors(corner, seen_corner, depth, times):
    first, second = (_away_from_zero(each) for each in eigenvalues(corner, SIDE, seen_corner))
    angle = jnp.arctan2(SIDE, (corner - seen_corner) / 2) / 2
    signs = jnp.sign(jnp.stack([first, second]))
    start = jnp.stack([angle, jnp.log(jnp.abs(first)), jnp.log(jnp.abs(second))])
    flow = lambda state: velocity(state, signs, depth)

    def step(state, duration):
        state = rosenbrock_step(flow, state, duration)
        return state, state

    _, states = jax.lax.scan(step, start, jnp.diff(times))
    states = jnp.concatenate([start[None], states])
    return jnp.stack(matrix_entries(states.T, signs))


def _away_from_zero(eigenvalue):
    return jnp.where(jnp.abs(eigenvalue) < TINIEST, TINIEST, eigenvalue)


def matrix_entries(state, signs):
    """(x, y, z) of the angle and the logarithms of |λ_1| and |λ_2|."""
    angle, *logarithms = state
    first, second = (sign * jnp.exp(each) for sign, each in zip(signs, logarithms))
    c, s = jnp.cos(angle), jnp.sin(angle)
    x = first * c**2 + second * s**2
    z = first * s**2 + second * c**2
    return x, (first - second) * c * s, z


def velocity(state, signs, depth) -> Vector:
    """d/dt of (θ, log |λ_1|, log |λ_2|), with g_rk = u_rᵀ G u_k of the eigenvectors.

    dλ_r/dt = -N |λ_r|^(2 - 2/N) g_rr
    dθ/dt (λ_1 - λ_2) = -Σ_j |λ_1|^(2(j-1)/N) |λ_2|^(2(N-j)/N) g_12
    """
    angle, *logarithms = state
    _, y, z = matrix_entries(state, signs)
    c, s = jnp.cos(angle), jnp.sin(angle)
    g11 = 2 * c * s * (y - 1) + s**2 * z
    g22 = -2 * c * s * (y - 1) + c**2 * z
    g12 = (c**2 - s**2) * (y - 1) + c * s * z
    j = jnp.arange(1, MAX_DEPTH + 1)
    powers = 2 * ((j - 1) * logarithms[0] + (depth - j) * logarithms[1]) / depth
    weight = jnp.sum(jnp.where(j <= depth, jnp.exp(jnp.where(j <= depth, powers, 0)), 0))
    first, second = (sign * jnp.exp(each) for sign, each in zip(signs, logarithms))
    turn = -weight * g12 / (first - second)
    growth = [
        -depth * sign * jnp.exp((1 - 2 / depth) * each) * g
        for sign, each, g in zip(signs, logarithms, (g11, g22))
    ]
    return jnp.stack([turn, *growth])


def rosenbrock_step(flow, state: Vector, duration) -> Vector:
    """One step of dw/dt = f(w): linearly implicit, of order 2, and stable however stiff f is.

    (I - γ h J) k_1 = f(w),   (I - γ h J) k_2 = f(w + h k_1) - 2 k_1,   w + h (3 k_1 + k_2) / 2
    """
    A = jnp.eye(3) - GAMMA * duration * jax.jacfwd(flow)(state)
    k1 = solve_three(A, flow(state))
    k2 = solve_three(A, flow(state + duration * k1) - 2 * k1)
    return state + duration * (3 * k1 + k2) / 2


def solve_three(A: Matrix, b: Vector) -> Vector:
    """x of A x = b for three unknowns, by Cramer's rule."""
    first, second, third = A.T
    x = [jnp.cross(second, third) @ b, jnp.cross(third, first) @ b, jnp.cross(first, second) @ b]
    return jnp.stack(x) / (jnp.cross(second, third) @ first)
