"""Lesson 04: gradients change their size, and it takes a while until a step has its own again."""

import jax
import jax.numpy as jnp
import numpy as np

from optcourse import adaptive
from optcourse.explorers.artists import empty_line, method_lines
from optcourse.explorers.computed import Computation, Frame, computed_explorer, points_of_chosen
from optcourse.explorers.controls import slider
from optcourse.explorers.explorer import Explorer
from optcourse.figures import adaptive_learning_rates as draw
from optcourse.figures import style

METHODS = ("rmsprop", "adam")
B1 = np.array([0, 0.5, 0.8, 0.9, 0.95, 0.98, 0.99])
B2 = np.array([0.5, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.998, 0.999, 0.9995, 0.9998, 0.9999])
LOG_B1, LOG_B2 = np.log(np.maximum(B1, 1e-30)), np.log(B2)  # exact, where float32 is not
JUMPS = np.geomspace(1e-3, 1e3, 25)
STEPS = np.unique(np.geomspace(1, 3e5, 300).round())  # after the change
BEFORE = 0.5  # where the log axis begins
TOLERANCE = 0.1


@style.house()
def reaction_time() -> Explorer:
    """The gradient's size jumps: both averages of Adam, and the length of its steps, over steps."""
    figure, (left, right) = style.new(2, width=8.8, height=4.0)
    artists = draw.averages_after_jump(left, (BEFORE, STEPS[-1]))
    draw.steps_after_jump(right, (BEFORE, STEPS[-1]), TOLERANCE)
    at_top = {"transform": right.transAxes, "fontsize": 11}
    artists |= {
        **method_lines(right, METHODS, "step", linewidth=2, zorder=3),
        "back": empty_line(right, color=style.BLACK, linewidth=1.2, linestyle=":"),
        "method": left.text(0, 1.095, "", transform=left.transAxes, fontsize=11),
        "count": right.text(0, 1.1, "", **at_top),
        "formula": right.text(0, 1.03, "", color=style.GRAY, **at_top),
    }
    computation = Computation(
        name="reaction_time",
        compute=reaction_frame,
        artists=artists,
        sentences=SENTENCES,
        goals=GOALS,
        words=WORDS,
        names={"name": ("RMSProp", "Adam")},
        runs=[f"{name} step" for name in METHODS],
    )
    controls = [
        slider("jump", JUMPS, 0.01, "jump J"),
        slider("b2", B2, 0.999, "b₂, or α"),
        slider("b1", B1, 0.9, "b₁"),
    ]
    alt = "Left: the size of a gradient that jumps, and two averages that follow. "
    alt += "Right: the length of the steps, which is off for a while."
    return computed_explorer(figure, computation, controls, alt)


SENTENCES = {
    "same": "The gradients stay as they are, and so do the steps.",
    "never off": "Never off by more than 10 %.",
    "m is late": "Off for {count:.0f} steps: now m is late, which the formula leaves out.",
    "too short": "Too short for {count:.0f} steps, {shortest:.2g} η at worst.",
    "too long": "Too long for {count:.0f} steps, {longest:.2g} η at worst.",
    "both": "Off for {count:.0f} steps: from {shortest:.2g} η to {longest:.2g} η.",
}
WORDS = {
    "method": "{name}, b₁ = {b1:.2g}, b₂ = {b2:.4g}; gradients × {jump:.4g}",
    "count": "off by more than 10 % for {count:.0f} steps",
    "formula": "ln(|1/J² − 1| / {constant:.4f}) / ln(1/b₂) ≈ {formula:.0f}",
}
GOALS = [
    "gradients shrink to a hundredth or less: back after 200 steps at most (now {count:.0f})",
    "b₂ ≥ 0.999, J ≤ 0.01 or J ≥ 100: back after 2000 steps at most (now {count:.0f})",
    "gradients shrink, and a step is longer than 2 η (now {longest:.2g} η)",
]


def reaction_frame(jump, b2, b1) -> Frame:
    """Both averages and the step after each number of new gradients, and when it is back."""
    logs = jnp.stack([_log(B1, LOG_B1, b1), _log(B2, LOG_B2, b2)])
    lengths, is_adam = _lengths(jump, logs, STEPS), (b1 > 0).astype(int)
    count, formula = _last_off(jump, logs, lengths), _formula(jump, logs[1])
    shortest, longest = jnp.min(lengths), jnp.max(lengths)
    back = jnp.where(count > 0, count, jnp.nan)
    return Frame(
        points={
            **_averages(jump, logs),
            **points_of_chosen(METHODS, is_adam, step=_from_before(lengths)),
            "back": jnp.stack([jnp.full(2, back), jnp.array([1e-4, 1e3])], axis=1),
        },
        sentence=_sentence(jump, count, formula, shortest, longest),
        facts={
            "jump": jump,
            "b1": b1,
            "b2": b2,
            "name": is_adam,
            "count": count,
            "formula": formula,
            "constant": adaptive.change_of_squares(jump, TOLERANCE),
            "shortest": shortest,
            "longest": longest,
        },
        goals=[
            (jump < 0.011) & (count <= 200),
            (b2 > 0.9985) & ((jump < 0.011) | (jump > 99)) & (count <= 2000),
            (jump < 1) & (longest > 2),
        ],
    )


def _sentence(jump, count, formula, shortest, longest):
    """Which of SENTENCES is true."""
    cases = [
        jump == 1,
        count == 0,
        jnp.abs(count - formula) > 1 + 0.02 * formula,
        longest <= 1 + TOLERANCE,
        shortest >= 1 - TOLERANCE,
        True,
    ]
    return jnp.argmax(jnp.array(cases))


def _averages(jump, logs) -> dict:
    """The gradient's size, m, and √v."""
    m_left, v_left = (jnp.exp(each * STEPS) for each in logs)
    return {
        "gradient": _from_before(jnp.full(len(STEPS), jump)),
        "m": _from_before(jump + (1 - jump) * m_left),
        "root of v": _from_before(jnp.sqrt(jump**2 + (1 - jump**2) * v_left)),
    }


def _formula(jump, log_b2):
    """`adaptive.reaction_time`, with the exact logarithm; 0, never -0."""
    left = jnp.minimum(adaptive.squares_left_when_back(jump, TOLERANCE), 1)
    return jnp.abs(jnp.log(left) / log_b2)


def _log(grid, logs, value):
    return jnp.asarray(logs)[jnp.argmin(jnp.abs(grid - value))]


def _lengths(jump, logs, n):
    return adaptive.step_after_jump(jump, *(jnp.exp(each * n) for each in logs))


def _last_off(jump, logs, lengths):
    """The last step that is off by more than the tolerance, 0 if none is."""
    is_off = lambda length: jnp.abs(length - 1) > TOLERANCE
    rows = is_off(lengths)
    row = len(STEPS) - 1 - jnp.argmax(rows[::-1])
    steps = jnp.asarray(STEPS)

    def halve(_, ends):
        middle = jnp.floor((ends[0] + ends[1]) / 2)
        off = is_off(_lengths(jump, logs, middle))
        return jnp.where(off, middle, ends[0]), jnp.where(off, ends[1], middle)

    ends = steps[row], steps[jnp.minimum(row + 1, len(STEPS) - 1)]
    return jnp.where(jnp.any(rows), jax.lax.fori_loop(0, 14, halve, ends)[0], 0)


def _from_before(values):
    """Over steps, from before the change on: there it is 1."""
    before = jnp.array([[BEFORE, 1.0], [0.95, 1.0]])
    return jnp.concatenate([before, jnp.stack([jnp.asarray(STEPS), values], axis=1)])
