"""What a committed lesson must satisfy: it was run, it is canonical, and its pictures have words.

    complaints(path) -> [str]     every rule on the file at `path`, those of its form included

Each rule takes a notebook and returns complaints, one sentence each. Cells are counted from 1.
"""

import ast
import base64
import builtins
import re
import struct
from pathlib import Path

from nbformat import NotebookNode

from optcourse.lessons import form, reading
from optcourse.lessons.canonical import (
    WIDGET_VIEW,
    NotebookError,
    canonical,
    outputs,
    shows,
    text,
    unrepeatable_outputs,
    widget_state,
)
from optcourse.lessons.writer import load, parse

MAX_BYTES = 1_000_000  # bytes
MAX_DPI, MAX_PNG_WIDTH = 100, 1000  # dots per inch; pixels, where the file does not tell its inches


def complaints(path: Path | str) -> list[str]:
    """All that keeps the notebook at `path` from being committed."""
    path = Path(path)
    try:
        source = load(path)
        notebook = parse(source, path)
    except NotebookError as error:
        return [str(error)]
    rules = RULES + reading.RULES + form.RULES[form.form(path)]
    found = is_canonical(source, notebook) + is_small(source)
    for rule in rules:
        found += rule(notebook)
    return found


def is_canonical(source: str, notebook: NotebookNode) -> list[str]:
    """The file is what the writer would make of it."""
    try:
        same = text(canonical(notebook)) == source
    except NotebookError as error:
        return [str(error)]
    return [] if same else ["the file is not in its canonical form: run `make notebooks`"]


def is_small(source: str) -> list[str]:
    """The file stays under 1 MB, so that GitHub shows it and a diff can be read."""
    size = len(source.encode())
    if size < MAX_BYTES:
        return []
    return [f"the file has {size / 1e6:.2f} MB: stay under {MAX_BYTES / 1e6:g} MB"]


def is_executed(notebook: NotebookNode) -> list[str]:
    """Every code cell has something in it and was run, in order, in one fresh kernel."""
    cells = enumerate(notebook.cells, start=1)
    code = [(number, cell) for number, cell in cells if cell.cell_type == "code"]
    empty = [number for number, cell in code if not cell.source.strip()]
    found = [f"cell {number} is an empty code cell: fill it or take it out" for number in empty]
    counts = [cell.execution_count for _, cell in code]
    if counts != list(range(1, len(counts) + 1)):
        problem = f"the code cells were not run once each, in order: counts {counts}"
        found.append(f"{problem}; run `make notebooks`")
    return found


def has_no_error(notebook: NotebookNode) -> list[str]:
    """No cell ends in an exception."""
    found = []
    for number, output in outputs(notebook):
        if output.output_type == "error":
            found.append(f"cell {number} ends in {output.ename}: {output.evalue}")
    return found


def figures_have_words(notebook: NotebookNode) -> list[str]:
    """Every picture, in an output or in markdown, says in a sentence what it shows."""
    found = []
    for number, output in outputs(notebook):
        bundle = output.get("data", {})
        metadata = output.get("metadata", {})
        for kind in bundle:
            alt = metadata.get(kind, {}).get("alt", "") if kind.startswith("image/") else ""
            if kind.startswith("image/") and not (_is_sentence(alt) or _has_widget_text(bundle)):
                problem = f"cell {number} shows a picture without alt text"
                found.append(f"{problem}: say in a sentence what is to be seen")
    for number, cell in enumerate(notebook.cells, start=1):
        if cell.cell_type == "markdown" and _has_nameless_image(cell.source):
            problem = f"cell {number} has a markdown image without alt text"
            found.append(f"{problem}: ![what is to be seen](file)")
    return found


def figures_are_shown(notebook: NotebookNode) -> list[str]:
    """A cell that calls show(figure, ...) has a picture: Jupyter displays its last line alone."""
    bundles = [(number, output.get("data", {})) for number, output in outputs(notebook)]
    pictured = {number for number, bundle in bundles if "image/png" in bundle}
    found = []
    for number, cell in enumerate(notebook.cells, start=1):
        if re.search(r"^show\(", cell.source, re.MULTILINE) and number not in pictured:
            found.append(f"cell {number} calls show and shows no picture: make it the last line")
    return found


