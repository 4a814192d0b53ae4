"""What holds among the claims of one fact: each two against each other, then all together."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, product

from reconcile.comparison.intervals import Reach, Relation, ratio, relation
from reconcile.comparison.naming import Documents, figure, speaker, told
from reconcile.comparison.origins import source_key
from reconcile.comparison.times import apart_by, gap, is_later
from reconcile.model import Claim, Comparison, Modifier, Origin, Severity, Stance, Verdict, VerdictKind
from reconcile.rulebook.comparison import Window

_MINOR, _MAJOR = 1.10, 2.0  # ratios of the nearest figures: research on paired conflict counts has them at 1.12 and 2.05
_NARROW = 1.10  # a range no wider than this agrees with a figure inside it
_MOST = 2_000  # comparisons kept of one fact
_OPEN = frozenset({Modifier.MORE_THAN, Modifier.AT_LEAST, Modifier.LESS_THAN, Modifier.AT_MOST, Modifier.VAGUE})


@dataclass(frozen=True, slots=True)
class Member:
    """A claim of a fact with its figure in the fact's unit, and the other mentions that say the same."""

    claim: Claim
    reach: Reach
    mentions: tuple[Claim, ...]


def fold(claims: Sequence[Claim], reaches: dict[str, Reach]) -> list[Member]:
    """Claims that one source makes with one figure, for one date, in one document, as one member each."""
    groups: dict[object, list[Claim]] = {}
    for claim in claims:
        stated = reaches[claim.id].stated
        when = claim.as_of.iso() if claim.as_of else None
        key = (claim.doc, source_key(claim), stated, claim.quantity.modifier, claim.attribution.stance, when)
        groups.setdefault(key, []).append(claim)
    return [Member(same[0], reaches[same[0].id], tuple(same)) for same in groups.values()]


def judge(
    members: Sequence[Member], unit: str | None, window: Window, origins: Sequence[Origin], documents: Documents
) -> Verdict:
    """The verdict on one fact: the first in the order of precedence that any two of its claims call for."""
    steps = [compare_two(one, other, unit, window, documents) for one, other in combinations(members, 2)]
    kinds = {step.outcome for step in steps}
    if VerdictKind.CONFLICT in kinds:
        return _conflict(steps, members, unit, documents)
    comparisons = tuple(steps[:_MOST])
    if VerdictKind.SUPERSEDED in kinds:
        because = next(step.because for step in steps if step.outcome is VerdictKind.SUPERSEDED)
        return Verdict(VerdictKind.SUPERSEDED, because, comparisons)
    if len(origins) < 2:
        return Verdict(VerdictKind.SINGLE, _single(members, origins, documents), comparisons)
    if VerdictKind.COMPATIBLE in kinds:
        because = next(step.because for step in steps if step.outcome is VerdictKind.COMPATIBLE)
        return Verdict(VerdictKind.COMPATIBLE, because, comparisons)
    because = f"{_all(members)}: {len(origins)} independent origins say the same."
    return Verdict(VerdictKind.AGREE, because, comparisons)


def compare_two(one: Member, other: Member, unit: str | None, window: Window, documents: Documents) -> Comparison:
    """One step: what two claims are to each other, given their figures, times and stances."""
    related = relation(one.reach, other.reach)
    outcome, why = _outcome(one, other, related, window)
    a, b = one.claim, other.claim
    dated = outcome in (VerdictKind.SUPERSEDED, VerdictKind.CONFLICT) and bool(gap(a.as_of, b.as_of))
    because = f"{told(a, documents, dated)} and {told(b, documents, dated)} {why}."
    return Comparison(
        a=a.id,
        b=b.id,
        unit=unit,
        a_interval=one.reach.plausible,
        b_interval=other.reach.plausible,
        relation=related.value,
        outcome=outcome,
        because=because,
        ratio=ratio(one.reach, other.reach),
    )


def _outcome(one: Member, other: Member, related: Relation, window: Window) -> tuple[VerdictKind, str]:
    """What a relation of figures means for two claims, and why, to end a sentence that names them both."""
    stances = {one.claim.attribution.stance, other.claim.attribution.stance}
    meets = related is not Relation.APART
    if Stance.RETRACTED in stances:
        return VerdictKind.SUPERSEDED, "are not set against each other: one was withdrawn by those who gave it"
    if Stance.DENIED in stances:
        if len(stances) == 1 or not meets or _same_source(one, other):
            return VerdictKind.COMPATIBLE, "can both hold: what is denied is another figure"
        return VerdictKind.CONFLICT, "exclude each other: one side denies what the other asserts"
    if not meets:
        return _apart(one, other, window)
    if related is Relation.EQUAL or (related is Relation.COVER and _comparable(one) and _comparable(other)):
        return VerdictKind.AGREE, "say the same within what their wording and rounding leave open"
    return VerdictKind.COMPATIBLE, "can both hold: they overlap within what their wording leaves open"


