"""The command line: what each command does, and one sentence on stderr with exit code 2 when it cannot be done."""

import functools
import io
import os
import re
import signal
import subprocess
import sys
import threading
import time
import types
import urllib.request
from pathlib import Path

import nbformat
import pytest
from jupyterlab.labapp import LabApp

import optcourse
from optcourse import __main__ as command_line
from optcourse.experiments import table
from optcourse.homework import build
from optcourse.homework import catalog as catalog_of_homework
from optcourse.lessons import writer
from optcourse.lessons.replace import write_atomically

ROOT = Path(__file__).resolve().parent.parent


def sentence(capsys) -> str:
    """What was said on stderr: one line."""
    error = capsys.readouterr().err
    assert error.startswith("optcourse: ") and error.count("\n") == 1
    return error


def write_notebook(path, *sources) -> Path:
    cells = [nbformat.v4.new_code_cell(source) for source in sources]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), path)
    return path


# --- All of it


def test_without_a_command_it_says_what_there_is(capsys):
    assert command_line.main([]) == 0
    said = capsys.readouterr().out
    assert all(command in said for command in ["lab", "notebooks", "experiment"])


def test_it_runs_as_a_module_and_loads_nothing_for_its_version():
    script = "import sys; sys.argv = ['optcourse', '--version']\n"
    script += "import runpy\ntry: runpy.run_module('optcourse', run_name='__main__')\n"
    script += "finally: print(sorted({'jax', 'nbclient', 'matplotlib', 'jupyterlab'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, cwd=ROOT)
    assert done.stdout == f"optcourse {optcourse.__version__}\n[]\n", done.stderr


@pytest.mark.parametrize("arguments", [["dance"], ["notebooks", "--dance"], ["experiment", "--port=9"]])
def test_an_unknown_word_is_refused(arguments, capsys):
    with pytest.raises(SystemExit) as stop:
        command_line.main(arguments)
    assert stop.value.code == 2
    assert "dance" in capsys.readouterr().err or "--port" in arguments[-1]


@pytest.mark.parametrize("error", [ValueError("k = 0: choose 1"), FileNotFoundError("no table: run the experiment")])
def test_a_known_error_is_one_sentence_and_an_unknown_one_keeps_its_traceback(error, monkeypatch, capsys):
    def fail(error):
        raise error

    experiments = {"slow": lambda: fail(error), "broken": lambda: fail(KeyError("bug"))}
    catalog = types.SimpleNamespace(ALL=experiments, ON_FILES={}, ON_WORKERS=set())
    monkeypatch.setitem(sys.modules, "optcourse.experiments.catalog", catalog)
    assert command_line.main(["experiment", "slow"]) == 2
    assert sentence(capsys) == f"optcourse: {error}\n"
    with pytest.raises(KeyError):
        command_line.main(["experiment", "broken"])


ENCODINGS = ["cp1252", "ascii", "cp437", "utf-8"]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("arguments, exit_code", [(["claims", "--list"], 0), (["experiment", "ü✓\udcff"], 2)])
def test_output_survives_an_encoding_that_lacks_its_characters(arguments, exit_code, encoding, monkeypatch):
    """As on a Windows console, or with > file there: both streams."""
    streams = [io.TextIOWrapper(io.BytesIO(), encoding=encoding) for _ in range(2)]
    monkeypatch.setattr(sys, "stdout", streams[0])
    monkeypatch.setattr(sys, "stderr", streams[1])
    assert command_line.main(arguments) == exit_code
    for stream in streams:
        stream.flush()
    assert streams[0 if exit_code == 0 else 1].buffer.getvalue()


def test_marks_that_an_encoding_lacks_are_told_apart_by_letters():
    written = io.TextIOWrapper(io.BytesIO(), encoding="cp1252")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdout", written)
        command_line.write_in_any_encoding()
        print("✓ ✗ ○ é λ ≥")
    written.flush()
    assert written.buffer.getvalue().split() == [b"+", b"x", b"o", b"\xe9", b"?", b">="]


