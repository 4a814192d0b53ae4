"""The reports that are committed: a linter and a strict parser find nothing, every link within them leads somewhere."""

import re
from pathlib import Path
from urllib.parse import unquote

import html5lib
import pytest
from test_markdown import headings

from reconcile.reporting.slugs import Slugs

REPORTS = Path(__file__).parents[2] / "reports"
PAGES = sorted(REPORTS.glob("*.html"))
TEXTS = sorted(REPORTS.glob("*.md"))


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_a_markdown_linter_finds_nothing(path: Path) -> None:
    linter = pytest.importorskip("pymarkdown.api")
    found = linter.PyMarkdownApi().disable_rule_by_identifier("md013").scan_path(str(path))  # long lines are tables
    assert not found.scan_failures


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_links_and_pictures_lead_somewhere(path: Path) -> None:
    page = path.read_text(encoding="utf-8")
    slugs = Slugs()
    anchors = {slugs.of(one) for one in headings(page)}
    for target in re.findall(r"\]\(([^)\s]+)\)", page):
        file, _, anchor = target.partition("#")
        if not file:
            assert anchor in anchors
        elif not file.startswith(("http://", "https://")):
            assert (path.parent / unquote(file)).exists(), target


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_a_strict_parser_finds_no_error(path: Path) -> None:
    tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(path.read_text(encoding="utf-8"))
    ids = [one.attrib["id"] for one in tree.iter() if "id" in one.attrib]
    assert len(ids) == len(set(ids))
    targets = {one.attrib["href"][1:] for one in tree.iter("a") if one.attrib.get("href", "").startswith("#")}
    assert targets <= set(ids)
