"""What words that say when mean, seen from a day and a tense."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from reconcile.dates import Tense, find_dates, resolve
from reconcile.model import Grain, Period, Span
from reconcile.rulebook import Rules

ANCHORS = (date(2021, 12, 31), date(2024, 2, 20), date(2023, 7, 1))
ROWS = yaml.safe_load((Path(__file__).parent / "resolved.yaml").read_text(encoding="utf-8"))
CASES = [(row[0], row[1], anchor, expected) for row in ROWS for anchor, expected in zip(ANCHORS, row[2:], strict=True)]


def shown(period: Period | None) -> str:
    """A period in the notation of the cases."""
    if period is None:
        return "nothing"
    start = period.start.isoformat() if period.start else ""
    end = period.end.isoformat() if period.end else ""
    return f"{period.grain.value} {start}" if start == end else f"{period.grain.value} {start}..{end}"


def first_date(
    rules: Rules, text: str, anchor: date | None, tense: Tense | None = None, earlier: Period | None = None
) -> Period | None:
    words = find_dates(text, 0, len(text), rules)
    assert words, f"no date in {text!r}"
    return resolve(words[0], anchor, tense, earlier)


@pytest.mark.parametrize(("text", "tense", "anchor", "expected"), CASES)
def test_words_mean_their_days(rules: Rules, text: str, tense: str | None, anchor: date, expected: str) -> None:
    assert shown(first_date(rules, text, anchor, Tense(tense) if tense else None)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("two days earlier", "day 2021-05-08"),
        ("the day before", "day 2021-05-09"),
        ("a week later", "week 2021-05-17"),
        ("a year earlier", "year 2020-01-01..2020-12-31"),
        ("by then", "day 2021-05-10"),
        ("at the time", "day 2021-05-10"),
        ("that day", "day 2021-05-10"),
    ],
)
def test_days_are_counted_from_the_day_last_mentioned(rules: Rules, text: str, expected: str) -> None:
    earlier = Period(date(2021, 5, 10), date(2021, 5, 10), Grain.DAY, Span(0, 1, "x"))
    assert shown(first_date(rules, text, date(2021, 12, 31), None, earlier)) == expected


@pytest.mark.parametrize(
    "text", ["on Thursday", "in July", "last year", "two days ago", "so far this year", "on 3 May"]
)
def test_without_a_day_of_publication_nothing_relative_is_resolved(rules: Rules, text: str) -> None:
    assert first_date(rules, text, None) is None


@pytest.mark.parametrize(
    ("text", "iso"), [("in 2014", "2014"), ("in March 2019", "2019-03"), ("on 3 May 2020", "2020-05-03")]
)
def test_full_dates_need_no_day_of_publication(rules: Rules, text: str, iso: str) -> None:
    period = first_date(rules, text, None)
    assert period is not None
    assert period.iso() == iso


def test_period_keeps_its_words_and_its_rule(rules: Rules) -> None:
    text = "It has run since early March 2019 without a break."
    period = first_date(rules, text, date(2021, 1, 1))
    assert period is not None
    assert period.words is not None
    assert period.words.text == "since early March 2019" == text[period.words.start : period.words.end]
    assert period.rule == "dates/part-of-month"
    assert period.end is None
