"""Text files."""

from collections.abc import Iterator

from reconcile.model import Document, Unread
from reconcile.reading.decoding import decode
from reconcile.reading.options import ReadOptions
from reconcile.reading.source import NotRead, Source
from reconcile.reading.wrapping import is_wrapped

_WRAPPED = "its lines are broken at a fixed width: a sentence that runs over a line end is read in parts"


def read_text(source: Source, options: ReadOptions) -> Iterator[Document | Unread]:
    """A text file is one document, its text as it stands. Raises NotRead."""
    yield text_document(source.bytes(options.max_bytes), source.id)


def text_document(data: bytes, id: str, url: str | None = None) -> Document:
    """The document in the bytes of a text. Raises NotRead."""
    decoded = decode(data)
    if not decoded.text.strip():
        raise NotRead("it holds nothing but white space")
    notes = (*decoded.notes, _WRAPPED) if is_wrapped(decoded.text) else decoded.notes
    return Document(id, decoded.text, url=url, notes=notes)
