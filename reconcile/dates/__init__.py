"""Dates, times and periods in text: finding them, and working out the days they mean."""

from reconcile.dates.published import published_in
from reconcile.dates.recognise import date_around, find_dates, no_year
from reconcile.dates.resolve import resolve
from reconcile.dates.words import DateWords, Parts, Tense

__all__ = ["DateWords", "Parts", "Tense", "date_around", "find_dates", "no_year", "published_in", "resolve"]
