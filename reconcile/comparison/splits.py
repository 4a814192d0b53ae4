"""What keeps two claims apart, although they look alike: each reason a function of the two."""

from dataclasses import dataclass

from reconcile.comparison.intervals import Relation
from reconcile.comparison.items import Item
from reconcile.comparison.kinship import akin
from reconcile.comparison.times import explicit, gap, is_another_period, is_later
from reconcile.comparison.wordings import EARLIER
from reconcile.model import Claim, Stance
from reconcile.rulebook import Rules
from reconcile.rulebook.comparison import Aspect

_PRECISE = 3  # significant digits from which an equal number is no chance
_LONG = 60  # days between two texts before their dates alone make them tell of two times
_SOON = 14  # days: an event that is dated further on is another one
_MEASURED_OVER = ("flow", "event")  # behaviours whose figures belong to a period or a moment


@dataclass(frozen=True, slots=True)
class Split:
    """What keeps two claims apart."""

    aspect: str
    because: str


def split(one: Item, other: Item, related: Relation | None, rules: Rules) -> Split | None:
    """The first reason that keeps two claims apart, given how their figures lie, or None."""
    excludes = related is Relation.APART
    return (
        _by_direction(one, other)
        or _by_property(one, other)
        or _by_entity(one, other, rules)
        or _by_qualifiers(one, other, rules)
        or _by_time(one, other, excludes)
        or _by_unit(one, other, related)
        or _by_sample(one, other)
        or _by_voice(one, other, excludes)
        or _by_plan(one, other, excludes)
    )


def _by_direction(one: Item, other: Item) -> Split | None:
    mine, yours = one.direction, other.direction
    if mine == yours:
        return None
    if mine is not None and yours is not None:
        return Split("change", "a rise against a fall")
    if one.known and one.property == other.property and same_number(one, other):
        return None  # "grew 2.4 percent" and "growth of 2.4 percent"
    return Split("change", "a change against a level")


def _by_property(one: Item, other: Item) -> Split | None:
    mine, yours = one.property, other.property
    if mine is None or yours is None or mine == yours or not (one.known and other.known):
        return None  # the grammar's own names for a property are too many to set one against another
    if _telling_number(one, other):
        return None  # one of the two was misread
    return Split("property", f"{readable(mine)} against {readable(yours)}")


def _by_entity(one: Item, other: Item, rules: Rules) -> Split | None:
    if one.entity is None or other.entity is None or akin(one.entity, other.entity, rules):
        return None
    return Split("entity", f"{readable(one.entity)} against {readable(other.entity)}")


def _by_qualifiers(one: Item, other: Item, rules: Rules) -> Split | None:
    for name in sorted(one.qualifiers.keys() | other.qualifiers.keys()):
        rule = aspect(name, rules)
        if rule is not None and rule.ignored:
            continue
        mine, yours = one.qualifiers.get(name), other.qualifiers.get(name)
        called = rule.name if rule else name
        if mine is None or yours is None:
            if rule is not None and rule.alone(mine or yours or "") == "parts":
                return Split(name, f"{mine or yours} ({called}), which only one of them says")
        elif not _match(mine, yours, rule):
            return Split(name, f"another {called}: {mine} against {yours}")
    return None


def aspect(name: str, rules: Rules) -> Aspect | None:
    """The rule for one qualifier, or None."""
    return rules.by_kind.get(Aspect.kind, {}).get(name)  # type: ignore[return-value]  # of this kind


def _match(mine: str, yours: str, rule: Aspect | None) -> bool:
    if mine.casefold() == yours.casefold():
        return True
    if rule is None or rule.match == "exact":
        return False
    one, other = set(mine.casefold().split()), set(yours.casefold().split())
    return bool(one & other)


