"""What holds among the claims of one fact, from its steps."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations, product

from reconcile.comparison.intervals import Relation
from reconcile.comparison.members import Member, restates
from reconcile.comparison.naming import Documents, figure
from reconcile.comparison.steps import MAJOR, compare_two, in_time, risen_from
from reconcile.comparison.times import is_later
from reconcile.model import Comparison, Origin, Severity, Stance, Verdict, VerdictKind
from reconcile.rulebook.comparison import Window

_MINOR = 1.10  # ratio up to which a conflict is minor: the median over paired counts of armed conflicts is 1.12
_MOST = 2_000  # steps kept of one fact
_CROWD = 200  # members of a fact that are all held against each other
_NEIGHBOURS = 20


def judge(
    members: Sequence[Member],
    unit: str | None,
    window: Window,
    origins: Sequence[Origin],
    documents: Documents,
    surely: Callable[[Member, Member], bool],
) -> Verdict:
    """The verdict on one fact: the first in the order of precedence that any two of its claims call for.

    ``surely`` says whether two members are named alike enough for figures that exclude each other to be
    called a conflict.
    """
    steps = [compare_two(one, other, unit, window, documents) for one, other in _pairs(members)]
    steps = _doubted(_outdated(steps, members, window), members, surely)
    return conclude(_mentions(steps, members), members, origins)


def _pairs(members: Sequence[Member]) -> Iterator[tuple[Member, Member]]:
    """Every two members of a fact; of a crowd, each with the extremes and its neighbours by figure."""
    if len(members) <= _CROWD:
        yield from combinations(members, 2)
        return
    row = sorted(members, key=lambda member: (member.reach.plausible.low, member.reach.plausible.high, member.claim.id))
    for place, one in enumerate(row):
        near = row[place + 1 : place + 1 + _NEIGHBOURS]
        yield from ((one, other) for other in near)
        if row[-1] not in near and place < len(row) - 1:
            yield one, row[-1]


def conclude(steps: Sequence[Comparison], members: Sequence[Member], origins: Sequence[Origin]) -> Verdict:
    """The verdict that the steps lead to."""
    of = {kind: [step for step in steps if step.outcome is kind] for kind in VerdictKind}
    kept = tuple(
        sorted(steps, key=lambda step: step.outcome is not VerdictKind.CONFLICT)[:_MOST]
        if len(steps) > _MOST
        else steps
    )
    if clashes := of[VerdictKind.CONFLICT]:
        chosen = widest(clashes)
        rest = len(clashes) - 1
        more = f" {rest} more {'pair' if rest == 1 else 'pairs'} of figures cannot both hold." if rest else ""
        return Verdict(VerdictKind.CONFLICT, chosen.because + more, kept, severity(chosen))
    if moved := of[VerdictKind.SUPERSEDED]:
        return Verdict(VerdictKind.SUPERSEDED, moved[0].because, kept)
    if len(origins) < 2:
        return Verdict(VerdictKind.SINGLE, _single(members, origins), kept)
    if loose := of[VerdictKind.COMPATIBLE]:
        return Verdict(VerdictKind.COMPATIBLE, loose[0].because, kept)
    return Verdict(VerdictKind.AGREE, f"{_figures(members)}: {len(origins)} independent origins say the same.", kept)


def _outdated(steps: list[Comparison], members: Sequence[Member], window: Window) -> list[Comparison]:
    """Conflicts with a figure that its source has since replaced or withdrawn, or that rose to another, are none."""
    by_id = {member.claim.id: member for member in members}
    replaced: list[tuple[Member, Member]] = []
    for step in steps:
        one, other = by_id[step.a], by_id[step.b]
        if step.outcome is not VerdictKind.SUPERSEDED:
            continue
        if Stance.RETRACTED in (one.stance, other.stance):
            replaced.append((one, other) if one.stance is Stance.RETRACTED else (other, one))
        elif one.source == other.source:
            replaced.append(in_time(one, other))
        elif (lower := risen_from(one, other, window)) is not None:
            replaced.append((lower, other if lower is one else one))
    return [_settled(step, by_id[step.a], by_id[step.b], replaced) for step in steps] if replaced else steps


def _settled(step: Comparison, one: Member, other: Member, replaced: list[tuple[Member, Member]]) -> Comparison:
    if step.outcome is not VerdictKind.CONFLICT or Stance.DENIED in (one.stance, other.stance):
        return step
    for old, new in replaced:
        for mine, yours in ((one, other), (other, one)):
            if restates(mine, old) and _in_its_place(mine, yours, new):
                because = f"{figure(mine.claim)} is a figure that {figure(new.claim)} has since replaced."
                return replace(step, outcome=VerdictKind.SUPERSEDED, because=because)
    return step


def _in_its_place(mine: Member, yours: Member, new: Member) -> bool:
    """Whether a figure that restates a replaced one gives way to ``yours``: the new figure, or one told with it."""
    replaced_later = in_time(mine, new) == (mine, new) or not is_later(mine.claim.as_of, new.claim.as_of)
    return replaced_later and (restates(yours, new) or (yours.claim.doc == new.claim.doc != mine.claim.doc))


def _doubted(
    steps: list[Comparison], members: Sequence[Member], surely: Callable[[Member, Member], bool]
) -> list[Comparison]:
    """Conflicts only where the two, or others that give their figures, are surely about the same."""
    by_id = {member.claim.id: member for member in members}
    settled: list[Comparison] = []
    for step in steps:
        if step.outcome is VerdictKind.CONFLICT and step.relation == Relation.APART.value:
            one, other = by_id[step.a], by_id[step.b]
            if not surely(one, other) and not _surely_restated(one, other, members, surely):
                because = step.because.replace(
                    " cannot both hold", " differ, and too little says that they measure the same"
                )
                step = replace(step, outcome=VerdictKind.COMPATIBLE, because=because)
        settled.append(step)
    return settled


def _surely_restated(
    one: Member, other: Member, members: Sequence[Member], surely: Callable[[Member, Member], bool]
) -> bool:
    """Whether two others that give the same figures are surely about the same."""
    mine = [member for member in members if restates(member, one)]
    yours = [member for member in members if restates(member, other)]
    return any(surely(first, second) for first, second in product(mine, yours))


def _mentions(steps: list[Comparison], members: Sequence[Member]) -> list[Comparison]:
    """The steps, with each conflict told for every mention of either side."""
    by_id = {member.claim.id: member for member in members}
    every = list(steps)
    for step in steps:
        if step.outcome is VerdictKind.CONFLICT:
            pairs = product(by_id[step.a].mentions, by_id[step.b].mentions)
            every += [replace(step, a=a.id, b=b.id) for a, b in pairs if (a.id, b.id) != (step.a, step.b)]
    return every


def widest(clashes: Sequence[Comparison]) -> Comparison:
    """The conflict that is told first: the figures furthest apart."""
    return max(clashes, key=lambda step: (step.ratio or float("inf"), step.a, step.b))


def severity(step: Comparison) -> Severity:
    """How far apart a conflict's figures are; a denial is major."""
    if step.ratio is None or step.ratio >= MAJOR or step.relation != Relation.APART.value:
        return Severity.MAJOR
    return Severity.MINOR if step.ratio <= _MINOR else Severity.CLEAR


def _single(members: Sequence[Member], origins: Sequence[Origin]) -> str:
    outlets = {member.claim.doc for member in members}
    name = origins[0].name
    if len(outlets) == 1:
        return f"{_figures(members)}: only {name} gives it."
    return f"{_figures(members)}: {len(outlets)} documents, one origin, {name}."


def _figures(members: Sequence[Member]) -> str:
    figures = list(dict.fromkeys(figure(member.claim) for member in members))
    return "; ".join(figures[:4]) + ("; ..." if len(figures) > 4 else "")
