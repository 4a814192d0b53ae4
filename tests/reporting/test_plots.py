import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from reporting_samples import sample
from test_html import PAYLOADS

from reconcile.model import Stance, VerdictKind
from reconcile.reporting.markdown import to_markdown
from reconcile.reporting.plots import plot_fact, write_plots
from reconcile.reporting.strips import strip
from reconcile.reporting.svg import interval_plot, timeline
from reconcile.reporting.view import FactView, View

SVG = "{http://www.w3.org/2000/svg}"


def fact(kind: VerdictKind) -> FactView:
    return View(sample()).of(kind)[0]


def test_plots_are_files_of_their_own_and_the_same_every_time(tmp_path: Path) -> None:
    first, second = (write_plots(sample(), tmp_path / name) for name in ("a", "b"))
    assert [one.read_bytes() for one in first] == [one.read_bytes() for one in second]
    assert len(first) == 5  # four facts with more than one claim, one of them over time too
    for path in first:
        root = ElementTree.fromstring(path.read_bytes())  # noqa: S314 - our own file
        assert root.tag == f"{SVG}svg"
        assert root.find(f"{SVG}title").text
        assert root.find(f"{SVG}desc").text


def test_a_report_with_plots_shows_every_file_that_was_written(tmp_path: Path) -> None:
    written = {one.name for one in write_plots(sample(), tmp_path)}
    page = to_markdown(sample(), plots="my plots")
    assert set(re.findall(r"\]\(my%20plots/([^)]+)\)", page)) == written
    assert "```text" not in page


@pytest.mark.parametrize("text", [one for one in PAYLOADS if "\ud800" not in one])
def test_a_plot_of_a_hostile_text_is_still_xml_without_script(text: str) -> None:
    report = sample()
    facts = tuple(replace(one, title=text) for one in report.findings.facts)
    documents = tuple(replace(one, publisher=text) for one in report.documents)
    view = View(replace(report, documents=documents, findings=replace(report.findings, facts=facts)))
    for one in view.facts:
        root = ElementTree.fromstring(interval_plot(one, alone=True))  # noqa: S314 - our own text
        assert {node.tag.removeprefix(SVG) for node in root.iter()} <= {
            "svg", "title", "desc", "style", "rect", "line", "text", "tspan", "path",
        }  # fmt: skip


def test_what_is_stated_stands_apart_from_what_is_left_open() -> None:
    drawn = interval_plot(fact(VerdictKind.CONFLICT)) or ""
    assert drawn.count('class="open"') == 2
    assert drawn.count('class="stated"') == 2
    assert 'class="arrow"' not in drawn
    assert 'class="shared"' not in drawn


def test_open_ends_are_arrows_and_common_ground_is_shaded() -> None:
    drawn = interval_plot(fact(VerdictKind.COMPATIBLE)) or ""
    assert drawn.count('class="arrow"') == 1
    assert drawn.count('class="shared"') == 1


def test_a_denied_figure_says_so_and_is_hollow() -> None:
    report = sample()
    denied = next(one for one in report.claims if one.quantity.text == "around 115,000 people")
    denial = replace(denied, attribution=replace(denied.attribution, stance=Stance.DENIED))
    claims = tuple(denial if one.id == denied.id else one for one in report.claims)
    one = View(replace(report, claims=claims)).of(VerdictKind.CONFLICT)[0]
    drawn = interval_plot(one) or ""
    assert drawn.count("stated hollow") == 1
    assert "around 115,000 people (denied)" in drawn
    assert any(line.endswith("around 115,000 people (denied)") for line in strip(one))


def test_a_timeline_needs_two_days() -> None:
    assert timeline(fact(VerdictKind.SUPERSEDED))
    assert timeline(fact(VerdictKind.SINGLE)) is None


def test_a_strip_draws_to_scale() -> None:
    lines = strip(fact(VerdictKind.CONFLICT))
    assert lines[0].startswith("The interior ministry")
    assert lines[0].endswith("60,000 to 90,000")
    assert "┣━" in lines[0]
    assert "──╂──" in lines[1]
    assert lines[0].index("┫") < lines[1].index("╂")
    assert "80,000" in lines[3]


def test_an_open_end_is_an_arrow_in_a_strip() -> None:
    at_least = next(line for line in strip(fact(VerdictKind.SUPERSEDED)) if "At least 12" in line)
    assert "┃───" in at_least
    assert "──> At least 12 people" in at_least


@pytest.fixture
def closed() -> Iterator[None]:
    matplotlib = pytest.importorskip("matplotlib")
    matplotlib.use("Agg")
    yield
    from matplotlib import pyplot

    pyplot.close("all")


@pytest.mark.usefixtures("closed")
@pytest.mark.parametrize("kind", list(VerdictKind))
def test_python_gets_axes_with_one_row_a_claim(kind: VerdictKind) -> None:
    one = fact(kind)
    axes = plot_fact(sample(), one.fact.id)
    labels = [label.get_text() for label in axes.get_yticklabels()]
    assert len(labels) == len(one.rows)
    assert one.rows[0].claim.quantity.text.replace("$", r"\$") in labels[0]
    axes.figure.canvas.draw()


@pytest.mark.usefixtures("closed")
def test_python_may_bring_its_own_axes() -> None:
    from matplotlib import pyplot

    _, mine = pyplot.subplots()
    assert plot_fact(sample(), fact(VerdictKind.AGREE).fact.id, mine) is mine


def test_a_fact_that_is_not_there_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        plot_fact(sample(), "nobody")
