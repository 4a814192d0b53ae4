import json
from dataclasses import replace

import pytest
from reporting_samples import LEDGER, nothing_in_conflict, sample

from reconcile.errors import FidelityError
from reconcile.model import Extraction, Report, Span
from reconcile.reporting.jsonout import claims_jsonl, dumps
from reconcile.reporting.jsonout import report_json as to_json
from reconcile.reporting.records import claim_record, number, report_record

CONTRACT = """
id doc start end text low high modifier direction plausible_low plausible_high unit counted kind property entity
qualifiers source source_start source_end source_name via cue stance quoted as_of publisher published title url
""".split()  # noqa: SIM905 - a list of names reads better so


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        (None, "null"),
        (float("inf"), "null"),
        (float("-inf"), "null"),
        (115000.0, "115000"),
        (0.5, "0.5"),
        (1e30, "1e+30"),
    ],
)
def test_numbers_are_whole_where_they_can_be_and_null_where_open(value: float | None, printed: str) -> None:
    assert dumps(number(value)) == printed


def test_a_claim_has_the_fields_of_the_contract_and_no_other() -> None:
    claim = sample().claims[0]
    assert list(claim_record(claim, LEDGER)) == CONTRACT


def test_what_is_unknown_is_null_and_what_is_open_too() -> None:
    records = {one["text"]: one for one in json.loads(to_json(sample()))["claims"]}
    bridges = records["More than 40 bridges"]
    assert (bridges["low"], bridges["high"], bridges["plausible_high"]) == (40, None, None)
    assert (bridges["source"], bridges["source_name"], bridges["cue"], bridges["via"]) == (None, None, None, [])
    displaced = records["60,000 to 90,000"]
    assert [one["text"] for one in displaced["via"]] == ["a newspaper in the capital"]
    assert displaced["qualifiers"] == {"place": "Arva valley"}
    assert displaced["as_of"] == "2031-03-09"


def test_every_judged_claim_is_in_one_fact_and_the_others_say_why_not() -> None:
    record = report_record(sample())
    judged = [id for fact in record["facts"] for id in fact["claims"]]
    assert sorted(judged) == sorted(one["id"] for one in record["claims"])
    assert {one["text"]: one["because"] for one in record["incidental"]} == {
        "52": "an age",
        "300 people": "nothing to compare it with",
    }


def test_the_conflict_names_its_pair() -> None:
    record = report_record(sample())
    conflict = record["facts"][0]
    assert conflict["conflicts"] == [conflict["claims"]]
    assert conflict["spread"] == {"low": 60000, "high": 115000}
    assert all(fact["conflicts"] == [] for fact in record["facts"][1:])


def test_documents_are_named_by_their_fingerprint() -> None:
    ledger = report_record(sample())["documents"][0]
    assert ledger["characters"] == len(LEDGER.text)
    assert len(ledger["sha256"]) == 64
    assert "text" not in ledger


def test_the_same_report_gives_the_same_bytes() -> None:
    assert to_json(sample()) == to_json(sample())
    assert to_json(sample()) != to_json(nothing_in_conflict())


@pytest.mark.parametrize("field", ["text", "source", "via", "sentence", "end"])
def test_a_quote_that_does_not_stand_is_never_written(field: str) -> None:
    report = sample()
    claim = next(one for one in report.claims if one.attribution.via)
    wrong = Span(0, 5, "wrong")
    broken = {
        "text": lambda: replace(claim, quantity=replace(claim.quantity, text="70,000 to 90,000")),
        "end": lambda: replace(claim, quantity=replace(claim.quantity, end=10**9)),
        "source": lambda: replace(claim, attribution=replace(claim.attribution, source=wrong)),
        "via": lambda: replace(claim, attribution=replace(claim.attribution, via=(wrong,))),
        "sentence": lambda: replace(claim, sentence=wrong),
    }[field]()
    claims = tuple(broken if one.id == claim.id else one for one in report.claims)
    with pytest.raises(FidelityError, match="does not stand"):
        to_json(replace_claims(report, claims))


def replace_claims(report: Report, claims: tuple) -> Report:
    return Report(report.documents, claims, report.findings, report.not_read, report.settings, report.version)


def test_lines_of_claims_are_objects_of_their_own() -> None:
    claims = [one for one in sample().claims if one.doc == LEDGER.id]
    lines = list(claims_jsonl([Extraction(LEDGER, tuple(claims))]))
    assert [json.loads(line)["id"] for line in lines] == [one.id for one in claims]
    assert all(line.endswith("}\n") and line.count("\n") == 1 for line in lines)


def test_half_a_character_can_be_written_and_read_back() -> None:
    text = dumps({"name": "file\udcff.txt"})
    assert text.encode()
    assert json.loads(text) == {"name": "file\udcff.txt"}


def test_no_number_that_json_cannot_hold() -> None:
    with pytest.raises(ValueError, match="JSON"):
        dumps(float("nan"))
