import re
import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reconcile.reporting.escaping import block, bold, code, fit, markdown, printable, width

#: what articles hold that a viewer of Markdown would act on
HOSTILE = (
    "![pixel](http://beacon.example/p.gif)",
    "[click](javascript:alert(1))",
    "<img src=x onerror=alert(1)>",
    "<!-- hidden -->",
    "<https://auto.example>",
    "https://bare.example and www.bare.example",
    "a|b|c",
    "`code` ``more``",
    "**bold** __bold__ *it* _it_ ~~gone~~ ==lit== %%gone%%",
    "[[wiki]] ![[embed]] #tag ^block",
    "$x^2$ costs $5 and $6",
    "&lt;b&gt; &amp; &#64;",
    "- item",
    "+ item",
    "1. item",
    "2) item",
    "# heading",
    "> quote",
    "---",
    "===",
    "    indented",
    "```\nfence",
    "line\nbreak  \nhard\\",
    "\u202egnp.exe\u202c and \u2066isolated\u2069",
    "nul \x00 bell \x07 escape \x1b[31m",
    "half \ud800 sign",
    "back\\slash\\*star*",
    "[ref]: http://x.example 'title'",
    "[^1] and [^1]: note",
    "| a | b |\n| --- | --- |",
    "@someone a@b.example",
)
texts = st.one_of(
    st.text(), st.text(alphabet="*_`<>[]()!#|\\~$&-+=.1 \n:/@wa^%"), st.lists(st.sampled_from(HOSTILE)).map(" ".join)
)
SPLIT = ("html_inline", "<!-- -->")
commonmark = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def plain(line: str) -> list[tuple[str, str]]:
    """The tokens within the one block that a text renders to."""
    tokens = commonmark.parse(line)
    assert [one.type for one in tokens] == ["paragraph_open", "inline", "paragraph_close"], tokens
    return [(one.type, one.content) for one in tokens[1].children or ()]


def rendered(tokens: list[tuple[str, str]]) -> str:
    """What a reader sees: text, and nothing else but the empty comment that splits a mention."""
    for kind, content in tokens:
        assert kind in ("text", "text_special") or (kind, content) == SPLIT, tokens
    return "".join(content for kind, content in tokens if (kind, content) != SPLIT)


@given(texts)
@settings(max_examples=300)
def test_nothing_in_a_text_is_markup(text: str) -> None:
    if printable(text):
        assert rendered(plain(markdown(text))) == printable(text)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_shown_as_it_stands(text: str) -> None:
    assert rendered(plain(markdown(text))) == printable(text)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_in_its_cell_and_in_its_quote(text: str) -> None:
    html = commonmark.render(f"| a | b |\n| --- | --- |\n| {markdown(text)} | {code(text)} |\n")
    assert html.count("<td>") == 2
    assert not re.search(r"<(?:img|a|b|em|strong|s)\b", html)
    html = commonmark.render(f"> {markdown(text)}\n")
    assert set(re.findall(r"<(\w+)", html)) <= {"blockquote", "p"}


@given(texts, texts, texts)
@example("word", "$5", "word")
@example("(", "$5", ")")
@settings(max_examples=300)
def test_bold_is_the_figure_and_nothing_else(before: str, figure: str, after: str) -> None:
    if not printable(figure):
        return
    tokens = plain(bold(before, figure, after))
    opens = [i for i, (kind, content) in enumerate(tokens) if kind == "strong_open" or content == "<b>"]
    closes = [i for i, (kind, content) in enumerate(tokens) if kind == "strong_close" or content == "</b>"]
    assert (len(opens), len(closes)) == (1, 1)
    assert rendered(tokens[opens[0] + 1 : closes[0]]) == printable(figure)


@given(texts)
def test_code_is_code_to_its_end(text: str) -> None:
    [(kind, content)] = [one for one in plain(f"x{code(text)}x") if one != ("text", "x")]
    assert kind == "code_inline"
    assert content.strip() == printable(text).strip()


@given(st.lists(texts))
def test_a_block_ends_where_it_should(lines: list[str]) -> None:
    tokens = commonmark.parse(block(lines) + "\n\nafter")
    assert [one.type for one in tokens] == ["fence", "paragraph_open", "inline", "paragraph_close"]
    assert tokens[0].content.count("\n") == max(1, len(lines)) or not lines


@given(st.text())
def test_nothing_is_hidden_in_what_is_printed(text: str) -> None:
    assert all(sign == " " or unicodedata.category(sign)[0] not in "CZ" or unicodedata.category(sign) == "Zs"
               for sign in printable(text))  # fmt: skip


@given(st.text(), st.integers(2, 60))
def test_a_fitted_line_takes_the_columns_it_is_given(text: str, columns: int) -> None:
    assert width(fit(text, columns)) == columns