def widgets_live_without_a_kernel(notebook: NotebookNode) -> list[str]:
    """A displayed widget has its state in the file, and a picture or a sentence instead of it."""
    stored = widget_state(notebook)
    found = []
    bundles = [(number, output.get("data", {})) for number, output in outputs(notebook)]
    for number, bundle in bundles:
        if WIDGET_VIEW not in bundle:
            continue
        if bundle[WIDGET_VIEW]["model_id"] not in stored:
            problem = f"cell {number} shows a widget whose state is not in the file"
            found.append(f"{problem}: run `make notebooks`")
        if "image/png" not in bundle and not _has_widget_text(bundle):
            problem = f"cell {number} shows a widget that is nothing without a kernel"
            found.append(f"{problem}: add a picture or a sentence")
    return found


def explorers_run_alone(notebook: NotebookNode) -> list[str]:
    """An explorer's cell takes no name from another: after a restart it is run by itself.

    A question needs no kernel, so its cell may lean on the set-up, the first code cell; an
    explorer's may not.
    """
    code = [cell.source for cell in notebook.cells if cell.cell_type == "code"]
    found = []
    shown = [(number, shows(output)) for number, output in outputs(notebook)]
    for number, what in filter(lambda each: each[1], shown):
        known = set() if what == "explorer" else _names(code[0])[1]
        used, bound = _names(notebook.cells[number - 1].source)
        missing = sorted(used - bound - known - set(dir(builtins)))
        if missing:
            names = ", ".join(f"`{name}`" for name in missing)
            problem = f"the {what} of cell {number} takes {names} from another cell"
            found.append(f"{problem}: import what it calls")
    return found


def pictures_are_small(notebook: NotebookNode) -> list[str]:
    """A PNG has at most 100 dots per inch, or 1000 pixels across if it does not tell its inches."""
    found = []
    for number, output in outputs(notebook):
        if "image/png" not in output.get("data", {}):
            continue
        png = base64.b64decode(output.data["image/png"])
        if not png.startswith(b"\x89PNG\r\n\x1a\n"):
            found.append(f"cell {number} shows a PNG that is none: run `make notebooks`")
            continue
        width, dots_per_inch = _png_size(png)
        if dots_per_inch and dots_per_inch > MAX_DPI + 0.5:  # a PNG counts whole dots per meter
            problem = f"cell {number} shows a PNG of {dots_per_inch:.0f} dots per inch"
            found.append(f"{problem}: {MAX_DPI} at most")
        if not dots_per_inch and width > MAX_PNG_WIDTH:
            found.append(f"cell {number} shows a PNG {width} pixels wide: {MAX_PNG_WIDTH} at most")
    return found


RULES = (
    unrepeatable_outputs,
    is_executed,
    has_no_error,
    figures_have_words,
    figures_are_shown,
    widgets_live_without_a_kernel,
    explorers_run_alone,
    pictures_are_small,
)


def _names(source):
    """(used, bound): the names that a cell reads, and those that it imports, assigns or defines."""
    used = set()
    bound = set()
    for node in ast.walk(reading.syntax_tree(source)):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            used.add(node.id)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            bound.add(node.id)
        elif isinstance(node, ast.FunctionDef | ast.ClassDef):
            bound.add(node.name)
        elif isinstance(node, ast.arg):
            bound.add(node.arg)
        elif isinstance(node, ast.Import | ast.ImportFrom):
            bound |= {alias.asname or alias.name.split(".")[0] for alias in node.names}
    return used, bound


def _is_sentence(text):
    """At least 20 characters and 4 words, and not how Python prints an object."""
    long = len(text) >= 20 and len(text.split()) >= 4
    return long and not re.match(r"<|[\w.]+\((\w+=|\))", text)


def _has_widget_text(bundle):
    return WIDGET_VIEW in bundle and _is_sentence(bundle.get("text/plain", ""))


def _has_nameless_image(source):
    in_markdown = any(not alt.strip() for alt in re.findall(r"!\[([^\]]*)\]\(", source))
    tags = re.findall(r"<img\b[^>]*>", source)
    return in_markdown or any(not re.search(r"\balt=[\"']\s*[^\"'\s]", tag) for tag in tags)


def _png_size(png):
    """Width in pixels and dots per inch (None if the file does not say) of a PNG."""
    width = struct.unpack(">I", png[16:20])[0]
    found = re.search(rb"pHYs(....)(....)\x01", png[: png.find(b"IDAT")], re.S)
    dots_per_inch = struct.unpack(">I", found[1])[0] * 0.0254 if found else None
    return width, dots_per_inch
