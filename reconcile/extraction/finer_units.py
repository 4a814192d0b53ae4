"""Amounts in two units or with a part behind: "6ft 2in", "two hours and 30 minutes", "an hour and a half"."""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from reconcile.extraction.numerals import Numeral, read_numeral
from reconcile.extraction.units import UnitReading, rate_after, unit_after
from reconcile.extraction.vocabulary import vocabulary
from reconcile.rulebook import Rules
from reconcile.rulebook.units import ChainRule

_LINK = re.compile(r"(?:[ \u00a0]and[ \u00a0]|[ \u00a0\-‐‑]?)(?=\w)")  # a comma begins another item of a list
_BARE = re.compile(r"[-‐‑ \u00a0](\d{1,2})(?![\d%°]|[.,:/]\d|[-‐‑–]\d)")
_BETWEEN = re.compile(r"\b(?:between|from)\s+\S{0,12}\s?$")
_AND_PART = re.compile(
    r"[ -]and[ -](?:an?|(?P<count>[a-z]+))[ -](?P<part>[a-z]+)\b(?!-\w| (?:of )?(?:the|its|his|her|their|our)\b)"
)
_NEXT_WORD = re.compile(r"[ -]([a-z]+)")
_LEVELS = 2  # hours, minutes, seconds


def with_finer(text: str, number: Numeral, unit: UnitReading, rules: Rules) -> tuple[Numeral, UnitReading]:
    """The number and unit with what is printed behind them in a finer unit added, in the coarser one."""
    if part := _and_part(text, number, unit, rules):
        return part
    chains, coarse = _chains(rules), unit.unit
    for _ in range(_LEVELS):
        chain = chains.get(coarse)
        if chain is None or number.low != number.high or _BETWEEN.search(text, max(0, number.start - 24), number.start):
            break
        finer = _part(text, unit.end, chain, rules)
        if finer is None:
            break
        amount, end = finer
        size = 1 / chain.count if coarse == unit.unit else 1 / (chain.count * chains[unit.unit].count)
        number = replace(number, low=number.low + amount * size, high=number.high + amount * size, step=size)
        unit = replace(unit, end=end, also=(*unit.also, chain.ref))
        coarse = chain.fine
    return number, unit


def _and_part(text: str, number: Numeral, unit: UnitReading, rules: Rules) -> tuple[Numeral, UnitReading] | None:
    """The number with a part of the unit that stands behind it: "an hour and a half", "two miles and a quarter"."""
    if not text.startswith("and", unit.end + 1) or number.low != number.high or number.scale != 1:
        return None
    match = _AND_PART.match(text, unit.end)
    words = vocabulary(rules)
    part = words.words.get(match["part"]) if match else None
    if match is None or part is None or part.role != "fraction":
        return None
    count = words.words.get(match["count"]) if match["count"] else None
    if match["count"] and (count is None or count.role != "ones"):
        return None
    following = _NEXT_WORD.match(text, match.end())
    if following and (words.multiplier(following[1]) or unit_after(text, match.end(), rules)):
        return None  # "an hour and a half million", "two miles and a half hour"
    end, name, also = match.end(), unit.unit, (*unit.also, part.ref)
    if rate := rate_after(text, end, rules):
        end, name, also = rate.end, f"{name} / {rate.unit}", (*also, rate.rule)
    value = number.low + part.value * (count.value if count else 1.0)
    return (
        replace(number, low=value, high=value, step=None, plain=False),
        replace(unit, end=end, unit=name, also=also),
    )


def _part(text: str, pos: int, chain: ChainRule, rules: Rules) -> tuple[float, int] | None:
    """How many of the finer unit follow, and where they end."""
    link = _LINK.match(text, pos)
    if link is None:
        return None
    number = read_numeral(text, link.end(), rules)
    if number is not None and number.low == number.high and 0 <= number.low < chain.count:
        fine = unit_after(text, number.end, rules)
        if fine is not None and fine.unit == chain.fine:
            return number.low, fine.end
    bare = _BARE.match(text, pos) if chain.bare else None
    if bare is None or int(bare[1]) >= chain.count or unit_after(text, bare.end(), rules):
        return None
    loose = text[pos] in " \u00a0" and text[bare.end() : bare.end() + 2].strip()[:1].isalnum()
    return None if loose else (float(bare[1]), bare.end())  # "6 foot 2." and "6-foot-2 guard", not "10 feet 3 men"


@lru_cache(maxsize=8)
def _chains(rules: Rules) -> Mapping[str, ChainRule]:
    return {rule.coarse: rule for rule in rules.all(ChainRule)}
