"""What a figure measures, where its own words say too little and another text gives the same figure.

"In all, 1.4 billion litres" names nothing that is measured; where another text has 1.4 million cubic metres
spilled, and hardly by chance, it measures what was spilled.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reconcile.comparison.coincidence import surety
from reconcile.comparison.items import Item, related
from reconcile.comparison.nearness import near_figures
from reconcile.comparison.normalising import Rates
from reconcile.comparison.splits import side_by_side, split
from reconcile.comparison.stories import Bearing, Stories
from reconcile.rulebook import Rules

_NO_CHANCE = 1.0  # powers of ten that the agreement must be rarer than chance
_FIRM = 3  # as far as the words may stand from a figure that surely say what it measures
_LOOSE = 6  # from here they may as well say it of something else


def with_borrowed_measures(items: Sequence[Item], story: Stories, rules: Rules, rates: Rates) -> list[Item]:
    """The items, those that name no property or name it from afar with that of the figure that they repeat.

    Only in texts that somebody put together to be compared, and only where no other figure that agrees measures
    something else.
    """
    lenders: dict[str, list[Item]] = defaultdict(list)
    for one, other in _agreeing(items, story, rates):
        for mine, yours in ((one, other), (other, one)):
            if _loose(mine) and yours.known and yours.claim.measure.distance <= _FIRM:
                sure = surety(mine, yours, related(mine, yours, rates))
                if sure is not None and sure >= _NO_CHANCE and _fits(mine, yours, rules, rates, sure):
                    lenders[mine.claim.id].append(yours)
    return [_borrowed(one, lenders.get(one.claim.id, ())) for one in items]


def _agreeing(items: Sequence[Item], story: Stories, rates: Rates) -> Iterator[tuple[Item, Item]]:
    blocks: dict[object, list[Item]] = defaultdict(list)
    for one in items:
        blocks[story.number.get(one.claim.doc, -1), one.dimension].append(one)
    for block in blocks.values():
        for one, other in near_figures(block, rates):
            if story.bearing(one.claim.doc, other.claim.doc) is Bearing.MEANT:
                yield one, other


def _loose(one: Item) -> bool:
    return not one.known or one.claim.measure.distance >= _LOOSE


def _fits(one: Item, lender: Item, rules: Rules, rates: Rates, sure: float) -> bool:
    """Whether nothing but the property keeps two figures of two texts apart."""
    if one.claim.doc == lender.claim.doc:
        return False
    if one.known and one.property and lender.property and side_by_side(one.property, lender.property, rules):
        return False
    bare = replace(one, property=None, known=False)
    return split(bare, lender, related(one, lender, rates), rules, sure) is None


def _borrowed(one: Item, lenders: Sequence[Item]) -> Item:
    if len({lender.property for lender in lenders}) != 1 or lenders[0].property == one.property:
        return one
    lender = min(lenders, key=lambda lender: (lender.claim.measure.distance, lender.claim.id))
    return replace(
        one,
        property=lender.property,
        known=True,
        entity=lender.entity if one.entity is None or one.bare else one.entity,
        window=lender.window,
    )
