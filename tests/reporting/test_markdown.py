import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from reporting_samples import LEDGER, WIRE, nothing_in_conflict, sample
from test_escaping import HOSTILE

from reconcile.errors import FidelityError
from reconcile.model import Findings, NotCompared, Report, Settings, VerdictKind
from reconcile.reporting.links import text_fragment
from reconcile.reporting.markdown import to_markdown
from reconcile.reporting.slugs import Slugs

parser = MarkdownIt("commonmark").enable("table")


def headings(page: str) -> list[str]:
    tokens = parser.parse(page)
    return [shown(tokens[i + 1]) for i, one in enumerate(tokens) if one.type == "heading_open"]


def shown(inline: Token) -> str:
    return "".join(child.content for child in inline.children or () if child.type != "html_inline")


def test_the_first_line_names_the_gravest_conflict() -> None:
    first = to_markdown(sample()).splitlines()[0]
    assert first == "# People who left the Arva valley: 60,000 to 115,000, two sources, cannot both hold"


def test_without_a_conflict_the_first_line_says_so_with_the_counts() -> None:
    first = to_markdown(nothing_in_conflict()).splitlines()[0]
    assert first == "# No conflict found: seven figures compared as four facts, from three documents"


def test_a_report_on_nothing_is_a_report() -> None:
    page = to_markdown(Report((), (), Findings(()), (), Settings(), "0.1.0"))
    assert page.startswith("# No conflict found: no figures")
    assert "No document was read." in page


def test_sections_come_in_the_order_of_precedence() -> None:
    assert [one for one in headings(to_markdown(sample())) if one[0].isupper()][1:] == [
        "Conflicts", "People who left the Arva valley", "Changed over time", "Deaths in the flood", "Compatible",
        "Closed bridges", "Agreeing", "Cost of relief", "From a single origin", "Kept apart, and why",
        "Seen and not judged", "Not read", "How this report was made",
    ]  # fmt: skip


def test_the_summary_fits_one_screen() -> None:
    before_facts = to_markdown(sample()).split("\n## ")[0]
    assert before_facts.count("\n") < 30


def test_every_inner_link_leads_to_a_heading() -> None:
    page = to_markdown(sample())
    slugs = Slugs()
    anchors = {slugs.of(one) for one in headings(page)}
    links = re.findall(r"\]\(#([^)]+)\)", page)
    assert links
    assert set(links) <= anchors


def test_figures_stand_in_bold_in_their_sentence() -> None:
    page = to_markdown(sample())
    assert "said **around 115,000 people** had left the valley by Friday." in page
    assert "ledger.txt, line 3, characters 54 to 75" in page
    assert LEDGER.text[54:75] == "around 115,000 people"


def test_files_are_linked_where_the_report_knows_where_they_are() -> None:
    assert "](../articles/ledger.txt#L3)" in to_markdown(sample(), base="../articles")
    assert "](../articles/" not in to_markdown(sample())


def test_web_pages_are_linked_to_the_words() -> None:
    link = text_fragment(WIRE, *(m.span() for m in re.finditer("Some 44 bridges", WIRE.text)).__next__())
    assert link == (
        "https://news.example/arva?id=7&part=1#:~:text=on%20Sunday%2C%20rescuers%20said.-,Some%2044%20bridges,"
        "-cannot%20be%20used."
    )
    assert f"]({link})" in to_markdown(sample())


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//x", "http://[", ""]
)
def test_an_address_that_is_not_of_the_web_is_no_link(url: str) -> None:
    assert text_fragment(replace(WIRE, url=url), 0, 4) is None


def test_an_address_cannot_leave_its_link() -> None:
    document = replace(WIRE, url="https://x.example/a) <img src=x> [b](http://c.example) `|")
    link = text_fragment(document, 0, 4) or ""
    assert not set(" ()<>[]`|\"'") & set(link)


def test_nothing_says_true_or_false() -> None:
    words = set(re.findall(r"\w+", to_markdown(sample()).lower()))
    assert not words & {"true", "false", "wrong", "correct", "lie", "lies", "actually", "claimed"}


def test_the_same_report_gives_the_same_bytes() -> None:
    assert to_markdown(sample()) == to_markdown(sample())


def test_two_facts_of_one_title_are_told_apart() -> None:
    report = sample()
    twins = tuple(replace(one, title="Deaths") for one in report.findings.facts)
    page = to_markdown(replace(report, findings=replace(report.findings, facts=twins)))
    assert len(headings(page)) == len(set(headings(page)))


