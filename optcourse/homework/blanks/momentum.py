"""Lesson 03: the best learning rate for a β that is left as it is, and what a step then leaves."""

from optcourse.homework.exercise import Exercise, Property, close


def fixed_beta(beta, lowest, highest):
    """η with 1 + β - η λ_max = -(1 + β - η λ_min), and the larger |r| of (3.4)."""
    eta = 2 * (1 + beta) / (lowest + highest)
    total = 1 + beta - eta * lowest
    discriminant = total**2 - 4 * beta  # of (3.4)
    if discriminant < 0:
        return eta, beta**0.5
    return eta, (total + discriminant**0.5) / 2


def some_range(random):
    """One call: a β from 0.3 to 0.9, and curvatures with κ from 2 to 100."""
    beta, kappa = random.uniform(0.3, 0.9), 10 ** random.uniform(0.3, 2)
    return [_call(random, beta, kappa)]


def swings(random):
    """One call in which the flattest direction swings: κ is well below its limit."""
    beta = random.uniform(0.5, 0.9)
    return [_call(random, beta, random.uniform(0.4, 0.8) * _last_kappa(beta))]


def creeps(random):
    """One call in which the flattest direction creeps: κ is well above its limit."""
    beta = random.uniform(0.3, 0.8)
    return [_call(random, beta, random.uniform(3, 8) * _last_kappa(beta))]


def _last_kappa(beta):
    """κ up to which the flattest direction swings, with the best η for this β."""
    return 2 * (1 + beta) / (1 - beta**0.5) ** 2 - 1


def _call(random, beta, kappa):
    lowest = 10 ** random.uniform(-1, 1)
    return float(beta), float(lowest), float(lowest * kappa)


def same_part(part):
    """Whether that part of the answer is the solution's."""
    return lambda calls, answers, expected: close(answers[0][part], expected[0][part], 1e-3)


BLANKS = {
    "fixed_beta": Exercise(
        name="fixed_beta",
        points=0,
        solution=fixed_beta,
        properties=(
            Property(
                "rate",
                statement="the first answer is the rate at which both ends shrink alike",
                hint="Solve 1 + β - η λ_max = -(1 + β - η λ_min) for η.",
                case=some_range,
                holds=same_part(0),
            ),
            Property(
                "swings",
                statement="where the roots are complex, a step leaves √β",
                hint="Their product is β, and they are conjugate: |r|² = β.",
                case=swings,
                holds=same_part(1),
            ),
            Property(
                "creeps",
                statement="where the roots are real, a step leaves the larger |r|",
                hint="(3.4) at the smallest curvature: half the sum, plus the root.",
                case=creeps,
                holds=same_part(1),
            ),
        ),
        explanation="Up to some κ a step leaves √β whatever κ is; beyond, it creeps.",
    ),
}
