"""One step of a verdict: two claims of a fact held against each other."""

import math

from reconcile.comparison.intervals import Relation, ratio, relation
from reconcile.comparison.members import Member
from reconcile.comparison.naming import Documents, told
from reconcile.comparison.times import apart_by, explicit, gap, is_coarse, is_later
from reconcile.comparison.wordings import HELD_AGAINST, REVISED, RISEN, RUNNING
from reconcile.model import Comparison, Modifier, Stance, VerdictKind
from reconcile.rulebook.comparison import Window

MAJOR = 2.0  # ratio of the nearest figures from which they differ "times", not "percent"
_QUICK = 3  # days: a figure that stays for no longer may have moved by the next day
_SMALL = 1.5  # ratio up to which a quick figure moves from one day to the next
_ONE_SIZE = 1.25  # ratio up to which a denial can mean an open-ended figure: "at least 27", "not 30"
_PASSING = (Stance.PLANNED, Stance.ESTIMATED, Stance.HISTORICAL)  # figures that give way to a count

Outcome = tuple[VerdictKind, str]
"""What two claims are to each other, and why: the end of a sentence that names them both."""


def compare_two(one: Member, other: Member, unit: str | None, window: Window, documents: Documents) -> Comparison:
    """What two claims are to each other, given their figures, times, stances and sources."""
    related = relation(one.reach, other.reach)
    outcome, why = outcome_of(one, other, related, window)
    a, b = one.claim, other.claim
    dated = outcome in (VerdictKind.SUPERSEDED, VerdictKind.CONFLICT) and bool(gap(a.as_of, b.as_of))
    return Comparison(
        a=a.id,
        b=b.id,
        unit=unit,
        a_interval=one.reach.plausible,
        b_interval=other.reach.plausible,
        relation=related.value,
        outcome=outcome,
        because=f"{told(a, documents, dated)} and {told(b, documents, dated)} {why}.",
        ratio=ratio(one.reach, other.reach),
    )


def outcome_of(one: Member, other: Member, related: Relation, window: Window) -> Outcome:
    """What the relation of two figures means for the two claims."""
    stances = {one.stance, other.stance}
    if stances == {Stance.RETRACTED}:
        return VerdictKind.COMPATIBLE, "were both withdrawn"
    if Stance.RETRACTED in stances:
        return VerdictKind.SUPERSEDED, "are not set against each other: one was withdrawn by those who gave it"
    if Stance.DENIED in stances:
        return _denied(one, other, related)
    if related is Relation.APART:
        return _apart(one, other, window)
    if _counted_on(one, other, window):
        return VerdictKind.SUPERSEDED, "are what had been counted by then, and a later count"
    if related is Relation.EQUAL or (related is Relation.COVER and one.definite and other.definite):
        return VerdictKind.AGREE, "say the same within what their wording and rounding leave open"
    return VerdictKind.COMPATIBLE, "can both hold: they overlap within what their wording leaves open"


def _counted_on(one: Member, other: Member, window: Window) -> bool:
    """Whether "at least 14" of one day gave way to a higher count of a later one."""
    early, late = in_time(one, other)
    floor = early.claim.quantity.modifier is Modifier.AT_LEAST and window.rises
    days = gap(early.claim.as_of, late.claim.as_of) or 0
    return floor and days > window.days and late.reach.stated.low > early.reach.stated.low


def _denied(one: Member, other: Member, related: Relation) -> Outcome:
    if one.stance is other.stance:
        return VerdictKind.COMPATIBLE, "are both denials"
    if related is Relation.APART or one.source == other.source or not _of_one_size(one, other):
        return VerdictKind.COMPATIBLE, "can both hold: what is denied is another figure"
    return VerdictKind.CONFLICT, "exclude each other: one side denies what the other asserts"


def _of_one_size(one: Member, other: Member) -> bool:
    """Whether what two claims state is about one number where an end is open: "more than 40,000" is no 300,000."""
    if one.reach.closed and other.reach.closed:
        return True
    return any(max(a, b) <= _ONE_SIZE * min(a, b) for a in _ends(one) for b in _ends(other))


def _ends(member: Member) -> list[float]:
    stated = member.reach.stated
    return [end for end in (stated.low, stated.high) if math.isfinite(end)]


