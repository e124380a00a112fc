"""Exercise: Nesterov's momentum with three bugs to find. Each is one that real code has had."""

import jax
import jax.numpy as jnp
import numpy as np

from optcourse.homework.exercise import Exercise, Property
from optcourse.homework.given import Given

LANDSCAPES = ("himmelblau", "six_hump_camel", "styblinski_tang")
ETA = 0.01  # suits the landscapes
TOLD = 0.1  # by how much the gradient ahead differs from the one here, at least


def nesterov(loss, w, eta, beta, steps):
    """m ← β m - η g(w + β m), then w ← w + m; the place after so many steps."""
    m = jnp.zeros_like(w)
    for _ in range(steps):
        m = beta * m - eta * jax.grad(loss)(w + beta * m)
        w = w + m
    return w


def landscape(random) -> tuple[Given, np.ndarray, float]:
    """(loss, start, η) on one of the landscapes, or on one or five weights in a row."""
    name = str(random.choice([*LANDSCAPES, "row"]))
    if name == "row":
        return Given(name), random.uniform(-2.5, 2.5, random.choice([1, 5])), 3 * ETA * random.uniform(0.5, 1.2)
    return Given(name, angle=float(random.uniform(0, 6))), random.uniform(-1.5, 1.5, 2), ETA * random.uniform(0.5, 1.2)


def somewhere(random) -> tuple[Given, np.ndarray, float, float]:
    """(loss, start, η, β) where a step or two ahead the gradient is clearly another one."""
    while True:
        (loss, w, eta), beta = landscape(random), float(random.uniform(0.6, 0.95))
        g = slope(loss, w)
        other = slope(loss, w - eta * g - beta * eta * g) - slope(loss, w - eta * g)
        if np.linalg.norm(g) > 2 and np.linalg.norm(other) > TOLD * np.linalg.norm(g):
            return loss, w, eta, beta


def slope(loss, w) -> np.ndarray:
    return np.asarray(jax.grad(loss)(jnp.asarray(w, float)), float)


def no_step_and_one(random):
    asked = somewhere(random)
    return [(*asked, steps) for steps in (0, 1)]


def many_steps(random):
    """The places after the first steps and after later ones; with little momentum and without, those after two."""
    loss, w, eta, beta = somewhere(random)
    asked = {beta: (1, 2, 3, 6, 7, 8), 0.25: (1, 2), 0.0: (1, 2)}
    return [(loss, w, eta, share, t) for share, times in asked.items() for t in times]


def is_a_step_of_gradient_descent(calls, answers, expected):
    start = calls[0][1]
    stays = np.allclose(answers[0], start, rtol=1e-5)
    move, right = answers[1] - start, expected[1] - start
    return bool(stays and np.linalg.norm(move - right) <= 1e-2 * np.linalg.norm(right))


def uses_the_gradient_ahead(calls, answers, expected):
    """For each β, at all steps of which the places before and after are known too."""
    loss, start, *_ = calls[0]
    for beta in {call[3] for call in calls}:
        places = {0: start} | {call[4]: answer for call, answer in zip(calls, answers) if call[3] == beta}
        if not all(is_a_step(loss, beta, places, t) for t in places if {t - 1, t + 1} <= set(places)):
            return False
    return True


def is_a_step(loss, beta, places, t) -> bool:
    """m - β (the last m) is -η g at w + β (the last m), with the η that the first move has, whatever it is."""
    g = slope(loss, places[0])
    rate = -np.sum((places[1] - places[0]) * g) / np.sum(g * g)
    last, move = places[t] - places[t - 1], places[t + 1] - places[t]
    right = -rate * slope(loss, places[t] + beta * last)
    rounding = 1e-3 * abs(rate) * np.linalg.norm(g)
    return bool(np.linalg.norm(move - beta * last - right) <= 0.03 * np.linalg.norm(right) + rounding)


EXERCISE = Exercise(
    name="nesterov",
    points=2,
    solution=nesterov,
    properties=(
        Property(
            "first step",
            statement="without a step the weights stay, and the first is a step of gradient descent, as long as η says",
            hint="At the start m is zero, so what is left is w - η g. Is anything else multiplied with η? "
            "And return the weights w themselves, not the point ahead of them.",
            case=no_step_and_one,
            holds=is_a_step_of_gradient_descent,
            cases=3,
        ),
        Property(
            "gradient ahead",
            statement="each later step keeps β of the last move, and adds the gradient at w + β m",
            hint="Write the second step out on paper. Where is the gradient taken, and from where is w moved?",
            case=many_steps,
            holds=uses_the_gradient_ahead,
            cases=3,
        ),
    ),
    explanation="With all three bugs it still goes downhill, only another way: a loss that falls proves nothing.",
)
