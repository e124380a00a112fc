"""How a lesson reads: rules on its prose, its headings and the size of its cells.

Each rule takes a notebook and returns complaints, one sentence each. `RULES` holds those for every notebook,
`LESSON_RULES` those for the lessons proper, from 01 on: 00 is a map, with other sections and hardly any code.
The numbers are the pace at which a lesson can be read aloud, projected, and typed along: a lesson explains more
than it types, and hides no library in a cell.
"""

import ast
import itertools
import re
import statistics

from nbformat import NotebookNode

SECTIONS = (
    "The question",
    "Predict",
    "Play",
    "The mathematics",
    "The code",
    "Evidence",
    "In a real network",
    "When it fails",
    "Check yourself",
)
MAX_CELL_LINES, MEDIAN_CELL_LINES, MAX_FUNCTION_LINES = 25, 5, 12  # lines
MIN_WORDS, MAX_WORDS = 6, 19  # words of prose for one line of code
CROWDED_LINES = (
    0.05  # the share of lines that may look like two sentences: an abbreviation looks like an end
)

FENCE = re.compile(r"^ *(```+|~~~+).*?^ *\1[`~]*$", re.M | re.S)
MATH = re.compile(r"\$\$.*?\$\$|\\begin\{(\w+\*?)\}.*?\\end\{\1\}|(?<![\\$])\$[^$\n]+\$", re.S)
TWO_SENTENCES = re.compile(r"[a-z]{3,}[)\"”*]*[.!?][)\"”]* +[(\"“]?[A-Z]")
MYST = re.compile(r"^ *(?:`{3,}|~{3,}) *\{|^ *:{3,}|\{[a-z][\w:+-]*\}`|^\([\w-]+\)=\s*$", re.M)


def headings_do_not_skip(notebook: NotebookNode) -> list[str]:
    """One heading of level 1, the first of all, and no level left out on the way down."""
    found = _headings(notebook)
    titles = [title for _, level, title in found if level == 1]
    complaints = (
        []
        if len(titles) == 1
        else [f"there are {len(titles)} headings of level 1 {titles}: have one, the title"]
    )
    before = 0
    for number, level, title in found:
        if level > before + 1:
            complaints.append(
                f"cell {number}: heading {title!r} goes from level {before} to level {level}"
            )
        before = level
    return complaints


def has_the_sections(notebook: NotebookNode) -> list[str]:
    """Every section of a lesson as a heading of level 2, in their order; "Play: escape" counts as "Play"."""
    titles = [title for _, level, title in _headings(notebook) if level == 2]
    kinds = [
        section
        for title in titles
        for section in SECTIONS
        if title == section or title.startswith(section + ":")
    ]
    missing = [section for section in SECTIONS if section not in kinds]
    complaints = [f"there is no section {section!r} (## {section})" for section in missing]
    met = list(dict.fromkeys(kinds))
    for earlier, later in itertools.pairwise(met):
        if SECTIONS.index(earlier) > SECTIONS.index(later):
            complaints.append(f"section {later!r} comes after {earlier!r}: put it before")
    return complaints


def setup_is_one_line(notebook: NotebookNode) -> list[str]:
    """The first code cell, and any cell of imports alone, is one line."""
    code = _code(notebook)
    setups = [
        (number, cell)
        for i, (number, cell) in enumerate(code)
        if i == 0 or _only_imports(cell.source)
    ]
    long = [
        (number, lines) for number, cell in setups if (lines := _lines_of_code(cell.source)) > 1
    ]
    return [
        f"cell {number} sets up in {lines} lines: use one, and import where it is needed"
        for number, lines in long
    ]


def cells_are_short(notebook: NotebookNode) -> list[str]:
    """No code cell above 25 lines; half of them have 5 or fewer."""
    code = _code(notebook)
    lengths = [(number, len(cell.source.splitlines())) for number, cell in code]
    long = [(number, length) for number, length in lengths if length > MAX_CELL_LINES]
    complaints = [
        f"cell {number} has {length} lines of code: {MAX_CELL_LINES} at most"
        for number, length in long
    ]
    middle = statistics.median([_lines_of_code(cell.source) for _, cell in code] or [0])
    if middle > MEDIAN_CELL_LINES:
        complaints.append(f"the median code cell has {middle:g} lines: {MEDIAN_CELL_LINES} at most")
    return complaints


