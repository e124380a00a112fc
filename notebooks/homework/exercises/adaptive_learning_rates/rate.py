"""Exercise: a schedule, a warm-up (4.13) and then half a cosine, exact where the parts meet."""

import jax.numpy as jnp
from optcourse.homework.exercise import Exercise, Property


def rate(t, peak, warm_up, steps):
    """(4.13) before t = warm_up, peak there, then half a cosine to 0 at t = steps, and 0 ever after."""
    ramp = (t + 1) / (warm_up + 1)
    part = jnp.clip((t - warm_up) / (steps - warm_up), 0, 1)
    return peak * jnp.minimum(ramp, 1) * (1 + jnp.cos(jnp.pi * part)) / 2


def plan(random) -> tuple[float, int, int]:
    """(peak, warm_up, steps); the decay takes a multiple of 4 steps."""
    warm_up = int(random.integers(3, 20))
    return float(random.uniform(0.01, 1)), warm_up, warm_up + 4 * int(random.integers(20, 50))


def on_the_way_up(random):
    """The first steps and the last before the peak."""
    peak, warm_up, steps = plan(random)
    return [(t, peak, warm_up, steps) for t in (0, 1, warm_up - 1)]


def on_the_way_down(random):
    """The peak, a quarter, the middle and the last step of the decay; and the first step where nothing warms up."""
    peak, warm_up, steps = plan(random)
    quarter = (steps - warm_up) // 4
    times = (warm_up, warm_up + quarter, warm_up + 2 * quarter, steps - 1)
    return [*((t, peak, warm_up, steps) for t in times), (0, peak, 0, steps)]


def over(random):
    peak, warm_up, steps = plan(random)
    return [(t, peak, warm_up, steps) for t in (steps, steps + int(random.integers(5, 50)))]


def at_any_time(random):
    peak, warm_up, steps = plan(random)
    return [(t, peak, warm_up, steps) for t in (warm_up // 2, steps - 5)]


def agree(calls, answers, expected):
    return all(abs(a - e) <= 1e-3 * e + 1e-6 * call[1] for call, a, e in zip(calls, answers, expected))


EXERCISE = Exercise(
    name="rate",
    points=2,
    solution=rate,
    properties=(
        Property(
            "warm-up",
            words="the warm-up (4.13) rises in equal parts, and its first rate is not zero",
            hint="At t = 0 it is peak / (warm_up + 1): a rate of 0 would waste a step, and the peak is still to come.",
            case=on_the_way_up,
            holds=agree,
        ),
        Property(
            "decay",
            words="the decay starts with the peak at t = warm_up, and is half of it in the middle of what is left",
            hint="Let x run from 0 at t = warm_up to 1 at t = steps; the rate is peak (1 + cos πx) / 2.",
            case=on_the_way_down,
            holds=agree,
        ),
        Property(
            "end",
            words="from t = steps on it is 0, and stays so",
            hint="A cosine comes up again: let x be 1 at most. `jnp.clip(x, 0, 1)` does that.",
            case=over,
            holds=agree,
        ),
        Property(
            "compiled",
            words="JAX can compile it",
            hint="In a compiled loop t is not a number yet, and no `if` can ask it. "
            "`jnp.where(condition, a, b)` computes both and picks one.",
            case=at_any_time,
            holds=lambda calls, answers, expected: True,  # that there are answers says it all
            measure="compiled",
            cases=2,
        ),
    ),
    explanation="Exact at its joints: the peak is reached once, and the last step, t = steps - 1, is small and not "
    "wasted.",
)
