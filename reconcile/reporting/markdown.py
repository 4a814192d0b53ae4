"""The report for people, in Markdown as GitHub and Obsidian show it: the same bytes for the same report."""

from collections import Counter
from collections.abc import Iterator, Sequence
from urllib.parse import quote as percent_encode

from reconcile.model import Document, Report, VerdictKind
from reconcile.reporting.escaping import block, bold, code, markdown, printable
from reconcile.reporting.links import safe_url
from reconcile.reporting.plots import plot_names
from reconcile.reporting.records import sha256
from reconcile.reporting.rows import Row
from reconcile.reporting.slugs import Slugs
from reconcile.reporting.strips import strip
from reconcile.reporting.view import Apart, FactView, View
from reconcile.reporting.wording import SECTIONS, how_made, published, sentence, who_says

_LISTED = 8  # conflicts named on the first screen
_KEPT_APART = 60  # near misses that are told one by one
_EXAMPLES = 12  # figures named for each reason not to judge them


def to_markdown(report: Report, base: str | None = None, plots: str | None = None) -> str:
    """The report in Markdown.

    ``base`` is the folder of the documents' files and ``plots`` that of the plots (see
    `reconcile.reporting.plots.write_plots`), both as seen from the report; without plots, the
    intervals are drawn in text. Raises FidelityError when a quote does not stand in its document.
    """
    return "\n\n".join(_Writer(View(report), base, plots).parts()) + "\n"


