"""What is true of the files themselves: no machine's paths, one list of packages, every equation in its lesson."""

import ast
import io
import json
import re
import subprocess
import sys
import tokenize
import tomllib
from itertools import chain
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.version import Version

import optcourse
from optcourse.lessons import course

ROOT = Path(__file__).resolve().parent.parent
CACHES = {".ruff_cache", ".pytest_cache", ".hypothesis", "__pycache__", ".ipynb_checkpoints"}
SKIPPED = CACHES | {".git", ".venv", ".venv-floors"}

# conda-forge has a few packages under other names, or in parts; of matplotlib we need the part without Qt.
CONDA_NAMES = {"matplotlib": "matplotlib-base", "playwright": "playwright-python"}

# What is imported under another name than it is installed.
DISTRIBUTIONS = {"sklearn": "scikit-learn", "mpl_toolkits": "matplotlib", "PIL": "pillow"}

# Written in pieces, so that this file does not hold what it forbids.
HOSTS = "|".join(["py" + r"pi\.org", "python" + r"hosted\.org", "ana" + r"conda\.(org|com)", "registry" + r"\.npm"])
PLACES = r"(?<![\w.])(/(root|home|work|Users|tmp|opt|mnt|private)/|[A-Z]:\\\\?Users)"
UNFINISHED = r"\b(TO" + "DO|FIX" + r"ME)\b"
TAG = r"(?<![\w.])\((\d{1,2}\.\d{1,2}[a-z]?)\)"


