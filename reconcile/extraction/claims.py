"""Claims: every figure of a document with its source, its measure and its date."""

import hashlib

from reconcile.extraction.asof import date_figures
from reconcile.extraction.attribution import attribute
from reconcile.extraction.context import Context
from reconcile.extraction.measures import measure
from reconcile.extraction.plausible import plausible
from reconcile.extraction.quantities import find_quantities
from reconcile.model import Claim, Document, Extraction, Quantity, Settings, Span
from reconcile.rulebook import Rules

_LONGEST_SENTENCE = 2_000  # characters kept as a claim's sentence; a line without a full stop can be megabytes


def extract(document: Document, rules: Rules, settings: Settings) -> Extraction:
    """Everything that was seen in one document. A pure function of its arguments."""
    furniture = tuple((line.start, line.end) for line in document.furniture)
    reading = find_quantities(document.text, rules, furniture)
    context = Context(document)
    attributions = attribute(context, reading.quantities, rules)
    dating = date_figures(context, reading.quantities, attributions, rules)
    measures = measure(context, reading.quantities, attributions, dating.periods, rules)
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
        for quantity, attribution, period, what in zip(reading.quantities, attributions, dating.periods, measures, strict=True)
    )
    return Extraction(document, claims, (*document.furniture, *reading.passed), tuple(dating.dates))


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
