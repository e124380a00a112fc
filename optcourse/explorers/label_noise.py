"""Lesson 09: digits with wrong labels, trained under floods of seven levels, to scrub through."""

from functools import cache

import numpy as np
from matplotlib.figure import Figure

from optcourse.experiments.flooding import levels
from optcourse.explorers.artists import empty_line, set_points
from optcourse.explorers.controls import choice, slider
from optcourse.explorers.explorer import Explorer, goal
from optcourse.explorers.picture import Picture
from optcourse.figures import flooding as draw
from optcourse.figures import style

UPDATES = np.array(levels.UPDATES[1:])  # the axis is logarithmic
UPDATE_LIMITS = (0.9 * UPDATES[0], 1.3 * UPDATES[-1])
BAR_PLACES = (1.1 * UPDATES[-1], 1.2 * UPDATES[-1])  # of the seeds, behind the last update
SHARES = {f"{100 * wrong:.0f} %": wrong for wrong in levels.WRONG}
BATCHES = {"all 200 at once": levels.EXAMPLES, "batches of 20": 20}
PARTS = {"test_loss": "test loss", "train_loss": "training loss", "accuracy": "test accuracy"}
COLORS = (draw.FLOOD["color"], draw.PLAIN["color"])
NEAR = 0.01  # of accuracy: what differs by less is called the same


@style.house()
def label_noise() -> Explorer:
    """Wrong labels, level, batches, update: digits trained under a flood, and without one."""
    figure, (losses, accuracies) = _panels()
    water = draw.empty_water(losses)
    lines = [*_lines(losses, "test_loss"), *_lines(losses, "train_loss")]
    above = {"loc": "outside upper center", "ncols": 4, "handlelength": 3}
    figure.legend(handles=lines, frameon=False, fontsize=9, **above)
    lines += _lines(accuracies, "accuracy")
    dots = [empty_line(line.axes, "o", color=line.get_color()) for line in lines]
    bars = [empty_line(accuracies, color=color, linewidth=3) for color in COLORS]
    best, note = _best_line(accuracies)

    def update(wrong, level, batches, step):
        setting = BATCHES[batches], SHARES[wrong]
        shown = UPDATES <= step
        water.set_xy(_outline(level))
        for line, dot, values in zip(lines, dots, _values(*setting, level)):
            line.set_data(UPDATES[shown], values[shown])
            set_points(dot, line.get_xydata()[-1])
        for bar, place, b in zip(bars, BAR_PLACES, (level, 0.0)):
            seeds = _seeds("accuracy", *setting, b)
            bar.set_data([place, place], [min(seeds), max(seeds)])
            bar.set_visible(step == UPDATES[-1])
        facts = _facts(*setting, level, shown)
        best.set_data(UPDATE_LIMITS, [facts["best"]] * 2)
        note.set_y(facts["best"] + 0.005)
        return {"status": _status(facts), **facts}

    controls = [
        choice("wrong", tuple(SHARES), "20 %", "wrong labels"),
        slider("level", levels.LEVELS, 0.4, "level b of the flood"),
        choice("batches", tuple(BATCHES), "all 200 at once", "an update sees"),
        slider("step", UPDATES, UPDATES[-1], "update", plays=True),
    ]
    alt = "Test and training loss, and test accuracy, of digits with wrong labels "
    alt += "through training: under a flood, and without one in gray."
    picture = Picture(figure, [water, *lines, *dots, *bars, best, note])
    return Explorer(picture, update, controls, alt, GOALS)


def _panels():
    """(figure, axes): losses and accuracy against the update."""
    figure = Figure(figsize=(9.4, 3.9), layout="constrained")
    figure.get_layout_engine().set(w_pad=0.1)
    axes = [style.despine(ax) for ax in figure.subplots(1, 2)]
    for ax in axes:
        ax.set(xscale="log", xlim=UPDATE_LIMITS, xlabel="update (log scale)")
        style.log_ticks(ax.xaxis, [60, 200, 600, 2000, 6000])
    axes[0].set(ylim=(-0.06, 2.8), ylabel="loss")
    axes[1].set(ylim=(0.4, 1), ylabel="test accuracy")
    corner = {"transform": axes[1].transAxes, "ha": "left", "va": "bottom"}
    axes[1].text(0.02, 0.01, "bars: five seeds at the end", fontsize=9, color=style.GRAY, **corner)
    return figure, axes


