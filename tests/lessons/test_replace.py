"""A file is replaced whole or not at all."""

import os

import pytest

from optcourse.lessons.canonical import NotebookError
from optcourse.lessons.replace import write_atomically


def test_a_file_is_written_whole_or_not_at_all(tmp_path):
    (tmp_path / "a.ipynb").mkdir()
    with pytest.raises(NotebookError, match=r"a\.ipynb cannot be written: .*; it is as it was"):
        write_atomically(tmp_path / "a.ipynb", "words")
    assert [each.name for each in tmp_path.iterdir()] == ["a.ipynb"]


@pytest.mark.skipif(os.name == "nt", reason="on Windows links need a privilege")
def test_a_link_stays_a_link_and_the_permissions_are_kept(tmp_path):
    file, link = tmp_path / "file", tmp_path / "link"
    file.write_text("old")
    file.chmod(0o640)
    link.symlink_to(file)
    write_atomically(link, "new")
    assert link.is_symlink() and file.read_text() == "new" and file.stat().st_mode & 0o777 == 0o640


def test_a_file_that_was_not_there_is_made(tmp_path):
    write_atomically(tmp_path / "new", "é\n")
    assert (tmp_path / "new").read_bytes() == "é\n".encode()
