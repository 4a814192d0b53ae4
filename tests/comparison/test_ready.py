"""A table of ready-made figures straight to comparison."""

import math

import pytest
from comparison_samples import rules

from reconcile.comparison import compare_rows
from reconcile.errors import InputError
from reconcile.model import Settings

ROWS = [
    {"measure": "Deaths", "value": 27, "source": "Ministry", "as_of": "2022-11-19", "place": "Tovuz"},
    {"measure": "deaths", "value": "64", "source": "Hospitals", "as_of": "2022-11-19", "place": "Tovuz"},
    {"measure": "deaths", "value": 300, "source": "Hospitals", "as_of": "1999", "place": "Tovuz"},
    {"measure": "deaths", "value": 12, "source": "Hospitals", "as_of": "2022-11-19", "place": "Serek"},
    {"measure": "depth", "value": 8, "unit": "kilometer", "source": "A"},
    {"measure": "depth", "value": 5, "unit": "mile", "source": "B", "as_of": ""},
    {"measure": "profit", "low": 600e6, "high": 640e6, "unit": "EUR", "source": "A", "as_of": "2024-Q1"},
    {"measure": "profit", "value": 612e6, "unit": "EUR", "source": "B", "as_of": "2024-03", "publisher": float("nan")},
]


def compared(rows):
    _, claims, findings = compare_rows(rows, rules(), Settings())
    return claims, {fact.claims: fact for fact in findings.facts}


def test_any_number_of_rows_a_fact():
    _, facts = compared(ROWS)
    kinds = {ids: fact.verdict.kind.value for ids, fact in facts.items()}
    assert kinds == {
        ("row 1", "row 2"): "conflict",
        ("row 3",): "single",
        ("row 4",): "single",
        ("row 5", "row 6"): "agree",
        ("row 7", "row 8"): "agree",
    }


def test_a_row_is_quoted_as_it_stands():
    documents, claims, _ = compare_rows(ROWS, rules(), Settings())
    for document, claim in zip(documents, claims, strict=True):
        for span in (claim.quantity, claim.quantity.number, claim.attribution.source, claim.sentence):
            assert document.text[span.start : span.end] == span.text
    assert claims[0].quantity.text == "27"
    assert claims[6].quantity.text == "600,000,000; high: 640,000,000"


def test_open_ends_and_modifiers():
    claims, _ = compared(
        [
            {"measure": "a", "low": 12},
            {"measure": "b", "high": 60},
            {"measure": "c", "value": 100_000, "modifier": "about"},
            {"measure": "d", "value": 5, "stance": "denied"},
        ]
    )
    assert (claims[0].plausible.low, claims[0].plausible.high) == (12, math.inf)
    assert (claims[1].quantity.low, claims[1].plausible.high) == (None, 60)
    assert claims[2].plausible.low == 92_500
    assert claims[3].attribution.stance.value == "denied"


@pytest.mark.parametrize(
    ("row", "advice"),
    [
        ({"value": 3}, "row 1: no measure; name what the figure measures in the column 'measure'"),
        ({"measure": "deaths"}, "row 1: no figure; fill in 'value', or 'low' and 'high'"),
        ({"measure": "deaths", "value": "many"}, "row 1: value 'many' is not a number; write it in digits"),
        ({"measure": "deaths", "low": 9, "high": 3}, "row 1: low 9.0 is above high 3.0; swap them"),
        ({"measure": "deaths", "value": 9, "as_of": "May"}, "row 1: as_of 'May' is not an ISO date"),
        ({"measure": "deaths", "value": 9, "stance": "sure"}, "row 1: stance 'sure'; use one of: asserted"),
    ],
)
def test_what_a_row_lacks_is_said(row, advice):
    with pytest.raises(InputError, match=advice.replace("(", r"\(")):
        compared([row])


def test_an_id_is_given_once():
    with pytest.raises(InputError, match="the id 'x' is there twice"):
        compared([{"id": "x", "measure": "a", "value": 1}, {"id": "x", "measure": "b", "value": 1}])
