"""Comparison from claims to findings, once it is known which documents tell one story."""

from collections.abc import Iterable, Mapping, Sequence

from reconcile.comparison.facts import fact_of
from reconcile.comparison.grouping import group
from reconcile.comparison.incidental import set_aside
from reconcile.comparison.items import item
from reconcile.comparison.near_misses import near_misses
from reconcile.comparison.rates import known_rates
from reconcile.model import Claim, Document, Findings, Settings
from reconcile.rulebook import Rules


def compare_stories(
    claims: Sequence[Claim],
    documents: Iterable[Document],
    story: Mapping[str, int],
    rules: Rules,
    settings: Settings,
) -> Findings:
    """What claims come to; ``story`` numbers the story that each document tells, by its id."""
    by_id = {document.id: document for document in documents}
    ordered = sorted(claims, key=lambda claim: (claim.doc, claim.quantity.start, claim.id))
    rates = known_rates(ordered, by_id, rules, settings)
    judged, aside = set_aside(ordered)
    items = [item(claim, rules) for claim in judged]
    groups, kept = group(items, story, rules, rates)
    facts = tuple(fact_of(one.items, one.because, by_id, rates) for one in groups)
    return Findings(facts, near_misses(kept, by_id), aside)