def _apart(one: Member, other: Member, window: Window) -> Outcome:
    """Figures that exclude each other: a conflict, unless time explains it."""
    if one.source == other.source and HELD_AGAINST in one.manners | other.manners:
        return VerdictKind.COMPATIBLE, "are set against each other by who gives both"
    early, late = in_time(one, other)
    days = gap(early.claim.as_of, late.claim.as_of) or 0
    between = f"{apart_by(days)} apart"
    rose = late.reach.stated.low >= early.reach.stated.high
    if one.source == other.source:
        if early.stance is Stance.HISTORICAL is not late.stance:
            return VerdictKind.SUPERSEDED, "come from one source, which gives the one as what was before"
        if days and not (late.stance is Stance.ESTIMATED and early.stance is Stance.ASSERTED):
            return VerdictKind.SUPERSEDED, f"come from one source, {between}: the later figure replaces the earlier"
        if not days and early.published and late.published and early.published != late.published:
            later = apart_by(abs((late.published - early.published).days))
            return VerdictKind.SUPERSEDED, f"come from one source, published {later} apart: the figure was revised"
        if one.claim.doc == other.claim.doc:
            return VerdictKind.COMPATIBLE, "come from one voice in one text, so they measure two things"
    if REVISED in late.manners and REVISED not in early.manners and early.published != late.published:
        return VerdictKind.SUPERSEDED, "are an earlier figure and one to which it was revised since"
    if risen_from(one, other, window) is not None:
        return VerdictKind.SUPERSEDED, "are an earlier figure and one to which it is said to have risen"
    if days > 1 and early.stance in _PASSING and late.stance is Stance.ASSERTED:
        return (
            VerdictKind.SUPERSEDED,
            f"are an earlier figure put forward as a forecast, an estimate or past, and a later count, {between}",
        )
    if days > window.days and (window.moves or (window.rises and rose)):
        return VerdictKind.SUPERSEDED, f"are {between}: the quantity moved on"
    if _for_other_months(early, late) and (window.moves or (window.rises and rose)):
        return VerdictKind.SUPERSEDED, "are each for a period of its own: the quantity moved on"
    if days and _moved_soon(early, late, window):
        return VerdictKind.SUPERSEDED, f"are {between}, and this quantity moves from day to day"
    times = ratio(one.reach, other.reach)
    size = (
        "" if times is None else f", {(times - 1) * 100:.0f}% apart" if times < MAJOR else f", {times:.1f} times apart"
    )
    note = f"; the figures are {between}, so the quantity may have moved" if days > 1 and window.moves else ""
    return VerdictKind.CONFLICT, f"cannot both hold{size}{note}"


def risen_from(one: Member, other: Member, window: Window) -> Member | None:
    """Of two figures the one that is said to have risen to the other; None where no text says so."""
    lower, higher = sorted((one, other), key=lambda member: member.reach.stated.high)
    risen = RISEN in higher.manners and (window.rises or window.moves)
    return lower if risen and in_time(lower, higher) == (lower, higher) else None


def _for_other_months(early: Member, late: Member) -> bool:
    """Whether the words give each figure for a month, a quarter or a year of its own."""
    told = explicit(early.claim) and explicit(late.claim)
    return (
        told
        and is_coarse(early.claim.as_of)
        and is_coarse(late.claim.as_of)
        and is_later(late.claim.as_of, early.claim.as_of)
    )


def _moved_soon(early: Member, late: Member, window: Window) -> bool:
    """Whether what moves quickly may have moved within a day or so: by little, or where a text says "so far"."""
    manners = early.manners | late.manners
    rose = late.reach.stated.low >= early.reach.stated.high
    if HELD_AGAINST in manners or window.days > _QUICK or not (window.moves or (window.rises and rose)):
        return False
    times = ratio(early.reach, late.reach)
    return RUNNING in manners or (times is not None and times <= _SMALL)


def in_time(one: Member, other: Member) -> tuple[Member, Member]:
    """Two claims, the earlier first: by what they are for, by what is told as past, by when they were published."""
    if is_later(one.claim.as_of, other.claim.as_of):
        return other, one
    if other.stance is Stance.HISTORICAL is not one.stance:
        return other, one
    if is_later(other.claim.as_of, one.claim.as_of) or one.published is None or other.published is None:
        return one, other
    return (other, one) if one.published > other.published else (one, other)
