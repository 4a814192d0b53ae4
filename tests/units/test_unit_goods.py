"""Bushels by grain, ounces by metal."""

import pytest

from reconcile import units
from reconcile.extraction.goods import unit_of_good
from reconcile.rulebook import load

CASES = [
    ("bushel", ["winter", "wheat"], "wheat_bushel"),
    ("bushel / acre", ["corn"], "corn_bushel / acre"),
    ("USD / bushel", ["Soybeans"], "USD / soybean_bushel"),
    ("ounce", ["gold"], "troy_ounce"),
    ("ounce", ["cheese"], "ounce"),
    ("bushel", ["apples"], "bushel"),
    ("bushel", [], "bushel"),
    ("metric_ton", ["wheat"], "metric_ton"),
]


@pytest.mark.parametrize(("unit", "words", "wanted"), CASES)
def test_a_unit_of_a_good(unit: str, words: list[str], wanted: str) -> None:
    assert unit_of_good(unit, words, load()) == wanted


def test_yields_by_bushel_and_by_tonne_can_be_held_against_each_other() -> None:
    unit = unit_of_good("bushel / acre", ["wheat"], load())
    assert units.convert(50, unit, "metric_ton / hectare") == pytest.approx(3.3625, rel=1e-3)
