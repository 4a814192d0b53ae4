"""Where sentences end."""

import pytest

from reconcile.reading.sentences import split_sentences

TWO = (
    "Prices were up 3 percent on the month. Core prices held.",
    "A slick lies to the south. Booms have been laid.",
    "That is 19 per cent. Donors promised more.",
    "It lost 40 kg. Crews left.",
    "She left (it was late). Trucks came.",
    "It cost £84m. Ships left.",
    "“It was a bad week.” Crews left.",
)
ONE = (
    "It lies approx. Ten miles off.",
    "He met Dr. Brandt.",
    "It was in the U.S. Navy yard.",
    "The dept. Brandt led was closed.",
)


@pytest.mark.parametrize("text", TWO)
def test_a_plain_word_ends_a_sentence(text: str) -> None:
    spans = split_sentences(text)
    assert len(spans) == 2
    assert all(text[start:end] == text[start:end].strip() for start, end in spans)
    assert " ".join(text[start:end] for start, end in spans) == text


@pytest.mark.parametrize("text", ONE)
def test_an_abbreviation_does_not(text: str) -> None:
    assert len(split_sentences(text)) == 1
