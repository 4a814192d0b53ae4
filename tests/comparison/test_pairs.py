"""Two claims: one question, or two? More than a hundred pairs, written by hand (``pairs.yaml``)."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from comparison_samples import claim, found, quantity

PAIRS = yaml.safe_load((Path(__file__).parent / "pairs.yaml").read_text(encoding="utf-8"))
FIGURE = ("modifier", "unit", "kind", "step", "direction")


def made(id: str, about: dict[str, Any]) -> Any:
    """A claim from what is written of it."""
    about = dict(about)
    value = about.pop("value") if "value" in about else (about.pop("low"), about.pop("high"))
    figure = quantity(value, **{name: about.pop(name) for name in FIGURE if name in about})
    return claim(id, figure, **{"doc": id, "topic": "some pack", "source": f"those who told {id}", **about})


def grouped(one: dict[str, Any], other: dict[str, Any]) -> int:
    return len(found([made("a1", one), made("b1", other)]).facts)


@pytest.mark.parametrize(("one", "other"), [pytest.param(*pair[1:], id=pair[0]) for pair in PAIRS["same"]])
def test_one_question(one, other):
    assert grouped(one, other) == grouped(other, one) == 1


@pytest.mark.parametrize(("one", "other"), [pytest.param(*pair[1:], id=pair[0]) for pair in PAIRS["apart"]])
def test_two_questions(one, other):
    assert grouped(one, other) == grouped(other, one) == 2


def test_there_are_a_hundred():
    assert len(PAIRS["same"]) + len(PAIRS["apart"]) >= 100
