"""Correction notes: found, and told what they take back."""

import pytest

from reconcile.reading.corrections import find_corrections
from reconcile.rulebook import load

MADE = [  # a text, what its note takes back, what it puts in place
    (
        "The toll rose.\n\nCorrection: an earlier version of this article said 48 people were hurt. It was 84.",
        ["earlier version of this article said 48 people were hurt."],
        ["It was 84."],
    ),
    ("Story.\n\nThis article was amended on Monday to say that 12 ships were seized, not 21.", ["not 21."], []),
    (
        "Correction\n\nOur report of 2 February said the dam was 48 metres high. It is 84 metres high.",
        ["Our report of 2 February said the dam was 48 metres high."],
        ["It is 84 metres high."],
    ),
    (
        "Editor’s note: A previous version misstated the number of wounded as 48. The correct figure is 84.",
        ["previous version misstated the number of wounded as 48."],
        ["The correct figure is 84."],
    ),
    ("UPDATE, 14:30: the toll is now 57.", [], []),
    ("This story has been updated to include the new toll.", [], ["to include the new toll."]),
]

NEGATIVE = [
    "The market went through a correction of 10 percent.",
    "Corrections officers counted 340 prisoners.",
    "Update your phone, the maker told 40 million users.",
    "An earlier march drew 400 people.",
    "Updates on the war: 40 dead.",
    "Editor’s note: This is part two of three on the quake of 1999.",
    "The ministry corrected its toll to 57 on Friday.",
    "We regret nothing, said the mayor, 59.",
]


@pytest.mark.parametrize(("text", "was", "now"), MADE)
def test_correction(text: str, was: list[str], now: list[str]) -> None:
    (note,) = find_corrections(text, load())
    assert [span.text for span in note.was] == was
    assert [span.text for span in note.now] == now
    for span in (note, *note.was, *note.now):
        assert text[span.start : span.end] == span.text


@pytest.mark.parametrize("text", NEGATIVE)
def test_prose_is_no_correction(text: str) -> None:
    assert find_corrections(f"{text}\n\nThe end.", load()) == ()
