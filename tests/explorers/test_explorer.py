"""The explorer without a browser: what it draws, what it answers, what it tabulates, and what it lets go of."""

import base64
import gc
import io
import sys
import types
import weakref

import nbclient
import nbformat
import numpy as np
import pytest
from matplotlib.figure import Figure
from matplotlib.image import imread

from optcourse.explorers import explorer as explore
from optcourse.explorers.controls import choice, point, slider
from optcourse.explorers.explorer import Explorer, goal
from optcourse.explorers.picture import Picture

ALT = "A red line over a gray curve, and a view that tilts."


def make(update=None, kinds=("plain", "fails"), **options) -> Explorer:
    """A red line whose slope is the slider's, over a gray curve whose axes the second slider redraws."""
    figure = Figure(figsize=(4, 3), layout="constrained")
    axes = figure.add_subplot(xlim=(0, 1), ylim=(-2, 2), title="still")
    axes.plot([0, 0.5, 1], [0, 1, 0], color="gray")
    (line,) = axes.plot([], [], color="red", lw=4)
    (far,) = axes.plot([], [], "o", color="blue", zorder=1)

    def still(top):
        axes.set_ylim(-2, top)

    def draw(slope=1.0, top=2.0, kind="plain", start=(0.5, 0.0)):
        line.set_data([0, 1], [0, slope])
        far.set_data([start[0]], [start[1]])
        if update:
            update(slope)
        if kind == "fails":
            raise ZeroDivisionError("no step is that long")
        return {"status": f"slope {slope:g}", "slope": slope, "kind": kind, "start": start}

    controls = [
        slider("slope", np.linspace(-1, 1, 21), 0.5),
        slider("top", [1.0, 2.0, 3.0], 2.0, redraws=True),
        choice("kind", kinds, "plain"),
        point("start", axes, (0.5, 0.0)),
    ]
    options = {"controls": controls, "alt": ALT, **options}
    return Explorer(Picture(figure, [line, far], still), draw, **options)


@pytest.fixture
def explorer():
    explorer = make()
    explorer.sent = []
    explorer.observe(lambda change: explorer.sent.append(change["name"]), ["frame", "background"])
    return explorer


def alike(one, other) -> bool:
    """Whether two pictures differ by no more than a palette does: while it is dragged, a picture has none."""
    pixels = [imread(io.BytesIO(png))[..., :3] for png in (one, other)]
    return pixels[0].shape == pixels[1].shape and np.abs(pixels[0] - pixels[1]).max() < 0.05


def move(explorer, identity="view:1", **positions):
    """What the browser sends when the hand moves a control."""
    start = {words["name"]: words["start"] for words in explorer.controls}
    explorer._handle_custom_msg({"move": identity, "positions": {**start, **positions}}, [])


def red(png) -> int:
    pixels = imread(io.BytesIO(png))
    return int(((pixels[..., 0] > 0.8) & (pixels[..., 1] < 0.3) & (pixels[..., 2] < 0.3)).sum())


# --- The picture


def test_the_background_lacks_what_moves_and_the_whole_picture_has_it(explorer):
    assert red(explorer.background) == 0
    assert red(explorer.png()) > 500


def test_rendering_the_background_leaves_the_artists_as_visible_as_they_were(explorer):
    line, far = explorer._picture.moving
    far.set_visible(False)
    explorer._picture.png(moving=False)
    assert line.get_visible() and not far.get_visible()


def test_the_picture_is_as_large_as_its_size_says(explorer):
    assert explorer.size == [400, 300]
    assert imread(io.BytesIO(explorer.background)).shape[:2] == (300, 400)


def test_a_figure_of_another_resolution_is_brought_to_100_dots_per_inch():
    figure = Figure(figsize=(4, 3), dpi=200)
    (line,) = figure.add_subplot(xlim=(0, 1), ylim=(0, 1)).plot([0, 1], [0, 1])
    explorer = Explorer(Picture(figure, [line]), lambda a: {"status": "here"}, [slider("a", [0, 1], 0)], ALT)
    assert explorer.size == [400, 300] and imread(io.BytesIO(explorer.png())).shape[:2] == (300, 400)


