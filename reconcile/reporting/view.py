"""What Markdown and HTML both show: a report put in order and into words, not yet into any format."""

import math
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from reconcile.comparison.normalising import reach
from reconcile.model import (
    Claim,
    Document,
    Fact,
    Interval,
    Report,
    Severity,
    Stance,
    VerdictKind,
)
from reconcile.reporting import figures
from reconcile.reporting.fidelity import check
from reconcile.reporting.links import Place

OWN_VOICE = "the publication itself"
_QUOTE = 600  # characters of a sentence that a report quotes; a longer one is cut around its figure
_SEVERITIES = {Severity.MAJOR: 0, Severity.CLEAR: 1, Severity.MINOR: 2, None: 3}
_KINDS = {kind: rank for rank, kind in enumerate(VerdictKind)}


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence around a figure, verbatim; ``cut_before`` and ``cut_after`` tell where it goes on."""

    before: str
    figure: str
    after: str
    cut_before: bool = False
    cut_after: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One claim as a line of a table and of a plot. ``stated`` and ``plausible`` are in the fact's unit."""

    claim: Claim
    document: Document
    place: Place
    quote: Quote
    who: str
    printed: str | None  #: the source as printed, where that differs from ``who``
    via: tuple[str, ...]
    manner: str | None  #: how it is put forward, where that is not plainly asserted
    publisher: str
    published: str
    as_of: str
    origin: str
    interval: str
    stated: Interval
    plausible: Interval

    @property
    def speaker(self) -> str:
        """Who speaks, in as few words as a plot has room for: the source, or the outlet in its own voice."""
        return self.who if self.claim.attribution.source else self.document.publisher or self.document.id


@dataclass(frozen=True, slots=True)
class FactView:
    """One fact, its claims in the order in which they are shown."""

    fact: Fact
    title: str  #: the fact's, numbered where another fact of the report has the same
    rows: tuple[Row, ...]
    spread: str
    verdict: str  #: the verdict with its severity: ``major conflict``

    @property
    def kind(self) -> VerdictKind:
        """The verdict alone."""
        return self.fact.verdict.kind

    @property
    def heading(self) -> str:
        """The title with its spread and the number of sources, in neutral words."""
        sources = figures.count(len(self.fact.origins), "source")
        return f"{self.title}: {self.spread}, {sources}"


