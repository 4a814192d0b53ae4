"""A figure in a sentence, and what it measures."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from measures_support import measured

CASES = yaml.safe_load(Path(__file__).with_name("readings.yaml").read_text(encoding="utf-8"))
_FIELDS = ("property", "entity", "topic")


def told(case: dict[str, Any]) -> None:
    measure = measured(case["text"])
    for key, wanted in case.items():
        if key in ("text", "because"):
            continue
        if key == "incidental":
            assert (measure.incidental is not None) is wanted, measure
        elif key in _FIELDS:
            assert getattr(measure, key) == wanted, measure
        else:
            assert measure.qualifier(key) == wanted, measure


@pytest.mark.parametrize(
    "case", [c for pile in ("found", "made", "negative") for c in CASES[pile]], ids=lambda case: case["text"]
)
def test_what_a_figure_measures(case: dict[str, Any]) -> None:
    told(case)


@pytest.mark.parametrize(
    "case",
    [pytest.param(c, marks=pytest.mark.xfail(reason=c["because"], strict=True)) for c in CASES["known_failures"]],
    ids=lambda case: case["text"],
)
def test_what_is_not_read_yet(case: dict[str, Any]) -> None:
    told(case)
