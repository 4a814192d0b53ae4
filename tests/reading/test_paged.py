"""PDF: columns, hyphens at line ends, paragraphs over pages, running heads."""

from pathlib import Path

from reading_corpus import draw_pdf

from reconcile.model import Document
from reconcile.reading import read
from reconcile.rulebook import load


def text_of(pages: list[list[tuple[int, int, str]]], folder: Path) -> Document:
    (folder / "a.pdf").write_bytes(draw_pdf(pages))
    (document,) = read([folder / "a.pdf"], load())
    assert isinstance(document, Document)
    return document


def block(x: int, y: int, *lines: str) -> list[tuple[int, int, str]]:
    return [(x, y - 14 * i, line) for i, line in enumerate(lines)]


def test_a_word_broken_at_a_line_end_is_made_whole(tmp_path: Path) -> None:
    lines = block(72, 700, "The coastguard said that 340 passen-", "gers were put ashore, 27 of them hurt.")
    assert (
        text_of([lines], tmp_path).text == "The coastguard said that 340 passengers were put ashore, 27 of them hurt."
    )


def test_a_hyphen_within_a_line_stays(tmp_path: Path) -> None:
    lines = block(
        72, 700, "The 30-member alliance meets on 9-10 January in a city", "on the coast, its first meeting this year."
    )
    assert "30-member alliance meets on 9-10 January in a city on the coast" in text_of([lines], tmp_path).text


def test_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    left = block(
        72,
        700,
        "The ferry ran aground on Monday with",
        "around 340 passengers, and its captain",
        "called for help at once. The last of",
    )
    right = block(320, 700, "them were ashore by midnight, and at", "least 27 were hurt.")
    expected = (
        "The ferry ran aground on Monday with around 340 passengers, and its captain called for help at once. "
        "The last of them were ashore by midnight, and at least 27 were hurt."
    )
    assert text_of([left + right], tmp_path).text == expected


def test_a_wider_gap_begins_a_paragraph(tmp_path: Path) -> None:
    lines = [
        (72, 700, "The ferry ran aground on Monday."),
        (72, 686, "At least 27 people were hurt."),
        (72, 650, "The mayor spoke of 30."),
    ]
    assert text_of([lines], tmp_path).text.split("\n\n") == [
        "The ferry ran aground on Monday. At least 27 people were hurt.",
        "The mayor spoke of 30.",
    ]


def test_a_paragraph_runs_on_over_the_page_and_running_heads_are_left_out(tmp_path: Path) -> None:
    pages = []
    for number in range(1, 5):
        head = [(72, 800, f"Harbour Gazette, page {number}")]
        pages.append(
            head
            + block(72, 700, f"Line one of page {number} goes on and", "the second one stops in the middle of")
            + [(300, 30, f"{number}")]
        )
    pages[1][1:3] = block(72, 700, "a sentence of 27 words, here ended.", "The rest is on the page behind, which")
    document = text_of(pages[:2], tmp_path)
    assert "stops in the middle of a sentence of 27 words, here ended." in document.text
    assert "Gazette" not in document.text
    assert document.notes == ("running heads left out: Harbour Gazette, page #",)
    assert len(document.pages) == 2
