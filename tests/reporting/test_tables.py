import csv
import io
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from reporting_samples import DOCUMENTS, sample

from reconcile.errors import OutputError
from reconcile.model import Document, Extraction
from reconcile.reporting import store, tables


def extractions() -> list[Extraction]:
    report = sample()
    return [
        Extraction(document, tuple(one for one in report.claims if one.doc == document.id)) for document in DOCUMENTS
    ]


def test_csv_reads_back_as_the_claims(tmp_path: Path) -> None:
    out = tmp_path / "claims.csv"
    tables.write_claims(extractions(), "csv", out)
    frame = pd.read_csv(out)
    assert list(frame.columns) == list(tables.CLAIM_COLUMNS)
    assert len(frame) == len(sample().claims)
    row = frame.set_index("text").loc["60,000 to 90,000"]
    assert (row.low, row.high, row.source) == (60000, 90000, "The interior ministry")
    assert json.loads(row.via)[0]["text"] == "a newspaper in the capital"
    assert list(tmp_path.iterdir()) == [out]


def test_parquet_has_typed_columns(tmp_path: Path) -> None:
    out = tmp_path / "claims.parquet"
    tables.write_claims(extractions(), "parquet", out)
    frame = pd.read_parquet(out)
    assert frame.low.dtype == "float64"
    assert frame.start.dtype == "int64"
    assert frame.quoted.dtype == bool
    assert frame.set_index("text").high.isna()["More than 40 bridges"]


def test_parquet_without_claims_still_has_its_columns(tmp_path: Path) -> None:
    out = tmp_path / "claims.parquet"
    tables.write_claims([], "parquet", out)
    assert list(pd.read_parquet(out).columns) == list(tables.CLAIM_COLUMNS)


def test_parquet_is_not_printed() -> None:
    with pytest.raises(OutputError, match="--out"):
        tables.write_claims([], "parquet", None)


def test_jsonl_on_standard_output_holds_nothing_but_claims(capsys: pytest.CaptureFixture[str]) -> None:
    tables.write_claims(extractions(), "jsonl", None)
    lines = capsys.readouterr().out.splitlines()
    assert [json.loads(line)["id"] for line in lines] == [one.id for each in extractions() for one in each.claims]


def test_table_shows_one_line_a_claim(capsys: pytest.CaptureFixture[str]) -> None:
    tables.write_claims(extractions(), "table", None)
    head, *lines = capsys.readouterr().out.splitlines()
    assert head.startswith("DOC ")
    assert len(lines) == len(sample().claims)
    line = next(one for one in lines if "115,000" in one)
    assert "Ada Brok" in line
    assert "112,125 to 117,875" in line


def test_table_says_when_nothing_was_found(capsys: pytest.CaptureFixture[str]) -> None:
    tables.write_claims([], "table", None)
    assert "No figure found." in capsys.readouterr().out


@given(st.text())
def test_no_cell_begins_as_a_formula_and_text_comes_back(text: str) -> None:
    [[cell]] = csv.reader(io.StringIO(tables.csv_line([text]), newline=""))
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
    plain = text.replace("\0", " ").replace("\r", " ")
    assert cell in (plain, f"'{plain}")


def test_negative_numbers_stay_numbers() -> None:
    assert tables.csv_line([-5.5, "-5.5"]) == "-5.5,'-5.5\n"


@pytest.mark.parametrize(
    ("id", "name"),
    [("a/b.txt", "a/b.txt"), ("../../x.html", "x.html.txt"), ("/etc/x", "etc/x.txt"), ("..", "document.txt")],
)
def test_texts_are_written_inside_the_folder(tmp_path: Path, id: str, name: str) -> None:
    tables.write_document(tmp_path, Document(id, "text\n"))
    assert (tmp_path / name).read_text() == "text\n"


def test_rows_tell_which_fact_judges_a_claim() -> None:
    report = sample()
    rows = {one["text"]: one for one in tables.rows_of_claims(report)}
    assert rows["around 115,000 people"]["fact"] == report.findings.facts[0].id
    assert rows["52"]["fact"] is None
    assert rows["52"]["not_judged"] == "an age"
    facts = tables.rows_of_facts(report)
    assert [one["verdict"] for one in facts] == ["conflict", "superseded", "compatible", "agree", "single"]
    assert (facts[0]["low"], facts[0]["high"]) == (60000, 115000)
    comparisons = tables.rows_of_comparisons(report)
    assert {one["fact"] for one in comparisons} <= {one["id"] for one in facts}
    assert comparisons[0]["relation"] == "apart"


@pytest.mark.parametrize("format", ["csv", "jsonl", "parquet"])
def test_every_table_is_written_and_reads_back(tmp_path: Path, format: str) -> None:
    written = store.write_tables(sample(), tmp_path / "out", format)
    assert [one.name for one in written] == [f"{n}.{format}" for n in ("documents", "facts", "claims", "comparisons")]
    read = {"csv": pd.read_csv, "parquet": pd.read_parquet, "jsonl": lambda path: pd.read_json(path, lines=True)}[
        format
    ]
    frames = {one.stem: read(one) for one in written}
    assert list(frames["facts"].verdict) == ["conflict", "superseded", "compatible", "agree", "single"]
    assert frames["claims"].set_index("text").loc["around 115,000 people"].plausible_high == 117875
    assert set(frames["comparisons"].fact) <= set(frames["facts"].id)
    assert set(frames["claims"].doc) <= set(frames["documents"].id)


def test_an_unknown_format_of_tables_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="csv, jsonl or parquet"):
        store.write_tables(sample(), tmp_path, "xlsx")


def test_sqlite_holds_what_the_report_says(tmp_path: Path) -> None:
    path = tmp_path / "report.db"
    for _ in range(2):  # a second run replaces the first
        store.write_sqlite(sample(), path)
    with closing(sqlite3.connect(path)) as database:
        found = database.execute(
            "SELECT f.title, c.text, c.source_name FROM facts f JOIN claims c ON c.fact = f.id "
            "WHERE f.verdict = 'conflict' ORDER BY c.low"
        ).fetchall()
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert [one[1] for one in found] == ["60,000 to 90,000", "around 115,000 people"]
    assert list(tmp_path.iterdir()) == [path]


def test_the_same_report_gives_the_same_tables(tmp_path: Path) -> None:
    for name in ("one.db", "two.db"):
        store.write_sqlite(sample(), tmp_path / name)
    assert (tmp_path / "one.db").read_bytes() == (tmp_path / "two.db").read_bytes()
