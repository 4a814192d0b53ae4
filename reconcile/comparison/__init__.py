"""Claims to facts: what answers one question, and what holds among the answers."""

import hashlib
from collections.abc import Iterable, Sequence

from reconcile.comparison.grouping import Group, group
from reconcile.comparison.incidental import set_aside
from reconcile.comparison.intervals import hull
from reconcile.comparison.items import item
from reconcile.comparison.members import fold
from reconcile.comparison.near_misses import near_misses
from reconcile.comparison.normalising import Rates, common_unit, reach
from reconcile.comparison.origins import origins_of
from reconcile.comparison.rates import known_rates
from reconcile.comparison.stories import stories
from reconcile.comparison.titles import title
from reconcile.comparison.verdicts import judge
from reconcile.model import Claim, Document, Fact, Findings, Settings
from reconcile.rulebook import Rules

__all__ = ["compare"]


def compare(claims: Sequence[Claim], documents: Iterable[Document], rules: Rules, settings: Settings) -> Findings:
    """What the claims of a corpus come to: facts with their verdicts, near misses, and figures not judged.

    A pure function; the order of claims and documents changes nothing.
    """
    by_id = {document.id: document for document in sorted(documents, key=lambda document: document.id)}
    ordered = sorted(claims, key=lambda claim: (claim.doc, claim.quantity.start, claim.id))
    rates = known_rates(ordered, by_id, rules, settings)
    judged, aside = set_aside(ordered)
    items = [item(claim, rules) for claim in judged]
    groups, kept = group(items, stories(tuple(by_id.values()), rules), rules, rates)
    facts = tuple(fact(one, by_id, rates) for one in groups)
    return Findings(facts, near_misses(kept, by_id), aside)


def fact(group: Group, documents: dict[str, Document], rates: Rates) -> Fact:
    """The fact that one group of claims comes to."""
    claims = [one.claim for one in group.items]
    unit = common_unit(claims)
    reaches = {claim.id: found for claim in claims if (found := reach(claim, unit, rates)) is not None}
    comparable = [claim for claim in claims if claim.id in reaches]
    figures = {claim.id: reaches[claim.id].stated if claim.id in reaches else claim.quantity.text for claim in claims}
    origins = origins_of(claims, documents, figures)
    verdict = judge(fold(comparable, reaches), unit, group.items[0].window, origins, documents)
    return Fact(
        id=fact_id(claims),
        title=title(group.items),
        claims=tuple(claim.id for claim in claims),
        verdict=verdict,
        origins=origins,
        unit=unit,
        spread=hull([found.stated for found in reaches.values()]),
        because=group.because,
    )


def fact_id(claims: Iterable[Claim]) -> str:
    """The id of a fact: the same in every run for the same claims."""
    joined = "\0".join(sorted(claim.id for claim in claims))
    return hashlib.blake2b(joined.encode(), digest_size=6).hexdigest()
