"""Explorers that several files of tests look at, made once a process: each takes a second.

Whoever asks one names its values; where its controls were left is nobody's business.
"""

import functools
from importlib import import_module

from optcourse.explorers.explorer import Explorer


@functools.cache
def once(build) -> Explorer:
    """The explorer of this function, as it comes."""
    return build()


def explorer(name: str) -> Explorer:
    """The explorer "module.function", as it comes."""
    module, function = name.split(".")
    return once(getattr(import_module(f"optcourse.explorers.{module}"), function))
