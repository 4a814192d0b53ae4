"""Word documents."""

import io
import zipfile
from collections.abc import Iterator

from reconcile.model import Document, Unread
from reconcile.reading.decoding import normal_lines
from reconcile.reading.options import ReadOptions
from reconcile.reading.source import NotRead, Source, size


def read_docx(source: Source, options: ReadOptions) -> Iterator[Document | Unread]:
    """A .docx file is one document: its paragraphs and the rows of its tables, a line each. Raises NotRead."""
    import docx  # imported late: only Word files need it
    from docx.table import Table

    data = source.bytes(options.max_bytes)
    _check(data, options)
    word = docx.Document(io.BytesIO(data))
    lines: list[str] = []
    for block in word.iter_inner_content():
        if isinstance(block, Table):
            lines += [" | ".join(dict.fromkeys(cell.text.strip() for cell in row.cells)) for row in block.rows]
        else:
            lines.append(block.text)
    text = normal_lines("\n".join(lines))
    if not text.strip():
        raise NotRead("there is no text in it")
    about = word.core_properties
    yield Document(source.id, text, title=about.title or None, author=about.author or None)


def _check(data: bytes, options: ReadOptions) -> None:
    """Refuse what is no archive of its kind, or would unpack to more than a document can be."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise NotRead("it is not a Word document that can be read; save it again as .docx or .txt") from None
    if "word/document.xml" not in {member.filename for member in members}:
        raise NotRead("there is no Word document in it")
    unpacked = sum(member.file_size for member in members)
    if unpacked > options.max_bytes or (unpacked > options.max_line and unpacked > options.max_ratio * len(data)):
        raise NotRead(f"it would unpack from {size(len(data))} to {size(unpacked)}, as no document does")
