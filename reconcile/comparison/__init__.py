"""Claims to facts: what answers one question, and what holds among the answers."""

from collections.abc import Iterable, Sequence

from reconcile.comparison.facts import fact_of
from reconcile.comparison.grouping import group
from reconcile.comparison.incidental import set_aside
from reconcile.comparison.items import item
from reconcile.comparison.near_misses import near_misses
from reconcile.comparison.rates import known_rates
from reconcile.comparison.replay import replay, replayed
from reconcile.comparison.stories import stories
from reconcile.model import Claim, Document, Findings, Settings
from reconcile.rulebook import Rules

__all__ = ["compare", "known_rates", "replay", "replayed"]


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
    facts = tuple(fact_of(one.items, one.because, by_id, rates) for one in groups)
    return Findings(facts, near_misses(kept, by_id), aside)
