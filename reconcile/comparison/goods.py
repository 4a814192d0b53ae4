"""Units that a good decides: "620 million bushels" is a weight once the text says of wheat."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache

from reconcile.extraction.goods import unit_of_good
from reconcile.model import Claim, Document
from reconcile.rulebook import Rules
from reconcile.rulebook.units import CommodityRule

_WORD = re.compile(r"[^\W\d_]+")
_READ = 20_000  # characters of a document that are searched for its good


def in_units_of_their_good(claims: Iterable[Claim], documents: Mapping[str, Document], rules: Rules) -> list[Claim]:
    """The claims, those in a trade unit with the unit of the good that they, their sentence or their text name."""
    return [_settled(claim, documents, rules) for claim in claims]


def _settled(claim: Claim, documents: Mapping[str, Document], rules: Rules) -> Claim:
    unit = claim.quantity.unit
    if unit is None or not set(unit.split(" / ")) & _open_units(rules):
        return claim
    document = documents.get(claim.doc)
    for text in (claim.measure.entity, claim.sentence and claim.sentence.text, document and document.text[:_READ]):
        known = unit_of_good(unit, _WORD.findall(text or ""), rules)
        if known != unit:
            return replace(claim, quantity=replace(claim.quantity, unit=known))
    return claim


@lru_cache(maxsize=8)
def _open_units(rules: Rules) -> frozenset[str]:
    """The units that mean something else for some good."""
    return frozenset(unit for rule in rules.all(CommodityRule) for unit in rule.units)
