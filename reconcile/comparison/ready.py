"""Ready-made figures: a table of claims straight to comparison, without an article to read."""

import math
import re
from collections.abc import Hashable, Iterable, Mapping
from datetime import date, timedelta
from enum import StrEnum
from typing import Any, TypeVar

from reconcile import units
from reconcile.comparison.engine import compare_stories
from reconcile.comparison.stories import Stories
from reconcile.errors import InputError
from reconcile.extraction.plausible import plausible
from reconcile.model import (
    Attribution,
    Claim,
    Document,
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
from reconcile.rulebook import Rules

Row = Mapping[str, Any]
Named = TypeVar("Named", bound=StrEnum)

_READ = ("measure", "value", "low", "high", "unit", "source", "as_of", "modifier", "stance")
_OF_DOCUMENT = ("publisher", "published", "title", "url")
_DATE = re.compile(r"(\d{4})(?:-(?:Q([1-4])|(\d{2})(?:-(\d{2}))?))?(?:[T ].*)?", re.ASCII)
_CURRENCY = re.compile(r"[A-Z]{3}(?: / .+)?")


def compare_rows(
    rows: Iterable[Row], rules: Rules, settings: Settings
) -> tuple[tuple[Document, ...], tuple[Claim, ...], Findings]:
    """Facts and verdicts on a table of claims; any number of rows a fact.

    A row has ``measure``, and ``value`` or ``low`` and ``high`` (one may be missing: an open end), and
    may have ``unit``, ``source``, ``as_of`` (ISO: a day, month, quarter or year), ``modifier``,
    ``stance``, ``publisher``, ``published``, ``title``, ``url`` and ``id``. Every other column narrows
    the measure: rows that differ in it are different questions. Raises InputError with the row's number.
    """
    documents: list[Document] = []
    claims: list[Claim] = []
    story: dict[str, int] = {}
    numbers: dict[Hashable, int] = {}
    for number, row in enumerate(rows, 1):
        cells = {str(column): cell for column, cell in row.items() if not _empty(cell)}
        document, spans = _document(number, cells)
        if document.id in story:
            raise InputError(f"row {number}: the id {document.id!r} is there twice; give each row its own")
        claim = _claim(number, cells, document, spans, rules, settings)
        story[document.id] = numbers.setdefault(claim.measure.property, len(numbers))
        documents.append(document)
        claims.append(claim)
    return (
        tuple(documents),
        tuple(claims),
        compare_stories(claims, documents, Stories(story, None), rules, settings),
    )


def _empty(cell: Any) -> bool:
    return cell is None or (isinstance(cell, float) and math.isnan(cell)) or str(cell).strip() in ("", "NaT", "<NA>")


def _document(number: int, cells: Row) -> tuple[Document, dict[str, Span]]:
    """A row as a document: its cells in words, so that every record can quote what stands there."""
    text = ""
    places: dict[str, tuple[int, int]] = {}
    for column, cell in cells.items():
        if column != "id" and column not in _OF_DOCUMENT:
            text += f"{'; ' if text else ''}{column}: "
            start = len(text)
            text += _printed(cell)
            places[column] = (start, len(text))
    publisher, published, title, url = (str(cells[name]) if name in cells else None for name in _OF_DOCUMENT)
    document = Document(str(cells.get("id", f"row {number}")), text, publisher, published, title, url)
    return document, {column: Span.of(text, *place) for column, place in places.items()}


def _printed(cell: Any) -> str:
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        return f"{cell:,.0f}" if float(cell).is_integer() else f"{cell:,}"
    return " ".join(str(cell).split())


def _claim(
    number: int, cells: Row, document: Document, spans: Mapping[str, Span], rules: Rules, settings: Settings
) -> Claim:
    if "measure" not in cells:
        raise InputError(f"row {number}: no measure; name what the figure measures in the column 'measure'")
    quantity = _quantity(number, cells, document, spans)
    source = spans.get("source")
    narrowed = {column: spans[column].text.casefold() for column in sorted(spans) if column not in _READ}
    return Claim(
        id=document.id,
        doc=document.id,
        quantity=quantity,
        plausible=plausible(quantity, rules, settings.preset),
        attribution=Attribution(
            source=source, name=source.text if source else None, stance=_named(Stance, cells, "stance", number)
        ),
        measure=Measure(property=spans["measure"].text.casefold(), qualifiers=tuple(narrowed.items()), topic="table"),
        as_of=_period(cells["as_of"], spans["as_of"], number) if "as_of" in cells else None,
        sentence=Span.of(document.text, 0, len(document.text)),
    )


def _quantity(number: int, cells: Row, document: Document, spans: Mapping[str, Span]) -> Quantity:
    low, high = (_number(cells[end], end, number) if end in cells else None for end in ("low", "high"))
    ends = [spans[end] for end in ("low", "high") if end in cells]
    if "value" in cells:
        low = high = _number(cells["value"], "value", number)
        ends = [spans["value"]]
    if not ends:
        raise InputError(f"row {number}: no figure; fill in 'value', or 'low' and 'high'")
    if low is not None and high is not None and low > high:
        raise InputError(f"row {number}: low {low:,} is above high {high:,}; swap them")
    modifier = _modifier(cells, low, high, number)
    place = Span.of(document.text, min(end.start for end in ends), max(end.end for end in ends))
    unit = str(cells["unit"]).strip() if "unit" in cells else None
    return Quantity(
        start=place.start,
        end=place.end,
        text=place.text,
        low=None if modifier in (Modifier.LESS_THAN, Modifier.AT_MOST) else low,
        high=None if modifier in (Modifier.MORE_THAN, Modifier.AT_LEAST) else high,
        modifier=modifier,
        number=place,
        unit=unit,
        kind=_kind(unit),
        step=_step(place.text),
    )


def _modifier(cells: Row, low: float | None, high: float | None, number: int) -> Modifier:
    if "modifier" in cells:
        return _named(Modifier, cells, "modifier", number)
    if low is None:
        return Modifier.AT_MOST
    if high is None:
        return Modifier.AT_LEAST
    return Modifier.EXACT if low == high else Modifier.RANGE


def _named(kind: type[Named], cells: Row, column: str, number: int) -> Named:
    """A cell as one of the values of an enumeration; its first where the cell is empty."""
    values = [str(member.value) for member in kind]
    if column not in cells:
        return next(iter(kind))
    try:
        return kind(str(cells[column]).strip().casefold())
    except ValueError:
        raise InputError(f"row {number}: {column} {cells[column]!r}; use one of: {', '.join(values)}") from None


def _number(cell: Any, column: str, number: int) -> float:
    try:
        value = float(str(cell).replace(",", "").replace(" ", ""))
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise InputError(f"row {number}: {column} {cell!r} is not a number; write it in digits")
    return value


def _kind(unit: str | None) -> Kind:
    if unit is None:
        return Kind.COUNT
    if unit in ("percent", "percentage_point"):
        return Kind.RATIO
    if _CURRENCY.fullmatch(unit) and units.is_unit(unit[:3]):
        return Kind.MONEY
    return Kind.PHYSICAL if units.dimension(unit) not in (None, "count") else Kind.COUNT


def _step(printed: str) -> float:
    decimals = re.search(r"\.(\d+)", printed)
    return 10.0 ** -len(decimals[1]) if decimals else 1.0


def _period(cell: Any, words: Span, number: int) -> Period:
    """An ISO day, month, quarter or year as a period."""
    found = _DATE.fullmatch(str(cell).strip())
    try:
        if found is None:
            raise ValueError
        year, quarter, month, day = (int(part) if part else None for part in found.groups())
        assert year is not None  # noqa: S101 - the pattern has it
        if quarter:
            return Period(date(year, 3 * quarter - 2, 1), _last(year, 3 * quarter), Grain.QUARTER, words)
        if month is None:
            return Period(date(year, 1, 1), date(year, 12, 31), Grain.YEAR, words)
        if day is None:
            return Period(date(year, month, 1), _last(year, month), Grain.MONTH, words)
        return Period(date(year, month, day), date(year, month, day), Grain.DAY, words)
    except ValueError:
        raise InputError(
            f"row {number}: as_of {cell!r} is not an ISO date; write 2024-03-31, 2024-03 or 2024"
        ) from None


def _last(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
