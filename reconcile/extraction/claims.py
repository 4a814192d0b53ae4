"""Claims: every figure of a document with its source, its measure and its date."""

import hashlib
from collections.abc import Sequence
from itertools import groupby

from reconcile.extraction.asof import date_figures
from reconcile.extraction.attribution import attribute
from reconcile.extraction.context import Context
from reconcile.extraction.elided import with_elided_units
from reconcile.extraction.measures import measure
from reconcile.extraction.plausible import plausible
from reconcile.extraction.quantities import find_quantities
from reconcile.model import Attribution, Claim, Document, Extraction, Measure, Period, Quantity, Settings, Span
from reconcile.rulebook import Rules

_Read = tuple[Quantity, Attribution, Period | None, Measure]
_MOST_FIGURES = 60  # of one sentence; what holds more is no sentence but a table's row or a line of figures
_LONGEST_SENTENCE = 2_000  # characters kept as a claim's sentence; a line without a full stop can be megabytes


def extract(document: Document, rules: Rules, settings: Settings) -> Extraction:
    """Everything that was seen in one document. A pure function of its arguments."""
    furniture = tuple((line.start, line.end) for line in document.furniture)
    reading = find_quantities(document.text, rules, furniture)
    context = Context(document)
    prose, listed = _apart(context, with_elided_units(context, reading.quantities, rules))
    attributions = attribute(context, prose, rules)
    dating = date_figures(context, prose, attributions, rules)
    measures = measure(context, prose, attributions, dating.periods, rules)
    read: list[_Read] = [*zip(prose, attributions, dating.periods, measures, strict=True)]
    read += [(quantity, Attribution(), None, Measure()) for quantity in listed]
    claims = tuple(
        Claim(
            id=claim_id(document.id, quantity),
            doc=document.id,
            quantity=quantity,
            plausible=plausible(quantity, rules, settings.preset),
            attribution=attribution,
            measure=what,
            as_of=period,
            sentence=_sentence(context, quantity),
        )
        for quantity, attribution, period, what in sorted(read, key=lambda parts: parts[0].start)
    )
    return Extraction(document, claims, (*document.furniture, *reading.passed), tuple(dating.dates))


def _apart(context: Context, quantities: Sequence[Quantity]) -> tuple[list[Quantity], list[Quantity]]:
    """The figures that stand in sentences, and those of a line of figures, of which words say nothing one by one."""
    prose: list[Quantity] = []
    listed: list[Quantity] = []
    for _, group in groupby(quantities, key=lambda quantity: context.sentence(quantity.start).start):
        figures = list(group)
        (prose if len(figures) <= _MOST_FIGURES else listed).extend(figures)
    return prose, listed


def claim_id(doc: str, quantity: Quantity) -> str:
    """The id of the figure at these offsets of this document: the same in every run."""
    return hashlib.blake2b(
        f"{doc}\0{quantity.start}\0{quantity.end}".encode(errors="surrogatepass"), digest_size=6
    ).hexdigest()


def _sentence(context: Context, quantity: Quantity) -> Span:
    """The sentence around a figure, or as much of it as a reader can use."""
    sentence = context.sentence(quantity.start)
    start, end = sentence.start, max(sentence.end, quantity.end)
    if end - start > _LONGEST_SENTENCE:
        start = max(start, quantity.start - _LONGEST_SENTENCE // 2)
        end = min(end, max(quantity.end, start + _LONGEST_SENTENCE))
    return Span.of(context.text, start, end)
