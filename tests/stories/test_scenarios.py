"""Twenty stories with every figure, question and verdict written down by hand, run from text to verdict.

A scenario's ``gold.yaml`` gives the claims with their offsets, the facts with the verdicts that a careful
reader accepts (``verdict``, ``also_ok``), the pairs that are not the same (``not_same``) and the figures that
no fact may hold (``distractors``).
"""

from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from reconcile import pipeline
from reconcile.model import Claim, Document, Fact, Report, Settings, VerdictKind
from reconcile.reading.furniture import find_furniture
from reconcile.rulebook import Rules, load

FOLDER = Path(__file__).parent / "scenarios"
NAMES = sorted(path.parent.name for path in FOLDER.glob("*/gold.yaml"))

#: Facts whose verdict is still another one, and whose fault that is.
KNOWN = {
    "26-defence-budget/F2": "attribution: they say 2.6 percent, in a quotation, is taken for the speaker's own figure",
    "26-defence-budget/F3": 'quantity: "its rise of 2.1 billion" does not carry the currency of the sum before it',
    "35-wheat-harvest/F3": 'quantity: "average yield: 50.1 bushels" is not read as a yield by the acre',
}


@dataclass(frozen=True)
class Scenario:
    """What was written down, and what the engine makes of the texts."""

    gold: dict[str, Any]
    report: Report

    def claim_at(self, figure: dict[str, Any]) -> Claim | None:
        """The claim that overlaps a figure written down most."""
        overlap = lambda c: min(c.quantity.end, figure["end"]) - max(c.quantity.start, figure["start"])  # noqa: E731
        near = [claim for claim in self.report.claims if claim.doc == figure["doc"] and overlap(claim) > 0]
        return max(near, key=overlap, default=None)

    def fact_of(self, claim: Claim | None) -> Fact | None:
        """The fact that judges a claim."""
        facts = self.report.findings.facts
        return next((fact for fact in facts if claim is not None and claim.id in fact.claims), None)

    def facts_with(self, ids: list[str]) -> Counter[Fact]:
        """The facts that hold the claims written down, with how many of them each holds."""
        by_id = {claim["id"]: claim for claim in self.gold["claims"]}
        held = [self.fact_of(self.claim_at(by_id[id])) for id in ids]
        return Counter(fact for fact in held if fact is not None)


@cache
def scenario(name: str) -> Scenario:
    gold = yaml.safe_load((FOLDER / name / "gold.yaml").read_text(encoding="utf-8"))
    book = load()
    documents = [document(FOLDER / name / file, about, book) for file, about in gold["docs"].items()]
    return Scenario(gold, pipeline.reconcile(documents, book, Settings()))


def document(path: Path, about: dict[str, Any], book: Rules) -> Document:
    text = path.read_text(encoding="utf-8")
    furniture = find_furniture(text, book)
    return Document(path.name, text, about["publisher"], str(about["date"]), furniture=furniture)


def accepted(fact: dict[str, Any]) -> set[str]:
    return {fact["verdict"], *fact.get("also_ok", ())}


@pytest.mark.parametrize("name", NAMES)
def test_no_conflict_is_flagged_that_no_reader_would_call_one(name):
    one = scenario(name)
    tolerated = [fact["claims"] for fact in one.gold["facts"] if "conflict" in accepted(fact)]
    expected = {fact for ids in tolerated for fact, count in one.facts_with(ids).items() if count > 1}
    flagged = [fact for fact in one.report.findings.facts if fact.verdict.kind is VerdictKind.CONFLICT]
    assert [fact.verdict.because for fact in flagged if fact not in expected] == []


def verdicts() -> list[Any]:
    cases = []
    for name in NAMES:
        gold = yaml.safe_load((FOLDER / name / "gold.yaml").read_text(encoding="utf-8"))
        for fact in gold["facts"]:
            if len(fact["claims"]) > 1:
                case = f"{name}/{fact['id']}"
                marks = [pytest.mark.xfail(strict=True, reason=KNOWN[case])] if case in KNOWN else []
                cases.append(pytest.param(name, fact, id=case, marks=marks))
    return cases


@pytest.mark.parametrize(("name", "fact"), verdicts())
def test_a_fact_has_a_verdict_that_a_careful_reader_accepts(name, fact):
    one = scenario(name)
    held = one.facts_with(fact["claims"])
    found, count = max(held.items(), key=lambda entry: entry[1], default=(None, 0))
    assert found is not None
    assert count > 1, "its claims stand in facts of their own"
    assert found.verdict.kind.value in accepted(fact), found.verdict.because


def test_what_is_not_the_same_stays_apart_and_asides_stay_out():
    joined, judged, pairs, asides = [], [], 0, 0
    for name in NAMES:
        one = scenario(name)
        by_id = {claim["id"]: claim for claim in one.gold["claims"]}
        for entry in one.gold["not_same"]:
            facts = [one.fact_of(one.claim_at(by_id[id])) for id in entry["pair"]]
            pairs += 1
            if facts[0] is not None and facts[0] == facts[1]:
                joined.append((name, *entry["pair"], entry["why"]))
        known = {claim.id for c in one.gold["claims"] if (claim := one.claim_at(c))}
        for aside in one.gold["distractors"]:
            claim = one.claim_at(aside)
            asides += 1
            if claim is not None and claim.id not in known and one.fact_of(claim):
                judged.append((name, aside["surface"]))
    assert len(joined) <= 0.07 * pairs, joined
    assert len(judged) <= 0.08 * asides, judged
