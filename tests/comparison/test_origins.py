"""Outlets that relay one official, one wire or one text are one origin."""

import pytest
from comparison_samples import claim, documents, only

from reconcile.model import Document, VerdictKind

LINE = "Rescuers said that 27 people had died in the valley of the Orlin before the rain stopped on Sunday"

# what is said of two claims of one figure -> how many origins
CASES = {
    "one source by one name": ([{"source": "the ministry"}, {"source": "the ministry"}], 1),
    "one source with and without its article": ([{"source": "The Ministry"}, {"source": "ministry"}], 1),
    "one source named more fully": ([{"source": "the health ministry"}, {"source": "the ministry"}], 1),
    "a full name and a longer one": ([{"source": "Ola Brin"}, {"source": "the editor Ola Brin"}], 1),
    "two who are nobody in particular": ([{"source": "officials"}, {"source": "hospital officials"}], 2),
    "two sources": ([{"source": "the ministry"}, {"source": "the hospitals"}], 2),
    "two outlets in their own voice": ([{}, {}], 2),
    "a source and an outlet": ([{"source": "the ministry"}, {}], 2),
    "both through one outlet": ([{"source": "a source", "via": "Halcyon"}, {"source": "someone", "via": "Halcyon"}], 1),
    "one through the other": ([{}, {"source": "a ministry man", "via": "The A Paper"}], 1),
    "the same sentence": ([{"sentence": LINE}, {"sentence": f"{LINE}, they added"}], 1),
    "another sentence": ([{"sentence": LINE}, {"sentence": "The storm has killed 27 in the Orlin valley"}], 2),
}


@pytest.mark.parametrize("case", CASES, ids=str)
def test_origins(case):
    (one, other), count = CASES[case]
    fact = only([claim("m", 27, "a", **one), claim("n", 27, "b", **other)])
    assert len(fact.origins) == count, fact.origins
    assert fact.verdict.kind is (VerdictKind.SINGLE if count == 1 else VerdictKind.AGREE)


def test_an_origin_says_why_it_is_one():
    fact = only([claim("m", 27, "a", "the ministry"), claim("n", 27, "b", "the ministry")])
    assert fact.origins[0].because == "all from the ministry"
    assert fact.verdict.because == "27: 2 documents, one origin, the ministry."


AGENCIES = [
    (("AFP", "AFP"), 1),
    (("AP", "The Associated Press"), 1),
    (("AFP", "Reuters"), 2),
    (("AFP", None), 2),
]


@pytest.mark.parametrize(("credits", "count"), AGENCIES)
def test_texts_that_credit_one_agency_are_one_origin(credits, count):
    docs = [Document(id, "", f"The {id} Paper", credit=credit) for id, credit in zip("ab", credits, strict=True)]
    assert len(only([claim("m", 27, "a"), claim("n", 27, "b")], docs).origins) == count


def test_one_publisher_is_one_origin():
    docs = [Document(id, "", "The Ledger") for id in "ab"]
    assert len(only([claim("m", 27, "a"), claim("n", 27, "b")], docs).origins) == 1


def test_another_figure_of_one_outlet_is_no_relay():
    claims = [claim("m", 27, "a"), claim("n", 64, "b", "a ministry man", via="The A Paper")]
    assert len(only(claims, documents(claims)).origins) == 2
