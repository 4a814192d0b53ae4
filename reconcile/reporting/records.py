"""The report as plain objects: the names and meanings of docs/schema.json.

Every function here returns dictionaries that ``json`` can write: an unknown is None, an open end of an
interval is None, a number that is whole is an int.
"""

import hashlib
import math
from collections.abc import Mapping
from typing import Any

from reconcile.model import (
    Claim,
    Comparison,
    Document,
    Fact,
    Incidental,
    Interval,
    NotCompared,
    Origin,
    Report,
    Settings,
    Span,
    Unread,
)
from reconcile.reporting.fidelity import check

Record = dict[str, Any]

_WHOLE = 2**53  # above it a float no longer tells neighbouring whole numbers apart


def number(value: float | None) -> int | float | None:
    """A number for JSON: None where it is unknown or an end is open, an int where it is whole."""
    if value is None or not math.isfinite(value):
        return None
    return int(value) if value == int(value) and abs(value) < _WHOLE else float(value)


def sha256(text: str) -> str:
    """The fingerprint of a document's text as read."""
    return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()


def document_record(document: Document) -> Record:
    """What is known of a document. The text itself is not in it; its length and fingerprint are."""
    return {
        "id": document.id,
        "publisher": document.publisher,
        "published": document.published,
        "title": document.title,
        "url": document.url,
        "author": document.author,
        "updated": document.updated,
        "credit": document.credit,
        "notes": list(document.notes),
        "characters": len(document.text),
        "sha256": sha256(document.text),
    }


def claim_record(claim: Claim, document: Document) -> Record:
    """One claim. Raises FidelityError when anything it quotes does not stand in ``document``."""
    check(claim, document)
    quantity, attribution, measure = claim.quantity, claim.attribution, claim.measure
    source, cue = attribution.source, attribution.cue
    return {
        "id": claim.id,
        "doc": claim.doc,
        "start": quantity.start,
        "end": quantity.end,
        "text": quantity.text,
        "low": number(quantity.low),
        "high": number(quantity.high),
        "modifier": quantity.modifier.value,
        "direction": quantity.direction.value if quantity.direction else None,
        "plausible_low": number(claim.plausible.low),
        "plausible_high": number(claim.plausible.high),
        "unit": quantity.unit,
        "counted": quantity.counted.text if quantity.counted else None,
        "kind": quantity.kind.value,
        "property": measure.property,
        "entity": measure.entity,
        "qualifiers": dict(measure.qualifiers),
        "source": source.text if source else None,
        "source_start": source.start if source else None,
        "source_end": source.end if source else None,
        "source_name": attribution.name,
        "via": [span_record(span) for span in attribution.via],
        "cue": cue.text if cue else None,
        "stance": attribution.stance.value,
        "quoted": attribution.quoted,
        "as_of": claim.as_of.iso() if claim.as_of else None,
        "publisher": document.publisher,
        "published": document.published,
        "title": document.title,
        "url": document.url,
    }


def span_record(span: Span) -> Record:
    """A stretch of a document's text."""
    return {"text": span.text, "start": span.start, "end": span.end}


def judged_record(claim: Claim, document: Document) -> Record:
    """A claim as a report gives it: with the sentence it stands in, and what its words leave open."""
    return claim_record(claim, document) | {
        "quote": span_record(claim.sentence) if claim.sentence else None,
        "ambiguity": list(claim.quantity.ambiguity),
    }


def comparison_record(comparison: Comparison) -> Record:
    """One step of a verdict: two claims, their intervals in one unit, and what follows."""
    a, b = comparison.a_interval, comparison.b_interval
    return {
        "a": comparison.a,
        "b": comparison.b,
        "unit": comparison.unit,
        "a_low": number(a.low),
        "a_high": number(a.high),
        "b_low": number(b.low),
        "b_high": number(b.high),
        "relation": comparison.relation,
        "outcome": comparison.outcome.value,
        "ratio": number(comparison.ratio),
        "because": comparison.because,
        "between": comparison.between,
        "base": comparison.base,
    }


def fact_record(fact: Fact) -> Record:
    """One fact with its verdict and the steps that lead to it."""
    verdict = fact.verdict
    return {
        "id": fact.id,
        "title": fact.title,
        "claims": list(fact.claims),
        "verdict": verdict.kind.value,
        "because": verdict.because,
        "severity": verdict.severity.value if verdict.severity else None,
        "settle": verdict.settle,
        "conflicts": [list(pair) for pair in fact.conflicts],
        "origins": len(fact.origins),
        "origin_list": [origin_record(origin) for origin in fact.origins],
        "unit": fact.unit,
        "spread": _interval_record(fact.spread),
        "grouped_because": list(fact.because),
        "comparisons": [comparison_record(one) for one in verdict.comparisons],
    }


def origin_record(origin: Origin) -> Record:
    """One independent origin and the claims that go back to it."""
    return {"name": origin.name, "claims": list(origin.claims), "because": origin.because}


def _interval_record(interval: Interval | None) -> Record | None:
    return {"low": number(interval.low), "high": number(interval.high)} if interval else None


def not_compared_record(kept_apart: NotCompared) -> Record:
    """Claims that look alike and were kept apart."""
    return {"claims": list(kept_apart.claims), "aspect": kept_apart.aspect, "because": kept_apart.because}


def unread_record(unread: Unread) -> Record:
    """An input that could not be read."""
    return {"id": unread.id, "because": unread.because}


def settings_record(settings: Settings) -> Record:
    """What the run was told."""
    return {
        "preset": settings.preset,
        "rates": [{"from": a, "to": b, "factor": number(factor)} for a, b, factor in settings.rates],
    }


def report_record(report: Report) -> Record:
    """The whole report. ``claims`` are those that a fact judges; ``incidental`` the others, with the reason.

    Raises FidelityError when a quote does not stand in its document.
    """
    documents = {document.id: document for document in report.documents}
    claims = {claim.id: claim for claim in report.claims}
    judged = {id for fact in report.findings.facts for id in fact.claims}
    return {
        "version": report.version,
        "settings": settings_record(report.settings),
        "documents": [document_record(document) for document in report.documents],
        "claims": [judged_record(claim, documents[claim.doc]) for claim in report.claims if claim.id in judged],
        "facts": [fact_record(fact) for fact in report.findings.facts],
        "not_compared": [not_compared_record(one) for one in report.findings.not_compared],
        "incidental": [_incidental_record(one, claims, documents) for one in report.findings.incidental],
        "not_read": [unread_record(one) for one in report.not_read],
    }


def _incidental_record(one: Incidental, claims: Mapping[str, Claim], documents: Mapping[str, Document]) -> Record:
    claim = claims[one.claim]
    return claim_record(claim, documents[claim.doc]) | {"because": one.because}
