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
    """The lesson, open in one of the two."""
    lab = request.getfixturevalue(request.param)
    shutil.copy(LESSON, lab.root)
    return open_notebook(LESSON.name, lab=lab)


def seen(notebook) -> dict:
    """What the page shows of its explorers and questions, cell after cell."""
    explorers, questions = notebook.page.locator(".oc-explorer"), notebook.page.locator(".oc-question-title")
    expect(explorers).to_have_count(1)
    expect(questions).to_have_count(2)
    explorer = notebook.explorer()
    explorer.settle()
    width = explorer.stage.locator("img").evaluate("image => image.decode().then(() => image.naturalWidth)")
    return {"status": explorer.status.inner_text(), "width": width, "questions": questions.all_text_contents()}


def test_on_the_second_day_and_the_third_a_lesson_shows_what_it_showed_on_the_first(lesson):
    lesson.run_all()
    lesson.wait_until_idle()
    first = seen(lesson)
    assert first["status"] and first["width"] > 300 and all(first["questions"])
    for _ in range(2):
        lesson.save_and_load_again()
        assert seen(lesson) == first
        assert lesson.page.get_by_text(NO_WIDGET).count() == 0
        assert lesson.page.errors == []


def test_without_a_kernel_it_computes_in_the_page(lesson):
    explorer = lesson.explorer()
    rate = explorer.slider("learning rate")
    rate.press("End")
    expect(explorer.status).to_have_text("Diverged at step 11: the learning rate is too large here.")
    rate.press("Home")
    expect(explorer.status).to_contain_text("After 100 steps the loss is 0.154")
    assert lesson.page.errors == []