def test_a_finer_screen_gets_a_finer_background_and_a_coarser_one_leaves_it(explorer):
    explorer._handle_custom_msg({"hello": 2}, [])
    assert imread(io.BytesIO(explorer.background)).shape[:2] == (600, 800)
    explorer._handle_custom_msg({"hello": 1}, [])
    assert imread(io.BytesIO(explorer.background)).shape[:2] == (600, 800)
    assert imread(io.BytesIO(explorer.png())).shape[:2] == (300, 400)
    explorer._handle_custom_msg({"hello": 50}, [])
    assert imread(io.BytesIO(explorer.background)).shape[:2] == (900, 1200)


def test_a_finer_background_shows_the_controls_as_they_stand_whatever_was_asked_meanwhile(explorer):
    move(explorer, top=2)
    explorer._ratio = 0.5
    coarse = explorer.background
    explorer.png(top=1.0)
    explorer._handle_custom_msg({"hello": 1}, [])
    assert alike(explorer.background, coarse)


@pytest.mark.parametrize("hello_comes", ["first", "last"])
@pytest.mark.parametrize("top", [1, 0], ids=["same axes", "new axes"])
def test_a_move_beside_a_hello_is_answered_and_the_picture_is_fine(explorer, hello_comes, top):
    messages = [{"hello": 2}, {"move": "view:1", "positions": {**explorer.frame["positions"], "slope": 20, "top": top}}]
    for message in messages if hello_comes == "first" else reversed(messages):
        explorer._handle_custom_msg(message, [])
    assert explorer.frame["id"] == "view:1" and explorer.frame["status"] == "slope 1"
    explorer.result(slope=1.0, top=[1.0, 2.0][top])
    assert alike(explorer.background, explorer._picture.png(explorer._ratio, moving=False))
    assert imread(io.BytesIO(explorer.background)).shape[:2] == (600, 800)


def test_artists_are_painted_in_their_order_of_height(explorer):
    assert [mark["kind"] for mark in explorer.frame["marks"]] == ["stamps", "path"]


@pytest.mark.parametrize("first", ["", "x" * 60], ids=["short first", "long first"])
def test_no_words_that_move_shift_the_axes(first):
    figure = Figure(figsize=(4, 3), layout="constrained")
    axes = figure.add_subplot(xlim=(0, 1), ylim=(0, 1))
    words = axes.text(1, 0.5, first)
    update = lambda a: (words.set_text(["", "x" * 60][a ^ bool(first)]), {"status": "here"})[1]
    explorer = Explorer(Picture(figure, [words]), update, [slider("a", [0, 1], 0)], ALT)
    bounds = {tuple(explorer.figure(a=a).axes[0].get_position().bounds) for a in (0, 1)}
    assert len(bounds) == 1 and bounds.pop()[2] > 0.8


# --- The answer to a move


def test_a_move_is_answered_with_the_frame_of_its_values(explorer):
    move(explorer, "view:7", slope=20, start=[200.0, 150.0])
    frame = explorer.frame
    assert frame["id"] == "view:7" and frame["status"] == "slope 1"
    assert frame["positions"]["slope"] == 20 and np.allclose(frame["positions"]["start"], [200, 150], atol=0.01)
    assert frame["texts"]["slope"] == "1"
    assert frame["texts"]["start"] == explorer._controls["start"].text(explorer._controls["start"].value([200, 150]))


def test_a_frame_holds_what_the_picture_shows(explorer):
    move(explorer, slope=20)
    marks = {mark["kind"]: mark for mark in explorer.frame["marks"]}
    first, last = marks["path"]["span"]
    points = np.frombuffer(explorer.frame["points"], "<i2").reshape(-1, 2)[first : last - 1] / 16
    axes = explorer._picture.figure.axes[0]
    expected = axes.transData.transform([(0, 0), (1, 1)]) * (1, -1) + (0, 300)
    assert np.allclose(points, expected, atol=1 / 16)


