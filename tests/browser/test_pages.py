"""What computes in the page, and every question, as pages opened from disk: by nbconvert, and by to_html."""

import re

import made
import pytest
from nbconvert import HTMLExporter
from nbformat.v4 import new_code_cell, new_notebook, new_output
from playwright.sync_api import expect

from optcourse.explorers import questions
from optcourse.explorers.computed import EXPLORERS

QUESTIONS = [f"{topic}.{key}" for topic, asked in questions.entries().items() for key in asked]
WEIGHT = 121_000  # bytes of a page without its pictures
HEAVIER = {"image_kernels.image_kernels": 126_000}  # its digits travel as numbers
PICTURES = re.compile(r'data:image/png;base64,[^"]*|"backgrounds":\[[^]]*\]')
STILL = {"reduced_motion": "reduce"}  # no run is drawn step by step: test_runs.py sees to that
NOWHERE = re.compile("^https?:")  # what nbconvert fetches from elsewhere, for formulas and widgets


@pytest.fixture(scope="module")
def explorers():
    """All explorers that compute in the page, by name."""
    return {name: made.explorer(name) for name in EXPLORERS}


def cell(shown):
    data, metadata = shown._repr_mimebundle_()
    return new_code_cell(outputs=[new_output("display_data", data=data, metadata=metadata)])


@pytest.fixture(scope="module")
def page(open_page, explorers, tmp_path_factory):
    """All of them as nbconvert writes a notebook that was run."""
    shown = [*explorers.values(), *map(questions.ask, QUESTIONS)]
    words, _ = HTMLExporter().from_notebook_node(new_notebook(cells=list(map(cell, shown))))
    path = tmp_path_factory.mktemp("nbconvert") / "run.html"
    path.write_text(words, encoding="utf-8")
    page = open_page(**STILL)
    page.route(NOWHERE, lambda route: route.fulfill(body="", content_type="text/javascript"))
    page.goto(path.as_uri())
    return page


LOOK = """goal => [
    getComputedStyle(goal).listStyleType,
    getComputedStyle(goal.closest('.oc-explorer').querySelector('.oc-status')).marginBottom,
].join(' ')"""


def is_alive(explorer):
    """Its first control moves what is painted, and no kernel is missed."""
    explorer.root.scroll_into_view_if_needed()
    explorer.settle()
    explorer.move_to_an_end(explorer.root.locator("input[type=range], select, .oc-handle").first)
    expect(explorer.status).not_to_have_text(re.compile("No kernel|This page has no|failed"))
    assert explorer.status.inner_text().endswith(".")
    assert explorer.goals.first.evaluate(LOOK) == "none 6px"  # the house's style, not that of any list or paragraph


def test_in_a_page_of_nbconvert_every_explorer_is_alive(page, explorers, explorer_on):
    roots = page.locator(".oc-explorer")
    expect(roots).to_have_count(len(explorers))
    for index in range(len(explorers)):
        is_alive(explorer_on(page, index))
    assert page.errors == []


@pytest.mark.parametrize("name", EXPLORERS)
def test_in_its_own_page_every_explorer_is_alive_and_light(name, open_page, explorer_on, tmp_path):
    path = made.explorer(name).to_html(tmp_path / "explorer.html")
    page = open_page(**STILL)
    page.goto(path.as_uri())
    is_alive(explorer_on(page))
    assert page.errors == []
    page.context.close()
    assert len(PICTURES.sub("", path.read_text(encoding="utf-8"))) < HEAVIER.get(name, WEIGHT)


ANSWER = """root => {
    const [field, button] = [root.querySelector('input'), root.querySelector('button')];
    if (field.type === 'radio') field.checked = true;
    else field.value = '1/3';
    button.click();
    return root.querySelector('.oc-reply').textContent;
}"""


def test_in_a_page_of_nbconvert_every_question_answers_and_knows_it_at_the_next_opening(page):
    roots = page.locator(".oc-question")
    expect(page.locator(".oc-reply")).to_have_count(len(QUESTIONS))
    replies = [root.evaluate(ANSWER) for root in roots.all()]
    assert all(re.match("Right|Not yet|You said", reply) for reply in replies), replies
    page.reload()
    expect(page.locator(".oc-reply")).to_have_count(len(QUESTIONS))
    assert page.locator(".oc-reply").all_text_contents() == replies
    assert page.errors == []
