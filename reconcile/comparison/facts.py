"""A question's claims to a fact: one unit, origins, verdict, title."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from reconcile.comparison.bonds import may_clash
from reconcile.comparison.evidence import told
from reconcile.comparison.intervals import Relation, hull
from reconcile.comparison.items import Item
from reconcile.comparison.members import Member, fold
from reconcile.comparison.normalising import Rates, common_unit, reach
from reconcile.comparison.origins import origins_of
from reconcile.comparison.settling import settles
from reconcile.comparison.stories import Stories
from reconcile.comparison.titles import title
from reconcile.comparison.verdicts import judge, widest
from reconcile.model import Claim, Document, Fact, Verdict, VerdictKind
from reconcile.rulebook import Rules
from reconcile.rulebook.comparison import Window


def fact_of(
    items: Sequence[Item],
    because: tuple[str, ...],
    documents: Mapping[str, Document],
    rates: Rates,
    story: Stories,
    rules: Rules,
) -> Fact:
    """The fact that claims come to which answer one question, told in the unit that most of them use.

    ``story`` says which of their documents report on one matter together.
    """
    claims = [one.claim for one in items]
    unit = common_unit(claims)
    reaches = {claim.id: found for claim in claims if (found := reach(claim, unit, rates)) is not None}
    figures = {claim.id: reaches[claim.id].stated if claim.id in reaches else claim.quantity.text for claim in claims}
    origins = origins_of(claims, documents, figures, rules)
    members = fold([claim for claim in claims if claim.id in reaches], reaches, documents)
    verdict = judge(members, unit, _window(items), origins, documents, _surely(items, story))
    return Fact(
        id=fact_id(claims),
        title=title(items, documents, rules),
        claims=tuple(claim.id for claim in claims),
        verdict=replace(verdict, settle=_settled(verdict, items)),
        origins=origins,
        unit=unit,
        spread=hull([found.stated for found in reaches.values()]),
        because=(*because, *_surely_one(verdict, items)),
    )


def _surely_one(verdict: Verdict, items: Sequence[Item]) -> Iterator[str]:
    """Why the two figures of a conflict answer one question, beyond what put them together."""
    clashes = [step for step in verdict.comparisons if step.outcome is VerdictKind.CONFLICT]
    if not clashes:
        return
    by_id = {one.claim.id: one for one in items}
    chosen = widest(clashes)
    one, other = by_id[chosen.a], by_id[chosen.b]
    if chosen.relation == Relation.APART.value and (signs := told(one, other, speaking_for=True)):
        yield f"surely one question: {signs}"


def _settled(verdict: Verdict, items: Sequence[Item]) -> str | None:
    """What would settle the conflict that the verdict tells of, or None."""
    clashes = [step for step in verdict.comparisons if step.outcome is VerdictKind.CONFLICT]
    return settles(widest(clashes), items) if clashes else None


def _surely(items: Sequence[Item], story: Stories) -> Callable[[Member, Member], bool]:
    """Whether two members share enough by name to be called a conflict."""
    by_id = {one.claim.id: one for one in items}

    def surely(one: Member, other: Member) -> bool:
        return any(
            may_clash(by_id[mine.id], by_id[yours.id], story.bearing(mine.doc, yours.doc))
            for mine in one.mentions
            for yours in other.mentions
        )

    return surely


def _window(items: Sequence[Item]) -> Window:
    """The window of the claims whose behaviour is known; the longest where they differ."""
    return max((one.window for one in items), key=lambda window: (window.id != "unknown", window.days, window.id))


def fact_id(claims: Iterable[Claim]) -> str:
    """The id of a fact: the same in every run for the same claims."""
    joined = "\0".join(sorted(claim.id for claim in claims))
    return hashlib.blake2b(joined.encode(), digest_size=6).hexdigest()
