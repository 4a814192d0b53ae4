"""Bytes to text: each encoding, and the law that any text saved as UTF-8 comes back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.reading.decoding import decode, normal_lines
from reconcile.reading.naming import visible
from reconcile.reading.source import NotRead

TEXT = "Around 340 passengers – at £9 and €12 each – left the “café” by the pier, its owner said. " * 3

FOUND = [
    ("utf-8", 0),
    ("utf-8-sig", 0),
    ("utf-16", 0),
    ("utf-32", 0),
    ("cp1252", 1),
    ("utf-16-le", 1),
    ("utf-16-be", 1),
]


@pytest.mark.parametrize(("encoding", "notes"), FOUND)
def test_encodings(encoding: str, notes: int) -> None:
    decoded = decode(TEXT.encode(encoding))
    assert decoded.text == TEXT
    assert len(decoded.notes) == notes


def test_latin_1_and_what_only_it_can_hold() -> None:
    text = "Le café coûte 9 £, dit-il."
    assert decode((text * 5).encode("latin-1")).text == text * 5


def test_other_alphabets_are_told_by_their_letters() -> None:
    text = "Всего в порту погибли 27 человек, сообщило министерство в понедельник вечером. " * 5
    assert decode(text.encode("cp1251")).text == text


def test_a_few_broken_bytes_do_not_change_the_encoding() -> None:
    decoded = decode(TEXT.encode() + b"\xff" + TEXT.encode())
    assert decoded.text == f"{TEXT}\ufffd{TEXT}"
    assert decoded.notes == ("bytes that are not UTF-8, shown as \ufffd: 1",)


@pytest.mark.parametrize(
    "data", [b"\x00\x01\x02" * 50, b"%PDF-1.4 text", b"PK\x03\x04", bytes(range(256)), b"{\\rtf1 text}"]
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(NotRead, match="binary"):
        decode(data)


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"])))
def test_any_text_as_utf_8_comes_back(text: str) -> None:
    saved = text.encode()
    if not saved.startswith((b"\xef\xbb\xbf", b"{\\rtf", b"%PDF-")):
        assert decode(saved).text == normal_lines(text)


@given(st.text())
def test_normal_lines_know_one_line_end_and_can_be_saved(text: str) -> None:
    normal = normal_lines(text)
    assert "\r" not in normal
    assert "\u2028" not in normal
    assert normal_lines(normal) == normal
    normal.encode()


@given(st.text(max_size=400))
def test_what_is_shown_is_printable(name: str) -> None:
    assert visible(name).isprintable()