def test_only_a_control_that_redraws_renders_and_sends_a_new_background(explorer, monkeypatch):
    before = explorer.background
    with monkeypatch.context() as patch:
        patch.setattr(explorer._picture, "png", None)  # rendering would raise
        move(explorer, slope=3)
    assert explorer.sent == ["frame"] and explorer.background == before
    assert explorer.frame["status"] == "slope -0.7"
    move(explorer, top=0)
    assert explorer.background != before and red(explorer.background) == 0


def test_a_new_background_and_its_marks_travel_in_one_message(explorer, monkeypatch):
    messages = []
    monkeypatch.setattr(explorer.comm, "send", lambda data, **_: messages.append(data))
    move(explorer, top=0)
    (message,) = messages
    assert set(message["state"]) | {path[0] for path in message["buffer_paths"]} == {"background", "frame"}


def test_the_background_is_right_again_after_a_setting_that_failed(explorer):
    move(explorer, top=0, kind=1)  # fails, and the picture keeps its old axes
    move(explorer, top=0)
    move(explorer, top=0, slope=0)
    explorer.result(top=1.0)
    assert alike(explorer.background, explorer._picture.png(explorer._ratio, moving=False))


def test_a_point_is_read_in_the_axes_of_its_setting_whether_the_last_update_or_still_failed(explorer):
    update, still, middle = explorer._update, explorer._picture.still, explorer.frame["positions"]["start"]
    explorer._update = lambda **values: 1 / 0
    with pytest.raises(ZeroDivisionError):
        explorer.result(top=3.0)  # the axes reach to 3, the artists stand as they did
    explorer._update = update
    high = explorer._values({**explorer.frame["positions"], "top": 2, "start": middle})
    np.testing.assert_allclose(high["start"], (0.5, 0.5), atol=0.01)
    explorer._picture.still = lambda top: 1 / 0
    with pytest.raises(ZeroDivisionError):
        explorer.result(top=1.0)  # they still reach to 3
    explorer._picture.still = still
    low = explorer._values({**explorer.frame["positions"], "top": 0, "start": middle})
    np.testing.assert_allclose(low["start"], (0.5, -0.5), atol=0.01)


# --- The still part


def calls_of_still(explorer) -> list:
    """What `still` receives while the hand moves every control, and the one that redraws three times."""
    calls, still = [], explorer._picture.still
    explorer._picture.still = lambda top: (calls.append(top), still(top))
    for positions in (
        {"slope": 3},
        {"top": 0},
        {"top": 0, "slope": 4},
        {"start": [200.0, 150.0]},
        {"top": 2},
        {"top": 2},
    ):
        move(explorer, **positions)
    explorer._picture.still = still
    return calls


ONCE_FOR_EACH_CHANGE = [1.0, 2.0, 3.0]


def test_still_is_called_once_when_a_control_that_redraws_has_changed_and_never_for_another(explorer):
    assert calls_of_still(explorer) == ONCE_FOR_EACH_CHANGE


@pytest.mark.parametrize("fault", [lambda self, values: self.still(**values), lambda self, values: None])
def test_an_engine_that_calls_still_every_time_or_never_is_noticed(explorer, fault, monkeypatch):
    monkeypatch.setattr(Picture, "draw_still", fault)
    assert calls_of_still(explorer) != ONCE_FOR_EACH_CHANGE


def with_still(draw) -> Explorer:
    """An explorer whose choice redraws: draw(axes, color)."""
    figure = Figure(figsize=(2, 2))
    axes = figure.add_subplot(xlim=(0, 1), ylim=(0, 1))
    axes.axhline(0.5)
    (line,) = axes.plot([], [])
    picture = Picture(figure, [line], lambda color: draw(axes, color))
    colors = choice("color", ["red", "green", "blue"], "red", redraws=True)
    return Explorer(picture, lambda color: {"status": f"{color}."}, [colors], ALT)


