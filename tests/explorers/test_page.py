"""The kernel-free page: one file, the picture first, nothing fetched, and the table of the notebook's own frames."""

import base64
import json
import pathlib
import re
from html.parser import HTMLParser

import numpy as np
import pytest
from matplotlib.figure import Figure

from optcourse.explorers.controls import choice, slider
from optcourse.explorers.explorer import Explorer
from optcourse.explorers.picture import Picture

ALT = 'A line, "steep" or flat. Its slope is the slider\'s <value>.'


def make(words="slope {:g}") -> Explorer:
    figure = Figure(figsize=(2, 1))
    (line,) = figure.add_subplot(xlim=(0, 1), ylim=(-1, 1)).plot([], [])

    def update(slope, kind):
        line.set_data([0, 1], [0, slope])
        return {"status": words.format(slope)}

    controls = [slider("slope", np.linspace(-1, 1, 101), 0.5), choice("kind", ["plain", "other"], "other")]
    return Explorer(Picture(figure, [line]), update, controls, ALT)


class Elements(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.found, self.text, self.inside = [], {}, None
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.found.append((tag, dict(attributes)))
        self.inside = tag

    def handle_data(self, data):
        self.text[self.inside] = self.text.get(self.inside, "") + data


def state(page: str) -> dict:
    return json.loads(re.search(r":not\(\[data-alive\]\)'\), (.*?)\);\n</script>", page, re.DOTALL)[1])


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    return make().bake(slope=5).to_html(tmp_path_factory.mktemp("site") / "slope.html")


@pytest.fixture(scope="module")
def page(path):
    return path.read_text(encoding="utf-8")


def test_a_page_fetches_nothing(page):
    assert not re.findall(r"https?:|//cdn|\bfetch\(|@import|url\(", page)
    own = "const url = URL.createObjectURL(new Blob([program.module]"  # what was compiled, of the page itself
    assert re.findall(r"\bimport\s*\([^)]*\)", page) == ["import(url)"] and own in page
    for _, attributes in Elements(page).found:
        assert attributes.get("src", "data:").startswith("data:") and "href" not in attributes


def test_the_picture_comes_first_described_and_as_wide_as_the_figure(page):
    elements = Elements(page)
    tag, attributes = next((t, a) for t, a in elements.found if t in ("img", "script", "canvas"))
    assert tag == "img" and attributes["alt"] == ALT and attributes["width"] == "200"
    picture = base64.b64decode(attributes["src"].removeprefix("data:image/png;base64,"))
    assert picture == make().png()


def test_a_page_has_a_title_and_a_language(page):
    assert Elements(page).text["title"].strip() == 'A line, "steep" or flat'
    assert ("html", {"lang": "en"}) in Elements(page).found


def test_the_table_on_the_page_holds_the_baked_frames_and_only_their_positions(page):
    explorer, shown = make().bake(slope=5), state(page)
    assert shown["baked"]["axes"] == {"slope": [0, 1, 2, 3, 4], "kind": [0, 1]}
    assert shown["controls"][0]["texts"] == ["−1", "−0.5", "0", "0.5", "1"] and shown["controls"][0]["start"] == 3
    for frame, baked in zip(shown["baked"]["frames"], explorer.baked["frames"], strict=True):
        assert base64.b64decode(frame["points"]) == baked["points"] and frame["status"] == baked["status"]
        assert shown["controls"][0]["texts"][frame["positions"]["slope"]] == frame["texts"]["slope"]


def test_the_page_starts_where_the_explorer_does_even_if_it_was_moved_meanwhile(path):
    explorer = make().bake(slope=5)
    explorer._handle_custom_msg({"move": "view:1", "positions": {"slope": 7, "kind": 0}}, [])
    shown = state(explorer.to_html(path.with_name("moved.html")).read_text(encoding="utf-8"))
    assert shown["frame"]["status"] == "slope 0.5" and shown["frame"]["positions"] == {"slope": 3, "kind": 1}


def test_an_explorer_that_was_not_baked_is_baked_for_the_page(path):
    explorer = make()
    explorer.to_html(path.with_name("unbaked.html"))
    assert len(explorer.baked["frames"]) == 2 * 41


def test_words_that_look_like_html_stay_words(path):
    words = "</script><!--<script>alert(1)</script> {:g} & more"
    page = make(words).bake(slope=2).to_html(path.with_name("words.html")).read_text(encoding="utf-8")
    assert state(page)["frame"]["status"] == words.format(0.5)
    assert page.count("<script") == 1 == page.count("</script")


def test_a_missing_folder_is_named_and_nothing_is_left_behind(tmp_path):
    with pytest.raises(FileNotFoundError, match=r"no folder .*nowhere to write a\.html into: make it first"):
        make().bake(slope=2).to_html(tmp_path / "nowhere" / "a.html")
    make().bake(slope=2).to_html(str(tmp_path / "a.html"))
    assert [path.name for path in tmp_path.iterdir()] == ["a.html"]


def test_a_disk_that_is_full_leaves_no_half_page(tmp_path, monkeypatch):
    def no_space(path, text, **options):
        open(path, "w").close()
        raise OSError("no space")

    explorer = make().bake()
    monkeypatch.setattr(pathlib.Path, "write_text", no_space)
    with pytest.raises(OSError, match="no space"):
        explorer.to_html(tmp_path / "page.html")
    assert list(tmp_path.iterdir()) == []
