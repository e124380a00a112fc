"""Exercise: the moves of (3.1) for gradients that are given, and a learning rate that may change on the way."""

import numpy as np
from optcourse.homework.exercise import Exercise, Property, close

STEPS = 8


def moves(gradients, rates, beta):
    """m ← β m - η g     (3.1), row by row; one weight."""
    found, m = [], 0.0
    for g, eta in zip(np.asarray(gradients), np.asarray(rates)):
        m = beta * m - eta * g  # (3.1)
        found.append(m)
    return np.array(found)


def alone(random) -> tuple[np.ndarray, int]:
    """(gradients that are zero but for one, the step of that one), with steps before it and after it."""
    step = int(random.integers(2, 5))
    gradients = np.zeros(STEPS)
    gradients[step] = random.choice([-1, 1]) * random.uniform(1, 3)
    return gradients, step


def constant(random) -> np.ndarray:
    return np.full(STEPS, random.uniform(0.05, 0.5))


def share(random) -> float:
    return float(random.uniform(0.5, 0.9))


def of_one_gradient(random):
    return [(alone(random)[0], constant(random), share(random))]


def of_one_gradient_after_a_cut(random):
    gradients, step = alone(random)
    cut = np.where(np.arange(STEPS) >= step, 0.1, 1.0) * constant(random)
    return [(gradients, cut, share(random))]


def of_a_sum(random):
    """Gradients that change their sign, others, and both added up."""
    signs = np.where(np.arange(STEPS) % 2, 1, -1)
    first, second = signs * random.uniform(1, 2, STEPS), random.uniform(1, 2, STEPS)
    rates, beta = constant(random), share(random)
    return [(g, rates, beta) for g in (first, second, first + second)]


def with_and_without_a_cut(random):
    """The same gradient, and a rate that is cut ten times after it."""
    gradients, step = alone(random)
    rates, beta = constant(random), share(random)
    cut = np.where(np.arange(STEPS) > step, 0.1, 1.0) * rates
    return [(gradients, rates, beta), (gradients, cut, beta)]


def starts_with_the_step(calls, answers, expected):
    """Nothing before the gradient comes, and -η g when it comes."""
    gradients, rates, _ = calls[0]
    step = int(np.argmax(np.abs(gradients)))
    right = -rates[step] * gradients[step]
    return np.allclose(answers[0][:step], 0) and abs(answers[0][step] - right) <= 1e-2 * abs(right)


def fades(calls, answers, expected):
    """From the gradient on, each move is β times the one before."""
    gradients, _, beta = calls[0]
    later = answers[0][int(np.argmax(np.abs(gradients))) :]
    return close(later[1:], beta * later[:-1])


def add_up(calls, answers, expected):
    return close(answers[0] + answers[1], answers[2])


EXERCISE = Exercise(
    name="moves",
    points=2,
    solution=moves,
    properties=(
        Property(
            "sign and size",
            words="when a gradient comes after none, the move is -η times it; before it there is none",
            hint="Start from m = 0 and write (3.1) as it stands, with the η of this step; no 1 - β stands before it.",
            case=of_one_gradient_after_a_cut,
            holds=starts_with_the_step,
        ),
        Property(
            "fading",
            words="after a gradient with none to follow, each move is β times the move before",
            hint="Keep m from step to step. Each step multiplies all of it by β.",
            case=of_one_gradient,
            holds=fades,
        ),
        Property(
            "additive",
            words="the moves add up: of gradients that are added, the moves are added",
            hint="(3.1) has no if: every gradient is treated alike, whatever its sign or size.",
            case=of_a_sum,
            holds=add_up,
        ),
        Property(
            "cut of the rate",
            words="a cut of the rate does not slow the moves that are already under way",
            hint="Each gradient counts with the rate of its own step: η belongs inside m, not before it.",
            case=with_and_without_a_cut,
            holds=lambda calls, answers, expected: close(answers[1], answers[0]),
        ),
    ),
    explanation="With the rate before the sum, as many libraries have it, a cut also slows what is under way. "
    "Then the same schedule is another run.",
)
