"""Lesson 09: digits with wrong labels, trained under floods of seven levels, to scrub through."""

import numpy as np
from matplotlib.figure import Figure

from optcourse.experiments.flooding import levels
from optcourse.explorers.artists import empty_line
from optcourse.explorers.controls import choice, slider
from optcourse.explorers.explorer import Explorer, goal
from optcourse.explorers.picture import Picture
from optcourse.figures import flooding as draw
from optcourse.figures import style

UPDATES = levels.UPDATES[1:]  # the axis is logarithmic
SHARES = {f"{100 * wrong:.0f} %": wrong for wrong in levels.WRONG}
BATCHES = {"all 200 at once": levels.EXAMPLES, "batches of 20": 20}
BAR_PLACES = (6500, 7100)  # behind the last update
NEAR = 0.01  # in accuracy: less than this is no difference


@style.house()
def wrong_labels() -> Explorer:
    """Wrong labels, level, batches, update: loss and accuracy of digits with and without a flood."""
    figure, (losses, accuracies) = _panels()
    water = losses.fill([0, 0], [0, 0], zorder=0, **draw.WATER)[0]
    lines = [*_lines(losses, "test loss"), *_lines(losses, "training loss")]
    lines += _lines(accuracies, "test accuracy")
    figure.legend(handles=lines[:4], loc="outside upper center", ncols=4, frameon=False, fontsize=9)
    bars = [empty_line(accuracies, linewidth=3, color=look["color"]) for look in LOOKS.values()]
    best = empty_line(accuracies, color=style.GRAY, linewidth=1, linestyle=":", zorder=1)
    name = accuracies.text(UPDATES[-1], 0, "", fontsize=9, color=style.GRAY, ha="right")

    def update(wrong, level, batches, step):
        batch_size, share = BATCHES[batches], SHARES[wrong]
        flooded, plain = (_curves(batch_size, share, b) for b in (level, 0.0))
        shown = 1 + UPDATES.index(step)
        water.set_xy([(1, 0), (1, level), (1e4, level), (1e4, 0)])
        of_lines = []
        for part in ("test_loss", "train_loss", "accuracy"):
            of_lines += [getattr(flooded, part), getattr(plain, part)]
        for line, values in zip(lines, of_lines):
            line.set_data(UPDATES[:shown], values[:shown])
        facts = _facts(batch_size, share, level, shown)
        for bar, place, b in zip(bars, BAR_PLACES, (level, 0.0)):
            seeds = levels.read_seeds("accuracy", batch_size)[share, b]
            ends = [seeds.min(), seeds.max()] if step == UPDATES[-1] else [np.nan, np.nan]
            bar.set_data([place, place], ends)
        best.set_data(XLIM, [facts["best"], facts["best"]])
        name.set(y=facts["best"] + 0.005, text="best checkpoint, no flood")
        return {"status": _status(facts), **facts}

    controls = [
        choice("wrong", tuple(SHARES), "20 %", "wrong labels"),
        slider("level", levels.LEVELS, 0.4, "level b of the flood"),
        choice("batches", tuple(BATCHES), "all 200 at once"),
        slider("step", UPDATES, UPDATES[-1], "update", plays=True),
    ]
    alt = "Test and training loss, and test accuracy, of digits with wrong labels "
    alt += "through training: under a flood, and without one in gray."
    return Explorer(Picture(figure, [water, *lines, *bars, best, name]), update, controls, alt, GOALS)
