"""The exchange rates that a text states, by the wordings of ``rules/exchange_wordings.yaml``."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reconcile.comparison.items import passed_over
from reconcile.extraction.units import unit_after
from reconcile.model import Claim, Document, Kind
from reconcile.rulebook import Rules
from reconcile.rulebook.comparison import ExchangeWording

_NEAR = 60  # characters on either side of an amount in which the rest of a rate must stand
_ARTICLE = r"(?: (?:the|a|an|one|every|each|1))?"
_OPENS = re.compile(r"(?:^|(?<=[\s(\[\"'“‘]))(?:the|a|an|one|every|each)\s+", re.IGNORECASE)
_NEXT = re.compile(r"\s*([^\W\d_]+|\S|\Z)")
_MONEY = re.compile(r"[A-Z]{3}")


@dataclass(frozen=True, slots=True)
class StatedRate:
    """That one ``base`` is ``factor`` ``quote``, as the claims named say."""

    base: str
    quote: str
    factor: float
    claims: tuple[Claim, ...]
    rule: str  #: the wording that says so
    converted: bool = False  #: worked out from a sum given in both


def may_state_a_rate(claim: Claim) -> bool:
    """Whether a claim is of a kind that rates are stated with."""
    return claim.quantity.kind is Kind.MONEY or _bare(claim)


def stated_rates(claims: Sequence[Claim], document: Document, rules: Rules) -> Iterator[StatedRate]:
    """The rates that one document states; ``claims`` are its own, in the order of the text."""
    text = document.text
    for place, claim in enumerate(claims):
        following = claims[place + 1] if place + 1 < len(claims) else None
        for rule in rules.all(ExchangeWording):
            if (found := _stated(claim, following, text, rule, rules)) is not None:
                yield found
                break


def _stated(claim: Claim, following: Claim | None, text: str, rule: ExchangeWording, rules: Rules) -> StatedRate | None:
    match rule.form:
        case "equals" | "converted" if following is not None and _money(claim) and _money(following):
            return _between(claim, following, text, rule)
        case "priced" if _money(claim):
            return _priced(claim, text, rule, rules)
        case "buys" if _money(claim):
            return _bought(claim, text, rule, rules)
        case "quoted" if _bare(claim):
            return _quoted(claim, text, rule, rules)
        case _:
            return None


def _between(one: Claim, other: Claim, text: str, rule: ExchangeWording) -> StatedRate | None:
    """A rate from two amounts: "$1 = Rs 83", "10m euros ($10.9m)"."""
    a, b = one.quantity, other.quantity
    linked = b.start - a.end <= _NEAR and " ".join(text[a.end : b.start].split()).casefold() in rule.links
    if not linked or (rule.closed and not text[b.end : b.end + 4].startswith(rule.closed)):
        return None
    if a.unit == b.unit or not a.low or not b.low or a.low != a.high or b.low != b.high or a.direction != b.direction:
        return None
    converted = rule.form == "converted"
    if converted == (a.low == 1.0):
        return None
    return StatedRate(a.unit or "", b.unit or "", b.low / a.low, (one, other), rule.ref, converted)


def _priced(claim: Claim, text: str, rule: ExchangeWording, rules: Rules) -> StatedRate | None:
    """ "83 rupees to the dollar"."""
    quantity = claim.quantity
    base = _named_after(text, quantity.end, rule, rules)
    return _rate(claim, base, quantity.unit, rule)


def _bought(claim: Claim, text: str, rule: ExchangeWording, rules: Rules) -> StatedRate | None:
    """ "A dollar buys 83 rupees"."""
    base = _named_before(text, claim.quantity.start, rule.links, rule, rules)
    return _rate(claim, base, claim.quantity.unit, rule)


def _quoted(claim: Claim, text: str, rule: ExchangeWording, rules: Rules) -> StatedRate | None:
    """ "The yen stood at 150 to the dollar"."""
    quote = _named_before(text, claim.quantity.start, rule.before, rule, rules)
    return _rate(claim, _named_after(text, claim.quantity.number.end, rule, rules), quote, rule)


def _rate(claim: Claim, base: str | None, quote: str | None, rule: ExchangeWording) -> StatedRate | None:
    low, high = claim.quantity.low, claim.quantity.high
    if base is None or quote is None or base == quote or not low or low != high:
        return None
    return StatedRate(base, quote, low, (claim,), rule.ref)


def _named_after(text: str, pos: int, rule: ExchangeWording, rules: Rules) -> str | None:
    """The currency named behind a link, where nothing makes another thing of it ("a dollar store")."""
    link = _links(rule.links).match(text, pos, pos + _NEAR)
    if link is None:
        return None
    named = _currency(text, link.end(), rule, rules)
    if named is None:
        return None
    code, end = named
    following = _NEXT.match(text, end)
    word = following[1] if following else ""
    ends = not word or not word[0].isalpha() or word.lower() in passed_over(rules)
    return code if ends and text[end : end + 1] not in ("-", "'", "’") else None


def _named_before(text: str, pos: int, links: tuple[str, ...], rule: ExchangeWording, rules: Rules) -> str | None:
    """The currency named before a link that ends at ``pos``: "the euro was worth"."""
    before = text[max(0, pos - _NEAR) : pos].rstrip()
    for link in links:
        if not before.casefold().endswith(f" {link}"):
            continue
        head = before[: -len(link)].rstrip()
        for article in _OPENS.finditer(head):
            named = _currency(head, article.end(), rule, rules)
            if named is not None and named[1] == len(head) and not _governed(head, article.start()):
                return named[0]
    return None


def _governed(head: str, start: int) -> bool:
    """Whether a name stands behind a preposition: "a man with a dollar bought ..."."""
    return re.search(r"\b(?:with|for|of|without|to|from|by|than|and)\s*\Z", head[:start], re.IGNORECASE) is not None


def _currency(text: str, pos: int, rule: ExchangeWording, rules: Rules) -> tuple[str, int] | None:
    """The currency whose name begins at ``pos``, and where the name ends."""
    word = _NEXT.match(text, pos)
    if word is not None and word[1].lower() in rule.names:
        return rule.names[word[1].lower()], word.end(1)
    found = unit_after(text, pos, rules)
    if found is None or found.kind is not Kind.MONEY or not _MONEY.fullmatch(found.unit):
        return None
    return found.unit, found.end


@lru_cache(maxsize=64)
def _links(links: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern for links behind an amount; ``*`` lets an article follow."""
    longest = sorted(links, key=len, reverse=True)
    parts = [re.escape(link.removesuffix("*")) + (_ARTICLE if link.endswith("*") else "") for link in longest]
    return re.compile(rf"\s*(?:{'|'.join(parts)})\s*(?<=[\s/])", re.IGNORECASE)


def _money(claim: Claim) -> bool:
    unit = claim.quantity.unit
    return claim.quantity.kind is Kind.MONEY and unit is not None and _MONEY.fullmatch(unit) is not None


def _bare(claim: Claim) -> bool:
    """Whether a number is that of a rate without a currency of its own: "150 to the dollar"."""
    unit = claim.quantity.unit
    return (unit is None and claim.measure.property == "exchange_rate") or (unit or "").startswith("1 / ")
