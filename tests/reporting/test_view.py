from dataclasses import replace

import pytest
from reporting_samples import WIRE, sample

from reconcile.model import Claim, Comparison, Fact, Interval, Origin, Report, Span, VerdictKind
from reconcile.reporting.markdown import to_markdown
from reconcile.reporting.rows import quote
from reconcile.reporting.view import View


def in_euros(rate: float | None) -> Report:
    """The sample with its two sums of money compared in euros, at a rate that the claims do not tell."""
    report = sample()
    facts = []
    for fact in report.findings.facts:
        if fact.unit == "USD":
            steps = tuple(converted(step, rate) for step in fact.verdict.comparisons) if rate else ()
            fact = replace(fact, unit="EUR", spread=None, verdict=replace(fact.verdict, comparisons=steps))
        facts.append(fact)
    return replace(report, findings=replace(report.findings, facts=tuple(facts)))


def converted(step: Comparison, rate: float) -> Comparison:
    a, b = (Interval(one.low * rate, one.high * rate) for one in (step.a_interval, step.b_interval))
    return replace(step, unit="EUR", a_interval=a, b_interval=b)


def money(view: View) -> Fact:
    return next(one for one in view.facts if one.fact.unit == "EUR")


def test_a_figure_is_drawn_where_it_was_compared() -> None:
    one = money(View(replace_rates(in_euros(0.9))))
    assert [reach.stated for _, reach in one.drawn] == [Interval(4.05e6, 4.05e6)] * 2
    assert one.spread == "EUR 4.05 million"


def replace_rates(report: Report) -> Report:
    return replace(report, settings=replace(report.settings, rates=()))


def test_a_figure_that_nothing_converts_is_listed_and_not_drawn() -> None:
    report = replace_rates(in_euros(None))
    one = money(View(report))
    assert one.drawn == ()
    assert one.spread == "no figure"
    assert len(one.rows) == 2
    section = to_markdown(report).split("### Cost of relief")[1].split("\n## ")[0]
    assert "```text" not in section
    assert section.count("“\\$4.5 million”") == 2


def test_a_converted_end_has_no_digit_that_nobody_stated() -> None:
    report = sample()
    facts = tuple(
        replace(one, spread=Interval(60000, 123456.789)) if one.verdict.kind is VerdictKind.CONFLICT else one
        for one in report.findings.facts
    )
    view = View(replace(report, findings=replace(report.findings, facts=facts)))
    assert view.facts[0].spread == "60,000 to 123,000"


def test_the_gravest_comes_first() -> None:
    assert [one.kind for one in View(sample()).facts] == list(VerdictKind)


@pytest.mark.parametrize("before", [0, 40, 5000])
@pytest.mark.parametrize("after", [0, 40, 5000])
def test_a_long_sentence_is_cut_around_its_figure(before: int, after: int) -> None:
    text = "word " * before + "19" + " word" * after
    document = replace(WIRE, text=text)
    start = before * 5
    claim: Claim = next(one for one in sample().claims if one.quantity.text == "19")
    quantity = replace(claim.quantity, start=start, end=start + 2, number=Span(start, start + 2, "19"))
    found = quote(replace(claim, quantity=quantity, sentence=Span(0, len(text), text)), document)
    assert found.figure == "19"
    assert len(found.before) + len(found.after) <= 620
    assert found.before.rstrip() in text[:start]
    assert (found.cut_before, found.cut_after) == (before == 5000, after == 5000)
    assert not found.cut_before or found.before.startswith("word ")
    assert not found.cut_after or found.after.endswith(" word")


@pytest.mark.parametrize(
    ("kind", "high", "spread"),
    [
        (VerdictKind.SUPERSEDED, 19, "12 to 19"),  # the highest is a plain 19, whatever "at least 12" leaves open
        (VerdictKind.SUPERSEDED, 12, "12 or more"),
        (VerdictKind.COMPATIBLE, 44, "40 to 44"),
    ],
)
def test_a_spread_whose_top_is_a_floor_says_so(kind: VerdictKind, high: float, spread: str) -> None:
    report = sample()
    facts = []
    for one in report.findings.facts:
        if one.verdict.kind is kind and high == 12:  # only the claim of at least 12 is left
            one = replace(
                one, claims=one.claims[:1], spread=Interval(12, 12), verdict=replace(one.verdict, comparisons=())
            )
        facts.append(one)
    view = View(replace(report, findings=replace(report.findings, facts=tuple(facts))))
    assert view.of(kind)[0].spread == spread


def test_a_fact_says_why_its_claims_stand_together_and_which_count_once() -> None:
    report = sample()
    agreed = next(one for one in report.findings.facts if one.verdict.kind is VerdictKind.AGREE)
    told = replace(
        agreed,
        because=("the same property (cost); the same figure", "another"),
        origins=(Origin("the fund", agreed.claims, "all from the fund"),),
    )
    facts = tuple(told if one.id == agreed.id else one for one in report.findings.facts)
    page = to_markdown(replace(report, findings=replace(report.findings, facts=facts)))
    assert (
        "Compared for the same property (cost); the same figure. Counted as one origin, the fund: all from the fund."
    ) in page
    assert View(report).facts[0].grounds == ()
