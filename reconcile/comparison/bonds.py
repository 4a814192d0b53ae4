"""Two claims: one question or two? With the reason, either way."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from reconcile.comparison.coincidence import surety
from reconcile.comparison.evidence import ENOUGH, ENOUGH_BY_NAME, WORTH_TELLING, told, weight
from reconcile.comparison.intervals import Relation, ratio
from reconcile.comparison.items import Item, related
from reconcile.comparison.members import Member
from reconcile.comparison.normalising import Rates, reach
from reconcile.comparison.splits import Split, aspect, readable, same_number, split
from reconcile.comparison.steps import outcome_of
from reconcile.comparison.stories import Bearing
from reconcile.comparison.times import gap
from reconcile.model import Kind, Stance, VerdictKind
from reconcile.rulebook import Rules
from reconcile.rulebook.comparison import Judgement

_PRECISE = 3  # significant digits from which an equal figure is no chance
_SET_AGAINST = 3.5  # strength of a bond that a text makes by setting one figure against another
_ENOUGH = 3.0  # strength from which two claims are taken to answer one question
_SAME_NUMBER = (0.5, 0.5, 1.25, 2.0)  # what an equal number weighs, by its significant digits
_SAME_UNIT = 0.75  # and what its unit adds
_LARGE, _LARGE_FROM = 0.75, 10_000  # and what it adds that a count is large
_AGREEING = 1.25  # what figures weigh that agree as often as chance has it
_PER_POWER = 1.5  # and each power of ten that they do so more seldom
_LEAST_AGREEING = 0.25
_ROUNDED = 0.5  # and what it takes from that weight that one is only the other rounded or bounded, in one unit
_NO_CHANCE = 0.5  # powers of ten from which readers are told that figures hardly agree by chance
_ENOUGH_TOGETHER = 2.5  # the same in texts that report on one matter together
_ENOUGH_AGREED = 2.0  # and there, for two definite figures that agree
_PER_DOUBLING = 0.2  # what each doubling between two figures takes from their strength
_TELLING = 2  # content words that two sentences must share where little else ties them
_FAR = 5.0  # a ratio beyond which two texts of one story are not taken to measure one thing
_LEAD = 1_500  # characters at the head of a report in which its figures are on its matter
_FAR_REPORTS = 12.0  # the same for texts that report on one matter, or were put together to be compared
_FARTHEST = 25.0  # the ratio of figures that have none


@dataclass(frozen=True, slots=True)
class Bond:
    """Why two claims were put together, and how strongly that speaks."""

    strength: float
    because: str
    excludes: bool = False  #: whether their figures exclude each other
    one_number: bool = False  #: whether they print one number


@dataclass(frozen=True, slots=True)
class Unjoined:
    """Two claims that nothing keeps apart, and that too little joins."""

    excludes: bool  #: whether their figures exclude each other
    doubt: str | None = None  #: for figures of one measure that exclude each other, what speaks for two questions


def bond(one: Item, other: Item, rules: Rules, rates: Rates, bearing: Bearing) -> Bond | Split | Unjoined:
    """Whether two claims answer one question, and why.

    ``bearing`` is what speaks for it that their documents tell of one matter.
    """
    verdict = judged(one, other, rules)
    if verdict is not None and verdict.verdict == "never":
        return Split("judgement", f"kept apart by {verdict.ref}")
    if verdict is not None:
        return Bond(100.0, f"joined by {verdict.ref}")
    lie = related(one, other, rates)
    sure = surety(one, other, lie) if bearing is Bearing.MEANT else None
    if other.claim.id in one.against:
        return Bond(_SET_AGAINST, "a text that sets one against the other", lie is Relation.APART)
    return split(one, other, lie, rules, sure) or _joined(one, other, lie, rules, rates, bearing, sure)


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


def may_clash(one: Item, other: Item, bearing: Bearing) -> bool:
    """Whether two claims share enough for figures that exclude each other to be one question.

    A false conflict costs a reader's trust, so the measure must be the same by name and more must speak for one
    question than for two.
    """
    if other.claim.id in one.against:
        return True
    enough = ENOUGH if bearing is Bearing.MEANT else ENOUGH_BY_NAME
    return _of_one_measure(one, other, bearing) and weight(one, other) >= enough


def _of_one_measure(one: Item, other: Item, bearing: Bearing) -> bool:
    """Whether two claims measure the same by name, and nothing in their texts tells them apart.

    No text may give two figures for it in one voice, within one text two sources must be named, and the less speaks
    for it that the texts tell of one matter (``bearing``), the more the claims must share.
    """
    if one.property is None or one.property != other.property or one.crowded or other.crowded:
        return False
    if not (one.known and other.known):
        return False
    shared = len(one.words & other.words)
    if one.claim.doc == other.claim.doc and not _two_voices(one, other, shared, bearing):
        return False
    match bearing:
        case Bearing.MEANT:
            return _ratio(one, other) <= _FAR_REPORTS
        case Bearing.REPORTS if one.claim.doc != other.claim.doc and _of_one_thing(one, other, shared):
            return _ratio(one, other) <= _FAR_REPORTS
        case _:
            return _surely_alike(one, other, shared)


def _doubt(one: Item, other: Item, bearing: Bearing) -> str | None:
    """What leaves open whether two figures that might contradict each other are of one question; None for the rest."""
    if bearing is not Bearing.MEANT or not _of_one_measure(one, other, bearing) or weight(one, other) < WORTH_TELLING:
        return None
    return f"may be two things: {told(one, other, speaking_for=False) or 'little says that they measure the same'}"


def _moved_on(one: Item, other: Item, bearing: Bearing) -> bool:
    """Whether time explains that two figures of one measure exclude each other, so that nobody calls it a conflict."""
    if not _of_one_measure(one, other, bearing):
        return False
    mine, yours = (
        Member(item.claim, item.reach, item.source or f"the voice of {item.claim.doc}", (item.claim,))
        for item in (one, other)
    )
    window = max(one.window, other.window, key=lambda window: (window.id != "unknown", window.days, window.id))
    return outcome_of(mine, yours, Relation.APART, window)[0] is VerdictKind.SUPERSEDED


def _ratio(one: Item, other: Item) -> float:
    """How far apart what two figures state is, however widely hedges are read; 1 where they meet, or one is denied."""
    if Stance.DENIED in (one.claim.attribution.stance, other.claim.attribution.stance):
        return 1.0
    a, b = one.claim.quantity, other.claim.quantity
    low = min(math.inf if end is None else end for end in (a.high, b.high))
    high = max(-math.inf if end is None else end for end in (a.low, b.low))
    if one.claim.quantity.unit != other.claim.quantity.unit and one.dimension != "count":
        return 1.0  # another unit: the figures themselves were compared in one
    return high / low if low > 0 and high > low else 1.0 if high <= low else math.inf


def _narrowed_alike(one: Item, other: Item) -> bool:
    return any(value and value == other.qualifiers.get(name) for name, value in one.qualifiers.items())


def _two_voices(one: Item, other: Item, shared: int, bearing: Bearing) -> bool:
    """Whether two claims of one text come from two who can contradict each other."""
    if one.source == other.source:
        return not (one.plain and other.plain)
    if one.source is None or other.source is None:
        return shared >= (_TELLING if bearing is Bearing.WORDS else 1) and one.claim.sentence != other.claim.sentence
    return True


def _surely_alike(one: Item, other: Item, shared: int) -> bool:
    """Whether claims of texts that do not report together are about one thing beyond their measure's name."""
    denied = Stance.DENIED in (one.claim.attribution.stance, other.claim.attribution.stance)
    if not denied and one.claim.attribution.stance is not other.claim.attribution.stance:
        return False
    if one.bare or other.bare or not (one.known and other.known):
        return False
    if not denied and not _narrowed_alike(one, other):
        return False  # one place, event or holder named by both; a property alone is shared by too much
    if _ratio(one, other) > _FAR:
        return False
    return shared >= (_TELLING + 1 if denied or one.claim.quantity.kind is Kind.RATIO else _TELLING)


