"""Quote regions: which stretches of a document stand inside quotation marks.

One pass over the marks of a text, paragraph by paragraph. Double marks (straight, curly, low, typed as
two single ones) and guillemets may stay unclosed, as a quote of several paragraphs does: such a region
runs to the end of its paragraph. Single marks count only where they close, since most of them are
apostrophes.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass

_MARK = re.compile(r"''|``|’’|‘‘|[\"“”„«»‘’'\n]")
_CLOSERS = {'"': '"”', "“": '”"', "„": "“”", "«": "»", "»": "«", "''": "''’’", "``": "''", "‘‘": "’’", "’’": "’’"}
_OPENERS = frozenset(_CLOSERS)
_LONGEST_SINGLE = 600  # characters; single marks further apart are two apostrophes


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch in quotation marks, the marks included. ``closed``: it ends in a mark of its own."""

    start: int
    end: int
    closed: bool = True


class Quotes:
    """The quote regions of a text, in order, without overlap."""

    def __init__(self, text: str) -> None:
        self.regions = quote_regions(text)
        self._starts = [region.start for region in self.regions]

    def at(self, offset: int) -> Region | None:
        """The region in which ``offset`` lies."""
        index = self.index(offset)
        return None if index is None else self.regions[index]

    def index(self, offset: int) -> int | None:
        """The number of the region in which ``offset`` lies."""
        index = bisect_right(self._starts, offset) - 1
        return index if index >= 0 and offset < self.regions[index].end else None

    def between(self, start: int, end: int) -> list[Region]:
        """The regions that touch the stretch from ``start`` to ``end``."""
        low = max(0, bisect_right(self._starts, start) - 1)
        high = bisect_right(self._starts, end)
        return [region for region in self.regions[low:high] if region.end > start and region.start < end]


def quote_regions(text: str) -> list[Region]:
    """The regions of a text. Double marks first; single ones where no double one holds them."""
    doubles: list[Region] = []
    singles: list[Region] = []
    opened: tuple[int, str] | None = None
    single: int | None = None
    maybe: int | None = None  # where the single region ends, unless that was a possessive ("the voters' choice")
    for match in _MARK.finditer(text):
        mark, at, after = match[0], match.start(), match.end()
        if mark == "\n":
            if opened is not None:
                doubles.append(Region(opened[0], at, closed=False))
            if single is not None and maybe is not None:
                singles.append(Region(single, maybe))
            opened = single = maybe = None
        elif mark in "'‘’":
            if opened is not None:
                continue
            if single is not None and after - single > _LONGEST_SINGLE:
                single = maybe = None
            if _opens_single(text, mark, at):
                if single is not None and maybe is not None:
                    singles.append(Region(single, maybe))
                single, maybe = at, None
            elif single is not None and mark != "‘" and _closes_single(text, at):
                if text[at - 1] == "s":
                    maybe = maybe or after
                else:
                    singles.append(Region(single, after))
                    single = maybe = None
        elif opened is None:
            if mark in _OPENERS and not _closes_nothing(text, mark, at, after):
                opened = at, mark
        elif mark in _CLOSERS[opened[1]]:
            doubles.append(Region(opened[0], after))
            opened = None
        elif mark == "“":  # opened again without having been closed
            doubles.append(Region(opened[0], at, closed=False))
            opened = at, mark
    if opened is not None:
        doubles.append(Region(opened[0], len(text), closed=False))
    if single is not None and maybe is not None:
        singles.append(Region(single, maybe))
    return _merged(doubles, singles)


def _opens_single(text: str, mark: str, at: int) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if before.isalnum() or not after.strip() or (mark == "’"):
        return False
    decade = after.isdigit() and text[at + 2 : at + 4] == "0s"  # the '90s
    return not decade and (after.isalnum() or after in '$£€“"…[')


def _closes_single(text: str, at: int) -> bool:
    return not text[at - 1].isspace() and not text[at + 1 : at + 2].isalnum()


def _closes_nothing(text: str, mark: str, at: int, after: int) -> bool:
    """A straight mark glued to the word before it, with a space after: the end of a quote whose start is missing."""
    before = text[at - 1 : at]
    return mark in ('"', "''") and bool(before.strip()) and before not in "([—–-" and text[after : after + 1].isspace()


def _merged(doubles: list[Region], singles: list[Region]) -> list[Region]:
    """Both kinds in order. Of two that overlap the outer one stays."""
    regions: list[Region] = []
    for region in sorted((*doubles, *singles), key=lambda r: (r.start, -r.end)):
        if not regions or region.start >= regions[-1].end:
            regions.append(region)
    return regions
