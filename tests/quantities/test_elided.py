"""Units that a writer leaves out, case by case."""

from pathlib import Path

import pytest
import yaml

from reconcile.extraction.claims import extract
from reconcile.model import Document, Settings
from reconcile.rulebook import Rules

CASES = yaml.safe_load((Path(__file__).parent / "elided.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_left_out_units_are_those_of_the_figure_looked_back_to(case: dict, rules: Rules) -> None:
    text = case["text"]
    found = extract(Document("d", text), rules, Settings()).claims
    for words, unit in case["units"].items():
        place = text.rindex(words)
        (claim,) = [c for c in found if c.quantity.start <= place < c.quantity.end]
        assert claim.quantity.unit == unit


def test_the_figure_tells_which_rule_gave_its_unit(rules: Rules) -> None:
    text = "Growth came to 2.4 percent, not 3.1."
    last = extract(Document("d", text), rules, Settings()).claims[-1]
    assert "elisions/fraction" in last.quantity.rules
    assert last.quantity.text == "3.1"  # the words stay as printed