def _of_one_thing(one: Item, other: Item, shared: int) -> bool:
    """Whether nothing leaves open what two figures of two reports are of.

    Many things have a price or last a while, and a long report tells of more than its matter: where neither
    a name nor words join two figures, they must be of one thing and stand where a report says what it is about.
    """
    same_thing = one.entity is not None and one.entity == other.entity
    if _narrowed_alike(one, other):
        return True
    if shared >= _TELLING:
        return same_thing or not one.dimension.startswith("money")
    return same_thing and max(one.claim.quantity.start, other.claim.quantity.start) <= _LEAD


def _moved(one: Item, other: Item) -> bool:
    """Whether two figures of one measure differ only by their time, so that nobody will call it a conflict."""
    days = gap(one.claim.as_of, other.claim.as_of)
    named = one.known and one.property == other.property and one.entity == other.entity
    return named and one.window.moves and days is not None and days > one.window.days


def _joined(
    one: Item, other: Item, lie: Relation | None, rules: Rules, rates: Rates, bearing: Bearing, sure: float | None
) -> Bond | Unjoined:
    """The evidence that two claims answer one question; more is asked of figures that exclude each other.

    Two figures that agree are joined on less: that hurts nobody. Two that exclude each other must share
    what they measure by name.
    """
    evidence = [*_by_name(one, other), *_by_words(one, other), *_by_silence(one, other, rules)]
    withdrawn = Stance.RETRACTED in (one.claim.attribution.stance, other.claim.attribution.stance)
    excludes = lie is Relation.APART and not withdrawn
    if excludes:
        moved = bearing is not Bearing.WORDS and _moved(one, other)
        if not may_clash(one, other, bearing) and not moved and not _moved_on(one, other, bearing):
            return Unjoined(excludes, _doubt(one, other, bearing))
        evidence.append((-_PER_DOUBLING * math.log2(_apart(one, other, rates) or _FARTHEST), None))
    elif not withdrawn:
        evidence += _by_figure(one, other, lie, sure)
    strength = sum([weight for weight, _ in evidence])
    if strength < _enough(one, other, excludes, bearing, sure):
        return Unjoined(excludes)
    reasons = [reason for weight, reason in evidence if reason is not None and weight > 0]
    one_number = same_number(one, other) or (sure is not None and sure >= _NO_CHANCE)
    return Bond(strength, "; ".join(reasons), excludes, one_number)


