"""The house rules, read from the sources: which layer may import what, and how large a thing may grow.

A rule is a function from a Source to its complaints. Each is tried on a source with the fault, then on the package.
"""

import ast
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = {"experiments", "figures", "explorers", "homework", "lessons"}  # every other module is mathematics

MAY_IMPORT = {
    "mathematics": {"mathematics"},
    "experiments": {"mathematics", "experiments"},
    "figures": {"mathematics", "experiments", "figures"},
    "explorers": {"mathematics", "experiments", "figures", "explorers"},
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
    "optcourse/explorers/explorer.py": {"anywidget", "ipywidgets", "traitlets", "IPython"},
    "optcourse/explorers/questions.py": {"anywidget", "ipywidgets", "traitlets", "IPython"},
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

MOST_LINES_OF_A_FUNCTION = 40
MOST_LINES_OF_A_MODULE = 300
MOST_PARAMETERS = 6


class Source(NamedTuple):
    path: str  # from the top of the repository, with forward slashes
    text: str


class Import(NamedTuple):
    module: str
    line: int
    inside: bool  # in a function, so that it happens on use


def package() -> list[Source]:
    """The package, and the exercises of the course."""
    paths = [*(ROOT / "optcourse").rglob("*.py"), *(ROOT / "notebooks/homework/exercises").rglob("*.py")]
    return [Source(path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")) for path in sorted(paths)]


def layer(path: str) -> str:
    if path.startswith("notebooks/"):
        return "exercises"
    parts = path.split("/")[1:]
    if parts == ["__init__.py"]:
        return "root"
    if parts == ["__main__.py"]:
        return "command line"
    return parts[0] if parts[0] in FOLDERS else "mathematics"


def imports(source: Source) -> list[Import]:
    tree = ast.parse(source.text)
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    inside = {id(node) for function in functions for node in ast.walk(function)}
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [f"{'.' * node.level}{node.module or ''}.{alias.name}" for alias in node.names]
        else:
            continue
        found += [Import(name, node.lineno, id(node) in inside) for name in names]
    return found


def imported_layer(module: str) -> str:
    """The layer of optcourse.x.y; what the package itself defines (its version) is its root."""
    name = module.split(".")[1] if "." in module else "__init__"
    return "root" if name.startswith("__") else name if name in FOLDERS else "mathematics"


# --- The rules


def upward_arrows(source):
    here = layer(source.path)
    for module, line, _ in imports(source):
        if module.split(".")[0] == "optcourse" and imported_layer(module) not in MAY_IMPORT[here]:
            yield f"{source.path}:{line}: {here} imports {module} of {imported_layer(module)}, above it"


def strange_imports(source):
    here = layer(source.path)
    allowed = OUTSIDE[here] | EXCEPTIONS.get(source.path, set()) | {"optcourse"} | sys.stdlib_module_names
    if here == "mathematics":
        allowed = allowed - INPUT_AND_OUTPUT
    for module, line, _ in imports(source):
        if module.split(".")[0] not in allowed:
            yield f"{source.path}:{line}: {here} imports {module}"


def imports_at_start_of_the_command_line(source):
    for module, line, inside in imports(source):
        own = module in {"optcourse", "optcourse.__version__"} or module.split(".")[0] in sys.stdlib_module_names
        if layer(source.path) == "command line" and not inside and not own:
            yield f"{source.path}:{line}: import {module} inside the command that needs it"


def needless_imports(source):
    for module, line, _ in imports(source):
        if module.endswith(".*"):
            yield f"{source.path}:{line}: a star import hides where names come from"
        if "pyplot" in module.split(".") or "pylab" in module.split("."):
            yield f"{source.path}:{line}: pyplot keeps every figure alive; draw on a Figure"


def side_effects_of_mathematics(source):
    if layer(source.path) != "mathematics":
        return
    for node in ast.walk(ast.parse(source.text)):
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
    for node in ast.walk(ast.parse(source.text)):
        if isinstance(node, ast.Attribute) and node.attr == "savefig":
            yield f"{source.path}:{node.lineno}: a figure is drawn here and saved elsewhere: {node.attr}"


def drawing_away_from_the_house(source):
    """What makes artists makes them in the course's style, whatever the reader's matplotlibrc says."""
    for node in ast.parse(source.text).body:
        if not isinstance(node, ast.FunctionDef) or node.name.startswith("_"):
            continue
        takes_axes = any(a.arg in {"ax", "axes"} or "Axes" in ast.unparse(a) for a in node.args.args)
        makes_an_explorer = node.returns is not None and ast.unparse(node.returns) == "Explorer"
        wanted = {"figures": takes_axes, "explorers": makes_an_explorer}.get(layer(source.path), False)
        if wanted and not any(ast.unparse(d).endswith("house()") for d in node.decorator_list):
            yield f"{source.path}:{node.lineno}: write @style.house() above {node.name}"


def long_functions(source):
    for node in ast.walk(ast.parse(source.text)):
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
    tree = ast.parse(source.text)
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef) and not node.name.startswith("_")]
    for owner in [tree, *classes]:
        for node in owner.body:
            if isinstance(node, ast.FunctionDef) and (node.name == "__init__" or not node.name.startswith("_")):
                arguments = [a.arg for a in node.args.posonlyargs + node.args.args + node.args.kwonlyargs]
                count = len([name for name in arguments if name not in {"self", "cls"}])
                if count > MOST_PARAMETERS:
                    yield f"{source.path}:{node.lineno}: {node.name} takes {count} parameters"


def names_that_say_nothing(source):
    for part in source.path.removesuffix(".py").split("/"):
        if part in {"utils", "util", "helpers", "misc", "common"}:
            yield f"{source.path}: {part} could hold anything; name what it is"


# --- Each rule on a fault, and on its honest neighbor

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


def test_mathematics_loads_no_drawing_no_widgets_and_no_data():
    paths = [source.path for source in package() if layer(source.path) in {"root", "mathematics"}]
    modules = [path.removesuffix(".py").removesuffix("/__init__").replace("/", ".") for path in paths]
    heavy = ["matplotlib", "ipywidgets", "IPython", "sklearn", "optax", "tqdm"]
    script = f"import sys, {', '.join(modules)}; print(sorted(set({heavy}) & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, cwd=ROOT)
    assert (done.stdout.strip(), done.stderr) == ("[]", "")
