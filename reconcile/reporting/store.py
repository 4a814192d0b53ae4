"""Reports as files of tables: CSV, JSON lines or Parquet in a folder, or one SQLite file, as Datasette serves it."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from reconcile.errors import OutputError
from reconcile.model import Report
from reconcile.reporting.jsonout import dumps
from reconcile.reporting.output import write_text, write_with
from reconcile.reporting.records import Record, document_record
from reconcile.reporting.tables import (
    CLAIM_COLUMNS,
    Columns,
    arrow_schema,
    csv_line,
    rows_of_claims,
    rows_of_comparisons,
    rows_of_facts,
)

_DOCUMENT_COLUMNS: Columns = {
    "id": str, "publisher": str, "published": str, "title": str, "url": str, "author": str, "updated": str,
    "credit": str, "notes": str, "characters": int, "sha256": str,
}  # fmt: skip
_FACT_COLUMNS: Columns = {
    "id": str, "title": str, "verdict": str, "severity": str, "because": str, "settle": str, "unit": str, "low": float,
    "high": float, "origins": int, "claims": str,
}  # fmt: skip
_COMPARISON_COLUMNS: Columns = {
    "fact": str, "a": str, "b": str, "unit": str, "a_low": float, "a_high": float, "b_low": float, "b_high": float,
    "relation": str, "outcome": str, "ratio": float, "because": str, "between": str, "base": str,
}  # fmt: skip
_SQL = {str: "TEXT", int: "INTEGER", float: "REAL", bool: "INTEGER"}
_KEYS = {
    "documents": "PRIMARY KEY (id)",
    "facts": "PRIMARY KEY (id)",
    "claims": "PRIMARY KEY (id), FOREIGN KEY (doc) REFERENCES documents (id), FOREIGN KEY (fact) REFERENCES facts (id)",
    "comparisons": "FOREIGN KEY (fact) REFERENCES facts (id), FOREIGN KEY (a) REFERENCES claims (id), "
    "FOREIGN KEY (b) REFERENCES claims (id)",
}


def tables(report: Report) -> dict[str, tuple[Columns, list[Record]]]:
    """The tables of a report by name: their columns and their rows. Lists and objects are JSON text."""
    found: dict[str, tuple[Columns, list[Record]]] = {
        "documents": (_DOCUMENT_COLUMNS, [document_record(one) for one in report.documents]),
        "facts": (_FACT_COLUMNS, rows_of_facts(report)),
        "claims": (CLAIM_COLUMNS | {"fact": str, "not_judged": str}, rows_of_claims(report)),
        "comparisons": (_COMPARISON_COLUMNS, rows_of_comparisons(report)),
    }
    return {
        name: (columns, [{column: _flat(row[column]) for column in columns} for row in rows])
        for name, (columns, rows) in found.items()
    }


def _flat(value: Any) -> Any:
    if isinstance(value, (list, dict)):
        return dumps(value)
    return value.encode(errors="backslashreplace").decode() if isinstance(value, str) else value


def write_tables(report: Report, folder: Path, format: str) -> list[Path]:
    """Write every table of a report into ``folder`` as ``csv``, ``jsonl`` or ``parquet``. Raises OutputError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise OutputError(f"{folder}: cannot be made: {problem.strerror or problem}; choose another folder") from None
    written = []
    for name, (columns, rows) in tables(report).items():
        path = folder / f"{name}.{format}"
        _write(path, columns, rows, format)
        written.append(path)
    return written


def _write(path: Path, columns: Columns, rows: Sequence[Record], format: str) -> None:
    if format == "csv":
        write_text(path, csv_line(columns) + "".join(csv_line(row.values()) for row in rows))
    elif format == "jsonl":
        write_text(path, "".join(dumps(row) + "\n" for row in rows))
    elif format == "parquet":
        write_with(path, lambda temporary: _write_parquet(temporary, columns, rows))
    else:
        raise OutputError(f"{format}: no format of tables; use csv, jsonl or parquet")


def _write_parquet(path: Path, columns: Columns, rows: Sequence[Record]) -> None:
    import pyarrow as arrow
    from pyarrow import parquet

    parquet.write_table(arrow.Table.from_pylist(list(rows), arrow_schema(columns)), path)


def write_sqlite(report: Report, path: Path) -> None:
    """Write every table of a report into one SQLite file, with their keys. Raises OutputError."""
    write_with(path, lambda temporary: _fill(temporary, report))


def _fill(path: Path, report: Report) -> None:
    with closing(sqlite3.connect(path)) as database, database:
        for name, (columns, rows) in tables(report).items():
            fields = ", ".join(f'"{column}" {_SQL[kind]}' for column, kind in columns.items())
            database.execute(f"CREATE TABLE {name} ({fields}, {_KEYS[name]})")
            holes = ", ".join("?" for _ in columns)
            # the names are ours; the values never stand in the statement
            database.executemany(f"INSERT INTO {name} VALUES ({holes})", [tuple(row.values()) for row in rows])  # noqa: S608
        database.execute("CREATE INDEX claims_by_fact ON claims (fact)")
