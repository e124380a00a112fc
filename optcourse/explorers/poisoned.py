"""Lesson 10: networks of one and the same training loss, and how many digits each gets right."""

from itertools import chain

import numpy as np
from matplotlib.figure import Figure

from optcourse.experiments.implicit_bias import poisoned as measured
from optcourse.explorers.artists import empty_line
from optcourse.explorers.controls import slider
from optcourse.explorers.explorer import Explorer, goal
from optcourse.explorers.picture import Picture
from optcourse.figures import implicit_bias as draw
from optcourse.figures import style

SEEDS = range(measured.SEEDS)
PANELS = {  # column of the table: title, upper limit
    "loss": ("training loss: {:.6f}", 0.002),
    "test_accuracy": ("test accuracy: {:.2f}", 1.05),
    "sharpness": ("λ_max of the Hessian: {:.2f}", 0.5),
}


@style.house()
def poisoned() -> Explorer:
    """Extra examples with random labels: the training loss stays, the test accuracy does not.

    Its twenty frames are tabulated: it asks no kernel.
    """
    figure, axes = _panels()
    stems = [[empty_line(ax, linewidth=2.5, zorder=2) for _ in SEEDS] for ax in axes]
    dots = [[empty_line(ax, linestyle="none", zorder=4) for _ in SEEDS] for ax in axes]
    rings = [empty_line(ax, "o", **RING) for ax in axes]
    titles = [ax.set_title("training loss: 0", fontsize=10, y=1.0) for ax in axes]

    def update(extra, seed):
        look = draw.BAD if extra else draw.GOOD
        for i, column in enumerate(PANELS):
            values = measured.read_poisoned(column)[extra]
            for x, value in enumerate(values):
                stems[i][x].set_data([x, x], [0, value])
                dots[i][x].set_data([x], [value])
                _paint(stems[i][x], dots[i][x], look)
            rings[i].set_data([seed], [values[seed]])
            titles[i].set_text(PANELS[column][0].format(values[seed]))
        facts = _facts(extra, seed)
        return {"status": _status(facts), **facts}

    controls = [
        slider("extra", measured.EXTRA, 0, "extra examples with random labels"),
        slider("seed", SEEDS, 2, "seed"),
    ]
    alt = "Training loss, test accuracy and sharpness of five networks: as more random labels are "
    alt += "fitted beside the right ones, only the accuracy falls; gray circles: none of them."
    # To six digits the loss is the same everywhere: its title stands still.
    moving = [*chain(*stems, *dots), *rings, *titles[1:]]
    return Explorer(Picture(figure, moving), update, controls, alt, GOALS).bake()


RING = {"color": "none", "markeredgecolor": style.BLACK, "markersize": 14, "zorder": 3}
GHOST = {"color": "none", "markeredgecolor": style.GRAY, "markersize": 7, "zorder": 1}


def _panels():
    """(figure, axes): a panel for each column; gray circles are the networks of right labels."""
    figure = Figure(figsize=(9.6, 3.4), layout="constrained")
    figure.get_layout_engine().set(w_pad=0.1)
    axes = [style.despine(ax) for ax in figure.subplots(1, len(PANELS))]
    for ax, (column, (_, top)) in zip(axes, PANELS.items()):
        ax.plot(SEEDS, measured.read_poisoned(column)[0], "o", **GHOST)
        ax.set(xlim=(-0.5, len(SEEDS) - 0.5), ylim=(0, top), xticks=SEEDS, xlabel="seed")
    axes[0].set_yticks([0, 0.0005, 0.001, 0.0015, 0.002])
    axes[1].set_xlabel("seed (gray circles: right labels alone)")
    return figure, axes


def _paint(stem, dot, look):
    stem.set_color(look["color"])
    dot.set(color=look["color"], marker=look["marker"], markersize=7)


def _facts(extra, seed) -> dict:
    """Numbers of that network, and under "plain" of the one without extra examples."""
    read = lambda column, extra: float(measured.read_poisoned(column)[extra][seed])
    return {
        "extra": extra,
        **{column: read(column, extra) for column in PANELS},
        "plain": {column: read(column, 0) for column in PANELS},
        "accuracies": np.asarray(measured.read_poisoned("test_accuracy")[extra]).tolist(),
    }


def _status(facts) -> str:
    loss, right = f"{facts['loss']:.6f}", f"{100 * facts['test_accuracy']:.0f} %"
    plain = f"{100 * facts['plain']['test_accuracy']:.0f} %"
    if not facts["extra"]:
        return f"Loss {loss}, and {right} of the test right: trained on 200 right labels alone."
    flatter = facts["sharpness"] < facts["plain"]["sharpness"]
    shape = "flatter" if flatter else "steeper"
    return f"The same loss, {loss}, but {right} right instead of {plain}; it is {shape} there."


def _fails(result) -> bool:
    return result["test_accuracy"] < 0.35


def _is_flatter_and_worse(result) -> bool:
    worse = result["test_accuracy"] < result["plain"]["test_accuracy"] - 0.3
    return worse and result["sharpness"] < 0.75 * result["plain"]["sharpness"]


GOALS = [
    goal("at the same loss: a network with less than 35 % of the test right", _fails),
    goal(
        "one that is worse by 30 % of the test and flatter: λ_max below ¾ of the circle's",
        _is_flatter_and_worse,
    ),
]
