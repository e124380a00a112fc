"""What an explorer computes in the page is what Python computes: pixels, sentences and goals."""

import base64
import json
import subprocess

import made
import numpy as np
import pytest
from javascript import node

from optcourse.explorers import computed, front, start_here
from optcourse.explorers.marks import BREAK, SUBPIXELS

SAME_COLORS = 0.99  # of an image's pixels: at the edge of a color the last digit decides
SETTINGS = 50
SENSITIVE = 0.1  # of the settings: where a run bounces or leaves a saddle, the last digits decide (measured: 0.06)
ALSO_SENSITIVE = {
    "walkers.wells": 0.35,  # at two rates of five some walkers bounce (measured: 0.24)
    "tunable_tradeoffs.race": 0.5,  # the constraint first chatters: its farthest in 100 steps (measured: 0.38)
}
NEAR = 300.0  # pixels beyond the picture: farther out, and beyond a panel, both cut lines at places of their own
RUNNER = """
import { readFileSync } from "node:fs";
const text = (source) => `data:text/javascript;base64,${Buffer.from(source).toString("base64")}`;
const { PageComputer } = await import(text(readFileSync("front.mjs", "utf-8")));
const { program, settings } = JSON.parse(readFileSync("job.json"));
const computer = new PageComputer(program, await import(text(program.module)));
const frames = settings.map((positions) => computer.frame(positions));
process.stdout.write(JSON.stringify(frames.map(({ marks, images, status, reached, texts, goals }) => ({
  status, reached, texts, goals, images: images.map((pixels) => Buffer.from(pixels).toString("base64")),
  marks: marks.map(({ lines, at, words, image }) => ({ lines, at, words, image })) }))));
"""


def random_positions(explorer, generator):
    """A place for each control: points anywhere in their box, sliders and choices anywhere."""
    positions = {}
    for control in explorer.controls:
        if control["kind"] == "point":
            left, top, right, bottom = control["box"]
            place = generator.uniform((left, top), (right, bottom))
            positions[control["name"]] = place.round(2).tolist()
        else:
            positions[control["name"]] = int(generator.integers(len(control["texts"])))
    return positions


@pytest.fixture(scope="module", params=computed.EXPLORERS)
def both(request, tmp_path_factory):
    """(frames of the page, frames of Python) at many settings."""
    explorer, folder = made.explorer(request.param), tmp_path_factory.mktemp("page")
    generator = np.random.default_rng(0)
    settings = [random_positions(explorer, generator) for _ in range(SETTINGS)]
    (folder / "front.mjs").write_text(front.SCRIPT)
    (folder / "job.json").write_text(json.dumps({"program": explorer.program, "settings": settings}))
    (folder / "run.mjs").write_text(RUNNER)
    command = [node.compute_driver_executable()[0], "run.mjs"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=60)
    assert not done.returncode, done.stderr
    frames = [explorer._frame(explorer._values(positions)) for positions in settings]
    return json.loads(done.stdout), frames


def test_page_and_python_say_the_same_and_reach_the_same_goals(both):
    for page, frame in zip(*both, strict=True):
        assert (page["status"], page["reached"]) == (frame["status"], frame["reached"])
        assert page["goals"] == frame["goals"]
    assert len({page["status"].split()[0] for page in both[0]}) >= 2  # not one sentence for all


def test_page_and_python_name_the_same_place_of_a_point(both):
    for page, frame in zip(*both, strict=True):
        assert page["texts"] == {name: frame["texts"][name] for name in page["texts"]}


def test_page_and_python_draw_the_same_pixels_to_half_a_pixel(both, request):
    page, frames = both
    allowed = ALSO_SENSITIVE.get(request.node.callspec.params["both"], SENSITIVE)
    far = [not _same_pixels(*pair) for pair in zip(page, frames, strict=True)]
    assert np.mean(far) <= allowed, [frame["positions"] for frame, is_far in zip(frames, far) if is_far]


def _same_pixels(page, frame) -> bool:
    pairs = np.frombuffer(frame["points"], "<i2").reshape(-1, 2)
    assert len(page["marks"]) == len(frame["marks"])
    for ours, mark in zip(page["marks"], frame["marks"]):
        if mark["kind"] == "text":
            assert ours["words"] == mark["words"]
            places, lines = [np.array(mark["at"])], [[ours["at"]]]
        elif mark["kind"] == "image":
            if _same_colors(page["images"][ours["image"]], frame["images"][mark["image"]]) < SAME_COLORS:
                return False
            continue
        else:
            places, lines = _some_places(pairs[slice(*mark["span"])], mark), ours["lines"]
        if not all(any(_distance(p, np.array(line)) <= 0.5 for line in lines) for p in places):
            return False
    return True


def _same_colors(page: str, pixels: bytes) -> float:
    """The fraction of an image's pixels that have the same color."""
    ours, theirs = (np.frombuffer(each, np.uint32) for each in (base64.b64decode(page), pixels))
    return float(np.mean(ours == theirs))


def _some_places(pairs, mark):
    """At most 20 of a mark's places in Python, those that are about its panel, or the picture."""
    polylines = np.split(pairs, np.flatnonzero(pairs[:, 0] == BREAK))
    polylines = [line[line[:, 0] != BREAK] / SUBPIXELS for line in polylines]
    polylines = [line for line in polylines if len(line) > (mark["kind"] == "path")]  # a path of one place is not seen
    places = np.concatenate(polylines) if polylines else np.zeros((0, 2))
    left, top, right, bottom = mark["clip"] or (-NEAR, -NEAR, 800 + NEAR, 800 + NEAR)
    places = places[np.all((places >= (left, top)) & (places <= (right, bottom)), axis=1)]
    return places[:: max(len(places) // 20, 1)]


def _distance(place, line) -> float:
    """From a polyline: matplotlib leaves out and adds places on the way."""
    a, b = line[:-1], line[1:]
    if not len(a):
        return float(np.hypot(*(line[0] - place)))
    way, square = b - a, np.sum((b - a) ** 2, axis=1)
    share = np.clip(np.sum((place - a) * way, axis=1) / np.maximum(square, 1e-12), 0, 1)
    return float(np.min(np.hypot(*(a + share[:, None] * way - place).T)))


def test_what_travels_with_the_package_is_what_its_python_compiles_to():
    stored = {path.name: path.read_text() for path in computed.COMPILED.glob("*.mjs")}
    assert stored == computed.compiled_explorers(map(made.explorer, computed.EXPLORERS))
    assert all(len(text) < 80_000 for text in stored.values())


def test_without_a_compiled_module_the_explorer_asks_its_kernel():
    assert start_here.descent(steps=7).program == {}


def test_a_module_made_of_another_function_is_not_used(monkeypatch):
    """Who edits a `compute` and runs the cell sees her own, from the kernel."""
    explorer = start_here.descent()
    compute = explorer.computation.compute
    edited = lambda start, learning_rate: compute(start, learning_rate / 2)
    explorer.computation = explorer.computation._replace(compute=edited)
    assert explorer.program == {}


def test_runs_are_marked_for_the_first_frame_and_for_those_of_the_page():
    explorer = start_here.descent()
    assert [mark["kind"] for mark in explorer.frame["marks"] if mark.get("run")] == ["path", "path", "stamps"]
    painted = explorer.program["scenes"][0]["painted"]
    assert {each["artist"] for each in painted if each.get("run")} == {"gradient_descent path", "gradient_descent loss"}
