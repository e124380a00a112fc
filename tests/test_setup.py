"""The set-up on machines that lack something: one sentence with the remedy, and nothing half-finished that looks done.

The Makefile finds a Python (tried with scripts that pretend to be one); create_environment.py does the rest.
"""

import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tomllib
from collections import namedtuple
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MAKE = shutil.which("make")
with_make = pytest.mark.skipif(MAKE is None, reason="there is no make here")
pytestmark = pytest.mark.skipif(os.name == "nt", reason="the pretenders are shell scripts")

# A Python of version {version}: it answers the two questions of the Makefile, and sets up by writing the stamp.
PRETENDER = """#!/bin/sh
case "$2" in
    *platform*) echo {version} ;;
    *version_info*) exit {too_old} ;;
    *) echo "set up by $0"; {set_up} ;;
esac
"""


@pytest.fixture
def course(tmp_path):
    """A folder with the Makefile and what it looks at, and an empty `bin` that stands for the machine's programs."""
    course = tmp_path.resolve() / "the course"
    course.mkdir()
    shutil.copy(ROOT / "Makefile", course)
    shutil.copy(ROOT / "create_environment.py", course)
    shutil.copytree(ROOT / ".jupyter", course / ".jupyter")
    (course / "requirements.lock").write_text("")
    (course / "pyproject.toml").write_text("")
    (tmp_path / "bin").mkdir()
    for program in ["cat", "mkdir", "pwd"]:
        (tmp_path / "bin" / program).symlink_to(shutil.which(program))
    return course


STAMP = "mkdir -p .venv/bin && pwd -P > .venv/ready"


def pretend(path, version, set_up=STAMP):
    too_old = 1 if int(version.split(".")[1]) < 11 else 0
    path.write_text(PRETENDER.format(version=version, set_up=set_up, too_old=too_old))
    path.chmod(0o755)


def make(course, *arguments):
    """make the stamp, with nothing but `bin` on the path."""
    environment = {"PATH": str(course.parent / "bin")}
    command = [MAKE, *(arguments or [".venv/ready"])]
    return subprocess.run(command, cwd=course, env=environment, capture_output=True, text=True)


# --- Finding a Python


@with_make
def test_a_machine_without_python_gets_one_sentence(course):
    done = make(course, "lab")
    assert done.returncode != 0
    sentence, end_of_make = done.stderr.strip().splitlines()
    assert sentence == (
        "The course needs Python 3.11 or newer; this machine has none that runs: "
        "install one from python.org, or name one: make lab PYTHON=/path/to/python3"
    )
    assert end_of_make.startswith("make: ***")


@with_make
def test_a_python_too_old_is_named_and_not_used(course):
    pretend(course.parent / "bin" / "python3", "3.9.2")
    pretend(course.parent / "bin" / "python", "2.7.18")
    done = make(course)
    assert "this machine has 3.9.2 (python3), 2.7.18 (python):" in done.stderr
    assert "set up by" not in done.stdout


@with_make
def test_the_first_python_that_runs_and_is_new_enough_sets_up(course):
    broken = course.parent / "bin" / "python3"
    broken.write_text("#!/bin/sh\necho 'shim: python3: command not found' >&2; exit 127\n")
    broken.chmod(0o755)
    pretend(course.parent / "bin" / "python3.12", "3.10.9")
    pretend(course.parent / "bin" / "python3.11", "3.11.2")
    done = make(course)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Setting up with Python 3.11.2.\nset up by")


@with_make
def test_a_python_that_is_named_is_used_alone_even_in_a_folder_with_spaces(course):
    pretend(course.parent / "bin" / "python3", "3.13.0")
    pretend(course / "my python", "3.12.1")
    assert "set up by ./my python" in make(course, ".venv/ready", "PYTHON=./my python").stdout
    pretend(course / "my python", "3.10.0")
    shutil.rmtree(course / ".venv")
    done = make(course, ".venv/ready", "PYTHON=./my python")
    assert done.returncode != 0 and "3.10.0 (./my python)" in done.stderr


@with_make
def test_the_set_up_runs_once_and_again_when_its_inputs_or_its_place_change(course):
    pretend(course.parent / "bin" / "python3", "3.12.0", set_up=f"mkdir -p .venv/bin; : > .venv/bin/python; {STAMP}")
    ran = lambda: "set up by" in make(course).stdout
    assert [ran(), ran()] == [True, False]
    stamp = (course / ".venv/ready").stat().st_mtime
    settings = [path.relative_to(course).as_posix() for path in course.glob(".jupyter/*/*")]
    assert len(settings) == 2
    for name in ["requirements.lock", "pyproject.toml", "create_environment.py", *settings]:
        os.utime(course / name, (stamp + 10, stamp + 10))
        assert ran(), name
        os.utime(course / name, (stamp - 10, stamp - 10))
    (course / ".venv/bin/python").unlink()  # its Python was uninstalled
    assert [ran(), ran()] == [True, False]
    moved = course.rename(course.parent / "moved")
    assert "set up by" in make(moved).stdout


