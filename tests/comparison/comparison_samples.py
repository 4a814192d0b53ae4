"""Claims made by hand, for tests of what is told from them."""

from datetime import date, timedelta
from functools import cache
from typing import Any

from reconcile.comparison import compare
from reconcile.extraction.plausible import plausible
from reconcile.model import (
    Attribution,
    Claim,
    Direction,
    Document,
    Fact,
    Findings,
    Grain,
    Kind,
    Measure,
    Modifier,
    Period,
    Quantity,
    Settings,
    Span,
    Stance,
)
from reconcile.rulebook import Rules, load

TODAY = date(2022, 3, 16)


@cache
def rules() -> Rules:
    return load()


def quantity(
    value: float | tuple[float | None, float | None],
    modifier: str = "exact",
    unit: str | None = "person",
    kind: str = "count",
    step: float | None = 1,
    direction: str | None = None,
    printed: str | None = None,
) -> Quantity:
    """A figure by what it states; bounds are opened as their modifier says."""
    low, high = value if isinstance(value, tuple) else (value, value)
    if modifier in ("more_than", "at_least"):
        high = None
    if modifier in ("less_than", "at_most"):
        low = None
    text = printed or f"{low if low is not None else high:,g}"
    return Quantity(
        start=0,
        end=len(text),
        text=text,
        low=low,
        high=high,
        modifier=Modifier(modifier),
        number=Span(0, len(text), text),
        direction=Direction(direction) if direction else None,
        unit=unit,
        kind=Kind(kind),
        step=step,
    )


def claim(
    id: str,
    figure: Quantity | float,
    doc: str = "a",
    source: str | None = None,
    stance: str = "asserted",
    days: int | None = 0,
    property: str | None = "deaths",
    entity: str | None = "person",
    topic: str | None = "casualties",
    sentence: str = "",
    via: str | None = None,
    preset: str = "default",
    dated: bool = False,
    **qualifiers: str,
) -> Claim:
    """A claim for ``days`` after TODAY, ``dated`` by words of its text; ``days`` None leaves its date unknown."""
    figure = figure if isinstance(figure, Quantity) else quantity(figure)
    day = None if days is None else TODAY + timedelta(days=days)
    return Claim(
        id=id,
        doc=doc,
        quantity=figure,
        plausible=plausible(figure, rules(), preset),
        attribution=Attribution(
            source=Span(0, len(source), source) if source else None,
            name=source,
            via=(Span(0, len(via), via),) if via else (),
            stance=Stance(stance),
        ),
        measure=Measure(property, entity, tuple(sorted(qualifiers.items())), topic),
        as_of=Period(day, day, Grain.DAY, Span(0, 0, "") if dated else None) if day else None,
        sentence=Span(0, len(sentence), sentence) if sentence else None,
    )


def documents(claims: list[Claim], **of: Any) -> list[Document]:
    """A document for each that the claims name, published by a paper of its name."""
    return [Document(id, "", publisher=f"The {id.upper()} Paper", **of) for id in sorted({c.doc for c in claims})]


def found(claims: list[Claim], docs: list[Document] | None = None, settings: Settings | None = None) -> Findings:
    """What comparing the claims comes to."""
    return compare(claims, docs if docs is not None else documents(claims), rules(), settings or Settings())


def only(claims: list[Claim], docs: list[Document] | None = None, settings: Settings | None = None) -> Fact:
    """The one fact that the claims come to."""
    facts = found(claims, docs, settings).facts
    assert len(facts) == 1, [fact.claims for fact in facts]
    return facts[0]
