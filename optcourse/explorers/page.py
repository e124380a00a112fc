"""A self-contained page: the picture, then the same explorer.js, computing or with a table."""

import base64
import html
import json
import pathlib

PARTS = ("size", "alt", "goals", "background", "controls", "frame", "baked", "program")
PAGE = """<!DOCTYPE html>
<html lang="en" class="oc-page">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>body {{ font-family: system-ui, sans-serif; margin: 1rem; }}
{css}</style>
</head>
<body>
<div id="explorer"><img src="data:image/png;base64,{picture}" alt="{alt}" width="{width}"></div>
<script id="state" type="application/json">{state}</script>
<script type="module">
{script}
const state = JSON.parse(document.getElementById("state").textContent);
playKernelFree(document.getElementById("explorer"), state);
</script>
</body>
</html>
"""


def write_page(explorer, path: pathlib.Path) -> pathlib.Path:
    """Write the explorer as one HTML file, whole or not at all; returns the path."""
    state = {name: getattr(explorer, name) for name in PARTS}
    if not explorer.program:
        state |= _reduced_state(explorer)
    state = json.dumps(state, default=_base64)
    page = PAGE.format(
        title=html.escape(explorer.alt.split(".")[0]),
        css=str(explorer._css),
        picture=_base64(explorer.png()),
        alt=html.escape(explorer.alt),
        width=explorer.size[0],
        state=state.replace("<", "\\u003c"),
        script=str(explorer._esm).replace("</", "<\\/"),
    )
    _write_atomically(path, page)
    return path


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