@with_make
def test_after_a_failed_set_up_nothing_runs_and_the_next_time_tries_again(course):
    pretend(course.parent / "bin" / "python3", "3.12.0", set_up="mkdir -p .venv/bin; exit 1")
    for _ in range(2):
        done = make(course, "lab")
        assert done.returncode != 0 and "set up by" in done.stdout


@with_make
def test_floors_are_tried_with_python_3_11_alone(course):
    pretend(course.parent / "bin" / "python3.11", "3.10.0")
    done = make(course, "floors")
    assert done.returncode != 0 and "make floors needs Python 3.11" in done.stderr
    assert not (course / ".venv-floors").exists()


@with_make
def test_the_floors_are_those_of_pyproject(course):
    """A Python that only pretends to be one writes down what it is told to install and to run."""
    for program in ["cp", "echo", "sed"]:
        (course.parent / "bin" / program).symlink_to(shutil.which(program))
    shutil.copy(ROOT / "pyproject.toml", course)
    folder = ".venv-floors/bin"
    pretend(course.parent / "bin" / "python3.11", "3.11.2", f"mkdir -p {folder}; cp told {folder}/python")
    (course / "told").write_text('#!/bin/sh\necho "$*" >> told.txt\n')
    (course / "told").chmod(0o755)
    assert make(course, "floors").returncode == 0
    install, run = (course / "told.txt").read_text().splitlines()
    assert "--only-binary :all: -c .venv-floors/floors.txt" in install and "-m pytest" in run
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    needed = project["dependencies"] + project["optional-dependencies"]["test"]
    assert (course / ".venv-floors/floors.txt").read_text().split() == [line.replace(" >=", "==") for line in needed]


# --- Making the environment


@pytest.fixture
def setup(course, monkeypatch):
    """create_environment.py as a module, in the folder of `course`."""
    spec = importlib.util.spec_from_file_location("create_environment", course / "create_environment.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def pretend_environment(setup, monkeypatch, words="", code=0):
    """Replace `python -m venv` by a Python whose pip says `words` and ends with `code`."""

    def create():
        setup.PYTHON.parent.mkdir(parents=True, exist_ok=True)
        setup.PYTHON.write_text(f"#!/bin/sh\necho \"$*\"\necho '{words}'\nexit {code}\n")
        setup.PYTHON.chmod(0o755)

    monkeypatch.setattr(setup, "create", create)
    monkeypatch.setattr(setup, "usable", lambda: False)


def stopped(setup, capsys) -> str:
    """The one sentence of a set-up that stops, and no stamp."""
    assert setup.main() == 1
    assert not setup.READY.exists()
    sentence = capsys.readouterr().err
    assert sentence.startswith("Set-up stopped: ") and sentence.count("\n") == 1 and sentence.endswith(".\n")
    return sentence


def test_a_python_too_old_stops_without_make_as_well(setup, monkeypatch, capsys):
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    assert "this is Python 3.9.2, and the course needs 3.11 or newer" in stopped(setup, capsys)


def test_a_python_without_venv_is_told_the_package_to_install(setup, monkeypatch, capsys):
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "ensurepip" else name)
    monkeypatch.setattr(sys, "version_info", (3, 12, 4))
    assert "sudo apt install python3.12-venv" in stopped(setup, capsys)


def test_a_full_disk_is_seen_before_anything_is_written(setup, monkeypatch, capsys):
    monkeypatch.setattr(shutil, "disk_usage", lambda path: namedtuple("usage", "free")(0.3e9))
    assert "the disk has 0.3 GB left, and the environment needs 2" in stopped(setup, capsys)
    assert not setup.ENVIRONMENT.exists()


def test_a_failed_venv_is_removed_and_its_reason_given(setup, monkeypatch, capsys):
    python = setup.ROOT / "python"
    python.write_text("#!/bin/sh\nmkdir .venv\necho 'Error: ensurepip said no'\nexit 1\n")
    python.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(python))
    monkeypatch.chdir(setup.ROOT)
    assert "python -m venv failed (Error: ensurepip said no)" in stopped(setup, capsys)
    assert not setup.ENVIRONMENT.exists()


