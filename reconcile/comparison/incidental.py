"""Figures that a report need not judge: ages, page counts, the price of the paper."""

import math
from collections.abc import Mapping, Sequence, Set

from reconcile.model import Claim, Incidental
from reconcile.rulebook import Rules
from reconcile.rulebook.measures import Aside


def set_aside(claims: Sequence[Claim], rates: Set[str], rules: Rules) -> tuple[list[Claim], tuple[Incidental, ...]]:
    """The claims to judge, and those to set aside with the reason.

    ``rates`` are the ids of claims that state an exchange rate and nothing else. An incidental figure is
    judged all the same where another document states the same property of the same thing in earnest, and
    one that is told in passing only if ``alone`` where another document gives that property at all.
    """
    lone = {rule.ref for rule in rules.all(Aside) if rule.alone}
    given: dict[tuple[str | None, int], set[str]] = {}
    for claim in claims:
        given.setdefault((claim.measure.property, _size(claim)), set()).add(claim.doc)
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
            docs = set().union(*(given.get((claim.measure.property, near), ()) for near in range(size - 1, size + 2)))
            told_once = docs == {claim.doc}
        else:
            told_once = not _asked_elsewhere(claim, asked)
        if reason is None or not told_once:
            judged.append(claim)
        else:
            aside.append(Incidental(claim.id, reason))
    return judged, tuple(aside)


def _size(claim: Claim) -> int:
    """The order of magnitude of a figure: 2 for hundreds."""
    value = claim.quantity.high if claim.quantity.low is None else claim.quantity.low
    return math.floor(math.log10(abs(value))) if value else 0


def _asked_elsewhere(claim: Claim, asked: Mapping[tuple[str | None, str | None], Set[str]]) -> bool:
    """Whether another document states the same property of the same thing."""
    docs = asked.get((claim.measure.property, claim.measure.entity), frozenset())
    return len(docs) > (claim.doc in docs)
