"""Explorers in JupyterLab, driven by hand: mouse, keyboard, two views, a lost kernel, odd screens.

`twin` is the same explorer without a browser: it says what status and what picture each setting must give.
"""

import contextlib
import io

import numpy as np
import pytest
from matplotlib.image import imread
from playwright.sync_api import expect
from scipy.ndimage import uniform_filter

GONE = "No kernel answers: this is the last picture. Run this cell to make it live."
SLOW = """
import time
quick = live._update
live._update = lambda **values: (time.sleep(6), quick(**values))[1]
"""


@pytest.fixture(scope="module")
def twin(demo):
    return demo.everything()


@pytest.fixture(scope="module")
def notebook(lab, open_notebook):
    cells = ["from demo import *", "live = everything()\nlive", "live"]
    cells += ["baked = everything(bake=True)\ndisplay(baked, baked)", "diverging()"]
    lab.write("demo.ipynb", *cells)
    notebook = open_notebook("demo.ipynb")
    notebook.run_all()
    return notebook


@pytest.fixture
def explorer(notebook, twin):
    """The first view, its controls at their start; no error may stand on the console, from the first cell on."""
    explorer = notebook.explorer(0)
    explorer.settle()
    explorer.button("Reset").click()
    expect(explorer.status).to_have_text(twin.result()["status"])
    explorer.settle()
    yield explorer
    assert notebook.page.errors == []


def rgb(png) -> np.ndarray:
    return imread(io.BytesIO(png))[..., :3]


def press(explorer, *keys):
    for key in keys:
        explorer.page.keyboard.press(key)


@contextlib.contextmanager
def new_marks(explorer):
    """What is done inside must change what the canvas shows."""
    before = explorer.marks()
    yield
    explorer.settle()
    assert np.abs(explorer.marks() - before).max() > 0.5


# --- What is shown


def eye(picture) -> np.ndarray:
    """A picture at the resolution of the eye: letters and markers may lie half a pixel beside matplotlib's."""
    return uniform_filter(picture, (5, 5, 0))


# Mean differences where there is ink, measured and nearly doubled; what is missing differs by 0.12 to 0.55.
LIMITS = {"markers": 0.11, "text": 0.11, "words": 0.11, "arrow": 0.04}  # of the others, at most 0.012


def test_what_the_browser_paints_is_what_matplotlib_draws(explorer, demo, twin):
    still = eye(rgb(twin._picture.png(moving=False)))
    for kind in ["all", *demo.MARKS]:
        explorer.choose("shown", kind)
        explorer.settle()
        expected, seen = eye(rgb(twin.png(shown=kind))), eye(explorer.picture())
        ink = np.maximum(np.abs(expected - still), np.abs(seen - still)).max(axis=-1) > 0.02
        assert np.abs(expected - still)[ink].mean() > 0.05, f"{kind}: nothing to see"
        difference = np.abs(expected - seen)[ink].mean()
        assert difference < LIMITS.get(kind, 0.02), kind


def test_a_screen_reader_finds_the_picture_the_controls_and_the_status(explorer, twin):
    assert explorer.stage.locator("img").get_attribute("alt") == twin.alt
    expect(explorer.root.get_by_role("status")).to_have_text(twin.result()["status"])
    for label, words in [("rate", "0.5"), ("tall", "10"), ("start", "(−1, 0.5)"), ("goal at", "(1, 1)")]:
        expect(explorer.slider(label)).to_have_attribute("aria-valuetext", words)


# --- By mouse


def test_dragging_a_slider_changes_status_value_and_picture(explorer):
    x, y = explorer.middle(explorer.slider("rate"))
    with new_marks(explorer):
        explorer.drag((x, y), (x + 45, y))
        expect(explorer.status).to_contain_text("rate 0.775")
    expect(explorer.slider("rate")).to_have_attribute("aria-valuetext", "0.775")


def test_after_a_quick_drag_the_newest_position_wins(explorer, twin):
    x, y = explorer.middle(explorer.slider("rate"))
    explorer.page.mouse.move(x, y)
    explorer.page.mouse.down()
    for i in range(60):
        explorer.page.mouse.move(x + 80 * np.sin(i), y)
    explorer.page.mouse.move(x + 300, y)
    explorer.page.mouse.up()
    expect(explorer.status).to_have_text(twin.result(rate=1.0)["status"])


def test_dragging_a_point_takes_it_to_the_pointer(explorer, twin):
    start, value = explorer.place(*twin.frame["positions"]["start"]), twin._controls["start"].value([150, 200])
    with new_marks(explorer):
        explorer.drag(start, explorer.place(150, 200))
        expect(explorer.status).to_have_text(twin.result(start=value)["status"])
    expect(explorer.slider("start")).to_have_attribute("aria-valuetext", twin._controls["start"].text(value))


