"""The house rules, read from the sources: which layer may import what, and how large a thing may grow.

A rule is a function from a Source to its complaints. Each is tried on a source with the fault, then on the package.
"""

import ast
import graphlib
import json
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from optcourse.lessons import course

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = {
    "experiments",
    "figures",
    "explorers",
    "homework",
    "javascript",
    "lessons",
}  # every other module is mathematics

MAY_IMPORT = {
    "mathematics": {"mathematics"},
    "experiments": {"mathematics", "experiments"},
    "figures": {"mathematics", "experiments", "figures"},
    "explorers": {"mathematics", "experiments", "figures", "explorers", "javascript"},
    "javascript": {"javascript"},
    "homework": {"mathematics", "experiments", "homework", "lessons"},  # of lessons, the form of a notebook
    "lessons": {"lessons"},
    "exercises": {"mathematics", "experiments", "homework"},  # of homework, in the course's folder
    "command line": {"root", "mathematics", *FOLDERS},
    "root": set(),
}
NUMBERS = {"jax", "numpy", "scipy", "jaxtyping"}
OUTSIDE = {
    "mathematics": NUMBERS,
    "experiments": NUMBERS | {"sklearn", "tqdm"},
    "figures": NUMBERS | {"matplotlib", "mpl_toolkits", "PIL"},
    "explorers": NUMBERS | {"matplotlib", "mpl_toolkits"},
    "javascript": {"jax", "numpy"},
    "homework": NUMBERS | {"nbformat", "nbclient", "jupytext", "pytest", "nbval"},
    "lessons": {"nbformat", "nbclient"},
    "exercises": NUMBERS | {"exercises"},
    "command line": {"jupyterlab", "tqdm"},
    "root": set(),
}
PICTURE = "optcourse/figures/picture.py"  # the one helper that shows a still figure, so it makes a PNG
EXCEPTIONS = {
    PICTURE: {"PIL"},
    "optcourse/optimizers/optax.py": {"optax"},
    "optcourse/experiments/cluster.py": {"distributed"},
    "optcourse/explorers/explorer.py": {"anywidget", "ipywidgets", "traitlets", "IPython"},
}
INPUT_AND_OUTPUT = {
    "io",
    "logging",
    "os",
    "pathlib",
    "random",
    "shutil",
    "socket",
    "subprocess",
    "sys",
    "tempfile",
    "time",
}

# The other topics that a topic's experiments build on; a topic that is not here uses the bench alone.
BORROWS = {
    "natural_gradient": {"adaptive_learning_rates"},  # the network whose second moments lesson 04 measures
    "tunable_tradeoffs": {"linear_combinations"},  # the fronts and the networks of the lesson before
}
CATALOG = "optcourse.experiments.catalog"  # on the bench, and the one that lists what the topics hold

# The other name that a module may have where it is imported: one a layer.
ALIASES = {"experiments": "measured", "figures": "draw", "explorers": "explore"}
CHECK = "optcourse/homework/check.py"  # the one function of the package that is called check

MOST_LINES_OF_A_FUNCTION = 40
MOST_LINES_OF_A_MODULE = 300
MOST_PARAMETERS = 6


class Source(NamedTuple):
    path: str  # from the top of the repository, with forward slashes
    text: str

    @property
    def tree(self) -> ast.Module:
        return parsed(self.text)


class Import(NamedTuple):
    module: str
    line: int
    inside: bool  # in a function, so that it happens on use
    alias: str  # its other name here; "" if it keeps its own


@cache
def parsed(text: str) -> ast.Module:
    return ast.parse(text)


