"""Controls: what the browser calls a position and what `update` receives as a value are translated both ways."""

import jax.numpy as jnp
import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from optcourse.explorers.controls import choice, point, slider


@pytest.fixture
def axes():
    figure = Figure(figsize=(6, 4), dpi=100)
    FigureCanvasAgg(figure)
    return figure.add_axes((0.1, 0.1, 0.8, 0.8), xlim=(-2, 2), ylim=(0, 1))


def controls(axes):
    return [
        slider("steps", range(0, 101, 5), 50),
        slider("learning_rate", np.geomspace(1e-3, 1, 31), 0.1),
        slider("tilt", np.linspace(90, -90, 13), 0.0),
        choice("method", ["momentum", "adam"], "adam"),
        point("start", axes, (0.5, 0.25)),
    ]


# --- Positions and values


def test_every_position_of_a_slider_and_a_choice_comes_back_from_its_value(axes):
    for control in controls(axes)[:-1]:
        positions = range(len(control.describe()["texts"]))
        assert [control.position(control.value(position)) for position in positions] == list(positions)


def test_a_point_is_pixels_from_the_top_left_for_the_browser_and_data_for_update(axes):
    start = point("start", axes, (0.5, 0.25))
    assert start.position((0.5, 0.25)) == [360, 280] and start.position((-2, 1)) == [60, 40]
    assert np.allclose(start.value([360, 280]), (0.5, 0.25)) and np.allclose(start.value([60, 40]), (-2, 1))


def test_pixels_and_data_of_a_point_are_inverse_to_a_hundredth_of_a_pixel(axes):
    start = point("start", axes, (0, 0.5))
    for position in np.random.default_rng(0).uniform((60, 40), (540, 360), (50, 2)):
        assert np.allclose(start.position(start.value(position)), position, atol=0.006)


def test_a_point_on_logarithmic_axes_is_dragged_through_orders_of_magnitude(axes):
    axes.set(xscale="log", xlim=(1e-4, 1))
    start = point("start", axes, (1e-2, 0.5))
    assert np.allclose(start.value([180, 200]), (1e-3, 0.5))


def test_a_point_stays_in_its_axes_wherever_the_hand_goes(axes):
    start = point("start", axes, (0, 0.5))
    assert np.allclose(start.value([-500, 1e6]), (-2, 0)) and np.allclose(start.value([599, 0]), (2, 1))


def test_a_slider_and_a_choice_stay_on_their_grid_wherever_the_hand_goes(axes):
    steps, method = slider("steps", range(5), 2), choice("method", ["a", "b"], "a")
    assert [steps.value(position) for position in (-3, 99)] == [0, 4]
    assert [method.value(position) for position in (-3, 99)] == ["a", "b"]


def test_a_logarithmic_grid_moves_by_factors():
    rate = slider("learning_rate", np.geomspace(1e-3, 1, 31), 0.1)
    assert rate.value(0) == 1e-3 and rate.value(30) == 1 and np.isclose(rate.value(11) / rate.value(10), 10**0.1)


# --- Numbers of any kind

GRIDS = [(np.linspace(0.1, 0.9, 9), dtype) for dtype in (jnp.bfloat16, np.float16, np.float32, np.float64)]
GRIDS += [(np.arange(9), dtype) for dtype in (np.int8, np.uint8, np.int32, np.uint64)]


@pytest.mark.parametrize("values, dtype", GRIDS)
@pytest.mark.parametrize("place", [0, 2, 8])
def test_a_slider_takes_numbers_of_any_dtype_and_starts_on_the_same_number_in_any_other(values, dtype, place):
    grid = values.astype(dtype)
    for start in (values[place].item(), np.float32(values[place]), jnp.asarray(values[place]), grid[place]):
        for given in (grid, list(grid), jnp.asarray(grid)):
            control = slider("a", given, start)
            assert len(control.grid) == 9 and control.start == control.grid[place]
            assert {type(value) for value in (*control.grid, control.start)} in ({int}, {float})
            assert control.position(start) == control.describe()["start"] == place


def test_a_number_of_any_kind_is_written_alike():
    steps = slider("steps", range(0, 20_001), 0)
    assert {steps.text(kind(12_345)) for kind in (int, np.int32, np.uint16, jnp.asarray)} == {"12345"}
    assert {steps.text(kind(0.5)) for kind in (float, np.float16, jnp.asarray)} == {"0.5"}


def test_choices_points_and_counts_of_a_table_may_be_arrays_too(axes):
    method, start = choice("method", np.array(["a", "b"]), np.str_("b")), point("start", axes, jnp.array([0.5, 0.25]))
    assert method.describe()["texts"] == ["a", "b"] and method.describe()["start"] == method.position("b") == 1
    assert start.position(jnp.array([0.5, 0.25])) == [360, 280] and start.start.dtype == float
    for count in (np.int64(3), np.uint8(3), jnp.asarray(3)):
        assert (
            slider("steps", range(101), 50).sample_positions(count) == [0, 50, 100]
            and len(start.sample_positions(count)) == 10
        )


# --- The start


