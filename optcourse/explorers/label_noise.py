"""Lesson 09: digits with wrong labels, trained under floods of seven levels, to scrub through."""

from functools import cache

import jax.numpy as jnp
import numpy as np
from matplotlib.figure import Figure

from optcourse.experiments.flooding import levels
from optcourse.explorers.artists import empty_line
from optcourse.explorers.computed import Computation, Frame, computed_explorer
from optcourse.explorers.controls import choice, slider
from optcourse.explorers.explorer import Explorer
from optcourse.figures import flooding as draw
from optcourse.figures import style

UPDATES = np.array(levels.UPDATES[1:])  # the axis is logarithmic
UPDATE_LIMITS = (0.9 * UPDATES[0], 1.3 * UPDATES[-1])
BAR_PLACES = (1.1 * UPDATES[-1], 1.2 * UPDATES[-1])  # of the seeds, behind the last update
SHARES = {f"{100 * wrong:.0f} %": wrong for wrong in levels.WRONG}
BATCHES = {"all 200 at once": levels.EXAMPLES, "batches of 20": 20}
PARTS = {"test_loss": "test loss", "train_loss": "training loss", "accuracy": "test accuracy"}
RUNS = {"flooded": draw.FLOOD, "no flood": draw.PLAIN}
PARTS_OF_ONE = 10_000  # an accuracy is a whole number of these in the table
UP = 0.01  # of such a part: 0.725 is rounded up in every language
FLOOR = -0.06  # where the axis of the losses begins
BEST = "best checkpoint, no flood"
NEAR, SAME = 0.01, 0.02  # of accuracy, of test loss: what differs by less is called the same


@style.house()
def label_noise() -> Explorer:
    """Wrong labels, level, batches, update: digits trained under a flood, and without one."""
    figure, (losses, accuracies) = _panels()
    artists = {"water": draw.empty_water(losses), **_lines(losses, "test_loss")}
    artists |= _lines(losses, "train_loss")
    above = {"loc": "lower left", "bbox_to_anchor": (0, 1), "ncols": 2, "handlelength": 3}
    losses.legend(handles=[*artists.values()][1:], frameon=False, fontsize=9, **above)
    artists |= _lines(accuracies, "accuracy")
    for name, line in [*artists.items()][1:]:
        artists[f"{name} now"] = empty_line(line.axes, "o", color=line.get_color())
    for name, look in RUNS.items():
        artists[f"seeds, {name}"] = empty_line(accuracies, color=look["color"], linewidth=3)
    artists["best"], artists["best name"] = _best_line(accuracies)
    computation = Computation(
        name="label_noise",
        compute=label_noise_frame,
        artists=artists,
        sentences=SENTENCES,
        goals=GOALS,
        words={"best name": BEST},
        runs=[f"{part}, flooded" for part in PARTS.values()],
    )
    controls = [
        choice("wrong", tuple(SHARES), "20 %", "wrong labels"),
        slider("level", levels.LEVELS, 0.4, "level b of the flood"),
        choice("batches", tuple(BATCHES), "all 200 at once", "an update sees"),
        slider("step", UPDATES, UPDATES[-1], "update", plays=True),
    ]
    alt = "Test and training loss, and test accuracy, of digits with wrong labels "
    alt += "through training: under a flood, and without one in gray."
    return computed_explorer(figure, computation, controls, alt)


def _panels():
    """(figure, axes): losses and accuracy against the update."""
    figure = Figure(figsize=(9.4, 3.9), layout="constrained")
    figure.get_layout_engine().set(w_pad=0.1)
    axes = [style.despine(ax) for ax in figure.subplots(1, 2)]
    for ax in axes:
        ax.set(xscale="log", xlim=UPDATE_LIMITS, xlabel="update (log scale)")
        style.log_ticks(ax.xaxis, [60, 200, 600, 2000, 6000])
    axes[0].set(ylim=(FLOOR, 2.8), ylabel="loss")
    axes[1].set(ylim=(0.4, 1), ylabel="test accuracy")
    corner = {"transform": axes[1].transAxes, "ha": "left", "va": "bottom"}
    axes[1].text(0.02, 0.01, "bars: five seeds at the end", fontsize=9, color=style.GRAY, **corner)
    return figure, axes


def _lines(ax, part):
    """A curve under the flood, and one without; those of the training loss are thin."""
    width = 1 if part == "train_loss" else 2
    names = {f"{PARTS[part]}, {name}": look for name, look in RUNS.items()}
    return {
        name: empty_line(ax, linewidth=width, label=name, **look) for name, look in names.items()
    }


def _best_line(ax):
    """The line of the best checkpoint, and its name above it."""
    line = empty_line(ax, color=style.GRAY, linewidth=1, linestyle=":", zorder=1)
    look = {"fontsize": 9, "color": style.GRAY, "ha": "right", "va": "bottom"}
    return line, ax.text(UPDATES[-1], 0, BEST, **look)