def _enough(one: Item, other: Item, excludes: bool, bearing: Bearing, sure: float | None) -> float:
    """The strength from which two claims are taken to answer one question."""
    if bearing is Bearing.WORDS:
        return _ENOUGH
    if excludes:
        return _ENOUGH_TOGETHER
    open_ended = not (one.reach.closed and other.reach.closed) and not same_number(one, other)
    return _ENOUGH_TOGETHER if open_ended else _ENOUGH_AGREED


def _apart(one: Item, other: Item, rates: Rates) -> float | None:
    """The ratio of the nearest figures stated."""
    converted = reach(other.claim, one.claim.quantity.unit, rates)
    return None if converted is None else ratio(one.reach, converted)


Evidence = tuple[float, str | None]


def _by_name(one: Item, other: Item) -> Iterator[Evidence]:
    if one.property is not None and one.property == other.property:
        taken = ", by a figure that one of them repeats or rejects" if one.borrowed or other.borrowed else ""
        yield (3.0 if one.known and other.known else 1.5), f"the same property ({readable(one.property)}{taken})"
    if one.entity is not None and one.entity == other.entity:
        yield 1.0, f"the same thing ({readable(one.entity)})"
    elif one.entity is not None and other.entity is not None:
        yield 0.5, None
    for name in sorted(one.qualifiers.keys() & other.qualifiers.keys()):
        yield 0.5, f"the same {name}"


def _by_words(one: Item, other: Item) -> Iterator[Evidence]:
    if shared := one.words & other.words:
        yield min(1.5, 0.5 * len(shared)), f"{len(shared)} words in common" if len(shared) > 1 else "a word in common"


def _by_silence(one: Item, other: Item, rules: Rules) -> Iterator[Evidence]:
    for name in sorted(one.qualifiers.keys() ^ other.qualifiers.keys()):
        rule = aspect(name, rules)
        value = one.qualifiers.get(name) or other.qualifiers.get(name) or ""
        if rule is None or not rule.ignored:
            yield (
                (-1.0 if rule is None or rule.alone(value) == "weakens" else 0.0 if same_number(one, other) else -0.25),
                None,
            )


def _by_figure(one: Item, other: Item, lie: Relation | None, sure: float | None) -> Iterator[Evidence]:
    """Figures that agree are evidence: in texts put together by how seldom they would agree by chance.

    Elsewhere an equal number is, the more so the more digits it has, and in a unit more than in a count.
    """
    if sure is not None:
        told = "the same figure" if same_number(one, other) else "figures that agree"
        by_chance = f", which is hardly chance among {max(one.rivals, other.rivals) + 1} figures of their kind"
        one_unit = one.claim.quantity.unit == other.claim.quantity.unit or one.dimension == "count"
        loss = _ROUNDED if one_unit and lie is not Relation.EQUAL and not same_number(one, other) else 0.0
        weight = max(_LEAST_AGREEING, _AGREEING + _PER_POWER * sure - loss)
        yield weight, told + by_chance if sure >= _NO_CHANCE else told
    elif same_number(one, other):
        unit = _SAME_UNIT if one.dimension != "count" else 0.0
        size = _LARGE if one.dimension == "count" and abs(one.number or 0.0) >= _LARGE_FROM else 0.0
        yield _SAME_NUMBER[min(one.digits, other.digits, _PRECISE)] + unit + size, "the same figure"
    elif lie in (Relation.EQUAL, Relation.COVER):
        yield 0.5, "figures that agree"
