"""Two claims: one question or two? With the reason, either way."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from reconcile.comparison.intervals import Relation, ratio, relation
from reconcile.comparison.items import Item
from reconcile.comparison.kinship import akin
from reconcile.comparison.normalising import Rates, reach
from reconcile.comparison.times import explicit, gap, is_another_period
from reconcile.model import Claim, Kind, Stance
from reconcile.rulebook import Rules
from reconcile.rulebook.comparison import Aspect, Judgement

_PRECISE = 3  # significant digits from which an equal figure is no chance
_ENOUGH = 3.0  # strength from which two claims are taken to answer one question
_PER_DOUBLING = 0.3  # what each doubling between two figures takes from their strength
_TELLING = 2  # content words that two sentences must share where little else ties them
_FARTHEST = 16.0  # the ratio that figures without one are taken to have


@dataclass(frozen=True, slots=True)
class Bond:
    """Why two claims were put together, and how strongly that speaks."""

    strength: float
    because: str
    excludes: bool = False  #: whether their figures exclude each other


@dataclass(frozen=True, slots=True)
class Split:
    """What keeps two claims apart."""

    aspect: str
    because: str


@dataclass(frozen=True, slots=True)
class Unjoined:
    """Two claims that nothing keeps apart, and that too little joins."""

    excludes: bool  #: whether their figures exclude each other


def bond(one: Item, other: Item, rules: Rules, rates: Rates, meant: bool) -> Bond | Split | Unjoined:
    """Whether two claims answer one question, and why.

    ``meant`` says that their documents were put together to be compared.
    """
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
        or _by_sample(one, other)
        or _by_voice(one, other, rates)
    )
    return split or _joined(one, other, rules, rates, meant)


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
    if mine is None or yours is None or mine == yours or not (one.known and other.known):
        return None  # the grammar's own names for a property are too many to set one against another
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
    a, b = one.claim, other.claim
    if one.window.id == "fixed" or (days := gap(a.as_of, b.as_of)) is None:
        return None
    past = Stance.HISTORICAL in (a.attribution.stance, b.attribution.stance)
    told = explicit(a) and explicit(b)
    far = days > one.window.apart and (past or told or days > 2 * one.window.apart)
    another = told and is_another_period(a.as_of, b.as_of, measured=one.window.id in ("flow", "event"))
    return Split("time", f"another time: {_when(a)} against {_when(b)}") if far or another else None


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
    if mine is None or yours is None or relation(mine, yours) is not Relation.APART:
        return None
    if (one.window.moves or one.window.rises) and gap(a.as_of, b.as_of):
        return None  # what moves has had two figures, one after the other
    return Split("voice", "one source gives both in one text, so they measure two things")


def _by_sample(one: Item, other: Item) -> Split | None:
    """Each poll asks people of its own: what two of them find is two figures."""
    if (one.sampled or other.sampled) and (one.source is None or one.source != other.source):
        return Split("sample", "each poll or survey asks a sample of its own")
    return None


def may_clash(one: Item, other: Item, meant: bool) -> bool:
    """Whether two claims share enough for figures that exclude each other to be one question.

    A false conflict costs a reader's trust, so the measure must be the same by name and told apart from
    its neighbours: no text may give two figures for it in one voice, a share must be a share of the same
    thing, and within one text two sources must be named. Texts that nobody put together (``meant``) must
    share words as well.
    """
    shared = len(one.words & other.words)
    if one.property is None or one.property != other.property or one.crowded or other.crowded:
        return False
    same_thing = one.entity is not None and one.entity == other.entity
    narrowed = any(one.qualifiers[name] == other.qualifiers.get(name) for name in one.qualifiers)
    if not (one.known and other.known) and not (same_thing and shared >= _TELLING):
        return False
    if one.claim.quantity.kind is Kind.RATIO and not (same_thing or narrowed):
        return False
    if one.claim.doc == other.claim.doc and one.source == other.source:
        return not (one.plain and other.plain)
    if one.claim.doc == other.claim.doc and (one.source is None or other.source is None):
        return shared >= (1 if meant else _TELLING) and one.claim.sentence != other.claim.sentence
    return meant or shared >= _TELLING or narrowed


def _joined(one: Item, other: Item, rules: Rules, rates: Rates, meant: bool) -> Bond | Unjoined:
    """The evidence that two claims answer one question; more is asked of figures that exclude each other.

    Two figures that agree are joined on less: that hurts nobody. Two that exclude each other must share
    what they measure by name.
    """
    mine, yours = reach(one.claim, one.claim.quantity.unit, rates), reach(other.claim, one.claim.quantity.unit, rates)
    if mine is None or yours is None:
        return Unjoined(excludes=False)
    related = relation(mine, yours)
    evidence = [*_by_name(one, other), *_by_words(one, other), *_by_silence(one, other, rules)]
    withdrawn = Stance.RETRACTED in (one.claim.attribution.stance, other.claim.attribution.stance)
    excludes = related is Relation.APART and not withdrawn
    if excludes:
        if not may_clash(one, other, meant):
            return Unjoined(excludes)
        evidence.append((-_PER_DOUBLING * math.log2(ratio(mine, yours) or _FARTHEST), None))
    elif not withdrawn:
        evidence += _by_figure(one, other, related)
    strength = sum(weight for weight, _ in evidence)
    reasons = [reason for weight, reason in evidence if reason is not None and weight > 0]
    return Bond(strength, "; ".join(reasons), excludes) if strength >= _ENOUGH else Unjoined(excludes)


Evidence = tuple[float, str | None]


def _by_name(one: Item, other: Item) -> Iterator[Evidence]:
    if one.property is not None and one.property == other.property:
        yield (3.0 if one.known and other.known else 1.5), f"the same property ({_readable(one.property)})"
    if one.entity is not None and one.entity == other.entity:
        yield 1.0, f"the same thing ({_readable(one.entity)})"
    for name in sorted(one.qualifiers.keys() & other.qualifiers.keys()):
        yield 0.5, f"the same {name}"


def _by_words(one: Item, other: Item) -> Iterator[Evidence]:
    if shared := one.words & other.words:
        yield min(1.5, 0.5 * len(shared)), f"words in common ({', '.join(sorted(shared)[:4])})"


def _by_silence(one: Item, other: Item, rules: Rules) -> Iterator[Evidence]:
    for name in sorted(one.qualifiers.keys() ^ other.qualifiers.keys()):
        rule = aspect(name, rules)
        if rule is None or not rule.ignored:
            yield (-1.0 if rule is None or rule.silent == "weakens" else -0.5), None


def _by_figure(one: Item, other: Item, related: Relation) -> Iterator[Evidence]:
    """An equal figure is evidence, the more so the more digits it has."""
    if related is Relation.EQUAL:
        yield (2.0 if min(one.digits, other.digits) >= _PRECISE else 1.0), "the same figure"
    elif related is Relation.COVER:
        yield 0.5, "figures that agree"


def _when(claim: Claim) -> str:
    return (claim.as_of and claim.as_of.iso()) or "an unknown time"


def _readable(name: str) -> str:
    return name.replace("_", " ")
