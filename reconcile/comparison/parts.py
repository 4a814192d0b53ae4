"""Parts against their whole within one text: what is given as all of it must add up.

Parts are never added up across sentences, nor where they may overlap or leave something out: only where one
sentence gives the whole and says that these are all ("40 and 50, together 90"; "90 homes: 40 in Orle, 50 in Brule").
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby, pairwise

from reconcile.comparison.items import Item
from reconcile.comparison.naming import listed, speaker
from reconcile.model import Document, Interval, NotCompared
from reconcile.rulebook import Rules
from reconcile.rulebook.comparison import WordList

_LEAST = 2  # parts
_NEAR = 90  # characters between two parts
_BESIDE = 25  # characters on either side of a figure in which words may say that it is all
_CLOSING = re.compile(r"[^.;!?]*[.!?]|[^.;!?]*$")


def sums_that_differ(items: Sequence[Item], documents: Mapping[str, Document], rules: Rules) -> tuple[NotCompared, ...]:
    """A doubt for each whole whose parts, given as all of it, do not add up."""
    doubts: list[NotCompared] = []
    for (doc, _), sentence in groupby(items, key=_sentence):
        if doc in documents and len(told := list(sentence)) > _LEAST:
            doubts += _doubts(told, documents, rules)
    return tuple(doubts)


def _sentence(item: Item) -> tuple[str, int]:
    return item.claim.doc, item.claim.sentence.start if item.claim.sentence else -1


def _doubts(told: list[Item], documents: Mapping[str, Document], rules: Rules) -> Iterator[NotCompared]:
    text = documents[told[0].claim.doc].text
    for place, whole in enumerate(told):
        parts: list[Item] = []
        if _is_total(whole, text, rules):
            parts = _of_one_kind(told[:place], whole)
        if len(parts) < _LEAST and place + 1 < len(told) and _colon(whole, told[place + 1], text):
            parts = _of_one_kind(told[place + 1 :], whole) if _to_the_end(told, place, whole, text) else []
        if len(parts) < _LEAST:
            continue
        made = Interval(
            sum(part.reach.plausible.low for part in parts), sum(part.reach.plausible.high for part in parts)
        )
        against = whole.reach.plausible
        if made.high < against.low or made.low > against.high:
            yield _doubt(parts, whole, documents)


def _of_one_kind(parts: Sequence[Item], whole: Item) -> list[Item]:
    """The parts, where each is of what the whole is of and nothing else stands among them."""
    same = [part.dimension == whole.dimension and part.property == whole.property for part in parts]
    plain = all(part.plain and part.reach.closed and part.direction is None for part in (*parts, whole))
    if not (all(same) and plain and whole.property is not None and whole.known):
        return []
    near = all(b.claim.quantity.start - a.claim.quantity.end <= _NEAR for a, b in pairwise(parts))
    return list(parts) if near else []


def _is_total(whole: Item, text: str, rules: Rules) -> bool:
    """Whether words by a figure say that it is all: "together 80", "40 people in all"."""
    quantity = whole.claim.quantity
    before, after = _totals(rules)
    if after.match(text, quantity.end, quantity.end + _BESIDE):
        return True
    return before.search(text, max(0, quantity.start - _BESIDE), quantity.start) is not None


def _colon(whole: Item, first: Item, text: str) -> bool:
    """Whether a colon opens the list of parts behind the whole."""
    between = text[whole.claim.quantity.end : first.claim.quantity.start]
    return between.rstrip().endswith(":") and len(between) <= _NEAR


def _to_the_end(told: Sequence[Item], place: int, whole: Item, text: str) -> bool:
    """Whether the parts are all that the sentence says behind the colon: no "among others", no "and more"."""
    last = told[-1].claim.quantity.end
    rest = _CLOSING.match(text, last)
    return rest is not None and len(rest[0]) <= _NEAR and not re.search(r"\b(?:others?|more|rest|some)\b", rest[0])


def _doubt(parts: Sequence[Item], whole: Item, documents: Mapping[str, Document]) -> NotCompared:
    figures = listed([" ".join(part.claim.quantity.text.split()) for part in parts])
    low, high = (sum(end) for end in zip(*((p.reach.stated.low, p.reach.stated.high) for p in parts), strict=True))
    makes = f"{low:,.6g}" if low == high else f"{low:,.6g} to {high:,.6g}"
    total = " ".join(whole.claim.quantity.text.split())
    return NotCompared(
        claims=tuple(item.claim.id for item in (*parts, whole)),
        aspect="sum",
        because=f"{figures} ({speaker(whole.claim, documents)}) make {makes}, and their sum is given as “{total}”.",
    )


@lru_cache(maxsize=8)
def _totals(rules: Rules) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What says before a figure, and behind it, that it is all."""
    words = "|".join(map(re.escape, rules.get(WordList, "in-all").words))
    return re.compile(rf"\b(?:{words})\s*$", re.IGNORECASE), re.compile(rf"\s*,?\s*(?:{words})\b", re.IGNORECASE)
