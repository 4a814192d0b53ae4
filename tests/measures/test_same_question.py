"""Pairs of figures: whether two wordings ask one question."""

from pathlib import Path

import pytest
import yaml

from reconcile.comparison.kinship import akin
from reconcile.extraction.context import Context
from reconcile.extraction.measures import measure
from reconcile.extraction.quantities import find_quantities
from reconcile.model import Attribution, Document, Measure
from reconcile.rulebook import load

PAIRS = yaml.safe_load(Path(__file__).with_name("pairs.yaml").read_text(encoding="utf-8"))
NARROWS = {"group", "part", "level", "basis", "scope", "per"}  # a figure without one of these is the whole


def measured(marked: str) -> Measure:
    """The measure of the figure in braces."""
    start, end = marked.index("{"), marked.index("}") - 1
    text = marked.replace("{", "").replace("}", "")
    rules = load()
    found = find_quantities(text, rules).quantities
    measures = measure(Context(Document("d", text)), found, [Attribution()] * len(found), [None] * len(found), rules)
    return max(
        (min(q.end, end) - max(q.start, start), m)
        for q, m in zip(found, measures, strict=True)
        if min(q.end, end) > max(q.start, start)
    )[1]


def one_question(one: Measure, other: Measure) -> bool:
    """Whether nothing in two measures tells them apart."""
    if one.property is None or one.property != other.property:
        return False
    if one.entity and other.entity and not akin(one.entity, other.entity, load()):
        return False
    mine, yours = dict(one.qualifiers), dict(other.qualifiers)
    return all(
        mine.get(name) == yours.get(name) if name in NARROWS or (name in mine and name in yours) else True
        for name in mine.keys() | yours.keys()
    )


@pytest.mark.parametrize(("one", "other"), PAIRS["same"])
def test_two_wordings_of_one_question_give_one_measure(one: str, other: str) -> None:
    assert one_question(measured(one), measured(other)), (measured(one), measured(other))


@pytest.mark.parametrize(("one", "other"), PAIRS["apart"])
def test_two_questions_give_two_measures(one: str, other: str) -> None:
    assert not one_question(measured(one), measured(other)), (measured(one), measured(other))
