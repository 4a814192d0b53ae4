"""What the words before a figure make of it.

"Not 1,400" denies it, "to 2.1 percent from 2.4" gives what it was taken for before, "up from 90,650" what it was in
an earlier period, "below the 139,300" holds another's figure against one's own.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from reconcile.comparison.normalising import dimension
from reconcile.model import Claim, Stance
from reconcile.rulebook import Rules
from reconcile.rulebook.comparison import WordList

HELD_AGAINST = "held against"  #: the manner of a figure that a text only compares with its own
EARLIER = "earlier"  #: the manner of a figure of the period before
RISEN = "risen"  #: the manner of a figure to which the text says that an earlier one rose
_NEAR = 60  # characters between the two figures of a change
_BEFORE = 40  # characters before a figure in which its preposition stands
_LAST = re.compile(r"(?:(\w+)\W+)?(\w+)\W*$")
_POSSESSIVE = re.compile(r"(?:\w['’]s|s['’]) $")
_LISTS = ("new", "former", "no", "compared", "moved", "risen")
_ARTICLES = ("the", "a", "an")


def with_stances_of_words(claims: Sequence[Claim], rules: Rules) -> list[Claim]:
    """The claims, in their order, with the stance or manner that the words before the figure give some of them."""
    new, old, no, than, moved, risen = (set(rules.get(WordList, f"{id}-figure").words) for id in _LISTS)
    before = {claim.id: _before(claim) for claim in claims}
    direct = {claim.id: _before(claim, articles=()) for claim in claims}
    past = {
        second.id
        for first, second in pairwise(claims)
        if before[first.id] in new and before[second.id] in old and _one_change(first, second)
    }
    settled = []
    for claim in claims:
        if claim.id in past:
            settled.append(_with(claim, stance=Stance.HISTORICAL))
        elif direct[claim.id] in no:
            settled.append(_with(claim, stance=Stance.DENIED))
        elif before[claim.id] in than or _of_another(claim):
            settled.append(_with(claim, manner=HELD_AGAINST))
        elif direct[claim.id] in new and _before(claim, articles=tuple(new)) in risen:
            settled.append(_with(claim, manner=RISEN))
        elif direct[claim.id] in old and _before(claim, articles=tuple(old)) in moved:
            settled.append(_with(claim, manner=EARLIER))
        else:
            settled.append(claim)
    return settled


def _of_another(claim: Claim) -> bool:
    """Whether a figure is named as somebody's own: "called the agencies' 4.9 million inflated"."""
    if claim.sentence is None or claim.attribution.source is None:
        return False
    place = max(0, claim.quantity.start - claim.sentence.start)
    said_of = claim.sentence.text[max(0, place - _BEFORE) : place]
    return claim.quantity.counted is None and _POSSESSIVE.search(said_of) is not None


def _one_change(first: Claim, second: Claim) -> bool:
    near = 0 <= second.quantity.start - first.quantity.end <= _NEAR
    return near and first.doc == second.doc and dimension(first.quantity) == dimension(second.quantity)


def _before(claim: Claim, articles: tuple[str, ...] = _ARTICLES) -> str | None:
    """The word before a figure, or before its article."""
    if claim.sentence is None:
        return None
    place = max(0, claim.quantity.start - claim.sentence.start)
    found = _LAST.search(claim.sentence.text, max(0, place - _BEFORE), place)
    if found is None:
        return None
    last = found[2].lower()
    return found[1].lower() if last in articles and found[1] else last


def _with(claim: Claim, **what: Any) -> Claim:
    """A claim with another stance or manner; what is denied or withdrawn stays so."""
    if claim.attribution.stance in (Stance.DENIED, Stance.RETRACTED):
        return claim
    return replace(claim, attribution=replace(claim.attribution, **what))
