"""The same text twice: under another address, or with another headline and another box of adverts.

Texts are held against each other by their lines, less furniture. What is kept of each is its sixteen
smallest line hashes, a sketch from which the share of lines in common can be told (A. Z. Broder, On the
resemblance and containment of documents, 1997), so that a million documents fit in memory.
"""

import re
from array import array
from dataclasses import replace
from hashlib import blake2b

from reconcile.model import Document

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_WORD = re.compile(r"\w+")
_SHORTEST = 5  # words of a line that counts: shorter ones recur everywhere
_WORDS = 12  # words of a text below which it is too short to be called a copy
_SKETCH = 16
_KEYS = 4  # hashes by which a like text is looked up
_SAME = 0.7  # share of lines in common from which two texts are one


class Duplicates:
    """Remembers the texts that have gone by, and notes on a later one that it repeats an earlier."""

    def __init__(self) -> None:
        self._exact: dict[bytes, str] = {}
        self._ids: list[str] = []
        self._sketches: list[array[int]] = []
        self._by_hash: dict[int, int] = {}

    def note(self, document: Document) -> Document:
        """The document, with a note if its text is that of an earlier one."""
        lines = _lines(document)
        if sum(len(line) for line in lines) < _WORDS:
            return document
        whole = blake2b("\n".join(" ".join(line) for line in lines).encode(), digest_size=16).digest()
        first = self._exact.setdefault(whole, document.id)
        if first != document.id:
            return _noted(document, f"the same text as {first}")
        sketch = _sketch(lines)
        like = self._like(sketch)
        if like is not None:
            return _noted(document, f"nearly the same text as {like}")
        self._remember(document.id, sketch)
        return document

    def _like(self, sketch: "array[int]") -> str | None:
        for number in dict.fromkeys(self._by_hash[key] for key in sketch[:_KEYS] if key in self._by_hash):
            if _resemblance(sketch, self._sketches[number]) >= _SAME:
                return self._ids[number]
        return None

    def _remember(self, id: str, sketch: "array[int]") -> None:
        for key in sketch[:_KEYS]:
            self._by_hash.setdefault(key, len(self._ids))
        self._ids.append(id)
        self._sketches.append(sketch)


def _lines(document: Document) -> list[list[str]]:
    """The words of each line that is the article's."""
    furniture = {line.start for line in document.furniture}
    found = (
        _WORD.findall(line[0].lower())
        for line in _LINE.finditer(document.text)
        if line.start() + len(line[0]) - len(line[0].lstrip()) not in furniture
    )
    return [words for words in found if len(words) >= _SHORTEST]


def _sketch(lines: list[list[str]]) -> "array[int]":
    hashes = {int.from_bytes(blake2b(" ".join(line).encode(), digest_size=8).digest()) for line in lines}
    return array("Q", sorted(hashes)[:_SKETCH])


def _resemblance(a: "array[int]", b: "array[int]") -> float:
    """The share of lines that two texts have in common, told from their sketches."""
    smallest = sorted({*a, *b})[: max(len(a), len(b))]
    return len(set(smallest) & set(a) & set(b)) / len(smallest) if smallest else 0.0


def _noted(document: Document, note: str) -> Document:
    return replace(document, notes=(*document.notes, note))