@pytest.mark.parametrize("start, count", [(0.1, 31), (0.12, 32), (1e-3, 31), (1, 31)])
def test_what_a_slider_shows_at_first_is_exactly_what_update_receives(start, count):
    rate = slider("learning_rate", np.geomspace(1e-3, 1, 31), start)
    place = rate.describe()["start"]
    assert rate.start == start == rate.value(place) and len(rate.grid) == count
    assert rate.describe()["texts"][place] == rate.text(start)
    assert rate.grid == sorted(rate.grid)


def test_a_start_joins_a_falling_grid_where_it_belongs():
    assert slider("tilt", [3.0, 2.0, 1.0], 1.5).grid == [3.0, 2.0, 1.5, 1.0]


def test_a_start_within_rounding_of_a_value_is_not_a_second_value():
    grid = slider("shift", np.linspace(-0.3, 0.3, 7) + 1e-17, 0).grid
    assert len(grid) == 7 and grid[3] == 0


def test_all_values_of_a_slider_have_one_type_so_that_nothing_is_compiled_twice():
    floats, ints = slider("a", np.linspace(0, 10, 11), 3), slider("b", range(5), 2.0)
    assert {type(value) for value in [*floats.grid, floats.start]} == {float}
    assert {type(value) for value in [*ints.grid, ints.start]} == {int}


# --- Words


@pytest.mark.parametrize(
    "value, text", [(0.001, "0.001"), (-0.5, "−0.5"), (12345, "12345"), (1 / 3, "0.3333"), (1e-9, "1e−09"), (-3, "−3")]
)
def test_a_value_is_written_short_with_a_true_minus_sign(value, text):
    assert slider("a", [value, value + 1], value).text(value) == text


def test_a_point_is_written_as_a_pair(axes):
    assert point("start", axes, (0, 0)).text(np.array([-1.23456, 0.5])) == "(−1.23, 0.5)"


def test_what_is_numerically_zero_reads_0(axes):
    assert slider("a", np.arange(-1, 1.1, 0.1), 0.5).text(-2.2e-16) == "0"
    assert slider("a", np.geomspace(1e-8, 1, 200), 1).text(1e-8) == "1e−08"
    start = point("start", axes, (0, 0))
    assert start.text(np.array([-3e-6, -1e-4])) == "(0, 0)" and start.text(np.array([-2e-3, 0.01])) == "(−0.002, 0.01)"
    axes.set(xscale="log", xlim=(1e-7, 1))
    assert start.text(np.array([3e-6, 0.5])) == "(3e−06, 0.5)"


def test_a_label_is_the_name_in_words_unless_one_is_given(axes):
    assert slider("learning_rate", [0, 1], 0).label == "learning rate"
    assert slider("learning_rate", [0, 1], 0, label="η").label == "η"
    assert point("start_here", axes, (0, 0)).label == "start here"


def test_a_description_can_travel_as_json(axes):
    import json

    for control in controls(axes):
        assert json.loads(json.dumps(control.describe(), allow_nan=False)) == control.describe()


# --- Tables and extremes


def test_extremes_are_the_ends_and_the_start_and_every_option(axes):
    steps, _, _, method, start = controls(axes)
    assert steps.extremes() == [0, 50, 100] and method.extremes() == ["momentum", "adam"]
    assert np.allclose(start.extremes(), [(-2, 0), (0.5, 0.25), (2, 1)])


@pytest.mark.parametrize("count, table", [(1, [10]), (2, [0, 10, 20]), (3, [0, 10, 20]), (5, [0, 5, 10, 15, 20])])
def test_a_table_of_a_slider_holds_both_ends_and_the_start(count, table):
    assert slider("steps", range(0, 101, 5), 50).sample_positions(count) == table


def test_a_table_never_holds_more_than_the_grid():
    assert slider("steps", range(4), 1).sample_positions(100) == [0, 1, 2, 3]


def test_a_table_of_a_point_covers_its_axes_and_holds_the_start(axes):
    start = point("start", axes, (0.5, 0.25))
    table = start.sample_positions(3)
    assert len(table) == 10 and [360, 280] in table and [60, 40] in table and [540, 360] in table
    assert start.sample_positions(1) == [[360, 280]]


# --- Mistakes


@pytest.mark.parametrize(
    "mistake, words",
    [
        (lambda axes: slider("a", [1], 1), r"slider 'a' has the values \[1\]: give at least two finite numbers"),
        (lambda axes: slider("a", [1, np.nan], 1), "give at least two finite numbers"),
        (lambda axes: slider("a", [1, 2], 3), "slider 'a' starts at 3: choose a value from 1 to 2"),
        (lambda axes: slider("a", [1, 2], np.nan), "slider 'a' starts at nan: choose a value from 1 to 2"),
        (lambda axes: choice("a", ["x", "y"], "z"), "choice 'a' starts at 'z': choose one of 'x', 'y'"),
        (lambda axes: point("a", axes, (np.inf, 0)), r"point 'a' starts at \(inf, 0\): give two finite numbers"),
        (
            lambda axes: point("a", axes, (0, 7)).describe(),
            r"point 'a' starts at \[0. 7.\], outside its axes: choose x from -2 to 2 and y from 0 to 1",
        ),
    ],
)
def test_a_mistake_names_the_wrong_value_and_the_remedy(axes, mistake, words):
    with pytest.raises(ValueError, match=words):
        mistake(axes)