def test_a_point_dragged_out_of_its_axes_stays_at_their_edge(explorer):
    explorer.drag(explorer.middle(explorer.slider("start")), (5, 5))
    expect(explorer.status).to_contain_text("from -2.000, 2.000")


def test_a_press_beside_two_points_brings_the_nearer_one(explorer, twin):
    explorer.page.mouse.click(*explorer.place(*twin._controls["goal_at"].position((0.5, 0.5))))
    expect(explorer.slider("goal at")).to_have_attribute("aria-valuetext", "(0.5, 0.5)")
    expect(explorer.slider("start")).to_have_attribute("aria-valuetext", "(−1, 0.5)")


def test_a_press_outside_the_axes_of_the_points_moves_nothing(explorer, twin):
    explorer.page.mouse.click(*explorer.place(600, 300))
    explorer.settle()
    expect(explorer.status).to_have_text(twin.result()["status"])


def test_a_choice_changes_the_picture_and_reset_restores_everything(explorer, twin):
    explorer.choose("shown", "line")
    explorer.slider("rate").press("Home")
    expect(explorer.status).to_have_text(twin.result(rate=0.0)["status"])
    explorer.button("Reset").click()
    expect(explorer.status).to_have_text(twin.result()["status"])
    expect(explorer.root.get_by_label("shown", exact=True)).to_have_value("0")


# In the page, so that the second click comes at that value: from here, a busy machine would let it run past.
PLAY_UNTIL = """(play, [slider, words]) => new Promise((done) => {
    const watch = new MutationObserver(() => {
        if (slider.getAttribute('aria-valuetext') !== words) return;
        watch.disconnect();
        play.click();
        done();
    });
    watch.observe(slider, {attributes: true});
    play.click();
})"""


def test_play_runs_through_the_values_pauses_and_starts_over(explorer):
    play, rate = explorer.button("Play rate"), explorer.slider("rate")
    rate.press("Home")
    play.evaluate(PLAY_UNTIL, [rate.element_handle(), "0.1"])
    expect(play).to_have_text("▶")
    explorer.rest()
    assert rate.get_attribute("aria-valuetext") == "0.1"
    play.click()
    expect(explorer.status).to_contain_text("rate 1 ")
    expect(play).to_have_text("▶")
    play.evaluate(PLAY_UNTIL, [rate.element_handle(), "0.025"])
    expect(explorer.status).to_contain_text("rate 0.025 ")


# --- By keyboard


def test_arrows_home_and_end_move_a_slider(explorer):
    explorer.slider("rate").focus()
    for key, words in [("ArrowRight", "0.525"), ("ArrowLeft", "0.5"), ("Home", "0"), ("End", "1")]:
        with new_marks(explorer):
            press(explorer, key)
            expect(explorer.slider("rate")).to_have_attribute("aria-valuetext", words)
            expect(explorer.status).to_contain_text(f"rate {words} ")


def test_arrows_move_a_point_by_a_hundredth_of_its_axes_and_with_shift_by_a_tenth(explorer):
    explorer.slider("start").focus()
    steps = [("ArrowRight", "-0.960, 0.500"), ("Shift+ArrowRight", "-0.560, 0.500")]
    for key, words in [*steps, ("ArrowUp", "-0.560, 0.540"), ("Shift+ArrowDown", "-0.560, 0.140")]:
        with new_marks(explorer):
            press(explorer, key)
            expect(explorer.status).to_contain_text(f"from {words}")


@pytest.mark.parametrize("part", ["slider", "point", "choice", "button"])
def test_keys_do_not_leak_into_the_notebook(explorer, notebook, part):
    cells = notebook.page.locator(".jp-Cell")
    count, mode = cells.count(), notebook.page.locator(".jp-Notebook.jp-mod-commandMode")
    parts = {"slider": explorer.slider("rate"), "point": explorer.slider("start"), "button": explorer.button("Reset")}
    parts.get(part, explorer.root.get_by_label("shown", exact=True)).focus()
    press(explorer, "a", "b", "ArrowDown", "ArrowUp", "j", "k", "m", "c", "v")  # their effects do not cancel
    explorer.rest()
    assert cells.count() == count and mode.count() == 1
    active = "jupyterapp.shell.currentWidget.content.activeCellIndex"
    index = notebook.page.evaluate(active)
    press(explorer, "ArrowDown", "j")
    assert notebook.page.evaluate(active) == index


def test_outside_the_explorer_the_same_keys_are_jupyterlab_s(explorer, notebook):
    cells = notebook.page.locator(".jp-Cell")
    count = cells.count()
    cells.first.locator(".jp-InputPrompt").click()
    press(explorer, "b")
    expect(cells).to_have_count(count + 1)
    press(explorer, "d", "d")
    expect(cells).to_have_count(count)


