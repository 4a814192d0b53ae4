"""A claim as a reader sees it: its words, who says them, and where it falls on the axis of its fact."""

import math
from dataclasses import dataclass

from reconcile.comparison.intervals import Reach
from reconcile.comparison.normalising import Rates, reach
from reconcile.model import Claim, Document, Fact, Interval, Quantity, Stance
from reconcile.reporting import figures
from reconcile.reporting.escaping import fit
from reconcile.reporting.links import Place

OWN_VOICE = "the publication itself"
_QUOTE = 600  # characters of a sentence that a report quotes; a longer one is cut around its figure


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
    """One claim as a line of a table and of a plot.

    ``reach`` is what it states and leaves open in the fact's unit; None where nothing says how to take
    it there, so that it cannot be drawn.
    """

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
    reach: Reach | None

    @property
    def taken_back(self) -> str | None:
        """``denied`` or ``retracted``, where the figure is put forward only as what does not hold."""
        stance = self.claim.attribution.stance
        return stance.value if stance in (Stance.DENIED, Stance.RETRACTED) else None

    def label(self, columns: int) -> str:
        """The figure as printed for a plot, in at most so many columns, with a word where it is denied."""
        note = f" ({self.taken_back})" if self.taken_back else ""
        return fit(self.claim.quantity.text, columns - len(note)).rstrip() + note

    @property
    def speaker(self) -> str:
        """Who speaks, in as few words as a plot has room for: the source, or the outlet in its own voice."""
        return self.who if self.claim.attribution.source else self.document.publisher or self.document.id


def row(claim: Claim, place: Place, fact: Fact | None, rates: Rates) -> Row:
    """A claim in words, as one of a fact or on its own."""
    document = place.document
    source, name = claim.attribution.source, claim.attribution.name
    who = name or (source.text if source else OWN_VOICE)
    return Row(
        claim=claim,
        document=document,
        place=place,
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
        reach=_reach(claim, fact, rates),
    )


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


def _reach(claim: Claim, fact: Fact | None, rates: Rates) -> Reach | None:
    """What a claim states and leaves open, in the unit in which its fact was compared."""
    quantity = claim.quantity
    unit = fact.unit if fact else quantity.unit
    taken = reach(claim, unit, rates)
    if taken or fact is None:
        return taken
    for step in fact.verdict.comparisons:  # compared at a rate that a document states
        if claim.id in (step.a, step.b) and step.unit == unit:
            plausible = step.a_interval if claim.id == step.a else step.b_interval
            return _moved(quantity, claim.plausible, plausible)
    return None


def _moved(quantity: Quantity, before: Interval, after: Interval) -> Reach | None:
    """What is stated, taken along by the factor that takes ``before`` to ``after``."""
    ends = ((before.low, after.low), (before.high, after.high))
    factor = next((new / old for old, new in ends if old and math.isfinite(old) and math.isfinite(new)), None)
    if factor is None:
        return None
    low = -math.inf if quantity.low is None else quantity.low * factor
    high = math.inf if quantity.high is None else quantity.high * factor
    return Reach(Interval(low, high), after)


def _origin(claim: Claim, fact: Fact | None) -> str:
    origins = fact.origins if fact else ()
    return next((one.name for one in origins if claim.id in one.claims), "")
