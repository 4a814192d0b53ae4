"""One document as attribution reads it: lines, links and quotes, each worked out when first asked for."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace
from functools import cached_property

from reconcile.extraction.attribution.cues import links_in
from reconcile.extraction.attribution.issuer import find_issuer
from reconcile.extraction.attribution.labels import Labels
from reconcile.extraction.attribution.lexicon import lexicon
from reconcile.extraction.attribution.line import Line
from reconcile.extraction.attribution.links import Link, Stretch
from reconcile.extraction.attribution.quotes import Quotes
from reconcile.extraction.context import Context, Sentence
from reconcile.rulebook import Rules

_BREAK = re.compile(r"\n\s*(?=\S)")
_MOST_WORDS = 250  # words that are read as one sentence; beyond lie tables and texts without full stops
_FAR = 5_000  # characters; two places further apart than this are many paragraphs apart


class Article:
    """Lazy views of a document. Cost follows the sentences that are asked for."""

    def __init__(self, context: Context, rules: Rules) -> None:
        self.context = context
        self.text = context.text
        self.rules = rules
        self.lexicon = lexicon(rules)
        self._lines: dict[int, Line] = {}
        self._links: dict[int, list[Link]] = {}
        self._mentions: dict[str, list[int]] = {}

    @cached_property
    def _lower(self) -> str | None:
        """The text in lower case, sign by sign; None where a sign has another length there."""
        lower = self.text.lower()
        return lower if len(lower) == len(self.text) else None

    def mentions(self, word: str, start: int, end: int) -> list[int]:
        """Where a word, given in lower case, begins between two offsets; looked for once in the whole text."""
        places = self._mentions.get(word)
        if places is None:
            text, flags = (self.text, re.IGNORECASE) if self._lower is None else (self._lower, re.NOFLAG)
            found = re.compile(rf"\b{re.escape(word)}\b", flags).finditer(text)
            places = self._mentions[word] = [match.start() for match in found]
        return places[bisect_left(places, start) : bisect_right(places, end - len(word))]

    @cached_property
    def quotes(self) -> Quotes:
        """The quote regions of the document."""
        return Quotes(self.text)

    @cached_property
    def labels(self) -> Labels:
        """The labels of the document: speakers of a transcript, sources in brackets, headlines."""
        return Labels(self.text, self.rules)

    @cached_property
    def issuer(self) -> Stretch | None:
        """The words that name the party which issues the document; None where an outlet reports."""
        return find_issuer(self.context.document, self.quotes, self.lexicon)

    def sentence(self, offset: int) -> Sentence:
        """The sentence at an offset; of one too long to be a sentence, the stretch of words around it."""
        whole = self.context.sentence(offset)
        if len(whole.words) <= _MOST_WORDS:
            return whole
        first = min(whole.word_at(offset), len(whole.words) - 1) // _MOST_WORDS * _MOST_WORDS
        words = whole.words[first : first + _MOST_WORDS]
        start = whole.start if first == 0 else words[0].start
        last = first + _MOST_WORDS >= len(whole.words)
        return replace(whole, start=start, end=whole.end if last else words[-1].end, words=words)

    def line(self, sentence: Sentence) -> Line:
        """The sentence as the grammar sees it."""
        if sentence.start not in self._lines:
            self._lines[sentence.start] = Line(sentence, self.quotes, self.lexicon)
        return self._lines[sentence.start]

    def links(self, sentence: Sentence) -> list[Link]:
        """The links in a sentence."""
        if sentence.start not in self._links:
            line = self.line(sentence)
            label = self.labels.link(line, sentence.paragraph)
            links = links_in(line)
            self._links[sentence.start] = [*links, label] if label else links
        return self._links[sentence.start]

    def sentence_before(self, sentence: Sentence) -> Sentence | None:
        """The sentence before, in this paragraph or the one before."""
        if sentence.index > 0:
            start, _ = self.context.spans(sentence.start)[sentence.index - 1]
            return self.sentence(start)
        end = sentence.paragraph[0]
        while end > 0 and self.text[end - 1].isspace():
            end -= 1
        return self.sentence(end - 1) if end > 0 else None

    def sentence_next(self, sentence: Sentence) -> Sentence | None:
        """The next sentence, in this paragraph or the one after."""
        if (same := self.sentence_after(sentence)) is not None:
            return same
        start = sentence.paragraph[1]
        while start < len(self.text) and self.text[start].isspace():
            start += 1
        return self.sentence(start) if start < len(self.text) else None

    def sentence_after(self, sentence: Sentence) -> Sentence | None:
        """The next sentence of the same paragraph."""
        spans = self.context.spans(sentence.start)
        if sentence.index + 1 >= len(spans):
            return None
        return self.sentence(spans[sentence.index + 1][0])

    def paragraphs_between(self, start: int, end: int) -> int:
        """How many paragraph breaks lie between two offsets (99: very many)."""
        if end - start > _FAR:
            return 99
        return len(_BREAK.findall(self.text, start, end))

    def paragraph_end(self, offset: int) -> int:
        """Where the paragraph of ``offset`` ends."""
        end = self.text.find("\n", offset)
        return len(self.text) if end < 0 else end
