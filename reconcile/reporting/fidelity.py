"""A quote stands where its record says, or nothing is written."""

from collections.abc import Iterator

from reconcile.errors import FidelityError
from reconcile.model import Claim, Document, Span


def quotes(claim: Claim) -> Iterator[Span]:
    """Every stretch of its document that a claim quotes: figure, number, noun, sources, cue, sentence."""
    quantity, attribution = claim.quantity, claim.attribution
    yield Span(quantity.start, quantity.end, quantity.text)
    for span in (
        quantity.number,
        quantity.counted,
        attribution.source,
        attribution.cue,
        claim.sentence,
        claim.as_of.words if claim.as_of else None,
        *attribution.via,
    ):
        if span is not None:
            yield span


def stands(text: str, start: int, end: int, quote: str) -> bool:
    """Whether ``quote`` is what stands from ``start`` to ``end`` of a document's text."""
    return 0 <= start <= end <= len(text) and text[start:end] == quote


def check(claim: Claim, document: Document) -> Claim:
    """The claim itself. Raises FidelityError when something it quotes does not stand in ``document``."""
    if claim.doc != document.id:
        raise FidelityError(f"claim {claim.id}: is of document {claim.doc!r}, not of {document.id!r}")
    for span in quotes(claim):
        if not stands(document.text, span.start, span.end, span.text):
            raise FidelityError(
                f"claim {claim.id}: {span.text!r} does not stand at {span.start} to {span.end} of {document.id}; "
                "nothing is written"
            )
    return claim
