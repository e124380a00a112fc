"""Create .venv, the course's own Python environment:   python create_environment.py

It installs the exact packages of requirements.lock, then this folder as the package `optcourse`. It
needs Python 3.11 or newer and, the first time, the network. `make lab` and `make test` call it;
where there is no make, call it yourself. Running it again repairs or updates what is there. The
file .venv/ready is written last: without it nothing is ready.
"""

import importlib.util
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent
ENVIRONMENT = ROOT / ".venv"
PYTHON = ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
READY = ENVIRONMENT / "ready"
LOG = ENVIRONMENT / "set-up.log"
GIGABYTES = 2.0  # the environment takes 1.4, and pip unpacks beside it

# What pip prints when it fails, and what to do about it; the first that is found in its log speaks.
REMEDIES = [
    (
        r"No space left|Errno 28|not enough space",
        "the disk is full: free {space} GB here and in {temporary}",
    ),
    (
        r"DO NOT MATCH THE HASHES",
        "a download differs from the one in requirements.lock: try another network or index",
    ),
    (
        r"CERTIFICATE_VERIFY_FAILED",
        "a certificate is not trusted: set PIP_CERT to the certificate of your network",
    ),
    (
        r"NewConnectionError|Max retries|ConnectTimeout|ReadTimeout|ProxyError|name resolution|"
        r"getaddrinfo|Connection",
        "the package index cannot be reached: check the network (behind a proxy, set HTTPS_PROXY)",
    ),
    (
        r"No matching distribution found for (?P<package>\S+)",
        "{package} is not built for Python {version} on {machine}: try another Python, "
        "make lab PYTHON=python3.13",
    ),
    (
        r"Permission denied|Errno 13",
        "this folder cannot be written: move the course to one of your own",
    ),
]


class SetUpError(Exception):
    """One sentence: what is wrong, and the remedy."""


def main() -> int:
    try:
        set_up()
    except SetUpError as error:
        print(f"Set-up stopped: {error}.", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"Set-up stopped: {remedy(str(error)) or error}.", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nSet-up interrupted: run it again to finish.", file=sys.stderr)
        return 130
    return 0


def set_up():
    start = time.monotonic()
    check_python()
    if not usable():
        check_space()
        create()
    for old in (READY, LOG):
        old.unlink(missing_ok=True)
    effort = "one to five minutes, 300 MB to download the first time"
    say(f"Installing the packages of requirements.lock ({effort}).")
    # Built packages only: where one is missing, a sentence is better than a compiler's pages.
    pip("--require-hashes", "--only-binary", ":all:", "-r", "requirements.lock")
    say("Installing the course itself (a few seconds).")
    pip("--no-build-isolation", "--no-deps", "-e", ".")
    set_up_jupyterlab()
    READY.write_text(f"{ROOT}\n")
    say(f"The environment .venv is ready after {time.monotonic() - start:.0f} s.")


def check_python():
    version = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info < (3, 11):  # noqa: UP036  an older Python does come here, without make
        problem = f"this is Python {version}, and the course needs 3.11 or newer"
        raise SetUpError(f"{problem}: install it from python.org")
    if not all(importlib.util.find_spec(name) for name in ("venv", "ensurepip")):
        package = "python{}.{}-venv".format(*sys.version_info)
        raise SetUpError(
            f"Python {version} lacks its venv module: on Debian or Ubuntu, "
            f"sudo apt install {package}; elsewhere, install Python from python.org"
        )


def usable() -> bool:
    """Whether .venv was made here and has a Python that runs, is new enough, and has pip."""
    if READY.exists() and READY.read_text().strip() != str(ROOT):
        return False  # the folder was moved, and the programs in .venv point to the old place
    try:
        test = "import sys, pip; sys.exit(sys.version_info < (3, 11))"
        return subprocess.run([PYTHON, "-c", test], capture_output=True).returncode == 0
    except OSError:
        return False


def check_space():
    free = shutil.disk_usage(ROOT).free / 1e9
    if free < GIGABYTES:
        raise SetUpError(
            f"the disk has {free:.1f} GB left, and the environment needs {GIGABYTES:g}: free some"
        )


def create():
    say("Creating the environment .venv (a few seconds).")
    command = [sys.executable, "-m", "venv", "--clear", ENVIRONMENT]
    result = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if result.returncode:
        shutil.rmtree(ENVIRONMENT, ignore_errors=True)
        lines = result.stdout.strip().splitlines() or ["no reason given"]
        raise SetUpError(
            remedy(result.stdout) or f"python -m venv failed ({lines[-1]}): try another Python"
        )


def pip(*arguments):
    """pip install, its words in the log, one line of progress on a terminal."""
    # Isolated, so that neither PYTHONPATH nor packages in the home folder count as installed.
    command = [
        PYTHON,
        "-I",
        "-m",
        "pip",
        "install",
        "--no-input",
        "--progress-bar",
        "off",
        *arguments,
    ]
    settings = {**os.environ, "PIP_USER": "0", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    output = {
        "stdout": subprocess.PIPE,
        "stderr": subprocess.STDOUT,
        "text": True,
        "errors": "replace",
    }
    lines = []
    with LOG.open("a", encoding="utf-8") as log:
        with subprocess.Popen(command, cwd=ROOT, env=settings, **output) as process:
            for line in process.stdout:
                log.write(line)
                lines.append(line)
                show_progress(line, sum(line.startswith("Collecting ") for line in lines))
    if sys.stdout.isatty():
        print("\r" + " " * 70, end="\r")
    if process.returncode:
        raise SetUpError(
            f"{remedy(''.join(lines)) or 'pip failed'}; pip's words are in {LOG.relative_to(ROOT)}"
        )


def show_progress(line, collected):
    if sys.stdout.isatty() and line.startswith(("Collecting ", "Installing collected")):
        doing = "unpacking" if line.startswith("Installing") else line.split("==")[0].lower()
        print(f"\r  {collected:3d} packages: {doing:50.50}", end="", flush=True)


def remedy(words: str):
    """The sentence of REMEDIES for pip's output, or None."""
    for pattern, sentence in REMEDIES:
        found = re.search(pattern, words)
        if found:
            facts = {
                "space": f"{GIGABYTES:g}",
                "temporary": tempfile.gettempdir(),
                "version": "{}.{}".format(*sys.version_info),
                "machine": f"{platform.system()} {platform.machine()}",
            }
            return sentence.format(**facts, **found.groupdict())
    return None


def set_up_jupyterlab():
    """Give JupyterLab the settings in .jupyter, as `optcourse lab` does in other environments.

    No question about news before the first lesson, no call home, and explorers are saved with their
    lesson.
    """
    shutil.copytree(ROOT / ".jupyter", ENVIRONMENT / "etc/jupyter", dirs_exist_ok=True)


def say(sentence):
    print(sentence, flush=True)


if __name__ == "__main__":
    sys.exit(main())
