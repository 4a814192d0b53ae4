"""Claims as linked data: schema.org ``Claim`` with ``QuantitativeValue``, placed by W3C selectors.

No rating is given: a ``ClaimReview`` needs a person's judgement, and this program makes none.
See https://schema.org/Claim, https://schema.org/QuantitativeValue and
https://www.w3.org/TR/annotation-model/#selectors.
"""

from typing import Any

from reconcile.model import Kind
from reconcile.reporting.links import safe_url, selectors
from reconcile.reporting.records import number
from reconcile.reporting.rows import Row
from reconcile.reporting.view import View

_CONTEXT = ["https://schema.org", {"oa": "http://www.w3.org/ns/oa#"}]


def claims_linked(view: View) -> dict[str, Any]:
    """Every judged claim of a report as one JSON-LD graph."""
    return {"@context": _CONTEXT, "@graph": [claim_linked(row) for one in view.facts for row in one.rows]}


def claim_linked(row: Row) -> dict[str, Any]:
    """One claim: its sentence, who says it, where it appeared and what it states."""
    claim, document = row.claim, row.document
    quote = row.quote
    appearance: dict[str, Any] = {"@type": "CreativeWork", "identifier": document.id}
    appearance |= {
        name: value
        for name, value in (
            ("name", document.title),
            ("url", safe_url(document.url or "")),
            ("datePublished", document.published),
            ("publisher", {"@type": "Organization", "name": document.publisher} if document.publisher else None),
        )
        if value
    }
    linked: dict[str, Any] = {
        "@type": "Claim",
        "@id": f"#claim-{claim.id}",
        "text": f"{quote.before}{quote.figure}{quote.after}",
        "appearance": appearance,
        "about": _value(row),
        "oa:hasSelector": selectors(claim, document),
    }
    if claim.attribution.source:
        linked["author"] = {"@type": "Thing", "name": row.who}
    if claim.as_of and (day := claim.as_of.iso()):
        linked["temporalCoverage"] = day
    return linked


def _value(row: Row) -> dict[str, Any]:
    quantity = row.claim.quantity
    value: dict[str, Any] = {"@type": "QuantitativeValue"}
    low, high = number(quantity.low), number(quantity.high)
    if low is not None and low == high:
        value["value"] = low
    else:
        value |= {name: end for name, end in (("minValue", low), ("maxValue", high)) if end is not None}
    if quantity.unit:
        name = "unitCode" if quantity.kind is Kind.MONEY and len(quantity.unit) == 3 else "unitText"
        value[name] = quantity.unit
    return value
