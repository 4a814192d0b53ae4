"""The headline of a document: what its words are about, and which of its figures the text repeats."""

from collections.abc import Sequence
from dataclasses import replace

from reconcile.model import Kind, Measure, Quantity

_LONGEST = 160  # characters; a longer first line is a paragraph


def headline_end(text: str) -> int:
    """Where the headline ends: the first line with words, if it is short and text follows; else 0."""
    start = len(text) - len(text.lstrip())
    end = text.find("\n", start, start + _LONGEST + 1)
    return end if end > 0 and text[end:].strip() else 0


def fold(quantities: Sequence[Quantity], measures: list[Measure], end: int) -> list[Measure]:
    """The measures, where a figure of the headline that the text repeats measures what it does there."""
    body = [(q, m) for q, m in zip(quantities, measures, strict=True) if q.start >= end]
    folded: list[Measure] = []
    for quantity, measure in zip(quantities, measures, strict=True):
        again = next((m for q, m in body if _repeats(quantity, measure, q, m)), None) if quantity.start < end else None
        folded.append(replace(again, incidental=None) if again is not None else measure)
    return folded


def _repeats(quantity: Quantity, measure: Measure, later: Quantity, meant: Measure) -> bool:
    """Whether a figure of the text is that of the headline, and says no less of it."""
    if (quantity.low, quantity.high) != (later.low, later.high) or quantity.kind is not later.kind:
        return False
    if meant.incidental or meant.property is None:
        return False
    if quantity.unit and later.unit and quantity.unit != later.unit:
        return False
    # a sum of money is not told twice by chance: "The real bill: $21bn"
    return measure.topic is None or measure.property == meant.property or quantity.kind is Kind.MONEY
