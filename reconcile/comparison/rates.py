"""Exchange rates: those a user gives and those a document states; never one from elsewhere."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reconcile.comparison.normalising import Rates
from reconcile.model import Claim, Document, Kind, Settings
from reconcile.rulebook import Rules
from reconcile.rulebook.comparison import Rate

_NEAR = 40  # characters between the two amounts of a rate
_PRICED = re.compile(r"(?P<quote>[A-Z]{3}) / (?P<base>[A-Z]{3})")  # "1.08 dollars to the euro"


@dataclass(frozen=True, slots=True)
class Stated:
    """The rates that a run may use, and the claims that did no more than state one."""

    rates: Rates
    claims: frozenset[str] = frozenset()


def known_rates(claims: Sequence[Claim], documents: Mapping[str, Document], rules: Rules, settings: Settings) -> Stated:
    """Rates by pair of currencies; a user's own go before a document's, and those of earlier documents before later."""
    rates: dict[tuple[str, str], float] = {(base, quote): rate for base, quote, rate in settings.rates}
    for rule in rules.all(Rate):
        rates.setdefault((rule.base, rule.quote), rule.rate)
    used: set[str] = set()
    for one, other in pairwise(claims):
        if (pair := _equation(one, other, documents)) is not None:
            used |= {one.id, other.id}
            _lay(rates, *pair)
    for claim in claims:
        if (priced := _PRICED.fullmatch(claim.quantity.unit or "")) and claim.quantity.low:
            _lay(rates, priced["base"], priced["quote"], claim.quantity.low)
    return Stated(rates, frozenset(used))


def _lay(rates: dict[tuple[str, str], float], base: str, quote: str, rate: float) -> None:
    if (quote, base) not in rates:
        rates.setdefault((base, quote), rate)


def _equation(one: Claim, other: Claim, documents: Mapping[str, Document]) -> tuple[str, str, float] | None:
    """The rate that two amounts side by side state: "1 euro = 1.08 dollars"."""
    a, b = one.quantity, other.quantity
    if one.doc != other.doc or a.kind is not Kind.MONEY or b.kind is not Kind.MONEY or b.start - a.end > _NEAR:
        return None
    if a.unit is None or b.unit is None or a.unit == b.unit or a.low != 1 or not b.low:
        return None
    document = documents.get(one.doc)
    between = document.text[a.end : b.start].strip() if document else ""
    return (a.unit, b.unit, b.low) if between == "=" else None
