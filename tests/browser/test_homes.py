"""Every home of a lesson: what was run is alive on any later day, what was not run is whole and asks to be run.

A notebook is tried in the three environments that start JupyterLab: that of `make lab`, by JupyterLab alone; one
without settings, as conda's, by `optcourse lab`; and one that has none of our settings at all.
"""

import re

import pytest
from playwright.sync_api import expect

from optcourse.explorers.computed import EXPLORERS
from optcourse.lessons import writer
from optcourse.lessons.canonical import canonical, text

CELLS = (
    "from optcourse.explorers import start_here as explore\nexplore.descent()",
    "from optcourse.explorers.questions import ask\nask('start_here.larger_rates')",
    "ask('start_here.edge')",
)
NAMES = ["start_here.larger_rates", "start_here.edge"]
PREDICTION, NUMBER = range(2)
NO_WIDGET = "Error displaying widget"
DIVERGED = "Diverged at step 11: the learning rate is too large here."


def is_alive(notebook):
    """The explorer computes, wherever its kernel is."""
    assert notebook.page.get_by_text(NO_WIDGET).count() == 0
    expect(notebook.page.locator(".oc-explorer")).to_have_count(1)
    explorer = notebook.explorer()
    explorer.settle()
    explorer.slider("learning rate").press("End")
    expect(explorer.status).to_have_text(DIVERGED)
    explorer.button("Reset").click()
    expect(explorer.status).to_contain_text("After 100 steps the loss is")
    assert notebook.page.errors == []


# --- In JupyterLab, from one day to the next


@pytest.fixture(scope="module", params=["lab", "conda_lab", "plain_lab"])
def lesson(request, open_notebook):
    """An explorer and two questions, run and answered in one of the three."""
    lab = request.getfixturevalue(request.param)
    lab.write("home.ipynb", *CELLS)
    lesson = open_notebook("home.ipynb", lab=lab)
    lesson.path = lab.root / "home.ipynb"
    lesson.run_all()
    lesson.wait_until_idle()
    prediction, number = lesson.question(PREDICTION), lesson.question(NUMBER)
    prediction.button("Commit").click()
    expect(prediction.reply).to_have_text("Choose one first.")
    prediction.option("It stays the same").check()
    prediction.button("Commit").click()
    expect(prediction.reply).to_contain_text("You said: It stays the same. Noted.")
    number.number.fill("0.5")
    number.number.press("Enter")
    expect(number.reply).to_contain_text("Not yet. Hint: Move the slider")
    return lesson


def test_keys_in_a_question_are_not_those_of_the_notebook(lesson):
    cells = lesson.page.locator(".jp-Cell")
    count = cells.count()
    for place in (lesson.question(NUMBER).number, lesson.question(NUMBER).button("Check")):
        place.focus()
        for key in ["a", "b"]:  # each would insert a cell
            lesson.page.keyboard.press(key)
    lesson.explorer().rest()
    assert cells.count() == count


def test_when_the_kernel_restarts_all_stays_alive(lesson):
    is_alive(lesson)
    lesson.restart_kernel()
    is_alive(lesson)
    expect(lesson.question(PREDICTION).reply).to_contain_text("You said: It stays the same. Noted.")


def test_the_second_day_and_the_third_know_the_answers_of_the_day_before(lesson):
    lesson.save_and_load_again()
    is_alive(lesson)
    prediction, number = lesson.question(PREDICTION), lesson.question(NUMBER)
    expect(prediction.reply).to_contain_text("You said: It stays the same. Noted.")
    expect(prediction.option("It stays the same")).to_be_checked()
    expect(prediction.option("It stays the same")).to_be_disabled()
    prediction.button("Show the answer").click()
    expect(number.number).to_have_value("0.5")
    number.number.fill("0.6")
    number.button("Check").click()
    expect(number.reply).to_contain_text("It lies between 0.6 and 0.75.")  # the second hint

    lesson.save_and_load_again()
    is_alive(lesson)
    expect(prediction.reply).to_contain_text("Answer: It gets smaller, then larger.")
    expect(prediction.button("Show the answer")).to_be_hidden()
    expect(number.reply).to_contain_text("It lies between 0.6 and 0.75.")
    prediction.button("Start over").click()
    expect(prediction.option("It stays the same")).not_to_be_checked()
    expect(prediction.button("Commit")).to_be_visible()
    expect(prediction.button("Start over")).to_be_hidden()
    expect(prediction.reply).to_have_text("")


def test_as_it_is_handed_out_it_is_whole_and_asks_to_be_run(lesson):
    """The first opening of a fresh clone, which JupyterLab does not trust."""
    lesson.command("docmanager:save")
    handed_out = text(canonical(writer.read(lesson.path)))
    lesson.path.with_name("handed_out.ipynb").write_text(handed_out, encoding="utf-8")
    lesson.replace("handed_out.ipynb")
    trusted = "jupyterapp.shell.currentWidget.content.widgets.some((cell) => cell.model.trusted)"
    assert not lesson.page.evaluate(trusted)
    picture = lesson.page.locator(".jp-OutputArea-output img").first
    assert picture.evaluate("image => image.decode().then(() => image.naturalWidth)") > 300
    assert len(picture.get_attribute("alt")) > 20
    expect(lesson.page.locator(".jp-Cell").first.get_by_text("run this cell, and it moves")).to_be_visible()
    first = lesson.page.locator(".jp-Cell").nth(1)
    expect(first.locator("strong")).to_have_text(re.compile("You make the learning rate larger and larger"))
    expect(first.locator("li")).to_have_count(3)
    expect(first.get_by_text("Run this cell to answer here.")).to_be_visible()
    fold = first.locator("details")
    expect(fold).not_to_have_attribute("open", "")
    first.locator("summary").click()
    expect(fold).to_have_attribute("open", "")
    expect(fold).to_contain_text("It gets smaller, then larger.")
    lesson.run(1)
    expect(lesson.question(PREDICTION).button("Commit")).to_be_visible()
    assert lesson.page.errors == []


# Some of each kind; test_pages.py tries all of them, and what carries itself differs by nothing else.
TRIED = EXPLORERS[2::8]


def test_on_the_second_day_explorers_that_compute_in_the_page_are_alive(lab, open_notebook):
    cells = []
    for name in TRIED:
        module, function = name.split(".")
        cells.append(f"from optcourse.explorers import {module} as explore\nexplore.{function}()")
    lab.write("all.ipynb", *cells)
    notebook = open_notebook("all.ipynb", lab=lab)
    notebook.run_all()
    notebook.wait_until_idle()
    notebook.save_and_load_again()
    for index in range(len(TRIED)):
        notebook.page.locator(".jp-Cell").nth(index).scroll_into_view_if_needed()
        explorer = notebook.explorer(index)
        explorer.settle()
        explorer.move_to_an_end(explorer.root.locator("input[type=range], select, .oc-handle").first)
        expect(explorer.status).not_to_have_text(re.compile("No kernel|Python is|failed"))
    assert notebook.page.get_by_text(NO_WIDGET).count() == 0
    assert notebook.page.errors == []
