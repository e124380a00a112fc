"""The explorers of lesson 03: the map says what the walk does, and one friction decides whether the ball gets over."""

import numpy as np
import pytest

from optcourse import quadratics
from optcourse.experiments.momentum import wells as measured
from optcourse.explorers import momentum, wells


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


@pytest.mark.parametrize("method", ["momentum", "nesterov"])
@pytest.mark.parametrize("kappa", [2.0, 50.0, 200.0])
def test_the_walk_diverges_exactly_where_the_map_says_so(ravine, method, kappa):
    for beta in (0.0, 0.5, 0.9):
        edge = 2 * (1 + beta) / (1 + 2 * beta) if method == "nesterov" else 2 * (1 + beta)
        below = ravine.result(numbers=at(0.98 * edge, beta), kappa=kappa, method=method)
        above = ravine.result(numbers=at(1.02 * edge, beta), kappa=kappa, method=method)
        assert below["factor"] < 1 < above["factor"] and "diverges" in above["status"]


def losses(figure):
    """The curves of the lower left panel: loss, its steep part, its flat part, gradient descent."""
    return [line.get_ydata() for line in figure.axes[2].lines if len(line.get_xdata()) > 2]


def test_the_two_parts_of_the_loss_add_up_to_it(ravine):
    total, steep, flat, _ = losses(ravine.figure(numbers=at(2.5, 0.6)))
    np.testing.assert_allclose(steep + flat, total, rtol=1e-5)
    assert total[0] == pytest.approx(1)


def test_in_the_long_run_each_part_shrinks_by_the_factor_that_is_written_above_it(ravine):
    result = ravine.result(numbers=at(1.8, 0.0))
    _, steep, flat, _ = losses(ravine.figure(numbers=at(1.8, 0.0)))
    factors = [float(words.split("× ")[1].split()[0]) for words in result["captions"]]
    np.testing.assert_allclose([(steep[20] / steep[10]) ** 0.05, (flat[80] / flat[40]) ** 0.0125], factors, atol=1e-3)


def test_a_part_that_diverges_leaves_the_other_as_it_is(ravine):
    _, _, flat, _ = losses(ravine.figure(numbers=at(5.0, 0.9)))
    assert np.all(flat < 1.0)  # computed in the plane's own axes, it drowned in the rounding errors of the steep part


def test_the_path_is_the_error_seen_in_the_plane(ravine):
    figure = ravine.figure(numbers=at(1.0, 0.5), start=np.array([1.0, -0.5]))
    path = next(line for line in figure.axes[0].lines if len(line.get_xdata()) == momentum.STEPS + 1)
    waves = [line.get_ydata() for line in figure.axes[3].lines if len(line.get_xdata()) == momentum.STEPS + 1]
    np.testing.assert_allclose(path.get_xydata()[0], [1.0, -0.5], atol=1e-6)
    np.testing.assert_allclose(np.hypot(*path.get_data()), np.hypot(*waves), atol=1e-6)


@pytest.mark.parametrize("method", ["momentum", "nesterov"])
def test_the_star_stands_at_the_best_numbers_and_the_square_at_those_without_momentum(ravine, method):
    figure = ravine.figure(kappa=50.0, method=method)
    marks = {line.get_marker(): line.get_xydata()[0] for line in figure.axes[1].lines}
    best = getattr(quadratics, f"best_{method}")(1 / 50, 1.0)
    np.testing.assert_allclose(marks["*"], best[:2], rtol=1e-6)
    np.testing.assert_allclose(marks["s"], [2 / 1.02, 0], rtol=1e-6)


def test_turning_momentum_up_at_one_rate_takes_fewer_steps_and_then_more(ravine):
    first = {beta: ravine.result(numbers=at(1.8, beta))["first"] for beta in (0.5, 0.7, 0.8)}
    assert first[0.7] < first[0.5] and first[0.7] < first[0.8]  # measured 58, 35, 61
    assert ravine.result(numbers=at(1.8, 0.0))["first"] == ravine.result(numbers=at(1.8, 0.99))["first"] == np.inf


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


@pytest.mark.claim("G22", "holds if")
@pytest.mark.parametrize("start", [-4.0, -3.0, -2.0])
def test_the_edge_of_the_map_is_a_line_of_slope_one_half(heavy_ball, start):
    outcomes, critical = wells._outcome_map(start)
    rates, betas = (
        np.geomspace(*wells.RATES, wells.MAP_POINTS[0]),
        1 - np.geomspace(*wells.FRICTIONS, wells.MAP_POINTS[1]),
    )
    edge = betas[np.argmax(outcomes > 0, axis=0)]  # the lowest row that gets over, for each rate
    slope = np.polyfit(np.log(rates), np.log(1 - edge), 1)[0]
    assert slope == pytest.approx(0.5, abs=0.02)  # measured .48 to .50
    ratio = (1 - edge) / np.sqrt(rates) / critical
    assert np.mean(np.abs(ratio - 1) < 0.12) > 0.9  # a row of the map is 8 %; the largest rates stray further


def test_the_words_of_the_well_agree_with_the_map(heavy_ball):
    for rate, beta, words in [(0.05, 0.9, "stays in the small well"), (0.05, 0.95, "it stays"), (0.1, 0.985, "back")]:
        assert words in heavy_ball.result(numbers=on_map(rate, beta))["status"]
    climb = heavy_ball.result(numbers=on_map(0.05, 0.9))["status"]
    assert "climbs to 0.94 of 1.00" in climb


def test_a_ball_that_starts_on_the_wall_has_not_climbed_there(heavy_ball):
    start = np.array([1.0, 1.0])
    assert ": it creeps, and stays" in heavy_ball.result(start=start, numbers=on_map(0.01, 0.5))["status"]
    assert "climbs to 0.71 of 1.00" in heavy_ball.result(start=start, numbers=on_map(0.01, 0.95))["status"]


def test_the_three_arrows_are_what_the_gradient_adds_what_is_kept_and_their_sum(heavy_ball):
    step = 12
    gradient, kept, move = (
        arrow for arrow in heavy_ball._picture.moving if hasattr(arrow, "set_data") and hasattr(arrow, "get_xy")
    )
    heavy_ball.result(step=step)
    lengths = {name: np.ptp(arrow.get_xy()[:, 0]) for name, arrow in zip("gkm", (gradient, kept, move))}
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
    near = np.array([-1.0, 2.0])
    assert not any(heavy_ball.goals_reached(numbers=on_map(0.05, 0.97), start=near))


def test_every_color_of_the_map_is_named(heavy_ball):
    named = [words.get_text() for words in heavy_ball.figure().axes[1].get_legend().get_texts()]
    assert named == list(measured.OUTCOMES)


def test_every_place_of_the_map_is_decided_for_every_start(heavy_ball):
    for start in (-4.0, -3.0, -1.0, 1.0):
        outcomes, _ = wells._outcome_map(start)
        assert np.mean(outcomes == 3) < 0.005  # a few balls with hardly any friction are still rolling
