"""What an explorer computes in the page is what Python computes: pixels, sentences and goals."""

import json
import subprocess

import numpy as np
import pytest
from javascript import node

from optcourse.explorers import computed, start_here
from optcourse.explorers.marks import BREAK, SUBPIXELS

MADE = {"descent": start_here.descent}
SETTINGS = 50
NEAR = 300.0  # pixels beyond the picture: farther out both cut lines, at places of their own
RUNNER = """
import { readFileSync } from "node:fs";
const text = (source) => `data:text/javascript;base64,${Buffer.from(source).toString("base64")}`;
const { PageComputer } = await import(text(readFileSync("explorer.js", "utf-8")));
const { program, settings } = JSON.parse(readFileSync("job.json"));
const computer = new PageComputer(program, await import(text(program.module)));
const frames = settings.map((positions) => computer.frame(positions));
process.stdout.write(JSON.stringify(frames.map(({ marks, status, reached, texts }) => ({
  status, reached, texts, lines: marks.map((mark) => mark.lines) }))));
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


@pytest.fixture(scope="module", params=MADE)
def both(request, tmp_path_factory):
    """(frames of the page, frames of Python) at many settings."""
    explorer, folder = MADE[request.param](), tmp_path_factory.mktemp("page")
    generator = np.random.default_rng(0)
    settings = [random_positions(explorer, generator) for _ in range(SETTINGS)]
    (folder / "explorer.js").write_text(str(explorer._esm))
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
    assert len({page["status"].split()[0] for page in both[0]}) >= 3  # not one sentence for all


def test_page_and_python_name_the_same_place_of_a_point(both):
    for page, frame in zip(*both, strict=True):
        assert page["texts"] == {name: frame["texts"][name] for name in page["texts"]}


def test_page_and_python_draw_the_same_pixels_to_half_a_pixel(both):
    for page, frame in zip(*both, strict=True):
        pairs = np.frombuffer(frame["points"], "<i2").reshape(-1, 2)
        assert len(page["lines"]) == len(frame["marks"])
        for lines, mark in zip(page["lines"], frame["marks"]):
            rows = pairs[slice(*mark["span"])]
            python = [row / SUBPIXELS for row in rows if row[0] != BREAK]
            near = lambda points: [p for p in points if np.all(np.abs(np.subtract(p, 400)) < 400 + NEAR)]
            ours, theirs = near([p for line in lines for p in line]), near(python)
            for place in theirs[:: max(len(theirs) // 20, 1)]:
                distance = min(np.hypot(*np.subtract(ours, place).T)) if ours else np.inf
                assert distance <= 0.5 or _on_a_line(place, lines), (place, distance)


def _on_a_line(place, lines) -> bool:
    """Whether a place lies on a segment: matplotlib leaves out and adds points on the way."""
    for line in lines:
        a, b = np.array(line[:-1]), np.array(line[1:])
        if len(a) == 0:
            continue
        way, length = b - a, np.sum((b - a) ** 2, axis=1)
        share = np.clip(np.sum((place - a) * way, axis=1) / np.maximum(length, 1e-12), 0, 1)
        if np.min(np.hypot(*(a + share[:, None] * way - place).T)) <= 0.5:
            return True
    return False


def test_what_travels_with_the_package_is_what_its_python_compiles_to():
    stored = {path.name: path.read_text() for path in computed.COMPILED.glob("*.mjs")}
    assert stored == computed.compiled_explorers()
    assert all(len(text) < 80_000 for text in stored.values())


def test_without_a_compiled_module_the_explorer_asks_its_kernel():
    assert start_here.descent(steps=7).program == {}
