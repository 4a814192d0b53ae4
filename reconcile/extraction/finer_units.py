"""Amounts in two units: "6ft 2in", "two hours and 30 minutes", "12 years and six months" are one figure each."""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from reconcile.extraction.numerals import Numeral, read_numeral
from reconcile.extraction.units import UnitReading, unit_after
from reconcile.rulebook import Rules
from reconcile.rulebook.units import ChainRule

_LINK = re.compile(r"(?:[ \u00a0]and[ \u00a0]|[ \u00a0\-‐‑]?)(?=\w)")  # a comma begins another item of a list
_BARE = re.compile(r"[-‐‑ \u00a0](\d{1,2})(?![\d%°]|[.,:/]\d|[-‐‑–]\d)")
_BETWEEN = re.compile(r"\b(?:between|from)\s+\S{0,12}\s?$")
_LEVELS = 2  # hours, minutes, seconds


def with_finer(text: str, number: Numeral, unit: UnitReading, rules: Rules) -> tuple[Numeral, UnitReading]:
    """The number and unit with what is printed behind them in a finer unit added, in the coarser one."""
    chains, coarse = _chains(rules), unit.unit
    for _ in range(_LEVELS):
        chain = chains.get(coarse)
        if chain is None or number.low != number.high or _BETWEEN.search(text, max(0, number.start - 24), number.start):
            break
        part = _part(text, unit.end, chain, rules)
        if part is None:
            break
        amount, end = part
        size = 1 / chain.count if coarse == unit.unit else 1 / (chain.count * chains[unit.unit].count)
        number = replace(number, low=number.low + amount * size, high=number.high + amount * size, step=size)
        unit = replace(unit, end=end, also=(*unit.also, chain.ref))
        coarse = chain.fine
    return number, unit


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
