"""Questions in a lesson: a prediction to commit to before the demonstration, and checks that answer at once.

    predict   choose, commit, and only then see what was measured
    check     several options; a wrong one gives the next hint
    number    a number to work out; right within a tolerance

They need no kernel: the browser holds question, hints and answer. Where no widget runs, the question stands as text
with the answer folded away.
"""

import html
import pathlib
from collections.abc import Sequence

import anywidget
import traitlets

HERE = pathlib.Path(__file__).parent


class Question(anywidget.AnyWidget):
    """One question; made by `predict`, `check` or `number`. `given` holds what the learner answered last."""

    _esm = HERE / "questions.js"
    _css = HERE / "questions.css"
    kind = traitlets.Unicode().tag(sync=True)
    question = traitlets.Unicode().tag(sync=True)
    options = traitlets.List().tag(sync=True)
    answer = traitlets.Float().tag(sync=True)  # the index of the right option, or the number
    tolerance = traitlets.Float().tag(sync=True)  # relative
    hints = traitlets.List().tag(sync=True)
    because = traitlets.Unicode().tag(sync=True)
    given = traitlets.Unicode().tag(sync=True)

    def _repr_mimebundle_(self, **kwargs):
        """The widget, and for wherever no widget runs the question with its answer folded away."""
        data, metadata = super()._repr_mimebundle_(**kwargs)
        right = self.options[int(self.answer)] if self.options else f"{self.answer:g}"
        listed = "".join(f"<li>{html.escape(option)}</li>" for option in self.options)
        folded = f"<details><summary>Answer</summary>{html.escape(f'{right}. {self.because}')}</details>"
        data["text/html"] = f"<p><strong>{html.escape(self.question)}</strong></p><ul>{listed}</ul>{folded}"
        data["text/plain"] = " / ".join([self.question, *self.options])
        return data, metadata


def predict(question: str, options: Sequence[str], answer: str, because: str) -> Question:
    """Ask for a commitment before a demonstration; the answer and what was measured show only after it."""
    return _choice("predict", question, options, answer, because, [])


def check(question: str, options: Sequence[str], answer: str, because: str, hints: Sequence[str] = ()) -> Question:
    """A question with one right option; each wrong attempt shows the next hint."""
    return _choice("check", question, options, answer, because, hints)


def number(question: str, answer: float, because: str, hints: Sequence[str] = (), tolerance=0.02) -> Question:
    """A question whose answer is a number, right within `tolerance` (relative; absolute when the answer is 0)."""
    asked = {"kind": "number", "question": question, "answer": float(answer), "tolerance": tolerance}
    return Question(**asked, because=because, hints=list(hints))


def _choice(kind, question, options, answer, because, hints):
    if answer not in options or len(set(options)) < len(options):
        raise ValueError(f"answer {answer!r} to {question!r}: it must be one of the distinct options {list(options)}")
    index = list(options).index(answer)
    asked = {"kind": kind, "question": question, "options": list(options), "answer": index}
    return Question(**asked, because=because, hints=list(hints))
