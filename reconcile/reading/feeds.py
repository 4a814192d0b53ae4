"""Feeds: RSS and Atom files, an entry a document."""

import io
import re
import warnings
from collections.abc import Iterator
from typing import Any

from reconcile.model import Document, Unread
from reconcile.reading import web
from reconcile.reading.naming import visible
from reconcile.reading.options import ReadOptions
from reconcile.reading.source import NotRead, Source

_ADDRESS = re.compile(r"\S+@\S+\s*\(([^()]+)\)")


def read_feed(source: Source, options: ReadOptions) -> Iterator[Document | Unread]:
    """Each entry that has a text is a document; its publisher is the feed. Raises NotRead."""
    data = source.bytes(options.max_bytes)
    if b"<!ENTITY" in data:
        raise NotRead("it declares XML entities, which are not read; save it without")
    import feedparser  # imported late: only feeds need it

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # feedparser's own, of no use to a reader of feeds
        feed = feedparser.parse(io.BytesIO(data), sanitize_html=True, resolve_relative_uris=False)
    if not feed.entries:
        raise NotRead("there is no entry of a feed in it")
    publisher = _string(feed.feed.get("title"))
    for number, found in enumerate(feed.entries, 1):
        entry = dict(found)  # without feedparser's fallbacks from one date to another
        name = f"{source.id}:{number}"
        text = _text(entry)
        if text:
            yield Document(
                id=visible(_string(entry.get("id")) or _string(entry.get("link")) or name),
                text=text,
                publisher=_string((entry.get("source") or {}).get("title")) or publisher,
                published=_string(entry.get("published")),
                updated=_string(entry.get("updated")),
                title=_string(entry.get("title")),
                url=_string(entry.get("link")),
                author=_author(entry),
            )
        else:
            yield Unread(name, f"entry {number}: it has neither a title nor a text")


def _text(entry: Any) -> str:
    """An entry's text in full, or its summary, below its title."""
    content = max((_string(part.get("value")) or "" for part in entry.get("content") or ()), key=len, default="")
    summary = _string(entry.get("summary")) or ""
    title = web.fragment(_string(entry.get("title")) or "")
    body = web.fragment(content if len(content) >= len(summary) else summary)
    return f"{title}\n\n{body}".strip() if not body.startswith(title) else body


def _author(entry: Any) -> str | None:
    """The author's name, which RSS puts in brackets behind an address."""
    author = _string(entry.get("author"))
    named = _ADDRESS.fullmatch(author) if author else None
    return named[1] if named else author


def _string(value: Any) -> str | None:
    return value.strip() or None if isinstance(value, str) else None