@cache
def package() -> list[Source]:
    """The package, and the exercises of the course."""
    paths = [*(ROOT / "optcourse").rglob("*.py"), *(ROOT / "notebooks/homework/exercises").rglob("*.py")]
    return [Source(path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")) for path in sorted(paths)]


def homework_and_lessons() -> list[Source]:
    """The sources of homework, and the code cells of the lessons, each a source by itself."""
    found = [(path.name, path.read_text(encoding="utf-8")) for path in ROOT.glob("notebooks/homework/source/*.py")]
    for path in course.notebooks(ROOT / "notebooks"):
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        code = [(n, "".join(cell["source"])) for n, cell in enumerate(cells, 1) if cell["cell_type"] == "code"]
        found += [(f"{path.name}, cell {n}", text) for n, text in code]
    return [Source(f"notebooks/{name}", text) for name, text in sorted(found)]


def layer(path: str) -> str:
    if path.startswith("notebooks/"):
        return "exercises"
    parts = path.split("/")[1:]
    if parts == ["__init__.py"]:
        return "root"
    if parts == ["__main__.py"]:
        return "command line"
    return parts[0] if parts[0] in FOLDERS else "mathematics"


@cache
def imports(source: Source) -> list[Import]:
    tree = source.tree
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    inside = {id(node) for function in functions for node in ast.walk(function)}
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            start = ""
        elif isinstance(node, ast.ImportFrom):
            start = f"{'.' * node.level}{node.module or ''}."
        else:
            continue
        for name in node.names:
            alias = name.asname if name.asname not in (None, name.name) else ""
            found.append(Import(start + name.name, node.lineno, id(node) in inside, alias))
    return found


def is_module(name: str) -> bool:
    """Whether optcourse.x.y is a module or a folder of modules, and not what stands in one."""
    path = ROOT / name.replace(".", "/")
    return path.is_dir() or path.with_suffix(".py").is_file()


def module_name(source: Source) -> str:
    """optcourse.x.y of optcourse/x/y.py."""
    return source.path.removesuffix(".py").replace("/", ".")


def topic(module: str) -> str:
    """The topic of optcourse.experiments.topic.name; "" on the bench and outside of experiments."""
    parts = module.split(".")
    inside = parts[:2] == ["optcourse", "experiments"] and len(parts) > 2
    return parts[2] if inside and (ROOT / "optcourse" / "experiments" / parts[2]).is_dir() else ""


def imported_layer(module: str) -> str:
    """The layer of optcourse.x.y; what the package itself defines (its version) is its root."""
    name = module.split(".")[1] if "." in module else "__init__"
    return "root" if name.startswith("__") else name if name in FOLDERS else "mathematics"


# --- The rules


def upward_arrows(source):
    here = layer(source.path)
    for module, line, *_ in imports(source):
        if module.split(".")[0] == "optcourse" and imported_layer(module) not in MAY_IMPORT[here]:
            yield f"{source.path}:{line}: {here} imports {module} of {imported_layer(module)}, above it"


def strange_imports(source):
    here = layer(source.path)
    allowed = OUTSIDE[here] | EXCEPTIONS.get(source.path, set()) | {"optcourse"} | sys.stdlib_module_names
    if here == "mathematics":
        allowed = allowed - INPUT_AND_OUTPUT
    for module, line, *_ in imports(source):
        if module.split(".")[0] not in allowed:
            yield f"{source.path}:{line}: {here} imports {module}"


def imports_at_start_of_the_command_line(source):
    for module, line, inside, _ in imports(source):
        own = module in {"optcourse", "optcourse.__version__"} or module.split(".")[0] in sys.stdlib_module_names
        if layer(source.path) == "command line" and not inside and not own:
            yield f"{source.path}:{line}: import {module} inside the command that needs it"


def arrows_between_topics(source):
    """The bench knows no topic but in its catalog; a topic knows the bench, and the topics that it borrows from."""
    here = module_name(source)
    if layer(source.path) != "experiments" or here == CATALOG:
        return
    allowed = {"", topic(here), *BORROWS.get(topic(here), ())}
    for module, line, *_ in imports(source):
        if module.startswith(CATALOG):
            yield f"{source.path}:{line}: the catalog knows every topic, so nothing that it knows imports it"
        if topic(module) not in allowed:
            owner = topic(here) or "the bench"
            yield f"{source.path}:{line}: {owner} imports {module}: move to the bench what both need"


def strange_aliases(source):
    """A module of ours keeps its name, or has its layer's: one module a file, or a cell, under each."""
    meanings = {}
    for module, line, _, alias in imports(source):
        if alias and module.split(".")[0] == "optcourse" and is_module(module):
            expected = ALIASES.get(imported_layer(module))
            if alias != expected:
                yield f"{source.path}:{line}: {module} as {alias}: {expected or 'only its own name'}, or import from it"
            elif meanings.setdefault(alias, module) != module:
                yield f"{source.path}:{line}: {alias} is {meanings[alias]} already: import from one of them"


def needless_imports(source):
    for module, line, *_ in imports(source):
        if module.endswith(".*"):
            yield f"{source.path}:{line}: a star import hides where names come from"
        if "pyplot" in module.split(".") or "pylab" in module.split("."):
            yield f"{source.path}:{line}: pyplot keeps every figure alive; draw on a Figure"


def side_effects_of_mathematics(source):
    if layer(source.path) != "mathematics":
        return
    for node in ast.walk(source.tree):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in {"print", "open", "input"}
        ):
            yield f"{source.path}:{node.lineno}: mathematics neither reads nor prints: {node.func.id}"
        if isinstance(node, ast.Attribute) and ast.unparse(node.value) in {"np.random", "numpy.random"}:
            if node.attr not in {"default_rng", "Generator"}:
                yield f"{source.path}:{node.lineno}: global random state: np.random.{node.attr}"


def drawing_that_saves(source):
    if layer(source.path) != "figures" or source.path == PICTURE:
        return
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Attribute) and node.attr == "savefig":
            yield f"{source.path}:{node.lineno}: a figure is drawn here and saved elsewhere: {node.attr}"


