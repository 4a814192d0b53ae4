"""Figures that a text sets against each other, and those that it only names side by side. From text to fact."""

import pytest

from reconcile import pipeline
from reconcile.model import Document, Report, Settings
from reconcile.rulebook import load

AGAINST = "a text that sets one against the other"
SET_AGAINST = {
    "not": (
        "The port handled 48,300 containers in May, the port authority said.",
        "Dockers say that 41,700 boxes came ashore in May, not 48,300.",
        ("48,300", "41,700"),
    ),
    "instead of": (
        "The county museum lent 2,318 coins to the fair, its director said.",
        "The fair now has 2,140 coins on its list instead of 2,318.",
        ("2,318", "2,140"),
    ),
    "that others have published": (
        "The farm chamber has counted 3,460 hives in the valley.",
        "Keepers have 5,120 hives in the valley on their list, far beyond the 3,460 that the chamber has published.",
        ("3,460", "5,120"),
    ),
    "wrong, in the next sentence": (
        "Some 17,800 readers took part in the vote, the library said.",
        "In the spring we gave the number of readers as 17,800. This was wrong: the ledger shows 15,250.",
        ("17,800", "15,250"),
    ),
    "a myth, in its own sentence": (
        "A flat on the hill costs an average of £412,000, the agents said.",
        'The agents\' "£412,000" is a fairy tale. An average flat is £368,000, all in.',
        ("412,000", "368,000"),
    ),
}
SIDE_BY_SIDE = {
    "another thing's figure": (
        "The old pump used 2.17 litres an hour in the trial, the maker said.",
        "The new pump used 1.34 litres an hour, against 2.17 for the old one.",
        ("2.17", "1.34"),
    ),
    "something else is wrong": (
        "The choir sold 1,340 records in June.",
        "The date on the poster was wrong. The choir sold 1,340 records in June and printed 2,900 leaflets.",
        ("1,340", "2,900"),
    ),
    "the one beside it counts something else": (
        "Some 210,000 people lined the course, the organisers said.",
        "The organisers' 210,000 people are a myth.\n\nMedics treated 31,400 people for blisters.",
        ("210,000", "31,400"),
    ),
    "nobody else gives what is rejected": (
        "The choir sold 1,340 records in June.",
        "Talk of 2,900 new members is nonsense. The choir sold 1,340 records.",
        ("1,340", "2,900"),
    ),
}


def compared(texts: tuple[str, ...]) -> Report:
    papers = [
        Document(f"{n}.txt", text, publisher=f"Paper {n}", published="2031-06-04") for n, text in enumerate(texts)
    ]
    return pipeline.reconcile(papers, load(), Settings())


def facts_of(report: Report, printed: str) -> set[str]:
    ids = {claim.id for claim in report.claims if printed in claim.quantity.text}
    assert ids, printed
    return {fact.id for fact in report.findings.facts if ids & set(fact.claims)}


@pytest.mark.parametrize(("first", "second", "figures"), SET_AGAINST.values(), ids=SET_AGAINST)
def test_figures_set_against_each_other_answer_one_question(first, second, figures):
    report = compared((first, second))
    one, other = (facts_of(report, printed) for printed in figures)
    assert one == other
    assert len(one) == 1
    (fact,) = (fact for fact in report.findings.facts if fact.id in one)
    assert {AGAINST, "the same figure"} & {reason.split(",")[0].split("; ")[-1] for reason in fact.because}


@pytest.mark.parametrize(("first", "second", "figures"), SIDE_BY_SIDE.values(), ids=SIDE_BY_SIDE)
def test_figures_named_side_by_side_do_not(first, second, figures):
    report = compared((first, second))
    assert all(facts_of(report, printed) for printed in figures)
    assert AGAINST not in [reason for fact in report.findings.facts for reason in fact.because]


def test_a_figure_told_in_passing_is_judged_where_another_text_gives_it_too():
    told = "The climbers sat out the storm for 31 hours."
    (one,) = compared((told,)).findings.incidental
    assert one.because
    twice = compared((told, "The party sat in the hut for 31 hours."))
    assert not twice.findings.incidental
    (fact,) = twice.findings.facts
    assert len(fact.claims) == 2