def test_without_a_console_it_runs_too(monkeypatch):
    monkeypatch.setattr(sys, "stdout", None)
    assert command_line.main(["experiment", "--list"]) == 0


@pytest.mark.parametrize("reason", [28, 30, 13], ids=os.strerror)
def test_what_the_file_system_refuses_is_one_sentence(reason, tmp_path, monkeypatch, capsys):
    """A full disk, a read-only course, a folder of somebody else: in every command that writes."""

    def refused(*arguments, **options):
        raise OSError(reason, os.strerror(reason), str(tmp_path))

    notebook = write_notebook(tmp_path / "sum.ipynb", "1 + 1")
    fill = functools.partial(table.fill, "t", {}, [{"x": 1}], lambda x: {"y": x}, tmp_path / "tables")
    catalog = types.SimpleNamespace(ALL={"quick": fill}, ON_FILES={}, ON_WORKERS=set())
    monkeypatch.setitem(sys.modules, "optcourse.experiments.catalog", catalog)
    monkeypatch.setattr(build, "build", lambda number: write_atomically(tmp_path / "built", "words"))
    monkeypatch.setattr(writer, "_run", lambda notebook, *_: notebook)
    monkeypatch.setattr(build, "SOLUTIONS", tmp_path / "solutions" / "deep")
    for name in ("write_text", "touch", "mkdir"):
        monkeypatch.setattr(Path, name, refused)
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    for words in ("experiment quick", f"notebooks {notebook}", "homework build", "homework solve 01"):
        assert command_line.main(words.split()) == 2, words
        assert os.strerror(reason) in sentence(capsys)
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_a_folder_in_the_way_is_one_sentence(tmp_path, monkeypatch, capsys):
    (tmp_path / "t.csv").mkdir()
    fill = functools.partial(table.fill, "t", {}, [{"x": 1}], lambda x: {"y": x}, tmp_path)
    catalog = types.SimpleNamespace(ALL={"quick": fill}, ON_FILES={}, ON_WORKERS=set())
    monkeypatch.setitem(sys.modules, "optcourse.experiments.catalog", catalog)
    assert command_line.main(["experiment", "quick"]) == 2
    assert "t.csv: Is a directory" in sentence(capsys)
    (tmp_path / "solutions").write_text("a file")
    monkeypatch.setattr(build, "SOLUTIONS", tmp_path / "solutions" / "deep")
    assert command_line.main(["homework", "solve", "01"]) == 2
    assert "cannot be made" in sentence(capsys)
    monkeypatch.setattr(catalog_of_homework, "TOPICS", {"01": "critical_points"})
    monkeypatch.setattr(build, "build", lambda number: write_atomically(tmp_path / "t.csv", "words"))
    assert command_line.main(["homework", "build"]) == 2
    assert "it is there and no file" in sentence(capsys)


# --- experiment


@pytest.fixture
def catalog(monkeypatch):
    """Two experiments, and one on files, that only note that they ran."""
    ran = []

    def quick():
        """Count to one.

        More words.
        """
        ran.append("quick")

    def slow():
        ran.append("slow")

    def images(folder, **options):
        """Look at files."""
        ran.append(folder if not options else (folder, options))

    quick.__module__ = "optcourse.experiments.counting.small"
    slow.__module__ = "optcourse.experiments.counting.large"
    own, on_files = {"slow": slow, "quick": quick}, {"images": images}
    experiments = types.SimpleNamespace(ALL=own, ON_FILES=on_files, ON_WORKERS={"images"})
    monkeypatch.setitem(sys.modules, "optcourse.experiments.catalog", experiments)
    return ran


def test_an_experiment_is_run_by_name(catalog):
    assert command_line.main(["experiment", "quick"]) == 0
    assert catalog == ["quick"]


def test_the_experiments_are_listed_with_what_they_measure(catalog, capsys):
    assert command_line.main(["experiment", "--list"]) == 0
    assert [line.split(maxsplit=1) for line in capsys.readouterr().out.splitlines()] == [
        ["images", "Look at files."],
        ["quick", "Count to one."],
        ["slow"],
    ]
    assert catalog == []


