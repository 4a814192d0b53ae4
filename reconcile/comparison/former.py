"""Figures that are given as what was before: "cut to 2.1 percent from 2.4 percent"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from reconcile.comparison.normalising import dimension
from reconcile.model import Claim, Stance
from reconcile.rulebook import Rules
from reconcile.rulebook.comparison import WordList

_NEAR = 60  # characters between the two figures
_BEFORE = 30  # characters before a figure in which its preposition stands
_LAST = re.compile(r"(\w+)\W*$")


def with_former_figures(claims: Sequence[Claim], rules: Rules) -> list[Claim]:
    """The claims, in their order; of two figures "to X from Y" the second has the stance of a past one."""
    new, old = (set(rules.get(WordList, id).words) for id in ("new-figure", "former-figure"))
    former = {
        second.id
        for first, second in pairwise(claims)
        if first.doc == second.doc
        and 0 <= second.quantity.start - first.quantity.end <= _NEAR
        and dimension(first.quantity) == dimension(second.quantity)
        and _before(first) in new
        and _before(second) in old
    }
    return [_past(claim) if claim.id in former else claim for claim in claims]


def _before(claim: Claim) -> str | None:
    """The word before a figure."""
    if claim.sentence is None:
        return None
    place = claim.quantity.start - claim.sentence.start
    found = _LAST.search(claim.sentence.text, max(0, place - _BEFORE), max(0, place))
    return found[1].lower() if found else None


def _past(claim: Claim) -> Claim:
    if claim.attribution.stance in (Stance.DENIED, Stance.RETRACTED):
        return claim
    return replace(claim, attribution=replace(claim.attribution, stance=Stance.HISTORICAL))
