"""The day of publication as the text itself states it."""

from datetime import date

import pytest

from reconcile.dates import published_in
from reconcile.rulebook import Rules


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ferry sinks\n\nPublished: 3 December 2021\n\nIt sank on 1 December 2021.", "2021-12-03"),
        ("Ferry sinks\nBy Ann Reed | Dec. 3, 2021\n\nIt sank.", "2021-12-03"),
        ("Ferry sinks\nThursday, 2 December 2021 4:20 p.m. EST\nIt sank.", "2021-12-02"),
        ("OSLO, Feb 20, 2024 (Halcyon) — Two ferries sank.", "2024-02-20"),
        ("OSLO, Norway, Feb 20, 2024 - Two ferries sank.", "2024-02-20"),
        ("Ferry sinks\nUpdated: 5 May 2021\nPublished 4 May 2021 at 10:00 GMT\nIt sank.", "2021-05-04"),
        ("Two ferries sank.\nNobody was hurt.\n\nFirst published on 3 May 2021", "2021-05-03"),
        ("By Ann Reed Editor August 14 2018 at 7:42 PM EDT\nIt sank.", "2018-08-14"),
        ("Posted on 2021-03-04\nIt sank.", "2021-03-04"),
        ("Date: 04/03/2021\nIt sank.", "2021-03-04"),
        ("Ferry sinks\n22 September 2019\nIt sank.", "2019-09-22"),
        ("Ferry sinks\nPublished 8:35 AM EST Nov 13 2018\nIt sank.", "2018-11-13"),
    ],
)
def test_head_or_foot_states_the_day(rules: Rules, text: str, day: str) -> None:
    period = published_in(text, rules)
    assert period is not None
    assert period.start == date.fromisoformat(day)
    assert period.words is not None
    assert text[period.words.start : period.words.end] == period.words.text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Two ferries sank on 14 February 2021.\nNobody was hurt.",
        "OSLO, Feb 20 (Halcyon) — Two ferries sank.",  # of which year is not said
        "Ferry sinks\nUpdated: 5 May 2021\nIt sank.",
        "It sank in 2014.\n\n© 2021 Northern Echo",
        "The hull was inspected on 3 May 2020 in dock.",
    ],
)
def test_a_date_in_the_story_is_not_the_day_of_publication(rules: Rules, text: str) -> None:
    assert published_in(text, rules) is None


def test_a_dateline_without_a_year_takes_it_from_a_day_close_by(rules: Rules) -> None:
    period = published_in("OSLO, Dec 30 (Halcyon) — Two ferries sank.", rules, near=date(2022, 1, 4))
    assert period is not None
    assert period.start == date(2021, 12, 30)
