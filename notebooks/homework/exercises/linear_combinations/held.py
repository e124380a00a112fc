"""Exercise: the weight that could hold a point, and the lowest curvature of that very sum: a saddle or not."""

import jax
import jax.numpy as jnp
import numpy as np

from optcourse import tradeoffs
from optcourse.homework.exercise import Exercise, Property, close
from optcourse.homework.given import Given
from optcourse.homework.given.linear_combinations import rounded_rotation


def held(first, second, w):
    """(α, λ_min): ∇L₁ + α ∇L₂ = 0 at w, and the lowest eigenvalue of the Hessian of L₁ + α L₂ there."""
    g1, g2 = jax.grad(first)(w), jax.grad(second)(w)
    alpha = -(g1 @ g2) / (g2 @ g2)
    H = jax.hessian(first)(w) + alpha * jax.hessian(second)(w)
    return alpha, jnp.linalg.eigvalsh(H)[0]


def bent(k: float, s: float, angle: float) -> tuple[Given, Given, np.ndarray]:
    """The losses of (7.3), the parameters turned, and those at the place s; along and off the front λ stands to 1 + α
    like 2 (1 - k) π² s (1 - s) and like 2     (7.6).
    """
    w = np.asarray(rounded_rotation(angle).T @ tradeoffs.curved_front(k).point_at(jnp.asarray(s)), float)
    return *(Given(name, k=k, angle=angle) for name in ("first_loss", "second_loss")), w


def opposed(random, alpha: float) -> tuple[Given, Given, np.ndarray]:
    """Two other losses, and a point at which this weight balances them, but no curvature goes along their gradients.

    At w a loss has the Hessian U diag(λ) Uᵀ and the gradient r U (λ₁, -λ₂): so far is w from the center, r U (1, -1).
    """
    w, upward = random.normal(size=2), random.uniform(0, 2 * np.pi)
    losses = []
    for stiff, length, direction in ((2, alpha, upward), (8, 1.0, upward + np.pi)):
        curvatures = np.array([1.0, stiff]) * random.uniform(0.8, 1.2)
        angle = direction + np.arctan2(curvatures[1], curvatures[0])
        U = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
        center = w - length / np.linalg.norm(curvatures) * U @ [1, -1]
        losses.append((center, U, curvatures))
    return *(_hills(*loss) for loss in losses), w


def _hills(center, directions, curvatures) -> Given:
    numbers = {"center": center, "directions": directions, "curvatures": curvatures}
    return Given("hills", height=1.0, **{name: value.tolist() for name, value in numbers.items()})


def anyhow(random) -> float:
    """A direction of the front that is none of the parameters'."""
    return float(random.choice([-1, 1]) * random.uniform(0.3, 1.2))


def either_side(random, least: float, most: float) -> float:
    s = float(random.uniform(least, most))
    return s if random.random() < 0.5 else 1 - s


def weights(random):
    """The front along either parameter, so that there is nothing to divide in the other, and aslant, so that the sum of
    a gradient is 0; and losses in other units.
    """
    k, s = float(random.uniform(1.45, 1.65)), either_side(random, 0.1, 0.2)
    alpha = float(np.exp(random.choice([-1, 1]) * random.uniform(1, 3)))
    return [*(bent(k, s, angle) for angle in (0.0, np.pi / 2, np.pi / 4)), opposed(random, alpha)]


def off_the_middle(random):
    """Near an end the losses do not both curve least along the front; on a front bent more, less than zero is more."""
    near_an_end = float(random.uniform(1.45, 1.65)), either_side(random, 0.1, 0.2)
    bent_more = float(random.uniform(1.75, 1.95)), either_side(random, 0.25, 0.35)
    return [bent(*near_an_end, anyhow(random)), bent(*bent_more, anyhow(random))]


def in_any_direction(random):
    """With the weight 1. So convex a front that the sum curves less across it than along; and least in neither."""
    return [bent(float(random.uniform(0.1, 0.25)), 0.5, anyhow(random)), opposed(random, 1.0)]


def right_weight(calls, answers, expected):
    return all(close(answer[0], right[0]) for answer, right in zip(answers, expected))


def right_curvature(calls, answers, expected):
    return all(close(answer[1], right[1], 0.02) for answer, right in zip(answers, expected))


EXERCISE = Exercise(
    name="held",
    points=2,
    solution=held,
    properties=(
        Property(
            "weight",
            statement="with the weight, the gradient of L₁ + α L₂ is zero at w",
            hint="On the front the two gradients are opposed: ∇L₁ = -α ∇L₂. The ratio of their lengths will do.",
            case=weights,
            holds=right_weight,
            cases=1,
        ),
        Property(
            "lowest curvature",
            statement="the second number is the lowest curvature of the sum with this very weight",
            hint="Add the two Hessians with the weight that you have just found, not with 1. Then take the lowest "
            "eigenvalue, not an entry of the diagonal: `jnp.linalg.eigvalsh` sorts them.",
            case=off_the_middle,
            holds=right_curvature,
            cases=1,
        ),
        Property(
            "any direction",
            statement="it is the lowest in whatever direction, along the front, across it or neither, above zero "
            "or below",
            hint="It may curve least across the front, or in between. The lowest eigenvalue of its Hessian, as it is.",
            case=in_any_direction,
            holds=right_curvature,
            cases=2,
        ),
    ),
    explanation="Negative: the wanted point is a saddle of the one sum that could hold it, so no learning rate helps.",
)
