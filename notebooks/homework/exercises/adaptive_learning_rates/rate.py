"""Exercise: a schedule, a warm-up and then half a cosine, exact where the parts meet."""

import jax.numpy as jnp

from optcourse.homework.exercise import Exercise, Property


def rate(t, peak, warm_up, steps):
    """The rate of step t: up in equal parts to peak at t = warm_up, half a cosine to 0 at t = steps, then 0."""
    up = peak * (t + 1) / (warm_up + 1)
    x = jnp.clip((t - warm_up) / (steps - warm_up), 0, 1)
    return jnp.where(t < warm_up, up, peak * (1 + jnp.cos(jnp.pi * x)) / 2)


def plan(random) -> tuple[float, int, int]:
    """(peak, warm_up, steps); the decay takes a multiple of 4 steps."""
    warm_up = int(random.integers(3, 20))
    return float(10 ** random.uniform(-4, 1)), warm_up, warm_up + 4 * int(random.integers(20, 50))


def at(times, peak, warm_up, steps):
    return [(int(t), peak, warm_up, steps) for t in times]


def on_the_way_up(random):
    """The first steps, one in the middle and the last before the peak; and where one step warms up."""
    peak, warm_up, steps = plan(random)
    return at((0, 1, warm_up // 2, warm_up - 1), peak, warm_up, steps) + at((0,), peak, 1, steps)


def on_the_way_down(random):
    """The peak, a quarter, the middle, anywhere and the last step of the decay; without a warm-up; in a short run."""
    peak, warm_up, steps = plan(random)
    quarter, anywhere = (steps - warm_up) // 4, random.integers(warm_up + 2, steps - 1)
    times = (warm_up, warm_up + quarter, warm_up + 2 * quarter, anywhere, steps - 1)
    short = int(random.integers(2, 6))
    return [
        *at(times, peak, warm_up, steps),
        *at((0, random.integers(2, steps)), peak, 0, steps),
        *at((warm_up, warm_up + 1), peak, warm_up, warm_up + short),
    ]


def over(random):
    """At the end, soon after it and long after it; with and without a warm-up, and after one step."""
    peak, warm_up, steps = plan(random)
    after = steps + int(random.integers(5, 50))
    plans = at((steps, after, 3 * after), peak, warm_up, steps) + at((steps, after), peak, 0, steps)
    return plans + at((1, 2), peak, 0, 1)


def at_any_time(random):
    """Before the peak, after it, and after the end."""
    peak, warm_up, steps = plan(random)
    return at((1, random.integers(warm_up + 1, steps), steps + 3), peak, warm_up, steps)


def agree(calls, answers, expected):
    return all(abs(a - e) <= 1e-3 * e + 1e-6 * call[1] for call, a, e in zip(calls, answers, expected))


def no_difference(calls, answers, expected):
    return all(answer <= 1e-4 * call[1] for call, answer in zip(calls, answers))


EXERCISE = Exercise(
    name="rate",
    points=2,
    solution=rate,
    properties=(
        Property(
            "warm-up",
            statement="the warm-up rises in equal parts, and its first rate is not zero",
            hint="At t = 0 it is peak / (warm_up + 1): a rate of 0 would waste a step, and the peak is still to come.",
            case=on_the_way_up,
            holds=agree,
            cases=2,
        ),
        Property(
            "decay",
            statement="the decay starts with the peak at t = warm_up, and is half of it in the middle of what is left",
            hint="Let x run from 0 at t = warm_up to 1 at t = steps; the rate is peak (1 + cos πx) / 2. "
            "Without a warm-up that is all.",
            case=on_the_way_down,
            holds=agree,
            cases=2,
        ),
        Property(
            "end",
            statement="from t = steps on it is 0, and stays so",
            hint="A cosine comes up again: let x be 1 at most. `jnp.clip(x, 0, 1)` does that.",
            case=over,
            holds=agree,
            cases=2,
        ),
        Property(
            "compiled",
            statement="it is the same in a compiled loop, where t is not a number yet",
            hint="No `if` can ask such a t, and no `max` or `float`. "
            "`jnp.where(condition, a, b)` computes both and picks one.",
            case=at_any_time,
            holds=no_difference,
            measure="difference when t is compiled",
            cases=1,
        ),
    ),
    explanation="Exact at its joints: the peak is reached once, and the last step, t = steps - 1, is small and not "
    "wasted.",
)