def _apart(one: Member, other: Member, window: Window) -> tuple[VerdictKind, str]:
    """Figures that exclude each other: a conflict, unless time explains it."""
    early, late = (one, other) if not is_later(one.claim.as_of, other.claim.as_of) else (other, one)
    days = gap(one.claim.as_of, other.claim.as_of) or 0
    between = f"{apart_by(days)} apart" if days else "for the same time"
    rose = late.reach.stated.low >= early.reach.stated.high
    if days and _same_source(one, other):
        return VerdictKind.SUPERSEDED, f"come from one source, {between}: the later figure replaces the earlier"
    forecast = _stance(early) in (Stance.PLANNED, Stance.ESTIMATED)
    if days > 1 and forecast and _stance(late) is Stance.ASSERTED:
        return VerdictKind.SUPERSEDED, f"are a forecast and a later figure, {between}"
    if days > window.days and (window.moves or (window.rises and rose)):
        return VerdictKind.SUPERSEDED, f"are {between}: the quantity moved on"
    if window.rises and rose and days and _stance(early) is Stance.HISTORICAL:
        return VerdictKind.SUPERSEDED, f"are {between}: the earlier figure is given as past"
    times = ratio(one.reach, other.reach)
    size = "" if times is None else f", {(times - 1) * 100:.0f}% apart" if times < _MAJOR else f", {times:.1f} times apart"
    note = f"; the figures are {between}, so the quantity may have moved" if days > 1 and window.moves else ""
    return VerdictKind.CONFLICT, f"cannot both hold{size}{note}"


def _stance(member: Member) -> Stance:
    return member.claim.attribution.stance


def _same_source(one: Member, other: Member) -> bool:
    mine, yours = source_key(one.claim), source_key(other.claim)
    return one.claim.doc == other.claim.doc if mine is None and yours is None else mine == yours


def _comparable(member: Member) -> bool:
    """Whether a figure is definite enough to agree with another: two ends, and not far apart."""
    if member.claim.quantity.modifier in _OPEN or not member.reach.closed:
        return False
    low, high = member.reach.stated.low, member.reach.stated.high
    return high == low or (low > 0 and high / low <= _NARROW)


def _conflict(
    steps: list[Comparison], members: Sequence[Member], unit: str | None, documents: Documents
) -> Verdict:
    """A conflict: told by its widest pair, and listed for every mention of either side."""
    clashes = [step for step in steps if step.outcome is VerdictKind.CONFLICT]
    widest = max(clashes, key=lambda step: (step.ratio or float("inf"), step.a, step.b))
    by_id = {member.claim.id: member for member in members}
    listed = list(steps)
    for step in clashes:
        pairs = product(by_id[step.a].mentions, by_id[step.b].mentions)
        listed += [_restated(step, a.id, b.id) for a, b in pairs if (a.id, b.id) != (step.a, step.b)]
    rest = len(clashes) - 1
    more = f" {rest} more {'pair' if rest == 1 else 'pairs'} of figures cannot both hold." if rest else ""
    return Verdict(VerdictKind.CONFLICT, widest.because + more, tuple(listed[:_MOST]), _severity(widest))


def _restated(step: Comparison, a: str, b: str) -> Comparison:
    """The same step for two other mentions of the same claims."""
    return Comparison(
        a, b, step.unit, step.a_interval, step.b_interval, step.relation, step.outcome, step.because, step.ratio
    )


def _severity(step: Comparison) -> Severity:
    if step.ratio is None or step.ratio >= _MAJOR or step.relation != Relation.APART.value:
        return Severity.MAJOR
    return Severity.MINOR if step.ratio <= _MINOR else Severity.CLEAR


def _single(members: Sequence[Member], origins: Sequence[Origin], documents: Documents) -> str:
    outlets = {member.claim.doc for member in members}
    name = origins[0].name if origins else speaker(members[0].claim, documents)
    if len(outlets) == 1:
        return f"{figure(members[0].claim)}: only {name} gives it."
    return f"{_all(members)}: {len(outlets)} documents, one origin, {name}."


def _all(members: Sequence[Member]) -> str:
    figures = list(dict.fromkeys(figure(member.claim) for member in members))
    return "; ".join(figures[:4]) + ("; ..." if len(figures) > 4 else "")
