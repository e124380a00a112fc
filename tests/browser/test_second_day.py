"""The second day: what was run, saved and closed shows its explorers and questions when it is opened again.

It is tried in the environment that `make lab` makes, there by JupyterLab alone, and in one that has no settings, as
conda's, by `optcourse lab`.
"""

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import expect

LESSON = Path(__file__).resolve().parents[2] / "notebooks" / "00_start_here.ipynb"
NO_WIDGET = "Error displaying widget"


@pytest.fixture(scope="module", params=["lab", "conda_lab"])
def lesson(request, open_notebook):
    """Opens the lesson in one of the two; call it again to open it again."""
    lab = request.getfixturevalue(request.param)
    shutil.copy(LESSON, lab.root)
    return lambda: open_notebook(LESSON.name, lab=lab)


def seen(notebook) -> dict:
    """What the page shows of its explorers and questions, cell after cell."""
    explorers, questions = notebook.page.locator(".oc-explorer"), notebook.page.locator(".oc-question-title")
    expect(explorers).to_have_count(1)
    expect(questions).to_have_count(2)
    explorer = notebook.explorer()
    explorer.settle()
    width = explorer.stage.locator("img").evaluate("image => image.decode().then(() => image.naturalWidth)")
    return {"status": explorer.status.inner_text(), "width": width, "questions": questions.all_text_contents()}


def save_and_close(notebook):
    notebook.command("docmanager:save")
    notebook.page.evaluate("jupyterapp.shell.currentWidget.sessionContext.shutdown()")
    notebook.page.close()


def test_on_the_second_day_and_the_third_a_lesson_shows_what_it_showed_on_the_first(lesson):
    notebook = lesson()
    notebook.run_all()
    notebook.wait_until_idle()
    first = seen(notebook)
    assert first["status"] and first["width"] > 300 and all(first["questions"])
    for _ in range(2):
        save_and_close(notebook)
        notebook = lesson()
        assert seen(notebook) == first
        assert notebook.page.get_by_text(NO_WIDGET).count() == 0
        assert notebook.page.errors == []
