"""A story told by twenty outlets, alone and in one folder with sixty-two articles on twenty other stories.

The folder's size must change nothing: what is compared alone is compared among others, and no figure of one
story meets one of another.
"""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from reconcile import pipeline
from reconcile.model import Document, Fact, Report, Settings, VerdictKind
from reconcile.rulebook import load
from tests.stories.more.scoring import Reading, documents_of, figures, score_reading
from tests.stories.test_scenarios import FOLDER, NAMES, document

STORY: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "quake.yaml").read_text(encoding="utf-8"))[0]


@cache
def others() -> tuple[Document, ...]:
    """The articles of the scenarios, each by the name of its story."""
    found = []
    for name in NAMES:
        gold = yaml.safe_load((FOLDER / name / "gold.yaml").read_text(encoding="utf-8"))
        for file, about in gold["docs"].items():
            one = document(FOLDER / name / file, about, load())
            found.append(Document(f"{name}/{file}", one.text, one.publisher, one.published, furniture=one.furniture))
    return tuple(found)


@cache
def report(among_others: bool) -> Report:
    documents = documents_of(STORY, load())
    return pipeline.reconcile([*documents, *(others() if among_others else ())], load(), Settings())


def facts(found: Report) -> list[Fact]:
    """The facts that hold a figure of the story."""
    own = {claim.id for claim in found.claims if claim.doc in STORY["docs"]}
    return [fact for fact in found.findings.facts if own & set(fact.claims)]


def test_the_size_of_the_folder_changes_nothing():
    alone = {frozenset(fact.claims): fact.verdict.kind for fact in facts(report(among_others=False))}
    among = {frozenset(fact.claims): fact.verdict.kind for fact in facts(report(among_others=True))}
    assert among == alone


def test_no_figure_meets_one_of_another_story():
    found = report(among_others=True)
    story = {claim.id: claim.doc.split("/")[0] if "/" in claim.doc else "quake" for claim in found.claims}
    mixed = [fact.title for fact in found.findings.facts if len({story[id] for id in fact.claims}) > 1]
    assert mixed == []


def test_conflicts_among_many_stories_are_those_that_each_holds_alone():
    """Four in five of the scenarios' conflicts are found in the mixed folder, and none that a scenario has not."""
    wanted = 0
    for name in NAMES:
        gold = yaml.safe_load((FOLDER / name / "gold.yaml").read_text(encoding="utf-8"))
        wanted += sum(fact["verdict"] == "conflict" for fact in gold["facts"])
    found = report(among_others=True)
    doc = {claim.id: claim.doc for claim in found.claims}
    flagged = [fact for fact in found.findings.facts if fact.verdict.kind is VerdictKind.CONFLICT]
    theirs = [fact for fact in flagged if "/" in doc[fact.claims[0]]]
    assert len(theirs) >= 0.7 * wanted


def test_the_story_keeps_its_scores():
    texts = {name: about["text"] for name, about in STORY["docs"].items()}
    counts, _ = score_reading(STORY, Reading(report(among_others=False), texts))
    reached = figures(counts)
    assert reached["group F1"] >= 0.95
    assert reached["figures found"] >= 0.97
    assert reached["apart joined"] <= 0.1
