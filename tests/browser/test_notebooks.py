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
from optcourse.lessons.canonical import outputs, shows

NOTEBOOKS = Path(__file__).resolve().parents[2] / "notebooks"
FORGET = "jupyterapp.shell.currentWidget.sessionContext.session.kernel.requestExecute({code: '%reset -f'}).done"


def is_explorer(output):
    return shows(output) == "explorer"


def shows_an_explorer(path):
    return any(is_explorer(output) for _, output in outputs(writer.read(path)))


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
    path = next(path for path in LESSONS if path.name == lesson.name)
    cells = enumerate(writer.read(path).cells)
    for index in [index for index, cell in cells if any(map(is_explorer, cell.get("outputs", [])))]:
        lesson.page.evaluate("i => jupyterapp.shell.currentWidget.content.scrollToItem(i)", index)
        yield index, lesson.page.locator(f'.jp-Cell[data-windowed-list-index="{index}"]')


def test_before_anything_runs_every_explorer_shows_its_stored_picture(lesson):
    """JupyterLab shows the PNG of a notebook that it does not trust yet, and the widget's own of one that it does."""
    seen = 0
    for _, cell in cells_with_explorers(lesson):
        picture = cell.locator(".jp-OutputArea-output img").first
        picture.wait_for()
        assert picture.evaluate("image => image.decode().then(() => image.naturalWidth)") > 300
        seen += 1
    assert seen and lesson.page.errors == []


@pytest.fixture(scope="module")
def kinds():
    """The kinds of control that were moved by hand."""
    return set()


@in_lessons_by_hand
def test_run_by_itself_every_control_of_an_explorer_moves_its_picture_is_painted_anew_and_the_status_follows(
    lesson, explorer_on, kinds
):
    for index, cell in cells_with_explorers(lesson):
        lesson.page.evaluate(FORGET)  # as after a restart, and much quicker
        lesson.run(index)
        explorer = explorer_on(cell)
        explorer.settle()
        words = [explorer.status.inner_text()]
        for control in explorer.root.locator("input[type=range], select, .oc-handle").all():
            explorer.move_to_an_end(control)
            kinds.add(control.evaluate("control => control.type ?? 'point'"))
            explorer.settle()  # or the next control would take the last answers for its own
            words.append(explorer.status.inner_text())
        assert all(words) and not any("failed" in word or "No kernel" in word for word in words)
        assert len(set(words)) > 1, f"the status never changes: {words}"
    assert lesson.page.errors == []


def test_the_lessons_by_hand_have_each_kind_of_control(kinds):
    if not kinds:
        pytest.skip("nothing was moved in this run")
    assert kinds == {"range", "select-one", "point"}


@in_lessons_by_hand
def test_a_screen_reader_finds_picture_status_and_values(lesson, explorer_on):
    for _, cell in cells_with_explorers(lesson):
        explorer = explorer_on(cell)
        assert len(explorer.stage.locator("img").get_attribute("alt")) >= 20
        expect(explorer.root.get_by_role("status")).to_have_text(explorer.status.text_content())
        for handle in explorer.root.get_by_role("slider").all():
            assert handle.get_attribute("aria-valuetext") and handle.get_attribute("aria-label")


@pytest.mark.parametrize("lesson", BY_HAND[:1], ids=[BY_HAND[0].stem], indirect=True)
def test_a_screen_reader_finds_the_words_of_a_figure_once_its_cell_is_run(lesson):
    """JupyterLab reads no alt text from an output's metadata."""
    cells = writer.read(NOTEBOOKS / lesson.name).cells
    index = next(index for index, cell in enumerate(cells) if "\nshow(" in cell.source)
    lesson.page.evaluate("i => jupyterapp.shell.currentWidget.content.scrollToItem(i)", index)
    lesson.run(index)
    picture = lesson.page.locator(f'.jp-Cell[data-windowed-list-index="{index}"] .jp-OutputArea-output img')
    expect(picture).to_have_attribute("alt", cells[index].outputs[-1].data["text/plain"])
    assert picture.evaluate("image => image.decode().then(() => image.naturalWidth)") > 300
