"""From words that say when to the days they mean, as news uses them.

"Thursday" in a text of a Thursday is that very day; which Thursday otherwise, and which January of a date
without a year, the tense of the clause decides; no general parser of dates reads so. One small function for
each ``means`` of ``rules/dates.yaml``.
"""

from collections.abc import Callable
from datetime import date

from reconcile.dates import counted, fixed
from reconcile.dates.ask import Ask, Found
from reconcile.dates.words import DateWords, Tense
from reconcile.model import Period, Span

_READERS: dict[str, Callable[[Ask], Found | None]] = {
    "day": fixed.read_day,
    "days": fixed.read_days,
    "month": fixed.read_month,
    "months": fixed.read_months,
    "year": fixed.read_year,
    "years": fixed.read_years,
    "fiscal": fixed.read_years,
    "decade": fixed.read_decade,
    "century": fixed.read_century,
    "quarter": fixed.read_quarter,
    "half": fixed.read_half,
    "months_to": fixed.read_months_to,
    "season": fixed.read_season,
    "part_of": fixed.read_part_of,
    "weekday": counted.read_weekday,
    "weekend": counted.read_weekend,
    "holiday": fixed.read_day,
    "offset": counted.read_offset,
    "step": counted.read_step,
    "ago": counted.read_ago,
    "away": counted.read_away,
    "to_date": counted.read_to_date,
    "window": counted.read_window,
    "then": counted.read_then,
}


def resolve(
    words: DateWords, anchor: date | None, tense: Tense | None = None, earlier: Period | None = None
) -> Period | None:
    """The period that the words mean; None where they name no day (a clock time) or hang in the air.

    ``anchor`` is the day of publication, None where it is unknown: then only what needs no anchor is
    resolved. ``tense`` is that of the clause. ``earlier`` is the period last mentioned before in the
    text, from which "two days earlier" counts and which "by then" means. A bound opens or closes the
    period: "since 2014" has no end, "by 2030" no start.
    """
    found = days_of(words, anchor, tense, earlier)
    if found is None:
        return None
    start, end, grain = found
    span = Span(words.start, words.end, words.text)
    return Period(None if words.closes else start, None if words.opens else end, grain, span, words.rule)


def days_of(words: DateWords, anchor: date | None, tense: Tense | None, earlier: Period | None) -> Found | None:
    """First day, last day and grain of the words without their bound."""
    reader = _READERS.get(words.means)
    if reader is None:
        return None
    try:
        return reader(Ask(words.parts, anchor, tense, earlier))
    except (ValueError, OverflowError):  # 31 June; a year before 1 or after 9999
        return None
