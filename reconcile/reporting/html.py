"""The report as one web page that needs nothing beside it, and that asks the network for nothing.

Its policy (Content-Security-Policy) lets only its own style and script run, named by their hashes:
whatever an article holds, nothing of it can act.
"""

import base64
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from reconcile.model import Document, Report, VerdictKind
from reconcile.reporting.escaping import printable
from reconcile.reporting.jsonout import dumps
from reconcile.reporting.linked import claims_linked
from reconcile.reporting.links import safe_url
from reconcile.reporting.records import sha256
from reconcile.reporting.svg import interval_plot, timeline
from reconcile.reporting.templating import asset, template
from reconcile.reporting.view import FactView, View
from reconcile.reporting.wording import SECTIONS, how_made, published, who_says


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a text: a figure, a line of the page's, or neither."""

    text: str
    claim: str | None = None
    aside: bool = False
    furniture: str | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """A document with its figures marked."""

    document: Document
    parts: tuple[Part, ...]
    url: str | None
    sha256: str


def to_html(report: Report) -> str:
    """The report as an HTML page. Raises FidelityError when a quote does not stand in its document."""
    view = View(report)
    style = asset("plot.css") + asset("report.css")  # the page has the last word on its plots
    script = asset("report.js")
    judged = {row.claim.id for one in view.facts for row in one.rows}
    return template("report.html.j2").render(
        view=view,
        kinds=[kind for kind in VerdictKind if view.of(kind)],
        sections=SECTIONS,
        fact=_fact,
        publishers=sorted({printable(row.publisher) for one in view.facts for row in one.rows}),
        sources=sorted({printable(row.who) for one in view.facts for row in one.rows}),
        not_judged=_not_judged(view),
        texts=[_text(view, one, judged) for one in report.documents],
        who_says=who_says,
        published=published,
        how_made=how_made(report),
        linked=_in_script(dumps(claims_linked(view))),
        style=style,
        style_hash=_hash(style),
        script=script,
        script_hash=_hash(script),
    )


def _fact(one: FactView) -> Markup:
    """One fact as an article. What the filter looks at is in its attributes."""
    plots = [timeline(one), interval_plot(one)] if one.kind is VerdictKind.SUPERSEDED else [interval_plot(one)]
    compact = one.kind is VerdictKind.SINGLE and len(one.rows) == 1
    return Markup(  # noqa: S704 - it comes from a template that escapes
        template("fact.html.j2").render(
            one=one,
            publishers=dumps(sorted({printable(row.publisher) for row in one.rows})),
            sources=dumps(sorted({printable(row.who) for row in one.rows})),
            newest=max(row.as_of if row.as_of != "unknown" else "" for row in one.rows),
            plots=[] if compact else [plot for plot in plots if plot],
            compact=compact,
            who_says=who_says,
            published=published,
        )
    )


def _not_judged(view: View) -> list[tuple[str, list[object]]]:
    by_reason: dict[str, list[object]] = {}
    for one in view.report.findings.incidental:
        by_reason.setdefault(one.because, []).append(view.claims[one.claim])
    return sorted(by_reason.items(), key=lambda pair: (-len(pair[1]), pair[0]))


def _text(view: View, document: Document, judged: set[str]) -> Text:
    return Text(document, tuple(_parts(view, document, judged)), safe_url(document.url or ""), sha256(document.text))


def _parts(view: View, document: Document, judged: set[str]) -> Iterator[Part]:
    """The whole text of a document, cut at its figures and at the lines that are the page's."""
    text = document.text
    marks = [
        (claim.quantity.start, claim.quantity.end, Part(claim.quantity.text, claim.id, claim.id not in judged))
        for claim in view.claims_of(document.id)
    ]
    marks += [
        (line.start, line.end, Part(text[line.start : line.end], furniture=line.because)) for line in document.furniture
    ]
    done = 0
    for start, end, part in sorted(marks, key=lambda mark: mark[:2]):
        if start < done:  # a figure within a line that is marked already
            continue
        if start > done:
            yield Part(text[done:start])
        yield part
        done = end
    yield Part(text[done:])


def _in_script(json: str) -> str:
    """JSON that cannot end the script element it stands in."""
    return json.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
