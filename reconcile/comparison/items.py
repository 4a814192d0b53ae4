"""What grouping needs to know of a claim, worked out once."""

import math
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from reconcile.comparison.intervals import Reach, Relation, relation
from reconcile.comparison.normalising import Rates, dimension, own_reach, reach
from reconcile.comparison.sources import source_key
from reconcile.comparison.times import window
from reconcile.comparison.wordings import EARLIER, HELD_AGAINST
from reconcile.model import Claim, Direction, Interval, Kind, Stance
from reconcile.rulebook import Rules
from reconcile.rulebook.comparison import Window, WordList

_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_TWISTED = frozenset({Stance.DENIED, Stance.RETRACTED, Stance.HISTORICAL})
_PASSED_OVER = ("grammar", "telling", "time", "amount")
_LONGEST = 2_000  # characters of a sentence that are looked at


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a figure stands among those that its text gives for its property."""

    opens: bool = False  #: whether its text opens with it
    others: frozenset[float] = frozenset()  #: the other numbers of its property
    lesser: bool = False  #: whether one voice gives a greater one for the same day
    beside: tuple["Item", ...] = ()  #: plain figures of its property that may come from its voice


@dataclass(frozen=True, slots=True)
class Item:
    """A claim, ready to be held against others."""

    claim: Claim
    dimension: str
    reach: Reach  #: in the claim's own unit
    property: str | None
    known: bool  #: whether a topic knows the property
    entity: str | None
    qualifiers: Mapping[str, str]
    direction: Direction | None  #: a change, not a level
    words: frozenset[str]  #: content words of its sentence
    source: str | None
    window: Window
    number: float | None  #: the number printed, whatever bounds it; None for a range
    digits: int  #: significant digits printed: a precise figure is evidence in itself
    plain: bool = True  #: whether it is put forward as it stands: not denied, withdrawn, past or held against
    bare: bool = False  #: whether the number names nothing that it counts
    sampled: bool = False  #: whether a poll or a survey found it
    crowded: bool = False  #: whether its text gives other figures for what looks like the same measure
    rivals: int = 0  #: how many other figures of its dimension the documents of its story hold
    borrowed: bool = False  #: whether its property is that of a figure that it repeats, or is set against
    against: frozenset[str] = frozenset()  #: ids of the claims that a text sets against it
    standing: Standing = Standing()  #: where a topic knows its property


def item(claim: Claim, rules: Rules) -> Item:
    """A claim as grouping sees it."""
    measure = claim.measure
    sentence = claim.sentence.text if claim.sentence else ""
    return Item(
        claim=claim,
        dimension=dimension(claim.quantity),
        reach=own_reach(claim),
        property=measure.property,
        known=measure.topic is not None,
        entity=measure.entity,
        qualifiers=dict(measure.qualifiers),
        direction=claim.quantity.direction,
        words=content_words(sentence, rules),
        source=source_key(claim),
        window=window(measure, rules),
        number=printed_number(claim),
        digits=printed_digits(claim),
        bare=claim.quantity.kind is Kind.COUNT and claim.quantity.unit is None,
        plain=claim.attribution.stance not in _TWISTED and claim.attribution.manner not in (HELD_AGAINST, EARLIER),
        sampled=_sampled(claim, sentence, rules),
    )


def related(one: Item, other: Item, rates: Rates) -> Relation | None:
    """How the figures of two claims lie to each other; None where nothing says how to convert."""
    if one.dimension == "count" or one.claim.quantity.unit == other.claim.quantity.unit:
        return relation(one.reach, other.reach)
    converted = reach(other.claim, one.claim.quantity.unit, rates)
    return None if converted is None else relation(one.reach, converted)


def settle_directions(items: Sequence[Item]) -> list[Item]:
    """The items; "grew 2.4 percent" loses its direction where its text also gives growth of 2.4 percent."""
    levels = {_repeated(one) for one in items if one.claim.quantity.direction is None}
    return [
        replace(one, direction=None) if one.direction and one.known and _repeated(one) in levels else one
        for one in items
    ]


def _repeated(one: Item) -> object:
    quantity = one.claim.quantity
    return one.claim.doc, one.dimension, one.property, quantity.low, quantity.high


def mark_polled(items: Sequence[Item], rules: Rules) -> list[Item]:
    """The items, with what people answered marked in a report on a poll: a text that says how many were asked."""
    own, asked = _words(rules, "of-a-sample"), _words(rules, "asked-by-polls")
    polls = {one.claim.doc for one in items if one.sampled and one.property in own}
    return [replace(one, sampled=True) if one.property in asked and one.claim.doc in polls else one for one in items]


def mark_crowded(items: Sequence[Item]) -> list[Item]:
    """The items, with those marked whose text has one voice give several figures for one measure and time.

    What tells such figures apart was not understood, so none of them can be set against another text's. A
    number that names nothing ("six") may be about anything: it crowds no figure that does.
    """
    every: dict[object, list[Interval]] = defaultdict(list)
    naming: dict[object, list[Interval]] = defaultdict(list)
    for one in items:
        if one.plain:
            every[_measured(one)].append(one.claim.plausible)
            if not one.bare:
                naming[_measured(one)].append(one.claim.plausible)
    crowded, crowded_naming = _excluding(every), _excluding(naming)
    return [
        replace(one, crowded=True) if one.plain and _measured(one) in (crowded if one.bare else crowded_naming) else one
        for one in items
    ]


def _excluding(stretches: Mapping[object, list[Interval]]) -> set[object]:
    """The keys under which two intervals exclude each other."""
    return {key for key, found in stretches.items() if max(s.low for s in found) > min(s.high for s in found)}


def _measured(one: Item) -> object:
    """One voice's measure in one text, as far as it was understood."""
    claim = one.claim
    when = claim.as_of.iso() if claim.as_of else None
    unit = None if one.dimension == "count" else claim.quantity.unit
    what = (one.dimension, unit, one.property, one.entity, tuple(one.qualifiers.items()), one.direction)
    return claim.doc, one.source, what, when