def draw_all_kinds(axes, color):
    axes.plot([0, 1], [0, 1], color=color, label="a line")
    axes.scatter([0.5], [0.5], color=color)
    axes.text(0.5, 0.5, color)
    axes.fill([0, 1, 1], [0, 0, 1], color=color)
    axes.legend()


def test_what_still_drew_goes_before_it_draws_again_and_what_was_there_or_moves_stays():
    explorer = with_still(draw_all_kinds)
    axes, line = explorer._picture.figure.axes[0], explorer._picture.moving[0]
    before = axes.get_children()
    for color in ("green", "blue", "red"):
        explorer.result(color=color)
    after = axes.get_children()
    assert len(after) == len(before) and len(set(after) - set(before)) == 5
    assert line in after and [text.get_text() for text in axes.texts] == ["red"]


def test_a_still_that_fails_leaves_nothing_behind_and_is_called_again():
    def draw(axes, color):
        axes.text(0.5, 0.5, color)
        if color == "green":
            raise ZeroDivisionError("no green today")

    explorer = with_still(draw)
    for _ in range(2):
        with pytest.raises(ZeroDivisionError):
            explorer.result(color="green")
    explorer.result(color="blue")
    assert [text.get_text() for text in explorer._picture.figure.axes[0].texts] == ["blue"]


def test_a_control_that_redraws_without_a_still_is_refused():
    with pytest.raises(ValueError, match="give the picture a function `still`, which draws for: a, b"):
        redrawing = [slider("a", [0, 1], 0, redraws=True), choice("b", ["x", "y"], "x", redraws=True)]
        Explorer(Picture(Figure(), []), lambda **values: {"status": "here"}, redrawing, ALT)


def test_nan_and_infinity_in_the_data_are_results_not_errors():
    explorer = make(lambda slope: None)
    line = explorer._picture.moving[0]
    explorer._update = lambda **values: (
        line.set_data([0, 0.3, 0.6, 1], [0, np.nan, np.inf, -1e300]),
        {"status": "diverged at step 2", "loss": np.nan},
    )[1]
    move(explorer, slope=0)
    assert explorer.frame["status"] == "diverged at step 2" and "failed" not in explorer.frame


# --- Failure


def test_an_exception_in_update_is_said_in_the_status_and_the_picture_stays(explorer):
    before = explorer.frame
    move(explorer, "view:2", kind=1, slope=4)
    frame = explorer.frame
    assert frame["status"] == "This setting failed: ZeroDivisionError: no step is that long"
    assert frame["failed"] and frame["id"] == "view:2" and frame["positions"]["slope"] == 4
    assert frame["marks"] == before["marks"] and frame["points"] == before["points"]


def test_the_next_good_setting_recovers(explorer):
    move(explorer, kind=1)
    move(explorer, slope=4)
    assert explorer.frame["status"] == "slope -0.6" and "failed" not in explorer.frame


def test_an_exception_in_update_is_raised_by_result_figure_and_png(explorer):
    for ask in (explorer.result, explorer.figure, explorer.png):
        with pytest.raises(ZeroDivisionError):
            ask(kind="fails")


def test_an_exception_in_the_first_update_is_raised_where_the_explorer_is_made():
    def explode(slope):
        raise FloatingPointError("too soon")

    with pytest.raises(FloatingPointError, match="too soon"):
        make(explode)


def test_a_goal_that_fails_is_said_too_and_freezes_nothing():
    explorer = make()
    explorer._goals = [goal("climb", lambda result: result["missing"])]
    move(explorer, slope=20)
    assert explorer.frame["status"] == "This setting failed: KeyError: 'missing'"


