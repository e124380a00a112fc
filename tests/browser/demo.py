"""The explorers that the browser tests drive: every kind of mark and control, a table, and a picture that is redrawn.

Both sides run this file: the kernel, to show the explorers, and the tests, to know what matplotlib itself would draw.
"""

import numpy as np
from matplotlib.figure import Figure

from optcourse.explorers.controls import choice, point, slider
from optcourse.explorers.explorer import Explorer, goal
from optcourse.explorers.picture import Picture

MARKS = "line dashes markers polygon band arrow image heat text words".split()


def everything(bake=False) -> Explorer:
    """Ten artists, one of each kind; the choice shows them all, or one, or fails. Baked: every other rate."""
    figure = Figure(figsize=(7, 3.5), layout="constrained")
    left, right = figure.subplots(1, 2)
    x, y = np.meshgrid(np.linspace(-2, 2, 60), np.linspace(-2, 2, 60))
    left.contour(x, y, (1 - x * y) ** 2, 12, colors="lightgray")
    left.set(xlim=(-2, 2), ylim=(-2, 2))
    right.set(xlim=(0, 10), ylim=(0, 10), xlabel="step")
    artists = _artists(left, right)

    def still(tall):
        right.set_ylim(0, tall)

    def update(rate, tall, shown, start, goal_at=(1.0, 1.0)):
        if shown == "fails":
            raise ValueError("a planted failure")
        _move(artists, rate, np.asarray(start), np.asarray(goal_at))
        for name, artist in artists.items():
            artist.set_visible(shown in ("all", name))
        return {"status": f"rate {rate:.4g} from {start[0]:.3f}, {start[1]:.3f} up to {tall:g}", "rate": rate}

    controls = [
        slider("rate", np.linspace(0, 1, 41), 0.5, plays=True),
        slider("tall", [5.0, 10.0, 20.0], 10.0, redraws=True),
        choice("shown", ["all", *MARKS] + ([] if bake else ["fails"]), "all"),
        point("start", left, (-1.0, 0.5)),
        point("goal_at", left, (1.0, 1.0)),
    ]
    alt = "Contours with a path, and beside them one mark of every kind."
    goals = [goal("a rate of 0.9", lambda result: result["rate"] >= 0.9)]
    picture = Picture(figure, list(artists.values()), still)
    explorer = Explorer(picture, update, controls, alt, goals)
    return explorer.bake(rate=21, tall=1) if bake else explorer


def _artists(left, right) -> dict:
    heat = {"vmin": -1, "vmax": 1, "aspect": "auto", "zorder": 0}
    box = {"fc": "white", "ec": "none", "pad": 2}
    return {
        "line": left.plot([], [], "-", color="C3", lw=3)[0],
        "dashes": right.plot([], [], "k--", lw=2)[0],
        "markers": left.plot([], [], "o", color="C0", ms=8, mec="black")[0],
        "polygon": right.fill([0, 1, 1], [0, 0, 1], color="C1", alpha=0.4, ec="C2", lw=3)[0],
        "band": right.fill_between([0, 1], [0, 1], color="C4", alpha=0.3),
        "arrow": left.arrow(0, 0, 1, 1, width=0.06, color="k", length_includes_head=True),
        "image": right.imshow(np.zeros((4, 6)), extent=(6, 9, 0.5, 3.5), **heat),
        "heat": right.imshow(np.zeros((30, 30)), extent=(1, 4, 6, 9), interpolation="bilinear", **heat),
        "text": left.text(0, -1.5, "", ha="center", va="center", bbox=box, fontsize=14),
        "words": right.text(0.95, 0.95, "", transform=right.transAxes, ha="right", va="top", color="C2"),
    }


def _move(artists, rate, start, goal_at):
    t = np.linspace(0, 1, 50)
    steps = start + rate * np.arange(6)[:, None] * [0.4, 0.2]
    artists["line"].set_data(start[0] + t * 2, start[1] + rate * np.sin(9 * t))
    artists["dashes"].set_data(10 * t, 10 * t**2 * (1 + rate))
    artists["markers"].set_data(*steps.T)
    artists["polygon"].set_xy([[5, 4], [9, 4], [9, 4 + 5 * rate]])
    artists["band"].set_data(10 * t, 2 + rate * t, 4 + rate * np.cos(9 * t))
    artists["arrow"].set_data(x=start[0], y=start[1], dx=goal_at[0] - start[0], dy=goal_at[1] - start[1])
    artists["image"].set_data(np.cos(np.arange(24).reshape(4, 6) * rate))
    artists["heat"].set_data(np.sin(np.add.outer(np.arange(30), np.arange(30)) * rate / 4))
    artists["text"].set_text(f"η = {rate:.3g}")
    artists["words"].set_text(f"first line\nsecond {rate:.2f}")


def diverging() -> Explorer:
    """A line whose end is as the choice says: far away, infinite or nowhere."""
    figure = Figure(figsize=(4, 2))
    axes = figure.add_subplot(xlim=(0, 4), ylim=(-1, 1))
    (line,) = axes.plot([], [], "-o", lw=3)

    def update(end):
        line.set_data([0, 1, 2, 3, 4], [0, 0.5, float(end), 0.5, 0])
        return {"status": f"ends at {end}"}

    ends = choice("end", ["0", "nan", "inf", "-1e300"], "0")
    return Explorer(Picture(figure, [line]), update, [ends], "A line that may diverge.")
