"""The explorers of lesson 03: the map says what the walk does, and one friction decides whether the ball gets over."""

import re

import numpy as np
import pytest
from matplotlib.path import Path

from optcourse import linalg, optimizers, quadratics
from optcourse.experiments.momentum import wells as measured
from optcourse.experiments.run import run
from optcourse.explorers import condition_number as conditions
from optcourse.explorers import momentum, wells
from optcourse.explorers.questions import entries
from optcourse.figures import momentum as draw

METHODS = {"momentum": False, "Nesterov's momentum": True}
all_methods = pytest.mark.parametrize("method", METHODS)


@pytest.fixture(scope="module")
def ravine():
    return momentum.ravine()


@pytest.fixture(scope="module")
def heavy_ball():
    return wells.heavy_ball()


def at(rate, beta):
    return np.array([rate, beta])


def on_map(rate, beta):
    """The well's map is in (η, 1 - β)."""
    return np.array([rate, 1 - beta])


@all_methods
@pytest.mark.parametrize("kappa", [2.0, 50.0, 200.0])
def test_the_walk_diverges_exactly_where_the_map_says_so(ravine, method, kappa):
    for beta in (0.0, 0.5, 0.9):
        edge = 2 * (1 + beta) / (1 + 2 * beta) if METHODS[method] else 2 * (1 + beta)
        below = ravine.result(numbers=at(0.98 * edge, beta), kappa=kappa, method=method)
        above = ravine.result(numbers=at(1.02 * edge, beta), kappa=kappa, method=method)
        assert below["factor"] < 1 < above["factor"] and "Diverges" in above["status"]
        assert above["limit"] == pytest.approx(edge)


def errors(rate, beta, kappa=50.0, steps=120):
    """(steps + 1, 2): along the steep and the flat direction, from the explorer's start."""
    a = np.array([-1.7, 1.0]) @ linalg.rotation(momentum.ANGLE)
    loss = lambda a: a @ (np.array([1.0, 1 / kappa]) * a) / 2
    return np.asarray(run(optimizers.momentum(rate, beta), loss, a, steps).path)


def test_in_the_long_run_each_part_shrinks_by_the_factor_that_is_written_above_it(ravine):
    result = ravine.result(numbers=at(1.8, 0.0))
    captions = [text.get_text() for text in ravine.figure(numbers=at(1.8, 0.0)).axes[0].texts]
    factors = [float(words.split("× ")[1].split()[0]) for words in captions]
    assert [words.split(",")[0] for words in captions] == ["steep: flips", "flat: creeps"]
    assert result["factors"] == pytest.approx(factors, abs=1e-3)
    steep, flat = np.abs(errors(1.8, 0.0)).T
    np.testing.assert_allclose([(steep[20] / steep[10]) ** 0.1, (flat[80] / flat[40]) ** 0.025], factors, atol=1e-3)


def test_the_step_that_is_told_is_the_first_with_a_millionth_of_the_error(ravine):
    distance = np.linalg.norm(errors(2.7, 0.6), axis=1)
    result = ravine.result(numbers=at(2.7, 0.6))
    assert result["first"] == np.argmax(distance < 1e-6 * distance[0]) == 56
    assert "error at step 56" in result["status"]


def test_a_part_that_diverges_leaves_the_other_as_it_is():
    flat = momentum.ravine_run(np.array([-1.7, 1.0]), 50.0, 5.0, 0.9, 0)[:, 1]
    assert np.all(np.abs(flat) < 3)  # computed in the plane's own axes, it drowned in the rounding of the steep part


def test_the_path_is_the_error_seen_in_the_plane(ravine):
    start = np.array([1.0, -0.5])
    figure = ravine.figure(numbers=at(1.0, 0.5), start=start)
    path = next(line for line in figure.axes[0].lines if len(line.get_xdata()) == momentum.STEPS + 1)
    np.testing.assert_allclose(path.get_xydata()[0], start, atol=1e-6)
    found = momentum.ravine_run(start, 50.0, 1.0, 0.5, 0)
    np.testing.assert_allclose(np.hypot(*path.get_data()), np.linalg.norm(found, axis=1), atol=1e-6)


@all_methods
def test_the_diamond_stands_at_the_best_numbers_and_the_square_at_those_without_momentum(ravine, method):
    figure = ravine.figure(kappa=50.0, method=method)
    marks = {line.get_marker(): line.get_xydata()[0] for line in figure.axes[1].lines}
    best = (quadratics.best_nesterov if METHODS[method] else quadratics.best_momentum)(1 / 50, 1.0)
    np.testing.assert_allclose(marks["D"], best[:2], rtol=1e-6)
    np.testing.assert_allclose(marks["s"], [2 / 1.02, 0], rtol=1e-6)


def on_the_map(ravine, **values):
    """The artists of the map, by name."""
    ravine.figure(**values)
    return ravine.computation.artists


