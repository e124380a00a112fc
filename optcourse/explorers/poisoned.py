"""Lesson 10: networks of one training and one loss, which differ in where they began."""

from itertools import chain

import numpy as np
from matplotlib.figure import Figure

from optcourse.experiments.implicit_bias import poisoned as measured
from optcourse.explorers.artists import empty_line
from optcourse.explorers.controls import choice
from optcourse.explorers.explorer import Explorer, goal
from optcourse.explorers.picture import Picture
from optcourse.figures import implicit_bias as draw
from optcourse.figures import style

SEEDS = range(measured.SEEDS)
STUDY = "poisoned_starts"
PANELS = {  # column of the table: title with the median, upper limit
    "loss": ("training loss: {:.6f}", 0.002),
    "test_accuracy": ("test accuracy: median {:.2f}", 1.05),
    "sharpness": ("largest curvature λ: median {:.2f}", 0.5),
}


def read(column: str) -> dict[int, np.ndarray]:
    """{digits with random labels that were learned at first: (seeds,)} of one column."""
    return measured.read_poisoned(column, STUDY)


@style.house()
def poisoned() -> Explorer:
    """Random labels learned at first: the loss on the right ones stays, the accuracy does not.

    Its four frames are tabulated: it asks no kernel.
    """
    figure, axes = _panels()
    stems = [[empty_line(ax, linewidth=2.5, zorder=2) for _ in SEEDS] for ax in axes]
    dots = [[empty_line(ax, linestyle="none", zorder=4) for _ in SEEDS] for ax in axes]
    titles = [ax.set_title("training loss: 0", fontsize=10, y=1.0) for ax in axes]

    def update(extra):
        extra = int(extra)
        look = draw.BAD if extra else draw.GOOD
        for i, column in enumerate(PANELS):
            values = read(column)[extra]
            for x, value in enumerate(values):
                stems[i][x].set_data([x, x], [0, value])
                dots[i][x].set_data([x], [value])
                _paint(stems[i][x], dots[i][x], look)
            titles[i].set_text(PANELS[column][0].format(np.median(values)))
        facts = _facts(extra)
        return {"status": _status(facts), **facts}

    options = [str(extra) for extra in measured.EXTRA]
    control = choice("extra", options, "0", "digits with random labels, learned at first")
    alt = "Training loss, test accuracy and largest curvature of five networks: the more random "
    alt += "labels they learned at first, the lower both are, at one loss; gray circles: none."
    # To six digits the loss is the same everywhere: its title stands still.
    moving = [*chain(*stems, *dots), *titles[1:]]
    return Explorer(Picture(figure, moving), update, [control], alt, GOALS).bake()


GHOST = {"color": "none", "markeredgecolor": style.GRAY, "markersize": 7, "zorder": 1}


def _panels():
    """(figure, axes): a panel for each column; gray circles are the networks of right labels."""
    figure = Figure(figsize=(9.6, 3.4), layout="constrained")
    figure.get_layout_engine().set(w_pad=0.1)
    axes = [style.despine(ax) for ax in figure.subplots(1, len(PANELS))]
    for ax, (column, (_, top)) in zip(axes, PANELS.items()):
        ax.plot(SEEDS, read(column)[0], "o", **GHOST)
        ax.set(xlim=(-0.5, len(SEEDS) - 0.5), ylim=(0, top), xticks=SEEDS, xlabel="seed")
    axes[0].set_yticks([0, 0.0005, 0.001, 0.0015, 0.002])
    axes[1].set_xlabel("seed (gray circles: no random labels)")
    return figure, axes


def _paint(stem, dot, look):
    stem.set_color(look["color"])
    dot.set(color=look["color"], marker=look["marker"], markersize=7)


def _facts(extra) -> dict:
    """Medians over the seeds, and under "plain" those of networks that saw no random label."""
    return {
        "extra": extra,
        **{column: float(np.median(read(column)[extra])) for column in PANELS},
        "plain": {column: float(np.median(read(column)[0])) for column in PANELS},
    }


def _status(facts) -> str:
    loss, right = f"{facts['loss']:.6f}", f"{100 * facts['test_accuracy']:.0f} %"
    plain = f"{100 * facts['plain']['test_accuracy']:.0f} %"
    if not facts["extra"]:
        return f"Loss {loss}, and {right} of the test right: no random label was ever seen."
    flatter = f"{facts['plain']['sharpness'] / facts['sharpness']:.1f} times flatter"
    return f"The same loss, {loss}, but {right} right instead of {plain}; {flatter}."


def _fails(result) -> bool:
    return result["test_accuracy"] < 0.65


def _is_flat(result) -> bool:
    return result["sharpness"] < result["plain"]["sharpness"] / 2


GOALS = [
    goal("at the same loss: less than 65 % of the test right", _fails),
    goal("minima that are twice as flat as those of the gray circles", _is_flat),
]
