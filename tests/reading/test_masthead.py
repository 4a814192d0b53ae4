"""Who published a document, and when: the order in which places are believed, and what they say."""

from pathlib import Path

import pytest
from reading_corpus import ARTICLE, page

from reconcile.model import Document
from reconcile.reading import read
from reconcile.reading.credits import agency_name
from reconcile.reading.masthead import complete, read_masthead
from reconcile.reading.sources import Entry
from reconcile.reading.stamps import iso
from reconcile.rulebook import load

BODY = "A ferry ran aground on Monday, and at least 27 people were hurt, two of them badly, the coastguard said.\n"

CREDITS = [  # a text and the agency it credits
    (f"RUSK, Feb 20 (Halcyon) — {BODY}", "Halcyon"),
    (f"PORT LOUVET (Reuters) - {BODY}", "Reuters"),
    (f"LONDON (AP) — {BODY}", "AP"),
    (f"Kyiv, 3 May (UNIAN). {BODY}", None),
    (f"Paris (AFP) – {BODY}", "AFP"),
    (f"Ferry aground\n\nReuters\n\n{BODY}", "Reuters"),
    (f"Ferry aground\nBy Reuters\n\n{BODY}", "Reuters"),
    (f"Ferry aground\n\n{BODY}{BODY}\nSource: AFP", "AFP"),
    (f"Ferry aground\n\n{BODY}The last was ashore by midnight. – AFP", "AFP"),
    (f"Ferry aground\n\n{BODY}The last was ashore by midnight. (PTI)", "PTI"),
    (f"Ferry aground\n\n{BODY}The last was ashore by midnight. – Rappler.com", None),
    (f"Ferry aground\n\n{BODY}Source: ministry of transport", None),
    (f"Ferry aground\n\n{BODY}Photo: press service via Reuters", None),
    (f"The member for the harbour (Labour) - {BODY}", None),
    (f"The coastguard told AFP that 27 were hurt.\n{BODY}", None),
    ("WASHINGTON — The two presidents were due to speak on Thursday.", None),
]

AUTHORS = [
    (f"Ferry aground\nBy Elena Ruiz\n\n{BODY}", "Elena Ruiz"),
    (f"Ferry aground\nBy Elena Ruiz and Tom Hale\n\n{BODY}", "Elena Ruiz and Tom Hale"),
    (f"Ferry aground\nBy Elena Ruiz | 3 December 2021\n\n{BODY}", "Elena Ruiz"),
    (f"Ferry aground\nWritten by: Ana de la Cruz, staff reporter\n\n{BODY}", "Ana de la Cruz"),
    (f"{BODY}{BODY}\nReporting by Elena Ruiz; editing by Tom Hale", "Elena Ruiz"),
    (f"By Friday the water had fallen two metres.\n\n{BODY}", None),
    (f"By the numbers\n\n{BODY}", None),
    (f"Ferry aground\nBy AFP\n\n{BODY}", None),
]

STAMPS = [
    ("2021-12-30", "2021-12-30"),
    ("2021-12-30T20:30:00Z", "2021-12-30T20:30:00+00:00"),
    ("2021-12-30 20:30", "2021-12-30T20:30:00"),
    ("2021-12-30 20:30 GMT", "2021-12-30"),
    ("Thu, 30 Dec 2021 20:30:00 +0100", "2021-12-30T20:30:00+01:00"),
    ("30 December 2021", "2021-12-30"),
    ("Dec. 30, 2021, 4:20 p.m. EST", "2021-12-30"),
    ("2021", None),
    ("2021-12", None),
    ("2021-13-45", None),
    ("soon", None),
    ("", None),
    (None, None),
]


@pytest.mark.parametrize(("text", "credit"), CREDITS)
def test_credit(text: str, credit: str | None) -> None:
    assert read_masthead(text, load()).credit == credit


@pytest.mark.parametrize(("text", "author"), AUTHORS)
def test_author(text: str, author: str | None) -> None:
    assert read_masthead(text, load()).author == author


@pytest.mark.parametrize(("words", "stamp"), STAMPS)
def test_stamps_become_iso_or_unknown(words: str | None, stamp: str | None) -> None:
    assert iso(words, load()) == stamp


def test_one_agency_has_one_name() -> None:
    assert agency_name("AP", load()) == agency_name("The Associated Press", load()) == "Associated Press"
    assert agency_name("Halcyon", load()) == "Halcyon"


@pytest.mark.parametrize(
    ("author", "credit"), [("Reuters Staff", "Reuters"), ("AFP", "AFP"), ("TT Smith", None), ("Ana Sorel", None)]
)
def test_an_author_that_is_an_agency_is_the_credit(author: str, credit: str | None) -> None:
    assert complete(Document("a", BODY, author=author), None, load()).credit == credit


def test_published_and_updated_come_from_the_text_where_nothing_else_knows() -> None:
    text = f"Ferry aground\nPublished: 3 December 2021\nUpdated: 5 December 2021\n\n{BODY}"
    document = complete(Document("a", text), None, load())
    assert (document.published, document.updated) == ("2021-12-03", "2021-12-05")


def test_unknown_stays_unknown() -> None:
    document = complete(Document("a", BODY), None, load())
    assert (document.publisher, document.published, document.title, document.url) == (None, None, None, None)


def test_sources_csv_is_believed_before_the_page_and_the_page_before_its_text(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(page(ARTICLE))
    (tmp_path / "sources.csv").write_text("file,publisher,published\na.html,The Ledger,2023-03-20\n")
    (document,) = read([tmp_path], load())
    assert isinstance(document, Document)
    assert (document.publisher, document.published) == ("The Ledger", "2023-03-20")
    assert document.title == ARTICLE.title  # empty in sources.csv: the page's own
    assert any("its own data says 2023-03-14" in note for note in document.notes)


def test_a_row_is_believed_before_the_sources_csv_of_its_table(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(
        '{"id": 1, "text": "27 hurt", "publisher": "Own"}\n{"id": 2, "text": "28 hurt"}\n'
    )
    (tmp_path / "sources.csv").write_text("file,publisher\na.jsonl,Table\n")
    assert [document.publisher for document in read([tmp_path], load()) if isinstance(document, Document)] == [
        "Own",
        "Table",
    ]


def test_a_date_that_is_none_is_said_and_left_out() -> None:
    document = complete(Document("a", BODY), Entry(published="last week"), load())
    assert document.published is None
    assert any("'last week'" in note for note in document.notes)


def test_marks_that_turn_the_text_round_are_said() -> None:
    document = complete(Document("a", f"{BODY}27\u202e72"), None, load())
    assert any("direction of writing" in note for note in document.notes)
