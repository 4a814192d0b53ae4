"""The same article in every format gives the same claims: values, sources and as-of dates."""

from functools import cache
from pathlib import Path

import pytest
from reading_corpus import ARTICLE, WRITERS

from reconcile.extraction.claims import extract
from reconcile.model import Document, Settings
from reconcile.reading import read
from reconcile.rulebook import load

Said = tuple[float | None, float | None, str | None, str | None, str | None]


@cache
def claims(name: str, folder: Path) -> tuple[Said, ...]:
    """What the claims of a format say: low, high, unit, source, as-of."""
    (folder / name).write_bytes(WRITERS[name](ARTICLE))
    (folder / "sources.csv").write_text(f"file,publisher,published\n{name},{ARTICLE.publisher},{ARTICLE.published}\n")
    (document,) = read([folder / name], load())
    assert isinstance(document, Document)
    titled = len(ARTICLE.title) if document.text.startswith(ARTICLE.title) else 0
    return tuple(
        (
            claim.quantity.low,
            claim.quantity.high,
            claim.quantity.unit,
            claim.attribution.name,
            claim.as_of.iso() if claim.as_of else None,
        )
        for claim in extract(document, load(), Settings()).claims
        if claim.quantity.start >= titled
    )


@pytest.mark.parametrize("name", [name for name in WRITERS if name != "a.txt"])
def test_same_claims(name: str, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    plain = claims("a.txt", tmp_path_factory.getbasetemp())
    assert len(plain) >= 10
    assert claims(name, tmp_path) == plain
