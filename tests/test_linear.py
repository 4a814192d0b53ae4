"""The whole reading of a document takes time in proportion to its length, whatever stands in it.

Two sizes are compared, never seconds: four times the text may take ten times as long before a test fails
(a quadratic step would make it sixteen), and never is a machine's speed asked for.
"""

import time

import pytest

from reconcile.extraction.claims import extract
from reconcile.model import Document, Settings
from reconcile.rulebook import Rules

LINES = {
    "a line of sentences": "The mayor said that 40 people were hurt. Roads were shut. ",
    "a line of short sentences": "Five men died. ",
    "a sentence without end": "officials say that about 4,000 people were killed and 300 injured while ",
    "tanks and words": "soldiers were seen near 1,200 tanks and about 30 km away some 5 men ",
    "figures": "12 ",
    "grouped figures": "1,234, ",
    "one digit after another": "1",
    "digits and commas": "1,",
    "shares": "5%",
    "sums": "$5m ",
    "joined figures": "5 and ",
    "ranges": "from 5 to 6 ",
    "nested brackets": '("“[5 men ',
    "quotes": "“We saw 40 men,” he said. ",
    "quotes never closed": "“We saw 40 men, he said. ",
    "straight quotes": '"We saw 40 men," he said. ',
    "names": "Mr. A. B. Roe and John Doe said 5 ",
    "relative clauses": "the ministry, which said that the governor, who said that 5 men ",
    "speech": "he said 5 men said ",
    "labels": "Name: 5 ",
    "poll": "Roe 45%, Doe 43%, ",
    "clauses": "5 killed; ",
    "dates": "on 5 May 2020 and 3/4/2021, ",
    "number words": "twenty-five hundred million ",
    "commas": ",",
    "spaces": " ",
    "line ends": "\n",
    "lines of figures": "5 men\n",
    "paragraphs": "He said 5 men died.\n\n",
    "blank lines": "5\n\n",
}


def _seconds(piece: str, size: int, rules: Rules) -> float:
    document = Document("long", "Two men died. " + (piece * (size // len(piece) + 1))[:size], published="2020-02-02")
    before = time.process_time()
    extract(document, rules, Settings())
    return time.process_time() - before


def _grows_evenly(piece: str, size: int, rules: Rules) -> bool:
    """Whether four times the text takes less than ten times as long, in the best of three runs."""
    _seconds(piece, 200, rules)  # what is compiled when first needed
    return any(_seconds(piece, 4 * size, rules) <= 10 * _seconds(piece, size, rules) + 0.01 for _ in range(3))


@pytest.mark.parametrize("name", sorted(LINES))
def test_time_grows_with_length_only(name: str, rules: Rules) -> None:
    assert _grows_evenly(LINES[name], 2_000, rules)


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(LINES))
def test_time_grows_with_length_only_where_it_is_long(name: str, rules: Rules) -> None:
    assert _grows_evenly(LINES[name], 10_000, rules)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["a line of sentences", "one digit after another", "spaces", "line ends", "commas"])
def test_a_very_long_line_is_read_in_proportion(name: str, rules: Rules) -> None:
    assert _grows_evenly(LINES[name], 100_000, rules)
