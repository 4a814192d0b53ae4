"""One record of a table, whatever the table is written in, as a document."""

import datetime
from collections.abc import Mapping
from typing import Any

from reconcile.model import Document
from reconcile.reading.decoding import normal_lines
from reconcile.reading.naming import visible
from reconcile.reading.source import NotRead

COLUMNS = ("id", "text", "publisher", "published", "title", "url", "author")
_LONGEST = 2000  # characters of a cell other than the text: more is a column of another kind


def to_document(record: Mapping[str, Any], fallback_id: str) -> Document:
    """A document from the cells of a record; ``fallback_id`` where it has no id. Raises NotRead."""
    text = record.get("text")
    if isinstance(text, bytes):
        text = text.decode("utf-8", "replace")
    if text is None:
        raise NotRead("it has no 'text'")
    if not isinstance(text, str):
        raise NotRead(f"its 'text' is no string but {_kind(text)}")
    if not text.strip():
        raise NotRead("its 'text' is empty")
    cells = {name: _cell(record.get(name)) for name in COLUMNS if name != "text"}
    return Document(
        id=visible(cells["id"]) if cells["id"] else fallback_id,
        text=normal_lines(text),
        publisher=cells["publisher"],
        published=cells["published"],
        title=cells["title"],
        url=cells["url"],
        author=cells["author"],
    )


def id_of(record: Mapping[str, Any], fallback_id: str) -> str:
    """What to call a record that cannot be read."""
    return visible(_cell(record.get("id")) or fallback_id)


def _cell(value: Any) -> str | None:
    """A cell as a string; None for what is empty, not a number, or itself a table."""
    if isinstance(value, bool) or value is None or value != value:  # NaN is not itself
        return None
    if isinstance(value, datetime.date):  # and date-times, which are dates too
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, str | int | float):
        return normal_lines(str(value)[:_LONGEST]).strip() or None
    return None


def _kind(value: Any) -> str:
    return {dict: "an object", list: "a list", bool: "true or false"}.get(type(value), "a number")
