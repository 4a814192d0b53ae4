"""What others say a figure leaves out: "the ministry's 1.9 billion leave out the access roads".

Who gives the figure does not say so. It stays the figure that the ministry gives, and a rival one excludes it.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from reconcile.comparison.items import Item
from reconcile.comparison.stories import Bearing, Stories

_SCOPE = "scope"
_TELLING = 2  # significant digits from which an equal figure is no chance


def without_scopes_of_others(items: Sequence[Item], story: Stories) -> list[Item]:
    """The items, those without their scope whose figure another text gives of the same without any."""
    plain: dict[object, list[Item]] = defaultdict(list)
    for one in items:
        if _SCOPE not in one.qualifiers and one.digits >= _TELLING and one.number is not None:
            plain[_figure(one)].append(one)
    return [_unscoped(one) if _SCOPE in one.qualifiers and _told(one, plain, story) else one for one in items]


def _figure(one: Item) -> object:
    return one.number, one.dimension, None if one.dimension == "count" else one.claim.quantity.unit


def _told(one: Item, plain: dict[object, list[Item]], story: Stories) -> bool:
    return any(
        other.claim.doc != one.claim.doc
        and story.bearing(other.claim.doc, one.claim.doc) is not Bearing.WORDS
        and not (one.known and other.known and one.property != other.property)
        and (None in (one.entity, other.entity) or one.entity == other.entity)
        for other in plain.get(_figure(one), ())
    )


def _unscoped(one: Item) -> Item:
    return replace(one, qualifiers={name: value for name, value in one.qualifiers.items() if name != _SCOPE})
