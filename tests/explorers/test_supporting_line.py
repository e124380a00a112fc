"""The line of lesson 07: it touches the front where a sum is lowest, and three colors say what each place is."""

import jax
import numpy as np
import pytest

from optcourse import tradeoffs
from optcourse.experiments.linear_combinations import fronts as measured
from optcourse.explorers import supporting_line


@pytest.fixture(scope="module")
def explorer():
    return supporting_line.supporting_line()


def frame(kind, alpha):
    return supporting_line.line_frame(np.float32(alpha), np.int32(supporting_line.KINDS.index(kind)))


def shown(points, name):
    places = np.asarray(points[name])
    return places[np.isfinite(places[:, 0])]


@pytest.mark.parametrize("kind", supporting_line.KINDS)
@pytest.mark.parametrize("alpha", [0.3, 0.7, 1.1, 2.4, 4.0])
def test_no_point_of_the_front_lies_below_the_line_and_one_lies_on_it(kind, alpha):
    points = frame(kind, alpha).points
    front = np.asarray(measured.PROBLEMS[kind].front(1001))
    (x, y), _ = np.asarray(points["line"], float)
    above = (front - (x, y)) @ (1, alpha)
    assert np.min(above) == pytest.approx(0, abs=2e-3)
    assert ((shown(points, "lowest losses") - (x, y)) @ (1, alpha)) == pytest.approx(0, abs=1e-4)


@pytest.mark.parametrize("kind", supporting_line.KINDS)
@pytest.mark.parametrize("alpha", [0.4, 2.4])
def test_gradient_descent_ends_at_the_minima_that_are_marked(kind, alpha):
    points = frame(kind, alpha).points
    marked = np.concatenate([shown(points, "lowest losses"), shown(points, "minimum losses")])
    starts = measured.starts(jax.random.key(0), 48)
    ends = measured.sweep_weights(measured.PROBLEMS[kind], [alpha], starts, steps=2000).losses[0]
    apart = np.abs(np.asarray(ends)[:, None] - marked).max(axis=-1)
    assert np.mean(apart.min(axis=1) < 0.01) > 0.97  # a start beside a saddle takes longer
    assert np.all(apart.min(axis=0) < 0.01)  # each is some start's end


def test_where_a_saddle_is_marked_the_sum_curves_down():
    for kind, alpha in (("mixed", 2.4), ("concave", 1.2), ("concave chunk", 1.0)):
        problem = measured.PROBLEMS[kind]
        for y1, _ in shown(frame(kind, alpha).points, "saddle output"):
            theta = problem.point_at(y1)
            assert np.abs(jax.grad(tradeoffs.weighted_sum(problem, alpha))(theta)).max() < 0.02
            assert jax.hessian(tradeoffs.weighted_sum(problem, alpha))(theta)[0, 0] < 0


def test_the_colors_of_the_mixed_front_part_where_the_lesson_says():
    s, part = supporting_line.INSIDE, supporting_line.front_parts("mixed")
    np.testing.assert_array_equal(part < 2, (0.25 < s) & (s < 0.75))  # convex, by (7.10)
    lowest = s[part == 0]
    assert lowest.min() == pytest.approx(0.403, abs=3e-3) and lowest.max() == pytest.approx(0.597, abs=3e-3)


def test_a_front_of_one_kind_has_one_color():
    assert set(supporting_line.front_parts("convex")) == {0} and set(supporting_line.front_parts("concave")) == {2}
    chunk = supporting_line.front_parts("concave chunk")
    assert chunk[0] == chunk[-1] == 0 and chunk[200] == 2 and 1 in chunk


def test_the_curve_of_outputs_is_the_models_and_its_circle_holds_equal_sums():
    for kind in supporting_line.KINDS:
        s, (k, m) = np.linspace(0, 1, 21), supporting_line.BENDS[supporting_line.KINDS.index(kind)]
        problem = measured.PROBLEMS[kind]
        outputs = np.asarray([problem.outputs(problem.point_at(each))[:2] for each in s])
        np.testing.assert_allclose(supporting_line.outputs_at(k, m, s), outputs, atol=1e-5)
    points = frame("mixed", 1.2).points
    y = np.asarray(points["circle"], float)
    sums = np.sum(y**2, axis=1) + 1.2 * np.sum((y - (1, 0)) ** 2, axis=1)
    np.testing.assert_allclose(sums, shown(points, "lowest losses")[0] @ (1, 1.2), rtol=1e-4)


@pytest.mark.parametrize(
    "kind, alpha, case, words",
    [
        ("convex", 1.0, "only", "Every method finds L₁ = 0.25, L₂ = 0.25: the only minimum."),
        ("mixed", 1.0, "lowest", "The lowest is L₁ = 0.37, L₂ = 0.38; there are 3 minima."),
        ("concave", 1.0, "saddle", "No method stays between the ends: a saddle at L₁ = 0.63, L₂ = 0.62."),
        ("concave", 5.0, "end", "Nothing stands still between the ends: the sum falls to one of them."),
    ],
)
def test_the_sentence_says_what_the_weight_does(explorer, kind, alpha, case, words):
    result = explorer.result(kind=kind, alpha=alpha)
    assert result["kind"] == case
    digits = lambda text: "".join("#" if each.isdigit() else each for each in text)
    assert digits(result["status"]) == digits(words)


def test_it_opens_on_a_point_that_is_held_and_not_the_lowest(explorer):
    held = explorer.result()
    assert held["status"] == "Gradient descent can stop at L₁ = 0.57, L₂ = 0.25; the lowest is an end."
    assert held["lowest"] == [1, 0] and not any(explorer.goals_reached())


def test_every_goal_of_the_line_can_be_reached(explorer):
    weights = supporting_line.ALPHAS
    reached = {
        kind: np.any([explorer.goals_reached(kind=kind, alpha=float(alpha)) for alpha in weights], axis=0).tolist()
        for kind in supporting_line.KINDS
    }
    assert reached["mixed"] == [True, False, False] and reached["concave chunk"] == [False, True, False]
    assert reached["concave"] == [False, False, True] and reached["convex"] == [False] * 3
