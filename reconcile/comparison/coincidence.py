"""How surely two figures that agree do so for a reason, and not by chance.

Figures agree by chance the sooner the more of them there are and the rounder they are: among thirty counts two
are "four" without anything in common, and no two are 412,386. So what an agreement is worth follows from the
texts at hand: the number of figures of its dimension, times the share of the scale that the two leave open.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from reconcile import units
from reconcile.comparison.intervals import Relation
from reconcile.comparison.items import Item
from reconcile.model import Kind, Modifier

_NEAR_BOUND = 1.15  # "more than a million" is said of what is little more, and "more than 1,200" of less than 1,300
_SMALL = 20  # counts below this make up about half of all counts
_DECADES = 6.0  # powers of ten over which figures of one dimension spread in a text
_DECADES_OF = {"count": 6.0, "small": 2.0, "money": 5.0, "temperature": 0.5}
_DECADES_MEASURED = 3.0  # the same for lengths, weights and other measured figures
_SHARES_SPREAD = 60.0  # percentage points over which shares spread
_SUREST = 4.0
_ROUND_ONES = 0.4  # of the figures in texts that have one digit before their zeros
_ABOVE = (Modifier.MORE_THAN, Modifier.AT_LEAST)
_BELOW = (Modifier.LESS_THAN, Modifier.AT_MOST)


def mark_rivals(items: Sequence[Item], story: Mapping[str, int]) -> list[Item]:
    """The items, each with the number of other figures of its dimension in the documents of its story."""
    held = Counter((story.get(one.claim.doc, -1), one.dimension) for one in items)
    return [replace(one, rivals=held[story.get(one.claim.doc, -1), one.dimension] - 1) for one in items]


def surety(one: Item, other: Item, lie: Relation | None) -> float | None:
    """How many powers of ten an agreement is rarer than chance would have it; None where the figures do not agree.

    0: as many such agreements must be expected by accident as there are.
    """
    if not _agree(one, other, lie):
        return None
    printed = one.number is not None and _in_unit_of(one, other) == one.number
    share = min(_share(one, printed), _share(other, printed)) if printed else max(_share(one), _share(other))
    chance = max(1, one.rivals, other.rivals) * share
    return min(_SUREST, -math.log10(max(chance, 1e-9)))


def definite(one: Item) -> bool:
    """Whether a figure has two ends of its own: no bound, no vague band."""
    return one.reach.closed and one.claim.quantity.modifier not in (*_ABOVE, *_BELOW, Modifier.VAGUE)


def _agree(one: Item, other: Item, lie: Relation | None) -> bool:
    """Whether two figures are one, rounded or converted, or one is the bound right beside the other."""
    if lie not in (Relation.EQUAL, Relation.COVER):
        return False
    if one.claim.doc == other.claim.doc and lie is not Relation.EQUAL and _in_unit_of(one, other) != one.number:
        return False  # a text prints one figure in one way
    if definite(one) and definite(other):
        return True
    if Modifier.VAGUE in (one.claim.quantity.modifier, other.claim.quantity.modifier):
        return False
    if lie is Relation.EQUAL:
        return True
    if not definite(one) and not definite(other):
        return False
    bound, figure = (other, one) if definite(one) else (one, other)
    size = _in_unit_of(bound, figure)
    if not bound.number or not size:
        return False
    low, high = _stretch(bound)
    return low <= size <= high


def _in_unit_of(bound: Item, figure: Item) -> float | None:
    """A figure's number in the unit of another; None for a range and where only a rate could tell."""
    unit, wanted = figure.claim.quantity.unit, bound.claim.quantity.unit
    if figure.number is None or unit == wanted or figure.dimension == "count":
        return figure.number
    if unit is None or wanted is None or figure.claim.quantity.kind is Kind.MONEY:
        return None
    return units.convert(figure.number, unit, wanted)


def _share(one: Item, printed: bool = False) -> float:
    """The share of its scale that a figure leaves open, which is how often another would agree with it by chance.

    Where one number is ``printed`` twice, hedges leave nothing open, and only other round numbers can meet a round one.
    """
    low, high = _rounded(one) if printed else _stretch(one)
    many = one.dimension != "count" or abs(one.number or 0.0) > _SMALL
    round_ones = _ROUND_ONES if printed and one.digits == 1 and many else 1.0
    return round_ones * _of_scale(one, low, high)


def _of_scale(one: Item, low: float, high: float) -> float:
    if one.claim.quantity.kind is Kind.RATIO:
        points = 1.0 if one.claim.quantity.unit in ("percent", "percentage_point") else 100.0
        return min(1.0, points * (high - low) / _SHARES_SPREAD)
    if low <= 0:
        return 1.0
    return min(1.0, math.log10(high / low) / _decades(one, high))


def _decades(one: Item, size: float) -> float:
    if one.dimension == "count":
        return _DECADES_OF["small"] if size <= _SMALL else _DECADES_OF["count"]
    if one.claim.quantity.kind is Kind.MONEY:
        return _DECADES_OF["money"]
    return _DECADES_OF["temperature"] if "temperature" in one.dimension else _DECADES_MEASURED


def _rounded(one: Item) -> tuple[float, float]:
    """What would be printed as a figure's number."""
    size = abs(one.number or 0.0)
    half = _step(one, size) / 2 if size else 0.0
    return size - half, size + half


def _step(one: Item, size: float) -> float:
    """The place of the last digit of a number that is no zero."""
    return 10.0 ** (math.floor(math.log10(size)) + 1 - max(one.digits, 1))


def _stretch(one: Item) -> tuple[float, float]:
    """The figures that would be printed or hedged in this way."""
    if one.number is None:
        stated = one.reach.stated
        return abs(stated.low), max(abs(stated.high), abs(stated.low))
    size = abs(one.number)
    if not size:
        return 0.0, 0.0
    modifier = one.claim.quantity.modifier
    step = _step(one, size)
    if modifier in _ABOVE:
        return size, min(size + step, size * _NEAR_BOUND)
    if modifier in _BELOW:
        return max(size - step, size / _NEAR_BOUND), size
    half = step / 2
    plausible = one.claim.plausible
    low = min(abs(plausible.low), size - half) if one.number > 0 else size - half
    high = max(plausible.high, size + half) if one.number > 0 else size + half
    return max(low, size / 3), min(high, size * 3)
