"""Whole numbers in words: "twenty-eight thousand six hundred forty-two", "a hundred and twenty"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from reconcile.extraction.vocabulary import WORD, NumberWord, Vocabulary, WordReading

_GAP = re.compile(r"[ \u00a0\u2009]and[ \u00a0\u2009]|-and-|[ \u00a0\u2009]?[-‑][ \u00a0\u2009]?|[ \u00a0\u2009]+")
_ARTICLE = re.compile(r"\b(?:an?|one)[ -]\Z", re.IGNORECASE)
_AND_PART = re.compile(r"(?: |-)and(?: |-)(?:an?|(?P<count>[a-z]+))(?: |-)(?P<part>[a-z]+)\b", re.IGNORECASE)
_MOST_WORDS = 24  #: no number takes more words
_BELOW_HUNDRED = ("ones", "teens", "tens")


@dataclass(slots=True)
class _Sum:
    """A number as its words are added up. ``group`` is what stands before the next scale word."""

    total: float = 0.0
    group: float | None = None
    scale: float = 1.0
    step: float | None = 1.0
    last: str = ""

    @property
    def value(self) -> float:
        return self.total + (self.group or 0.0)

    def takes(self, word: NumberWord, joined: bool) -> bool:
        """Can ``word`` come next? ``joined``: "and" stands before it."""
        if joined and (self.last not in ("hundred", "scale") or word.role not in _BELOW_HUNDRED):
            return False
        if word.role in _BELOW_HUNDRED:
            if self.last == "tens":
                return word.role == "ones" and (self.group or 0) % 10 == 0
            return self.last in ("", "hundred", "scale")
        if word.role == "hundred":
            return self.last != "scale" and (self.group is None or self.group < 100)
        return word.role in ("scale", "dozen")

    def add(self, word: NumberWord) -> None:
        """Take in ``word``, which must be one that it takes."""
        if word.role in _BELOW_HUNDRED:
            self.group, self.step = (self.group or 0.0) + word.value, 1.0
        elif word.role != "scale":
            self.group = (self.group or 1.0) * word.value
            self.step = None if word.role == "dozen" else 1.0
        else:
            if self.group is None and self.total:  # a thousand million
                self.total *= word.value
            elif self.total and word.value >= self.scale:  # six hundred thousand million
                self.total = self.value * word.value
            else:
                self.total += (1.0 if self.group is None else self.group) * word.value
            self.group, self.step, self.scale = None, word.value, word.value
        self.last = word.role


def read_cardinal(text: str, pos: int, words: Vocabulary) -> WordReading | None:
    """The whole number whose first word is at ``pos``; an article before "hundred" or "dozen" belongs to it."""
    added, start, end = _Sum(), pos, pos
    read: list[str] = []
    for word, joined, word_end in _number_words(text, pos, words):
        if not added.takes(word, joined):
            break
        if not read and word.role not in _BELOW_HUNDRED:
            article = _ARTICLE.search(text, max(0, pos - 4), pos)
            if word.role == "dozen" and (article is None or word.value != 12):
                return None  # "a baker's dozen", "a gross", "a score"
            start = article.start() if article else pos
        added.add(word)
        end = word_end
        read.append(word.ref)
    if not read:
        return None
    scale = added.scale if added.group is None else 1.0
    number = WordReading(start, end, added.value, added.value, tuple(dict.fromkeys(read)), added.step, scale)
    return with_part(text, number, words)


def _number_words(text: str, pos: int, words: Vocabulary) -> Iterator[tuple[NumberWord, bool, int]]:
    """The number words from ``pos`` on, whether "and" joins each to the one before, and where it ends."""
    joined = False
    for _ in range(_MOST_WORDS):
        match = WORD.match(text, pos)
        entry = words.words.get(match[0].lower()) if match else None
        if match is None or entry is None:
            return
        yield entry, joined, match.end()
        gap = _GAP.match(text, match.end())
        if gap is None:
            return
        joined, pos = "and" in gap[0], gap.end()


def with_part(text: str, number: WordReading, words: Vocabulary) -> WordReading:
    """The number with a fraction after "and": "two and a half [million]", "a million and a half"."""
    match = _AND_PART.match(text, number.end)
    part = words.words.get(match["part"].lower()) if match else None
    if match is None or part is None or part.role != "fraction":
        return number
    count = words.words.get(match["count"].lower()) if match["count"] else None
    if match["count"] and (count is None or count.role != "ones"):
        return number
    value = number.low + part.value * (count.value if count else 1.0) * number.scale
    return replace(number, end=match.end(), low=value, high=value, rules=(*number.rules, part.ref), step=None)