def _lines(ax, part):
    """A curve under the flood, and one without; those of the training loss are thin."""
    width = 1 if part == "train_loss" else 2
    for name, look in (("flooded", draw.FLOOD), ("no flood", draw.PLAIN)):
        label = f"{PARTS[part]}, {name}"
        yield empty_line(ax, linewidth=width, label=label, **look)


def _best_line(ax):
    """The line of the best checkpoint, and its name above it."""
    line = empty_line(ax, color=style.GRAY, linewidth=1, linestyle=":", zorder=1)
    look = {"fontsize": 9, "color": style.GRAY, "ha": "right", "va": "bottom"}
    return line, ax.text(UPDATES[-1], 0, "best checkpoint, no flood", **look)


def _outline(level):
    """The corners of the water, as wide as the axes."""
    left, right = UPDATE_LIMITS
    return [(left, -1), (right, -1), (right, level), (left, level)]


def _nears_the_best(result) -> bool:
    setting = result["wrong"] == 0.2 and result["batch_size"] == levels.EXAMPLES
    return setting and result["end"] >= result["best"] - NEAR


def _quarrels(result) -> bool:
    better = result["end_loss"] <= result["plain_end_loss"] - 0.05
    return better and result["end"] <= result["plain_end"] - 0.02


GOALS = [
    goal("20 % wrong, all at once: end within 1 % of the best checkpoint", _nears_the_best),
    goal("end with a better test loss and a worse accuracy than without a flood", _quarrels),
]


@cache
def _curves(batch_size: int, wrong: float, level: float) -> levels.Curves:
    """The table's curves at UPDATES, means over the seeds."""
    i = levels.BATCH_SIZES.index(batch_size)
    j = levels.WRONG.index(wrong)
    k = levels.LEVELS.index(level)
    of_setting = [values[i, j, k, 1:] for values in levels.read_curves()]
    return levels.Curves(*of_setting)


def _seeds(column: str, batch_size: int, wrong: float, level: float):
    """A column of the table, one number a seed."""
    return levels.read_seeds(column, batch_size)[wrong, level]


def _values(batch_size: int, wrong: float, level: float) -> list:
    """Of each part a curve under the flood, and one without."""
    runs = [_curves(batch_size, wrong, b) for b in (level, 0.0)]
    return [getattr(run, part) for part in PARTS for run in runs]


def _facts(batch_size, wrong, level, shown) -> dict:
    """Numbers now and at the end, and the best checkpoint, which only the test data know."""
    flooded, plain = (_curves(batch_size, wrong, b) for b in (level, 0.0))
    mean = lambda name, b: float(_seeds(name, batch_size, wrong, b).mean())
    now = np.flatnonzero(shown)[-1]
    return {
        "batch_size": batch_size,
        "wrong": wrong,
        "level": level,
        "differs": not np.array_equal(flooded.test_loss[shown], plain.test_loss[shown]),
        "accuracy": float(flooded.accuracy[now]),
        "plain_accuracy": float(plain.accuracy[now]),
        "loss": float(flooded.test_loss[now]),
        "plain_loss": float(plain.test_loss[now]),
        "end": mean("accuracy", level),
        "plain_end": mean("accuracy", 0.0),
        "end_loss": mean("test_loss", level),
        "plain_end_loss": mean("test_loss", 0.0),
        "best": mean("best_accuracy", 0.0),
    }


def _status(facts) -> str:
    accuracy, plain = (100 * facts[name] for name in ("accuracy", "plain_accuracy"))
    if not facts["level"]:
        return f"No flood: {plain:.1f} % right, test loss {facts['plain_loss']:.2f}."
    if not facts["differs"]:
        return f"No difference yet, {plain:.1f} % right: the flood has not begun."
    gain = facts["accuracy"] - facts["plain_accuracy"]
    verdict = "helps" if gain >= NEAR else "harms" if gain <= -NEAR else "changes little"
    losses = f"test loss {facts['loss']:.2f} instead of {facts['plain_loss']:.2f}"
    best = f"the best checkpoint had {100 * facts['best']:.1f} %"
    rights = f"{accuracy:.1f} % right instead of {plain:.1f}"
    return f"The flood {verdict}: {rights}, {losses}; {best}."
