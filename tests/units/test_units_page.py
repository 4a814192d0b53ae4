"""The page on units: its code runs, and the names in it are read as it says."""

import doctest
from pathlib import Path

import pytest

from reconcile.extraction.units import unit_after
from reconcile.rulebook import load

PAGE = Path(__file__).resolve().parents[2] / "docs" / "units.md"


def test_the_code_on_the_page_runs() -> None:
    result = doctest.testfile(str(PAGE), module_relative=False)
    assert result.attempted
    assert not result.failed


@pytest.mark.parametrize(
    ("words", "unit", "said"),
    [
        ("dollars", "USD", "of which country is not said"),
        ("tons", "ton", "short (2,000 lb), long (2,240 lb) or metric is not said"),
        ("pounds", "pound", "of money or of weight is not said"),
        ("degrees", "degree", "of temperature or of angle is not said"),
        ("barrels", "oil_barrel", "of oil (42 US gallons) unless another barrel is meant"),
        ("gallons", "gallon", "US or imperial is not said"),
        ("calories", "calorie", "of food, a kilocalorie is usually meant"),
    ],
)
def test_what_the_page_says_stays_open(words: str, unit: str, said: str) -> None:
    found = unit_after(f"5 {words}", 1, load())
    assert found is not None
    assert (found.unit, found.ambiguity[0].partition(": ")[2]) == (unit, said)
