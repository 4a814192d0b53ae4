"""Which numbers belong to dates, and which do not."""

from pathlib import Path

import pytest
import yaml
from time_marks import unmark

from reconcile.dates import date_around, find_dates
from reconcile.rulebook import Rules

CASES = yaml.safe_load((Path(__file__).parent / "guards.yaml").read_text(encoding="utf-8"))
SENTENCES = [(kind, sentence) for kind, sentences in CASES.items() for sentence in sentences]


@pytest.mark.parametrize(("kind", "marked"), SENTENCES)
def test_number_is_read_as_its_surroundings_say(rules: Rules, kind: str, marked: str) -> None:
    text, spans = unmark(marked)
    assert spans
    for start, end in spans:
        words = date_around(text, start, end, rules)
        if kind == "free":
            assert words is None
            continue
        assert words is not None
        assert words.takes_number == (kind == "taken")
        assert words.start < end
        assert words.end > start
        assert text[words.start : words.end] == words.text
        assert words.rule
        assert words.because


def test_a_date_is_found_no_further_than_forty_characters_away(rules: Rules) -> None:
    near = "On 3" + " " * 3 + "May"
    assert date_around(near, 3, 4, rules) is not None
    assert date_around("On 3" + " " * 60 + "May", 3, 4, rules) is None


def test_a_date_ends_with_its_line(rules: Rules) -> None:
    text = "The toll was 3\nMay was worse"
    assert date_around(text, 13, 14, rules) is None


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("As of Monday morning 40 had left, two days earlier 12.", ["As of Monday morning", "two days earlier"]),
        ("Flows were 42 on Wednesday, 41 on Thursday.", ["on Wednesday", "on Thursday"]),
        ("From January to March 2021 it rose.", ["From January to March 2021"]),
        ("He spoke on Sunday evening and late on Thursday night.", ["on Sunday evening", "late on Thursday night"]),
        ("It opens on Thursday, 10 May, at 8 p.m.", ["on Thursday, 10 May", "at 8 p.m."]),
        ("The Sunday Times said so on Black Friday.", []),
        ("Theresa May and April Jones met the Kings.", []),
        ("May was wet.", []),
        ("It was wet in May.", ["in May"]),
        (
            "In the three months to June 2021, and so far this year.",
            ["In the three months to June 2021", "so far this year"],
        ),
        ("He spoke at noon and at 8 o'clock.", ["at noon", "at 8 o'clock"]),
        ("They grow winter wheat.", []),
        ("Over the weekend, by then, at the time.", ["Over the weekend", "by then", "at the time"]),
    ],
)
def test_sentence_gives_its_dates_in_order(rules: Rules, sentence: str, found: list[str]) -> None:
    assert [words.text for words in find_dates(sentence, 0, len(sentence), rules)] == found
