"""The schedule of a run on two processes: the longest files first, and those of the explorers in one process."""

from pathlib import Path
from types import SimpleNamespace

import pytest
import schedule

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def scheduler():
    """Of a run on no process, which only says what it would run together."""
    option = SimpleNamespace(loadscopereorder=True)
    config = SimpleNamespace(option=option, getvalue=lambda name: ["popen"])
    return schedule.LongestFirst(config, SimpleNamespace(loadfilesched=None, loadscopesched=None))


@pytest.mark.parametrize("path", schedule.FIRST)
def test_what_comes_first_exists(path):
    assert (ROOT / path).exists(), f"{path} was moved: mend FIRST in tests/schedule.py"


def test_a_file_comes_before_its_folder_and_what_is_not_named_comes_last(request):
    ranks = [schedule.rank(f"{path}::test") for path in schedule.FIRST]
    assert ranks == [*range(len(schedule.FIRST))]
    assert schedule.rank("tests/test_trees.py::test") == len(schedule.FIRST)
    mine = [schedule.rank(item.nodeid) for item in request.session.items]
    assert mine == sorted(mine)


def test_the_files_that_make_every_explorer_are_one_and_every_other_file_is_its_own(scheduler):
    files = (*schedule.TOGETHER, "tests/test_trees.py")
    scopes = [scheduler._split_scope(f"{file}::test[a::b]") for file in files]
    assert scopes == [*[schedule.TOGETHER[0]] * 3, "tests/test_trees.py"]
    users = [path for path in ROOT.glob("tests/*/*.py") if "\nimport made\n" in path.read_text(encoding="utf-8")]
    assert {path.relative_to(ROOT).as_posix() for path in users} == set(schedule.TOGETHER)


def test_the_order_of_the_collection_is_kept(scheduler):
    assert scheduler.config.option.loadscopereorder is False
