"""Exercise: Nesterov's momentum with three bugs to find. Each is one that real code has had."""

from itertools import pairwise

import jax
import jax.numpy as jnp
import numpy as np
from optcourse.homework.exercise import Exercise, Property
from optcourse.homework.given import Given

LANDSCAPES = ("himmelblau", "six_hump_camel", "styblinski_tang")
ETA = 0.01
TOLD = 0.1  # by how much the gradient ahead differs from the one here, at least


def nesterov(loss, w, eta, beta, steps):
    """m ← β m - η g(w + β m), then w ← w + m; the place after so many steps."""
    return _walk(loss, w, eta, beta, steps)


def _walk(loss, w, eta, beta, steps, ahead=lambda w, m, beta: w + beta * m, from_ahead=False, averaged=False):
    """Right, with parts that can be changed: where the gradient is taken, and what is done with it."""
    m = jnp.zeros_like(w)
    for _ in range(int(steps)):
        there = ahead(w, m, beta)
        rate = (1 - beta) * eta if averaged else eta
        m = beta * m - rate * jax.grad(loss)(there)
        w = (there if from_ahead else w) + m
    return w


def somewhere(random) -> tuple[Given, np.ndarray, float]:
    """A landscape, a point and a β where a step or two ahead the gradient is clearly another one."""
    while True:
        loss = Given(str(random.choice(LANDSCAPES)), angle=float(random.uniform(0, 6)))
        w, beta = random.uniform(-1.5, 1.5, 2), float(random.uniform(0.6, 0.9))
        g = slope(loss, w)
        other = slope(loss, w - ETA * g - beta * ETA * g) - slope(loss, w - ETA * g)
        if np.linalg.norm(g) > 2 and np.linalg.norm(other) > TOLD * np.linalg.norm(g):
            return loss, w, beta


def slope(loss, w) -> np.ndarray:
    return np.asarray(jax.grad(loss)(jnp.asarray(w, float)), float)


def one_step(random):
    loss, w, beta = somewhere(random)
    return [(loss, w, ETA, beta, 1)]


def three_steps(random):
    """The places after one, two and three steps."""
    loss, w, beta = somewhere(random)
    return [(loss, w, ETA, beta, steps) for steps in (1, 2, 3)]


def is_a_step_of_gradient_descent(calls, answers, expected):
    start = calls[0][1]
    move, right = answers[0] - start, expected[0] - start
    return bool(np.linalg.norm(move - right) <= 1e-2 * np.linalg.norm(right))


def uses_the_gradient_ahead(calls, answers, expected):
    """m - β (the last m) is -η g at w + β (the last m), with the η that the first move has, whatever it is."""
    loss, start, _, beta, _ = calls[0]
    places = [start, *answers]
    moves = [after - before for before, after in pairwise(places)]
    g = slope(loss, start)
    rate = -np.sum(moves[0] * g) / np.sum(g * g)
    for w, last, move in zip(places[1:], moves, moves[1:]):
        right = -rate * slope(loss, w + beta * last)
        if not np.linalg.norm(move - beta * last - right) <= 0.03 * abs(rate) * np.linalg.norm(g):
            return False
    return True


EXERCISE = Exercise(
    name="nesterov",
    points=2,
    solution=nesterov,
    properties=(
        Property(
            "first step",
            words="the first step is a step of gradient descent, as long as η says",
            hint="At the start m is zero, so what is left is w - η g. Is anything else multiplied with η? "
            "And return the weights w themselves, not the point ahead of them.",
            case=one_step,
            holds=is_a_step_of_gradient_descent,
        ),
        Property(
            "gradient ahead",
            words="each later step keeps β of the last move, and adds the gradient at w + β m",
            hint="Take two steps by hand. Where is the gradient taken, and from where is w moved?",
            case=three_steps,
            holds=uses_the_gradient_ahead,
        ),
    ),
    explanation="With all three bugs it still goes downhill, only another way: a loss that falls proves nothing.",
)
