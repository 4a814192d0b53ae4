"""What claims of other facts say of a fact: a share that comes to a number, a part that its whole must hold.

They stay the facts that they are. Where both cannot hold, the fact is in conflict; where a share bears a
count out, its verdict says so.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reconcile.comparison.bonds import Bond, bond, may_clash
from reconcile.comparison.intervals import Relation, ratio
from reconcile.comparison.items import Item
from reconcile.comparison.members import Member
from reconcile.comparison.naming import Documents, speaker
from reconcile.comparison.normalising import Rates
from reconcile.comparison.shares import Worked
from reconcile.comparison.steps import compare_two
from reconcile.comparison.stories import Stories
from reconcile.comparison.times import published_on
from reconcile.comparison.verdicts import severity, widest
from reconcile.model import Comparison, Fact, Stance, Verdict, VerdictKind
from reconcile.rulebook import Rules

_PART_OF = frozenset({"group", "part"})  # qualifiers that make a figure one of a part
_CLEARLY = 1.25  # how far a share's number and a count must lie apart before both cannot hold
_MET = (VerdictKind.AGREE, VerdictKind.COMPATIBLE)
_MOST = 200  # claims of a fact that are held against what stands beside it


def with_shares(
    fact: Fact, items: Sequence[Item], shares: Iterable[Worked], documents: Documents, story: Stories, rules: Rules
) -> Fact:
    """The fact, with what shares come to held against its counts."""
    own = {item.claim.id for item in items}
    steps = [
        step
        for one in shares
        if one.base.claim.id not in own and one.share.claim.id not in own
        for item in items[:_MOST]
        if (step := _share_step(one, item, documents, story, rules)) is not None
    ]
    return _added(fact, steps)


def _share_step(one: Worked, item: Item, documents: Documents, story: Stories, rules: Rules) -> Comparison | None:
    """What a share's number and a count are to each other; None where they are no one question, or nearly agree."""
    share, unit = one.item, item.claim.quantity.unit
    if share.dimension != item.dimension or (item.dimension != "count" and share.claim.quantity.unit != unit):
        return None
    if share.claim.doc == item.claim.doc and share.source == item.source:
        return None  # one voice in one text tells it twice, or of two things
    step = _step(share, item, {}, documents, story, rules)
    if step is None:
        return None
    step = replace(step, between="share", base=one.base.claim.id)
    apart = ratio(share.reach, item.reach)
    if step.outcome is VerdictKind.CONFLICT and (apart is None or apart >= _CLEARLY):
        return step
    met = step.relation in (Relation.EQUAL.value, Relation.COVER.value) and step.outcome in _MET
    return step if met else None


def parts_told(items: Iterable[Item], story: Stories) -> dict[tuple[int, str], list[Item]]:
    """The counts of a part of something, by story and property."""
    found: dict[tuple[int, str], list[Item]] = defaultdict(list)
    for item in items:
        if (
            item.known
            and item.property
            and item.plain
            and item.dimension == "count"
            and _PART_OF & item.qualifiers.keys()
        ):
            found[story.number.get(item.claim.doc, -1), item.property].append(item)
    return found


def with_parts(
    fact: Fact, items: Sequence[Item], parts: Iterable[Item], documents: Documents, story: Stories, rates: Rates,
    rules: Rules,
) -> Fact:  # fmt: skip
    """The fact, in conflict where another source gives a part of it that is more than the whole."""
    own = {item.claim.id for item in items}
    steps = [
        step
        for part in parts
        if part.claim.id not in own
        for item in items[:_MOST]
        if (step := _part_step(part, item, documents, story, rates, rules)) is not None
    ]
    return _added(fact, steps)


def _part_step(
    part: Item, whole: Item, documents: Documents, story: Stories, rates: Rates, rules: Rules
) -> Comparison | None:
    """A part that is more than its whole, as two sources give them at one time; None for all else."""
    if part.dimension != "count" or whole.dimension != "count" or part.source == whole.source:
        return None
    if part.claim.doc == whole.claim.doc:
        return None  # a text that gives both knows what the part is of, though its words were not understood
    if part.reach.plausible.low <= whole.reach.plausible.high:
        return None
    without = replace(part, qualifiers={name: value for name, value in part.qualifiers.items() if name not in _PART_OF})
    if _PART_OF & whole.qualifiers.keys():
        return None
    step = _step(without, whole, rates, documents, story, rules)
    if step is None or step.outcome is not VerdictKind.CONFLICT or Stance.DENIED in _stances(part, whole):
        return None
    why = "cannot both hold: the first are a part of the second, and more"
    return replace(step, between="part", because=step.because.partition(" cannot both hold")[0] + f" {why}.")


def _stances(one: Item, other: Item) -> tuple[Stance, Stance]:
    return one.claim.attribution.stance, other.claim.attribution.stance


def _step(
    one: Item, other: Item, rates: Rates, documents: Documents, story: Stories, rules: Rules
) -> Comparison | None:
    """One step between an item beside a fact and one in it, where both answer one question."""
    bearing = story.bearing(one.claim.doc, other.claim.doc)
    found = bond(one, other, rules, rates, bearing)
    if not isinstance(found, Bond):
        return None
    if found.excludes and not may_clash(one, other, bearing):
        return None
    members = [
        Member(
            item.claim,
            item.reach,
            item.source or f"the voice of {speaker(item.claim, documents)}",
            (item.claim,),
            published_on(documents.get(item.claim.doc)),
        )
        for item in (one, other)
    ]
    return compare_two(members[0], members[1], other.claim.quantity.unit, other.window, documents)


def _added(fact: Fact, steps: Sequence[Comparison]) -> Fact:
    """The fact with steps from beside it, and told of them."""
    if not steps:
        return fact
    verdict = fact.verdict
    every = (*verdict.comparisons, *steps)
    clashes = [step for step in steps if step.outcome is VerdictKind.CONFLICT]
    told = widest(clashes or steps).because
    if clashes and verdict.kind is not VerdictKind.CONFLICT:
        return replace(fact, verdict=Verdict(VerdictKind.CONFLICT, told, every, severity(widest(clashes))))
    return replace(fact, verdict=replace(verdict, because=f"{verdict.because} {told}", comparisons=every))
