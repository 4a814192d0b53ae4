"""Comparison from claims to findings, once it is known which documents tell one story."""

from collections.abc import Iterable, Sequence

from reconcile.comparison.facts import fact_of
from reconcile.comparison.goods import in_units_of_their_good
from reconcile.comparison.grouping import group
from reconcile.comparison.incidental import set_aside
from reconcile.comparison.items import item, mark_crowded
from reconcile.comparison.near_misses import near_misses
from reconcile.comparison.rates import known_rates
from reconcile.comparison.stories import Stories
from reconcile.model import Claim, Document, Findings, Settings
from reconcile.rulebook import Rules


def compare_stories(
    claims: Sequence[Claim],
    documents: Iterable[Document],
    story: Stories,
    rules: Rules,
    settings: Settings,
) -> Findings:
    """What claims come to, given which documents tell one story."""
    by_id = {document.id: document for document in documents}
    settled = in_units_of_their_good(claims, by_id, rules)
    ordered = sorted(settled, key=lambda claim: (claim.doc, claim.quantity.start, claim.id))
    stated = known_rates(ordered, by_id, rules, settings)
    rates = stated.rates
    judged, aside = set_aside(ordered, stated.claims)
    items = mark_crowded([item(claim, rules) for claim in judged])
    groups, kept = group(items, story, rules, rates)
    facts = tuple(fact_of(one.items, one.because, by_id, rates) for one in groups)
    return Findings(facts, near_misses(kept, by_id), aside)
