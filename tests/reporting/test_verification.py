import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from reporting_samples import DOCUMENTS, LEDGER, sample

from reconcile.errors import InputError
from reconcile.model import Unread
from reconcile.reporting.jsonout import report_json
from reconcile.reporting.records import Record
from reconcile.reporting.verification import verify, verify_file


def report() -> Record:
    return json.loads(report_json(sample()))


def test_a_fresh_report_holds() -> None:
    assert list(verify(report(), DOCUMENTS)) == []


def test_a_text_that_changed_is_told_with_every_quote_that_fell() -> None:
    changed = replace(LEDGER, text=LEDGER.text.replace("115,000", "150,000"))
    problems = list(verify(report(), (changed, *DOCUMENTS[1:])))
    assert problems[0] == "ledger.txt: its text is not what it was when the report was made"
    assert "the figure 'around 115,000 people' does not stand there" in problems[1]
    assert all("ledger.txt" in one for one in problems)


def test_a_quote_that_moved_is_still_a_problem_and_says_where_the_words_are() -> None:
    moved = replace(LEDGER, text="One line more.\n" + LEDGER.text)
    problems = list(verify(report(), (moved, *DOCUMENTS[1:])))
    assert any("'around 115,000 people' does not stand there (the same words stand at 69 to 90)" in p for p in problems)


def test_a_document_that_is_missing_is_named() -> None:
    assert list(verify(report(), DOCUMENTS[:2])) == [
        "blog.html: the report quotes it, and it is not among the documents given"
    ]


def forge(change: Callable[[Record], object]) -> list[str]:
    record = report()
    change(record)
    return list(verify(record, DOCUMENTS))


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (lambda r: r["facts"][0].update(verdict="agree"), "its steps lead to conflict, not to agree"),
        (lambda r: r["facts"][0]["comparisons"][0].update(outcome="agree"), "the pairs in conflict are not those"),
        (lambda r: r["facts"][0].update(conflicts=[]), "the pairs in conflict are not those"),
        (lambda r: r["facts"][0]["comparisons"][0].update(a_high=130000), "compared at another interval"),
        (lambda r: r["facts"][0]["comparisons"][0].update(relation="overlap"), "are not overlap"),
        (lambda r: r["facts"][4].update(origins=2), "counts 2 origins and names 1"),
        (lambda r: r["facts"][4].update(claims=[]), "is in 0 facts, not in one"),
        (lambda r: r["facts"][4]["claims"].append("nobody"), "the report does not hold it"),
        (lambda r: r["claims"][0].update(text="around 116,000 people"), "does not stand there"),
        (lambda r: r["claims"][0].update(source_start=0), "the source"),
        (lambda r: r["incidental"][0].update(start=0), "the figure '52' does not stand there"),
    ],
)
def test_a_forged_report_is_found_out(change: Callable[[Record], object], problem: str) -> None:
    assert any(problem in one for one in forge(change)), forge(change)


@pytest.mark.parametrize("text", ["", "not json", "[]", "{}", '{"claims": []}', "[" * 100000])
def test_what_is_no_report_is_bad_input(tmp_path: Path, text: str) -> None:
    path = tmp_path / "report.json"
    path.write_text(text)
    with pytest.raises(InputError, match="not"):
        verify_file(path, DOCUMENTS)


def test_a_report_with_a_hole_is_bad_input(tmp_path: Path) -> None:
    record = report()
    del record["claims"][0]["doc"]
    path = tmp_path / "report.json"
    path.write_text(json.dumps(record))
    with pytest.raises(InputError, match="doc"):
        verify_file(path, DOCUMENTS)


def test_a_file_that_is_not_there_is_bad_input(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        verify_file(tmp_path / "nothing.json", DOCUMENTS)


def test_a_report_is_checked_from_its_file(tmp_path: Path) -> None:
    path = tmp_path / "report.json"
    path.write_text(report_json(sample()), encoding="utf-8")
    assert verify_file(path, [*DOCUMENTS, Unread("broken.pdf", "not a PDF")]) == []
