"""Which reader reads which kind of file."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from reconcile.model import Document, Unread
from reconcile.reading import archives, feeds, mail, markdown, office, paged, plain, tables, warc, web
from reconcile.reading.options import ReadOptions
from reconcile.reading.source import NotRead, Source

# what a reader finds: documents, what it cannot read, and sources within the source (attached, or packed)
Reader = Callable[[Source, ReadOptions], Iterator[Document | Unread | Source]]


@dataclass(frozen=True, slots=True)
class Format:
    """A way to read a kind of file. ``rows``: it holds many documents, each with data of its own."""

    read: Reader
    rows: bool = False


FORMATS: dict[str, Format] = {
    ".txt": Format(plain.read_text),
    ".md": Format(markdown.read_markdown),
    ".markdown": Format(markdown.read_markdown),
    ".html": Format(web.read_html),
    ".htm": Format(web.read_html),
    ".xhtml": Format(web.read_html),
    ".mhtml": Format(mail.read_mhtml),
    ".mht": Format(mail.read_mhtml),
    ".pdf": Format(paged.read_pdf),
    ".docx": Format(office.read_docx),
    ".eml": Format(mail.read_mail),
    ".rss": Format(feeds.read_feed, rows=True),
    ".atom": Format(feeds.read_feed, rows=True),
    ".xml": Format(feeds.read_feed, rows=True),
    ".jsonl": Format(tables.read_jsonl, rows=True),
    ".ndjson": Format(tables.read_jsonl, rows=True),
    ".csv": Format(tables.read_csv, rows=True),
    ".tsv": Format(tables.read_csv, rows=True),
    ".parquet": Format(tables.read_parquet, rows=True),
    ".warc": Format(warc.read_warc, rows=True),
    ".warc.gz": Format(warc.read_warc, rows=True),  # packed page by page, which its reader knows
    ".gz": Format(archives.read_gzip),
    ".zip": Format(archives.read_zip),
}

# kinds of document that are not read, and what to do; in a folder every other kind is passed over
INSTEAD: dict[str, str] = {
    ".doc": "save it as .docx",
    ".rtf": "save it as .docx or .txt",
    ".odt": "save it as .docx or .txt",
    ".pages": "export it as .docx or .txt",
    ".epub": "save it as .html or .txt",
    ".xls": "save it as .csv",
    ".xlsx": "save it as .csv",
    ".ods": "save it as .csv",
    ".msg": "save it as .eml",
    ".mbox": "save its messages as .eml",
    ".tar": "unpack it, or pack it as .zip",
    ".tgz": "unpack it, or pack it as .zip",
    ".bz2": "unpack it, or pack it as .gz",
    ".xz": "unpack it, or pack it as .gz",
    ".zst": "unpack it, or pack it as .gz",
    ".7z": "unpack it, or pack it as .zip",
    ".rar": "unpack it, or pack it as .zip",
}

KNOWN = f"known kinds: {' '.join(sorted(FORMATS))}"


def known(name: str) -> bool:
    """Whether a file of a folder is to be looked at, to be read or to be listed as not read."""
    return PurePosixPath(name).suffix.lower() in FORMATS.keys() | INSTEAD.keys()


def format_of(source: Source) -> Format:
    """How to read a source. A file without an ending that the user named is read as text.

    Raises NotRead.
    """
    suffix = ".warc.gz" if source.name.lower().endswith(".warc.gz") else source.suffix
    if suffix in INSTEAD:
        raise NotRead(f"{suffix} files are not read; {INSTEAD[suffix]}")
    if suffix in FORMATS:
        return FORMATS[suffix]
    if source.named and suffix in ("", ".text"):
        return FORMATS[".txt"]
    raise NotRead(f"files of this kind are not read; call it .txt if it is text; {KNOWN}")
