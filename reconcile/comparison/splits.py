"""What keeps two claims apart, although they look alike: each reason a function of the two."""

from dataclasses import dataclass
from functools import lru_cache

from reconcile.comparison.doubts import may_be_part
from reconcile.comparison.intervals import Relation
from reconcile.comparison.items import Item
from reconcile.comparison.kinship import akin, is_thing
from reconcile.comparison.times import explicit, gap, is_another_period, is_later
from reconcile.comparison.wordings import EARLIER
from reconcile.model import Claim, Stance
from reconcile.rulebook import Rules
from reconcile.rulebook.comparison import Aspect, WordList

_NO_CHANCE = 1.0  # powers of ten that an agreement must be rarer than chance to overrule words
_UNLIKELY = 0.3  # the same for figures of one property
_UNSAID = ("group", "part", "scope", "status")  # what a text that gives the same figure may leave out
_HOLDER = "holder"
_BESIDE = "side-by-side"  # what the ids of lists of properties begin with that texts give beside each other
_PRECISE = 3  # significant digits from which an equal number is no chance
_LONG = 60  # days between two texts before their dates alone make them tell of two times
_SOON = 14  # days: an event that is dated further on is another one
_FOR_A_MONTH = ("flow", "event", "stock")  # behaviours whose figures statistics give for a month of their own
_MEASURED_OVER = ("flow", "event")  # behaviours whose figures belong to a period or a moment


@dataclass(frozen=True, slots=True)
class Split:
    """What keeps two claims apart."""

    aspect: str
    because: str


def split(one: Item, other: Item, related: Relation | None, rules: Rules, sure: float | None = None) -> Split | None:
    """The first reason that keeps two claims apart, given how their figures lie, or None.

    ``sure`` says how many powers of ten their agreement is rarer than chance, where they agree.
    """
    excludes = related is Relation.APART
    return (
        _by_direction(one, other, sure)
        or _by_property(one, other, rules, sure)
        or _by_entity(one, other, rules, sure)
        or _by_qualifiers(one, other, rules, sure)
        or _by_time(one, other, excludes)
        or _by_unit(one, other, related)
        or _by_sample(one, other)
        or _by_part(one, other, excludes, rules)
        or _by_holder(one, other, excludes, rules)
        or _by_voice(one, other, excludes)
        or _by_plan(one, other, excludes)
    )


def _surely_one(one: Item, other: Item, sure: float | None, least: float = _NO_CHANCE) -> bool:
    """Whether two texts give figures that agree so exactly that something else was misread."""
    return sure is not None and sure >= least and one.claim.doc != other.claim.doc


def _told_again(one: Item, other: Item, name: str, sure: float | None) -> bool:
    """Whether two mentions of one measure give one figure, so that one of them only says less of it."""
    named = one.known and one.property == other.property
    if named and name == "group" and same_number(one, other) and min(one.digits, other.digits) > 1:
        return True
    converted = one.dimension != "count" and one.claim.quantity.unit != other.claim.quantity.unit
    exactly = same_number(one, other) or converted
    return exactly and _surely_one(one, other, sure, _UNLIKELY if named else _NO_CHANCE)


def _by_direction(one: Item, other: Item, sure: float | None) -> Split | None:
    mine, yours = one.direction, other.direction
    if mine == yours:
        return None
    if mine is not None and yours is not None:
        return Split("change", "a rise against a fall")
    if one.known and one.property == other.property and same_number(one, other):
        return None  # "grew 2.4 percent" and "growth of 2.4 percent"
    if None in (mine, yours) and _surely_one(one, other, sure):
        return None  # "added 19 million" and "19 million of it"
    return Split("change", "a change against a level")


def _by_property(one: Item, other: Item, rules: Rules, sure: float | None) -> Split | None:
    mine, yours = one.property, other.property
    if mine is None or yours is None or mine == yours or not (one.known and other.known):
        return None  # the grammar's own names for a property are too many to set one against another
    alike = _telling_number(one, other) or _surely_one(one, other, sure)
    if alike and not side_by_side(mine, yours, rules):
        return None  # one of the two was misread
    return Split("property", f"{readable(mine)} against {readable(yours)}")


def side_by_side(mine: str, yours: str, rules: Rules) -> bool:
    """Whether texts give two properties beside each other, so that one is never taken for the other."""
    return any(mine in words and yours in words for words in _sets(rules))


@lru_cache(maxsize=8)
def _sets(rules: Rules) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(rule.words) for rule in rules.all(WordList) if rule.id.startswith(_BESIDE))


def _by_entity(one: Item, other: Item, rules: Rules, sure: float | None) -> Split | None:
    if one.entity is None or other.entity is None or akin(one.entity, other.entity, rules):
        return None
    if (one.bare or other.bare) and min(one.digits, other.digits) >= _PRECISE and _surely_one(one, other, sure):
        return None  # a bare number counts what the one that it repeats counts
    told = (one.bare or other.bare) and len(one.words & other.words) > 1
    told = told or one.dimension != "count" or min(one.digits, other.digits) >= _PRECISE
    if told and _surely_one(one, other, sure) and not (is_thing(one.entity, rules) and is_thing(other.entity, rules)):
        return None  # a noun that no rule knows, or a substance, may be another word for it
    return Split("entity", f"{readable(one.entity)} against {readable(other.entity)}")


def _by_qualifiers(one: Item, other: Item, rules: Rules, sure: float | None) -> Split | None:
    for name in sorted(one.qualifiers.keys() | other.qualifiers.keys()):
        rule = aspect(name, rules)
        if rule is not None and rule.ignored:
            continue
        mine, yours = one.qualifiers.get(name), other.qualifiers.get(name)
        called = rule.name if rule else name
        if mine is None or yours is None:
            if name in _UNSAID and _told_again(one, other, name, sure):
                continue  # the one names the part, the other gives its figure
            if rule is not None and rule.alone(mine or yours or "") == "parts":
                return Split(name, f"{mine or yours} ({called}), which only one of them says")
        elif not _match(mine, yours, rule):
            return Split(name, f"another {called}: {mine} against {yours}")
    return None


def aspect(name: str, rules: Rules) -> Aspect | None:
    """The rule for one qualifier, or None."""
    return rules.by_kind.get(Aspect.kind, {}).get(name)  # type: ignore[return-value]  # of this kind


def _match(mine: str, yours: str, rule: Aspect | None) -> bool:
    if mine == yours or mine.casefold() == yours.casefold():
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
    another = is_another_period(a, b, measured=one.window.id in _FOR_A_MONTH)
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


def _by_part(one: Item, other: Item, excludes: bool, rules: Rules) -> Split | None:
    """Fewer soldiers than people is no contradiction: they may be among them."""
    if not excludes or not one.plain or not other.plain or not may_be_part(one, other, rules):
        return None
    return Split(
        "part", f"{readable(one.entity or '')} against {readable(other.entity or '')}: the fewer may be among the rest"
    )


def _by_holder(one: Item, other: Item, excludes: bool, rules: Rules) -> Split | None:
    """A parliament's 199 seats are no rival of a party's 135."""
    if not excludes or one.property not in rules.get(WordList, "shared-out").words:
        return None
    if (_HOLDER in one.qualifiers) == (_HOLDER in other.qualifiers):
        return None
    holder = one.qualifiers.get(_HOLDER) or other.qualifiers[_HOLDER]
    return Split(_HOLDER, f"one is of {holder}, the other names nobody who has it")


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
