"""Which process runs which file of tests, and when: under pytest -n 2 --dist loadfile.

By itself xdist begins with the files of the most tests. Ours that take longest have few, came last, and one of the
processes waited for the other. And files that look at the same explorers make them once, if one process runs them.
"""

from xdist.scheduler import LoadFileScheduling

# What takes minutes comes first, in what order hardly matters; the rest fills the ends of both processes.
FIRST = (
    "tests/explorers/test_computed.py",
    "tests/explorers/test_lessons.py",
    "tests/browser/test_pages.py",
    "tests/browser",
    "tests/homework/test_plugin.py",
    "tests/homework/test_build.py",
    "tests/homework/test_exercises.py",
    "tests/homework/test_status.py",
    "tests/test_skeletons.py",
    "notebooks",
    "tests/claims",
    "tests/experiments",
    "tests/optimizers",
)
TOGETHER = FIRST[:3]  # these make every explorer, see made.py


def rank(nodeid: str) -> int:
    """The place of a test's file in FIRST, or behind them all."""
    return next((place for place, begin in enumerate(FIRST) if nodeid.startswith(begin)), len(FIRST))


class LongestFirst(LoadFileScheduling):
    """loadfile, in the order of the collection, and the files of TOGETHER as one."""

    def __init__(self, config, log=None):
        config.option.loadscopereorder = False
        super().__init__(config, log)

    def _split_scope(self, nodeid: str) -> str:
        file = super()._split_scope(nodeid)
        return TOGETHER[0] if file in TOGETHER else file
