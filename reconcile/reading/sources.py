"""sources.csv: who published the files beside it, and when."""

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass

from reconcile.errors import InputError

NAME = "sources.csv"
COLUMNS = ("publisher", "published", "title", "url")


@dataclass(frozen=True, slots=True)
class Entry:
    """What a sources.csv says of one file. Empty cells are None: unknown."""

    publisher: str | None = None
    published: str | None = None
    title: str | None = None
    url: str | None = None


def parse_sources(text: str) -> Mapping[str, Entry]:
    """The entries of a sources.csv by file name. Raises InputError (without naming the file)."""
    rows = csv.reader(io.StringIO(text, newline=""))
    try:
        header = [cell.strip().lower() for cell in next(rows, [])]
        if "file" not in header:
            raise InputError(f"its first line names no column 'file'; it must read: file,{','.join(COLUMNS)}")
        entries: dict[str, Entry] = {}
        for row in rows:
            cells = dict(zip(header, (cell.strip() for cell in row), strict=False))
            if not any(cells.values()):
                continue
            if len(row) > len(header):
                advice = "quote cells that hold commas"
                raise InputError(f"line {rows.line_num} has {len(row)} cells, the first line {len(header)}; {advice}")
            file = cells["file"].replace("\\", "/").removeprefix("./")
            entries[file] = Entry(**{column: cells.get(column) or None for column in COLUMNS})
    except csv.Error as problem:
        raise InputError(f"line {rows.line_num} is not CSV ({problem}); mend the line") from None
    return entries
