"""Small committed tables: what an experiment measured, under which settings, with which versions, on which machine.

    fill(name, settings, jobs, measure)   runs the jobs that the table lacks, one row each, and can be interrupted
    read(name) -> (settings, columns)     what a lesson draws

A table is a CSV file under a header of four commented lines. Numbers are rounded, so that a second run of the same
experiment changes few characters. Rows made under different settings, or on different machines, never mix. An
experiment that fills a second table puts its own name first: `minimum_ratio.points`.
"""

import contextlib
import csv
import io
import json
import os
import platform
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

import numpy as np

FOLDER = Path(__file__).parent / "tables"
PACKAGES = ("jax", "numpy", "scipy", "scikit-learn")  # whose version may change a number
SIGNIFICANT_DIGITS = 6
BLAS_THREADS = "OPENBLAS_NUM_THREADS"  # in the environment, before Python starts


class Table(NamedTuple):
    """settings: a dictionary; columns: one array for each name, whole numbers, floats or text."""

    settings: dict
    columns: dict[str, np.ndarray]


def read(name: str, folder: Path = FOLDER) -> Table:
    """The table called `name`. Raises FileNotFoundError if it was never written, ValueError if it is damaged."""
    rows = _rows(name, folder)
    columns = {
        column: _array([row[column] for row in rows]) for column in (rows[0] if rows else [])
    }
    return Table(header(name, folder)["settings"], columns)


def header(name: str, folder: Path = FOLDER) -> dict:
    """{"settings": ..., "versions": ..., "machine": ...} of the run that wrote the table."""
    lines = [line[2:] for line in _text(name, folder).splitlines() if line.startswith("# ")]
    try:
        found = {
            part: json.loads(text) for part, text in (line.split(": ", 1) for line in lines[1:])
        }
        return {part: found[part] for part in ("settings", "versions", "machine")}
    except (ValueError, KeyError) as error:
        raise ValueError(
            f"the header of {_path(name, folder)} is damaged: {_how_to_rebuild(name)}"
        ) from error


def fill(
    name: str, settings: dict, jobs: list[dict], measure: Callable, folder: Path = FOLDER
) -> Table:
    """Give the table one row for each job: {**job, **measure(**job)}, in the order of the jobs.

    Rows that are there already are kept and not measured again; the file is replaced whole after every row. Raises
    ValueError where the rows that are there came from other settings or, while some are missing, another machine.
    """
    from tqdm import tqdm

    rows = {}
    if _path(name, folder).exists():
        rows = {tuple(row.get(part) for part in jobs[0]): row for row in _rows(name, folder)}
        _check_same_origin(name, settings, folder, complete=all(_key(job) in rows for job in jobs))
    missing = [job for job in jobs if _key(job) not in rows]
    if missing:
        _check_writable(name, folder)
    for job in tqdm(missing, desc=name):
        rows[_key(job)] = {
            column: _rounded(value) for column, value in {**job, **measure(**job)}.items()
        }
        _write(name, settings, [rows[_key(job)] for job in jobs if _key(job) in rows], folder)
    return read(name, folder)


def machine() -> dict:
    """What a reader must know to judge a time: processor, cores and threads, nothing that names the machine."""
    free = (
        len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    )  # Linux alone tells
    found = {"processor": _processor(), "cores": os.cpu_count(), "system": platform.system()}
    return {**found, "cores_allowed": free, "blas_threads": blas_threads()}


def blas_threads() -> str | None:
    """How many threads linear algebra was told to use; None if it was told nothing."""
    return os.environ.get(BLAS_THREADS)


def versions() -> dict:
    """The versions of Python and of the packages that compute."""
    return {
        "python": platform.python_version(),
        **{package: version(package) for package in PACKAGES},
    }


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:  # not Linux
        lines = []
    models = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    return models[0] if models else platform.processor() or platform.machine()


def _check_same_origin(name, settings, folder, complete):
    found, path = header(name, folder), _path(name, folder)
    now = {
        "settings": json.loads(json.dumps(settings)),
        "versions": versions(),
        "machine": machine(),
    }
    for part in ("settings",) if complete else ("settings", "versions", "machine"):
        keys = found[part].keys() | now[part].keys()
        other = [key for key in sorted(keys) if found[part].get(key) != now[part].get(key)]
        if other:
            was, is_now = ({key: side[part].get(key) for key in other} for side in (found, now))
            raise ValueError(
                f"{path} was begun with {part} {was}, now they are {is_now}: delete it to start afresh"
            )


def _write(name, settings, rows, folder):
    """Into a file beside it first, then in its place: a reader never sees half a table."""
    out = io.StringIO()
    out.write(f"# {name}: written by `optcourse experiment`\n")
    for part, value in {"settings": settings, "versions": versions(), "machine": machine()}.items():
        out.write(f"# {part}: {json.dumps(value)}\n")
    writer = csv.DictWriter(out, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    _replace(_path(name, folder), out.getvalue())


def _replace(path, words):
    partial = path.with_suffix(".partial")
    try:
        partial.write_text(words, encoding="utf-8")
        os.replace(partial, path)
    except OSError as error:
        raise OSError(
            f"{path} cannot be written: {error.strerror or error}; the rows that it had are kept"
        ) from error
    finally:
        with contextlib.suppress(
            OSError
        ):  # what kept it from being written keeps it from being removed
            partial.unlink(missing_ok=True)


def _check_writable(name, folder):
    """Before hours are spent: OSError where the table could not be written in the end."""
    probe = _path(name, folder).with_suffix(".probe")
    try:
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise OSError(
            f"{_path(name, folder)} cannot be written: {error.strerror or error}; nothing was measured"
        ) from error


def _rows(name, folder) -> list[dict]:
    lines = [line for line in _text(name, folder).splitlines() if not line.startswith("# ")]
    rows = list(csv.DictReader(lines))
    if any(None in row or None in row.values() for row in rows):
        raise ValueError(f"a row of {_path(name, folder)} is damaged: {_how_to_rebuild(name)}")
    return rows


def _text(name, folder) -> str:
    path = _path(name, folder)
    if not path.exists():
        raise FileNotFoundError(f"{path} is absent: run `{_command(name)}`")
    return path.read_text(encoding="utf-8")


def _path(name, folder) -> Path:
    return Path(folder) / f"{name}.csv"


def _how_to_rebuild(name) -> str:
    return f"delete the file, then run `{_command(name)}`"


def _command(name) -> str:
    return f"optcourse experiment {name.split('.')[0]}"


def _key(job) -> tuple:
    return tuple(_rounded(value) for value in job.values())


def _rounded(value) -> str:
    if isinstance(value, bool | int | str | np.integer | np.bool_):
        return str(value)
    return f"{float(value):.{SIGNIFICANT_DIGITS}g}"


def _array(texts) -> np.ndarray:
    for kind in (int, float):
        try:
            return np.array([kind(text) for text in texts])
        except ValueError:
            continue
    return np.array(texts)
