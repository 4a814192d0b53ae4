"""A text that a party to the story publishes itself: its figures are that party's."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from attribution_samples import read

CASES = yaml.safe_load(Path(__file__).with_name("issuers.yaml").read_text(encoding="utf-8"))["cases"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['publisher']}: {case['text'][:40]}")
def test_a_figure_is_its_issuers(case: dict[str, Any]) -> None:
    got = read(case["text"], publisher=case["publisher"])
    assert (got.source.text if got.source else None) == case["source"]
    if case["source"]:
        assert got.name == case.get("name", got.name)
