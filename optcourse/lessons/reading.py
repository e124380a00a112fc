"""How a lesson reads: rules on its headings, its sections, and the size of its cells.

Each rule takes a notebook and returns complaints, one sentence each. `RULES` holds those for every
notebook; `form` has those of a core and of a deeper notebook.
A lesson can be projected and typed along, and hides no library in a cell.
"""

import ast
import itertools
import re
import statistics

from nbformat import NotebookNode

MAX_CELL_LINES, MEDIAN_CELL_LINES, MAX_FUNCTION_LINES = 25, 5, 12  # lines
CROWDED_LINES = 0.05  # the fraction that may look like two sentences, as abbreviations do

FENCE = re.compile(r"^ *(```+|~~~+).*?^ *\1[`~]*$", re.M | re.S)
MATH = re.compile(r"\$\$.*?\$\$|\\begin\{(\w+\*?)\}.*?\\end\{\1\}|(?<![\\$])\$[^$\n]+\$", re.S)
TWO_SENTENCES = re.compile(r"[a-z]{3,}[)\"”*]*[.!?][)\"”]* +[(\"“]?[A-Z]")
MYST = re.compile(r"^ *(?:`{3,}|~{3,}) *\{|^ *:{3,}|\{[a-z][\w:+-]*\}`|^\([\w-]+\)=\s*$", re.M)


def headings_do_not_skip(notebook: NotebookNode) -> list[str]:
    """One heading of level 1, the first of all, and no level left out on the way down."""
    found = headings(notebook)
    titles = [title for _, level, title in found if level == 1]
    complaints = []
    if len(titles) != 1:
        count = f"there are {len(titles)} headings of level 1 {titles}"
        complaints.append(f"{count}: have one, the title")
    before = 0
    for number, level, title in found:
        if level > before + 1:
            jump = f"goes from level {before} to level {level}"
            complaints.append(f"cell {number}: heading {title!r} {jump}")
        before = level
    return complaints


def compare_sections(notebook: NotebookNode, order: tuple, optional: tuple = ()) -> list[str]:
    """Complaints about headings of level 2 that are missing, unless optional, or out of order.

    "Play: escape" counts as "Play"; there may be others.
    """
    titles = [title for _, level, title in headings(notebook) if level == 2]
    kinds = [title.split(":")[0] for title in titles]
    missing = [section for section in order if section not in (*kinds, *optional)]
    complaints = [f"there is no section {section!r} (## {section})" for section in missing]
    met = [kind for kind in dict.fromkeys(kinds) if kind in order]
    for earlier, later in itertools.pairwise(met):
        if order.index(earlier) > order.index(later):
            complaints.append(f"section {later!r} comes after {earlier!r}: put it before")
    return complaints


def setup_is_one_line(notebook: NotebookNode) -> list[str]:
    """The first code cell, and any cell of imports alone, is one line."""
    code = code_cells(notebook)
    setups = code[:1] + [(number, cell) for number, cell in code[1:] if _only_imports(cell.source)]
    complaints = []
    for number, cell in setups:
        lines = lines_of_code(cell.source)
        if lines > 1:
            problem = f"cell {number} sets up in {lines} lines"
            complaints.append(f"{problem}: use one, and import where it is needed")
    return complaints


def cells_are_short(notebook: NotebookNode) -> list[str]:
    """No code cell above 25 lines; half of them have 5 or fewer."""
    code = code_cells(notebook)
    complaints = []
    for number, cell in code:
        length = len(cell.source.splitlines())
        if length > MAX_CELL_LINES:
            problem = f"cell {number} has {length} lines of code"
            complaints.append(f"{problem}: {MAX_CELL_LINES} at most")
    middle = statistics.median([lines_of_code(cell.source) for _, cell in code] or [0])
    if middle > MEDIAN_CELL_LINES:
        complaints.append(f"the median code cell has {middle:g} lines: {MEDIAN_CELL_LINES} at most")
    return complaints


def functions_are_short(notebook: NotebookNode) -> list[str]:
    """A function of more than 12 lines belongs in the package."""
    complaints = []
    for number, cell in code_cells(notebook):
        for node in ast.walk(syntax_tree(cell.source)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = node.end_lineno - node.lineno + 1
                if length > MAX_FUNCTION_LINES:
                    problem = f"cell {number}: `{node.name}` has {length} lines"
                    complaints.append(f"{problem}: move it into the package")
    return complaints


def markdown_is_plain(notebook: NotebookNode) -> list[str]:
    """No MyST directives, roles or targets: GitHub and JupyterLab show them raw."""
    complaints = []
    for number, cell in markdown_cells(notebook):
        if match := MYST.search(MATH.sub("", cell.source)):
            problem = f"cell {number} uses MyST ({match[0].strip()!r})"
            complaints.append(f"{problem}: write plain markdown")
    return complaints


def lines_hold_one_sentence(notebook: NotebookNode) -> list[str]:
    """One sentence per line of the source, for diffs; lists and tables are free."""
    lines = []
    for number, cell in markdown_cells(notebook):
        lines += [(number, line) for line in _paragraph_lines(cell.source)]
    crowded = [(number, line) for number, line in lines if TWO_SENTENCES.search(line)]
    if len(crowded) <= CROWDED_LINES * len(lines):
        return []
    number, line = crowded[0]
    problem = f"{len(crowded)} lines hold two sentences, first in cell {number}: {line[:60]!r}"
    return [f"{problem}; break after each sentence"]


RULES = (
    headings_do_not_skip,
    setup_is_one_line,
    cells_are_short,
    functions_are_short,
    markdown_is_plain,
    lines_hold_one_sentence,
)


# Taking a notebook apart


def _numbered(notebook, kind):
    cells = enumerate(notebook.cells, start=1)
    return [(number, cell) for number, cell in cells if cell.cell_type == kind]


def code_cells(notebook: NotebookNode) -> list[tuple[int, NotebookNode]]:
    """The code cells, with their numbers."""
    return _numbered(notebook, "code")


def markdown_cells(notebook: NotebookNode) -> list[tuple[int, NotebookNode]]:
    """The markdown cells, with their numbers."""
    return _numbered(notebook, "markdown")


def headings(notebook: NotebookNode) -> list[tuple[int, int, str]]:
    """(cell number, level, title) of every heading."""
    found = []
    for number, cell in markdown_cells(notebook):
        for line in FENCE.sub("", cell.source).splitlines():
            if match := re.match(r"(#{1,6}) +(.*?)[ #]*$", line):
                found.append((number, len(match[1]), match[2]))
    return found


def _paragraph_lines(source):
    source = MATH.sub("formula", FENCE.sub("", source))
    lines = [re.sub(r"`[^`]*`", "code", line).lstrip("> ") for line in source.splitlines()]
    return [line for line in lines if line and not re.match(r"\||#|<|[-*+] |\d+[.)] ", line)]


def lines_of_code(source: str) -> int:
    """How many lines are neither blank nor a comment."""
    lines = [line.strip() for line in source.splitlines()]
    return sum(bool(line) and not line.startswith("#") for line in lines)


def syntax_tree(source):
    """The syntax of a cell without IPython's % and ! lines; empty where it does not parse."""
    try:
        return ast.parse(re.sub(r"^( *)[%!].*$", r"\1pass", source, flags=re.M))
    except SyntaxError:
        return ast.parse("")


def _only_imports(source):
    statements = syntax_tree(source).body
    imports = [isinstance(node, ast.Import | ast.ImportFrom) for node in statements]
    return bool(imports) and all(imports)
