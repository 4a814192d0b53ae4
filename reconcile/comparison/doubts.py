"""Whether the fewer of two figures may be among the rest: soldiers among people."""

from reconcile.comparison.items import Item
from reconcile.comparison.kinship import interchangeable, wider_kinds
from reconcile.extraction.measures.behaviour import topic_of
from reconcile.rulebook import Rules


def may_be_part(one: Item, other: Item, rules: Rules) -> bool:
    """Whether the smaller of two figures counts a narrower kind and may be among the larger: 14 troops, 27 people.

    Not where both kinds count the same (lives are people), nor where the property is only ever said of the
    narrower: those laid off are workers.
    """
    if one.dimension != "count" or one.entity is None or other.entity is None:
        return False
    if interchangeable(one.entity, other.entity, rules):
        return False
    wider = wider_kinds(rules)
    for mine, yours in ((one, other), (other, one)):
        assert mine.entity is not None  # noqa: S101 - asked above
        if yours.entity in wider.get(mine.entity, frozenset()):
            topic = topic_of(mine.claim.measure, rules)
            usual = topic is not None and topic.entity == mine.entity
            return not usual and mine.claim.plausible.high < yours.claim.plausible.low
    return False
