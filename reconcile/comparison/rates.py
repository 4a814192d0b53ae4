"""Exchange rates: those a user gives and those a document states; never one from elsewhere."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from reconcile.comparison.naming import outlet
from reconcile.comparison.normalising import Rates
from reconcile.comparison.rate_wordings import StatedRate, may_state_a_rate, stated_rates
from reconcile.model import Claim, Document, Fact, Settings
from reconcile.rulebook import Rules
from reconcile.rulebook.comparison import Rate

_PRICED = re.compile(r"(?P<quote>[A-Z]{3}) / (?P<base>[A-Z]{3})")  # "1.08 dollars per euro", read as one unit
_DOUBT = 1.15  # sums given in two currencies that imply rates further apart than this give no rate

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Stated:
    """The rates that a run may use, whose each is, and the claims that did no more than state one."""

    rates: Rates
    whose: Mapping[Pair, str] = field(default_factory=dict)
    claims: frozenset[str] = frozenset()


def known_rates(claims: Sequence[Claim], documents: Mapping[str, Document], rules: Rules, settings: Settings) -> Stated:
    """Rates by pair of currencies.

    A user's own go before a document's, a rate that is stated before one that follows from a sum given in two
    currencies, and those of earlier documents before later.
    """
    rates: dict[Pair, float] = {(base, quote): rate for base, quote, rate in settings.rates}
    for rule in rules.all(Rate):
        rates.setdefault((rule.base, rule.quote), rule.rate)
    whose = dict.fromkeys(rates, "you")
    found = list(_of_documents(claims, documents, rules))
    for stated in [*(one for one in found if not one.converted), *_agreed(one for one in found if one.converted)]:
        pair = (stated.base, stated.quote)
        if pair not in rates and (stated.quote, stated.base) not in rates:
            rates[pair] = stated.factor
            whose[pair] = outlet(stated.claims[0], documents)
    used = {claim.id for one in found if len(one.claims) > 1 and not one.converted for claim in one.claims}
    return Stated(rates, whose, frozenset(used))


def _of_documents(claims: Sequence[Claim], documents: Mapping[str, Document], rules: Rules) -> Iterable[StatedRate]:
    by_doc: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_doc[claim.doc].append(claim)
    for id, own in by_doc.items():
        if id not in documents or not any(map(may_state_a_rate, own)):
            continue
        yield from stated_rates(own, documents[id], rules)
        for claim in own:
            if (priced := _PRICED.fullmatch(claim.quantity.unit or "")) and claim.quantity.low:
                yield StatedRate(priced["base"], priced["quote"], claim.quantity.low, (claim,), "rates/per")


def _agreed(converted: Iterable[StatedRate]) -> list[StatedRate]:
    """The rates that sums in two currencies imply, where all such sums of the pair imply about one."""
    by_pair: dict[Pair, list[StatedRate]] = defaultdict(list)
    for one in converted:
        turned = one if one.base < one.quote else replace(one, base=one.quote, quote=one.base, factor=1 / one.factor)
        by_pair[turned.base, turned.quote].append(turned)
    return [
        same[0]
        for same in by_pair.values()
        if max(one.factor for one in same) <= _DOUBT * min(one.factor for one in same)
    ]


def with_rate_told(fact: Fact, claims: Sequence[Claim], stated: Stated) -> Fact:
    """The fact, its verdict saying at whose rate money was converted where it was."""
    if fact.unit is None or len(claims) < 2:
        return fact
    target = fact.unit.partition(" / ")[0]
    others = sorted({(claim.quantity.unit or "").partition(" / ")[0] for claim in claims} - {target})
    told = [sentence for currency in others if (sentence := _told(currency, target, stated))]
    if not told:
        return fact
    return replace(fact, verdict=replace(fact.verdict, because=" ".join([fact.verdict.because, *told])))


def _told(currency: str, target: str, stated: Stated) -> str | None:
    for base, quote in ((currency, target), (target, currency)):
        if (base, quote) in stated.rates:
            owner = stated.whose.get((base, quote), "you")
            given = "the rate you gave" if owner == "you" else f"the rate that {owner} gives"
            return f"Converted at {stated.rates[base, quote]:,.4g} {quote} to one {base}, {given}."
    return None
