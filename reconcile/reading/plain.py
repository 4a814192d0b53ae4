"""Text files."""

from collections.abc import Iterator

from reconcile.model import Document, Unread
from reconcile.reading.decoding import decode
from reconcile.reading.options import ReadOptions
from reconcile.reading.source import NotRead, Source


def read_text(source: Source, options: ReadOptions) -> Iterator[Document | Unread]:
    """A text file is one document, its text as it stands. Raises NotRead."""
    decoded = decode(source.bytes(options.max_bytes))
    if not decoded.text.strip():
        raise NotRead("it holds nothing but white space")
    yield Document(source.id, decoded.text, notes=decoded.notes)
