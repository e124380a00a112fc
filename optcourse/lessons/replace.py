"""Write a file in one step."""

import os
import shutil
from pathlib import Path

from optcourse.lessons.canonical import NotebookError


def replace(path: Path, words: str):
    """Write beside the file, then rename: a reader sees the old file or the new one, never a part.

    A link stays a link, and an old file's permissions are kept. NotebookError if the file cannot be written.
    """
    path = path.resolve()
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        beside.write_text(words, encoding="utf-8", newline="\n")
        if path.exists():
            shutil.copymode(path, beside)
        os.replace(beside, path)
    except OSError as error:
        raise NotebookError(f"{path} cannot be written: {error.strerror}; it is as it was") from error
    finally:
        beside.unlink(missing_ok=True)
