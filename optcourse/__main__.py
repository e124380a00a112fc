"""The command line: optcourse lab | notebooks | claims | experiment | homework.

Each command imports what it needs when it runs.
"""

import argparse
import codecs
import functools
import os
import sys
import unicodedata
from pathlib import Path

from optcourse import __version__

ROOT = Path(__file__).resolve().parent.parent
LESSONS = ROOT / "notebooks"
LOOK_ALIKES = str.maketrans(
    {"✓": "+", "✗": "x", "○": "o", "≥": ">=", "≤": "<=", "−": "-", "–": "-", "—": "-", "·": "*"}
)
JUPYTER = (
    ROOT / ".jupyter"
)  # a Jupyter configuration folder, with what JupyterLab is to do unless its user says other


class CommandError(Exception):
    """One sentence for whoever typed the command: what is wrong, and the remedy."""


def main(arguments=None) -> int:
    """0 when all went well, 1 when a check failed, 2 when the command cannot be done as typed."""
    write_in_any_encoding()
    parser = make_parser()
    chosen, others = parser.parse_known_args(arguments)
    if chosen.command is None:
        parser.print_help()
        return 0
    if others and chosen.command is not lab:
        parser.error(f"unknown: {' '.join(others)}")
    try:
        return chosen.command(chosen, *others)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # whoever read our output, such as `head`, has seen enough
        os.dup2(
            os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno()
        )  # so that closing it says nothing either
        return 141
    except (CommandError, OSError, ValueError) as error:
        print(f"optcourse: {error_message(error)}", file=sys.stderr)
        return 2


def error_message(error: Exception) -> str:
    """What an error says, in words for whoever typed the command."""
    if isinstance(error, OSError) and error.filename is not None and error.strerror:
        return f"{error.filename}: {error.strerror}"
    return str(error)


def write_in_any_encoding():
    """A character that the terminal or the file lacks is written as one that looks like it, and is no error."""
    codecs.register_error("optcourse", replace_by_look_alike)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # None without a console, and notebooks have their own
            stream.reconfigure(errors="optcourse")


def replace_by_look_alike(error: UnicodeError) -> tuple[str, int]:
    """The handler of characters that an encoding lacks."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    missing = error.object[error.start : error.end]
    plain = unicodedata.normalize("NFKD", missing.translate(LOOK_ALIKES)).encode("ascii", "replace")
    return plain.decode("ascii"), error.end


def make_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        "optcourse", description="The optimization of deep networks: the commands."
    )
    parser.add_argument("--version", action="version", version=f"optcourse {__version__}")
    parser.set_defaults(command=None)
    commands = parser.add_subparsers(metavar="COMMAND")

    def add(command, summary):
        added = commands.add_parser(command.__name__, help=summary, description=command.__doc__)
        added.set_defaults(command=command)
        return added

    add(lab, "open the course in JupyterLab")
    for_notebooks = add(notebooks, "run lessons and write them in their canonical form")
    for_notebooks.add_argument(
        "files", nargs="*", type=Path, metavar="FILE", help="default: every lesson"
    )
    for_notebooks.add_argument(
        "--check", action="store_true", help="do not run or write; say what is wrong"
    )
    for_claims = add(claims, "run the tests behind the claims, and say what became of each claim")
    for_claims.add_argument(
        "--list", action="store_true", help="run nothing; say what each claim is"
    )
    for_experiment = add(experiment, "measure what takes longer than a lesson can wait")
    for_experiment.add_argument("name", nargs="?", metavar="NAME")
    for_experiment.add_argument("--list", action="store_true", help="say which there are")
    add_homework(add(homework, "see how far you are, get a solution; build what is handed out"))
    return parser


def add_homework(parser):
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    for_status = actions.add_parser("status", help="run your homework, and count your points")
    for_status.add_argument(
        "files", nargs="*", type=Path, metavar="FILE", help="default: all homework of the course"
    )
    for_solve = actions.add_parser(
        "solve", help="write the notebook of a homework with the solutions in it"
    )
    for_solve.add_argument("number", metavar="NUMBER", help="such as 01")
    for_solve.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help="default: a folder that git ignores"
    )
    actions.add_parser(
        "build", help="for authors: write the students' notebooks and manifests from their sources"
    )


def lab(chosen, *options) -> int:
    """Open lesson 00 in JupyterLab; where no browser can be opened, print the address. Options go to JupyterLab."""
    from jupyterlab.labapp import LabApp

    lesson = LESSONS / "00_start_here.ipynb"
    if not lesson.exists():
        raise CommandError(f"{lesson} is missing: run this in a complete copy of the course")
    reason = no_browser_reason()
    if reason:
        print(f"No browser is opened ({reason}): open the address below in one, token included.")
        print(
            "From another machine, forward the port first: ssh -L 8888:localhost:8888 this-machine"
        )
    print("Stop JupyterLab with Ctrl-C.", flush=True)
    offer_settings()
    LabApp.launch_instance(
        [
            f"--ServerApp.root_dir={ROOT}",
            f"--LabApp.default_url=/lab/tree/{lesson.relative_to(ROOT).as_posix()}",
            "--Application.log_level=WARN",
            *(["--no-browser"] if reason else []),
            *(["--allow-root"] if is_root() else []),
            *options,
        ]
    )
    return 0


def offer_settings():
    """Give JupyterLab the settings of .jupyter, in an environment that has no copy of them too; a user's own win."""
    others = os.environ.get("JUPYTER_CONFIG_PATH")
    os.environ["JUPYTER_CONFIG_PATH"] = os.pathsep.join(
        [others, str(JUPYTER)] if others else [str(JUPYTER)]
    )


