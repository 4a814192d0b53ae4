"""The surroundings of a figure: its paragraph, its sentence and its words, found when first asked for.

Cost follows the figures in a text: a paragraph without one is never split, a sentence without one
never tokenised.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from operator import itemgetter
from typing import NamedTuple

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
_start = itemgetter(0)  # of a span or a word


class Word(NamedTuple):
    """A token: where it stands, what it is, and the same in lower case."""

    start: int
    end: int
    text: str
    lower: str


def tokenize(text: str, start: int, end: int) -> list[Word]:
    """The words and marks between two offsets."""
    return [Word(*m.span(), word := m[0], word.lower()) for m in _WORD.finditer(text, start, end)]


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
        low = bisect_right(self.words, offset, key=_start) - 1
        return low if low >= 0 and self.words[low].end > offset else low + 1


class Context:
    """Sentences and words of one document, each worked out once and only when asked for."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = document.text
        self._paragraphs: dict[int, list[tuple[int, int]]] = {}
        self._sentences: dict[int, Sentence] = {}
        self._last_paragraph = (0, -1)  # what is asked for next mostly stands in the same one: a line can be megabytes
        self._last_sentence: Sentence | None = None

    def spans(self, offset: int) -> list[tuple[int, int]]:
        """The sentence spans of the paragraph in which ``offset`` lies."""
        start, end = self._paragraph_at(offset)
        spans = self._paragraphs.get(start)
        if spans is None:
            spans = self._paragraphs[start] = split_sentences(self.text, start, end)
        return spans

    def sentence(self, offset: int) -> Sentence:
        """The sentence in which ``offset`` lies (or the nearest before it in its paragraph)."""
        last = self._last_sentence
        if last is not None and last.start <= offset < last.end:
            return last
        spans = self.spans(offset)
        paragraph = self._paragraph_at(offset)
        index = max(0, bisect_right(spans, offset, key=_start) - 1)
        start, end = spans[index] if spans else paragraph
        sentence = self._sentences.get(start)
        if sentence is None:
            words = tuple(tokenize(self.text, start, end))
            sentence = self._sentences[start] = Sentence(start, end, words, index, paragraph)
        self._last_sentence = sentence
        return sentence

    def _paragraph_at(self, offset: int) -> tuple[int, int]:
        start, end = self._last_paragraph
        if not start <= offset <= end:
            self._last_paragraph = paragraph_at(self.text, offset)
        return self._last_paragraph
