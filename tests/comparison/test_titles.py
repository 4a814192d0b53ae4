"""What facts are called, from text to title: cases as data."""

from pathlib import Path

import pytest
import yaml
from comparison_samples import rules

from reconcile import pipeline
from reconcile.model import Document, Settings

CASES = yaml.safe_load((Path(__file__).parent / "titles.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_a_title(case):
    documents = [Document(f"d{n}", text, f"Paper {n}", "2030-03-04") for n, text in enumerate(case["texts"], 1)]
    found = pipeline.reconcile(documents, rules(), Settings())
    printed = {claim.id: claim.quantity.text for claim in found.claims}
    [fact] = [one for one in found.findings.facts if case["figure"] in (printed[id] for id in one.claims)]
    assert fact.title == case["title"]
