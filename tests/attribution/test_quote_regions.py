"""Quotation marks of every style, and the apostrophes among them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.extraction.attribution.quotes import Quotes, quote_regions

REGIONS = {
    'He said "one two" and left.': ['"one two"'],
    "He said “one two” and “three”.": ["“one two”", "“three”"],
    "''One two,'' he said.": ["''One two,''"],
    "``One two,'' he said.": ["``One two,''"],
    "«One two», he said.": ["«One two»"],
    "»One two«, he said.": ["»One two«"],
    "„One two“, he said.": ["„One two“"],
    "‘One two,’ he said.": ["‘One two,’"],
    "'One two,' he said.": ["'One two,'"],
    "‘The voters’ choice is clear,’ he said.": ["‘The voters’ choice is clear,’"],
    "“One ‘two’ three,” he said.": ["“One ‘two’ three,”"],
    "“One two.\n“Three.”": ["“One two.", "“Three.”"],
    "The operators' dogs' tails wag.": [],
    "It was the summer of the '90s and '80s.": [],
    "It isn't, and they don't.": [],
    "O’Brien’s and D’Souza’s": [],
    "A 6'3\" man, he said.": [],
    "No marks at all.": [],
}


@pytest.mark.parametrize("text", REGIONS)
def test_regions(text: str) -> None:
    assert [text[r.start : r.end] for r in quote_regions(text)] == REGIONS[text]


@given(st.text(alphabet=st.sampled_from(list("ab s.\n,'’‘“”\"«»„`9")), max_size=60))
def test_regions_are_in_order_and_apart(text: str) -> None:
    regions = quote_regions(text)
    assert all(0 <= r.start < r.end <= len(text) for r in regions)
    assert all(a.end <= b.start for a, b in pairwise(regions))
    quotes = Quotes(text)
    assert all(quotes.at(r.start) == r for r in regions)
