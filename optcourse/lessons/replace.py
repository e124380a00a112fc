"""Write a file in one step."""

import contextlib
import os
import shutil
from pathlib import Path

from optcourse.lessons.canonical import NotebookError


def write_atomically(path: Path, text: str):
    """Write beside the file, then rename: a reader sees the old file or the new one, never a part.

    A link stays a link, and an old file's permissions are kept. NotebookError if that cannot be.
    """
    beside = None
    try:
        path = path.resolve()
        if path.exists() and not path.is_file():  # a folder, a device
            problem = "it is there and no file; it is as it was"
            raise NotebookError(f"{path} cannot be written: {problem}")
        beside = path.with_name(f".{path.name}.{os.getpid()}")
        beside.write_text(text, encoding="utf-8", newline="\n")
        if path.exists():
            shutil.copymode(path, beside)
        os.replace(beside, path)
    except OSError as error:
        problem = f"{error.strerror}; it is as it was"
        raise NotebookError(f"{path} cannot be written: {problem}") from error
    except UnicodeEncodeError as error:
        problem = "half a character is in it; it is as it was"
        raise NotebookError(f"{path} cannot be written: {problem}") from error
    finally:
        if beside is not None:
            # what kept it from being written keeps it from being removed
            with contextlib.suppress(OSError):
                beside.unlink(missing_ok=True)