# --- Results and failures


def test_a_goal_ticks_when_it_is_reached_and_stays(explorer):
    goal = explorer.goals.first
    expect(goal).to_contain_text("a rate of 0.9")
    explorer.slider("rate").press("End")
    expect(goal).to_have_text("Goal reached: a rate of 0.9")
    explorer.slider("rate").press("Home")
    expect(explorer.status).to_contain_text("rate 0 ")
    expect(goal).to_have_attribute("data-reached", "yes")


def test_an_exception_is_shown_and_the_next_setting_recovers(explorer, twin):
    before = explorer.picture()
    explorer.choose("shown", "fails")
    expect(explorer.status).to_have_text("This setting failed: ValueError: a planted failure")
    assert "oc-failed" in explorer.status.get_attribute("class")
    assert np.array_equal(explorer.picture(), before)
    explorer.choose("shown", "all")
    expect(explorer.status).to_have_text(twin.result()["status"])
    assert "oc-failed" not in explorer.status.get_attribute("class")


def test_a_control_that_redraws_brings_its_new_axes_with_the_marks(explorer, twin):
    explorer.slider("tall").press("ArrowRight")
    expect(explorer.status).to_have_text(twin.result(tall=20.0)["status"])
    explorer.settle()
    expected = rgb(twin.png(tall=20.0))
    assert np.abs(explorer.picture() - expected).mean() < 0.25 * np.abs(rgb(twin.png(tall=10.0)) - expected).mean()


@pytest.mark.parametrize("end", ["nan", "inf", "-1e300"])
def test_nan_and_infinity_leave_the_picture_and_raise_no_error(explorer, notebook, demo, end):
    diverging = notebook.explorer(4)
    diverging.choose("end", end)
    expect(diverging.status).to_have_text(f"ends at {end}")
    diverging.settle()
    assert np.abs(eye(diverging.picture()) - eye(rgb(demo.diverging().png(end=end)))).mean() < 0.01


# --- Two views, and the table


@pytest.mark.parametrize("pair", [(0, 1), (2, 3)], ids=["live", "baked"])
def test_two_views_of_one_explorer_stay_in_step_whichever_is_moved(explorer, notebook, pair):
    one, other = map(notebook.explorer, pair)
    one.slider("rate").press("Home")
    expect(other.status).to_contain_text("rate 0 ")
    other.slider("rate").press("End")
    for view in (one, other):
        expect(view.status).to_contain_text("rate 1 ")
        expect(view.slider("rate")).to_have_attribute("aria-valuetext", "1")
    one.slider("start").press("Shift+ArrowUp")
    expect(other.slider("start")).to_have_attribute("aria-valuetext", "(−1, 0.9)")
    one.settle()
    other.settle()
    assert np.array_equal(one.picture(), other.picture())


def test_answers_of_the_kernel_do_not_overtake_the_table(explorer, notebook):
    baked = notebook.explorer(2)
    baked.slider("rate").press("Home")
    press(baked, *["ArrowRight"] * 30)  # every other value is in the table
    baked.settle()
    baked.rest(500)
    expect(baked.status).to_contain_text("rate 0.75 ")
    expect(notebook.explorer(3).status).to_contain_text("rate 0.75 ")


# --- Screens


LEAST_CONTRAST = 4.5  # WCAG AA

CONTRAST = """element => {
    const pixel = new OffscreenCanvas(1, 1).getContext('2d', {willReadFrequently: true});
    const channels = (color) => {
        pixel.clearRect(0, 0, 1, 1);
        pixel.fillStyle = color;
        pixel.fillRect(0, 0, 1, 1);
        return [...pixel.getImageData(0, 0, 1, 1).data].map((v) => v / 255);
    };
    const light = (color) => {
        const [r, g, b] = channels(color).map((v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    let below = element;
    const clear = (element) => channels(getComputedStyle(element).backgroundColor)[3] === 0;
    while (clear(below) && below.parentElement) below = below.parentElement;
    const [one, other] = [getComputedStyle(element).color, getComputedStyle(below).backgroundColor].map(light);
    return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}"""


@pytest.mark.parametrize("theme", ["JupyterLab Light", "JupyterLab Dark"])
def test_every_word_and_control_is_readable_in_each_theme(explorer, notebook, theme):
    notebook.command("apputils:change-theme", theme=theme)
    expect(notebook.page.locator(f'body[data-jp-theme-name="{theme}"]')).to_be_attached()
    explorer.slider("rate").press("End")  # reaches the goal
    expect(explorer.goals.first).to_have_text("Goal reached: a rate of 0.9")
    explorer.choose("shown", "fails")
    expect(explorer.status).to_contain_text("failed")
    assert (explorer.brightness() < 0.3) == (theme == "JupyterLab Dark")
    parts = ".oc-status, .oc-label, .oc-value, .oc-goals li, .oc-controls :is(button, select, option)"
    words = explorer.root.locator(parts).all()
    poor = {word.inner_text(): ratio for word in words if (ratio := word.evaluate(CONTRAST)) < LEAST_CONTRAST}
    notebook.command("apputils:change-theme", theme="JupyterLab Light")
    assert len(words) > 15 and poor == {}