def tracked_texts() -> dict[str, str]:
    """Path to text of every tracked text file; of every file but caches where git does not answer."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True)
    if listed.returncode == 0:
        paths = [ROOT / name for name in listed.stdout.split("\0") if name]
    else:
        paths = [path for path in ROOT.rglob("*") if not SKIPPED & set(path.relative_to(ROOT).parts)]
    texts = {}
    for path in paths:
        try:
            texts[path.relative_to(ROOT).as_posix()] = path.read_text(encoding="utf-8")
        except (UnicodeDecodeError, FileNotFoundError, IsADirectoryError):
            continue  # a picture, or a file that was just removed
    return texts


# --- Words that no file may hold


def found(pattern, path, text):
    return [f"{path}: {match[0]}" for match in re.finditer(pattern, text)]


@pytest.mark.parametrize(
    "pattern, fault, honest",
    [
        (HOSTS, "https://files.python" + "hosted.org/packages", "https://www.python.org/downloads"),
        (HOSTS, "--index-url https://py" + "pi.org/simple", "pip install optcourse"),
        (PLACES, "cd /ro" + "ot/course", "https://example.org/home/course"),
        (PLACES, '"C:\\' + 'Users\\Ada"', "C: Users"),
        (PLACES, "File '/ho" + "me/ada/a.py'", "notebooks/homework/a.py"),
        (PLACES, "file:///wo" + "rk/a.py", "../work/a.py"),
        (UNFINISHED, "# TO" + "DO: more", "# to do it"),
    ],
)
def test_a_pattern_finds_the_fault_it_is_for_and_spares_its_neighbor(pattern, fault, honest):
    assert found(pattern, "a.py", fault)
    assert not found(pattern, "a.py", honest)


@pytest.mark.parametrize("pattern", [HOSTS, PLACES, UNFINISHED], ids=["registry hosts", "machine paths", "unfinished"])
def test_no_tracked_file_holds(pattern):
    texts = tracked_texts()
    assert len(texts) > 10
    complaints = [complaint for path, text in texts.items() for complaint in found(pattern, path, text)]
    assert not complaints, "\n" + "\n".join(complaints)


# --- What the pages and the hooks name is there


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "CHANGES.md", "docs/skeletons/README.md"])
def test_what_a_page_links_to_is_there(page):
    path = ROOT / page
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", path.read_text(encoding="utf-8"))
    assert links
    assert [link for link in links if not (path.parent / link).exists()] == []


def test_what_the_house_is_said_to_hold_is_there():
    """The tree and the table of CONTRIBUTING, and the commands of make that a page names."""
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    (tree,) = re.findall(r"^## The house\n\n```\n(.*?)```", page, re.DOTALL | re.MULTILINE)
    names = [line.split()[0] for line in tree.splitlines()]
    assert len(names) > 5 and [name for name in names if not (ROOT / name).exists()] == []
    topics = {path.parent.name for path in (ROOT / "optcourse" / "experiments").glob("*/__init__.py")}
    assert topics <= set(re.findall(r"`(\w+)`", page))


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "CHANGES.md", "docs/skeletons/README.md"])
def test_every_command_of_make_that_a_page_names_is_one(page):
    targets = re.findall(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)[0].split()
    named = re.findall(r"\bmake ([a-z]+)\b`?", "\n".join(code((ROOT / page).read_text(encoding="utf-8"))))
    assert named and set(named) <= set(targets)


def code(page: str) -> list[str]:
    """What stands between backquotes, and the blocks between fences."""
    return re.findall(r"^```.*?^```|`[^`\n]+`", page, re.DOTALL | re.MULTILINE)


def test_the_version_is_the_newest_of_the_changes():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    versions = re.findall(r"^## (.+)$", (ROOT / "CHANGES.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert project["version"] == optcourse.__version__ == versions[0]
    assert versions == sorted(set(versions), key=Version, reverse=True)


def test_the_hooks_are_local():
    hooks = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    assert [repository["repo"] for repository in hooks["repos"]] == ["local"]
    assert {hook["language"] for hook in hooks["repos"][0]["hooks"]} == {"system"}


# --- Equations: a tag in the package stands in the lesson of its number


def tags_in_code(text: str) -> set[str]:
    """The tags in comments and docstrings; numbers in the code itself are no tags."""
    tokens = tokenize.generate_tokens(io.StringIO(text).readline)
    words = [token.string for token in tokens if token.type == tokenize.COMMENT]
    documented = ast.Module | ast.ClassDef | ast.FunctionDef
    words += [ast.get_docstring(node) or "" for node in ast.walk(ast.parse(text)) if isinstance(node, documented)]
    return set(re.findall(TAG, "\n".join(words)))


def tags_in_lesson(text: str) -> set[str]:
    cells = [cell for cell in json.loads(text)["cells"] if cell["cell_type"] == "markdown"]
    return set(re.findall(r"\\tag\{(.*?)\}", "\n".join("".join(cell["source"]) for cell in cells)))


def tags_of_lessons(folder: Path) -> dict[int, set[str]]:
    """Number of a lesson to the tags in its core and its deeper notebooks."""
    found = {}
    for number, paths in course.lessons(folder).items():
        found[int(number)] = set().union(*(tags_in_lesson(path.read_text(encoding="utf-8")) for path in paths))
    return found


def homeless_tags(package: dict[str, str], lessons: dict[int, set[str]]) -> list[str]:
    """package: path to text; lessons: number to the tags of its notebooks. Lessons yet to come are not asked."""
    tags = [(path, tag, int(tag.split(".")[0])) for path, text in package.items() for tag in sorted(tags_in_code(text))]
    return [
        f"{path}: equation ({tag}) is not in lesson {lesson}"
        for path, tag, lesson in tags
        if lesson in lessons and tag not in lessons[lesson]
    ]


def test_an_equation_tag_without_its_equation_is_found():
    lesson = json.dumps({"cells": [{"cell_type": "markdown", "source": ["$$w = 1 ", r"\tag{1.3}$$"]}]})
    code = 'def f(x):\n    """Step (1.3), then (1.4); see (2.1)."""\n    return f(1.7) + (1.8)  # (1.3) and (1.5)\n'
    assert tags_in_code(code) == {"1.3", "1.4", "1.5", "2.1"}
    assert homeless_tags({"a.py": code}, {1: tags_in_lesson(lesson)}) == [
        "a.py: equation (1.4) is not in lesson 1",
        "a.py: equation (1.5) is not in lesson 1",
    ]


def test_an_equation_may_stand_in_a_deeper_notebook(tmp_path):
    (tmp_path / "deeper").mkdir()
    for number, name in enumerate(["01_first.ipynb", "deeper/01_far.ipynb", "02_second.ipynb"]):
        cell = {"cell_type": "markdown", "source": [rf"$$w \tag{{1.{number}}}$$"]}
        (tmp_path / name).write_text(json.dumps({"cells": [cell]}), encoding="utf-8")
    assert tags_of_lessons(tmp_path) == {1: {"1.0", "1.1"}, 2: {"1.2"}}


def test_every_equation_tag_of_the_package_is_in_its_lesson():
    files = ROOT.glob("optcourse/**/*.py")
    package = {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in files}
    lessons = tags_of_lessons(ROOT / "notebooks")
    assert "1.3" in tags_in_code(package["optcourse/optimizers/gradient_descent.py"])
    assert homeless_tags(package, lessons) == []


# --- One list of packages: pyproject.toml has it, the lock and environment.yml follow


@pytest.fixture(scope="module")
def pyproject():
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def lock():
    return (ROOT / "requirements.lock").read_text(encoding="utf-8")


def needed(pyproject) -> list[Requirement]:
    project = pyproject["project"]
    return [Requirement(line) for line in project["dependencies"] + project["optional-dependencies"]["test"]]


def locked(lock: str) -> dict[str, list[str]]:
    """Name to its versions; two where different Pythons get different ones."""
    versions = {}
    for name, version in re.findall(r"^([\w.-]+)==([^\s;]+)", lock, re.MULTILINE):
        versions.setdefault(name, []).append(version)
    return versions


def lock_faults(lock: str) -> list[str]:
    entries = re.split(r"\n(?=\w)", lock.strip())
    faults = [f"no hash: {entry.splitlines()[0]}" for entry in entries if "--hash=sha256:" not in entry]
    faults += [f"an address: {match}" for match in re.findall(r"\S*://\S*|^-\S+|\s@\s", lock, re.MULTILINE)]
    for name in ["jax", "jaxlib", "numpy", "scipy"]:
        versions = locked(lock).get(name, [])
        if len(versions) != 1:
            faults.append(f"{name}: {len(versions)} versions; give it a constraint in pyproject.toml")
    return faults


def test_the_lock_has_one_jax_a_hash_for_all_and_no_address(lock):
    assert lock_faults(lock) == []


@pytest.mark.parametrize(
    "fault, complaint",
    [
        ("tqdm==4.1\n    # via jax", "no hash"),
        ("--index-url https://example.org/simple\n", "an address"),
        ("tqdm @ file.whl \\\n    --hash=sha256:0", "an address"),
        ("jax==0.1 ; python_version < '3' \\\n    --hash=sha256:0", "jax: 2 versions"),
    ],
)
def test_a_fault_in_the_lock_is_found(lock, fault, complaint):
    assert any(complaint in found for found in lock_faults(f"{lock.rstrip()}\n{fault}\n"))


def test_the_lock_answers_pyproject(pyproject, lock):
    versions = locked(lock)
    setup = [Requirement(line) for line in pyproject["dependency-groups"]["setup"]]
    for requirement in needed(pyproject) + setup:
        name = requirement.name.replace("_", "-")
        assert all(requirement.specifier.contains(version) for version in versions[name]), f"{requirement}: make lock"


def test_the_package_imports_only_what_it_declares(pyproject):
    project = pyproject["project"]
    declared = {Requirement(line).name for line in project["dependencies"]}
    declared |= {"distributed", "optax", "pytest", "nbval"}  # these come with who uses them
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in (ROOT / "optcourse").rglob("*.py")]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    modules = [alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names]
    modules += [node.module for node in nodes if isinstance(node, ast.ImportFrom)]
    imported = {module.split(".")[0] for module in modules}
    outside = imported - sys.stdlib_module_names - {"optcourse"}
    assert {DISTRIBUTIONS.get(name, name) for name in outside} - declared == set()


def test_every_requirement_is_a_floor_not_a_pin(pyproject):
    project = pyproject["project"]
    for line in chain(project["dependencies"], *project["optional-dependencies"].values()):
        requirement = Requirement(line)
        assert [bound.operator for bound in requirement.specifier] == [">="], requirement


def test_the_conda_environment_has_the_same_names_and_bounds(pyproject):
    environment = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))
    listed = {line for line in environment["dependencies"] if isinstance(line, str)} - {"pip >=24"}
    expected = {f"{CONDA_NAMES.get(r.name, r.name)} {r.specifier}" for r in needed(pyproject)}
    assert listed == expected | {f"python {pyproject['project']['requires-python']}"}
    assert environment["dependencies"][-1] == {"pip": ["-e ."]}
    assert environment["channels"][0] == "conda-forge"
