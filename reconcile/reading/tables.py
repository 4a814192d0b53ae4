"""Tables: each line of a JSONL file, each row of a CSV or Parquet file, is a document."""

import csv
import io
import json
from collections.abc import Iterator
from itertools import chain
from typing import IO, Any

from reconcile.model import Document, Unread
from reconcile.reading.lines import lines
from reconcile.reading.naming import visible
from reconcile.reading.options import ReadOptions
from reconcile.reading.records import COLUMNS, id_of, to_document
from reconcile.reading.source import NotRead, Source, size

_DELIMITERS = (",", ";", "\t", "|")
_BATCH = 200  # rows of a Parquet file held at a time


def read_jsonl(source: Source, options: ReadOptions) -> Iterator[Document | Unread]:
    """Each line that is an object with a text is a document; each other line says why it is none."""
    with source.open() as stream:
        seen = False
        for number, line in lines(stream, options.max_line):
            if isinstance(line, str) and not line.strip():
                continue
            seen = True
            name = f"{source.id}:{number}"
            try:
                yield _parsed(line, name)
            except NotRead as reason:
                yield Unread(name, f"line {number}: {reason}")
    if not seen:
        raise NotRead("it is empty; each line is an object with 'id' and 'text'")


def _parsed(line: str | NotRead, name: str) -> Document:
    if isinstance(line, NotRead):
        raise line
    try:
        record = json.loads(line)
    except json.JSONDecodeError as problem:
        raise NotRead(
            f"not JSON ({problem.msg.lower()} at character {problem.colno}); a line is an object with 'id' and 'text'"
        ) from None
    except (ValueError, RecursionError):
        raise NotRead("not JSON that can be read: a number too long, or nesting too deep") from None
    if not isinstance(record, dict):
        raise NotRead("not an object; each line is an object with 'id' and 'text'")
    return to_document(record, name)


def read_csv(source: Source, options: ReadOptions) -> Iterator[Document | Unread]:
    """Each row below a header that names a column ``text`` is a document. Raises NotRead."""
    csv.field_size_limit(max(csv.field_size_limit(), options.max_line))
    with source.open() as stream:
        lost: list[tuple[int, NotRead]] = []
        text = _as_text(stream, options.max_line, lost)
        first = next(text, "")
        delimiter = max(_DELIMITERS, key=first.count)
        rows = csv.reader(chain([first] if first else [], text), delimiter=delimiter)
        header = _header(rows)
        while True:
            begins = rows.line_num + 1
            name = f"{source.id}:{begins}"
            record: dict[str, Any] = {}
            try:
                row = next(rows, None)
                while lost:
                    number, reason = lost.pop(0)
                    yield Unread(f"{source.id}:{number}", f"line {number}: {reason}")
                if row is None:
                    return
                if not row:
                    continue
                record = dict(zip(header, row, strict=False))
                if len(row) > len(header):
                    raise NotRead(
                        f"{len(row)} cells, but the first line names {len(header)}; quote cells that hold '{delimiter}'"
                    )
                yield to_document(record, name)
            except csv.Error as problem:
                yield Unread(
                    name, f"line {begins}: not CSV ({problem}); look for a quotation mark that is never closed"
                )
            except NotRead as reason:
                yield Unread(id_of(record, name), f"line {begins}: {reason}")


def _header(rows: Iterator[list[str]]) -> list[str]:
    try:
        header = [cell.strip().lower() for cell in next(rows, [])]
    except csv.Error as problem:
        raise NotRead(f"its first line is not CSV ({problem})") from None
    if not any(header):
        raise NotRead("it is empty; its first line names the columns, one of them 'text'")
    if "text" not in header:
        raise NotRead(f"it has no column 'text'; it has: {visible(', '.join(header))}")
    return header


def _as_text(stream: IO[bytes], most: int, lost: list[tuple[int, NotRead]]) -> Iterator[str]:
    """The lines of a CSV file with their ends; one that cannot be read goes to ``lost`` and stands empty."""
    for number, line in lines(stream, most):
        if isinstance(line, NotRead):
            if number == 1:
                raise line
            lost.append((number, line))
            yield "\n"
        else:
            unified = line.replace("\r\n", "\n").replace("\r", "\n")  # a lone CR ended lines on old machines
            yield from (f"{piece}\n" for piece in unified.removesuffix("\n").split("\n"))


def read_parquet(source: Source, options: ReadOptions) -> Iterator[Document | Unread]:
    """Each row of a Parquet file with a column ``text`` is a document. Raises NotRead."""
    from pyarrow import ArrowException, parquet  # imported late: a third of a second

    with source.open() as stream:
        try:
            table = parquet.ParquetFile(stream if stream.seekable() else io.BytesIO(source.bytes(options.max_bytes)))
            columns = [name for name in table.schema_arrow.names if name.lower() in COLUMNS]
            if "text" not in (name.lower() for name in columns):
                raise NotRead(f"it has no column 'text'; it has: {visible(', '.join(table.schema_arrow.names))}")
            groups = [table.metadata.row_group(i).total_byte_size for i in range(table.num_row_groups)]
            if max(groups, default=0) > 20 * options.max_line:
                raise NotRead(f"one of its row groups unpacks to {size(max(groups))}; write it in smaller groups")
            number = 0
            for batch in table.iter_batches(batch_size=_BATCH, columns=columns):
                for record in batch.to_pylist():
                    number += 1
                    yield _row({name.lower(): cell for name, cell in record.items()}, source, number)
        except (ArrowException, OSError) as problem:
            said = str(problem).splitlines()[0] if str(problem) else type(problem).__name__
            raise NotRead(f"it is not Parquet that can be read ({visible(said)}); export it again") from None
    if not number:
        raise NotRead("it has no rows")


def _row(record: dict[str, Any], source: Source, number: int) -> Document | Unread:
    name = f"{source.id}:{number}"
    try:
        return to_document(record, name)
    except NotRead as reason:
        return Unread(id_of(record, name), f"row {number}: {reason}")
