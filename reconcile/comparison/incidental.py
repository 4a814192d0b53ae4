"""Figures that a report need not judge: ages, page counts, the price of the paper."""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence, Set

from reconcile.comparison.coincidence import definite, mark_rivals, surety
from reconcile.comparison.items import Item, related
from reconcile.comparison.nearness import near_figures
from reconcile.comparison.normalising import Rates
from reconcile.comparison.stories import Stories
from reconcile.model import Claim, Incidental
from reconcile.rulebook import Rules
from reconcile.rulebook.measures import Aside

_NO_CHANCE = 0.75  # powers of ten that the agreement must be rarer than chance


def set_aside(claims: Sequence[Claim], rates: Set[str], rules: Rules) -> tuple[list[Claim], tuple[Incidental, ...]]:
    """The claims to judge, and those to set aside with the reason.

    ``rates`` are the ids of claims that state an exchange rate and nothing else. An incidental figure is
    judged all the same where another document states the same property of the same thing in earnest, and
    one that is told in passing only if ``alone`` where another document gives that property at all.
    """
    lone = {rule.ref for rule in rules.all(Aside) if rule.alone}
    given: dict[tuple[object, int], set[str]] = {}
    for claim in claims:
        given.setdefault((_asked(claim), _size(claim)), set()).add(claim.doc)
    asked: dict[tuple[str | None, str | None], set[str]] = {}
    for claim in claims:
        if claim.measure.incidental is None and claim.measure.property and claim.measure.entity:
            asked.setdefault((claim.measure.property, claim.measure.entity), set()).add(claim.doc)
    judged: list[Claim] = []
    aside: list[Incidental] = []
    for claim in claims:
        reason = claim.measure.incidental
        if claim.id in rates:
            aside.append(Incidental(claim.id, "an exchange rate, used to compare amounts"))
            continue
        if lone & set(claim.measure.rules):
            size = _size(claim)
            docs = set().union(*(given.get((_asked(claim), near), ()) for near in range(size - 1, size + 2)))
            told_once = docs == {claim.doc}
        else:
            told_once = not _asked_elsewhere(claim, asked)
        if reason is None or not told_once:
            judged.append(claim)
        else:
            aside.append(Incidental(claim.id, reason))
    return judged, tuple(aside)


def told_twice(
    judged: Sequence[Item], aside: Sequence[Item], story: Stories, rules: Rules, rates: Rates
) -> frozenset[str]:
    """The ids of figures set aside as told in passing that another text gives too, and hardly by chance."""
    passing = frozenset(rule.ref for rule in rules.all(Aside) if rule.in_passing)
    told = {one.claim.id for one in aside if passing.intersection(one.claim.measure.rules)}
    if not told or not story.meant:
        return frozenset()
    blocks: dict[object, list[Item]] = defaultdict(list)
    for one in mark_rivals([*judged, *(one for one in aside if one.claim.id in told)], story.number):
        blocks[story.number.get(one.claim.doc, -1), one.dimension].append(one)
    again: set[str] = set()
    for block in blocks.values():
        if not any(one.claim.id in told for one in block):
            continue
        for one, other in near_figures(block, rates):
            ids = {one.claim.id, other.claim.id} & told
            if not ids or one.claim.doc == other.claim.doc or not (definite(one) and definite(other)):
                continue
            if (one.bare or other.bare) and not one.words & other.words:
                continue
            sure = surety(one, other, related(one, other, rates))
            if sure is not None and sure >= _NO_CHANCE:
                again |= ids
    return frozenset(again)


def _asked(claim: Claim) -> object:
    """What a figure is of: its property, or where none is known the unit and the number itself."""
    one = claim.quantity
    return claim.measure.property or (one.unit, one.low, one.high)


def _size(claim: Claim) -> int:
    """The order of magnitude of a figure: 2 for hundreds."""
    value = claim.quantity.high if claim.quantity.low is None else claim.quantity.low
    return math.floor(math.log10(abs(value))) if value else 0


def _asked_elsewhere(claim: Claim, asked: Mapping[tuple[str | None, str | None], Set[str]]) -> bool:
    """Whether another document states the same property of the same thing."""
    docs = asked.get((claim.measure.property, claim.measure.entity), frozenset())
    return len(docs) > (claim.doc in docs)
