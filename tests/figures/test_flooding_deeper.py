"""Lesson 09, deeper: what its own figures show."""

import jax.numpy as jnp
import numpy as np
from matplotlib.figure import Figure

from optcourse import flooding, landscapes, optimizers
from optcourse.experiments.run import run
from optcourse.figures import flooding_deeper
from optcourse.figures.flooding import METHODS

RATES = 0.01, 0.005


def test_each_run_has_a_line_of_its_own_and_all_begin_at_the_circle():
    runs = {name: np.array([[0.0, 1.0], [end, 2.0]]) for name, end in (("plain", 1), ("two", 2), ("penalty", 3))}
    ax = flooding_deeper.paths(Figure().subplots(), landscapes.himmelblau, runs)
    *lines, start = ax.get_lines()
    for line, path in zip(lines, runs.values(), strict=True):
        np.testing.assert_array_equal(line.get_xydata(), path)
    assert start.get_xydata().tolist() == [[0.0, 1.0]]
    assert len({(line.get_color(), line.get_linestyle()) for line in lines}) == 3
    assert lines[1].get_color() == METHODS["two rates"]["color"]  # as where its accuracy is drawn
    assert [text.get_text() for text in ax.get_legend().get_texts()] == list(runs)


def test_two_quantities_of_each_seed_stand_side_by_side_and_no_line_joins_them():
    values = {"λ": np.array([[0.9, 0.8], [1.1, 1.2]]), "‖g‖²": np.array([[2.0, 3.0], [0.5, 30.0]])}
    ax = flooding_deeper.ratios(Figure().subplots(), ["all", "20"], values, "flood / no flood")
    *dots, one = ax.get_lines()
    assert [line.get_ydata().tolist() for line in dots] == [row.tolist() for rows in values.values() for row in rows]
    assert all(line.get_linestyle() == "None" for line in dots)
    assert [round(line.get_xdata()[0]) for line in dots] == [0, 1, 0, 1]
    assert set(one.get_ydata()) == {1} and ax.get_yscale() == "log"
    assert [text.get_text() for text in ax.get_legend().get_texts()] == list(values)


def test_in_the_lesson_two_rates_lie_on_the_path_of_the_penalty_and_plain_descent_does_not():
    loss, start = landscapes.himmelblau.loss, jnp.array([0.3, 0.5])
    descent = optimizers.gradient_descent(RATES[0] - RATES[1])
    penalized = flooding.gradient_penalty(loss, flooding.two_rate_coefficient(*RATES))
    alternate = run(optimizers.two_rates(*RATES), loss, start, 40).path
    distance = lambda on: np.asarray(_from_path(run(descent, on, start, 40).path, alternate)).max()
    assert distance(penalized) < 0.05 < 0.3 < distance(loss)  # measured: .013, .38; with half or twice the c: .21, .55


def _from_path(points, path):
    """How far each point is from the nearest one of a path, drawn with ten points between two."""
    t = jnp.linspace(0, 1, 10, endpoint=False)[:, None, None]
    fine = (path[:-1] + t * (path[1:] - path[:-1])).reshape(-1, 2)
    return jnp.min(jnp.linalg.norm(points[:, None] - fine, axis=-1), axis=1)
