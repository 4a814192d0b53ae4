"""The pandas bridge."""

import pandas as pd
import pytest

import reconcile
from reconcile.errors import InputError

ARTICLES = pd.DataFrame(
    {
        "text": [
            "The ministry said on Friday that 41 people had died in the flood.",
            "At least 58 people died in Friday's flood, the hospital said.",
        ],
        "publisher": ["The Ledger", "Radio One"],
        "published": [pd.Timestamp("2022-03-18"), pd.Timestamp("2022-03-18 19:30")],
    },
    index=pd.Index([11, 12], name="article"),
)


def test_extract_gives_typed_columns_and_the_index_back() -> None:
    claims = reconcile.extract(ARTICLES)
    assert claims["doc"].tolist() == [11, 12]
    assert claims["low"].tolist() == [41.0, 58.0]
    types = claims.dtypes.astype(str)
    assert types[["low", "high", "plausible_high"]].tolist() == ["float64"] * 3
    assert types[["text", "source", "unit"]].tolist() == ["str"] * 3
    assert types["published"].startswith("datetime64")
    assert types["as_of"].startswith("datetime64")


def test_an_empty_frame_has_the_same_types() -> None:
    full, empty = reconcile.extract(ARTICLES), reconcile.extract(ARTICLES.iloc[:0])
    assert list(full.columns) == list(empty.columns)
    numbers = ["low", "high", "start", "quoted"]
    assert full.dtypes[numbers].tolist() == empty.dtypes[numbers].tolist()


def test_reconcile_finds_the_conflict() -> None:
    result = reconcile.reconcile(ARTICLES)
    [fact] = result.facts.loc[result.facts["verdict"] == "conflict"].itertuples()
    assert set(result.claims.loc[result.claims["fact"] == fact.id, "doc"]) == {11, 12}
    assert result.comparisons.loc[result.comparisons["outcome"] == "conflict", "fact"].tolist() == [fact.id]
    assert "41" in result.to_markdown()
    assert result.to_json().startswith("{")
    assert "<table" in result._repr_html_()


def test_a_result_is_printed_in_one_line() -> None:
    found = repr(reconcile.reconcile(ARTICLES))
    assert found.startswith("<Result: ")
    assert "1 conflict" in found
    assert len(found) < 100


def test_intervals() -> None:
    found = reconcile.intervals(reconcile.extract(ARTICLES))
    assert 41 in found[0]
    assert 1000 in found[1]
    assert 57 not in found[1]


def test_rows_without_text_are_named_not_dropped() -> None:
    frame = pd.DataFrame({"text": ["Two men died.", None, ""]})
    report = reconcile.reconcile(frame).report
    assert [one.id for one in report.not_read] == ["1", "2"]


@pytest.mark.parametrize(
    ("frame", "named"),
    [
        ("articles/", "str is no DataFrame"),
        (pd.DataFrame({"body": ["x"]}), "body"),
        (pd.DataFrame({"text": ["x", "y"], "id": ["a", "a"]}), "'a'"),
        (pd.DataFrame({"text": ["x", "y"]}, index=[7, 7]), "'7'"),
    ],
)
def test_bad_frames_are_one_clear_line(frame: pd.DataFrame, named: str) -> None:
    with pytest.raises(InputError, match=named):
        reconcile.extract(frame)
