"""HTML that carries itself: the picture, then the same `front`, computing or with a table.

fragment(explorer)           an output of a notebook; where no script runs, picture and words
write_page(explorer, path)   a file of its own
"""

import base64
import hashlib
import html
import json
import pathlib

from optcourse.explorers import front

RATIO = 1.5  # pixels of the still picture for one of the page: finer takes room and time
PARTS = ("size", "panels", "alt", "goals", "controls", "program")
# It takes the first home of its own that is still empty: a cell's output may be shown twice.
FRAGMENT = """<div class="oc-home" data-key="{key}">
<img src="data:image/png;base64,{picture}" alt="{alt}" width="{width}">
<p>{words}</p>
</div>
<style>{css}</style>
<script type="module">
{script}
playKernelFree(document.querySelector('.oc-home[data-key="{key}"]:not([data-alive])'), {state});
</script>
"""
PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>:root {{ color-scheme: light dark; }}
body {{ font-family: system-ui, sans-serif; margin: 1rem; }}</style>
</head>
<body class="oc-page">
{fragment}</body>
</html>
"""


def fragment(explorer, words="A picture for now: run this cell, and it moves.") -> str:
    """The explorer as HTML. words: what stands under its picture where no script runs."""
    state = json.dumps(_state(explorer), default=_base64, separators=(",", ":"))
    state = state.replace("<", "\\u003c")
    script = front.SCRIPT.replace("</", "<\\/")
    return FRAGMENT.format(
        key=hashlib.sha256((script + state).encode()).hexdigest()[:12],
        picture=_base64(explorer.png()),
        alt=html.escape(explorer.alt),
        width=explorer.size[0],
        words=html.escape(words),
        css=front.STYLE,
        script=script,
        state=state,
    )


def write_page(explorer, path: pathlib.Path) -> pathlib.Path:
    """Write the explorer as one HTML file, whole or not at all; returns the path."""
    title = html.escape(explorer.alt.split(".")[0])
    words = "A picture: where scripts run, it moves."
    _write_atomically(path, PAGE.format(title=title, fragment=fragment(explorer, words)))
    return path


def _state(explorer) -> dict:
    """What the notebook's widget would have."""
    state = {name: getattr(explorer, name) for name in PARTS}
    if explorer.program:  # which computes the first frame too
        baked = {"axes": {}, "frames": [], "backgrounds": explorer.backgrounds(RATIO)}
        return {**state, "baked": baked}
    return {**state, "background": explorer.background, **_reduced_state(explorer)}


def _reduced_state(explorer) -> dict:
    """Controls, start and table, sliders reduced to their baked positions."""
    axes, frames = explorer.baked["axes"], []
    sliders = {control["name"] for control in explorer.controls if control["kind"] == "slider"}

    def reduce_positions(positions):
        reduced = {name: axes[name].index(positions[name]) for name in sliders}
        return {**positions, **reduced}

    def reduce_control(control):
        if control["name"] not in sliders:
            return control
        axis = axes[control["name"]]
        texts = [control["texts"][position] for position in axis]
        return {**control, "texts": texts, "start": axis.index(control["start"])}

    for frame in explorer.baked["frames"]:
        frames.append({**frame, "positions": reduce_positions(frame["positions"])})
    start = reduce_positions({control["name"]: control["start"] for control in explorer.controls})
    reduced_axes = {name: list(range(len(axes[name]))) for name in sliders}
    return {
        "controls": [reduce_control(control) for control in explorer.controls],
        "frame": next(frame for frame in frames if frame["positions"] == start),
        "baked": {**explorer.baked, "axes": {**axes, **reduced_axes}, "frames": frames},
    }


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _write_atomically(path: pathlib.Path, text: str) -> None:
    if not path.parent.is_dir():
        raise FileNotFoundError(f"no folder {path.parent} to write {path.name} into: make it first")
    part = path.with_name(path.name + ".part")
    try:
        part.write_text(text, encoding="utf-8")
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
