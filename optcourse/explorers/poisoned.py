"""Lesson 10: networks of one training and one loss, which differ in where they began."""

import jax.numpy as jnp
import numpy as np
from matplotlib.figure import Figure

from optcourse.experiments.implicit_bias import poisoned as measured
from optcourse.explorers.artists import empty_line
from optcourse.explorers.computed import Computation, Frame, computed_explorer
from optcourse.explorers.controls import choice
from optcourse.explorers.explorer import Explorer
from optcourse.figures import implicit_bias as draw
from optcourse.figures import style

SEEDS = range(measured.SEEDS)
STUDY = "poisoned_starts"
PANELS = {  # column of the table: title with the median, upper limit
    "loss": ("training loss: {loss:.6f}", 0.002),
    "test_accuracy": ("test accuracy: median {test_accuracy:.2f}", 1.05),
    "sharpness": ("largest curvature λ: median {sharpness:.2f}", 0.5),
}
LOOKS = {"good": draw.GOOD, "bad": draw.BAD}
SENTENCES = {
    "good": "{right:.0f} % of the test right: no random label was ever seen.",
    "bad": "The same loss, but {right:.0f} % right instead of {plain:.0f} %, "
    "and {flatter:.1f} times flatter.",
}
GOALS = (
    "at the same loss: less than 65 % of the test right (now {right:.0f} %)",
    "minima that are twice as flat as those of the gray circles (now {flatter:.1f} times)",
)


def read(column: str) -> dict[int, np.ndarray]:
    """{digits with random labels that were learned at first: (seeds,)} of one column."""
    return measured.read_poisoned(column, STUDY)


@style.house()
def poisoned() -> Explorer:
    """Random labels learned at first: the loss on the right ones stays, the accuracy does not."""
    figure, axes = _panels()
    artists = {}
    for ax, (column, (title, _)) in zip(axes, PANELS.items()):
        for kind, look in LOOKS.items():
            stem = {"color": look["color"], "linewidth": 2.5, "zorder": 2}
            dot = {**look, "linestyle": "none", "markersize": 7, "zorder": 4}
            artists[f"{kind} {column} stems"] = empty_line(ax, **stem)
            artists[f"{kind} {column}"] = empty_line(ax, **dot)
        artists[f"{column} title"] = ax.set_title(title, fontsize=10, y=1.0)
    computation = Computation(
        name="poisoned",
        compute=poisoned_frame,
        artists=artists,
        sentences=SENTENCES,
        goals=GOALS,
        words={f"{column} title": title for column, (title, _) in PANELS.items()},
    )
    options = [str(extra) for extra in measured.EXTRA]
    control = choice("extra", options, "0", "digits with random labels, learned at first")
    alt = "Training loss, test accuracy and largest curvature of five networks: the more random "
    alt += "labels they learned at first, the lower both are, at one loss; gray circles: none."
    return computed_explorer(figure, computation, [control], alt)


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


def poisoned_frame(extra) -> Frame:
    """What `poisoned` draws and says; extra: a row of the table, which is known beforehand."""
    points, medians = {}, {}
    for column in PANELS:
        table = np.stack([read(column)[each] for each in measured.EXTRA])
        heights = jnp.asarray(table, float)[extra]
        medians[column] = jnp.asarray(np.median(table, axis=1), float)
        for kind in LOOKS:
            is_shown = (extra == 0) == (kind == "good")
            dots, stems = _dots_and_stems(jnp.where(is_shown, heights, jnp.nan))
            points |= {f"{kind} {column}": dots, f"{kind} {column} stems": stems}
    facts = {column: values[extra] for column, values in medians.items()}
    flatter = medians["sharpness"][0] / facts["sharpness"]
    right, plain = 100 * facts["test_accuracy"], 100 * medians["test_accuracy"][0]
    return Frame(
        points=points,
        sentence=jnp.where(extra == 0, 0, 1),
        facts={**facts, "right": right, "plain": plain, "flatter": flatter},
        goals=[right < 65, flatter > 2],
    )


def _dots_and_stems(heights):
    """A dot for each seed, and a line up to it from 0, parted from the next."""
    seeds = jnp.arange(len(heights), dtype=float)
    dots = jnp.stack([seeds, heights], axis=1)
    feet = jnp.stack([seeds, 0 * heights], axis=1)
    stems = jnp.stack([feet, dots, jnp.full_like(dots, jnp.nan)], axis=1)
    return dots, stems.reshape(-1, 2)
