"""Figures marked by braces, and what attribution makes of them."""

import re
from dataclasses import dataclass

from reconcile.extraction.attribution import attribute
from reconcile.extraction.context import Context
from reconcile.model import Attribution, Document, Modifier, Quantity, Span
from reconcile.rulebook import load

_MARKED = re.compile(r"\{([^}]*)\}")


@dataclass(frozen=True)
class Sample:
    """A text without its braces, and the place of the figure that they marked."""

    text: str
    start: int
    end: int


def sample(marked: str) -> Sample:
    found = _MARKED.search(marked)
    assert found is not None, f"mark the figure in {marked!r} by braces"
    text = marked[: found.start()] + found[1] + marked[found.end() :]
    return Sample(text, found.start(), found.start() + len(found[1]))


def figure(text: str, start: int, end: int) -> Quantity:
    number = Span.of(text, start, end)
    return Quantity(start, end, number.text, 1.0, 1.0, Modifier.EXACT, number)


def read(marked: str, published: str = "2024-06-03", publisher: str = "The Ledger") -> Attribution:
    """The attribution of the one figure marked in a text."""
    one = sample(marked)
    document = Document("a", one.text, publisher, published)
    return attribute(Context(document), [figure(one.text, one.start, one.end)], load())[0]
