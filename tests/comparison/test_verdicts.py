"""One fact, its verdict: cases as data, each a small story of our own."""

import pytest
from comparison_samples import claim, only, quantity

from reconcile.model import Severity

# claims of one fact -> verdict, the pairs that cannot both hold
CASES = {
    "two counts of one evening": (
        [claim("m", 27, "a", "the ministry"), claim("h", 64, "b", "the hospitals")],
        ("conflict", {("h", "m")}),
    ),
    "a toll that rose": (
        [claim("m", 27, "a", "the ministry"), claim("h", 64, "b", "the hospitals", days=3)],
        ("superseded", set()),
    ),
    "a toll that fell contradicts": (
        [claim("m", 64, "a", "the ministry"), claim("h", 27, "b", "the hospitals", days=3)],
        ("conflict", {("h", "m")}),
    ),
    "the same ministry a day later": (
        [claim("m", 27, "a", "the ministry"), claim("n", 64, "b", "the ministry", days=1)],
        ("superseded", set()),
    ),
    "one ministry, one day, two outlets with two figures": (
        [claim("m", 27, "a", "the ministry"), claim("n", 72, "b", "the ministry")],
        ("conflict", {("m", "n")}),
    ),
    "a denial against what is asserted": (
        [claim("h", 64, "a", "the hospitals"), claim("g", 64, "b", "the governor", "denied")],
        ("conflict", {("g", "h")}),
    ),
    "a denial of another figure": (
        [claim("h", 12, "a", "the hospitals"), claim("g", 64, "b", "the governor", "denied")],
        ("compatible", set()),
    ),
    "a figure withdrawn": (
        [claim("h", 36, "a", "the brigade"), claim("g", 63, "b", None, "retracted")],
        ("superseded", set()),
    ),
    "an outlet that still quotes what the source replaced": (
        [
            claim("m", 27, "a", "the ministry"),
            claim("n", 64, "b", "the ministry", days=2),
            claim("o", 27, "c", "the mayor", days=1),
        ],
        ("superseded", set()),
    ),
    "rounded": (
        [claim("m", 32_232, "a", "the ministry"), claim("n", 32_000, "b", "the fund")],
        ("agree", set()),
    ),
    "hedged": (
        [claim("m", 112, "a", "the ministry"), claim("n", quantity(110, "about"), "b", "the fund")],
        ("agree", set()),
    ),
    "a bound that the other meets": (
        [claim("m", 72, "a", "the ministry"), claim("n", quantity(58, "at_least"), "b", "the fund")],
        ("compatible", set()),
    ),
    "a bound that the other breaks": (
        [claim("m", 50, "a", "the ministry"), claim("n", quantity(58, "at_least"), "b", "the fund")],
        ("conflict", {("m", "n")}),
    ),
    "a vague band": (
        [claim("m", 41, "a", "the ministry"), claim("n", quantity((24, 99), "vague"), "b", "the fund")],
        ("compatible", set()),
    ),
    "ranges that touch": (
        [
            claim("m", quantity((60_000, 90_000), "range"), "a", "the ministry"),
            claim("n", quantity((90_000, 120_000), "range"), "b", "the fund"),
        ],
        ("compatible", set()),
    ),
    "one origin, two outlets": (
        [claim("m", 27, "a", "the ministry"), claim("n", 27, "b", "the ministry")],
        ("single", set()),
    ),
    "one figure alone": ([claim("m", 27, "a", "the ministry")], ("single", set())),
    "a crowd is counted once, however late it is told": (
        [
            claim("p", 80_000, "a", "the police", property="crowd_size"),
            claim("u", 400_000, "b", "the unions", property="crowd_size", days=6),
        ],
        ("conflict", {("p", "u")}),
    ),
    "every mention of either side is listed": (
        [
            claim("h", 27, "a", None),
            claim("i", 27, "a", "the ministry"),
            claim("m", 64, "b", "the hospitals"),
        ],
        ("conflict", {("h", "m"), ("i", "m")}),
    ),
}


@pytest.mark.parametrize("case", CASES, ids=str)
def test_verdict(case):
    claims, (kind, pairs) = CASES[case]
    fact = only(claims)
    assert fact.verdict.kind.value == kind, fact.verdict.because
    assert {tuple(sorted(pair)) for pair in fact.conflicts} == pairs


def test_the_reason_has_the_figures_the_sources_and_the_distance_in_it():
    fact = only([claim("m", 27, "a", "the ministry"), claim("h", 64, "b", "the hospitals")])
    assert fact.verdict.because == "27 (the ministry) and 64 (the hospitals) cannot both hold, 2.4 times apart."


def test_a_conflict_of_slow_levels_weeks_apart_says_so():
    fact = only(
        [
            claim("k", quantity(115_000, "about"), "a", "Ardland", property="military_presence", entity="troop"),
            claim(
                "w",
                quantity((60_000, 90_000), "range"),
                "b",
                "Brunia",
                property="military_presence",
                entity="troop",
                days=28,
            ),
        ]
    )
    assert fact.verdict.kind.value == "conflict"
    assert "4 weeks apart" in fact.verdict.because


@pytest.mark.parametrize(
    ("figure", "severity"), [(1_050, Severity.MINOR), (1_500, Severity.CLEAR), (2_500, Severity.MAJOR)]
)
def test_severity_goes_by_the_ratio(figure, severity):
    fact = only([claim("m", 1_001, "a", "the ministry"), claim("n", figure + 2, "b", "the fund")])
    assert fact.verdict.severity is severity


def test_a_headline_speaks_for_the_source_in_its_text():
    claims = [claim("h", 27, "a"), claim("i", 27, "a", "the ministry"), claim("j", 31, "b", "the ministry", days=1)]
    assert only(claims).verdict.kind.value == "superseded"


def test_other_units_are_told_in_the_fact_s_own():
    fact = only(
        [
            claim(
                "k", quantity(8, unit="kilometer", kind="physical"), "a", "the institute", property="depth", entity=None
            ),
            claim("m", quantity(5, unit="mile", kind="physical"), "b", "the centre", property="depth", entity=None),
        ]
    )
    assert fact.verdict.kind.value == "agree"
    assert fact.unit == "kilometer"
    assert fact.verdict.comparisons[0].b_interval.high == pytest.approx(5.5 * 1.609344)
