"""Lesson 03: momentum left at β = 0.9 beside gradient descent and the tuned one, for every κ."""

from functools import cache, partial

import jax
import jax.numpy as jnp
import numpy as np

from optcourse import quadratics
from optcourse.experiments.run import run, steps_until
from optcourse.explorers.artists import empty_line
from optcourse.explorers.computed import Computation, Frame, against_steps, computed_explorer
from optcourse.explorers.controls import slider
from optcourse.explorers.explorer import Explorer
from optcourse.figures import momentum as draw
from optcourse.figures import style
from optcourse.optimizers import momentum

BETA = 0.9
KAPPAS = sorted({round(float(f"{10 ** (k / 18):.1e}")) for k in range(6, 91)})  # two digits
DIRECTIONS = 20  # curvatures, evenly spread in their logarithm from 1 / κ to 1
STEPS, TARGET_RATIO = 400, 1e-6  # of the error: the distance from the bottom
MAX_STEPS = 100_000  # momentum with β = 0.9 takes 37,000 at the largest κ
ALIKE = 1.15  # a ratio of steps up to which two methods are as fast
LOWEST = 1e-9  # error on the axis
LOOKS = {
    "gradient descent": style.OPTIMIZERS["gradient_descent"],
    "tuned momentum": style.OPTIMIZERS["momentum"],
    "momentum, β = 0.9": draw.FIXED_BETA_STYLE,
}
DESCENT, TUNED, FIXED = LOOKS
NAMES = {  # what is written at each line for all κ, where, and to which side of there
    DESCENT: ("gradient descent: ∝ κ", (3000, 1.5e5), "right"),
    TUNED: ("tuned: ∝ √κ", (2500, 200), "left"),
    FIXED: ("β = 0.9", (1.6, 550), "left"),
}
SENTENCES = {
    "slow": "Slower than gradient descent: β = 0.9 takes {fixed:.0f} steps, not {descent:.0f}.",
    "ahead": "Faster than gradient descent: {fixed:.0f} steps, and the tuned β {tuned:.0f}.",
    "near": "As fast as the tuned β, which is {beta:.2f} here: {fixed:.0f} steps.",
    "behind": "Behind: β = 0.9 takes {fixed:.0f} steps, the tuned β {tuned:.0f}.",
}
GOALS = [
    "find the κ where β = 0.9 is as fast as gradient descent "
    "(now {fixed:.0f} steps, and it {descent:.0f})",
    "find the κ where β = 0.9 is as fast as the tuned β (now {fixed:.0f}, and it {tuned:.0f})",
    "beyond it: β = 0.9 takes five times the steps of the tuned β",
]


@style.house()
def condition_number() -> Explorer:
    """The condition number κ: the error of three methods by step, and the steps they take."""
    figure, (errors, counts) = style.new(2, width=9.2, height=4.0)
    computation = Computation(
        name="condition_number",
        compute=condition_frame,
        artists={**_error_lines(errors), **_count_marks(counts)},
        sentences=SENTENCES,
        goals=GOALS,
        runs=tuple(LOOKS),
    )
    controls = [slider("kappa", KAPPAS, 10, "condition number κ")]
    alt = "The error of gradient descent, of momentum with β = 0.9 and of tuned momentum "
    alt += "against the step, and the steps to a millionth of it against κ."
    return computed_explorer(figure, computation, controls, alt)


def condition_frame(kappa) -> Frame:
    """All that `condition_number` computes, from its slider; counts are those of the nearest κ."""
    tunings, row = tuned(kappa), jnp.argmin(jnp.abs(jnp.asarray(KAPPAS) - kappa))
    counts = {name: jnp.asarray(all_counts()[name], jnp.float32)[row] for name in LOOKS}
    descent, best, fixed = counts.values()
    over_descent, over_tuned = fixed / descent, fixed / best
    beta = tunings[TUNED].beta
    alike = lambda ratio: (1 / ALIKE < ratio) & (ratio < ALIKE)
    kinds = [alike(over_tuned), beta > BETA, over_descent > 1, True]
    points = {name: against_steps(errors_of(tunings[name], kappa)) for name in LOOKS}
    for name, count in counts.items():
        points[f"{name} now"] = jnp.stack([kappa, count])[None]
    return Frame(
        points={
            **points,
            "here": jnp.stack([jnp.stack([kappa, 1.0]), jnp.stack([kappa, 1e6])]),
        },
        sentence=jnp.array([2, 3, 0, 1])[jnp.argmax(jnp.array(kinds))],
        facts={
            "beta": beta,
            "fixed": fixed,
            "descent": descent,
            "tuned": best,
            "over_descent": over_descent,
            "over_tuned": over_tuned,
        },
        goals=[
            alike(over_descent),
            alike(over_tuned),
            (beta > BETA) & (over_tuned >= 5),
        ],
    )


