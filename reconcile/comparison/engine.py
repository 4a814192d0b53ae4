"""Comparison from claims to findings, once it is known which documents tell one story."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reconcile.comparison.across import parts_told, with_parts, with_shares
from reconcile.comparison.borrowing import with_borrowed_measures
from reconcile.comparison.coincidence import mark_rivals
from reconcile.comparison.contrasts import with_contrasts
from reconcile.comparison.facts import fact_of
from reconcile.comparison.goods import in_units_of_their_good
from reconcile.comparison.grouping import group
from reconcile.comparison.incidental import set_aside, told_twice
from reconcile.comparison.increments import settle_increments
from reconcile.comparison.items import Item, item, mark_crowded, mark_polled, settle_directions
from reconcile.comparison.near_misses import near_misses
from reconcile.comparison.normalising import Rates
from reconcile.comparison.parts import sums_that_differ
from reconcile.comparison.rates import Stated, known_rates, with_rate_told
from reconcile.comparison.scopes import without_scopes_of_others
from reconcile.comparison.shares import Worked, questions, work_out
from reconcile.comparison.standing import mark_standing
from reconcile.comparison.stories import Stories
from reconcile.comparison.wordings import with_stances_of_words
from reconcile.model import Claim, Document, Fact, Findings, Incidental, Settings, Verdict
from reconcile.rulebook import Rules


@dataclass(frozen=True, slots=True)
class Prepared:
    """Claims ready to be grouped and judged."""

    items: tuple[Item, ...]
    aside: tuple[Incidental, ...]
    documents: Mapping[str, Document]
    stated: Stated
    shares: Mapping[tuple[int, str], Sequence[Worked]]  #: what shares come to, by story and property
    parts: Mapping[tuple[int, str], Sequence[Item]]  #: figures for a part, likewise

    @property
    def rates(self) -> Rates:
        """The rates at which money is converted."""
        return self.stated.rates


def prepare(
    claims: Iterable[Claim], documents: Iterable[Document], story: Stories, rules: Rules, settings: Settings
) -> Prepared:
    """The claims in a fixed order, with what their texts settle: goods, rates, what was before, what repeats what."""
    by_id = {document.id: document for document in documents}
    settled = in_units_of_their_good(claims, by_id, rules)
    settled = sorted(settle_increments(settled), key=lambda one: (one.doc, one.quantity.start, one.id))
    ordered = with_stances_of_words(settled, rules)
    stated = known_rates(ordered, by_id, rules, settings)
    judged, aside = set_aside(ordered, stated.claims, rules)
    read = [item(claim, rules) for claim in judged]
    passing = {one.claim for one in aside}
    told = [item(claim, rules) for claim in ordered if claim.id in passing]
    again = told_twice(read, told, story, rules, stated.rates)
    read = sorted([*read, *(one for one in told if one.claim.id in again)], key=_in_order)
    read = without_scopes_of_others(mark_polled(settle_directions(read), rules), story)
    read = mark_crowded(mark_rivals(read, story.number) if story.meant else read)  # elsewhere none is asked for
    read = with_contrasts(with_borrowed_measures(read, story, rules, stated.rates), story, rules, stated.rates)
    items = mark_standing(read, by_id)
    items, worked = work_out(items, by_id, story, rules)
    left = tuple(one for one in aside if one.claim not in again)
    return Prepared(tuple(items), left, by_id, stated, questions(worked, story), parts_told(items, story))


def _in_order(one: Item) -> tuple[str, int, str]:
    return one.claim.doc, one.claim.quantity.start, one.claim.id


def compare_stories(
    claims: Sequence[Claim],
    documents: Iterable[Document],
    story: Stories,
    rules: Rules,
    settings: Settings,
) -> Findings:
    """What claims come to, given which documents tell one story."""
    ready = prepare(claims, documents, story, rules, settings)
    groups, kept = group(ready.items, story, rules, ready.rates)
    facts = tuple(_fact(one.items, one.because, ready, story, rules) for one in groups)
    doubts = sums_that_differ(ready.items, ready.documents, rules)
    return Findings(facts, (*doubts, *near_misses(kept, groups, ready.documents)), ready.aside)


def judge_again(fact: Fact, ready: Prepared, story: Stories, rules: Rules) -> Verdict:
    """The verdict that the claims of a fact come to when they are judged again. KeyError for a claim unknown."""
    by_id = {one.claim.id: one for one in ready.items}
    items = [by_id[id] for id in fact.claims]
    return _fact(items, fact.because, ready, story, rules).verdict


def _fact(items: Sequence[Item], because: tuple[str, ...], ready: Prepared, story: Stories, rules: Rules) -> Fact:
    """The fact that claims come to, with what its verdict must tell beyond them."""
    fact = fact_of(items, because, ready.documents, ready.rates, story, rules)
    fact = with_rate_told(fact, [one.claim for one in items], ready.stated)
    asked = sorted({(story.number.get(one.claim.doc, -1), one.property) for one in items if one.property is not None})
    shares = [share for question in asked for share in ready.shares.get(question, ())]
    parts = [part for question in asked for part in ready.parts.get(question, ())]
    if shares:
        fact = with_shares(fact, items, shares, ready.documents, story, rules)
    return with_parts(fact, items, parts, ready.documents, story, ready.rates, rules) if parts else fact
