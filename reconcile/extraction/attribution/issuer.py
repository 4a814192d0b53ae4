"""Who issues a text that no outlet reports: a ministry's release, a union's statement, a charity's appeal.

What a newspaper says in its own voice is the newspaper's; what a party to the story publishes about itself is
that party's claim, and as such is held against what others say.
"""

import re

from reconcile.extraction.attribution.lexicon import Lexicon
from reconcile.extraction.attribution.links import Stretch
from reconcile.extraction.attribution.quotes import Quotes
from reconcile.model import Document

_SIGHT = 8_000  # characters from the start in which an issuer names itself
_HEAD = 400  # characters in which a statement says whose it is
_OFTEN = 2  # times that a text must say "we" where nothing in the publisher's name tells what it is
_NAME_WORD = re.compile(r"[^\W\d_][\w-]*")
_WE = re.compile(r"\b(?:we|our)\b", re.IGNORECASE)
_WHOSE = re.compile(r"^([^\W\d_]+)[ ]+(?:by|from|of)[ ]+([^\n.:]{3,80}?)[ ]*$", re.MULTILINE)
_BODY_CLASSES = ("organisations", "companies", "offices", "governments", "bodies")


def find_issuer(document: Document, quotes: Quotes, lexicon: Lexicon) -> Stretch | None:
    """The words with which a text names the party that issues it; None where it is an outlet that reports.

    "Statement by X" names X. Otherwise the issuer is the publisher, where its name is a body's and no
    outlet's, and where it names itself or says "we" outside quotation marks.
    """
    if whose := _whose(document.text, lexicon):
        return whose
    name = (document.publisher or "").strip()
    words = [word.lower() for word in _NAME_WORD.findall(name)]
    if not words or any(word in lexicon["press"] for word in words):
        return None
    text, body = document.text[:_SIGHT], _is_body(words, lexicon)
    furniture = [(line.start, line.end) for line in document.furniture]
    own = [
        found.span()
        for found in _WE.finditer(text)
        if quotes.at(found.start()) is None and not any(start <= found.start() < end for start, end in furniture)
    ]
    named = _named(text, name, body, quotes, lexicon)
    if named or len(own) >= _OFTEN:
        return named or own[0]
    return (own[0] if own else _titled(text, lexicon)) if body else None


def _is_body(words: list[str], lexicon: Lexicon) -> bool:
    return any(_singular(word) in lexicon[kind] for word in words for kind in _BODY_CLASSES)


def _whose(text: str, lexicon: Lexicon) -> Stretch | None:
    """X of a line "Statement by X" at the head of a text."""
    for found in _WHOSE.finditer(text, 0, _HEAD):
        if found[1].lower() in lexicon["statements"] and _NAME_WORD.findall(found[2])[-1:][0][0].isupper():
            return found.span(2)
    return None


def _named(text: str, name: str, body: bool, quotes: Quotes, lexicon: Lexicon) -> Stretch | None:
    """Where a text names its publisher: by all of a name of several words, or a body's by its noun ("the Trust")."""
    plain = re.sub(r"^the\s+", "", name, flags=re.IGNORECASE)
    capitals = [word for word in _NAME_WORD.findall(plain) if word[0].isupper()]
    heads = [word for word in capitals if any(word.lower() in lexicon[kind] for kind in _BODY_CLASSES)] if body else []
    spellings = [re.escape(plain)] if " " in plain else []
    for spelling in (*spellings, *(rf"[Tt]he (?:[A-Z]\w+ )?{re.escape(head)}(?! of)" for head in heads)):
        for found in re.finditer(rf"\b{spelling}\b", text):
            if quotes.at(found.start()) is None:
                return found.span()
    return None


def _titled(text: str, lexicon: Lexicon) -> Stretch | None:
    """What a text calls itself in its first line: "NOTICE No. 31", "Special bulletin 6"."""
    line = text[: text.find("\n")] if "\n" in text else ""
    found = [word.span() for word in _NAME_WORD.finditer(line) if word[0].lower() in lexicon["issued"]]
    return found[0] if found else None


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