def test_an_exception_while_a_new_picture_is_drawn_is_said_too_and_freezes_nothing(explorer):
    picture, before = explorer._picture, explorer.background
    axes, still = picture.figure.axes[0], picture.still
    title = {3.0: "$\\nonsense$"}  # matplotlib reads it when it draws, not when it is set
    picture.still = lambda top: (axes.set_title(title.get(top, "still")), still(top))
    move(explorer, "view:3", top=2)
    assert explorer.frame["id"] == "view:3" and explorer.frame["failed"] and explorer.background == before
    assert explorer.frame["status"].startswith("This setting failed: ValueError: ")
    move(explorer, "view:4", top=1, slope=3)
    assert explorer.frame["status"] == "slope -0.7" and explorer.background == before
    move(explorer, "view:5", top=0)
    assert explorer.frame["id"] == "view:5" and explorer.background != before and red(explorer.background) == 0


# --- Numbers without a browser


def test_result_fills_in_the_start_of_the_controls_that_are_not_named(explorer):
    result = explorer.result(slope=0.25)
    assert (result["slope"], result["kind"], tuple(result["start"])) == (0.25, "plain", (0.5, 0.0))


@pytest.mark.parametrize("kind", [np.float32, np.float64, np.int64])
def test_numpy_s_numbers_and_words_count_as_the_control_s_own_and_others_are_taken_as_they_are(explorer, kind):
    explorer._controls["slope"] = slider("slope", [1, 64], 1)
    given = explorer.result(slope=kind(64), kind=np.str_("plain"))
    assert (type(given["slope"]), type(given["kind"])) == (int, str) and given["slope"] == 64
    explorer._controls["slope"] = slider("slope", [0.1, 0.3], 0.1)
    assert type(explorer.result(slope=np.float32(0.1))["slope"]) is float
    assert explorer.result(slope=kind(2))["slope"] == 2 and explorer.result(slope=0.2)["slope"] == 0.2


def test_extremes_are_values_that_result_takes(explorer):
    seen = explorer.extremes()
    assert len(seen) == 3 + 3 + 2 + 3
    assert [values["slope"] for values in seen[:3]] == [-1, 0.5, 1]
    assert all(explorer.result(**values) for values in seen if values["kind"] != "fails")


def test_goals_are_reached_by_values_and_told_in_each_frame():
    goals = [goal("climb", lambda r: r["slope"] > 0.8), goal("fall", lambda r: np.bool_(r["slope"] < 0))]
    explorer = make(goals=goals)
    assert explorer.goals == ["climb", "fall"]
    assert explorer.goals_reached(slope=0.9) == [True, False] and explorer.goals_reached() == [False, False]
    move(explorer, slope=0)
    assert explorer.frame["reached"] == [False, True]
    assert {type(reached) for reached in explorer.frame["reached"]} == {bool}


# --- Mistakes of the author


def test_an_unknown_control_is_named_beside_those_there_are(explorer):
    with pytest.raises(TypeError, match="no control called learning_rate; there are slope, top, kind, start"):
        explorer.result(learning_rate=0.1)


@pytest.mark.parametrize("returned", [None, {}, {"status": ""}, {"loss": 1.0}, "fine"])
def test_update_must_say_in_words_what_happened(returned):
    figure = Figure()
    with pytest.raises(TypeError, match="it must return a dictionary with a sentence under 'status'"):
        Explorer(Picture(figure, []), lambda a: returned, [slider("a", [0, 1], 0)], ALT)


def test_a_picture_without_a_description_is_refused():
    with pytest.raises(ValueError, match="alt = 'A plot': say in a sentence what the picture shows"):
        make(alt="A plot")


def test_two_controls_of_one_name_are_refused():
    with pytest.raises(ValueError, match="two controls share a name: a, a"):
        make(controls=[slider("a", [0, 1], 0), slider("a", [0, 1], 1)])


