from dataclasses import replace
from datetime import date

import pytest
from reporting_samples import sample

from reconcile.model import Attribution, Claim, Fact, Grain, Measure, Period, Stance, VerdictKind
from reconcile.reporting.settling import what_would_settle


def conflict() -> tuple[Fact, Claim, Claim]:
    """A conflict of which the comparison says nothing more, its claims alike in all but their figures."""
    report = sample()
    fact = report.findings.facts[0]
    claims = {one.id: one for one in report.claims}
    day = Period(date(2031, 3, 7), date(2031, 3, 7), Grain.DAY)
    a, b = (replace(claims[id], as_of=day) for id in fact.claims)
    return replace(fact, verdict=replace(fact.verdict, settle=None)), a, b


def asked(fact: Fact, *claims: Claim) -> str | None:
    return what_would_settle(fact, {one.id: one for one in claims})


def test_what_the_comparison_says_comes_first() -> None:
    fact = sample().findings.facts[0]
    assert asked(fact) == "whether people who left on their own are counted"


@pytest.mark.parametrize("kind", [one for one in VerdictKind if one is not VerdictKind.CONFLICT])
def test_only_a_conflict_is_to_be_settled(kind: VerdictKind) -> None:
    fact = next(one for one in sample().findings.facts if one.verdict.kind is kind)
    assert asked(fact) is None


def test_alike_in_all_but_the_figure_leaves_the_way_of_counting() -> None:
    assert asked(*conflict()) == "how each figure was counted: the texts give one day and one scope"


def test_days_that_differ_are_named() -> None:
    fact, a, b = conflict()
    b = replace(b, as_of=Period(date(2031, 3, 1), date(2031, 3, 31), Grain.MONTH))
    assert asked(fact, a, b) == "figures for one day (these are for 2031-03 to 2031-03-07)"


def test_a_day_that_is_not_said_is_asked_for() -> None:
    fact, a, b = conflict()
    assert asked(fact, a, replace(b, as_of=None)) == "the day that “60,000 to 90,000” is for"


def test_a_scope_that_only_one_names_is_asked_for() -> None:
    fact, a, b = conflict()
    b = replace(b, measure=Measure("displaced"))
    assert asked(fact, a, b) == "whether “60,000 to 90,000” is for the same place as the rest (Arva valley)"


def test_scopes_that_differ_are_named() -> None:
    fact, a, b = conflict()
    b = replace(b, measure=Measure("displaced", None, (("place", "lower_valley"),)))
    assert asked(fact, a, b) == "figures for one place (these are for Arva valley, lower valley)"


def test_a_source_that_is_not_named_is_asked_for() -> None:
    fact, a, b = conflict()
    a = replace(a, attribution=Attribution())
    assert asked(fact, a, b) == "who gives “around 115,000 people”, for which no source is named"


def test_those_who_deny_are_asked_for_their_figure() -> None:
    fact, a, b = conflict()
    b = replace(b, attribution=replace(b.attribution, stance=Stance.DENIED))
    assert asked(fact, a, b) == "which figure those who deny “60,000 to 90,000” hold to"