def no_browser_reason() -> str:
    """Why a browser opened from here would not reach the eyes of whoever typed the command; "" if it would."""
    if is_root():
        return "you are root"
    if "SSH_CONNECTION" in os.environ:
        return "this is a remote machine"
    if (
        Path("/.dockerenv").exists()
        or Path("/run/.containerenv").exists()
        or "KUBERNETES_SERVICE_HOST" in os.environ
    ):
        return "this is a container"
    if sys.platform.startswith("linux") and not {"DISPLAY", "WAYLAND_DISPLAY"} & set(os.environ):
        return "there is no display"
    return ""


def is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def notebooks(chosen) -> int:
    """Run each notebook and write it canonically; with --check, only say what keeps it from being committed."""
    from tqdm import tqdm

    from optcourse.lessons.canonical import NotebookError
    from optcourse.lessons.rules import complaints
    from optcourse.lessons.writer import write

    files = chosen.files or sorted(LESSONS.glob("*.ipynb"))
    if not files:
        raise CommandError(f"there is no notebook in {LESSONS}: name the files")
    if chosen.check:
        found = [f"{path}: {complaint}" for path in files for complaint in complaints(path)]
        print("\n".join(found) or "All can be committed.", file=sys.stderr if found else sys.stdout)
        return 1 if found else 0
    for path in files:
        bar = functools.partial(
            tqdm, desc=path.name, unit="cell", leave=False, disable=None
        )  # drawn on a terminal
        try:
            print(f"{path}: {'written' if write(path, bar) else 'as it was'}", flush=True)
        except NotebookError as error:
            raise CommandError(error) from error
    return 0


def claims(chosen) -> int:
    """Hold the claims ledger against its tests: 1 where a verdict has no test that passes, or a test contradicts it."""
    import importlib.util
    import shutil
    import subprocess

    from optcourse.lessons.claims import listing, rows

    if chosen.list:
        print(
            listing(
                sorted(rows(), key=lambda row: row.lesson),
                min(shutil.get_terminal_size().columns, 120),
            )
        )
        return 0
    if not (ROOT / "tests" / "claims").is_dir():
        raise CommandError(
            f"{ROOT / 'tests'} is missing: run this in a complete copy of the course"
        )
    if importlib.util.find_spec("pytest") is None:
        raise CommandError("pytest is not installed: set up the whole course with `make claims`")
    print("Running the tests of the claims (a minute).", flush=True)
    settings = ["-q", "-m", "claim", "--claims=table"]
    return (
        1
        if subprocess.run([sys.executable, "-m", "pytest", *settings, "tests"], cwd=ROOT).returncode
        else 0
    )


def experiment(chosen) -> int:
    """Run one experiment of the catalog; it writes its own table."""
    from optcourse.experiments.catalog import ALL

    if chosen.list:
        for name in sorted(ALL):
            print(f"{name:20} {(ALL[name].__doc__ or '').strip().split(chr(10))[0]}".rstrip())
        return 0
    if chosen.name not in ALL:
        asked = f"no experiment is called {chosen.name!r}" if chosen.name else "name an experiment"
        raise CommandError(f"{asked}; there are: {', '.join(sorted(ALL))}")
    ALL[chosen.name]()
    return 0


def homework(chosen) -> int:
    """Homework: `status` runs it and counts the points, `solve` writes a solution, `build` is for authors."""
    from optcourse.lessons.canonical import NotebookError

    try:
        return {"status": homework_status, "solve": homework_solve, "build": homework_build}[
            chosen.action
        ](chosen)
    except NotebookError as error:
        raise CommandError(error) from error


def homework_status(chosen) -> int:
    from tqdm import tqdm

    from optcourse.homework import files, status

    found = []
    for path in chosen.files or sorted(files.FOLDER.glob("hw*.ipynb")):
        bar = functools.partial(
            tqdm, desc=path.name, unit="cell", leave=False, disable=None
        )  # drawn on a terminal
        found.append(status.progress(path, bar))
    if not found:
        raise CommandError(f"there is no homework in {files.FOLDER}: name the files")
    print(status.table(found))
    return 1 if any(each.problem for each in found) else 0


def homework_solve(chosen) -> int:
    from optcourse.homework import build

    print(f"The solution is in {build.solve(chosen.number.zfill(2), chosen.output)}.")
    return 0


def homework_build(chosen) -> int:
    from optcourse.homework import build, catalog

    for number in catalog.TOPICS:
        changed = build.build(number)
        print(
            "\n".join(f"{path}: written" for path in changed)
            or f"{catalog.homework_name(number)}: as it was"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
