"""The surroundings of a figure: its paragraph, its sentence and its words, found when first asked for.

Cost follows the figures in a text: a paragraph without one is never split, a sentence without one
never tokenised.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass

from reconcile.model import Document
from reconcile.reading.sentences import paragraph_at, split_sentences

_WORD = re.compile(
    r"(?:[A-Z]\.){2,}"  # U.S., a.m. in capitals
    r"|[^\W\d_]+(?:(?!['’]s\b)[.'’&/-](?=[^\W\d_])[^\W\d_]+)*"  # words, hyphened and with inner marks
    r"|['’]s?\b"  # the possessive apart, as a word of its own
    r"|\d+(?:[.,:/]\d+)*"  # numbers whole
    r"|[^\w\s]"  # each mark on its own
    r"|\w"
)


@dataclass(frozen=True, slots=True)
class Word:
    """A token: where it stands, what it is, and the same in lower case."""

    start: int
    end: int
    text: str
    lower: str


def tokenize(text: str, start: int, end: int) -> list[Word]:
    """The words and marks between two offsets."""
    return [Word(m.start(), m.end(), m[0], m[0].lower()) for m in _WORD.finditer(text, start, end)]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its words. ``index`` counts within the paragraph, ``paragraph`` is its span."""

    start: int
    end: int
    words: tuple[Word, ...]
    index: int
    paragraph: tuple[int, int]

    def word_at(self, offset: int) -> int:
        """The index of the word at or after ``offset``; len(words) past the last."""
        low = bisect_right(self.words, offset, key=lambda w: w.start) - 1
        return low if low >= 0 and self.words[low].end > offset else low + 1


class Context:
    """Sentences and words of one document, each worked out once and only when asked for."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = document.text
        self._paragraphs: dict[int, tuple[int, list[tuple[int, int]]]] = {}
        self._sentences: dict[int, Sentence] = {}

    def spans(self, offset: int) -> list[tuple[int, int]]:
        """The sentence spans of the paragraph in which ``offset`` lies."""
        start, end = paragraph_at(self.text, offset)
        if start not in self._paragraphs:
            self._paragraphs[start] = end, split_sentences(self.text, start, end)
        return self._paragraphs[start][1]

    def sentence(self, offset: int) -> Sentence:
        """The sentence in which ``offset`` lies (or the nearest before it in its paragraph)."""
        spans = self.spans(offset)
        index = max(0, bisect_right(spans, offset, key=lambda s: s[0]) - 1) if spans else 0
        start, end = spans[index] if spans else paragraph_at(self.text, offset)
        if start not in self._sentences:
            words = tuple(tokenize(self.text, start, end))
            self._sentences[start] = Sentence(start, end, words, index, paragraph_at(self.text, offset))
        return self._sentences[start]

    def paragraph(self, offset: int) -> list[Sentence]:
        """All sentences of the paragraph in which ``offset`` lies."""
        return [self.sentence(start) for start, _ in self.spans(offset)]
