"""Questions in a lesson, by name: ask("start_here.larger_rates"). Their words: questions.toml.

    predict   commit to an option before the demonstration; only then see what was measured
    check     several options; a wrong one gives the next hint
    number    a number to work out, right within a tolerance

They need no kernel: the browser holds question, hints and answer. Where no widget runs, the
question stands as text with the answer folded away.
"""

import functools
import html
import pathlib
import tomllib

import anywidget
import traitlets

HERE = pathlib.Path(__file__).parent
TOLERANCE = 0.02  # relative, for a number whose entry gives none


class Question(anywidget.AnyWidget):
    """One question. `given` holds what the learner answered last."""

    _esm = HERE / "questions.js"
    _css = HERE / "questions.css"
    kind = traitlets.Enum(["predict", "check", "number"]).tag(sync=True)
    question = traitlets.Unicode().tag(sync=True)
    options = traitlets.List().tag(sync=True)
    answer = traitlets.Float().tag(sync=True)  # the index of the right option, or the number
    tolerance = traitlets.Float(TOLERANCE).tag(sync=True)  # relative; absolute when the answer is 0
    hints = traitlets.List().tag(sync=True)
    because = traitlets.Unicode().tag(sync=True)
    given = traitlets.Unicode().tag(sync=True)

    def _repr_mimebundle_(self, **kwargs):
        """The widget, and for wherever no widget runs the question with its answer folded away."""
        data, metadata = super()._repr_mimebundle_(**kwargs)
        right = self.options[int(self.answer)] if self.options else f"{self.answer:g}"
        listed = "".join(f"<li>{html.escape(option)}</li>" for option in self.options)
        answer = html.escape(f"{right}. {self.because}")
        folded = f"<details><summary>Answer</summary>{answer}</details>"
        question = f"<p><strong>{html.escape(self.question)}</strong></p>"
        data["text/html"] = f"{question}<ul>{listed}</ul>{folded}"
        data["text/plain"] = " / ".join([self.question, *self.options])
        return data, metadata


def ask(name: str) -> Question:
    """The question "topic.name" of questions.toml; a ValueError lists the names there are."""
    topic, _, key = name.partition(".")
    asked = entries().get(topic, {})
    if key not in asked:
        known = [f"{topic}.{key}" for key in asked] or list(entries())
        raise ValueError(f"no question {name!r}; there are {', '.join(known)}")
    return make(asked[key])


def make(entry: dict) -> Question:
    """A question from its entry in questions.toml, a dictionary of the traits of Question."""
    options, answer = entry.get("options", []), entry["answer"]
    if options and (answer not in options or len(set(options)) < len(options)):
        raise ValueError(
            f"answer {answer!r} to {entry['question']!r}: it must be one of the distinct {options}"
        )
    number = options.index(answer) if options else answer
    return Question(**{**entry, "answer": float(number)})


@functools.cache
def entries() -> dict:
    """All questions: {topic: {name: entry}}."""
    return tomllib.loads((HERE / "questions.toml").read_text(encoding="utf-8"))
