"""Sentences with blanks, "below 1e-6 at step {step:.0f}", filled in by Python and page alike.

{name:spec}     a number of `facts`, as .0f, .3g, .2f or another of the kinds f and g
{name[row]:spec}     one of a row of numbers
{name}  {name[row]}     a word
"""

import string
from collections.abc import Mapping, Sequence

import numpy as np


class _Minus(string.Formatter):
    """A number below 0 with a minus sign, as the page writes it."""

    def format_field(self, value, spec):
        text = format(value, spec)
        return f"−{text[1:]}" if text.startswith("-") else text


def fill(template: str, facts: Mapping) -> str:
    """The template, its blanks filled in."""
    return _Minus().vformat(template, (), facts)


def with_words(facts: Mapping, names: Mapping[str, Sequence[str]]) -> dict:
    """The facts as Python's numbers; where `names` has a list of words, the word for the index."""
    known = {name: np.asarray(fact).tolist() for name, fact in facts.items()}
    return known | {name: _word(words, known[name]) for name, words in names.items()}


def _word(words, index):
    return [words[i] for i in index] if isinstance(index, list) else words[index]
