"""What holds for every text: offsets, independence of neighbours, of quotation style, and no exception."""

import time

import pytest
from attribution_samples import figure, read, sample
from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile.extraction.attribution import attribute
from reconcile.extraction.context import Context
from reconcile.model import Attribution, Document
from reconcile.rulebook import load

SAID = (
    "The mayor said {40} homes had burned.",
    "About {40} homes burned, the mayor said on Friday.",
    "According to the fire brigade, {40} homes burned.",
    "“Some {40} homes are gone,” said Anna Weiss, who runs the brigade.",
    "Kiev says {40} tanks were there.",
    "The ministry denied that {500} had died.",
    "The blaze destroyed {40} homes.",
    "A survey shows {40} percent in favour.",
)
NEIGHBOURS = (
    "The square was empty at noon.",
    "Rain fell on the harbour.",
    "A farmer said the road was closed.",
    "The bridge, according to the port, stays shut.",
    "Nobody was hurt.",
)
AROUND = st.lists(st.sampled_from(NEIGHBOURS), max_size=3)
STYLES = ('"{}"', "“{}”", "''{}''", "«{}»", "„{}“", "‘{}’", "”{}”")


def said(one: Attribution) -> tuple[str | None, str | None, str]:
    return (one.source.text if one.source else None, one.name, str(one.stance))


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(SAID), AROUND, AROUND)
def test_sentences_around_do_not_change_who_said_it(marked: str, before: list[str], after: list[str]) -> None:
    assert said(read(" ".join([*before, marked, *after]))) == said(read(marked))


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(SAID), AROUND, AROUND)
def test_paragraphs_around_do_not_change_who_said_it(marked: str, before: list[str], after: list[str]) -> None:
    assert said(read("\n\n".join([*before, marked, *after]))) == said(read(marked))


@pytest.mark.parametrize("style", STYLES[:-1])
@pytest.mark.parametrize("frame", ["{}, the mayor said.", "{}, said Anna Weiss.", "The mayor told the council: {}"])
def test_quotation_style_does_not_matter(style: str, frame: str) -> None:
    got = read(frame.format(style.format("We lost {{40}} homes").replace("{{", "{").replace("}}", "}")))
    like = read(frame.format('"We lost {40} homes"'))
    assert said(got) == said(like)
    assert got.quoted


@settings(deadline=None)
@given(st.text(max_size=200), st.integers(0, 200), st.integers(1, 6))
def test_any_text_is_read_and_spans_are_evidence(text: str, start: int, length: int) -> None:
    start = min(start, len(text))
    got = attribute(Context(Document("a", text)), [figure(text, start, min(len(text), start + length))], load())
    assert len(got) == 1
    for span in (got[0].source, got[0].cue, *got[0].via):
        assert span is None or (text[span.start : span.end] == span.text and span.text)


WORDS = st.sampled_from(
    [
        "the",
        "mayor",
        "said",
        "that",
        "40",
        "homes",
        ",",
        ".",
        "“",
        "”",
        '"',
        "'",
        "’",
        ";",
        ":",
        "(",
        ")",
        "—",
        "Kiev",
        "Anna",
        "Weiss",
        "he",
        "it",
        "who",
        "which",
        "put",
        "at",
        "according",
        "to",
        "by",
        "poll",
        "denied",
        "and",
        "but",
        "while",
        "as",
        "quoted",
        "saying",
        "'s",
        "report",
        "shows",
        "in",
        "a",
        ",",
        "of",
        "Reuters",
        "cited",
        "\n",
    ]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(WORDS, min_size=3, max_size=40))
def test_any_order_of_cue_words_is_read(words: list[str]) -> None:
    text = " ".join(words)
    figures = [figure(text, i, i + 2) for i in range(len(text)) if text.startswith("40", i)] or [figure(text, 0, 1)]
    for got in attribute(Context(Document("a", text)), figures, load()):
        for span in (got.source, got.cue, *got.via):
            assert span is None or text[span.start : span.end] == span.text
        assert got.source is None or got.name


def test_the_same_text_gives_the_same_result() -> None:
    assert [read(marked) for marked in SAID] == [read(marked) for marked in SAID]


UNITS = ("the mayor said 40 homes, ", "“40 homes,” he said. ", "' '' “ ", "X: 40 homes a b\n", "40 of the ")


@pytest.mark.parametrize("unit", UNITS)
def test_time_is_linear_in_the_length(unit: str) -> None:
    def seconds(times: int) -> float:
        text = unit * times
        places = [i for i in range(len(text)) if text.startswith("40", i)][:2000] or [0]
        began = time.process_time()
        attribute(Context(Document("a", text)), [figure(text, i, i + 2) for i in places], load())
        return time.process_time() - began

    seconds(50)
    small, large = seconds(100), seconds(800)
    assert large < 8 * 4 * max(small, 0.01)


def test_marks_of_a_sample() -> None:
    one = sample("a {40} b")
    assert (one.text, one.text[one.start : one.end]) == ("a 40 b", "40")
