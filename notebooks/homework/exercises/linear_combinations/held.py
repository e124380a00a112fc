"""Exercise: the weight that could hold a point, and the lowest curvature of that very sum: a saddle or not."""

import inspect

import jax
import jax.numpy as jnp
import numpy as np
from optcourse import tradeoffs
from optcourse.homework.exercise import Exercise, Property, close
from optcourse.homework.given import Given, both_losses, turn

NAMES = "first_loss", "second_loss"


@jax.jit
def _derivatives(w, **settings):
    return jax.jacobian(both_losses)(w, **settings), jax.hessian(both_losses)(w, **settings)


def derivatives(loss, w) -> tuple[np.ndarray, np.ndarray]:
    """Gradient and Hessian of a loss, compiled once for all of them."""
    given = inspect.unwrap(loss)
    which = NAMES.index(given.name)
    return tuple(np.asarray(each[which], float) for each in _derivatives(jnp.asarray(w, float), **given.settings))


def held(first, second, w):
    """(α, λ_min): ∇L₁ + α ∇L₂ = 0 at w, and the lowest eigenvalue of the Hessian of L₁ + α L₂ there."""
    alpha = _weight(first, second, w)
    return alpha, np.linalg.eigvalsh(_hessian(first, second, w, alpha))[0]


def _weight(first, second, w):
    (g1, _), (g2, _) = derivatives(first, w), derivatives(second, w)
    return -g1 @ g2 / (g2 @ g2)


def _hessian(first, second, w, alpha):
    return derivatives(first, w)[1] + alpha * derivatives(second, w)[1]


def wanted(k: float, s: float, angle: float) -> tuple[Given, Given, np.ndarray]:
    """Both losses, and the parameters at the place s of their front."""
    problem = tradeoffs.bent(k)
    w = np.asarray(turn(angle).T @ problem.at(jnp.asarray(s)), float)
    return *(Given(name, k=k, angle=angle) for name in NAMES), w


def place(random) -> float:
    """Near an end, where the losses do not both curve least along the front."""
    return float(random.uniform(*random.choice([(0.1, 0.2), (0.8, 0.9)])))


def bend(random) -> float:
    """So much that in the middle the negative curvature is the larger one."""
    return float(random.uniform(1.45, 1.65))


def off_the_middle(random):
    """Where the plain sum curves clearly otherwise."""
    while True:
        call = wanted(bend(random), place(random), 0.0)
        if abs(of_the_plain_sum(*call)[1] / held(*call)[1] - 1) > 0.1:
            return [call]


def along_either_axis(random):
    """The front along the first parameter and along the second: there is nothing to divide in the other."""
    k, s = bend(random), place(random)
    return [wanted(k, s, angle) for angle in (0.0, np.pi / 2)]


def turned_in_the_middle(random):
    return [wanted(bend(random), 0.5, float(random.choice([-1, 1]) * random.uniform(0.5, 1)))]


def convex(random):
    """So convex that the sum curves less across the front than along it."""
    return [wanted(float(random.uniform(0.1, 0.25)), 0.5, 0.0)]


def right_weight(calls, answers, expected):
    return all(close(answer[0], right[0]) for answer, right in zip(answers, expected))


def right_curvature(calls, answers, expected):
    return close(answers[0][1], expected[0][1], 0.02)


def of_the_plain_sum(first, second, w):
    lowest = np.linalg.eigvalsh(_hessian(first, second, w, 1.0))[0]
    return held(first, second, w)[0], lowest


EXERCISE = Exercise(
    name="held",
    points=2,
    solution=held,
    properties=(
        Property(
            "weight",
            words="with the weight, the gradient of L₁ + α L₂ is zero at w",
            hint="On the front the two gradients are opposed: ∇L₁ = -α ∇L₂. The ratio of their lengths will do.",
            case=along_either_axis,
            holds=right_weight,
            cases=2,
        ),
        Property(
            "lowest curvature",
            words="the second number is the lowest curvature of the sum with this very weight",
            hint="Add the two Hessians with the weight that you have just found, not with 1.",
            case=off_the_middle,
            holds=right_curvature,
            cases=2,
        ),
        Property(
            "any direction",
            words="the front may run in any direction of the parameters",
            hint="The diagonal of a Hessian knows only two directions. `jnp.linalg.eigvalsh` sorts the eigenvalues.",
            case=turned_in_the_middle,
            holds=right_curvature,
            cases=2,
        ),
        Property(
            "held point",
            words="at a point that a weight holds, the lowest curvature is above zero, in whatever direction it is",
            hint="On a very convex front the sum curves least across it. The lower of the two eigenvalues, as it is.",
            case=convex,
            holds=right_curvature,
            cases=2,
        ),
    ),
    explanation="Negative: the wanted point is a saddle of the one sum that could hold it, so no learning rate helps.",
)
