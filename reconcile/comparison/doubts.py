"""What speaks against two figures being one question, where they exclude each other.

Figures that agree are joined in spite of it: that hurts nobody. A conflict must be one.
"""

import re

from reconcile.comparison.companions import gives_too
from reconcile.comparison.items import Item
from reconcile.comparison.kinship import interchangeable, wider_kinds
from reconcile.comparison.wordings import HELD_AGAINST
from reconcile.extraction.measures.behaviour import topic_of
from reconcile.model import Kind, Stance
from reconcile.rulebook import Rules

_NAME = re.compile(r"(?<=[a-z,’'] )[A-Z][\w’'-]+")
_READ = 2_000  # characters of a sentence that are looked at
_PLACE = "place"
_TELLING_APART = ("place", "event", "holder", "side", "group", "span", "basis", "part", "scope")


def doubtful(one: Item, other: Item) -> bool:
    """Whether what the words say of where and of what leaves open that two figures answer one question.

    Both must name what they measure in words of their own.
    """
    if _lent(one) or _lent(other) or gives_too(one, other) or gives_too(other, one):
        return True
    return _told_apart(one, other) or _elsewhere(one, other) or _elsewhere(other, one)


def _lent(one: Item) -> bool:
    """Whether a count's own words name no property, so that it only has that of a figure which it may repeat.

    What a text sets against another figure has that figure's property by its own words; and of a physical
    kind a story holds few.
    """
    lent = one.known and one.claim.measure.topic is None and not one.against
    return lent and one.claim.quantity.kind is not Kind.PHYSICAL


def _told_apart(one: Item, other: Item) -> bool:
    """Whether one text narrows one of two figures by what it does not say of the other, sentences apart."""
    a, b = one.claim, other.claim
    if a.doc != b.doc or a.sentence == b.sentence:
        return False
    against = HELD_AGAINST in (a.attribution.manner, b.attribution.manner)
    denied = Stance.DENIED in (a.attribution.stance, b.attribution.stance)
    return not against and not denied and any((n in one.qualifiers) != (n in other.qualifiers) for n in _TELLING_APART)


def _elsewhere(one: Item, other: Item) -> bool:
    """Whether what was measured at a place of one may have been measured somewhere else for the other.

    Every place has a temperature and a depth of water of its own.
    """
    if one.claim.quantity.kind is not Kind.PHYSICAL or _PLACE not in one.qualifiers or _PLACE in other.qualifiers:
        return False
    mine, yours = _names(one), _names(other)
    named = set(one.qualifiers[_PLACE].split()) | {name.lower() for name in mine}
    return bool(yours) and named.isdisjoint(name.lower() for name in yours)


def _names(one: Item) -> set[str]:
    """The capitalised words of a figure's sentence, its first apart."""
    return set(_NAME.findall(one.claim.sentence.text[:_READ])) if one.claim.sentence else set()


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
