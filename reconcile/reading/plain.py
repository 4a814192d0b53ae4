"""Text files."""

from collections.abc import Iterator

from reconcile.model import Document, Unread
from reconcile.reading.decoding import decode
from reconcile.reading.options import ReadOptions
from reconcile.reading.source import NotRead, Source


def read_text(source: Source, options: ReadOptions) -> Iterator[Document | Unread]:
    """A text file is one document, its text as it stands. Raises NotRead."""
    yield text_document(source.bytes(options.max_bytes), source.id)


def text_document(data: bytes, id: str, url: str | None = None) -> Document:
    """The document in the bytes of a text. Raises NotRead."""
    decoded = decode(data)
    if not decoded.text.strip():
        raise NotRead("it holds nothing but white space")
    return Document(id, decoded.text, url=url, notes=decoded.notes)
