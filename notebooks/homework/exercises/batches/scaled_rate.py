"""Exercise: the learning rate that goes with another batch size, so that the walk spreads as far, by (2.5)."""

import numpy as np

from optcourse.homework.exercise import Exercise, Property


def scaled_rate(rate, old, new, curvature):
    """η' with η' λ / (2 - η' λ) = k, where k = ηλ / (2 - ηλ) · new / old: η' λ = 2 k / (1 + k)."""
    k = rate * curvature / (2 - rate * curvature) * new / old
    return 2 * k / (1 + k) / curvature


def sizes(random, times: float | int) -> tuple[int, int]:
    old = int(random.choice([8, 16, 32]))
    return old, int(times * old)


def small_and_large(random):
    """A small rate, then one that is large enough for the scaled one to come near 1; and from there to fewer rows."""
    old, new = sizes(random, random.choice([2.5, 4.5, 7.5]))
    k = random.uniform(0.4, 0.7)
    larger = [(rate, old, new, 1.0) for rate in (0.002, float(2 * k / (new / old + k)))]
    return [*larger, (float(2 * k / (1 + k)), new, old, 1.0)]


def up_to_the_limit(random):
    """Huge batches; then from a rate beyond 1/λ to more rows."""
    huge = [(float(random.uniform(0.3, 0.9)), *sizes(random, times), 1.0) for times in (100, 10_000)]
    return [*huge, (float(random.uniform(1.3, 1.8)), *sizes(random, 2.5), 1.0)]


def in_another_unit(random):
    rate, old, new, _ = small_and_large(random)[1]
    return [(rate / unit, old, new, unit) for unit in (1.0, float(random.choice([0.01, 50.0])))]


def squared_spread(rate, batch_size, curvature) -> float:
    """V of (2.5) in units of tr Σ / λ²; infinite where the walk runs away."""
    product = float(rate * curvature)
    return product / (batch_size * (2 - product)) if 0 < product < 2 else np.inf


def spreads_as_far(calls, answers, expected):
    """The squares within 2 %; so that it is finite, the answer has to be below 2/λ."""
    before = [squared_spread(rate, old, curvature) for rate, old, _, curvature in calls]
    after = [squared_spread(answer, new, curvature) for answer, (_, _, new, curvature) in zip(answers, calls)]
    return np.allclose(after, before, rtol=2e-2, atol=0)


def goes_with_the_curvature(calls, answers, expected):
    products = [answer * call[3] for answer, call in zip(answers, calls)]
    return bool(abs(products[1] - products[0]) <= 1e-2 * abs(products[0]))


EXERCISE = Exercise(
    name="scaled_rate",
    points=2,
    solution=scaled_rate,
    properties=(
        Property(
            "same spread",
            statement="with the new batch and the new rate the walk spreads as far as before",
            hint="Write (2.5) with η and b, and with η' and B, and set them equal. tr Σ falls out; solve for η' λ.",
            case=small_and_large,
            holds=spreads_as_far,
        ),
        Property(
            "limit",
            statement="for a huge batch it spreads as far too: the rate comes close to 2/λ, and never passes it",
            hint="The share ηλ / (2 - ηλ) has no upper limit, and η λ has one. At which rate does it become infinite? "
            "So nothing has to be clipped: every 0 < ηλ < 2 has its η'.",
            case=up_to_the_limit,
            holds=spreads_as_far,
        ),
        Property(
            "curvature",
            statement="where the loss curves more, the rate is smaller in proportion",
            hint="Times λ², (2.5) has η beside λ everywhere: what you find is η' λ, so divide by λ.",
            case=in_another_unit,
            holds=goes_with_the_curvature,
        ),
    ),
    explanation="For small rates this is the rule (2.4): k times the batch, k times the rate. "
    "It ends where the rate comes near 1/λ, so the sharpest direction ends it first.",
)
