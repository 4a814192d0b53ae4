"""What Markdown and HTML both show: a report put in order and into words, not yet into any format."""

import math
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from reconcile.comparison.intervals import Reach
from reconcile.model import (
    Claim,
    Document,
    Fact,
    NotCompared,
    Report,
    Severity,
    VerdictKind,
)
from reconcile.reporting import figures
from reconcile.reporting.escaping import printable
from reconcile.reporting.fidelity import check
from reconcile.reporting.links import Place
from reconcile.reporting.rows import Row, row
from reconcile.reporting.spread import spread

_SEVERITIES = {Severity.MAJOR: 0, Severity.CLEAR: 1, Severity.MINOR: 2, None: 3}
_KINDS = {kind: rank for rank, kind in enumerate(VerdictKind)}


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
    def drawn(self) -> tuple[tuple[Row, Reach], ...]:
        """The claims that have a place on one axis, and that place."""
        return tuple((row, row.reach) for row in self.rows if row.reach is not None)

    @property
    def grounds(self) -> tuple[str, ...]:
        """Why the claims were put together, and which of them count as one origin and why."""
        reasons = (f"Compared for {self.fact.because[0]}",) if self.fact.because and len(self.rows) > 1 else ()
        shared = (one for one in self.fact.origins if len(one.claims) > 1 and one.because)
        return reasons + tuple(f"Counted as one origin, {one.name}: {one.because}" for one in shared)

    @property
    def heading(self) -> str:
        """The title with its spread and the number of sources, in neutral words."""
        sources = figures.count(len(self.fact.origins), "source")
        return f"{self.title}: {self.spread}, {sources}"


@dataclass(frozen=True, slots=True)
class Apart:
    """A near miss: claims that were kept apart, and how many like it there are between the same facts."""

    miss: NotCompared
    rows: tuple[Row, ...]
    more: int = 0

    @property
    def names_figures(self) -> bool:
        """Whether the reason itself already names each figure, so that a reader needs only its place."""
        reason = printable(self.miss.because).casefold()
        return all(printable(row.claim.quantity.text).casefold() in reason for row in self.rows)

    @property
    def others(self) -> str:
        """The pairs like it, in words; empty where there are none."""
        if not self.more:
            return ""
        verb = "is" if self.more == 1 else "are"
        return f"So {verb} {figures.count(self.more, 'pair')} more of the same two facts."


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

    @cached_property
    def kept_apart(self) -> tuple[Apart, ...]:
        """The near misses, those between the same two facts for the same reason told once."""
        facts = {id: fact.id for fact in self.report.findings.facts for id in fact.claims}
        told: dict[object, Apart] = {}
        for one in self.report.findings.not_compared:
            key = one.aspect, frozenset(facts.get(id, id) for id in one.claims)
            if key in told:
                told[key] = replace(told[key], more=told[key].more + 1)
            else:
                told[key] = Apart(one, tuple(self.row(self.claims[id]) for id in one.claims))
        return tuple(told.values())

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
        return FactView(fact, fact.title, tuple(rows), spread(fact, rows), verdict)

    def row(self, claim: Claim, fact: Fact | None = None) -> Row:
        """A claim in words, as one of a fact or on its own."""
        return row(claim, self.place(claim), fact, self._rates)

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
    stated = row.reach.stated if row.reach else row.claim.plausible
    low = stated.low if math.isfinite(stated.low) else stated.high
    return (row.reach is None, low, stated.high, row.as_of, row.document.id, row.claim.quantity.start)


def _oldest_first(row: Row) -> tuple[object, ...]:
    # ISO dates of any precision sort as text; what has no date comes last
    known = row.as_of if row.as_of != "unknown" else row.published if row.published != "unknown" else "~"
    return (known, row.published, *_lowest_first(row))
