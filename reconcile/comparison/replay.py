"""A verdict again: from its recorded steps, or from the claims themselves."""

from collections.abc import Iterable, Sequence

from reconcile.comparison.engine import judge_again, prepare
from reconcile.comparison.intervals import Reach, Relation, relation
from reconcile.comparison.stories import stories
from reconcile.model import Claim, Comparison, Document, Fact, Settings, Verdict, VerdictKind
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
        if step.between == "figures" or step.outcome is VerdictKind.CONFLICT:  # what bears a fact out changes nothing
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
    facts: Iterable[Fact], claims: Sequence[Claim], documents: Sequence[Document], rules: Rules, settings: Settings
) -> list[Verdict]:
    """The verdicts that facts come to when their claims are judged again, in the order of the facts.

    ``claims`` and ``documents`` are all of the run. KeyError for a fact with a claim that is not among them.
    """
    ordered = sorted(documents, key=lambda document: document.id)
    story = stories(ordered, claims, rules)
    ready = prepare(claims, ordered, story, rules, settings)
    return [judge_again(fact, ready, story, rules) for fact in facts]