@pytest.mark.parametrize("arguments", [["experiment", "quack"], ["experiment"]])
def test_an_unknown_experiment_lists_the_known_ones(catalog, capsys, arguments):
    assert command_line.main(arguments) == 2
    assert sentence(capsys).endswith("there are: images, quick, slow\n")


def test_a_topic_runs_all_of_its_experiments_and_a_part_of_its_name_none(catalog, capsys):
    assert command_line.main(["experiment", "counting"]) == 0
    assert catalog == ["slow", "quick"]
    assert command_line.main(["experiment", "count"]) == 2
    assert "no experiment is called 'count'" in sentence(capsys) and len(catalog) == 2


def test_an_experiment_on_files_is_called_with_their_folder_and_no_other_is(catalog, capsys):
    assert command_line.main(["experiment", "images", "--data", "pictures"]) == 0
    assert catalog == [Path("pictures")]
    assert command_line.main(["experiment", "images"]) == 2
    assert sentence(capsys) == "optcourse: images reads files: name their folder with --data DIR\n"
    assert command_line.main(["experiment", "quick", "--data", "pictures"]) == 2
    assert sentence(capsys) == "optcourse: --data pictures: only images reads files\n"
    assert len(catalog) == 1


def test_an_experiment_in_blocks_is_given_the_address_of_a_cluster_and_no_other_is(catalog, capsys):
    address = "tcp://127.0.0.1:8786"
    assert command_line.main(["experiment", "images", "--data", "pictures", "--dask", address]) == 0
    assert catalog == [(Path("pictures"), {"dask": address})]
    assert command_line.main(["experiment", "quick", "--dask", address]) == 2
    assert sentence(capsys) == f"optcourse: --dask {address}: only images comes in blocks\n"


# --- notebooks


def test_a_notebook_is_run_and_written_and_then_as_it_was(tmp_path, capsys):
    path = write_notebook(tmp_path / "sum.ipynb", "1 + 1")
    assert command_line.main(["notebooks", str(path)]) == 0
    assert nbformat.read(path, as_version=4).cells[0].outputs[0].data["text/plain"] == "2"
    assert command_line.main(["notebooks", str(path)]) == 0
    assert capsys.readouterr().out == f"{path}: written\n{path}: as it was\n"


def test_a_notebook_that_fails_is_one_sentence_and_stays_as_it_was(tmp_path, capsys):
    path = write_notebook(tmp_path / "fails.ipynb", "1 / 0")
    before = path.read_text()
    assert command_line.main(["notebooks", str(path)]) == 2
    assert "ZeroDivisionError" in sentence(capsys).splitlines()[-1]
    assert path.read_text() == before


def test_no_notebook_is_one_sentence(tmp_path, monkeypatch, capsys):
    assert command_line.main(["notebooks", str(tmp_path / "none.ipynb")]) == 2
    assert "none.ipynb" in sentence(capsys)
    monkeypatch.setattr(command_line, "LESSONS", tmp_path)
    assert command_line.main(["notebooks"]) == 2
    assert "there is no notebook in" in sentence(capsys)


def test_a_check_writes_nothing_and_says_what_keeps_a_notebook_back(tmp_path, capsys):
    path = write_notebook(tmp_path / "never_run.ipynb", "1 + 1")
    before = path.read_text()
    assert command_line.main(["notebooks", "--check", str(path)]) == 1
    assert str(path) in capsys.readouterr().err
    assert path.read_text() == before


