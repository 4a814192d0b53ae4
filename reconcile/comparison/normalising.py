"""Figures in one unit: what can be held against what, and the factor that takes it there."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache

from reconcile import units
from reconcile.comparison.intervals import Reach
from reconcile.model import Claim, Interval, Kind, Quantity

Rates = Mapping[tuple[str, str], float]
"""What one unit of the first currency is in the second."""


@lru_cache(maxsize=4096)
def _physical(unit: str) -> str:
    return str(units.dimension(unit) or unit)


def dimension(quantity: Quantity) -> str:
    """What sort of thing a figure is. Figures of two dimensions are never held against each other."""
    unit = quantity.unit or ""
    match quantity.kind:
        case Kind.COUNT:
            return "count" if (quantity.low or 0) >= 0 else "number"  # nothing counts minus twelve
        case Kind.MONEY:
            per = unit.partition(" / ")[2]
            kind = _physical(per) if per else ""
            # what is paid by the hour is not what is paid by the year: nobody works 8,766 hours
            return f"money / {per if kind == 'time' else kind}" if per else "money"
        case Kind.PHYSICAL:
            return _physical(unit)
        case _:  # a third and 33 percent are one dimension, percent and percentage points two
            return f"{quantity.kind.value} {_physical(unit)}"


def common_unit(claims: Iterable[Claim]) -> str | None:
    """The unit that most of the claims are given in; the first by name where two are as frequent."""
    counts = Counter(claim.quantity.unit for claim in claims)
    return min(counts, key=lambda unit: (-counts[unit], unit or "")) if counts else None


def own_reach(claim: Claim) -> Reach:
    """A claim's figure in its own unit."""
    quantity = claim.quantity
    low = -math.inf if quantity.low is None else quantity.low
    high = math.inf if quantity.high is None else quantity.high
    return Reach(Interval(low, high), claim.plausible)


def reach(claim: Claim, unit: str | None, rates: Rates) -> Reach | None:
    """A claim's figure in ``unit``; None where nothing says how to take it there."""
    quantity, own = claim.quantity, own_reach(claim)
    if quantity.kind is Kind.COUNT or quantity.unit == unit:
        return own
    if quantity.unit is None or unit is None:
        return None
    here, there = quantity.unit, unit
    if quantity.direction is not None:  # 10 degrees of warming are no 10 degrees on the thermometer
        here, there = units.difference(here), units.difference(there)
    ends = [
        _convert(end, here, there, quantity.kind, rates)
        for end in (own.stated.low, own.stated.high, own.plausible.low, own.plausible.high)
    ]
    if any(end is None for end in ends):
        return None
    known = [end for end in ends if end is not None]
    return Reach(Interval(*sorted(known[:2])), Interval(*sorted(known[2:])))


def _convert(value: float, unit: str, to: str, kind: Kind, rates: Rates) -> float | None:
    if math.isinf(value):
        return value
    if kind is Kind.MONEY:
        factor = money_factor(unit, to, rates)
        return None if factor is None else value * factor
    return units.convert(value, unit, to)


def money_factor(unit: str, to: str, rates: Rates) -> float | None:
    """What an amount in ``unit`` (``EUR``, ``EUR / tonne``) is multiplied by to be one in ``to``."""
    (currency, _, per), (target, _, per_target) = unit.partition(" / "), to.partition(" / ")
    factor = exchange(currency, target, rates)
    if factor is None or not per:
        return factor
    if (share := units.factor(per, per_target)) is None:
        return None
    return factor / share


def exchange(currency: str, target: str, rates: Rates) -> float | None:
    """What one ``currency`` is in ``target`` at the rates known, read either way round."""
    if currency == target:
        return 1.0
    if (rate := rates.get((currency, target))) is not None:
        return rate
    if (rate := rates.get((target, currency))) is not None:
        return 1 / rate
    return units.factor(currency, target)  # cents into dollars, and no currency into another
