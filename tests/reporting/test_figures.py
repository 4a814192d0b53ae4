import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.model import Interval, Kind, Modifier, Quantity, Span
from reconcile.reporting.figures import between, count, number, stated, symbol, unit_pattern
from reconcile.reporting.scale import common, scale_of


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        (0, "0"), (7, "7"), (1000, "1,000"), (60000, "60,000"), (1.4e6, "1.4 million"), (1e6, "1 million"),
        (1234567, "1,234,567"), (99999.5, "99,999.5"), (2.5e9, "2.5 billion"), (3e12, "3 trillion"), (0.25, "0.25"),
        (33.333333333, "33.3333"), (0.1 + 0.2, "0.3"), (-12.5, "−12.5"), (math.inf, "∞"), (-math.inf, "−∞"),
        (1e30, "1e+30"), (0.00001, "1e-05"),
    ],
)  # fmt: skip
def test_numbers_read_as_people_write_them(value: float, printed: str) -> None:
    assert number(value) == printed


@given(st.floats(min_value=0, max_value=1e15))
def test_a_printed_number_is_the_number_to_six_digits(value: float) -> None:
    text = number(value).replace(",", "")
    figure, _, word = text.partition(" ")
    scale = {"": 1, "million": 1e6, "billion": 1e9, "trillion": 1e12}[word]
    assert float(figure) * scale == pytest.approx(value, rel=1e-5, abs=1e-300)


@pytest.mark.parametrize(
    ("unit", "kind", "low", "high", "printed"),
    [
        ("USD", Kind.MONEY, 3e9, 3e9, "USD 3 billion"),
        ("USD / barrel", Kind.MONEY, 62, 68, "USD 62 to 68 per barrel"),
        ("percent", Kind.RATIO, 4.5, 5.5, "4.5 to 5.5%"),
        ("percentage_point", Kind.RATIO, 2, 2, "2 percentage points"),
        ("kilometer / hour", Kind.PHYSICAL, 90, None, "90 km/h or more"),
        ("meter ** 3", Kind.PHYSICAL, None, 8, "up to 8 m³"),
        ("degree_Celsius", Kind.PHYSICAL, 21, 21, "21 °C"),
        ("year", Kind.PHYSICAL, 4.5, 5.5, "4.5 to 5.5 years"),
        ("hour", Kind.PHYSICAL, 1, 1, "1 hour"),
        ("troop", Kind.COUNT, 60000, 90000, "60,000 to 90,000"),
        (None, Kind.INDEX, None, None, "any"),
        ("no such unit !", Kind.PHYSICAL, 1, 2, "1 to 2 no such unit !"),
    ],
)
def test_intervals_carry_the_unit_people_print(
    unit: str | None, kind: Kind, low: float | None, high: float | None, printed: str
) -> None:
    assert between(low, high, unit_pattern(unit, kind, symbol)) == printed


@pytest.mark.parametrize(
    ("low", "high", "modifier", "printed"),
    [
        (100000, 100000, Modifier.ABOUT, "about 100,000"),
        (13000, None, Modifier.MORE_THAN, "more than 13,000"),
        (None, 90, Modifier.AT_MOST, "at most 90"),
        (0, 90, Modifier.LESS_THAN, "0 to 90"),
        (60000, 90000, Modifier.RANGE, "60,000 to 90,000"),
        (24, 99, Modifier.VAGUE, "24 to 99"),
        (12, 12, Modifier.EXACT, "12"),
    ],
)
def test_what_is_stated_keeps_its_hedge(
    low: float | None, high: float | None, modifier: Modifier, printed: str
) -> None:
    quantity = Quantity(0, 1, "x", low, high, modifier, Span(0, 1, "x"))
    assert stated(quantity) == printed


def test_counts_are_words_up_to_nine() -> None:
    assert [count(n, "source") for n in (0, 1, 3, 12)] == ["no sources", "one source", "three sources", "12 sources"]


ends = st.floats(min_value=-1e9, max_value=1e9, allow_nan=False)
stretches = st.tuples(ends, ends).map(lambda pair: Interval(min(pair), max(pair)))


@given(st.lists(stretches, min_size=1, max_size=6))
def test_every_end_falls_on_the_axis_in_order(some: list[Interval]) -> None:
    scale = scale_of(some)
    assert scale is not None
    values = sorted(end for one in some for end in (one.low, one.high))
    places = [scale.at(value) for value in values]
    assert places == sorted(places)
    assert all(0 <= place <= 1 for place in places)
    assert all(scale.low <= tick <= scale.high * (1 + 1e-9) or scale.high <= 0 for tick in scale.ticks())
    assert len(scale.ticks()) <= 7


@pytest.mark.parametrize(
    ("some", "shared"),
    [
        ([Interval(1, 3), Interval(2, 5)], Interval(2, 3)),
        ([Interval(1, 2), Interval(2, 5)], None),
        ([Interval(1, 2), Interval(3, 5)], None),
        ([Interval(1, math.inf), Interval(-math.inf, 5)], Interval(1, 5)),
        ([], None),
    ],
)
def test_the_common_stretch(some: list[Interval], shared: Interval | None) -> None:
    assert common(some) == shared


@pytest.mark.parametrize(("low", "high"), [(14, 23), (2, 5), (0, 1), (27, 64), (3, 3), (1, 99)])
def test_people_are_counted_in_whole_ones(low: float, high: float) -> None:
    scale = scale_of([Interval(low, high)])
    assert scale is not None
    assert scale.ticks()
    assert all(tick == int(tick) for tick in scale.ticks())
