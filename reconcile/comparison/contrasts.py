"""Figures that a text itself sets against each other: they answer one question, whatever words name it.

"Fifty crates, not the 80 of the customs office" says so outright. Where a text rejects a figure that another text
gives and names its own beside it ("The 80 crates are a fairy tale: we counted 50"), it says so too.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from reconcile.comparison.coincidence import surety
from reconcile.comparison.intervals import Relation, ratio
from reconcile.comparison.items import Item, related
from reconcile.comparison.kinship import is_thing
from reconcile.comparison.nearness import near_figures
from reconcile.comparison.normalising import Rates, reach
from reconcile.comparison.splits import split
from reconcile.comparison.stories import Stories
from reconcile.comparison.wordings import EARLIER, HELD_AGAINST
from reconcile.model import Stance
from reconcile.rulebook import Rules
from reconcile.rulebook.comparison import WordList

_NO_CHANCE = 0.3  # powers of ten that an agreement with another text must be exceed chance, beside words that say so
_NEAR = 250  # characters between a figure and the one that it is set against
_FAR = 12.0  # a ratio beyond which no two figures are set against each other
_OVERRULED = (
    None,
    "voice",
    "entity",
    "group",
    "part",
    "change",
)  # what says nothing where a text sets one against another
_NEXT = 1  # characters between two sentences of a paragraph that follow each other
_OPENING = 60  # characters of a sentence in which "This was wrong" speaks of the one before
_TELLING = 2  # significant digits of a bare number that surely is the one that another text gives
_REACH = 120  # characters before a figure in which the words stand that reject it
_POSSESSIVE = re.compile(r"(?:\w['’]s|s['’])\W*$")


def with_contrasts(items: Sequence[Item], story: Stories, rules: Rules, rates: Rates) -> list[Item]:
    """The items, each with those that a text sets against it, and all of them with one property."""
    told = _told_elsewhere(items, story, rates)
    of_text: dict[str, list[Item]] = defaultdict(list)
    for one in items:
        of_text[one.claim.doc].append(one)
    against: dict[str, set[str]] = defaultdict(set)
    lender: dict[str, Item] = {}
    by_id = {one.claim.id: one for one in items}
    for text in of_text.values():
        for rejected in text:
            again = told.get(rejected.claim.id, [])
            own = _set_against(rejected, text, again, rules, rates)
            if own is None:
                continue
            others = (by_id[id] for id in again)
            circle = [rejected, *(other for other in others if _parted(own, other, rules) in (*_OVERRULED, "time"))]
            for other in circle:
                against[own.claim.id].add(other.claim.id)
                against[other.claim.id].add(own.claim.id)
            if (firm := _firmest([own, *circle])) is not None:
                lender.update((other.claim.id, firm) for other in (own, rejected))
    return [_settled(one, lender.get(one.claim.id), against.get(one.claim.id, set()), rules) for one in items]


def _told_elsewhere(items: Sequence[Item], story: Stories, rates: Rates) -> Mapping[str, list[str]]:
    """For each claim those of other texts that give its figure, and hardly by chance."""
    if not story.meant:
        return {}
    blocks: dict[object, list[Item]] = defaultdict(list)
    for one in items:
        blocks[story.number.get(one.claim.doc, -1), one.dimension].append(one)
    found: dict[str, list[str]] = defaultdict(list)
    for block in blocks.values():
        for one, other in near_figures(block, rates):
            a, b = one.claim, other.claim
            if a.doc == b.doc:
                continue
            sure = surety(one, other, related(one, other, rates))
            if sure is not None and sure >= _NO_CHANCE:
                found[a.id].append(b.id)
                found[b.id].append(a.id)
    return found


def _set_against(rejected: Item, text: Sequence[Item], again: Sequence[str], rules: Rules, rates: Rates) -> Item | None:
    """The figure that a text gives instead of one that it rejects, or None."""
    outright = _denied_outright(rejected, rules) or (bool(again) and _of_another(rejected, rules))
    if not outright and (not again or (rejected.bare and rejected.digits < _TELLING)):
        return None
    for _, own in sorted(_beside(rejected, text), key=lambda found: found[0]):
        lie = related(own, rejected, rates)
        if lie is not Relation.APART or not _within_reach(own, rejected, rates):
            continue
        if outright and own.claim.sentence == rejected.claim.sentence:
            return own if _parted(own, rejected, rules) in _OVERRULED else None
        mine, theirs = own.claim.measure, rejected.claim.measure
        two = mine.topic and theirs.topic and mine.property != theirs.property
        if not two and _rejects(own, rejected, rules) and _parted(own, rejected, rules) in _OVERRULED[:2]:
            return own
    return None


def _parted(own: Item, rejected: Item, rules: Rules) -> str | None:
    """What keeps two figures apart, their properties and that one voice gives both left aside."""
    unnamed = replace(own, property=None, known=False)
    parted = split(unnamed, rejected, Relation.APART, rules)
    return parted.aspect if parted else None


def _beside(rejected: Item, text: Sequence[Item]) -> Iterator[tuple[int, Item]]:
    """The plain figures of the same dimension near a figure, each with its distance."""
    for own in text:
        a, b = own.claim, rejected.claim
        twisted = a.attribution.stance in (Stance.DENIED, Stance.RETRACTED, Stance.HISTORICAL)
        if a.id == b.id or own.dimension != rejected.dimension or twisted:
            continue
        if a.attribution.manner in (HELD_AGAINST, EARLIER):
            continue
        far = max(a.quantity.start - b.quantity.end, b.quantity.start - a.quantity.end)
        if far <= _NEAR:
            yield far, own


def _within_reach(one: Item, other: Item, rates: Rates) -> bool:
    converted = reach(other.claim, one.claim.quantity.unit, rates)
    apart = None if converted is None else ratio(one.reach, converted)
    return apart is not None and apart <= _FAR


def _denied_outright(one: Item, rules: Rules) -> bool:
    """Whether "not" or "instead of" stands right before a figure."""
    return _patterns(rules)[0].search(_before(one)) is not None


def _of_another(one: Item, rules: Rules) -> bool:
    """Whether a figure is held against one's own as that of others: "above the 640 that the council has published"."""
    if one.claim.attribution.manner != HELD_AGAINST or one.claim.sentence is None:
        return False
    after = one.claim.sentence.text[max(0, one.claim.quantity.end - one.claim.sentence.start) :]
    return _POSSESSIVE.search(_before(one)) is not None or _patterns(rules)[2].match(after) is not None