@all_methods
@pytest.mark.parametrize("kappa", [2.0, 50.0, 200.0])
def test_each_word_on_the_map_stands_where_it_is_true(ravine, kappa, method):
    artists = on_the_map(ravine, kappa=kappa, method=method)
    shown = {
        name: artists[name].get_position()
        for name in (*draw.REGIONS, *draw.FIXED_REGIONS)
        if artists[name].get_visible()
    }
    motions = {"both creep": ("creeps", "creeps"), "both swing": ("swings", "swings"), "flips": ("creeps", "flips")}
    motions["steep swings,\nflat creeps"] = ("creeps", "swings")
    assert {"diverges", "both creep"} <= set(shown)
    assert kappa == 2 or {"steep swings,\nflat creeps", "both swing"} <= set(shown)
    assert kappa == 2 or "flips" in shown
    for name, (rate, beta) in shown.items():
        settings = [(rate, beta, curvature, METHODS[method]) for curvature in (1 / kappa, 1.0)]
        flat, steep = (quadratics.REGIMES[quadratics.regime(*each)] for each in settings)
        assert steep == "diverges" if name == "diverges" else (flat, steep) == motions[name]


@all_methods
def test_the_map_is_orange_exactly_where_it_diverges(ravine, method):
    orange = Path(on_the_map(ravine, method=method)["too fast"].get_xy())
    for rate, beta in [(0.3, 0.5), (1.3, 0.8), (1.9, 0.1), (2.3, 0.1), (3.6, 0.9), (4.0, 0.9), (4.9, 0.02)]:
        factor = quadratics.convergence_factor(rate, beta, 1.0, METHODS[method])
        assert orange.contains_point((rate, beta)) == (factor >= 1), (rate, beta)


def test_the_map_is_darkest_at_the_diamond_and_tells_the_steps_in_units_of_those_there(ravine):
    artists = on_the_map(ravine)
    ratio = np.array(artists["steps"].get_array())
    ratio[2 * (1 + momentum.MAP_BETAS) <= momentum.MAP_RATES] = np.inf  # under the orange
    row, column = np.unravel_index(np.argmin(ratio), ratio.shape)
    (rate, beta) = artists["best"].get_xydata()[0]
    assert abs(np.log(momentum.MAP_RATES[column] / rate)) < 0.06 and abs(momentum.MAP_BETAS[row, 0] - beta) < 0.02
    factor = quadratics.convergence_factor(momentum.MAP_RATES[50], momentum.MAP_BETAS[20, 0], 1 / 50)
    best = quadratics.best_momentum(1 / 50, 1.0).convergence_factor
    assert ratio[20, 50] == pytest.approx(float(np.log(best) / np.log(factor)), rel=1e-4)


@pytest.mark.parametrize("kappa", [2.0, 50.0])
def test_the_loss_is_the_same_all_along_a_contour(ravine, kappa):
    w = on_the_map(ravine, kappa=kappa)["contours"].get_xydata()
    steep = np.array([np.cos(momentum.ANGLE), np.sin(momentum.ANGLE)])
    flat = np.array([-steep[1], steep[0]])
    heights = np.hypot(w @ steep, w @ flat / kappa**0.5).reshape(len(momentum.RINGS), -1)
    np.testing.assert_allclose(heights[:, :-1], np.tile(momentum.RINGS[:, None], 65), rtol=1e-4)


def test_turning_momentum_up_at_one_rate_takes_fewer_steps_and_then_more(ravine):
    assert ravine.result(numbers=at(1.6, 0.7))["first"] == 77
    assert ravine.result(numbers=at(1.6, 0.0))["first"] == ravine.result(numbers=at(1.6, 0.99))["first"] == np.inf


def test_the_answer_to_the_prediction_has_the_steps_of_a_run(float64):
    first = {}
    for beta in (0.0, 0.7, 0.99):
        distance = np.linalg.norm(errors(1.6, beta, steps=3000), axis=1)
        first[beta] = int(np.argmax(distance < 1e-6 * distance[0]))
    because = entries()["momentum"]["more_of_it"]["because"]
    assert list(first.values()) == [int(n) for n in re.findall(r"(\d+)(?: steps)? at β", because)]


def test_each_goal_of_the_ravine_can_be_reached_and_not_from_beside_the_bottom(ravine):
    assert ravine.goals_reached(numbers=at(2.7, 0.6)) == [True, True, False]
    assert ravine.goals_reached(numbers=at(1.0, 0.97)) == [False, False, True]
    along_the_steep_axis = np.array([np.cos(momentum.ANGLE), np.sin(momentum.ANGLE)])
    assert not ravine.goals_reached(numbers=at(1.0, 0.0), start=along_the_steep_axis)[0]
    assert not ravine.goals_reached(numbers=at(1.0, 0.1), kappa=2.0)[0]


