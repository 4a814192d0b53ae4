"""Sentences, as spans over a text that is not rewritten."""

import re
from functools import cache
from typing import Any

Span = tuple[int, int]

_LINE = re.compile(r"[^\n]*\S[^\n]*")
# nupunkt splits after these; in news they lead a name ("Lt. Gen. Mark", "(R-Fla.) said")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Lt|Gen|Col|Sgt|Maj|Cmdr|Brig|Adm|Sen|Rep|Gov|Reps|Sens|Mr|Mrs|Ms|Dr|St|Prof|No|approx)|\((?:R|D|I)-[A-Z][\w.]*)\.$"
)
_LONG = 20_000  # a line longer than this is cut at white space first: no sentence of news is as long


@cache
def _tokenizer() -> Any:
    from nupunkt import sent_spans  # imported late: a tenth of a second that --help need not pay

    return sent_spans


def paragraph_at(text: str, offset: int) -> Span:
    """The line of ``text`` in which ``offset`` lies, without its line end."""
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    return start, len(text) if end < 0 else end


def split_sentences(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The sentences between two offsets, in order. A line end always ends a sentence."""
    end = len(text) if end is None else end
    found: list[Span] = []
    for line in _LINE.finditer(text, start, end):
        for low, high in _pieces(text, *line.span()):
            found += _split_line(text, low, high)
    return found


def _pieces(text: str, start: int, end: int) -> list[Span]:
    if end - start <= _LONG:
        return [(start, end)]
    pieces = []
    while start < end:
        cut = min(start + _LONG, end)
        if cut < end:
            space = text.rfind(" ", start + 1, cut)
            cut = space + 1 if space > start else cut
        pieces.append((start, cut))
        start = cut
    return pieces


def _split_line(text: str, start: int, end: int) -> list[Span]:
    line = text[start:end]
    merged: list[Span] = []
    for low, high in _tokenizer()(line):
        while low < high and line[low].isspace():
            low += 1
        while high > low and line[high - 1].isspace():
            high -= 1
        if low == high:
            continue
        if merged and _ABBREVIATION.search(line, max(0, merged[-1][1] - 16), merged[-1][1]):
            merged[-1] = (merged[-1][0], high)
        else:
            merged.append((low, high))
    return [(start + low, start + high) for low, high in merged]