def _before(one: Item) -> str:
    claim = one.claim
    if claim.sentence is None:
        return ""
    place = max(0, claim.quantity.start - claim.sentence.start)
    return claim.sentence.text[max(0, place - _REACH) : place]


def _rejects(own: Item, rejected: Item, rules: Rules) -> bool:
    """Whether the sentence of a figure, or the start of the next, says that it is wrong; another stands near it."""
    mine, theirs = own.claim.sentence, rejected.claim.sentence
    if mine is None or theirs is None:
        return False
    wrong = _patterns(rules)[1]
    if max(mine.start - theirs.end, theirs.start - mine.end) > _NEXT:
        return False
    follows = mine.start > theirs.end and wrong.search(mine.text[:_OPENING]) is not None
    return follows or wrong.search(theirs.text) is not None


@lru_cache(maxsize=8)
def _patterns(rules: Rules) -> tuple[re.Pattern[str], ...]:
    """The words that deny the figure after them, those that reject one, those that say that somebody gave it."""
    no, wrong, told = (
        "|".join(re.escape(words) for words in sorted(rules.get(WordList, id).words, key=len, reverse=True))
        for id in ("set-aside-figure", "rejected-figure", "told-figure")
    )
    return (
        re.compile(rf"\b(?:{no})(?: the| a| an)?\W*$", re.IGNORECASE),
        re.compile(rf"\b(?:{wrong})\b", re.IGNORECASE),
        re.compile(rf"[^.;]{{0,60}}\b(?:{told})\b", re.IGNORECASE),
    )


def _firmest(items: Sequence[Item]) -> Item | None:
    """Of those whose property a topic knows, the one whose words stand nearest."""
    known = [one for one in items if one.known]
    return min(known, key=lambda one: one.claim.measure.distance) if known else None


def _settled(one: Item, lender: Item | None, against: set[str], rules: Rules) -> Item:
    settled = replace(one, against=frozenset(against)) if against else one
    if lender is None:
        return settled
    own = one.entity is not None and not one.bare and is_thing(one.entity, rules)  # else another word for the same
    entity = one.entity if own or lender.entity is None else lender.entity
    borrowed = one.borrowed or one.property != lender.property
    return replace(
        settled, property=lender.property, known=True, borrowed=borrowed, entity=entity, window=lender.window
    )
