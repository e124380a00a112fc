"""Questions in a lesson, by name: ask("start_here.larger_rates"). Their words: questions.toml.

    predict   commit to an option before the demonstration; only then see what was measured
    check     several options; a wrong one gives the next hint
    number    a number to work out, right within a tolerance

They need no kernel, neither when they are asked nor later: what a notebook stores is HTML that
carries question, hints, answer and `questions.js`, and the browser keeps what was answered. Where
no script runs, the question stands as text with the answer folded away.
"""

import functools
import html
import json
import pathlib
import tomllib
from collections.abc import Sequence
from typing import NamedTuple

HERE = pathlib.Path(__file__).parent
KINDS = ("predict", "check", "number")
TOLERANCE = 0.02  # relative, for a number whose entry gives none
# What moves is brought to life in place of what stands, which is all that is left without scripts.
ALIVE = """<div class="oc-question">
{still}
<script type="application/json">{words}</script>
</div>
<style>
{css}</style>
<script type="module">
{script}askAll();
</script>"""
STILL = """<p><strong>{question}</strong></p>
<ul>{options}</ul>
<details><summary>Answer</summary>{answer}</details>
<p><em>Run this cell to answer here.</em></p>"""


class Question(NamedTuple):
    """One question. answer: the index of the right option, or the number."""

    kind: str
    question: str
    answer: float
    because: str
    options: Sequence[str] = ()
    hints: Sequence[str] = ()
    tolerance: float = TOLERANCE  # relative; absolute when the answer is 0

    def _repr_mimebundle_(self, **kwargs):
        alive = ALIVE.format(
            still=self.still(),
            words=json.dumps(self._asdict()).replace("<", "\\u003c"),
            css=(HERE / "questions.css").read_text(encoding="utf-8"),
            script=(HERE / "questions.js").read_text(encoding="utf-8"),
        )
        words = " / ".join([self.question, *self.options])
        return {"text/html": alive, "text/plain": words}, {"optcourse": "question"}

    def still(self) -> str:
        """The question as HTML that needs no script, its answer folded away."""
        right = self.options[int(self.answer)] if self.options else f"{self.answer:g}"
        return STILL.format(
            question=html.escape(self.question),
            options="".join(f"<li>{html.escape(option)}</li>" for option in self.options),
            answer=html.escape(f"{right}. {self.because}"),
        )


def ask(name: str) -> Question:
    """The question "topic.name" of questions.toml; a ValueError lists the names there are."""
    topic, _, key = name.partition(".")
    asked = entries().get(topic, {})
    if key not in asked:
        known = [f"{topic}.{key}" for key in asked] or list(entries())
        raise ValueError(f"no question {name!r}; there are {', '.join(known)}")
    return make(asked[key])


def make(entry: dict) -> Question:
    """A question from its entry in questions.toml, a dictionary of the fields of Question."""
    options, answer = entry.get("options", []), entry["answer"]
    if entry["kind"] not in KINDS:
        raise ValueError(
            f"kind {entry['kind']!r} of {entry['question']!r}: it must be one of {KINDS}"
        )
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
