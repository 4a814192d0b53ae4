"""Markdown: its text without the marks, and what its front matter says."""

import datetime
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from reconcile.model import Document, Unread
from reconcile.reading.decoding import decode
from reconcile.reading.options import ReadOptions
from reconcile.reading.source import NotRead, Source

_LONGEST = 20_000  # characters of front matter

# under which names front matter says what; the first that is there counts
_FIELDS = {
    "publisher": ("publisher", "publication", "source", "site", "outlet"),
    "published": ("published", "date", "publishdate", "pubdate", "publish_date", "created"),
    "updated": ("updated", "lastmod", "modified", "last_modified"),
    "title": ("title", "headline"),
    "author": ("author", "authors", "byline", "by"),
    "url": ("url", "link", "canonical", "canonical_url", "original"),
}


def read_markdown(source: Source, options: ReadOptions) -> Iterator[Document | Unread]:
    """A Markdown file is one document: its text without marks, one paragraph a line. Raises NotRead."""
    decoded = decode(source.bytes(options.max_bytes))
    front, text = _split(decoded.text)
    cells = _front_matter(front)
    plain = flatten(text)
    if not plain.strip():
        raise NotRead("it holds no text")
    yield replace(cells, id=source.id, text=plain, notes=decoded.notes + cells.notes)


def flatten(text: str) -> str:
    """The text of a Markdown document: links by their words, images left out, a paragraph a line.

    >>> flatten("# Toll rises\\n\\nSome **27 people**\\n[died](http://example.org).")
    'Toll rises\\n\\nSome 27 people died.'
    """
    from markdown_it import MarkdownIt  # imported late: only Markdown needs it

    lines: list[str] = []
    marker = ""
    for token in MarkdownIt("commonmark").enable("table").parse(text):
        if token.type == "list_item_open":
            marker = (
                f"{token.info}{token.markup} " if token.info else ""
            )  # "2021." may be a year, not a number in a list
        elif token.type == "inline":
            line = "".join(_inline(token.children or ())).strip()
            if line:
                lines.append(marker + line)
            marker = ""
        elif token.type in ("fence", "code_block"):
            lines += token.content.strip("\n").split("\n")
    return "\n\n".join(lines)


def _inline(tokens: Any) -> Iterator[str]:
    for token in tokens:
        if token.type in ("text", "code_inline"):
            yield token.content
        elif token.type == "softbreak":
            yield " "
        elif token.type == "hardbreak":
            yield "\n"


def _split(text: str) -> tuple[str, str]:
    """Front matter with its fences, and the rest."""
    for fence in ("---", "+++"):
        if text.startswith(f"{fence}\n"):
            end = text.find(f"\n{fence}\n", 0, _LONGEST)
            if end < 0 and text.rstrip().endswith(f"\n{fence}"):
                end = text.rindex(f"\n{fence}")
            if end >= 0:
                return text[:end], text[end + 5 :]
    return "", text


def _front_matter(front: str) -> Document:
    """A document without a text yet, from what the front matter says."""
    empty = Document("", "")
    if not front:
        return empty
    try:
        data = tomllib.loads(front[4:]) if front.startswith("+++") else _yaml(front[4:])
    except (ValueError, RecursionError):
        return replace(empty, notes=("its front matter cannot be read and was left out",))
    if not isinstance(data, Mapping):
        return empty
    lower = {str(name).lower(): value for name, value in data.items()}

    def first(field: str) -> str | None:
        return next((cell for name in _FIELDS[field] if (cell := _cell(lower.get(name)))), None)

    return replace(
        empty,
        publisher=first("publisher"),
        published=first("published"),
        updated=first("updated"),
        title=first("title"),
        author=first("author"),
        url=first("url"),
    )


def _yaml(text: str) -> Any:
    import yaml

    try:
        return yaml.load(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - both are safe loaders
    except yaml.YAMLError as problem:
        raise ValueError("not YAML") from problem


def _cell(value: Any) -> str | None:
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, list):
        return ", ".join(item for item in value[:10] if isinstance(item, str)) or None
    return value.strip()[:2000] or None if isinstance(value, str) else None
