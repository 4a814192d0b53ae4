"""Dates as metadata write them, to ISO."""

import re
from datetime import datetime
from email.utils import parsedate_to_datetime

from reconcile.dates import published_in
from reconcile.rulebook import Rules

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?!\d)")
_LONGEST = 100  # characters that a date may take
_EARLIEST, _LATEST = 1400, 2200  # years between which an article can have been published


def iso(words: str | None, rules: Rules) -> str | None:
    """A date or date-time in ISO form, from ISO, from a mail header's form, or from words; None if it is none.

    A year or a month without a day is None: when a text was published is a day, or unknown.
    """
    if words is None or len(words) > _LONGEST:
        return None
    words = words.strip()
    if _DAY.match(words):
        return _from_iso(words)
    try:
        return _within(parsedate_to_datetime(words), words)
    except (ValueError, TypeError, IndexError, OverflowError):
        pass
    period = published_in(words, rules)
    return period.start.isoformat() if period and period.start else None


def day(stamp: str) -> str:
    """The day of an ISO date or date-time."""
    return stamp[:10]


def _from_iso(words: str) -> str | None:
    try:
        return _within(datetime.fromisoformat(words), words)
    except ValueError:
        try:  # a time in a form of its own: the day still counts
            return _within(datetime.fromisoformat(words[:10]), words[:10])
        except ValueError:
            return None


def _within(moment: datetime, words: str) -> str | None:
    if not _EARLIEST <= moment.year <= _LATEST:
        return None
    return moment.date().isoformat() if len(words) == 10 else moment.isoformat()
