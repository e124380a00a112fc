"""The pytest plug-in: `pytest --nbval-lax` runs a homework with the check cells of the course.

It acts on what nbval collects, and of that on the homework of this course only. Every other run of
pytest that finds it installed is as it was, so it imports nothing until then.
"""

import pytest


@pytest.hookimpl(wrapper=True)
def pytest_collect_file(file_path, parent):
    """Take a homework over from nbval."""
    collected = yield
    of_nbval = [each for each in collected if type(each).__module__ == "nbval.plugin"]
    if not of_nbval:
        return collected
    from optcourse.homework.collector import make_collector

    ours = make_collector(file_path, parent)
    return [ours if ours and each in of_nbval else each for each in collected]
