"""Links and selectors that lead from a claim to the words it stands on."""

import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote as percent_encode
from urllib.parse import urlsplit

from reconcile.model import Claim, Document

_AROUND = 32  # characters of context on each side of a W3C quote selector
_WORDS_AROUND = 4  # words of context on each side of a text fragment
_WORD = re.compile(r"\S+")
_UNSAFE = re.compile(r"""[\s"'<>\\^`{|}()\[\]*_~!]|[^\x21-\x7e]""")  # in a URL: what Markdown or HTML would act on


@dataclass(frozen=True, slots=True)
class Place:
    """Where a figure stands: characters ``start`` to ``end`` of a document, on line ``line`` (from 1)."""

    document: Document
    start: int
    end: int
    line: int

    @property
    def words(self) -> str:
        """The place in words, for a reader who opens the file."""
        return f"{self.document.id}, line {self.line}, characters {self.start} to {self.end}"

    @property
    def short(self) -> str:
        """The place in as few words as lead to it."""
        return f"{self.document.id}, line {self.line}"

    def link(self, base: str | None = None) -> str | None:
        """The address of the figure: the page at the document's URL, else the file below ``base``, else None."""
        if self.document.url and (page := text_fragment(self.document, self.start, self.end)):
            return page
        return (
            None
            if base is None
            else f"{base.rstrip('/')}/{percent_encode(self.document.id, errors='replace')}#L{self.line}"
        )


def safe_url(url: str) -> str | None:
    """The URL with every dangerous sign percent-encoded; None where it is not a web address."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return None
    return _UNSAFE.sub(lambda sign: percent_encode(sign[0], safe="", errors="replace"), url.strip())


def text_fragment(document: Document, start: int, end: int) -> str | None:
    """The document's URL with a text fragment that makes a browser show the words from ``start`` to ``end``.

    The form is ``#:~:text=prefix-,words,-suffix`` (WICG, "URL Fragment Text Directives"). None where the
    document's URL is no web address.
    """
    url = safe_url(document.url or "")
    if url is None:
        return None
    line_start, line_end = _line(document.text, start, end)
    before = _WORD.findall(document.text[max(line_start, start - 200) : start])[-_WORDS_AROUND:]
    after = _WORD.findall(document.text[end : min(line_end, end + 200)])[:_WORDS_AROUND]
    # the words of a fragment must be whole: a sign that touches the figure belongs to it
    words = document.text[start:end]
    directive = _encoded(words)
    if before and document.text[start - 1].isspace():
        directive = f"{_encoded(' '.join(before))}-,{directive}"
    if after and document.text[end].isspace():
        directive = f"{directive},-{_encoded(' '.join(after))}"
    return f"{url}{'' if '#' in url else '#'}:~:text={directive}"


def _encoded(words: str) -> str:
    # - , & have a meaning of their own in a text directive; quote() leaves the first as it is
    plain = " ".join(words.split()).encode(errors="replace").decode()
    return percent_encode(plain, safe="").replace("-", "%2D").replace("_", "%5F").replace("~", "%7E")


def _line(text: str, start: int, end: int) -> tuple[int, int]:
    after = text.find("\n", end)
    return text.rfind("\n", 0, start) + 1, len(text) if after < 0 else after


def selectors(claim: Claim, document: Document) -> list[dict[str, Any]]:
    """The place of a claim as W3C Web Annotation selectors: by quote, and by position."""
    figure, text = claim.quantity, document.text
    return [
        {
            "type": "TextQuoteSelector",
            "exact": figure.text,
            "prefix": text[max(0, figure.start - _AROUND) : figure.start],
            "suffix": text[figure.end : figure.end + _AROUND],
        },
        {"type": "TextPositionSelector", "start": figure.start, "end": figure.end},
    ]
