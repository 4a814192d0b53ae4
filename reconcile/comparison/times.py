"""When two figures are for, and whether that is one time."""

from datetime import date
from functools import lru_cache

from reconcile.extraction.measures.behaviour import behaviour_of, topic_of
from reconcile.model import Claim, Document, Grain, Measure, Period
from reconcile.rulebook import Rules
from reconcile.rulebook.comparison import Window

_A_WEEK = 7  # days: reports of one event give dates that differ by less
_LONG_AGO, _FAR_AHEAD = date.min, date.max
_YEARS = frozenset({Grain.YEAR, Grain.DECADE})
_COARSE = _YEARS | {Grain.MONTH, Grain.QUARTER, Grain.SEASON}


def window(measure: Measure, rules: Rules) -> Window:
    """How long a figure of this measure stays the figure; a topic's own word on it goes first."""
    behaviour = behaviour_of(measure, rules)
    known = rules.by_kind.get(Window.kind, {})
    found = rules.get(Window, str(behaviour) if str(behaviour) in known else "unknown")
    topic = topic_of(measure, rules)
    return found if topic is None or topic.window_days is None else _fitted(found, topic.window_days)


@lru_cache(maxsize=256)
def _fitted(window: Window, days: int) -> Window:
    """A window with a topic's own days: for what moves, how long a figure stays; for an event, how far two are one."""
    if window.moves or window.rises:
        return window.model_copy(update={"days": days, "apart": max(window.apart, days)})
    return window.model_copy(update={"apart": max(days, _A_WEEK)}) if window.id == "event" else window


def gap(one: Period | None, other: Period | None) -> int | None:
    """Days between two periods; 0 where they overlap, None where either is unknown."""
    if one is None or other is None:
        return None
    starts = max(_start(one), _start(other))
    ends = min(one.end or _FAR_AHEAD, other.end or _FAR_AHEAD)
    return max(0, (starts - ends).days)


def is_later(one: Period | None, other: Period | None) -> bool:
    """Whether ``one`` lies wholly after ``other``."""
    return bool(one and other and other.end and _start(one) > other.end)


def _start(period: Period) -> date:
    """The first day of a period; of one that is open there ("by Friday"), the day that it names."""
    return period.start or period.end or _LONG_AGO


def is_another_period(one: Claim, other: Claim, measured: bool) -> bool:
    """Whether two claims name periods that rule out that one figure is for both.

    Another year always does. For what is ``measured`` over a period, so does another month or quarter,
    and a quarter against a whole year.
    """
    mine, yours = one.as_of, other.as_of
    if mine is None or yours is None:
        return False
    grains = {mine.grain, yours.grain}
    if gap(mine, yours) and (_for_a_past_year(one, other) or _for_a_past_year(other, one)):
        return True
    if not (measured and explicit(one) and explicit(other)):
        return False
    if gap(mine, yours):
        return grains <= _COARSE
    return Grain.QUARTER in grains and bool(grains & _YEARS)


def _for_a_past_year(one: Claim, other: Claim) -> bool:
    """Whether a claim names a year that was over when the other holds, or both name a year."""
    if not explicit(one) or one.as_of is None or one.as_of.grain not in _YEARS:
        return False
    return is_later(other.as_of, one.as_of) or explicit(other)


def is_coarse(period: Period | None) -> bool:
    """Whether a period is a month, a quarter, a season or years."""
    return period is not None and period.grain in _COARSE


def published_on(document: Document | None) -> date | None:
    """The day a document is of; None where that is unknown."""
    if document is None or document.published is None:
        return None
    try:
        return date.fromisoformat(document.published[:10])
    except ValueError:
        return None


def explicit(claim: Claim) -> bool:
    """Whether words in the text give the claim's date, not the document's own date."""
    return claim.as_of is not None and claim.as_of.words is not None


def apart_by(days: int) -> str:
    """A stretch of days in words: "3 days", "4 weeks"."""
    if days < 14:
        return "a day" if days == 1 else f"{days} days"
    if days < 70:
        return f"{round(days / 7)} weeks"
    return f"{round(days / 30.4)} months" if days < 730 else f"{round(days / 365.25)} years"
