"""Quotes: what a row of the claims ledger and a notebook of its lesson both say, word for word.

    read_text(paths) -> str        what the notebooks of a lesson say, words and outputs
    complaints(row, text) -> [str] quotes that are missing here or there, and numbers not quoted

Ledger and notebooks state the same measurements, and are written apart. A row's `quotes` are short
strings with a number, such as "379 steps", that stand in its `effect` and in its lesson: so neither
changes alone. A row whose numbers stand in no notebook has `quotes = []`.
"""

import json
import re
from collections.abc import Iterable
from pathlib import Path

from optcourse.lessons.claims import Row

NUMBER = r"\d+(?:\.\d+)?"
# "20 of 60" and "0.5 to 1.0" are seldom there by chance, nor is 0.403; 0.1, 2,000 and 256 often are
PAIR = re.compile(rf"(?<![\w.-]){NUMBER} (?:of|to) {NUMBER}(?![\w-]|\.\d)")
ALONE = re.compile(rf"(?<![\w.]){NUMBER}(?![\w-]|\.\d)")
DIGITS = 3  # significant ones that a number alone, or a pair, must have

# typography that the notebooks have and the ledger has not: 20{,}001, −0.3, $0.4$, **5 %**
SPELLINGS = ((r"\\[,;]|[$*`]", ""), (r"−", "-"), (r"(?<=\d)(?:,|\{,\})(?=\d{3}(?!\d))", ""))


def read_text(paths: Iterable[Path]) -> str:
    """What notebooks say: sources, texts and texts of outputs, but not the ledger's own table."""
    cells = []
    for path in paths:
        cells += json.loads(Path(path).read_text(encoding="utf-8"))["cells"]
    parts = []
    for cell in cells:
        source = "".join(cell["source"])
        if "claims.show(" in source:
            continue
        shown = cell.get("outputs", [])
        found = [out.get("text") or out.get("data", {}).get("text/plain", "") for out in shown]
        parts += [source, *map("".join, found)]
    return "\n\n".join(parts)


def complaints(row: Row, text: str) -> list[str]:
    """One sentence for each fault in the quotes of a settled row, beside the text of its lesson."""
    effect, text = plain(row.effect), plain(text)
    shared = [number for number in telling(effect) if stands(number, text)]
    if row.quotes is None:
        remedy = f"list what its effect and its lesson both say; numbers in both: {shared}"
        return [f"row {row.id} has no quotes: {remedy}"]
    quotes = [plain(quote) for quote in row.quotes]
    faults = [f"without a number: {quote!r}" for quote in quotes if not re.search(r"\d", quote)]
    places = {"its effect": effect, f"a notebook of lesson {row.lesson}": text}
    for quote, (place, words) in ((quote, each) for quote in quotes for each in places.items()):
        if not stands(quote, words):
            faults.append(f"{quote!r}, which does not stand in {place}: find out which is right")
    found = [f"row {row.id} has the quote {fault}" for fault in faults]
    for number in shared:
        if not any(stands(number, quote) for quote in quotes):
            problem = f"row {row.id} says {number!r} in its effect, and its lesson says it too"
            found.append(f"{problem}: put it in quotes, best with the word that follows")
    return found


def plain(words: str) -> str:
    """The words without formats and signs of formulas, numbers without commas."""
    for pattern, replacement in SPELLINGS:
        words = re.sub(pattern, replacement, words)
    return " ".join(words.split())


def stands(quote: str, words: str) -> bool:
    """Whether the quote stands in the words, its numbers whole: "79" is not in "379 steps"."""
    return bool(re.search(rf"(?<![\w.]){re.escape(quote)}(?!\w|\.\d)", words))


def telling(words: str) -> list[str]:
    """The numbers, and pairs "a of b" and "a to b", that are seldom in two texts by chance."""
    pairs = [pair for pair in PAIR.findall(words) if len(re.sub(r"\D|\b0\.0*", "", pair)) >= DIGITS]
    numbers = [number for number in ALONE.findall(PAIR.sub("", words)) if _digits(number) >= DIGITS]
    return list(dict.fromkeys([*pairs, *numbers]))


def _digits(number):
    """Significant digits; the zeros at the end of 2000 are none, and a power of two has one."""
    if "." not in number:
        is_power = int(number).bit_count() == 1
        return 1 if is_power else len(number.strip("0"))
    return len(number.replace(".", "").lstrip("0"))
