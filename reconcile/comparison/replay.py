"""A verdict again: from its recorded steps, or from the claims themselves."""

from collections.abc import Iterable, Mapping

from reconcile.comparison.facts import fact_of
from reconcile.comparison.intervals import Reach, Relation, relation
from reconcile.comparison.items import item
from reconcile.comparison.normalising import Rates
from reconcile.model import Claim, Comparison, Document, Fact, Verdict, VerdictKind
from reconcile.rulebook import Rules

_PRECEDENCE = (VerdictKind.CONFLICT, VerdictKind.SUPERSEDED)


def replayed(steps: Iterable[Comparison], origins: int) -> VerdictKind:
    """The kind of verdict that recorded steps lead to, with the number of independent origins.

    Raises ValueError where a step says of its own intervals what they are not.
    """
    outcomes = set()
    for step in steps:
        if not _holds(step):
            raise ValueError(f"{step.a} and {step.b}: the intervals recorded are not {step.relation}")
        outcomes.add(step.outcome)
    for kind in _PRECEDENCE:
        if kind in outcomes:
            return kind
    if origins < 2:
        return VerdictKind.SINGLE
    return VerdictKind.COMPATIBLE if VerdictKind.COMPATIBLE in outcomes else VerdictKind.AGREE


def _holds(step: Comparison) -> bool:
    """Whether what two figures leave open is apart exactly where the step says so."""
    found = relation(Reach(step.a_interval, step.a_interval), Reach(step.b_interval, step.b_interval))
    return (found is Relation.APART) == (step.relation == Relation.APART.value)


def replay(
    fact: Fact, claims: Mapping[str, Claim], documents: Mapping[str, Document], rules: Rules, rates: Rates
) -> Verdict:
    """The verdict that the claims of a fact come to when they are judged again. KeyError for a claim unknown."""
    items = [item(claims[id], rules) for id in fact.claims]
    return fact_of(items, fact.because, documents, rates).verdict
