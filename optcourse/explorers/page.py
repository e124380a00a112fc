"""A self-contained page: the picture first, then the same explorer.js, fed from a table instead of a kernel."""

import base64
import html
import json
import pathlib

PAGE = """<!DOCTYPE html>
<html lang="en">
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
playKernelFree(document.getElementById("explorer"), JSON.parse(document.getElementById("state").textContent));
</script>
</body>
</html>
"""


def write_page(explorer, path: pathlib.Path) -> pathlib.Path:
    """Write the explorer's baked table as one HTML file, whole or not at all; returns the path."""
    state = {name: getattr(explorer, name) for name in ("size", "alt", "goals", "background")}
    state = json.dumps({**state, **_reduced_state(explorer)}, default=_base64)
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
    """Controls, start and table with every slider reduced to its baked positions: the page has no others."""
    axes = explorer.baked["axes"]
    reduced = {
        control["name"]: axes[control["name"]]
        for control in explorer.controls
        if control["kind"] == "slider"
    }

    def place(positions):
        return {
            name: reduced[name].index(p) if name in reduced else p for name, p in positions.items()
        }

    def control(words):
        if words["name"] not in reduced:
            return words
        texts = [words["texts"][position] for position in reduced[words["name"]]]
        return {**words, "texts": texts, "start": reduced[words["name"]].index(words["start"])}

    frames = [
        {**frame, "positions": place(frame["positions"])} for frame in explorer.baked["frames"]
    ]
    axes = {
        name: list(range(len(axis))) if name in reduced else axis for name, axis in axes.items()
    }
    start = {words["name"]: words["start"] for words in explorer.controls}
    frame = next(frame for frame in frames if frame["positions"] == place(start))
    return {
        "controls": [control(c) for c in explorer.controls],
        "frame": frame,
        "baked": {**explorer.baked, "axes": axes, "frames": frames},
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
