"""Lesson 06's pictures of the Fisher matrix, by their artists."""

import numpy as np

from optcourse.experiments.natural_gradient import fisher as measured
from optcourse.figures import fisher, style


def texts(ax):
    return [text.get_text() for text in ax.texts]


def test_the_distances_are_those_of_the_runs_and_their_words_say_what_becomes_of_them():
    _, ax = style.new()
    fisher.empirical_fisher_descent(ax, (0.05, 0.3, 1, 4))
    wandering, cycling, quick, slow, natural = ax.lines
    np.testing.assert_array_equal(slow.get_ydata()[:230], np.abs(measured.empirical_fisher_path(4, 229)))
    assert list(natural.get_xdata()) == [0, 1] and natural.get_ydata()[0] == 20
    np.testing.assert_allclose(cycling.get_ydata()[-100:], 0.2**0.5, rtol=1e-6)
    assert wandering.get_ydata()[-100:].max() > 1 > 0.1 > wandering.get_ydata()[-100:].min()
    said = [
        "v = 0.05: never settles",
        "v = 0.3: ±0.45 for ever",
        "v = 1: 207 steps to 0.001",
        "v = 4: 237 steps to 0.001",
    ]
    assert texts(ax)[:4] == said
    for text, line in zip(ax.texts[:4], ax.lines[:4]):
        assert text.xy in list(zip(*line.get_data())) and text.get_color() == line.get_color()
    assert ax.get_yscale() == "log" and np.all(np.asarray(quick.get_ydata()) > 0)


def test_only_natural_gradient_wears_the_look_of_an_optimizer_of_the_lesson():
    taken = {style.OPTIMIZERS[name]["color"] for name in ("gradient_descent", "natural_gradient")} | {style.GREEN}
    looks = fisher.VARIANCE_STYLES
    assert not taken & {look["color"] for look in looks}
    assert len({str(look["linestyle"]) for look in looks}) == len(looks)
    _, ax = style.new()
    fisher.empirical_fisher_descent(ax, (0.05, 0.3, 1, 4))
    assert ax.lines[-1].get_color() == style.OPTIMIZERS["natural_gradient"]["color"]
