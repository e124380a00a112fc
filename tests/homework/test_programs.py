"""Homework as other programs save it, and as people rearrange it: right is right, and wrong is wrong, whatever is lost.

No kernel runs here. A right function says "right", a wrong one something else, and the place of each check decides
which one it meets.
"""

import copy
import json

import pytest

from optcourse.homework import build, files, restore
from optcourse.homework.cell_matching import function_name

NAME = "hw01_critical_points"
WRONG = "classify"


@pytest.fixture(scope="module")
def handed_out():
    return build.make_student_notebook("01")


@pytest.fixture
def solved(handed_out):
    """solved(): the file of a student as a dictionary: solutions, checks and text; classify is wrong."""
    notebook, manifest = copy.deepcopy(handed_out)
    kept = [cell for cell in notebook.cells if cell.cell_type == "markdown" or ("-" in cell.id and cell.id[:2] == "01")]
    notebook.cells = kept
    for check in manifest.checks:
        solution = next(each for each in kept if each.id == check.id.replace("check", "solution"))
        word = "wrong" if function_name(check) == WRONG else "right"
        solution.source = f"import optcourse\n\n\ndef {function_name(check)}():\n    return {word!r}"
    return json.loads(json.dumps(notebook))


def marks(found, tmp_path, manifest, name=f"{NAME}.ipynb"):
    """{exercise: what its function says where the check is run}, by way of a file."""
    path = tmp_path / name
    path.write_text(json.dumps(found), encoding="utf-8")
    notebook = files.read(path)
    assert files.identify(notebook, path) == NAME
    restored, _ = restore.restore_checks(notebook, manifest)
    names, said = {}, {}
    functions = {check.exercise: function_name(check) for check in manifest.checks}
    for cell in (each for each in restored.cells if each.cell_type == "code"):
        if exercise := restore.checked_exercise(cell, manifest):
            assert exercise not in said, "each check is run once"
            said[exercise] = names.get(functions[exercise], lambda: "nothing")()
        else:
            run(cell.source, names)
    return said


def run(source, names):
    """As in a kernel: a cell that fails is a cell that fails."""
    try:
        exec(source, names)
    except Exception:
        pass


def expected(manifest):
    return {check.exercise: "wrong" if function_name(check) == WRONG else "right" for check in manifest.checks}


