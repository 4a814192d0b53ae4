"""JSON-LD: what a web page tells search engines about its article."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_DEEPEST = 12  # levels of nesting looked into
_MOST = 2000  # nodes looked at
_LONGEST = 2_000_000  # characters of one script


@dataclass(frozen=True, slots=True)
class Article:
    """The article that a page describes. Strings as the page has them; None where it says nothing."""

    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    updated: str | None = None
    url: str | None = None
    body: str | None = None


def find_article(scripts: list[str]) -> Article:
    """The first node, over all scripts, whose type is that of an article; empty where there is none."""
    for script in scripts:
        if len(script) > _LONGEST:
            continue
        try:
            data = json.loads(script, strict=False)
        except (ValueError, RecursionError):  # a broken script is as good as none
            continue
        for node in _nodes(data):
            if _is_article(node):
                return _article(node)
    return Article()


def _nodes(data: Any) -> Iterator[dict[str, Any]]:
    queue = [(data, 0)]
    for _ in range(_MOST):
        if not queue:
            return
        node, depth = queue.pop(0)
        if isinstance(node, dict):
            yield node
        if depth < _DEEPEST:
            below = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
            queue += [(child, depth + 1) for child in below if isinstance(child, dict | list)]


def _is_article(node: dict[str, Any]) -> bool:
    kinds = node.get("@type")
    return any(
        isinstance(kind, str) and kind.endswith(("Article", "Posting", "Report"))
        for kind in (kinds if isinstance(kinds, list) else [kinds])
    )


def _article(node: dict[str, Any]) -> Article:
    page = node.get("mainEntityOfPage")
    return Article(
        title=_string(node.get("headline")) or _string(node.get("name")),
        publisher=_name(node.get("publisher")),
        author=_name(node.get("author")),
        published=_string(node.get("datePublished")),
        updated=_string(node.get("dateModified")),
        url=_string(node.get("url")) or _string(page.get("@id") if isinstance(page, dict) else page),
        body=_string(node.get("articleBody")),
    )


def _name(value: Any) -> str | None:
    """The name of a person or an organisation, or of several, however it is written."""
    if isinstance(value, list):
        names = [name for name in map(_name, value[:10]) if name]
        return ", ".join(dict.fromkeys(names)) or None
    if isinstance(value, dict):
        return _name(value.get("name"))
    name = _string(value)
    return None if name is None or name.startswith(("http:", "https:")) else name


def _string(value: Any) -> str | None:
    return value.strip() or None if isinstance(value, str) else None
