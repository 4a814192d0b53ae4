import html
import json
import re
from dataclasses import replace
from functools import cache

import html5lib
import pytest
from reporting_samples import LEDGER, nothing_in_conflict, sample
from test_escaping import HOSTILE

from reconcile.errors import FidelityError
from reconcile.model import Findings, Passed, Report, Settings
from reconcile.reporting.html import to_html

PAYLOADS = (
    *HOSTILE,
    "</script><script>alert(1)</script>",
    '"><img src=http://beacon.example/x onerror=alert(1)>',
    "' onfocus='alert(1)' autofocus='",
    "</title></style><link rel=stylesheet href=http://beacon.example>",
    "]]><svg onload=alert(1)>",
    "{{ 7 * 7 }}{% raw %}",
    "<!--",
    "&#x3c;script>",
)


def parsed(page: str) -> object:
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)


def hostile(text: str) -> Report:
    report = sample()
    documents = tuple(
        replace(one, publisher=text, title=text, notes=(text,), url=f"https://x.example/{text}")
        for one in report.documents
    )
    facts = tuple(
        replace(one, title=text, verdict=replace(one.verdict, because=text, settle=text))
        for one in report.findings.facts
    )
    return replace(report, documents=documents, findings=replace(report.findings, facts=facts))


@cache
def plain_elements() -> list[str]:
    return [one.tag for one in parsed(to_html(hostile("x"))).iter() if isinstance(one.tag, str)]


@pytest.mark.parametrize("report", [sample(), nothing_in_conflict(), Report((), (), Findings(()), (), Settings(), "0")])
def test_a_strict_parser_finds_no_error(report: Report) -> None:
    parsed(to_html(report))


@pytest.mark.parametrize("text", PAYLOADS)
def test_whatever_names_hold_the_elements_are_the_same(text: str) -> None:
    elements = [one.tag for one in parsed(to_html(hostile(text))).iter() if isinstance(one.tag, str)]
    assert elements == plain_elements()


def test_no_attribute_runs_or_loads_anything() -> None:
    for element in parsed(to_html(hostile(PAYLOADS[-7]))).iter():
        for name, value in element.attrib.items():
            assert not str(name).startswith("on")
            if name in ("href", "src"):
                assert value.startswith(("#", "https://", "data:,"))


def test_nothing_is_asked_of_the_network() -> None:
    page = to_html(sample())
    assert "default-src 'none'" in page
    loaded = [
        one.tag for one in parsed(page).iter() if one.tag in ("img", "iframe", "object", "embed", "video", "base")
    ]
    assert loaded == []
    assert not re.search(r"@import|url\(", page)


def test_every_anchor_leads_somewhere_and_every_id_is_one() -> None:
    tree = parsed(to_html(sample()))
    ids = [one.attrib["id"] for one in tree.iter() if "id" in one.attrib]
    assert len(ids) == len(set(ids))
    targets = {one.attrib["href"][1:] for one in tree.iter("a") if one.attrib.get("href", "").startswith("#")}
    assert targets <= set(ids)
    named = {id for one in tree.iter() for id in one.attrib.get("aria-labelledby", "").split()}
    assert named <= set(ids)


def test_figures_and_claims_lead_to_each_other() -> None:
    tree = parsed(to_html(sample()))
    marks = {one.attrib["id"] for one in tree.iter("mark")}
    assert marks == {f"text-{claim.id}" for claim in sample().claims}
    for claim in sample().claims:
        [mark] = [one for one in tree.iter("mark") if one.attrib["id"] == f"text-{claim.id}"]
        assert "".join(mark.itertext()) == claim.quantity.text
        assert [one.attrib["href"] for one in mark.iter("a")] == [f"#claim-{claim.id}"]


def test_the_texts_stand_in_the_page_as_read() -> None:
    tree = parsed(to_html(sample()))
    texts = ["".join(one.itertext()) for one in tree.iter("div") if one.attrib.get("class") == "text"]
    assert texts == [one.text for one in sample().documents]


def test_lines_of_the_page_are_told_from_the_article() -> None:
    report = sample()
    line = Passed(0, 18, LEDGER.text[:18], "furniture/title", "repeats the title")
    documents = (replace(LEDGER, furniture=(line,)), *report.documents[1:])
    page = to_html(replace(report, documents=documents))
    assert '<span class="furniture" title="repeats the title">Levels on the Arva</span>' in page


def test_overlapping_marks_do_not_lose_text() -> None:
    report = sample()
    whole = Passed(0, len(LEDGER.text), LEDGER.text, "furniture/all", "all of it")
    documents = (replace(LEDGER, furniture=(whole,)), *report.documents[1:])
    tree = parsed(to_html(replace(report, documents=documents)))
    texts = ["".join(one.itertext()) for one in tree.iter("div") if one.attrib.get("class") == "text"]
    assert texts == [one.text for one in sample().documents]


def test_linked_data_reads_back_as_claims() -> None:
    page = to_html(sample())
    [script] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.S)
    graph = json.loads(script)["@graph"]
    by_text = {one["oa:hasSelector"][0]["exact"]: one for one in graph}
    bridges, displaced, cost = (by_text[one] for one in ("More than 40 bridges", "60,000 to 90,000", "$4.5 million"))
    assert bridges["about"] == {"@type": "QuantitativeValue", "minValue": 40, "unitText": "bridge"}
    assert displaced["about"] | {"minValue": 60000, "maxValue": 90000} == displaced["about"]
    assert cost["about"]["unitCode"] == "USD"
    assert cost["about"]["value"] == 4500000
    position = displaced["oa:hasSelector"][1]
    document = next(one for one in sample().documents if one.id == displaced["appearance"]["identifier"])
    assert document.text[position["start"] : position["end"]] == "60,000 to 90,000"


def test_the_head_names_the_gravest_conflict() -> None:
    page = to_html(sample())
    title = html.unescape(re.search(r"<title>(.*?)</title>", page)[1])
    assert title == "People who left the Arva valley: 60,000 to 115,000, two sources, cannot both hold"
    assert f"<h1>{html.escape(title)}</h1>" in page


def test_the_same_report_gives_the_same_bytes() -> None:
    assert to_html(sample()) == to_html(sample())


def test_a_quote_that_does_not_stand_is_never_shown() -> None:
    report = sample()
    documents = (replace(LEDGER, text=LEDGER.text.upper()), *report.documents[1:])
    with pytest.raises(FidelityError):
        to_html(replace(report, documents=documents))
