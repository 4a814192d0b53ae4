"""Denials, figures that lean on others, nouns of verbs, and what governs a figure where no topic knows it."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from test_readings import told

CASES = yaml.safe_load(Path(__file__).with_name("grammar.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", [case for pile in CASES.values() for case in pile], ids=lambda case: case["text"])
def test_what_grammar_makes_of_a_figure(case: dict[str, Any]) -> None:
    told(case)
