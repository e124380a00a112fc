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
JUPYTER = ROOT / ".jupyter"  # settings of JupyterLab, where its user has no other


class CommandError(Exception):
    """One sentence for whoever typed the command: what is wrong, and the remedy."""


def main(arguments=None) -> int:
    """0 when all went well, 1 when a check failed, 2 when the command cannot be done as typed."""
    write_in_any_encoding()
    parser = make_parser()
    args, others = parser.parse_known_args(arguments)
    if args.command is None:
        parser.print_help()
        return 0
    if others and args.command is not lab:
        parser.error(f"unknown: {' '.join(others)}")
    try:
        return args.command(args, *others)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # whoever read our output, such as `head`, has seen enough
        # so that closing it says nothing either
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141
    except (CommandError, OSError, ValueError) as error:
        print(f"optcourse: {error_message(error)}", file=sys.stderr)
        return 2


def error_message(error: Exception) -> str:
    """An error as a message for whoever typed the command."""
    if isinstance(error, OSError) and error.filename is not None and error.strerror:
        return f"{error.filename}: {error.strerror}"
    return str(error)


def write_in_any_encoding():
    """Write characters that the terminal or the file lacks as others that look like them."""
    codecs.register_error("optcourse", replace_by_look_alike)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # None without a console, and notebooks have their own
            stream.reconfigure(errors="optcourse")


def replace_by_look_alike(error: UnicodeError) -> tuple[str, int]:
    """Handle characters that an encoding lacks: replace each by one that looks like it."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    missing = error.object[error.start : error.end]
    plain = unicodedata.normalize("NFKD", missing.translate(LOOK_ALIKES)).encode("ascii", "replace")
    return plain.decode("ascii"), error.end


def make_parser() -> argparse.ArgumentParser:
    description = "The optimization of deep networks: the commands."
    parser = argparse.ArgumentParser("optcourse", description=description)
    parser.add_argument("--version", action="version", version=f"optcourse {__version__}")
    parser.set_defaults(command=None)
    commands = parser.add_subparsers(metavar="COMMAND")

    def add(command, summary):
        added = commands.add_parser(command.__name__, help=summary, description=command.__doc__)
        added.set_defaults(command=command)
        return added

    add(lab, "open the course in JupyterLab")
    for_notebooks = add(notebooks, "run lessons and write them in their canonical form")
    add_files(for_notebooks, "default: every lesson, the deeper notebooks too")
    add_flag(for_notebooks, "--check", "do not run or write; say what is wrong")
    for_claims = add(claims, "run the tests behind the claims, and say what became of each claim")
    add_flag(for_claims, "--list", "run nothing; say what each claim is")
    for_experiment = add(experiment, "measure what takes longer than a lesson can wait")
    for_experiment.add_argument("name", nargs="?", metavar="NAME", help="or a topic, for all of it")
    for_experiment.add_argument("--data", type=Path, metavar="DIR", help="where its files are")
    for_experiment.add_argument("--dask", metavar="ADDRESS", help="whose workers share its blocks")
    add_flag(for_experiment, "--list", "say which there are")
    add_homework(add(homework, "see how far you are, get a solution; build what is handed out"))
    return parser


def add_files(parser, summary):
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help=summary)


def add_flag(parser, name, summary):
    parser.add_argument(name, action="store_true", help=summary)


def add_homework(parser):
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    for_status = actions.add_parser("status", help="run your homework, and count your points")
    add_files(for_status, "default: all homework of the course")
    for_solve = actions.add_parser("solve", help="write a homework with the solutions in it")
    for_solve.add_argument("number", metavar="NUMBER", help="such as 01")
    summary = "default: a folder that git ignores"
    for_solve.add_argument("-o", "--output", type=Path, metavar="FILE", help=summary)
    actions.add_parser("build", help="for authors: write what students get from the sources")


def lab(args, *options) -> int:
    """Open lesson 00 in JupyterLab, or print the address; options go to JupyterLab."""
    from jupyterlab.labapp import LabApp

    lesson = LESSONS / "00_start_here.ipynb"
    if not lesson.exists():
        raise CommandError(f"{lesson} is missing: run this in a complete copy of the course")
    reason = no_browser_reason()
    if reason:
        print(f"No browser is opened ({reason}): open the address below in one, token included.")
        command = "ssh -L 8888:localhost:8888 this-machine"
        print(f"From another machine, forward the port first: {command}")
    print("Stop JupyterLab with Ctrl-C.", flush=True)
    offer_settings()
    settings = [
        f"--ServerApp.root_dir={ROOT}",
        f"--LabApp.default_url=/lab/tree/{lesson.relative_to(ROOT).as_posix()}",
        "--Application.log_level=WARN",
    ]
    if reason:
        settings.append("--no-browser")
    if is_root():
        settings.append("--allow-root")
    LabApp.launch_instance([*settings, *options])
    return 0


def offer_settings():
    """Give JupyterLab the settings of .jupyter in any environment; a user's own take precedence."""
    others = os.environ.get("JUPYTER_CONFIG_PATH")
    folders = [others, str(JUPYTER)] if others else [str(JUPYTER)]
    os.environ["JUPYTER_CONFIG_PATH"] = os.pathsep.join(folders)


