"""Corrections: where an article says that it was wrong or has changed, and which words were wrong.

A figure that stands in the ``was`` of a note is withdrawn; one in its ``now`` stands in its place.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from reconcile.model import Document, Span
from reconcile.reading.sentences import split_sentences
from reconcile.rulebook import Rules
from reconcile.rulebook.phrases import phrases_pattern
from reconcile.rulebook.reading import CorrectionNote

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_LONGEST = 5000  # characters of a line: a longer one is no note
# what may follow a single word that opens a note: "Correction:", "Update, 14:30:", "CORRECTION (May 3) —"
_MARK = re.compile(r"(?:\s*\([^)\n]{0,30}\)|,?[\s\d.:apm]{0,12})(?::(?=\s|$)|[–—|]|\s-\s)|\W*$")


@dataclass(frozen=True, slots=True)
class Correction:
    """A note: its span, the rule that found it, what it takes back and what it puts in place."""

    start: int
    end: int
    text: str
    rule: str
    was: tuple[Span, ...] = ()
    now: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class _Book:
    heads: tuple[tuple[CorrectionNote, re.Pattern[str]], ...]
    title: re.Pattern[str]
    cue: dict[str, re.Pattern[str]]


@lru_cache(maxsize=8)
def _book(rules: Rules) -> _Book:
    notes = rules.all(CorrectionNote)
    return _Book(
        tuple((note, re.compile(rf"[\W_]*(?:{phrases_pattern(note.heads)})(?!\w)", re.IGNORECASE)) for note in notes),
        re.compile(rf"[\W_]*(?:{phrases_pattern([h for n in notes for h in n.heads])})[\W_]*", re.IGNORECASE),
        {
            note.id: re.compile(
                rf"(?<!\w)(?:(?P<was>{phrases_pattern(note.was)})|(?P<now>{phrases_pattern(note.now)}))(?!\w)",
                re.IGNORECASE,
            )
            for note in notes
        },
    )


def find_corrections(text: str, rules: Rules) -> tuple[Correction, ...]:
    """The notes of a text that say it was wrong or has changed, in order.

    A note is a line that begins as one. Under a line that is only a heading ("Correction"), it is the
    line below; where that heading opens the text, all that follows it is the note.
    """
    book = _book(rules)
    lines = [line.span() for line in _LINE.finditer(text)]
    found: list[Correction] = []
    index = 0
    while index < len(lines):
        start, end = lines[index]
        rule = _head(text, start, end, book)
        if rule is None:
            index += 1
            continue
        last = index
        if book.title.fullmatch(text, start, end) and index + 1 < len(lines):
            last = len(lines) - 1 if index == 0 else index + 1
        stop = lines[last][1]
        note = _note(text, start, stop, rule, book)
        if note.was or not rule.only_with_was:
            found.append(note)
        index = last + 1
    return tuple(found)


def notes_on(document: Document, rules: Rules) -> tuple[str, ...]:
    """A sentence for each correction, to stand among a document's notes."""
    return tuple(
        f"{correction.rule.rpartition('/')[2].replace('-', ' ')}: {' '.join(correction.text.split())[:160]!r}"
        for correction in find_corrections(document.text, rules)
    )


def _head(text: str, start: int, end: int, book: _Book) -> CorrectionNote | None:
    """The rule whose words open a line. A single word does so only with a colon or a dash not far behind it."""
    if end - start > _LONGEST:
        return None
    for note, pattern in book.heads:
        head = pattern.match(text, start, end)
        if head and (" " in head[0].strip() or head.end() == end or _MARK.match(text, head.end(), end)):
            return note
    return None


def _note(text: str, start: int, end: int, rule: CorrectionNote, book: _Book) -> Correction:
    parts: dict[str, list[Span]] = {"was": [], "now": []}
    for low, high in split_sentences(text, start, end):
        for kind, begin, stop in _clauses(text, low, high, book.cue[rule.id]):
            parts[kind].append(Span.of(text, begin, stop))
    return Correction(start, end, text[start:end], rule.ref, tuple(parts["was"]), tuple(parts["now"]))


def _clauses(text: str, start: int, end: int, cue: re.Pattern[str]) -> Iterator[tuple[str, int, int]]:
    """The stretches of a sentence from each cue to the next, or to the end."""
    cues = list(cue.finditer(text, start, end))
    for number, found in enumerate(cues):
        stop = cues[number + 1].start() if number + 1 < len(cues) else end
        yield ("was" if found["was"] else "now"), found.start(), stop
