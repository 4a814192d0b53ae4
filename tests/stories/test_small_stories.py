"""Small stories of our own, from text to verdict: what belongs together, what stays apart, what is a conflict."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from reconcile import pipeline
from reconcile.model import Claim, Document, Fact, Report, Settings, VerdictKind
from reconcile.rulebook import load

HERE = Path(__file__).parent
STORIES = [
    story
    for file in ("small", "alarms")
    for story in yaml.safe_load((HERE / f"{file}.yaml").read_text(encoding="utf-8"))
]

#: What is still missed, and whose fault that is.
KNOWN = {
    "A figure withdrawn": 'attribution: "an earlier report said 91" is not read as withdrawn',
}


@cache
def report(title: str) -> Report:
    texts = next(story["texts"] for story in STORIES if story["title"] == title)
    documents = [Document(id, text["text"], text["publisher"], str(text["published"])) for id, text in texts.items()]
    return pipeline.reconcile(documents, load(), Settings())


def claim(found: Report, figure: str) -> Claim:
    """The claim of ``document:figure as printed``."""
    doc, _, printed = figure.partition(":")
    near = [one for one in found.claims if one.doc == doc and printed in one.quantity.text]
    exact = [one for one in near if one.quantity.text == printed]
    assert near, f"{figure} was not read"
    return (exact or near)[0]


def fact(found: Report, figure: str) -> Fact | None:
    id = claim(found, figure).id
    return next((one for one in found.findings.facts if id in one.claims), None)


def accepted(wanted: dict[str, Any]) -> list[str]:
    return wanted["verdict"] if isinstance(wanted["verdict"], list) else [wanted["verdict"]]


def cases() -> list[Any]:
    return [
        pytest.param(
            story,
            id=story["title"],
            marks=[pytest.mark.xfail(strict=True, reason=KNOWN[story["title"]])] if story["title"] in KNOWN else [],
        )
        for story in STORIES
    ]


@pytest.mark.parametrize("story", cases())
def test_a_small_story(story):
    found = report(story["title"])
    for wanted in story.get("facts", ()):
        facts = {fact(found, figure) for figure in wanted["claims"]}
        assert len(facts) == 1, wanted["claims"]
        (one,) = facts
        assert one is not None
        assert one.verdict.kind.value in accepted(wanted), one.verdict.because
    for one, other in story.get("apart", ()):
        assert fact(found, one) != fact(found, other), (one, other)
    conflicts = [one.verdict.because for one in found.findings.facts if one.verdict.kind is VerdictKind.CONFLICT]
    assert len(conflicts) <= sum("conflict" in accepted(wanted) for wanted in story.get("facts", ())), conflicts