def test_in_a_narrow_window_nothing_overflows_and_the_pointer_still_maps_rightly(explorer, notebook):
    page = notebook.page
    wide = explorer.stage.bounding_box()["width"]
    notebook.command("application:toggle-left-area")
    page.set_viewport_size({"width": 480, "height": 900})
    explorer.settle()
    box = explorer.stage.bounding_box()
    assert box["width"] < 460 < wide and box["x"] + box["width"] <= 480
    assert box["height"] > 1.5 * box["width"]  # the panels stand one below the other
    assert explorer.root.evaluate("root => root.scrollWidth <= root.clientWidth")
    for control in explorer.root.locator(".oc-control").all():
        assert control.bounding_box()["x"] + control.bounding_box()["width"] <= 480
    x, y = explorer.middle(explorer.slider("start"))
    words = explorer.slider("start").get_attribute("aria-valuetext")
    explorer.drag((x, y), (x + 40, y + 30))
    explorer.settle()
    assert explorer.slider("start").get_attribute("aria-valuetext") != words
    assert np.allclose(explorer.middle(explorer.slider("start")), (x + 40, y + 30), atol=2)
    page.set_viewport_size({"width": 1200, "height": 900})
    notebook.command("application:toggle-left-area")


def sharpness(picture) -> float:
    """The steepest change from one pixel to the next."""
    return np.abs(np.diff(picture, axis=1)).max(axis=-1).mean()


def test_on_a_fine_screen_picture_and_marks_are_twice_as_fine_and_a_saved_notebook_opens_with_them(
    lab, open_notebook, twin
):
    lab.write("fine.ipynb", "from demo import *", "everything()")
    notebook = open_notebook("fine.ipynb", device_scale_factor=2)
    notebook.run_all()
    explorer = notebook.explorer()
    explorer.settle()
    stage = explorer.stage.bounding_box()
    assert explorer.stage.locator("canvas").evaluate("canvas => canvas.width") == round(2 * stage["width"])
    notebook.page.wait_for_function("() => document.querySelector('.oc-stage img').naturalWidth === 1400")
    explorer.settle()
    fine = explorer.picture()
    coarse = np.kron(rgb(twin.png()), np.ones((2, 2, 1)))
    assert np.abs(eye(fine) - eye(coarse)).mean() < 0.02
    assert fine.shape == coarse.shape and sharpness(fine) > 0

    notebook.save_and_load_again()
    explorer.settle()
    expect(explorer.status).to_have_text(twin.result()["status"])
    assert np.array_equal(explorer.picture(), fine)
    explorer.slider("rate").press("End")
    expect(explorer.status).to_have_text(GONE)
    assert notebook.page.errors == []


# --- The kernel


def test_while_the_kernel_computes_it_says_so_and_the_answer_comes(explorer, notebook, twin):
    execute = "code => jupyterapp.shell.currentWidget.sessionContext.session.kernel.requestExecute({code}).done"
    notebook.page.evaluate(f"code => ({execute})(code).then(() => null)", SLOW)
    explorer.slider("rate").press("End")
    expect(explorer.status).to_have_text("Python is computing ...")
    explorer.rest(4200)
    expect(explorer.status).to_have_text("Python is computing ...")
    expect(explorer.status).to_have_text(twin.result(rate=1.0)["status"])
    notebook.page.evaluate(f"code => ({execute})(code).then(() => null)", "live._update = quick")


def test_when_the_kernel_restarts_the_view_says_so_keeps_its_picture_and_lives_again_when_it_is_run(
    explorer, notebook, twin
):
    baked = notebook.explorer(2)
    before = explorer.picture()
    notebook.restart_kernel()
    expect(explorer.status).to_have_text(GONE)
    assert np.array_equal(explorer.picture(), before)
    explorer.slider("rate").press("End")
    expect(explorer.status).to_have_text(GONE)
    baked.slider("rate").press("Home")  # the table needs no kernel
    expect(baked.status).to_contain_text("rate 0 ")
    notebook.run_all()
    again = notebook.explorer(0)
    expect(again.status).to_have_text(twin.result()["status"])
    again.slider("rate").press("End")
    expect(again.status).to_have_text(twin.result(rate=1.0)["status"])
    assert "oc-gone" not in again.root.get_attribute("class")
