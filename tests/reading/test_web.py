"""Web pages: the article's text whole, and what the page says of itself, however it says it."""

import json
from email.message import EmailMessage
from pathlib import Path

import pytest
from reading_corpus import ARTICLE, pdf

from reconcile.model import Document
from reconcile.reading import read
from reconcile.reading.jsonld import find_article
from reconcile.reading.source import NotRead
from reconcile.reading.web import fragment, page
from reconcile.rulebook import load

BODY = "".join(f"<p>{paragraph}</p>" for paragraph in ARTICLE.paragraphs)


def html(head: str = "", body: str = BODY) -> bytes:
    return f"<html><head>{head}</head><body><article>{body}</article></body></html>".encode()


HEADS = [  # a page's head and the fields that must come of it
    (
        '<meta property="og:site_name" content="Gazette"><meta property="article:published_time" content="2023-03-14">',
        {"publisher": "Gazette", "published": "2023-03-14"},
    ),
    (
        '<meta name="DC.date.issued" content="2023-03-14"><meta name="author" content="AFP">',
        {"published": "2023-03-14", "author": "AFP"},
    ),
    ('<meta itemprop="datePublished" content="2023-03-14T09:30Z">', {"published": "2023-03-14T09:30Z"}),
    ('<meta name="author" content="https://gazette.example/people/7">', {"author": None}),
    ("<title>Ferry aground</title>", {"title": "Ferry aground"}),
    (
        '<title>Ferry aground | Gazette</title><meta property="og:site_name" content="Gazette">',
        {"title": "Ferry aground"},
    ),
    ("<title>Toll rises - what we know</title>", {"title": "Toll rises - what we know"}),
    ('<link rel="canonical" href="https://gazette.example/a">', {"url": "https://gazette.example/a"}),
    ("", {"publisher": None, "published": None, "updated": None, "author": None, "url": None}),
]


@pytest.mark.parametrize(("head", "fields"), HEADS)
def test_what_a_page_says_of_itself(head: str, fields: dict[str, str | None]) -> None:
    document = page(html(head), "a.html")
    assert {name: getattr(document, name) for name in fields} == fields


def test_dates_that_disagree_within_a_page_are_said() -> None:
    said = json.dumps({"@type": "NewsArticle", "datePublished": "2023-03-14"})
    head = f'<script type="application/ld+json">{said}</script><meta name="date" content="2023-03-20">'
    document = page(html(head), "a.html")
    assert document.published == "2023-03-14"
    assert "2023-03-20" in document.notes[0]


@pytest.mark.parametrize(
    ("node", "author"),
    [
        ({"@type": "NewsArticle", "author": "Elena Ruiz"}, "Elena Ruiz"),
        ({"@type": ["Thing", "ReportageNewsArticle"], "author": {"name": "Elena Ruiz"}}, "Elena Ruiz"),
        (
            {"@graph": [{"@type": "WebPage"}, {"@type": "BlogPosting", "author": [{"name": "A B"}, {"name": "C D"}]}]},
            "A B, C D",
        ),
        ([{"@type": "LiveBlogPosting", "author": {"name": ["A B"]}}], "A B"),
        ({"@type": "NewsArticle", "author": {"@id": "#1"}}, None),
        ({"@type": "WebSite", "author": "Nobody"}, None),
    ],
)
def test_authors_in_json_ld(node: object, author: str | None) -> None:
    assert find_article([json.dumps(node)]).author == author


def test_lists_tables_quotes_and_subheads_of_an_article_are_kept() -> None:
    more = (
        "<h2>Harvest lost</h2><ul><li>Rice: 14,000 tonnes</li><li>Maize: 3,500 tonnes</li></ul>"
        "<table><tr><th>District</th><th>Hurt</th></tr><tr><td>North</td><td>14</td></tr></table>"
        "<blockquote><p>“We counted 23,” said the mayor.</p></blockquote><p>Water stood 2.5&#8201;metres<br>deep.</p>"
    )
    lines = page(html(body=BODY + more), "a.html").text.split("\n")
    for wanted in ("Harvest lost", "14,000 tonnes", "North | 14", "“We counted 23,” said the mayor."):
        assert any(wanted in line for line in lines)
    assert not any("---" in line for line in lines)


def test_a_short_page_is_read() -> None:
    assert page(b"<p>At least 27 people were hurt.</p>", "a.html").text == "At least 27 people were hurt."


def test_a_page_without_text_is_refused() -> None:
    with pytest.raises(NotRead, match="no article text"):
        page(b"<html><body><script>alert(27)</script></body></html>", "a.html")


def test_a_fragment_is_lines_without_marks() -> None:
    assert (
        fragment("<p>One <b>27</b></p><ul><li>two<li>three</ul>four<br>five<script>6</script>")
        == "One 27\ntwo\nthree\nfour\nfive"
    )


def test_attachments_of_a_mail_are_documents_of_their_own(tmp_path: Path) -> None:
    message = EmailMessage()
    message["Subject"], message["From"] = "Report", "Ana Sorel <ana@example.org>"
    message.set_content(f"<html><body>{BODY}</body></html>", subtype="html")
    message.add_attachment(pdf(ARTICLE), maintype="application", subtype="pdf", filename="../report.pdf")
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="logo.png")
    (tmp_path / "a.eml").write_bytes(message.as_bytes())
    mail, attached = read([tmp_path], load())
    assert (mail.id, attached.id) == ("a.eml", "a.eml/.._report.pdf")
    assert isinstance(mail, Document)
    assert isinstance(attached, Document)
    assert (mail.title, mail.publisher) == ("Report", "Ana Sorel")
    assert ARTICLE.paragraphs[0] in mail.text
    assert ARTICLE.paragraphs[0] in attached.text
