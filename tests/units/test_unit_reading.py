"""Units in text, by the cases beside this file."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from reconcile.extraction.units import rate_after, unit_after, unit_before
from reconcile.rulebook import load

RULES = load()
CASES = yaml.safe_load(Path(__file__).with_name("unit_cases.yaml").read_text("utf-8"))
KNOWN = {case["text"]: case["because"] for case in CASES.get("known_failures", ())}


def marked(case: str) -> tuple[str, int, int, int]:
    """The text of a case without its marks, where the number ends or begins, and the span in braces."""
    text, place, start, end = "", -1, -1, -1
    for char in case:
        match char:
            case "^":
                place = len(text)
            case "{":
                start = len(text) if start < 0 else start
            case "}":
                end = len(text)
            case _:
                text += char
    return text, place, start, end


def by_unit(pile: str) -> Iterator[object]:
    for unit, cases in CASES[pile].items():
        for case in cases:
            marks = [pytest.mark.xfail(strict=True, reason=KNOWN[case])] if case in KNOWN else []
            yield pytest.param(unit, case, id=case, marks=marks)


@pytest.mark.parametrize(("unit", "case"), list(by_unit("after")))
def test_a_unit_after_a_number(unit: str, case: str) -> None:
    text, pos, start, end = marked(case)
    found = unit_after(text, pos, RULES)
    assert found is not None
    assert (found.unit, text[found.start : found.end]) == (unit, text[start:end])


@pytest.mark.parametrize(("case", "unit", "scale"), CASES["scaled"], ids=str)
def test_a_unit_that_hides_a_number(case: str, unit: str, scale: float) -> None:
    text, pos, start, end = marked(case)
    found = unit_after(text, pos, RULES)
    assert found is not None
    assert (found.unit, found.scale, text[found.start : found.end]) == (unit, scale, text[start:end])


@pytest.mark.parametrize("case", CASES["nothing_after"])
def test_no_unit_after_a_number(case: str) -> None:
    text, pos, _, _ = marked(case)
    assert unit_after(text, pos, RULES) is None


@pytest.mark.parametrize(("unit", "case"), list(by_unit("before")))
def test_a_unit_before_a_number(unit: str, case: str) -> None:
    text, pos, start, end = marked(case)
    found = unit_before(text, pos, RULES)
    assert found is not None
    assert (found.unit, text[found.start : found.end]) == (unit, text[start:end])


@pytest.mark.parametrize("case", CASES["nothing_before"])
def test_no_unit_before_a_number(case: str) -> None:
    text, pos, _, _ = marked(case)
    assert unit_before(text, pos, RULES) is None


@pytest.mark.parametrize(("unit", "case"), list(by_unit("rates")))
def test_a_rate_of_a_count(unit: str, case: str) -> None:
    text, pos, start, end = marked(case)
    found = rate_after(text, pos, RULES)
    assert found is not None
    assert (found.unit, text[found.start : found.end]) == (unit, text[start:end])


@pytest.mark.parametrize("case", CASES["no_rate"])
def test_no_rate_of_a_count(case: str) -> None:
    text, pos, _, _ = marked(case)
    assert rate_after(text, pos, RULES) is None


AMBIGUOUS = [
    ("5 tons", 1, "ton"),
    ("5 dollars", 1, "country"),
    ("5 pounds", 1, "money or of weight"),
    ("5 degrees", 1, "temperature or of angle"),
    ("5 barrels", 1, "42 US gallons"),
    ("5 gallons", 1, "imperial"),
    ("5 pesos", 1, "country"),
    ("5 calories", 1, "kilocalorie"),
]


@pytest.mark.parametrize(("text", "pos", "said"), AMBIGUOUS)
def test_what_the_words_leave_open_is_said(text: str, pos: int, said: str) -> None:
    found = unit_after(text, pos, RULES)
    assert found is not None
    assert said in " ".join(found.ambiguity)


PLAIN = ["5 short tons", "5 tonnes", "5 US dollars", "5 Mexican pesos", "5 imperial gallons", "5 pounds sterling"]


@pytest.mark.parametrize("text", PLAIN)
def test_what_is_said_in_full_leaves_nothing_open(text: str) -> None:
    found = unit_after(text, 1, RULES)
    assert found is not None
    assert found.ambiguity == ()