def test_an_artist_that_cannot_move_is_refused_where_the_explorer_is_made():
    figure = Figure()
    dots = figure.add_subplot().scatter([0], [0])
    with pytest.raises(TypeError, match="a PathCollection cannot move"):
        Explorer(Picture(figure, [dots]), lambda a: {"status": "here"}, [slider("a", [0, 1], 0)], ALT)


# --- The table


@pytest.fixture
def plain():
    """Without the option that fails: baking meets every one."""
    return make(kinds=["plain"])


def test_a_baked_frame_is_the_frame_a_live_move_gives(plain):
    plain.bake(slope=2, top=2, start=1)
    axes, frames = plain.baked["axes"], plain.baked["frames"]
    index = 0
    for slope in axes["slope"]:
        for top in axes["top"]:
            for start in axes["start"]:
                move(plain, slope=slope, top=top, start=start)
                live, baked = {**plain.frame}, {**frames[index]}
                assert live.pop("id")
                assert alike(plain.baked["backgrounds"][baked.pop("background")], plain.background)
                assert live == baked
                index += 1
    assert index == len(frames)


def test_counts_say_how_many_positions_and_the_start_is_always_one(plain):
    plain.bake(slope=5)
    axes = plain.baked["axes"]
    assert axes["slope"] == [0, 5, 10, 15, 20] and axes["top"] == [0, 1, 2]
    assert axes["start"] == [plain.controls[-1]["start"]]
    assert len(plain.baked["frames"]) == 15


def test_each_still_picture_is_tabulated_once_and_none_where_nothing_redraws(plain):
    plain.bake(slope=3, top=2, start=2)
    assert len(plain.baked["backgrounds"]) == 3 == len(set(plain.baked["backgrounds"]))
    assert [frame["background"] for frame in plain.baked["frames"]] == ([0] * 5 + [1] * 5 + [2] * 5) * 4
    plain._controls["top"] = plain._controls["top"]._replace(redraws=False)
    plain._picture.still = None
    plain.bake(slope=3, top=1)
    assert plain.baked["backgrounds"] == [] and all("background" not in f for f in plain.baked["frames"])


def test_too_many_frames_or_too_large_ones_are_refused_before_they_fill_a_notebook(plain, monkeypatch):
    with pytest.raises(ValueError, match="6363 frames to bake: lower the counts to at most 4000 combinations"):
        plain.bake(start=10, slope=21)  # 21 x 3 x 101: the start is one more
    monkeypatch.setattr(explore, "MAX_BYTES", 1000)
    with pytest.raises(ValueError, match="MB to bake: lower the counts"):
        plain.bake(slope=3)


def test_an_unknown_control_cannot_be_counted(explorer):
    with pytest.raises(TypeError, match="no control called slop"):
        explorer.bake(slop=3)


def test_images_are_tabulated_pixel_by_pixel():
    figure = Figure(figsize=(2, 2))
    image = figure.add_subplot().imshow(np.zeros((4, 5)), vmin=0, vmax=1)
    update = lambda a: (image.set_data(np.full((4, 5), a)), {"status": "here"})[1]
    explorer = Explorer(Picture(figure, [image]), update, [slider("a", [0.0, 1.0], 0.0)], ALT).bake()
    dark, light = explorer.baked["frames"]
    assert len(dark["images"][0]) == 4 * 5 * 4 and dark["images"][0][:3] != light["images"][0][:3]


# --- What a notebook stores, and what is let go


def test_a_notebook_stores_the_widget_a_picture_and_words(explorer):
    data, metadata = explorer._repr_mimebundle_()
    assert "application/vnd.jupyter.widget-view+json" in data and data["text/plain"] == ALT
    assert red(base64.b64decode(data["image/png"])) > 500
    assert metadata["image/png"] == {"alt": ALT, "width": 400}


def test_a_closed_explorer_says_what_to_do(explorer):
    explorer.close()
    with pytest.raises(RuntimeError, match="closed: run its cell again"):
        explorer.result()


