"""What units do to a comparison: figures in other units are held against each other, or kept apart."""

import pytest

from reconcile.comparison.normalising import dimension, reach
from reconcile.model import Claim, Direction, Interval, Kind, Modifier, Quantity, Span


def claim(value: float, unit: str, kind: Kind, direction: Direction | None = None) -> Claim:
    text = f"{value} {unit}"
    number = Span(0, len(str(value)), str(value))
    quantity = Quantity(0, len(text), text, value, value, Modifier.EXACT, number, direction, unit, kind=kind)
    return Claim("a", "doc", quantity, Interval(value, value))


SAME = [
    (0.25, "dimensionless", 25, "percent", Kind.RATIO),
    (25, "basis_point", 0.25, "percentage_point", Kind.RATIO),
    (420, "ppm", 0.042, "percent", Kind.RATIO),
    (19, "US_cent", 0.19, "USD", Kind.MONEY),
    (30, "US_cent / gallon", 0.3, "USD / gallon", Kind.MONEY),
    (70, "USD / oil_barrel", 70 / 42, "USD / gallon", Kind.MONEY),
    (100, "degree_Celsius", 212, "degree_Fahrenheit", Kind.PHYSICAL),
    (90, "knot", 166.68, "kilometer / hour", Kind.PHYSICAL),
    (640, "acre", 2.589988, "kilometer ** 2", Kind.PHYSICAL),
    (40e6, "meter ** 3 / day", 14.61e9, "meter ** 3 / year", Kind.PHYSICAL),
]


@pytest.mark.parametrize(("value", "unit", "other", "to", "kind"), SAME)
def test_figures_in_other_units_meet(value: float, unit: str, other: float, to: str, kind: Kind) -> None:
    first, second = claim(value, unit, kind), claim(other, to, kind)
    assert dimension(first.quantity) == dimension(second.quantity)
    found = reach(first, to, {})
    assert found is not None
    assert found.stated.low == pytest.approx(other, rel=1e-5)


APART = [
    ("percent", "percentage_point", Kind.RATIO),
    ("times", "percent", Kind.RATIO),
    ("magnitude", "index_point", Kind.INDEX),
    ("kilowatt", "kilowatt_hour", Kind.PHYSICAL),
    ("USD / share", "USD / oil_barrel", Kind.MONEY),
]


@pytest.mark.parametrize(("unit", "other", "kind"), APART)
def test_figures_of_two_dimensions_are_kept_apart(unit: str, other: str, kind: Kind) -> None:
    assert dimension(claim(1, unit, kind).quantity) != dimension(claim(1, other, kind).quantity)


def test_a_change_of_temperature_is_converted_as_a_difference() -> None:
    found = reach(claim(10, "degree_Celsius", Kind.PHYSICAL, Direction.UP), "degree_Fahrenheit", {})
    assert found is not None
    assert found.stated.low == pytest.approx(18)


def test_no_currency_is_converted_without_a_rate() -> None:
    assert reach(claim(10, "USD", Kind.MONEY), "EUR", {}) is None
    found = reach(claim(10, "USD", Kind.MONEY), "EUR", {("USD", "EUR"): 0.9})
    assert found is not None
    assert found.stated.low == pytest.approx(9)
