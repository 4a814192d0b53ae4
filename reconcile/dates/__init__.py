"""Dates, times and periods in text: finding them, and working out the days they mean."""

from reconcile.dates.recognise import date_around, find_dates
from reconcile.dates.words import DateWords, Parts

__all__ = ["DateWords", "Parts", "date_around", "find_dates"]