def _outline(level):
    """The corners of the water, as wide as the axes."""
    left, right = UPDATE_LIMITS
    corners = (left, FLOOR), (right, FLOOR), (right, level), (left, level)
    return jnp.array(corners)


VERDICTS = ("helps", "harms", "changes little")
LOSSES = ("a lower", "a higher", "about the same")
SENTENCES = {
    "no flood": "No flood: {plain_right:.1f} % right, test loss {plain_loss:.2f}.",
    "same": "No difference yet, {plain_right:.1f} % right: the flood has not begun.",
}
SENTENCES |= {
    f"{verdict}, {loss} loss": f"The flood {verdict}: {{right:.1f}} % right instead of "
    f"{{plain_right:.1f}}, at {loss} test loss."
    for verdict in VERDICTS
    for loss in LOSSES
}
GOALS = (
    "20 % wrong, all at once: end within 1 % of the best checkpoint (now {short:.1f} % below)",
    "end with a better test loss and a worse accuracy than without a flood",
)


@cache
def _curves() -> np.ndarray:
    """(batches, wrong, level, part, update): means over the seeds, times PARTS_OF_ONE."""
    parts = [getattr(levels.read_curves(), part)[..., 1:] for part in PARTS]
    return np.round(np.stack(parts, axis=3) * PARTS_OF_ONE).astype(np.int32)


@cache
def _ends() -> dict[str, np.ndarray]:
    """Arrays (batches, wrong, level) over the seeds at the end, and of the best checkpoint."""

    def over_seeds(column, reduce):
        tables = [levels.read_seeds(column, size) for size in levels.BATCH_SIZES]
        rows = [[[reduce(t[w, b]) for b in levels.LEVELS] for w in levels.WRONG] for t in tables]
        return np.array(rows, np.float32)

    return {
        "end": over_seeds("accuracy", np.mean),
        "end_loss": over_seeds("test_loss", np.mean),
        "lowest": over_seeds("accuracy", np.min),
        "highest": over_seeds("accuracy", np.max),
        "best": over_seeds("best_accuracy", np.mean),
    }


def label_noise_frame(wrong, level, batches, step) -> Frame:
    """What `label_noise` draws and says, out of the experiment's table."""
    row = jnp.argmin(jnp.abs(jnp.array(levels.LEVELS) - level))
    places = [(batches, wrong, each) for each in (row, 0)]
    curves = [(jnp.asarray(_curves())[place] + UP) / PARTS_OF_ONE for place in places]
    ends = [{k: jnp.asarray(each)[place] for k, each in _ends().items()} for place in places]
    shown = UPDATES <= step
    now = jnp.sum(shown) - 1
    best = ends[1]["best"]
    points = {
        "water": _outline(level),
        "best": jnp.array([(left, best) for left in UPDATE_LIMITS]),
        "best name": jnp.array([(UPDATES[-1], best + 0.005)]),
    }
    for i, part in enumerate(PARTS.values()):
        for name, values in zip(RUNS, curves):
            rows = jnp.stack([jnp.asarray(UPDATES, float), values[i]], axis=1)
            points[f"{part}, {name}"] = jnp.where(shown[:, None], rows, jnp.nan)
            points[f"{part}, {name} now"] = rows[now][None]
    for name, x, end in zip(RUNS, BAR_PLACES, ends):
        bar = jnp.array([(x, end["lowest"]), (x, end["highest"])])
        points[f"seeds, {name}"] = jnp.where(step == UPDATES[-1], bar, jnp.nan)
    flooded, plain = (values[:, now] for values in curves)
    differs = jnp.any(shown & (curves[0][0] != curves[1][0]))
    kind = _sentence(level, differs, flooded, plain)
    facts = {
        "differs": differs,
        "right": 100 * flooded[2],
        "plain_right": 100 * plain[2],
        "plain_loss": plain[0],
        "best": best,
        "short": 100 * (best - ends[0]["end"]),
        **{name: ends[0][name] for name in ("end", "end_loss")},
        **{f"plain_{name}": ends[1][name] for name in ("end", "end_loss")},
    }
    is_asked = (wrong == levels.WRONG.index(0.2)) & (batches == 0)
    nears = is_asked & (facts["end"] >= best - NEAR)
    better = facts["end_loss"] <= facts["plain_end_loss"] - 0.05
    quarrels = better & (facts["end"] <= facts["plain_end"] - 0.02)
    return Frame(points, kind, facts, [nears, quarrels])


def _sentence(level, differs, flooded, plain):
    """The index of the sentence; flooded, plain: test loss, training loss and accuracy now."""
    gain = flooded[2] - plain[2]
    verdict = jnp.argmax(jnp.array([gain >= NEAR, gain <= -NEAR, True]))
    rise = flooded[0] - plain[0]
    loss = jnp.argmax(jnp.array([rise < -SAME, rise > SAME, True]))
    told = 2 + len(LOSSES) * verdict + loss
    return jnp.where(level == 0, 0, jnp.where(differs, told, 1))
