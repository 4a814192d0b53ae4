"""The cases: found, made, negative and known failures, as data."""

import pytest
import yaml

from reconcile.extraction.quantities import find_quantities
from reconcile.rulebook import load
from tests.quantities.notation import CASES, pile, said

KNOWN = yaml.safe_load((CASES / "known.yaml").read_text(encoding="utf-8"))


def check(case: str) -> None:
    sentence, expected = case.rsplit(" => ", 1)
    reading = find_quantities(sentence, load())
    assert said(reading) == expected
    for record in (*reading.quantities, *reading.passed):
        assert sentence[record.start : record.end] == record.text


@pytest.mark.parametrize("case", pile("found"))
def test_found(case: str) -> None:
    check(case)


@pytest.mark.parametrize("case", pile("made"))
def test_made(case: str) -> None:
    check(case)


@pytest.mark.parametrize("case", pile("turns"))
def test_turns(case: str) -> None:
    check(case)


@pytest.mark.parametrize("case", pile("news"))
def test_news(case: str) -> None:
    check(case)


@pytest.mark.parametrize("case", pile("negative"))
def test_negative(case: str) -> None:
    check(case)


@pytest.mark.parametrize("known", [pytest.param(k, marks=pytest.mark.xfail(reason=k["because"])) for k in KNOWN])
def test_known_failure(known: dict[str, str]) -> None:
    check(known["case"])


def test_there_are_cases_enough() -> None:
    assert sum(len(pile(name)) for name in ("found", "made", "turns", "news", "negative")) >= 600