class View:
    """A report ready to be shown. Raises FidelityError when any quote does not stand in its document."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.documents: Mapping[str, Document] = {one.id: one for one in report.documents}
        self.claims: Mapping[str, Claim] = {one.id: check(one, self.documents[one.doc]) for one in report.claims}
        by_document: dict[str, list[Claim]] = {}
        for one in report.claims:
            by_document.setdefault(one.doc, []).append(one)
        self._claims_of = {id: tuple(claims) for id, claims in by_document.items()}
        self._rates = {(low, high): factor for low, high, factor in report.settings.rates}
        self._line_starts: dict[str, list[int]] = {}
        self.facts = _named_apart(sorted(map(self._fact_view, report.findings.facts), key=_gravest_first))

    @cached_property
    def headline(self) -> str:
        """The first line of every report: the gravest conflict, or that there is none."""
        if not self.of(VerdictKind.CONFLICT):
            judged = figures.count(sum(len(one.rows) for one in self.facts), "figure")
            facts = figures.count(len(self.facts), "fact")
            documents = figures.count(len(self.documents), "document")
            return f"No conflict found: {judged} compared as {facts}, from {documents}"
        worst = self.facts[0]
        return f"{worst.heading}, cannot {'both' if len(worst.rows) == 2 else 'all'} hold"

    def claims_of(self, document: str) -> tuple[Claim, ...]:
        """Every claim of a document, judged or not, in the order of its text."""
        return self._claims_of.get(document, ())

    def of(self, kind: VerdictKind) -> tuple[FactView, ...]:
        """The facts with one verdict, gravest first."""
        return tuple(one for one in self.facts if one.kind is kind)

    @cached_property
    def summary(self) -> tuple[tuple[str, str], ...]:
        """What went in and what came out, as names and values."""
        findings = self.report.findings
        verdicts = Counter(one.kind for one in self.facts)
        parts = ", ".join(f"{verdicts[kind]} {kind.value}" for kind in VerdictKind if verdicts[kind])
        judged = sum(len(one.rows) for one in self.facts)
        return (
            ("Documents", f"{len(self.documents)}{self._publishers()}{self._dates()}"),
            ("Figures read", f"{len(self.claims)}: {judged} judged, {len(self.claims) - judged} not judged"),
            ("Facts", f"{len(self.facts)}" + (f": {parts}" if parts else "")),
            ("Kept apart", f"{len(findings.not_compared)}"),
            ("Not read", f"{len(self.report.not_read)}"),
        )

    def _publishers(self) -> str:
        named = {one.publisher for one in self.documents.values() if one.publisher}
        unknown = sum(one.publisher is None for one in self.documents.values())
        known = f", by {figures.count(len(named), 'publisher')}" if named else ""
        return known + (f"; {unknown} of unknown publisher" if unknown else "")

    def _dates(self) -> str:
        dates = sorted(one.published[:10] for one in self.documents.values() if one.published)
        unknown = len(self.documents) - len(dates)
        known = f"; published {dates[0]}" + (f" to {dates[-1]}" if dates[-1] != dates[0] else "") if dates else ""
        return known + (f"; {unknown} undated" if unknown else "")

    # ---------------------------------------------------------------------------------- one fact

    def _fact_view(self, fact: Fact) -> FactView:
        rows = [self.row(self.claims[id], fact) for id in fact.claims]
        superseded = fact.verdict.kind is VerdictKind.SUPERSEDED
        rows.sort(key=_oldest_first if superseded else _lowest_first)
        severity = fact.verdict.severity
        verdict = (f"{severity.value} " if severity else "") + fact.verdict.kind.value
        return FactView(fact, fact.title, tuple(rows), _spread(fact, rows), verdict)

    def row(self, claim: Claim, fact: Fact | None = None) -> Row:
        """A claim in words, as one of a fact or on its own."""
        document = self.documents[claim.doc]
        source, name = claim.attribution.source, claim.attribution.name
        who = name or (source.text if source else OWN_VOICE)
        quantity, unit = claim.quantity, fact.unit if fact else claim.quantity.unit
        taken = reach(claim, unit, self._rates) or reach(claim, quantity.unit, self._rates)
        stated, plausible = (taken.stated, taken.plausible) if taken else (claim.plausible, claim.plausible)
        return Row(
            claim=claim,
            document=document,
            place=self.place(claim),
            quote=quote(claim, document),
            who=who,
            printed=source.text if source and source.text != who else None,
            via=tuple(one.text for one in claim.attribution.via),
            manner=_manner(claim),
            publisher=document.publisher or "unknown",
            published=document.published[:10] if document.published else "unknown",
            as_of=(claim.as_of.iso() if claim.as_of else None) or "unknown",
            origin=_origin(claim, fact),
            interval=_interval(claim),
            stated=stated,
            plausible=plausible,
        )

    def place(self, claim: Claim) -> Place:
        """Where a claim stands: document, offsets and line."""
        document = self.documents[claim.doc]
        if document.id not in self._line_starts:
            ends = re.finditer("\n", document.text)
            self._line_starts[document.id] = [0, *(end.end() for end in ends)]
        line = bisect_right(self._line_starts[document.id], claim.quantity.start)
        return Place(document, claim.quantity.start, claim.quantity.end, line)


def _named_apart(facts: Sequence[FactView]) -> tuple[FactView, ...]:
    seen: Counter[str] = Counter()
    named = []
    for one in facts:
        seen[one.title] += 1
        times = seen[one.title]
        named.append(one if times == 1 else replace(one, title=f"{one.title} ({times})"))
    return tuple(named)


def quote(claim: Claim, document: Document) -> Quote:
    """The sentence of a claim with its figure apart, cut where it is very long."""
    text, figure = document.text, claim.quantity
    start, end = (claim.sentence.start, claim.sentence.end) if claim.sentence else (figure.start, figure.end)
    start, end = min(start, figure.start), max(end, figure.end)
    room = max(0, _QUOTE - (figure.end - figure.start)) // 2
    first, last = max(start, figure.start - room), min(end, figure.end + room)
    if end - start <= _QUOTE:
        first, last = start, end
    before, after = text[first : figure.start], text[figure.end : last]
    if first > start:  # at the next word
        before = before.partition(" ")[2]
    if last < end:
        after = after.rpartition(" ")[0]
    return Quote(before, figure.text, after, first > start, last < end)


def _manner(claim: Claim) -> str | None:
    attribution = claim.attribution
    stance = None if attribution.stance is Stance.ASSERTED else attribution.stance.value
    return ", ".join(part for part in (stance, attribution.manner) if part) or None


def _interval(claim: Claim) -> str:
    pattern = figures.unit_pattern(claim.quantity.unit, claim.quantity.kind, figures.symbol)
    return figures.between(claim.plausible.low, claim.plausible.high, pattern)


def _origin(claim: Claim, fact: Fact | None) -> str:
    origins = fact.origins if fact else ()
    return next((one.name for one in origins if claim.id in one.claims), "")


def _spread(fact: Fact, rows: Sequence[Row]) -> str:
    """Lowest to highest figure stated, in the fact's unit."""
    kind = rows[0].claim.quantity.kind
    pattern = figures.unit_pattern(fact.unit, kind, figures.symbol)
    if fact.spread is not None:
        return figures.between(fact.spread.low, fact.spread.high, pattern)
    ends = [end for row in rows for end in (row.stated.low, row.stated.high) if math.isfinite(end)]
    return figures.between(min(ends), max(ends), pattern) if ends else "no figure"


def _gravest_first(one: FactView) -> tuple[object, ...]:
    ratios = (step.ratio for step in one.fact.verdict.comparisons if step.ratio is not None)
    return (
        _KINDS[one.kind],
        _SEVERITIES[one.fact.verdict.severity],
        -len(one.fact.origins),
        -len(one.rows),
        -max(ratios, default=0.0),
        one.fact.title,
        one.fact.id,
    )


def _lowest_first(row: Row) -> tuple[object, ...]:
    low = row.stated.low if math.isfinite(row.stated.low) else row.stated.high
    return (low, row.stated.high, row.as_of, row.document.id, row.claim.quantity.start)


def _oldest_first(row: Row) -> tuple[object, ...]:
    # ISO dates of any precision sort as text; what has no date comes last
    known = row.as_of if row.as_of != "unknown" else row.published if row.published != "unknown" else "~"
    return (known, row.published, *_lowest_first(row))
