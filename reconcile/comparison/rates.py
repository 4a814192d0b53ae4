"""Exchange rates: those a user gives and those a document states; never one from elsewhere."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from reconcile.comparison.normalising import Rates
from reconcile.model import Claim, Document, Kind, Settings
from reconcile.rulebook import Rules
from reconcile.rulebook.comparison import Rate

_NEAR = 40  # characters between the two amounts of a rate


def known_rates(claims: Sequence[Claim], documents: Mapping[str, Document], rules: Rules, settings: Settings) -> Rates:
    """Rates by pair of currencies; a user's own go before a document's, and those of earlier documents before later."""
    rates: dict[tuple[str, str], float] = {(base, quote): rate for base, quote, rate in settings.rates}
    for rule in rules.all(Rate):
        rates.setdefault((rule.base, rule.quote), rule.rate)
    for one, other in pairwise(claims):
        if (stated := _stated(one, other, documents)) is not None:
            base, quote, rate = stated
            if (quote, base) not in rates:
                rates.setdefault((base, quote), rate)
    return rates


def _stated(one: Claim, other: Claim, documents: Mapping[str, Document]) -> tuple[str, str, float] | None:
    """The rate that two amounts side by side state: "1 euro = 1.08 dollars"."""
    a, b = one.quantity, other.quantity
    if one.doc != other.doc or a.kind is not Kind.MONEY or b.kind is not Kind.MONEY or b.start - a.end > _NEAR:
        return None
    if a.unit is None or b.unit is None or a.unit == b.unit or a.low != 1 or not b.low:
        return None
    document = documents.get(one.doc)
    between = document.text[a.end : b.start].strip() if document else ""
    return (a.unit, b.unit, b.low) if between == "=" else None
