"""The same article is the same document, whatever it is saved as."""

import pickle
from pathlib import Path

import pytest
from reading_corpus import ARTICLE, WRITERS

from reconcile.model import Document
from reconcile.reading import read
from reconcile.rulebook import load

STAMPS = {"2023-03-14", "2023-03-14T09:30:00+01:00"}
WITHOUT_PUBLISHER = {"a.txt", "a.txt.gz", "a.pdf", "a.docx"}  # such files say nothing of who published them
WITHOUT_URL = {*WITHOUT_PUBLISHER, "a.eml"}
WITHOUT_TITLE = {"a.txt", "a.txt.gz"}


def read_one(folder: Path, name: str) -> Document:
    (folder / name).write_bytes(WRITERS[name](ARTICLE))
    (document,) = read([folder / name], load())
    assert isinstance(document, Document)
    return document


@pytest.mark.parametrize("name", WRITERS)
def test_every_format_gives_the_same_paragraphs(name: str, tmp_path: Path) -> None:
    document = read_one(tmp_path, name)
    paragraphs = [line for line in document.text.split("\n") if line.strip() and line != ARTICLE.title]
    assert paragraphs == list(ARTICLE.paragraphs)
    assert document.furniture == ()


@pytest.mark.parametrize("name", WRITERS)
def test_every_format_says_of_itself_what_it_can(name: str, tmp_path: Path) -> None:
    document = read_one(tmp_path, name)
    assert document.publisher == (None if name in WITHOUT_PUBLISHER else ARTICLE.publisher)
    assert (document.published is None) if name in WITHOUT_PUBLISHER else (document.published in STAMPS)
    assert document.url == (None if name in WITHOUT_URL else ARTICLE.url)
    assert document.title == (None if name in WITHOUT_TITLE else ARTICLE.title)


@pytest.mark.parametrize("name", ["a.md", "a.html", "a.pdf", "a.docx", "a.rss", "a.atom"])
def test_the_author_is_named(name: str, tmp_path: Path) -> None:
    assert read_one(tmp_path, name).author == ARTICLE.author


def test_pages_of_a_pdf_are_kept(tmp_path: Path) -> None:
    document = read_one(tmp_path, "a.pdf")
    first, second = document.pages
    assert first == 0
    assert document.text[second:].startswith("The mayor") or document.text[second - 1].isspace()
    assert any("running heads" in note for note in document.notes)


def test_a_document_can_be_handed_to_another_process(tmp_path: Path) -> None:
    document = read_one(tmp_path, "a.html")
    assert pickle.loads(pickle.dumps(document)) == document  # noqa: S301 - our own bytes
    assert len(pickle.loads(pickle.dumps(load())).by_kind) > 0  # noqa: S301