def test_a_start_on_the_bottom_itself_does_not_fail(ravine):
    assert ravine.result(start=np.array([0.0, 0.0]))["status"].endswith(".")


@pytest.mark.claim("G22", "holds if")
def test_at_one_beta_the_ball_gets_over_with_large_steps_only(heavy_ball):
    outcomes = [heavy_ball.result(numbers=on_map(rate, 0.9))["outcome"] for rate in (0.01, 0.05, 0.08, 0.3)]
    assert outcomes == ["never over", "never over", "over and stays", "over and stays"]


def on_the_chart(heavy_ball, start):
    """The outcomes of the map, and the friction of its line, from a start."""
    heavy_ball.figure(start=np.array([start, 0.5]))
    artists = heavy_ball.computation.artists
    rates, frictions = artists["law"].get_data()
    return np.asarray(artists["outcomes"].get_array()), frictions[0] / rates[0] ** 0.5


@pytest.mark.claim("G22", "holds if")
@pytest.mark.parametrize("start", [-4.0, -3.0, -2.0])
def test_the_edge_of_the_map_is_a_line_of_slope_one_half(heavy_ball, start):
    outcomes, critical = on_the_chart(heavy_ball, start)
    rates, betas = wells.MAP_RATES, wells.MAP_BETAS
    edge = betas[np.argmax(outcomes > 0, axis=0)]  # the lowest row that gets over, for each rate
    slope = np.polyfit(np.log(rates), np.log(1 - edge), 1)[0]
    assert slope == pytest.approx(0.5, abs=0.02)  # measured .48 to .50
    ratio = (1 - edge) / np.sqrt(rates) / critical
    assert np.mean(np.abs(ratio - 1) < 0.12) > 0.9  # a row of the map is 8 %; the largest rates stray further


@pytest.mark.parametrize("start", [-4.0, -1.5])
def test_the_ball_at_the_dot_does_what_the_map_says_there(heavy_ball, start):
    outcomes, _ = on_the_chart(heavy_ball, start)
    for row, column in [(5, 30), (20, 5), (20, 30), (25, 30), (30, 20), (38, 3)]:
        numbers = on_map(wells.MAP_RATES[column], wells.MAP_BETAS[row])
        result = heavy_ball.result(start=np.array([start, 0.2]), numbers=numbers)
        assert result["outcome"] == measured.OUTCOMES[int(outcomes[row, column])]


def test_the_words_of_the_well_agree_with_the_map(heavy_ball):
    for rate, beta, words in [(0.05, 0.9, "stays in the small well"), (0.05, 0.95, "it stays"), (0.1, 0.985, "back")]:
        assert words in heavy_ball.result(numbers=on_map(rate, beta))["status"]
    climb = heavy_ball.result(numbers=on_map(0.05, 0.9))["status"]
    assert "climbs to 0.94 of 1.00" in climb


@pytest.mark.parametrize("beta", [0.5, 0.95])
def test_a_ball_that_starts_below_the_top_is_told_so_whatever_it_does(heavy_ball, beta):
    result = heavy_ball.result(start=np.array([1.0, 0.5]), numbers=on_map(0.01, beta))
    assert result["kind"] == "too low" and "below the top" in result["status"]


def test_a_start_and_a_friction_beyond_their_ends_are_kept_there(heavy_ball):
    result = heavy_ball.result(start=np.array([5.0, 0.5]), numbers=np.array([0.01, 1.00002]))
    assert (result["start"], result["beta"]) == (1.0, 0.0)


def test_the_three_arrows_are_what_the_gradient_adds_what_is_kept_and_their_sum(heavy_ball):
    step = 12
    artists = heavy_ball.computation.artists
    heavy_ball.result(step=step)
    lengths = {key: np.ptp(artists[name].get_xy()[:, 0]) for key, name in zip("gkm", wells.ARROWS)}
    m = measured.roll_ball(0.05, 0.9, steps=step + 1).path[1]
    scale = wells.ARROW_SCALE / np.sqrt(0.05)
    np.testing.assert_allclose(lengths["m"], scale * m[step + 1], rtol=1e-4)
    np.testing.assert_allclose(lengths["g"] + lengths["k"], lengths["m"], rtol=1e-4)  # both push to the right here


def test_where_the_ball_turns_back_its_energy_line_meets_the_hill(heavy_ball):
    figure = heavy_ball.figure(numbers=on_map(0.01, 0.955))
    energy = next(line for line in figure.axes[0].lines if line.get_linestyle() == "--" and len(line.get_xdata()) > 2)
    w, E = (np.asarray(values) for values in energy.get_data())
    turn = np.argmax(np.diff(w) < 0)  # the first step back
    assert 0.5 < w[turn] < 1.14
    above = E - np.asarray(measured.hill(w))
    assert above[turn] == pytest.approx(0, abs=0.01) and above[: turn - 5].max() > 0.3
    assert np.all(np.diff(E) < 1e-6)


