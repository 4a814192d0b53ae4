"""Readers of words that the calendar fixes, once their year is known: days, months, quarters, seasons, years."""

from collections.abc import Callable
from datetime import date

from reconcile.dates.ask import Ask, Found
from reconcile.dates.calendar import DAY, Days, month_days, months_days, unit_days, year_days
from reconcile.dates.words import Tense
from reconcile.model import Grain


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


def read_day(ask: Ask) -> Found | None:
    """A day of a month."""
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


def read_days(ask: Ask) -> Found | None:
    """From one day of a month to another."""
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


def read_month(ask: Ask) -> Found | None:
    """A month."""
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


def read_months(ask: Ask) -> Found | None:
    """From one month to another."""
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


def read_year(ask: Ask) -> Found | None:
    """A year."""
    parts = ask.parts
    return (*year_days(parts.year), Grain.YEAR) if parts.year is not None else None


def read_years(ask: Ask) -> Found | None:
    """From one year to another; a fiscal year of two is the later."""
    parts = ask.parts
    if parts.year is None:
        return None
    last = parts.year2 if parts.year2 is not None and parts.year2 > parts.year else parts.year
    return date(parts.year, 1, 1), date(last, 12, 31), Grain.YEAR


def read_decade(ask: Ask) -> Found | None:
    """Ten years."""
    parts = ask.parts
    return (*year_days(parts.year, 10), Grain.DECADE) if parts.year is not None else None


def read_century(ask: Ask) -> Found | None:
    """A hundred years, counted from 1."""
    parts = ask.parts
    return (*year_days(100 * parts.number - 99, 100), Grain.SPAN) if parts.number is not None else None


def read_quarter(ask: Ask) -> Found | None:
    """A quarter of a year."""
    return _part_of_year(ask, 3, Grain.QUARTER)


def read_half(ask: Ask) -> Found | None:
    """A half year, known as finely as a quarter."""
    return _part_of_year(ask, 6, Grain.QUARTER)


def _part_of_year(ask: Ask, months: int, grain: Grain) -> Found | None:
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


def read_months_to(ask: Ask) -> Found | None:
    """The months of accounts up to one: "the three months to June"."""
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


def read_season(ask: Ask) -> Found | None:
    """A season, of the northern hemisphere."""
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


def read_part_of(ask: Ask) -> Found | None:
    """Early, middle or late third of a month or year."""
    parts, anchor = ask.parts, ask.anchor
    if parts.month is not None:
        whole = read_month(ask)
    elif parts.year is not None:
        whole = read_year(ask)
    else:
        whole = unit_days(anchor, parts.unit, parts.which or 0) if anchor and parts.unit else None
    if whole is None or parts.part is None:
        return whole
    start, end, grain = whole
    third = (end - start).days // 3
    first = end - third * DAY if parts.part == 3 else start + (parts.part - 1) * third * DAY
    last = end if parts.part == 3 else end - (3 - parts.part) * third * DAY
    return first, last, grain