def no_browser_reason() -> str:
    """Why whoever typed the command would not see a browser opened from here; "" if they would."""
    if is_root():
        return "you are root"
    if "SSH_CONNECTION" in os.environ:
        return "this is a remote machine"
    files = [Path("/.dockerenv"), Path("/run/.containerenv")]
    if any(file.exists() for file in files) or "KUBERNETES_SERVICE_HOST" in os.environ:
        return "this is a container"
    if sys.platform.startswith("linux") and not {"DISPLAY", "WAYLAND_DISPLAY"} & set(os.environ):
        return "there is no display"
    return ""


def is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def notebooks(args) -> int:
    """Run each notebook and write it canonically; with --check, only say what is wrong with it."""
    from optcourse.lessons import course
    from optcourse.lessons.canonical import NotebookError
    from optcourse.lessons.rules import complaints
    from optcourse.lessons.writer import write

    files = args.files or course.notebooks(LESSONS)
    if not files:
        raise CommandError(f"there is no notebook in {LESSONS}: name the files")
    if args.check:
        found = [f"{path}: {complaint}" for path in files for complaint in complaints(path)]
        print("\n".join(found) or "All can be committed.", file=sys.stderr if found else sys.stdout)
        return 1 if found else 0
    for path in files:
        try:
            changed = write(path, progress_bar(path))
        except NotebookError as error:
            raise CommandError(error) from error
        print(f"{path}: {'written' if changed else 'as it was'}", flush=True)
    return 0


def progress_bar(path):
    """tqdm for the cells of a notebook; it draws on a terminal alone."""
    from tqdm import tqdm

    return functools.partial(tqdm, desc=path.name, unit="cell", leave=False, disable=None)


def claims(args) -> int:
    """Compare the claims ledger with its tests; 1 where a verdict and its tests do not agree."""
    import importlib.util
    import shutil
    import subprocess

    from optcourse.lessons.claims import listing, rows

    if args.list:
        by_lesson = sorted(rows(), key=lambda row: row.lesson)
        width = min(shutil.get_terminal_size().columns, 120)
        print(listing(by_lesson, width))
        return 0
    tests = ROOT / "tests"
    if not (tests / "claims").is_dir():
        raise CommandError(f"{tests} is missing: run this in a complete copy of the course")
    if importlib.util.find_spec("pytest") is None:
        raise CommandError("pytest is not installed: set up the whole course with `make claims`")
    print("Running the tests of the claims (a minute).", flush=True)
    settings = ["-q", "-m", "claim", "--claims=table"]
    command = [sys.executable, "-m", "pytest", *settings, "tests"]
    return 1 if subprocess.run(command, cwd=ROOT).returncode else 0


def experiment(args) -> int:
    """Run one experiment of the catalog, or all of a topic; each writes its own table."""
    from optcourse.experiments.catalog import ALL, ON_FILES, ON_WORKERS

    every = ALL | ON_FILES
    if args.list:
        for name in sorted(every):
            summary = (every[name].__doc__ or "").strip().partition("\n")[0]
            print(f"{name:20} {summary}".rstrip())
        return 0
    if args.dask is not None and args.name not in ON_WORKERS:
        raise CommandError(f"--dask {args.dask}: only {' or '.join(ON_WORKERS)} comes in blocks")
    if args.name in ON_FILES:
        if args.data is None:
            raise CommandError(f"{args.name} reads files: name their folder with --data DIR")
        options = {} if args.dask is None else {"dask": args.dask}
        ON_FILES[args.name](args.data, **options)
        return 0
    if args.data is not None:
        raise CommandError(f"--data {args.data}: only {' or '.join(ON_FILES)} reads files")
    folder = f"optcourse.experiments.{args.name}."
    chosen = [n for n in ALL if n == args.name or ALL[n].__module__.startswith(folder)]
    if not chosen:
        problem = f"no experiment is called {args.name!r}" if args.name else "name an experiment"
        raise CommandError(f"{problem}; there are: {', '.join(sorted(every))}")
    for name in chosen:
        ALL[name]()
    return 0


def homework(args) -> int:
    """Run homework and count its points; write a solution; for authors, build the notebooks."""
    from optcourse.lessons.canonical import NotebookError

    actions = {"status": homework_status, "solve": homework_solve, "build": homework_build}
    try:
        return actions[args.action](args)
    except NotebookError as error:
        raise CommandError(error) from error


def homework_status(args) -> int:
    from optcourse.homework import files, status

    paths = args.files or sorted(files.FOLDER.glob("hw*.ipynb"))
    if not paths:
        raise CommandError(f"there is no homework in {files.FOLDER}: name the files")
    results = [status.progress(path, progress_bar(path)) for path in paths]
    print(status.table(results))
    return 1 if any(result.problem for result in results) else 0


def homework_solve(args) -> int:
    from optcourse.homework import build

    path = build.solve(args.number.zfill(2), args.output)
    print(f"The solution is in {path}.")
    return 0


def homework_build(args) -> int:
    from optcourse.homework import build, catalog

    for number in catalog.TOPICS:
        changed = build.build(number)
        for path in changed:
            print(f"{path}: written")
        if not changed:
            print(f"{catalog.homework_name(number)}: as it was")
    return 0


if __name__ == "__main__":
    sys.exit(main())
