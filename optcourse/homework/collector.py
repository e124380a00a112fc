"""A homework under nbval: the restored notebook is run, and each check answers for one exercise.

nbval starts the kernel and runs the cells. What differs: the notebook is `restore`d first, a check
must have left its receipt, a kernel that died or a cell that takes too long ends in a sentence, a
failed check shows its message only, and no cell of the student's own can fail: it is an expected
failure (xfail), whose reason `pytest -rx` prints. The check of an exercise that is newer than the
file is skipped (`-rs`).
"""

import re
import time
from collections import defaultdict
from pathlib import Path
from queue import Empty

import pytest
from nbval.plugin import IPyNbCell, IPyNbFile

from optcourse.homework import cell_matching, files, restore
from optcourse.homework.receipt import receipts
from optcourse.lessons.canonical import NotebookError, first_line

MAX_SECONDS = 120  # seconds for a cell, where no --nbval-cell-timeout is given
NBVAL_DEFAULT = 2000
ANSI_COLOR = re.compile(r"\x1b\[[\d;]*m")


def make_collector(path: Path, parent) -> "HomeworkFile | None":
    """The collector of a homework; None for another notebook."""
    collector, problem = HomeworkFile.from_parent(parent, path=path), ""
    try:
        notebook = files.read(path)
    except NotebookError as error:
        problem = str(error) if files.looks_like_homework(path) else ""
    else:
        problem = _prepare(collector, notebook, path)
    collector.problem = problem
    return collector if problem or collector.nb else None


def _prepare(collector, notebook, path):
    """What keeps the notebook from being run; "" if it is ready, or no homework."""
    try:
        name = files.identify(notebook, path)
        if not name:
            return files.unidentified_message(notebook, path)
        collector.manifest = files.manifest(name)
        collector.nb, collector.notes = restore.restore_checks(notebook, collector.manifest)
        return ""
    except NotebookError as error:
        return str(error)
    except Exception as error:  # whatever is wrong with one file, the others are collected
        return f"{path} cannot be run: {type(error).__name__}: {first_line(str(error))}"


class HomeworkFile(IPyNbFile):
    """The restored notebook of a student; errors: exercise -> that of the cell that defines it."""

    nb, errors = None, None

    def collect(self):
        if self.problem:
            raise self.CollectError(self.problem)
        self.errors = {}
        code = [cell for cell in self.nb.cells if cell.cell_type == "code"]
        for number, cell in enumerate(code):
            exercise = restore.checked_exercise(cell, self.manifest)
            name = exercise or f"cell {number + 1}"
            options = {"cell_num": number, "cell": cell, "options": defaultdict(bool)}
            item = HomeworkCell.from_parent(self, name=name, **options)
            item.exercise = exercise
            item.defines = []
            for check in self.manifest.checks:
                if cell_matching.definitions([cell], check):
                    item.defines.append(check.exercise)
            yield item

    def setup(self):
        super().setup()
        patient = self.kernel.await_reply

        def await_reply(msg_id, timeout=None):
            """As nbval does it, but no longer than the timeout, and not for a dead kernel."""
            end = time.monotonic() + timeout
            while True:
                left = max(0.1, end - time.monotonic())
                try:
                    return patient(msg_id, timeout=min(1, left))
                except Empty:
                    if not self.kernel.is_alive():
                        raise RuntimeError("the kernel died in this cell") from None
                    if time.monotonic() > end:
                        raise

        self.kernel.await_reply = await_reply


class HomeworkCell(IPyNbCell):
    """A cell of a homework: a check passes or fails; the failure of another is only reported."""

    def setup(self):
        """Nothing: after a cell that took too long, nbval would expect those below it to fail."""

    def runtest(self):
        if not self.exercise:
            return self._run_student_cell()
        if self.parent.notes.get(self.exercise) == restore.NEWER:
            pytest.skip(restore.NEWER)
        self._run_with_timeout()
        if self.exercise not in receipts(self.test_outputs):
            self.raise_cell_error("The check did not run to its end")

    def _run_student_cell(self):
        try:
            self._run_with_timeout()
        except Exception as error:
            last = _error_line(error)
            self.parent.errors |= dict.fromkeys(self.defines, last)
            pytest.xfail(f"a cell that checks nothing stopped: {last}")

    def _run_with_timeout(self):
        """Run the cell as nbval does, and no longer than a homework may take."""
        if not self.parent.kernel.is_alive():
            self.raise_cell_error("Not run: a cell above stopped the kernel")
        options = self.config.option
        given = options.nbval_cell_timeout
        options.nbval_cell_timeout = MAX_SECONDS if given == NBVAL_DEFAULT else given
        try:
            super().runtest()
        finally:
            options.nbval_cell_timeout = given

    def reportinfo(self):
        return self.path, 0, f"{self.path.name}: {self.name}"

    def repr_failure(self, excinfo):
        """The message of a check; no frame of nbval or of the course."""
        message = _error_text(excinfo.value)
        if message.startswith("---"):  # a traceback: the check could not even be called
            message = f"{_error_line(excinfo.value)}, so there is nothing to check."
        lines = [message]
        if error := self.parent.errors.get(self.exercise):
            lines.append(f"The cell that defines it stopped: {error}")
        if note := self.parent.notes.get(self.exercise):
            lines.append(note)
        return "\n".join(lines)


def _error_text(error):
    """The traceback or the message of an error, without colors."""
    traceback = getattr(error, "inner_traceback", None) or ""
    return ANSI_COLOR.sub("", traceback).strip() or f"{error}."


def _error_line(error):
    """The error itself, in a line."""
    if str(error).startswith("Timeout"):
        return str(error)
    return _error_text(error).splitlines()[-1]
