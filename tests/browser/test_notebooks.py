"""The lessons in JupyterLab: every explorer's stored picture before a kernel runs; in two, every control by hand.

The two have each kind of control between them, and one that draws the picture anew. Of all lessons
tests/explorers/test_lessons.py asks every control at both ends without a browser, nbval runs every cell, and a rule of
the lessons says that an explorer's cell needs no name of another one.
The lessons open one after the other in one window, each with its own kernel.
"""

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import expect

from optcourse.lessons import course, writer
from optcourse.lessons.canonical import WIDGET_VIEW, outputs, widget_state

NOTEBOOKS = Path(__file__).resolve().parents[2] / "notebooks"
WITH_EXPLORERS = """() => jupyterapp.shell.currentWidget.content.widgets.map((cell, index) => {
    const data = cell.model.type === 'code' && cell.model.outputs.length ? cell.model.outputs.get(0).data : {};
    return 'image/png' in data && 'application/vnd.jupyter.widget-view+json' in data ? index : -1;
}).filter((index) => index >= 0)"""
FORGET = "jupyterapp.shell.currentWidget.sessionContext.session.kernel.requestExecute({code: '%reset -f'}).done"
PRESS = """(handle, keys) => {
    const ten = keys.flatMap((key) => Array(10).fill(key));
    for (const key of ten) handle.dispatchEvent(new KeyboardEvent('keydown', {key, shiftKey: true}));
}"""


def shows_an_explorer(path):
    """Whether a cell shows a widget that has a picture; a question has none."""
    bundles = [output.get("data", {}) for _, output in outputs(writer.read(path))]
    return any(WIDGET_VIEW in bundle and "image/png" in bundle for bundle in bundles)


# A core has explorers; a deeper notebook may do without.
LESSONS = [path for path in course.notebooks(NOTEBOOKS) if not course.is_deeper(path) or shows_an_explorer(path)]
BY_HAND = [path for path in LESSONS if path.stem in ("02_batches", "09_flooding")]
in_lessons_by_hand = pytest.mark.parametrize("lesson", BY_HAND, ids=[path.stem for path in BY_HAND], indirect=True)


@pytest.fixture(scope="module")
def window(lab, open_notebook):
    """JupyterLab, in which one notebook after the other is opened."""
    return open_notebook(LESSONS[0].name)


@pytest.fixture(scope="module", params=LESSONS, ids=[path.stem for path in LESSONS])
def lesson(request, lab, window):
    shutil.copy(request.param, lab.root)
    window.replace(request.param.name)
    return window


def cells_with_explorers(lesson):
    """Index and cell, one after the other, scrolled to: JupyterLab renders a cell only when it is near."""
    for index in lesson.page.evaluate(WITH_EXPLORERS):
        lesson.page.evaluate("i => jupyterapp.shell.currentWidget.content.scrollToItem(i)", index)
        yield index, lesson.page.locator(f'.jp-Cell[data-windowed-list-index="{index}"]')


def test_the_lessons_by_hand_have_each_kind_of_control():
    stored = [widget_state(writer.read(path)).values() for path in BY_HAND]
    controls = [control for models in stored for model in models for control in model["state"].get("controls", [])]
    assert {control["kind"] for control in controls} == {"slider", "choice", "point"}


def test_before_anything_runs_every_explorer_shows_its_stored_picture(lesson):
    """JupyterLab shows the PNG of a notebook that it does not trust yet, and the widget's own of one that it does."""
    seen = 0
    for _, cell in cells_with_explorers(lesson):
        picture = cell.locator(".jp-OutputArea-output img").first
        picture.wait_for()
        assert picture.evaluate("image => image.decode().then(() => image.naturalWidth)") > 300
        seen += 1
    assert seen and lesson.page.errors == []


@in_lessons_by_hand
def test_run_by_itself_every_control_of_an_explorer_moves_its_picture_is_painted_anew_and_the_status_follows(
    lesson, explorer_on
):
    for index, cell in cells_with_explorers(lesson):
        lesson.page.evaluate(FORGET)  # as after a restart, and much quicker
        lesson.run(index)
        explorer = explorer_on(cell)
        explorer.settle()
        words = [explorer.status.inner_text()]
        for control in explorer.root.locator("input[type=range], select, .oc-handle").all():
            move_to_an_end(explorer, control)
            explorer.settle()  # or the next control would take the last answers for its own
            words.append(explorer.status.inner_text())
        assert all(words) and not any("failed" in word or "No kernel" in word for word in words)
        assert len(set(words)) > 1, f"the status never changes: {words}"
    assert lesson.page.errors == []


def move_to_an_end(explorer, control):
    """Take a slider, a choice or a point to an end where it is not, and wait until that is painted."""
    where = "control => [control.value, control.style.left, control.style.top].join()"
    painted, before = explorer.stage.get_attribute("data-painted"), control.evaluate(where)
    last = control.evaluate("control => control.max ?? (control.length && control.length - 1)")
    if control.get_attribute("type") == "range":
        control.press("Home" if before.startswith(f"{last},") else "End")
    elif last:
        control.select_option(index=0 if before.startswith(f"{last},") else last)
    else:
        control.evaluate(PRESS, ["ArrowLeft", "ArrowUp"])
    assert control.evaluate(where) != before
    expect(explorer.stage).not_to_have_attribute("data-painted", painted)


@in_lessons_by_hand
def test_a_screen_reader_finds_picture_status_and_values(lesson, explorer_on):
    for _, cell in cells_with_explorers(lesson):
        explorer = explorer_on(cell)
        assert len(explorer.stage.locator("img").get_attribute("alt")) >= 20
        expect(explorer.root.get_by_role("status")).to_have_text(explorer.status.inner_text())
        for handle in explorer.root.get_by_role("slider").all():
            assert handle.get_attribute("aria-valuetext") and handle.get_attribute("aria-label")
