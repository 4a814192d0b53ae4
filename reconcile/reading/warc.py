"""WARC: crawls of the web, a page a document."""

from collections.abc import Iterator
from contextlib import redirect_stderr
from io import StringIO
from typing import Any

from reconcile.model import Document, Unread
from reconcile.reading import web
from reconcile.reading.naming import visible
from reconcile.reading.options import ReadOptions
from reconcile.reading.plain import text_document
from reconcile.reading.source import NotRead, Source, size

_PAGES = ("text/html", "application/xhtml+xml", "text/plain")


def read_warc(source: Source, options: ReadOptions) -> Iterator[Document | Unread]:
    """Each page that the crawl fetched is a document, called by its address. Raises NotRead."""
    from warcio.archiveiterator import ArchiveIterator  # imported late: only crawls need it
    from warcio.exceptions import ArchiveLoadFailed

    found = False
    with source.open() as stream:
        try:
            for record in _quietly(ArchiveIterator(stream)):
                if record.rec_type not in ("response", "resource", "conversion"):
                    continue
                url = record.rec_headers.get_header("WARC-Target-URI") or ""
                headers = record.http_headers or record.rec_headers
                kind = (headers.get_header("Content-Type") or "").split(";")[0].strip().lower()
                if kind not in _PAGES or (record.http_headers and record.http_headers.get_statuscode() != "200"):
                    continue
                found = True
                yield _page(record.content_stream().read(options.max_line + 1), kind, url, options)
        except ArchiveLoadFailed:
            raise NotRead("it is no crawl that can be read to its end; fetch it again") from None
    if not found:
        raise NotRead("there is no page in it")


def _quietly(records: Iterator[Any]) -> Iterator[Any]:
    """The records of a crawl, without what warcio writes to standard error about broken ones."""
    while True:
        with redirect_stderr(StringIO()):
            record = next(records, None)
        if record is None:
            return
        yield record


def _page(data: bytes, kind: str, url: str, options: ReadOptions) -> Document | Unread:
    id = visible(url)
    try:
        if len(data) > options.max_line:
            raise NotRead(f"the page is longer than {size(options.max_line)}")
        return text_document(data, id, url) if kind == "text/plain" else web.page(data, id, url)
    except NotRead as reason:
        return Unread(id, str(reason))
