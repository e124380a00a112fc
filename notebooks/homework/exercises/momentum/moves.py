"""Exercise: the moves of (3.1) for gradients that are given, and a learning rate that may change on the way."""

import numpy as np

from optcourse.homework.exercise import Exercise, Property, close

FEW, MANY = 5, 30  # steps; there are few lengths, since JAX compiles for each


def moves(gradients, rates, beta):
    """m ← β m - η g     (3.1), row by row; one weight, from rest."""
    found, m = [], 0.0
    for g, eta in zip(np.asarray(gradients), np.asarray(rates)):
        m = beta * m - eta * g  # (3.1)
        found.append(m)
    return np.array(found)


def alone(random, steps, step) -> np.ndarray:
    """Gradients that are zero but for one."""
    gradients = np.zeros(steps)
    gradients[step] = random.choice([-1, 1]) * random.uniform(1, 3)
    return gradients


def changing(random, steps) -> np.ndarray:
    """A learning rate that goes up and down at every step."""
    return random.uniform(0.05, 0.5, steps)


def share(random) -> float:
    return float(random.uniform(0.5, 0.95))


def of_one_gradient(random):
    """At the first of the steps, between others, at the last, and where there is one step."""
    places = [(FEW, 0), (MANY, int(random.integers(1, MANY - 1))), (FEW, FEW - 1), (1, 0)]
    return [(alone(random, steps, step), changing(random, steps), share(random)) for steps, step in places]


def of_one_gradient_at_one_rate(random):
    """At the first step, later, and without momentum."""
    rates = np.full(MANY, random.uniform(0.05, 0.5))
    later = int(random.integers(1, MANY // 2))
    return [
        (alone(random, MANY, step), rates, beta)
        for step, beta in [(0, share(random)), (later, share(random)), (later, 0.0)]
    ]


def of_a_sum(random):
    """Gradients that change their sign, others, and both added up, in any unit."""
    unit = 10 ** random.uniform(-3, 3)
    first = unit * np.where(np.arange(MANY) % 2, 1, -1) * random.uniform(1, 2, MANY)
    second = unit * random.uniform(1, 2, MANY)
    rates, beta = changing(random, MANY), share(random)
    return [(g, rates, beta) for g in (first, second, first + second)]


def with_another_rate_afterwards(random):
    """Gradients of both signs up to some step, and after it the same rates, cut ten times, or raised three times."""
    last = int(random.integers(2, MANY // 2))
    afterwards = np.arange(MANY) > last
    gradients = np.where(afterwards, 0.0, random.uniform(-3, 3, MANY))
    rates, beta = changing(random, MANY), share(random)
    return [(gradients, np.where(afterwards, factor, 1.0) * rates, beta) for factor in (1.0, 0.1, 3.0)]


def starts_with_the_step(calls, answers, expected):
    """Nothing before the gradient comes, and -η g when it comes."""
    for (gradients, rates, _), answer in zip(calls, answers):
        step = int(np.argmax(np.abs(gradients)))
        right = -rates[step] * gradients[step]
        if not (np.allclose(answer[:step], 0) and abs(answer[step] - right) <= 1e-2 * abs(right)):
            return False
    return True


def fades(calls, answers, expected):
    """From the gradient on, each move is β times the one before."""
    for (gradients, _, beta), answer in zip(calls, answers):
        later = answer[int(np.argmax(np.abs(gradients))) :]
        if not np.allclose(later[1:], beta * later[:-1], rtol=1e-2, atol=1e-6 * abs(later[0])):
            return False
    return True


def add_up(calls, answers, expected):
    return close(answers[0] + answers[1], answers[2])


def stay_the_same(calls, answers, expected):
    return close(answers[1], answers[0]) and close(answers[2], answers[0])


EXERCISE = Exercise(
    name="moves",
    points=2,
    solution=moves,
    properties=(
        Property(
            "sign and size",
            statement="when a gradient comes after none, be it the first or the last, the move is -η times it; "
            "before it there is none",
            hint="Start from m = 0 and write (3.1) as it stands, for every gradient, with the η of its step; no 1 - β "
            "stands before it.",
            case=of_one_gradient,
            holds=starts_with_the_step,
        ),
        Property(
            "fading",
            statement="after a gradient with none to follow, each move is β times the move before",
            hint="Keep m from step to step. Each step multiplies all of it by β, and β may be 0.",
            case=of_one_gradient_at_one_rate,
            holds=fades,
        ),
        Property(
            "additive",
            statement="the moves add up: of gradients that are added, the moves are added",
            hint="(3.1) has no if: every gradient is treated alike, whatever its sign or size.",
            case=of_a_sum,
            holds=add_up,
        ),
        Property(
            "cut of the rate",
            statement="another rate, lower or higher, does not change the moves that are already under way",
            hint="Each gradient counts with the rate of its own step: η belongs inside m, not before it.",
            case=with_another_rate_afterwards,
            holds=stay_the_same,
        ),
    ),
    explanation="With the rate before the sum, as many libraries have it, a cut also slows what is under way. "
    "Then the same schedule is another run.",
)
