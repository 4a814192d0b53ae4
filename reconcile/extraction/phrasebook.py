"""Phrases beside a figure: the longest one that ends right before it, or begins right after it.

Phrases come from rule files (see ``rulebook/phrases.py`` for their little language). They are laid into a
tree of words, so that looking one up costs a step a word, however many phrases there are.
"""

import itertools
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

T = TypeVar("T")

_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d[\d.,]*\d|\d|[^\w\s]|_")
_FIRST = re.compile(rf"[^\S\n]*({_TOKEN.pattern})")
_REACH = 64  #: characters looked at on either side; no phrase is longer
_SPACES = " \t\u00a0\u2009\u202f"
_END = ""  #: the key under which a tree node keeps what its phrase means


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A phrase in the text and what it means."""

    start: int
    end: int
    means: T


class Phrasebook(Generic[T]):
    """Phrases with their meanings, to be found before or after a place in a text."""

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._forward: dict[str, Any] = {}
        self._backward: dict[str, Any] = {}
        for phrase, means in entries:
            for words in spellings(phrase):
                _plant(self._forward, words, means)
                _plant(self._backward, words[::-1], means)

    def before(self, text: str, pos: int) -> Found[T] | None:
        """The longest phrase that ends at ``pos``, white space apart, on the same line."""
        if _last_word(text, pos) not in self._backward:
            return None  # as nearly everywhere: the rest need not be looked at
        start = max(0, pos - _REACH, text.rfind("\n", max(0, pos - _REACH), pos) + 1)
        words = _TOKEN.findall(text[start:pos].lower())
        depth, means = _walk(self._backward, reversed(words))
        if not depth:
            return None
        end = place = len(text[start:pos].rstrip()) + start
        window = text[start:pos].lower()
        for word in itertools.islice(reversed(words), depth):
            place = window.rfind(word, 0, place - start) + start
        if _begins_word(text, place):
            return Found(place, end, means)
        return None

    def after(self, text: str, pos: int) -> Found[T] | None:
        """The longest phrase that begins at ``pos``, white space apart, on the same line."""
        first = _FIRST.match(text, pos)
        if first is None or first[1].lower() not in self._forward:
            return None
        stop = text.find("\n", pos, pos + _REACH)
        window = text[pos : pos + _REACH if stop < 0 else stop].lower()
        words = _TOKEN.findall(window)
        depth, means = _walk(self._forward, iter(words))
        if not depth:
            return None
        place = 0
        for word in words[:depth]:
            place = window.index(word, place) + len(word)
        if pos + place < len(text) and text[pos + place - 1].isalnum() and text[pos + place].isalnum():
            return None
        return Found(pos + len(window) - len(window.lstrip()), pos + place, means)


def _last_word(text: str, pos: int) -> str:
    """The last word or mark before ``pos`` on its line, in lower case; empty where there is none."""
    while pos and text[pos - 1] in _SPACES:
        pos -= 1
    start = pos
    while start and pos - start < _REACH and (text[start - 1].isalpha() or text[start - 1] in "'’"):
        start -= 1
    while start < pos and text[start] in "'’":  # a quotation mark, not an apostrophe
        start += 1
    return text[start:pos].lower().replace("’", "'") if start < pos else text[max(0, pos - 1) : pos]


def _begins_word(text: str, place: int) -> bool:
    return place == 0 or not (text[place].isalnum() and text[place - 1].isalnum())


def spellings(phrase: str) -> Iterable[tuple[str, ...]]:
    """Every sequence of words that a phrase stands for."""
    options: list[list[tuple[str, ...]]] = []
    for item in phrase.split():
        optional = len(item) > 2 and item.startswith("[") and item.endswith("]")
        alternatives = (item[1:-1] if optional else item).split("|")
        options.append([tuple(_TOKEN.findall(word.lower())) for word in alternatives] + ([()] if optional else []))
    for combination in itertools.product(*options):
        if words := tuple(itertools.chain.from_iterable(combination)):
            yield words


def _plant(tree: dict[str, Any], words: tuple[str, ...], means: Any) -> None:
    for word in words:
        tree = tree.setdefault(word, {})
    tree.setdefault(_END, means)


def _walk(tree: dict[str, Any], words: Iterable[str]) -> tuple[int, Any]:
    """How many words the longest phrase takes, and what it means; 0 where there is none."""
    depth, best = 0, (0, None)
    for word in words:
        node = tree.get(word.replace("’", "'"))
        if node is None:
            break
        tree, depth = node, depth + 1
        if _END in tree:
            best = depth, tree[_END]
    return best
