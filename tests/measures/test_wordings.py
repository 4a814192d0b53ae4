"""Wordings of one question by different newsrooms: each gives the property, and so one and the same."""

from pathlib import Path

import pytest
import yaml
from measures_support import measured

WORDINGS = yaml.safe_load(Path(__file__).with_name("wordings.yaml").read_text(encoding="utf-8"))
UNTOLD = WORDINGS.pop("not_told_yet")
TWINS = WORDINGS.pop("twins")


@pytest.mark.parametrize(
    ("property", "marked"),
    [(name, text) for asked in WORDINGS.values() for name, texts in asked.items() for text in texts],
)
def test_each_wording_gives_the_property(property: str, marked: str) -> None:
    assert measured(marked).property == property


@pytest.mark.parametrize(
    ("property", "marked"),
    [
        pytest.param(name, text, marks=pytest.mark.xfail(reason="not told yet", strict=True))
        for name, texts in UNTOLD.items()
        for text in texts
    ],
)
def test_wordings_not_told_yet(property: str, marked: str) -> None:
    assert measured(marked).property == property


@pytest.mark.parametrize(("one", "other"), TWINS)
def test_questions_alike_are_two(one: str, other: str) -> None:
    assert measured(one).property != measured(other).property, measured(one)


def test_no_wording_stands_twice() -> None:
    texts = [text for asked in WORDINGS.values() for given in asked.values() for text in given]
    assert len(texts) == len(set(texts))
