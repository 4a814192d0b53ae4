"""Pairs of figures: whether two wordings ask one question."""

from pathlib import Path

import pytest
import yaml
from measures_support import measured, one_question

PAIRS = yaml.safe_load(Path(__file__).with_name("pairs.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("one", "other"), PAIRS["same"])
def test_two_wordings_of_one_question_give_one_measure(one: str, other: str) -> None:
    assert one_question(measured(one), measured(other)), (measured(one), measured(other))


@pytest.mark.parametrize(("one", "other"), PAIRS["apart"])
def test_two_questions_give_two_measures(one: str, other: str) -> None:
    assert not one_question(measured(one), measured(other)), (measured(one), measured(other))


@pytest.mark.parametrize(
    ("one", "other", "because"),
    [pytest.param(*case, marks=pytest.mark.xfail(reason=case[2], strict=True)) for case in PAIRS["known_failures"]],
)
def test_what_is_not_told_yet(one: str, other: str, because: str) -> None:
    assert one_question(measured(one), measured(other)), because
