"""What the words before a figure make of it.

"Not 1,400" denies it, "to 2.1 percent from 2.4" gives what it was taken for before, "up from 90,650" what it was in
an earlier period, "below the 139,300" holds another's figure against one's own, "so far" says that it may grow.
"""

import re
from collections.abc import Sequence, Set
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import Any

from reconcile.comparison.normalising import dimension
from reconcile.model import Claim, Stance
from reconcile.rulebook import Rules
from reconcile.rulebook.comparison import WordList

HELD_AGAINST = "held against"  #: the manner of a figure that a text only compares with its own
EARLIER = "earlier"  #: the manner of a figure of the period before
RISEN = "risen"  #: the manner of a figure to which the text says that an earlier one rose
REVISED = "revised"  #: the manner of a figure to which the text says that an earlier one was revised
RUNNING = "running"  #: the manner of a figure that the text gives as that of the moment
_NEAR = 60  # characters between the two figures of a change
_BEFORE = 40  # characters before a figure in which its preposition stands
_LAST = re.compile(r"(?:(\w+)\W+)?(\w+)\W*$")
_WORD = re.compile(r"\w+")
_PUSHED = 7  # words before a figure among which stands the verb that brought a total to it
_BREAK = re.compile(r"[,;:()–—]\s|\s[–—-]\s")  # what ends a clause
_CLAUSE = 200  # characters on either side of a figure that are taken for its clause at most
_OPENING = 3  # words of an opening clause that hold for the next one: "So far, 40 have died"
_POSSESSIVE = re.compile(r"(?:\w['’]s|s['’]) $")
_LISTS = ("new", "former", "no", "compared", "moved", "revised", "risen", "pushed")
_ARTICLES = ("the", "a", "an")


def with_stances_of_words(claims: Sequence[Claim], rules: Rules) -> list[Claim]:
    """The claims, in their order, with the stance or manner that the words before the figure give some of them."""
    lists = (set(rules.get(WordList, f"{id}-figure").words) for id in _LISTS)
    new, old, no, than, moved, revised, risen, pushed = lists
    running = _phrases(rules)
    last = {claim.id: _last(claim) for claim in claims}
    before = {id: _before(found) for id, found in last.items()}
    direct = {id: _before(found, articles=()) for id, found in last.items()}
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
        elif direct[claim.id] in new and _among_last(claim, revised):
            settled.append(_with(claim, manner=REVISED))
        elif direct[claim.id] in new and (_before(last[claim.id], tuple(new)) in risen or _among_last(claim, pushed)):
            settled.append(_with(claim, manner=RISEN))
        elif direct[claim.id] in old and _before(last[claim.id], tuple(old)) in moved:
            settled.append(_with(claim, manner=EARLIER))
        elif claim.attribution.manner is None and running.search(_clause(claim)):
            settled.append(_with(claim, manner=RUNNING))
        else:
            settled.append(claim)
    return settled


@lru_cache(maxsize=8)
def _phrases(rules: Rules) -> re.Pattern[str]:
    """The words that give a figure as that of the moment."""
    phrases = sorted(rules.get(WordList, "running-figure").words, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, phrases))})\b", re.IGNORECASE)


def _clause(claim: Claim) -> str:
    """The words around a figure up to the next comma on either side, and a short opening before them."""
    if claim.sentence is None:
        return ""
    text = claim.sentence.text
    start = max(0, claim.quantity.start - claim.sentence.start)
    end = max(0, claim.quantity.end - claim.sentence.start)
    edge = max(0, start - _CLAUSE)
    breaks = [found.end() for found in _BREAK.finditer(text, edge, start)]
    first = breaks[-1] if breaks else edge
    if edge == 0 and len(breaks) == 1 and len(_WORD.findall(text, 0, first)) <= _OPENING:
        first = 0
    after = _BREAK.search(text, end, end + _CLAUSE)
    return text[first : after.start() if after else end + _CLAUSE]


def _among_last(claim: Claim, verbs: Set[str]) -> bool:
    """Whether one of the verbs stands among the last words before a figure, in its clause."""
    if claim.sentence is None:
        return False
    place = max(0, claim.quantity.start - claim.sentence.start)
    said = _BREAK.split(claim.sentence.text[max(0, place - _CLAUSE) : place])[-1]
    return not verbs.isdisjoint(word.lower() for word in _WORD.findall(said)[-_PUSHED:])


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


def _last(claim: Claim) -> re.Match[str] | None:
    """The last two words before a figure."""
    if claim.sentence is None:
        return None
    place = max(0, claim.quantity.start - claim.sentence.start)
    return _LAST.search(claim.sentence.text, max(0, place - _BEFORE), place)


def _before(found: re.Match[str] | None, articles: tuple[str, ...] = _ARTICLES) -> str | None:
    """The word before a figure, or before its article."""
    if found is None:
        return None
    last = found[2].lower()
    return found[1].lower() if last in articles and found[1] else last


def _with(claim: Claim, **what: Any) -> Claim:
    """A claim with another stance or manner; what is denied or withdrawn stays so."""
    if claim.attribution.stance in (Stance.DENIED, Stance.RETRACTED):
        return claim
    return replace(claim, attribution=replace(claim.attribution, **what))
