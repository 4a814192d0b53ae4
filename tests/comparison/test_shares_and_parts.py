"""A number against a share of a whole, and parts against their whole: cases as data, and that their steps replay."""

import json
from pathlib import Path

import pytest
import yaml
from comparison_samples import rules

from reconcile import pipeline
from reconcile.comparison import replay
from reconcile.model import Document, Report, Settings
from reconcile.reporting.jsonout import report_json
from reconcile.reporting.verification import verify

CASES = yaml.safe_load((Path(__file__).parent / "shares_and_parts.yaml").read_text(encoding="utf-8"))
SAID = ("that is", "part of the second", "more than the whole", "their sum")


def documents(case):
    return [Document(f"d{n}", text, f"Paper {n}", "2030-03-04") for n, text in enumerate(case["texts"], 1)]


def report(case) -> Report:
    return pipeline.reconcile(documents(case), rules(), Settings())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_what_is_said(case):
    found = report(case)
    printed = {claim.id: claim.quantity.text for claim in found.claims}
    [fact] = [one for one in found.findings.facts if case["figure"] in (printed[id] for id in one.claims)]
    doubts = [one.because for one in found.findings.not_compared]
    assert fact.verdict.kind.value == case["verdict"], fact.verdict.because
    assert case.get("says", "") in fact.verdict.because
    assert any(case.get("doubt", "") in because for because in doubts) or "doubt" not in case
    conflicts = [[printed[id] for id in pair] for one in found.findings.facts for pair in one.conflicts]
    assert conflicts == ([case["conflict"]] if "conflict" in case else [])
    said = [*doubts, *(one.verdict.because for one in found.findings.facts)]
    told = any(words in because for because in said for words in SAID)
    assert told == ("says" in case or "doubt" in case), said


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_its_steps_replay(case):
    found, texts = report(case), documents(case)
    again = replay(found.findings.facts, found.claims, texts, rules(), Settings())
    assert again == [fact.verdict for fact in found.findings.facts]
    assert list(verify(json.loads(report_json(found)), texts)) == []


def test_a_tampered_share_is_found():
    case = CASES[0]
    record = json.loads(report_json(report(case)))
    [step] = [step for fact in record["facts"] for step in fact["comparisons"] if step["between"] == "share"]
    step["a_high"] = step["a_high"] + 1
    assert any("another interval" in problem for problem in verify(record, documents(case)))
