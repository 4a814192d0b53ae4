"""From words that say when to the days they mean, as news uses them.

"Thursday" in a text of a Thursday is that very day; which Thursday otherwise, and which January of a date
without a year, the tense of the clause decides; no general parser of dates reads so. One small function for
each ``means`` of ``rules/dates.yaml``.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from reconcile.dates.calendar import DAY, Days, month_days, months_days, shift, unit_days, year_days
from reconcile.dates.words import DateWords, Parts, Tense
from reconcile.model import Grain, Period, Span

_Found = tuple[date, date, Grain]


@dataclass(frozen=True, slots=True)
class _Ask:
    """What a reader may look at."""

    words: DateWords
    parts: Parts
    anchor: date | None
    tense: Tense | None
    earlier: Period | None


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


def days_of(words: DateWords, anchor: date | None, tense: Tense | None, earlier: Period | None) -> _Found | None:
    """First day, last day and grain of the words without their bound."""
    reader = _READERS.get(words.means)
    if reader is None:
        return None
    try:
        return reader(_Ask(words, words.parts, anchor, tense, earlier))
    except (ValueError, OverflowError):  # 31 June; a year before 1 or after 9999
        return None


# ---------------------------------------------------------------------------- fixed by the calendar


def _nearest(candidates: list[Days], anchor: date, tense: Tense | None) -> Days | None:
    """The one that the tense points to: the last begun, the next to end, or the nearest of all."""
    if tense is Tense.FUTURE:
        return next((days for days in candidates if days[1] >= anchor), None)
    past = [days for days in candidates if days[0] <= anchor]
    if tense is Tense.PAST:
        return past[-1] if past else None
    return min(candidates, key=lambda days: abs((days[0] - anchor).days), default=None)


def _around(anchor: date, tense: Tense | None, days_in: Callable[[int], Days]) -> Days | None:
    """One of a yearly series (15 March, the third quarter): of last year, this year or next."""
    candidates = []
    for year in range(anchor.year - 4, anchor.year + 5):  # far enough for a 29 February
        try:
            candidates.append(days_in(year))
        except ValueError:  # 29 February
            continue
    return _nearest(candidates, anchor, tense)


def _of_accounts(anchor: date, tense: Tense | None, days_in: Callable[[int], Days]) -> Days | None:
    """A quarter or half year: told in the past, the last one that has ended; nobody reports a running quarter."""
    if tense is Tense.FUTURE:
        return _around(anchor, tense, days_in)
    ended = (days for year in range(anchor.year + 1, anchor.year - 3, -1) if (days := days_in(year))[1] <= anchor)
    return next(ended, None)


def _day(ask: _Ask) -> _Found | None:
    parts, anchor, tense = ask.parts, ask.anchor, ask.tense
    month, day = parts.month, parts.day
    if month is None or day is None:
        return None
    if parts.year is not None:
        exact = date(parts.year, month, day)
        return exact, exact, Grain.DAY
    if anchor is None:
        return None
    found = _around(anchor, tense, lambda year: (date(year, month, day), date(year, month, day)))
    return (*found, Grain.DAY) if found else None


def _days(ask: _Ask) -> _Found | None:
    parts, anchor, tense = ask.parts, ask.anchor, ask.tense
    month, day, last = parts.month, parts.day, parts.day2
    if month is None or day is None or last is None:
        return None
    month2 = parts.month2 or month

    def in_year(year: int) -> Days:
        return date(year, month, day), date(year + (month2 < month), month2, last)

    found = (
        in_year(parts.year - (month2 < month)) if parts.year else _around(anchor, tense, in_year) if anchor else None
    )
    return (*found, Grain.SPAN) if found and found[0] <= found[1] else None


def _month(ask: _Ask) -> _Found | None:
    parts, anchor, tense = ask.parts, ask.anchor, ask.tense
    month = parts.month
    if month is None:
        return None
    if parts.year is not None:
        return *month_days(parts.year, month), Grain.MONTH
    if anchor is None:
        return None
    if parts.which is not None and parts.unit == "year":  # June of last year
        return *month_days(anchor.year + parts.which, month), Grain.MONTH
    if parts.which is not None and parts.which < 0:
        anchor, tense = month_days(anchor.year, anchor.month)[0] - DAY, Tense.PAST
    elif parts.which is not None and parts.which > 0:
        anchor, tense = month_days(anchor.year, anchor.month)[1] + DAY, Tense.FUTURE
    found = _around(anchor, tense, lambda year: month_days(year, month))
    return (*found, Grain.MONTH) if found else None


def _months(ask: _Ask) -> _Found | None:
    parts, anchor, tense = ask.parts, ask.anchor, ask.tense
    month, month2 = parts.month, parts.month2
    if month is None or month2 is None:
        return None
    count = (month2 - month) % 12 + 1
    if parts.year or parts.year2:
        first = parts.year or (parts.year2 or 0) - (month2 < month)
        last = month_days(parts.year2, month2)[1] if parts.year2 else months_days(first, month, count)[1]
        return (month_days(first, month)[0], last, Grain.MONTH) if last >= month_days(first, month)[0] else None
    found = _around(anchor, tense, lambda year: months_days(year, month, count)) if anchor else None
    return (*found, Grain.MONTH) if found else None


def _year(ask: _Ask) -> _Found | None:
    parts = ask.parts
    return (*year_days(parts.year), Grain.YEAR) if parts.year is not None else None


def _years(ask: _Ask) -> _Found | None:
    parts = ask.parts
    if parts.year is None:
        return None
    last = parts.year2 if parts.year2 is not None and parts.year2 > parts.year else parts.year
    return date(parts.year, 1, 1), date(last, 12, 31), Grain.YEAR


def _decade(ask: _Ask) -> _Found | None:
    parts = ask.parts
    return (*year_days(parts.year, 10), Grain.DECADE) if parts.year is not None else None


def _century(ask: _Ask) -> _Found | None:
    parts = ask.parts
    return (*year_days(100 * parts.number - 99, 100), Grain.SPAN) if parts.number is not None else None


def _quarter(ask: _Ask) -> _Found | None:
    return _part_of_year(ask, 3, Grain.QUARTER)


def _half(ask: _Ask) -> _Found | None:
    return _part_of_year(ask, 6, Grain.QUARTER)


def _part_of_year(ask: _Ask, months: int, grain: Grain) -> _Found | None:
    """A numbered quarter or half of a year that is named, or of the year the tense points to."""
    parts, anchor, tense = ask.parts, ask.anchor, ask.tense
    number = parts.number
    if number is None:
        return unit_days(anchor, "quarter", parts.which or 0) if anchor else None
    first = (number - 1) * months + 1
    if parts.year is not None:
        return *months_days(parts.year, first, months), grain
    if anchor is None:
        return None
    if parts.unit == "year":
        return *months_days(anchor.year + (parts.which or 0), first, months), grain
    found = _of_accounts(anchor, tense, lambda year: months_days(year, first, months))
    return (*found, grain) if found else None


def _months_to(ask: _Ask) -> _Found | None:
    parts, anchor, tense = ask.parts, ask.anchor, ask.tense
    month = parts.month
    if month is None:
        return None
    count = parts.count or 0
    if not count:
        return None
    found = month_days(parts.year, month) if parts.year else None
    if found is None and anchor is not None:
        found = _of_accounts(anchor, tense, lambda year: month_days(year, month))
    if found is None:
        return None
    last = found[1] if parts.day is None else found[0].replace(day=parts.day)
    return month_days(last.year, last.month - count + 1)[0], last, Grain.QUARTER


def _season(ask: _Ask) -> _Found | None:
    parts, anchor, tense = ask.parts, ask.anchor, ask.tense
    first = parts.season
    if first is None:
        return None
    if parts.year is not None:
        return *months_days(parts.year, first, 3), Grain.SEASON
    if anchor is None:
        return None
    if parts.which is not None and parts.which < 0:
        tense = Tense.PAST
        current = _around(anchor, tense, lambda year: months_days(year, first, 3))
        if current and current[1] >= anchor:  # "last winter" said in winter is the one before
            anchor = current[0] - DAY
    elif parts.which is not None:
        tense = Tense.FUTURE
        current = _around(anchor, tense, lambda year: months_days(year, first, 3))
        if parts.which > 0 and current and current[0] <= anchor:  # and "next winter" the one after
            anchor = current[1] + DAY
    found = _around(anchor, tense, lambda year: months_days(year, first, 3))
    return (*found, Grain.SEASON) if found else None


def _part_of(ask: _Ask) -> _Found | None:
    """Early, middle or late third of a month or year."""
    parts, anchor = ask.parts, ask.anchor
    if parts.month is not None:
        whole = _month(ask)
    elif parts.year is not None:
        whole = _year(ask)
    else:
        whole = unit_days(anchor, parts.unit, parts.which or 0) if anchor and parts.unit else None
    if whole is None or parts.part is None:
        return whole
    start, end, grain = whole
    third = (end - start).days // 3
    first = end - third * DAY if parts.part == 3 else start + (parts.part - 1) * third * DAY
    last = end if parts.part == 3 else end - (3 - parts.part) * third * DAY
    return first, last, grain


# ------------------------------------------------------------------------------ seen from the anchor


def _weekday(ask: _Ask) -> _Found | None:
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


def _weekend(ask: _Ask) -> _Found | None:
    parts, anchor, tense = ask.parts, ask.anchor, ask.tense
    if anchor is None:
        return None
    saturday = anchor - (anchor.weekday() + 2) % 7 * DAY  # the last one, today included
    if parts.offset > 0 or (tense is Tense.FUTURE and anchor.weekday() < 5):
        saturday += 7 * DAY
    elif parts.offset < 0 and anchor.weekday() >= 5:
        saturday -= 7 * DAY
    return saturday, saturday + DAY, Grain.SPAN


def _offset(ask: _Ask) -> _Found | None:
    parts, anchor = ask.parts, ask.anchor
    return unit_days(anchor, parts.unit or "day", parts.offset) if anchor else None


def _step(ask: _Ask) -> _Found | None:
    parts, anchor = ask.parts, ask.anchor
    return unit_days(anchor, parts.unit, parts.which or 0) if anchor and parts.unit else None


def _ago(ask: _Ask) -> _Found | None:
    parts, anchor = ask.parts, ask.anchor
    return _away_from(anchor, parts) if anchor else None


def _away(ask: _Ask) -> _Found | None:
    parts, anchor, earlier = ask.parts, ask.anchor, ask.earlier
    start = (earlier.end or earlier.start) if earlier else None
    return _away_from(start or anchor, parts) if start or anchor else None


def _away_from(start: date | None, parts: Parts) -> _Found | None:
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


def _to_date(ask: _Ask) -> _Found | None:
    parts, anchor = ask.parts, ask.anchor
    whole = unit_days(anchor, parts.unit or "year", 0) if anchor else None
    return (whole[0], anchor, Grain.SPAN) if whole and anchor else None


def _window(ask: _Ask) -> _Found | None:
    parts, anchor = ask.parts, ask.anchor
    if anchor is None or parts.unit is None or not parts.count:
        return None
    far = shift(anchor, parts.unit, parts.count * parts.offset)
    return (min(far, anchor), max(far, anchor), Grain.SPAN) if far else None


def _then(ask: _Ask) -> _Found | None:
    earlier = ask.earlier
    if earlier is None:
        return None
    start, end = earlier.start or earlier.end, earlier.end or earlier.start
    return (start, end, earlier.grain) if start and end else None


_READERS: dict[str, Callable[[_Ask], _Found | None]] = {
    "day": _day,
    "days": _days,
    "month": _month,
    "months": _months,
    "year": _year,
    "years": _years,
    "fiscal": _years,
    "decade": _decade,
    "century": _century,
    "quarter": _quarter,
    "half": _half,
    "months_to": _months_to,
    "season": _season,
    "part_of": _part_of,
    "weekday": _weekday,
    "weekend": _weekend,
    "holiday": _day,
    "offset": _offset,
    "step": _step,
    "ago": _ago,
    "away": _away,
    "to_date": _to_date,
    "window": _window,
    "then": _then,
}
