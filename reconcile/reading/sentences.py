"""Sentences, as spans over a text that is not rewritten."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

Span = tuple[int, int]

_LINE = re.compile(r"\S[^\n]*")
# nupunkt splits after these; in news they lead a name ("Lt. Gen. Mark", "(R-Fla.) said")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Lt|Gen|Col|Sgt|Maj|Cmdr|Brig|Adm|Sen|Rep|Gov|Reps|Sens|Mr|Mrs|Ms|Dr|St|Prof|No|approx)|\((?:R|D|I)-[A-Z][\w.]*)\.$"
)
# nupunkt takes many a plain word before a full stop for an abbreviation; of four small letters or more few are one
_PLAIN_END = re.compile(
    r"(?:(?<![\w.-])(?!(?:approx|dept|govt|incl|excl|misc|mins|secs|resp|paras?|figs|vols|asst|attn)\b)[a-z]{4,}"
    r"|\b\d[\d.,]* (?:kg|km|cm|ft|lb|lbs|mph|kph|bn|mn|mm))"
    r"\.[\"”’)]*(\s+)(?=[\"“‘(]?[A-Z])"
)
_WINDOW = 20_000  # characters of a line that are split at a time
_LONGEST = 1_500  # characters of a sentence; what goes on longer is a list or a table, and is cut at white space


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
        for low, high in _line_sentences(text, *line.span()):
            found += _pieces(text, low, high, _LONGEST)
    return found


def _line_sentences(text: str, start: int, end: int) -> list[Span]:
    """The sentences of a line, window by window: one that a window cuts off is read again with the next."""
    found: list[Span] = []
    while end - start > _WINDOW:
        cut = _cut(text, start, _WINDOW)
        window = _split_line(text, start, cut)
        start = cut
        if len(window) > 1 and window[-1][0] > cut - _WINDOW // 2:
            start, _ = window.pop()
        found += window
    return found + _split_line(text, start, end)


def _pieces(text: str, start: int, end: int, longest: int) -> list[Span]:
    """A stretch of text as spans of at most ``longest`` characters, cut at white space where there is any."""
    pieces = []
    while end - start > longest:
        cut = _cut(text, start, longest)
        pieces.append((start, cut))
        start = cut
    return [*pieces, (start, end)]


def _cut(text: str, start: int, length: int) -> int:
    """Where to cut within ``length`` characters: after the last space, or at the end where there is none."""
    space = text.rfind(" ", start + 1, start + length)
    return space + 1 if space > start else start + length


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
    return [(start + low, start + high) for whole in merged for low, high in _at_plain_ends(line, *whole)]


def _at_plain_ends(line: str, start: int, end: int) -> Iterator[Span]:
    """A sentence, parted where a plain word before a full stop ends one."""
    if line.find(".", start, end - 1) >= 0:  # few sentences have a full stop within
        for found in _PLAIN_END.finditer(line, start, end):
            yield start, found.start(1)
            start = found.end()
    yield start, end
