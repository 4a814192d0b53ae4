"""Readers of words that count from the day of publication, or from the day mentioned before."""

from datetime import date

from reconcile.dates.ask import Ask, Found
from reconcile.dates.calendar import DAY, shift, unit_days
from reconcile.dates.words import Parts, Tense
from reconcile.model import Grain


def read_weekday(ask: Ask) -> Found | None:
    """A weekday: the anchor's own day, or the nearest on the side that the tense says."""
    parts, anchor, tense = ask.parts, ask.anchor, ask.tense
    if parts.weekday is None or anchor is None:
        return None
    back = (anchor.weekday() - parts.weekday) % 7  # 0: the anchor's own day
    if parts.offset < 0:
        day = anchor - (back or 7) * DAY
    elif parts.offset > 0 or (tense is Tense.FUTURE and back):
        day = anchor + (7 - back) * DAY
    else:
        day = anchor - back * DAY
    return day, day, Grain.DAY


def read_weekend(ask: Ask) -> Found | None:
    """A Saturday and a Sunday."""
    parts, anchor, tense = ask.parts, ask.anchor, ask.tense
    if anchor is None:
        return None
    saturday = anchor - (anchor.weekday() + 2) % 7 * DAY  # the last one, today included
    if parts.offset > 0 or (tense is Tense.FUTURE and anchor.weekday() < 5):
        saturday += 7 * DAY
    elif parts.offset < 0 and anchor.weekday() >= 5:
        saturday -= 7 * DAY
    return saturday, saturday + DAY, Grain.SPAN


def read_offset(ask: Ask) -> Found | None:
    """So many days from the anchor: "yesterday"."""
    parts, anchor = ask.parts, ask.anchor
    return unit_days(anchor, parts.unit or "day", parts.offset) if anchor else None


def read_step(ask: Ask) -> Found | None:
    """A unit of the calendar before, around or after the anchor: "last year"."""
    parts, anchor = ask.parts, ask.anchor
    return unit_days(anchor, parts.unit, parts.which or 0) if anchor and parts.unit else None


def read_ago(ask: Ask) -> Found | None:
    """So many units from the anchor: "three years ago"."""
    parts, anchor = ask.parts, ask.anchor
    return _away_from(anchor, parts) if anchor else None


def read_away(ask: Ask) -> Found | None:
    """So many units from the period mentioned before, else from the anchor: "a day earlier"."""
    parts, anchor, earlier = ask.parts, ask.anchor, ask.earlier
    start = (earlier.end or earlier.start) if earlier else None
    return _away_from(start or anchor, parts) if start or anchor else None


def _away_from(start: date | None, parts: Parts) -> Found | None:
    """So many units from a day, known as finely as the unit: "three years ago" is a year."""
    if start is None or parts.unit is None:
        return None
    count = 1 if parts.count is None else parts.count
    day = shift(start, parts.unit, count * parts.offset)
    if day is None or count == 0:  # "many years ago"
        return None
    if parts.unit in ("week", "fortnight"):
        return day, day, Grain.WEEK
    return unit_days(day, parts.unit, 0)


def read_to_date(ask: Ask) -> Found | None:
    """From the start of a unit to the anchor: "so far this year"."""
    parts, anchor = ask.parts, ask.anchor
    whole = unit_days(anchor, parts.unit or "year", 0) if anchor else None
    return (whole[0], anchor, Grain.SPAN) if whole and anchor else None


def read_window(ask: Ask) -> Found | None:
    """The stretch of so many units before or after the anchor: "the past 12 months", "the past year"."""
    parts, anchor = ask.parts, ask.anchor
    count = 1 if parts.count is None else parts.count
    if anchor is None or parts.unit is None or not count:
        return None
    far = shift(anchor, parts.unit, count * parts.offset)
    return (min(far, anchor), max(far, anchor), Grain.SPAN) if far else None


def read_then(ask: Ask) -> Found | None:
    """The period mentioned before: "by then"."""
    earlier = ask.earlier
    if earlier is None:
        return None
    start, end = earlier.start or earlier.end, earlier.end or earlier.start
    return (start, end, earlier.grain) if start and end else None