def content_words(text: str, rules: Rules) -> frozenset[str]:
    """The words of a text that say what it is about, without endings, function words and reporting verbs."""
    passed = passed_over(rules)
    words = (word.lower().removesuffix("'s").removesuffix("’s") for word in _WORD.findall(text[:_LONGEST]))
    return frozenset(stem(word) for word in words if len(word) > 2 and word not in passed)


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """A word without its plural or verbal ending: enough to see that "floods" and "flooded" are one word."""
    for ending in ("ing", "ies", "ed", "es", "s", "e", "y"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


@lru_cache(maxsize=8)
def passed_over(rules: Rules) -> frozenset[str]:
    """The words that say nothing of what a text is about."""
    return frozenset(word for rule in rules.all(WordList) if rule.id in _PASSED_OVER for word in rule.words)


def _sampled(claim: Claim, sentence: str, rules: Rules) -> bool:
    """Whether a figure is what one poll or survey found, or says of itself."""
    share = claim.quantity.kind is Kind.RATIO
    its_own = claim.measure.property in _words(rules, "of-a-sample")
    if not (share or its_own):
        return False
    words = _words(rules, "samples")
    return (share and its_own) or any(word.lower() in words for word in _WORD.findall(sentence[:_LONGEST]))


@lru_cache(maxsize=32)
def _words(rules: Rules, id: str) -> frozenset[str]:
    return frozenset(rules.get(WordList, id).words)


def printed_number(claim: Claim) -> float | None:
    """The number printed, whatever bounds it; None for a range."""
    low, high = claim.quantity.low, claim.quantity.high
    if low is not None and high is not None and low != high:
        return None
    return low if low is not None else high


def printed_digits(claim: Claim) -> int:
    """How many significant digits a claim prints."""
    value = claim.quantity.low if claim.quantity.low is not None else claim.quantity.high
    if not value or math.isinf(value):
        return 0
    return len(f"{abs(value):.6g}".replace(".", "").split("e")[0].strip("0"))
