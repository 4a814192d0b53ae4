"""Web pages: the article's text by trafilatura, what the page says of itself read here."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from reconcile.model import Document, Unread
from reconcile.reading.decoding import decode, normal_lines
from reconcile.reading.jsonld import Article, find_article
from reconcile.reading.options import ReadOptions
from reconcile.reading.source import NotRead, Source

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w-]{2,20})", re.IGNORECASE)
_MARKUP = re.compile(r"<[a-zA-Z!/]")
_DEEPEST = 2_000  # unclosed elements at a time; pages have a few dozen
_OPEN_OR_CLOSE = re.compile(r"<(/?)(?!(?:br|hr|img|meta|link|input|p|li|td|tr|source|wbr)\b)[a-zA-Z]")
_TABLE_RULE = re.compile(r"^\|(?:---\|)+\n?", re.MULTILINE)
_TITLE_MARK = re.compile(r"(\s+[|–—·-]\s+)")
_SPACE = re.compile(r"[^\S\n]+")
_BLOCKS = (
    "//body//*[self::p or self::h1 or self::h2 or self::h3 or self::li or self::td or self::blockquote or self::pre]"
)

# where pages say who and when, the best first; the values are <meta name=...> or property=... or itemprop=...
_META = {
    "publisher": (
        "og:site_name", "publisher", "dc.publisher", "dcterms.publisher", "citation_publisher", "application-name",
    ),
    "published": (
        "article:published_time", "og:article:published_time", "datepublished", "article.published", "parsely-pub-date",
        "dc.date.issued", "dcterms.created", "dc.date", "dcterms.date", "pubdate", "publish-date", "publish_date",
        "sailthru.date", "citation_publication_date", "date",
    ),
    "updated": ("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "last-modified"),
    "title": ("og:title", "headline", "twitter:title", "dc.title", "citation_title"),
    "author": ("author", "parsely-author", "dc.creator", "dcterms.creator", "citation_author", "byl", "article:author"),
    "url": ("og:url", "url"),
}  # fmt: skip


def read_html(source: Source, options: ReadOptions) -> Iterator[Document | Unread]:
    """A saved page is one document. Raises NotRead where no article text is in it."""
    yield page(source.bytes(options.max_bytes), source.id)


def page(data: bytes, id: str, url: str | None = None) -> Document:
    """The document in the bytes of a web page; ``url`` where it was fetched from. Raises NotRead."""
    html, notes = _decoded(data)
    if not html.strip():
        raise NotRead("it holds nothing but white space")
    if not _MARKUP.search(html):
        return Document(id, html, url=url, notes=(*notes, "no HTML in it: read as plain text"))
    tree = _tree(html)
    article = find_article(
        [script.text or "" for script in tree.iter("script") if script.get("type") == "application/ld+json"]
    )
    text = body(html, tree) or article.body
    if not text:
        raise NotRead("there is no article text in it")
    described = _described(Document(id, normal_lines(text), notes=notes), tree, article)
    return replace(described, url=url) if url else described


def body(html: str, tree: Any = None) -> str | None:
    """The article's text, a paragraph a line, without the page around it; None where there is none."""
    import trafilatura  # imported late: half a second

    # for recall: lists and subheads of an article count, and a sign-up box that slips in is found as furniture
    found = trafilatura.extract(html, include_comments=False, include_tables=True, favor_recall=True)
    if found and found.strip():
        return _TABLE_RULE.sub("", found)
    blocks = (_flat(block.text_content()) for block in (tree if tree is not None else _tree(html)).xpath(_BLOCKS))
    return "\n".join(block for block in blocks if block) or None


def fragment(html: str) -> str:
    """The text of a piece of HTML that is all article, such as a feed's: a paragraph a line."""
    if not _MARKUP.search(html):
        return normal_lines(html)
    import lxml.html

    tree = _tree(f"<html><body><div>{html}</div></body></html>")
    for unseen in tree.xpath("//script | //style | //template"):
        unseen.drop_tree()
    for block in tree.iter("p", "div", "br", "li", "h1", "h2", "h3", "h4", "blockquote", "tr", "figure"):
        block.tail = "\n" + (block.tail or "")
        block.text = "\n" + (block.text or "") if block.tag != "br" else None
    lines = (_flat(line) for line in lxml.html.tostring(tree, method="text", encoding="unicode").split("\n"))
    return "\n".join(line for line in lines if line)


def _decoded(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The page's text: by its mark or as UTF-8, else as it declares, else as its bytes suggest."""
    declared = _CHARSET.search(data[:4000])
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        if declared:
            try:
                return normal_lines(data.decode(declared[1].decode("ascii"))), ()
            except (LookupError, UnicodeDecodeError):
                pass
    decoded = decode(data)
    return decoded.text, decoded.notes


def _tree(html: str) -> Any:
    """The parsed page. Raises NotRead for nesting that no page has."""
    import lxml.html
    from lxml.etree import ParserError

    depth = deepest = 0
    for tag in _OPEN_OR_CLOSE.finditer(html):
        depth = max(0, depth - 1) if tag[1] else depth + 1
        deepest = max(deepest, depth)
    if deepest > _DEEPEST:
        raise NotRead(f"its elements are nested more than {_DEEPEST} deep; save it as text")
    try:
        return lxml.html.document_fromstring(
            html.encode(), parser=lxml.html.HTMLParser(encoding="utf-8", no_network=True)
        )
    except (ParserError, ValueError):
        raise NotRead("there is no page in it") from None


def _described(document: Document, tree: Any, article: Article) -> Document:
    """The document with what the page says of itself: JSON-LD first, then meta elements."""
    meta: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = _flat(element.get("content") or element.get("datetime") or "")
        for name in (element.get("property"), element.get("name"), element.get("itemprop")):
            if name and content:
                meta.setdefault(name.strip().lower(), content[:2000])
    said = {field: next((meta[name] for name in names if name in meta), None) for field, names in _META.items()}
    if said["author"] and said["author"].startswith(("http:", "https:")):
        said["author"] = None
    canonical = next((link.get("href") for link in tree.xpath("//link[@rel='canonical'][@href]")), None)
    time = next(
        (element.get("datetime") for element in tree.xpath("//time[@datetime][@pubdate or @itemprop='datePublished']")),
        None,
    )
    title = next((_flat(element.text_content()) for element in tree.iter("title")), None)
    publisher = article.publisher or said["publisher"]
    notes = document.notes
    if article.published and said["published"] and article.published[:10] != said["published"][:10]:
        first, second = article.published[:25], said["published"][:25]
        notes += (f"its JSON-LD says it was published {first}, its meta data {second}; the first is used",)
    return replace(
        document,
        publisher=publisher,
        published=article.published or said["published"] or time,
        updated=article.updated or said["updated"],
        title=article.title or _without_site(said["title"] or title, publisher),
        author=article.author or said["author"],
        url=canonical or said["url"] or article.url,
        notes=notes,
    )


def _without_site(title: str | None, publisher: str | None) -> str | None:
    """A title less the name of the site behind a mark at its end: "Ferry aground | The Gazette"."""
    parts = _TITLE_MARK.split(title or "")
    named = len(parts) > 2 and publisher is not None and parts[-1].strip().lower() == publisher.lower()
    return ("".join(parts[:-2]) if named else title) or None


def _flat(text: str) -> str:
    return _SPACE.sub(" ", text.replace("\n", " ")).strip()
