"""Where a figure stands in its text: whether it opens it, and what the text gives beside it.

A text has one figure for its matter and many for what belongs to it. The one stands in the headline; of the others
there are several, told by one voice, and the lesser ones are parts of the greatest.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from reconcile.comparison.items import Item, Standing
from reconcile.model import Document

_OPENING = 600  # characters in which a headline, or the first paragraph of a text without one, ends
_MOST = 8  # figures beside one that are kept: so many say already that a text has one for many things


@dataclass(slots=True)
class _Row:
    """What one text gives for one property."""

    items: list[Item] = field(default_factory=list)  #: the plain ones among them, as they stand, up to `_MOST`
    numbers: dict[float, None] = field(default_factory=dict)
    opening: set[float] = field(default_factory=set)
    greatest: dict[object, dict[str | None, float]] = field(default_factory=lambda: defaultdict(dict))


def mark_standing(items: Sequence[Item], documents: Mapping[str, Document]) -> list[Item]:
    """The items, those of a known property with where they stand among the figures that their text gives for it."""
    rows: dict[object, _Row] = defaultdict(_Row)
    for one in items:
        if one.known and one.number is not None:
            row = rows[_asked(one)]
            row.numbers[one.number] = None
            if _opens(one, documents):
                row.opening.add(one.number)
            if one.plain:
                _keep(one, row)
    return [replace(one, standing=_standing(one, rows[_asked(one)], documents)) if one.known else one for one in items]


def _keep(one: Item, row: _Row) -> None:
    if len(row.items) < _MOST:
        row.items.append(one)
    of_a_day = row.greatest[_day(one)]
    of_a_day[one.source] = max(of_a_day.get(one.source, one.reach.plausible.low), one.reach.plausible.low)


def _standing(one: Item, row: _Row, documents: Mapping[str, Document]) -> Standing:
    others = [number for number in list(row.numbers)[: _MOST + 1] if number != one.number]
    greatest = row.greatest.get(_day(one), {})
    sources = greatest if one.source is None else [one.source, None]
    lesser = any(greatest.get(source, float("-inf")) > one.reach.plausible.high for source in sources)
    return Standing(
        opens=one.number in row.opening or _opens(one, documents),
        others=frozenset(others),
        lesser=lesser,
        beside=tuple(two for two in row.items if two.claim.id != one.claim.id and _of_one_voice(one, two)),
    )


def _of_one_voice(one: Item, other: Item) -> bool:
    """Whether two figures of one text may come from one voice: its own may be that of anyone whom it quotes."""
    return one.source is None or other.source is None or one.source == other.source


def _opens(one: Item, documents: Mapping[str, Document]) -> bool:
    """Whether a figure stands in the headline of its text, or in the first paragraph of a text that has none."""
    document, start = documents.get(one.claim.doc), one.claim.quantity.start
    if document is None or start >= _OPENING:
        return False
    end = document.text.find("\n\n", 0, _OPENING)
    return start < end if end >= 0 else one.claim.sentence is not None and one.claim.sentence.start == 0


def _asked(one: Item) -> object:
    return one.claim.doc, one.dimension, one.property


def _day(one: Item) -> object:
    return one.direction, one.claim.as_of.iso() if one.claim.as_of else None