def _by_time(one: Item, other: Item, excludes: bool) -> Split | None:
    a, b = one.claim, other.claim
    if one.window.id == "fixed" or (days := gap(a.as_of, b.as_of)) is None:
        return None
    earlier = EARLIER in (a.attribution.manner, b.attribution.manner)
    another_period = excludes and a.doc == b.doc
    if a.doc != b.doc and a.attribution.manner != b.attribution.manner and not same_number(one, other):
        another_period = True  # "up from 90,650" is for the period before that of which others tell
    if earlier and another_period and one.window.id in _MEASURED_OVER:
        return Split("time", "one is for an earlier period")
    told = explicit(a) and explicit(b)
    if not told and not excludes:
        return None  # a document's own date says little of what its figures are for
    past = Stance.HISTORICAL in (a.attribution.stance, b.attribution.stance)
    far = days > (one.window.apart if past or told else max(2 * one.window.apart, _LONG))
    another = is_another_period(a, b, measured=one.window.id in _MEASURED_OVER)
    if far or another or (one.window.id == "event" and days > _SOON and (_to_come(a, b) or _to_come(b, a))):
        return Split("time", f"another time: {_when(a)} against {_when(b)}")
    return None


def _to_come(one: Claim, other: Claim) -> bool:
    """Whether one claim names a time after the other's text was published."""
    return explicit(one) and not explicit(other) and is_later(one.as_of, other.as_of)


def _by_unit(one: Item, other: Item, related: Relation | None) -> Split | None:
    if related is not None:
        return None
    mine, yours = one.claim.quantity.unit, other.claim.quantity.unit
    if one.dimension.startswith("money"):
        return Split("unit", f"{mine} against {yours}: no rate is stated")
    return Split("unit", f"{mine} against {yours}: nothing says how to convert")


def _by_sample(one: Item, other: Item) -> Split | None:
    """Each poll asks people of its own: what two of them find is two figures."""
    if (one.sampled or other.sampled) and (one.source is None or one.source != other.source):
        return Split("sample", "each poll or survey asks a sample of its own")
    return None


def _by_voice(one: Item, other: Item, excludes: bool) -> Split | None:
    """One voice does not contradict itself within a text: two figures that exclude each other measure two things."""
    a, b = one.claim, other.claim
    if not excludes or a.doc != b.doc or one.source != other.source or not (one.plain and other.plain):
        return None
    if one.property is None or other.property is None:
        return None
    if (one.window.moves or one.window.rises) and gap(a.as_of, b.as_of):
        return None  # what moves has had two figures, one after the other
    return Split("voice", "one source gives both in one text, so they measure two things")


def _by_plan(one: Item, other: Item, excludes: bool) -> Split | None:
    """A text that gives a figure as planned and another as not has one thing to come and one that is there."""
    if not excludes or one.claim.doc != other.claim.doc or not (one.plain and other.plain):
        return None
    planned, there = (one, other) if one.claim.attribution.stance is Stance.PLANNED else (other, one)
    to_come = explicit(planned.claim) and is_later(planned.claim.as_of, there.claim.as_of)
    if planned.claim.attribution.stance is not Stance.PLANNED or not to_come:
        return None
    return Split("status", "one is planned, the other is there")


def same_number(one: Item, other: Item) -> bool:
    """Whether two claims print one number, in the same unit unless they count."""
    if one.number is None or one.number != other.number:
        return False
    return one.claim.quantity.unit == other.claim.quantity.unit or one.dimension == other.dimension == "count"


def _telling_number(one: Item, other: Item) -> bool:
    """Whether two claims print one number that is no chance: precise, or of one thing in like words."""
    if not same_number(one, other):
        return False
    alike = len(one.words & other.words) >= 1 and (one.dimension != "count" or one.entity == other.entity)
    return one.digits >= _PRECISE or (alike and one.digits > 1)


def _when(claim: Claim) -> str:
    return (claim.as_of and claim.as_of.iso()) or "an unknown time"


def readable(name: str) -> str:
    """A property or thing by its name in words."""
    return name.replace("_", " ")
