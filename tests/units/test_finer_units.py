"""Amounts in two units are one figure."""

import pytest

from reconcile.extraction.figures import read_figure
from reconcile.rulebook import load

ONE = [
    ("6ft 2in", 6 + 2 / 12, "foot"),
    ("6 feet 2 inches", 6 + 2 / 12, "foot"),
    ("6-foot-2", 6 + 2 / 12, "foot"),
    ("two hours and 30 minutes", 2.5, "hour"),
    ("2 hours 30 minutes", 2.5, "hour"),
    ("1 hour 12 minutes and 36 seconds", 1.21, "hour"),
    ("four years and six months", 4.5, "year"),
    ("two weeks and three days", 17 / 7, "week"),
    ("14 stone 7lb", 14.5, "stone"),
    ("7lb 4oz", 7.25, "pound"),
    ("3 dollars and 50 cents", 3.5, "USD"),
]


@pytest.mark.parametrize("rest", ["", ".", " after that", ", he said"])
@pytest.mark.parametrize(("text", "value", "unit"), ONE)
def test_two_units_make_one_figure(text: str, value: float, unit: str, rest: str) -> None:
    figure = read_figure(text + rest, 0, load())
    assert figure is not None
    assert figure.unit is not None
    assert (figure.low, figure.unit.unit, figure.end) == (pytest.approx(value), unit, len(text))


APART = [
    ("6 feet wide and 2 inches deep", 6, 6),
    ("10 feet 3 men stood", 10, 7),
    ("two years and six men", 2, 9),
    ("5 years 18 months", 5, 7),
    ("5 hours and 90 minutes", 5, 7),
    ("6 feet 2 metres", 6, 6),
    ("24 hours, 39 minutes", 24, 8),
    ("6 metres 2 inches", 6, 8),
    ("30 minutes 2 goals", 30, 10),
    ("6 feet 12-14 men", 6, 6),
]


@pytest.mark.parametrize(("text", "value", "end"), APART)
def test_what_does_not_belong_together_stays_apart(text: str, value: float, end: int) -> None:
    figure = read_figure(text, 0, load())
    assert figure is not None
    assert (figure.low, figure.end) == (value, end)


def test_the_ends_of_a_range_stay_two() -> None:
    text = "between two years and six months"
    figure = read_figure(text, len("between "), load())
    assert figure is not None
    assert figure.low == 2


def test_the_finer_unit_gives_the_precision() -> None:
    figure = read_figure("2 hours 30 minutes", 0, load())
    assert figure is not None
    assert figure.number.step == pytest.approx(1 / 60)
