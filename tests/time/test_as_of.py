"""For which day each figure holds."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from time_marks import unmark

from reconcile.extraction.asof import as_of, date_figures
from reconcile.extraction.context import Context
from reconcile.model import Attribution, Document, Kind, Modifier, Period, Quantity, Span, Stance
from reconcile.rulebook import Rules

PILES = yaml.safe_load((Path(__file__).parent / "as_of.yaml").read_text(encoding="utf-8"))
LENGTHS = {"metre": "meter", "miles": "mile"}


def cases() -> Iterator[Any]:
    for pile, entries in PILES.items():
        for entry in entries:
            marks = [pytest.mark.xfail(reason=entry["why"])] if pile == "known_failures" else []
            yield pytest.param(entry, marks=marks, id=f"{pile}: {entry['text'][:60]}")


def figure(text: str, start: int, end: int) -> Quantity:
    """A quantity over the marked words; its number begins at the first digit, or with them."""
    first = next((at for at in range(start, end) if text[at].isdigit()), start)
    unit = next((unit for word, unit in LENGTHS.items() if text[start:end].endswith(word)), None)
    kind = Kind.PHYSICAL if unit else Kind.COUNT
    number = Span.of(text, first, end)
    value = float("".join(char for char in text[start:end] if char.isdigit()) or 1)
    return Quantity(start, end, text[start:end], value, value, Modifier.EXACT, number, unit=unit, kind=kind)


def dated(rules: Rules, marked: str, published: str | None, stance: Stance = Stance.ASSERTED) -> list[Period | None]:
    text, spans = unmark(marked)
    figures = [figure(text, start, end) for start, end in spans]
    said = [Attribution(stance=stance) for _ in figures]
    return as_of(Context(Document("d", text, published=published)), figures, said, rules)


def days(periods: list[Period | None]) -> list[str | None]:
    return [period.iso() if period else None for period in periods]


@pytest.mark.parametrize("entry", list(cases()))
def test_figure_is_for_its_day(rules: Rules, entry: dict[str, Any]) -> None:
    found = days(dated(rules, entry["text"], entry.get("published", "2023-05-17")))
    assert len(found) == len(entry["as_of"])
    for got, expected in zip(found, entry["as_of"], strict=True):
        # as precise as is known: the last day of a month is in that month
        assert (got or "")[: len(expected or "") or None] == (expected or "")


def test_a_plan_takes_the_year_that_its_text_is_about(rules: Rules) -> None:
    text = "The cabinet adopted a budget for 2024 on Tuesday.\n\n[Four billion] will go to schools. It has [90 desks]."
    periods = dated(rules, text, "2023-05-17", Stance.PLANNED)
    assert days(periods)[0] == "2024"


def test_the_day_of_publication_has_no_words(rules: Rules) -> None:
    period = dated(rules, "The town has [40 beds].", "2023-05-17T10:30:00+02:00")[0]
    assert period is not None
    assert period.words is None
    assert period.rule == "asof/publication"
    assert period.iso() == "2023-05-17"


def test_the_dates_of_the_sentences_are_kept_in_order(rules: Rules) -> None:
    text = "On Monday it rained. In July the town had 40 beds, in August 50."
    document = Document("d", text, published="2023-05-17")
    figures = [figure(text, text.index(number), text.index(number) + 2) for number in ("50", "40")]
    dating = date_figures(Context(document), figures, [Attribution(), Attribution()], rules)
    assert [period.words.text for period in dating.dates if period.words] == ["In July", "in August"]
    assert days(dating.periods) == ["2022-08", "2022-07"]


def test_a_governed_figure_names_the_words_and_their_rule(rules: Rules) -> None:
    period = dated(rules, "In July the town had [40 beds].", "2023-05-17")[0]
    assert period is not None
    assert period.words is not None
    assert period.words.text == "In July"
    assert period.rule == "dates/month"


@pytest.mark.parametrize("published", ["", "soon", "2023-13-01", "0000", "17/05/2023"])
def test_an_unreadable_day_of_publication_is_none(rules: Rules, published: str) -> None:
    assert dated(rules, "The town has [40 beds].", published) == [None]
