"""Real reports on articles that mean harm: whatever is read out of them, every form of the report holds."""

import json
from pathlib import Path

import html5lib
import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from test_html import PAYLOADS
from test_schema import SCHEMA

from reconcile import pipeline
from reconcile.model import Document, Report, Settings
from reconcile.reporting.html import to_html
from reconcile.reporting.jsonout import report_json
from reconcile.reporting.linked import claims_linked
from reconcile.reporting.markdown import to_markdown
from reconcile.reporting.verification import verify
from reconcile.reporting.view import View
from reconcile.rulebook import load

SENTENCES = (
    "The mayor of {} said around 4,000 people had fled the town.",
    "Police in {} put the number of people who fled the town at 9,500.",
    "At least 12 people were killed, {} reported on Monday.",
    "The ministry denied that {} 30 people were killed.",
    "Repairs will cost $4.5 million {}, according to the fund.",
    "Prices rose {} by 7.5 percent in May.",
    "“{} 250 houses burned,” said Ada Brok.",
    "Winds of 120 km/h {} tore off the roof.",
)
articles = st.lists(
    st.tuples(st.sampled_from(SENTENCES), st.sampled_from(PAYLOADS)).map(lambda pair: pair[0].replace("{}", pair[1])),
    min_size=1,
    max_size=6,
).map("\n\n".join)
names = st.one_of(st.none(), st.sampled_from(PAYLOADS))
parser = MarkdownIt("commonmark").enable("table")


def made(texts: list[str], names: list[str | None]) -> Report:
    documents = [
        Document(f"{number}.txt", text, publisher=name, published="2031-05-06", title=name)
        for number, (text, name) in enumerate(zip(texts, names, strict=True))
    ]
    return pipeline.reconcile(documents, load(), Settings())


@given(st.lists(st.tuples(articles, names), min_size=2, max_size=3))
@settings(max_examples=25, deadline=None)
def test_every_form_of_a_report_holds(corpus: list[tuple[str, str | None]]) -> None:
    report = made([text for text, _ in corpus], [name for _, name in corpus])
    record = json.loads(report_json(report))
    jsonschema.Draft202012Validator(SCHEMA).validate(record)
    assert list(verify(record, report.documents)) == []
    assert claims_linked(View(report))["@graph"] is not None
    tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(to_html(report))
    assert not [one for one in tree.iter() if one.tag in ("img", "iframe", "object", "embed", "base")]
    assert [one.attrib.get("type") for one in tree.iter("script")] == ["application/ld+json", None]
    for token in parser.parse(to_markdown(report)):
        assert token.type != "html_block"
        for child in token.children or ():
            assert child.type not in ("image", "em_open", "s_open")
            if child.type == "html_inline":
                assert child.content in ("<!-- -->", "<b>", "</b>")
            if child.type == "link_open":
                assert child.attrs["href"].startswith("#")


def test_the_order_of_the_documents_changes_nothing_that_is_said() -> None:
    texts = [sentence.replace("{}", "the valley") for sentence in SENTENCES]
    documents = [Document(f"{n}.txt", text, publisher=f"P{n}", published="2031-05-06") for n, text in enumerate(texts)]
    there, back = (pipeline.reconcile(order, load(), Settings()) for order in (documents, documents[::-1]))
    assert to_markdown(there).split("## How this report")[0] == to_markdown(back).split("## How this report")[0]


@pytest.mark.parametrize("text", ["", "\n", "No figure here.", "\x00", "7", "-" * 5000])
def test_next_to_nothing_is_a_report_too(text: str, tmp_path: Path) -> None:
    report = made([text], [None])
    assert to_markdown(report).startswith("# No conflict found")
    assert "No conflict found" in to_html(report)
    jsonschema.Draft202012Validator(SCHEMA).validate(json.loads(report_json(report)))
