"""A number against a share of a stated whole: "20 percent of its 1,500 staff" makes 300.

The share and the counts stay the facts that they are. What the share comes to is held against the counts of the
same question, as a step of their fact's verdict that names the share, the whole and what they make.
"""

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from reconcile.comparison.intervals import Reach, Relation, relation
from reconcile.comparison.items import Item, printed_number
from reconcile.comparison.stories import Stories
from reconcile.model import Claim, Document, Interval, Kind, Measure, Modifier, Stance
from reconcile.rulebook import Rules
from reconcile.rulebook.comparison import Whole, WordList

_GAP = 60  # characters between a share and its whole
_WORD = re.compile(r"[\w.-]+(?:['’]\w*)?|\S")
_POSSESSIVE = re.compile(r"\w['’]s?$")
_NAMED = re.compile(r"\s+(?:[\w.-]+['’]s?\s+){0,3}(?P<words>[^\W\d_]+(?: [^\W\d_]+){0,3})")


@dataclass(frozen=True, slots=True)
class Worked:
    """What a share comes to, given its whole."""

    share: Item
    base: Item
    item: Item  #: the number as an item of its own, to be held against counts


def work_out(
    items: Sequence[Item], documents: Mapping[str, Document], story: Stories, rules: Rules
) -> tuple[list[Item], list[Worked]]:
    """The items, a whole no longer answering what is told of its share, and what the shares come to.

    A whole counts when it stands right behind the share ("of its 1,500 staff"), or when the share names it
    ("of its workforce") and all figures that the share's story gives for it agree.
    """
    by_doc: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        by_doc[item.claim.doc].append(item)
    wholes = {rule.id for rule in rules.all(Whole)}
    named: dict[tuple[int, str], list[Item]] = defaultdict(list)
    for item in items:
        if item.property in wholes and item.plain and item.reach.closed:
            named[story.number.get(item.claim.doc, -1), item.property].append(item)
    worked: list[Worked] = []
    turned: dict[str, Item] = {}
    for doc, own in by_doc.items():
        text = documents[doc].text if doc in documents else ""
        own.sort(key=lambda item: item.claim.quantity.start)
        for place, share in enumerate(own):
            if not _is_share(share):
                continue
            following = own[place + 1] if place + 1 < len(own) else None
            base = following if following is not None and _right_behind(share, following, text, rules) else None
            if base is not None:
                if base.property not in wholes and share.property in (None, base.property):
                    turned[base.claim.id] = replace(base, property=None, known=False)
            else:
                base = _named_whole(share, text, named, story, rules)
            if base is not None and (found := _worked(share, base, wholes)) is not None:
                worked.append(found)
    return [turned.get(item.claim.id, item) for item in items], worked


def _is_share(item: Item) -> bool:
    """Whether a figure is a share of something, put forward as it stands, and no change."""
    quantity = item.claim.quantity
    if quantity.kind is not Kind.RATIO or item.direction is not None or not item.plain:
        return False
    most = {"percent": 100.0, "dimensionless": 1.0}.get(quantity.unit or "")
    low, high = item.reach.stated.low, item.reach.stated.high
    return most is not None and high > 0 and (math.isinf(high) or high <= most) and (low > 0 or math.isinf(low))


def _right_behind(share: Item, base: Item, text: str, rules: Rules) -> bool:
    """Whether nothing but "of" and what makes the whole definite stands between a share and its whole."""
    start, end = share.claim.quantity.end, base.claim.quantity.start
    if not 0 < end - start <= _GAP or base.claim.quantity.kind not in (Kind.COUNT, Kind.MONEY, Kind.PHYSICAL):
        return False
    if base.direction is not None or not base.reach.closed or not base.plain:
        return False
    words = [word.lower() for word in _WORD.findall(text[start:end])]
    if not words or words[0] not in _words(rules, "share-of"):
        return False
    rest = [word for word in words[1:] if word not in _words(rules, "definite")]
    return not rest or (_POSSESSIVE.search(rest[-1]) is not None and all(word[0].isalnum() for word in rest))