def test_near_misses_between_the_same_facts_are_told_once() -> None:
    report = sample()
    pair = report.findings.not_compared[0].claims
    many = tuple(NotCompared(pair, "place" if n % 2 else "period", "kept apart") for n in range(200))
    page = to_markdown(replace(report, findings=replace(report.findings, not_compared=many)))
    assert page.count("So are 99 pairs more of the same two facts.") == 2


def test_many_near_misses_are_counted_not_listed() -> None:
    report = sample()
    claims = report.claims
    many = tuple(
        NotCompared((claims[a].id, claims[b].id), f"aspect {kind}", "kept apart")
        for kind in range(4) for a in range(len(claims)) for b in range(a)
    )  # fmt: skip
    page = to_markdown(replace(report, findings=replace(report.findings, not_compared=many)))
    listed = page.split("## Kept apart")[1].split("\n## ")[0]
    assert listed.count("\n- ") == 60
    assert re.search(r"And \d+ more \(aspect 2 \d+, aspect 3 \d+\); the JSON report names them all\.", listed)


def test_a_reason_that_names_its_figures_is_not_preceded_by_them() -> None:
    report = sample()
    pair = report.findings.not_compared[0].claims
    because = "around 115,000 people (Ada Brok) and 300 people (blog.html): another valley"
    page = to_markdown(
        replace(report, findings=replace(report.findings, not_compared=(NotCompared(pair, "place", because),)))
    )
    line = next(one for one in page.splitlines() if one.startswith("- Place."))
    assert line == f"- Place. A{because[1:]}. See ledger.txt, line 3, blog.html, line 1."


def test_a_quote_that_does_not_stand_is_never_printed() -> None:
    report = sample()
    documents = (replace(LEDGER, text=LEDGER.text.replace("115,000", "915,000")), *report.documents[1:])
    with pytest.raises(FidelityError):
        to_markdown(replace(report, documents=documents))


@given(st.sampled_from(HOSTILE), st.sampled_from(HOSTILE))
@settings(max_examples=30, deadline=None)
def test_hostile_articles_change_nothing_but_words(publisher: str, title: str) -> None:
    """The blocks of the page are the same whatever names, titles and reasons hold."""
    report = sample()
    documents = tuple(
        replace(one, publisher=publisher, title=title, notes=(publisher,), url=None) for one in report.documents
    )
    facts = tuple(
        replace(one, title=title, verdict=replace(one.verdict, because=publisher, settle=title))
        for one in report.findings.facts
    )
    hostile = replace(report, documents=documents, findings=replace(report.findings, facts=facts))
    plain = replace(
        report,
        documents=tuple(replace(one, publisher="P", title="T", notes=("N",), url=None) for one in report.documents),
        findings=replace(
            report.findings,
            facts=tuple(
                replace(one, title="T", verdict=replace(one.verdict, because="B", settle="S"))
                for one in report.findings.facts
            ),
        ),
    )
    assert shape(to_markdown(hostile)) == shape(to_markdown(plain))


def shape(page: str) -> list[str]:
    """The blocks and the inline markup of a page, without its words."""
    kinds = []
    for token in parser.parse(page):
        kinds.append(token.type)
        kinds += [
            one.type if one.type != "html_inline" else one.content
            for one in token.children or ()
            if one.type not in ("text", "text_special") and one.content != "<!-- -->"
        ]
    return kinds


@pytest.mark.parametrize("kind", [one for one in VerdictKind if one is not VerdictKind.SINGLE])
def test_every_verdict_has_reason_strip_table_and_quotes(kind: VerdictKind) -> None:
    report = sample()
    fact = next(one for one in report.findings.facts if one.verdict.kind is kind)
    page = to_markdown(report)
    section = page.split(f"### {fact.title}\n")[1].split("\n## ")[0]
    assert fact.verdict.because[1:] in section
    assert "```text" in section
    assert section.count("\n| “") + section.count(" | “") >= len(fact.claims)
    assert section.count("\n  > ") == len(fact.claims)


def test_a_markdown_linter_finds_nothing(tmp_path: Path) -> None:
    linter = pytest.importorskip("pymarkdown.api")
    for name, report in (("sample", sample()), ("calm", nothing_in_conflict())):
        path = tmp_path / f"{name}.md"
        path.write_text(to_markdown(report), encoding="utf-8")
        found = linter.PyMarkdownApi().disable_rule_by_identifier("md013").scan_path(str(path))  # long lines are ours
        assert not found.scan_failures


def test_the_guide_shows_what_the_program_prints() -> None:
    guide = (Path(__file__).parents[2] / "docs" / "reading-a-report.md").read_text(encoding="utf-8")
    examples = re.findall(r"```text\n(.*?)```", guide, re.S)
    page = to_markdown(sample())
    assert len(examples) == 2
    assert all(one.strip() in page for one in examples)
