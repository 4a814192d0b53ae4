"""Tables to take away: rows of claims, facts and comparisons, as CSV, JSON lines, Parquet or SQLite."""

import csv
import io
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

from reconcile.errors import OutputError
from reconcile.model import Document, Extraction, Kind, Report
from reconcile.reporting.escaping import fit
from reconcile.reporting.figures import between, unit_pattern
from reconcile.reporting.jsonout import claims_jsonl, dumps
from reconcile.reporting.output import write_text, write_with
from reconcile.reporting.records import Record, claim_record, comparison_record, fact_record

Columns = Mapping[str, type]

CLAIM_COLUMNS: dict[str, type] = {
    "id": str, "doc": str, "start": int, "end": int, "text": str, "low": float, "high": float, "modifier": str,
    "direction": str, "plausible_low": float, "plausible_high": float, "unit": str, "counted": str, "kind": str,
    "property": str, "entity": str, "qualifiers": str, "source": str, "source_start": int, "source_end": int,
    "source_name": str, "via": str, "cue": str, "stance": str, "quoted": bool, "as_of": str, "publisher": str,
    "published": str, "title": str, "url": str,
}  # fmt: skip
"""The columns of a table of claims, as docs/schema.json has them; ``qualifiers`` and ``via`` as JSON."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")  # what makes a spreadsheet run a cell
_BATCH = 10_000  # rows that are held before they are written to Parquet
_SHOWN = (("doc", 20), ("start", 7), ("text", 30), ("interval", 24), ("source", 24), ("measure", 34), ("as_of", 10))


# -------------------------------------------------------------------------------------------- rows


def claim_row(record: Record) -> Record:
    """A claim record as one flat row."""
    return record | {name: dumps(record[name]) for name in ("qualifiers", "via")}


def rows_of_claims(report: Report) -> list[Record]:
    """Every claim of a report, judged or not, with the fact that judges it or the reason why none does."""
    documents = {document.id: document for document in report.documents}
    facts = {id: fact.id for fact in report.findings.facts for id in fact.claims}
    reasons = {one.claim: one.because for one in report.findings.incidental}
    return [
        claim_record(claim, documents[claim.doc]) | {"fact": facts.get(claim.id), "not_judged": reasons.get(claim.id)}
        for claim in report.claims
    ]


def rows_of_facts(report: Report) -> list[Record]:
    """One row a fact."""
    rows = []
    for fact in report.findings.facts:
        record = fact_record(fact)
        spread = record["spread"] or {"low": None, "high": None}
        rows.append(
            {name: record[name] for name in ("id", "title", "verdict", "severity", "because", "settle", "unit")}
            | {"low": spread["low"], "high": spread["high"], "origins": record["origins"], "claims": record["claims"]}
        )
    return rows


def rows_of_comparisons(report: Report) -> list[Record]:
    """One row for each two claims that were held against each other."""
    return [
        {"fact": fact.id} | comparison_record(comparison)
        for fact in report.findings.facts
        for comparison in fact.verdict.comparisons
    ]


# --------------------------------------------------------------------------------- writing claims


def write_claims(extractions: Iterable[Extraction], format: str, out: Path | None) -> None:
    """Write every claim as ``table``, ``jsonl``, ``csv`` or ``parquet``; without ``out`` on standard output.

    The text formats are written as the claims come, so that they need no memory. Raises OutputError,
    FidelityError.
    """
    if format == "parquet":
        if out is None:
            raise OutputError("--format parquet: not for printing; name a file with --out claims.parquet")
        write_with(out, lambda path: _write_parquet(extractions, path))
        return
    lines: Callable[[Iterable[Extraction]], Iterator[str]] = {
        "jsonl": claims_jsonl, "csv": claims_csv, "table": claims_table,
    }[format]  # fmt: skip
    if out is None:
        sys.stdout.writelines(lines(extractions))
        return

    def write(path: Path) -> None:
        with path.open("w", encoding="utf-8", errors="backslashreplace", newline="") as file:
            file.writelines(lines(extractions))

    write_with(out, write)


def claims_csv(extractions: Iterable[Extraction]) -> Iterator[str]:
    """The lines of a CSV of claims, its head first, safe to open in a spreadsheet."""
    yield csv_line(CLAIM_COLUMNS)
    for record in _records(extractions):
        yield csv_line(claim_row(record).values())


def csv_line(values: Iterable[Any]) -> str:
    """One line of CSV. Text that a spreadsheet would run as a formula gets an apostrophe before it.

    >>> csv_line(["=1+1", -5, None, True]).strip()
    "'=1+1,-5,,true"
    """
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow([_cell(value) for value in values])
    return line.getvalue()


def _cell(value: Any) -> Any:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (list, dict)):
        return dumps(value)
    if isinstance(value, str):
        text = value.replace("\0", " ").replace("\r", " ")  # which readers of CSV take for an end of file or line
        return f"'{text}" if text.startswith(_FORMULA) else text
    return value


def claims_table(extractions: Iterable[Extraction]) -> Iterator[str]:
    """Lines of fixed width for a terminal: what stands where, what it states, who says it of what and when."""
    yield _columns({name: name.upper().replace("_", " ") for name, _ in _SHOWN})
    found = False
    for record in _records(extractions):
        found = True
        yield _columns(_shown(record))
    if not found:
        yield "No figure found.\n"


def _shown(record: Record) -> dict[str, str]:
    what = " of ".join(part for part in (record["property"], record["entity"]) if part)
    return {
        "doc": record["doc"],
        "start": f"{record['start']}",
        "text": record["text"],
        "interval": between(
            record["plausible_low"], record["plausible_high"], unit_pattern(record["unit"], Kind(record["kind"]))
        ),
        "source": record["source_name"] or record["source"] or "-",
        "measure": what or record["counted"] or record["unit"] or "-",
        "as_of": record["as_of"] or "-",
    }


def _columns(cells: dict[str, str]) -> str:
    return "  ".join(fit(cells[name], width) for name, width in _SHOWN).rstrip() + "\n"


def _write_parquet(extractions: Iterable[Extraction], path: Path) -> None:
    import pyarrow as arrow
    from pyarrow import parquet

    schema = arrow_schema(CLAIM_COLUMNS)
    records = _records(extractions)
    with parquet.ParquetWriter(path, schema) as writer:
        while batch := [_storable(claim_row(record)) for record in islice(records, _BATCH)]:
            writer.write_table(arrow.Table.from_pylist(batch, schema))


def arrow_schema(columns: Columns) -> Any:
    """The Arrow schema of a table's columns."""
    import pyarrow as arrow

    types = {str: arrow.string(), float: arrow.float64(), int: arrow.int64(), bool: arrow.bool_()}
    return arrow.schema([(name, types[kind]) for name, kind in columns.items()])


def _storable(row: Record) -> Record:
    """A row whose text any format can hold: halves of characters written out."""
    return {
        name: value.encode(errors="backslashreplace").decode() if isinstance(value, str) else value
        for name, value in row.items()
    }


def _records(extractions: Iterable[Extraction]) -> Iterator[Record]:
    for extraction in extractions:
        for claim in extraction.claims:
            yield claim_record(claim, extraction.document)


def write_document(folder: Path, document: Document) -> None:
    """Write a document's text as read into ``folder``, under its id; the offsets of claims count its characters."""
    parts = [part for part in document.id.replace("\\", "/").split("/") if part not in ("", ".", "..")]
    path = folder.joinpath(*parts or ["document"])
    path = path if path.suffix == ".txt" else path.with_name(path.name + ".txt")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise OutputError(f"{path.parent}: cannot be made: {problem.strerror or problem}; choose another") from None
    write_text(path, document.text)
