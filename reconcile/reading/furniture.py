"""Page furniture: the lines of a text that are the page's and not the article's.

A page saved as text keeps its newsletter box, its share bar and its appeals, each on a line of its
own. A line is taken by what it says (``rules/furniture.yaml``), never for its style alone: opinion
pieces say "we" and "you" too. Only then do lines go with their neighbours, towards the end of a text:
what speaks to the reader between two lines already taken, and the fragments that follow one.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from reconcile.model import Passed
from reconcile.rulebook import Rules
from reconcile.rulebook.phrases import phrase_pattern
from reconcile.rulebook.reading import Furniture, LineSigns

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_QUOTED = re.compile(r"[\"“”][^\"“”\n]*[\"“”]?")
_AROUND_NUMBERS = re.compile(r"[$£€¥₹]|(?<=\d)[km](?!\w)")  # "$5", "1.2k": the number is what counts
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SENTENCE_END = re.compile(r"[.!][)”]?\s")  # a question leads to what follows it
_EDGES = " \t\xa0.,;:!?…–—-|•·*_'’‘[]{}<>/\\~#+=^`→›»«"
_LONGEST = 700  # characters: a longer line is a paragraph, and never furniture
_TAIL = 0.3  # the share of a text's lines after which its tail begins
_HEAD = 3  # lines that are its head
_FRAGMENT = 4  # words at most in a line that goes with the box above it
_REACH = 3  # lines that may lie between two of one box


@dataclass(frozen=True, slots=True)
class Phrase:
    """One phrase of a rule: where in the line it must stand, and the rule."""

    rule: Furniture
    order: int  # of the rule in the rule files
    place: str
    text: str

    @property
    def pattern(self) -> re.Pattern[str]:
        """The phrase compiled, when a line first holds its word: most texts hold few."""
        return _compiled(self.text, self.place)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The furniture rules, found by a word that a line must hold for a phrase to match."""

    by_word: dict[str, tuple[Phrase, ...]]
    by_mark: tuple[Phrase, ...]  # phrases without a word that all their readings share
    also: dict[str, re.Pattern[str]]
    reporting: frozenset[str]
    reader: frozenset[str]
    longest: int


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: its span, what it says outside quotation marks, and its words."""

    start: int
    end: int
    said: str
    first: int  # where its first sentence ends in ``said``
    last: int  # where its last sentence begins
    words: tuple[str, ...]
    place: float  # 0 for the first line, towards 1 for the last


@lru_cache(maxsize=8)
def lexicon(rules: Rules) -> Lexicon:
    """The furniture rules, compiled."""
    by_word: dict[str, list[Phrase]] = {}
    by_mark: list[Phrase] = []
    also = {}
    for order, rule in enumerate(rules.all(Furniture)):
        if rule.also:
            also[rule.id] = re.compile("|".join(_bounded(p) for p in rule.also))
        for place in ("whole", "begins", "has", "ends"):
            for text in getattr(rule, place):
                phrase = Phrase(rule, order, place, text)
                keys = _keys(text)
                for word in keys:
                    by_word.setdefault(word, []).append(phrase)
                if not keys:
                    by_mark.append(phrase)
    signs = {rule.id: frozenset(rule.words) for rule in rules.all(LineSigns)}
    return Lexicon(
        {word: tuple(phrases) for word, phrases in by_word.items()},
        tuple(by_mark),
        also,
        signs.get("reporting", frozenset()),
        signs.get("reader", frozenset()),
        max((rule.longest for rule in rules.all(Furniture)), default=0),
    )


def find_furniture(text: str, rules: Rules) -> tuple[Passed, ...]:
    """The lines of a text that are page furniture, in order, each with the rule that took it."""
    book = lexicon(rules)
    lines = _lines(text)
    taken: dict[int, tuple[str, str]] = {}
    anchors: list[int] = []
    for index, line in enumerate(lines):
        rule = _rule_of(line, index, len(lines), book)
        if rule:
            taken[index] = rule.ref, rule.means
            if rule.anchor and (line.place >= _TAIL or len(lines) == 1):
                anchors.append(index)
    taken |= _neighbours(lines, taken, anchors, book)
    return tuple(
        Passed(line.start, line.end, text[line.start : line.end], *taken[index])
        for index, line in enumerate(lines)
        if index in taken
    )


def _lines(text: str) -> list[Line]:
    spans = [_trimmed(text, *match.span()) for match in _LINE.finditer(text)]
    lines = []
    for index, (start, end) in enumerate(spans):
        said, first, last, words = "", 0, 0, ()
        if end - start <= _LONGEST:
            said = _said(text[start:end])
            ends = [end.span() for end in _SENTENCE_END.finditer(said)]
            first, last = (ends[0][0], ends[-1][1]) if ends else (len(said), 0)
            words = tuple(_WORD.findall(said))
        lines.append(Line(start, end, said, first, last, words, index / len(spans)))
    return lines


def _said(line: str) -> str:
    """A line in lower case, without quoted speech, signs of money and marks at either end."""
    if '"' in line or "“" in line or "”" in line:
        line = _QUOTED.sub(" ", line)
    return _AROUND_NUMBERS.sub("", line.lower()).strip(_EDGES)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while text[start].isspace():
        start += 1
    while text[end - 1].isspace():
        end -= 1
    return start, end


def _rule_of(line: Line, index: int, count: int, book: Lexicon) -> Furniture | None:
    """The first rule, in the order of the rule files, that takes a line by itself."""
    if len(line.words) > book.longest or not line.said:
        return None
    reports = not book.reporting.isdisjoint(line.words)
    best: Phrase | None = None
    for phrase in _candidates(line, book):
        rule = phrase.rule
        if best and best.order <= phrase.order:
            continue
        if len(line.words) > rule.longest or (reports and not rule.reported and phrase.place in ("begins", "has")):
            continue
        if _stands_right(rule, line, index, count) and _matches(phrase, line, book):
            best = phrase
    return best.rule if best else None


def _stands_right(rule: Furniture, line: Line, index: int, count: int) -> bool:
    """Whether a line stands where in the text the rule wants it."""
    if rule.place == "tail":
        return line.place >= _TAIL or index >= count - 2
    return rule.place == "anywhere" or index < _HEAD


def _matches(phrase: Phrase, line: Line, book: Lexicon) -> bool:
    found = phrase.pattern.search(line.said, line.last if phrase.place == "ends" else 0)
    if not found or (phrase.place == "has" and found.start() > line.first):
        return False  # what a later sentence says does not make a paragraph furniture
    also = book.also.get(phrase.rule.id) if phrase.place == "has" else None
    return also is None or also.search(line.said) is not None


def _candidates(line: Line, book: Lexicon) -> Iterator[Phrase]:
    for word in dict.fromkeys(line.words):
        yield from book.by_word.get(word, ())
    yield from book.by_mark


def _neighbours(
    lines: Sequence[Line], taken: dict[int, tuple[str, str]], anchors: Sequence[int], book: Lexicon
) -> dict[int, tuple[str, str]]:
    """Lines that go with the furniture beside them, in the tail of the text."""
    more: dict[int, tuple[str, str]] = {}
    for before, after in pairwise(anchors):
        between = [i for i in range(before + 1, after) if i not in taken]
        if len(between) <= _REACH and all(_speaks_to_reader(lines[i], book) for i in between):
            more |= dict.fromkeys(between, ("line_signs/reader", "speaks to the reader between two lines of an appeal"))
    for anchor in anchors:
        following = anchor + 1
        while following < len(lines) and (
            following in taken or following in more or _is_fragment(lines[following], book)
        ):
            if following not in taken and following not in more:
                more[following] = "line_signs/reader", "a fragment of the box above it"
            following += 1
    return more


def _speaks_to_reader(line: Line, book: Lexicon) -> bool:
    return bool(line.said) and not book.reader.isdisjoint(line.words)


def _is_fragment(line: Line, book: Lexicon) -> bool:
    return 0 < len(line.words) <= _FRAGMENT and book.reporting.isdisjoint(line.words)


@lru_cache(maxsize=10_000)
def _compiled(phrase: str, place: str) -> re.Pattern[str]:
    if place == "whole":
        return re.compile(rf"\A(?:{phrase_pattern(phrase.lower())})\W*\Z")
    return re.compile(rf"\A{_bounded(phrase)}" if place == "begins" else _bounded(phrase))


def _bounded(phrase: str) -> str:
    text = phrase.lower()
    left = r"(?<!\w)" if text[0].isalnum() or text[0] in "#~[" else ""
    right = r"(?!\w)" if text[-1].isalnum() or text[-1] in "~]" else ""
    return f"{left}(?:{phrase_pattern(text)}){right}"


def _keys(phrase: str) -> tuple[str, ...]:
    """The words of which a line must hold one for the phrase to match: those of its longest required item."""
    required = [item.split("|") for item in phrase.lower().split() if not item.startswith("[")]
    options = [[max(_WORD.findall(word), key=len, default="") for word in words] for words in required]
    sure = [words for words in options if all(words)]
    return tuple(max(sure, key=lambda words: min(map(len, words)))) if sure else ()
