"""A homework under nbval: the restored notebook is run, and each check answers for one exercise.

nbval starts the kernel and runs the cells. What differs: the notebook is `restore`d first, a check must have left its
receipt, a kernel that died or a cell that takes too long ends in a sentence, and a failed check shows its words only.
"""

import re
import time
from collections import defaultdict
from pathlib import Path
from queue import Empty

from nbval.plugin import IPyNbCell, IPyNbFile

from optcourse.homework import files, restore
from optcourse.homework.receipt import receipts
from optcourse.lessons.canonical import NotebookError

LONGEST = 120  # seconds for a cell, where no --nbval-cell-timeout is given
NBVAL_DEFAULT = 2000
COLOR = re.compile(r"\x1b\[[\d;]*m")


def homework(path: Path, parent) -> "HomeworkFile | None":
    """The collector of a homework; None for another notebook."""
    name = ""
    try:
        notebook = files.read(path)
    except NotebookError as error:
        problem = str(error) if files.looks_like_homework(path) else ""
    else:
        name, problem = _recognized(notebook, path)
    if not (name or problem):
        return None
    collector = HomeworkFile.from_parent(parent, path=path)
    collector.problem = problem
    if name:
        collector.manifest = files.manifest(name)
        collector.nb, collector.notes = restore.restored(notebook, collector.manifest)
    return collector


def _recognized(notebook, path):
    """(the homework's name, "") or ("", what keeps it from being one); ("", "") for another notebook."""
    try:
        name = files.recognized(notebook, path)
    except NotebookError as error:
        return "", str(error)
    return name, "" if name else files.unnamed(notebook, path)


class HomeworkFile(IPyNbFile):
    """The notebook of one student, restored."""

    def collect(self):
        if self.problem:
            raise self.CollectError(self.problem)
        code = [cell for cell in self.nb.cells if cell.cell_type == "code"]
        for number, cell in enumerate(code):
            exercise = restore.of_check(cell, self.manifest)
            name, options = exercise or f"cell {number + 1}", defaultdict(bool)
            item = HomeworkCell.from_parent(self, name=name, cell_num=number, cell=cell, options=options)
            item.exercise = exercise
            yield item

    def setup(self):
        super().setup()
        patient = self.kernel.await_reply

        def await_reply(msg_id, timeout=None):
            """As nbval does it, but no longer than a homework may take, and not for a kernel that is dead."""
            end = time.monotonic() + (LONGEST if timeout == NBVAL_DEFAULT else timeout)
            while True:
                try:
                    return patient(msg_id, timeout=min(1, max(0.1, end - time.monotonic())))
                except Empty:
                    if not self.kernel.is_alive():
                        raise RuntimeError("the kernel died in this cell") from None
                    if time.monotonic() > end:
                        raise

        self.kernel.await_reply = await_reply


class HomeworkCell(IPyNbCell):
    """One cell of it."""

    def setup(self):
        """Nothing: after a cell that took too long, nbval would expect the checks below it to fail."""

    def runtest(self):
        if not self.parent.kernel.is_alive():
            self.raise_cell_error("Not run: a cell above stopped the kernel")
        super().runtest()
        if self.exercise and self.exercise not in receipts(self.test_outputs):
            self.raise_cell_error("The check did not run to its end")

    def reportinfo(self):
        return self.path, 0, f"{self.path.name}: {self.name}"

    def repr_failure(self, excinfo):
        """The words of a check, or what Python says of the student's own cell; no frame of nbval or of the course."""
        error = excinfo.value
        words = COLOR.sub("", getattr(error, "inner_traceback", None) or "").strip() or f"{error}."
        if words.startswith("---"):  # a traceback, with the error itself in the last line
            last = str(error) if str(error).startswith("Timeout") else words.splitlines()[-1]
            words = f"{last}, so there is nothing to check." if self.exercise else f"{last}\n{words.lstrip('-')}"
        return "\n".join(filter(None, [words, self.parent.notes.get(self.exercise, "")]))
