"""What the word before a figure makes of it: "not 1,400" denies, "to 2.1 percent from 2.4" gives what was before."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from reconcile.comparison.normalising import dimension
from reconcile.model import Claim, Stance
from reconcile.rulebook import Rules
from reconcile.rulebook.comparison import WordList

_NEAR = 60  # characters between the two figures of a change
_BEFORE = 30  # characters before a figure in which its preposition stands
_LAST = re.compile(r"(\w+)\W*$")


def with_stances_of_words(claims: Sequence[Claim], rules: Rules) -> list[Claim]:
    """The claims, in their order, with the stance that the word before the figure gives some of them."""
    new, old, no = (set(rules.get(WordList, id).words) for id in ("new-figure", "former-figure", "no-figure"))
    before = {claim.id: _before(claim) for claim in claims}
    past = {
        second.id
        for first, second in pairwise(claims)
        if before[first.id] in new and before[second.id] in old and _one_change(first, second)
    }
    return [_settled(claim, claim.id in past, before[claim.id] in no) for claim in claims]


def _one_change(first: Claim, second: Claim) -> bool:
    near = 0 <= second.quantity.start - first.quantity.end <= _NEAR
    return near and first.doc == second.doc and dimension(first.quantity) == dimension(second.quantity)


def _before(claim: Claim) -> str | None:
    """The word before a figure."""
    if claim.sentence is None:
        return None
    place = claim.quantity.start - claim.sentence.start
    found = _LAST.search(claim.sentence.text, max(0, place - _BEFORE), max(0, place))
    return found[1].lower() if found else None


def _settled(claim: Claim, past: bool, denied: bool) -> Claim:
    if claim.attribution.stance in (Stance.DENIED, Stance.RETRACTED) or not (past or denied):
        return claim
    stance = Stance.HISTORICAL if past else Stance.DENIED
    return replace(claim, attribution=replace(claim.attribution, stance=stance))