def functions_are_short(notebook: NotebookNode) -> list[str]:
    """A function of more than 12 lines belongs in the package."""
    complaints = []
    for number, cell in _code(notebook):
        for node in ast.walk(syntax_tree(cell.source)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = node.end_lineno - node.lineno + 1
                if length > MAX_FUNCTION_LINES:
                    complaints.append(
                        f"cell {number}: `{node.name}` has {length} lines: move it into the package"
                    )
    return complaints


def prose_and_code_keep_pace(notebook: NotebookNode) -> list[str]:
    """Between 6 and 19 words of prose for each line of code."""
    lines = sum(_lines_of_code(cell.source) for _, cell in _code(notebook))
    words = sum(
        len(re.findall(r"[^\W\d_][\w'’-]*", _prose(cell.source))) for _, cell in _markdown(notebook)
    )
    if lines == 0 or MIN_WORDS <= words / lines <= MAX_WORDS:
        return []
    pace = f"{words} words for {lines} lines of code, {words / lines:.1f} a line"
    return [
        f"{pace}: have {MIN_WORDS} to {MAX_WORDS}, so explain {'more' if words < lines * MIN_WORDS else 'less'}"
    ]


def markdown_is_plain(notebook: NotebookNode) -> list[str]:
    """No MyST directives, roles or targets: GitHub and JupyterLab show them raw."""
    found = [
        (number, MYST.search(MATH.sub("", cell.source))) for number, cell in _markdown(notebook)
    ]
    return [
        f"cell {number} uses MyST ({match[0].strip()!r}): write plain markdown"
        for number, match in found
        if match
    ]


def lines_hold_one_sentence(notebook: NotebookNode) -> list[str]:
    """One sentence per line of the source, so that a diff shows a sentence; lists and tables are free."""
    lines = [
        (number, line)
        for number, cell in _markdown(notebook)
        for line in _paragraph_lines(cell.source)
    ]
    crowded = [(number, line) for number, line in lines if TWO_SENTENCES.search(line)]
    if len(crowded) <= CROWDED_LINES * len(lines):
        return []
    number, line = crowded[0]
    return [
        f"{len(crowded)} lines hold two sentences, first in cell {number}: {line[:60]!r}; break after each sentence"
    ]


RULES = (
    headings_do_not_skip,
    setup_is_one_line,
    cells_are_short,
    functions_are_short,
    markdown_is_plain,
    lines_hold_one_sentence,
)
LESSON_RULES = (has_the_sections, prose_and_code_keep_pace)


# Taking a notebook apart


def _numbered(notebook, kind):
    return [
        (number, cell)
        for number, cell in enumerate(notebook.cells, start=1)
        if cell.cell_type == kind
    ]


def _code(notebook):
    return _numbered(notebook, "code")


def _markdown(notebook):
    return _numbered(notebook, "markdown")


def _headings(notebook):
    """(cell number, level, title) of every heading."""
    lines = [
        (number, line)
        for number, cell in _markdown(notebook)
        for line in FENCE.sub("", cell.source).splitlines()
    ]
    matches = [(number, re.match(r"(#{1,6}) +(.*?)[ #]*$", line)) for number, line in lines]
    return [(number, len(match[1]), match[2]) for number, match in matches if match]


def _prose(source):
    """What is read aloud: no fenced code, formulas, code words, addresses or tags."""
    source = MATH.sub(" ", FENCE.sub("", source))
    return re.sub(r"`[^`]*`|\]\([^)]*\)|<[^>]*>|https?://\S+", " ", source)


def _paragraph_lines(source):
    source = MATH.sub("formula", FENCE.sub("", source))
    lines = [re.sub(r"`[^`]*`", "code", line).lstrip("> ") for line in source.splitlines()]
    return [line for line in lines if line and not re.match(r"\||#|<|[-*+] |\d+[.)] ", line)]


def _lines_of_code(source):
    """Lines that are neither blank nor a comment."""
    return sum(
        bool(line.strip()) and not line.lstrip().startswith("#") for line in source.splitlines()
    )


def syntax_tree(source):
    """The syntax of a cell; IPython's % and ! lines count as nothing, and so does a cell that does not parse."""
    try:
        return ast.parse(re.sub(r"^( *)[%!].*$", r"\1pass", source, flags=re.M))
    except SyntaxError:
        return ast.parse("")


def _only_imports(source):
    statements = syntax_tree(source).body
    return bool(statements) and all(
        isinstance(node, ast.Import | ast.ImportFrom) for node in statements
    )
