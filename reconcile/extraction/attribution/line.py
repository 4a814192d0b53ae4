"""A sentence as the grammar of sources sees it: words, quotation marks, and what no phrase runs across."""

from reconcile.extraction.attribution.lexicon import Lexicon
from reconcile.extraction.attribution.quotes import Quotes
from reconcile.extraction.context import Sentence, Word

_DASHES = frozenset("—–-―")
_STOPS = frozenset(",;:()[]—–?!…/|•·")


class Line:
    """The words of one sentence with what is known of each. Indexes are those of ``words``.

    ``lower`` are the words in lower case with straight apostrophes, ``inside`` tells which stand inside
    quotation marks, ``mark`` which are such marks.
    """

    __slots__ = ("end", "headline", "inside", "lexicon", "lower", "mark", "quotes", "size", "start", "words")

    def __init__(self, sentence: Sentence, quotes: Quotes, lexicon: Lexicon) -> None:
        self.start, self.end = sentence.start, sentence.end
        self.words: tuple[Word, ...] = sentence.words
        self.size = len(self.words)
        self.lexicon = lexicon
        self.lower = [word.lower.replace("’", "'") for word in self.words]
        self.headline = self._in_capitals()
        for i, word in enumerate(self.words):
            if word.text == "I" and i and self.words[i - 1].end == word.start:
                self.lower[i] = word.text  # the end of a name with a number in it
            if word.text.isupper() and word.lower in lexicon.classes["acronyms"] and not self.headline:
                self.lower[i] = word.text  # WHO is no pronoun
        self.inside = [False] * self.size
        self.mark = [False] * self.size
        self.quotes = quotes.between(self.start, self.end)
        for region in self.quotes:
            for i in range(sentence.word_at(region.start), sentence.word_at(region.end)):
                word = self.words[i]
                edge = word.start == region.start or (region.closed and word.end == region.end)
                edge = edge or (not word.text[0].isalnum() and word.start < region.start + 2 and word.text in "`'’‘")
                edge = edge or (region.closed and word.end >= region.end - 1 and word.text in "'’")
                self.mark[i] = edge
                self.inside[i] = not edge

    def _in_capitals(self) -> bool:
        """Whether most longer words begin with a capital, as in a headline."""
        longer = [word.text[0].isupper() for word in self.words if len(word.text) > 3]
        return len(longer) > 1 and sum(longer) > 0.7 * len(longer)

    def is_(self, i: int, name: str) -> bool:
        """Whether word ``i`` belongs to a class of words; False outside the sentence."""
        return 0 <= i < self.size and self.lower[i] in self.lexicon.classes[name]

    def at(self, i: int) -> str:
        """Word ``i`` in lower case; empty outside the sentence."""
        return self.lower[i] if 0 <= i < self.size else ""

    def capital(self, i: int) -> bool:
        """Whether word ``i`` begins with a capital."""
        return 0 <= i < self.size and self.words[i].text[0].isupper()

    def day(self, i: int) -> bool:
        """Whether word ``i`` is a weekday, a month or "today"; not where it is a part of a name in capitals."""
        return self.is_(i, "days") and not (len(self.words[i].text) > 2 and self.words[i].text.isupper())

    def digit(self, i: int) -> bool:
        """Whether word ``i`` begins with a digit."""
        return 0 <= i < self.size and self.words[i].text[0].isdigit()

    def numeral(self, i: int) -> bool:
        """Whether word ``i`` is a number, in digits or words: "40", "forty", "two-thirds"."""
        return self.digit(i) or self.at(i).split("-")[0] in self.lexicon.classes["number-words"]

    def year(self, i: int) -> bool:
        """Whether word ``i`` is the number of a year of the last two centuries."""
        text = self.at(i)
        return len(text) == 4 and text.isdigit() and text[:2] in ("19", "20")

    def word(self, i: int) -> bool:
        """Whether there is a word ``i`` and it is no mark of punctuation."""
        return 0 <= i < self.size and self.words[i].text[0].isalnum()

    def adverb(self, i: int) -> bool:
        """Whether word ``i`` looks like an adverb in -ly."""
        lower = self.at(i)
        if not lower.endswith("ly") or len(lower) <= 4 or self.capital(i):
            return False
        return lower not in self.lexicon.classes["not-adverbs"]

    def dash(self, i: int) -> bool:
        """Whether word ``i`` is a dash."""
        return self.at(i) in _DASHES

    def abbreviates(self, i: int) -> bool:
        """Whether full stop ``i`` belongs to the word before it: "Mr.", "Calif."."""
        return (
            0 < i < self.size - 1
            and self.lower[i] == "."
            and self.words[i - 1].end == self.words[i].start < self.words[i + 1].start - 1
            and self.capital(i - 1)
            and self.word(i + 1)
        )

    def nominal(self, i: int) -> bool:
        """Whether word ``i`` can stand inside a noun phrase."""
        if not 0 <= i < self.size or self.inside[i] or self.mark[i]:
            return False
        lower = self.lower[i]
        if lower == ".":
            return self.abbreviates(i)
        classes = self.lexicon.classes
        return lower not in _STOPS and lower not in classes["subordinators"] and lower not in classes["finite"]

    def clause_start(self, i: int) -> int:
        """The first word after the last quote, colon or semicolon before word ``i``."""
        for k in range(i - 1, -1, -1):
            if self.inside[k] or self.mark[k] or self.lower[k] in (";", ":"):
                return k + 1
        return 0

    def offset(self, i: int) -> int:
        """Where word ``i`` begins in the document; the end of the sentence past the last."""
        return self.words[i].start if i < self.size else self.end

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The offsets from word ``first`` to word ``last``."""
        return self.words[first].start, self.words[last].end
