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
from reconcile.comparison.stories import Stories
from reconcile.model import Kind
from reconcile.rulebook import Rules

_NO_CHANCE = 1.0  # powers of ten that the agreement must be rarer than chance
_FIRM = 3  # as far as the words may stand from a figure that surely say what it measures
_FEW = 8  # figures of one kind in a story: more are no rare kind
_OF_ONE_SIZE = 3.0  # ratio up to which two figures of a rare kind are taken for one measure
_COMMON = ("time", "length")  # what a story measures of many things
_LIKE_WORDS = 2  # content words that two figures of a rare kind must share
_LOOSE = 6  # from here they may as well say it of something else


def with_borrowed_measures(items: Sequence[Item], story: Stories, rules: Rules, rates: Rates) -> list[Item]:
    """The items, those that name no property or name it from afar with that of the figure that they repeat.

    Only in texts that somebody put together to be compared, and only where no other figure that agrees measures
    something else.
    """
    if not story.meant:
        return list(items)
    lenders: dict[str, list[Item]] = defaultdict(list)
    for one, other in _agreeing(items, story, rates):
        for mine, yours in ((one, other), (other, one)):
            if _loose(mine) and yours.known and yours.claim.measure.distance <= _FIRM:
                sure = surety(mine, yours, related(mine, yours, rates))
                if sure is not None and sure >= _NO_CHANCE and _fits(mine, yours, rules, rates, sure):
                    lenders[mine.claim.id].append(yours)
    read = [_borrowed(one, lenders.get(one.claim.id, ())) for one in items]
    return _by_kind(read, story)


def _by_kind(items: Sequence[Item], story: Stories) -> list[Item]:
    """The items, those without a property with that of the only figures of their rare kind in the other texts.

    Where all volumes of a story that name a property are volumes spilled, so is the one volume of the text that
    names none.
    """
    kinds: dict[object, list[Item]] = defaultdict(list)
    for one in items:
        if one.claim.quantity.kind is Kind.PHYSICAL and one.dimension not in _COMMON:
            kinds[story.number.get(one.claim.doc, -1), one.dimension].append(one)
    lender: dict[str, Item] = {}
    for same in kinds.values():
        known = [one for one in same if one.known and one.plain]
        if len({one.property for one in known}) != 1 or len(same) > _FEW:
            continue
        for one in same:
            beside = [other for other in same if other.claim.doc == one.claim.doc]
            alone = one.plain and not any(other.known for other in beside) and len({b.number for b in beside}) == 1
            if alone and (near := [other for other in known if _alike(one, other)]):
                lender[one.claim.id] = near[0]
    return [_borrowed(one, (lender[one.claim.id],) if one.claim.id in lender else ()) for one in items]


def _alike(one: Item, other: Item) -> bool:
    """Whether two figures of two texts are of one size, and said in some like words."""
    if one.claim.doc == other.claim.doc or len(one.words & other.words) < _LIKE_WORDS:
        return False
    if one.claim.quantity.unit != other.claim.quantity.unit:
        return False
    low, high = sorted((abs(one.number or 0.0), abs(other.number or 0.0)))
    return low > 0 and high <= low * _OF_ONE_SIZE


def _agreeing(items: Sequence[Item], story: Stories, rates: Rates) -> Iterator[tuple[Item, Item]]:
    blocks: dict[object, list[Item]] = defaultdict(list)
    for one in items:
        blocks[story.number.get(one.claim.doc, -1), one.dimension].append(one)
    for block in blocks.values():
        yield from near_figures(block, rates)


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
        borrowed=True,
        entity=lender.entity if one.entity is None or one.bare else one.entity,
        window=lender.window,
    )