def test_without_names_every_core_and_every_deeper_notebook_is_meant(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(command_line, "LESSONS", tmp_path)
    (tmp_path / "deeper").mkdir()
    paths = [write_notebook(tmp_path / name, "1 + 1") for name in ("01_first.ipynb", "deeper/01_far.ipynb")]
    assert command_line.main(["notebooks", "--check"]) == 1
    told = capsys.readouterr().err
    assert all(str(path) in told for path in paths)


# --- lab


@pytest.fixture
def desk(monkeypatch):
    """A desk: an ordinary user before a display, whatever this machine is."""
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    monkeypatch.setattr(Path, "exists", lambda path: False)
    for name in ["SSH_CONNECTION", "KUBERNETES_SERVICE_HOST"]:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DISPLAY", ":0")
    return monkeypatch


def test_at_a_desk_a_browser_is_opened(desk):
    assert command_line.no_browser_reason() == ""


def test_elsewhere_the_reason_for_opening_none_is_said(desk):
    desk.setattr(sys, "platform", "linux")
    desk.delenv("DISPLAY")
    desk.delenv("WAYLAND_DISPLAY", raising=False)
    assert command_line.no_browser_reason() == "there is no display"
    desk.setattr(Path, "exists", lambda path: str(path) == "/.dockerenv")
    assert command_line.no_browser_reason() == "this is a container"
    desk.setenv("SSH_CONNECTION", "10.0.0.1")
    assert command_line.no_browser_reason() == "this is a remote machine"
    desk.setattr(os, "geteuid", lambda: 0)
    assert command_line.no_browser_reason() == "you are root"


@pytest.mark.parametrize("reason, root", [("", False), ("there is no display", False), ("you are root", True)])
def test_jupyterlab_is_told_what_this_machine_can_do(reason, root, tmp_path, monkeypatch):
    told = []
    monkeypatch.setattr(LabApp, "launch_instance", told.extend)
    monkeypatch.setattr(command_line, "ROOT", tmp_path)
    monkeypatch.setattr(command_line, "LESSONS", tmp_path)
    monkeypatch.setattr(command_line, "no_browser_reason", lambda: reason)
    monkeypatch.setattr(command_line, "is_root", lambda: root)
    monkeypatch.setenv("JUPYTER_CONFIG_PATH", "mine")
    write_notebook(tmp_path / "00_start_here.ipynb")
    assert command_line.main(["lab", "--port=9000"]) == 0
    assert ("--no-browser" in told, "--allow-root" in told) == (bool(reason), root)
    assert "--port=9000" in told
    assert os.environ["JUPYTER_CONFIG_PATH"].split(os.pathsep) == ["mine", str(ROOT / ".jupyter")]


def test_a_copy_without_lessons_is_one_sentence(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(command_line, "LESSONS", tmp_path)
    assert command_line.main(["lab"]) == 2
    assert "00_start_here.ipynb is missing" in sentence(capsys)


def fetch(address) -> str:
    """The page at `address`; JupyterLab prints its address a moment before it listens."""
    for _ in range(100):
        try:
            with urllib.request.urlopen(address, timeout=10) as answer:
                return answer.read().decode()
        except OSError:
            time.sleep(0.1)
    return ""


def test_the_address_that_is_printed_opens_the_first_lesson(tmp_path):
    """A real JupyterLab, on a server: no display, so the address is printed; following it answers."""
    (tmp_path / "notebooks").mkdir()
    write_notebook(tmp_path / "notebooks" / "00_start_here.ipynb", "1 + 1")
    script = "from pathlib import Path; from optcourse import __main__ as m\n"
    script += f"m.ROOT = Path({str(tmp_path)!r}); m.LESSONS = m.ROOT / 'notebooks'; m.main(['lab', '--port=0'])"
    inherited = {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    environment = inherited | {"SSH_CONNECTION": "a server", "PYTHONPATH": str(ROOT), "HOME": str(tmp_path)}
    output = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True}
    with subprocess.Popen([sys.executable, "-c", script], cwd=tmp_path, env=environment, **output) as process:
        guard = threading.Timer(60, process.kill)
        guard.start()
        said = ""
        for line in process.stdout:
            said += line
            address = re.search(r"http://127\S+/lab/tree/notebooks/00_start_here\.ipynb\?token=\w+", line)
            if address:
                page = fetch(address[0])
                process.send_signal(signal.SIGTERM)
                break
        process.stdout.read()
        guard.cancel()
    assert "No browser is opened" in said and "ssh -L" in said
    assert "<title>JupyterLab</title>" in page, said