def drawing_away_from_the_house(source):
    """What makes artists makes them in the course's style, whatever the reader's matplotlibrc says."""
    for node in source.tree.body:
        if not isinstance(node, ast.FunctionDef) or node.name.startswith("_"):
            continue
        takes_axes = any(a.arg in {"ax", "axes"} or "Axes" in ast.unparse(a) for a in node.args.args)
        makes_an_explorer = node.returns is not None and ast.unparse(node.returns) == "Explorer"
        wanted = {"figures": takes_axes, "explorers": makes_an_explorer}.get(layer(source.path), False)
        if wanted and not any(ast.unparse(d).endswith("house()") for d in node.decorator_list):
            yield f"{source.path}:{node.lineno}: write @style.house() above {node.name}"


def long_functions(source):
    for node in ast.walk(source.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = node.end_lineno - node.lineno + 1
            if ast.get_docstring(node) is not None:
                lines -= node.body[0].end_lineno - node.body[0].lineno + 1
            if lines > MOST_LINES_OF_A_FUNCTION:
                yield f"{source.path}:{node.lineno}: {node.name} has {lines} lines, its docstring aside"


def long_modules(source):
    lines = len(source.text.splitlines())
    if lines > MOST_LINES_OF_A_MODULE:
        yield f"{source.path}: {lines} lines"


def wide_functions(source):
    """Public functions of a module, and public methods of its public classes, self aside."""
    tree = source.tree
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef) and not node.name.startswith("_")]
    for owner in [tree, *classes]:
        for node in owner.body:
            if isinstance(node, ast.FunctionDef) and (node.name == "__init__" or not node.name.startswith("_")):
                arguments = [a.arg for a in node.args.posonlyargs + node.args.args + node.args.kwonlyargs]
                count = len([name for name in arguments if name not in {"self", "cls"}])
                if count > MOST_PARAMETERS:
                    yield f"{source.path}:{node.lineno}: {node.name} takes {count} parameters"


def multiplied_sentences(source):
    """Words times a condition; a ruler, which has no letter, is drawn by multiplication."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult):
            if any(has_words(side) for side in (node.left, node.right)):
                yield f"{source.path}:{node.lineno}: write `if` for a part of a sentence: {ast.unparse(node)}"


def has_words(node) -> bool:
    """Whether a term is text with a letter or a digit in it, or a sum of which a part is."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        return has_words(node.left) or has_words(node.right)
    constant = isinstance(node, ast.Constant) and isinstance(node.value, str)
    return isinstance(node, ast.JoinedStr) or (constant and any(letter.isalnum() for letter in node.value))


def second_checks(source):
    for node in ast.walk(source.tree):
        if isinstance(node, ast.FunctionDef) and node.name == "check" and source.path != CHECK:
            yield f"{source.path}:{node.lineno}: `check` is what a student calls, in {CHECK}; say what is checked"


def names_that_say_nothing(source):
    for part in source.path.removesuffix(".py").split("/"):
        if part in {"utils", "util", "helpers", "misc", "common"}:
            yield f"{source.path}: {part} could hold anything; name what it is"


# --- Each rule on a fault, and on its honest neighbor

