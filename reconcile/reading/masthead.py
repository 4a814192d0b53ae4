"""Who published a document, and when: from sources.csv, the document's own data, then its text."""

from dataclasses import replace

from reconcile.model import Document
from reconcile.reading.sources import Entry
from reconcile.rulebook import Rules


def complete(document: Document, entry: Entry | None, rules: Rules, *, row: bool = False) -> Document:
    """The document with each field taken from the first that knows it.

    For a file that is sources.csv, the document's own data, its text; for a row of a table its own
    cells come before what sources.csv says of the whole table.
    """
    if entry is None:
        return document
    outside = {"publisher": entry.publisher, "published": entry.published}
    if not row:
        outside |= {"title": entry.title, "url": entry.url}
    own = {name: getattr(document, name) for name in outside}
    first, second = (own, outside) if row else (outside, own)
    return replace(document, **{name: first[name] or second[name] for name in outside})
