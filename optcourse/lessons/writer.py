"""Run a notebook and write it canonically: the same lesson on one machine gives the same bytes.

    read(path) -> notebook     or one sentence that says what is wrong with the file
    write(path) -> bool        run in a fresh kernel, canonical, text; True if the file changed

Whatever could not be the same next time (a memory address), or has no place in a lesson (a
warning), is refused. Hiding it would leave the cause in place.
"""

import copy
import os
from collections.abc import Callable
from pathlib import Path

from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from nbformat import NotebookNode

from optcourse.lessons.canonical import (
    NotebookError,
    canonical,
    first_line,
    text,
    unrepeatable_outputs,
)
from optcourse.lessons.parsing import UnsupportedFormat, parse_notebook
from optcourse.lessons.replace import write_atomically

# No progress bars in a file, no accelerator that others lack, sets of strings in one order.
ENVIRONMENT = {"TQDM_DISABLE": "1", "JAX_PLATFORMS": "cpu", "PYTHONHASHSEED": "0"}


def write(path: Path | str, progress_bar: Callable = iter, timeout: int = 120) -> bool:
    """Run the notebook at `path` in a fresh kernel and rewrite the file; True if it changed.

    progress_bar(cells) yields the cells, as tqdm does. timeout: seconds that a cell may take.
    Raises NotebookError, and leaves the file as it was, when anything fails on the way.
    """
    path = Path(path)
    before = load(path)
    notebook = _run(
        parse(before, path),
        path,
        progress_bar,
        timeout,
    )
    after = _committable_text(canonical(notebook), path)
    if after == before:
        return False
    if load(path) != before:
        raise NotebookError(f"{path} was saved by another program while it ran; run it again")
    write_atomically(path, after)
    return True


def read(path: Path | str) -> NotebookNode:
    """The notebook at `path`, as it is."""
    return parse(load(path), path)


def load(path: Path | str) -> str:
    """The file's text; one sentence if there is none."""
    try:
        return Path(path).read_text(encoding="utf-8")
    except FileNotFoundError:
        raise NotebookError(f"{path}: there is no such notebook; check the name") from None
    except UnicodeDecodeError:
        problem = "is not text in UTF-8, so it is no notebook; restore it from git"
        raise NotebookError(f"{path} {problem}") from None
    except OSError as error:
        raise NotebookError(f"{path} cannot be read: {error.strerror}") from error


def parse(source: str, path: Path | str) -> NotebookNode:
    """The notebook in the text of a file; `path` is for the message."""
    try:
        return parse_notebook(source)
    except UnsupportedFormat as error:
        remedy = "open it in JupyterLab and save it"
        raise NotebookError(f"{path} has {error}, not 4; {remedy}") from None
    except ValueError:
        problem = "it does not hold a notebook's JSON; restore it from git"
        raise NotebookError(f"{path} is damaged: {problem}") from None


def _committable_text(notebook, path):
    """The text of a notebook that can be the same next time."""
    try:
        complaints = unrepeatable_outputs(notebook)
        made = text(notebook)
    except NotebookError as error:
        raise NotebookError(f"{path}: {error}") from error
    if complaints:
        raise NotebookError(f"{path}: {complaints[0]}")
    return made


# Running


def _run(notebook, path, progress_bar, timeout):
    notebook = _clear_outputs(notebook)
    client = NotebookClient(
        notebook,
        kernel_name="python3",
        timeout=timeout,
        iopub_timeout=timeout,
        raise_on_iopub_timeout=True,  # else an output that arrives late is dropped in silence
        force_raise_errors=True,
        coalesce_streams=False,  # it would move what is printed after a figure to before it
        store_widget_state=True,
        extra_arguments=["--log-level=ERROR"],  # the kernel's own remarks are not for the author
    )
    try:
        with client.setup_kernel(cwd=str(path.resolve().parent), env=os.environ | ENVIRONMENT):
            for index, cell in enumerate(progress_bar(notebook.cells)):
                _run_cell(client, cell, index, path)
            client.set_widgets_metadata()
    except NotebookError:
        raise
    except Exception as error:
        reason = first_line(str(error)) or repr(error)
        raise NotebookError(f"{path}: no kernel could be run: {reason}") from error
    return notebook


def _clear_outputs(notebook):
    """Clear outputs and counts of an earlier run; canonical drops the widgets nobody shows."""
    notebook = copy.deepcopy(notebook)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    return notebook


def _run_cell(client, cell, index, path):
    where = f"{path}, cell {index + 1} ({first_line(cell.source)!r})"
    try:
        client.execute_cell(cell, index, execution_count=client.code_cells_executed + 1)
    except CellExecutionError as error:
        line = first_line(error.evalue)
        name = f"{error.ename}: {line}" if line else error.ename
        raise NotebookError(f"{where}: {name}") from error
    except CellTimeoutError as error:
        problem = f"ran for more than {client.timeout} s; make it do less"
        raise NotebookError(f"{where} {problem}") from error
    except DeadKernelError as error:
        raise NotebookError(f"{where}: the kernel died, for want of memory perhaps") from error