def code(source, **more):
    return {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": None, "source": source} | more


def text(source):
    return {"cell_type": "markdown", "metadata": {}, "source": source}


def at(found, name):
    return next(index for index, cell in enumerate(found["cells"]) if cell.get("id") == name)


def drop_ids(found, minor=4):
    found["nbformat_minor"] = minor
    for cell in found["cells"]:
        cell.pop("id", None)


# --- Programs


def classic_notebook(found):
    drop_ids(found)
    for cell in found["cells"]:
        cell["metadata"] = {"trusted": True, "collapsed": False}


def oldest_format(found):
    drop_ids(found, 0)


def colab(found):
    for number, cell in enumerate(found["cells"]):
        cell["metadata"] = {"id": cell.pop("id"), "executionInfo": {"status": "ok", "user": {"userId": "1"}}}
        cell["metadata"]["outputId"] = f"{number:08x}"
    kernel = {"name": "python3", "display_name": "Python 3"}
    found |= {"nbformat_minor": 0, "metadata": {"colab": {"provenance": []}, "kernelspec": kernel}}


def visual_studio_code(found):
    for number, cell in enumerate(found["cells"]):
        cell |= {"id": f"{number * 7919:08x}", "metadata": {"vscode": {"languageId": "python"}}}
    found["metadata"] = {"kernelspec": {"name": "python310", "display_name": "optcourse", "language": "python"}}


def kaggle(found):
    drop_ids(found)
    for cell in found["cells"]:
        cell["metadata"] = {"_uuid": "8f2839f2", "execution": {"iopub.status.busy": "2026"}, "trusted": True}
    found["metadata"] = {"kaggle": {"accelerator": "none"}, "kernelspec": {"name": "python3"}, "language_info": {}}


def renumbered(found):
    """As some program may count them: the very ids that other cells of ours have."""
    for number, cell in enumerate(found["cells"]):
        cell["id"] = f"cell-{number:02d}"


def ids_of_neighbors(found):
    names = [cell["id"] for cell in found["cells"]]
    for cell, name in zip(found["cells"], names[1:] + names[:1]):
        cell["id"] = name


def another_language(found):
    kernel = {"name": "ir", "display_name": "R", "language": "R"}
    found["metadata"] = {"kernelspec": kernel, "language_info": {"name": "R"}}


def lean(found):
    """Nothing but kinds and sources."""
    found["cells"] = [{"cell_type": cell["cell_type"], "source": cell["source"]} for cell in found["cells"]]
    del found["metadata"], found["nbformat_minor"]


def lines(found):
    for cell in found["cells"]:
        cell["source"] = cell["source"].splitlines(keepends=True)


def of_windows(found):
    for cell in found["cells"]:
        cell["source"] = cell["source"].replace("\n", "\r\n")


def of_the_future(found):
    found["nbformat_minor"] = 99
    for cell in found["cells"]:
        cell["new"] = {"to": "come"}


def of_the_past(found):
    """Format 3, which Jupyter still opens."""
    cells = [{"cell_type": cell["cell_type"], "metadata": {}, "source": cell["source"]} for cell in found["cells"]]
    for cell in cells:
        if cell["cell_type"] == "code":
            cell |= {"input": cell.pop("source"), "language": "python", "outputs": [], "collapsed": False}
    worksheets = [{"cells": cells, "metadata": {}}]
    found |= {"nbformat": 3, "nbformat_minor": 0, "metadata": {"name": ""}, "worksheets": worksheets}
    del found["cells"]


PROGRAMS = [
    classic_notebook,
    oldest_format,
    colab,
    visual_studio_code,
    kaggle,
    renumbered,
    ids_of_neighbors,
    another_language,
    lean,
    lines,
    of_windows,
    of_the_future,
    of_the_past,
]

# --- People


def as_it_was(found):
    pass


def cells_after_the_title(found):
    found["cells"][1:1] = [text("My notes"), code("import math")]


def text_gone(found):
    found["cells"] = [cell for cell in found["cells"] if cell["cell_type"] == "code"]


def text_merged(found):
    words = "\n\n".join(cell["source"] for cell in found["cells"] if cell["cell_type"] == "markdown")
    text_gone(found)
    found["cells"].insert(0, text(words))


def text_changed(found):
    for cell in found["cells"]:
        if cell["cell_type"] == "markdown":
            cell["source"] += "\nDone."


def checks_gone(found):
    found["cells"] = [cell for cell in found["cells"] if not cell["id"].endswith("-check")]


def checks_first(found):
    found["cells"].sort(key=lambda cell: not cell["id"].endswith("-check"))


def checks_last(found):
    found["cells"].sort(key=lambda cell: cell["id"].endswith("-check"))


def checks_twice(found):
    again = [copy.deepcopy(cell) for cell in found["cells"] if cell["id"].endswith("-check")]
    found["cells"] = [*again, *found["cells"], *copy.deepcopy(again)]


def checks_split(found):
    found["cells"] = [
        part
        for cell in found["cells"]
        for part in ([code(line) for line in cell["source"].split("\n\n")] if cell["id"].endswith("-check") else [cell])
    ]


def checks_timed(found):
    for cell in found["cells"]:
        if cell["id"].endswith("-check"):
            cell["source"] = f"%%time\n# at last\n{cell['source']}"


def merged(found, keep):
    """Each check in one cell with its solution, under the id of the one or of the other."""
    for name in ["gradient", "hessian_vector", "classify", "escape", "minimum_ratio", "deeper"]:
        place = at(found, f"01-{name}-solution")
        check = found["cells"].pop(at(found, f"01-{name}-check"))
        solution = found["cells"][place]
        solution["source"] += f"\n\n\n{check['source']}"
        solution["id"] = (solution if keep == "solution" else check)["id"]


def merged_into_solutions(found):
    merged(found, "solution")


def merged_into_checks(found):
    merged(found, "check")


def all_in_one(found):
    source = "\n\n\n".join(cell["source"] for cell in found["cells"] if cell["cell_type"] == "code")
    found["cells"] = [found["cells"][0], code(source)]


def check_with_the_next_solution(found):
    place = at(found, "01-gradient-check")
    solution = found["cells"].pop(at(found, "01-hessian_vector-solution"))
    found["cells"][place]["source"] += f"\n\n\n{solution['source']}"


def solutions_below(found):
    """The placeholder stays, and the solution is in a new cell below its check."""
    for name, placeholder in PLACEHOLDERS.items():
        place = at(found, f"01-{name}-solution")
        found["cells"].insert(at(found, f"01-{name}-check") + 1, code(found["cells"][place]["source"]))
        found["cells"][place]["source"] = placeholder


def solutions_at_the_end(found):
    for name in PLACEHOLDERS:
        solution = found["cells"].pop(at(found, f"01-{name}-solution"))
        found["cells"].append(code(solution["source"]))


def solutions_assigned(found):
    for cell in found["cells"]:
        cell["source"] = cell["source"].replace("\ndef ", "\n").replace("():\n    return", " = lambda:")


def placeholders_kept_above(found):
    for name, placeholder in PLACEHOLDERS.items():
        found["cells"].insert(at(found, f"01-{name}-solution"), code(placeholder))


def first_tries_kept(found):
    found["cells"][1:1] = [code(f"def {name}():\n    return 'a first try'") for name in PLACEHOLDERS]


def names_used_again(found):
    found["cells"].append(code("gradient = hessian_vector = 3\ndef minimum_ratio():\n    return 'another'"))


def cells_that_fail(found):
    found["cells"] = [part for cell in found["cells"] for part in (code("1 / 0"), cell)]


PLACEHOLDERS = {
    cell.id[3:-9]: cell.source for cell in build.make_student_notebook("01")[0].cells if cell.id.endswith("-solution")
}
PEOPLE = [
    as_it_was,
    cells_after_the_title,
    text_gone,
    text_merged,
    text_changed,
    checks_gone,
    checks_first,
    checks_last,
    checks_twice,
    checks_split,
    checks_timed,
    merged_into_solutions,
    merged_into_checks,
    all_in_one,
    check_with_the_next_solution,
    solutions_below,
    solutions_at_the_end,
    solutions_assigned,
    placeholders_kept_above,
    first_tries_kept,
    names_used_again,
    cells_that_fail,
]


def named(*deeds):
    return "-".join(deed.__name__ for deed in deeds)


# Every program on a file with cells of the student's own; every rearrangement with ids, without, and with false ones.
PAIRS = [(cells_after_the_title, program) for program in PROGRAMS]
PAIRS += [(deed, program) for deed in PEOPLE for program in (as_it_was, classic_notebook, ids_of_neighbors)]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: named(*pair))
def test_each_check_meets_the_function_of_its_exercise(pair, solved, tmp_path, handed_out):
    for deed in pair:
        deed(solved)
        for number, cell in enumerate(solved.get("cells", [])):
            if deed in PEOPLE:
                cell.setdefault("id", f"new-{number}")
    assert marks(solved, tmp_path, handed_out[1]) == expected(handed_out[1])
