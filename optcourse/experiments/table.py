"""Small committed tables: what was measured, under which settings, versions, and on which machine.

    grid(name=values, ...)                the jobs of an experiment: every combination of values
    fill(name, settings, jobs, measure)   runs the jobs that the table lacks, one row each
    read(name) -> Table                   what a lesson draws
    Table.where, Table.by, Table.numbers  some of its rows; a column of several numbers each
    join_numbers, parse_numbers           several numbers in one cell

A table is a CSV file under a header of four commented lines. Numbers are rounded, so that a second
run of the same experiment changes few characters. Rows made under different settings, or on
different machines, never mix. An experiment that fills a second table puts its own name first:
`positive_fractions.points`.
"""

import contextlib
import csv
import io
import json
import os
import platform
from collections.abc import Callable
from importlib.metadata import version
from itertools import product
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

    def where(self, **wanted) -> "Table":
        """The rows in which these columns have these values, rounded as in the file.

        Raises ValueError where there is no such row: it names the values that there are.
        """
        equal = [_equal(self.columns[name], value) for name, value in wanted.items()]
        mine = np.all(equal, axis=0)
        if not np.any(mine):
            known = {name: list(dict.fromkeys(self.columns[name].tolist())) for name in wanted}
            asked = ", ".join(f"{name} = {value!r}" for name, value in wanted.items())
            raise ValueError(f"no row has {asked}: choose from {known}")
        return self._take(mine)

    def by(self, *columns: str) -> dict:
        """{value: the rows in which this column has it}, in the order of the file.

        Of several columns the key is the tuple of their values.
        """
        keys = self._keys(columns)
        return {one: self._take([key == one for key in keys]) for one in dict.fromkeys(keys)}

    def numbers(self, column: str, *keys: str) -> dict:
        """{key: the numbers that a row has in this column, an array}, written by `join_numbers`.

        The keys are as in `by`.
        """
        return dict(zip(self._keys(keys), parse_numbers(self.columns[column])))

    def _keys(self, columns) -> list:
        """A row's value in the column; of several columns, the tuple of values."""
        values = [self.columns[name].tolist() for name in columns]
        return values[0] if len(columns) == 1 else list(zip(*values))

    def _take(self, mine) -> "Table":
        return Table(self.settings, {name: values[mine] for name, values in self.columns.items()})


def join_numbers(numbers, digits: int = 4) -> str:
    """Several numbers as the text of one cell, such as "35 40 40.5"."""
    return " ".join(f"{number:.{digits}g}" for number in np.asarray(numbers).tolist())


def parse_numbers(texts) -> np.ndarray:
    """A column of such texts as an array (rows, numbers)."""
    return np.array([[float(number) for number in text.split()] for text in texts])


def grid(**values) -> list[dict]:
    """[{name: value, ...}]: every combination, the last name changing fastest."""
    return [dict(zip(values, combination)) for combination in product(*values.values())]


def read(name: str, folder: Path = FOLDER) -> Table:
    """The table called `name`.

    Raises FileNotFoundError if it was never written, ValueError if it is damaged.
    """
    rows = _rows(name, folder)
    names = rows[0] if rows else []
    columns = {column: _array([row[column] for row in rows]) for column in names}
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

    Rows that are there already are kept and not measured again; the file is replaced whole after
    every row. Raises ValueError where the rows that are there came from other settings or, while
    some are missing, another machine.
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
        row = {**job, **measure(**job)}
        rows[_key(job)] = {column: _rounded(value) for column, value in row.items()}
        _write(name, settings, [rows[_key(job)] for job in jobs if _key(job) in rows], folder)
    return read(name, folder)


def machine() -> dict:
    """What a reader must know to judge a time: processor, cores and threads, but no host name."""
    cores_allowed = os.cpu_count()
    if hasattr(os, "sched_getaffinity"):  # Linux alone tells
        cores_allowed = len(os.sched_getaffinity(0))
    return {
        "processor": _processor(),
        "cores": os.cpu_count(),
        "system": platform.system(),
        "cores_allowed": cores_allowed,
        "blas_threads": blas_threads(),
    }


def blas_threads() -> str | None:
    """How many threads linear algebra was told to use; None if it was told nothing."""
    return os.environ.get(BLAS_THREADS)


def versions() -> dict:
    """The versions of Python and of the packages that compute."""
    python = {"python": platform.python_version()}
    return python | {package: version(package) for package in PACKAGES}


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
                f"{path} was begun with {part} {was}, now they are {is_now}: "
                "delete it to start afresh"
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
        # What kept it from being written keeps it from being removed, too.
        with contextlib.suppress(OSError):
            partial.unlink(missing_ok=True)


def _check_writable(name, folder):
    """Before hours are spent: OSError where the table could not be written in the end."""
    probe = _path(name, folder).with_suffix(".probe")
    try:
        probe.touch()
        probe.unlink()
    except OSError as error:
        path, why = _path(name, folder), error.strerror or error
        raise OSError(f"{path} cannot be written: {why}; nothing was measured") from error


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


def _equal(values, value) -> np.ndarray:
    text = _rounded(value)
    return values == (text if values.dtype.kind == "U" else float(text))


def _array(texts) -> np.ndarray:
    for kind in (int, float):
        try:
            return np.array([kind(text) for text in texts])
        except ValueError:
            continue
    return np.array(texts)
