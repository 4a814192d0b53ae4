import math

import pytest
from comparison_samples import quantity, rules
from hypothesis import given
from hypothesis import strategies as st

from reconcile.extraction.plausible import grain, plausible

PRESETS = ("strict", "default", "lenient")

# what is stated, how, in what; what it leaves open
CASES = [
    ((115_000, "about"), (112_125, 117_875)),
    ((100_000, "about"), (92_500, 107_500)),
    ((32_000, "exact"), (31_500, 32_500)),
    ((32_232, "exact"), (32_231.5, 32_232.5)),
    ((27, "exact"), (27, 27)),
    ((1_100, "nearly"), (1_050, 1_100)),
    ((12, "at_least"), (12, math.inf)),
    ((60, "less_than"), (0, 60)),
    (((60_000, 90_000), "range"), (60_000, 90_000)),
    (((24, 99), "vague"), (12, 198)),
    ((5.8, "exact", "magnitude", "index", 0.1), (5.75, 5.85)),
    ((2.6, "exact", "percent", "ratio", 0.1), (2.55, 2.65)),
    ((50, "exact", "percent", "ratio", 1), (49.5, 50.5)),
    ((-4, "exact", "degree_Celsius", "physical", 1), (-4.5, -3.5)),
    ((8, "exact", "kilometer", "physical", 1), (7.5, 8.5)),
    ((650, "at_most", "millimeter", "physical", 1), (-math.inf, 675)),
    ((33.333, "exact", "percent", "ratio", None), (31.66635, 34.99965)),
]


@pytest.mark.parametrize(("stated", "left"), CASES, ids=lambda case: str(case[:3]))
def test_what_words_and_digits_leave_open(stated, left):
    found = plausible(quantity(*stated), rules())
    assert (found.low, found.high) == pytest.approx(left)


@pytest.mark.parametrize(
    ("value", "step", "printed", "expected"),
    [
        (115_000, 1, "115,000", 5_000),
        (13_000, 1, "13,000", 1_000),
        (100_000, 1, "100,000", 100_000),
        (50, 1, "50", 10),
        (1_400_000, 100_000, "1.4 million", 100_000),
        (4_000_000, 100_000, "4.0 million", 100_000),
        (20_000_000, 1_000_000, "20 million", 10_000_000),
        (8.125, 0.001, "8.125", 0.001),
    ],
)
def test_how_roundly_a_number_is_given(value, step, printed, expected):
    assert grain(value, step, printed) == expected


figures = st.builds(
    quantity,
    st.integers(0, 10**9).map(float),
    st.sampled_from(["exact", "about", "nearly", "more_than", "at_least", "less_than", "at_most"]),
    st.sampled_from(["person", "kilometer", "EUR", "percent"]),
    st.sampled_from(["count", "physical", "money", "ratio"]),
)


@given(figures)
def test_a_laxer_preset_leaves_no_less_open(figure):
    strict, default, lenient = (plausible(figure, rules(), preset) for preset in PRESETS)
    assert lenient.low <= default.low <= strict.low <= strict.high <= default.high <= lenient.high


@given(st.integers(0, 10**9), st.sampled_from(["person", "kilometer"]), st.sampled_from(PRESETS))
def test_a_hedge_leaves_no_less_open_than_none(value, unit, preset):
    kind = "count" if unit == "person" else "physical"
    bare, hedged = (plausible(quantity(float(value), how, unit, kind), rules(), preset) for how in ("exact", "about"))
    assert hedged.low <= bare.low
    assert bare.high <= hedged.high


@given(figures, st.sampled_from(PRESETS))
def test_what_is_stated_is_plausible_and_a_count_is_never_negative(figure, preset):
    found = plausible(figure, rules(), preset)
    for end in (figure.low, figure.high):
        assert end is None or found.low <= end <= found.high
    assert figure.kind.value != "count" or found.low >= 0
