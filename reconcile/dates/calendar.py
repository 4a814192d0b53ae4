"""Stretches of the calendar: the days of a month, a quarter, a year, and steps from one to another."""

from datetime import date, timedelta

from reconcile.model import Grain

Days = tuple[date, date]
DAY = timedelta(days=1)


def month_days(year: int, month: int) -> Days:
    """First and last day of a month; months outside 1-12 count on into other years. ValueError out of range."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    following = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, 1), following - DAY


def months_days(year: int, first: int, count: int) -> Days:
    """First and last day of ``count`` months from month ``first`` on."""
    return month_days(year, first)[0], month_days(year, first + count - 1)[1]


def year_days(year: int, count: int = 1) -> Days:
    """First and last day of ``count`` years."""
    return date(year, 1, 1), date(year + count - 1, 12, 31)


def unit_days(anchor: date, unit: str, steps: int) -> tuple[date, date, Grain] | None:
    """The calendar unit ``steps`` from the one in which ``anchor`` lies; None for a unit without a calendar."""
    match unit:
        case "second" | "minute" | "hour":
            return anchor, anchor, Grain.DAY
        case "day" | "night" | "weekday":
            day = anchor + steps * DAY
            return day, day, Grain.DAY
        case "week" | "fortnight":
            monday = anchor - anchor.weekday() * DAY + steps * (7 if unit == "week" else 14) * DAY
            return monday, monday + 6 * DAY, Grain.WEEK
        case "month":
            return *month_days(anchor.year, anchor.month + steps), Grain.MONTH
        case "quarter":
            return *months_days(anchor.year, (anchor.month - 1) // 3 * 3 + 1 + 3 * steps, 3), Grain.QUARTER
        case "year" | "season":
            return *year_days(anchor.year + steps), Grain.YEAR
        case "decade":
            return *year_days(anchor.year // 10 * 10 + 10 * steps, 10), Grain.DECADE
        case "century":
            return *year_days(anchor.year // 100 * 100 + 100 * steps, 100), Grain.SPAN
    return None


def shift(day: date, unit: str, steps: int) -> date | None:
    """The day ``steps`` units away; the last day of the month where the month has no such day."""
    match unit:
        case "second" | "minute" | "hour":
            return day
        case "day" | "night" | "weekday":
            return day + steps * DAY
        case "week":
            return day + steps * 7 * DAY
        case "fortnight":
            return day + steps * 14 * DAY
    months = {"month": 1, "quarter": 3, "year": 12, "season": 12, "decade": 120, "century": 1200}.get(unit)
    if months is None:
        return None
    first, last = month_days(day.year, day.month + steps * months)
    return first.replace(day=min(day.day, last.day))