class _Writer:
    """The parts of one report, each a block of Markdown without blank lines around it."""

    def __init__(self, view: View, base: str | None, plots: str | None) -> None:
        self.view = view
        self.base = base
        self.plots = plots
        self._slugs = Slugs()
        self._anchors: dict[str, str] = {}  # fact id -> anchor of its heading

    def parts(self) -> Iterator[str]:
        """Every part, in order. The facts are written first, so that the summary can link to them."""
        headline = self._heading(1, self.view.headline)
        facts = [part for kind in VerdictKind for part in self._section(kind)]
        yield headline
        yield from self._summary()
        yield from facts
        yield from self._kept_apart()
        yield from self._not_judged()
        yield from self._not_read()
        yield from self._made_from()

    def _heading(self, level: int, text: str, fact: str | None = None) -> str:
        anchor = self._slugs.of(printable(text))
        if fact:
            self._anchors[fact] = anchor
        return f"{'#' * level} {markdown(text)}"

    # --------------------------------------------------------------------------------- summary

    def _summary(self) -> Iterator[str]:
        yield _table(("Read", "Count"), [(name, markdown(value)) for name, value in self.view.summary])
        conflicts = self.view.of(VerdictKind.CONFLICT)
        if not conflicts:
            return
        links = (f"[{markdown(one.title)}](#{self._anchors[one.fact.id]})" for one in conflicts)
        lines = [
            f"{rank}. {link}: {markdown(one.spread)} ({one.verdict})"
            for rank, (link, one) in enumerate(zip(links, conflicts[:_LISTED], strict=False), start=1)
        ]
        yield "What cannot hold together, gravest first:"
        yield "\n".join(lines)
        if len(conflicts) > _LISTED:
            yield f"And {len(conflicts) - _LISTED} more below."

    # ----------------------------------------------------------------------------------- facts

    def _section(self, kind: VerdictKind) -> Iterator[str]:
        facts = self.view.of(kind)
        if not facts:
            return
        title, meaning = SECTIONS[kind]
        yield self._heading(2, title)
        yield meaning
        if kind is VerdictKind.SINGLE:
            yield _table(
                ("What", "Figure as printed", "Interval", "Who says it", "Publisher", "As of", "Where"),
                [self._single(one, row) for one in facts for row in one.rows],
            )
            return
        for one in facts:
            yield from self._fact(one)

    def _fact(self, one: FactView) -> Iterator[str]:
        verdict = one.fact.verdict
        yield self._heading(3, one.title, one.fact.id)
        reason = f"**{one.verdict.capitalize()}.** {markdown(sentence(verdict.because))}"
        yield f"> [!WARNING]\n> {reason}" if one.kind is VerdictKind.CONFLICT else reason
        yield f"Spread: {markdown(one.spread)}."
        if verdict.settle:
            yield f"What would settle it: {markdown(sentence(verdict.settle))}"
        yield from self._drawn(one)
        if one.kind is VerdictKind.SUPERSEDED:
            yield _table(("As of", *_COLUMNS), [(row.as_of, *_cells(row)) for row in one.rows])
        else:
            yield _table((*_COLUMNS, "As of"), [(*_cells(row), row.as_of) for row in one.rows])
        yield "\n".join(self._quote(row) for row in one.rows)
        if one.grounds:
            yield " ".join(markdown(sentence(ground)) for ground in one.grounds)

    def _drawn(self, one: FactView) -> Iterator[str]:
        names = plot_names(one) if self.plots is not None else {}
        if names:
            folder = percent_encode((self.plots or ".").rstrip("/"))
            yield "\n".join(f"![{what}: {markdown(one.heading)}]({folder}/{name})" for name, what in names.items())
        elif lines := strip(one):
            yield block(lines)

    def _single(self, one: FactView, row: Row) -> Sequence[str]:
        return (
            markdown(one.title),
            f"“{markdown(row.claim.quantity.text)}”",
            markdown(row.interval),
            markdown(who_says(row)),
            markdown(row.publisher),
            row.as_of,
            self._link(row, short=True),
        )

    def _quote(self, row: Row) -> str:
        quote = row.quote
        before = ("… " if quote.cut_before else "") + quote.before
        after = quote.after + (" …" if quote.cut_after else "")
        said = f"{markdown(who_says(row))}; {markdown(published(row))}; {self._link(row)}"
        return f"- {said}\n  > {bold(before, quote.figure, after)}"

    def _link(self, row: Row, short: bool = False) -> str:
        address = row.place.link(self.base)
        words = markdown(row.place.short if short else row.place.words)
        return f"[{words}]({address})" if address else words

    # ------------------------------------------------------------------------- what was left out

    def _kept_apart(self) -> Iterator[str]:
        apart = self.view.kept_apart
        if not apart:
            return
        yield self._heading(2, "Kept apart, and why")
        yield "These look alike and were not compared."
        yield "\n".join(self._apart(one) for one in apart[:_KEPT_APART])
        if rest := Counter(one.miss.aspect for one in apart[_KEPT_APART:]):
            each = ", ".join(f"{markdown(aspect)} {n}" for aspect, n in sorted(rest.items()))
            yield f"And {rest.total()} more ({each}); the JSON report names them all."

    def _apart(self, one: Apart) -> str:
        if one.names_figures:
            places = ", ".join(self._link(row, short=True) for row in one.rows)
            told = f"{markdown(sentence(one.miss.because))} See {places}."
        else:
            named = " and ".join(
                f"“{markdown(row.claim.quantity.text)}” ({markdown(who_says(row))}; {self._link(row, short=True)})"
                for row in one.rows
            )
            told = f"{named}. {markdown(sentence(one.miss.because))}"
        return f"- {markdown(sentence(one.miss.aspect))} {told} {one.others}".rstrip()

    def _not_judged(self) -> Iterator[str]:
        by_reason: dict[str, list[str]] = {}
        for one in self.view.report.findings.incidental:
            by_reason.setdefault(one.because, []).append(one.claim)
        if not by_reason:
            return
        yield self._heading(2, "Seen and not judged")
        lines = []
        for because, ids in sorted(by_reason.items(), key=lambda pair: (-len(pair[1]), pair[0])):
            claims = [self.view.claims[id] for id in ids[:_EXAMPLES]]
            named = ", ".join(f"“{markdown(one.quantity.text)}” ({markdown(one.doc)})" for one in claims)
            more = f" and {len(ids) - _EXAMPLES} more" if len(ids) > _EXAMPLES else ""
            lines.append(f"- {markdown(because.capitalize())}: {named}{more}")
        yield "\n".join(lines)

    def _not_read(self) -> Iterator[str]:
        yield self._heading(2, "Not read")
        unread = self.view.report.not_read
        yield "\n".join(f"- {code(one.id)}: {markdown(one.because)}" for one in unread) or "Everything named was read."

    def _made_from(self) -> Iterator[str]:
        yield self._heading(2, "How this report was made")
        yield markdown(how_made(self.view.report))
        yield "\n".join(_document(one) for one in self.view.documents.values()) or "No document was read."


_COLUMNS = ("Figure as printed", "Interval", "Who says it", "Publisher", "Published", "Origin")


def _cells(row: Row) -> Sequence[str]:
    return (
        f"“{markdown(row.claim.quantity.text)}”",
        markdown(row.interval),
        markdown(who_says(row)),
        markdown(row.publisher),
        row.published,
        markdown(row.origin),
    )


def _document(document: Document) -> str:
    known = [document.publisher or "publisher unknown", document.published or "undated"]
    if document.title:
        known.append(f"“{document.title}”")
    line = f"- {code(document.id)}: {markdown(', '.join(known))}, {len(document.text):,} characters"
    if document.url and (url := safe_url(document.url)):
        line += f", [address]({url})"
    line += f", SHA-256 `{sha256(document.text)}`"
    return line + "".join(f"\n  - {markdown(note)}" for note in document.notes)


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table whose cells are Markdown already."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cell or ' ' for cell in line)} |" for line in lines)
