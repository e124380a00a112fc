"""Runs on a page: drawn step by step when they come into view; a pale ghost of the last one while the hand moves."""

import json
import re

import numpy as np
import pytest
from playwright.sync_api import expect

STATE = re.compile(r"(:not\(\[data-alive\]\)'\), )(.*?)(\);\n</script>)", re.DOTALL)
BELOW_THE_FOLD = "<body class='oc-page'><div style='height: 3000px'></div>"
GHOST = (202, 207, 212)  # on white
RED = (0xD6, 0x27, 0x28)  # matplotlib's C3, of demo's line


def with_a_run(page: str) -> str:
    """The page of demo.everything, its red line a run, and all of it below the fold."""

    def edit(match):
        state = json.loads(match[2])
        for frame in [state["frame"], *state["baked"]["frames"]]:
            for mark in frame["marks"]:
                mark["run"] = mark["kind"] == "path" and mark["stroke"] == "rgba(214,39,40,1)"
        return match[1] + json.dumps(state).replace("<", "\\u003c") + match[3]

    return STATE.sub(edit, page).replace('<body class="oc-page">', BELOW_THE_FOLD)


@pytest.fixture(scope="module")
def address(demo, tmp_path_factory):
    path = demo.everything(bake=True).to_html(tmp_path_factory.mktemp("runs") / "demo.html")
    path.write_text(with_a_run(path.read_text(encoding="utf-8")), encoding="utf-8")
    return path.as_uri()


@pytest.fixture
def arrive(open_page, explorer_on, address):
    """The explorer of a new page, on which nothing is scrolled."""

    def arrive(**options):
        page = open_page(**options)
        page.goto(address)
        explorer = explorer_on(page)
        expect(explorer.stage).to_have_attribute("data-painted", re.compile(r"\d+"))
        explorer.rest(100)
        return explorer

    return arrive


# At once: on a busy machine, a hand that is driven from here would rest between two moves.
PASS = """(input, positions) => {
    for (const position of positions) {
        input.value = position;
        input.dispatchEvent(new Event('input'));
    }
}"""


def ink(explorer, color) -> np.ndarray:
    """The pixels of this color, on the canvas alone."""
    return np.abs(explorer.marks() - np.array(color) / 255).max(axis=-1) < 0.02


def count(explorer, color) -> int:
    return int(ink(explorer, color).sum())


def is_ghost_of(explorer, line) -> bool:
    """Whether the ghost is where this line was, as far as other marks do not hide either."""
    seen = ink(explorer, GHOST)
    return (seen & line).sum() > max(0.7 * seen.sum(), 0.3 * line.sum())


def test_a_run_is_drawn_when_it_comes_into_view_then_stands_and_the_hand_is_invited(arrive):
    explorer = arrive()
    assert explorer.stage.get_attribute("data-arrived") is None and count(explorer, RED) == 0
    explorer.stage.scroll_into_view_if_needed()
    explorer.rest(800)
    early = count(explorer, RED)
    expect(explorer.stage).to_have_attribute("data-arrived", "yes")
    explorer.settle()
    assert 0 < early < 0.8 * count(explorer, RED)
    assert "oc-inviting" in explorer.stage.get_attribute("class")


def test_who_wants_less_motion_finds_the_run_standing(arrive):
    explorer = arrive(reduced_motion="reduce")
    assert explorer.stage.get_attribute("data-arrived") == "yes" and count(explorer, RED) > 100
    explorer.stage.scroll_into_view_if_needed()
    explorer.rest(100)
    assert "oc-inviting" not in explorer.stage.get_attribute("class")


def test_a_hand_that_is_quicker_finds_the_run_standing_and_no_invitation(arrive):
    explorer = arrive()
    explorer.slider("rate").evaluate(PASS, [3])
    explorer.rest(100)
    assert explorer.stage.get_attribute("data-arrived") == "yes"
    explorer.settle()
    assert count(explorer, RED) > 100 and "oc-inviting" not in explorer.stage.get_attribute("class")


def test_the_ghost_is_the_run_where_the_hand_last_rested_not_one_that_it_passed(arrive):
    explorer = arrive()
    explorer.settle()
    assert count(explorer, GHOST) < 20
    first = ink(explorer, RED)
    explorer.slider("rate").evaluate(PASS, [8, 6, 3])
    explorer.rest(600)
    assert is_ghost_of(explorer, first), "it stays where the hand rests"
    second = ink(explorer, RED)
    explorer.slider("rate").evaluate(PASS, [6, 12, 18])
    explorer.rest(50)
    assert is_ghost_of(explorer, second) and not is_ghost_of(explorer, first)