def test_a_file_in_the_place_of_the_environment_is_no_traceback(setup, capsys):
    setup.ENVIRONMENT.write_text("")
    assert "python -m venv failed" in stopped(setup, capsys)


@pytest.mark.parametrize(
    "words, sentence",
    [
        ("ERROR: Could not install: [Errno 28] No space left on device", "the disk is full: free 2 GB here and in "),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE FILE", "differs from the one in requirements.lock"),
        ("SSLError(1, [SSL: CERTIFICATE_VERIFY_FAILED])\nMax retries exceeded", "set PIP_CERT"),
        ("Failed to establish: NewConnectionError\nERROR: No matching distribution found for jax", "cannot be reached"),
        ("Temporary failure in name resolution", "cannot be reached: check the network"),
        ("ERROR: No matching distribution found for jaxlib==0.10.2", "jaxlib==0.10.2 is not built for Python 3."),
        ("PermissionError: [Errno 13] Permission denied: here", "this folder cannot be written"),
        ("Killed", "pip failed"),
    ],
)
def test_what_stops_pip_is_told_in_one_sentence_that_names_the_log(setup, monkeypatch, capsys, words, sentence):
    pretend_environment(setup, monkeypatch, words, code=1)
    message = stopped(setup, capsys)
    assert sentence in message and f"pip's words are in {Path('.venv/set-up.log')}" in message
    assert words.splitlines()[0] in setup.LOG.read_text()


def test_a_set_up_that_stops_takes_the_old_stamp_away(setup, monkeypatch, capsys):
    pretend_environment(setup, monkeypatch, "Killed", code=1)
    setup.ENVIRONMENT.mkdir()
    setup.READY.write_text("earlier")
    stopped(setup, capsys)


def test_a_set_up_that_ends_installs_by_hash_then_the_course_then_writes_the_stamp(setup, monkeypatch, capsys):
    pretend_environment(setup, monkeypatch)
    assert setup.main() == 0
    first, second = [line for line in setup.LOG.read_text().splitlines() if line.startswith("-I -m pip install")]
    assert "--require-hashes" in first and first.endswith("-r requirements.lock")
    assert second.endswith("--no-build-isolation --no-deps -e .")
    assert setup.READY.read_text().strip() == str(setup.ROOT)
    said = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in said] == ["Installing", "Installing", "The"]
    assert all("minutes" in line or "seconds" in line or " s." in line for line in said)


def test_jupyterlab_asks_nothing_about_news_saves_explorers_and_keeps_those_that_are_saved(setup, monkeypatch):
    pretend_environment(setup, monkeypatch)
    assert setup.main() == 0
    configuration = setup.ENVIRONMENT / "etc/jupyter"
    settings = json.loads((configuration / "labconfig/default_setting_overrides.json").read_text())
    assert settings["@jupyterlab/apputils-extension:notification"]["fetchNews"] == "false"
    assert settings["@jupyter-widgets/jupyterlab-manager:plugin"] == {"saveState": True}
    assert "optcourse.lessons.saving" in (configuration / "jupyter_server_config.d/optcourse.json").read_text()


def test_an_environment_is_used_again_only_where_it_was_made_and_while_it_runs(setup):
    assert not setup.usable()
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", setup.ENVIRONMENT], check=True)
    assert not setup.usable()  # it has no pip
    (next(setup.ENVIRONMENT.glob("lib/python*/site-packages")) / "pip.py").write_text("")
    assert setup.usable()  # interrupted before its stamp, but sound
    setup.READY.write_text("somewhere else")
    assert not setup.usable()
    setup.READY.write_text(f"{setup.ROOT}\n")
    assert setup.usable()
    shutil.rmtree(setup.PYTHON.parent)
    assert not setup.usable()


def test_without_a_network_the_real_pip_is_understood(course):
    """Nothing pretends here: a real environment, a real pip, and an index at an address where nobody answers."""
    (course / "requirements.lock").write_text(f"nothing==1.0 --hash=sha256:{'0' * 64}\n")
    network = {"PIP_CONFIG_FILE": os.devnull, "PIP_RETRIES": "1", "PIP_INDEX_URL": "http://127.0.0.1:9/simple"}
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("PIP_")}
    command = [sys.executable, "create_environment.py"]
    done = subprocess.run(command, cwd=course, env=inherited | network, capture_output=True, text=True)
    assert done.returncode == 1
    assert done.stderr.startswith("Set-up stopped: the package index cannot be reached: check the network")
    assert done.stderr.count("\n") == 1
    assert not (course / ".venv/ready").exists()
