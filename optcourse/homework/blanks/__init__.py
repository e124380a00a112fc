"""The blanks of the lessons: for each topic that has one, what is true of every right filling.

    find("flooding.flooded") -> Exercise     BLANKS["flooded"] of the module flooding

A blank is an exercise without points. Its solution is no secret: it unfolds in the lesson.
"""

import importlib
import pkgutil

from optcourse.homework.exercise import Exercise

TOPICS = tuple(module.name for module in pkgutil.iter_modules(__path__))


def names() -> list[str]:
    """The name of every blank: "topic.function"."""
    return [f"{topic}.{name}" for topic in TOPICS for name in _of_topic(topic)]


def find(name: str) -> Exercise:
    """The blank of this name; a ValueError lists the names there are."""
    topic, _, function = name.partition(".")
    found = _of_topic(topic) if topic in TOPICS else {}
    if function not in found:
        raise ValueError(f"no blank is called {name!r}; there are {', '.join(names())}")
    return found[function]


def _of_topic(topic) -> dict[str, Exercise]:
    return importlib.import_module(f"{__name__}.{topic}").BLANKS
