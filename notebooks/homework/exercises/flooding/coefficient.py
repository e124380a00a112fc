"""Exercise: the step of a penalized loss that stands for a step down and a shorter one up."""

from optcourse.homework.exercise import Exercise, Property, close


def coefficient(down, up):
    """(ε₁ - ε₂, c): with this rate one step on L + c ‖∇L‖² is the pair, c = ε₁ ε₂ / (2 (ε₁ - ε₂))."""
    rate = down - up
    return rate, down * up / (2 * rate)


def rates(random, low=0.2, high=0.8) -> tuple[float, float]:
    """Between 0.01 and 1 down, and this part of it up."""
    down = 10 ** random.uniform(-2, 0)
    return float(down), float(down * random.uniform(low, high))


def ordinary_and_small(random):
    """Not far from each other, and the second almost nothing."""
    return [rates(random), rates(random, 1e-3, 2e-3)]


def in_a_small_unit(random):
    """The same two, and both so much smaller."""
    down, up = rates(random)
    unit = float(10 ** random.uniform(-7, -6))
    return [(down, up), (unit * down, unit * up)]


def close_together(random):
    """0.1 to 0.2 % apart; nearer, single precision would tell on the difference."""
    return [rates(random, 0.998, 0.999)]


def right_rates(calls, answers, expected):
    return all(close(answer[0], right[0]) for answer, right in zip(answers, expected))


def right_coefficients(calls, answers, expected):
    return all(close(answer[1], right[1]) for answer, right in zip(answers, expected))


def in_proportion(calls, answers, expected):
    unit = calls[1][0] / calls[0][0]
    return close(answers[1][1], unit * answers[0][1])


EXERCISE = Exercise(
    name="coefficient",
    points=2,
    solution=coefficient,
    properties=(
        Property(
            "rate",
            statement="the rate is what a pair leaves of the first step where the loss does not curve",
            hint="On a straight slope both steps have one gradient. How far do they lead together?",
            case=ordinary_and_small,
            holds=right_rates,
        ),
        Property(
            "same end",
            statement="on a quadratic loss one step on L + c ‖∇L‖² with that rate ends where the pair ends",
            hint="For L = λ w² / 2 the pair makes (1 - ε₁ λ)(1 + ε₂ λ) w of w. Multiply it out, and write down "
            "the step on λ w² / 2 + c λ² w², whose gradient has a 2 in it. The terms with λ² must agree.",
            case=ordinary_and_small,
            holds=right_coefficients,
        ),
        Property(
            "unit",
            statement="rates a millionth as large make c a millionth as large",
            hint="c has the unit of a rate: a product of two, over one. Write it as a formula of both rates, which may "
            "be tiny: no fit, and no small number of your own.",
            case=in_a_small_unit,
            holds=in_proportion,
        ),
        Property(
            "close rates",
            statement="c grows without bound as the second rate comes close to the first",
            hint="A pair of almost equal rates hardly descends, and it is all penalty. Nothing has to guard the "
            "difference: it is not 0.",
            case=close_together,
            holds=right_coefficients,
        ),
    ),
    explanation="Turned around it reads 1/(2c) = 1/ε₂ - 1/ε₁. A second rate was chosen in the place of a level: "
    "there is still something to tune.",
)