BENCH, E = "experiments", "optcourse.experiments"
LONG = "def f():\n" + "    x = 1\n" * 40
FAULTS = [
    (upward_arrows, "taylor.py", "from optcourse.experiments.run import run", "from optcourse import trees"),
    (
        upward_arrows,
        "optimizers/sam.py",
        "def f():\n    from optcourse import figures",
        "import optcourse.optimizers.base",
    ),
    (upward_arrows, "experiments/run.py", "import optcourse.figures.surface", "import optcourse.experiments.data"),
    (
        upward_arrows,
        "figures/surface.py",
        "from optcourse.explorers import explorer",
        "from optcourse import landscapes",
    ),
    (upward_arrows, "homework/grade.py", "from optcourse.figures import surface", "from optcourse import losses"),
    (strange_imports, "homework/grade.py", "import exercises.momentum", "from optcourse.homework import catalog"),
    (upward_arrows, "lessons/writer.py", "from optcourse import trees", "from optcourse.lessons import rules"),
    (upward_arrows, "explorers/taylor.py", "from optcourse import lessons", "from optcourse.figures import surface"),
    (upward_arrows, "__init__.py", "from optcourse import trees", ""),
    (strange_imports, "taylor.py", "import matplotlib", "import jax.numpy as jnp"),
    (strange_imports, "taylor.py", "import pathlib", "import math"),
    (strange_imports, "optimizers/adam.py", "import optax", "import jax"),
    (strange_imports, "experiments/data.py", "from matplotlib import cm", "from sklearn.datasets import load_digits"),
    (strange_imports, "figures/surface.py", "import sklearn", "from matplotlib.figure import Figure"),
    (strange_imports, "explorers/escape.py", "import ipywidgets", "import matplotlib"),
    (strange_imports, "lessons/writer.py", "import jax", "import nbformat"),
    (strange_imports, "taylor.py", "from . import trees", "from optcourse import trees"),
    (arrows_between_topics, f"{BENCH}/run.py", f"from {E}.momentum import wells", f"from {E} import data"),
    (arrows_between_topics, f"{BENCH}/run.py", f"def f():\n    import {E}.batches.digits", f"import {E}.timing"),
    (arrows_between_topics, f"{BENCH}/data.py", f"from {E} import momentum", "from optcourse import batches"),
    (arrows_between_topics, f"{BENCH}/run.py", f"from {CATALOG} import ALL", f"from {E}.table import fill"),
    (arrows_between_topics, f"{BENCH}/momentum/a.py", f"from {E} import catalog", f"from {E}.momentum import wells"),
    (arrows_between_topics, f"{BENCH}/momentum/a.py", f"from {E}.batches import digits", f"from {E} import table"),
    (
        arrows_between_topics,
        f"{BENCH}/linear_combinations/a.py",
        f"from {E}.tunable_tradeoffs import methods",
        f"from {E}.linear_combinations.fronts import PROBLEMS",
    ),
    (
        arrows_between_topics,
        f"{BENCH}/batches/a.py",
        f"from {E}.linear_combinations import fronts",
        "from optcourse.batches import gradient_noise",
    ),
    (strange_aliases, "explorers/a.py", f"from {E}.momentum import wells as m", f"from {E}.run import run as m"),
    (strange_aliases, "explorers/a.py", f"from {E}.momentum import wells as draw", f"from {E}.momentum import wells"),
    (strange_aliases, "figures/a.py", "import optcourse.trees as tr", f"import {E}.data as measured"),
    (strange_aliases, "figures/a.py", f"def f():\n    import {E} as e", "import jax.numpy as jnp"),
    (
        strange_aliases,
        "explorers/a.py",
        "from optcourse import batches as maths",
        "from optcourse import batches as batches",
    ),
    (
        strange_aliases,
        "explorers/a.py",
        "from optcourse.figures import momentum as draw\nfrom optcourse.figures import landscapes as draw",
        "from optcourse.figures import momentum as draw\nfrom optcourse.experiments import data as measured",
    ),
    (
        strange_aliases,
        "explorers/a.py",
        "from optcourse.figures import momentum as draw\nimport optcourse.figures.policies as draw",
        "from optcourse.figures import momentum as draw\nimport optcourse.figures.momentum as draw",
    ),
    (multiplied_sentences, "taylor.py", "'s' * (n > 1)", "'s' if n > 1 else ''"),
    (multiplied_sentences, "taylor.py", "(n > 1) * f' >= {n}'", "'-' * n"),
    (multiplied_sentences, "taylor.py", "a + (' of ' + b) * c", "a + (b + 1) * c"),
    (multiplied_sentences, "taylor.py", "'0' * n", "'. ' * n + ' ' * 70"),
    (second_checks, "checks.py", "def check(x): 0", "def check_rate(x): 0"),
    (second_checks, "homework/a.py", "class A:\n    def check(self): 0", "from optcourse.homework.check import check"),
    (imports_at_start_of_the_command_line, "__main__.py", "import optcourse.taylor", "def f():\n    import tqdm"),
    (needless_imports, "figures/surface.py", "import matplotlib.pyplot as plt", "import matplotlib"),
    (needless_imports, "figures/surface.py", "from matplotlib import pyplot", "from matplotlib import colors"),
    (needless_imports, "taylor.py", "from math import *", "from math import pi"),
    (side_effects_of_mathematics, "taylor.py", "print(1)", "jax.debug.print('1')"),
    (side_effects_of_mathematics, "taylor.py", "np.random.normal()", "np.random.default_rng(0).normal()"),
    (drawing_that_saves, "figures/surface.py", "figure.savefig('a.png')", "axes.plot([1])"),
    (drawing_away_from_the_house, "figures/a.py", "def f(at: Axes): 0", "@style.house()\ndef f(at: Axes): 0"),
    (drawing_away_from_the_house, "explorers/a.py", "def f() -> Explorer: 0", "def _f() -> Explorer: 0"),
    (long_functions, "taylor.py", LONG, "def f():\n" + "    x = 1\n" * 39),
    (long_functions, "taylor.py", "class A:\n    " + LONG.replace("\n", "\n    "), f'def f():\n    """{LONG}"""'),
    (long_modules, "taylor.py", "x = 1\n" * 301, "x = 1\n" * 300),
    (wide_functions, "taylor.py", "def f(a, b, c, d, *, e, f, g): 0", "def _f(a, b, c, d, e, f, g): 0"),
    (wide_functions, "taylor.py", "class A:\n    def f(self, a, b, c, d, e, f, g): 0", "def f(a, b, c, d, e, f): 0"),
]


