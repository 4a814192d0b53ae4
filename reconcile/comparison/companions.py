"""What one text gives side by side: who has 4.3 days with the drug and 1.9 without speaks of two things.

Where another text gives 1.9 days, that is the 1.9 of the first text, and it contradicts no 4.3.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from reconcile.comparison.items import Companion, Item


def mark_companions(items: Sequence[Item]) -> list[Item]:
    """The items, each with the plain figures of its text, by their number and unit."""
    given: dict[object, dict[object, list[Companion]]] = defaultdict(lambda: defaultdict(list))
    for one in items:
        if one.plain and one.number is not None:
            measured = Companion(one.claim.id, one.source, one.entity, one.property if one.known else None)
            given[_text(one)][_number(one)].append(measured)
    return [replace(one, companions=given[_text(one)]) if one.plain else one for one in items]


def gives_too(one: Item, other: Item) -> bool:
    """Whether who gives ``one`` gives the figure of ``other`` too, for what ``other`` may measure.

    Two sources of one text may contradict each other, and its own voice any of them.
    """
    if one.number is None or other.number is None:
        return False
    return any(_may_be(mine, one, other) for mine in one.companions.get(_number(other), ()))


def _may_be(mine: Companion, one: Item, other: Item) -> bool:
    if mine.source != one.source or mine.id in (one.claim.id, other.claim.id):
        return False
    if None not in (mine.entity, other.entity) and mine.entity != other.entity:
        return False
    if mine.property is not None and other.known and mine.property != other.property:
        return False
    return other.dimension != "count" or other.digits > 1 or (mine.entity is not None and mine.entity == other.entity)


def _number(one: Item) -> object:
    """A figure as other texts print it: its number, and its unit where it is no count."""
    return one.number, None if one.dimension == "count" else one.claim.quantity.unit


def _text(one: Item) -> object:
    return one.claim.doc, one.dimension