def test_each_goal_of_the_well_can_be_reached_and_only_from_the_left(heavy_ball):
    assert heavy_ball.goals_reached(numbers=on_map(0.05, 0.95)) == [True, False, False]
    assert heavy_ball.goals_reached(numbers=on_map(0.1, 0.985)) == [False, True, False]
    assert heavy_ball.goals_reached(numbers=on_map(0.3, 0.8)) == [True, False, True]
    near = np.array([-1.0, 0.5])
    assert not any(heavy_ball.goals_reached(numbers=on_map(0.05, 0.97), start=near))


def test_every_color_of_the_map_is_named(heavy_ball):
    named = [words.get_text() for words in heavy_ball.figure().axes[1].get_legend().get_texts()]
    assert named == list(measured.OUTCOMES)


def test_every_place_of_the_map_is_decided_for_every_start(heavy_ball):
    for start in (-4.0, -3.0, -1.0, 1.0):
        outcomes, _ = on_the_chart(heavy_ball, start)
        assert np.mean(outcomes == 3) < 0.005  # a few balls with hardly any friction are still rolling


# Momentum left at β = 0.9, for every κ


@pytest.fixture(scope="module")
def condition_number():
    return conditions.condition_number()


@pytest.mark.parametrize("name", [conditions.TUNED, conditions.FIXED])
def test_the_counts_are_those_of_a_run_in_double_precision(name, float64):
    for kappa in (10.0, 300.0, 5000.0):
        rate, beta, _ = conditions.tuned(kappa)[name]
        curvatures = kappa ** -np.linspace(0, 1, conditions.DIRECTIONS)
        w, m, steps = np.full(conditions.DIRECTIONS, conditions.DIRECTIONS**-0.5), 0.0, 0
        while np.linalg.norm(w) > 1e-6:
            m = beta * m - rate * curvatures * w
            w, steps = w + m, steps + 1
        assert conditions.count_steps(kappa)[name] == pytest.approx(steps, rel=0.01, abs=1)


def test_the_count_of_gradient_descent_is_the_first_step_below_a_millionth(float64):
    for kappa in (2.0, 10.0, 1000.0):
        steps = float(conditions.count_steps(kappa)[conditions.DESCENT])
        q = 1 - 2 / (1 + 1 / kappa) * kappa ** -np.linspace(0, 1, conditions.DIRECTIONS)
        before, after = (np.sqrt(np.mean(q ** (2 * t))) for t in (steps - 1, steps))
        assert after <= 1e-6 < before


def test_the_marks_stand_where_the_lines_on_the_left_cross_the_millionth(condition_number):
    condition_number.figure(kappa=100)
    artists = condition_number.computation.artists
    for name in (conditions.TUNED, conditions.FIXED):
        crossed = np.argmax(artists[name].get_ydata() <= 1e-6)
        assert artists[f"{name} now"].get_ydata()[0] == pytest.approx(crossed, abs=1)
    assert len(artists[conditions.DESCENT].get_xdata()) == conditions.STEPS + 1


def test_0_9_takes_about_260_steps_up_to_a_thousand_and_then_falls_behind(condition_number):
    at = lambda kappa: condition_number.result(kappa=kappa)
    assert [at(kappa)["fixed"] for kappa in (2, 10, 100, 500)] == pytest.approx([260] * 4, abs=35)
    assert at(10)["over_descent"] == pytest.approx(4, abs=0.2) and at(10)["kind"] == "slow"
    assert at(100)["kind"] == "ahead" and at(1442)["kind"] == "near"
    assert at(1442)["beta"] == pytest.approx(0.9, abs=1e-3)
    assert at(100_000)["kind"] == "behind" and at(100_000)["over_tuned"] > 10


def test_the_tuned_counts_grow_as_the_root_of_kappa_and_those_of_gradient_descent_as_kappa(condition_number):
    descent, tuned, fixed = (np.array(conditions.all_counts()[name]) for name in conditions.LOOKS)
    slope = lambda counts, rows: np.polyfit(np.log(conditions.KAPPAS)[rows], np.log(counts[rows]), 1)[0]
    large = np.array(conditions.KAPPAS) > 3000
    assert [slope(counts, large) for counts in (descent, tuned, fixed)] == pytest.approx([1, 0.5, 1], abs=0.08)


def test_each_goal_of_the_condition_number_can_be_reached_and_none_at_first(condition_number):
    assert not any(condition_number.goals_reached())
    reached = [condition_number.goals_reached(kappa=kappa) for kappa in (41, 1300, 100_000)]
    assert reached == [[True, False, False], [False, True, False], [False, False, True]]