class Cell:
    """IPython, as far as the engine asks it: which cell is running, and which run of it."""

    def __init__(self, monkeypatch):
        self.parent = {}
        shell = types.SimpleNamespace(get_parent=lambda: self.parent)
        monkeypatch.setitem(sys.modules, "IPython", types.SimpleNamespace(get_ipython=lambda: shell))
        monkeypatch.setattr(explore, "_DISPLAYED", {})
        self.runs = 0

    def run(self, *explorers, cell="a"):
        self.runs += 1
        self.parent = {"metadata": {"cellId": cell}, "header": {"msg_id": str(self.runs)}}
        for explorer in explorers:
            explorer._repr_mimebundle_()


def is_closed(explorer):
    return explorer._picture is None


def test_running_a_cell_again_closes_what_it_showed_before(monkeypatch):
    cell, first, second = Cell(monkeypatch), make(), make()
    cell.run(first)
    cell.run(second)
    assert is_closed(first) and not is_closed(second)


def test_showing_the_same_explorer_again_keeps_it_alive(monkeypatch):
    cell, explorer = Cell(monkeypatch), make()
    for _ in range(3):
        cell.run(explorer)
    assert not is_closed(explorer)


def test_two_explorers_of_one_cell_and_explorers_of_other_cells_live_side_by_side(monkeypatch):
    cell, one, two, other = Cell(monkeypatch), make(), make(), make()
    cell.run(other, cell="b")
    cell.run(one, two)
    assert not any(map(is_closed, [one, two, other]))
    cell.run(make())
    assert is_closed(one) and is_closed(two) and not is_closed(other)


def test_where_no_cell_has_a_name_nothing_is_closed(monkeypatch):
    cell, first = Cell(monkeypatch), make()
    cell.parent = {"header": {"msg_id": "1"}}
    first._repr_mimebundle_()
    make()._repr_mimebundle_()
    assert not is_closed(first)


def test_running_a_cell_six_times_leaves_one_figure_in_memory_even_with_every_output_kept(monkeypatch):
    cell, figures, outputs = Cell(monkeypatch), [], []
    for _ in range(6):
        explorer = make()
        figures.append(weakref.ref(explorer._picture.figure))
        cell.run(explorer)
        outputs.append(explorer)  # as Out[...] does
    del explorer
    gc.collect()
    assert sum(figure() is not None for figure in figures) == 1
    assert sum(len(kept.background) for kept in outputs[:-1]) == 0


IN_A_KERNEL = [
    """
import gc, weakref
from matplotlib.figure import Figure
from optcourse.explorers.controls import point
from optcourse.explorers.explorer import Explorer
from optcourse.explorers.picture import Picture
seen = []
def make():
    figure = Figure(figsize=(2, 2))
    axes = figure.add_subplot(xlim=(0, 1), ylim=(0, 1))
    line, = axes.plot([], [])
    seen.append(weakref.ref(figure))
    update = lambda p: (line.set_data([0, p[0]], [0, p[1]]), {"status": "here"})[1]
    picture = Picture(figure, [line])
    return Explorer(picture, update, [point("p", axes, (0.5, 0.5))], "A line from the corner to a point.")
""",
    "make()",
    "gc.collect(); print(sum(figure() is not None for figure in seen), 'of', len(seen))",
]


def test_in_a_real_kernel_too_a_cell_run_five_times_leaves_one_figure():
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source) for source in IN_A_KERNEL])
    client = nbclient.NotebookClient(notebook, timeout=60, kernel_name="python3")
    with client.setup_kernel():
        client.execute_cell(notebook.cells[0], 0)
        for _ in range(5):
            # nbclient sends no cell id; a browser does.
            client.kc.session.metadata = {"cellId": "a"}
            client.execute_cell(notebook.cells[1], 1)
        client.execute_cell(notebook.cells[2], 2)
    assert notebook.cells[2].outputs[0].text == "1 of 5\n"
