"""Two claims: one question or two? With the reason, either way."""

from dataclasses import dataclass

from reconcile.comparison.intervals import Relation, relation
from reconcile.comparison.items import Item
from reconcile.comparison.kinship import akin
from reconcile.comparison.normalising import Rates, reach
from reconcile.comparison.times import apart_by, explicit, gap
from reconcile.model import Claim, Stance
from reconcile.rulebook import Rules
from reconcile.rulebook.comparison import Aspect, Judgement

_PRECISE = 3  # significant digits from which an equal figure is no chance
_ENOUGH = 3.0  # strength from which two claims are taken to answer one question


@dataclass(frozen=True, slots=True)
class Bond:
    """Why two claims were put together, and how strongly that speaks."""

    strength: float
    because: str


@dataclass(frozen=True, slots=True)
class Split:
    """What keeps two claims apart."""

    aspect: str
    because: str


def bond(one: Item, other: Item, rules: Rules, rates: Rates) -> Bond | Split | None:
    """Whether two claims answer one question. None: nothing keeps them apart, and too little joins them."""
    verdict = judged(one, other, rules)
    if verdict is not None and verdict.verdict == "never":
        return Split("judgement", f"kept apart by {verdict.ref}")
    if verdict is not None:
        return Bond(100.0, f"joined by {verdict.ref}")
    split = (
        _by_direction(one, other)
        or _by_property(one, other)
        or _by_entity(one, other, rules)
        or _by_qualifiers(one, other, rules)
        or _by_time(one, other)
        or _by_unit(one, other, rates)
        or _by_voice(one, other, rates)
    )
    return split or _joined(one, other, rules)


def judged(one: Item, other: Item, rules: Rules) -> Judgement | None:
    """A user's own word on these two, or None."""
    for rule in rules.all(Judgement):
        for first, second in ((one, other), (other, one)):
            if set(rule.one) <= _named(first) and set(rule.other) <= _named(second):
                return rule
    return None


def _named(item: Item) -> set[str]:
    parts = (item.property, item.entity, *item.qualifiers.values())
    return {word for part in parts if part for word in part.lower().replace("_", " ").split()}


def _by_direction(one: Item, other: Item) -> Split | None:
    mine, yours = one.claim.quantity.direction, other.claim.quantity.direction
    if mine == yours:
        return None
    if mine is None or yours is None:
        return Split("change", "a change against a level")
    return Split("change", "a rise against a fall")


def _by_property(one: Item, other: Item) -> Split | None:
    mine, yours = one.property, other.property
    if mine is None or yours is None or mine == yours:
        return None
    if not (one.known and other.known) and _equal_precise(one, other):
        return None
    return Split("property", f"{_readable(mine)} against {_readable(yours)}")


def _by_entity(one: Item, other: Item, rules: Rules) -> Split | None:
    if one.entity is None or other.entity is None or akin(one.entity, other.entity, rules):
        return None
    return Split("entity", f"{_readable(one.entity)} against {_readable(other.entity)}")


def _by_qualifiers(one: Item, other: Item, rules: Rules) -> Split | None:
    for name in sorted(one.qualifiers.keys() | other.qualifiers.keys()):
        rule = aspect(name, rules)
        if rule is not None and rule.ignored:
            continue
        mine, yours = one.qualifiers.get(name), other.qualifiers.get(name)
        called = rule.name if rule else name
        if mine is None or yours is None:
            if rule is not None and rule.silent == "parts":
                return Split(name, f"{mine or yours} ({called}), which only one of them says")
        elif not _match(mine, yours, rule):
            return Split(name, f"another {called}: {mine} against {yours}")
    return None


def aspect(name: str, rules: Rules) -> Aspect | None:
    """The rule for one qualifier, or None."""
    return rules.by_kind.get(Aspect.kind, {}).get(name)  # type: ignore[return-value]


def _match(mine: str, yours: str, rule: Aspect | None) -> bool:
    if mine.casefold() == yours.casefold():
        return True
    if rule is None or rule.match == "exact":
        return False
    one, other = set(mine.casefold().split()), set(yours.casefold().split())
    return bool(one & other)


def _by_time(one: Item, other: Item) -> Split | None:
    days = gap(one.claim.as_of, other.claim.as_of)
    if not days:
        return None
    past = Stance.HISTORICAL in (one.claim.attribution.stance, other.claim.attribution.stance)
    told = explicit(one.claim) and explicit(other.claim)
    if days > one.window.apart and (past or told or days > 2 * one.window.apart):
        return Split("time", f"another time: {_when(one.claim)} against {_when(other.claim)}")
    return None


def _by_unit(one: Item, other: Item, rates: Rates) -> Split | None:
    if one.claim.quantity.unit == other.claim.quantity.unit or reach(other.claim, one.claim.quantity.unit, rates):
        return None
    mine, yours = one.claim.quantity.unit, other.claim.quantity.unit
    if one.dimension.startswith("money"):
        return Split("unit", f"{mine} against {yours}: no rate is stated")
    return Split("unit", f"{mine} against {yours}: nothing says how to convert")


def _by_voice(one: Item, other: Item, rates: Rates) -> Split | None:
    """One voice does not contradict itself within a text: two figures that exclude each other measure two things."""
    a, b = one.claim, other.claim
    if a.doc != b.doc or one.source != other.source or not (one.plain and other.plain):
        return None
    mine, yours = reach(a, a.quantity.unit, rates), reach(b, a.quantity.unit, rates)
    if mine is None or yours is None or relation(mine, yours) is not Relation.APART or gap(a.as_of, b.as_of):
        return None
    return Split("voice", "one source gives both in one text, so they measure two things")


def _joined(one: Item, other: Item, rules: Rules) -> Bond | None:
    reasons: list[str] = []
    strength = 0.0
    shared = one.words & other.words
    if one.property is not None and one.property == other.property:
        strength += 3.0 if one.known and other.known else 1.5
        reasons.append(f"the same property ({_readable(one.property)})")
    if one.entity is not None and one.entity == other.entity:
        strength += 1.0
        reasons.append(f"the same thing ({_readable(one.entity)})")
    if _equal_precise(one, other):
        strength += 2.0
        reasons.append("the same figure")
    if shared:
        strength += min(1.5, 0.5 * len(shared))
        reasons.append(f"words in common ({', '.join(sorted(shared)[:4])})")
    for name in sorted(one.qualifiers.keys() & other.qualifiers.keys()):
        strength += 0.5
        reasons.append(f"the same {name}")
    for name in one.qualifiers.keys() ^ other.qualifiers.keys():
        rule = aspect(name, rules)
        strength -= 1.0 if rule is None or rule.silent == "weakens" else 0.0
    return Bond(strength, "; ".join(reasons)) if strength >= _ENOUGH else None


def _equal_precise(one: Item, other: Item) -> bool:
    a, b = one.claim.quantity, other.claim.quantity
    return one.digits >= _PRECISE and (a.low, a.high, a.unit) == (b.low, b.high, b.unit)


def _when(claim: Claim) -> str:
    return (claim.as_of and claim.as_of.iso()) or "an unknown time"


def _readable(name: str) -> str:
    return name.replace("_", " ")