@pytest.mark.parametrize("rule, path, fault, honest", FAULTS)
def test_a_rule_finds_the_fault_it_is_for_and_spares_its_neighbor(rule, path, fault, honest):
    assert list(rule(Source(f"optcourse/{path}", fault)))
    assert not list(rule(Source(f"optcourse/{path}", honest)))


def test_a_name_that_says_nothing_is_found_in_files_and_folders():
    assert list(names_that_say_nothing(Source("optcourse/utils.py", "")))
    assert list(names_that_say_nothing(Source("optcourse/figures/helpers/axes.py", "")))
    assert not list(names_that_say_nothing(Source("optcourse/trees.py", "")))


RULES = [*dict.fromkeys(rule for rule, *_ in FAULTS), names_that_say_nothing]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_package_obeys_the_rule(rule):
    sources = package()
    assert len(sources) > 10
    complaints = [complaint for source in sources for complaint in rule(source)]
    assert not complaints, "\n" + "\n".join(complaints)


def test_lessons_and_homework_call_our_modules_by_their_names():
    sources = homework_and_lessons()
    assert len(sources) > 100
    complaints = [complaint for source in sources for complaint in strange_aliases(source)]
    assert not complaints, "\n" + "\n".join(complaints)


def test_topics_borrow_in_no_circle_and_what_is_allowed_is_used():
    graphlib.TopologicalSorter(BORROWS).prepare()  # an error where there is a circle
    with pytest.raises(graphlib.CycleError):
        graphlib.TopologicalSorter(BORROWS | {"adaptive_learning_rates": {"natural_gradient"}}).prepare()
    inside = [source for source in package() if layer(source.path) == "experiments"]
    arrows = {(topic(module_name(source)), topic(module)) for source in inside for module, *_ in imports(source)}
    used = {(here, there) for here, there in arrows if here and there and here != there}
    assert used == {(here, there) for here, topics in BORROWS.items() for there in topics}


def test_mathematics_loads_no_drawing_no_widgets_and_no_data():
    paths = [source.path for source in package() if layer(source.path) in {"root", "mathematics"}]
    modules = [path.removesuffix(".py").removesuffix("/__init__").replace("/", ".") for path in paths]
    heavy = ["matplotlib", "ipywidgets", "IPython", "sklearn", "optax", "tqdm"]
    script = f"import sys, {', '.join(modules)}; print(sorted(set({heavy}) & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, cwd=ROOT)
    assert (done.stdout.strip(), done.stderr) == ("[]", "")
