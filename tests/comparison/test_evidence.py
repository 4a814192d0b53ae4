"""What speaks for two figures being one question (``signs.yaml``), and how a report tells it."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from comparison_samples import claim, found, quantity

from reconcile.model import Claim, Document, Findings, VerdictKind

SIGNS = yaml.safe_load((Path(__file__).parent / "signs.yaml").read_text(encoding="utf-8"))
FIGURE = ("modifier", "unit", "kind", "step")
HEADLINE = "A headline of some words"


def made(id: str, about: dict[str, Any]) -> list[Claim]:
    """A claim from what is written of it, with those of its text."""
    about = {"doc": id[0], "source": f"those who told {id[0]}", **about}
    beside = about.pop("beside", ())
    opens = about.pop("opens", False)
    figure = quantity(about.pop("value"), **{name: about.pop(name) for name in FIGURE if name in about})
    place = 0 if opens else len(HEADLINE) + 2
    object.__setattr__(figure, "start", figure.start + place)
    object.__setattr__(figure, "end", figure.end + place)
    rest = [made(f"{id}{number}", {**about, **other}) for number, other in enumerate(beside)]
    return [claim(id, figure, **about), *(one for some in rest for one in some)]


def report(one: dict[str, Any], other: dict[str, Any]) -> Findings:
    claims = [*made("a", one), *made("b", other)]
    docs = [Document(id, f"{HEADLINE}\n\nAnd a text of some words.", publisher=f"The {id} Paper") for id in "ab"]
    return found(claims, docs)


def clashes(findings: Findings) -> bool:
    """Whether the two figures are called a conflict."""
    return any(
        {step.a, step.b} == {"a", "b"} and step.outcome is VerdictKind.CONFLICT
        for fact in findings.facts
        for step in fact.verdict.comparisons
    )


@pytest.mark.parametrize(("one", "other"), [pytest.param(*pair[1:], id=pair[0]) for pair in SIGNS["surely"]])
def test_figures_that_are_surely_of_one_question_are_a_conflict(one, other):
    assert clashes(report(one, other))
    assert clashes(report(other, one))


@pytest.mark.parametrize(("one", "other"), [pytest.param(*pair[1:], id=pair[0]) for pair in SIGNS["doubtful"]])
def test_figures_that_may_be_of_two_questions_are_none(one, other):
    assert not clashes(report(one, other))
    assert not clashes(report(other, one))


def test_a_conflict_says_why_it_is_one_question():
    (fact,) = report({"value": 27}, {"value": 64, "modifier": "at_least"}).facts
    assert fact.because[-1] == "surely one question: the same thing is counted, one of them is worded as a bound"


def test_what_falls_short_of_a_conflict_is_told_as_a_doubt():
    findings = report({"value": 27, "source": None}, {"value": 64, "source": None})
    assert [fact.claims for fact in findings.facts] == [("a",), ("b",)]
    (entry,) = findings.not_compared
    assert entry.aspect == "doubt"
    assert entry.because.endswith("may be two things: nobody is named for either.")


def test_a_doubt_that_other_figures_settle_is_not_told():
    findings = report({"value": 27, "beside": [{"value": 27, "source": None}]}, {"value": 64})
    assert clashes(findings)
    assert findings.not_compared == ()
