"""The page of to_html, opened from disk: it plays with mouse and keyboard, and shows its picture without JavaScript."""

import numpy as np
import pytest
from playwright.sync_api import expect

from optcourse.explorers.two_by_two import two_by_two


@pytest.fixture(scope="module")
def address(demo, tmp_path_factory):
    return demo.everything(bake=True).to_html(tmp_path_factory.mktemp("site") / "demo.html").as_uri()


@pytest.fixture(scope="module")
def page(open_page, address):
    page = open_page()
    page.requests = []
    page.on("request", lambda request: page.requests.append(request.url))
    page.goto(address)
    return page


@pytest.fixture
def explorer(page, explorer_on):
    explorer = explorer_on(page)
    explorer.settle()
    explorer.button("Reset").click()
    expect(explorer.status).to_contain_text("rate 0.5 ")
    yield explorer
    assert page.errors == []


def test_a_page_asks_for_nothing_but_itself(explorer, page, address):
    assert [url for url in page.requests if not url.startswith(("data:", "blob:"))] == [address]


def test_it_plays_by_mouse(explorer):
    before = explorer.marks()
    x, y = explorer.middle(explorer.slider("rate"))
    explorer.drag((x, y), (x + 300, y))
    expect(explorer.status).to_contain_text("rate 1 ")
    expect(explorer.goals.first).to_have_text("Goal reached: a rate of 0.9")
    explorer.settle()
    assert abs(explorer.marks() - before).max() > 0.5


def test_it_plays_by_keyboard_one_baked_value_after_another(explorer):
    explorer.slider("rate").focus()
    for key, words in [("ArrowRight", "0.55"), ("ArrowRight", "0.6"), ("Home", "0"), ("End", "1")]:
        explorer.page.keyboard.press(key)
        expect(explorer.slider("rate")).to_have_attribute("aria-valuetext", words)
        expect(explorer.status).to_contain_text(f"rate {words} ")


def test_the_play_button_plays(explorer):
    explorer.slider("rate").press("Home")
    explorer.button("Play rate").click()
    expect(explorer.status).to_contain_text("rate 1 ")


def test_a_choice_is_in_the_table(explorer):
    explorer.settle()
    before = explorer.marks()
    explorer.choose("shown", "band")
    explorer.settle()
    assert abs(explorer.marks() - before).max() > 0.5


@pytest.mark.parametrize("control", ["start", "goal at"])
def test_a_point_that_was_not_tabulated_says_so_and_stays(explorer, control):
    handle = explorer.slider(control)
    before = handle.get_attribute("style")
    handle.press("Shift+ArrowLeft")
    expect(explorer.status).to_have_text("This page has no kernel: that control moves only in the notebook.")
    assert handle.get_attribute("style") == before


def test_without_javascript_there_is_the_picture_and_its_description(open_page, address, demo):
    page = open_page(java_script_enabled=False)
    page.goto(address)
    picture = page.locator("img")
    assert picture.count() == 1 and picture.get_attribute("alt") == demo.everything().alt
    assert picture.bounding_box()["width"] == 700


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_page_and_picture_follow_the_theme_of_the_system(open_page, address, explorer_on, scheme):
    page = open_page(color_scheme=scheme)
    page.goto(address)
    explorer = explorer_on(page)
    explorer.settle()
    words = explorer.status.evaluate("status => getComputedStyle(status).color")
    assert (explorer.brightness() < 0.3, words == "rgb(255, 255, 255)") == 2 * (scheme == "dark",)


def test_on_a_phone_nothing_overflows(open_page, address, explorer_on):
    page = open_page(viewport={"width": 360, "height": 700}, device_scale_factor=3)
    page.goto(address)
    explorer = explorer_on(page)
    explorer.settle()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert explorer.stage.locator("canvas").evaluate("canvas => canvas.width") > 2.9 * 300


@pytest.fixture(scope="module")
def phone(open_page, explorer_on, tmp_path_factory):
    """An explorer of two panels that computes in the page, on a screen of 390 pixels."""
    path = two_by_two().to_html(tmp_path_factory.mktemp("phone") / "two_by_two.html")
    page = open_page(viewport={"width": 390, "height": 800}, device_scale_factor=2)
    page.goto(path.as_uri())
    explorer = explorer_on(page)
    explorer.settle()
    return explorer


def test_on_a_phone_the_panels_stand_one_below_the_other(phone):
    assert phone.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    box = phone.stage.bounding_box()
    assert box["width"] > 340 and box["height"] > 1.4 * box["width"]
    upper, lower = np.split(phone.marks(), [len(phone.marks()) // 2])
    assert (upper < 0.9).any() and (lower < 0.9).any()


def test_on_a_phone_the_hand_drags_in_the_upper_panel_and_the_lower_one_follows(phone):
    before, status = phone.marks(), phone.status.inner_text()
    x, y = phone.middle(phone.handles.first)
    phone.drag((x, y), (x - 60, y - 70))
    expect(phone.status).not_to_have_text(status)
    at = phone.middle(phone.handles.first)
    assert abs(at[0] - x + 60) < 2 and abs(at[1] - y + 70) < 2
    phone.settle()
    changed = np.abs(phone.marks() - before).max(axis=(1, 2)) > 0.2
    assert changed[: len(changed) // 3].any() and changed[2 * len(changed) // 3 :].any()
    assert phone.page.errors == []