def tuned(kappa) -> dict[str, quadratics.BestTuning]:
    """The numbers of each method: each at its best learning rate, one also at its best β."""
    ends = 1 / kappa, 1.0
    return {
        DESCENT: quadratics.best_gradient_descent(*ends),
        TUNED: quadratics.best_momentum(*ends),
        FIXED: quadratics.best_momentum_for_beta(BETA, *ends),
    }


def bowl(kappa):
    """(loss, start): a quadratic loss; the start is 1 away, as far along each direction."""
    curvatures = kappa ** -jnp.linspace(0.0, 1.0, DIRECTIONS)
    loss = lambda w: jnp.sum(curvatures * w**2) / 2
    return loss, jnp.full(DIRECTIONS, DIRECTIONS**-0.5)


def errors_of(tuning: quadratics.BestTuning, kappa):
    """The error before each of STEPS steps and after the last."""
    optimizer = momentum(tuning.learning_rate, tuning.beta)
    error = lambda w, state: jnp.linalg.norm(w)
    return jnp.maximum(run(optimizer, *bowl(kappa), STEPS, record=error).path, LOWEST / 10)


def count_steps(kappa) -> dict:
    """Steps of each method to a millionth of the first error."""
    loss, start = bowl(kappa)
    arrived = lambda w: jnp.linalg.norm(w) <= TARGET_RATIO
    counts = {DESCENT: _descent_steps(kappa)}
    for name in (TUNED, FIXED):
        rate, beta, _ = tuned(kappa)[name]
        counts[name] = steps_until(momentum(rate, beta), loss, start, arrived, MAX_STEPS)
    return counts


def _descent_steps(kappa):
    """Of the best gradient descent, about 7 κ, by halving: its error is √(mean q_i^(2t))."""
    curvatures = kappa ** -jnp.linspace(0.0, 1.0, DIRECTIONS)
    rate = tuned(kappa)[DESCENT].learning_rate
    log_q = jnp.log(jnp.maximum(jnp.abs(1 - rate * curvatures), 1e-30))
    arrived = lambda t: jnp.mean(jnp.exp(2 * t * log_q)) <= TARGET_RATIO**2

    def halve(_, ends):
        middle = jnp.floor((ends[0] + ends[1]) / 2)
        here = arrived(middle)
        return jnp.where(here, ends[0], middle), jnp.where(here, middle, ends[1])

    return jax.lax.fori_loop(0, 24, halve, (0.0, 2.0**22))[1]


def _error_lines(ax) -> dict:
    """A line for each method, with a legend above; the millionth in gray."""
    lines = {}
    for name, look in LOOKS.items():
        width = 2.6 if name == FIXED else 1.8
        lines[name] = empty_line(ax, label=name, linewidth=width, **look)
    ax.axhline(TARGET_RATIO, color=style.GRAY, linewidth=0.8, linestyle=":")
    above = {"ha": "right", "va": "bottom", "fontsize": 9, "color": style.GRAY}
    ax.text(STEPS, 1.3 * TARGET_RATIO, "a millionth", **above)
    ax.legend(frameon=False, fontsize=9, loc="lower left", bbox_to_anchor=(0, 1), ncols=2)
    ax.set(yscale="log", xlim=(0, STEPS), ylim=(LOWEST, 30))
    ax.set(xlabel="step t", ylabel="error / first error")
    return lines


def _count_marks(ax) -> dict:
    """The steps of each method for every κ, which stand still, and marks at the slider's."""
    for name, look in LOOKS.items():
        ax.plot(KAPPAS, all_counts()[name], linewidth=1.8, **look)
        words, place, side = NAMES[name]
        ax.text(*place, words, color=look["color"], fontsize=9, ha=side, va="center")
    ax.set(xscale="log", yscale="log", xlim=(1, 1.2e5), ylim=(1, 1e6))
    ax.set(xlabel="condition number κ", ylabel="steps to a millionth of the error")
    style.log_ticks(ax.xaxis, [10.0**k for k in range(6)], [f"$10^{k}$" for k in range(6)])
    dots = {
        f"{name} now": empty_line(ax, "o", color=look["color"], markersize=8, zorder=5)
        for name, look in LOOKS.items()
    }
    line = empty_line(ax, color=style.GRAY, linewidth=0.8, linestyle=":")
    return {"here": line, **dots}


@cache
def all_counts() -> dict[str, np.ndarray]:
    """`count_steps` for each of KAPPAS, in double precision, of which three digits are kept."""
    with jax.ensure_compile_time_eval(), jax.enable_x64(True):
        kappas = jnp.asarray(KAPPAS, jnp.float64)
        counts = jax.jit(partial(jax.lax.map, count_steps))(kappas)
    return {name: np.array([float(f"{each:.2e}") for each in row]) for name, row in counts.items()}