def _named_whole(
    share: Item, text: str, named: Mapping[tuple[int, str], list[Item]], story: Stories, rules: Rules
) -> Item | None:
    """The one figure that the share's story gives for the whole that it names, or None where they differ."""
    end = share.claim.quantity.end
    words = _WORD.findall(text[end : end + _GAP])
    if len(words) < 3 or words[0].lower() not in _words(rules, "share-of"):
        return None
    if words[1].lower() not in _words(rules, "definite"):
        return None
    for rule in rules.all(Whole):
        if any(_begins(words[2:], name) for name in rule.words):
            candidates = named.get((story.number.get(share.claim.doc, -1), rule.id), [])
            return candidates[0] if candidates and _all_one(candidates) else None
    return None


def _begins(words: Sequence[str], name: str) -> bool:
    parts = name.split()
    return [word.lower() for word in words[: len(parts)]] == parts


def _all_one(candidates: Sequence[Item]) -> bool:
    """Whether all figures for a whole agree, so that it is plain which is meant."""
    first = candidates[0].reach
    return all(relation(first, other.reach) in (Relation.EQUAL, Relation.COVER) for other in candidates[1:])


def _worked(share: Item, base: Item, wholes: set[str]) -> Worked | None:
    """What the share comes to; None where nothing says what is counted."""
    property, known = share.property, share.known
    if property is None and base.property not in wholes:
        property, known = base.property, base.known
    if property is None or property in wholes:
        return None
    factor = 0.01 if share.claim.quantity.unit == "percent" else 1.0
    stated = _product(share.reach.stated, base.reach.stated, factor)
    plausible = _product(share.reach.plausible, base.reach.plausible, factor)
    text = _told(share, base, stated)
    quantity = replace(
        share.claim.quantity,
        text=text,
        low=None if math.isinf(stated.low) else stated.low,
        high=None if math.isinf(stated.high) else stated.high,
        unit=base.claim.quantity.unit,
        kind=base.claim.quantity.kind,
        counted=base.claim.quantity.counted,
        modifier=Modifier.ABOUT if share.claim.quantity.modifier is Modifier.EXACT else share.claim.quantity.modifier,
    )
    place = {name: base.qualifiers[name] for name in ("place", "event") if name in base.qualifiers}
    qualifiers = {**place, **share.qualifiers}
    topic = share.claim.measure.topic or base.claim.measure.topic
    measure = Measure(property, base.entity, tuple(sorted(qualifiers.items())), topic)
    claim: Claim = replace(share.claim, quantity=quantity, plausible=plausible, measure=measure)
    item = replace(
        share,
        claim=claim,
        dimension=base.dimension,
        reach=Reach(stated, plausible),
        property=property,
        known=known,
        entity=base.entity,
        qualifiers=qualifiers,
        number=printed_number(claim),
        bare=False,
        sampled=False,
        crowded=False,
    )
    return Worked(share, base, item)


def _product(share: Interval, base: Interval, factor: float) -> Interval:
    return Interval(*(end * whole * factor if math.isfinite(end) else end for end, whole in _ends(share, base)))


def _ends(share: Interval, base: Interval) -> Iterator[tuple[float, float]]:
    yield share.low, base.low
    yield share.high, base.high


def _told(share: Item, base: Item, stated: Interval) -> str:
    """The share with its whole and what they make: "20 percent of 1,500 staff (300)"."""
    ends = [f"{end:,.0f}" if end >= 20 else f"{end:,.3g}" for end in (stated.low, stated.high) if math.isfinite(end)]
    makes = " to ".join(dict.fromkeys(ends))
    bound = "at least " if math.isinf(stated.high) else "at most " if math.isinf(stated.low) else ""
    share_text, base_text = (" ".join(item.claim.quantity.text.split()) for item in (share, base))
    return f"{share_text} of {base_text}, that is {bound}{makes}"


def questions(worked: Sequence[Worked], story: Stories) -> dict[tuple[int, str], list[Worked]]:
    """What shares come to, by the story and the property that they speak of."""
    found: dict[tuple[int, str], list[Worked]] = defaultdict(list)
    for one in worked:
        if one.item.property is not None and one.item.claim.attribution.stance is not Stance.RETRACTED:
            found[story.number.get(one.share.claim.doc, -1), one.item.property].append(one)
    return found


@lru_cache(maxsize=32)
def _words(rules: Rules, id: str) -> frozenset[str]:
    return frozenset(rules.get(WordList, id).words)
